//! What standing orders offer because it expires soon, when somebody rings.

use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::{assert_ok, dispatch::GetDispatchInfo, weights::Weight};
use salus_primitives::{
	mock::MockDirectory, time::DAY, Action, Actor, LotId, OfferId, OrderId, Quantity, Subject,
	Terms,
};
use sp_runtime::DispatchError;

/// A lot of the donor's masks that expires in so many days.
fn expiring(quantity: Quantity, days: u64) -> LotId {
	lot(DONOR, MASKS, quantity, Some(NOW + days * DAY))
}

/// The donor offers what expires within ten days and is above the floor.
fn ordered(floor: Floor) -> OrderId {
	given(DONOR_SENDS, Instruction { floor, ..offering() })
}

/// Has an order offer something, and answers with the lots and quantities.
#[track_caller]
fn offers(order: OrderId) -> Vec<(LotId, Quantity)> {
	let first = NextOfferId::<Test>::get().0;
	assert_ok!(ring(Alarm::Offer { order }));
	let made = (first..NextOfferId::<Test>::get().0).map(|id| offer(OfferId(id)));
	made.map(|made| (made.supply.lot, made.left)).collect()
}

#[track_caller]
fn refuses(order: OrderId, error: Error<Test>) {
	refused(by(NOBODY), Call::ring { alarm: Alarm::Offer { order } }, error);
}

#[test]
fn what_expires_soon_is_offered_as_the_order_says() {
	play(|| {
		let lot = expiring(60, 8);
		let id = ordered(Floor::Units(20));
		assert_ok!(ring(Alarm::Offer { order: id }));
		assert_eq!(last_event(), Event::OrderOffered { order: id, offers: 1, quantity: 40 });
		let Offer { newest_record, .. } = offer(OfferId(0));
		let supply = Supply {
			lot,
			quantity: 40,
			scope: anybody(),
			terms: Terms::Gift,
			keeps: 20,
			least: 1,
			until: NOW + 5 * DAY,
			pace: PACE,
		};
		let expected = Offer {
			institution: DONOR,
			class: MASKS,
			supply,
			left: 40,
			order: Some(id),
			ended: None,
			newest_record,
		};
		assert_eq!(offer(OfferId(0)), expected);
		assert_eq!(buckets(lot, DONOR), [20, 40, 0]);
		assert!(OpenOffers::<Test>::contains_key(MASKS, OfferId(0)));
	});
}

#[test]
fn each_offer_and_the_sum_are_told() {
	play(|| {
		expiring(10, 8);
		expiring(20, 9);
		let id = ordered(Floor::Units(0));
		assert_ok!(ring(Alarm::Offer { order: id }));
		let told: Vec<_> = System::events()
			.into_iter()
			.filter_map(|record| match record.event {
				RuntimeEvent::NeedsPallet(event) => Some(event),
				_ => None,
			})
			.skip(1)
			.collect();
		let of = |offer, quantity| Event::OfferMade {
			offer: OfferId(offer),
			institution: DONOR,
			class: MASKS,
			quantity,
		};
		let sum = Event::OrderOffered { order: id, offers: 2, quantity: 30 };
		assert_eq!(told, [of(0, 10), of(1, 20), sum]);
	});
}

#[test]
fn what_is_offered_is_an_act_of_the_order_whoever_rings() {
	play(|| {
		let [first, second] = [8, 9].map(|days| expiring(10, days));
		let order = ordered(Floor::Units(0));
		let records = recorded(by(DONOR_SENDS), Call::ring { alarm: Alarm::Offer { order } });
		let subjects = [
			Subject::Lot(first),
			Subject::Offer(OfferId(0)),
			Subject::Lot(second),
			Subject::Offer(OfferId(1)),
			Subject::Order(order),
		];
		were_left(&records, Actor::Order(order), None, Action::OrderOffered, &subjects);
	});
}

#[test]
fn anybody_rings_with_a_signature() {
	play(|| {
		let lot = expiring(10, 8);
		let order = ordered(Floor::Units(0));
		for origin in [root(), RuntimeOrigin::none()] {
			let call = Call::ring { alarm: Alarm::Offer { order } };
			refused(origin, call, DispatchError::BadOrigin);
		}
		assert_eq!(offers(order), [(lot, 10)]);
	});
}

#[test]
fn only_what_expires_within_the_days_is_offered() {
	play(|| {
		lot(DONOR, MASKS, 10, None);
		expiring(10, 11);
		lot(DONOR, MASKS, 10, Some(NOW + 10 * DAY + 1));
		lot(DONOR, MASKS, 10, Some(NOW));
		lot(DONOR, MASKS, 10, Some(NOW - DAY));
		lot(DONOR, OXYGEN, 10, Some(NOW + DAY));
		lot(CLINIC, MASKS, 10, Some(NOW + DAY));
		let order = ordered(Floor::Units(0));
		refuses(order, Error::NothingToOffer);
		let last = expiring(10, 10);
		assert_eq!(offers(order), [(last, 10)]);
		refuses(order, Error::NothingToOffer);
	});
}

#[test]
fn an_offer_ends_before_its_goods_expire() {
	play(|| {
		let order = ordered(Floor::Units(0));
		for (expiry, until) in [
			(NOW + 4 * DAY, NOW + 4 * DAY - 1),
			(NOW + 5 * DAY, NOW + 5 * DAY - 1),
			(NOW + 5 * DAY + 1, NOW + 5 * DAY),
			(NOW + 6 * DAY, NOW + 5 * DAY),
		] {
			let goods = lot(DONOR, MASKS, 10, Some(expiry));
			let id = NextOfferId::<Test>::get();
			assert_eq!(offers(order), [(goods, 10)]);
			assert_eq!(offer(id).supply.until, until);
		}
	});
}

#[test]
fn what_expires_before_it_could_arrive_is_not_offered() {
	play(|| {
		// Four hours at least to dispatch it, and three days under way.
		let arrives = NOW + 3 * DAY + DAY / 6;
		lot(DONOR, MASKS, 10, Some(arrives));
		let order = ordered(Floor::Units(0));
		refuses(order, Error::NothingToOffer);
		let other = lot(DONOR, MASKS, 5, Some(arrives + 1));
		assert_eq!(offers(order), [(other, 5)]);
		let need = published(
			HOSPITAL_RECEIVES,
			Request { window: Window { from: None, until: NOW + DAY / 6 }, ..masks(5) },
		);
		assert_ok!(take(HOSPITAL_RECEIVES, OfferId(0), need, 5));
	});
}

#[test]
fn the_floor_stays_available_and_is_what_the_offers_keep() {
	play(|| {
		set_use(DONOR, MASKS, 9_500, 30);
		// Two days of 9.5 are 19.
		let id = ordered(Floor::Days(2));
		let first = expiring(19, 7);
		refuses(id, Error::BelowFloor);
		let second = expiring(1, 8);
		assert_eq!(offers(id), [(first, 1)]);
		assert_eq!(offer(OfferId(0)).supply.keeps, 19);
		refuses(id, Error::BelowFloor);
		// What was offered can be taken: its giver has its floor.
		let need = published(HOSPITAL_RECEIVES, masks(10));
		assert_ok!(take(HOSPITAL_RECEIVES, OfferId(0), need, 1));
		assert_eq!(buckets(second, DONOR), [1, 0, 0]);
	});
}

#[test]
fn what_expires_first_is_offered_first() {
	play(|| {
		let late = expiring(10, 9);
		let early = expiring(10, 8);
		let order = ordered(Floor::Units(5));
		assert_eq!(offers(order), [(early, 10), (late, 5)]);
		// What never expires is part of the floor.
		lot(DONOR, MASKS, 3, None);
		assert_eq!(offers(order), [(late, 3)]);
	});
}

#[test]
fn the_least_is_no_more_than_what_is_offered() {
	play(|| {
		for quantity in [4, 5, 6] {
			expiring(quantity, 8);
		}
		let duty = Duty::Offer { within: 10, open: 5, least: 5 };
		let order = given(DONOR_SENDS, Instruction { duty, ..offering() });
		assert_ok!(ring(Alarm::Offer { order }));
		let least: Vec<_> = (0..3).map(|id| offer(OfferId(id)).supply.least).collect();
		assert_eq!(least, [4, 5, 5]);
	});
}

#[test]
fn a_ring_makes_a_few_offers_and_the_next_one_goes_on() {
	play(|| {
		let lots: Vec<_> = (0..5).map(|_| expiring(10, 8)).collect();
		let order = ordered(Floor::Units(0));
		assert_eq!(offers(order), [0, 1, 2, 3].map(|place: usize| (lots[place], 10)));
		assert_eq!(offers(order), [(lots[4], 10)]);
		refuses(order, Error::BelowFloor);
		lot(DONOR, MASKS, 1, None);
		refuses(order, Error::NothingToOffer);
	});
}

#[test]
fn a_ring_makes_as_many_offers_as_there_is_room_for() {
	play(|| {
		let other = lot(DONOR, OXYGEN, 100, None);
		let ids: Vec<_> = (1..MAX_OFFERS).map(|_| offered(DONOR_SENDS, supply(other, 1))).collect();
		let [first, second] = [8, 9].map(|days| expiring(10, days));
		let order = ordered(Floor::Units(0));
		assert_eq!(offers(order), [(first, 10)]);
		refuses(order, Error::TooManyOffers);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), ids[0]));
		assert_eq!(offers(order), [(second, 10)]);
	});
}

#[test]
fn a_bounded_number_of_places_on_the_shelf_is_looked_at() {
	assert_eq!(PLACES_LOOKED_AT, 16);
	for (empty, found) in [(15, true), (16, false)] {
		play(|| {
			for _ in 0..empty {
				expiring(0, 7);
			}
			let goods = expiring(10, 8);
			let order = ordered(Floor::Units(0));
			if found {
				assert_eq!(offers(order), [(goods, 10)]);
			} else {
				refuses(order, Error::NothingToOffer);
			}
		});
	}
}

#[test]
fn the_goods_of_others_on_the_shelf_are_not_offered() {
	play(|| {
		let both = expiring(10, 7);
		borrow(DONOR, HOSPITAL, both);
		let lent = lot(CLINIC, MASKS, 10, Some(NOW + 7 * DAY));
		borrow(DONOR, CLINIC, lent);
		let own = expiring(10, 8);
		let order = ordered(Floor::Units(0));
		assert_eq!(offers(order), [(both, 10), (own, 10)]);
		assert_eq!(buckets(lent, CLINIC), [10, 0, 0]);
	});
}

#[test]
fn an_order_must_be_there_and_act() {
	play(|| {
		expiring(10, 8);
		refuses(OrderId(0), Error::OrderNotFound);
		let order = ordered(Floor::Units(0));
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), order));
		refuses(order, Error::OrderPaused);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order));
		refuses(order, Error::Ended);
		let sends = given(DONOR_SENDS, sending());
		refuses(sends, Error::OtherDuty);
	});
}

#[test]
fn nothing_is_offered_for_a_giver_that_may_not_act() {
	play(|| {
		let lot = expiring(10, 8);
		let order = ordered(Floor::Units(0));
		MockDirectory::set_active(DONOR, false);
		refuses(order, Error::GiverInactive);
		MockDirectory::set_active(DONOR, true);
		assert_eq!(offers(order), [(lot, 10)]);
		expiring(10, 8);
		MockDirectory::wind_up(DONOR);
		refuses(order, Error::GiverInactive);
	});
}

#[test]
fn what_was_released_is_offered_again() {
	play(|| {
		let lot = expiring(10, 10);
		let order = ordered(Floor::Units(0));
		assert_eq!(offers(order), [(lot, 10)]);
		pass(5 * DAY + 1);
		refuses(order, Error::BelowFloor);
		assert_ok!(ring(Alarm::Release { offer: OfferId(0) }));
		assert_eq!(offers(order), [(lot, 10)]);
		assert_eq!(offer(OfferId(1)).supply.until, NOW + 10 * DAY - 1);
	});
}

#[test]
fn any_quantity_can_be_offered() {
	play(|| {
		let most = Quantity::MAX;
		let [first, second] = [(); 2].map(|()| expiring(most, 8));
		let order = ordered(Floor::Units(most));
		lot(DONOR, MASKS, 7, None);
		assert_eq!(offers(order), [(first, most), (second, 7)]);
		assert_eq!(offer(OfferId(0)).supply.keeps, most);
		let sum = u128::from(most) + 7;
		assert_eq!(last_event(), Event::OrderOffered { order, offers: 2, quantity: sum });
	});
}

#[test]
fn offering_weighs_the_same_whatever_is_offered() {
	play(|| {
		expiring(10, 8);
		let alarm = Alarm::Offer { order: ordered(Floor::Units(0)) };
		// As the mock's weights say.
		let most = Call::<Test>::ring { alarm }.get_dispatch_info().call_weight;
		assert_eq!(most, Weight::from_parts(3_000, 0));
		let rung = NeedsPallet::ring(by(NOBODY), alarm).map(|info| info.actual_weight);
		assert_eq!(rung, Ok(Some(most)));
	});
}
