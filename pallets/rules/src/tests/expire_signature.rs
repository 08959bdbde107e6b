use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, time::DAY, Action, InstitutionKind, RuleId};
use sp_runtime::{DispatchError, DispatchResult};

const PAIR: Signed = Signed::Pair { sender: HOSPITAL, receiver: CLINIC };
const KIND: InstitutionKind = InstitutionKind::HealthCommission;

fn signed() -> RuleId {
	let rule = ruled(only(co_signed(Signing::Pair)));
	assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, PAIR, NOW + DAY));
	rule
}

fn expire(rule: RuleId) -> DispatchResult {
	Ruling::expire_signature(by(NOBODY), rule, PAIR, KIND, COMMISSION)
}

#[test]
fn anybody_takes_out_what_has_ended() {
	play(|| {
		let rule = signed();
		turn_to(NOW + DAY);
		assert_noop!(expire(rule), Error::<Test>::SignatureInForce);
		turn_to(NOW + DAY + 1);
		assert_ok!(expire(rule));
		let event = Event::SignatureExpired { rule, signed: PAIR, by: COMMISSION };
		assert_eq!(last_event(), event);
		let left = Signatures::<Test>::iter().count() + SignaturesGiven::<Test>::iter().count();
		assert_eq!(left, 0);
		assert_noop!(expire(rule), Error::<Test>::SignatureNotFound);
	});
}

#[test]
fn taking_out_is_recorded_with_its_arguments() {
	play(|| {
		let rule = signed();
		turn_to(NOW + 2 * DAY);
		let call = Call::expire_signature { rule, signed: PAIR, kind: KIND, by: COMMISSION };
		let record = recorded_with_digest(by(NOBODY), call);
		assert_eq!(record.action, Action::SignatureExpired);
	});
}

#[test]
fn what_is_void_for_ever_is_taken_out_before_its_end() {
	play(|| {
		let rule = signed();
		let other = wording(&[
			&[clause(co_signed(Signing::Pair))],
			&[clause(co_signed(Signing::Transfer))],
		]);
		assert_ok!(Ruling::amend_rule(root(), rule, other, DIGEST));
		assert_ok!(expire(rule));

		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, PAIR, NOW + DAY));
		MockDirectory::set_active(COMMISSION, false);
		assert_noop!(expire(rule), Error::<Test>::SignatureInForce);
		MockDirectory::wind_up(COMMISSION);
		assert_ok!(expire(rule));

		MockDirectory::set_active(COMMISSION, true);
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, PAIR, NOW + DAY));
		assert_ok!(Ruling::withdraw_rule(root(), rule));
		assert_ok!(expire(rule));
	});
}

#[test]
fn nobody_takes_out_without_a_signature() {
	play(|| {
		let rule = signed();
		turn_to(NOW + 2 * DAY);
		for origin in [root(), RuntimeOrigin::none()] {
			let refused = DispatchError::BadOrigin;
			assert_noop!(Ruling::expire_signature(origin, rule, PAIR, KIND, COMMISSION), refused);
		}
	});
}
