use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, time::DAY, Action, InstitutionKind, RuleId};

const PAIR: Signed = Signed::Pair { sender: HOSPITAL, receiver: CLINIC };
const KIND: InstitutionKind = InstitutionKind::HealthCommission;

fn signed() -> RuleId {
	let rule = ruled(only(co_signed(Signing::Pair)));
	assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, PAIR, NOW + DAY));
	rule
}

#[test]
fn who_signed_takes_it_back() {
	play(|| {
		let rule = signed();
		let id = propose(&masks(1)).expect("it is signed for");
		assert_ok!(Ruling::revoke_signature(by(COMMISSION_SIGNS), rule, PAIR, KIND));
		let event = Event::SignatureRevoked { rule, signed: PAIR, by: COMMISSION };
		assert_eq!(last_event(), event);
		assert!(!passes(&leaving(id, HOSPITAL, &masks(1))));
		let left = Signatures::<Test>::iter().count() + SignaturesGiven::<Test>::iter().count();
		assert_eq!(left, 0);
	});
}

#[test]
fn revoking_is_recorded_with_its_arguments_also_under_a_withdrawn_rule() {
	play(|| {
		for withdrawn in [false, true] {
			let rule = signed();
			if withdrawn {
				assert_ok!(Ruling::withdraw_rule(root(), rule));
			}
			let call = Call::revoke_signature { rule, signed: PAIR, kind: KIND };
			let record = recorded_with_digest(by(COMMISSION_SIGNS), call);
			assert_eq!(record.action, Action::SignatureRevoked);
		}
	});
}

#[test]
fn who_has_become_of_another_kind_takes_back_what_it_signed() {
	play(|| {
		let rule = signed();
		MockDirectory::change(COMMISSION, |commission| commission.kind = InstitutionKind::Donor);
		assert_ok!(Ruling::revoke_signature(by(COMMISSION_SIGNS), rule, PAIR, KIND));
	});
}

#[test]
fn nobody_takes_back_what_it_has_not_signed() {
	play(|| {
		let rule = signed();
		let revoke = |who, rule, kind| Ruling::revoke_signature(by(who), rule, PAIR, kind);
		let other = InstitutionKind::Donor;
		for (who, rule, kind) in [
			(CARRIER_SIGNS, rule, KIND),
			(COMMISSION_SIGNS, rule, other),
			(COMMISSION_SIGNS, RuleId(9), KIND),
		] {
			assert_noop!(revoke(who, rule, kind), Error::<Test>::SignatureNotFound);
		}
		assert_noop!(revoke(NOBODY, rule, KIND), MockDirectory::NOT_AGENT);
	});
}
