//! Declaring and closing contexts.

use crate::{
	mock::*, Ballot, Call, Context, ContextCount, Contexts, Error, Event, NextContextId, Purpose,
	Rings, Roll, RollEntry, Rolls, Terms, MAX_CONTEXTS, MAX_MEMBERS, MAX_USES,
};
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Action, Actor, Authority, ContextId, ReferendumId, RingId, Role, Subject,
};
use sp_runtime::DispatchError;

const FIRST: ContextId = ContextId(0);
const REFERENDUM: ReferendumId = ReferendumId(7);

fn declaring(terms: Terms) -> Call<Test> {
	Call::declare_context { terms }
}

fn closing(context: ContextId) -> Call<Test> {
	Call::close_context { context }
}

fn known(context: ContextId) -> Context {
	Contexts::<Test>::get(context).expect("there is such a context")
}

fn is_over(context: ContextId) -> bool {
	crate::Pallet::<Test>::is_over(&known(context))
}

/// The rings that a context has, in their order.
fn enrolled(context: ContextId) -> Vec<(u8, RollEntry)> {
	let mut rings: Vec<_> = Rolls::<Test>::iter_prefix(context).collect();
	rings.sort_by_key(|(number, _)| *number);
	rings
}

#[test]
fn a_context_is_declared_with_a_record() {
	run(|| {
		built(4);
		pass(5);
		let terms = terms(Purpose::Appeal);
		let record =
			accepted(root(), declaring(terms), Subject::Context(FIRST), Action::ContextDeclared);
		assert_eq!(record.actor, Actor::Authority(Authority::Root));
		assert_eq!((record.institution, record.time, record.previous), (None, NOW + 5, None));
		last_event(Event::ContextDeclared { context: FIRST, purpose: Purpose::Appeal });
		let expected = Context {
			terms,
			declared_at: NOW + 5,
			closed: None,
			pseudonyms: 0,
			members: 4,
			ballot: Ballot { ayes: 0, nays: 0 },
			newest_record: MockTrail::newest(&Subject::Context(FIRST)),
		};
		assert_eq!(known(FIRST), expected);
		assert_eq!(declare(terms), ContextId(1));
		assert_eq!((NextContextId::<Test>::get(), ContextCount::<Test>::get()), (ContextId(2), 2));
		assert_eq!(enrolled(FIRST), []);
	});
}

/// A member leaves the ring, which is built anew.
fn left(number: u32) {
	MockDirectory::set_active(hospital(number), false);
	pass(BUILD_REST);
	build();
}

#[test]
fn a_fixed_roll_has_the_rings_that_can_be_used_now() {
	run(|| {
		let fixed = Terms { roll: Roll::AtDeclaration, ..terms(Purpose::Rate) };
		// A full ring, and a second one that hides nobody any more.
		register_all(MAX_MEMBERS);
		build();
		(MAX_MEMBERS..MAX_MEMBERS + MIN_RING).for_each(register);
		build();
		left(MAX_MEMBERS);
		let one = declare(fixed);
		let entry = |number| {
			let ring = Rings::<Test>::get(RingId { number, ..RING }).expect("it is built");
			RollEntry { revision: ring.revision, root: ring.root, members: ring.members }
		};
		assert_eq!((entry(0).members, entry(1).members), (MAX_MEMBERS, MIN_RING - 1));
		assert_eq!(enrolled(one), [(0, entry(0))]);
		assert_eq!(known(one).members, MAX_MEMBERS);
		// The second one is large enough for contexts that are declared from then on.
		pass(BUILD_REST);
		(MAX_MEMBERS + MIN_RING..MAX_MEMBERS + MIN_RING + 2).for_each(register);
		build();
		let both = declare(fixed);
		assert_eq!((entry(1).revision, entry(1).members), (3, 4));
		assert_eq!(enrolled(both), [(0, entry(0)), (1, entry(1))]);
		assert_eq!(known(both).members, MAX_MEMBERS + 4);
		assert_eq!(enrolled(one), [(0, entry(0))]);
	});
}

#[test]
fn only_a_fixed_roll_asks_for_a_ring() {
	run(|| {
		let of = |roll| Terms { roll, ..terms(Purpose::Complain) };
		let none_can_be_used = || {
			refused(root(), declaring(of(Roll::AtDeclaration)), Error::<Test>::NoRing);
			for roll in [Roll::Recent, Roll::Newest] {
				assert_eq!(known(declare(of(roll))).members, 0);
			}
		};
		none_can_be_used();
		built(MIN_RING);
		left(0);
		none_can_be_used();
	});
}

#[test]
fn rings_of_another_role_do_not_count() {
	run(|| {
		built(4);
		let other = Terms { role: Role::Stock, ..terms(Purpose::Appeal) };
		assert_eq!(known(declare(other)).members, 0);
		let fixed = Terms { roll: Roll::AtDeclaration, ..other };
		refused(root(), declaring(fixed), Error::<Test>::NoRing);
	});
}

#[test]
fn terms_that_are_not_what_they_may_be_are_refused() {
	run(|| {
		let terms = terms(Purpose::Appeal);
		for (wrong, error) in [
			(Terms { uses: 0, ..terms }, Error::<Test>::NoUses),
			(Terms { uses: MAX_USES + 1, ..terms }, Error::TooManyUses),
			// An account must hold one.
			(Terms { purse: 0, ..terms }, Error::InvalidPurse),
			(Terms { purse: MAX_PURSE + 1, ..terms }, Error::InvalidPurse),
			(Terms { until: Some(NOW - 1), ..terms }, Error::EndPassed),
			(Terms { until: Some(NOW), ..terms }, Error::EndPassed),
		] {
			refused(root(), declaring(wrong), error);
		}
		for right in [
			Terms { uses: 1, ..terms },
			Terms { uses: MAX_USES, ..terms },
			Terms { purse: 1, ..terms },
			Terms { purse: MAX_PURSE, ..terms },
			Terms { until: Some(NOW + 1), ..terms },
		] {
			declare(right);
		}
	});
}

#[test]
fn there_are_no_more_contexts_than_may_be() {
	run(|| {
		let terms = terms(Purpose::Appeal);
		for _ in 0..MAX_CONTEXTS {
			declare(terms);
		}
		refused(root(), declaring(terms), Error::<Test>::TooManyContexts);
	});
}

#[test]
fn no_identifier_is_used_twice() {
	run(|| {
		NextContextId::<Test>::put(ContextId(u32::MAX));
		refused(root(), declaring(terms(Purpose::Appeal)), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn a_vote_is_for_those_who_are_in_the_rings_when_it_is_declared() {
	run(|| {
		built(4);
		built_to_vote(4);
		MockPolls::open(REFERENDUM);
		let vote = terms(Purpose::Vote(REFERENDUM));
		for role in Role::ALL.into_iter().filter(|role| *role != Role::Vote) {
			refused(root(), declaring(Terms { role, ..vote }), Error::<Test>::WrongRole);
		}
		for roll in [Roll::Recent, Roll::Newest] {
			refused(root(), declaring(Terms { roll, ..vote }), Error::<Test>::RollNotFixed);
		}
		// Nobody is kept from voting by what its purse holds.
		let poor = Terms { purse: BALLOT_PURSE - 1, ..vote };
		refused(root(), declaring(poor), Error::<Test>::InvalidPurse);
		MockPurses::set_funds(4 * vote.purse - 1);
		refused(root(), declaring(vote), Error::<Test>::PursesEmpty);
		MockPurses::set_funds(4 * vote.purse);
		// Others declare votes than other contexts.
		refused(signed(ASSEMBLY), declaring(terms(Purpose::Rate)), DispatchError::BadOrigin);
		refused(signed(COMMISSIONER), declaring(vote), DispatchError::BadOrigin);
		let subject = Subject::Context(FIRST);
		let record = accepted(root(), declaring(vote), subject, Action::ContextDeclared);
		assert_eq!(enrolled(FIRST).len(), 1);
		// The referendum has a record as well, with its own name of what was done.
		let of_referendum = MockTrail::records_of(&Subject::Referendum(REFERENDUM));
		let [of_referendum] = &of_referendum[..] else { panic!("{of_referendum:?}") };
		assert_eq!(of_referendum.action, Action::ReferendumPutToRing);
		assert_eq!(
			(&of_referendum.actor, of_referendum.digest, of_referendum.time),
			(&record.actor, record.digest, record.time),
		);
	});
}

#[test]
fn a_referendum_is_put_to_one_ring_while_it_takes_votes() {
	run(|| {
		built_to_vote(4);
		let vote = terms(Purpose::Vote(REFERENDUM));
		refused(root(), declaring(vote), MockPolls::NOT_ONGOING);
		MockPolls::open(REFERENDUM);
		declare(vote);
		refused(root(), declaring(vote), MockPolls::SECRET);
		let other = ReferendumId(8);
		MockPolls::open(other);
		MockPolls::end(other);
		refused(root(), declaring(terms(Purpose::Vote(other))), MockPolls::NOT_ONGOING);
	});
}

#[test]
fn a_context_is_closed_with_a_record() {
	run(|| {
		let id = declare(terms(Purpose::Appeal));
		let declared = MockTrail::newest(&Subject::Context(id));
		pass(5);
		let subject = Subject::Context(id);
		let record = accepted(root(), closing(id), subject.clone(), Action::ContextClosed);
		assert_eq!(record.actor, Actor::Authority(Authority::Root));
		assert_eq!(record.previous, declared);
		last_event(Event::ContextClosed { context: id });
		assert_eq!(known(id).closed, Some(NOW + 5));
		assert_eq!(known(id).newest_record, MockTrail::newest(&subject));
		assert!(is_over(id));
		refused(root(), closing(id), Error::<Test>::ContextOver);
		refused(root(), closing(ContextId(1)), Error::<Test>::ContextNotFound);
	});
}

#[test]
fn a_context_is_over_after_the_last_moment() {
	run(|| {
		let id = declare(Terms { until: Some(NOW + 10), ..terms(Purpose::Appeal) });
		let endless = declare(terms(Purpose::Appeal));
		pass(10);
		assert!(!is_over(id));
		pass(1);
		assert!(is_over(id));
		assert!(!is_over(endless));
		refused(root(), closing(id), Error::<Test>::ContextOver);
		assert_ok!(Protection::close_context(root(), endless));
	});
}

#[test]
fn a_vote_is_over_with_its_referendum_and_not_before() {
	run(|| {
		built_to_vote(4);
		MockPolls::open(REFERENDUM);
		let vote = terms(Purpose::Vote(REFERENDUM));
		for until in [NOW + 10, u64::MAX] {
			let ends = Terms { until: Some(until), ..vote };
			refused(root(), declaring(ends), Error::<Test>::EndsWithReferendum);
		}
		let id = declare(vote);
		refused(root(), closing(id), Error::<Test>::EndsWithReferendum);
		assert!(!is_over(id));
		MockPolls::end(REFERENDUM);
		assert!(is_over(id));
		refused(root(), closing(id), Error::<Test>::ContextOver);
	});
}

#[test]
fn nobody_else_declares_or_closes_a_context() {
	run(|| {
		let id = declare(terms(Purpose::Appeal));
		for origin in [signed(admin(0)), RuntimeOrigin::none()] {
			for call in [declaring(terms(Purpose::Appeal)), closing(id)] {
				refused(origin.clone(), call, DispatchError::BadOrigin);
			}
		}
	});
}
