//! A runtime of this pallet, with a trail and a directory that tests can write, whose institutions are
//! admitted, suspended, reinstated and wound up as the registry does it.

use crate as pallet_ratification;
use crate::{ActState, Call, Error, Event, HastyAct};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok, derive_impl,
	dispatch::{DispatchResultWithPostInfo, Pays},
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, ValueQuery},
	storage::with_storage_layer,
	storage_alias,
	traits::{ConstU64, EnsureOriginWithArg, IntegrityTest, UnfilteredDispatchable},
};
use frame_system::RawOrigin;
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockRecord, MockTrail},
	Act, Action, Actor, Authority, Directory, Effect, Haste, InstitutionId, InstitutionKind,
	Matter, Moment, OnRatified, Reversal, Role, Standing, Step, Subject,
};
pub use sp_runtime::testing::H256;
use sp_runtime::BuildStorage;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Ratification = pallet_ratification;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

impl pallet_ratification::Config for Test {
	type RatifyOrigin = Ratifiers;
	type Access = MockDirectory;
	type Trail = MockTrail;
	type Reversal = World;
	type OnRatified = MockJudges;
	type Term = ConstU64<TERM>;
	type Cooling = ConstU64<COOLING>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

/// For how long an act is in force.
pub const TERM: Moment = 100;
/// For how long an act that was undone is spent.
pub const COOLING: Moment = 300;
/// When a test begins.
pub const NOW: Moment = 1_000;

/// Root, and the account of the assembly; of [`OUTSIDER`], root alone.
pub struct Ratifiers;

impl EnsureOriginWithArg<RuntimeOrigin, Matter> for Ratifiers {
	type Success = Actor<u64>;

	fn try_origin(origin: RuntimeOrigin, matter: &Matter) -> Result<Actor<u64>, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Root) => Ok(Actor::Authority(Authority::Root)),
			Ok(RawOrigin::Signed(ASSEMBLY)) if *matter != Matter::Standing(OUTSIDER) => {
				Ok(Actor::Authority(Authority::Assembly))
			}
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &Matter) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

/// Whether as many institutions are suspended as may be.
#[storage_alias]
type Crowded = StorageValue<World, bool, ValueQuery>;

/// The institutions.
pub struct World;

impl World {
	/// What a suspension is refused with while as many are suspended as may be.
	pub const CROWDED: DispatchError = DispatchError::Other("crowded");
	/// What an act is refused with that changes nothing.
	pub const UNCHANGED: DispatchError = DispatchError::Other("unchanged");

	/// Says whether as many institutions are suspended as may be.
	pub fn crowd(crowded: bool) {
		Crowded::put(crowded);
	}

	/// Changes how an institution stands, with the step's record.
	fn bring_about(
		step: &mut Step<u64>,
		institution: InstitutionId,
		effect: Effect,
	) -> DispatchResult {
		let stands = Self::effect_of(Matter::Standing(institution));
		ensure!(stands.is_some_and(|stands| stands != effect), Self::UNCHANGED);
		ensure!(effect == Effect::InForce || !Crowded::get(), Self::CROWDED);
		MockDirectory::set_active(institution, effect == Effect::InForce);
		MockDirectory::record(step, institution)
	}
}

impl Reversal<u64, Matter> for World {
	fn effect_of(matter: Matter) -> Option<Effect> {
		let Matter::Standing(institution) = matter;
		match MockDirectory::standing(institution)? {
			Standing::Active => Some(Effect::InForce),
			Standing::Suspended => Some(Effect::OutOfForce),
			Standing::WoundUp => None,
		}
	}

	fn record(step: &mut Step<u64>, matter: Matter) -> DispatchResult {
		let Matter::Standing(institution) = matter;
		MockDirectory::record(step, institution)
	}

	fn undo(step: &mut Step<u64>, matter: Matter, effect: Effect) -> DispatchResult {
		let Matter::Standing(institution) = matter;
		let opposite = match effect {
			Effect::InForce => Effect::OutOfForce,
			Effect::OutOfForce => Effect::InForce,
		};
		Self::bring_about(step, institution, opposite)
	}
}

/// Active institutions.
pub const HOSPITAL: InstitutionId = InstitutionId(0);
pub const SUPPLIER: InstitutionId = InstitutionId(1);
/// One whose matters the assembly does not decide.
pub const OUTSIDER: InstitutionId = InstitutionId(2);
pub const NOBODY: InstitutionId = InstitutionId(9);

/// The standing of [`HOSPITAL`].
pub const STANDING: Matter = Matter::Standing(HOSPITAL);

/// The admin of [`HOSPITAL`].
pub const DOCTOR: u64 = 10;
pub const ASSEMBLY: u64 = 1;
pub const STRANGER: u64 = 90;

pub const COUNCIL: Actor<u64> = Actor::Authority(Authority::Council);
pub const BY_ASSEMBLY: Actor<u64> = Actor::Authority(Authority::Assembly);
pub const BY_ROOT: Actor<u64> = Actor::Authority(Authority::Root);

/// What the chain starts with.
fn populate() {
	for institution in [HOSPITAL, SUPPLIER, OUTSIDER] {
		MockDirectory::admit(institution, body());
	}
	MockDirectory::appoint(DOCTOR, HOSPITAL, &[Role::Admin]);
}

fn body() -> MockInstitution {
	MockInstitution::new(InstitutionKind::Hospital, "CN-HB")
}

pub fn externalities() -> sp_io::TestExternalities {
	frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system has a genesis")
		.into()
}

/// Runs a test whose state is broken on purpose, and so is not checked at its end.
pub fn run_unchecked(test: impl FnOnce()) {
	externalities().execute_with(|| {
		AllPalletsWithSystem::integrity_test();
		populate();
		System::set_block_number(1);
		Timestamp::set_timestamp(NOW);
		test();
	});
}

/// Runs a test, then checks every invariant.
pub fn run(test: impl FnOnce()) {
	run_unchecked(|| {
		test();
		assert_eq!(Ratification::do_try_state(), Ok(()));
	});
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Lets time pass.
pub fn pass(time: Moment) {
	Timestamp::set_timestamp(Timestamp::get() + time);
}

fn dispatched(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResultWithPostInfo {
	call.dispatch_bypass_filter(origin)
}

/// Dispatches a call that must succeed. Answers with its only record, having checked that it is one of the
/// hospital and carries the digest of the arguments, and with whether it is paid for.
pub fn accepted(origin: RuntimeOrigin, call: Call<Test>) -> (MockRecord, Pays) {
	let before = MockTrail::records().len();
	let digest = H256(sp_io::hashing::blake2_256(&call.encode()[1..]));
	let info = dispatched(origin, call).expect("the call succeeds");
	let mut records = MockTrail::records().split_off(before);
	let record = records.pop().expect("a change leaves a record");
	assert!(records.is_empty(), "a change leaves one record");
	assert_eq!((record.digest, &record.subject), (digest, &Subject::Institution(HOSPITAL)));
	(record, info.pays_fee)
}

/// Dispatches a call that must succeed and leave no record. Answers with whether it is paid for.
pub fn accepted_silently(origin: RuntimeOrigin, call: Call<Test>) -> Pays {
	let before = MockTrail::records();
	let info = dispatched(origin, call).expect("the call succeeds");
	assert_eq!(MockTrail::records(), before);
	info.pays_fee
}

/// Dispatches a call that must fail, and change nothing.
pub fn refused(origin: RuntimeOrigin, call: Call<Test>, error: impl Into<DispatchError>) {
	let error: DispatchError = error.into();
	assert_noop!(call.dispatch_bypass_filter(origin), error);
}

pub fn last_event(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// How many events this pallet has deposited.
pub fn events() -> usize {
	let ours = |record: &frame_system::EventRecord<RuntimeEvent, H256>| {
		matches!(record.event, RuntimeEvent::Ratification(_))
	};
	System::events().iter().filter(|record| ours(record)).count()
}

/// Somebody suspends or reinstates an institution, as the registry does it.
pub fn act(by: Actor<u64>, institution: InstitutionId, effect: Effect) -> DispatchResult {
	let action = match effect {
		Effect::InForce => Action::InstitutionReinstated,
		Effect::OutOfForce => Action::InstitutionSuspended,
	};
	with_storage_layer(|| {
		let mut step = Step::new(Act::by(by), action, &institution);
		World::bring_about(&mut step, institution, effect)?;
		Ratification::acted(&step.act.actor, Matter::Standing(institution), effect)
	})
}

/// The council is refused to suspend or to reinstate an institution, since what it did there is spent.
pub fn refused_lately(institution: InstitutionId, effect: Effect) {
	assert_noop!(act(COUNCIL, institution, effect), Error::<Test>::SpentLately);
}

/// Somebody admits an institution, as the registry does it.
pub fn admit(by: Actor<u64>) -> InstitutionId {
	let institution = MockDirectory::next_institution();
	MockDirectory::admit(institution, body());
	assert_ok!(Ratification::acted(&by, Matter::Standing(institution), Effect::InForce));
	institution
}

/// An institution is wound up, as the registry does it.
pub fn wind_up(institution: InstitutionId) {
	MockDirectory::wind_up(institution);
	Ratification::closed(Matter::Standing(institution));
}

/// The council suspends the hospital.
pub fn suspended_in_haste() {
	assert_ok!(act(COUNCIL, HOSPITAL, Effect::OutOfForce));
}

/// The council suspends the hospital, and reinstates it at once: its act is spent.
pub fn spent() {
	suspended_in_haste();
	assert_ok!(act(COUNCIL, HOSPITAL, Effect::InForce));
}

/// The first moment at which the council may act again, after [`spent`].
pub const COOL: Moment = NOW + TERM + COOLING;

pub fn stands(institution: InstitutionId) -> Option<Effect> {
	World::effect_of(Matter::Standing(institution))
}

/// The state of what is kept of the hospital.
pub fn state() -> Option<ActState> {
	Ratification::act(STANDING).map(|act| act.state)
}

/// The act that [`suspended_in_haste`] leaves at [`NOW`].
pub fn suspension(state: ActState) -> HastyAct {
	HastyAct { effect: Effect::OutOfForce, acted_at: NOW, lapses_at: NOW + TERM, state }
}

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::BenchmarkHelper<u64> for World {
	fn institution(admin: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		MockDirectory::admit(id, body());
		MockDirectory::appoint(*admin, id, &[Role::Admin]);
		id
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		MockDirectory::appoint(*who, institution, &[role]);
	}
	fn suspend_in_haste(_: InstitutionId) {
		unreachable!("acts are done by their own benchmarks")
	}
	fn site(_: InstitutionId) -> salus_primitives::SiteNumber {
		unreachable!("hasty acts know no sites")
	}
	fn class() -> salus_primitives::ClassId {
		unreachable!("hasty acts know no classes")
	}
	fn lot_of(
		_: InstitutionId,
		_: salus_primitives::ClassId,
		_: salus_primitives::Quantity,
	) -> salus_primitives::LotId {
		unreachable!("hasty acts know no lots")
	}
	fn region(_: u32) -> salus_primitives::RegionCode {
		salus_primitives::RegionCode::try_from("CN-HB").expect("it is a code")
	}
	fn commission(_: salus_primitives::RegionCode, who: &u64) -> InstitutionId {
		Self::institution(who)
	}
}

#[storage_alias]
type Told = StorageValue<MockJudges, Vec<Matter>, ValueQuery>;

/// Remembers what was ratified.
pub struct MockJudges;

impl MockJudges {
	/// What it was told since it was last asked.
	pub fn told() -> Vec<Matter> {
		Told::take()
	}
}

impl OnRatified for MockJudges {
	fn ratified(matter: Matter) {
		assert_eq!(<Ratification as Haste<u64>>::pending(matter), None);
		Told::append(matter);
	}
}
