//! Voting in secret.

use crate::{mock::*, Ballot, Call, Contexts, Error, Event, Pseudonym, Pseudonyms, Purpose};
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, Action, Actor, ContextId, ReferendumId, Subject};

const REFERENDUM: ReferendumId = ReferendumId(7);
const CONTEXT: ContextId = ContextId(0);

/// So many pseudonyms may vote, from [`FRESH`] on.
fn voters(count: u32) {
	built(4);
	MockPolls::open(REFERENDUM);
	assert_eq!(declare(terms(Purpose::Vote(REFERENDUM))), CONTEXT);
	for number in 0..count {
		bound(number, CONTEXT, FRESH + u64::from(number));
	}
}

fn voting(aye: bool) -> Call<Test> {
	Call::vote { aye }
}

fn voted(who: u64, aye: bool) {
	accepted(signed(who), voting(aye), Subject::Context(CONTEXT), Action::SecretVoteCast);
}

fn pseudonym_of(who: u64) -> Pseudonym {
	Pseudonyms::<Test>::get(who).expect("it is one")
}

/// The ballot of the context, which is what the referendum counts.
#[track_caller]
fn counted(ayes: u32, nays: u32) {
	let context = Contexts::<Test>::get(CONTEXT).expect("it is declared");
	assert_eq!(context.ballot, Ballot { ayes, nays });
	assert_eq!(MockPolls::tally(REFERENDUM), (ayes, nays));
}

#[test]
fn a_vote_is_counted_and_leaves_a_record_on_the_context_and_on_the_referendum() {
	run(|| {
		voters(1);
		let subject = Subject::Context(CONTEXT);
		let record = accepted(signed(FRESH), voting(true), subject, Action::SecretVoteCast);
		assert_eq!((&record.actor, record.institution), (&Actor::Pseudonym(FRESH), None));
		let of_referendum = MockTrail::records_of(&Subject::Referendum(REFERENDUM));
		let newest = of_referendum.last().expect("there is a record");
		assert_eq!((&newest.actor, newest.action), (&record.actor, record.action));
		assert_eq!(newest.digest, record.digest);
		let Pseudonym { alias, used, vote, .. } = pseudonym_of(FRESH);
		last_event(Event::SecretVoteCast { context: CONTEXT, alias, aye: true });
		assert_eq!((used, vote), (1, Some(true)));
		counted(1, 0);
	});
}

#[test]
fn whoever_votes_anew_is_counted_once() {
	run(|| {
		voters(1);
		voted(FRESH, true);
		voted(FRESH, false);
		counted(0, 1);
		assert_eq!(pseudonym_of(FRESH).vote, Some(false));
	});
}

#[test]
fn a_change_is_a_use_and_the_same_vote_is_none() {
	run(|| {
		voters(1);
		voted(FRESH, true);
		refused(signed(FRESH), voting(true), Error::<Test>::SameVote);
		assert_eq!(pseudonym_of(FRESH).used, 1);
		voted(FRESH, false);
		for aye in [true, false] {
			refused(signed(FRESH), voting(aye), Error::<Test>::UsedUp);
		}
		counted(0, 1);
	});
}

#[test]
fn a_ballot_is_the_sum_of_what_pseudonyms_voted() {
	run(|| {
		voters(4);
		for (number, aye) in [(0, true), (1, true), (2, false)] {
			voted(FRESH + number, aye);
		}
		counted(2, 1);
		voted(FRESH, false);
		counted(1, 2);
	});
}

#[test]
fn nobody_votes_once_it_is_over() {
	run(|| {
		voters(2);
		voted(FRESH, true);
		MockPolls::end(REFERENDUM);
		for who in [FRESH, FRESH + 1] {
			refused(signed(who), voting(false), Error::<Test>::ContextOver);
		}
		counted(1, 0);
	});
}

#[test]
fn nobody_else_votes() {
	run(|| {
		voters(0);
		let appeals = declare(terms(Purpose::Appeal));
		bound(0, appeals, FRESH);
		refused(signed(FRESH), voting(true), Error::<Test>::WrongPurpose);
		for who in [FRESH + 1, admin(0)] {
			refused(signed(who), voting(true), Error::<Test>::NotPseudonym);
		}
		counted(0, 0);
	});
}

#[test]
fn a_member_has_another_alias_on_another_referendum() {
	run(|| {
		voters(1);
		let other = ReferendumId(8);
		MockPolls::open(other);
		let context = declare(terms(Purpose::Vote(other)));
		bound(0, context, FRESH + 1);
		assert_ne!(pseudonym_of(FRESH).alias, pseudonym_of(FRESH + 1).alias);
		assert_ok!(Protection::vote(signed(FRESH + 1), true));
		assert_eq!(MockPolls::tally(other), (1, 0));
		counted(0, 0);
	});
}
