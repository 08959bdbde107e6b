//! What waits for an allocation, and what does not.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{time::DAY, NeedId, OfferId};
use sp_runtime::DispatchError;

/// The donor has 100 masks, of which it offers 60; the hospital needs 100.
fn offer_and_need() -> (OfferId, NeedId) {
	let goods = lot(DONOR, MASKS, 100, None);
	let offer = offered(DONOR_SENDS, supply(goods, 60));
	(offer, published(HOSPITAL_RECEIVES, masks(100)))
}

#[track_caller]
fn rings_to(alarm: Alarm, error: Error<Test>) {
	refused(by(NOBODY), Call::ring { alarm }, error.clone());
	let origin = RuntimeOrigin::from(frame_system::RawOrigin::Authorized);
	refused(origin, Call::post_ring { alarm, discriminator: 0 }, error);
}

#[test]
fn nothing_is_taken_of_a_frozen_offer_or_for_a_frozen_need() {
	play(|| {
		let (offer, need) = offer_and_need();
		let call = || Call::take { offer, need, quantity: 10 };
		let told = || NeedsPallet::explain_take(offer, need, 10).findings;
		freeze_offer(offer, true);
		assert_eq!(told(), [Error::Frozen]);
		refused(by(HOSPITAL_RECEIVES), call(), Error::<Test>::Frozen);
		freeze_offer(offer, false);
		freeze_need(need, true);
		assert_eq!(told(), [Error::Frozen]);
		refused(by(HOSPITAL_RECEIVES), call(), Error::<Test>::Frozen);
		// Told once where both are.
		freeze_offer(offer, true);
		assert_eq!(told(), [Error::Frozen]);
		thaw();
		assert_eq!(told(), []);
		assert_ok!(take(HOSPITAL_RECEIVES, offer, need, 10));
	});
}

#[test]
fn others_are_taken_meanwhile() {
	play(|| {
		let (offer, need) = offer_and_need();
		let (other_offer, other_need) = offer_and_need();
		freeze_offer(offer, true);
		freeze_need(need, true);
		assert_ok!(take(HOSPITAL_RECEIVES, other_offer, other_need, 10));
	});
}

#[test]
fn no_order_sends_to_a_frozen_need() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(100));
		let alarm = Alarm::Send { order, need };
		freeze_need(need, true);
		assert_eq!(NeedsPallet::explain_order(order, need).findings, [Error::Frozen]);
		rings_to(alarm, Error::Frozen);
		freeze_need(need, false);
		assert_ok!(ring(alarm));
	});
}

#[test]
fn no_new_proposal_serves_a_frozen_need() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let need = published(HOSPITAL_RECEIVES, masks(100));
		freeze_need(need, true);
		let refusal = propose(DONOR, need, &[(goods, 10)]);
		assert_eq!(refusal, Err(DispatchError::Other("need frozen")));
		freeze_need(need, false);
		assert_ok!(propose(DONOR, need, &[(goods, 10)]));
	});
}

#[test]
fn what_was_sent_before_is_accepted_of_a_frozen_need_and_comes_or_never_leaves() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(100));
		// Half of what there is: nobody has answered.
		assert_ok!(ring(Alarm::Send { order, need }));
		let [transfer] = transfers()[..] else { panic!("one transfer") };
		freeze_need(need, true);
		assert!(accepted(transfer));
		assert_eq!((self::need(need).promised, self::need(need).open()), (50, 50));
		never_left(transfer);
		assert_eq!((self::need(need).promised, self::need(need).open()), (0, 100));
	});
}

#[test]
fn the_time_of_a_frozen_need_does_not_run_out() {
	play(|| {
		let need = published(HOSPITAL_RECEIVES, masks(100));
		let alarm = Alarm::Lapse { need };
		freeze_need(need, true);
		rings_to(alarm, Error::TimeNotOver);
		pass(5 * DAY + 1);
		rings_to(alarm, Error::Frozen);
		freeze_need(need, false);
		assert_ok!(ring(alarm));
		assert_eq!(self::need(need).region, code("CN-HB"));
	});
}

#[test]
fn whoever_published_a_frozen_need_closes_it_and_whoever_gives_withdraws() {
	play(|| {
		let (offer, need) = offer_and_need();
		freeze_offer(offer, true);
		freeze_need(need, true);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), need));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		assert_eq!(self::offer(offer).ended, Some((OfferEnding::Withdrawn, NOW)));
	});
}

#[test]
fn a_frozen_offer_whose_time_is_over_is_released_and_takes_back_what_never_left() {
	play(|| {
		let (offer, need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, offer, need, 20));
		let [transfer] = transfers()[..] else { panic!("one transfer") };
		freeze_offer(offer, true);
		never_left(transfer);
		assert_eq!(self::offer(offer).left, 60);
		pass(11 * DAY);
		assert_ok!(ring(Alarm::Release { offer }));
		assert_eq!(self::offer(offer).ended, Some((OfferEnding::Released, NOW + 11 * DAY)));
	});
}

#[test]
fn needs_are_published_and_goods_offered_meanwhile() {
	play(|| {
		let (offer, need) = offer_and_need();
		freeze_offer(offer, true);
		freeze_need(need, true);
		published(HOSPITAL_RECEIVES, masks(7));
		offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 60));
	});
}

#[test]
fn what_is_frozen_is_not_told_among_what_can_be_taken_or_filled() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let offer = offered(DONOR_SENDS, supply(goods, 60));
		let need = published(HOSPITAL_RECEIVES, masks(100));
		let offers = || NeedsPallet::offers_for(need, None, 9).entries.len();
		let needs = || NeedsPallet::needs_for(DONOR, goods, None, 9).entries.len();
		assert_eq!((offers(), needs()), (1, 1));
		freeze_offer(offer, true);
		assert_eq!((offers(), needs()), (0, 1));
		freeze_offer(offer, false);
		freeze_need(need, true);
		assert_eq!((offers(), needs()), (0, 0));
		// Whoever asks for the need itself is told.
		assert_eq!(NeedsPallet::open_needs(MASKS, None, None, 9).entries.len(), 1);
	});
}
