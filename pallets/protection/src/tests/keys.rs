//! Registering and withdrawing member keys.

use crate::{
	mock::*, possession_message, BuildStep, Call, Cause, Error, Event, KeyHolders, Keys,
	LastRegistered, Leaving, Members, Place, Queue, RegisteredKey, MAX_QUEUED,
};
use salus_primitives::{mock::MockDirectory, Action, InstitutionId, RingId, Role, Subject};
use salus_rings::{mock::Plain, MemberKey, RingProver};
use sp_runtime::DispatchError;

/// The call by which a hospital registers the key of a secret that is not its first one.
fn registering_other(role: Role, number: u32, other: u32) -> Call<Test> {
	let key = key(other);
	let message = possession_message(Protection::genesis(), role, hospital(number), &key);
	Call::register_key { role, key, possession: Plain::possess(&secret(other), &message) }
}

fn withdrawing() -> Call<Test> {
	Call::withdraw_key { role: RING.role }
}

fn withdraw(number: u32) {
	let subject = Subject::Institution(hospital(number));
	accepted(signed(admin(number)), withdrawing(), subject, Action::KeyWithdrawn);
}

fn registered(number: u32) -> Option<RegisteredKey> {
	Keys::<Test>::get(RING.role, hospital(number))
}

fn members() -> Vec<InstitutionId> {
	Members::<Test>::get(RING).iter().map(|member| member.institution).collect()
}

#[test]
fn a_key_that_is_registered_waits() {
	run(|| {
		let call = registering(RING.role, 7);
		let subject = Subject::Institution(hospital(7));
		let record = accepted(signed(admin(7)), call, subject, Action::KeyRegistered);
		assert_eq!(record.institution, Some(hospital(7)));
		let (role, institution, key) = (RING.role, hospital(7), key(7));
		let entry = RegisteredKey { key, since: NOW, place: Place::Queued };
		assert_eq!(Protection::member_key(role, institution), Some(entry));
		assert_eq!(KeyHolders::<Test>::get(key), Some((role, institution)));
		assert_eq!(LastRegistered::<Test>::get(role, institution), Some(NOW));
		assert_eq!(Protection::queue(role), [institution]);
		last_event(Event::KeyRegistered { role, institution, key });
	});
}

#[test]
fn an_institution_has_a_key_for_each_role_and_each_is_another_one() {
	run(|| {
		register(0);
		refused(signed(admin(0)), registering(Role::Stock, 0), Error::<Test>::KeyTaken);
		let call = registering_other(Role::Stock, 0, 400);
		accepted(signed(admin(0)), call, Subject::Institution(hospital(0)), Action::KeyRegistered);
		assert_eq!(Protection::queue(Role::Stock), [hospital(0)]);
		assert_eq!(Protection::queue(RING.role), [hospital(0)]);
	});
}

#[test]
fn a_key_is_refused_that_is_none() {
	run(|| {
		let Call::register_key { role, possession, .. } = registering(RING.role, 0) else {
			panic!("it registers")
		};
		let call = Call::register_key { role, key: MemberKey([0; 32]), possession };
		refused(signed(admin(0)), call, Error::<Test>::InvalidKey);
	});
}

#[test]
fn a_second_key_for_a_role_and_a_key_of_another_are_refused() {
	run(|| {
		register(0);
		let call = registering_other(RING.role, 0, 400);
		refused(signed(admin(0)), call, Error::<Test>::KeyExists);
		let call = registering_other(RING.role, 1, 0);
		refused(signed(admin(1)), call, Error::<Test>::KeyTaken);
		// It is everybody's again once it is withdrawn.
		withdraw(0);
		let call = registering_other(RING.role, 1, 0);
		accepted(signed(admin(1)), call, Subject::Institution(hospital(1)), Action::KeyRegistered);
	});
}

#[test]
fn between_two_keys_there_is_a_rest() {
	run(|| {
		register(0);
		withdraw(0);
		let call = registering_other(RING.role, 0, 400);
		refused(signed(admin(0)), call.clone(), Error::<Test>::KeyTooSoon);
		pass(KEY_REST - 1);
		refused(signed(admin(0)), call.clone(), Error::<Test>::KeyTooSoon);
		// Roles rest each for itself.
		let other = registering_other(Role::Vote, 0, 401);
		accepted(signed(admin(0)), other, Subject::Institution(hospital(0)), Action::KeyRegistered);
		pass(1);
		accepted(signed(admin(0)), call, Subject::Institution(hospital(0)), Action::KeyRegistered);
	});
}

#[test]
fn no_more_keys_wait_than_may() {
	run(|| {
		register_all(MAX_QUEUED);
		let call = registering(RING.role, MAX_QUEUED);
		refused(signed(admin(MAX_QUEUED)), call, Error::<Test>::QueueFull);
		build();
		register(MAX_QUEUED);
		assert_eq!(Protection::queue(RING.role), [hospital(MAX_QUEUED)]);
	});
}

#[test]
fn whoever_registers_a_key_has_its_secret() {
	run(|| {
		let role = RING.role;
		let genesis = Protection::genesis();
		let signed_by = |secret, message: [u8; 32]| Plain::possess(&secret, &message);
		let right = possession_message(genesis, role, hospital(0), &key(0));
		for possession in [
			signed_by(secret(1), right),
			signed_by(secret(0), possession_message(genesis, Role::Vote, hospital(0), &key(0))),
			signed_by(secret(0), possession_message(genesis, role, hospital(1), &key(0))),
			signed_by(secret(0), possession_message(genesis, role, hospital(0), &key(1))),
			signed_by(
				secret(0),
				possession_message(H256::repeat_byte(9), role, hospital(0), &key(0)),
			),
		] {
			let call = Call::register_key { role, key: key(0), possession };
			refused(signed(admin(0)), call, Error::<Test>::NotPossessed);
		}
	});
}

#[test]
fn admins_of_institutions_that_may_act_register_and_withdraw() {
	run(|| {
		let clerk = 9_000;
		MockDirectory::appoint(clerk, hospital(0), &[RING.role]);
		register(1);
		for call in [registering(RING.role, 0), withdrawing()] {
			refused(signed(clerk), call.clone(), MockDirectory::NOT_AUTHORIZED);
			refused(signed(FRESH), call.clone(), MockDirectory::NOT_AGENT);
			refused(root(), call.clone(), DispatchError::BadOrigin);
			MockDirectory::set_active(hospital(0), false);
			refused(signed(admin(0)), call, MockDirectory::SUSPENDED);
			MockDirectory::set_active(hospital(0), true);
		}
	});
}

#[test]
fn a_key_that_waits_and_is_withdrawn_leaves_nothing_but_its_rest() {
	run(|| {
		register_all(2);
		withdraw(0);
		last_event(Event::KeyWithdrawn { role: RING.role, institution: hospital(0), key: key(0) });
		assert_eq!(registered(0), None);
		assert_eq!(KeyHolders::<Test>::get(key(0)), None);
		assert_eq!(Protection::queue(RING.role), [hospital(1)]);
		assert_eq!(Leaving::<Test>::iter().count(), 0);
		assert_eq!(LastRegistered::<Test>::get(RING.role, hospital(0)), Some(NOW));
		withdraw(1);
		assert!(!Queue::<Test>::contains_key(RING.role));
		refused(signed(admin(1)), withdrawing(), Error::<Test>::KeyNotFound);
	});
}

#[test]
fn a_key_in_a_ring_that_is_withdrawn_leaves_with_the_next_revision() {
	run(|| {
		built(4);
		withdraw(1);
		assert_eq!(registered(1), None);
		assert_eq!(KeyHolders::<Test>::get(key(1)), None);
		assert_eq!(Leaving::<Test>::get(RING.role, hospital(1)), Some(RING.number));
		assert_eq!(members(), [0, 1, 2, 3].map(hospital));
		pass(BUILD_REST);
		assert_eq!(due(), BuildStep::Start(RING, Cause::Leaver(hospital(1))));
		build();
		assert_eq!(members(), [0, 2, 3].map(hospital));
		assert_eq!(Leaving::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_key_that_is_replaced_while_it_is_in_a_ring_waits_and_enters_once() {
	run(|| {
		built(4);
		pass(KEY_REST);
		withdraw(1);
		for other in [400, 1] {
			let call = registering_other(RING.role, 1, other);
			let subject = Subject::Institution(hospital(1));
			accepted(signed(admin(1)), call, subject, Action::KeyRegistered);
			assert_eq!(members().len(), 4);
			// It is alone, and waits; meanwhile the one before leaves.
			build();
			assert_eq!(registered(1).map(|key| key.place), Some(Place::Queued));
			assert_eq!(members(), [0, 2, 3].map(hospital));
			pass(MAX_WAIT);
			build();
			assert_eq!(registered(1).map(|key| key.place), Some(Place::Ring(0)));
			assert_eq!(members(), [0, 2, 3, 1].map(hospital));
			assert_eq!(Members::<Test>::get(RING)[3].key, key(other));
			withdraw(1);
			pass(BUILD_REST);
		}
	});
}

#[test]
fn the_same_key_that_comes_back_before_it_has_left_is_in_the_ring_once() {
	run(|| {
		built(4);
		pass(KEY_REST);
		withdraw(1);
		register(1);
		register(5);
		// Two wait, so that they enter with the revision with which the one before leaves.
		build();
		assert_eq!(members(), [0, 2, 3, 1, 5].map(hospital));
		assert_eq!(Leaving::<Test>::iter().count(), 0);
		assert_eq!(Protection::next_step(RING.role), None);
	});
}

#[test]
fn those_who_do_not_vote_are_in_no_ring_that_votes() {
	run(|| {
		// One that the council admitted in haste, or whose agents it named.
		MockPolls::set_silent(hospital(3), true);
		built_to_vote(5);
		let members = |role| {
			let members = Members::<Test>::get(RingId { role, ..RING }).into_iter();
			members.map(|member| member.institution).collect::<Vec<_>>()
		};
		assert_eq!(members(Role::Vote), [0, 1, 2, 4].map(hospital));
		assert!(!Keys::<Test>::contains_key(Role::Vote, hospital(3)));
		built(5);
		assert_eq!(members(RING.role).len(), 5);

		// One that is suspended in haste votes, and leaves the other rings.
		MockDirectory::set_active(hospital(1), false);
		MockPolls::set_silent(hospital(0), true);
		pass(BUILD_REST);
		build();
		built_to_vote(0);
		assert_eq!(members(Role::Vote), [1, 2, 4].map(hospital));
		assert_eq!(members(RING.role), [0, 2, 3, 4].map(hospital));
	});
}
