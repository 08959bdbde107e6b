//! Standing orders that act during emergencies alone.

use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Action, Actor, OfferId, OrderId, RecordId, Severity, Subject, TransferId,
};
use sp_runtime::DispatchError;

/// Binds an order of the donor's, or frees it.
#[track_caller]
fn bind(order: OrderId, during: Option<Severity>) {
	assert_ok!(NeedsPallet::bind_order(by(DONOR_SENDS), order, during));
}

/// An alarm does nothing, for want of an emergency.
#[track_caller]
fn silent(alarm: Alarm) {
	refused(by(NOBODY), Call::ring { alarm }, Error::<Test>::NoEmergency);
}

#[test]
fn a_bound_order_is_silent_without_an_emergency_and_sends_during_one() {
	play(|| {
		let goods = lot(DONOR, MASKS, 1_000, None);
		let order = given(DONOR_SENDS, sending());
		let alarm = Alarm::Send { order, need: published(HOSPITAL_RECEIVES, masks(30)) };
		bind(order, Some(Severity::Serious));
		let during = Some(Severity::Serious);
		assert_eq!(last_event(), Event::OrderBound { order, during });
		assert_eq!(OrderBounds::<Test>::get(order), during);
		silent(alarm);
		set_emergency("CN-WH", MASKS, Some(Severity::Serious));
		assert_ok!(ring(alarm));
		assert_eq!(made(TransferId(0)).lines, [(goods, 30)]);
	});
}

#[test]
fn the_emergency_is_grave_enough_for_the_orders_class_and_where_the_need_is() {
	use Severity::{Extreme, General, Major, Serious};
	for (region, class, severity, needs, sends) in [
		("CN-WH", MASKS, Serious, HOSPITAL_RECEIVES, true),
		("CN-WH", MASKS, Extreme, HOSPITAL_RECEIVES, true),
		("CN-WH", MASKS, Major, HOSPITAL_RECEIVES, false),
		("CN-WH", MASKS, General, HOSPITAL_RECEIVES, false),
		// What the hospital's region is a part of; the clinic's is no part of it.
		("CN-HB", MASKS, Serious, HOSPITAL_RECEIVES, true),
		("CN", MASKS, Serious, HOSPITAL_RECEIVES, true),
		("CN-HB", MASKS, Serious, CLINIC_RECEIVES, true),
		("CN-WH", MASKS, Extreme, CLINIC_RECEIVES, false),
		// Where the giver is.
		("CN-SH", MASKS, Extreme, HOSPITAL_RECEIVES, false),
		// The need accepts the class, but the order is for another one.
		("CN-WH", RESPIRATORS, Extreme, HOSPITAL_RECEIVES, false),
	] {
		play(|| {
			lot(DONOR, MASKS, 1_000, None);
			let order = given(DONOR_SENDS, sending());
			bind(order, Some(Serious));
			let substitutes = vec![RESPIRATORS].try_into().expect("one");
			let need = published(needs, Request { substitutes, ..masks(30) });
			set_emergency(region, class, Some(severity));
			let alarm = Alarm::Send { order, need };
			if sends {
				assert_ok!(ring(alarm));
			} else {
				silent(alarm);
			}
		});
	}
}

#[test]
fn an_order_that_offers_asks_for_an_emergency_where_its_own_institution_is() {
	play(|| {
		lot(DONOR, MASKS, 10, Some(NOW + 8 * DAY));
		let order = given(DONOR_SENDS, offering());
		let alarm = Alarm::Offer { order };
		bind(order, Some(Severity::Major));
		silent(alarm);
		set_emergency("CN-HB", MASKS, Some(Severity::Extreme));
		set_emergency("CN-SH", OXYGEN, Some(Severity::Extreme));
		set_emergency("CN-SH", MASKS, Some(Severity::General));
		silent(alarm);
		set_emergency("CN-SH", MASKS, Some(Severity::Major));
		assert_ok!(ring(alarm));
		assert_eq!(offer(OfferId(0)).left, 10);
		// What is offered stays offered, to whomever it is for.
		set_emergency("CN-SH", MASKS, None);
		let need = published(HOSPITAL_RECEIVES, masks(10));
		assert_ok!(take(HOSPITAL_RECEIVES, OfferId(0), need, 10));
	});
}

#[test]
fn what_was_sent_stays_sent_when_the_emergency_ends() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let order = given(DONOR_SENDS, sending());
		let [first, second] = [(); 2].map(|()| published(HOSPITAL_RECEIVES, masks(20)));
		bind(order, Some(Severity::General));
		set_emergency("CN", MASKS, Some(Severity::General));
		assert_ok!(ring(Alarm::Send { order, need: first }));
		set_emergency("CN", MASKS, None);
		assert!(accepted(TransferId(0)));
		delivered(TransferId(0));
		assert_eq!(need(first).ended, Some((Ending::Filled, NOW)));
		silent(Alarm::Send { order, need: second });
	});
}

#[test]
fn an_order_is_bound_otherwise_and_freed() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let [order, other] = [(); 2].map(|()| given(DONOR_SENDS, sending()));
		let published = || published(HOSPITAL_RECEIVES, masks(10));
		set_emergency("CN", MASKS, Some(Severity::Major));
		bind(order, Some(Severity::Extreme));
		let need = published();
		silent(Alarm::Send { order, need });
		// Only the order that is bound is.
		assert_ok!(ring(Alarm::Send { order: other, need }));
		bind(order, Some(Severity::Major));
		assert_ok!(ring(Alarm::Send { order, need: published() }));
		set_emergency("CN", MASKS, None);
		let need = published();
		silent(Alarm::Send { order, need });
		bind(order, None);
		assert_eq!(last_event(), Event::OrderBound { order, during: None });
		assert!(!OrderBounds::<Test>::contains_key(order));
		assert_ok!(ring(Alarm::Send { order, need }));
	});
}

#[test]
fn the_want_of_an_emergency_is_explained() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(10));
		bind(order, Some(Severity::General));
		let told = || NeedsPallet::explain_order(order, need).findings;
		assert_eq!(told(), [Error::NoEmergency]);
		set_emergency("CN-HB", MASKS, Some(Severity::General));
		assert_eq!(told(), []);
	});
}

#[test]
fn an_alarm_without_a_signature_is_not_taken_for_a_silent_order() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let order = given(DONOR_SENDS, sending());
		let alarm = Alarm::Send { order, need: published(HOSPITAL_RECEIVES, masks(10)) };
		bind(order, Some(Severity::General));
		let rehearsed = || NeedsPallet::rehearse(&alarm, &0).map(drop);
		assert_eq!(rehearsed(), Err(Error::<Test>::NoEmergency.into()));
		set_emergency("CN-HB", MASKS, Some(Severity::General));
		assert_eq!(rehearsed(), Ok(()));
	});
}

#[test]
fn binding_is_recorded() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		for during in [Some(Severity::Extreme), None] {
			let records = recorded(by(DONOR_SENDS), Call::bind_order { order, during });
			let actor = Actor::Account(DONOR_SENDS);
			let subjects = [Subject::Order(order)];
			were_left(&records, actor, Some(DONOR), Action::OrderBound, &subjects);
		}
	});
}

#[test]
fn an_order_is_bound_by_its_institution_alone_and_while_it_stands() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		let call = |order| Call::bind_order { order, during: Some(Severity::General) };
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
		// A paused order is bound, and stays paused.
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), order));
		bind(order, Some(Severity::General));
		assert!(crate::mock::order(order).paused);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order));
		refused(by(DONOR_SENDS), call(order), Error::<Test>::Ended);
	});
}

#[test]
fn a_bound_is_forgotten_with_its_order() {
	play(|| {
		let [order, other] = [(); 2].map(|()| given(DONOR_SENDS, sending()));
		bind(order, Some(Severity::Major));
		bind(other, Some(Severity::Extreme));
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order));
		assert_eq!(OrderBounds::<Test>::get(order), Some(Severity::Major));
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Order(order)));
		let left: Vec<_> = OrderBounds::<Test>::iter().collect();
		assert_eq!(left, [(other, Severity::Extreme)]);
	});
}
