//! A runtime with the directory and the trail of every mock, and a small but honest stock, which
//! refuses to create or lose a unit.

use crate as pallet_circulation;
use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use core::cell::RefCell;
use frame_support::{
	assert_ok, derive_impl, parameter_types, storage_alias,
	traits::{ConstU16, ConstU32, IntegrityTest},
	weights::Weight,
	BoundedVec, Identity,
};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockRecord, MockTrail},
	time::DAY,
	Actor, Arrival, Authority, Bucket, Capability, Change, ClassId, ColdChain, Custody, Decisions,
	EventClaim, Fate, Holding, HoldingKey, InstitutionId, InstitutionKind, Line, LotFacts, LotId,
	LotStock, Moment, Movement, NeedId, Needs, OnTransfer, Priority, Purpose, Quantity, RecordId,
	Refusal, Role, RuleId, Rules, Served, Service, SiteNumber, Source, Sscc, Step, Stock, Subject,
	Subjects, TemperatureRange, Text, Total, Trail, TransferId, Unserved, WriteOff,
};
use sp_core::H256;
use sp_runtime::{
	traits::Dispatchable, ArithmeticError, BuildStorage, DispatchError, DispatchResult,
};

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
	pub type Circulation = pallet_circulation;
}

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

/// An hour, in milliseconds.
pub const HOUR: Moment = DAY / 24;

parameter_types! {
	pub const MaxLegQuantity: Quantity = Quantity::MAX / 2;
	pub const MaxReservation: Moment = 7 * DAY;
	pub const MinTransit: Moment = HOUR;
	pub const MaxTransit: Moment = 14 * DAY;
	pub const MaxLoan: Moment = 60 * DAY;
	pub const SilentAfter: Moment = 10 * DAY;
	pub const ArchiveAfter: Moment = 30 * DAY;
	pub const Arbiter: Actor<u64> = Actor::Authority(Authority::Root);
}

impl Config for Test {
	type Access = MockDirectory;
	type Directory = MockDirectory;
	type Stock = MockStock;
	type Rules = MockRules;
	type Needs = MockNeeds;
	type OnTransfer = Listener;
	type Decisions = MockDecisions;
	type Trail = MockTrail;
	type ArbiterOrigin = frame_system::EnsureRootWithSuccess<u64, Arbiter>;
	type MaxLegs = ConstU32<4>;
	type MaxLegQuantity = MaxLegQuantity;
	type MaxReceipts = ConstU16<3>;
	type MaxReservation = MaxReservation;
	type MinTransit = MinTransit;
	type MaxTransit = MaxTransit;
	type MaxLoan = MaxLoan;
	type SilentAfter = SilentAfter;
	type ArchiveAfter = ArchiveAfter;
	type MaxApprovals = ConstU32<3>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = MockStock;
}

/// Noon of 23 January 2020.
pub const NOW: Moment = 1_579_780_800_000;

pub const DONOR: InstitutionId = InstitutionId(0);
pub const HOSPITAL: InstitutionId = InstitutionId(1);
pub const CARRIER: InstitutionId = InstitutionId(2);
pub const CLINIC: InstitutionId = InstitutionId(3);
pub const NOWHERE: InstitutionId = InstitutionId(99);

pub const DONOR_SENDS: u64 = 1;
pub const DONOR_RECEIVES: u64 = 2;
pub const HOSPITAL_SENDS: u64 = 11;
pub const HOSPITAL_RECEIVES: u64 = 12;
pub const CARRIER_SENDS: u64 = 21;
pub const CARRIER_RECEIVES: u64 = 22;
pub const CLINIC_SENDS_AND_RECEIVES: u64 = 31;
pub const NOBODY: u64 = 99;

pub const DONOR_DOCK: SiteNumber = SiteNumber(0);
/// The donor has no site of this number.
pub const HOSPITAL_DOCK: SiteNumber = SiteNumber(1);

/// Never expires.
pub const MASKS: LotId = LotId(0);
/// Expires on [`SUITS_EXPIRE`].
pub const SUITS: LotId = LotId(1);
/// Demands ventilation, which the hospital has and the clinic has not.
pub const VENTILATORS: LotId = LotId(2);

pub const SUITS_EXPIRE: Moment = NOW + 3 * DAY;
pub const DISPATCH_BY: Moment = NOW + 2 * DAY;
pub const RECEIVE_BY: Moment = NOW + 5 * DAY;

#[storage_alias]
type Lots = StorageMap<MockStock, Identity, LotId, LotEntry>;
#[storage_alias]
type Holdings = StorageMap<MockStock, Identity, HoldingKey, Holding>;

/// What the stock knows of a lot.
#[derive(Clone, PartialEq, Eq, Debug, codec::Encode, codec::Decode)]
struct LotEntry {
	expires_at: Option<Moment>,
	capability: Option<Capability>,
	carrier_capability: Option<Capability>,
	cold_chain: Option<ColdChain>,
	/// Whether something holds it, wherever it is.
	held: bool,
	/// What came into the books, and what went out of them.
	came: Total,
	went: Total,
	newest_record: Option<RecordId>,
}

/// What was handed over: of which lot, to whom, how much, and in what state.
pub type Arrived = (LotId, Custody, Quantity, Arrival);

/// What was found beyond the books: of which lot, with whom, how much and where.
pub type Found = (LotId, Custody, Quantity, Option<SiteNumber>);

std::thread_local! {
	/// The lots that were opened, in order.
	static OPENED: RefCell<Vec<LotId>> = const { RefCell::new(Vec::new()) };
	/// What was found beyond the books, in order.
	static FOUND: RefCell<Vec<Found>> = const { RefCell::new(Vec::new()) };
	/// What was handed over, in order, as the pallet told the state of it.
	static ARRIVED: RefCell<Vec<Arrived>> = const { RefCell::new(Vec::new()) };
	/// What lots were reserved from, in order.
	static SOURCES: RefCell<Vec<Source>> = const { RefCell::new(Vec::new()) };
}

/// How many rules a movement falls under.
#[storage_alias]
type RuleCount = StorageValue<MockRules, u8, frame_support::pallet_prelude::ValueQuery>;
/// What was told of each class of a transfer: how much of it is known to be what, of those that it
/// promised, less what was taken out of it again.
#[storage_alias]
type Told = StorageMap<Listener, Identity, TransferId, (Total, Total, Total)>;

std::thread_local! {
	/// What the rules say against every movement.
	static REFUSALS: RefCell<Vec<Refusal>> = const { RefCell::new(Vec::new()) };
	/// The movements that were examined, in order.
	static EXAMINED: RefCell<Vec<Movement>> = const { RefCell::new(Vec::new()) };
	/// The movements that were settled, in order.
	static SETTLED: RefCell<Vec<(TransferId, Movement)>> = const { RefCell::new(Vec::new()) };
	/// The transfers that never left, in order, with what they promised.
	static UNSENT: RefCell<Vec<(TransferId, Vec<Line>)>> = const { RefCell::new(Vec::new()) };
	/// What was told of goods that had left, in order.
	static CHANGED: RefCell<Vec<(TransferId, Change)>> = const { RefCell::new(Vec::new()) };
}

/// What it costs to look for an emergency for one class.
pub const EMERGENCY: Weight = Weight::from_parts(70, 7);

/// Rules that say of every movement what a test has them say. Each of them asks for an emergency for a class of
/// its own.
pub struct MockRules;

impl MockRules {
	/// From now on, every movement falls under some rules, which say this against it.
	pub fn say(rules: u8, refusals: &[Refusal]) {
		RuleCount::put(rules);
		REFUSALS.set(refusals.to_vec());
	}

	/// The movements that `step` had examined.
	pub fn examined(step: impl FnOnce()) -> Vec<Movement> {
		EXAMINED.take();
		step();
		EXAMINED.take()
	}

	/// The movements that `step` settled.
	pub fn settled(step: impl FnOnce()) -> Vec<(TransferId, Movement)> {
		SETTLED.take();
		step();
		SETTLED.take()
	}
}

impl Rules for MockRules {
	type Passed = u8;

	fn most() -> u32 {
		4
	}
	fn most_back() -> u32 {
		2
	}
	fn examine<E>(
		movement: &Movement,
		tell: &mut impl FnMut(Refusal) -> Result<(), E>,
	) -> Result<u8, E> {
		EXAMINED.with_borrow_mut(|examined| examined.push(movement.clone()));
		REFUSALS.with_borrow(Clone::clone).into_iter().try_for_each(tell)?;
		Ok(RuleCount::get())
	}
	fn count(passed: &u8) -> u8 {
		*passed
	}
	fn weight_of_emergencies(passed: &u8) -> Weight {
		Self::most_of_emergencies((*passed).into())
	}
	fn most_of_emergencies(classes: u32) -> Weight {
		EMERGENCY.saturating_mul(classes.into())
	}
	fn yields(rule: RuleId) -> bool {
		rule == OWN_RULE
	}
	fn settle(transfer: TransferId, movement: &Movement, _: u8) -> DispatchResult {
		SETTLED.with_borrow_mut(|settled| settled.push((transfer, movement.clone())));
		Ok(())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn fill(_: InstitutionId, _: InstitutionId, _: ClassId, rules: u32) {
		RuleCount::put(rules as u8);
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_in_emergency(_: InstitutionId, _: InstitutionId, _: ClassId) {
		RuleCount::put(Self::most() as u8);
	}
}

/// A rule that an institution wrote for itself. Every other one is governance's.
pub const OWN_RULE: RuleId = RuleId(11);

#[storage_alias]
type Bound = StorageMap<MockDecisions, Identity, TransferId, ()>;

std::thread_local! {
	/// How often it was asked whether a transfer was decided.
	static ASKED: RefCell<u32> = const { RefCell::new(0) };
}

/// Decisions that tests take.
pub struct MockDecisions;

impl MockDecisions {
	/// From now on, a transfer was decided.
	pub fn bind(transfer: TransferId) {
		Bound::insert(transfer, ());
	}

	/// How often `step` asked whether a transfer was decided.
	pub fn asked(step: impl FnOnce()) -> u32 {
		ASKED.take();
		step();
		ASKED.take()
	}
}

impl Decisions for MockDecisions {
	fn binds(transfer: TransferId) -> bool {
		ASKED.with_borrow_mut(|asked| *asked += 1);
		Bound::contains_key(transfer)
	}
	fn weight_of_binding() -> Weight {
		Weight::from_parts(2, 0)
	}
}

/// Remembers what it is told of transfers, and refuses what cannot be.
pub struct Listener;

impl Listener {
	/// The transfers that `step` said never left, with what they promised.
	pub fn unsent(step: impl FnOnce()) -> Vec<(TransferId, Vec<Line>)> {
		UNSENT.take();
		step();
		UNSENT.take()
	}

	/// What `step` told of goods that had left.
	pub fn changed(step: impl FnOnce()) -> Vec<(TransferId, Change)> {
		CHANGED.take();
		step();
		CHANGED.take()
	}
}

impl OnTransfer<u64> for Listener {
	fn weight_of_unsent() -> Weight {
		Weight::from_parts(7, 0)
	}
	fn unsent(
		step: &mut Step<u64>,
		transfer: TransferId,
		serves: Option<Service>,
		lines: &[Line],
	) -> Result<Weight, DispatchError> {
		told_of(step, transfer);
		let known = Transfers::<Test>::get(transfer);
		assert_eq!(serves, known.and_then(|transfer| transfer.serves));
		UNSENT.with_borrow_mut(|unsent| unsent.push((transfer, lines.to_vec())));
		Ok(Weight::from_parts(3, 0))
	}
	fn weight_of_changed() -> Weight {
		Weight::from_parts(5, 0)
	}
	fn changed(
		step: &mut Step<u64>,
		transfer: TransferId,
		serves: Option<NeedId>,
		changes: &[Change],
	) -> DispatchResult {
		told_of(step, transfer);
		let known = Transfers::<Test>::get(transfer);
		assert_eq!(serves, known.and_then(|transfer| transfer.promised_to()));
		let (mut disputed, mut delivered, mut undelivered) =
			Told::get(transfer).unwrap_or_default();
		for change in changes {
			CHANGED.with_borrow_mut(|changed| changed.push((transfer, *change)));
			let quantity = Total::from(change.quantity);
			match change.from {
				Fate::Outstanding => {}
				Fate::Disputed => disputed -= quantity,
				Fate::Delivered | Fate::Undelivered => panic!("{change:?} of {transfer:?}"),
			}
			match change.to {
				Fate::Outstanding => panic!("{change:?} of {transfer:?}"),
				Fate::Disputed => disputed += quantity,
				Fate::Delivered => delivered += quantity,
				Fate::Undelivered => undelivered += quantity,
			}
		}
		Told::insert(transfer, (disputed, delivered, undelivered));
		Ok(())
	}
}

/// Whoever is told can leave records of the same step.
fn told_of(step: &Step<u64>, transfer: TransferId) {
	assert!(step.record_on(&Subject::Transfer(transfer)).is_some(), "{transfer:?} is recorded");
}

/// The need that the hospital has, until a test says otherwise: urgent, at its dock.
pub const NEED: NeedId = NeedId(5);

std::thread_local! {
	/// What is said against every movement that serves a need.
	static UNSERVED: RefCell<Vec<Unserved>> = const { RefCell::new(Vec::new()) };
	/// What was promised to needs, in order.
	static PROMISED: RefCell<Vec<(NeedId, Total)>> = const { RefCell::new(Vec::new()) };
}

/// One need, which says of every movement that serves it what a test has it say.
pub struct MockNeeds;

impl MockNeeds {
	/// From now on, this is said against every movement that serves a need.
	pub fn say(unserved: &[Unserved]) {
		UNSERVED.set(unserved.to_vec());
	}

	/// What `step` promised to needs.
	pub fn promised(step: impl FnOnce()) -> Vec<(NeedId, Total)> {
		PROMISED.take();
		step();
		PROMISED.take()
	}
}

impl Needs<u64> for MockNeeds {
	fn examine<E>(
		need: NeedId,
		movement: &Movement,
		tell: &mut impl FnMut(Unserved) -> Result<(), E>,
	) -> Result<Option<Served>, E> {
		if need != NEED {
			tell(Unserved::NeedNotFound)?;
			return Ok(None);
		}
		if movement.receiver != HOSPITAL {
			tell(Unserved::NeedOfAnother)?;
		}
		UNSERVED.with_borrow(Clone::clone).into_iter().try_for_each(tell)?;
		Ok(Some(Served { priority: Priority::Urgent, site: Some(HOSPITAL_DOCK) }))
	}
	fn weight_of_serving() -> Weight {
		Weight::from_parts(11, 0)
	}
	fn promise(
		_: &mut Step<u64>,
		_: TransferId,
		need: NeedId,
		quantity: Total,
	) -> Result<bool, DispatchError> {
		if UNSERVED.with_borrow(|unserved| unserved.contains(&Unserved::NeedNotOpen)) {
			return Ok(false);
		}
		PROMISED.with_borrow_mut(|promised| promised.push((need, quantity)));
		Ok(true)
	}
}

/// What a bucket that has less is refused with.
const NOT_THERE: DispatchError = DispatchError::Other("not there");
/// What goods are refused with that are held.
pub const HELD: DispatchError = DispatchError::Other("held");

/// A stock that refuses what holds forbid. Nobody keeps the holds: tests set them, and a breach stays.
pub struct MockStock;

/// A lot of [`MockStock`], open.
#[derive(Clone)]
pub struct MockLot {
	id: LotId,
	entry: LotEntry,
	/// As they were read, and as they are.
	holdings: BTreeMap<Custody, (Holding, Holding)>,
	/// The entry as it was read.
	read: LotEntry,
}

impl Stock<u64> for MockStock {
	type Lot = MockLot;

	fn open(id: LotId) -> Option<MockLot> {
		OPENED.with_borrow_mut(|opened| opened.push(id));
		let entry = Lots::get(id)?;
		Some(MockLot { id, read: entry.clone(), entry, holdings: BTreeMap::new() })
	}
}

impl MockLot {
	fn holding_in(&mut self, custody: Custody) -> &mut Holding {
		let id = self.id;
		let (_, held) = self.holdings.entry(custody).or_insert_with(|| {
			let holding = Holdings::get(custody.of(id)).unwrap_or_default();
			(holding, holding)
		});
		held
	}

	fn take(&mut self, custody: Custody, bucket: Bucket, quantity: Quantity) -> DispatchResult {
		let held = self.holding_in(custody).quantity_mut(bucket);
		*held = held.checked_sub(quantity).ok_or(NOT_THERE)?;
		Ok(())
	}

	fn put(&mut self, custody: Custody, bucket: Bucket, quantity: Quantity) -> DispatchResult {
		let held = self.holding_in(custody).quantity_mut(bucket);
		*held = held.checked_add(quantity).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}

	fn shift(
		&mut self,
		custody: Custody,
		from: Bucket,
		to: Bucket,
		quantity: Quantity,
	) -> DispatchResult {
		self.take(custody, from, quantity)?;
		self.put(custody, to, quantity)
	}

	/// Available units leave for a purpose.
	fn leave(
		&mut self,
		custody: Custody,
		to: Bucket,
		quantity: Quantity,
		purpose: Purpose,
	) -> DispatchResult {
		self.ensure_free(custody, purpose)?;
		self.shift(custody, Bucket::Available, to, quantity)
	}

	/// Units are handed over; what is held arrives quarantined.
	fn arrive(
		&mut self,
		(from, custody): (Custody, Custody),
		quantity: Quantity,
		arrival: Arrival,
		site: Option<SiteNumber>,
	) -> DispatchResult {
		ARRIVED.with_borrow_mut(|arrived| arrived.push((self.id, custody, quantity, arrival)));
		let is_held = self.entry.held || self.holding_in(from).held;
		let bucket = match arrival {
			Arrival::Usable if !is_held => Bucket::Available,
			Arrival::Usable | Arrival::Quarantined(_) => Bucket::Quarantined,
		};
		let holding = self.holding_in(custody);
		if holding.total() == 0 {
			holding.site = site;
		} else if site.is_some() && site != holding.site {
			holding.site = None;
		}
		self.put(custody, bucket, quantity)
	}
}

impl LotStock<u64> for MockLot {
	fn facts(&self) -> LotFacts {
		let LotEntry { expires_at, capability, carrier_capability, cold_chain, .. } = self.entry;
		LotFacts { class: ClassId(0), expires_at, capability, carrier_capability, cold_chain }
	}
	fn holding(&mut self, custody: Custody) -> Holding {
		*self.holding_in(custody)
	}
	fn ensure_free(&mut self, custody: Custody, purpose: Purpose) -> DispatchResult {
		let is_held = self.entry.held || self.holding_in(custody).held;
		match purpose.is_barred_by_a_hold() && is_held {
			true => Err(HELD),
			false => Ok(()),
		}
	}
	fn set_held(&mut self, held: bool) {
		self.entry.held = held;
	}
	fn set_holding_held(&mut self, custody: Custody, held: bool) -> DispatchResult {
		let holding = self.holding_in(custody);
		if holding.total() == 0 && !holding.held {
			return Err(NOT_THERE);
		}
		holding.held = held;
		Ok(())
	}
	fn quarantine(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.leave(custody, Bucket::Quarantined, quantity, Purpose::Quarantine)
	}
	fn release_units(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.shift(custody, Bucket::Quarantined, Bucket::Available, quantity)
	}
	fn breach(&mut self, custody: Custody) -> DispatchResult {
		self.set_holding_held(custody, true)
	}
	fn offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.leave(custody, Bucket::Offered, quantity, Purpose::Offer)
	}
	fn withdraw_offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.shift(custody, Bucket::Offered, Bucket::Available, quantity)
	}
	fn reserve(&mut self, custody: Custody, source: Source, quantity: Quantity) -> DispatchResult {
		SOURCES.with_borrow_mut(|sources| sources.push(source));
		let (from, purpose) = match source {
			Source::Available => (Bucket::Available, Purpose::Send),
			Source::AvailableForReturn => (Bucket::Available, Purpose::Return),
			Source::QuarantinedForReturn => (Bucket::Quarantined, Purpose::Return),
			Source::Offered => (Bucket::Offered, Purpose::Send),
		};
		self.ensure_free(custody, purpose)?;
		self.shift(custody, from, Bucket::Reserved, quantity)
	}
	fn unreserve(
		&mut self,
		custody: Custody,
		source: Source,
		quantity: Quantity,
	) -> DispatchResult {
		let to = match source {
			Source::QuarantinedForReturn => Bucket::Quarantined,
			Source::Available | Source::AvailableForReturn | Source::Offered => Bucket::Available,
		};
		self.shift(custody, Bucket::Reserved, to, quantity)
	}
	fn send(&mut self, custody: Custody, quantity: Quantity, purpose: Purpose) -> DispatchResult {
		self.ensure_free(custody, purpose)?;
		self.shift(custody, Bucket::Reserved, Bucket::InTransit, quantity)
	}
	fn deliver(
		&mut self,
		from: Custody,
		to: Custody,
		quantity: Quantity,
		arrival: Arrival,
		site: Option<SiteNumber>,
	) -> DispatchResult {
		self.take(from, Bucket::InTransit, quantity)?;
		self.arrive((from, to), quantity, arrival, site)
	}
	fn dispute(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.shift(custody, Bucket::InTransit, Bucket::Disputed, quantity)
	}
	fn call_in(&mut self, custody: Custody, quantity: Quantity) -> Result<Quantity, DispatchError> {
		let mut left = quantity;
		for bucket in [Bucket::Available, Bucket::Quarantined] {
			let part = left.min(self.holding_in(custody).quantity(bucket));
			self.shift(custody, bucket, Bucket::Disputed, part)?;
			left -= part;
		}
		Ok(quantity - left)
	}
	fn recover(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.shift(custody, Bucket::Disputed, Bucket::Quarantined, quantity)
	}
	fn deliver_disputed(
		&mut self,
		from: Custody,
		to: Custody,
		quantity: Quantity,
		arrival: Arrival,
		site: Option<SiteNumber>,
	) -> DispatchResult {
		self.take(from, Bucket::Disputed, quantity)?;
		self.arrive((from, to), quantity, arrival, site)
	}
	fn write_off(&mut self, custody: Custody, quantity: Quantity, _: WriteOff) -> DispatchResult {
		self.entry.went += Total::from(quantity);
		self.take(custody, Bucket::Disputed, quantity)
	}
	fn find(
		&mut self,
		custody: Custody,
		quantity: Quantity,
		site: Option<SiteNumber>,
	) -> DispatchResult {
		FOUND.with_borrow_mut(|found| found.push((self.id, custody, quantity, site)));
		Ok(())
	}
	fn close(mut self, step: &mut Step<u64>) -> DispatchResult {
		let before: Total = self.holdings.values().map(|(read, _)| read.total()).sum();
		let after: Total = self.holdings.values().map(|(_, held)| held.total()).sum();
		let came = self.entry.came - self.read.came;
		let went = self.entry.went - self.read.went;
		assert_eq!(before + came, after + went, "{:?} is conserved", self.id);
		assert_eq!(Lots::get(self.id), Some(self.read), "{:?} is open once at a time", self.id);
		MockTrail::record(step, Subject::Lot(self.id), &mut self.entry.newest_record)?;
		Lots::insert(self.id, self.entry);
		for (custody, (_, held)) in self.holdings {
			let key = custody.of(self.id);
			match held.total() > 0 || held.held {
				true => Holdings::insert(key, held),
				false => Holdings::remove(key),
			}
		}
		Ok(())
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::BenchmarkHelper<u64> for MockStock {
	fn institution(admin: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		let institution = MockInstitution::new(InstitutionKind::Hospital, "CN-HB");
		MockDirectory::admit(id, institution.licensed(&[Capability::Ventilation]));
		MockDirectory::appoint(*admin, id, &[Role::Dispatch, Role::Receive]);
		id
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		MockDirectory::appoint(*who, institution, &[role]);
	}
	fn suspend_in_haste(_: InstitutionId) {
		unreachable!("transfers suspend nobody")
	}
	fn site(id: InstitutionId) -> SiteNumber {
		let mut number = 0;
		MockDirectory::change(id, |institution| {
			number = institution.sites;
			institution.sites += 1;
		});
		SiteNumber(number)
	}
	fn class() -> ClassId {
		unreachable!("no benchmark of this pallet needs a class")
	}
	fn lot_of(_: InstitutionId, _: ClassId, _: Quantity) -> LotId {
		unreachable!("no benchmark of this pallet chooses the class of a lot")
	}
	fn lot(institution: InstitutionId, quantity: Quantity) -> LotId {
		let lot = LotId(1_000 + Lots::iter_keys().count() as u64);
		register(lot, institution, quantity, None, Some(Capability::Ventilation));
		demand_of_carriers(lot, Capability::Ventilation);
		keep_cold(lot, false);
		lot
	}
	fn region(_: u32) -> salus_primitives::RegionCode {
		unreachable!("no benchmark of this pallet needs a region")
	}
	fn commission(_: salus_primitives::RegionCode, _: &u64) -> InstitutionId {
		unreachable!("no benchmark of this pallet needs a health commission")
	}
}

pub fn register(
	lot: LotId,
	owner: InstitutionId,
	quantity: Quantity,
	expires_at: Option<Moment>,
	capability: Option<Capability>,
) {
	let came = quantity.into();
	let entry = LotEntry {
		expires_at,
		capability,
		carrier_capability: None,
		cold_chain: None,
		held: false,
		came,
		went: 0,
		newest_record: None,
	};
	Lots::insert(lot, entry);
	let holding = Holding { available: quantity, ..Default::default() };
	Holdings::insert(Custody::own(owner).of(lot), holding);
}

/// From now on, whoever carries a lot must be licensed.
pub fn demand_of_carriers(lot: LotId, capability: Capability) {
	Lots::mutate(lot, |entry| {
		entry.as_mut().expect("a lot").carrier_capability = Some(capability);
	});
}

/// The temperatures of a fridge: from 2.0 to 8.0 degrees.
pub const FRIDGE: TemperatureRange = TemperatureRange { min: 20, max: 80 };

/// From now on, a lot is to be kept in a fridge, and who receives it has to state what a sensor measured, or
/// has not.
pub fn keep_cold(lot: LotId, sensor: bool) {
	Lots::mutate(lot, |entry| {
		entry.as_mut().expect("a lot").cold_chain = Some(ColdChain { range: FRIDGE, sensor });
	});
}

/// What a sensor measured, at this moment alone.
pub fn measured(min: i16, max: i16) -> SensorSummary {
	let now = MockTrail::now();
	let device = Text::try_from("logger 7").expect("short");
	SensorSummary { min, max, mean: min, device, from: now, to: now, digest: H256::zero() }
}

/// From now on, something holds a lot wherever it is, or nothing does.
pub fn hold(lot: LotId, held: bool) {
	Lots::mutate(lot, |entry| entry.as_mut().expect("a lot").held = held);
}

/// From now on, something holds the whole of a holding, or nothing does.
pub fn hold_at(lot: LotId, custody: Custody, held: bool) {
	Holdings::mutate(custody.of(lot), |holding| {
		holding.as_mut().expect("a holding").held = held;
	});
}

/// From now on, nothing is held.
pub fn lift_all() {
	for lot in Lots::iter_keys().collect::<Vec<_>>() {
		hold(lot, false);
	}
	for (key, holding) in Holdings::iter().collect::<Vec<_>>() {
		match holding.total() {
			0 => Holdings::remove(key),
			_ => Holdings::insert(key, Holding { held: false, ..holding }),
		}
	}
}

pub fn suspend(institution: InstitutionId) {
	MockDirectory::set_active(institution, false);
}

pub fn license(institution: InstitutionId, capabilities: &[Capability]) {
	MockDirectory::change(institution, |entry| entry.capabilities = capabilities.to_vec());
}

pub fn turn_to(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

/// A donor with stock, a hospital, a carrier and a clinic.
pub fn stage() -> sp_io::TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage();
	let mut stage = sp_io::TestExternalities::new(storage.expect("an empty genesis"));
	stage.execute_with(|| {
		System::set_block_number(1);
		turn_to(NOW);
		let hospital = || MockInstitution::new(InstitutionKind::Hospital, "CN-HB");
		let licensed = hospital().licensed(&[Capability::Ventilation]);
		MockDirectory::admit(DONOR, hospital().with_sites(1));
		MockDirectory::admit(HOSPITAL, licensed.with_sites(2));
		MockDirectory::admit(CARRIER, hospital());
		MockDirectory::admit(CLINIC, hospital());
		MockDirectory::appoint(DONOR_SENDS, DONOR, &[Role::Dispatch]);
		MockDirectory::appoint(DONOR_RECEIVES, DONOR, &[Role::Receive, Role::Admin]);
		MockDirectory::appoint(HOSPITAL_SENDS, HOSPITAL, &[Role::Dispatch, Role::Stock]);
		MockDirectory::appoint(HOSPITAL_RECEIVES, HOSPITAL, &[Role::Receive]);
		MockDirectory::appoint(CARRIER_SENDS, CARRIER, &[Role::Dispatch]);
		MockDirectory::appoint(CARRIER_RECEIVES, CARRIER, &[Role::Receive]);
		let both = [Role::Dispatch, Role::Receive];
		MockDirectory::appoint(CLINIC_SENDS_AND_RECEIVES, CLINIC, &both);
		register(MASKS, DONOR, 1_000, None, None);
		register(SUITS, DONOR, 500, Some(SUITS_EXPIRE), None);
		register(VENTILATORS, DONOR, 20, None, Some(Capability::Ventilation));
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

/// Checks the invariants of the pallet, that every transfer names its newest record unless that is
/// pruned, and that no lot lost or gained a unit.
pub fn check_all() {
	assert_ok!(Circulation::do_try_state());
	let records = MockTrail::records().into_iter().enumerate();
	let newest: BTreeMap<Subject, RecordId> =
		records.map(|(place, record)| (record.subject, RecordId(place as u64))).collect();
	let transfers = Transfers::<Test>::iter_keys().map(Subject::Transfer);
	let recorded = newest.keys().filter(|known| matches!(known, Subject::Transfer(_))).cloned();
	for transfer in transfers.chain(recorded).collect::<BTreeSet<_>>() {
		let newest = newest.get(&transfer).copied().expect("a transfer has a record");
		let known = Circulation::newest_record(&transfer);
		if known.is_none() && MockTrail::is_pruned(newest) {
			continue;
		}
		assert_eq!(known, Some(newest), "newest of {transfer:?}");
	}
	for (id, transfer) in Transfers::<Test>::iter() {
		let told = Told::get(id).unwrap_or_default();
		let sum = |of: fn(&TransferLeg) -> Total| transfer.legs.iter().map(of).sum::<Total>();
		let known = (
			sum(TransferLeg::disputed),
			sum(|leg| leg.accepted.into()),
			sum(|leg| {
				Total::from(leg.recovered) + Total::from(leg.destroyed) + Total::from(leg.lost)
			}),
		);
		assert_eq!(told, known, "what was told of {id:?}");
	}
	for (lot, LotEntry { came, went, .. }) in Lots::iter() {
		let held: Total = Holdings::iter()
			.filter(|(key, _)| key.lot == lot)
			.map(|(_, holding)| holding.total())
			.sum();
		assert_eq!(came, held + went, "{lot:?} is conserved");
	}
}

/// What is held of a lot in a custody.
pub fn holding(lot: LotId, custody: Custody) -> Holding {
	Holdings::get(custody.of(lot)).unwrap_or_default()
}

/// What `institution` holds of its own.
pub fn own(lot: LotId, institution: InstitutionId) -> Holding {
	holding(lot, Custody::own(institution))
}

/// Moves goods between two buckets, past the pallet.
pub fn shift(lot: LotId, custody: Custody, from: Bucket, to: Bucket, quantity: Quantity) {
	Holdings::mutate(custody.of(lot), |holding| {
		let holding = holding.as_mut().expect("a holding");
		*holding.quantity_mut(from) -= quantity;
		*holding.quantity_mut(to) += quantity;
	});
}

/// Hands a whole holding to a custody that holds nothing, past the pallet.
pub fn hand_over(lot: LotId, from: Custody, to: Custody) {
	let holding = Holdings::take(from.of(lot)).expect("a holding");
	Holdings::insert(to.of(lot), holding);
}

/// What left the books of a lot.
pub fn written_off(lot: LotId) -> Total {
	Lots::get(lot).expect("a lot").went
}

/// The lots that `step` opened, in order.
pub fn opened(step: impl FnOnce()) -> Vec<LotId> {
	OPENED.take();
	step();
	OPENED.take()
}

/// What `step` reserved lots from, in order.
pub fn sources(step: impl FnOnce()) -> Vec<Source> {
	SOURCES.take();
	step();
	SOURCES.take()
}

/// What `step` handed over, and how.
pub fn arrived(step: impl FnOnce()) -> Vec<Arrived> {
	ARRIVED.take();
	step();
	ARRIVED.take()
}

/// What `step` told the stock that was found beyond the books.
pub fn in_excess(step: impl FnOnce()) -> Vec<Found> {
	FOUND.take();
	step();
	FOUND.take()
}

/// A lot is archived: there is no stock of it any more.
pub fn forget_lot(lot: LotId) {
	Lots::remove(lot);
	let held: Vec<_> = Holdings::iter_keys().filter(|key| key.lot == lot).collect();
	held.into_iter().for_each(Holdings::remove);
}

/// What `step` recorded.
pub fn recorded(step: impl FnOnce()) -> Vec<MockRecord> {
	let before = MockTrail::records().len();
	step();
	MockTrail::records().split_off(before)
}

/// Executes a call and shows that the digest of each of its records is that of exactly its arguments;
/// answers with the first record.
pub fn recorded_with_digest(origin: RuntimeOrigin, call: Call<Test>) -> MockRecord {
	// A call is encoded as its index and then its arguments.
	let arguments = codec::Encode::encode(&call).split_off(1);
	let expected = H256(sp_io::hashing::blake2_256(&arguments));
	let records = recorded(|| {
		assert_ok!(RuntimeCall::Circulation(call).dispatch(origin));
	});
	assert!(records.iter().all(|record| record.digest == expected), "digest of the arguments");
	records.into_iter().next().expect("a record")
}

pub fn by(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn at(moment: Moment) -> EventClaim {
	EventClaim { at: moment, utc_offset: 480 }
}

pub fn leg(lot: LotId, quantity: Quantity) -> Leg {
	Leg { lot, quantity, pack: None }
}

/// The donor's gift to the hospital.
pub fn gift(legs: &[Leg]) -> ProposalOf<Test> {
	Proposal {
		to: HOSPITAL,
		from_site: Some(DONOR_DOCK),
		to_site: Some(HOSPITAL_DOCK),
		terms: Terms::Gift,
		legs: legs.to_vec().try_into().expect("few legs"),
		dispatch_by: DISPATCH_BY,
		receive_by: RECEIVE_BY,
		serves: None,
	}
}

/// The hospital sends goods of `of` back to the donor, from now on.
pub fn giving_back(of: TransferId, legs: &[Leg]) -> ProposalOf<Test> {
	Proposal {
		to: DONOR,
		from_site: None,
		to_site: None,
		terms: Terms::Return { of, from: ReturnFrom::Available },
		dispatch_by: MockTrail::now() + DAY,
		receive_by: MockTrail::now() + 2 * DAY,
		..gift(legs)
	}
}

/// The hospital sends quarantined goods of `of` back to the donor, from now on.
pub fn giving_back_quarantined(of: TransferId, legs: &[Leg]) -> ProposalOf<Test> {
	let terms = Terms::Return { of, from: ReturnFrom::Quarantined };
	Proposal { terms, ..giving_back(of, legs) }
}

/// Proposes as `who`, and answers with the new transfer.
pub fn propose(who: u64, proposal: ProposalOf<Test>) -> TransferId {
	let id = NextTransferId::<Test>::get();
	Circulation::propose(by(who), proposal).expect("a sound proposal");
	id
}

/// The donor's gift to the hospital, proposed.
pub fn proposed(legs: &[Leg]) -> TransferId {
	propose(DONOR_SENDS, gift(legs))
}

/// The donor's gift to the hospital, accepted.
pub fn accepted(legs: &[Leg]) -> TransferId {
	let id = proposed(legs);
	Circulation::accept(by(HOSPITAL_RECEIVES), id).expect("a proposal");
	id
}

/// Dispatches as `who`, naming nobody.
pub fn dispatch(who: u64, id: TransferId) -> DispatchResult {
	dispatch_by(who, id, None)
}

/// Dispatches as `who`, naming a carrier.
pub fn dispatch_by(who: u64, id: TransferId, carrier: Option<InstitutionId>) -> DispatchResult {
	Circulation::dispatch(by(who), id, carrier, None, None, None, at(MockTrail::now()))
		.map(|_| ())
		.map_err(|refusal| refusal.error)
}

/// Dispatches as `who`, with what a sensor measured.
pub fn dispatch_measured(who: u64, id: TransferId, sensor: SensorSummary) -> DispatchResult {
	let event = at(MockTrail::now());
	Circulation::dispatch(by(who), id, None, None, None, Some(sensor), event)
		.map(|_| ())
		.map_err(|refusal| refusal.error)
}

/// Calls a loan in as `who`.
pub fn call_in(who: u64, id: TransferId) -> DispatchResult {
	Circulation::call_in_loan(by(who), id).map(|_| ()).map_err(|refusal| refusal.error)
}

/// Archives a transfer as nobody in particular, with the digest that is asked for.
pub fn archive(id: TransferId) -> DispatchResult {
	let digest = Circulation::archive_digest(id).unwrap_or_default();
	Circulation::archive(by(NOBODY), id, digest).map(|_| ()).map_err(|refusal| refusal.error)
}

/// The donor's gift to the hospital, dispatched.
pub fn dispatched(legs: &[Leg]) -> TransferId {
	let id = accepted(legs);
	dispatch(DONOR_SENDS, id).expect("an accepted transfer");
	id
}

/// The donor's gift to the hospital, `accepted` of which arrived in order.
pub fn delivered(legs: &[Leg]) -> TransferId {
	let id = dispatched(legs);
	let found: Vec<_> = legs.iter().map(|leg| found(leg.quantity, 0, 0)).collect();
	receive(HOSPITAL_RECEIVES, id, &found).expect("goods under way");
	id
}

pub fn shortfall(quantity: Quantity, reason: Discrepancy) -> Option<Shortfall> {
	(quantity > 0).then_some(Shortfall { quantity, reason })
}

pub fn found(accepted: Quantity, rejected: Quantity, missing: Quantity) -> LegReceipt {
	LegReceipt {
		accepted,
		rejected: shortfall(rejected, Discrepancy::Damaged),
		missing: shortfall(missing, Discrepancy::Lost),
		..Default::default()
	}
}

pub fn entries(legs: &[LegReceipt]) -> BoundedVec<LegReceipt, ConstU32<4>> {
	legs.to_vec().try_into().expect("few legs")
}

/// Writes a receipt as `who`, with no paper.
pub fn receive(who: u64, id: TransferId, legs: &[LegReceipt]) -> DispatchResult {
	Circulation::receive(by(who), id, entries(legs), None, None, at(MockTrail::now()))
}

/// Writes a receipt as `who`, with what a sensor measured.
pub fn receive_measured(
	who: u64,
	id: TransferId,
	legs: &[LegReceipt],
	sensor: SensorSummary,
) -> DispatchResult {
	let event = at(MockTrail::now());
	Circulation::receive(by(who), id, entries(legs), Some(sensor), None, event)
}

/// The donor lends the hospital goods until [`RECEIVE_BY`], and they have arrived.
pub fn lent(legs: &[Leg]) -> TransferId {
	let loan = ProposalOf::<Test> { terms: Terms::Loan { due: RECEIVE_BY }, ..gift(legs) };
	let id = propose(DONOR_SENDS, loan);
	Circulation::accept(by(HOSPITAL_RECEIVES), id).expect("a proposal");
	dispatch(DONOR_SENDS, id).expect("an accepted transfer");
	let found: Vec<_> = legs.iter().map(|leg| found(leg.quantity, 0, 0)).collect();
	receive(HOSPITAL_RECEIVES, id, &found).expect("goods under way");
	id
}

/// What the hospital has of the donor's.
pub fn borrowed(lot: LotId) -> Holding {
	holding(lot, Custody { custodian: HOSPITAL, owner: DONOR })
}

/// The hospital sends goods of `of` back, and they are under way.
pub fn sent_back(of: TransferId, legs: &[Leg]) -> TransferId {
	let id = propose(HOSPITAL_SENDS, giving_back(of, legs));
	Circulation::accept(by(DONOR_RECEIVES), id).expect("a proposal");
	dispatch(HOSPITAL_SENDS, id).expect("an accepted transfer");
	id
}

/// Resolves `quantity` of the first leg as `origin`.
pub fn resolve(
	origin: RuntimeOrigin,
	id: TransferId,
	outcome: Outcome,
	quantity: Quantity,
) -> DispatchResult {
	Circulation::resolve(origin, id, 0, outcome, quantity, None, None)
}

pub fn status(id: TransferId) -> Status {
	Transfers::<Test>::get(id).expect("a transfer").status
}

/// The last event of the pallet.
pub fn last_event() -> Event<Test> {
	let is_ours = |record: frame_system::EventRecord<RuntimeEvent, H256>| match record.event {
		RuntimeEvent::Circulation(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().rev().find_map(is_ours).expect("an event")
}

/// A shipping label with its check digit.
pub fn label() -> Sscc {
	Sscc::try_from("376104250021234569").expect("a worked example of the standard")
}

/// The same with its last digit wrong.
pub fn wrong_label() -> Sscc {
	Sscc(*b"376104250021234560")
}
