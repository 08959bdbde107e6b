//! Leaving the record of how a referendum ended.

use crate::{mock::*, Call, Error, Event, Referenda as Stored};
use frame_support::assert_ok;
use pallet_referenda::{ReferendumInfo, ReferendumInfoFor};
use salus_primitives::{Action, Actor, Outcome, ReferendumId, Subject, Track};
use sp_runtime::DispatchError;

fn record(referendum: ReferendumId) -> Call<Test> {
	Call::record_outcome { referendum }
}

/// Anybody records an outcome, once.
fn recorded(id: ReferendumId, outcome: Outcome, action: Action) {
	assert_eq!(decided(id), outcome);
	let left = accepted(signed(STRANGER), record(id));
	assert_eq!((left.action, left.subject), (action, Subject::Referendum(id)));
	assert_eq!((left.actor, left.institution), (Actor::Account(STRANGER), None));
	last_event(Event::OutcomeRecorded { referendum: id, outcome });
	assert_eq!(Stored::<Test>::get(id).and_then(|entry| entry.recorded), Some(outcome));
	refused(signed(STRANGER), record(id), Error::<Test>::AlreadyRecorded);
}

#[test]
fn an_approval_is_recorded() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &VOTERS);
		recorded(id, Outcome::Approved, Action::ReferendumApproved);
	});
}

#[test]
fn a_rejection_is_recorded() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		recorded(id, Outcome::Rejected, Action::ReferendumRejected);
	});
}

#[test]
fn what_is_called_off_is_recorded_whichever_way() {
	run(|| {
		let (cancelled, killed) = (submitted(WU, Track::Upgrade), submitted(WU, Track::Upgrade));
		assert_ok!(Referenda::cancel(root(), cancelled.0));
		assert_ok!(Referenda::kill(root(), killed.0));
		recorded(cancelled, Outcome::CalledOff, Action::ReferendumCalledOff);
		recorded(killed, Outcome::CalledOff, Action::ReferendumCalledOff);
	});
}

// It takes a referendum without a deposit, of which there is none.
#[test]
fn what_was_never_decided_is_recorded() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		let now = System::block_number();
		ReferendumInfoFor::<Test>::insert(id.0, ReferendumInfo::TimedOut(now, None, None));
		recorded(id, Outcome::TimedOut, Action::ReferendumTimedOut);
	});
}

#[test]
fn what_is_not_there_or_not_decided_has_no_outcome() {
	run(|| {
		refused(signed(STRANGER), record(ReferendumId(0)), Error::<Test>::ReferendumNotFound);
		let id = submitted(WU, Track::Reallocation);
		refused(signed(STRANGER), record(id), Error::<Test>::NotDecided);
		pass(PREPARE + 1);
		refused(signed(STRANGER), record(id), Error::<Test>::NotDecided);
	});
}

#[test]
fn whoever_records_signs() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		decided(id);
		for origin in [root(), regulation(), RuntimeOrigin::none()] {
			refused(origin, record(id), DispatchError::BadOrigin);
		}
	});
}
