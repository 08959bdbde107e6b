//! Forgetting.

use crate::{
	mock::*, About, Aliases, AppealEnd, Ballot, Call, ContextCount, Contexts, Correspondents,
	Error, Event, Party, Plea, Pseudonyms, Purpose, Rating, Ratings, Remnant, Reputations, Rolls,
	SealingKeys, Terms, MAX_CONTEXTS,
};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockTrail, AppealId, ClassId, ComplaintId, ContextId, Dealing, DocumentId, Priority,
	RecordId, ReferendumId, Subject, TransferId,
};
use sp_runtime::DispatchError;

/// Somebody who has to do with nothing of it.
const ANYBODY: u64 = 42;

fn forgetting(remnant: Remnant<u64>) -> Call<Test> {
	Call::forget { remnant }
}

fn refuse(remnant: Remnant<u64>, error: Error<Test>) {
	refused(signed(ANYBODY), forgetting(remnant), error);
}

/// Anybody has something forgotten, which leaves no record.
#[track_caller]
fn forgotten(remnant: Remnant<u64>) {
	let before = MockTrail::records().len();
	assert_ok!(Protection::forget(signed(ANYBODY), remnant));
	last_event(Event::Forgotten { remnant });
	assert_eq!(MockTrail::records().len(), before);
}

fn close(context: ContextId) {
	assert_ok!(Protection::close_context(root(), context));
}

fn plea() -> Plea {
	Plea {
		class: ClassId(0),
		region: region_code("CN-HB"),
		quantity: 500,
		priority: Priority::Urgent,
		until: NOW + 500,
	}
}

/// A context for a purpose, with a pseudonym of the first hospital in it.
fn one(purpose: Purpose) -> (ContextId, u64) {
	let who = pseudonym(purpose);
	(ContextId(0), who)
}

#[test]
fn a_pseudonym_goes_when_its_context_is_over_and_pruned() {
	run(|| {
		let (context, who) = one(Purpose::Appeal);
		let remnant = Remnant::Pseudonym(who);
		prune();
		refuse(remnant, Error::ContextNotOver);
		close(context);
		refuse(remnant, Error::RecordNotPruned);
		let newest = MockTrail::newest(&Subject::Context(context)).expect("there is a record");
		MockTrail::prune_before(newest);
		refuse(remnant, Error::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		forgotten(remnant);
		refuse(remnant, Error::NotPseudonym);
		assert_eq!(Contexts::<Test>::get(context).map(|context| context.pseudonyms), Some(0));
	});
}

#[test]
fn nothing_of_it_is_left_but_the_reputation_that_it_made() {
	run(|| {
		built(4);
		let context = declare(Terms { uses: 4, ..terms(Purpose::Rate) });
		let funds = MockPurses::funds();
		for (number, who) in [(0, FRESH), (1, FRESH + 1)] {
			bound(number, context, who);
			assert_ok!(Protection::publish_sealing_key(signed(who), [9; 32]));
		}
		for transfer in [1, 2].map(TransferId) {
			let (sender, receiver) = (hospital(1), hospital(2));
			MockDealings::set(transfer, Dealing { sender, receiver, ended: true });
			for (institution, who) in [(sender, FRESH), (receiver, FRESH), (sender, FRESH + 1)] {
				assert_ok!(Protection::rate(signed(who), transfer, institution, Rating::Good));
			}
		}
		close(context);
		prune();
		forgotten(Remnant::Pseudonym(FRESH));
		assert!(!Pseudonyms::<Test>::contains_key(FRESH));
		assert_eq!(Ratings::<Test>::iter_prefix((FRESH,)).count(), 0);
		assert!(!SealingKeys::<Test>::contains_key(Party::Pseudonym(FRESH)));
		assert_eq!(Reputations::<Test>::get(hospital(1)), [0, 0, 0, 4, 0]);
		assert_eq!((MockPurses::of(FRESH), MockPurses::funds()), (0, funds - 10));
		// The other one is as it was.
		assert_eq!(Aliases::<Test>::iter_prefix(context).count(), 1);
		assert_eq!(Ratings::<Test>::iter_prefix((FRESH + 1,)).count(), 2);
		assert!(SealingKeys::<Test>::contains_key(Party::Pseudonym(FRESH + 1)));
		assert_eq!(Contexts::<Test>::get(context).map(|context| context.pseudonyms), Some(1));
		forgotten(Remnant::Pseudonym(FRESH + 1));
		assert_eq!(MockPurses::funds(), funds);
	});
}

#[test]
fn an_appeal_to_which_something_is_promised_goes_before_its_pseudonym() {
	run(|| {
		let (context, who) = one(Purpose::Appeal);
		assert_ok!(Protection::appeal(signed(who), plea()));
		assert_ok!(Protection::appeal(signed(who), plea()));
		assert_ok!(Protection::promise(signed(admin(1)), AppealId(0), 5));
		close(context);
		prune();
		refuse(Remnant::Pseudonym(who), Error::AppealsLeft);
		refuse(Remnant::Appeal(AppealId(0)), Error::NotOver);
		pass(501);
		forgotten(Remnant::Appeal(AppealId(0)));
		assert_eq!(Correspondents::<Test>::iter().count(), 0);
		// The other one has to do with nobody.
		forgotten(Remnant::Pseudonym(who));
		forgotten(Remnant::Context(context));
		forgotten(Remnant::Appeal(AppealId(1)));
	});
}

#[test]
fn nobody_promises_anything_to_a_pseudonym_that_is_forgotten() {
	run(|| {
		let (context, who) = one(Purpose::Appeal);
		assert_ok!(Protection::appeal(signed(who), plea()));
		close(context);
		prune();
		forgotten(Remnant::Pseudonym(who));
		let promise = Call::promise { appeal: AppealId(0), quantity: 5 };
		refused(signed(admin(1)), promise, Error::<Test>::AppealOver);
		assert!(Protection::open_appeals(None, 9).items.is_empty());
		refuse(Remnant::Appeal(AppealId(0)), Error::NotOver);
		pass(501);
		forgotten(Remnant::Appeal(AppealId(0)));
	});
}

#[test]
fn what_was_given_to_a_pseudonym_beside_its_purse_stays_its_own() {
	run(|| {
		let (context, who) = one(Purpose::Appeal);
		let funds = MockPurses::funds();
		MockPurses::give(who, 7);
		close(context);
		prune();
		forgotten(Remnant::Pseudonym(who));
		assert_eq!((MockPurses::of(who), MockPurses::funds()), (7, funds + 10));
	});
}

#[test]
fn a_withdrawn_promise_holds_up_nothing() {
	run(|| {
		let (context, who) = one(Purpose::Appeal);
		assert_ok!(Protection::appeal(signed(who), plea()));
		assert_ok!(Protection::promise(signed(admin(1)), AppealId(0), 5));
		close(context);
		prune();
		refuse(Remnant::Pseudonym(who), Error::AppealsLeft);
		assert_ok!(Protection::withdraw_promise(signed(admin(1)), AppealId(0)));
		forgotten(Remnant::Pseudonym(who));
	});
}

#[test]
fn a_context_goes_after_its_pseudonyms() {
	run(|| {
		let (context, who) = one(Purpose::Appeal);
		let remnant = Remnant::Context(context);
		refuse(remnant, Error::ContextNotOver);
		close(context);
		refuse(remnant, Error::PseudonymsLeft);
		prune();
		refuse(remnant, Error::PseudonymsLeft);
		forgotten(Remnant::Pseudonym(who));
		forgotten(remnant);
		refuse(remnant, Error::ContextNotFound);
		assert_eq!(ContextCount::<Test>::get(), 0);
		assert_eq!(Contexts::<Test>::iter().count(), 0);
		// Its number is not given away.
		assert_eq!(declare(terms(Purpose::Appeal)), ContextId(1));
	});
}

#[test]
fn a_context_without_pseudonyms_waits_for_its_records() {
	run(|| {
		let until = Some(NOW + 10);
		let context = declare(Terms { until, ..terms(Purpose::Appeal) });
		pass(11);
		refuse(Remnant::Context(context), Error::RecordNotPruned);
		prune();
		forgotten(Remnant::Context(context));
	});
}

#[test]
fn the_rings_of_a_fixed_roll_go_with_the_context() {
	run(|| {
		built(4);
		let fixed = |purpose| declare(Terms { roll: crate::Roll::AtDeclaration, ..terms(purpose) });
		let (one, other) = (fixed(Purpose::Appeal), fixed(Purpose::Rate));
		close(one);
		prune();
		forgotten(Remnant::Context(one));
		assert_eq!(Rolls::<Test>::iter_prefix(one).count(), 0);
		assert_eq!(Rolls::<Test>::iter_prefix(other).count(), 1);
	});
}

#[test]
fn a_context_that_is_forgotten_makes_room_for_another() {
	run(|| {
		let terms = terms(Purpose::Appeal);
		for _ in 0..MAX_CONTEXTS {
			declare(terms);
		}
		refused(root(), Call::declare_context { terms }, Error::<Test>::TooManyContexts);
		close(ContextId(3));
		prune();
		forgotten(Remnant::Context(ContextId(3)));
		assert_eq!(declare(terms), ContextId(MAX_CONTEXTS));
	});
}

#[test]
fn a_ballot_is_kept_until_the_context_is_forgotten() {
	run(|| {
		let referendum = ReferendumId(7);
		MockPolls::open(referendum);
		let (context, who) = one(Purpose::Vote(referendum));
		assert_ok!(Protection::vote(signed(who), true));
		prune();
		refuse(Remnant::Pseudonym(who), Error::ContextNotOver);
		// It is over with its referendum; nobody has to close it.
		MockPolls::end(referendum);
		forgotten(Remnant::Pseudonym(who));
		let ballot = || Contexts::<Test>::get(context).map(|context| context.ballot);
		assert_eq!(ballot(), Some(Ballot { ayes: 1, nays: 0 }));
		assert_ok!(Protection::do_try_state());
		forgotten(Remnant::Context(context));
		assert_eq!(ballot(), None);
		assert_eq!(MockPolls::tally(referendum), (1, 0));
	});
}

#[test]
fn an_appeal_goes_when_it_is_over_and_pruned() {
	run(|| {
		let (_, who) = one(Purpose::Appeal);
		let (id, remnant) = (AppealId(0), Remnant::Appeal(AppealId(0)));
		refuse(remnant, Error::AppealNotFound);
		assert_ok!(Protection::appeal(signed(who), plea()));
		refuse(remnant, Error::NotOver);
		assert_ok!(Protection::close_appeal(signed(who), id, AppealEnd::Served));
		refuse(remnant, Error::RecordNotPruned);
		prune();
		forgotten(remnant);
		refuse(remnant, Error::AppealNotFound);
	});
}

#[test]
fn a_complaint_goes_when_it_was_answered_and_pruned() {
	run(|| {
		let (_, who) = one(Purpose::Complain);
		let (id, remnant) = (ComplaintId(0), Remnant::Complaint(ComplaintId(0)));
		refuse(remnant, Error::ComplaintNotFound);
		let about = About::Institution(hospital(1));
		assert_ok!(Protection::complain(signed(who), about, H256::repeat_byte(1)));
		refuse(remnant, Error::NotOver);
		let answer = H256::repeat_byte(2);
		assert_ok!(Protection::answer_complaint(signed(COMMISSIONER), id, answer));
		refuse(remnant, Error::RecordNotPruned);
		prune();
		forgotten(remnant);
		refuse(remnant, Error::ComplaintNotFound);
	});
}

#[test]
fn a_document_goes_when_it_was_acknowledged_and_pruned() {
	run(|| {
		let (id, remnant) = (DocumentId(0), Remnant::Document(DocumentId(0)));
		refuse(remnant, Error::DocumentNotFound);
		let (sender, receiver) = (signed(admin(1)), signed(admin(2)));
		assert_ok!(Protection::publish_sealing_key(receiver.clone(), [9; 32]));
		let to = Party::Institution(hospital(2));
		assert_ok!(Protection::send_document(sender, to, H256::repeat_byte(1), 1));
		refuse(remnant, Error::NotOver);
		assert_ok!(Protection::acknowledge_document(receiver, id));
		refuse(remnant, Error::RecordNotPruned);
		prune();
		forgotten(remnant);
		refuse(remnant, Error::DocumentNotFound);
	});
}

#[test]
fn who_forgets_signs() {
	run(|| {
		let (context, who) = one(Purpose::Appeal);
		close(context);
		prune();
		for origin in [root(), RuntimeOrigin::none()] {
			let call = forgetting(Remnant::Pseudonym(who));
			refused(origin, call, DispatchError::BadOrigin);
		}
		assert_ok!(Protection::forget(signed(admin(0)), Remnant::Pseudonym(who)));
	});
}
