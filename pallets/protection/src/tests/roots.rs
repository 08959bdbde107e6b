//! Against which revisions of a ring proofs are accepted.

use crate::{mock::*, Error, OldRoot, OldRoots, Rings, MAX_OLD_ROOTS};
use frame_support::{assert_ok, BoundedVec};
use salus_primitives::{Moment, RingId};
use salus_rings::Root;

fn root_of(revision: u32) -> Root {
	let ring = Rings::<Test>::get(RING).expect("it was built");
	let old = OldRoots::<Test>::get(RING);
	let old = old.iter().find(|old| old.revision == revision).map(|old| old.root);
	old.unwrap_or(ring.root)
}

/// Two more hospitals enter, with a revision that is built as soon as it may be.
fn grow(number: u32) {
	register(number);
	register(number + 1);
	pass(BUILD_REST);
	build();
}

fn old_revisions() -> Vec<u32> {
	OldRoots::<Test>::get(RING).iter().map(|old| old.revision).collect()
}

#[test]
fn the_newest_revision_is_accepted_and_none_that_is_not_there() {
	run(|| {
		assert_eq!(Protection::accepted_root(RING, 1, false), Err(Error::RingNotFound));
		register_all(4);
		advance();
		assert_eq!(Protection::accepted_root(RING, 1, false), Err(Error::RingNotFound));
		build();
		for newest_alone in [true, false] {
			let accepted = |revision| Protection::accepted_root(RING, revision, newest_alone);
			assert_eq!(accepted(1), Ok(root_of(1)));
			assert_eq!(accepted(0), Err(Error::WrongRevision));
			assert_eq!(accepted(2), Err(Error::WrongRevision));
		}
		let other = RingId { number: 1, ..RING };
		assert_eq!(Protection::accepted_root(other, 1, false), Err(Error::RingNotFound));
	});
}

#[test]
fn a_root_that_was_replaced_is_accepted_for_some_time() {
	run(|| {
		built(4);
		let first = root_of(1);
		grow(4);
		assert_ne!(root_of(2), first);
		let old = OldRoots::<Test>::get(RING);
		let until = NOW + BUILD_REST + ROOT_RETENTION;
		assert_eq!(old.into_inner(), [OldRoot { revision: 1, root: first, members: 4, until }]);
		assert_eq!(Protection::accepted_root(RING, 2, false), Ok(root_of(2)));
		assert_eq!(Protection::accepted_root(RING, 1, false), Ok(first));
		assert_eq!(Protection::accepted_root(RING, 1, true), Err(Error::WrongRevision));
		pass(ROOT_RETENTION);
		assert_eq!(Protection::accepted_root(RING, 1, false), Ok(first));
		pass(1);
		assert_eq!(old_revisions(), [1], "it is kept, and over");
		assert_eq!(Protection::accepted_root(RING, 1, false), Err(Error::WrongRevision));
	});
}

#[test]
fn what_is_over_goes_with_the_next_revision() {
	run(|| {
		built(4);
		for revision in 1..12 {
			grow(2 + 2 * revision);
			let first = revision.saturating_sub((ROOT_RETENTION / BUILD_REST) as u32).max(1);
			assert_eq!(old_revisions(), (first..=revision).collect::<Vec<_>>());
			for revision in first..=revision {
				assert_ok!(Protection::accepted_root(RING, revision, false));
			}
		}
	});
}

#[test]
fn if_there_is_no_room_the_oldest_root_goes() {
	run(|| {
		built(4);
		Rings::<Test>::mutate(RING, |ring| {
			ring.as_mut().expect("it was built").revision = MAX_OLD_ROOTS + 1;
		});
		let root = root_of(1);
		let old = |revision| OldRoot { revision, root, members: 4, until: Moment::MAX };
		OldRoots::<Test>::insert(
			RING,
			BoundedVec::truncate_from((1..=MAX_OLD_ROOTS).map(old).collect()),
		);
		grow(4);
		assert_eq!(old_revisions(), (2..=MAX_OLD_ROOTS + 1).collect::<Vec<_>>());
	});
}

#[test]
fn a_revision_with_too_few_members_is_not_accepted_though_the_one_before_is() {
	run(|| {
		built(MIN_RING);
		assert_ok!(Protection::withdraw_key(signed(admin(0)), RING.role));
		pass(BUILD_REST);
		build();
		for newest_alone in [true, false] {
			let accepted = Protection::accepted_root(RING, 2, newest_alone);
			assert_eq!(accepted, Err(Error::RingTooSmall));
		}
		assert_eq!(Protection::accepted_root(RING, 1, false), Ok(root_of(1)));
		register(5);
		pass(MAX_WAIT);
		build();
		assert_eq!(Protection::accepted_root(RING, 3, true), Ok(root_of(3)));
		assert_eq!(Protection::accepted_root(RING, 2, false), Err(Error::RingTooSmall));
	});
}
