use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockDirectory, time::DAY, Action, Actor, OfferId, Subject};
use sp_runtime::DispatchError;

#[track_caller]
fn refuses(offer: OfferId, error: Error<Test>) {
	refused(by(NOBODY), Call::ring { alarm: Alarm::Release { offer } }, error);
}

#[test]
fn an_offer_is_released_by_anybody_once_its_time_is_over() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let id = offered(DONOR_SENDS, supply(lot, 60));
		let need = published(HOSPITAL_RECEIVES, masks(100));
		assert_ok!(take(HOSPITAL_RECEIVES, id, need, 20));
		turn_to(NOW + 10 * DAY);
		refuses(id, Error::TimeNotOver);
		turn_to(NOW + 10 * DAY + 1);
		assert_ok!(ring(Alarm::Release { offer: id }));
		assert_eq!(last_event(), Event::OfferReleased { offer: id, quantity: 40 });
		assert_eq!(buckets(lot, DONOR), [80, 0, 20]);
		assert_eq!(
			(offer(id).left, offer(id).ended),
			(0, Some((OfferEnding::Released, NOW + 10 * DAY + 1)))
		);
		assert_eq!(OpenOffers::<Test>::iter().count(), 0);
		assert_eq!(OffersOf::<Test>::iter().count(), 0);
		assert_eq!(OfferCount::<Test>::iter().count(), 0);
		refuses(id, Error::Ended);
	});
}

#[test]
fn an_offer_is_released_when_its_giver_may_not_act() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let [first, second] = [10, 20].map(|some| offered(DONOR_SENDS, supply(lot, some)));
		MockDirectory::set_active(DONOR, false);
		assert_ok!(ring(Alarm::Release { offer: first }));
		assert_eq!(buckets(lot, DONOR), [80, 20, 0]);
		MockDirectory::set_active(DONOR, true);
		refuses(second, Error::TimeNotOver);
		MockDirectory::wind_up(DONOR);
		assert_ok!(ring(Alarm::Release { offer: second }));
		assert_eq!(buckets(lot, DONOR), [100, 0, 0]);
	});
}

#[test]
fn releasing_is_an_act_of_whoever_rings() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let [first, second] = [10, 20].map(|some| offered(DONOR_SENDS, supply(lot, some)));
		pass(10 * DAY + 1);
		let rung = |offer| Call::ring { alarm: Alarm::Release { offer } };
		let records = recorded(by(NOBODY), rung(first));
		let subjects = [Subject::Lot(lot), Subject::Offer(first)];
		were_left(&records, Actor::Account(NOBODY), None, Action::OfferReleased, &subjects);
		let records = recorded(by(CLINIC_SENDS), rung(second));
		let subjects = [Subject::Lot(lot), Subject::Offer(second)];
		let (actor, of) = (Actor::Account(CLINIC_SENDS), Some(CLINIC));
		were_left(&records, actor, of, Action::OfferReleased, &subjects);
	});
}

#[test]
fn an_offer_that_is_not_there_is_not_released() {
	play(|| {
		refuses(OfferId(0), Error::OfferNotFound);
		let offer = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 60));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		pass(10 * DAY + 1);
		refuses(offer, Error::Ended);
	});
}

#[test]
fn whoever_rings_signs() {
	play(|| {
		let offer = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 60));
		pass(10 * DAY + 1);
		for origin in [root(), RuntimeOrigin::none()] {
			let call = Call::ring { alarm: Alarm::Release { offer } };
			refused(origin, call, DispatchError::BadOrigin);
		}
	});
}
