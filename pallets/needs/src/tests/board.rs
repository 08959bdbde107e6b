use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{OfferId, OrderId};

#[test]
fn a_board_has_what_is_open_of_an_institution() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let needs =
			[MASKS, OXYGEN].map(|class| published(DONOR_RECEIVES, Request { class, ..masks(10) }));
		let offers = [10, 20].map(|quantity| offered(DONOR_SENDS, supply(goods, quantity)));
		let orders = [sending(), offering()].map(|order| given(DONOR_SENDS, order));
		// Those of others, and those that ended, are not there.
		published(HOSPITAL_RECEIVES, masks(10));
		offered(CLINIC_SENDS, supply(lot(CLINIC, MASKS, 10, None), 10));
		given(CLINIC_SENDS, sending());
		let closed = published(DONOR_RECEIVES, masks(10));
		assert_ok!(NeedsPallet::close_need(by(DONOR_RECEIVES), closed));
		let withdrawn = offered(DONOR_SENDS, supply(goods, 10));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), withdrawn));
		let revoked = given(DONOR_SENDS, sending());
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), revoked));
		// A closed need to which something is still promised is, once, whatever serves it.
		let substitutes = vec![RESPIRATORS].try_into().expect("one");
		let waiting = published(DONOR_RECEIVES, Request { substitutes, ..masks(10) });
		let carried = lot(CLINIC, MASKS, 10, None);
		proposed(CLINIC, waiting, &[(carried, 4)]);
		assert_ok!(NeedsPallet::close_need(by(DONOR_RECEIVES), waiting));
		// A paused order is.
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), orders[0]));

		let board = NeedsPallet::board(DONOR);
		let listed: Vec<_> = board.needs.iter().map(|view| view.id).collect();
		assert_eq!(listed, [needs[0], waiting, needs[1]]);
		assert_eq!(board.offers, offers.map(|id| (id, offer(id))));
		assert_eq!(board.orders, orders.map(|id| (id, order(id))));
	});
}

#[test]
fn the_board_of_who_posted_nothing_is_empty() {
	play(|| {
		let empty = Board { needs: vec![], offers: vec![], orders: vec![] };
		assert_eq!(NeedsPallet::board(DONOR), empty);
	});
}

#[test]
fn an_offer_and_an_order_are_told_even_when_they_ended() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let (offer_id, order_id) =
			(offered(DONOR_SENDS, supply(goods, 10)), given(DONOR_SENDS, sending()));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer_id));
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order_id));
		assert_eq!(NeedsPallet::offer(offer_id), Some(offer(offer_id)));
		assert_eq!(NeedsPallet::order(order_id), Some(order(order_id)));
		assert_eq!(NeedsPallet::offer(OfferId(1)), None);
		assert_eq!(NeedsPallet::order(OrderId(1)), None);
	});
}
