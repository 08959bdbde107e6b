//! A runtime with this pallet, a clock, and one owner of all subjects.

use crate::{self as pallet_supervision, collators::Recorded, NextEpochToPrune};
use core::cell::RefCell;
use frame_support::{
	derive_impl, parameter_types, storage_alias,
	traits::{ConstU64, Hooks, IntegrityTest},
	weights::constants::RocksDbWeight,
	Identity,
};
use frame_system::mocking::MockBlock;
use pallet_session::SessionManager;
use salus_primitives::{
	mock::MockDirectory, Act, Action, Actor, EventClaim, InstitutionId, LotId, Moment, RecordId,
	Step, Subject, Subjects, Trail,
};
use sp_runtime::{BuildStorage, DispatchResult};
use sp_version::RuntimeVersion;

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
	type Version = Version;
	type DbWeight = RocksDbWeight;
}

impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<0>;
	type WeightInfo = ();
}

parameter_types! {
	pub static EpochLength: u32 = 4;
	pub static Version: RuntimeVersion = version(1, 1);
	/// Whom the session manager plans; nobody says that they stay.
	pub static Planned: Option<Vec<AccountId>> = None;
}

impl pallet_supervision::Config for Test {
	type Time = Timestamp;
	type Subjects = Owner;
	type Access = MockDirectory;
	type EpochLength = EpochLength;
	type Retention = ConstU64<RETENTION>;
	type MaxDrift = ConstU64<MAX_DRIFT>;
	type MaxBackdating = ConstU64<MAX_BACKDATING>;
	type BackdatedAfter = ConstU64<BACKDATED_AFTER>;
	type WeightInfo = ();
}

/// A version of the code.
pub fn version(spec_version: u32, impl_version: u32) -> RuntimeVersion {
	RuntimeVersion { spec_version, impl_version, ..Default::default() }
}

/// Plans [`Planned`] for every session, and remembers which of its calls came.
pub struct Manager;

std::thread_local! {
	/// The calls to [`Manager`], in order.
	pub static CALLS: RefCell<Vec<(&'static str, u32)>> = const { RefCell::new(Vec::new()) };
}

impl SessionManager<AccountId> for Manager {
	fn new_session(index: u32) -> Option<Vec<AccountId>> {
		CALLS.with_borrow_mut(|calls| calls.push(("new", index)));
		Planned::get()
	}
	fn new_session_genesis(index: u32) -> Option<Vec<AccountId>> {
		CALLS.with_borrow_mut(|calls| calls.push(("genesis", index)));
		Planned::get()
	}
	fn start_session(index: u32) {
		CALLS.with_borrow_mut(|calls| calls.push(("start", index)));
	}
	fn end_session(index: u32) {
		CALLS.with_borrow_mut(|calls| calls.push(("end", index)));
	}
}

/// The session manager whose changes are recorded.
pub type Sessions = Recorded<Manager, Test>;

/// Runs other code, before the first block of which its hooks run.
pub fn upgrade(spec_version: u32, impl_version: u32) {
	Version::set(version(spec_version, impl_version));
	Supervision::on_runtime_upgrade();
}

/// Plans a session with these collators.
pub fn plan(session: u32, accounts: &[AccountId]) {
	Planned::set(Some(accounts.to_vec()));
	assert_eq!(Sessions::new_session(session), Some(accounts.to_vec()));
}

#[storage_alias]
type NewestRecords = StorageMap<Owner, Identity, Subject, RecordId>;

/// The owner of every subject: its entry of a subject is the newest record alone.
pub struct Owner;

impl Owner {
	pub fn set_newest(subject: Subject, newest: Option<RecordId>) {
		NewestRecords::set(subject, newest);
	}

	/// Records a step on one of its subjects, and writes the entry.
	pub fn record(step: &mut Step<AccountId>, subject: Subject) -> DispatchResult {
		let mut newest = Self::newest_record(&subject);
		<Supervision as Trail<AccountId>>::record(step, subject.clone(), &mut newest)?;
		Self::set_newest(subject, newest);
		Ok(())
	}
}

impl Subjects for Owner {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		NewestRecords::get(subject)
	}
}

/// A chain before its first block.
pub fn externalities() -> sp_io::TestExternalities {
	Version::set(version(1, 1));
	RuntimeGenesisConfig::default().build_storage().expect("builds; qed").into()
}

/// Runs a test whose state is broken on purpose, and so is not checked at its end.
pub fn run_unchecked(epoch_length: u32, test: impl FnOnce()) {
	externalities().execute_with(|| {
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
	let act = Act { actor: Actor::Account(7), institution: institution.map(InstitutionId) };
	Step::new(act, Action::LotCounted, &"arguments")
}

pub fn claiming(at: Moment, utc_offset: i16) -> Step<AccountId> {
	step(Some(1)).at(EventClaim { at, utc_offset })
}

/// Records a step on each of the subjects, in their order.
pub fn record(mut step: Step<AccountId>, subjects: &[Subject]) -> DispatchResult {
	subjects.iter().try_for_each(|subject| Owner::record(&mut step, subject.clone()))
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

/// Acts for no institution.
pub const ANYBODY: AccountId = 99;

/// Somebody prunes the oldest epoch.
pub fn prune() -> DispatchResult {
	Supervision::prune(RuntimeOrigin::signed(ANYBODY), NextEpochToPrune::<Test>::get())
}

/// Lets retention pass, and prunes `epochs` epochs.
pub fn prune_epochs(epochs: u32) {
	set_time(Timestamp::get() + RETENTION);
	for _ in 0..epochs {
		assert_eq!(prune(), Ok(()));
	}
}
