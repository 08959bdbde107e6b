//! A runtime with ratification, and with the registry, circulation, the rules and the needs that stand behind every
//! transfer, and the trail of every mock.

use crate as pallet_emergencies;
use crate::{
	Allocation, Call, Declaration, Emergency, Event, LeftOut, LineOutcome, NextAllocationId, Stage,
	MAX_OF_GIVER, MAX_STEP,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok, derive_impl,
	dispatch::Pays,
	pallet_prelude::ValueQuery,
	parameter_types, storage_alias,
	traits::{
		AsEnsureOriginWithArg, ConstU16, ConstU32, ConstU64, Contains, EnsureOrigin, Hooks,
		IntegrityTest, UnfilteredDispatchable,
	},
	weights::Weight,
};
use frame_system::{
	mocking::MockUncheckedExtrinsic,
	offchain::{CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase},
	AuthorizeCall, RawOrigin,
};
use pallet_needs::{NextNeedId, NextOfferId, Pace, Request, Scope, Supply, Window};
use pallet_registry::{
	Admission, AgentSeed, Class, ClassKind, Commissioning, InstitutionSeed, Licence, LotIdentity,
	NextLotId, Region, RegionSeed,
};
use pallet_rules::{Alternative, Clause, Condition, NextRuleId, Wording};
use salus_primitives::{
	mock::{MockRecord, MockTrail},
	time::DAY,
	Action, Actor, AllocationId, Authority, BaseUnit, CalendarDate, Capability, ClassId, Effect,
	EmergencyId, EventClaim, Expiry, InstitutionId, InstitutionKind, LotId, Matter, Moment, NeedId,
	OfferId, Priority, Quantity, RegionCode, Reversal, Role, RuleId, Seat, Severity, Step, Subject,
	Subjects, Terms, Text, Total, TransferId,
};
pub use sp_runtime::testing::H256;
use sp_runtime::{
	generic,
	testing::UintAuthorityId,
	traits::{BlakeTwo256, Convert},
	BuildStorage, DispatchError, DispatchResult,
};

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
	#[runtime::pallet_index(3)]
	pub type Emergencies = pallet_emergencies;
	#[runtime::pallet_index(4)]
	pub type Registry = pallet_registry;
	#[runtime::pallet_index(5)]
	pub type Circulation = pallet_circulation;
	#[runtime::pallet_index(6)]
	pub type Ruling = pallet_rules;
	#[runtime::pallet_index(7)]
	pub type NeedsPallet = pallet_needs;
}

pub type Extrinsic = MockUncheckedExtrinsic<Test, UintAuthorityId, AuthorizeCall<Test>>;
type Block = generic::Block<generic::Header<u64, BlakeTwo256>, Extrinsic>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type BaseCallFilter = World;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

parameter_types! {
	pub const Root: Actor<u64> = Actor::Authority(Authority::Root);
}

impl pallet_registry::Config for Test {
	type AccreditationOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type FinalOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type EstateOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type Trail = MockTrail;
	type Haste = ();
	type Holds = ();
	type OnInstitution = ();
	type MaxSuspended = ConstU32<8>;
	type MaxLicences = ConstU32<8>;
	type MaxAgents = ConstU32<8>;
	type MaxSites = ConstU16<64>;
	type MaxRepack = ConstU32<4>;
	type MaxLotQuantity = ConstU64<{ Quantity::MAX }>;
	type ClaimPeriod = ConstU64<{ 30 * DAY }>;
	type EstateAfter = ConstU64<{ 30 * DAY }>;
	type ArchiveAfter = ConstU64<{ 365 * DAY }>;
	type MaxWindow = ConstU64<{ 31 * DAY }>;
	type MaxWindowAhead = ConstU64<{ 366 * DAY }>;
	type LapseAfter = ConstU64<{ 7 * DAY }>;
	type WeightInfo = ();
}

impl pallet_circulation::Config for Test {
	type Access = Registry;
	type Directory = Registry;
	type Stock = Registry;
	type Rules = Ruling;
	type Needs = NeedsPallet;
	type OnTransfer = (Ruling, NeedsPallet, Emergencies);
	type Decisions = ();
	type Trail = MockTrail;
	type ArbiterOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type MaxLegs = ConstU32<4>;
	type MaxLegQuantity = ConstU64<{ Quantity::MAX / 2 }>;
	type MaxReceipts = ConstU16<4>;
	type MaxReservation = ConstU64<{ 30 * DAY }>;
	type MinTransit = ConstU64<HOUR>;
	type MaxTransit = ConstU64<{ 90 * DAY }>;
	type MaxLoan = ConstU64<{ 366 * DAY }>;
	type SilentAfter = ConstU64<{ 60 * DAY }>;
	type ArchiveAfter = ConstU64<{ 365 * DAY }>;
	type MaxApprovals = ConstU32<8>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_rules::Config for Test {
	type GovernanceOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Levels = Registry;
	type Emergencies = Emergencies;
	type Trail = MockTrail;
	type MaxSignaturesGiven = ConstU32<8>;
	type MaxSignatureTerm = ConstU64<{ 90 * DAY }>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_needs::Config for Test {
	type GovernanceOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Catalogue = Registry;
	type Levels = Registry;
	type Shelf = Registry;
	type Stock = Registry;
	type Transfers = Circulation;
	type Emergencies = Emergencies;
	type Freezes = Emergencies;
	type Trail = MockTrail;
	type NeedDays = ConstU32<30>;
	type MinHistory = ConstU32<7>;
	type DefaultNeedBound = ConstU64<NEED_BOUND>;
	type MinDispatch = ConstU64<{ 4 * HOUR }>;
	type MaxNeedTime = ConstU64<{ 90 * DAY }>;
	type EscalationTime = ConstU64<DAY>;
	type MaxOfferTime = ConstU64<{ 90 * DAY }>;
	type MaxOffers = ConstU32<1_024>;
	type MaxOrders = ConstU32<4>;
	type RetryPeriod = ConstU64<5>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl CreateTransactionBase<pallet_needs::Call<Test>> for Test {
	type Extrinsic = Extrinsic;
	type RuntimeCall = RuntimeCall;
}

impl CreateTransaction<pallet_needs::Call<Test>> for Test {
	type Extension = AuthorizeCall<Test>;

	fn create_transaction(call: RuntimeCall, extension: Self::Extension) -> Extrinsic {
		Extrinsic::new_transaction(call, extension)
	}
}

impl CreateAuthorizedTransaction<pallet_needs::Call<Test>> for Test {
	fn create_extension() -> Self::Extension {
		AuthorizeCall::new()
	}
}

impl pallet_ratification::Config for Test {
	type RatifyOrigin = AsEnsureOriginWithArg<Urgent>;
	type Access = Registry;
	type Trail = MockTrail;
	type Reversal = World;
	type OnRatified = Emergencies;
	type Term = World;
	type Cooling = ConstU64<{ 30 * DAY }>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl CreateTransactionBase<Call<Test>> for Test {
	type Extrinsic = Extrinsic;
	type RuntimeCall = RuntimeCall;
}

impl CreateTransaction<Call<Test>> for Test {
	type Extension = AuthorizeCall<Test>;

	fn create_transaction(call: RuntimeCall, extension: Self::Extension) -> Extrinsic {
		Extrinsic::new_transaction(call, extension)
	}
}

impl CreateAuthorizedTransaction<Call<Test>> for Test {
	fn create_extension() -> Self::Extension {
		AuthorizeCall::new()
	}
}

parameter_types! {
	/// As much as a block spends on allocations, though it has more.
	pub const AtMost: Weight = Weight::from_parts(AT_MOST, 0);
	/// How long plans are waited for: not at all, unless a test says so.
	pub storage ProvingTime: Moment = 0;
	/// The largest transaction that every block takes: an eighth of it is more than the largest plan weighs.
	pub storage LargestTransaction: Weight = Weight::from_parts(8 * FREE, u64::MAX);
}

impl pallet_emergencies::Config for Test {
	type DeclarationOrigin = Declarers;
	type ProlongOrigin = Urgent;
	type OpenOrigin = Declarers;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Catalogue = Registry;
	type Levels = Registry;
	type Matching = NeedsPallet;
	type Transfers = Circulation;
	type Trail = MockTrail;
	type Haste = Ratification;
	type MaxDays = ConstU32<30>;
	type Cooling = ConstU64<COOLING>;
	type Pause = ConstU64<HOUR>;
	type LongestAllocation = ConstU64<LONGEST>;
	type ProvingTime = ProvingTime;
	type ArchiveAfter = ConstU64<ARCHIVE_AFTER>;
	type AtMost = AtMost;
	type LargestTransaction = LargestTransaction;
	type RetryPeriod = ConstU64<RETRY>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

/// Noon of 23 January 2020, when a test begins.
pub const NOW: Moment = 1_579_780_800_000;
pub const HOUR: Moment = DAY / 24;
/// For how long what the council declares is in force without being ratified.
pub const TERM: Moment = 3 * DAY;
/// For how long it binds the council from then on.
pub const COOLING: Moment = 7 * DAY;

/// For how long an allocation freezes what it lists.
pub const LONGEST: Moment = HOUR / 3;
/// How long ago an allocation ended that is archived.
pub const ARCHIVE_AFTER: Moment = 365 * DAY;
/// What a block spends on allocations.
pub const AT_MOST: u64 = 10_000;
/// What a call weighs at most that costs no fee.
pub const FREE: u64 = 7_000;
/// How many blocks the worker waits.
pub const RETRY: u64 = 5;
/// How much is asked for at most without a history of use.
pub const NEED_BOUND: Quantity = 1_000;

/// In Shanghai.
pub const DONOR: InstitutionId = InstitutionId(0);
/// In Wuhan, which is a part of Hubei; licensed for ventilation.
pub const HOSPITAL: InstitutionId = InstitutionId(1);
/// In Hubei.
pub const CLINIC: InstitutionId = InstitutionId(2);
/// In Hubei; a centre of disease control.
pub const CENTRE: InstitutionId = InstitutionId(3);
/// In Hunan.
pub const SUPPLIER: InstitutionId = InstitutionId(4);
/// The health commission of Hubei.
pub const PROVINCE: InstitutionId = InstitutionId(5);
/// The health commission of Wuhan.
pub const CITY: InstitutionId = InstitutionId(6);
/// The health commission of Shanghai.
pub const SHANGHAI: InstitutionId = InstitutionId(7);
/// A hospital in Shanghai.
pub const FAR: InstitutionId = InstitutionId(8);
/// A hospital in a region of which nobody knows where it is, and that is a part of none.
pub const NOWHERE: InstitutionId = InstitutionId(9);

/// From the seat of Shanghai to that of Hubei, in kilometres.
pub const SHANGHAI_TO_HUBEI: u16 = 687;
/// From the seat of Hunan to that of Hubei.
pub const HUNAN_TO_HUBEI: u16 = 294;
/// From the seat of the country to that of Hubei.
pub const CAPITAL_TO_HUBEI: u16 = 1_053;

pub const COUNCIL: u64 = 1;
pub const ASSEMBLY: u64 = 2;
pub const STRANGER: u64 = 90;

pub const BY_COUNCIL: Actor<u64> = Actor::Authority(Authority::Council);
pub const BY_ASSEMBLY: Actor<u64> = Actor::Authority(Authority::Assembly);
pub const BY_ROOT: Actor<u64> = Actor::Authority(Authority::Root);

pub const MASKS: ClassId = ClassId(0);
pub const OXYGEN: ClassId = ClassId(1);
pub const GOWNS: ClassId = ClassId(2);
/// Who has them must be licensed for ventilation.
pub const VENTILATORS: ClassId = ClassId(3);
/// There is no such class. There are the nine before it.
pub const NO_CLASS: ClassId = ClassId(9);

/// There is no such emergency.
pub const NOTHING: EmergencyId = EmergencyId(99);

/// The assembly, and root.
pub struct Urgent;

impl EnsureOrigin<RuntimeOrigin> for Urgent {
	type Success = Actor<u64>;

	fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Root) => Ok(BY_ROOT),
			Ok(RawOrigin::Signed(ASSEMBLY)) => Ok(BY_ASSEMBLY),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(ASSEMBLY))
	}
}

/// These, and the council.
pub struct Declarers;

impl EnsureOrigin<RuntimeOrigin> for Declarers {
	type Success = Actor<u64>;

	fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Signed(COUNCIL)) => Ok(BY_COUNCIL),
			_ => Urgent::try_origin(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(COUNCIL))
	}
}

/// Whether the chain is in the safe mode.
#[storage_alias]
type InSafeMode = StorageValue<World, bool, ValueQuery>;

/// What there is besides the pallets.
pub struct World;

impl Contains<RuntimeCall> for World {
	fn contains(call: &RuntimeCall) -> bool {
		!InSafeMode::get() || !matches!(call, RuntimeCall::Emergencies(_))
	}
}

pub fn set_safe_mode(on: bool) {
	InSafeMode::put(on);
}

impl Convert<Matter, Moment> for World {
	fn convert(matter: Matter) -> Moment {
		match matter {
			Matter::Standing(_) => 14 * DAY,
			Matter::Emergency(_) => TERM,
		}
	}
}

/// Every matter is an emergency.
impl Reversal<u64, Matter> for World {
	fn effect_of(matter: Matter) -> Option<Effect> {
		<Emergencies as Reversal<u64, EmergencyId>>::effect_of(emergency_of(matter))
	}
	fn record(step: &mut Step<u64>, matter: Matter) -> DispatchResult {
		<Emergencies as Reversal<u64, EmergencyId>>::record(step, emergency_of(matter))
	}
	fn undo(step: &mut Step<u64>, matter: Matter, effect: Effect) -> DispatchResult {
		<Emergencies as Reversal<u64, EmergencyId>>::undo(step, emergency_of(matter), effect)
	}
}

fn emergency_of(matter: Matter) -> EmergencyId {
	match matter {
		Matter::Emergency(id) => id,
		Matter::Standing(_) => panic!("nothing is known of institutions"),
	}
}

fn text<const N: u32>(text: &str) -> Text<N> {
	Text::try_from(text).expect("it fits")
}

/// A region, the seat of which is there in thousandths of a degree, if anybody knows.
fn region(code_of: &str, parent: Option<&str>, seat: Option<(i32, i32)>) -> RegionSeed {
	let region =
		Region { name: text(code_of), parent: parent.map(code), belt: None, population: 1_000 };
	let seat = seat.map(|(latitude, longitude)| Seat { latitude, longitude });
	RegionSeed { code: code(code_of), region, seat }
}

/// Wuhan is a part of Hubei, which is a part of the country, as Hunan and Shanghai are; nobody knows where the
/// seat of Wuhan is. There are regions from `LL-A` to `LL-I`, each a part of the next one, and those from `ZZ-1`
/// to `ZZ-20`, which are parts of none.
fn regions() -> Vec<RegionSeed> {
	let mut regions = Vec::from([
		region("CN", None, Some((39_904, 116_407))),
		region("CN-HB", Some("CN"), Some((30_593, 114_305))),
		region("CN-HN", Some("CN"), Some((28_228, 112_939))),
		region("CN-SH", Some("CN"), Some((31_230, 121_474))),
		region("CN-WH", Some("CN-HB"), None),
		region("LL-I", None, None),
	]);
	let letters = ["LL-H", "LL-G", "LL-F", "LL-E", "LL-D", "LL-C", "LL-B", "LL-A"];
	let mut around = "LL-I";
	for letter in letters {
		regions.push(region(letter, Some(around), None));
		around = letter;
	}
	let numbers = (1..=20).map(|number| region(&alloc::format!("ZZ-{number}"), None, None));
	regions.extend(numbers);
	regions
}

fn institution(
	name: &str,
	kind: InstitutionKind,
	region: &str,
	agent: u64,
	licences: &[Capability],
) -> InstitutionSeed<u64> {
	let all = [Role::Admin, Role::Stock, Role::Dispatch, Role::Receive];
	let licence = |capability: &Capability| Licence {
		capability: *capability,
		expires: Moment::MAX,
		claim: None,
	};
	InstitutionSeed {
		admission: Admission {
			kind,
			region: code(region),
			name: text(name),
			external: None,
			parent: None,
			profile: None,
		},
		licences: licences.iter().map(licence).collect(),
		agents: Vec::from([AgentSeed { account: agent, roles: all.to_vec() }]),
		sites: Vec::new(),
	}
}

fn institutions() -> Vec<InstitutionSeed<u64>> {
	use InstitutionKind::{DiseaseControlCentre, Donor, HealthCommission, Hospital, Supplier};
	let ventilation = [Capability::Ventilation];
	let known: [(&str, InstitutionKind, &str, &[Capability]); 10] = [
		("Donor", Donor, "CN-SH", &ventilation),
		("Hospital", Hospital, "CN-WH", &ventilation),
		("Clinic", Hospital, "CN-HB", &[]),
		("Centre", DiseaseControlCentre, "CN-HB", &[]),
		("Supplier", Supplier, "CN-HN", &[]),
		("Province", HealthCommission, "CN-HB", &[]),
		("City", HealthCommission, "CN-WH", &[]),
		("Shanghai", HealthCommission, "CN-SH", &[]),
		("Far", Hospital, "CN-SH", &[]),
		("Nowhere", Hospital, "ZZ-1", &[]),
	];
	let seed = |(number, (name, kind, region, licences)): (u32, (&str, _, &str, &[Capability]))| {
		institution(name, kind, region, agent_of(InstitutionId(number)), licences)
	};
	(0..).zip(known).map(seed).collect()
}

fn class(name: &str, capability: Option<Capability>) -> Class {
	Class {
		name: text(name),
		kind: ClassKind::Consumable,
		gtin: None,
		unit: BaseUnit::Piece,
		units_per_pack: 1,
		requirements: Default::default(),
		temperature: None,
		capability,
		carrier_capability: None,
		clinical_code: None,
	}
}

/// The chain before a test begins. Nobody has anything.
pub fn stage() -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system has a genesis");
	let named = |number: u32| {
		let capability = (ClassId(number) == VENTILATORS).then_some(Capability::Ventilation);
		class(&alloc::format!("Class {number}"), capability)
	};
	let genesis = pallet_registry::GenesisConfig::<Test> {
		regions: regions(),
		institutions: institutions(),
		classes: (0..NO_CLASS.0).map(named).collect(),
	};
	genesis.assimilate_storage(&mut storage).expect("the registry has a genesis");
	let mut stage = sp_io::TestExternalities::new(storage);
	stage.execute_with(|| {
		System::set_block_number(1);
		turn_to(NOW);
	});
	stage
}

/// Runs a test, then checks every invariant.
pub fn run(test: impl FnOnce()) {
	sp_io::TestExternalities::default().execute_with(AllPalletsWithSystem::integrity_test);
	stage().execute_with(|| {
		test();
		check_all();
	});
}

/// Checks the invariants of every pallet, and that every allocation names its newest record.
#[track_caller]
pub fn check_all() {
	assert_eq!(Emergencies::do_try_state(), Ok(()));
	assert_eq!(Ratification::do_try_state(), Ok(()));
	assert_eq!(Registry::do_try_state(), Ok(()));
	assert_eq!(Circulation::do_try_state(), Ok(()));
	assert_eq!(Ruling::do_try_state(), Ok(()));
	assert_eq!(NeedsPallet::do_try_state(), Ok(()));
	for subject in MockTrail::subjects() {
		if !matches!(subject, Subject::Allocation(_)) {
			continue;
		}
		let newest = MockTrail::newest(&subject).expect("it has a record");
		let known = Emergencies::newest_record(&subject);
		let is_gone =
			known.is_none() && <MockTrail as salus_primitives::Trail<u64>>::is_pruned(newest);
		assert!(is_gone || known == Some(newest), "newest of {subject:?}");
	}
}

pub fn turn_to(now: Moment) {
	Timestamp::set_timestamp(now);
}

/// Lets time pass.
pub fn pass(time: Moment) {
	turn_to(now() + time);
}

pub fn now() -> Moment {
	Timestamp::get()
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn by(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn code(text: &str) -> RegionCode {
	RegionCode::try_from(text).expect("it is a code")
}

/// A major emergency.
pub fn declaration(regions: &[&str], classes: &[ClassId], until: Moment) -> Declaration {
	let regions: Vec<_> = regions.iter().map(|region| code(region)).collect();
	Declaration {
		regions: regions.try_into().expect("no more than may be named"),
		classes: classes.to_vec().try_into().expect("no more than may be named"),
		severity: Severity::Major,
		until,
	}
}

/// One for a class in a region, for twenty days.
pub fn of_one(region: &str, class: ClassId) -> Declaration {
	declaration(&[region], &[class], now() + 20 * DAY)
}

/// An emergency that an authority declares.
#[track_caller]
pub fn declared(who: u64, declaration: Declaration) -> EmergencyId {
	let id = crate::NextEmergencyId::<Test>::get();
	assert_ok!(Emergencies::declare(by(who), declaration));
	assert_eq!(crate::NextEmergencyId::<Test>::get(), EmergencyId(id.0 + 1));
	id
}

/// The council declares masks in Hubei.
#[track_caller]
pub fn in_haste() -> EmergencyId {
	declared(COUNCIL, of_one("CN-HB", MASKS))
}

pub fn matter(id: EmergencyId) -> Matter {
	Matter::Emergency(id)
}

pub fn ratify(id: EmergencyId) -> DispatchResult {
	Ratification::ratify(by(ASSEMBLY), matter(id))
}

pub fn lapse(id: EmergencyId) -> DispatchResult {
	Ratification::lapse(by(STRANGER), matter(id)).map(drop).map_err(|refusal| refusal.error)
}

pub fn close(id: EmergencyId) -> DispatchResult {
	Emergencies::close(by(STRANGER), id).map(drop).map_err(|refusal| refusal.error)
}

/// What counts for a class in a region.
pub fn severity(region: &str, class: ClassId) -> Option<Severity> {
	Emergencies::severity(code(region), class)
}

/// Whether anything counts for masks in Hubei.
pub fn counts() -> bool {
	severity("CN-HB", MASKS).is_some()
}

/// An emergency, as it is stored.
#[track_caller]
pub fn stored(id: EmergencyId) -> Emergency {
	crate::Emergencies::<Test>::get(id).expect("there is such an emergency")
}

/// Changes an emergency in the storage itself.
pub fn change(id: EmergencyId, change: impl FnOnce(&mut Emergency)) {
	let mut emergency = stored(id);
	change(&mut emergency);
	crate::Emergencies::<Test>::insert(id, emergency);
}

/// What the council declared and nobody has ratified, in order.
pub fn listed() -> Vec<EmergencyId> {
	crate::Unratified::<Test>::get().into_inner()
}

/// Dispatches a call that must succeed. Answers with its only record, having checked that it is one of the
/// emergency and carries the digest of the arguments, and with whether it is paid for.
#[track_caller]
pub fn accepted(origin: RuntimeOrigin, id: EmergencyId, call: Call<Test>) -> (MockRecord, Pays) {
	let before = MockTrail::records().len();
	let digest = H256(sp_io::hashing::blake2_256(&call.encode()[1..]));
	let info = call.dispatch_bypass_filter(origin).expect("the call succeeds");
	let mut records = MockTrail::records().split_off(before);
	let record = records.pop().expect("a change leaves a record");
	assert!(records.is_empty(), "a change leaves one record");
	assert_eq!((record.digest, &record.subject), (digest, &Subject::Emergency(id)));
	(record, info.pays_fee)
}

/// Dispatches a call that must fail, and change nothing.
#[track_caller]
pub fn refused(origin: RuntimeOrigin, call: Call<Test>, error: impl Into<DispatchError>) {
	let error: DispatchError = error.into();
	assert_noop!(call.dispatch_bypass_filter(origin), error);
}

/// What the pallet told since it was last asked.
pub fn events() -> Vec<Event<Test>> {
	let ours = System::events().into_iter().filter_map(|record| match record.event {
		RuntimeEvent::Emergencies(event) => Some(event),
		_ => None,
	});
	let events = ours.collect();
	System::reset_events();
	events
}

/// Who acts for an institution, in all roles that matter here.
pub fn agent_of(institution: InstitutionId) -> u64 {
	10 + u64::from(institution.0)
}

fn claim() -> EventClaim {
	EventClaim { at: now(), utc_offset: 480 }
}

pub fn day(year: u16, month: u8, day: u8) -> Option<Expiry> {
	Some(Expiry::Day(CalendarDate { year, month, day }))
}

/// Registers a lot with an institution.
#[track_caller]
pub fn stock(
	institution: InstitutionId,
	class: ClassId,
	quantity: Quantity,
	expiry: Option<Expiry>,
) -> LotId {
	let id = NextLotId::<Test>::get();
	let identity = LotIdentity {
		class,
		batch: None,
		serial: None,
		made: None,
		expiry,
		window: None,
		donor: None,
		earmark: None,
		commissioning: Commissioning::Observed,
		document: None,
	};
	assert_ok!(Registry::register_lot(by(agent_of(institution)), identity, quantity, None, None));
	id
}

/// Eight days pass, on each of which institutions use so many masks. They have none left then.
#[track_caller]
pub fn used_daily(uses: &[(InstitutionId, Quantity)]) {
	let lot = |(who, daily): &(InstitutionId, Quantity)| {
		(stock(*who, MASKS, 8 * *daily, None), agent_of(*who), *daily)
	};
	let lots: Vec<_> = uses.iter().map(lot).collect();
	for _ in 0..8 {
		for (lot, agent, daily) in &lots {
			assert_ok!(Registry::consume(by(*agent), *lot, *daily, None));
		}
		pass(DAY);
	}
}

/// Masks are wanted at once, within nine days.
pub fn wanted(quantity: Quantity) -> Request {
	Request {
		class: MASKS,
		substitutes: Default::default(),
		quantity,
		priority: Priority::Urgent,
		window: Window { from: None, until: now() + 9 * DAY },
		site: None,
		shelf_life: 0,
		note: None,
		claim: None,
	}
}

/// An institution publishes a need.
#[track_caller]
pub fn asks_for(institution: InstitutionId, request: Request) -> NeedId {
	let id = NextNeedId::<Test>::get();
	assert_ok!(NeedsPallet::publish_need(by(agent_of(institution)), request));
	id
}

/// An institution needs so many masks.
#[track_caller]
pub fn asks(institution: InstitutionId, quantity: Quantity) -> NeedId {
	asks_for(institution, wanted(quantity))
}

/// So much of a lot is given to anybody, for a week.
pub fn supply(lot: LotId, quantity: Quantity) -> Supply {
	Supply {
		lot,
		quantity,
		scope: Scope {
			regions: Default::default(),
			kinds: Default::default(),
			capabilities: Default::default(),
			priority: Priority::Routine,
		},
		terms: Terms::Gift,
		keeps: 0,
		least: 1,
		until: now() + 7 * DAY,
		pace: Pace { dispatch: 2, transit: 3 },
	}
}

/// An institution makes an offer.
#[track_caller]
pub fn offers_of(institution: InstitutionId, supply: Supply) -> OfferId {
	let id = NextOfferId::<Test>::get();
	assert_ok!(NeedsPallet::make_offer(by(agent_of(institution)), supply));
	id
}

/// An institution offers so many masks, of a lot of its own that does not expire.
#[track_caller]
pub fn offers(institution: InstitutionId, quantity: Quantity) -> OfferId {
	let lot = stock(institution, MASKS, quantity, None);
	offers_of(institution, supply(lot, quantity))
}

/// Who gives where more offers are needed than an allocation keeps of one giver. None of them needs anything in Hubei,
/// and the first three are in Shanghai.
const MANY_GIVERS: [InstitutionId; 5] = [DONOR, SHANGHAI, FAR, SUPPLIER, PROVINCE];

/// So many offers of one mask each, of lots that do not expire, as many of one institution as an allocation keeps.
#[track_caller]
pub fn offers_of_one(count: usize) -> Vec<OfferId> {
	let mut all = Vec::new();
	for giver in MANY_GIVERS {
		let some = (count - all.len()).min(MAX_OF_GIVER as usize);
		if some > 0 {
			let lot = stock(giver, MASKS, some as Quantity, None);
			all.extend((0..some).map(|_| offers_of(giver, supply(lot, 1))));
		}
	}
	assert_eq!(all.len(), count, "there are givers enough");
	all
}

/// The assembly declares an emergency for masks in Hubei, for twenty days.
#[track_caller]
pub fn masks_in_hubei() -> EmergencyId {
	declared(ASSEMBLY, of_one("CN-HB", MASKS))
}

/// An allocation of masks that the assembly opens.
#[track_caller]
pub fn opened(emergency: EmergencyId) -> AllocationId {
	opened_of(emergency, MASKS)
}

/// An allocation of a class that the assembly opens.
#[track_caller]
pub fn opened_of(emergency: EmergencyId, class: ClassId) -> AllocationId {
	let id = NextAllocationId::<Test>::get();
	assert_ok!(Emergencies::open_allocation(by(ASSEMBLY), emergency, class));
	id
}

/// An allocation, as it is stored.
#[track_caller]
pub fn known(id: AllocationId) -> Allocation {
	crate::Allocations::<Test>::get(id).expect("there is such an allocation")
}

/// Has an allocation take a step, as a call does.
pub fn advance(id: AllocationId) -> DispatchResult {
	Emergencies::advance(by(STRANGER), id, MAX_STEP).map(drop).map_err(|refusal| refusal.error)
}

/// Has an allocation take steps until its stage is such.
#[track_caller]
pub fn advance_until(id: AllocationId, is_such: impl Fn(&Stage) -> bool) {
	while !is_such(&known(id).stage) {
		assert_ok!(advance(id));
	}
}

/// Has an allocation take steps until it has decided what goes to whom.
#[track_caller]
pub fn decide(id: AllocationId) {
	advance_until(id, |stage| matches!(stage, Stage::CarryingOut { .. }));
}

/// Has an allocation take steps until it has ended; answers with it.
#[track_caller]
pub fn carry_through(id: AllocationId) -> Allocation {
	advance_until(id, |stage| matches!(stage, Stage::Ended { .. }));
	known(id)
}

/// Opens an allocation of masks in an emergency in Hubei, and has it decide what goes to whom.
#[track_caller]
pub fn decided() -> AllocationId {
	let id = opened(masks_in_hubei());
	decide(id);
	id
}

/// Hands a block's rest to the pallet; answers with what it used.
pub fn idle(room: u64) -> u64 {
	<Emergencies as Hooks<u64>>::on_idle(1, Weight::from_parts(room, u64::MAX)).ref_time()
}

/// The shares of an allocation, in the order of its needs.
pub fn shares(id: AllocationId) -> Vec<Quantity> {
	crate::AskedBy::<Test>::get(id).iter().map(|need| need.share).collect()
}

/// The lines of an allocation: from which offer, to which need, how much.
pub fn lines(id: AllocationId) -> Vec<(OfferId, NeedId, Quantity)> {
	let (needs, offers) = (crate::AskedBy::<Test>::get(id), crate::GivenBy::<Test>::get(id));
	let line = |line: &crate::Line| {
		let (offer, need) = (usize::from(line.supply), usize::from(line.demand));
		(offers[offer].offer, needs[need].need, line.quantity)
	};
	crate::Lines::<Test>::get(id).iter().map(line).collect()
}

/// The needs that were left out since events were last asked for, in order, and why.
pub fn needs_left_out() -> Vec<(NeedId, LeftOut)> {
	let left_out = |event| match event {
		Event::NeedLeftOut { need, why, .. } => Some((need, why)),
		_ => None,
	};
	let mut all: Vec<_> = events().into_iter().filter_map(left_out).collect();
	all.sort_by_key(|(need, _)| *need);
	all
}

/// The offers that were left out since events were last asked for, in order, and why.
pub fn offers_left_out() -> Vec<(OfferId, LeftOut)> {
	let left_out = |event| match event {
		Event::OfferLeftOut { offer, why, .. } => Some((offer, why)),
		_ => None,
	};
	let mut all: Vec<_> = events().into_iter().filter_map(left_out).collect();
	all.sort_by_key(|(offer, _)| *offer);
	all
}

/// What became of a line.
#[track_caller]
pub fn outcome(id: AllocationId, line: u16) -> LineOutcome {
	crate::Outcomes::<Test>::get(id, line).expect("it is carried out")
}

/// The transfer of a line.
#[track_caller]
pub fn made(id: AllocationId, line: u16) -> TransferId {
	match outcome(id, line) {
		LineOutcome::Made { transfer, .. } => transfer,
		other => panic!("{other:?}"),
	}
}

/// A line that was skipped with an error.
pub fn skipped(error: impl Into<DispatchError>) -> LineOutcome {
	LineOutcome::Skipped { error: error.into(), unmet: None }
}

/// Whether a need is frozen.
pub fn is_need_frozen(need: NeedId) -> bool {
	<Emergencies as salus_primitives::Freezes>::need(need)
}

/// Whether an offer is frozen.
pub fn is_offer_frozen(offer: OfferId) -> bool {
	<Emergencies as salus_primitives::Freezes>::offer(offer)
}

/// What is open of a need.
#[track_caller]
pub fn open_of(need: NeedId) -> Total {
	pallet_needs::Needs::<Test>::get(need).expect("there is such a need").open()
}

/// What is left of an offer.
#[track_caller]
pub fn left_of(offer: OfferId) -> Quantity {
	pallet_needs::Offers::<Test>::get(offer).expect("there is such an offer").left
}

/// An institution takes from an offer for a need.
pub fn take(
	institution: InstitutionId,
	offer: OfferId,
	need: NeedId,
	quantity: Quantity,
) -> DispatchResult {
	NeedsPallet::take(by(agent_of(institution)), offer, need, quantity)
		.map(drop)
		.map_err(|refusal| refusal.error)
}

pub fn withdraw_offer(institution: InstitutionId, offer: OfferId) -> DispatchResult {
	NeedsPallet::withdraw_offer(by(agent_of(institution)), offer)
}

pub fn close_need(institution: InstitutionId, need: NeedId) -> DispatchResult {
	NeedsPallet::close_need(by(agent_of(institution)), need)
}

pub fn suspend(institution: InstitutionId) -> DispatchResult {
	Registry::suspend_institution(root(), institution)
}

pub fn withdraw(institution: InstitutionId, transfer: TransferId) -> DispatchResult {
	Circulation::withdraw(by(agent_of(institution)), transfer)
		.map(drop)
		.map_err(|refusal| refusal.error)
}

pub fn release(transfer: TransferId) -> DispatchResult {
	Circulation::release(by(STRANGER), transfer).map(drop).map_err(|refusal| refusal.error)
}

pub fn dispatch(institution: InstitutionId, transfer: TransferId) -> DispatchResult {
	Circulation::dispatch(by(agent_of(institution)), transfer, None, None, None, None, claim())
		.map(drop)
		.map_err(|refusal| refusal.error)
}

/// Everything that a transfer of one lot carries arrives in order.
pub fn receive(institution: InstitutionId, transfer: TransferId) -> DispatchResult {
	let accepted = Circulation::transfer(transfer).expect("a transfer").legs[0].quantity;
	let found = pallet_circulation::LegReceipt { accepted, ..Default::default() };
	let legs = Vec::from([found]).try_into().expect("one leg");
	Circulation::receive(by(agent_of(institution)), transfer, legs, None, None, claim())
}

/// Writes a rule of one condition for masks.
#[track_caller]
pub fn write_rule(origin: RuntimeOrigin, condition: Condition) -> RuleId {
	let id = NextRuleId::<Test>::get();
	let clause = Clause { condition, negated: false };
	let alternative = Alternative::truncate_from(Vec::from([clause]));
	let wording = Wording::truncate_from(Vec::from([alternative]));
	assert_ok!(Ruling::write_rule(origin, Some(MASKS), wording, H256::zero()));
	id
}

/// Archives the next entries of an allocation, with the digest that is asked for.
pub fn archive(id: AllocationId) -> DispatchResult {
	let digest = Emergencies::archive_digest(id).unwrap_or_default();
	Emergencies::archive_allocation(by(STRANGER), id, digest)
		.map(drop)
		.map_err(|refusal| refusal.error)
}

/// The records of an allocation: who did what.
pub fn deeds(id: AllocationId) -> Vec<(Actor<u64>, Action)> {
	let records = MockTrail::records_of(&Subject::Allocation(id));
	records.into_iter().map(|record| (record.actor, record.action)).collect()
}
