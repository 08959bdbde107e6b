use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockDirectory, Action, Actor, Authority, InstitutionId, OrderId, Subject,
};
use sp_runtime::DispatchError;

#[test]
fn a_revoked_order_never_acts_again() {
	play(|| {
		lot(DONOR, MASKS, 100, Some(NOW + 1_000_000));
		let need = published(HOSPITAL_RECEIVES, masks(100));
		let sends = given(DONOR_SENDS, sending());
		let offers = given(DONOR_SENDS, offering());
		pass(3);
		for (id, alarm) in
			[(sends, Alarm::Send { order: sends, need }), (offers, Alarm::Offer { order: offers })]
		{
			assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), id));
			assert_eq!(last_event(), Event::OrderRevoked { order: id });
			assert_eq!(order(id).ended, Some(NOW + 3));
			refused(by(NOBODY), Call::ring { alarm }, Error::<Test>::Ended);
		}
	});
}

#[test]
fn a_revoked_order_is_not_listed() {
	play(|| {
		let [first, second, third] = [(); 3].map(|()| given(DONOR_SENDS, sending()));
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), second));
		assert_eq!(OrdersOf::<Test>::get(DONOR).into_inner(), [first, third]);
		let listed: Vec<_> = OrdersByClass::<Test>::iter_keys().collect();
		assert_eq!(listed, [(MASKS, first), (MASKS, third)]);
		for id in [first, third] {
			assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), id));
		}
		assert_eq!(OrdersOf::<Test>::iter().count(), 0);
		assert_eq!(OrdersByClass::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_paused_order_can_be_revoked() {
	play(|| {
		let id = given(DONOR_SENDS, sending());
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), id));
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), id));
		assert_eq!(order(id).ended, Some(NOW));
	});
}

#[test]
fn revoking_is_recorded() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		let records = recorded(by(DONOR_SENDS), Call::revoke_order { order });
		let actor = Actor::Account(DONOR_SENDS);
		let subjects = [Subject::Order(order)];
		were_left(&records, actor, Some(DONOR), Action::OrderRevoked, &subjects);
	});
}

#[test]
fn an_order_is_revoked_once_and_among_institutions_by_its_own_alone() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		let call = |order| Call::revoke_order { order };
		for (origin, error) in [
			(by(NOBODY), MockDirectory::NOT_AGENT),
			(by(DONOR_RECEIVES), MockDirectory::NOT_AUTHORIZED),
			(by(CLINIC_SENDS), Error::<Test>::NotOwn.into()),
			(RuntimeOrigin::none(), DispatchError::BadOrigin),
		] {
			refused(origin, call(order), error);
		}
		for origin in [by(DONOR_SENDS), root(), by(NOBODY)] {
			refused(origin, call(OrderId(1)), Error::<Test>::OrderNotFound);
		}
		MockDirectory::set_active(DONOR, false);
		refused(by(DONOR_SENDS), call(order), MockDirectory::SUSPENDED);
		refused(by(NOBODY), call(order), MockDirectory::NOT_AGENT);
		MockDirectory::set_active(DONOR, true);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order));
		for origin in [by(DONOR_SENDS), root()] {
			refused(origin, call(order), Error::<Test>::Ended);
		}
	});
}

#[test]
fn governance_revokes_any_order_whatever_its_institution_is() {
	play(|| {
		let governance = Actor::Authority(Authority::Root);
		let ends: [fn(InstitutionId); 3] =
			[|_| {}, |id| MockDirectory::set_active(id, false), MockDirectory::wind_up];
		let orders = ends.map(|_| given(DONOR_SENDS, sending()));
		for (order, end) in orders.into_iter().zip(ends) {
			end(DONOR);
			let records = recorded(root(), Call::revoke_order { order });
			let subjects = [Subject::Order(order)];
			were_left(&records, governance.clone(), None, Action::OrderRevoked, &subjects);
			assert_eq!(last_event(), Event::OrderRevoked { order });
			assert_eq!(crate::mock::order(order).ended, Some(NOW));
		}
	});
}

#[test]
fn anybody_revokes_the_order_of_an_institution_that_is_wound_up() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		MockDirectory::wind_up(DONOR);
		let call = || Call::revoke_order { order };
		refused(RuntimeOrigin::none(), call(), DispatchError::BadOrigin);
		let records = recorded(by(NOBODY), call());
		let subjects = [Subject::Order(order)];
		were_left(&records, Actor::Account(NOBODY), None, Action::OrderRevoked, &subjects);
		refused(by(NOBODY), call(), Error::<Test>::Ended);
	});
}
