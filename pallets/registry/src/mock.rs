//! A runtime of this pallet alone, with a trail that tests can read and holds that tests can put.

use crate as pallet_registry;
use crate::{
	Admission, AgentSeed, Call, Class, ClassKind, Commissioning, Error, Event, GenesisConfig,
	HoldingsByCustodian, InstitutionSeed, Institutions, Licence, LotIdentity, NextClassId,
	NextInstitutionId, NextLotId, Place, Region, RegionSeed, Requirement, ShelfKey, SiteKind,
	Window,
};
use alloc::collections::BTreeSet;
use codec::{Decode, Encode};
use frame_support::{
	assert_noop, derive_impl, ensure,
	pallet_prelude::{ConstU32, DispatchError, DispatchResult, ValueQuery},
	parameter_types, storage_alias,
	traits::{ConstU16, ConstU64, EnsureOrigin, IntegrityTest, UnfilteredDispatchable},
	Identity,
};
use frame_system::{EnsureRootWithSuccess, RawOrigin};
use salus_primitives::{
	mock::{MockRecord, MockTrail},
	Act, Action, Actor, Arrival, Authority, BaseUnit, Batch, Belt, CalendarDate, Capability,
	ClassId, Custody, Effect, Expiry, Haste, HoldChange, HoldKind, Holding, HoldingKey, Holds,
	InstitutionId, InstitutionKind, LotId, LotStock, Lots, Matter, Moment, OnInstitution, Purpose,
	Quantity, RegionCode, Role, Roles, Seat, ShelfPlace, SiteNumber, Source, Standing, Step, Stock,
	Subject, Subjects, TemperatureRange, Text, Trail,
};
use sp_core::H256;
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
	pub type Registry = pallet_registry;
}

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

impl pallet_registry::Config for Test {
	type AccreditationOrigin = Accreditation;
	type FinalOrigin = EnsureRootWithSuccess<u64, Root>;
	type EstateOrigin = Accreditation;
	type Trail = MockTrail;
	type Holds = MockHolds;
	type Haste = MockHaste;
	type OnInstitution = MockNeighbour;
	type MaxSuspended = ConstU32<2>;
	type MaxLicences = ConstU32<2>;
	type MaxAgents = ConstU32<4>;
	type MaxSites = ConstU16<8>;
	type MaxRepack = ConstU32<3>;
	type MaxLotQuantity = MaxLotQuantity;
	type ClaimPeriod = ConstU64<CLAIM_PERIOD>;
	type EstateAfter = ConstU64<ESTATE_AFTER>;
	type ArchiveAfter = ConstU64<ARCHIVE_AFTER>;
	type MaxWindow = ConstU64<MAX_WINDOW>;
	type MaxWindowAhead = ConstU64<MAX_WINDOW_AHEAD>;
	type LapseAfter = ConstU64<LAPSE_AFTER>;
	type WeightInfo = ();
}

/// How long a claim waits.
pub const CLAIM_PERIOD: Moment = 1_000;
/// How long an institution is suspended when others dispose of its goods.
pub const ESTATE_AFTER: Moment = 2_000;
/// How long an exhausted lot rests before it is archived.
pub const ARCHIVE_AFTER: Moment = 3_000;
/// The longest window.
pub const MAX_WINDOW: Moment = 2_000;
/// How long before it begins a window is registered.
pub const MAX_WINDOW_AHEAD: Moment = 1_000;
/// How long a window is over when the rest lapses.
pub const LAPSE_AFTER: Moment = 50;

parameter_types! {
	/// Tests of the ends of figures raise it.
	pub storage MaxLotQuantity: Quantity = 1_000_000_000_000;
}

parameter_types! {
	/// Root, as an actor.
	pub const Root: Actor<u64> = Actor::Authority(Authority::Root);
}

/// Root, and the account of the commission.
pub struct Accreditation;

impl EnsureOrigin<RuntimeOrigin> for Accreditation {
	type Success = Actor<u64>;

	fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Root) => Ok(Actor::Authority(Authority::Root)),
			Ok(RawOrigin::Signed(COMMISSION)) => Ok(Actor::Account(COMMISSION)),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

/// What another pallet is told of institutions.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub enum News {
	/// It was admitted or reinstated.
	Active(InstitutionId),
	Suspended(InstitutionId),
	WoundUp(InstitutionId),
	Became(InstitutionId, InstitutionKind),
	Left(InstitutionId, u64),
	Replaced(InstitutionId, Actor<u64>),
}

#[storage_alias]
type AllNews = StorageValue<MockNeighbour, Vec<News>, ValueQuery>;
#[storage_alias]
type RefusingAgents = StorageValue<MockNeighbour, bool, ValueQuery>;

/// Another pallet, which remembers what it was told.
pub struct MockNeighbour;

impl MockNeighbour {
	/// What naming agents is refused with.
	pub const TOO_MANY: DispatchError = DispatchError::Other("too many");

	/// What it was told since it was last asked.
	pub fn news() -> Vec<News> {
		AllNews::take()
	}

	/// From now on it refuses that others name agents.
	pub fn refuse_agents() {
		RefusingAgents::put(true);
	}
}

impl OnInstitution<u64> for MockNeighbour {
	fn standing_changed(institution: InstitutionId, standing: Standing) {
		AllNews::append(match standing {
			Standing::Active => News::Active(institution),
			Standing::Suspended => News::Suspended(institution),
			Standing::WoundUp => News::WoundUp(institution),
		});
	}

	fn kind_changed(institution: InstitutionId, kind: InstitutionKind) {
		AllNews::append(News::Became(institution, kind));
	}

	fn agent_left(institution: InstitutionId, who: &u64) {
		AllNews::append(News::Left(institution, *who));
	}

	fn agents_replaced(institution: InstitutionId, by: &Actor<u64>) -> DispatchResult {
		ensure!(!RefusingAgents::get(), Self::TOO_MANY);
		AllNews::append(News::Replaced(institution, by.clone()));
		Ok(())
	}
}

/// What was told of acts that may be hasty.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub enum Hasty {
	Acted(Actor<u64>, Matter, Effect),
	Closed(Matter),
}

#[storage_alias]
type AllHasty = StorageValue<MockHaste, Vec<Hasty>, ValueQuery>;
#[storage_alias]
type Refusing = StorageValue<MockHaste, bool, ValueQuery>;
#[storage_alias]
type Pending = StorageMap<MockHaste, Identity, Matter, Effect>;

/// Remembers what it was told, and refuses every act when a test says so.
pub struct MockHaste;

impl MockHaste {
	/// What an act is refused with.
	pub const TOO_SOON: DispatchError = DispatchError::Other("too soon");

	/// What it was told since it was last asked.
	pub fn told() -> Vec<Hasty> {
		AllHasty::take()
	}

	/// From now on it refuses every act.
	pub fn refuse() {
		Refusing::put(true);
	}

	/// What was done in a matter is pending, or is not.
	pub fn set_pending(matter: Matter, effect: Option<Effect>) {
		Pending::set(matter, effect);
	}
}

impl Haste<u64> for MockHaste {
	fn acted(by: &Actor<u64>, matter: Matter, effect: Effect) -> DispatchResult {
		AllHasty::append(Hasty::Acted(by.clone(), matter, effect));
		match Refusing::get() {
			true => Err(Self::TOO_SOON),
			false => Ok(()),
		}
	}

	fn pending(matter: Matter) -> Option<Effect> {
		Pending::get(matter)
	}

	fn lapses_at(_: Matter) -> Option<Moment> {
		unreachable!("the registry asks whether acts are pending, and not for how long")
	}

	fn closed(matter: Matter) {
		AllHasty::append(Hasty::Closed(matter));
	}
}

/// What was told of a holding: whether the whole of it was held, and what happened to it.
pub type HoldNews = (HoldingKey, bool, Vec<HoldChange>);

#[storage_alias]
type AllHoldNews = StorageValue<MockHolds, Vec<HoldNews>, ValueQuery>;
/// The holds on units of each holding, the oldest first.
#[storage_alias]
type UnitHolds = StorageMap<MockHolds, Identity, HoldingKey, Vec<(HoldKind, Quantity)>, ValueQuery>;
/// The holds on the whole of each holding.
#[storage_alias]
type WholeHolds = StorageMap<MockHolds, Identity, HoldingKey, Vec<HoldKind>, ValueQuery>;
#[storage_alias]
type RefusingHolds = StorageValue<MockHolds, bool, ValueQuery>;

/// Keeps holds that tests place and lift, as it is told of what happens to what they are on.
pub struct MockHolds;

impl MockHolds {
	/// What a change is refused with.
	pub const TOO_MANY: DispatchError = DispatchError::Other("too many holds");

	/// What it was told since it was last asked.
	pub fn told() -> Vec<HoldNews> {
		AllHoldNews::take()
	}

	/// The holds on units of a holding, the oldest first.
	pub fn on_units(holding: HoldingKey) -> Vec<(HoldKind, Quantity)> {
		UnitHolds::get(holding)
	}

	/// The holds on the whole of a holding.
	pub fn on_whole(holding: HoldingKey) -> Vec<HoldKind> {
		WholeHolds::get(holding)
	}

	/// From now on it refuses every change.
	pub fn refuse() {
		RefusingHolds::put(true);
	}

	/// Takes units from the holds on units, the oldest first.
	fn leave(holding: &HoldingKey, units: Quantity) {
		UnitHolds::mutate(holding, |holds| {
			let mut left = units;
			for (_, held) in holds.iter_mut() {
				let part = left.min(*held);
				*held -= part;
				left -= part;
			}
			holds.retain(|(_, held)| *held > 0);
			assert_eq!(left, 0, "what leaves is under holds");
		});
	}
}

impl Holds<u64> for MockHolds {
	fn changed(
		step: &mut Step<u64>,
		holding: &HoldingKey,
		is_held: bool,
		changes: &[HoldChange],
	) -> Result<bool, DispatchError> {
		ensure!(!RefusingHolds::get(), Self::TOO_MANY);
		assert!(!changes.is_empty(), "nothing is told of what has not changed");
		assert_eq!(is_held, !WholeHolds::get(holding).is_empty());
		assert!(step.record_on(&Subject::Lot(holding.lot)).is_some(), "the lot has its record");
		AllHoldNews::append((*holding, is_held, changes.to_vec()));
		for change in changes {
			match *change {
				HoldChange::Entered { kind, units } => {
					assert!(units > 0, "nothing is told of nothing");
					UnitHolds::append(holding, (kind, units));
				}
				HoldChange::Left { units } => Self::leave(holding, units),
				HoldChange::Counted { .. } => WholeHolds::mutate(holding, |kinds| {
					kinds.retain(|kind| *kind != HoldKind::CountDemanded);
				}),
				HoldChange::Breached => WholeHolds::append(holding, HoldKind::ColdChainBreach),
				HoldChange::Moved { before, after } => assert_ne!(before, after),
			}
		}
		Ok(!WholeHolds::get(holding).is_empty())
	}
}

/// Says that something holds a lot, or nothing does.
pub fn hold_lot(lot: LotId, held: bool) {
	let set = moved(lot, |stock| {
		stock.set_held(held);
		Ok(())
	});
	set.expect("a lot can be held");
}

/// Places a hold on the whole of a holding.
pub fn hold_whole(lot: LotId, custody: Custody, kind: HoldKind) {
	WholeHolds::append(custody.of(lot), kind);
	moved(lot, |stock| stock.set_holding_held(custody, true)).expect("the holding is there");
}

/// Lifts all holds on the whole of a holding.
pub fn free_whole(lot: LotId, custody: Custody) {
	WholeHolds::remove(custody.of(lot));
	moved(lot, |stock| stock.set_holding_held(custody, false)).expect("the holding is there");
}

/// Places a hold on available units of a holding.
pub fn quarantined(
	lot: LotId,
	custody: Custody,
	kind: HoldKind,
	units: Quantity,
) -> DispatchResult {
	moved(lot, |stock| stock.quarantine(custody, units))?;
	UnitHolds::append(custody.of(lot), (kind, units));
	Ok(())
}

/// Lifts the holds on units of a holding, the oldest first.
pub fn released(lot: LotId, custody: Custody, units: Quantity) -> DispatchResult {
	moved(lot, |stock| stock.release_units(custody, units))?;
	MockHolds::leave(&custody.of(lot), units);
	Ok(())
}

pub const COMMISSION: u64 = 1;
pub const STRANGER: u64 = 9;
pub const ADMIN: u64 = 10;
pub const STOREKEEPER: u64 = 11;
pub const PORTER: u64 = 12;
pub const OTHER_ADMIN: u64 = 20;
pub const OTHER_STOREKEEPER: u64 = 21;

pub const HOSPITAL: InstitutionId = InstitutionId(0);
pub const DONOR: InstitutionId = InstitutionId(1);
pub const NOBODY: InstitutionId = InstitutionId(9);

/// Sites of the hospital.
pub const WAREHOUSE: SiteNumber = SiteNumber(0);
pub const WARD: SiteNumber = SiteNumber(1);
/// The only site of the donor.
pub const DEPOT: SiteNumber = SiteNumber(0);
/// Neither has so many.
pub const NOWHERE: SiteNumber = SiteNumber(2);

/// Batch and expiry required.
pub const MASKS: ClassId = ClassId(0);
/// Serial number required.
pub const VENTILATORS: ClassId = ClassId(1);
/// Nothing required; counted in days.
pub const BEDS: ClassId = ClassId(2);
/// Nothing required; counted in pieces.
pub const GLOVES: ClassId = ClassId(3);
/// Capacity, counted in days.
pub const CARE: ClassId = ClassId(4);
/// What vaccines are to be kept at: two to eight degrees.
pub const FRIDGE: TemperatureRange = TemperatureRange { min: 20, max: 80 };

/// 2020-01-23T10:00:00+08:00.
pub const NOW: Moment = 1_579_744_800_000;

pub fn text<const N: u32>(text: &str) -> Text<N> {
	Text::try_from(text).expect("it fits")
}

pub fn code(text: &str) -> RegionCode {
	RegionCode::try_from(text).expect("it is a code")
}

pub fn roles<const N: usize>(roles: [Role; N]) -> Roles {
	Roles::try_from(BTreeSet::from(roles)).expect("there are five")
}

pub fn region(name: &str, parent: Option<&str>) -> Region {
	Region { name: text(name), parent: parent.map(code), belt: None, population: 1_000 }
}

pub fn admission(name: &str) -> Admission {
	Admission {
		kind: InstitutionKind::Hospital,
		region: code("CN-HB"),
		name: text(name),
		external: None,
		parent: None,
		profile: None,
	}
}

pub fn place(name: &str) -> Place {
	Place {
		name: text(name),
		external: None,
		region: code("CN-HB"),
		kind: SiteKind::Warehouse,
		temperature: None,
		grid: None,
	}
}

pub fn class<const N: usize>(name: &str, unit: BaseUnit, requirements: [Requirement; N]) -> Class {
	Class {
		name: text(name),
		kind: ClassKind::Consumable,
		gtin: None,
		unit,
		units_per_pack: 1,
		requirements: BTreeSet::from(requirements).try_into().expect("there are four"),
		temperature: None,
		capability: None,
		carrier_capability: None,
		clinical_code: None,
	}
}

pub fn date(year: u16, month: u8, day: u8) -> CalendarDate {
	CalendarDate { year, month, day }
}

/// The identity of a lot of which only the class is known.
pub fn plain(class: ClassId) -> LotIdentity {
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

/// The identity of a lot of masks that expires with the end of 2021.
pub fn masks() -> LotIdentity {
	LotIdentity {
		batch: Some(Batch::try_from("M-2020").expect("it is a batch number")),
		expiry: Some(Expiry::Month { year: 2021, month: 12 }),
		..plain(MASKS)
	}
}

/// The identity of a lot of intensive care beds, for a window that begins and ends so long after
/// [`NOW`].
pub fn care(from: Moment, until: Moment) -> LotIdentity {
	let window = Some(Window { from: NOW + from, until: NOW + until });
	LotIdentity { window, ..plain(CARE) }
}

/// Where the seat of Hubei is.
pub const WUHAN: Seat = Seat { latitude: 30_583, longitude: 114_267 };

pub fn genesis() -> GenesisConfig<Test> {
	let agent = |account, roles: &[Role]| AgentSeed { account, roles: roles.to_vec() };
	let mut wuhan = region("Hubei", Some("CN"));
	wuhan.belt = Some(Belt::Central);
	GenesisConfig {
		regions: vec![
			RegionSeed { code: code("CN"), region: region("China", None), seat: None },
			RegionSeed { code: code("CN-HB"), region: wuhan, seat: Some(WUHAN) },
		],
		institutions: vec![
			InstitutionSeed {
				admission: admission("Jinyintan Hospital"),
				licences: vec![Licence {
					capability: Capability::Ventilation,
					expires: NOW + 1_000,
					claim: None,
				}],
				agents: vec![
					agent(ADMIN, &[Role::Admin]),
					agent(STOREKEEPER, &[Role::Stock]),
					agent(PORTER, &[Role::Receive]),
				],
				sites: vec![place("Central warehouse"), place("Ward 7")],
			},
			InstitutionSeed {
				admission: admission("Jack's Foundation"),
				licences: vec![],
				agents: vec![
					agent(OTHER_ADMIN, &[Role::Admin]),
					agent(OTHER_STOREKEEPER, &[Role::Stock]),
				],
				sites: vec![place("Depot")],
			},
		],
		classes: vec![
			class("Masks", BaseUnit::Piece, [Requirement::Batch, Requirement::Expiry]),
			Class {
				capability: Some(Capability::Ventilation),
				..class("Ventilators", BaseUnit::Piece, [Requirement::Serial])
			},
			class("Beds", BaseUnit::Day, []),
			class("Gloves", BaseUnit::Piece, []),
			Class { kind: ClassKind::Capacity, ..class("Intensive care beds", BaseUnit::Day, []) },
		],
	}
}

/// Builds the runtime's integrity, then the genesis, runs `test` at [`NOW`], and checks every
/// invariant.
pub fn run(test: impl FnOnce()) {
	let mut storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system has a genesis");
	genesis().assimilate_storage(&mut storage).expect("the registry has a genesis");
	sp_io::TestExternalities::new(storage).execute_with(|| {
		AllPalletsWithSystem::integrity_test();
		System::set_block_number(1);
		Timestamp::set_timestamp(NOW);
		test();
		try_state();
		#[cfg(feature = "try-runtime")]
		{
			use frame_support::traits::{TryState, TryStateSelect};
			AllPalletsWithSystem::try_state(1, TryStateSelect::All)
				.expect("every invariant of every pallet stands");
		}
	})
}

/// Every invariant stands, each subject's entry names the newest record of its trail, and whoever keeps
/// holds was told of all that they are on.
pub fn try_state() {
	Registry::do_try_state().expect("every invariant stands");
	for (key, holding) in <Registry as Lots>::all().1 {
		let under_holds: Quantity = MockHolds::on_units(key).iter().map(|(_, units)| units).sum();
		assert_eq!(holding.quarantined, under_holds, "{key:?}");
		assert_eq!(holding.held, !MockHolds::on_whole(key).is_empty(), "{key:?}");
	}
	for subject in MockTrail::subjects() {
		let newest = MockTrail::newest(&subject);
		// What is pruned may be forgotten.
		if newest.is_some_and(<MockTrail as Trail<u64>>::is_pruned) {
			continue;
		}
		assert_eq!(<Registry as Subjects>::newest_record(&subject), newest, "{subject:?}");
	}
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Dispatches a call that must succeed. Answers with the records it left, having checked that they
/// carry the digest of its arguments.
pub fn accepted(origin: RuntimeOrigin, call: Call<Test>) -> Vec<MockRecord> {
	let before = MockTrail::records().len();
	// Behind the index of the call stand its arguments.
	let digest = H256(sp_io::hashing::blake2_256(&call.encode()[1..]));
	call.dispatch_bypass_filter(origin).expect("the call succeeds");
	let records = MockTrail::records().split_off(before);
	assert!(!records.is_empty(), "a change leaves a record");
	assert!(records.iter().all(|record| record.digest == digest), "a record names its payload");
	records
}

/// Dispatches a call that must fail, and change nothing.
pub fn refused(origin: RuntimeOrigin, call: Call<Test>, error: impl Into<DispatchError>) {
	let error: DispatchError = error.into();
	assert_noop!(call.dispatch_bypass_filter(origin), error);
}

/// Every refusal that awaits a call of agents in `role` of the hospital.
pub fn refused_to_all_but(role: Role, call: Call<Test>) {
	let unfit = if role == Role::Admin { STOREKEEPER } else { ADMIN };
	let fit = if role == Role::Admin { ADMIN } else { STOREKEEPER };
	refused(root(), call.clone(), DispatchError::BadOrigin);
	refused(RuntimeOrigin::none(), call.clone(), DispatchError::BadOrigin);
	refused(signed(STRANGER), call.clone(), Error::<Test>::NotAgent);
	refused(signed(unfit), call.clone(), Error::<Test>::NotAuthorized);
	accepted(root(), Call::suspend_institution { institution: HOSPITAL });
	refused(signed(fit), call, Error::<Test>::Suspended);
	accepted(root(), Call::reinstate_institution { institution: HOSPITAL });
}

/// Every refusal that awaits a call of the accreditation origin.
pub fn refused_to_all_but_accreditation(call: Call<Test>) {
	for origin in [signed(STRANGER), signed(ADMIN), RuntimeOrigin::none()] {
		refused(origin, call.clone(), DispatchError::BadOrigin);
	}
}

/// What the records of an act of an agent of the hospital must be.
pub fn by_agent(who: u64, records: &[MockRecord], action: Action, subjects: &[Subject]) {
	let told: Vec<_> = records.iter().map(|record| record.subject.clone()).collect();
	assert_eq!(told, subjects);
	for record in records {
		assert_eq!(record.actor, Actor::Account(who));
		assert_eq!(record.institution, Some(HOSPITAL));
		assert_eq!(record.action, action);
	}
}

/// What the record of an act of root must be.
pub fn by_authority(records: &[MockRecord], action: Action, subject: Subject) {
	assert_eq!(records.len(), 1);
	assert_eq!(records[0].actor, Actor::Authority(Authority::Root));
	assert_eq!(records[0].institution, None);
	assert_eq!(records[0].action, action);
	assert_eq!(records[0].subject, subject);
}

pub fn last_event(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// An admin invites an account, which accepts.
pub fn joined(admin: u64, who: u64, roles: Roles) {
	let institution = Registry::agent_of(admin).expect("an admin is an agent").institution;
	accepted(signed(admin), Call::invite_agent { who, roles });
	accepted(signed(who), Call::accept_invitation { institution });
}

/// Accreditation admits an institution, and its first admin accepts.
pub fn admitted(admission: Admission, admin: u64) -> InstitutionId {
	let institution = NextInstitutionId::<Test>::get();
	accepted(root(), Call::admit_institution { admission, admin });
	accepted(signed(admin), Call::accept_invitation { institution });
	institution
}

/// How many admins, agents and open invitations the hospital has.
pub fn admins_agents_and_invitations() -> (u32, u32, u32) {
	let stored = Institutions::<Test>::get(HOSPITAL).expect("it exists");
	(stored.admins, stored.agents, stored.invitations)
}

/// Registers a class of a cold chain, whose receipts tell what a sensor measured; answers with the class.
pub fn vaccines() -> ClassId {
	let id = NextClassId::<Test>::get();
	let class = class("Vaccine", BaseUnit::Piece, [Requirement::Sensor]);
	let class = Class { temperature: Some(FRIDGE), ..class };
	accepted(root(), Call::register_class { class });
	id
}

/// The hospital registers a lot, kept at its warehouse.
pub fn lot(identity: LotIdentity, quantity: Quantity) -> LotId {
	lot_by(STOREKEEPER, identity, quantity, Some(WAREHOUSE))
}

pub fn lot_by(
	who: u64,
	identity: LotIdentity,
	quantity: Quantity,
	site: Option<SiteNumber>,
) -> LotId {
	let id = NextLotId::<Test>::get();
	accepted(signed(who), Call::register_lot { identity, quantity, site, event: None });
	id
}

/// Moves goods of a lot as another pallet does, in a step of its own.
pub fn moved(
	lot: LotId,
	change: impl FnOnce(&mut crate::LotBook<Test>) -> DispatchResult,
) -> DispatchResult {
	let mut stock = <Registry as Stock<u64>>::open(lot).expect("a test's lot is there");
	change(&mut stock)?;
	let act = Act::by(Actor::Authority(Authority::Root));
	stock.close(&mut Step::new(act, Action::TransferReceived, &lot))
}

/// Hands available goods from one custody to another, by way of a transfer.
pub fn handed_over(
	lot: LotId,
	(from, to): (Custody, Custody),
	quantity: Quantity,
	site: Option<SiteNumber>,
) -> DispatchResult {
	moved(lot, |stock| {
		stock.reserve(from, Source::Available, quantity)?;
		stock.send(from, quantity, Purpose::Send)?;
		stock.deliver(from, to, quantity, Arrival::Usable, site)
	})
}

/// What the hospital has on loan from the donor.
pub const LOAN: Custody = Custody { custodian: HOSPITAL, owner: DONOR };

/// The donor lends the hospital all of a lot of its own; answers with the lot.
pub fn lent(quantity: Quantity) -> LotId {
	let lot = lot_by(OTHER_STOREKEEPER, masks(), quantity, Some(DEPOT));
	handed_over(lot, (Custody::own(DONOR), LOAN), quantity, Some(WARD)).expect("the donor has it");
	lot
}

/// The hospital gives the donor all of a lot of its own; answers with the lot.
pub fn given(quantity: Quantity) -> LotId {
	let lot = lot(masks(), quantity);
	let parties = (Custody::own(HOSPITAL), Custody::own(DONOR));
	handed_over(lot, parties, quantity, Some(DEPOT)).expect("the hospital has it");
	lot
}

/// Admits a third institution, with [`STRANGER`] as its admin.
pub fn clinic() -> InstitutionId {
	let id = NextInstitutionId::<Test>::get();
	let call = Call::admit_institution { admission: admission("Clinic"), admin: STRANGER };
	accepted(root(), call);
	accepted(signed(STRANGER), Call::accept_invitation { institution: id });
	id
}

/// Lets time pass.
pub fn pass(time: Moment) {
	Timestamp::set_timestamp(Timestamp::get() + time);
}

/// Suspends an institution for so long that others dispose of its goods.
pub fn gone(institution: InstitutionId) {
	accepted(root(), Call::suspend_institution { institution });
	pass(ESTATE_AFTER);
}

/// What an institution has of a lot.
pub fn held(lot: LotId, custody: Custody) -> Holding {
	Registry::holding(lot, custody.custodian, custody.owner).unwrap_or_default()
}

/// What the hospital has of a lot of its own.
pub fn holding(lot: LotId) -> Holding {
	held(lot, Custody::own(HOSPITAL))
}

/// Whether a holding of a lot stands on the shelf of its custodian.
pub fn shelved(custodian: InstitutionId, lot: LotId, owner: InstitutionId) -> bool {
	let identity = Registry::lot(lot).expect("it is in the books").lot.identity;
	let place = ShelfPlace { expires_at: identity.expires_at(), lot, owner };
	let key = (custodian, identity.class, ShelfKey::from(place));
	HoldingsByCustodian::<Test>::contains_key(key)
}
