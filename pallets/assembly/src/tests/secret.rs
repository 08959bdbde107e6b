//! Referenda that are put to a ring.

use crate::{mock::*, Call, Error, Event, Obstacle, Secrecy, SecrecyOf};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::{MockDirectory, MockRecord, MockTrail},
	Act, Action, Actor, Authority, Ballots, ContextId, InstitutionKind, OnInstitution, Outcome,
	RecordId, ReferendumId, SecretPolls, Standing, Step, Subject, Tally, Track,
};
use sp_runtime::DispatchResult;

/// More than half of the founders.
const ENOUGH: u32 = 4;
/// The account of some pseudonym.
const PSEUDONYM: u64 = 777;

/// Who governs puts a referendum to a ring of enough voters, by a call of which another pallet knows.
fn put(referendum: ReferendumId) -> DispatchResult {
	put_to(referendum, ENOUGH)
}

/// The same, to a ring of so many.
fn put_to(referendum: ReferendumId, voters: u32) -> DispatchResult {
	let act = Act::by(Actor::Chain);
	let mut step = Step::new(act, Action::ReferendumPutToRing, &ContextId(0));
	Assembly::put_to_ring(&mut step, referendum, voters)
}

/// A referendum that was put to a ring.
fn secret() -> ReferendumId {
	let id = submitted_for_ring(WU, Track::Reallocation);
	assert_ok!(put(id));
	id
}

/// A pseudonym votes, in place of what it said before.
fn count(referendum: ReferendumId, before: Option<bool>, aye: bool) -> DispatchResult {
	let act = Act::by(Actor::Pseudonym(PSEUDONYM));
	let mut step = Step::new(act, Action::SecretVoteCast, &aye);
	Assembly::count_secret(&mut step, referendum, before, aye)
}

/// So many pseudonyms vote for the first time.
fn counted(referendum: ReferendumId, aye: bool, votes: u32) {
	for _ in 0..votes {
		assert_ok!(count(referendum, None, aye));
	}
}

fn tally(referendum: ReferendumId) -> (u32, u32, u32) {
	let Tally { heads, ayes, nays } = Polls::tally(referendum).expect("it is ongoing");
	(heads, ayes, nays)
}

fn newest(referendum: ReferendumId) -> MockRecord {
	let mut records = MockTrail::records_of(&Subject::Referendum(referendum));
	records.pop().expect("there is one")
}

#[test]
fn what_is_put_to_a_ring_has_a_record_of_whoever_put_it() {
	run(|| {
		let id = submitted_for_ring(WU, Track::Reallocation);
		assert!(<Assembly as SecretPolls<u64>>::is_ongoing(id));
		assert_ok!(put(id));
		last_event(Event::ReferendumPutToRing { referendum: id });
		let record = newest(id);
		assert_eq!((record.actor, record.action), (Actor::Chain, Action::ReferendumPutToRing));
		assert!(<Assembly as SecretPolls<u64>>::is_ongoing(id));
	});
}

#[test]
fn who_submits_a_referendum_says_whether_it_is_to_be_secret() {
	run(|| {
		let id = submitted_for_ring(DOCTOR, Track::Reallocation);
		let until = System::block_number() + RING_WAIT;
		last_event(Event::SecrecyWanted { referendum: id, until });
		let record = newest(id);
		assert_eq!(
			(record.actor, record.institution, record.action),
			(Actor::Account(DOCTOR), Some(HOSPITAL), Action::ReferendumSubmitted)
		);
		// As any other, it counts among those that the institution has open.
		submitted(DOCTOR, Track::Reallocation);
		let third = submit_for_ring(Track::Reallocation, remark(b"masks"));
		refused(signed(DOCTOR), third, Error::<Test>::TooManyOpen);
		let stranger = submit_for_ring(Track::Reallocation, remark(b"masks"));
		refused(signed(STRANGER), stranger, MockDirectory::NOT_AGENT);
	});
}

#[test]
fn nobody_votes_on_what_waits_for_a_ring() {
	run(|| {
		let id = submitted_for_ring(WU, Track::Reallocation);
		for who in [WU, DOCTOR] {
			let vote = Call::vote { referendum: id, aye: true };
			refused(signed(who), vote, Error::<Test>::AwaitsRing);
		}
		assert_eq!(Assembly::explain_vote(HOSPITAL, id).obstacles, [Obstacle::AwaitsRing]);
		assert_noop!(count(id, None, true), Error::<Test>::OpenBallot);
		// Its last block.
		pass(RING_WAIT);
		let vote = Call::vote { referendum: id, aye: true };
		refused(signed(DOCTOR), vote, Error::<Test>::AwaitsRing);
		assert_ok!(put(id));
	});
}

#[test]
fn what_nobody_puts_to_a_ring_takes_open_votes() {
	run(|| {
		let id = submitted_for_ring(WU, Track::Reallocation);
		pass(RING_WAIT + 1);
		assert_eq!(Assembly::explain_vote(HOSPITAL, id).obstacles, []);
		assert_noop!(put(id), Error::<Test>::WaitOver);
		voted(id, true, &VOTERS);
		assert_noop!(put(id), Error::<Test>::WaitOver);
		assert_eq!(decided(id), Outcome::Approved);
	});
}

#[test]
fn nobody_votes_openly_on_what_was_put_to_a_ring() {
	run(|| {
		let id = secret();
		let vote = Call::vote { referendum: id, aye: true };
		refused(signed(DOCTOR), vote, Error::<Test>::SecretBallot);
		assert_eq!(Assembly::explain_vote(HOSPITAL, id).obstacles, [Obstacle::SecretBallot]);
		assert_eq!(tally(id), (0, 0, 0));
		// Another one of the same institution is as open as before.
		let other = submitted(WU, Track::Reallocation);
		voted(other, true, &[DOCTOR]);
	});
}

#[test]
fn a_secret_vote_is_one_head_and_weighs_as_that_of_rank_zero() {
	run(|| {
		let id = secret();
		counted(id, true, 2);
		counted(id, false, 3);
		assert_eq!(tally(id), (2, 2, 3));
		let record = newest(id);
		assert_eq!(record.action, Action::SecretVoteCast);
		assert_eq!((record.actor, record.institution), (Actor::Pseudonym(PSEUDONYM), None));
		assert_eq!(MockTrail::records_of(&Subject::Referendum(id)).len(), 2 + 5);
	});
}

#[test]
fn a_pseudonym_changes_its_mind_and_is_counted_once() {
	run(|| {
		let id = secret();
		counted(id, true, 1);
		assert_ok!(count(id, Some(true), false));
		assert_eq!(tally(id), (0, 0, 1));
		assert_ok!(count(id, Some(false), true));
		assert_eq!(tally(id), (1, 1, 0));
	});
}

#[test]
fn secret_votes_carry_a_referendum_as_open_ones_do() {
	run(|| {
		// Of six members three are for it: half of them, and more than half of the votes.
		let id = secret();
		counted(id, true, 3);
		counted(id, false, 2);
		assert_eq!(decided(id), Outcome::Approved);
		let id = secret();
		counted(id, true, 2);
		counted(id, false, 3);
		assert_eq!(decided(id), Outcome::Rejected);
		// Nobody is for it.
		assert_eq!(decided(secret()), Outcome::Rejected);
	});
}

#[test]
fn secret_votes_wake_a_referendum_as_open_ones_do() {
	run(|| {
		// Everybody is for it: it is carried as soon as it may be, long before its time is over.
		let id = secret();
		counted(id, true, 6);
		pass(PREPARE + CONFIRM + 2);
		assert!(!<Assembly as SecretPolls<u64>>::is_ongoing(id));
	});
}

#[test]
fn only_what_was_submitted_for_it_is_put_to_a_ring_and_once() {
	run(|| {
		assert_noop!(put(ReferendumId(0)), Error::<Test>::ReferendumNotFound);
		let id = submitted(WU, Track::Reallocation);
		// Whether anybody has voted on it or not.
		assert_noop!(put(id), Error::<Test>::SecrecyNotWanted);
		voted(id, false, &[DOCTOR]);
		assert_noop!(put(id), Error::<Test>::SecrecyNotWanted);
		assert_eq!(decided(id), Outcome::Rejected);
		assert_noop!(put(id), Error::<Test>::ReferendumNotOngoing);
		let id = secret();
		assert_noop!(put(id), Error::<Test>::SecretBallot);
	});
}

#[test]
fn more_than_half_of_the_members_are_in_the_ring() {
	run(|| {
		let id = submitted_for_ring(WU, Track::Reallocation);
		for few in [0, ENOUGH - 1] {
			assert_noop!(put_to(id, few), Error::<Test>::TooFewVoters);
		}
		// With a seventh member they are still enough, and with an eighth not.
		admitted(InstitutionKind::Donor);
		assert_ok!(put_to(id, ENOUGH));
		admitted(InstitutionKind::Donor);
		let other = submitted_for_ring(WU, Track::Reallocation);
		assert_noop!(put_to(other, ENOUGH), Error::<Test>::TooFewVoters);
	});
}

#[test]
fn what_cannot_wait_and_what_only_ranks_decide_is_never_secret() {
	run(|| {
		for track in [Track::Regulation, Track::Emergency, Track::Upgrade] {
			let submit = submit_for_ring(track, remark(b"masks"));
			refused(signed(WU), submit, Error::<Test>::NeverSecret);
		}
		for track in [Track::Accreditation, Track::Reallocation] {
			assert_ok!(put(submitted_for_ring(WU, track)));
		}
	});
}

#[test]
fn who_is_no_member_or_silenced_may_not_be_in_a_ring_that_votes() {
	run(|| {
		let may_vote = <Assembly as SecretPolls<u64>>::may_vote;
		assert!(FOUNDERS.into_iter().all(may_vote));
		assert!(!may_vote(NEXT));
		stands(CLINIC, Standing::Suspended);
		assert!(!may_vote(CLINIC));
		// Haste silences nobody, save those whose agents the council names.
		suspended_in_haste(HOSPITAL);
		assert!(may_vote(HOSPITAL));
		let council = Actor::Authority(Authority::Council);
		assert_ok!(Assembly::agents_replaced(CENTRE, &council));
		assert!(!may_vote(CENTRE));
		pass(SILENCE);
		assert!(may_vote(CENTRE));
	});
}

#[test]
fn nothing_is_counted_of_what_is_open_or_takes_no_votes() {
	run(|| {
		assert_noop!(count(ReferendumId(0), None, true), Error::<Test>::ReferendumNotFound);
		let open = submitted(WU, Track::Reallocation);
		assert_noop!(count(open, None, true), Error::<Test>::OpenBallot);
		let id = secret();
		decided(id);
		assert_noop!(count(id, None, true), Error::<Test>::ReferendumNotOngoing);
	});
}

#[test]
fn that_a_referendum_is_secret_is_told() {
	run(|| {
		let (open, id) = (submitted(WU, Track::Reallocation), secret());
		let wanted = submitted_for_ring(DOCTOR, Track::Reallocation);
		let waiting = || {
			let page = Assembly::waiting_for(HOSPITAL, None, 9);
			page.entries.into_iter().map(|view| (view.id, view.secrecy)).collect::<Vec<_>>()
		};
		assert_eq!(waiting(), [(open, None)]);
		pass(RING_WAIT + 1);
		assert_eq!(waiting(), [(open, None), (wanted, None)]);
		counted(id, true, 2);
		// Nobody knows whose votes they are.
		let page = Assembly::tally(id, None).expect("it is there");
		assert_eq!((page.by_rank, page.by_kind, page.next), (vec![], vec![], None));
		decided(open);
		decided(id);
		let told = Assembly::decided(None, 9).entries.into_iter();
		let told: Vec<_> = told.map(|view| (view.id, view.secrecy)).collect();
		assert_eq!(told, [(open, None), (id, Some(Secrecy::Granted)), (wanted, None)]);
	});
}

#[test]
fn nothing_is_left_of_a_secret_referendum_that_is_forgotten() {
	run(|| {
		let id = secret();
		counted(id, true, 3);
		assert_eq!(decided(id), Outcome::Approved);
		accepted(signed(STRANGER), Call::record_outcome { referendum: id });
		pass(RETENTION);
		MockTrail::prune_before(RecordId(u64::MAX));
		// There are no ballots to remove first.
		assert_ok!(Assembly::forget(signed(STRANGER), id));
		assert_eq!(SecrecyOf::<Test>::iter().count(), 0);
		assert!(!<Assembly as SecretPolls<u64>>::is_ongoing(id));
	});
}

#[test]
fn the_collective_counts_nothing_once_a_referendum_is_decided() {
	run(|| {
		let id = secret();
		decided(id);
		let refused = Polls::count(id, None, true);
		assert_eq!(refused, Err(pallet_ranked_collective::Error::<Test>::NotPolling.into()));
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_have_referenda_that_wait_for_a_ring() {
	run(|| {
		let [first, second] = [(); 2].map(|()| <Assembly as SecretPolls<u64>>::wanted());
		assert_ne!(first, second);
		for id in [first, second] {
			assert_ok!(put_to(id, u32::MAX));
			counted(id, true, 1);
		}
	});
}
