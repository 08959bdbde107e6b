//! What is frozen, and until when.

use crate::{mock::*, AllocationEnding, FrozenNeeds, Stage, WeightInfo};
use frame_support::{assert_noop, assert_ok};
use pallet_circulation::{Leg, Proposal};
use pallet_needs::{Alarm, Request, Window};
use salus_primitives::{time::DAY, Freezes, NeedId, OfferId, Terms};
use sp_runtime::DispatchResult;

fn ring(alarm: Alarm) -> DispatchResult {
	NeedsPallet::ring(by(STRANGER), alarm).map(drop).map_err(|refusal| refusal.error)
}

/// The supplier proposes one mask for a need of the hospital.
fn propose(need: NeedId) -> DispatchResult {
	let lot = stock(SUPPLIER, MASKS, 1, None);
	let proposal = Proposal {
		to: HOSPITAL,
		from_site: None,
		to_site: None,
		terms: Terms::Gift,
		legs: vec![Leg { lot, quantity: 1, pack: None }].try_into().expect("one leg"),
		dispatch_by: now() + DAY,
		receive_by: now() + 2 * DAY,
		serves: Some(need),
	};
	Circulation::propose(by(agent_of(SUPPLIER)), proposal)
		.map(drop)
		.map_err(|refusal| refusal.error)
}

/// Two needs and two offers, all of which wait for an allocation.
fn frozen() -> ([NeedId; 2], [OfferId; 2]) {
	let needs = [asks(HOSPITAL, 10), asks(CLINIC, 10)];
	let given = [offers(DONOR, 5), offers(SUPPLIER, 5)];
	decided();
	(needs, given)
}

#[test]
fn nobody_takes_and_nothing_is_proposed() {
	run(|| {
		let ([need, _], [offer, _]) = frozen();
		let other = offers(DONOR, 5);
		let waits = pallet_needs::Error::<Test>::Frozen;
		assert_noop!(take(HOSPITAL, offer, need, 1), waits);
		// Not for another need, and not of another offer either.
		let late = asks(HOSPITAL, 10);
		assert!(take(HOSPITAL, offer, late, 1).is_err());
		assert!(take(HOSPITAL, other, need, 1).is_err());
		assert_ok!(take(HOSPITAL, other, late, 1));
		let proposed = propose(need);
		assert_eq!(proposed, Err(pallet_circulation::Error::<Test>::NeedFrozen.into()));
		assert_ok!(propose(late));
	});
}

#[test]
fn it_is_free_when_the_time_of_the_allocation_is_over_though_nobody_did_anything() {
	run(|| {
		let ([need, second], [offer, _]) = frozen();
		turn_to(NOW + LONGEST);
		assert!(is_need_frozen(need) && is_need_frozen(second) && is_offer_frozen(offer));
		assert!(take(HOSPITAL, offer, need, 1).is_err());
		turn_to(NOW + LONGEST + 1);
		assert!(!is_need_frozen(need) && !is_need_frozen(second) && !is_offer_frozen(offer));
		assert_ok!(take(HOSPITAL, offer, need, 1));
		assert_ok!(propose(need));
		let id = Emergencies::running()[0];
		assert_eq!(known(id).stage, Stage::CarryingOut { next: 0 });
	});
}

#[test]
fn it_is_free_when_the_allocation_has_ended() {
	run(|| {
		let ([need, _], [offer, second]) = frozen();
		let id = Emergencies::running()[0];
		advance_until(id, |stage| matches!(stage, Stage::Summing));
		assert!(is_need_frozen(need) && is_offer_frozen(offer));
		carry_through(id);
		assert!(!is_need_frozen(need) && !is_offer_frozen(offer));
		assert!(!is_offer_frozen(second));
		// What is remembered of it goes with the allocation.
		assert_eq!(FrozenNeeds::<Test>::get(need), Some(id));
	});
}

#[test]
fn who_needs_and_who_gives_gets_out_before() {
	run(|| {
		let ([need, _], [offer, _]) = frozen();
		assert_ok!(close_need(HOSPITAL, need));
		assert_ok!(withdraw_offer(DONOR, offer));
		let id = Emergencies::running()[0];
		carry_through(id);
		assert_eq!(left_of(offer), 0);
	});
}

#[test]
fn a_need_does_not_lapse_meanwhile() {
	run(|| {
		let window = Window { from: None, until: NOW + 4 * HOUR };
		let need = asks_for(HOSPITAL, Request { window, ..wanted(10) });
		offers(DONOR, 5);
		turn_to(NOW + 4 * HOUR);
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::GatheringOffers { .. }));
		pass(1);
		let waits = pallet_needs::Error::<Test>::Frozen;
		assert_noop!(ring(Alarm::Lapse { need }), waits);
		carry_through(id);
		assert_ok!(ring(Alarm::Lapse { need }));
	});
}

#[test]
fn what_is_free_again_is_frozen_by_the_next_one_and_the_first_takes_nothing_of_it() {
	run(|| {
		let substitutes = vec![GOWNS].try_into().expect("one substitute");
		let need = asks_for(HOSPITAL, Request { substitutes, ..wanted(10) });
		offers(DONOR, 5);
		let first = decided();
		pass(LONGEST + 1);
		// The first has not ended, so the next one is of another class, which the need accepts as well.
		let lot = stock(SUPPLIER, GOWNS, 5, None);
		let offer = offers_of(SUPPLIER, supply(lot, 5));
		let second = opened_of(declared(ASSEMBLY, of_one("CN-HB", GOWNS)), GOWNS);
		decide(second);
		check_all();
		assert_eq!(FrozenNeeds::<Test>::get(need), Some(second));
		assert_ok!(advance(first));
		let how = AllocationEnding::TimeOver;
		assert_eq!(known(first).stage, Stage::Ended { how, at: now() });
		assert!(is_need_frozen(need) && is_offer_frozen(offer));
		carry_through(second);
		// The archive of the first leaves what the second froze.
		pass(ARCHIVE_AFTER);
		assert_ok!(archive(first));
		assert_eq!(FrozenNeeds::<Test>::get(need), Some(second));
	});
}

#[test]
fn to_ask_costs_the_same_whatever_is_frozen() {
	assert_eq!(<Emergencies as Freezes>::weight(), <() as WeightInfo>::freeze_check());
}
