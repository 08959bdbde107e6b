use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockDirectory, time::DAY, Action, Actor, OfferId, Subject};
use sp_runtime::DispatchError;

#[test]
fn what_was_not_taken_is_available_again() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let id = offered(DONOR_SENDS, supply(lot, 60));
		let other = offered(DONOR_SENDS, supply(lot, 5));
		let need = published(HOSPITAL_RECEIVES, masks(100));
		assert_ok!(take(HOSPITAL_RECEIVES, id, need, 20));
		assert_eq!(buckets(lot, DONOR), [35, 45, 20]);
		pass(7);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), id));
		assert_eq!(last_event(), Event::OfferWithdrawn { offer: id, quantity: 40 });
		// What was taken stays taken, and another offer of the lot stays open.
		assert_eq!(buckets(lot, DONOR), [75, 5, 20]);
		assert_eq!((offer(id).left, offer(id).ended), (0, Some((OfferEnding::Withdrawn, NOW + 7))));
		assert_eq!(offer(id).supply.quantity, 60);
		let open: Vec<_> = OpenOffers::<Test>::iter_keys().collect();
		assert_eq!(open, [(MASKS, other)]);
		let open: Vec<_> = OffersOf::<Test>::iter_keys().collect();
		assert_eq!(open, [(DONOR, other)]);
		assert_eq!(OfferCount::<Test>::get(DONOR), 1);
	});
}

#[test]
fn the_count_of_a_giver_without_offers_is_not_kept() {
	play(|| {
		let id = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 60));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), id));
		assert_eq!(OfferCount::<Test>::iter().count(), 0);
	});
}

#[test]
fn withdrawing_is_recorded_on_the_lot_and_on_the_offer() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let offer = offered(DONOR_SENDS, supply(lot, 60));
		let records = recorded(by(DONOR_SENDS), Call::withdraw_offer { offer });
		let subjects = [Subject::Lot(lot), Subject::Offer(offer)];
		let actor = Actor::Account(DONOR_SENDS);
		were_left(&records, actor, Some(DONOR), Action::OfferWithdrawn, &subjects);
	});
}

#[test]
fn an_offer_is_withdrawn_once_and_by_its_giver_alone() {
	play(|| {
		let offer = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 60));
		let call = |offer| Call::withdraw_offer { offer };
		for (origin, error) in [
			(by(NOBODY), MockDirectory::NOT_AGENT),
			(by(DONOR_RECEIVES), MockDirectory::NOT_AUTHORIZED),
			(by(CLINIC_SENDS), Error::<Test>::NotOwn.into()),
			(root(), DispatchError::BadOrigin),
			(RuntimeOrigin::none(), DispatchError::BadOrigin),
		] {
			refused(origin, call(offer), error);
		}
		refused(by(DONOR_SENDS), call(OfferId(1)), Error::<Test>::OfferNotFound);
		MockDirectory::set_active(DONOR, false);
		refused(by(DONOR_SENDS), call(offer), MockDirectory::SUSPENDED);
		MockDirectory::set_active(DONOR, true);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		refused(by(DONOR_SENDS), call(offer), Error::<Test>::Ended);
	});
}

#[test]
fn an_offer_that_is_over_can_still_be_withdrawn() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let offer = offered(DONOR_SENDS, supply(lot, 60));
		pass(10 * DAY + 1);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		assert_eq!(buckets(lot, DONOR), [100, 0, 0]);
	});
}
