//! Forgetting a referendum.

use crate::{mock::*, Call, Error, Event, OpenOf, Referenda as Stored};
use frame_support::assert_ok;
use pallet_referenda::{ReferendumInfo, ReferendumInfoFor};
use salus_primitives::{
	mock::MockTrail, Ballots, Outcome, Progress, RecordId, ReferendumId, Subject, Subjects, Track,
};
use sp_runtime::DispatchError;

fn forget(referendum: ReferendumId) -> Call<Test> {
	Call::forget { referendum }
}

/// A referendum on which everybody voted, and that was decided long ago.
fn old() -> ReferendumId {
	let id = submitted(DOCTOR, Track::Reallocation);
	voted(id, true, &VOTERS);
	recorded(id, Outcome::Approved);
	pass(RETENTION);
	id
}

/// A referendum is decided, and anybody records how.
fn recorded(id: ReferendumId, outcome: Outcome) {
	assert_eq!(decided(id), outcome);
	accepted(signed(STRANGER), Call::record_outcome { referendum: id });
}

#[test]
fn nothing_is_left_of_a_referendum_but_its_outcome() {
	run(|| {
		let id = old();
		MockTrail::prune_before(RecordId(u64::MAX));
		cleaned(id);
		let (records, progress) = (MockTrail::records().len(), Polls::progress(id));
		assert_ok!(Assembly::forget(signed(STRANGER), id));
		last_event(Event::ReferendumForgotten { referendum: id });
		assert_eq!(Stored::<Test>::iter().count(), 0);
		assert_eq!(OpenOf::<Test>::iter().count(), 0);
		assert_eq!(<Assembly as Subjects>::newest_record(&Subject::Referendum(id)), None);
		assert_eq!(MockTrail::records().len(), records, "it leaves no record");
		// The stock pallet counts on an entry for every referendum there ever was.
		assert_eq!(Polls::progress(id), progress);
		let kept = ReferendumInfoFor::<Test>::get(id.0);
		assert!(matches!(kept, Some(ReferendumInfo::Approved(_, None, None))));
		refused(signed(STRANGER), forget(id), Error::<Test>::ReferendumNotFound);
		// Its identifier is not used again.
		assert_eq!(submitted(DOCTOR, Track::Reallocation), ReferendumId(id.0 + 1));
	});
}

#[test]
fn what_takes_votes_is_not_forgotten() {
	run(|| {
		refused(signed(STRANGER), forget(ReferendumId(0)), Error::<Test>::ReferendumNotFound);
		let id = submitted(DOCTOR, Track::Reallocation);
		MockTrail::prune_before(RecordId(u64::MAX));
		refused(signed(STRANGER), forget(id), Error::<Test>::NotDecided);
	});
}

#[test]
fn the_votes_are_kept_for_the_retention_period() {
	run(|| {
		let id = submitted(DOCTOR, Track::Reallocation);
		recorded(id, Outcome::Rejected);
		let Some(Progress::Decided { at, .. }) = Polls::progress(id) else {
			panic!("it is decided")
		};
		MockTrail::prune_before(RecordId(u64::MAX));
		pass(at + RETENTION - System::block_number() - 1);
		assert_eq!(Assembly::ensure_retained(id), Err(Error::RetentionNotOver));
		refused(signed(STRANGER), forget(id), Error::<Test>::RetentionNotOver);
		pass(1);
		assert_ok!(Assembly::ensure_retained(id));
		assert_ok!(Assembly::forget(signed(STRANGER), id));
	});
}

#[test]
fn a_referendum_is_forgotten_once_its_newest_record_is_pruned() {
	run(|| {
		let id = submitted(DOCTOR, Track::Reallocation);
		assert_eq!(decided(id), Outcome::Rejected);
		pass(RETENTION);
		refused(signed(STRANGER), forget(id), Error::<Test>::NotRecorded);
		accepted(signed(STRANGER), Call::record_outcome { referendum: id });
		let newest = MockTrail::newest(&Subject::Referendum(id)).expect("there is one");
		refused(signed(STRANGER), forget(id), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(newest);
		refused(signed(STRANGER), forget(id), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		assert_ok!(Assembly::forget(signed(STRANGER), id));
	});
}

#[test]
fn the_votes_are_removed_first_in_as_many_steps_as_one_likes() {
	let mut externalities = externalities();
	let id = externalities.execute_with(|| {
		MockTrail::prune_before(RecordId(u64::MAX));
		old()
	});
	for left in (1..=VOTERS.len()).rev() {
		// What one block wrote is removed in steps in another one only.
		externalities.commit_all().expect("it is written");
		externalities.execute_with(|| {
			assert_eq!(Polls::ballots(id, None, u32::MAX).len(), left);
			refused(signed(STRANGER), forget(id), Error::<Test>::BallotsLeft);
			assert_ok!(RankedCollective::cleanup_poll(signed(STRANGER), id.0, 1));
		});
	}
	externalities.execute_with(|| {
		assert_ok!(Assembly::forget(signed(STRANGER), id));
		check_state();
	});
}

#[test]
fn however_a_referendum_ended_it_is_forgotten() {
	run(|| {
		let rejected = submitted(WU, Track::Accreditation);
		let cancelled = submitted(WU, Track::Regulation);
		let killed = submitted(WU, Track::Emergency);
		assert_ok!(Referenda::cancel(root(), cancelled.0));
		assert_ok!(Referenda::kill(root(), killed.0));
		recorded(rejected, Outcome::Rejected);
		recorded(cancelled, Outcome::CalledOff);
		recorded(killed, Outcome::CalledOff);
		pass(RETENTION);
		MockTrail::prune_before(RecordId(u64::MAX));
		for id in [rejected, cancelled, killed] {
			assert_ok!(Assembly::forget(signed(STRANGER), id));
		}
	});
}

#[test]
fn the_other_referenda_of_its_institution_stay_listed() {
	run(|| {
		let id = old();
		MockTrail::prune_before(RecordId(u64::MAX));
		cleaned(id);
		// It leaves out what is decided, so the list is put together by hand.
		let open = submitted(DOCTOR, Track::Reallocation);
		let both = sp_runtime::BoundedVec::try_from(vec![id, open]).expect("there is room for two");
		OpenOf::<Test>::insert(HOSPITAL, Track::Reallocation, both);
		assert_ok!(Assembly::forget(signed(STRANGER), id));
		assert_eq!(OpenOf::<Test>::get(HOSPITAL, Track::Reallocation).into_inner(), [open]);
	});
}

#[test]
fn whoever_forgets_signs() {
	run(|| {
		let id = old();
		MockTrail::prune_before(RecordId(u64::MAX));
		cleaned(id);
		for origin in [root(), regulation(), RuntimeOrigin::none()] {
			refused(origin, forget(id), DispatchError::BadOrigin);
		}
	});
}
