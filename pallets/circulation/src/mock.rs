//! A runtime with small but honest books: a directory, a stock that refuses to create or lose a
//! unit, and a trail that keeps every record.

use crate as pallet_circulation;
use crate::*;
use alloc::collections::BTreeSet;
use frame_support::{
	derive_impl, parameter_types, storage_alias,
	traits::{ConstU16, ConstU32, IntegrityTest},
	BoundedVec, Identity,
};
use salus_primitives::{
	time::DAY, Capability, ClassId, Holding, InstitutionKind, RegionCode, Roles, SiteId,
};
use sp_runtime::{ArithmeticError, BuildStorage, DispatchError, DispatchResult};

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

parameter_types! {
	pub const MaxReservation: Moment = 7 * DAY;
	pub const MaxTransit: Moment = 14 * DAY;
}

impl Config for Test {
	type Directory = Books;
	type Stock = Books;
	type Trail = Books;
	type ArbiterOrigin = frame_system::EnsureRoot<u64>;
	type MaxLegs = ConstU32<4>;
	type MaxReceipts = ConstU16<3>;
	type MaxReservation = MaxReservation;
	type MaxTransit = MaxTransit;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type Rehearsal = Books;
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
pub const CLINIC_SENDS_AND_RECEIVES: u64 = 31;
pub const NOBODY: u64 = 99;

pub const DONOR_DOCK: SiteId = SiteId(0);
pub const HOSPITAL_DOCK: SiteId = SiteId(1);

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
type Agents = StorageMap<Books, Identity, u64, Agent>;
#[storage_alias]
type Institutions = StorageMap<Books, Identity, InstitutionId, (bool, Vec<Capability>)>;
#[storage_alias]
type Sites = StorageMap<Books, Identity, SiteId, InstitutionId>;
#[storage_alias]
type Lots = StorageMap<Books, Identity, LotId, (Option<Moment>, Option<Capability>)>;
#[storage_alias]
type Holdings = StorageMap<Books, Identity, HoldingKey, Holding>;
/// What came into the books of a lot, and what went out of them.
#[storage_alias]
type Ledgers = StorageMap<Books, Identity, LotId, (Quantity, Quantity)>;
#[storage_alias]
type Records = StorageValue<Books, Vec<Record>>;

/// One record of the mock's trail.
#[derive(Clone, PartialEq, Eq, Debug, codec::Encode, codec::Decode)]
pub struct Record {
	pub actor: Actor<u64>,
	pub institution: Option<InstitutionId>,
	pub action: Action,
	pub digest: H256,
	pub event: Option<EventClaim>,
	pub subject: Subject,
}

pub struct Books;

impl Directory<u64> for Books {
	fn agent(who: &u64) -> Option<Agent> {
		Agents::get(who)
	}
	fn standing(institution: InstitutionId) -> Option<Standing> {
		let (active, capabilities) = Institutions::get(institution)?;
		Some(Standing {
			active,
			kind: InstitutionKind::Hospital,
			region: RegionCode::try_from("CN-HB").expect("a code"),
			capabilities: capabilities.into_iter().collect(),
		})
	}
	fn owner_of_site(site: SiteId) -> Option<InstitutionId> {
		Sites::get(site)
	}
}

impl Books {
	fn change(
		key: &HoldingKey,
		site: Option<SiteId>,
		change: impl FnOnce(&mut Holding) -> DispatchResult,
	) -> DispatchResult {
		let opened = Holding { site, ..Default::default() };
		let mut holding = Holdings::get(key).unwrap_or(opened);
		change(&mut holding)?;
		match holding.total() {
			None => return Err(ArithmeticError::Overflow.into()),
			Some(0) => Holdings::remove(key),
			Some(_) => Holdings::insert(key, holding),
		}
		Ok(())
	}
}

fn take(holding: &mut Holding, bucket: Bucket, quantity: Quantity) -> DispatchResult {
	let held = holding.quantity_mut(bucket);
	*held = held.checked_sub(quantity).ok_or(DispatchError::Other("not held"))?;
	Ok(())
}

fn put(holding: &mut Holding, bucket: Bucket, quantity: Quantity) -> DispatchResult {
	let held = holding.quantity_mut(bucket);
	*held = held.checked_add(quantity).ok_or(ArithmeticError::Overflow)?;
	Ok(())
}

impl Stock for Books {
	fn lot(lot: LotId) -> Option<LotFacts> {
		let (expires_at, capability) = Lots::get(lot)?;
		Some(LotFacts { class: ClassId(0), expires_at, capability })
	}
	fn holding(key: &HoldingKey) -> Holding {
		Holdings::get(key).unwrap_or_default()
	}
	fn shift(key: &HoldingKey, from: Bucket, to: Bucket, quantity: Quantity) -> DispatchResult {
		Self::change(key, None, |holding| {
			take(holding, from, quantity)?;
			put(holding, to, quantity)
		})
	}
	fn hand_over(
		from: (&HoldingKey, Bucket),
		to: (&HoldingKey, Bucket),
		quantity: Quantity,
		site: Option<SiteId>,
	) -> DispatchResult {
		assert_eq!(from.0.lot, to.0.lot);
		Self::change(from.0, None, |holding| take(holding, from.1, quantity))?;
		Self::change(to.0, site, |holding| put(holding, to.1, quantity))
	}
	fn write_off(
		key: &HoldingKey,
		bucket: Bucket,
		quantity: Quantity,
		_: WriteOff,
	) -> DispatchResult {
		let (came, went) = Ledgers::get(key.lot).unwrap_or_default();
		let went = went.checked_add(quantity).ok_or(ArithmeticError::Overflow)?;
		Ledgers::insert(key.lot, (came, went));
		Self::change(key, None, |holding| take(holding, bucket, quantity))
	}
	fn find(
		key: &HoldingKey,
		bucket: Bucket,
		quantity: Quantity,
		site: Option<SiteId>,
	) -> DispatchResult {
		let (came, went) = Ledgers::get(key.lot).unwrap_or_default();
		let came = came.checked_add(quantity).ok_or(ArithmeticError::Overflow)?;
		Ledgers::insert(key.lot, (came, went));
		Self::change(key, site, |holding| put(holding, bucket, quantity))
	}
}

impl Trail<u64> for Books {
	fn record(step: Step<u64>, subjects: &[Subject]) -> DispatchResult {
		let ahead = step.event.is_some_and(|event| event.at > NOW + 365 * DAY);
		frame_support::ensure!(!ahead, DispatchError::Other("event time ahead"));
		assert!(!subjects.is_empty(), "a step that touches nothing");
		let distinct: BTreeSet<_> = subjects.iter().collect();
		assert_eq!(distinct.len(), subjects.len(), "a subject named twice: {subjects:?}");
		let Step { actor, institution, action, digest, event } = step;
		let record = |subject: &Subject| Record {
			actor: actor.clone(),
			institution,
			action,
			digest,
			event,
			subject: subject.clone(),
		};
		Records::mutate(|records| {
			records.get_or_insert_default().extend(subjects.iter().map(record));
		});
		Ok(())
	}
	fn now() -> Moment {
		pallet_timestamp::Now::<Test>::get()
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::Rehearsal<u64> for Books {
	fn institution(admin: &u64) -> InstitutionId {
		let id = InstitutionId(1_000 + Institutions::iter_keys().count() as u32);
		Institutions::insert(id, (true, Vec::from([Capability::Ventilation])));
		let roles = [Role::Dispatch, Role::Receive].into_iter().collect::<BTreeSet<_>>();
		let roles = Roles::try_from(roles).expect("few roles");
		Agents::insert(admin, Agent { institution: id, roles });
		id
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		appoint(*who, institution, &[role]);
	}
	fn site(institution: InstitutionId) -> SiteId {
		let site = SiteId(1_000 + Sites::iter_keys().count() as u32);
		Sites::insert(site, institution);
		site
	}
	fn lot(institution: InstitutionId, quantity: Quantity) -> LotId {
		let lot = LotId(1_000 + Lots::iter_keys().count() as u64);
		register(lot, institution, quantity, None, Some(Capability::Ventilation));
		lot
	}
}

pub fn appoint(who: u64, institution: InstitutionId, roles: &[Role]) {
	let roles = Roles::try_from(roles.iter().copied().collect::<BTreeSet<_>>());
	Agents::insert(who, Agent { institution, roles: roles.expect("few roles") });
}

pub fn register(
	lot: LotId,
	owner: InstitutionId,
	quantity: Quantity,
	expires_at: Option<Moment>,
	capability: Option<Capability>,
) {
	Lots::insert(lot, (expires_at, capability));
	Ledgers::insert(lot, (quantity, 0));
	let holding = Holding { available: quantity, ..Default::default() };
	Holdings::insert(HoldingKey::own(lot, owner), holding);
}

pub fn suspend(institution: InstitutionId) {
	Institutions::mutate(institution, |entry| {
		if let Some((active, _)) = entry {
			*active = false;
		}
	});
}

pub fn license(institution: InstitutionId, capabilities: &[Capability]) {
	Institutions::insert(institution, (true, capabilities.to_vec()));
}

pub fn turn_to(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

/// Runs `test` on a donor with stock, a hospital, a carrier and a clinic; then checks every
/// invariant.
pub fn play(test: impl FnOnce()) {
	sp_io::TestExternalities::default().execute_with(AllPalletsWithSystem::integrity_test);
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage();
	sp_io::TestExternalities::new(storage.expect("an empty genesis")).execute_with(|| {
		System::set_block_number(1);
		turn_to(NOW);
		Institutions::insert(DONOR, (true, Vec::<Capability>::new()));
		Institutions::insert(HOSPITAL, (true, Vec::from([Capability::Ventilation])));
		Institutions::insert(CARRIER, (true, Vec::<Capability>::new()));
		Institutions::insert(CLINIC, (true, Vec::<Capability>::new()));
		appoint(DONOR_SENDS, DONOR, &[Role::Dispatch]);
		appoint(DONOR_RECEIVES, DONOR, &[Role::Receive, Role::Admin]);
		appoint(HOSPITAL_SENDS, HOSPITAL, &[Role::Dispatch, Role::Stock]);
		appoint(HOSPITAL_RECEIVES, HOSPITAL, &[Role::Receive]);
		appoint(CLINIC_SENDS_AND_RECEIVES, CLINIC, &[Role::Dispatch, Role::Receive]);
		Sites::insert(DONOR_DOCK, DONOR);
		Sites::insert(HOSPITAL_DOCK, HOSPITAL);
		register(MASKS, DONOR, 1_000, None, None);
		register(SUITS, DONOR, 500, Some(SUITS_EXPIRE), None);
		register(VENTILATORS, DONOR, 20, None, Some(Capability::Ventilation));
		test();
		check_all();
	});
}

/// Checks the invariants of the pallet, and that no lot lost or gained a unit.
pub fn check_all() {
	Circulation::do_try_state().expect("the invariants hold");
	for (lot, (came, went)) in Ledgers::iter() {
		let held: Quantity = Holdings::iter()
			.filter(|(key, _)| key.lot == lot)
			.map(|(_, holding)| holding.total().expect("a sum that fits"))
			.sum();
		assert_eq!(came, held + went, "{lot:?} is conserved");
	}
}

/// What `institution` holds of its own.
pub fn own(lot: LotId, institution: InstitutionId) -> Holding {
	Books::holding(&HoldingKey::own(lot, institution))
}

/// What left the books of a lot.
pub fn written_off(lot: LotId) -> Quantity {
	Ledgers::get(lot).expect("a lot").1
}

/// What `step` recorded.
pub fn recorded(step: impl FnOnce()) -> Vec<Record> {
	let before = Records::get().unwrap_or_default().len();
	step();
	Records::get().unwrap_or_default().split_off(before)
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
	}
}

/// The hospital sends goods of `of` back to the donor, from now on.
pub fn giving_back(of: TransferId, legs: &[Leg]) -> ProposalOf<Test> {
	Proposal {
		to: DONOR,
		from_site: None,
		to_site: None,
		terms: Terms::Return { of },
		dispatch_by: Books::now() + DAY,
		receive_by: Books::now() + 2 * DAY,
		..gift(legs)
	}
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
	Circulation::dispatch(by(who), id, None, None, None, at(Books::now()))
		.map(|_| ())
		.map_err(|refusal| refusal.error)
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
	Circulation::receive(by(who), id, entries(legs), None, None, at(Books::now()))
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
