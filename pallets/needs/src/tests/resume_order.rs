use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockDirectory, Action, Actor, OrderId, Subject};
use sp_runtime::DispatchError;

/// An order of the donor's that is paused.
fn paused() -> OrderId {
	let id = given(DONOR_SENDS, sending());
	assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), id));
	id
}

#[test]
fn a_resumed_order_acts_again_and_remembers_what_it_sent() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let id = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(40));
		assert_ok!(ring(Alarm::Send { order: id, need }));
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), id));
		assert_ok!(NeedsPallet::resume_order(by(DONOR_SENDS), id));
		assert_eq!(last_event(), Event::OrderResumed { order: id });
		assert!(!order(id).paused);
		assert_eq!(order(id).lately.sent.quantity, 40);
		// 100 a week at most.
		let need = published(HOSPITAL_RECEIVES, masks(100));
		assert_ok!(ring(Alarm::Send { order: id, need }));
		assert_eq!(order(id).lately.sent.quantity, 100);
	});
}

#[test]
fn resuming_is_recorded() {
	play(|| {
		let order = paused();
		let records = recorded(by(DONOR_SENDS), Call::resume_order { order });
		let actor = Actor::Account(DONOR_SENDS);
		let subjects = [Subject::Order(order)];
		were_left(&records, actor, Some(DONOR), Action::OrderResumed, &subjects);
	});
}

#[test]
fn an_order_is_resumed_once_and_by_its_institution_alone() {
	play(|| {
		let order = paused();
		let call = |order| Call::resume_order { order };
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
		assert_ok!(NeedsPallet::resume_order(by(DONOR_SENDS), order));
		refused(by(DONOR_SENDS), call(order), Error::<Test>::OrderNotPaused);
		let other = paused();
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), other));
		refused(by(DONOR_SENDS), call(other), Error::<Test>::Ended);
	});
}
