use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use salus_primitives::{mock::MockTrail, Action, Actor, Decisions, PlanId, Subject, Subjects};
use sp_core::H256;
use sp_runtime::DispatchError;

/// The first moment at which a plan that is decided now may be archived.
const OVER: u64 = DISPATCH_BY + ARCHIVE_AFTER;

#[test]
fn what_was_over_long_ago_leaves_the_storage() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let line = gives(Goods::Lot(lot), 1);
		let plan = decide(&[line, LineOrder { receiver: NOWHERE, ..line }, line]);
		let transfer = made(plan, 0);
		assert_ok!(dispatch(DONOR_AGENT, transfer));
		assert_ok!(withdraw(HOSPITAL_AGENT, made(plan, 2)));
		turn_to(OVER);
		let digest = Reallocation::archive_digest(plan).expect("a plan");
		events();
		assert_ok!(Reallocation::archive_plan(by(NOBODY), plan, digest));
		let told =
			[Event::LinesArchived { plan, archived: 3, digest }, Event::PlanArchived { plan }];
		assert_eq!(events(), told);
		assert_eq!(Reallocation::plan(plan), None);
		assert_eq!(Outcomes::<Test>::iter().count(), 0);
		assert_eq!(Orders::<Test>::iter().count(), 0);
		assert!(!Reallocation::binds(transfer));
		let newest = MockTrail::newest(&Subject::Plan(plan));
		assert_eq!(Reallocation::newest_record(&Subject::Plan(plan)), newest);
		let last = records(plan).pop();
		assert_eq!(last, Some((Actor::Account(NOBODY), Action::LinesArchived)));
		for again in [archive(plan), carry_out(plan, 1)] {
			assert_eq!(again, Err(Error::<Test>::PlanArchived.into()));
		}
		assert_eq!(Reallocation::archive_digest(plan), None);
	});
}

#[test]
fn so_many_lines_are_archived_at_once() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let lines = MAX_ARCHIVED + 8;
		let plan = decide(&vec![gives(Goods::Lot(lot), 1); lines as usize]);
		idle(Weight::MAX);
		for line in 0..lines {
			assert_ok!(dispatch(DONOR_AGENT, made(plan, line)));
		}
		turn_to(OVER);
		let first = Reallocation::archive_digest(plan);
		let done = Reallocation::archive_plan(by(NOBODY), plan, first.expect("a plan"));
		let weight = done.expect("it is over").actual_weight;
		assert_eq!(weight, Some(<()>::archive_plan(MAX_ARCHIVED)));
		assert_eq!(Reallocation::plan(plan).map(|plan| plan.archived), Some(MAX_ARCHIVED));
		assert_eq!(Outcomes::<Test>::iter().count(), 8);
		let report = Reallocation::report(plan, None, 1);
		assert_eq!(report.lines[0].line, MAX_ARCHIVED);
		check_all();
		assert_ne!(Reallocation::archive_digest(plan), first);
		let done = Reallocation::archive_plan(
			by(NOBODY),
			plan,
			Reallocation::archive_digest(plan).expect("a plan"),
		);
		assert_eq!(done.expect("it is over").actual_weight, Some(<()>::archive_plan(8)));
		assert_eq!(Reallocation::plan(plan), None);
	});
}

#[test]
fn what_is_not_over_stays() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let plan = decide(&vec![gives(Goods::Lot(lot), 1); 5]);
		turn_to(OVER - 1);
		assert_noop!(archive(plan), Error::<Test>::LinesWaiting);
		idle(Weight::MAX);
		assert_noop!(archive(plan), Error::<Test>::RetentionNotOver);
		turn_to(OVER);
		assert_noop!(archive(plan), Error::<Test>::TransferPending);
		for line in 0..AT_ONCE {
			assert_ok!(release(made(plan, line)));
		}
		let wrong = Reallocation::archive_plan(by(NOBODY), plan, H256::zero());
		assert_noop!(wrong, Error::<Test>::DigestMismatch);
		let digest = Reallocation::archive_digest(plan).expect("a plan");
		let unsigned = Reallocation::archive_plan(RuntimeOrigin::none(), plan, digest);
		assert_noop!(unsigned, DispatchError::BadOrigin);
		assert_ok!(archive(plan));
		assert_noop!(archive(PlanId(7)), Error::<Test>::PlanNotFound);
	});
}
