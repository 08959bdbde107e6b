//! Each invariant of cases, broken on purpose.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{CaseId, HoldId, HoldKind, LotId};
use sp_core::H256;
use sp_runtime::TryRuntimeError;

/// Breaks something about a case over the hospital with one demand, of the lot, and one document by each
/// side; or about the hold that the demand has; and shows what is said.
#[track_caller]
fn breaks(break_it: impl FnOnce(CaseId, HoldPlace), message: &'static str) {
	stage().execute_with(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, lot));
		for who in [CITY_AGENT, HOSPITAL_AGENT] {
			assert_ok!(Recalls::attach_document(by(who), case, H256::repeat_byte(1)));
		}
		check_all();
		break_it(case, at(lot, HOSPITAL));
		assert_eq!(Recalls::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

fn change_case(case: CaseId, change: impl FnOnce(&mut Case)) {
	let mut known = known_case(case);
	change(&mut known);
	Cases::<Test>::insert(case, known);
}

fn change_demand(case: CaseId, change: impl FnOnce(&mut Demand)) {
	let mut demand = Demands::<Test>::get(case, 0).expect("there is one");
	change(&mut demand);
	Demands::<Test>::insert(case, 0, demand);
}

fn in_case(case: CaseId, demand: Option<u8>) -> Option<InCase> {
	Some(InCase { case, demand })
}

/// Changes the only hold.
fn change_hold(on: HoldPlace, change: impl FnOnce(&mut Hold)) {
	let mut holds = HoldsOn::<Test>::get(on).into_inner();
	change(&mut holds[0]);
	HoldsOn::<Test>::insert(on, HoldSet::truncate_from(holds));
}

#[test]
fn the_open_cases_are_those_that_are_listed() {
	let message = "recalls: invariant 8: a case is not listed as it stands";
	breaks(|case, _| OpenCases::<Test>::remove(case), message);
	breaks(|case, _| OpenCases::<Test>::insert(case, code("CN")), message);
	breaks(
		|case, _| {
			let ended = Ended { how: CaseEnd::Voided, reason: reason("so"), at: NOW };
			change_case(case, |case| case.ended = Some(ended));
		},
		message,
	);
	breaks(
		|_, _| OpenCases::<Test>::insert(CaseId(7), code("CN")),
		"recalls: invariant 8: an open case is not there",
	);
}

#[test]
fn cases_are_what_they_may_be() {
	let message = "recalls: invariant 8: a case is not what it may be";
	for spoil in [
		|case: &mut Case| case.demands = 33,
		|case: &mut Case| case.attached_by_supervisor = 33,
		|case: &mut Case| case.attached_by_party = 33,
	] {
		breaks(|case, _| change_case(case, spoil), message);
	}
}

#[test]
fn demands_and_documents_are_of_cases_and_as_many_as_they_count() {
	breaks(
		|case, _| {
			let demand = Demands::<Test>::get(case, 0).expect("there is one");
			Demands::<Test>::insert(CaseId(7), 0, demand);
		},
		"recalls: invariant 8: a demand is of no case",
	);
	breaks(
		|case, _| {
			let demand = Demands::<Test>::get(case, 0).expect("there is one");
			Demands::<Test>::insert(case, 1, demand);
		},
		"recalls: invariant 8: a demand is of no case",
	);
	breaks(
		|case, _| change_case(case, |case| case.demands = 2),
		"recalls: invariant 8: a demand of a case is not there",
	);
	breaks(
		|case, _| {
			let document = Documents::<Test>::get(case, 0).expect("there is one");
			Documents::<Test>::insert(case, 2, document);
		},
		"recalls: invariant 8: a document is of no case",
	);
	for spoil in [
		|case: CaseId| Documents::<Test>::remove(case, 1),
		|case: CaseId| {
			change_case(case, |case| {
				(case.attached_by_supervisor, case.attached_by_party) = (2, 0);
			})
		},
	] {
		breaks(|case, _| spoil(case), "recalls: invariant 8: documents of a case are miscounted");
	}
}

#[test]
fn a_hold_is_of_the_case_that_it_names() {
	let message = "recalls: invariant 9: a hold is not of the case that it names";
	for spoil in [
		|hold: &mut Hold| hold.case = in_case(CaseId(7), Some(0)),
		|hold: &mut Hold| hold.case = in_case(CaseId(0), None),
		|hold: &mut Hold| hold.case = in_case(CaseId(0), Some(1)),
		|hold: &mut Hold| hold.kind = HoldKind::Legal,
		|hold: &mut Hold| {
			(hold.kind, hold.by) = (HoldKind::Legal, HoldBy::Custodian);
			hold.case = in_case(CaseId(0), None);
		},
	] {
		breaks(|_, on| change_hold(on, spoil), message);
	}
	for spoil in [
		|demand: &mut Demand| demand.counted = Some((1, NOW)),
		|demand: &mut Demand| demand.hold = HoldId(7),
		|demand: &mut Demand| demand.lot = LotId(7),
	] {
		breaks(|case, _| change_demand(case, spoil), message);
	}
}

#[test]
fn every_case_has_an_identifier_that_was_handed_out() {
	breaks(
		|_, _| NextCaseId::<Test>::put(CaseId(0)),
		"recalls: invariant 10: a case has no identifier",
	);
}
