use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockDirectory, time::DAY, Action, Actor, LotId, Moment, OfferId, Quantity, ReturnFrom,
	Subject, Terms, TransferId,
};
use sp_runtime::DispatchError;

#[track_caller]
fn refuses(supply: Supply, error: Error<Test>) {
	refused(by(DONOR_SENDS), Call::make_offer { supply }, error);
}

#[test]
fn what_is_offered_leaves_available_at_once() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let supply = supply(lot, 60);
		let id = offered(DONOR_SENDS, supply.clone());
		assert_eq!(buckets(lot, DONOR), [40, 60, 0]);
		let made = Event::OfferMade { offer: id, institution: DONOR, class: MASKS, quantity: 60 };
		assert_eq!(last_event(), made);
		let Offer { newest_record, .. } = offer(id);
		assert!(newest_record.is_some());
		let expected = Offer {
			institution: DONOR,
			class: MASKS,
			supply,
			left: 60,
			order: None,
			ended: None,
			newest_record,
		};
		assert_eq!(offer(id), expected);
	});
}

#[test]
fn an_open_offer_is_listed_by_class_and_by_giver() {
	play(|| {
		let masks = lot(DONOR, MASKS, 100, None);
		let oxygen = lot(CLINIC, OXYGEN, 100, None);
		let first = offered(DONOR_SENDS, supply(masks, 10));
		let second = offered(DONOR_SENDS, supply(masks, 10));
		let third = offered(CLINIC_SENDS, supply(oxygen, 10));
		assert_eq!([first, second, third], [0, 1, 2].map(OfferId));
		assert_eq!(OpenOffers::<Test>::iter_key_prefix(MASKS).count(), 2);
		assert!(OpenOffers::<Test>::contains_key(OXYGEN, third));
		assert_eq!(OffersOf::<Test>::iter_key_prefix(DONOR).count(), 2);
		assert!(OffersOf::<Test>::contains_key(CLINIC, third));
		assert_eq!([DONOR, CLINIC, HOSPITAL].map(OfferCount::<Test>::get), [2, 1, 0]);
		assert_eq!(buckets(masks, DONOR), [80, 20, 0]);
	});
}

#[test]
fn making_an_offer_is_recorded_on_the_lot_and_on_the_offer() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let call = Call::make_offer { supply: supply(lot, 60) };
		let records = recorded(by(DONOR_SENDS), call);
		let (actor, subjects) =
			(Actor::Account(DONOR_SENDS), [Subject::Lot(lot), Subject::Offer(OfferId(0))]);
		were_left(&records, actor, Some(DONOR), Action::OfferMade, &subjects);
	});
}

#[test]
fn only_an_agent_in_the_role_dispatch_offers() {
	play(|| {
		let supply = supply(lot(DONOR, MASKS, 100, None), 60);
		for (origin, error) in [
			(by(NOBODY), MockDirectory::NOT_AGENT),
			(by(DONOR_RECEIVES), MockDirectory::NOT_AUTHORIZED),
			(root(), DispatchError::BadOrigin),
			(RuntimeOrigin::none(), DispatchError::BadOrigin),
		] {
			refused(origin, Call::make_offer { supply: supply.clone() }, error);
		}
		MockDirectory::set_active(DONOR, false);
		refused(by(DONOR_SENDS), Call::make_offer { supply }, MockDirectory::SUSPENDED);
	});
}

#[test]
fn only_what_the_giver_has_of_its_own_is_offered() {
	play(|| {
		let (own, other) = (lot(DONOR, MASKS, 100, None), lot(CLINIC, MASKS, 100, None));
		refuses(supply(LotId(2), 1), Error::LotNotFound);
		refuses(supply(own, 0), Error::ZeroQuantity);
		refuses(supply(own, 101), Error::InsufficientStock);
		refuses(supply(other, 1), Error::InsufficientStock);
		// Borrowed goods are not the giver's own.
		borrow(DONOR, CLINIC, other);
		refuses(supply(other, 1), Error::InsufficientStock);
		offered(DONOR_SENDS, supply(own, 100));
		// What is offered is not offered again.
		refuses(supply(own, 1), Error::InsufficientStock);
	});
}

#[test]
fn the_least_is_at_least_one_and_at_most_what_is_offered() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let least = |least| Supply { least, ..supply(lot, 10) };
		refuses(least(0), Error::InvalidLeast);
		refuses(least(11), Error::InvalidLeast);
		offered(DONOR_SENDS, least(1));
		offered(DONOR_SENDS, least(10));
	});
}

#[test]
fn goods_are_given_sold_or_lent() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let under = |terms| Supply { terms, ..supply(lot, 10) };
		for from in [ReturnFrom::Available, ReturnFrom::Quarantined] {
			let terms = Terms::Return { of: TransferId(0), from };
			refuses(under(terms), Error::ReturnNotOffered);
		}
		for terms in [Terms::Gift, Terms::Sale, Terms::Loan { due: NOW + 60 * DAY }] {
			let id = offered(DONOR_SENDS, under(terms));
			assert_eq!(offer(id).supply.terms, terms);
		}
	});
}

#[test]
fn the_scope_names_regions_that_there_are() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let within = |regions: &[&str]| {
			let regions: Vec<_> = regions.iter().map(|region| code(region)).collect();
			let regions = regions.try_into().expect("few regions");
			Supply { scope: Scope { regions, ..anybody() }, ..supply(lot, 10) }
		};
		refuses(within(&["CN-XX"]), Error::RegionNotFound);
		refuses(within(&["CN", "CN-XX"]), Error::RegionNotFound);
		offered(DONOR_SENDS, within(&["CN", "CN-WH"]));
	});
}

#[test]
fn the_pace_is_one_at_which_transfers_go() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let at = |dispatch, transit| Supply { pace: Pace { dispatch, transit }, ..supply(lot, 10) };
		// A reservation lasts 14 days at most; a transit, 1 to 14.
		for (dispatch, transit) in [(0, 3), (15, 3), (2, 0), (2, 15), (u16::MAX, u16::MAX)] {
			refuses(at(dispatch, transit), Error::InvalidPace);
		}
		offered(DONOR_SENDS, at(1, 1));
		offered(DONOR_SENDS, at(14, 14));
	});
}

#[test]
fn an_offer_ends_later_than_now_and_within_the_longest_time() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let until = |until| Supply { until, ..supply(lot, 10) };
		for passed in [0, NOW - 1, NOW] {
			refuses(until(passed), Error::EndPassed);
		}
		for far in [NOW + 30 * DAY + 1, Moment::MAX] {
			refuses(until(far), Error::TooLong);
		}
		offered(DONOR_SENDS, until(NOW + 1));
		offered(DONOR_SENDS, until(NOW + 30 * DAY));
	});
}

#[test]
fn an_offer_ends_before_its_goods_expire() {
	play(|| {
		let expiry = NOW + 5 * DAY;
		let lot = lot(DONOR, MASKS, 100, Some(expiry));
		let until = |until| Supply { until, ..supply(lot, 10) };
		refuses(until(expiry + 1), Error::ExpiresBeforeEnd);
		refuses(until(expiry), Error::ExpiresBeforeEnd);
		offered(DONOR_SENDS, until(expiry - 1));
	});
}

#[test]
fn the_giver_keeps_its_floor_of_the_class_over_all_its_lots() {
	play(|| {
		let masks = lot(DONOR, MASKS, 100, None);
		lot(DONOR, MASKS, 50, None);
		lot(DONOR, OXYGEN, 1_000, None);
		lot(CLINIC, MASKS, 1_000, None);
		let keeping = |quantity| Supply { keeps: 70, ..supply(masks, quantity) };
		// 150 less 81 are 69.
		refuses(keeping(81), Error::BelowFloor);
		offered(DONOR_SENDS, keeping(50));
		// 100 are available.
		refuses(keeping(31), Error::BelowFloor);
		offered(DONOR_SENDS, keeping(30));
		refuses(keeping(1), Error::BelowFloor);
	});
}

#[test]
fn any_quantity_can_be_offered_and_kept() {
	play(|| {
		let most = Quantity::MAX;
		let much = lot(DONOR, MASKS, most, None);
		let all = supply(much, most);
		refuses(Supply { keeps: 1, ..all.clone() }, Error::BelowFloor);
		lot(DONOR, MASKS, most, None);
		let id = offered(DONOR_SENDS, Supply { keeps: most, least: most, ..all });
		assert_eq!(offer(id).left, most);
		assert_eq!(buckets(much, DONOR), [0, most, 0]);
	});
}

#[test]
fn an_institution_has_a_few_open_offers_and_takes_no_room_of_others() {
	play(|| {
		let lot_of_donor = lot(DONOR, MASKS, 100, None);
		let ids: Vec<_> =
			(0..MAX_OFFERS).map(|_| offered(DONOR_SENDS, supply(lot_of_donor, 1))).collect();
		refuses(supply(lot_of_donor, 1), Error::TooManyOffers);
		offered(CLINIC_SENDS, supply(lot(CLINIC, MASKS, 1, None), 1));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), ids[2]));
		offered(DONOR_SENDS, supply(lot_of_donor, 1));
		refuses(supply(lot_of_donor, 1), Error::TooManyOffers);
	});
}

#[test]
fn the_last_identifier_is_not_handed_out() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		NextOfferId::<Test>::put(OfferId(u64::MAX - 1));
		assert_eq!(offered(DONOR_SENDS, supply(lot, 1)), OfferId(u64::MAX - 1));
		refuses(supply(lot, 1), Error::IdsExhausted);
	});
}
