use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Action, Actor, Authority, Capability, ClassId, InstitutionId, InstitutionKind, Role, RuleId,
	Subject,
};
use sp_runtime::DispatchError;

fn some() -> Wording {
	only(Condition::ShelfLife { days: 30 })
}

fn refused(class: Option<ClassId>, wording: Wording, error: Error<Test>) {
	assert_noop!(Ruling::write_rule(root(), class, wording, DIGEST), error);
}

#[test]
fn governance_writes_for_all_and_an_admin_for_its_institution() {
	play(|| {
		assert_ok!(Ruling::write_rule(root(), None, some(), DIGEST));
		let (rule, author) = (RuleId(0), Author::Governance);
		assert_eq!(last_event(), Event::RuleWritten { rule, author, class: None });
		assert_ok!(Ruling::write_rule(by(HOSPITAL_ADMIN), Some(MASKS), some(), DIGEST));
		let (rule, author) = (RuleId(1), Author::Institution(HOSPITAL));
		assert_eq!(last_event(), Event::RuleWritten { rule, author, class: Some(MASKS) });
		let stored = Ruling::rule(rule).expect("a rule");
		assert_eq!((stored.author, stored.class, stored.version), (author, Some(MASKS), 0));
		assert_eq!((stored.wording, stored.digest), (some(), DIGEST));
		assert_eq!(stored.force, Force::Binding);
		assert_eq!(Ruling::rule(RuleId(2)), None);
	});
}

#[test]
fn writing_is_recorded_with_its_arguments() {
	play(|| {
		let call = Call::write_rule { class: Some(MASKS), wording: some(), digest: DIGEST };
		let record = recorded_with_digest(root(), call);
		assert_eq!(record.action, Action::RuleWritten);
		assert_eq!(record.actor, Actor::Authority(Authority::Root));
		assert_eq!(record.subject, Subject::Rule(RuleId(0)));
		let call = Call::write_rule { class: None, wording: some(), digest: DIGEST };
		let record = recorded_with_digest(by(HOSPITAL_ADMIN), call);
		assert_eq!((record.actor, record.institution), (Actor::Account(1), Some(HOSPITAL)));
		assert_eq!(MockTrail::records().len(), 2);
	});
}

#[test]
fn only_governance_and_admins_write() {
	play(|| {
		for (origin, error) in [
			(by(NOBODY), MockDirectory::NOT_AGENT),
			(by(HOSPITAL_SENDS), MockDirectory::NOT_AUTHORIZED),
			(RuntimeOrigin::none(), DispatchError::BadOrigin),
		] {
			assert_noop!(Ruling::write_rule(origin, None, some(), DIGEST), error);
		}
		MockDirectory::set_active(HOSPITAL, false);
		let refused = MockDirectory::SUSPENDED;
		assert_noop!(Ruling::write_rule(by(HOSPITAL_ADMIN), None, some(), DIGEST), refused);
	});
}

#[test]
fn a_rule_says_something_in_every_alternative() {
	play(|| {
		refused(None, Wording::default(), Error::NoAlternatives);
		let condition = clause(Condition::ShelfLife { days: 1 });
		refused(None, wording(&[&[condition], &[]]), Error::EmptyAlternative);
		refused(None, only(terms(&[])), Error::NoTerms);
	});
}

#[test]
fn units_are_counted_of_one_class_alone() {
	play(|| {
		for condition in [
			Condition::KeepsUnits { units: 1 },
			at_most(1, Reach::Everybody),
			Condition::Between { least: 1, most: 2 },
		] {
			refused(None, only(condition.clone()), Error::ClassNeeded);
			let id = written(by(HOSPITAL_ADMIN), Some(MASKS), only(condition));
			assert_ok!(Ruling::withdraw_rule(root(), id));
		}
		written(root(), None, only(Condition::KeepsDays { days: 7 }));
	});
}

#[test]
fn bounds_and_periods_must_make_sense() {
	play(|| {
		let between = only(Condition::Between { least: 2, most: 1 });
		refused(Some(MASKS), between, Error::RangeReversed);
		for days in [0, LONGEST_PERIOD + 1] {
			let limit = Condition::AtMost { quantity: 1, days, to: Reach::Receiver };
			refused(Some(MASKS), only(limit), Error::InvalidPeriod);
		}
		let limit = Condition::AtMost { quantity: 1, days: LONGEST_PERIOD, to: Reach::Receiver };
		ruled(only(limit));
		let region = Condition::Within { party: Party::Sender, region: code("CN-XX") };
		refused(None, only(region), Error::RegionNotFound);
	});
}

#[test]
fn what_is_looked_up_has_a_bound() {
	play(|| {
		let limit = clause(at_most(1, Reach::Everybody));
		let limits = [limit.clone(), limit.clone()];
		refused(Some(MASKS), wording(&[&limits, &[limit]]), Error::TooManyLimits);
		let signed = clause(co_signed(Signing::Pair));
		let all = [signed.clone(), signed.clone(), signed];
		refused(None, wording(&[&all]), Error::TooManyCoSignatures);
	});
}

#[test]
fn governance_has_a_few_rules_for_each_class_and_for_all() {
	play(|| {
		for class in [None, Some(MASKS), Some(SUITS)] {
			for _ in 0..GOVERNANCE_RULES {
				written(root(), class, some());
			}
			refused(class, some(), Error::TooManyRules);
		}
		for class in 2..MAX_GOVERNED {
			written(root(), Some(ClassId(class)), some());
		}
		refused(Some(ClassId(MAX_GOVERNED)), some(), Error::TooManyClasses);
		// Institutions are not crowded out.
		written(by(HOSPITAL_ADMIN), Some(ClassId(MAX_GOVERNED)), some());
	});
}

#[test]
fn the_place_for_all_classes_is_kept() {
	play(|| {
		for class in 0..MAX_GOVERNED {
			written(root(), Some(ClassId(class)), some());
		}
		written(root(), None, some());
		for class in 0..MAX_OWN {
			written(by(HOSPITAL_ADMIN), Some(ClassId(class)), some());
		}
		written(by(HOSPITAL_ADMIN), None, some());
	});
}

#[test]
fn an_institution_has_a_few_rules_and_takes_no_room_of_others() {
	play(|| {
		let own = |class| Ruling::write_rule(by(HOSPITAL_ADMIN), class, some(), DIGEST);
		for class in (0..MAX_OWN).map(ClassId) {
			for _ in 0..OWN_RULES {
				assert_ok!(own(Some(class)));
			}
			assert_noop!(own(Some(class)), Error::<Test>::TooManyRules);
		}
		assert_noop!(own(Some(ClassId(MAX_OWN))), Error::<Test>::TooManyClasses);
		written(by(CLINIC_ADMIN), Some(MASKS), some());
		written(root(), Some(MASKS), some());
	});
}

#[test]
fn an_institution_of_any_number_is_bound_by_its_rules() {
	play(|| {
		let far = InstitutionId(8 * 1_024);
		for id in [InstitutionId(8 * 1_024 - 1), far, InstitutionId(u32::MAX)] {
			let kind = InstitutionKind::Hospital;
			MockDirectory::admit(id, salus_primitives::mock::MockInstitution::new(kind, "CN-HB"));
			MockDirectory::appoint(77, id, &[Role::Admin]);
			let movement = salus_primitives::Movement { sender: id, owner: id, ..masks(1) };
			assert!(passes(&movement));
			let never =
				Condition::Licensed { party: Party::Sender, capability: Capability::BloodProducts };
			let rule = written(by(77), Some(MASKS), only(never));
			assert_eq!(refusals(&movement), [unmet(rule, 0, 0)]);
			assert!(passes(&masks(1)));
			assert_ok!(Ruling::withdraw_rule(by(77), rule));
			assert!(passes(&movement));
		}
	});
}

#[test]
fn identifiers_end() {
	play(|| {
		NextRuleId::<Test>::put(RuleId(u32::MAX));
		refused(None, some(), Error::IdsExhausted);
	});
}
