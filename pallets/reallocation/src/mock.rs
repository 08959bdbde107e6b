//! A runtime with the registry, circulation and the rules that stand behind every transfer, and the trail
//! of every mock.

use crate as pallet_reallocation;
use crate::*;
use alloc::vec::Vec;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{ConstU16, ConstU32, ConstU64, Contains, Hooks, IntegrityTest},
	weights::Weight,
};
use pallet_registry::{
	Admission, AgentSeed, Class, ClassKind, Commissioning, InstitutionSeed, Licence, LotIdentity,
	NextLotId, Region, RegionSeed,
};
use pallet_rules::{Alternative, Clause, Condition, NextRuleId, Wording};
use salus_primitives::{
	mock::{MockRecord, MockTrail},
	time::DAY,
	Act, Action, Actor, Authority, BaseUnit, CalendarDate, Capability, ClassId, Custody,
	EventClaim, Expiry, Holding, InstitutionId, InstitutionKind, LotId, LotStock, Moment, PlanId,
	Quantity, RegionCode, Role, RuleId, Step, Stock, Subject, Subjects, Text, Trail, TransferId,
};
use sp_core::H256;
use sp_runtime::{BuildStorage, DispatchResult};

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
	pub type Registry = pallet_registry;
	#[runtime::pallet_index(3)]
	pub type Circulation = pallet_circulation;
	#[runtime::pallet_index(4)]
	pub type Ruling = pallet_rules;
	#[runtime::pallet_index(5)]
	pub type Reallocation = pallet_reallocation;
}

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type BaseCallFilter = Filter;
}

parameter_types! {
	/// Whether every call is refused, as in the safe mode.
	pub static IsShut: bool = false;
}

/// Lets every call pass, or none.
pub struct Filter;

impl Contains<RuntimeCall> for Filter {
	fn contains(_: &RuntimeCall) -> bool {
		!IsShut::get()
	}
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

parameter_types! {
	pub const Root: Actor<u64> = Actor::Authority(Authority::Root);
	pub const Assembly: Actor<u64> = Actor::Authority(Authority::Assembly);
}

/// An hour, in milliseconds.
pub const HOUR: Moment = DAY / 24;
/// The most units of a line.
pub const LARGEST: Quantity = 1_000_000_000_000;
/// The most lots of a transfer.
pub const MAX_LEGS: u32 = 4;
/// How long a plan is over when it may be archived.
pub const ARCHIVE_AFTER: Moment = 365 * DAY;

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
	type Needs = ();
	type OnTransfer = (Ruling, Reallocation);
	type Decisions = Reallocation;
	type Trail = MockTrail;
	type ArbiterOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type MaxLegs = ConstU32<MAX_LEGS>;
	type MaxLegQuantity = ConstU64<LARGEST>;
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
	type Emergencies = ();
	type Trail = MockTrail;
	type MaxSignaturesGiven = ConstU32<8>;
	type MaxSignatureTerm = ConstU64<{ 90 * DAY }>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

/// How many lines by lot are carried out with a decision.
pub const AT_ONCE: u32 = 3;

parameter_types! {
	pub AtOnce: Weight = Reallocation::most_of_line(&Goods::Lot(LotId(0))) * u64::from(AT_ONCE);
}

impl Config for Test {
	type PlanOrigin = frame_system::EnsureRootWithSuccess<u64, Assembly>;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Levels = Registry;
	type Shelf = Registry;
	type Stock = Registry;
	type Transfers = Circulation;
	type Trail = MockTrail;
	type AtOnce = AtOnce;
	type ArchiveAfter = ConstU64<ARCHIVE_AFTER>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

/// Noon of 23 January 2020.
pub const NOW: Moment = 1_579_780_800_000;
pub const DISPATCH_BY: Moment = NOW + 5 * DAY;
pub const RECEIVE_BY: Moment = NOW + 10 * DAY;

/// In Shanghai; licensed for ventilation.
pub const DONOR: InstitutionId = InstitutionId(0);
/// In Wuhan, which is a part of Hubei; licensed for ventilation.
pub const HOSPITAL: InstitutionId = InstitutionId(1);
/// In Hubei.
pub const CLINIC: InstitutionId = InstitutionId(2);
/// There is no such institution.
pub const NOWHERE: InstitutionId = InstitutionId(9);

/// Agents in all roles.
pub const DONOR_AGENT: u64 = 10;
pub const HOSPITAL_AGENT: u64 = 11;
pub const CLINIC_AGENT: u64 = 12;
pub const NOBODY: u64 = 99;

pub const MASKS: ClassId = ClassId(0);
/// Who has them must be licensed for ventilation.
pub const VENTILATORS: ClassId = ClassId(1);

fn text<const N: u32>(text: &str) -> Text<N> {
	Text::try_from(text).expect("it fits")
}

pub fn code(text: &str) -> RegionCode {
	RegionCode::try_from(text).expect("it is a code")
}

fn region(code_of: &str, parent: Option<&str>) -> RegionSeed {
	let region =
		Region { name: text(code_of), parent: parent.map(code), belt: None, population: 1_000 };
	RegionSeed { code: code(code_of), region, seat: None }
}

fn institution(
	name: &str,
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
			kind: InstitutionKind::Hospital,
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

/// A donor in Shanghai, a hospital in Wuhan and a clinic in Hubei. Nobody has anything.
pub fn stage() -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system has a genesis");
	let genesis = pallet_registry::GenesisConfig::<Test> {
		regions: Vec::from([
			region("CN", None),
			region("CN-SH", Some("CN")),
			region("CN-HB", Some("CN")),
			region("CN-WH", Some("CN-HB")),
		]),
		institutions: Vec::from([
			institution("Donor", "CN-SH", DONOR_AGENT, &[Capability::Ventilation]),
			institution("Hospital", "CN-WH", HOSPITAL_AGENT, &[Capability::Ventilation]),
			institution("Clinic", "CN-HB", CLINIC_AGENT, &[]),
		]),
		classes: Vec::from([
			class("Masks", None),
			class("Ventilators", Some(Capability::Ventilation)),
		]),
	};
	genesis.assimilate_storage(&mut storage).expect("the registry has a genesis");
	let mut stage = sp_io::TestExternalities::new(storage);
	stage.execute_with(|| {
		System::set_block_number(1);
		turn_to(NOW);
	});
	stage
}

/// Runs `test` on the [`stage`]; then checks every invariant.
pub fn play(test: impl FnOnce()) {
	sp_io::TestExternalities::default().execute_with(AllPalletsWithSystem::integrity_test);
	stage().execute_with(|| {
		test();
		check_all();
	});
}

/// Checks the invariants of every pallet, and that every plan names its newest record.
pub fn check_all() {
	assert_ok!(Registry::do_try_state());
	assert_ok!(Circulation::do_try_state());
	assert_ok!(Ruling::do_try_state());
	assert_ok!(Reallocation::do_try_state());
	for subject in MockTrail::subjects() {
		if !matches!(subject, Subject::Plan(_)) {
			continue;
		}
		let newest = MockTrail::newest(&subject).expect("it has a record");
		let known = Reallocation::newest_record(&subject);
		if known.is_some() || !MockTrail::is_pruned(newest) {
			assert_eq!(known, Some(newest), "newest of {subject:?}");
		}
	}
}

pub fn turn_to(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn by(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The origin that decides plans.
pub fn assembly() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// Who acts for an institution.
pub fn agent_of(institution: InstitutionId) -> u64 {
	DONOR_AGENT + u64::from(institution.0)
}

pub fn day(year: u16, month: u8, day: u8) -> Option<Expiry> {
	Some(Expiry::Day(CalendarDate { year, month, day }))
}

/// Registers a lot with an institution.
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

/// What an institution has of its own of a lot.
pub fn own(lot: LotId, institution: InstitutionId) -> Holding {
	let mut stock = <Registry as Stock<u64>>::open(lot).expect("a lot");
	stock.holding(Custody::own(institution))
}

/// From now on, something holds a lot wherever it is, or nothing does.
pub fn hold(lot: LotId, held: bool) {
	change(lot, |stock| {
		stock.set_held(held);
		Ok(())
	});
}

/// From now on, something holds all that an institution has of its own of a lot, or nothing does.
pub fn hold_at(lot: LotId, institution: InstitutionId, held: bool) {
	change(lot, |stock| stock.set_holding_held(Custody::own(institution), held));
}

/// Changes the stock of a lot as whoever keeps holds does.
fn change(lot: LotId, change: impl FnOnce(&mut LotOf) -> DispatchResult) {
	let mut stock = <Registry as Stock<u64>>::open(lot).expect("a lot");
	assert_ok!(change(&mut stock));
	let mut step = Step::new(Act::by(Actor::Chain), Action::HoldPlaced, &());
	assert_ok!(LotStock::<u64>::close(stock, &mut step));
}

type LotOf = <Registry as Stock<u64>>::Lot;

/// Uses some of a lot on each of some days, the last of which is over then.
pub fn use_daily(institution: InstitutionId, lot: LotId, quantity: Quantity, days: u64) {
	for _ in 0..days {
		assert_ok!(Registry::consume(by(agent_of(institution)), lot, quantity, None));
		turn_to(MockTrail::now() + DAY);
	}
}

/// The donor gives to the hospital.
pub fn gives(goods: Goods, quantity: Quantity) -> LineOrder {
	LineOrder { giver: DONOR, goods, receiver: HOSPITAL, serves: None, quantity }
}

pub fn orders(lines: &[LineOrder]) -> LineOrders {
	lines.to_vec().try_into().expect("few lines")
}

/// Decides a plan from now on; answers with it.
pub fn decide(lines: &[LineOrder]) -> PlanId {
	let id = NextPlanId::<Test>::get();
	let (dispatch_by, receive_by) = (MockTrail::now() + 5 * DAY, MockTrail::now() + 10 * DAY);
	assert_ok!(Reallocation::decide_plan(assembly(), orders(lines), dispatch_by, receive_by));
	id
}

/// Decides a plan of one line; answers with its transfer.
pub fn decided(line: LineOrder) -> (PlanId, TransferId) {
	let plan = decide(&[line]);
	(plan, made(plan, 0))
}

/// The transfer of a line.
pub fn made(plan: PlanId, line: u32) -> TransferId {
	match outcome(plan, line) {
		Outcome::Made { transfer, .. } => transfer,
		other => panic!("{other:?}"),
	}
}

/// What became of a line.
pub fn outcome(plan: PlanId, line: u32) -> Outcome {
	Outcomes::<Test>::get(plan, line).expect("it is carried out")
}

/// A line that was made, wholly and without any rule yielding.
pub fn whole(transfer: u64, quantity: Quantity) -> Outcome {
	let transfer = TransferId(transfer);
	Outcome::Made { transfer, quantity, short: None, yielded: Default::default() }
}

/// A line that was refused with an error.
pub fn refused(error: impl Into<sp_runtime::DispatchError>) -> Outcome {
	Outcome::Refused { error: error.into(), unmet: None }
}

/// Hands a block's rest to the pallet; answers with what it used.
pub fn idle(room: Weight) -> Weight {
	<Reallocation as Hooks<u64>>::on_idle(1, room)
}

pub fn carry_out(plan: PlanId, most: u32) -> DispatchResult {
	Reallocation::carry_out(by(NOBODY), plan, most).map(drop).map_err(|refusal| refusal.error)
}

pub fn dispatch(who: u64, transfer: TransferId) -> DispatchResult {
	let event = EventClaim { at: MockTrail::now(), utc_offset: 480 };
	Circulation::dispatch(by(who), transfer, None, None, None, None, event)
		.map(drop)
		.map_err(|refusal| refusal.error)
}

/// Everything that a transfer of one lot carries arrives in order.
pub fn receive(who: u64, transfer: TransferId) -> DispatchResult {
	let accepted = Circulation::transfer(transfer).expect("a transfer").legs[0].quantity;
	let found = pallet_circulation::LegReceipt { accepted, ..Default::default() };
	let legs = Vec::from([found]).try_into().expect("one leg");
	let event = EventClaim { at: MockTrail::now(), utc_offset: 480 };
	Circulation::receive(by(who), transfer, legs, None, None, event)
}

pub fn withdraw(who: u64, transfer: TransferId) -> DispatchResult {
	Circulation::withdraw(by(who), transfer).map(drop).map_err(|refusal| refusal.error)
}

pub fn release(transfer: TransferId) -> DispatchResult {
	Circulation::release(by(NOBODY), transfer).map(drop).map_err(|refusal| refusal.error)
}

/// Writes a rule of one condition for a class.
pub fn write_rule(origin: RuntimeOrigin, class: ClassId, condition: Condition) -> RuleId {
	let id = NextRuleId::<Test>::get();
	let clause = Clause { condition, negated: false };
	let alternative = Alternative::truncate_from(Vec::from([clause]));
	let wording = Wording::truncate_from(Vec::from([alternative]));
	assert_ok!(Ruling::write_rule(origin, Some(class), wording, H256::zero()));
	id
}

/// Archives the next lines of a plan with the digest that is asked for.
pub fn archive(plan: PlanId) -> DispatchResult {
	let digest = Reallocation::archive_digest(plan).unwrap_or_default();
	Reallocation::archive_plan(by(NOBODY), plan, digest).map(drop).map_err(|refusal| refusal.error)
}

/// What the pallet told since it was last asked.
pub fn events() -> Vec<Event<Test>> {
	let ours = System::events().into_iter().filter_map(|record| match record.event {
		RuntimeEvent::Reallocation(event) => Some(event),
		_ => None,
	});
	let events = ours.collect();
	System::reset_events();
	events
}

/// The records of a plan: who did what.
pub fn records(plan: PlanId) -> Vec<(Actor<u64>, Action)> {
	let records = MockTrail::records_of(&Subject::Plan(plan));
	records.into_iter().map(|record: MockRecord| (record.actor, record.action)).collect()
}
