//! Each invariant is seen when it is broken.

use crate::{mock::*, OpenOf, Referenda as Stored, Secrecy, SecrecyOf};
use pallet_referenda::{ReferendumCount, ReferendumInfo, ReferendumInfoFor};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution},
	Ballots, Electorate, InstitutionId, InstitutionKind, Outcome, ReferendumId, Track,
};
use sp_runtime::{BoundedVec, DispatchResult};

fn broken(invariant: &str, breaks: impl FnOnce()) {
	run_unchecked(|| {
		submitted(WU, Track::Reallocation);
		check_state();
		breaks();
		let error = Assembly::do_try_state().expect_err("an invariant is broken");
		let message: &str = error.into();
		assert!(message.starts_with(&format!("assembly: invariant {invariant}:")), "{message}");
	});
}

/// What was done is accepted.
fn ok(done: DispatchResult) {
	assert_eq!(done, Ok(()));
}

/// What every test begins with.
const FIRST: ReferendumId = ReferendumId(0);

#[test]
fn members_are_the_active_institutions() {
	broken("1", || MockDirectory::set_active(HOSPITAL, false));
	broken("1", || MockDirectory::wind_up(HOSPITAL));
	broken("1", || ok(Members::remove(HOSPITAL)));
	broken("1", || {
		MockDirectory::admit(NEXT, MockInstitution::new(InstitutionKind::Donor, "CN-HB"));
	});
	broken("1", || ok(Members::induct(NEXT, 0)));
	broken("1", || ok(RankedCollective::do_add_member(STRANGER, false)));
}

#[test]
fn a_member_has_the_rank_of_its_kind_or_waits() {
	broken("2", || ok(Members::set_rank(HOSPITAL, 2)));
	broken("2", || {
		MockDirectory::change(HOSPITAL, |entry| entry.kind = InstitutionKind::Donor);
	});
	broken("2", || {
		Assembly::put_rank(InstitutionKind::Hospital, 0);
		assert_eq!(Assembly::do_try_state(), Ok(()), "it waits");
		ok(Members::set_rank(HOSPITAL, 3));
	});
}

fn change(change: impl FnOnce(&mut crate::Referendum)) {
	Stored::<Test>::mutate(FIRST, |entry| change(entry.as_mut().expect("it is there")));
}

#[test]
fn a_referendum_was_submitted_and_ended_as_recorded() {
	broken("3", || ReferendumCount::<Test>::put(0));
	broken("3", || change(|entry| entry.newest_record = None));
	broken("3", || change(|entry| entry.recorded = Some(Outcome::Approved)));
	broken("3", || {
		decided(FIRST);
		change(|entry| entry.recorded = Some(Outcome::Approved));
	});
	broken("3", || Stored::<Test>::remove(FIRST));
}

fn list(institution: InstitutionId, track: Track, ids: &[u32]) {
	let ids = ids.iter().copied().map(ReferendumId).collect::<Vec<_>>();
	let ids = BoundedVec::try_from(ids).expect("there is room");
	OpenOf::<Test>::insert(institution, track, ids);
}

#[test]
fn the_open_referenda_are_listed() {
	broken("4", || OpenOf::<Test>::remove(COMMISSION, Track::Reallocation));
	broken("4", || list(COMMISSION, Track::Upgrade, &[]));
	broken("4", || list(COMMISSION, Track::Upgrade, &[0]));
	broken("4", || list(HOSPITAL, Track::Reallocation, &[0]));
	broken("4", || list(COMMISSION, Track::Reallocation, &[0, 0]));
	broken("4", || list(COMMISSION, Track::Reallocation, &[0, 7]));
}

#[test]
fn the_tally_is_that_of_the_ballots() {
	broken("5", || {
		voted(FIRST, true, &[DOCTOR, PATRON]);
		voted(FIRST, false, &[WU]);
		assert_eq!(Assembly::do_try_state(), Ok(()));
		let account = Members::account_of(HOSPITAL);
		pallet_ranked_collective::Voting::<Test>::remove(FIRST.0, account);
	});
	broken("5", || {
		ReferendumInfoFor::<Test>::mutate(FIRST.0, |info| {
			let Some(ReferendumInfo::Ongoing(status)) = info else { panic!("it is ongoing") };
			status.tally = pallet_ranked_collective::Tally::from_parts(1, 3, 0);
		});
	});
}

#[test]
fn what_takes_no_open_votes_is_known_has_no_ballots_and_counts_heads() {
	let granted = |id| SecrecyOf::<Test>::insert(id, Secrecy::Granted);
	let wanted = |until| SecrecyOf::<Test>::insert(FIRST, Secrecy::Wanted { until });
	broken("5", || granted(ReferendumId(7)));
	broken("5", || {
		voted(FIRST, true, &[DOCTOR]);
		granted(FIRST);
	});
	broken("5", || {
		voted(FIRST, true, &[DOCTOR]);
		// Whose time is over has taken open votes.
		wanted(System::block_number() - 1);
		assert_eq!(Assembly::do_try_state(), Ok(()));
		wanted(System::block_number());
	});
	broken("5", || {
		granted(FIRST);
		ok(Polls::count(FIRST, None, true));
		assert_eq!(Assembly::do_try_state(), Ok(()));
		ReferendumInfoFor::<Test>::mutate(FIRST.0, |info| {
			let Some(ReferendumInfo::Ongoing(status)) = info else { panic!("it is ongoing") };
			status.tally = pallet_ranked_collective::Tally::from_parts(1, 3, 0);
		});
	});
}
