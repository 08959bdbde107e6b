//! A runtime of this pallet, with a trail and a directory that tests can write, whose institutions are
//! admitted, suspended, reinstated and wound up as the registry does it, and with emergencies that are
//! declared.

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
	Identity,
};
use frame_system::RawOrigin;
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockRecord, MockTrail},
	Act, Action, Actor, Authority, Directory, Effect, EmergencyId, Haste, InstitutionId,
	InstitutionKind, Matter, Moment, OnRatified, RecordId, Reversal, Role, Standing, Step, Subject,
	Trail,
};
pub use sp_runtime::testing::H256;
use sp_runtime::{traits::Convert, BuildStorage};

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
	type Term = Terms;
	type Cooling = ConstU64<COOLING>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

/// For how long an act on an institution is in force.
pub const TERM: Moment = 100;
/// For how long one on an emergency is.
pub const EMERGENCY_TERM: Moment = 30;
/// For how long an act that was undone is spent.
pub const COOLING: Moment = 300;
/// When a test begins.
pub const NOW: Moment = 1_000;

/// For how long an act on a matter is in force.
pub struct Terms;

impl Convert<Matter, Moment> for Terms {
	fn convert(matter: Matter) -> Moment {
		match matter {
			Matter::Standing(_) => TERM,
			Matter::Emergency(_) => EMERGENCY_TERM,
		}
	}
}

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

/// How each emergency stands, and its newest record.
#[storage_alias]
type Emergencies = StorageMap<World, Identity, EmergencyId, (Effect, Option<RecordId>)>;

/// The institutions and the emergencies.
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

	/// Writes how an emergency stands, with the step's record.
	fn write_emergency(step: &mut Step<u64>, id: EmergencyId, effect: Effect) -> DispatchResult {
		let mut newest = Emergencies::get(id).and_then(|(_, newest)| newest);
		MockTrail::record(step, Subject::Emergency(id), &mut newest)?;
		Emergencies::insert(id, (effect, newest));
		Ok(())
	}
}

impl Reversal<u64, Matter> for World {
	fn effect_of(matter: Matter) -> Option<Effect> {
		match matter {
			Matter::Standing(institution) => match MockDirectory::standing(institution)? {
				Standing::Active => Some(Effect::InForce),
				Standing::Suspended => Some(Effect::OutOfForce),
				Standing::WoundUp => None,
			},
			Matter::Emergency(emergency) => Emergencies::get(emergency).map(|(effect, _)| effect),
		}
	}

	fn record(step: &mut Step<u64>, matter: Matter) -> DispatchResult {
		match matter {
			Matter::Standing(institution) => MockDirectory::record(step, institution),
			Matter::Emergency(emergency) => {
				let effect = Self::effect_of(matter).ok_or(DispatchError::CannotLookup)?;
				Self::write_emergency(step, emergency, effect)
			}
		}
	}

	fn undo(step: &mut Step<u64>, matter: Matter, effect: Effect) -> DispatchResult {
		let opposite = match effect {
			Effect::InForce => Effect::OutOfForce,
			Effect::OutOfForce => Effect::InForce,
		};
		match matter {
			Matter::Standing(institution) => Self::bring_about(step, institution, opposite),
			Matter::Emergency(emergency) => Self::write_emergency(step, emergency, opposite),
		}
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

/// Somebody declares an emergency, as the pallet of emergencies does it.
pub fn declare(by: Actor<u64>) -> EmergencyId {
	let id = EmergencyId(Emergencies::iter_keys().count() as u32);
	let mut step = Step::new(Act::by(by), Action::EmergencyDeclared, &id);
	assert_ok!(World::write_emergency(&mut step, id, Effect::InForce));
	assert_ok!(Ratification::acted(&step.act.actor, Matter::Emergency(id), Effect::InForce));
	id
}

/// An emergency is forgotten, as the pallet of emergencies does it.
pub fn forget(id: EmergencyId) {
	Emergencies::remove(id);
	Ratification::closed(Matter::Emergency(id));
}

/// The first moment at which a pending act on a matter lapses, as others ask for it.
pub fn lapses_at(matter: Matter) -> Option<Moment> {
	<Ratification as Haste<u64>>::lapses_at(matter)
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
