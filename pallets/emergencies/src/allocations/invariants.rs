//! The invariants of allocations, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use super::{apportion::shares, distances_between, fingerprint, problem_of};
use crate::{
	Allocation, AllocationEnding, Allocations, Archived, AskedBy, BarredPairs, Config,
	DeclinedNeeds, Distances, Emergencies, FailedOffers, Fill, FillByGroup, FrozenNeed,
	FrozenNeeds, FrozenOffer, FrozenOffers, GivenBy, GreedyPlans, Group, GroupFigures, LineOutcome,
	Lines, Method, NeedSet, NextAllocationId, OpensFrom, Outcomes, PairingFacts, Pallet, Places,
	Quality, Running, Stage, TransferLine, TransferLines,
};
use alloc::{collections::BTreeMap, vec::Vec};
use core::iter;
use salus_analysis::transport::totals;
use salus_primitives::{
	broken_invariant, check_invariant, AllocationId, ClassId, Quantity, Total, Trail, TransferId,
	Transfers,
};
use sp_runtime::TryRuntimeError;

/// Which line each transfer carries out, and between whom, as the lines themselves say.
type MadeLines = BTreeMap<TransferId, TransferLine>;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of allocations.
	pub(crate) fn check_allocations() -> Result<(), TryRuntimeError> {
		let allocations: BTreeMap<AllocationId, Allocation> = Allocations::<T>::iter().collect();
		let mut made = MadeLines::new();
		for (id, allocation) in &allocations {
			check_entry::<T>(*id, allocation)?;
			check_lists::<T>(*id, allocation)?;
			check_frozen::<T>(*id, allocation)?;
			check_shares::<T>(*id, allocation)?;
			check_lines::<T>(*id, allocation)?;
			check_outcomes::<T>(*id, allocation, &mut made)?;
			check_quality::<T>(*id, allocation)?;
		}
		check_running::<T>(&allocations)?;
		check_orphans::<T>(&allocations)?;
		let carriers: BTreeMap<_, _> = TransferLines::<T>::iter().collect();
		check_invariant!(
			"emergencies",
			9,
			carriers == made,
			"what transfers carry out is not what lines say",
			carriers,
			made
		);
		check_archived::<T>(&allocations)
	}
}

/// What has ended, and how.
fn ending(allocation: &Allocation) -> Option<AllocationEnding> {
	match allocation.stage {
		Stage::Ended { how, .. } => Some(how),
		_ => None,
	}
}

fn check_entry<T: Config>(
	id: AllocationId,
	allocation: &Allocation,
) -> Result<(), TryRuntimeError> {
	let is_new = id < NextAllocationId::<T>::get();
	check_invariant!("emergencies", 4, is_new, "an allocation is not below the next", id);
	let is_recorded = allocation.newest_record.is_some();
	check_invariant!("emergencies", 4, is_recorded, "an allocation has no record", id);
	let emergency = Emergencies::<T>::get(allocation.emergency);
	let is_of_one = emergency
		.is_some_and(|emergency| emergency.declaration.classes.contains(&allocation.class));
	check_invariant!("emergencies", 4, is_of_one, "an allocation is of no emergency", id);
	Ok(())
}

fn check_running<T: Config>(
	allocations: &BTreeMap<AllocationId, Allocation>,
) -> Result<(), TryRuntimeError> {
	let listed = Running::<T>::get();
	let running: Vec<AllocationId> = allocations
		.iter()
		.filter(|(_, allocation)| allocation.is_running())
		.map(|(id, _)| *id)
		.collect();
	let is_listed = listed.as_slice() == running;
	check_invariant!("emergencies", 4, is_listed, "what runs is not what is listed", running);
	let mut classes: Vec<ClassId> = allocations
		.values()
		.filter(|allocation| allocation.is_running())
		.map(|allocation| allocation.class)
		.collect();
	classes.sort_unstable();
	let is_one_each = classes.is_sorted_by(|one, next| one < next);
	check_invariant!("emergencies", 4, is_one_each, "two run of one class", classes);
	for (id, emergency) in Emergencies::<T>::iter() {
		let counted = allocations.values().filter(|allocation| allocation.emergency == id).count();
		let is_counted = counted == emergency.allocations as usize;
		check_invariant!("emergencies", 4, is_counted, "allocations are miscounted", id, counted);
	}
	for (emergency, class, _) in OpensFrom::<T>::iter() {
		let is_stored = Emergencies::<T>::contains_key(emergency);
		check_invariant!(
			"emergencies",
			4,
			is_stored,
			"an opening is of no emergency",
			emergency,
			class
		);
	}
	Ok(())
}

fn check_lists<T: Config>(
	id: AllocationId,
	allocation: &Allocation,
) -> Result<(), TryRuntimeError> {
	let (needs, offers) = (AskedBy::<T>::get(id), GivenBy::<T>::get(id));
	let lines = Lines::<T>::get(id);
	let is_as_long = needs.len() == usize::from(allocation.needs)
		&& offers.len() == usize::from(allocation.offers)
		&& lines.len() == usize::from(allocation.lines);
	check_invariant!("emergencies", 5, is_as_long, "a list is not as long as it should be", id);
	let is_ascending = needs.is_sorted_by(|one, next| one.need < next.need)
		&& offers.is_sorted_by(|one, next| one.offer < next.offer);
	check_invariant!("emergencies", 5, is_ascending, "a list is not in order", id);
	let places = Places::<T>::get(id);
	let placed = |place: u8| usize::from(place) < places.len();
	let are_placed = needs.iter().all(|need| placed(need.place))
		&& offers.iter().all(|offer| placed(offer.place));
	check_invariant!("emergencies", 5, are_placed, "something is at no place", id);
	let distances = Distances::<T>::get(id);
	let is_table = match allocation.fingerprint {
		Some(_) => distances.into_inner() == distances_between(&places),
		None => distances.is_empty(),
	};
	check_invariant!("emergencies", 5, is_table, "distances are not those of the places", id);
	let facts = PairingFacts::<T>::get(id).len();
	let is_known = match allocation.stage {
		Stage::GatheringNeeds { .. } | Stage::GatheringOffers { .. } => facts == needs.len(),
		_ => facts == 0,
	};
	check_invariant!("emergencies", 5, is_known, "facts are of other needs", id);
	let may_plan = match allocation.stage {
		Stage::Greedy { taken } => GreedyPlans::<T>::contains_key(id) == (taken > 0),
		_ => !GreedyPlans::<T>::contains_key(id),
	};
	check_invariant!("emergencies", 5, may_plan, "a plan is in the making out of turn", id);
	let is_over = ending(allocation).is_some_and(|how| how != AllocationEnding::Allocated);
	let is_bare = needs.is_empty() && offers.is_empty() && places.is_empty();
	let is_cleared = !is_over || !lines.is_empty() || is_bare;
	check_invariant!("emergencies", 5, is_cleared, "what came to no line keeps its lists", id);
	Ok(())
}

fn check_frozen<T: Config>(
	id: AllocationId,
	allocation: &Allocation,
) -> Result<(), TryRuntimeError> {
	if !allocation.freezes(T::Trail::now()) {
		return Ok(());
	}
	for need in AskedBy::<T>::get(id) {
		let is_frozen = FrozenNeeds::<T>::get(need.need) == Some(id);
		check_invariant!("emergencies", 6, is_frozen, "a need is not frozen", id, need.need);
	}
	for offer in GivenBy::<T>::get(id) {
		let is_frozen = FrozenOffers::<T>::get(offer.offer) == Some(id);
		check_invariant!("emergencies", 6, is_frozen, "an offer is not frozen", id, offer.offer);
	}
	Ok(())
}

/// Checks that nothing is kept of an allocation that is not stored.
fn check_orphans<T: Config>(
	allocations: &BTreeMap<AllocationId, Allocation>,
) -> Result<(), TryRuntimeError> {
	for (need, id) in FrozenNeeds::<T>::iter() {
		let allocation = allocations.get(&id);
		let is_listed = || AskedBy::<T>::get(id).iter().any(|listed| listed.need == need);
		let is_known = allocation.is_some_and(|known| !known.is_running() || is_listed());
		check_invariant!("emergencies", 6, is_known, "a need is frozen for nothing", need, id);
	}
	for (offer, id) in FrozenOffers::<T>::iter() {
		let allocation = allocations.get(&id);
		let is_listed = || GivenBy::<T>::get(id).iter().any(|listed| listed.offer == offer);
		let is_known = allocation.is_some_and(|known| !known.is_running() || is_listed());
		check_invariant!("emergencies", 6, is_known, "an offer is frozen for nothing", offer, id);
	}
	let ended_by = FailedOffers::<T>::iter_values().chain(DeclinedNeeds::<T>::iter_values());
	for id in ended_by {
		let has_lines = allocations.get(&id).is_some_and(|allocation| allocation.lines > 0);
		check_invariant!("emergencies", 9, has_lines, "something failed of no line", id);
	}
	let listed = AskedBy::<T>::iter_keys()
		.chain(GivenBy::<T>::iter_keys())
		.chain(BarredPairs::<T>::iter_keys())
		.chain(PairingFacts::<T>::iter_keys())
		.chain(Places::<T>::iter_keys())
		.chain(Distances::<T>::iter_keys())
		.chain(GreedyPlans::<T>::iter_keys())
		.chain(Lines::<T>::iter_keys())
		.chain(FillByGroup::<T>::iter_keys());
	for id in listed {
		let is_stored = allocations.contains_key(&id);
		check_invariant!("emergencies", 5, is_stored, "a list is of no allocation", id);
	}
	for (id, line) in Outcomes::<T>::iter_keys() {
		let waits = allocations.get(&id).is_none_or(|allocation| {
			let carried_out = u32::from(allocation.carried_out);
			!(allocation.archived..carried_out).contains(&u32::from(line))
		});
		check_invariant!(
			"emergencies",
			9,
			!waits,
			"a line has an outcome too soon or too late",
			id,
			line
		);
	}
	Ok(())
}

fn check_shares<T: Config>(
	id: AllocationId,
	allocation: &Allocation,
) -> Result<(), TryRuntimeError> {
	let (needs, offers) = (AskedBy::<T>::get(id), GivenBy::<T>::get(id));
	let is_within = needs.iter().all(|need| need.share <= need.asked);
	check_invariant!("emergencies", 7, is_within, "a share is more than was asked", id);
	let barred = BarredPairs::<T>::get(id);
	let offers = check_barred(id, allocation, &offers, &barred)?;
	let are_served = offers.iter().all(FrozenOffer::may_go);
	check_invariant!("emergencies", 7, are_served, "an offer may go nowhere", id);
	let shared: Total = needs.iter().map(|need| Total::from(need.share)).sum();
	let Some(known) = allocation.fingerprint else {
		let is_none = shared == 0;
		check_invariant!("emergencies", 7, is_none, "a share is decided too soon", id, shared);
		return Ok(());
	};
	let decided = shares(&needs, &offers)
		.map_err(|_| broken_invariant!("emergencies", 7, "shares cannot be decided", id))?;
	let is_all = needs.iter().map(|need| need.share).eq(decided);
	check_invariant!("emergencies", 7, is_all, "what is shared is not what there is", id, shared);
	let figures = fingerprint(id, &needs, &offers, &Distances::<T>::get(id), &Places::<T>::get(id));
	let is_known = figures == known;
	check_invariant!("emergencies", 7, is_known, "figures are not those of the fingerprint", id);
	Ok(())
}

/// Checks what was barred. Answers with the offers as they were before.
fn check_barred(
	id: AllocationId,
	allocation: &Allocation,
	offers: &[FrozenOffer],
	barred: &[NeedSet],
) -> Result<Vec<FrozenOffer>, TryRuntimeError> {
	let is_as_long = barred.len() == if allocation.barred == 0 { 0 } else { offers.len() };
	check_invariant!("emergencies", 7, is_as_long, "what was barred is not of the offers", id);
	let count: u32 = barred.iter().flatten().map(|word| word.count_ones()).sum();
	let is_counted = count == allocation.barred;
	check_invariant!("emergencies", 7, is_counted, "what was barred is miscounted", id, count);
	let mut pairs = offers.iter().zip(barred).flat_map(|(offer, set)| offer.pairs.iter().zip(set));
	let is_none = pairs.all(|(pairs, barred)| pairs & barred == 0);
	check_invariant!("emergencies", 7, is_none, "what was barred is a pair still", id);
	let sets = barred.iter().copied().chain(iter::repeat([0; 8]));
	Ok(offers.iter().cloned().zip(sets).map(|(offer, set)| offer.before(&set)).collect())
}

fn check_lines<T: Config>(
	id: AllocationId,
	allocation: &Allocation,
) -> Result<(), TryRuntimeError> {
	let (needs, offers) = (AskedBy::<T>::get(id), GivenBy::<T>::get(id));
	let lines = Lines::<T>::get(id);
	let is_few = lines.is_empty() || lines.len() < needs.len().saturating_add(offers.len());
	check_invariant!("emergencies", 8, is_few, "there are too many lines", id);
	let is_ascending = lines.is_sorted_by(|one, next| one.pair() < next.pair());
	check_invariant!("emergencies", 8, is_ascending, "lines are not in order", id);
	let mut left: Vec<Quantity> = offers.iter().map(|offer| offer.left).collect();
	let mut open: Vec<Quantity> = needs.iter().map(|need| need.share).collect();
	for line in &lines {
		let (offer, need) = (usize::from(line.supply), usize::from(line.demand));
		let is_paired =
			line.quantity > 0 && offers.get(offer).is_some_and(|it| it.may_go_to(line.demand));
		check_invariant!("emergencies", 8, is_paired, "a line is between no pair", id, line);
		let is_within = [left.get_mut(offer), open.get_mut(need)].into_iter().all(|rest| {
			let Some(rest) = rest else { return false };
			let less = rest.checked_sub(line.quantity);
			*rest = less.unwrap_or_default();
			less.is_some()
		});
		check_invariant!("emergencies", 8, is_within, "a line is more than there is", id, line);
	}
	let is_planned = allocation.method.is_some() || allocation.carried_out == 0;
	check_invariant!("emergencies", 8, is_planned, "lines are carried out without a plan", id);
	Ok(())
}

/// Checks what became of the lines of an allocation, and enters the transfers that were made.
fn check_outcomes<T: Config>(
	id: AllocationId,
	allocation: &Allocation,
	made: &mut MadeLines,
) -> Result<(), TryRuntimeError> {
	let (needs, offers) = (AskedBy::<T>::get(id), GivenBy::<T>::get(id));
	let is_within = allocation.carried_out <= allocation.lines;
	check_invariant!("emergencies", 9, is_within, "more is carried out than there is", id);
	let are_shares = needs.iter().all(|need| need.promised <= need.share);
	check_invariant!("emergencies", 9, are_shares, "a need was promised more than its share", id);
	let mut promised: Vec<Total> = needs.iter().map(|_| 0).collect();
	for (number, line) in (0u16..).zip(&Lines::<T>::get(id)) {
		let is_kept =
			(allocation.archived..u32::from(allocation.carried_out)).contains(&u32::from(number));
		if !is_kept {
			continue;
		}
		let outcome = Outcomes::<T>::get(id, number).ok_or_else(|| {
			broken_invariant!(
				"emergencies",
				9,
				"a line was carried out without an outcome",
				id,
				number
			)
		})?;
		let is_within = outcome.promised() <= line.quantity;
		check_invariant!("emergencies", 9, is_within, "more was made than planned", id, number);
		if let Some(promised) = promised.get_mut(usize::from(line.demand)) {
			*promised = promised.saturating_add(outcome.promised().into());
		}
		let LineOutcome::Made { transfer, quantity } = outcome else { continue };
		let (giver, receiver) =
			(offers.get(usize::from(line.supply)), needs.get(usize::from(line.demand)));
		// A line is on a pair, as was checked.
		let Some((giver, receiver)) = giver.zip(receiver) else { continue };
		let carrier = TransferLine {
			allocation: id,
			line: number,
			offer: giver.offer,
			need: receiver.need,
			giver: giver.institution,
		};
		let twice = made.insert(transfer, carrier);
		check_invariant!("emergencies", 9, twice.is_none(), "a transfer was made twice", transfer);
		let Some(pending) = T::Transfers::pending(transfer) else { continue };
		let is_the_line = pending.agreed
			&& pending.sender == giver.institution
			&& pending.receiver == receiver.institution
			&& pending.quantity == Total::from(quantity);
		check_invariant!(
			"emergencies",
			9,
			is_the_line,
			"what is reserved is not what the line says",
			id,
			number,
			pending
		);
	}
	let told = needs.iter().map(|need| Total::from(need.promised));
	let is_told = allocation.archived > 0 || told.eq(promised);
	check_invariant!("emergencies", 9, is_told, "a need was promised what no line says", id);
	Ok(())
}

fn check_quality<T: Config>(
	id: AllocationId,
	allocation: &Allocation,
) -> Result<(), TryRuntimeError> {
	let groups = FillByGroup::<T>::get(id);
	let is_due = ending(allocation) == Some(AllocationEnding::Allocated);
	let Some(quality) = &allocation.quality else {
		let is_none = !is_due && groups.is_empty();
		check_invariant!("emergencies", 10, is_none, "an allocation lacks its quality", id);
		return Ok(());
	};
	check_invariant!("emergencies", 10, is_due, "an allocation has its quality too soon", id);
	let needs = AskedBy::<T>::get(id);
	let of_needs = needs.iter().fold(Fill::default(), |sum, need| Fill {
		asked: sum.asked.saturating_add(need.asked.into()),
		shared: sum.shared.saturating_add(need.share.into()),
		promised: sum.promised.saturating_add(need.promised.into()),
	});
	let of_groups = |is_one: fn(&Group) -> bool| {
		let some = groups.iter().filter(|one| is_one(&one.group));
		some.fold(Fill::default(), |sum, GroupFigures { fill, .. }| Fill {
			asked: sum.asked.saturating_add(fill.asked),
			shared: sum.shared.saturating_add(fill.shared),
			promised: sum.promised.saturating_add(fill.promised),
		})
	};
	let is_sum = quality.all == of_needs
		&& quality.all == of_groups(|group| matches!(group, Group::Region(_)))
		&& quality.all == of_groups(|group| matches!(group, Group::Kind(_)));
	check_invariant!("emergencies", 10, is_sum, "quality is not that of the needs", id);
	check_way::<T>((id, allocation), quality, &needs)
}

/// Checks that goods do not go farther than planned; and as far, if all of them go. What is proven is what was
/// planned.
fn check_way<T: Config>(
	(id, allocation): (AllocationId, &Allocation),
	quality: &Quality,
	needs: &[FrozenNeed],
) -> Result<(), TryRuntimeError> {
	let offers = GivenBy::<T>::get(id);
	let problem = problem_of(needs, &offers, &Distances::<T>::get(id)).map_err(|_| {
		broken_invariant!("emergencies", 10, "an allocation decides about no problem", id)
	})?;
	let planned = totals(&problem, &Lines::<T>::get(id));
	let is_way = match quality.all.promised == planned.units {
		true => quality.unit_km == planned.unit_kilometres,
		false => quality.unit_km <= planned.unit_kilometres,
	};
	check_invariant!("emergencies", 10, is_way, "goods go another way than planned", id);
	let proven = (allocation.method == Some(Method::Proven)).then_some(planned.unit_kilometres);
	let is_proven = quality.least_km == proven;
	check_invariant!("emergencies", 10, is_proven, "the least is not what was proven", id);
	Ok(())
}

fn check_archived<T: Config>(
	allocations: &BTreeMap<AllocationId, Allocation>,
) -> Result<(), TryRuntimeError> {
	for id in Archived::<T>::iter_keys() {
		let is_new = id < NextAllocationId::<T>::get();
		check_invariant!(
			"emergencies",
			11,
			is_new,
			"an archived allocation is not below the next",
			id
		);
		let is_gone = !allocations.contains_key(&id);
		check_invariant!("emergencies", 11, is_gone, "an archived allocation is stored", id);
	}
	Ok(())
}
