//! What is held is neither offered nor sent, and stays what it is until the hold is lifted.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{time::DAY, LotId, NeedId, OfferId, TransferId};

/// The donor has 100 masks, of which it offers 60; the hospital needs 100.
fn offer_and_need() -> (LotId, OfferId, NeedId) {
	let lot = lot(DONOR, MASKS, 100, None);
	let offer = offered(DONOR_SENDS, supply(lot, 60));
	(lot, offer, published(HOSPITAL_RECEIVES, masks(100)))
}

/// A lot is held from now on, or not: wherever it is, or what the donor has of it.
const HOLDS: [fn(LotId, bool); 2] = [hold, |lot, held| hold_at(lot, DONOR, held)];

fn told(need: NeedId) -> Vec<OfferId> {
	let page = NeedsPallet::offers_for(need, None, 100);
	page.entries.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn what_was_offered_before_a_hold_is_taken_after_it() {
	for hold in HOLDS {
		play(|| {
			let (lot, offer, need) = offer_and_need();
			assert_eq!(told(need), [offer]);
			hold(lot, true);
			assert_eq!(told(need), []);
			let call = Call::take { offer, need, quantity: 40 };
			refused(by(HOSPITAL_RECEIVES), call, HELD);
			assert_eq!(buckets(lot, DONOR), [40, 60, 0]);
			hold(lot, false);
			assert_eq!(told(need), [offer]);
			assert_ok!(take(HOSPITAL_RECEIVES, offer, need, 40));
			assert_eq!(buckets(lot, DONOR), [40, 20, 40]);
		});
	}
}

#[test]
fn a_hold_on_what_another_has_bars_no_offer() {
	play(|| {
		let (lot, offer, need) = offer_and_need();
		hold_at(lot, CLINIC, true);
		assert_eq!(told(need), [offer]);
		assert_ok!(take(HOSPITAL_RECEIVES, offer, need, 40));
	});
}

#[test]
fn what_is_held_is_not_offered() {
	for hold in HOLDS {
		play(|| {
			let lot = lot(DONOR, MASKS, 100, None);
			hold(lot, true);
			refused(by(DONOR_SENDS), Call::make_offer { supply: supply(lot, 60) }, HELD);
			hold(lot, false);
			offered(DONOR_SENDS, supply(lot, 60));
		});
	}
}

#[test]
fn an_offer_of_what_is_held_ends_like_any_other() {
	play(|| {
		let (lot, withdrawn, _) = offer_and_need();
		let late = offered(DONOR_SENDS, supply(lot, 30));
		hold(lot, true);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), withdrawn));
		assert_eq!(buckets(lot, DONOR), [70, 30, 0]);
		turn_to(offer(late).supply.until + 1);
		assert_ok!(ring(Alarm::Release { offer: late }));
		assert_eq!(buckets(lot, DONOR), [100, 0, 0]);
	});
}

#[test]
fn what_was_taken_and_is_held_is_not_offered_again() {
	play(|| {
		let (lot, id, need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, need, 40));
		hold(lot, true);
		never_left(TransferId(0));
		// It is available again, and held.
		assert_eq!(buckets(lot, DONOR), [80, 20, 0]);
		assert_eq!((offer(id).left, offer(id).ended), (20, None));
		assert_eq!(crate::mock::need(need).open(), 100);
	});
}

#[test]
fn an_order_sends_what_is_not_held() {
	play(|| {
		let first = lot(DONOR, MASKS, 100, Some(NOW + 20 * DAY));
		let second = lot(DONOR, MASKS, 100, Some(NOW + 30 * DAY));
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(30));
		hold(first, true);
		assert_ok!(ring(Alarm::Send { order, need }));
		assert_eq!(made(TransferId(0)).lines, [(second, 30)]);
		hold_at(second, DONOR, true);
		let other = published(HOSPITAL_RECEIVES, masks(20));
		let call = Call::ring { alarm: Alarm::Send { order, need: other } };
		refused(by(NOBODY), call, Error::<Test>::NothingToSend);
		assert_eq!(NeedsPallet::explain_order(order, other).findings, [Error::NothingToSend]);
		hold(first, false);
		assert_ok!(ring(Alarm::Send { order, need: other }));
		assert_eq!(made(TransferId(1)).lines, [(first, 20)]);
	});
}

#[test]
fn an_order_offers_what_is_not_held() {
	play(|| {
		let first = lot(DONOR, MASKS, 10, Some(NOW + 8 * DAY));
		let second = lot(DONOR, MASKS, 10, Some(NOW + 9 * DAY));
		let order = given(DONOR_SENDS, offering());
		hold(first, true);
		assert_ok!(ring(Alarm::Offer { order }));
		assert_eq!(last_event(), Event::OrderOffered { order, offers: 1, quantity: 10 });
		assert_eq!(offer(OfferId(0)).supply.lot, second);
		let call = Call::ring { alarm: Alarm::Offer { order } };
		refused(by(NOBODY), call, Error::<Test>::NothingToOffer);
		hold(first, false);
		assert_ok!(ring(Alarm::Offer { order }));
		assert_eq!(offer(OfferId(1)).supply.lot, first);
	});
}
