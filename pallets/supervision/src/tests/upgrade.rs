use super::*;
use crate::{Event, KnownRuntime, Record, Rest, RuntimeEntry};
use codec::Encode;
use frame_support::{assert_storage_noop, traits::Hooks, weights::Weight};
use salus_primitives::{Action, Actor, Subject};
use sp_core::H256;

fn known() -> Option<RuntimeEntry> {
	KnownRuntime::<Test>::get()
}

fn entry(spec_version: u32, impl_version: u32, newest: Option<u64>) -> Option<RuntimeEntry> {
	Some(RuntimeEntry { spec_version, impl_version, newest_record: newest.map(RecordId) })
}

#[test]
fn the_first_version_is_known_without_a_record() {
	run(|| {
		assert_eq!(known(), entry(1, 1, None));
		assert_storage_noop!(upgrade(1, 1));
		assert_eq!(written(), 0);
	});
}

#[test]
fn an_upgrade_leaves_a_record_in_the_block_that_it_opens() {
	run(|| {
		System::set_block_number(41);
		upgrade(7, 2);
		assert_eq!(
			live(0),
			Record {
				time: START,
				block: 42,
				extrinsic: None,
				actor: Actor::Chain,
				institution: None,
				action: Action::RuntimeUpgraded,
				subject: Subject::Runtime,
				digest: H256(blake2_256(&[7u32.encode(), 2u32.encode()].concat())),
				event: None,
				previous: None,
				previous_of_institution: None,
			}
		);
		assert_eq!(known(), entry(7, 2, Some(0)));
		System::assert_last_event(
			Event::RuntimeUpgraded { spec_version: 7, impl_version: 2 }.into(),
		);
	});
}

#[test]
fn an_upgrade_is_recorded_once() {
	run(|| {
		upgrade(2, 1);
		assert_storage_noop!(upgrade(2, 1));
		assert_eq!(written(), 1);
	});
}

#[test]
fn either_version_tells_an_upgrade() {
	run(|| {
		for (spec, implementation) in [(2, 1), (2, 2), (1, 2), (1, 1)] {
			upgrade(spec, implementation);
		}
		let page = Supervision::history(Subject::Runtime, None, 10);
		assert_eq!((ids(&page.entries), page.rest), (vec![3, 2, 1, 0], Rest::Nothing));
		assert_eq!(known(), entry(1, 1, Some(3)));
	});
}

#[test]
fn an_upgrade_that_brings_the_trail_is_recorded() {
	run(|| {
		KnownRuntime::<Test>::kill();
		upgrade(1, 1);
		assert_eq!(known(), entry(1, 1, Some(0)));
	});
}

#[test]
fn an_upgrade_weighs_what_it_touches() {
	run(|| {
		let database = <Test as frame_system::Config>::DbWeight::get();
		assert_eq!(Supervision::on_runtime_upgrade(), database.reads(1));
		Version::set(version(2, 1));
		assert_eq!(Supervision::on_runtime_upgrade(), database.reads_writes(2, 2));
		assert_ne!(database.reads(1), Weight::zero(), "a mock that weighs nothing shows nothing");
	});
}
