//! Which needs an offer may go to.

use crate::{mock::*, AllocationEnding, GivenBy, Stage};
use frame_support::assert_ok;
use pallet_needs::{Pace, Request, Scope, Supply, Window};
use salus_primitives::{time::DAY, AllocationId, InstitutionKind, Priority};

/// Opens an allocation and has everything paired. Answers with the places of the needs that each offer may go to.
fn paired() -> Vec<Vec<u16>> {
	let id = opened(masks_in_hubei());
	advance_until(id, |stage| matches!(stage, Stage::Apportioning | Stage::Ended { .. }));
	pairs(id)
}

fn pairs(id: AllocationId) -> Vec<Vec<u16>> {
	let needs = known(id).needs;
	let offers = GivenBy::<Test>::get(id).into_iter();
	offers.map(|offer| (0..needs).filter(|need| offer.may_go_to(*need)).collect()).collect()
}

fn scope(change: impl FnOnce(&mut Scope)) -> Scope {
	let mut scope = Scope {
		regions: Default::default(),
		kinds: Default::default(),
		capabilities: Default::default(),
		priority: Priority::Routine,
	};
	change(&mut scope);
	scope
}

/// The donor offers five masks to those of a scope.
fn offers_within(scope: Scope) {
	let lot = stock(DONOR, MASKS, 5, None);
	offers_of(DONOR, Supply { scope, ..supply(lot, 5) });
}

#[test]
fn an_offer_goes_to_whom_its_scope_names() {
	run(|| {
		asks(HOSPITAL, 10);
		asks_for(CENTRE, Request { priority: Priority::Stat, ..wanted(10) });
		offers_within(scope(|_| {}));
		let wuhan = vec![code("CN-WH")];
		offers_within(scope(|scope| scope.regions = wuhan.try_into().expect("one region")));
		let kinds = vec![InstitutionKind::DiseaseControlCentre];
		offers_within(scope(|scope| scope.kinds = kinds.try_into().expect("one kind")));
		offers_within(scope(|scope| scope.priority = Priority::Stat));
		let shanghai = vec![code("CN-SH")];
		offers_within(scope(|scope| scope.regions = shanghai.try_into().expect("one region")));
		// The last one goes nowhere, and is left out.
		assert_eq!(paired(), [vec![0, 1], vec![0], vec![1], vec![1]]);
	});
}

#[test]
fn nothing_goes_to_its_giver() {
	run(|| {
		asks(HOSPITAL, 10);
		asks(CLINIC, 10);
		offers(CLINIC, 5);
		offers(HOSPITAL, 5);
		assert_eq!(paired(), [[0], [1]]);
	});
}

#[test]
fn goods_last_as_long_as_is_asked_and_whoever_gets_them_has_the_licence() {
	run(|| {
		asks_for(HOSPITAL, Request { shelf_life: 60, ..wanted(10) });
		asks_for(CLINIC, Request { shelf_life: 10, ..wanted(10) });
		// They arrive in five days at the latest: on 28 January at noon.
		let lot = stock(DONOR, MASKS, 20, day(2020, 3, 27));
		offers_of(DONOR, supply(lot, 5));
		let lot = stock(DONOR, MASKS, 20, day(2020, 3, 28));
		offers_of(DONOR, supply(lot, 5));
		assert_eq!(paired(), [vec![1], vec![0, 1]]);
	});
	run(|| {
		let of_ventilators = |quantity| Request { class: VENTILATORS, ..wanted(quantity) };
		asks_for(HOSPITAL, of_ventilators(10));
		asks_for(CLINIC, of_ventilators(10));
		let lot = stock(DONOR, VENTILATORS, 5, None);
		offers_of(DONOR, supply(lot, 5));
		let emergency = declared(ASSEMBLY, of_one("CN-HB", VENTILATORS));
		let id = crate::NextAllocationId::<Test>::get();
		assert_ok!(Emergencies::open_allocation(by(ASSEMBLY), emergency, VENTILATORS));
		advance_until(id, |stage| matches!(stage, Stage::Apportioning));
		assert_eq!(pairs(id), [[0]]);
	});
}

#[test]
fn goods_arrive_no_sooner_than_they_are_wanted() {
	run(|| {
		let window = |from| Window { from: Some(from), until: NOW + 9 * DAY };
		asks_for(HOSPITAL, Request { window: window(NOW + 5 * DAY), ..wanted(10) });
		asks_for(CLINIC, Request { window: window(NOW + 5 * DAY + 1), ..wanted(10) });
		// Two days to leave, and three on the way.
		offers(DONOR, 5);
		assert_eq!(paired(), [[0]]);
	});
}

#[test]
fn the_least_that_is_taken_at_once_does_not_bind() {
	run(|| {
		asks(HOSPITAL, 10);
		let lot = stock(DONOR, MASKS, 50, None);
		offers_of(DONOR, Supply { least: 50, ..supply(lot, 50) });
		assert_eq!(paired(), [[0]]);
	});
}

#[test]
fn what_is_withdrawn_before_goes_nowhere() {
	run(|| {
		asks(HOSPITAL, 10);
		let (first, second) = (offers(DONOR, 5), offers(SUPPLIER, 5));
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::GatheringOffers { .. }));
		assert_ok!(withdraw_offer(DONOR, first));
		assert_ok!(advance(id));
		let given = GivenBy::<Test>::get(id);
		assert_eq!((given[0].offer, pairs(id)), (second, vec![vec![0]]));
		assert_ok!(withdraw_offer(SUPPLIER, second));
		// It was paired, so a line of it will be skipped.
		assert_eq!(known(id).stage, Stage::Apportioning);
	});
}

#[test]
fn where_nothing_may_go_anywhere_there_is_nothing_to_share() {
	run(|| {
		let need = asks(HOSPITAL, 10);
		let offer = offers(HOSPITAL, 5);
		let id = opened(masks_in_hubei());
		let how = AllocationEnding::NothingToShare;
		assert_eq!(carry_through(id).stage, Stage::Ended { how, at: NOW });
		assert!(!is_need_frozen(need) && !is_offer_frozen(offer));
		assert_eq!(crate::PairingFacts::<Test>::iter().count(), 0);
	});
}

#[test]
fn pairs_are_those_of_the_opening_whenever_they_are_found() {
	run(|| {
		// Whoever is asked has four hours to dispatch, at least.
		let window = Window { from: None, until: NOW + 4 * HOUR };
		asks_for(HOSPITAL, Request { window, ..wanted(10) });
		let lot = stock(DONOR, MASKS, 5, None);
		offers_of(DONOR, Supply { pace: Pace { dispatch: 1, transit: 1 }, ..supply(lot, 5) });
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::GatheringOffers { .. }));
		pass(LONGEST);
		assert_ok!(advance(id));
		assert_eq!(pairs(id), [[0]]);
		// When the transfer is to be made, it is too late.
		carry_through(id);
		let too_late = pallet_needs::Error::<Test>::NeedEndsTooSoon;
		assert_eq!(outcome(id, 0), skipped(too_late));
	});
}

#[test]
fn every_offer_is_paired_in_whichever_step_it_is_gathered() {
	run(|| {
		asks(HOSPITAL, 100);
		offers_of_one(65);
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::GatheringOffers { .. }));
		for paired in [64, 65] {
			assert_ok!(advance(id));
			assert_eq!(pairs(id), vec![vec![0]; paired]);
		}
		assert_eq!(known(id).stage, Stage::Apportioning);
	});
}
