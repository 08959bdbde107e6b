use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	time::DAY, Capability, InstitutionKind, NeedId, OrderId, Priority, Severity,
};

#[test]
fn nothing_is_told_of_what_would_be_sent() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(10));
		assert_eq!(NeedsPallet::explain_order(order, need).findings, []);
	});
}

#[test]
fn an_order_or_a_need_that_is_not_there_is_told_alone() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(10));
		let told = |order, need| NeedsPallet::explain_order(order, need).findings;
		assert_eq!(told(OrderId(9), need), [Error::OrderNotFound]);
		assert_eq!(told(order, NeedId(9)), [Error::NeedNotFound]);
		assert_eq!(told(given(DONOR_SENDS, offering()), need), [Error::OtherDuty]);
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), order));
		assert_eq!(told(order, need), [Error::OrderPaused]);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order));
		assert_eq!(told(order, need), [Error::Ended]);
	});
}

#[test]
fn every_reason_is_told() {
	play(|| {
		let scope = Scope {
			priority: Priority::Stat,
			kinds: vec![InstitutionKind::Donor].try_into().expect("few"),
			regions: vec![code("CN-SH")].try_into().expect("few"),
			capabilities: vec![Capability::ColdChain].try_into().expect("few"),
		};
		let class = OXYGEN;
		let order = given(HOSPITAL_SENDS, Instruction { class, scope, ..sending() });
		assert_ok!(NeedsPallet::bind_order(by(HOSPITAL_SENDS), order, Some(Severity::General)));
		let need = published(HOSPITAL_RECEIVES, masks(10));
		pass(5 * DAY + 1);
		let expected = [
			Error::NeedNotOpen,
			Error::OwnNeed,
			Error::ClassNotNeeded,
			Error::NotUrgentEnough,
			Error::KindOutsideScope,
			Error::RegionOutsideScope,
			Error::CapabilityMissing,
			Error::NoEmergency,
			Error::BelowFloor,
		];
		assert_eq!(NeedsPallet::explain_order(order, need).findings, expected);
	});
}

#[test]
fn what_there_is_to_send_is_told_of_last() {
	play(|| {
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(100));
		let told = || NeedsPallet::explain_order(order, need).findings;
		assert_eq!(told(), [Error::BelowFloor]);
		lot(DONOR, MASKS, 10, Some(NOW + DAY));
		assert_eq!(told(), [Error::NothingToSend]);
		lot(DONOR, MASKS, 190, None);
		assert_eq!(told(), []);
		assert_ok!(ring(Alarm::Send { order, need }));
		assert_eq!(told(), [Error::PeriodUsedUp, Error::NeedCovered]);
	});
}

#[test]
fn the_first_finding_is_what_ringing_is_refused_with() {
	play(|| {
		let order = given(HOSPITAL_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(100));
		let told = NeedsPallet::explain_order(order, need).findings;
		assert_eq!(told, [Error::OwnNeed, Error::BelowFloor]);
		let rung = ring(Alarm::Send { order, need });
		assert_eq!(rung, Err(told[0].clone().into()));
	});
}
