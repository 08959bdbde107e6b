//! The invariants, checked in the order in which the pallet's documentation lists them.

use crate::{
	exclusion, ActiveRounds, Archived, ArchivedReport, Config, Dmu, Efficiencies, Efficiency,
	NextRoundId, Observations, Opening, Pallet, Progress, Rosters, Round, RoundSpecifications,
	Rounds, Row, Snapshot, Snapshots, Stage, Sums, METHOD,
};
use alloc::vec::Vec;
use salus_analysis::dea::{ReturnsToScale, ONE};
use salus_primitives::{broken_invariant, check_invariant, Belt, RoundId};
use salus_solver::Solver;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_active()?;
		Self::try_specifications()?;
		Self::try_observations()?;
		Self::try_snapshots()?;
		Self::try_progress()?;
		Self::try_efficiencies()?;
		Self::try_solutions()?;
		Self::try_archived()
	}

	/// What a round was opened with.
	fn opening_of(id: RoundId) -> Result<Opening, TryRuntimeError> {
		RoundSpecifications::<T>::get(id)
			.ok_or_else(|| broken_invariant!("efficiency", 2, "a round has no specification", id))
	}

	fn try_active() -> Result<(), TryRuntimeError> {
		let mut active: Vec<RoundId> = Rounds::<T>::iter()
			.filter(|(_, round)| round.stage.is_active())
			.map(|(id, _)| id)
			.collect();
		active.sort_unstable();
		let listed = ActiveRounds::<T>::get().into_inner();
		check_invariant!(
			"efficiency",
			1,
			active == listed,
			"active rounds are not those that are listed",
			active,
			listed
		);
		let next = NextRoundId::<T>::get();
		for id in Rounds::<T>::iter_keys() {
			check_invariant!("efficiency", 1, id < next, "an identifier was not handed out", id);
		}
		Ok(())
	}

	fn try_specifications() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter() {
			let opening = Self::opening_of(id)?;
			let possible = Self::check_specification(&opening.specification).is_ok();
			check_invariant!("efficiency", 2, possible, "a specification is not possible", id);
			let roster = Rosters::<T>::get(id);
			let open = round.stage == Stage::Open;
			check_invariant!(
				"efficiency",
				2,
				open == roster.is_some(),
				"a roster is missing, or is of a round that is not open",
				id
			);
			let same = roster
				.is_none_or(|roster| roster.ascends() && roster.len() == usize::from(opening.dmus));
			check_invariant!("efficiency", 2, same, "a roster is not of its round", id);
		}
		for id in RoundSpecifications::<T>::iter_keys() {
			let known = Rounds::<T>::contains_key(id);
			check_invariant!("efficiency", 2, known, "a specification has no round", id);
		}
		for id in Rosters::<T>::iter_keys() {
			let known = Rounds::<T>::contains_key(id);
			check_invariant!("efficiency", 2, known, "a roster has no round", id);
		}
		Ok(())
	}

	fn try_observations() -> Result<(), TryRuntimeError> {
		for id in Observations::<T>::iter_keys().map(|(id, _)| id) {
			let open = Rounds::<T>::get(id).is_some_and(|round| round.stage == Stage::Open);
			check_invariant!("efficiency", 3, open, "an observation is of no open round", id);
		}
		for (id, round) in Rounds::<T>::iter() {
			let opening = Self::opening_of(id)?;
			let few = round.observed <= opening.dmus;
			check_invariant!("efficiency", 3, few, "more was observed than there is", id);
			let Some(roster) = Rosters::<T>::get(id) else { continue };
			let mut count = 0;
			for (dmu, values) in Observations::<T>::iter_prefix(id) {
				let listed = roster.contains(&dmu);
				check_invariant!("efficiency", 3, listed, "an observation has no DMU", id, dmu);
				let full = values.len() == opening.specification.indicators.len();
				check_invariant!("efficiency", 3, full, "an observation is not full", id, dmu);
				count += 1;
			}
			let counted = count == usize::from(round.observed);
			check_invariant!("efficiency", 3, counted, "observations are miscounted", id, count);
		}
		Ok(())
	}

	fn try_snapshots() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter() {
			let frozen = matches!(round.stage, Stage::Sealed | Stage::Complete);
			let snapshot = Snapshots::<T>::get(id);
			check_invariant!(
				"efficiency",
				4,
				frozen == snapshot.is_some(),
				"a snapshot is missing, or is of a round without figures",
				id
			);
			let unsealed = round.stage != Stage::Open || round.seal.is_none();
			check_invariant!("efficiency", 4, unsealed, "an open round has a seal", id);
			if let Some(snapshot) = snapshot {
				Self::try_snapshot(id, &round, &snapshot)?;
			}
		}
		for id in Snapshots::<T>::iter_keys() {
			let known = Rounds::<T>::contains_key(id);
			check_invariant!("efficiency", 4, known, "a snapshot has no round", id);
		}
		Ok(())
	}

	fn try_snapshot(
		id: RoundId,
		round: &Round,
		snapshot: &Snapshot,
	) -> Result<(), TryRuntimeError> {
		let Opening { specification, dmus, .. } = Self::opening_of(id)?;
		let seal = round
			.seal
			.ok_or_else(|| broken_invariant!("efficiency", 4, "a snapshot has no seal", id))?;
		let counted = usize::from(seal.dmus) == snapshot.rows.len()
			&& usize::from(seal.excluded) == snapshot.excluded.len();
		check_invariant!("efficiency", 4, counted, "a snapshot is miscounted", id);
		let print = snapshot.fingerprint(seal.method, id, &specification);
		let same = print == seal.fingerprint;
		check_invariant!("efficiency", 4, same, "a snapshot has another fingerprint", id);

		let ascends = |dmus: &[&Dmu]| dmus.is_sorted_by(|a, b| a < b);
		let rows: Vec<&Dmu> = snapshot.rows.iter().map(|row| &row.dmu).collect();
		let excluded: Vec<&Dmu> = snapshot.excluded.iter().map(|(row, _)| &row.dmu).collect();
		let sorted = ascends(&rows) && ascends(&excluded);
		check_invariant!("efficiency", 4, sorted, "a snapshot is out of order", id);
		let all: Vec<&Dmu> = snapshot.in_order().into_iter().map(|(row, _)| &row.dmu).collect();
		let whole = ascends(&all) && all.len() == usize::from(dmus);
		check_invariant!("efficiency", 4, whole, "a snapshot has not each DMU once", id);

		let kept = |row: &Row| exclusion(&specification, Some(&row.values)).is_none();
		for row in &snapshot.rows {
			check_invariant!("efficiency", 4, kept(row), "a DMU should be left out", id, row.dmu);
		}
		for (row, reason) in &snapshot.excluded {
			let values = Some(&row.values).filter(|values| !values.is_empty());
			let right = exclusion(&specification, values) == Some(*reason);
			check_invariant!("efficiency", 4, right, "a DMU is left out wrongly", id, row.dmu);
		}
		Ok(())
	}

	fn try_progress() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter() {
			let snapshot = Snapshots::<T>::get(id).unwrap_or_default();
			let mut progress = Progress::default();
			for (place, efficiency) in Efficiencies::<T>::iter_prefix(id) {
				let row = snapshot.rows.get(usize::from(place)).ok_or_else(|| {
					broken_invariant!("efficiency", 5, "an efficiency has no DMU", id, place)
				})?;
				progress.add(row.belt, &efficiency);
			}
			let same = progress == round.progress;
			check_invariant!("efficiency", 5, same, "what is proven is miscounted", id);
			let evaluation = Self::opening_of(id)?.specification.is_evaluation();
			let proper = evaluation || progress.all.proven == 0;
			check_invariant!("efficiency", 5, proper, "a survey has efficiencies", id);
			let all = round.seal.is_some_and(|seal| seal.dmus == progress.all.proven);
			let complete = round.stage == Stage::Complete;
			let due = round.stage != Stage::Sealed && !complete || complete == (all || !evaluation);
			check_invariant!("efficiency", 5, due, "a round is final too early or late", id);
			let ended = round.ended.is_none() == round.stage.is_active();
			check_invariant!("efficiency", 5, ended, "the end of a round is not its stage's", id);
		}
		for (id, _) in Efficiencies::<T>::iter_keys() {
			let known = Rounds::<T>::contains_key(id);
			check_invariant!("efficiency", 5, known, "an efficiency has no round", id);
		}
		Ok(())
	}

	fn try_efficiencies() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter() {
			let (inputs, outputs) = Self::opening_of(id)?.specification.widths();
			let dmus = round.seal.map_or(0, |seal| seal.dmus);
			for (place, efficiency) in Efficiencies::<T>::iter_prefix(id) {
				Self::try_efficiency(id, place, &efficiency, inputs + outputs, dmus)?;
			}
		}
		Ok(())
	}

	/// Checks one efficiency of a sample of so many columns and DMUs.
	fn try_efficiency(
		id: RoundId,
		place: u16,
		efficiency: &Efficiency,
		columns: usize,
		dmus: u16,
	) -> Result<(), TryRuntimeError> {
		let Efficiency { crste, vrste, scale, returns_to_scale, slacks, peers } = efficiency;
		let (crste, vrste, scale) = (*crste, *vrste, *scale);
		let bounded = crste <= vrste && vrste <= ONE && scale <= ONE;
		check_invariant!("efficiency", 6, bounded, "a score is out of bounds", id, place);
		let constant =
			*returns_to_scale != ReturnsToScale::Constant || (crste == vrste && scale == ONE);
		check_invariant!("efficiency", 6, constant, "constant returns are not", id, place);
		// Each of the three is off by half a digit at most, so scale times vrste is off from crste by
		// one and a half.
		let product = u128::from(scale).saturating_mul(vrste.into());
		let quotient = u128::from(crste).saturating_mul(ONE.into());
		let exact = product.abs_diff(quotient) <= u128::from(ONE) * 3 / 2 + 1;
		check_invariant!("efficiency", 6, exact, "scale is not the quotient", id, place);

		let full = slacks.len() == columns;
		check_invariant!("efficiency", 6, full, "slacks are not those of the columns", id, place);
		let known = peers.iter().all(|(peer, _)| peer.0 < dmus);
		check_invariant!("efficiency", 6, known, "a peer is of no snapshot", id, place);
		let sum: u64 = peers.iter().map(|(_, weight)| weight.0).sum();
		let one = peers.is_empty() || sum.abs_diff(ONE) <= peers.len() as u64;
		check_invariant!("efficiency", 6, one, "weights do not add up to one", id, place);
		let compared = vrste == 0 || !peers.is_empty();
		check_invariant!("efficiency", 6, compared, "a DMU has no peers", id, place);
		Ok(())
	}

	/// Solves one DMU of each round again, by what its figures say and not by what was posted.
	fn try_solutions() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter().filter(|(_, round)| round.progress.all.proven > 0) {
			let Some((place, stored)) = Efficiencies::<T>::iter_prefix(id).next() else { continue };
			let seal = round.seal.filter(|seal| seal.method == METHOD);
			let (Some(_), Some(snapshot)) = (seal, Snapshots::<T>::get(id)) else { continue };
			let specification = Self::opening_of(id)?.specification;
			let sample = snapshot
				.sample(&specification)
				.map_err(|_| broken_invariant!("efficiency", 7, "a snapshot is no sample", id))?;
			let solved = Solver::new(&sample, specification.model).report(place);
			let (_, report) = solved.map_err(|_| {
				broken_invariant!("efficiency", 7, "a proven DMU has no solution", id, place)
			})?;
			let same = Efficiency::from(report) == stored;
			check_invariant!("efficiency", 7, same, "figures say another efficiency", id, place);
		}
		Ok(())
	}

	/// What other checks demand a round for is not asked for again.
	fn try_archived() -> Result<(), TryRuntimeError> {
		let next = NextRoundId::<T>::get();
		for (id, archived) in Archived::<T>::iter() {
			check_invariant!("efficiency", 8, id < next, "an identifier was not handed out", id);
			let removed = !Rounds::<T>::contains_key(id);
			check_invariant!("efficiency", 8, removed, "an archived round is stored", id);
			let Some(ArchivedReport { seal, progress, .. }) = archived.report else { continue };
			let proven = progress.all.proven;
			let whole = proven == seal.dmus || progress == Progress::default();
			check_invariant!("efficiency", 8, whole, "an archived report is not final", id);
			let belts = [Some(Belt::Western), Some(Belt::Central), Some(Belt::Eastern), None];
			let belts = belts.map(|belt| progress.group(belt));
			let adds_up = |of: fn(&Sums) -> u64| {
				let sum: u128 = belts.iter().map(|sums| u128::from(of(sums))).sum();
				sum == u128::from(of(&progress.all))
			};
			let same = adds_up(|sums| sums.proven.into())
				&& adds_up(|sums| sums.crste)
				&& adds_up(|sums| sums.vrste)
				&& adds_up(|sums| sums.scale);
			check_invariant!("efficiency", 8, same, "the belts do not add up", id);
		}
		Ok(())
	}
}
