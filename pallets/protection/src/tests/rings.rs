//! Who is in a ring, and when a revision is due.

use crate::{
	mock::*, BuildStep, Call, Cause, Constructions, Drafts, Error, Event, Keys, Leaving, Members,
	Place, RingCount, Rings, MAX_MEMBERS, MAX_PUSHED,
};
use frame_support::assert_ok;
use salus_primitives::{mock::MockDirectory, InstitutionId, RingId, Role};
use salus_rings::{mock::Plain, MemberKey, RingScheme, Root, Unfinished};

const SECOND: RingId = RingId { number: 1, ..RING };

fn queue_starts(ring: RingId) -> Option<BuildStep> {
	Some(BuildStep::Start(ring, Cause::Queue))
}

fn leaver_starts(ring: RingId, number: u32) -> Option<BuildStep> {
	Some(BuildStep::Start(ring, Cause::Leaver(hospital(number))))
}

fn next() -> Option<BuildStep> {
	Protection::next_step(RING.role)
}

fn members_of(ring: RingId) -> Vec<u32> {
	Members::<Test>::get(ring).iter().map(|member| member.institution.0).collect()
}

fn members() -> Vec<u32> {
	members_of(RING)
}

fn revision() -> u32 {
	Rings::<Test>::get(RING).map_or(0, |ring| ring.revision)
}

fn place(number: u32) -> Option<Place> {
	Keys::<Test>::get(RING.role, hospital(number)).map(|key| key.place)
}

fn withdraw(number: u32) {
	assert_ok!(Protection::withdraw_key(signed(admin(number)), RING.role));
}

fn suspend(number: u32) {
	MockDirectory::set_active(hospital(number), false);
}

fn reinstate(number: u32) {
	MockDirectory::set_active(hospital(number), true);
}

/// What was stored is not what was pushed.
fn corrupt() {
	Constructions::<Test>::mutate(RING.role, |construction| {
		construction.as_mut().expect("it is being built").unfinished = Unfinished([255; 848]);
	});
}

fn waiting() -> Vec<InstitutionId> {
	Protection::queue(RING.role)
}

#[test]
fn the_first_revision_is_built_once_it_can_be_used() {
	run(|| {
		register_all(MIN_RING - 1);
		assert_eq!(next(), None);
		pass(MAX_WAIT);
		assert_eq!(next(), None);
		// Meanwhile whoever waits may leave.
		withdraw(0);
		register(4);
		register(5);
		assert_eq!(next(), queue_starts(RING));
		build();
		assert_eq!(members(), [1, 4, 5]);
		assert_eq!(RingCount::<Test>::get(RING.role), 1);
		assert!(waiting().is_empty());
	});
}

#[test]
fn a_revision_is_what_was_pushed_and_its_root_that_of_its_keys() {
	run(|| {
		register_all(5);
		advance();
		last_event(Event::BuildStarted { ring: RING, revision: 1, members: 5 });
		assert_eq!(place(0), Some(Place::Queued));
		advance();
		assert_eq!(place(0), Some(Place::Ring(0)));
		assert_eq!(Rings::<Test>::get(RING), None);
		pass(7);
		advance();
		last_event(Event::RingBuilt { ring: RING, revision: 1, members: 5 });
		assert_eq!(next(), None);
		let ring = Rings::<Test>::get(RING).expect("it was built");
		assert_eq!((ring.revision, ring.members, ring.built_at), (1, 5, NOW + 7));
		let mut unfinished = Plain::start();
		let keys: Vec<MemberKey> = (0..5).map(key).collect();
		assert_eq!(Plain::push(&mut unfinished, &keys), Ok(()));
		assert_eq!(Plain::finish(&unfinished), Ok(ring.root));
		let entries: Vec<_> = Members::<Test>::get(RING).iter().map(|member| member.key).collect();
		assert_eq!(entries, keys);
		assert_eq!(Constructions::<Test>::iter().count(), 0);
		assert_eq!(Drafts::<Test>::iter().count(), 0);
	});
}

#[test]
fn keys_enter_together_or_once_the_first_has_waited_long_enough() {
	run(|| {
		built(4);
		pass(BUILD_REST);
		register(4);
		assert_eq!(next(), None);
		pass(1);
		register(5);
		assert_eq!(next(), queue_starts(RING));
		build();
		assert_eq!(members(), [0, 1, 2, 3, 4, 5]);
		register(6);
		pass(MAX_WAIT - 1);
		assert_eq!(next(), None);
		pass(1);
		build();
		assert_eq!((revision(), members().last()), (3, Some(&6)));
	});
}

#[test]
fn a_ring_rests_between_revisions() {
	run(|| {
		built(4);
		register(4);
		register(5);
		withdraw(0);
		pass(BUILD_REST - 1);
		assert_eq!(next(), None);
		pass(1);
		assert_eq!(next(), leaver_starts(RING, 0));
	});
}

#[test]
fn roles_are_built_each_for_itself() {
	run(|| {
		register_all(4);
		advance();
		for number in 10..13 {
			let call = registering(Role::Vote, number);
			let role = Role::Vote;
			let Call::register_key { key, possession, .. } = call else { panic!("it registers") };
			assert_ok!(Protection::register_key(signed(admin(number)), role, key, possession));
		}
		let other = RingId { role: Role::Vote, number: 0 };
		assert_eq!(Protection::next_step(other.role), queue_starts(other));
		authorized(Call::advance_ring {
			step: BuildStep::Start(other, Cause::Queue),
			discriminator: 0,
		});
		assert_eq!(Constructions::<Test>::iter().count(), 2);
		build();
		assert_eq!(members(), [0, 1, 2, 3]);
		assert_eq!(members_of(other), Vec::<u32>::new());
	});
}

#[test]
fn a_suspended_institution_leaves_with_the_next_revision_and_registers_anew() {
	run(|| {
		built(5);
		pass(BUILD_REST);
		suspend(2);
		assert_eq!(next(), leaver_starts(RING, 2));
		build();
		assert_eq!((revision(), members()), (2, vec![0, 1, 3, 4]));
		assert_eq!(place(2), None);
		reinstate(2);
		assert_eq!(next(), None);
		pass(KEY_REST);
		register(2);
		assert_eq!(place(2), Some(Place::Queued));
	});
}

#[test]
fn whoever_may_act_again_before_its_turn_stays() {
	run(|| {
		built(4);
		pass(BUILD_REST);
		suspend(2);
		advance();
		reinstate(2);
		build();
		assert_eq!((revision(), members()), (2, vec![0, 1, 2, 3]));
	});
}

#[test]
fn whoever_is_suspended_or_withdraws_after_its_turn_leaves_with_the_revision_after() {
	run(|| {
		register_all(5);
		advance();
		advance();
		assert!(matches!(due(), BuildStep::Finish { .. }));
		suspend(0);
		withdraw(1);
		assert_eq!(Leaving::<Test>::get(RING.role, hospital(1)), Some(0));
		build();
		assert_eq!((revision(), members()), (1, vec![0, 1, 2, 3, 4]));
		pass(BUILD_REST);
		build();
		assert_eq!((revision(), members()), (2, vec![2, 3, 4]));
		assert_eq!(Leaving::<Test>::iter().count(), 0);
	});
}

#[test]
fn whoever_withdraws_before_its_turn_does_not_enter_and_nobody_does_in_its_place() {
	run(|| {
		register_all(5);
		advance();
		// It has come after it was settled how many enter.
		register(5);
		withdraw(1);
		withdraw(5);
		register(6);
		build();
		assert_eq!(members(), [0, 2, 3, 4]);
		assert_eq!(waiting(), [hospital(6)]);
	});
}

#[test]
fn the_key_of_a_suspended_institution_that_waits_is_removed_once_its_turn_comes() {
	run(|| {
		register_all(4);
		suspend(0);
		assert_eq!(next(), queue_starts(RING));
		build();
		assert_eq!(members(), [1, 2, 3]);
		assert_eq!(place(0), None);
		assert!(waiting().is_empty());
	});
}

#[test]
fn those_who_wait_enter_with_the_revision_with_which_others_leave_if_it_is_time() {
	run(|| {
		built(4);
		pass(BUILD_REST);
		withdraw(0);
		register(4);
		build();
		// It was alone.
		assert_eq!((revision(), members()), (2, vec![1, 2, 3]));
		register(5);
		pass(BUILD_REST);
		withdraw(1);
		assert_eq!(next(), leaver_starts(RING, 1));
		build();
		assert_eq!((revision(), members()), (3, vec![2, 3, 4, 5]));
	});
}

#[test]
fn a_ring_that_everybody_left_is_empty_and_begins_like_a_new_one() {
	run(|| {
		built(3);
		pass(BUILD_REST);
		(0..3).for_each(withdraw);
		build();
		let ring = Rings::<Test>::get(RING).expect("it was built");
		assert_eq!((ring.revision, ring.members), (2, 0));
		assert_eq!(Ok(ring.root), Plain::finish(&Plain::start()));
		register(4);
		register(5);
		pass(MAX_WAIT);
		assert_eq!(next(), None);
		register(6);
		build();
		assert_eq!((revision(), members()), (3, vec![4, 5, 6]));
	});
}

#[test]
fn so_many_members_are_pushed_in_one_step() {
	run(|| {
		let count = 2 * MAX_PUSHED + 8;
		register_all(count);
		advance();
		let mut pushed = Vec::new();
		while let BuildStep::Push { ring: RING, revision: 1, pushed: before } = due() {
			pushed.push(before);
			advance();
		}
		assert_eq!(pushed, [0, MAX_PUSHED, 2 * MAX_PUSHED]);
		build();
		assert_eq!(members().len() as u32, count);

		// Those who stay and those who enter share a step, and those who leave take room in it.
		pass(BUILD_REST);
		(0..3).for_each(suspend);
		register(100);
		register(101);
		build();
		let expected: Vec<u32> = (3..count).chain([100, 101]).collect();
		assert_eq!(members(), expected);
		assert_eq!(revision(), 2);
	});
}

#[test]
fn there_is_a_second_ring_once_the_first_is_full() {
	run(|| {
		built(MAX_MEMBERS - 1);
		let others = [MAX_MEMBERS - 1, MAX_MEMBERS, MAX_MEMBERS + 1, MAX_MEMBERS + 2];
		others.into_iter().for_each(register);
		// The first has room for one of them.
		assert_eq!(next(), None);
		let new =
			Call::advance_ring { step: BuildStep::Start(SECOND, Cause::Queue), discriminator: 0 };
		invalid(new, Error::NotDue);
		pass(BUILD_REST);
		assert_eq!(next(), queue_starts(RING));
		build();
		assert_eq!(members().len() as u32, MAX_MEMBERS);
		assert_eq!(members_of(SECOND), others[1..]);
		assert_eq!(RingCount::<Test>::get(RING.role), 2);
		assert_eq!(place(others[1]), Some(Place::Ring(1)));

		// Then whoever comes enters where there is room.
		register(MAX_MEMBERS + 3);
		register(MAX_MEMBERS + 4);
		pass(BUILD_REST);
		build();
		assert_eq!(members_of(SECOND).len(), 5);
	});
}

#[test]
fn nobody_enters_a_ring_before_it_has_left_another() {
	run(|| {
		built(MAX_MEMBERS);
		pass(KEY_REST);
		withdraw(0);
		register(0);
		(MAX_MEMBERS..MAX_MEMBERS + MIN_RING).for_each(register);
		// Whoever leaves the first ring comes first, but a stranger may send the other start.
		assert_eq!(next(), leaver_starts(RING, 0));
		authorized(Call::advance_ring {
			step: BuildStep::Start(SECOND, Cause::Queue),
			discriminator: 0,
		});
		while Constructions::<Test>::contains_key(RING.role) {
			advance();
		}
		assert_eq!(members_of(SECOND), [MAX_MEMBERS, MAX_MEMBERS + 1, MAX_MEMBERS + 2]);
		assert_eq!(waiting(), [hospital(0)]);
		assert_eq!(Leaving::<Test>::get(RING.role, hospital(0)), Some(0));
		build();
		assert_eq!(Leaving::<Test>::iter().count(), 0);
		assert_eq!(members().len() as u32, MAX_MEMBERS - 1);
		pass(MAX_WAIT);
		build();
		assert_eq!(members().last(), Some(&0));
		assert_eq!(place(0), Some(Place::Ring(0)));
	});
}

#[test]
fn who_cannot_be_pushed_leaves_and_the_others_are_pushed_anew() {
	run(|| {
		register_all(2 * MAX_PUSHED + 8);
		advance();
		advance();
		corrupt();
		build();
		let expected: Vec<u32> =
			(0..MAX_PUSHED).chain(2 * MAX_PUSHED..2 * MAX_PUSHED + 8).collect();
		assert_eq!(members(), expected);
		assert_eq!(place(MAX_PUSHED), None);
		let mut unfinished = Plain::start();
		let keys: Vec<MemberKey> = expected.into_iter().map(key).collect();
		assert_eq!(Plain::push(&mut unfinished, &keys), Ok(()));
		let root = Rings::<Test>::get(RING).map(|ring| ring.root);
		assert_eq!(root, Plain::finish(&unfinished).ok());
	});
}

#[test]
fn what_cannot_be_finished_becomes_smaller_until_it_can() {
	run(|| {
		register_all(MAX_PUSHED + 8);
		advance();
		advance();
		advance();
		assert!(matches!(due(), BuildStep::Finish { .. }));
		corrupt();
		advance();
		assert_eq!(due(), BuildStep::Push { ring: RING, revision: 1, pushed: 0 });
		build();
		assert_eq!(members(), (0..8).collect::<Vec<_>>());
		assert_eq!(place(8), None);

		// A ring of nobody needs no root that proofs could be verified against.
		(0..8).for_each(suspend);
		pass(BUILD_REST);
		advance();
		advance();
		corrupt();
		build();
		let ring = Rings::<Test>::get(RING).expect("it was built");
		assert_eq!((ring.members, ring.root), (0, Root([0; 288])));
	});
}
