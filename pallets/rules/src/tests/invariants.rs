//! What `do_try_state` is there to find is found.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	time::DAY, ClassId, InstitutionId, InstitutionKind, RecordId, RuleId, TransferId,
};

/// Spoils a sound state, and asks whether the check tells; then restores it.
fn is_found(number: &str, spoil: impl FnOnce()) {
	let told = frame_support::storage::with_transaction(|| {
		spoil();
		let told = Ruling::do_try_state();
		sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(told))
	});
	match told.expect("a rollback") {
		Err(sp_runtime::DispatchError::Other(message)) => {
			let start = format!("rules: invariant {number}: ");
			assert!(message.starts_with(&start), "{number} expected, told {message:?}")
		}
		other => panic!("{number} expected, told {other:?}"),
	}
}

fn spoil(id: RuleId, spoil: impl FnOnce(&mut Rule)) {
	Rules::<Test>::mutate(id, |rule| spoil(rule.as_mut().expect("a rule")));
}

#[test]
fn a_spoilt_state_is_found() {
	play(|| {
		let both = [clause(at_most(90, Reach::Everybody)), clause(co_signed(Signing::Pair))];
		let rule = ruled(wording(&[&both]));
		let own = written(by(HOSPITAL_ADMIN), None, only(Condition::ShelfLife { days: 1 }));
		let signed = Signed::Pair { sender: HOSPITAL, receiver: CLINIC };
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY));
		let transfer = propose(&masks(10)).expect("it passes");
		let key = CountKey { days: 7, among: Among::Everybody };
		let kind = InstitutionKind::HealthCommission;

		is_found("1", || NextRuleId::<Test>::put(own));
		is_found("1", || spoil(own, |rule| rule.wording = Wording::default()));
		is_found("2", || Withdrawn::<Test>::insert(RuleId(9), RecordId(0)));
		is_found("2", || Withdrawn::<Test>::insert(rule, RecordId(0)));
		is_found("3", Index::<Test>::kill);
		is_found("3", || OwnRules::<Test>::remove(HOSPITAL));
		is_found("3", || OwnRules::<Test>::insert(CLINIC, Own::new()));
		is_found("3", || Index::<Test>::mutate(|index| index.authors.set(CLINIC, true)));
		is_found("3", || Index::<Test>::mutate(|index| index.authors.set(HOSPITAL, false)));
		is_found("3", || spoil(rule, |rule| rule.class = Some(SUITS)));
		is_found("3", || spoil(own, |rule| rule.author = Author::Governance));
		is_found("3", || {
			Index::<Test>::mutate(|index| {
				let empty = Default::default();
				index.governed.try_insert(Some(ClassId(9)), empty).expect("there is room");
			});
		});
		is_found("3", || {
			Index::<Test>::mutate(|index| {
				let listed = index.governed.get_mut(&Some(MASKS)).expect("a scope");
				listed.try_push(rule).expect("there is room");
			});
		});
		is_found("4", || Counts::<Test>::remove(rule, &key));
		is_found("4", || {
			Counts::<Test>::mutate(rule, &key, |count| {
				count.as_mut().expect("a count").quantity = 9;
			});
		});
		is_found("4", || {
			let count = Counts::<Test>::get(rule, &key).expect("a count");
			Counts::<Test>::insert(RuleId(9), &key, count);
		});
		is_found("4", || Passages::<Test>::insert(TransferId(9), PassagesOfOne::new()));
		is_found("4", || {
			Passages::<Test>::mutate(transfer, |passages| {
				let again = passages[0].clone();
				passages.try_push(again).expect("there is room");
			});
		});
		is_found("5", || SignaturesGiven::<Test>::remove(COMMISSION));
		is_found("5", || SignaturesGiven::<Test>::insert(InstitutionId(9), 1));
		is_found("5", || {
			Signatures::<Test>::insert(
				rule,
				(signed, InstitutionKind::Donor),
				SignaturesOfKind::new(),
			);
		});
		is_found("5", || {
			Signatures::<Test>::mutate(rule, (signed, kind), |listed| {
				listed.try_push(listed[0]).expect("there is room");
			});
			SignaturesGiven::<Test>::insert(COMMISSION, 2);
		});
		is_found("5", || {
			let listed = Signatures::<Test>::take(rule, (signed, kind));
			Signatures::<Test>::insert(RuleId(9), (signed, kind), listed);
		});
		assert_ok!(Ruling::do_try_state());
	});
}
