//! Each invariant is seen when it is broken.

use crate::{
	mock::*, Allocation, AllocationEnding, Allocations, Archived, AskedBy, BarredPairs, BarredSets,
	DeclinedNeeds, Distances, FailedOffers, Fill, FillByGroup, FrozenNeed, FrozenNeeds,
	FrozenOffer, FrozenOffers, GivenBy, GreedyPlans, GreedyState, Line, LineOutcome, Lines,
	NeedSet, NextAllocationId, OpensFrom, Outcomes, PairingFacts, Places, Quality, Running, Stage,
	TransferLine, TransferLines,
};
use frame_support::assert_ok;
use salus_analysis::transport::Problem;
use salus_primitives::{AllocationId, NeedId, OfferId, RecordId, TransferId};
use sp_runtime::TryRuntimeError;

const NO_ALLOCATION: AllocationId = AllocationId(7);

/// Two needs and two offers, of which an allocation decides in Hubei: 10 and 10 of 20.
fn gathered() -> AllocationId {
	asks(HOSPITAL, 30);
	asks(CLINIC, 30);
	offers(DONOR, 12);
	offers(SUPPLIER, 8);
	let id = opened(masks_in_hubei());
	advance_until(id, |stage| matches!(stage, Stage::GatheringOffers { .. }));
	id
}

#[track_caller]
fn breaks(
	message: &'static str,
	has_come_to: impl Fn(&Stage) -> bool,
	break_it: impl FnOnce(AllocationId),
) {
	stage().execute_with(|| {
		let id = gathered();
		advance_until(id, has_come_to);
		check_all();
		break_it(id);
		assert_eq!(Emergencies::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

/// Breaks something once everything is paired.
#[track_caller]
fn breaks_paired(message: &'static str, break_it: impl FnOnce(AllocationId)) {
	breaks(message, |stage| matches!(stage, Stage::Apportioning), break_it);
}

/// Breaks something once lines are known.
#[track_caller]
fn breaks_decided(message: &'static str, break_it: impl FnOnce(AllocationId)) {
	breaks(message, |stage| matches!(stage, Stage::CarryingOut { .. }), break_it);
}

/// Breaks something once lines are carried out.
#[track_caller]
fn breaks_carried_out(message: &'static str, break_it: impl FnOnce(AllocationId)) {
	breaks(message, |stage| matches!(stage, Stage::Escalating { .. }), break_it);
}

/// Breaks something once it has ended well.
#[track_caller]
fn breaks_ended(message: &'static str, break_it: impl FnOnce(AllocationId)) {
	breaks(message, |stage| matches!(stage, Stage::Ended { .. }), break_it);
}

fn change_allocation(id: AllocationId, change: impl FnOnce(&mut Allocation)) {
	let mut allocation = known(id);
	change(&mut allocation);
	Allocations::<Test>::insert(id, allocation);
}

fn change_need(id: AllocationId, place: usize, change: impl FnOnce(&mut FrozenNeed)) {
	AskedBy::<Test>::mutate(id, |needs| change(&mut needs.as_mut()[place]));
}

fn change_offer(id: AllocationId, place: usize, change: impl FnOnce(&mut FrozenOffer)) {
	GivenBy::<Test>::mutate(id, |offers| change(&mut offers.as_mut()[place]));
}

fn change_line(id: AllocationId, place: usize, change: impl FnOnce(&mut Line)) {
	Lines::<Test>::mutate(id, |lines| change(&mut lines.as_mut()[place]));
}

#[test]
fn allocations_are_numbered_recorded_and_of_an_emergency() {
	breaks_paired("emergencies: invariant 4: an allocation is not below the next", |id| {
		NextAllocationId::<Test>::put(id);
	});
	breaks_paired("emergencies: invariant 4: an allocation has no record", |id| {
		change_allocation(id, |allocation| allocation.newest_record = None);
	});
	let of_none = "emergencies: invariant 4: an allocation is of no emergency";
	breaks_paired(of_none, |id| {
		change_allocation(id, |allocation| allocation.emergency = NOTHING);
	});
	breaks_paired(of_none, |id| {
		change_allocation(id, |allocation| allocation.class = OXYGEN);
	});
}

#[test]
fn what_runs_is_listed_once_and_counted() {
	let not_listed = "emergencies: invariant 4: what runs is not what is listed";
	breaks_paired(not_listed, |_| Running::<Test>::kill());
	breaks_ended(not_listed, |id| {
		Running::<Test>::mutate(|running| running.try_push(id)).expect("there is room");
	});
	breaks_paired("emergencies: invariant 4: two run of one class", |id| {
		let second = AllocationId(id.0 + 1);
		NextAllocationId::<Test>::put(AllocationId(id.0 + 2));
		let stage = Stage::GatheringNeeds { after: None, looked: 0 };
		let empty = Allocation { stage, needs: 0, offers: 0, ..known(id) };
		Allocations::<Test>::insert(second, empty);
		Running::<Test>::mutate(|running| running.try_push(second)).expect("there is room");
	});
	breaks_paired("emergencies: invariant 4: allocations are miscounted", |id| {
		change(known(id).emergency, |emergency| emergency.allocations = 2);
	});
	breaks_paired("emergencies: invariant 4: an opening is of no emergency", |_| {
		OpensFrom::<Test>::insert(NOTHING, MASKS, NOW);
	});
}

#[test]
fn lists_are_as_long_as_is_said_and_in_order() {
	let too_long = "emergencies: invariant 5: a list is not as long as it should be";
	breaks_paired(too_long, |id| change_allocation(id, |allocation| allocation.needs = 1));
	breaks_paired(too_long, |id| change_allocation(id, |allocation| allocation.offers = 3));
	breaks_decided(too_long, |id| change_allocation(id, |allocation| allocation.lines = 1));
	let not_in_order = "emergencies: invariant 5: a list is not in order";
	breaks_paired(not_in_order, |id| {
		AskedBy::<Test>::mutate(id, |needs| needs.as_mut().swap(0, 1));
	});
	breaks_paired(not_in_order, |id| change_offer(id, 1, |offer| offer.offer = OfferId(0)));
	breaks_paired("emergencies: invariant 5: something is at no place", |id| {
		Places::<Test>::mutate(id, |places| places.truncate(1));
	});
	let distances = "emergencies: invariant 5: distances are not those of the places";
	breaks_decided(distances, |id| {
		Distances::<Test>::mutate(id, |distances| distances.as_mut()[0] += 1);
	});
	breaks_decided(distances, Distances::<Test>::remove);
}

#[test]
fn what_is_kept_for_a_stage_goes_with_it() {
	let facts = "emergencies: invariant 5: facts are of other needs";
	breaks(
		facts,
		|stage| matches!(stage, Stage::GatheringOffers { .. }),
		|id| {
			PairingFacts::<Test>::mutate(id, |facts| facts.truncate(1));
		},
	);
	breaks(
		facts,
		|stage| matches!(stage, Stage::GatheringOffers { .. }),
		|id| {
			change_allocation(id, |allocation| allocation.stage = Stage::Apportioning);
		},
	);
	let plan = "emergencies: invariant 5: a plan is in the making out of turn";
	let greedy = || {
		let problem = Problem::new(vec![], vec![], |_, _| 0).expect("it is empty");
		GreedyState::new(&problem)
	};
	breaks_decided(plan, |id| GreedyPlans::<Test>::insert(id, greedy()));
	breaks(
		plan,
		|stage| matches!(stage, Stage::Greedy { .. }),
		|id| {
			GreedyPlans::<Test>::insert(id, greedy());
		},
	);
	breaks(
		plan,
		|stage| matches!(stage, Stage::Greedy { .. }),
		|id| {
			change_allocation(id, |allocation| allocation.stage = Stage::Greedy { taken: 1 });
		},
	);
	breaks_paired("emergencies: invariant 5: what came to no line keeps its lists", |id| {
		let how = AllocationEnding::TimeOver;
		change_allocation(id, |allocation| allocation.stage = Stage::Ended { how, at: NOW });
		Running::<Test>::kill();
	});
	breaks_paired("emergencies: invariant 5: a list is of no allocation", |id| {
		Places::<Test>::insert(NO_ALLOCATION, Places::<Test>::get(id));
	});
}

#[test]
fn what_is_listed_is_frozen_and_nothing_for_what_is_not_there() {
	breaks_paired("emergencies: invariant 6: a need is not frozen", |_| {
		FrozenNeeds::<Test>::remove(NeedId(1));
	});
	breaks_paired("emergencies: invariant 6: an offer is not frozen", |_| {
		FrozenOffers::<Test>::insert(OfferId(0), NO_ALLOCATION);
	});
	let need_for_nothing = "emergencies: invariant 6: a need is frozen for nothing";
	breaks_paired(need_for_nothing, |_| FrozenNeeds::<Test>::insert(NeedId(9), NO_ALLOCATION));
	let offer_for_nothing = "emergencies: invariant 6: an offer is frozen for nothing";
	breaks_paired(offer_for_nothing, |_| FrozenOffers::<Test>::insert(OfferId(9), NO_ALLOCATION));
	// It runs, and lists neither.
	breaks_paired(need_for_nothing, |id| FrozenNeeds::<Test>::insert(NeedId(9), id));
	breaks_paired(offer_for_nothing, |id| FrozenOffers::<Test>::insert(OfferId(9), id));
}

#[test]
fn shares_are_what_there_is_and_no_more_than_is_asked() {
	breaks_decided("emergencies: invariant 7: a share is more than was asked", |id| {
		change_need(id, 0, |need| need.asked = need.share - 1);
	});
	let not_all = "emergencies: invariant 7: what is shared is not what there is";
	breaks_decided(not_all, |id| change_need(id, 0, |need| need.share -= 1));
	breaks_decided(not_all, |id| change_offer(id, 0, |offer| offer.left += 1));
	breaks_decided(not_all, |id| change_need(id, 0, |need| need.share += 1));
	// As much in all, but not as it follows.
	breaks_decided(not_all, |id| {
		change_need(id, 0, |need| need.share -= 1);
		change_need(id, 1, |need| need.share += 1);
	});
	breaks_paired("emergencies: invariant 7: an offer may go nowhere", |id| {
		change_offer(id, 1, |offer| offer.pairs = [0; 8]);
	});
	breaks_paired("emergencies: invariant 7: a share is decided too soon", |id| {
		change_need(id, 0, |need| need.share = 1);
	});
	let other_figures = "emergencies: invariant 7: figures are not those of the fingerprint";
	breaks_decided(other_figures, |id| {
		change_allocation(id, |allocation| allocation.fingerprint = Some(H256::repeat_byte(7)));
	});
}

#[test]
fn what_was_barred_is_counted_and_a_pair_no_more() {
	let put = |id, barred: &[NeedSet], count: u32| {
		BarredPairs::<Test>::insert(id, BarredSets::truncate_from(barred.to_vec()));
		change_allocation(id, |allocation| allocation.barred = count);
	};
	let first = [1, 0, 0, 0, 0, 0, 0, 0];
	let not_theirs = "emergencies: invariant 7: what was barred is not of the offers";
	breaks_decided(not_theirs, |id| put(id, &[[0; 8]; 2], 0));
	breaks_decided(not_theirs, |id| put(id, &[first], 1));
	breaks_decided("emergencies: invariant 7: what was barred is miscounted", |id| {
		put(id, &[[0; 8], [0; 8]], 1);
	});
	breaks_decided("emergencies: invariant 7: what was barred is a pair still", |id| {
		put(id, &[first, [0; 8]], 1);
	});
	// Nothing may go to the first need any more, which has a share from when something might.
	let keep_all = |id| [0, 1].map(|place| change_offer(id, place, |offer| offer.pairs[0] &= !1));
	breaks_decided("emergencies: invariant 7: what is shared is not what there is", |id| {
		keep_all(id);
	});
	breaks_decided("emergencies: invariant 8: a line is between no pair", |id| {
		keep_all(id);
		put(id, &[first; 2], 2);
	});
	breaks_paired("emergencies: invariant 5: a list is of no allocation", |_| {
		BarredPairs::<Test>::insert(NO_ALLOCATION, BarredSets::truncate_from(vec![[0; 8]]));
	});
}

#[test]
fn lines_are_few_in_order_and_within_what_there_is() {
	breaks_decided("emergencies: invariant 8: there are too many lines", |id| {
		let lines = Lines::<Test>::get(id);
		assert_eq!(lines.len(), 3);
		let four = [&lines[..], &lines[..1]].concat();
		Lines::<Test>::insert(id, crate::LineList::truncate_from(four));
		change_allocation(id, |allocation| allocation.lines = 4);
	});
	breaks_decided("emergencies: invariant 8: lines are not in order", |id| {
		Lines::<Test>::mutate(id, |lines| lines.as_mut().swap(0, 1));
	});
	let no_pair = "emergencies: invariant 8: a line is between no pair";
	breaks_decided(no_pair, |id| change_line(id, 2, |line| line.demand = 2));
	breaks_decided(no_pair, |id| change_line(id, 2, |line| line.quantity = 0));
	breaks_decided(no_pair, |id| {
		// The second need is kept from the offer, as if it was barred.
		change_offer(id, 0, |offer| offer.pairs[0] = 1);
		let barred = [[2, 0, 0, 0, 0, 0, 0, 0], [0; 8]].to_vec();
		BarredPairs::<Test>::insert(id, BarredSets::truncate_from(barred));
		change_allocation(id, |allocation| allocation.barred = 1);
	});
	let too_much = "emergencies: invariant 8: a line is more than there is";
	breaks_decided(too_much, |id| change_line(id, 0, |line| line.quantity += 1));
	breaks_decided(too_much, |id| change_line(id, 2, |line| line.quantity += 1));
	breaks_carried_out("emergencies: invariant 8: lines are carried out without a plan", |id| {
		change_allocation(id, |allocation| allocation.method = None);
	});
}

#[test]
fn what_is_carried_out_has_an_outcome_and_nothing_else() {
	breaks_carried_out("emergencies: invariant 9: more is carried out than there is", |id| {
		change_allocation(id, |allocation| allocation.carried_out = 4);
	});
	let without = "emergencies: invariant 9: a line was carried out without an outcome";
	breaks_carried_out(without, |id| Outcomes::<Test>::remove(id, 1u16));
	let too_soon = "emergencies: invariant 9: a line has an outcome too soon or too late";
	breaks_decided(too_soon, |id| {
		let outcome = LineOutcome::Unsent { transfer: TransferId(0), quantity: 1 };
		Outcomes::<Test>::insert(id, 0u16, outcome);
	});
	breaks_decided(too_soon, |_| {
		let outcome = LineOutcome::Unsent { transfer: TransferId(0), quantity: 1 };
		Outcomes::<Test>::insert(NO_ALLOCATION, 0u16, outcome);
	});
	breaks_carried_out("emergencies: invariant 9: more was made than planned", |id| {
		let (transfer, quantity) = (made(id, 0), 11);
		Outcomes::<Test>::insert(id, 0u16, LineOutcome::Made { transfer, quantity });
	});
	breaks_carried_out("emergencies: invariant 9: a need was promised what no line says", |id| {
		change_need(id, 0, |need| need.promised -= 1);
	});
	breaks_carried_out("emergencies: invariant 9: a need was promised more than its share", |id| {
		change_need(id, 0, |need| need.promised += 1);
		change_allocation(id, |allocation| allocation.archived = 1);
	});
}

#[test]
fn transfers_carry_out_what_lines_say() {
	breaks_carried_out("emergencies: invariant 9: a transfer was made twice", |id| {
		let (transfer, quantity) = (made(id, 0), 2);
		Outcomes::<Test>::insert(id, 1u16, LineOutcome::Made { transfer, quantity });
	});
	let not_the_line = "emergencies: invariant 9: what is reserved is not what the line says";
	breaks_carried_out(not_the_line, |id| {
		let (transfer, quantity) = (made(id, 0), 9);
		Outcomes::<Test>::insert(id, 0u16, LineOutcome::Made { transfer, quantity });
	});
	breaks_carried_out(not_the_line, |id| change_offer(id, 0, |offer| offer.institution = FAR));
	breaks_carried_out(not_the_line, |id| change_need(id, 0, |need| need.institution = FAR));
	let carriers = "emergencies: invariant 9: what transfers carry out is not what lines say";
	breaks_carried_out(carriers, |id| TransferLines::<Test>::remove(made(id, 2)));
	let carrier = |id| TransferLines::<Test>::get(made(id, 0)).expect("it carries out a line");
	breaks_carried_out(carriers, |id| TransferLines::<Test>::insert(TransferId(9), carrier(id)));
	breaks_carried_out(carriers, |id| {
		let other = TransferLine { offer: OfferId(1), ..carrier(id) };
		TransferLines::<Test>::insert(made(id, 0), other);
	});
	let failed = "emergencies: invariant 9: something failed of no line";
	breaks_paired(failed, |id| FailedOffers::<Test>::insert(OfferId(0), id));
	breaks_carried_out(failed, |_| DeclinedNeeds::<Test>::insert(NeedId(0), NO_ALLOCATION));
}

#[test]
fn figures_are_those_of_needs_and_groups_and_are_there_in_the_end() {
	breaks_ended("emergencies: invariant 10: an allocation lacks its quality", |id| {
		change_allocation(id, |allocation| allocation.quality = None);
	});
	breaks_carried_out("emergencies: invariant 10: an allocation has its quality too soon", |id| {
		let quality = Quality {
			all: Fill::default(),
			of_those_without: Fill::default(),
			unit_km: 0,
			least_km: None,
			unit_days_held: 0,
			gini: 0,
		};
		change_allocation(id, |allocation| allocation.quality = Some(quality));
	});
	let not_theirs = "emergencies: invariant 10: quality is not that of the needs";
	let change_quality = |id, change: fn(&mut Quality)| {
		change_allocation(id, |allocation| allocation.quality.iter_mut().for_each(change));
	};
	breaks_ended(not_theirs, |id| change_quality(id, |quality| quality.all.asked += 1));
	breaks_ended(not_theirs, |id| change_quality(id, |quality| quality.all.shared += 1));
	breaks_ended(not_theirs, |id| change_quality(id, |quality| quality.all.promised += 1));
	breaks_ended(not_theirs, |id| FillByGroup::<Test>::mutate(id, |groups| groups.truncate(1)));
	breaks_ended("emergencies: invariant 10: goods go another way than planned", |id| {
		change_quality(id, |quality| quality.unit_km -= 1);
	});
	breaks_ended("emergencies: invariant 10: the least is not what was proven", |id| {
		change_quality(id, |quality| quality.least_km = Some(quality.unit_km));
	});
}

#[test]
fn what_is_archived_is_stored_no_more() {
	let stored = "emergencies: invariant 11: an archived allocation is stored";
	breaks_ended(stored, |id| Archived::<Test>::insert(id, RecordId(0)));
	breaks_ended("emergencies: invariant 11: an archived allocation is not below the next", |_| {
		Archived::<Test>::insert(NO_ALLOCATION, RecordId(0));
	});
}

#[test]
fn lines_that_were_withdrawn_from_keep_every_invariant() {
	run(|| {
		let id = gathered();
		carry_through(id);
		for line in 0..3 {
			assert_ok!(withdraw([DONOR, DONOR, SUPPLIER][usize::from(line)], made(id, line)));
			check_all();
		}
	});
}
