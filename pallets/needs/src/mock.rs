//! A runtime with the directory and the trail of every mock, a small but honest stock, and transfers that
//! promise what they carry, as circulation's do.

use crate as pallet_needs;
use crate::*;
use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Decode, Encode};
use core::cell::RefCell;
use frame_support::{
	assert_ok, derive_impl,
	pallet_prelude::ValueQuery,
	parameter_types, storage_alias,
	traits::{ConstU32, ConstU64, Contains, IntegrityTest},
	weights::Weight,
	Identity,
};
use frame_system::{
	mocking::MockUncheckedExtrinsic,
	offchain::{CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase},
	AuthorizeCall,
};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockTrail},
	time::DAY,
	Act, Action, Actor, Area, Arrival, Authority, BaseUnit, Bucket, Capability, Catalogue, Change,
	ClassId, Course, Custody, Emergencies, Fate, Freezes, Geography, Holding, InstitutionId,
	InstitutionKind, Level, Levels, Line, LotFacts, LotId, LotStock, MadeTransfer, Mandate, Moment,
	Movement, NeedId, Needs as KnowsNeeds, NewTransfer, NotMade, Occasion, OfferId, OnTransfer,
	OrderId, PendingTransfer, Priority, Purpose, Quantity, RecordId, RegionCode, Role, Ruling,
	Service, Severity, Shelf, ShelfPlace, SiteNumber, Source, Step, Stock, Subject, Subjects,
	Terms, Total, Trail, TransferId, Transfers as MakesTransfers, WriteOff,
};
use sp_runtime::{
	generic,
	testing::UintAuthorityId,
	traits::{BlakeTwo256, Dispatchable},
	ArithmeticError, BuildStorage, DispatchError, DispatchResult, Percent,
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
impl pallet_timestamp::Config for Test {}

parameter_types! {
	pub const Governance: Actor<u64> = Actor::Authority(Authority::Root);
}

/// How many blocks the worker waits.
pub const RETRY: u64 = 5;
/// The most open offers of an institution.
pub const MAX_OFFERS: u32 = 6;
/// The most standing orders of an institution.
pub const MAX_ORDERS: u32 = 3;
/// The most lots of a transfer.
pub const MAX_LINES: u32 = 3;
/// For how many days of use somebody may ask.
pub const NEED_DAYS: u32 = 30;
/// The bound of a need without a history.
pub const DEFAULT_BOUND: Quantity = 1_000;

impl Config for Test {
	type GovernanceOrigin = frame_system::EnsureRootWithSuccess<u64, Governance>;
	type Access = MockDirectory;
	type Directory = MockDirectory;
	type Geography = World;
	type Catalogue = World;
	type Levels = World;
	type Shelf = World;
	type Stock = World;
	type Transfers = World;
	type Emergencies = World;
	type Freezes = World;
	type Trail = MockTrail;
	type NeedDays = ConstU32<NEED_DAYS>;
	type MinHistory = ConstU32<7>;
	type DefaultNeedBound = ConstU64<DEFAULT_BOUND>;
	type MinDispatch = ConstU64<{ DAY / 6 }>;
	type MaxNeedTime = ConstU64<{ 90 * DAY }>;
	type EscalationTime = ConstU64<DAY>;
	type MaxOfferTime = ConstU64<{ 30 * DAY }>;
	type MaxOffers = ConstU32<MAX_OFFERS>;
	type MaxOrders = ConstU32<MAX_ORDERS>;
	type RetryPeriod = ConstU64<RETRY>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
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

/// Noon of 23 January 2020.
pub const NOW: Moment = 1_579_780_800_000;

/// In Wuhan, which is a part of Hubei, which is a part of the country; licensed for ventilation.
pub const HOSPITAL: InstitutionId = InstitutionId(0);
/// In Hubei.
pub const CLINIC: InstitutionId = InstitutionId(1);
/// In Shanghai.
pub const DONOR: InstitutionId = InstitutionId(2);
/// In Hubei.
pub const COMMISSION: InstitutionId = InstitutionId(3);

pub const HOSPITAL_RECEIVES: u64 = 1;
pub const HOSPITAL_SENDS: u64 = 2;
pub const CLINIC_RECEIVES: u64 = 11;
pub const CLINIC_SENDS: u64 = 12;
pub const DONOR_RECEIVES: u64 = 21;
pub const DONOR_SENDS: u64 = 22;
pub const COMMISSION_SENDS: u64 = 32;
pub const NOBODY: u64 = 99;

/// Counted in pieces.
pub const MASKS: ClassId = ClassId(0);
/// Counted in pieces.
pub const RESPIRATORS: ClassId = ClassId(1);
/// Counted in litres.
pub const OXYGEN: ClassId = ClassId(2);
/// There is no such class.
pub const NOTHING: ClassId = ClassId(9);
/// From here on classes are made by benchmarks; they are counted in pieces.
const FIRST_MADE: u32 = 100;

#[storage_alias]
type Lots = StorageMap<World, Identity, LotId, MockLotEntry>;
#[storage_alias]
type Holdings = StorageMap<World, Identity, (InstitutionId, LotId), Holding, ValueQuery>;
/// Whose goods somebody has besides its own: by custodian, then owner and lot.
#[storage_alias]
type Borrowed =
	StorageDoubleMap<World, Identity, InstitutionId, Identity, (InstitutionId, LotId), ()>;
#[storage_alias]
type NextLot = StorageValue<World, LotId, ValueQuery>;
#[storage_alias]
type Uses = StorageMap<World, Identity, (InstitutionId, ClassId), (Total, u32), ValueQuery>;
/// The transfers that were made, with what is outstanding of each.
#[storage_alias]
type Made = StorageMap<World, Identity, TransferId, MockTransfer>;
#[storage_alias]
type NextTransfer = StorageValue<World, TransferId, ValueQuery>;
/// What every transfer is refused with, if anything.
#[storage_alias]
type Refused = StorageValue<World, bool, ValueQuery>;
/// Whether receivers have approved every sender in advance.
#[storage_alias]
type Approving = StorageValue<World, bool, ValueQuery>;
/// Whether the chain is in safe mode.
#[storage_alias]
type InSafeMode = StorageValue<World, bool, ValueQuery>;
/// How many lots a transfer may have, if not [`MAX_LINES`].
#[storage_alias]
type MostLines = StorageValue<World, u32>;
/// The most units of a lot in a transfer, if there is a most.
#[storage_alias]
type LargestLine = StorageValue<World, Quantity>;
#[cfg(feature = "runtime-benchmarks")]
#[storage_alias]
type ClassesMade = StorageValue<World, u32, ValueQuery>;
/// The emergencies that are in force.
#[storage_alias]
type InForce = StorageMap<World, Identity, (RegionCode, ClassId), Severity>;
/// The needs that wait for an allocation.
#[storage_alias]
type FrozenNeeds = StorageMap<World, Identity, NeedId, ()>;
/// The offers that do.
#[storage_alias]
type FrozenOffers = StorageMap<World, Identity, OfferId, ()>;
#[storage_alias]
type NewestOfClass = StorageMap<World, Identity, ClassId, RecordId>;

/// What every transfer is refused with once [`refuse_transfers`] was called.
pub const FORBIDDEN: DispatchError = DispatchError::Other("forbidden");
/// What goods are refused with that are held.
pub const HELD: DispatchError = DispatchError::Other("held");

#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub struct MockLotEntry {
	class: ClassId,
	expires_at: Option<Moment>,
	/// What a receiver must be licensed for.
	capability: Option<Capability>,
	/// Whether something holds it, wherever it is.
	held: bool,
	newest_record: Option<RecordId>,
}

/// A transfer that was made.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub struct MockTransfer {
	pub sender: InstitutionId,
	pub receiver: InstitutionId,
	pub lines: Vec<(LotId, Quantity)>,
	pub dispatch_by: Moment,
	pub receive_by: Moment,
	pub serves: Service,
	pub agreed: bool,
	pub terms: Terms,
}

/// What there is besides institutions.
pub struct World;

impl Contains<RuntimeCall> for World {
	fn contains(call: &RuntimeCall) -> bool {
		!InSafeMode::get() || !matches!(call, RuntimeCall::NeedsPallet(_))
	}
}

impl Geography for World {
	fn area(region: &RegionCode) -> Option<Area> {
		let parent = match region.0.as_slice() {
			b"CN" => None,
			b"CN-HB" | b"CN-SH" => Some(code("CN")),
			b"CN-WH" => Some(code("CN-HB")),
			[b'Z', b'Z', ..] => None,
			// Each is a part of the next one.
			[b'L', b'L', b'-', letter @ b'A'..=b'Y'] => {
				Some(RegionCode(Vec::from([b'L', b'L', b'-', letter + 1]).try_into().ok()?))
			}
			_ => return None,
		};
		Some(Area { belt: None, parent })
	}
}

impl Emergencies for World {
	fn severity(region: &RegionCode, class: ClassId) -> Option<Severity> {
		let lineage = Self::lineage(region).into_iter();
		lineage.filter_map(|region| InForce::get((region, class))).max()
	}
	fn weight_of_severity() -> Weight {
		Weight::zero()
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn put_in_force(region: &RegionCode, class: ClassId) {
		for region in Self::lineage(region) {
			InForce::insert((region, class), Severity::Extreme);
		}
	}
}

/// What it costs to ask whether something is frozen.
pub const FREEZING: u64 = 7;

impl Freezes for World {
	fn need(need: NeedId) -> bool {
		FrozenNeeds::contains_key(need)
	}
	fn offer(offer: OfferId) -> bool {
		FrozenOffers::contains_key(offer)
	}
	fn weight() -> Weight {
		Weight::from_parts(FREEZING, 0)
	}
}

impl Catalogue<u64> for World {
	fn unit(class: ClassId) -> Option<BaseUnit> {
		match class {
			MASKS | RESPIRATORS => Some(BaseUnit::Piece),
			OXYGEN => Some(BaseUnit::Litre),
			ClassId(FIRST_MADE..) => Some(BaseUnit::Piece),
			_ => None,
		}
	}
	fn record(step: &mut Step<u64>, class: ClassId) -> DispatchResult {
		if class == NOTHING {
			return Err(DispatchError::CannotLookup);
		}
		let mut newest = NewestOfClass::get(class);
		MockTrail::record(step, Subject::Class(class), &mut newest)?;
		NewestOfClass::set(class, newest);
		Ok(())
	}
}

impl Levels for World {
	fn level(institution: InstitutionId, class: ClassId) -> Level {
		let own = Holdings::iter().filter(|((holder, lot), _)| {
			*holder == institution && Lots::get(lot).is_some_and(|lot| lot.class == class)
		});
		let available = own.map(|(_, holding)| Total::from(holding.available)).sum();
		let (daily_use, days) = Uses::get((institution, class));
		Level { available, daily_use, days }
	}
}

impl Shelf for World {
	fn behind(
		custodian: InstitutionId,
		class: ClassId,
		after: Option<ShelfPlace>,
		most: u32,
	) -> Vec<ShelfPlace> {
		let order =
			|place: &ShelfPlace| (place.expires_at.unwrap_or(Moment::MAX), place.lot, place.owner);
		let mut places: Vec<_> = Holdings::iter_keys()
			.filter(|(holder, _)| *holder == custodian)
			.chain(Borrowed::iter_key_prefix(custodian))
			.filter_map(|(owner, lot)| {
				let entry = Lots::get(lot).filter(|entry| entry.class == class)?;
				Some(ShelfPlace { expires_at: entry.expires_at, lot, owner })
			})
			.filter(|place| after.is_none_or(|after| order(&after) < order(place)))
			.collect();
		places.sort_by_key(order);
		places.truncate(most as usize);
		places
	}
}

/// A lot, open.
pub struct MockLot {
	id: LotId,
	entry: MockLotEntry,
	holdings: BTreeMap<InstitutionId, Holding>,
}

impl Stock<u64> for World {
	type Lot = MockLot;

	fn open(id: LotId) -> Option<MockLot> {
		Some(MockLot { id, entry: Lots::get(id)?, holdings: BTreeMap::new() })
	}
}

impl MockLot {
	fn shift(
		&mut self,
		custody: Custody,
		from: Bucket,
		to: Bucket,
		quantity: Quantity,
	) -> DispatchResult {
		assert_eq!(custody.custodian, custody.owner, "own goods alone are offered and sent");
		let mut holding = self.holding(custody);
		let left = holding.quantity(from).checked_sub(quantity);
		*holding.quantity_mut(from) = left.ok_or(ArithmeticError::Underflow)?;
		*holding.quantity_mut(to) += quantity;
		self.holdings.insert(custody.owner, holding);
		Ok(())
	}
}

impl LotStock<u64> for MockLot {
	fn facts(&self) -> LotFacts {
		let MockLotEntry { class, expires_at, capability, .. } = self.entry;
		LotFacts { class, expires_at, capability, carrier_capability: None, cold_chain: None }
	}
	fn holding(&mut self, custody: Custody) -> Holding {
		let stored = || Holdings::get((custody.owner, self.id));
		self.holdings.get(&custody.owner).copied().unwrap_or_else(stored)
	}
	fn ensure_free(&mut self, custody: Custody, purpose: Purpose) -> DispatchResult {
		let is_held = self.entry.held || self.holding(custody).held;
		match purpose.is_barred_by_a_hold() && is_held {
			true => Err(HELD),
			false => Ok(()),
		}
	}
	fn set_held(&mut self, _: bool) {
		unreachable!("needs hold nothing")
	}
	fn set_holding_held(&mut self, _: Custody, _: bool) -> DispatchResult {
		unreachable!("needs hold nothing")
	}
	fn quarantine(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		unreachable!("needs quarantine nothing")
	}
	fn release_units(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		unreachable!("needs quarantine nothing")
	}
	fn breach(&mut self, _: Custody) -> DispatchResult {
		unreachable!("needs send nothing themselves")
	}
	fn offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.ensure_free(custody, Purpose::Offer)?;
		self.shift(custody, Bucket::Available, Bucket::Offered, quantity)
	}
	fn withdraw_offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.shift(custody, Bucket::Offered, Bucket::Available, quantity)
	}
	fn reserve(&mut self, custody: Custody, source: Source, quantity: Quantity) -> DispatchResult {
		let from = match source {
			Source::Available => Bucket::Available,
			Source::Offered => Bucket::Offered,
			Source::AvailableForReturn | Source::QuarantinedForReturn => {
				unreachable!("what goes back serves no need")
			}
		};
		self.ensure_free(custody, Purpose::Send)?;
		self.shift(custody, from, Bucket::Reserved, quantity)
	}
	fn unreserve(
		&mut self,
		custody: Custody,
		source: Source,
		quantity: Quantity,
	) -> DispatchResult {
		assert!(matches!(source, Source::Available | Source::Offered), "{source:?}");
		self.shift(custody, Bucket::Reserved, Bucket::Available, quantity)
	}
	fn send(&mut self, _: Custody, _: Quantity, _: Purpose) -> DispatchResult {
		unreachable!("needs send nothing themselves")
	}
	fn deliver(
		&mut self,
		_: Custody,
		_: Custody,
		_: Quantity,
		_: Arrival,
		_: Option<SiteNumber>,
	) -> DispatchResult {
		unreachable!("needs deliver nothing themselves")
	}
	fn dispute(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		unreachable!("needs dispute nothing")
	}
	fn call_in(&mut self, _: Custody, _: Quantity) -> Result<Quantity, DispatchError> {
		unreachable!("needs call nothing in")
	}
	fn recover(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		unreachable!("needs recover nothing")
	}
	fn deliver_disputed(
		&mut self,
		_: Custody,
		_: Custody,
		_: Quantity,
		_: Arrival,
		_: Option<SiteNumber>,
	) -> DispatchResult {
		unreachable!("needs deliver nothing themselves")
	}
	fn write_off(&mut self, _: Custody, _: Quantity, _: WriteOff) -> DispatchResult {
		unreachable!("needs write nothing off")
	}
	fn find(&mut self, _: Custody, _: Quantity, _: Option<SiteNumber>) -> DispatchResult {
		unreachable!("needs find nothing")
	}
	fn close(mut self, step: &mut Step<u64>) -> DispatchResult {
		MockTrail::record(step, Subject::Lot(self.id), &mut self.entry.newest_record)?;
		Lots::insert(self.id, self.entry);
		for (owner, holding) in self.holdings {
			let before = Holdings::get((owner, self.id)).total();
			assert_eq!(before, holding.total(), "{:?} is conserved", self.id);
			Holdings::insert((owner, self.id), holding);
		}
		Ok(())
	}
}

impl MakesTransfers<u64> for World {
	type Finding = DispatchError;

	fn most_lines() -> u32 {
		MostLines::get().unwrap_or(MAX_LINES)
	}
	fn largest_line() -> Quantity {
		LargestLine::get().unwrap_or(Quantity::MAX)
	}
	fn explain(_: NewTransfer) -> Vec<DispatchError> {
		Vec::from(if Refused::get() { &[FORBIDDEN][..] } else { &[] })
	}
	fn ask_rules(transfer: &NewTransfer, priority: Option<Priority>) -> Ruling {
		ASKED.with_borrow_mut(|asked| asked.push((transfer.clone(), priority)));
		Ruling { is_forbidden: Refused::get(), rules: 3 }
	}
	fn most_rules() -> u32 {
		MOST_RULES
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_rules(_: InstitutionId, _: InstitutionId, _: ClassId) {}
	fn weight_of_making(lines: u32) -> Weight {
		Weight::from_parts(1_000_000 * u64::from(lines), 0)
	}
	fn weight_of_making_free(lines: u32) -> Weight {
		Weight::from_parts(900_000 * u64::from(lines), 0)
	}
	fn transit() -> (Moment, Moment) {
		(DAY, 14 * DAY)
	}
	fn longest_reservation() -> Moment {
		14 * DAY
	}
	fn make(step: &mut Step<u64>, new: NewTransfer) -> Result<MadeTransfer, NotMade> {
		if Refused::get() {
			return Err(FORBIDDEN.into());
		}
		let need = new.serves.expect("what is sent serves a need");
		assert_eq!(new.mandate, Mandate::Consent);
		let NewTransfer { sender, receiver, terms, source, lines, .. } = new;
		let id = NextTransfer::get();
		NextTransfer::put(id.next().expect("few transfers"));
		let told = lines_of(&lines);
		let movement = Movement {
			occasion: Occasion::Proposal,
			sender,
			receiver,
			owner: sender,
			terms: terms.kind(),
			source,
			dispatch_by: new.dispatch_by,
			receive_by: new.receive_by,
			serves: None,
			lines: told.clone(),
		};
		<NeedsPallet as KnowsNeeds<u64>>::examine(need, &movement, &mut |unserved| {
			Err(DispatchError::Other(unserved_name(unserved)))
		})?;
		for (lot, quantity) in &lines {
			let mut stock = World::open(*lot).expect("a lot");
			stock.reserve(Custody::own(sender), source, *quantity)?;
			stock.close(step)?;
		}
		let mut newest = None;
		MockTrail::record(step, Subject::Transfer(id), &mut newest)?;
		let agreed = new.agreed || Approving::get();
		if agreed {
			let quantity = told.iter().map(|line| Total::from(line.quantity)).sum();
			<NeedsPallet as KnowsNeeds<u64>>::promise(step, id, need, quantity)?;
		}
		let (dispatch_by, receive_by) = (new.dispatch_by, new.receive_by);
		let serves = Service { need, priority: Priority::Urgent, promised: agreed };
		let made = MockTransfer {
			sender,
			receiver,
			dispatch_by,
			receive_by,
			serves,
			agreed,
			terms,
			lines: lines.clone(),
		};
		Made::insert(id, made);
		let weight = Weight::from_parts(1_000_000, 0).saturating_mul(lines.len() as u64);
		Ok(MadeTransfer { id, agreed, weight, yielded: Vec::new() })
	}
	fn pending(_: TransferId) -> Option<PendingTransfer> {
		unreachable!("needs are told of what becomes of transfers")
	}
	fn course(_: TransferId) -> Option<Course> {
		unreachable!("needs are told of what becomes of transfers")
	}
}

/// What an [`Unserved`](salus_primitives::Unserved) is refused with by the transfers of this runtime.
pub fn unserved_name(unserved: salus_primitives::Unserved) -> &'static str {
	use salus_primitives::Unserved;
	match unserved {
		Unserved::NeedNotFound => "need not found",
		Unserved::NeedNotOpen => "need not open",
		Unserved::NeedFrozen => "need frozen",
		Unserved::NeedOfAnother => "need of another",
		Unserved::ClassNotNeeded => "class not needed",
		Unserved::ShelfLifeTooShort => "shelf life too short",
		Unserved::TooLateForNeed => "too late for need",
		Unserved::TooEarlyForNeed => "too early for need",
		Unserved::MoreThanNeeded => "more than needed",
	}
}

fn lines_of(lines: &[(LotId, Quantity)]) -> Vec<Line> {
	let line = |(lot, quantity): &(LotId, Quantity)| {
		let MockLotEntry { class, expires_at, .. } = Lots::get(lot).expect("a lot");
		Line { class, quantity: *quantity, expires_at }
	};
	lines.iter().map(line).collect()
}

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::BenchmarkHelper<u64> for World {
	fn institution(admin: &u64) -> InstitutionId {
		admit(InstitutionKind::Hospital, code("CN-WH"), admin)
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		MockDirectory::appoint(*who, institution, &[role]);
	}
	fn suspend_in_haste(_: InstitutionId) {
		unreachable!("needs suspend nobody")
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
		let made = ClassesMade::get();
		ClassesMade::put(made + 1);
		ClassId(FIRST_MADE + made)
	}
	fn lot_of(institution: InstitutionId, class: ClassId, quantity: Quantity) -> LotId {
		/// The end of the year 9999.
		const EXPIRY: Moment = 253_402_300_800_000;
		lot(institution, class, quantity, Some(EXPIRY))
	}
	fn region(number: u32) -> RegionCode {
		code(&format!("ZZ-{number}"))
	}
	fn commission(region: RegionCode, who: &u64) -> InstitutionId {
		admit(InstitutionKind::HealthCommission, region, who)
	}
}

/// Admits an institution under every licence, with an agent in the roles that needs ask for.
#[cfg(feature = "runtime-benchmarks")]
fn admit(kind: InstitutionKind, region: RegionCode, who: &u64) -> InstitutionId {
	let id = MockDirectory::next_institution();
	let institution = MockInstitution::new(kind, "CN").licensed(&[
		Capability::Ventilation,
		Capability::ColdChain,
		Capability::BloodProducts,
		Capability::ControlledDrugs,
		Capability::IntensiveCare,
		Capability::BiosafetyLaboratory,
		Capability::DangerousGoods,
	]);
	MockDirectory::admit(id, MockInstitution { region, ..institution });
	MockDirectory::appoint(*who, id, &[Role::Dispatch, Role::Receive]);
	id
}

pub fn code(text: &str) -> RegionCode {
	RegionCode::try_from(text).expect("a test's region code is well-formed")
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

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// A lot of which an institution has so much, available.
pub fn lot(
	institution: InstitutionId,
	class: ClassId,
	quantity: Quantity,
	expires_at: Option<Moment>,
) -> LotId {
	let id = NextLot::get();
	NextLot::put(id.next().expect("few lots"));
	let (capability, held, newest_record) = (None, false, None);
	Lots::insert(id, MockLotEntry { class, expires_at, capability, held, newest_record });
	Holdings::insert((institution, id), Holding { available: quantity, ..Default::default() });
	id
}

/// What an institution has of a lot.
pub fn own(lot: LotId, institution: InstitutionId) -> Holding {
	Holdings::get((institution, lot))
}

/// From now on, whoever receives goods of a lot must be licensed for something.
pub fn demand(lot: LotId, capability: Capability) {
	Lots::mutate(lot, |entry| entry.as_mut().expect("a lot").capability = Some(capability));
}

/// From now on, something holds a lot wherever it is, or nothing does.
pub fn hold(lot: LotId, held: bool) {
	Lots::mutate(lot, |entry| entry.as_mut().expect("a lot").held = held);
}

/// Whether something holds what an institution has of a lot.
pub fn is_held(lot: LotId, institution: InstitutionId) -> bool {
	Lots::get(lot).is_some_and(|entry| entry.held) || own(lot, institution).held
}

std::thread_local! {
	/// The transfers about which the rules were asked, in order, each with the priority of its need.
	static ASKED: RefCell<Vec<(NewTransfer, Option<Priority>)>> = const { RefCell::new(Vec::new()) };
}

/// The most rules that a transfer can fall under.
pub const MOST_RULES: u32 = 5;

/// About which transfers `step` asked the rules, each with the priority of its need.
pub fn asked_by(step: impl FnOnce()) -> Vec<(NewTransfer, Option<Priority>)> {
	ASKED.take();
	step();
	ASKED.take()
}

/// From now on, something holds all that an institution has of a lot, or nothing does.
pub fn hold_at(lot: LotId, institution: InstitutionId, held: bool) {
	Holdings::mutate((institution, lot), |holding| holding.held = held);
}

/// An institution uses goods up, or loses them.
pub fn spend(lot: LotId, institution: InstitutionId, quantity: Quantity) {
	Holdings::mutate((institution, lot), |holding| holding.available -= quantity);
}

/// From now on, an institution uses so many thousandths of a unit a day, as seen on so many days.
pub fn set_use(institution: InstitutionId, class: ClassId, daily_use: Total, days: u32) {
	Uses::insert((institution, class), (daily_use, days));
}

/// From now on, every transfer is refused with [`FORBIDDEN`], or none is.
pub fn refuse_transfers(refused: bool) {
	Refused::put(refused);
}

/// From now on, receivers have approved every sender in advance, or none.
pub fn approve_senders(approved: bool) {
	Approving::put(approved);
}

/// From now on, the chain is in safe mode, or not.
pub fn set_safe_mode(on: bool) {
	InSafeMode::put(on);
}

/// From now on, an emergency is in force for a class in a region by itself, or none is.
pub fn set_emergency(region: &str, class: ClassId, severity: Option<Severity>) {
	InForce::set((code(region), class), severity);
}

/// From now on, a need waits for an allocation, or does not.
pub fn freeze_need(need: NeedId, frozen: bool) {
	FrozenNeeds::set(need, frozen.then_some(()));
}

/// From now on, an offer waits for an allocation, or does not.
pub fn freeze_offer(offer: OfferId, frozen: bool) {
	FrozenOffers::set(offer, frozen.then_some(()));
}

/// From now on, nothing waits for an allocation.
pub fn thaw() {
	for need in FrozenNeeds::iter_keys().collect::<Vec<_>>() {
		freeze_need(need, false);
	}
	for offer in FrozenOffers::iter_keys().collect::<Vec<_>>() {
		freeze_offer(offer, false);
	}
}

/// From now on, a transfer may have so many lots.
pub fn set_most_lines(lines: u32) {
	MostLines::put(lines);
}

/// From now on, a transfer may have so many units of a lot.
pub fn set_largest_line(quantity: Quantity) {
	LargestLine::put(quantity);
}

pub fn made(id: TransferId) -> MockTransfer {
	Made::get(id).expect("a transfer that was made")
}

/// The identifiers of the transfers that were made.
pub fn transfers() -> Vec<TransferId> {
	(0..NextTransfer::get().0).map(TransferId).collect()
}

/// Somebody has proposed a gift of an institution's own goods for a need, as circulation lets it, and the
/// receiver has accepted: to leave within a day, and to arrive within another one.
pub fn propose(
	sender: InstitutionId,
	serves: NeedId,
	lines: &[(LotId, Quantity)],
) -> Result<TransferId, DispatchError> {
	let receiver = Needs::<Test>::get(serves).map_or(HOSPITAL, |need| need.institution);
	let dispatch_by = MockTrail::now() + DAY;
	let new = NewTransfer {
		sender,
		receiver,
		terms: Terms::Gift,
		source: Source::Available,
		lines: lines.to_vec(),
		dispatch_by,
		receive_by: dispatch_by + DAY,
		serves: Some(serves),
		agreed: true,
		mandate: Mandate::Consent,
	};
	let mut step = Step::new(Act::by(Actor::Chain), Action::TransferProposed, &());
	// As every call, it leaves no trace when it fails.
	frame_support::storage::with_storage_layer(|| Ok(World::make(&mut step, new)?.id))
}

/// The same, where nothing is against it.
pub fn proposed(sender: InstitutionId, serves: NeedId, lines: &[(LotId, Quantity)]) -> TransferId {
	propose(sender, serves, lines).expect("nothing is against it")
}

/// An act of the receiver of a transfer, which is recorded on the transfer.
fn step_on(id: TransferId, action: Action) -> Step<u64> {
	let mut step = Step::new(Act::by(Actor::Chain), action, &(id,));
	let mut newest = None;
	assert_ok!(MockTrail::record(&mut step, Subject::Transfer(id), &mut newest));
	step
}

/// The receiver accepts a transfer. Answers whether its goods are promised then.
pub fn accepted(id: TransferId) -> bool {
	let MockTransfer { lines, serves, .. } = made(id);
	assert!(!serves.promised, "{id:?} is not promised yet");
	let quantity = lines.iter().map(|(_, quantity)| Total::from(*quantity)).sum();
	let mut step = step_on(id, Action::TransferAccepted);
	let promised = <NeedsPallet as KnowsNeeds<u64>>::promise(&mut step, id, serves.need, quantity);
	let promised = promised.expect("nothing is against it");
	Made::mutate(id, |made| {
		made.iter_mut().for_each(|made| made.serves.promised = promised);
	});
	promised
}

/// A transfer ends before its goods leave: they are available with the sender again.
pub fn never_left(id: TransferId) -> Weight {
	let MockTransfer { sender, lines, serves, .. } = made(id);
	let mut step = step_on(id, Action::TransferRejected);
	for (lot, quantity) in &lines {
		let mut stock = World::open(*lot).expect("a lot");
		assert_ok!(stock.unreserve(Custody::own(sender), Source::Available, *quantity));
		assert_ok!(stock.close(&mut step));
	}
	let told = lines_of(&lines);
	let told = <NeedsPallet as OnTransfer<u64>>::unsent(&mut step, id, Some(serves), &told);
	told.expect("nothing is against it")
}

/// Something becomes known of goods of a transfer's first lot.
pub fn became(id: TransferId, quantity: Quantity, from: Fate, to: Fate) {
	let MockTransfer { lines, serves, .. } = made(id);
	let class = lines_of(&lines)[0].class;
	let mut step = step_on(id, Action::TransferReceived);
	let changes = [Change { class, quantity, from, to }];
	let serves = Some(serves).filter(|serves| serves.promised).map(|serves| serves.need);
	assert_ok!(<NeedsPallet as OnTransfer<u64>>::changed(&mut step, id, serves, &changes));
}

/// Everything a transfer carries arrives.
pub fn delivered(id: TransferId) {
	let lines = made(id).lines;
	let quantity = lines.iter().map(|(_, quantity)| quantity).sum();
	became(id, quantity, Fate::Outstanding, Fate::Delivered);
}

/// The hospital needs masks within five days.
pub fn masks(quantity: Quantity) -> Request {
	Request {
		class: MASKS,
		substitutes: Default::default(),
		quantity,
		priority: Priority::Urgent,
		window: Window { from: None, until: MockTrail::now() + 5 * DAY },
		site: None,
		shelf_life: 0,
		note: None,
		claim: None,
	}
}

/// Publishes a need as `who`.
pub fn published(who: u64, request: Request) -> NeedId {
	let id = NextNeedId::<Test>::get();
	assert_ok!(NeedsPallet::publish_need(by(who), request));
	id
}

pub fn need(id: NeedId) -> Need {
	Needs::<Test>::get(id).expect("a need")
}

/// Everybody's needs, however urgent.
pub fn anybody() -> Scope {
	Scope {
		regions: Default::default(),
		kinds: Default::default(),
		capabilities: Default::default(),
		priority: Priority::Routine,
	}
}

pub const PACE: Pace = Pace { dispatch: 2, transit: 3 };

/// A gift of a lot to anybody, for ten days, in any parts.
pub fn supply(lot: LotId, quantity: Quantity) -> Supply {
	Supply {
		lot,
		quantity,
		scope: anybody(),
		terms: Terms::Gift,
		keeps: 0,
		least: 1,
		until: MockTrail::now() + 10 * DAY,
		pace: PACE,
	}
}

/// Makes an offer as `who`.
pub fn offered(who: u64, supply: Supply) -> OfferId {
	let id = NextOfferId::<Test>::get();
	assert_ok!(NeedsPallet::make_offer(by(who), supply));
	id
}

pub fn offer(id: OfferId) -> Offer {
	Offers::<Test>::get(id).expect("an offer")
}

/// Sends masks to anybody: half of what there is, 100 a week at most.
pub fn sending() -> Instruction {
	Instruction {
		class: MASKS,
		scope: anybody(),
		floor: Floor::Units(0),
		pace: PACE,
		duty: Duty::Send { share: Percent::from_percent(50), most: 100, days: 7 },
	}
}

/// Offers masks to anybody that expire within ten days, for five days.
pub fn offering() -> Instruction {
	Instruction { duty: Duty::Offer { within: 10, open: 5, least: 1 }, ..sending() }
}

/// Gives a standing order as `who`.
pub fn given(who: u64, instruction: Instruction) -> OrderId {
	let id = NextOrderId::<Test>::get();
	assert_ok!(NeedsPallet::give_order(by(who), instruction));
	id
}

pub fn order(id: OrderId) -> Order {
	Orders::<Test>::get(id).expect("an order")
}

/// Has something done, as a stranger.
pub fn ring(alarm: Alarm) -> DispatchResult {
	NeedsPallet::ring(by(NOBODY), alarm).map(|_| ()).map_err(|refusal| refusal.error)
}

/// Takes from an offer as `who`.
pub fn take(who: u64, offer: OfferId, need: NeedId, quantity: Quantity) -> DispatchResult {
	let taken = NeedsPallet::take(by(who), offer, need, quantity);
	taken.map(|_| ()).map_err(|refusal| refusal.error)
}

/// Refuses a call, and leaves everything as it was.
pub fn refused(origin: RuntimeOrigin, call: Call<Test>, error: impl Into<DispatchError>) {
	let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
	let done = RuntimeCall::from(call).dispatch(origin);
	assert_eq!(done.map(|_| ()).map_err(|refusal| refusal.error), Err(error.into()));
	assert_eq!(before, sp_io::storage::root(sp_runtime::StateVersion::V1), "nothing changed");
}

/// The last event of the pallet.
pub fn last_event() -> Event<Test> {
	let is_ours =
		|record: frame_system::EventRecord<RuntimeEvent, sp_core::H256>| match record.event {
			RuntimeEvent::NeedsPallet(event) => Some(event),
			_ => None,
		};
	System::events().into_iter().rev().find_map(is_ours).expect("an event")
}

/// How often an event of the pallet was emitted.
pub fn times(event: Event<Test>) -> usize {
	let event = RuntimeEvent::NeedsPallet(event);
	System::events().into_iter().filter(|record| record.event == event).count()
}

/// A hospital and a clinic in Hubei, a donor in Shanghai, and a health commission.
pub fn stage() -> sp_io::TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage();
	let mut stage = sp_io::TestExternalities::new(storage.expect("an empty genesis"));
	stage.execute_with(|| {
		System::set_block_number(1);
		turn_to(NOW);
		for (id, kind, region, capabilities) in [
			(HOSPITAL, InstitutionKind::Hospital, "CN-WH", &[Capability::Ventilation][..]),
			(CLINIC, InstitutionKind::Hospital, "CN-HB", &[]),
			(DONOR, InstitutionKind::Donor, "CN-SH", &[]),
			(COMMISSION, InstitutionKind::HealthCommission, "CN-HB", &[]),
		] {
			let institution = MockInstitution::new(kind, region).licensed(capabilities);
			MockDirectory::admit(id, institution.with_sites(2));
		}
		MockDirectory::appoint(HOSPITAL_RECEIVES, HOSPITAL, &[Role::Receive]);
		MockDirectory::appoint(HOSPITAL_SENDS, HOSPITAL, &[Role::Dispatch]);
		MockDirectory::appoint(CLINIC_RECEIVES, CLINIC, &[Role::Receive]);
		MockDirectory::appoint(CLINIC_SENDS, CLINIC, &[Role::Dispatch]);
		MockDirectory::appoint(DONOR_RECEIVES, DONOR, &[Role::Receive]);
		MockDirectory::appoint(DONOR_SENDS, DONOR, &[Role::Dispatch]);
		MockDirectory::appoint(COMMISSION_SENDS, COMMISSION, &[Role::Dispatch, Role::Receive]);
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

/// Checks the invariants of the pallet, and that everything names its newest record.
pub fn check_all() {
	assert_ok!(NeedsPallet::do_try_state());
	let records = MockTrail::records().into_iter().enumerate();
	let newest: BTreeMap<Subject, RecordId> =
		records.map(|(place, record)| (record.subject, RecordId(place as u64))).collect();
	for (subject, newest) in newest {
		if !matches!(subject, Subject::Need(_) | Subject::Offer(_) | Subject::Order(_)) {
			continue;
		}
		let known = <NeedsPallet as Subjects>::newest_record(&subject);
		let pruned = MockTrail::is_pruned(newest);
		assert!(known == Some(newest) || (known.is_none() && pruned), "{subject:?}");
	}
}

/// A custodian has goods of a lot that belong to somebody else.
pub fn borrow(custodian: InstitutionId, owner: InstitutionId, lot: LotId) {
	Borrowed::insert(custodian, (owner, lot), ());
}

/// What an institution has of a lot: available, offered, reserved.
pub fn buckets(lot: LotId, institution: InstitutionId) -> [Quantity; 3] {
	let Holding { available, offered, reserved, .. } = own(lot, institution);
	[available, offered, reserved]
}
