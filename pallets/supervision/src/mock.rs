//! A runtime with this pallet and a clock.

use crate as pallet_supervision;
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU64, IntegrityTest},
};
use frame_system::{mocking::MockBlock, EnsureRoot};
use salus_primitives::{
	digest_of, Action, Actor, EventClaim, InstitutionId, LotId, Moment, Step, Subject, Trail,
};
use sp_runtime::{BuildStorage, DispatchResult};

pub type AccountId = u64;

pub const START: Moment = 1_000_000;
pub const RETENTION: Moment = 10_000;
pub const MAX_DRIFT: Moment = 100;
pub const MAX_BACKDATING: Moment = 5_000;
pub const BACKDATED_AFTER: Moment = 1_000;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Supervision = pallet_supervision;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<0>;
	type WeightInfo = ();
}

parameter_types! {
	pub static EpochLength: u32 = 4;
}

impl pallet_supervision::Config for Test {
	type Time = Timestamp;
	type PruneOrigin = EnsureRoot<AccountId>;
	type EpochLength = EpochLength;
	type Retention = ConstU64<RETENTION>;
	type MaxDrift = ConstU64<MAX_DRIFT>;
	type MaxBackdating = ConstU64<MAX_BACKDATING>;
	type BackdatedAfter = ConstU64<BACKDATED_AFTER>;
	type WeightInfo = ();
}

/// Runs a test whose state is broken on purpose, and so is not checked at its end.
pub fn run_unchecked(epoch_length: u32, test: impl FnOnce()) {
	let storage =
		frame_system::GenesisConfig::<Test>::default().build_storage().expect("builds; qed");
	sp_io::TestExternalities::new(storage).execute_with(|| {
		EpochLength::set(epoch_length);
		AllPalletsWithSystem::integrity_test();
		System::set_block_number(1);
		Timestamp::set_timestamp(START);
		test();
	});
}

/// Runs a test in epochs of `epoch_length` records, then checks the invariants.
pub fn run_in_epochs_of(epoch_length: u32, test: impl FnOnce()) {
	run_unchecked(epoch_length, || {
		test();
		assert_eq!(Supervision::do_try_state(), Ok(()));
	});
}

/// Runs a test in epochs of four records, then checks the invariants.
pub fn run(test: impl FnOnce()) {
	run_in_epochs_of(4, test);
}

pub fn lot(id: u64) -> Subject {
	Subject::Lot(LotId(id))
}

pub fn step(institution: Option<u32>) -> Step<AccountId> {
	Step {
		actor: Actor::Account(7),
		institution: institution.map(InstitutionId),
		action: Action::LotCounted,
		digest: digest_of(&"arguments"),
		event: None,
	}
}

pub fn claiming(at: Moment, utc_offset: i16) -> Step<AccountId> {
	Step { event: Some(EventClaim { at, utc_offset }), ..step(Some(1)) }
}

pub fn record(step: Step<AccountId>, subjects: &[Subject]) -> DispatchResult {
	<Supervision as Trail<AccountId>>::record(step, subjects)
}

/// One record by institution 1 about each of the lots.
pub fn record_lots(lots: impl IntoIterator<Item = u64>) {
	for id in lots {
		assert_eq!(record(step(Some(1)), &[lot(id)]), Ok(()));
	}
}

pub fn set_time(now: Moment) {
	Timestamp::set_timestamp(now);
}

pub fn prune() -> DispatchResult {
	Supervision::prune(RuntimeOrigin::root())
}

/// Lets retention pass, and prunes `epochs` epochs.
pub fn prune_epochs(epochs: u32) {
	set_time(Timestamp::get() + RETENTION);
	for _ in 0..epochs {
		assert_eq!(prune(), Ok(()));
	}
}
