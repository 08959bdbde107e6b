use super::*;
use crate::{CollatorsEntry, Event, KnownCollators, Record, Rest};
use codec::Encode;
use frame_support::{assert_storage_noop, dispatch::DispatchClass, weights::Weight};
use pallet_session::SessionManager;
use salus_primitives::{Action, Actor, Subject};
use sp_core::H256;

fn digest(accounts: &[AccountId]) -> H256 {
	H256(blake2_256(&accounts.to_vec().encode()))
}

fn known() -> Option<CollatorsEntry> {
	KnownCollators::<Test>::get()
}

/// Begins with two sessions of the accounts.
fn begin(accounts: &[AccountId]) {
	Planned::set(Some(accounts.to_vec()));
	for index in 0..2 {
		assert_eq!(Sessions::new_session_genesis(index), Some(accounts.to_vec()));
	}
}

#[test]
fn the_first_collators_are_known_without_a_record() {
	run(|| {
		begin(&[2, 1]);
		assert_eq!(known(), Some(CollatorsEntry { digest: digest(&[1, 2]), newest_record: None }));
		plan(2, &[2, 1]);
		assert_eq!(written(), 0);
	});
}

#[test]
fn other_collators_leave_a_record() {
	run(|| {
		begin(&[1, 2]);
		System::set_block_number(42);
		plan(2, &[3, 1]);
		let digest = digest(&[1, 3]);
		assert_eq!(
			live(0),
			Record {
				time: START,
				block: 42,
				extrinsic: None,
				actor: Actor::Chain,
				institution: None,
				action: Action::CollatorsChanged,
				subject: Subject::Collators,
				digest,
				event: None,
				previous: None,
				previous_of_institution: None,
			}
		);
		assert_eq!(known(), Some(CollatorsEntry { digest, newest_record: Some(RecordId(0)) }));
		System::assert_last_event(Event::CollatorsChanged { session: 2, collators: digest }.into());
	});
}

#[test]
fn the_same_collators_in_any_order_leave_none() {
	run(|| {
		begin(&[1, 2]);
		plan(2, &[3, 4, 1]);
		let before = known();
		for (session, accounts) in [(3, [3, 4, 1]), (4, [1, 3, 4]), (5, [4, 3, 1])] {
			plan(session, &accounts);
		}
		assert_eq!((written(), known()), (1, before));
	});
}

#[test]
fn each_change_links_to_the_one_before() {
	run(|| {
		begin(&[1]);
		for (session, accounts) in [(2, vec![2]), (3, vec![]), (4, vec![1])] {
			plan(session, &accounts);
		}
		let page = Supervision::history(Subject::Collators, None, 10);
		assert_eq!((ids(&page.entries), page.rest), (vec![2, 1, 0], Rest::Nothing));
	});
}

#[test]
fn a_manager_that_plans_nothing_new_is_passed_on_and_leaves_nothing() {
	run(|| {
		begin(&[1]);
		Planned::set(None);
		assert_storage_noop!(assert_eq!(Sessions::new_session(2), None));
		assert_storage_noop!(assert_eq!(Sessions::new_session_genesis(0), None));
		assert_eq!(written(), 0);
	});
}

#[test]
fn every_call_reaches_the_inner_manager() {
	run(|| {
		CALLS.take();
		Sessions::new_session_genesis(0);
		Sessions::start_session(1);
		Sessions::new_session(2);
		Sessions::end_session(0);
		assert_eq!(CALLS.take(), [("genesis", 0), ("start", 1), ("new", 2), ("end", 0)]);
	});
}

#[test]
fn the_block_is_charged_for_the_record() {
	run(|| {
		begin(&[1]);
		let charged = || System::block_weight().get(DispatchClass::Mandatory).to_owned();
		let database = <Test as frame_system::Config>::DbWeight::get();
		assert_eq!(charged(), Weight::zero());
		plan(2, &[1]);
		assert_eq!(charged(), database.reads(1));
		plan(3, &[2]);
		assert_eq!(charged(), database.reads(1) + database.reads_writes(2, 2));
		assert_ne!(database.reads(1), Weight::zero(), "a mock that weighs nothing shows nothing");
	});
}
