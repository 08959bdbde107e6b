use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockDirectory, Action, Actor, OrderId, Subject};
use sp_runtime::DispatchError;

#[test]
fn a_paused_order_stands_and_does_nothing() {
	play(|| {
		lot(DONOR, MASKS, 100, Some(NOW + 1_000_000));
		let need = published(HOSPITAL_RECEIVES, masks(100));
		for (instruction, alarm) in [
			(sending(), Alarm::Send { order: OrderId(0), need }),
			(offering(), Alarm::Offer { order: OrderId(1) }),
		] {
			let id = given(DONOR_SENDS, instruction);
			assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), id));
			assert_eq!(last_event(), Event::OrderPaused { order: id });
			assert!(order(id).paused);
			assert_eq!(order(id).ended, None);
			assert!(OrdersOf::<Test>::get(DONOR).contains(&id));
			assert!(OrdersByClass::<Test>::contains_key(MASKS, id));
			refused(by(NOBODY), Call::ring { alarm }, Error::<Test>::OrderPaused);
		}
	});
}

#[test]
fn pausing_is_recorded() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		let records = recorded(by(DONOR_SENDS), Call::pause_order { order });
		let actor = Actor::Account(DONOR_SENDS);
		let subjects = [Subject::Order(order)];
		were_left(&records, actor, Some(DONOR), Action::OrderPaused, &subjects);
	});
}

#[test]
fn an_order_is_paused_once_and_by_its_institution_alone() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		let call = |order| Call::pause_order { order };
		for (origin, error) in [
			(by(NOBODY), MockDirectory::NOT_AGENT),
			(by(DONOR_RECEIVES), MockDirectory::NOT_AUTHORIZED),
			(by(CLINIC_SENDS), Error::<Test>::NotOwn.into()),
			(root(), DispatchError::BadOrigin),
			(RuntimeOrigin::none(), DispatchError::BadOrigin),
		] {
			refused(origin, call(order), error);
		}
		refused(by(DONOR_SENDS), call(OrderId(1)), Error::<Test>::OrderNotFound);
		MockDirectory::set_active(DONOR, false);
		refused(by(DONOR_SENDS), call(order), MockDirectory::SUSPENDED);
		MockDirectory::set_active(DONOR, true);
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), order));
		refused(by(DONOR_SENDS), call(order), Error::<Test>::OrderPaused);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order));
		refused(by(DONOR_SENDS), call(order), Error::<Test>::Ended);
	});
}
