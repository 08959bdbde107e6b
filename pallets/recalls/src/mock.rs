//! A runtime with the registry and circulation, whose goods are held, and the trail of every mock.

use crate as pallet_recalls;
use crate::*;
use alloc::vec::Vec;
use frame_support::{
	assert_noop, assert_ok, derive_impl,
	pallet_prelude::ValueQuery,
	parameter_types, storage_alias,
	traits::{ConstU16, ConstU32, ConstU64, Contains, Hooks, IntegrityTest},
	weights::Weight,
};
use pallet_circulation::{Condition, Leg, LegReceipt, NextTransferId, ProposalOf};
use pallet_registry::{
	Admission, AgentSeed, Class, ClassKind, Commissioning, InstitutionSeed, Licence, LotIdentity,
	NextLotId, Region, RegionSeed, RepackInput, RepackOutput,
};
use salus_primitives::{
	measure::SensorSummary,
	mock::{MockRecord, MockTrail},
	time::DAY,
	Act, Action, Actor, Arrival, Authority, BaseUnit, Capability, CaseId, ClassId, Custody,
	EventClaim, HoldId, HoldKind, Holding, HoldingKey, InstitutionId, InstitutionKind, LotId,
	LotStock, Moment, Purpose, Quantity, RecallId, RegionCode, Role, Source, Step, Stock, Subject,
	TemperatureRange, Terms, Text, Trail, TransferId,
};
use sp_core::H256;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};

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
	pub type Recalls = pallet_recalls;
}

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type BaseCallFilter = World;
}

/// Whether the chain is in the safe mode.
#[storage_alias]
type InSafeMode = StorageValue<World, bool, ValueQuery>;

/// What there is besides the pallets.
pub struct World;

impl Contains<RuntimeCall> for World {
	fn contains(call: &RuntimeCall) -> bool {
		!InSafeMode::get() || !matches!(call, RuntimeCall::Recalls(_))
	}
}

pub fn set_safe_mode(on: bool) {
	InSafeMode::put(on);
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

parameter_types! {
	pub const Root: Actor<u64> = Actor::Authority(Authority::Root);
	pub const Council: Actor<u64> = Actor::Authority(Authority::Council);
}

/// An hour, in milliseconds.
pub const HOUR: Moment = DAY / 24;
/// How old the newest hold is when holds are cleared.
pub const CLEAR_AFTER: Moment = 365 * DAY;
/// How long an institution has to answer a recall at least, and at most.
pub const MIN_ANSWER: Moment = HOUR;
pub const MAX_ANSWER: Moment = 90 * DAY;
/// How long an issuer rests for each lot and each institution of a recall that was closed.
pub const REST: Moment = 15_000;
/// How far ahead a count is demanded at most.
pub const MAX_DEMAND: Moment = 90 * DAY;
/// How long an institution is suspended when others dispose of its goods.
pub const ESTATE_AFTER: Moment = 30 * DAY;

impl pallet_registry::Config for Test {
	type AccreditationOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type FinalOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type EstateOrigin = frame_system::EnsureRootWithSuccess<u64, Root>;
	type Trail = MockTrail;
	type Haste = ();
	type Holds = Recalls;
	type OnInstitution = ();
	type MaxSuspended = ConstU32<8>;
	type MaxLicences = ConstU32<8>;
	type MaxAgents = ConstU32<8>;
	type MaxSites = ConstU16<64>;
	type MaxRepack = ConstU32<4>;
	type MaxLotQuantity = ConstU64<{ Quantity::MAX }>;
	type ClaimPeriod = ConstU64<{ 30 * DAY }>;
	type EstateAfter = ConstU64<ESTATE_AFTER>;
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
	type Rules = ();
	type Needs = ();
	type OnTransfer = ();
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

impl Config for Test {
	type GovernanceOrigin = frame_system::EnsureRootWithSuccess<u64, Council>;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Stock = Registry;
	type Lots = Registry;
	type Subjects = (Registry, Circulation);
	type Trail = MockTrail;
	type MinAnswer = ConstU64<MIN_ANSWER>;
	type MaxAnswer = ConstU64<MAX_ANSWER>;
	type Rest = ConstU64<REST>;
	type MaxDemand = ConstU64<MAX_DEMAND>;
	type ClearAfter = ConstU64<CLEAR_AFTER>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

/// Noon of 23 January 2020.
pub const NOW: Moment = 1_579_780_800_000;

/// In Shanghai; licensed for the cold chain.
pub const MAKER: InstitutionId = InstitutionId(0);
/// In Wuhan, which is a part of Hubei; licensed for the cold chain.
pub const HOSPITAL: InstitutionId = InstitutionId(1);
/// In Hubei; without licences.
pub const CLINIC: InstitutionId = InstitutionId(2);
/// The health commission of the whole country.
pub const NATION: InstitutionId = InstitutionId(3);
/// The health commission of Hubei.
pub const PROVINCE: InstitutionId = InstitutionId(4);
/// The health commission of Wuhan.
pub const CITY: InstitutionId = InstitutionId(5);
/// The health commission of Shanghai.
pub const SHANGHAI: InstitutionId = InstitutionId(6);
/// There is no such institution.
pub const NOWHERE: InstitutionId = InstitutionId(99);

/// Agents in the roles of stock, admin, dispatch and receive.
pub const MAKER_AGENT: u64 = 10;
pub const HOSPITAL_AGENT: u64 = 11;
pub const CLINIC_AGENT: u64 = 12;
pub const NATION_AGENT: u64 = 13;
pub const PROVINCE_AGENT: u64 = 14;
pub const CITY_AGENT: u64 = 15;
pub const SHANGHAI_AGENT: u64 = 16;
/// An agent of the hospital in the role of admin alone.
pub const HOSPITAL_ADMIN: u64 = 21;
/// An agent of the commission of Wuhan in the role of stock alone.
pub const CITY_KEEPER: u64 = 25;
/// Nobody's agent.
pub const NOBODY: u64 = 99;

pub const MASKS: ClassId = ClassId(0);
/// To be kept at 2 to 8 degrees.
pub const VACCINES: ClassId = ClassId(1);

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
	kind: InstitutionKind,
	region: &str,
	agents: &[(u64, &[Role])],
	licences: &[Capability],
) -> InstitutionSeed<u64> {
	let licence = |capability: &Capability| Licence {
		capability: *capability,
		expires: Moment::MAX,
		claim: None,
	};
	let agent =
		|(account, roles): &(u64, &[Role])| AgentSeed { account: *account, roles: roles.to_vec() };
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
		agents: agents.iter().map(agent).collect(),
		sites: Vec::new(),
	}
}

fn class(name: &str, temperature: Option<TemperatureRange>) -> Class {
	Class {
		name: text(name),
		kind: ClassKind::Consumable,
		gtin: None,
		unit: BaseUnit::Piece,
		units_per_pack: 1,
		requirements: Default::default(),
		temperature,
		capability: None,
		carrier_capability: None,
		clinical_code: None,
	}
}

/// A maker in Shanghai, a hospital in Wuhan, a clinic in Hubei, and the commissions of all regions. Nobody
/// has anything.
pub fn stage() -> sp_io::TestExternalities {
	use InstitutionKind::{HealthCommission, Hospital, Supplier};
	let mut storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system has a genesis");
	let all: &[Role] = &[Role::Admin, Role::Stock, Role::Dispatch, Role::Receive];
	let cold = [Capability::ColdChain];
	let genesis = pallet_registry::GenesisConfig::<Test> {
		regions: Vec::from([
			region("CN", None),
			region("CN-SH", Some("CN")),
			region("CN-HB", Some("CN")),
			region("CN-WH", Some("CN-HB")),
		]),
		institutions: Vec::from([
			institution("Maker", Supplier, "CN-SH", &[(MAKER_AGENT, all)], &cold),
			institution(
				"Hospital",
				Hospital,
				"CN-WH",
				&[(HOSPITAL_AGENT, all), (HOSPITAL_ADMIN, &[Role::Admin])],
				&cold,
			),
			institution("Clinic", Hospital, "CN-HB", &[(CLINIC_AGENT, all)], &[]),
			institution("Nation", HealthCommission, "CN", &[(NATION_AGENT, all)], &[]),
			institution("Province", HealthCommission, "CN-HB", &[(PROVINCE_AGENT, all)], &[]),
			institution(
				"City",
				HealthCommission,
				"CN-WH",
				&[(CITY_AGENT, all), (CITY_KEEPER, &[Role::Stock])],
				&[],
			),
			institution("Shanghai", HealthCommission, "CN-SH", &[(SHANGHAI_AGENT, all)], &[]),
		]),
		classes: Vec::from([
			class("Masks", None),
			class("Vaccines", Some(TemperatureRange { min: 20, max: 80 })),
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

/// Checks the invariants of every pallet.
pub fn check_all() {
	assert_ok!(Registry::do_try_state());
	assert_ok!(Circulation::do_try_state());
	assert_ok!(Recalls::do_try_state());
}

pub fn turn_to(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

/// Lets time pass.
pub fn pass(time: Moment) {
	turn_to(MockTrail::now() + time);
}

pub fn by(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn governance() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// Who acts for an institution.
pub fn agent_of(institution: InstitutionId) -> u64 {
	MAKER_AGENT + u64::from(institution.0)
}

fn event() -> EventClaim {
	EventClaim { at: MockTrail::now(), utc_offset: 480 }
}

/// What a lot of a class says of itself.
pub fn identity(class: ClassId) -> LotIdentity {
	LotIdentity {
		class,
		batch: None,
		serial: None,
		made: None,
		expiry: None,
		window: None,
		donor: None,
		earmark: None,
		commissioning: Commissioning::Observed,
		document: None,
	}
}

/// Registers a lot with an institution.
pub fn stock(institution: InstitutionId, class: ClassId, quantity: Quantity) -> LotId {
	let id = NextLotId::<Test>::get();
	let origin = by(agent_of(institution));
	assert_ok!(Registry::register_lot(origin, identity(class), quantity, None, None));
	id
}

/// Opens a lot, and leaves it as it is.
pub fn opened(lot: LotId) -> pallet_registry::LotBook<Test> {
	<Registry as Stock<u64>>::open(lot).expect("a lot")
}

/// What is in a holding.
pub fn holding(key: HoldingKey) -> Holding {
	opened(key.lot).holding(key.custody())
}

/// An institution's own holding of a lot.
pub fn own_key(lot: LotId, institution: InstitutionId) -> HoldingKey {
	Custody::own(institution).of(lot)
}

/// What an institution has of its own of a lot.
pub fn own(lot: LotId, institution: InstitutionId) -> Holding {
	holding(own_key(lot, institution))
}

/// The place that an institution's own holding of a lot is.
pub fn at(lot: LotId, institution: InstitutionId) -> HoldPlace {
	HoldPlace::Holding(own_key(lot, institution))
}

/// Does something with the stock of a lot, as another pallet would.
pub fn move_stock(
	lot: LotId,
	action: Action,
	change: impl FnOnce(&mut pallet_registry::LotBook<Test>) -> DispatchResult,
) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		let mut stock = opened(lot);
		change(&mut stock)?;
		let mut step = Step::new(Act::by(Actor::Chain), action, &());
		LotStock::close(stock, &mut step)
	})
}

pub fn reason(words: &str) -> Reason {
	text(words)
}

/// Places a hold.
pub fn place(
	origin: RuntimeOrigin,
	place: HoldPlace,
	extent: Extent,
	kind: HoldKind,
) -> DispatchResult {
	Recalls::place_hold(origin, place, extent, kind, reason("as seen"), None, None)
}

/// Places a hold that must be a new one; answers with it.
pub fn placed(origin: RuntimeOrigin, on: HoldPlace, extent: Extent, kind: HoldKind) -> HoldId {
	let id = NextHoldId::<Test>::get();
	assert_ok!(place(origin, on, extent, kind));
	assert_eq!(NextHoldId::<Test>::get(), HoldId(id.0 + 1));
	id
}

/// A custodian sets units of its own aside; answers with the hold.
pub fn set_aside(
	lot: LotId,
	institution: InstitutionId,
	units: Quantity,
	kind: HoldKind,
) -> HoldId {
	placed(by(agent_of(institution)), at(lot, institution), Extent::Units(units), kind)
}

/// Lifts a hold, or units of one.
pub fn lift(
	origin: RuntimeOrigin,
	place: HoldPlace,
	hold: HoldId,
	units: Option<Quantity>,
) -> DispatchResult {
	Recalls::lift_hold(origin, place, hold, units, reason("all is well"), None, None)
}

/// A lifting must be refused, and change nothing.
#[track_caller]
pub fn lift_refused(
	origin: RuntimeOrigin,
	place: HoldPlace,
	hold: HoldId,
	error: impl Into<DispatchError>,
) {
	let error: DispatchError = error.into();
	assert_noop!(
		Recalls::lift_hold(origin, place, hold, None, reason("all is well"), None, None),
		error
	);
}

/// The holds on a place: kind, extent and placer of each.
pub fn holds(place: HoldPlace) -> Vec<(HoldKind, Extent, HoldBy)> {
	HoldsOn::<Test>::get(place).iter().map(|hold| (hold.kind, hold.extent, hold.by)).collect()
}

/// The newest hold on a place.
pub fn newest_on(place: HoldPlace) -> HoldId {
	HoldsOn::<Test>::get(place).last().expect("something holds it").id
}

/// Units of a kind that the chain holds.
pub fn by_chain(kind: HoldKind, units: Quantity) -> (HoldKind, Extent, HoldBy) {
	(kind, Extent::Units(units), HoldBy::Chain)
}

/// Whether a lot is held as such.
pub fn is_lot_held(lot: LotId) -> bool {
	use salus_primitives::Lots;
	<Registry as Lots>::summary(lot).expect("a lot").held
}

/// What one institution is to send to another of one lot.
pub fn proposal(
	to: InstitutionId,
	terms: Terms,
	lot: LotId,
	quantity: Quantity,
) -> ProposalOf<Test> {
	ProposalOf::<Test> {
		to,
		from_site: None,
		to_site: None,
		terms,
		legs: Vec::from([Leg { lot, quantity, pack: None }]).try_into().expect("one leg"),
		dispatch_by: MockTrail::now() + 5 * DAY,
		receive_by: MockTrail::now() + 10 * DAY,
		serves: None,
	}
}

pub fn propose(
	from: InstitutionId,
	to: InstitutionId,
	terms: Terms,
	(lot, quantity): (LotId, Quantity),
) -> DispatchResult {
	let proposal = proposal(to, terms, lot, quantity);
	Circulation::propose(by(agent_of(from)), proposal).map(drop).map_err(|refusal| refusal.error)
}

pub fn accept(who: InstitutionId, transfer: TransferId) -> DispatchResult {
	Circulation::accept(by(agent_of(who)), transfer).map(drop).map_err(|refusal| refusal.error)
}

/// A transfer that is accepted, and whose goods are reserved.
pub fn agreed(
	from: InstitutionId,
	to: InstitutionId,
	terms: Terms,
	goods: (LotId, Quantity),
) -> TransferId {
	let id = NextTransferId::<Test>::get();
	assert_ok!(propose(from, to, terms, goods));
	assert_ok!(accept(to, id));
	id
}

/// What a sensor measured a moment ago, in tenths of a degree.
pub fn measured(min: i16, max: i16) -> Option<SensorSummary> {
	let (from, to) = (MockTrail::now(), MockTrail::now());
	let digest = H256::repeat_byte(7);
	Some(SensorSummary { min, max, mean: min, device: text("T-1"), from, to, digest })
}

pub fn dispatch(
	who: InstitutionId,
	transfer: TransferId,
	sensor: Option<SensorSummary>,
) -> DispatchResult {
	Circulation::dispatch(by(agent_of(who)), transfer, None, None, None, sensor, event())
		.map(drop)
		.map_err(|refusal| refusal.error)
}

/// A transfer whose goods are on the road.
pub fn sent(
	from: InstitutionId,
	to: InstitutionId,
	terms: Terms,
	goods: (LotId, Quantity),
) -> TransferId {
	let id = agreed(from, to, terms, goods);
	assert_ok!(dispatch(from, id, None));
	id
}

/// Receives the only leg of a transfer.
pub fn receive_as(
	who: InstitutionId,
	transfer: TransferId,
	found: LegReceipt,
	sensor: Option<SensorSummary>,
) -> DispatchResult {
	let legs = Vec::from([found]).try_into().expect("one leg");
	Circulation::receive(by(agent_of(who)), transfer, legs, sensor, None, event())
}

/// So many units arrived as they should be.
pub fn found(accepted: Quantity) -> LegReceipt {
	LegReceipt { accepted, ..Default::default() }
}

/// So many units arrived damaged.
pub fn damaged(accepted: Quantity) -> LegReceipt {
	LegReceipt { condition: Condition::Damaged, ..found(accepted) }
}

pub fn receive(who: InstitutionId, transfer: TransferId, accepted: Quantity) -> DispatchResult {
	receive_as(who, transfer, found(accepted), None)
}

/// A transfer whose goods have arrived.
pub fn delivered(
	from: InstitutionId,
	to: InstitutionId,
	terms: Terms,
	goods: (LotId, Quantity),
) -> TransferId {
	let id = sent(from, to, terms, goods);
	assert_ok!(receive(to, id, goods.1));
	id
}

/// Registers a lot with whoever made it.
pub fn made(institution: InstitutionId, class: ClassId, quantity: Quantity) -> LotId {
	let id = NextLotId::<Test>::get();
	let identity = LotIdentity { commissioning: Commissioning::Commissioned, ..identity(class) };
	let origin = by(agent_of(institution));
	assert_ok!(Registry::register_lot(origin, identity, quantity, None, None));
	id
}

/// Repacks so many units of each lot into one new lot, which is observed; answers with it.
pub fn repacked(who: InstitutionId, lots: &[(LotId, Quantity)]) -> LotId {
	let id = NextLotId::<Test>::get();
	assert_ok!(repack(who, lots));
	id
}

pub fn repack(who: InstitutionId, lots: &[(LotId, Quantity)]) -> DispatchResult {
	let class = Registry::lot(lots[0].0).expect("a lot").lot.identity.class;
	let quantity = lots.iter().map(|(_, quantity)| quantity).sum();
	let input =
		|(lot, quantity): &(LotId, Quantity)| RepackInput { lot: *lot, quantity: *quantity };
	let inputs: Vec<_> = lots.iter().map(input).collect();
	let outputs =
		Vec::from([RepackOutput { identity: identity(class), quantity, class_change: None }]);
	let inputs = inputs.try_into().expect("a few inputs");
	let outputs = outputs.try_into().expect("one output");
	Registry::repack(by(agent_of(who)), inputs, outputs, None)
}

/// One unit of a lot goes to each of so many institutions, which nobody has admitted.
pub fn scatter(lot: LotId, from: InstitutionId, count: u32) {
	let own_custody = Custody::own(from);
	let numbers: Vec<u32> = (1_000..1_000 + count).collect();
	// An open lot looks for each of its holdings among all of them.
	for some in numbers.chunks(500) {
		assert_ok!(move_stock(lot, Action::TransferReceived, |stock| {
			for number in some {
				let to = Custody::own(InstitutionId(*number));
				stock.reserve(own_custody, Source::Available, 1)?;
				stock.send(own_custody, 1, Purpose::Send)?;
				stock.deliver(own_custody, to, 1, Arrival::Usable, None)?;
			}
			Ok(())
		}));
	}
}

/// A lot of which as many recalls are in force as may be, and the four that it was made of; each of these is
/// named by one of them.
pub fn crowded() -> (LotId, [LotId; 4]) {
	let parents = [(); 4].map(|()| made(MAKER, MASKS, 100));
	for lot in parents {
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
	}
	let lot = repacked(HOSPITAL, &parents.map(|lot| (lot, 10)));
	for parent in parents {
		spread(by(MAKER_AGENT), &[parent]);
	}
	assert_eq!(RecallsOn::<Test>::get(lot).len() as u32, MAX_RECALLS);
	(lot, parents)
}

/// The digest of every notice.
pub const NOTICE: H256 = H256::repeat_byte(0x4e);

/// Recalls lots: all that is found is to be sent back, within two days.
pub fn issue(origin: RuntimeOrigin, lots: &[LotId]) -> DispatchResult {
	let lots = lots.to_vec().try_into().expect("no more lots than a recall names");
	let (severity, action) = (RecallSeverity::II, RecallAction::Return);
	Recalls::issue_recall(origin, lots, severity, action, NOTICE, 2 * DAY)
}

/// A recall of lots, which has reached those that it names.
pub fn issued(origin: RuntimeOrigin, lots: &[LotId]) -> RecallId {
	let id = NextRecallId::<Test>::get();
	assert_ok!(issue(origin, lots));
	assert_eq!(NextRecallId::<Test>::get(), RecallId(id.0 + 1));
	id
}

/// A recall of lots, which has reached everything.
pub fn spread(origin: RuntimeOrigin, lots: &[LotId]) -> RecallId {
	let id = issued(origin, lots);
	carry_through(id);
	id
}

/// A step of a recall, of as many units.
pub fn advance(recall: RecallId, most: u32) -> DispatchResult {
	Recalls::advance_recall(by(NOBODY), recall, most).map(drop).map_err(|refusal| refusal.error)
}

/// Does all that is to be done of a recall.
pub fn carry_through(recall: RecallId) {
	while known(recall).state.is_unfinished() {
		assert_ok!(advance(recall, MAX_STEP));
	}
}

/// An institution answers a recall.
pub fn answer(
	who: InstitutionId,
	recall: RecallId,
	found: Quantity,
	done: Quantity,
) -> DispatchResult {
	Recalls::acknowledge_recall(by(agent_of(who)), recall, found, done, None, None)
}

/// Closes a recall.
pub fn close(origin: RuntimeOrigin, recall: RecallId) -> DispatchResult {
	Recalls::close_recall(origin, recall, reason("all is accounted for"))
}

/// A recall, as it is stored.
pub fn known(recall: RecallId) -> Recall {
	RecallsIssued::<Test>::get(recall).expect("there is such a recall")
}

/// Whom a recall asks, and whether an answer is waited for, in the order of their identifiers.
pub fn asked(recall: RecallId) -> Vec<(InstitutionId, bool)> {
	let duties = Duties::<Test>::iter_prefix(recall);
	let mut asked: Vec<_> = duties.map(|(who, duty)| (who, duty.is_open)).collect();
	asked.sort();
	asked
}

/// The lots that a recall holds, in the order of their identifiers.
pub fn lots_of(recall: RecallId) -> Vec<LotId> {
	lots_by(recall, |reach| reach != Reach::Waiting)
}

/// The lots that a recall waits for, in the order of their identifiers.
pub fn awaited_by(recall: RecallId) -> Vec<LotId> {
	lots_by(recall, |reach| reach == Reach::Waiting)
}

fn lots_by(recall: RecallId, is_so: impl Fn(Reach) -> bool) -> Vec<LotId> {
	let lots = RecalledLots::<Test>::iter_prefix(recall).filter(|(_, reach)| is_so(*reach));
	let mut lots: Vec<_> = lots.map(|(lot, _)| lot).collect();
	lots.sort();
	lots
}

/// The lots that the walk of a recall is not through with, and how far it is, the oldest first.
pub fn walk_of(recall: RecallId) -> Vec<(LotId, Stage)> {
	let places = 0..known(recall).walk;
	places.map(|place| Walk::<Test>::get(recall, place).expect("it is there")).collect()
}

/// Hands a block's rest to the pallet; answers with what it used.
pub fn idle(room: u64) -> u64 {
	<Recalls as Hooks<u64>>::on_idle(1, Weight::from_parts(room, 0)).ref_time()
}

/// Opens a case over an institution, about itself.
pub fn open_over(origin: RuntimeOrigin, party: InstitutionId) -> DispatchResult {
	Recalls::open_case(origin, Subject::Institution(party), party, reason("too few"), None)
}

/// A case over an institution, about itself.
pub fn case_over(origin: RuntimeOrigin, party: InstitutionId) -> CaseId {
	let id = NextCaseId::<Test>::get();
	assert_ok!(open_over(origin, party));
	assert_eq!(NextCaseId::<Test>::get(), CaseId(id.0 + 1));
	id
}

/// Demands the count of what the party of a case has of its own of a lot, within three days.
pub fn demand(origin: RuntimeOrigin, case: CaseId, lot: LotId) -> DispatchResult {
	Recalls::demand_count(origin, case, lot, MockTrail::now() + 3 * DAY)
}

/// Closes a case.
pub fn close_case(origin: RuntimeOrigin, case: CaseId) -> DispatchResult {
	Recalls::end_case(origin, case, CaseEnd::Closed, reason("settled"))
}

/// A case, as it is stored.
pub fn known_case(case: CaseId) -> Case {
	Cases::<Test>::get(case).expect("there is such a case")
}

/// What was done in a case, in order, and for which institution.
pub fn deeds_in(case: CaseId) -> Vec<(Action, Option<InstitutionId>)> {
	let records = MockTrail::records_of(&Subject::Case(case));
	records.into_iter().map(|record| (record.action, record.institution)).collect()
}

/// What the pallet told since it was last asked.
pub fn events() -> Vec<Event<Test>> {
	let ours = System::events().into_iter().filter_map(|record| match record.event {
		RuntimeEvent::Recalls(event) => Some(event),
		_ => None,
	});
	let events = ours.collect();
	System::reset_events();
	events
}

/// The newest record of a lot.
pub fn newest_record(lot: LotId) -> MockRecord {
	MockTrail::records_of(&Subject::Lot(lot)).pop().expect("the lot has a record")
}
