//! What `do_try_state` is there to find of offers and standing orders is found.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{InstitutionId, NeedId, OfferId, OrderId, Severity, TransferId};

/// Spoils a sound state, and asks whether the check tells; then restores it.
#[track_caller]
fn is_found(number: &str, spoil: impl FnOnce()) {
	let told = frame_support::storage::with_transaction(|| {
		spoil();
		let told = NeedsPallet::do_try_state();
		sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(told))
	});
	match told.expect("a rollback") {
		Err(sp_runtime::DispatchError::Other(message)) => {
			let start = format!("needs: invariant {number}: ");
			assert!(message.starts_with(&start), "{number} expected, told {message:?}")
		}
		other => panic!("{number} expected, told {other:?}"),
	}
}

fn spoil_offer(id: OfferId, spoil: impl FnOnce(&mut Offer)) {
	Offers::<Test>::mutate(id, |offer| spoil(offer.as_mut().expect("an offer")));
}

fn spoil_order(id: OrderId, spoil: impl FnOnce(&mut Order)) {
	Orders::<Test>::mutate(id, |order| spoil(order.as_mut().expect("an order")));
}

#[test]
fn a_spoilt_offer_is_found() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let open = offered(DONOR_SENDS, supply(goods, 10));
		let other = offered(DONOR_SENDS, supply(goods, 20));
		let ended = offered(DONOR_SENDS, supply(goods, 30));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), ended));

		is_found("5", || NextOfferId::<Test>::put(ended));
		is_found("5", || spoil_offer(open, |offer| offer.newest_record = None));
		is_found("5", || spoil_offer(ended, |offer| offer.newest_record = None));
		is_found("5", || spoil_offer(open, |offer| offer.left = 0));
		is_found("5", || {
			spoil_offer(open, |offer| offer.ended = Some((OfferEnding::Withdrawn, NOW)))
		});
		is_found("5", || spoil_offer(ended, |offer| offer.left = 1));
		is_found("5", || spoil_offer(ended, |offer| offer.ended = None));
		is_found("5", || spoil_offer(open, |offer| offer.left = 11));

		is_found("6", || OpenOffers::<Test>::remove(MASKS, open));
		is_found("6", || OpenOffers::<Test>::insert(OXYGEN, open, ()));
		is_found("6", || OpenOffers::<Test>::insert(MASKS, ended, ()));
		is_found("6", || spoil_offer(open, |offer| offer.class = OXYGEN));
		is_found("6", || OffersOf::<Test>::remove(DONOR, open));
		is_found("6", || OffersOf::<Test>::insert(CLINIC, open, ()));
		is_found("6", || OffersOf::<Test>::insert(DONOR, ended, ()));
		is_found("6", || OfferCount::<Test>::insert(DONOR, 1));
		is_found("6", || OfferCount::<Test>::remove(DONOR));
		is_found("6", || OfferCount::<Test>::insert(CLINIC, 0));
		is_found("6", || Offers::<Test>::remove(open));

		is_found("7", || spoil_offer(open, |offer| offer.left = 9));
		is_found("7", || spoil_offer(other, |offer| offer.supply.lot.0 += 1));
		assert_ok!(NeedsPallet::do_try_state());
	});
}

#[test]
fn too_many_offers_are_found() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		for _ in 0..MAX_OFFERS {
			offered(DONOR_SENDS, supply(goods, 1));
		}
		is_found("6", || {
			OfferCount::<Test>::insert(DONOR, MAX_OFFERS - 1);
			let one_more = offered(DONOR_SENDS, supply(goods, 1));
			assert_eq!(one_more, OfferId(MAX_OFFERS.into()));
			OfferCount::<Test>::insert(DONOR, MAX_OFFERS + 1);
		});
	});
}

#[test]
fn a_transfer_that_came_from_nowhere_is_found() {
	play(|| {
		let offer = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 10));
		let order = given(DONOR_SENDS, sending());
		let from = |origin| Origins::<Test>::insert(TransferId(0), origin);
		is_found("8", || from(Origin::Offer(OfferId(1))));
		is_found("8", || from(Origin::Order(OrderId(1), NeedId(0), Sent::default())));
		for origin in [Origin::Offer(offer), Origin::Order(order, NeedId(0), Sent::default())] {
			from(origin);
			assert_ok!(NeedsPallet::do_try_state());
		}
	});
}

#[test]
fn a_spoilt_order_is_found() {
	play(|| {
		let stands = given(DONOR_SENDS, sending());
		let ended = given(DONOR_SENDS, sending());
		assert_ok!(NeedsPallet::bind_order(by(DONOR_SENDS), ended, Some(Severity::Major)));
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), ended));

		is_found("8", || OrderBounds::<Test>::insert(OrderId(2), Severity::Major));
		is_found("8", || NextOrderId::<Test>::put(ended));
		is_found("8", || spoil_order(stands, |order| order.newest_record = None));
		is_found("8", || spoil_order(ended, |order| order.newest_record = None));
		is_found("8", || spoil_order(stands, |order| order.ended = Some(NOW)));
		is_found("8", || spoil_order(ended, |order| order.ended = None));
		is_found("8", || spoil_order(stands, |order| order.instruction.class = OXYGEN));
		is_found("8", || spoil_order(stands, |order| order.institution = CLINIC));
		is_found("8", || OrdersByClass::<Test>::remove(MASKS, stands));
		is_found("8", || OrdersByClass::<Test>::insert(OXYGEN, stands, ()));
		is_found("8", || OrdersOf::<Test>::remove(DONOR));
		is_found("8", || OrdersOf::<Test>::mutate(DONOR, |listed| *listed = Default::default()));
		is_found("8", || {
			let listed = OrdersOf::<Test>::get(DONOR);
			OrdersOf::<Test>::insert(InstitutionId(9), listed);
		});
		is_found("8", || {
			OrdersOf::<Test>::mutate(DONOR, |listed| {
				listed.try_push(ended).expect("there is room");
			});
		});
		is_found("8", || {
			OrdersOf::<Test>::mutate(DONOR, |listed| {
				listed.try_push(stands).expect("there is room");
			});
		});
		assert_ok!(NeedsPallet::do_try_state());
	});
}
