//! Each invariant is seen when it is broken.

use crate::{
	mock::*, Aliases, Appeals, Ballot, Complaints, Constructions, ContextCount, Contexts,
	Correspondents, Documents, Drafts, KeyHolders, Keys, Members, NextAppealId, NextContextId,
	OldRoots, Place, Plea, Pseudonyms, Purpose, Queue, RingCount, Rings, Rolls,
};
use frame_support::assert_ok;
use salus_primitives::{
	AppealId, ClassId, ComplaintId, ContextId, DocumentId, InstitutionId, Priority, ReferendumId,
	RingId, Role,
};
use salus_rings::{Alias, MemberKey};

/// A ring of four in its second revision, a key that waits, an appeal to which something is promised, a
/// complaint, a document, and a vote.
fn populated() {
	let who = pseudonym(Purpose::Appeal);
	let plea = Plea {
		class: ClassId(0),
		region: region_code("CN-HB"),
		quantity: 10,
		priority: Priority::Asap,
		until: NOW + MAX_APPEAL,
	};
	assert_ok!(Protection::appeal(signed(who), plea));
	assert_ok!(Protection::promise(signed(admin(9)), AppealId(0), 5));
	MockPolls::open(ReferendumId(0));
	let vote = declare(terms(Purpose::Vote(ReferendumId(0))));
	bound(1, vote, FRESH + 1);
	assert_ok!(Protection::vote(signed(FRESH + 1), true));
	let complaints = declare(terms(Purpose::Complain));
	bound(2, complaints, FRESH + 2);
	let about = crate::About::Institution(hospital(0));
	assert_ok!(Protection::complain(signed(FRESH + 2), about, H256::zero()));
	assert_ok!(Protection::publish_sealing_key(signed(admin(9)), [7; 32]));
	let to = crate::Party::Institution(hospital(9));
	assert_ok!(Protection::send_document(signed(who), to, H256::zero(), 1));
	assert_ok!(Protection::withdraw_key(signed(admin(3)), RING.role));
	pass(BUILD_REST);
	build();
	register(4);
}

fn broken(invariant: &str, breaks: impl FnOnce()) {
	run_unchecked(|| {
		populated();
		assert_eq!(Protection::do_try_state(), Ok(()));
		breaks();
		let error = Protection::do_try_state().expect_err("an invariant is broken");
		let message: &str = error.into();
		assert!(message.starts_with(&format!("protection: invariant {invariant}:")), "{message}");
	});
}

fn a_key() -> MemberKey {
	key(0)
}

#[test]
fn every_key_is_known_by_its_holder_and_where_it_says() {
	broken("1", || KeyHolders::<Test>::remove(a_key()));
	broken("1", || KeyHolders::<Test>::insert(key(99), (Role::Vote, hospital(99))));
	broken("1", || KeyHolders::<Test>::insert(a_key(), (RING.role, hospital(1))));
	broken("1", || Queue::<Test>::remove(RING.role));
	broken("1", || {
		Queue::<Test>::mutate(RING.role, |queue| {
			assert_ok!(queue.try_push(hospital(0)));
		});
	});
	broken("1", || {
		Queue::<Test>::mutate(RING.role, |queue| {
			assert_ok!(queue.try_push(hospital(4)));
		});
	});
	broken("1", || {
		Keys::<Test>::mutate(RING.role, hospital(4), |entry| {
			entry.as_mut().expect("it waits").place = Place::Ring(0);
		});
	});
}

#[test]
fn a_ring_is_what_it_says() {
	broken("2", || Rings::<Test>::remove(RING));
	broken("2", || RingCount::<Test>::remove(RING.role));
	broken("2", || {
		Rings::<Test>::mutate(RING, |ring| ring.as_mut().expect("it was built").members += 1);
	});
	broken("2", || {
		let other = RingId { number: 1, ..RING };
		RingCount::<Test>::insert(RING.role, 2);
		Rings::<Test>::insert(other, Rings::<Test>::get(RING).expect("it was built"));
		Members::<Test>::insert(other, Members::<Test>::get(RING));
	});
}

#[test]
fn old_roots_are_of_earlier_revisions_in_their_order() {
	broken("3", || {
		OldRoots::<Test>::mutate(RING, |roots| {
			let again = roots.first().expect("one was replaced").clone();
			assert_ok!(roots.try_push(again));
		});
	});
	broken("3", || {
		OldRoots::<Test>::mutate(RING, |roots| roots[0].revision = 2);
	});
}

#[test]
fn what_is_built_is_the_next_revision() {
	broken("4", || {
		register(5);
		pass(BUILD_REST);
		advance();
		assert_eq!(Protection::do_try_state(), Ok(()));
		Constructions::<Test>::mutate(RING.role, |construction| {
			construction.as_mut().expect("it was started").revision += 1;
		});
	});
	broken("4", || {
		register(5);
		pass(BUILD_REST);
		advance();
		Constructions::<Test>::mutate(RING.role, |construction| {
			construction.as_mut().expect("it was started").pushed = 6;
		});
	});
	broken("4", || Drafts::<Test>::insert(Role::Vote, Members::<Test>::get(RING)));
}

#[test]
fn a_context_is_what_it_says() {
	broken("5", || ContextCount::<Test>::put(9));
	broken("5", || NextContextId::<Test>::put(ContextId(1)));
	broken("5", || {
		Contexts::<Test>::mutate(ContextId(0), |context| {
			context.as_mut().expect("it was declared").newest_record = None;
		});
	});
	broken("5", || Rolls::<Test>::remove(ContextId(1), 0));
	broken("5", || {
		let roll = Rolls::<Test>::get(ContextId(1), 0).expect("it is fixed");
		Rolls::<Test>::insert(ContextId(0), 0, roll);
	});
	broken("5", || {
		Contexts::<Test>::mutate(ContextId(0), |context| {
			context.as_mut().expect("it was declared").pseudonyms = 2;
		});
	});
}

#[test]
fn a_pseudonym_and_its_alias_know_each_other() {
	broken("6", || Aliases::<Test>::insert(ContextId(0), Alias([9; 32]), FRESH + 9));
	broken("6", || {
		let pseudonym = Pseudonyms::<Test>::get(FRESH).expect("it is bound");
		Aliases::<Test>::insert(ContextId(0), pseudonym.alias, FRESH + 9);
	});
	broken("6", || {
		Pseudonyms::<Test>::mutate(FRESH, |pseudonym| {
			pseudonym.as_mut().expect("it is bound").used = 3;
		});
	});
}

#[test]
fn a_ballot_is_the_sum_of_its_votes() {
	broken("7", || {
		Contexts::<Test>::mutate(ContextId(1), |context| {
			context.as_mut().expect("it was declared").ballot = Ballot { ayes: 0, nays: 1 };
		});
	});
	broken("7", || {
		Contexts::<Test>::mutate(ContextId(0), |context| {
			context.as_mut().expect("it was declared").ballot = Ballot { ayes: 1, nays: 0 };
		});
	});
}

#[test]
fn papers_have_records_and_promises_are_counted() {
	broken("8", || NextAppealId::<Test>::put(AppealId(0)));
	broken("8", || Correspondents::<Test>::remove(FRESH, hospital(9)));
	broken("8", || Correspondents::<Test>::insert(FRESH, InstitutionId(8), 1));
	broken("8", || {
		Appeals::<Test>::mutate(AppealId(0), |appeal| {
			appeal.as_mut().expect("it was made").promises[0].quantity = 0;
		});
	});
	broken("8", || {
		Complaints::<Test>::mutate(ComplaintId(0), |complaint| {
			complaint.as_mut().expect("it was made").newest_record = None;
		});
	});
	broken("8", || {
		Documents::<Test>::mutate(DocumentId(0), |document| {
			let document = document.as_mut().expect("it was sent");
			document.to = document.from;
		});
	});
}
