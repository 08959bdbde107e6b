//! Forgetting an archived round.

use crate::{mock::*, Archived, Call, Error, Event};
use salus_primitives::{mock::MockTrail, RecordId, RoundId, Subject, Subjects};
use sp_runtime::traits::BadOrigin;

const CALL: Call<Test> = Call::forget_round { round: ROUND };

/// Archives a round, a while later.
fn archive(round: RoundId) {
	Timestamp::set_timestamp(Timestamp::get() + ARCHIVE_AFTER);
	let digest = Efficiency::archive_digest(round).expect("it has ended");
	accepted(signed(STRANGER), Call::archive_round { round, digest });
}

/// An archived round that was called off.
fn cancelled() {
	open(evaluation(), roster(5));
	accepted(root(), Call::cancel { round: ROUND });
	archive(ROUND);
}

#[test]
fn what_is_archived_is_forgotten_when_its_records_are_pruned() {
	run(|| {
		cancelled();
		let newest = MockTrail::newest(&Subject::Round(ROUND)).expect("it has records");
		refused(signed(STRANGER), CALL, Error::RecordNotPruned);
		MockTrail::prune_before(newest);
		refused(signed(STRANGER), CALL, Error::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		accepted(signed(STRANGER), CALL);
		assert_eq!(last_event(), Event::RoundForgotten { round: ROUND });
		assert_eq!(Archived::<Test>::iter().count(), 0);
		assert_eq!(Efficiency::newest_record(&Subject::Round(ROUND)), None);
		refused(signed(STRANGER), CALL, Error::NotArchived);
		refused(root(), Call::cancel { round: ROUND }, Error::RoundNotFound);
	});
}

#[test]
fn what_is_left_of_a_report_is_never_forgotten() {
	run(|| {
		sealed(survey(), &[[1], [2]]);
		archive(ROUND);
		MockTrail::prune_before(RecordId(u64::MAX));
		refused(signed(STRANGER), CALL, Error::ReportKept);
	});
}

#[test]
fn only_what_is_archived_is_forgotten() {
	run(|| {
		MockTrail::prune_before(RecordId(u64::MAX));
		refused(signed(STRANGER), CALL, Error::NotArchived);
		open(evaluation(), roster(5));
		accepted(root(), Call::cancel { round: ROUND });
		refused(signed(STRANGER), CALL, Error::NotArchived);
	});
}

#[test]
fn nobody_forgets_without_a_signature() {
	run(|| {
		cancelled();
		MockTrail::prune_before(RecordId(u64::MAX));
		for origin in [RuntimeOrigin::none(), root()] {
			refused_with(origin, CALL, BadOrigin.into());
		}
	});
}
