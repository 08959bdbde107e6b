//! The invariants of recalls, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{
	Config, Duties, DutiesOf, Duty, Issuer, NamedBy, NextRecallId, Pallet, Reach, Recall,
	RecallState, RecalledLots, RecallsIssued, RecallsOn, Rests, Stage, Turn, Unfinished,
	UnfinishedOf, Waiting, Walk, MAX_RECALLS,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use salus_primitives::{
	check_invariant, Holding, HoldingKey, InstitutionId, LotId, Lots, RecallId, Total,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of recalls. `held` tells of each lot in the books whether it is held.
	pub(crate) fn check_recalls(
		held: &BTreeMap<LotId, bool>,
		holdings: &[(HoldingKey, Holding)],
	) -> Result<(), TryRuntimeError> {
		let recalls: BTreeMap<RecallId, Recall> = RecallsIssued::<T>::iter().collect();
		for (id, recall) in &recalls {
			let is_new = *id < NextRecallId::<T>::get();
			check_invariant!("recalls", 10, is_new, "a recall has no identifier", id);
			let is_sound = recall.closed_at.is_none() == recall.is_in_force();
			check_invariant!("recalls", 4, is_sound, "a recall is not what it may be", id);
		}
		Self::check_recalled_lots(&recalls, held)?;
		Self::check_walks(&recalls)?;
		Self::check_duties(&recalls)?;
		Self::check_reach(&recalls, held, holdings)
	}

	fn check_recalled_lots(
		recalls: &BTreeMap<RecallId, Recall>,
		held: &BTreeMap<LotId, bool>,
	) -> Result<(), TryRuntimeError> {
		let mut known = BTreeSet::new();
		for (lot, on) in RecallsOn::<T>::iter() {
			let is_there = held.contains_key(&lot) && !on.is_empty();
			check_invariant!("recalls", 4, is_there, "a lot is recalled that is not there", lot);
			for id in on {
				let names = Self::reached_at(id, lot).is_some() && known.insert((id, lot));
				check_invariant!("recalls", 4, names, "a recall does not name its lot", id, lot);
			}
		}
		let mut waiting = BTreeSet::new();
		for (lot, id, _) in Waiting::<T>::iter() {
			let is_full = RecallsOn::<T>::get(lot).len() as u32 == MAX_RECALLS;
			check_invariant!("recalls", 4, is_full, "a recall waits where there is room", id, lot);
			let names = RecalledLots::<T>::get(id, lot) == Some(Reach::Waiting);
			check_invariant!("recalls", 4, names, "a recall does not name its lot", id, lot);
			waiting.insert((id, lot));
		}
		// How many lots each recall holds, and for how many it waits.
		let mut counts: BTreeMap<RecallId, (u32, u32)> = BTreeMap::new();
		for (id, lot, reach) in RecalledLots::<T>::iter() {
			let (holds, waits) = counts.entry(id).or_default();
			let (count, names) = match reach {
				Reach::Since(_) => (holds, &known),
				Reach::Waiting => (waits, &waiting),
			};
			*count = count.saturating_add(1);
			let is_known = names.contains(&(id, lot));
			check_invariant!("recalls", 4, is_known, "a lot does not name its recall", id, lot);
			let state = recalls.get(&id).map(|recall| recall.state);
			let holds = state.is_some_and(|state| state != RecallState::Closed);
			check_invariant!("recalls", 4, holds, "a lot is not freed", id, lot);
		}
		for (lot, issuer, id) in NamedBy::<T>::iter() {
			let names = |recall: &Recall| recall.issuer == issuer && recall.lots.contains(&lot);
			let is_right = recalls.get(&id).is_some_and(names);
			check_invariant!("recalls", 4, is_right, "a recall does not name its lot", id, lot);
		}
		for (id, recall) in recalls {
			let (holds, waits) = counts.get(id).copied().unwrap_or_default();
			let is_right = waits == recall.awaited;
			check_invariant!("recalls", 4, is_right, "the awaited lots are not counted", id);
			let is_right = holds == recall.held;
			check_invariant!("recalls", 4, is_right, "the recalled lots are not counted", id);
			if !recall.is_in_force() {
				continue;
			}
			let has_come_to = |lot: &LotId| {
				RecalledLots::<T>::contains_key(id, lot)
					&& NamedBy::<T>::get(lot, recall.issuer) == Some(*id)
			};
			let names_its_own = recall.lots.iter().all(has_come_to);
			check_invariant!("recalls", 4, names_its_own, "a named lot is not recalled", id);
			let is_right = holds == recall.marked && recall.freed.is_none();
			check_invariant!("recalls", 4, is_right, "a recall in force has freed a lot", id);
		}
		Ok(())
	}

	fn check_walks(recalls: &BTreeMap<RecallId, Recall>) -> Result<(), TryRuntimeError> {
		let mut walks: BTreeMap<RecallId, BTreeSet<LotId>> = BTreeMap::new();
		for (id, place, (lot, stage)) in Walk::<T>::iter() {
			let may_go = |recall: &Recall| {
				let may_be_there = match RecalledLots::<T>::get(id, lot) {
					Some(Reach::Since(_)) => true,
					Some(Reach::Waiting) => matches!(stage, Stage::Offspring(_)),
					None => false,
				};
				place < recall.walk && (may_be_there || !recall.is_in_force())
			};
			let is_right =
				recalls.get(&id).is_some_and(may_go) && walks.entry(id).or_default().insert(lot);
			check_invariant!("recalls", 5, is_right, "a walk goes where it should not", id, lot);
		}
		for (lot, id, is_through) in Waiting::<T>::iter() {
			let is_in_force = recalls.get(&id).is_some_and(Recall::is_in_force);
			let is_there = walks.get(&id).is_some_and(|lots| lots.contains(&lot));
			let is_right = is_there != is_through || !is_in_force;
			check_invariant!("recalls", 5, is_right, "a walk passes a lot by", id, lot);
		}
		let mut turns: BTreeSet<Turn> = Unfinished::<T>::iter_keys().collect();
		let mut counts: BTreeMap<Issuer, u32> = BTreeMap::new();
		for (id, recall) in recalls {
			let height = walks.get(id).map(BTreeSet::len).unwrap_or_default();
			let may_be = match recall.state {
				RecallState::Spreading => recall.walk > 0,
				RecallState::Standing | RecallState::Closed => recall.walk == 0,
				RecallState::Closing => true,
			};
			let is_right = height == recall.walk as usize && may_be;
			check_invariant!("recalls", 5, is_right, "a walk is not as high as it may be", id);
			if !recall.state.is_unfinished() {
				continue;
			}
			let is_listed = turns.remove(&Turn::of(*id, recall));
			check_invariant!("recalls", 5, is_listed, "an unfinished recall has no turn", id);
			let count = counts.entry(recall.issuer).or_default();
			*count = count.saturating_add(1);
		}
		let is_right = turns.is_empty();
		check_invariant!("recalls", 5, is_right, "nothing is left to do of a recall", turns);
		let stored: BTreeMap<Issuer, u32> = UnfinishedOf::<T>::iter().collect();
		check_invariant!("recalls", 5, stored == counts, "unfinished recalls are not counted");
		let is_right = !Rests::<T>::contains_key(Issuer::Governance);
		check_invariant!("recalls", 5, is_right, "governance rests");
		Ok(())
	}

	fn check_duties(recalls: &BTreeMap<RecallId, Recall>) -> Result<(), TryRuntimeError> {
		let mut duties: BTreeMap<RecallId, Vec<(InstitutionId, Duty)>> = BTreeMap::new();
		for (id, institution, duty) in Duties::<T>::iter() {
			let is_listed =
				recalls.contains_key(&id) && DutiesOf::<T>::contains_key(institution, id);
			check_invariant!("recalls", 7, is_listed, "a duty is not listed", id, institution);
			duties.entry(id).or_default().push((institution, duty));
		}
		for (institution, id, ()) in DutiesOf::<T>::iter() {
			let is_there = Duties::<T>::contains_key(id, institution);
			check_invariant!("recalls", 7, is_there, "a listed duty is not there", id, institution);
		}
		for (id, recall) in recalls {
			let of_recall = duties.get(id).map(Vec::as_slice).unwrap_or_default();
			let answered = of_recall.iter().filter(|(_, duty)| !duty.is_open).count();
			let answers = || of_recall.iter().filter_map(|(_, duty)| duty.answer);
			let found: Total = answers().map(|answer| Total::from(answer.found)).sum();
			let done: Total = answers().map(|answer| Total::from(answer.done)).sum();
			let is_right = recall.asked as usize == of_recall.len()
				&& recall.answered as usize == answered
				&& recall.found == found
				&& recall.done == done
				&& of_recall.iter().all(|(_, duty)| duty.is_open || duty.answer.is_some())
				&& answers().all(|answer| answer.done <= answer.found)
				&& answers().all(|answer| Total::from(answer.found) <= recall.goods);
			check_invariant!("recalls", 7, is_right, "the answers are not counted", id);
		}
		Ok(())
	}

	/// Of a recall in force, where its walk has been nothing was left out.
	fn check_reach(
		recalls: &BTreeMap<RecallId, Recall>,
		held: &BTreeMap<LotId, bool>,
		holdings: &[(HoldingKey, Holding)],
	) -> Result<(), TryRuntimeError> {
		let stages = Walk::<T>::iter().map(|(id, _, (lot, stage))| ((id, lot), stage));
		let stages: BTreeMap<(RecallId, LotId), Stage> = stages.collect();
		for (id, lot, reach) in RecalledLots::<T>::iter() {
			let is_in_force = recalls.get(&id).is_some_and(Recall::is_in_force);
			if !is_in_force {
				continue;
			}
			let stage = stages.get(&(id, lot));
			if matches!(stage, None | Some(Stage::Holders(_))) {
				for one in T::Lots::offspring(lot, None, u32::MAX) {
					let is_reached = Self::has_come_to(id, one) || !held.contains_key(&one);
					check_invariant!("recalls", 6, is_reached, "a lot was left out", id, one);
				}
			}
			let Reach::Since(reached_at) = reach else { continue };
			if stage.is_none() {
				let of_lot = holdings.iter().filter(|(key, _)| key.lot == lot);
				for (key, _) in of_lot.filter(|(_, holding)| holding.total() > 0) {
					let is_asked = Self::duty(id, key.custodian).is_some_and(|duty| {
						duty.is_open || duty.answer.is_some_and(|answer| answer.at >= reached_at)
					});
					check_invariant!("recalls", 6, is_asked, "a holder was left out", id, key);
				}
			}
		}
		Ok(())
	}
}
