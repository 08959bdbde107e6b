use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution},
	time::DAY,
	Action, InstitutionId, InstitutionKind, Role, RuleId, TransferId,
};

const PAIR: Signed = Signed::Pair { sender: HOSPITAL, receiver: CLINIC };
const KIND: InstitutionKind = InstitutionKind::HealthCommission;

/// Another commission, and its agent.
fn commission(number: u32) -> u64 {
	let (id, who) = (InstitutionId(100 + number), 100 + u64::from(number));
	MockDirectory::admit(id, MockInstitution::new(KIND, "CN-HB"));
	MockDirectory::appoint(who, id, &[Role::Dispatch]);
	who
}

fn asked() -> RuleId {
	ruled(only(co_signed(Signing::Pair)))
}

#[test]
fn who_is_of_the_kind_signs_until_an_end() {
	play(|| {
		let rule = asked();
		let until = NOW + MaxSignatureTerm::get();
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, PAIR, until));
		let event = Event::CoSigned { rule, signed: PAIR, by: COMMISSION, until };
		assert_eq!(last_event(), event);
		let signature = Signature { by: COMMISSION, version: 0, until };
		assert_eq!(Ruling::signatures(rule, PAIR, KIND), [signature]);
		assert_eq!(SignaturesGiven::<Test>::get(COMMISSION), 1);
	});
}

#[test]
fn signing_is_recorded_with_its_arguments() {
	play(|| {
		let rule = asked();
		let call = Call::co_sign { rule, signed: PAIR, until: NOW };
		let record = recorded_with_digest(by(COMMISSION_SIGNS), call);
		assert_eq!((record.action, record.institution), (Action::CoSigned, Some(COMMISSION)));
	});
}

#[test]
fn a_later_signature_takes_the_place_of_the_earlier_one() {
	play(|| {
		let rule = asked();
		for until in [NOW + 2 * DAY, NOW + DAY] {
			assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, PAIR, until));
			let signature = Signature { by: COMMISSION, version: 0, until };
			assert_eq!(Ruling::signatures(rule, PAIR, KIND), [signature]);
		}
		assert_eq!(SignaturesGiven::<Test>::get(COMMISSION), 1);
	});
}

#[test]
fn only_who_is_asked_signs_and_what_is_asked_for() {
	play(|| {
		let rule = asked();
		let sign = |who, rule, signed| Ruling::co_sign(by(who), rule, signed, NOW + DAY);
		assert_noop!(sign(CARRIER_SIGNS, rule, PAIR), Error::<Test>::NotAsked);
		let transfer = Signed::Transfer(TransferId(0));
		assert_noop!(sign(COMMISSION_SIGNS, rule, transfer), Error::<Test>::NotAsked);
		assert_noop!(sign(COMMISSION_SIGNS, RuleId(9), PAIR), Error::<Test>::RuleNotFound);
		assert_noop!(sign(NOBODY, rule, PAIR), MockDirectory::NOT_AGENT);
		assert_noop!(sign(HOSPITAL_ADMIN, rule, PAIR), MockDirectory::NOT_AUTHORIZED);
	});
}

#[test]
fn a_party_does_not_sign_for_itself() {
	play(|| {
		let rule = asked();
		let own = Signed::Pair { sender: COMMISSION, receiver: CLINIC };
		let to_it = Signed::Pair { sender: HOSPITAL, receiver: COMMISSION };
		for signed in [own, to_it] {
			let refused = Error::<Test>::NotThirdParty;
			assert_noop!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + 1), refused);
		}
	});
}

#[test]
fn a_signature_ends_later_and_not_too_late() {
	play(|| {
		let rule = asked();
		let sign = |until| Ruling::co_sign(by(COMMISSION_SIGNS), rule, PAIR, until);
		assert_noop!(sign(NOW - 1), Error::<Test>::EndPassed);
		let latest = NOW + MaxSignatureTerm::get();
		assert_noop!(sign(latest + 1), Error::<Test>::TermTooLong);
		assert_noop!(sign(u64::MAX), Error::<Test>::TermTooLong);
		assert_ok!(sign(latest));
	});
}

#[test]
fn as_many_sign_the_same_as_may_and_what_lapsed_makes_room() {
	play(|| {
		let rule = asked();
		let sign = |who, until| Ruling::co_sign(by(who), rule, PAIR, until);
		for number in 0..MAX_SIGNATURES {
			assert_ok!(sign(commission(number), NOW + u64::from(number)));
		}
		let refused = Error::<Test>::TooManySignatures;
		assert_noop!(sign(COMMISSION_SIGNS, NOW + DAY), refused);
		// Whoever has signed may do so again.
		assert_ok!(sign(100, NOW));
		turn_to(NOW + 2);
		assert_ok!(sign(COMMISSION_SIGNS, NOW + DAY));
		let signers: Vec<_> =
			Ruling::signatures(rule, PAIR, KIND).iter().map(|signature| signature.by).collect();
		assert_eq!(signers, [InstitutionId(102), InstitutionId(103), COMMISSION]);
		assert_eq!(SignaturesGiven::<Test>::get(InstitutionId(100)), 0);
		// So does who is wound up.
		assert_ok!(sign(commission(9), NOW + DAY));
		MockDirectory::wind_up(InstitutionId(103));
		assert_ok!(sign(commission(10), NOW + DAY));
		assert_eq!(SignaturesGiven::<Test>::get(InstitutionId(103)), 0);
	});
}

#[test]
fn one_kind_takes_no_room_of_another() {
	play(|| {
		let other = Condition::CoSigned { kind: InstitutionKind::Carrier, signing: Signing::Pair };
		let both = [clause(co_signed(Signing::Pair)), clause(other)];
		let rule = ruled(wording(&[&both]));
		for number in 0..MAX_SIGNATURES {
			assert_ok!(Ruling::co_sign(by(commission(number)), rule, PAIR, NOW + DAY));
		}
		assert_eq!(refusals(&masks(1)), [unmet(rule, 0, 1)]);
		assert_ok!(Ruling::co_sign(by(CARRIER_SIGNS), rule, PAIR, NOW + DAY));
		assert!(passes(&masks(1)));
	});
}

#[test]
fn an_institution_gives_as_many_signatures_as_it_may() {
	play(|| {
		let rule = asked();
		let sign = |number| {
			let signed = Signed::Pair { sender: HOSPITAL, receiver: InstitutionId(number) };
			Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY)
		};
		for number in 10..15 {
			assert_ok!(sign(number));
		}
		assert_noop!(sign(15), Error::<Test>::TooManySignaturesGiven);
		assert_ok!(sign(14));
		// Others are not concerned.
		assert_ok!(Ruling::co_sign(by(commission(1)), rule, PAIR, NOW + DAY));
	});
}
