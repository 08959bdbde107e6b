//! Which needs and offers an allocation is about.

use crate::{
	mock::*, AllocationEnding, AskedBy, Event, FrozenNeed, FrozenNeeds, FrozenOffer, GivenBy,
	LeftOut, Places, Stage,
};
use frame_support::assert_ok;
use pallet_needs::{Request, Supply};
use salus_primitives::{
	time::DAY, AllocationId, InstitutionKind, NeedId, OfferId, Priority, RegionCode,
};

/// Has everything gathered.
fn gather(id: AllocationId) {
	advance_until(id, |stage| {
		!matches!(stage, Stage::GatheringNeeds { .. } | Stage::GatheringOffers { .. })
	});
}

fn needs(id: AllocationId) -> Vec<NeedId> {
	AskedBy::<Test>::get(id).iter().map(|need| need.need).collect()
}

fn given(id: AllocationId) -> Vec<OfferId> {
	GivenBy::<Test>::get(id).iter().map(|offer| offer.offer).collect()
}

fn places(id: AllocationId) -> Vec<RegionCode> {
	Places::<Test>::get(id).iter().map(|place| place.region.clone()).collect()
}

#[test]
fn what_is_gathered_has_the_figures_of_the_moment() {
	run(|| {
		used_daily(&[(HOSPITAL, 10)]);
		stock(CLINIC, MASKS, 3, None);
		let of_hospital = asks(HOSPITAL, 40);
		let request = Request { priority: Priority::Stat, ..wanted(25) };
		let of_clinic = asks_for(CLINIC, request);
		let lot = stock(DONOR, MASKS, 30, day(2020, 6, 1));
		let since = now();
		let offer = offers_of(DONOR, supply(lot, 30));
		pass(HOUR);
		let id = opened(masks_in_hubei());
		events();
		gather(id);
		let told = Event::Gathered { allocation: id, needs: 2, offers: 1, left_out: 0 };
		assert_eq!(events(), [told]);
		let expected = [
			FrozenNeed {
				need: of_hospital,
				institution: HOSPITAL,
				place: 0,
				kind: InstitutionKind::Hospital,
				tier: Priority::Urgent,
				asked: 40,
				daily_use: 10_000,
				share: 0,
				promised: 0,
				had_nothing: true,
			},
			FrozenNeed {
				need: of_clinic,
				institution: CLINIC,
				place: 0,
				kind: InstitutionKind::Hospital,
				tier: Priority::Stat,
				asked: 25,
				daily_use: 0,
				share: 0,
				promised: 0,
				had_nothing: false,
			},
		];
		assert_eq!(AskedBy::<Test>::get(id).into_inner(), expected);
		let expected = FrozenOffer {
			offer,
			institution: DONOR,
			place: 1,
			// The end of the first of June.
			expires_at: Some(1_591_056_000_000),
			since,
			left: 30,
			// It may go to both.
			pairs: [3, 0, 0, 0, 0, 0, 0, 0],
		};
		assert_eq!(GivenBy::<Test>::get(id).into_inner(), [expected]);
		// Nobody knows where the seat of Wuhan is, so that of Hubei counts.
		assert_eq!(places(id), [code("CN-HB"), code("CN-SH")]);
		let frozen = [is_need_frozen(of_hospital), is_need_frozen(of_clinic)];
		assert_eq!((frozen, is_offer_frozen(offer)), ([true, true], true));
	});
}

#[test]
fn needs_are_open_and_of_institutions_that_may_act_and_are_there() {
	run(|| {
		let counts = asks(HOSPITAL, 10);
		asks(FAR, 10);
		asks(NOWHERE, 10);
		let closed = asks(CLINIC, 10);
		assert_ok!(close_need(CLINIC, closed));
		let over =
			Request { window: pallet_needs::Window { from: None, until: NOW + 1 }, ..wanted(10) };
		let over = asks_for(CLINIC, over);
		asks_for(CLINIC, Request { class: OXYGEN, ..wanted(10) });
		let substitutes = vec![MASKS].try_into().expect("one substitute");
		let substitute = asks_for(CLINIC, Request { class: GOWNS, substitutes, ..wanted(10) });
		let suspended = asks(CENTRE, 10);
		assert_ok!(suspend(CENTRE));
		offers(DONOR, 5);
		pass(2);
		let id = opened(masks_in_hubei());
		events();
		gather(id);
		assert_eq!(needs(id), [counts, substitute]);
		// What is asked of other regions is not looked at.
		let why = LeftOut::NotOpen;
		assert_eq!(
			(needs_left_out(), known(id).left_out),
			(vec![(over, why), (suspended, why)], 2)
		);
	});
}

#[test]
fn offers_come_from_anywhere_and_something_can_be_taken_of_them() {
	run(|| {
		asks(HOSPITAL, 10);
		let far = offers(SUPPLIER, 5);
		let near = offers(CLINIC, 5);
		let withdrawn = offers(DONOR, 5);
		assert_ok!(withdraw_offer(DONOR, withdrawn));
		let lot = stock(DONOR, MASKS, 5, None);
		let over = Supply { until: now() + 1, ..supply(lot, 5) };
		let over = offers_of(DONOR, over);
		let gowns = stock(DONOR, GOWNS, 5, None);
		offers_of(DONOR, supply(gowns, 5));
		// Below what it keeps.
		let lot = stock(FAR, MASKS, 10, None);
		let kept = offers_of(FAR, Supply { keeps: 5, ..supply(lot, 5) });
		assert_ok!(Registry::consume(by(agent_of(FAR)), lot, 1, None));
		let suspended = offers(SHANGHAI, 5);
		assert_ok!(suspend(SHANGHAI));
		pass(2);
		let id = opened(masks_in_hubei());
		events();
		gather(id);
		assert_eq!(given(id), [far, near]);
		let expected = [over, kept, suspended].map(|offer| (offer, LeftOut::NotOpen));
		assert_eq!(offers_left_out(), expected);
	});
}

#[test]
fn what_is_nowhere_is_left_out() {
	run(|| {
		asks(HOSPITAL, 10);
		let nowhere = offers(NOWHERE, 5);
		let somewhere = offers(DONOR, 5);
		let id = opened(masks_in_hubei());
		events();
		gather(id);
		assert_eq!((given(id), known(id).left_out), (vec![somewhere], 1));
		assert_eq!(offers_left_out(), [(nowhere, LeftOut::NoPlace)]);
		assert!(!is_offer_frozen(nowhere));
		assert!(is_offer_frozen(somewhere));
	});
}

#[test]
fn what_another_one_has_is_not_gathered_again() {
	run(|| {
		let substitutes = vec![GOWNS].try_into().expect("one substitute");
		let first = asks_for(HOSPITAL, Request { substitutes, ..wanted(10) });
		let second = asks_for(CLINIC, Request { class: GOWNS, ..wanted(10) });
		let offer = offers(DONOR, 5);
		let of_masks = opened(masks_in_hubei());
		gather(of_masks);
		assert_eq!((needs(of_masks), given(of_masks)), (vec![first], vec![offer]));
		let lot = stock(SUPPLIER, GOWNS, 5, None);
		let gowns = offers_of(SUPPLIER, supply(lot, 5));
		let of_gowns = opened_of(declared(ASSEMBLY, of_one("CN-HB", GOWNS)), GOWNS);
		events();
		gather(of_gowns);
		assert_eq!((needs(of_gowns), given(of_gowns)), (vec![second], vec![gowns]));
		assert_eq!(needs_left_out(), [(first, LeftOut::Frozen)]);
	});
}

#[test]
fn only_regions_for_which_the_emergency_counts_are_its_own() {
	run(|| {
		let first = declared(COUNCIL, declaration(&["CN-HB", "CN-SH"], &[MASKS], NOW + 20 * DAY));
		pass(TERM);
		declared(ASSEMBLY, of_one("CN-SH", MASKS));
		assert_ok!(ratify(first));
		let (own, _) = (asks(HOSPITAL, 10), asks(FAR, 10));
		offers(DONOR, 5);
		let id = opened(first);
		gather(id);
		assert_eq!(needs(id), [own]);
	});
}

#[test]
fn a_step_looks_at_64_and_goes_on_behind_them() {
	run(|| {
		asks(HOSPITAL, 100);
		let all = offers_of_one(70);
		let id = opened(masks_in_hubei());
		assert_ok!(advance(id));
		assert_eq!(known(id).stage, Stage::GatheringOffers { after: None, looked: 0 });
		assert_ok!(advance(id));
		let after = Some(OfferId(63));
		assert_eq!(known(id).stage, Stage::GatheringOffers { after, looked: 64 });
		assert_eq!(known(id).offers, 64);
		assert_ok!(advance(id));
		assert_eq!(known(id).stage, Stage::Apportioning);
		assert_eq!(given(id), all);
	});
}

#[test]
fn what_may_go_nowhere_takes_no_place() {
	run(|| {
		asks(HOSPITAL, 10);
		// They expire first, and are for Shanghai alone.
		let mut elsewhere = Vec::new();
		for giver in [DONOR, SUPPLIER] {
			let lot = stock(giver, MASKS, 258, day(2020, 6, 1));
			for _ in 0..258 {
				let mut one = supply(lot, 1);
				one.scope.regions = vec![code("CN-SH")].try_into().expect("one region");
				elsewhere.push(offers_of(giver, one));
			}
		}
		let lasting = offers(DONOR, 10);
		let id = opened(masks_in_hubei());
		events();
		gather(id);
		assert_eq!((given(id), known(id).left_out), (vec![lasting], 516));
		let expected: Vec<_> =
			elsewhere.into_iter().map(|offer| (offer, LeftOut::NoPair)).collect();
		assert_eq!(offers_left_out(), expected);
		assert_eq!(known(id).stage, Stage::Apportioning);
	});
}

#[test]
fn of_one_giver_sixteen_offers_stay() {
	run(|| {
		asks(HOSPITAL, 100);
		let lasting = stock(DONOR, MASKS, 17, None);
		let late: Vec<_> = (0..16).map(|_| offers_of(DONOR, supply(lasting, 1))).collect();
		let expiring = stock(DONOR, MASKS, 1, day(2020, 6, 1));
		let early = offers_of(DONOR, supply(expiring, 1));
		let of_another = offers(SUPPLIER, 1);
		let id = opened(masks_in_hubei());
		events();
		gather(id);
		let expected = [&late[..15], &[early, of_another]].concat();
		assert_eq!(given(id), expected);
		assert_eq!(offers_left_out(), [(late[15], LeftOut::TooManyOfGiver)]);
		assert!(!is_offer_frozen(late[15]) && is_offer_frozen(late[14]));
	});
}

#[test]
fn a_region_that_is_outside_is_passed_over_and_one_around_is_not() {
	run(|| {
		let far = asks(FAR, 30);
		offers(SUPPLIER, 10);
		carry_through(opened(declared(ASSEMBLY, of_one("CN-SH", MASKS))));
		// What is open of it is asked of the country by now, of which Hubei is a part; the others are asked of
		// Shanghai, which is none.
		asks(SHANGHAI, 10);
		asks(FAR, 10);
		let (in_wuhan, in_hubei) = (asks(HOSPITAL, 10), asks(CLINIC, 10));
		offers(DONOR, 5);
		let id = opened(masks_in_hubei());
		events();
		gather(id);
		assert_eq!(needs(id), [in_wuhan, in_hubei]);
		assert_eq!(needs_left_out(), [(far, LeftOut::Elsewhere)]);
		assert_eq!(known(id).left_out, 1);
	});
}

#[test]
fn without_needs_or_without_offers_there_is_nothing_to_share() {
	for with_need in [false, true] {
		run(|| {
			let offer = (!with_need).then(|| offers(DONOR, 5));
			let need = with_need.then(|| asks(HOSPITAL, 10));
			let id = opened(masks_in_hubei());
			events();
			gather(id);
			let (needs, how) = (u16::from(with_need), AllocationEnding::NothingToShare);
			let gathered = Event::Gathered { allocation: id, needs, offers: 0, left_out: 0 };
			let ended = Event::AllocationEnded { allocation: id, how, method: None };
			if with_need {
				// What it gathered is forgotten first, and waits no more.
				assert_eq!(known(id).stage, Stage::Clearing { how, next: 0 });
				assert!(!need.is_some_and(is_need_frozen));
				check_all();
			}
			assert_eq!(carry_through(id).stage, Stage::Ended { how, at: NOW });
			assert_eq!(events(), [gathered, ended]);
			assert!(!need.is_some_and(is_need_frozen) && !offer.is_some_and(is_offer_frozen));
			assert_eq!((known(id).needs, AskedBy::<Test>::iter().count()), (0, 0));
			assert_eq!(
				(FrozenNeeds::<Test>::iter().count(), Places::<Test>::iter().count()),
				(0, 0)
			);
		});
	}
}
