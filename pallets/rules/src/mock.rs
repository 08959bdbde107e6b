//! A runtime with the directory and the trail of every mock, with regions, levels and emergencies that
//! tests write, and with what circulation does to the rules: propose, dispatch and end transfers.

use crate as pallet_rules;
use crate::*;
use alloc::collections::BTreeMap;
use core::convert::Infallible;
use frame_support::{
	assert_ok, derive_impl,
	pallet_prelude::ValueQuery,
	parameter_types, storage_alias,
	traits::{ConstU32, IntegrityTest},
	weights::Weight,
	Identity,
};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockRecord, MockTrail},
	time::DAY,
	Act, Action, Actor, Area, Authority, Capability, ClassId, Emergencies, Geography,
	InstitutionId, InstitutionKind, Level, Levels, Line, Moment, Movement, Occasion, OnTransfer,
	Quantity, RecordId, Refusal, RegionCode, Role, RuleId, Severity, Source, Step, Subject,
	Subjects, TermsKind, Trail, TransferId, Unmet,
};
use sp_core::H256;
use sp_runtime::{traits::Dispatchable, BuildStorage, DispatchResult};

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
	pub type Ruling = pallet_rules;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

parameter_types! {
	pub const MaxSignatureTerm: Moment = 30 * DAY;
	pub const Governance: Actor<u64> = Actor::Authority(Authority::Root);
}

impl Config for Test {
	type GovernanceOrigin = frame_system::EnsureRootWithSuccess<u64, Governance>;
	type Access = MockDirectory;
	type Directory = MockDirectory;
	type Geography = World;
	type Levels = World;
	type Emergencies = World;
	type Trail = MockTrail;
	type MaxSignaturesGiven = ConstU32<5>;
	type MaxSignatureTerm = MaxSignatureTerm;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

/// Noon of 23 January 2020.
pub const NOW: Moment = 1_579_780_800_000;
pub const RECEIVE_BY: Moment = NOW + 5 * DAY;

/// In Hubei.
pub const HOSPITAL: InstitutionId = InstitutionId(0);
/// In Wuhan, which is a part of Hubei.
pub const CLINIC: InstitutionId = InstitutionId(1);
/// In Shanghai.
pub const DONOR: InstitutionId = InstitutionId(2);
/// In Hubei.
pub const COMMISSION: InstitutionId = InstitutionId(3);
/// In Shanghai.
pub const CARRIER: InstitutionId = InstitutionId(4);

pub const HOSPITAL_ADMIN: u64 = 1;
pub const HOSPITAL_SENDS: u64 = 2;
pub const CLINIC_ADMIN: u64 = 11;
pub const DONOR_ADMIN: u64 = 21;
pub const COMMISSION_SIGNS: u64 = 31;
pub const CARRIER_SIGNS: u64 = 41;
pub const NOBODY: u64 = 99;

pub const MASKS: ClassId = ClassId(0);
pub const SUITS: ClassId = ClassId(1);

#[storage_alias]
type KnownLevels = StorageMap<World, Identity, (InstitutionId, ClassId), (u128, u128), ValueQuery>;
#[storage_alias]
type KnownEmergencies = StorageMap<World, Identity, (RegionCode, ClassId), u8>;
/// The transfers that were proposed and have neither left nor ended.
#[storage_alias]
type Waiting = StorageMap<World, Identity, TransferId, u8>;
#[storage_alias]
type NextTransferId = StorageValue<World, TransferId, ValueQuery>;

/// What there is besides institutions.
pub struct World;

impl Geography for World {
	fn area(region: &RegionCode) -> Option<Area> {
		let parent = match region.0.as_slice() {
			b"CN" => None,
			b"CN-HB" | b"CN-SH" => Some(code("CN")),
			b"CN-WH" => Some(code("CN-HB")),
			[b'Z', b'Z', ..] => None,
			_ => return None,
		};
		Some(Area { belt: None, parent })
	}
}

impl Levels for World {
	fn level(institution: InstitutionId, class: ClassId) -> Level {
		let (available, daily_use) = KnownLevels::get((institution, class));
		Level { available, daily_use, days: 28 }
	}
}

/// What it costs to ask whether an emergency is in force.
pub const SEVERITY: Weight = Weight::from_parts(70, 7);

impl Emergencies for World {
	fn severity(region: &RegionCode, class: ClassId) -> Option<Severity> {
		KnownEmergencies::get((region.clone(), class)).map(|severity| match severity {
			0 => Severity::General,
			1 => Severity::Major,
			2 => Severity::Serious,
			_ => Severity::Extreme,
		})
	}
	fn weight_of_severity() -> Weight {
		SEVERITY
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::BenchmarkHelper<u64> for World {
	fn institution(admin: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		MockDirectory::admit(id, MockInstitution::new(InstitutionKind::Hospital, "CN-HB"));
		MockDirectory::appoint(*admin, id, &[Role::Dispatch, Role::Admin]);
		id
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		MockDirectory::appoint(*who, institution, &[role]);
	}
	fn suspend_in_haste(_: InstitutionId) {
		unreachable!("rules suspend nobody")
	}
	fn site(_: InstitutionId) -> salus_primitives::SiteNumber {
		unreachable!("no benchmark of this pallet needs a site")
	}
	fn class() -> ClassId {
		unreachable!("no benchmark of this pallet needs a class")
	}
	fn lot_of(_: InstitutionId, _: ClassId, _: Quantity) -> salus_primitives::LotId {
		unreachable!("no benchmark of this pallet needs a lot")
	}
	fn region(number: u32) -> RegionCode {
		code(&format!("ZZ-{number}"))
	}
	fn commission(_: RegionCode, who: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		MockDirectory::admit(id, MockInstitution::new(InstitutionKind::HealthCommission, "CN-HB"));
		MockDirectory::appoint(*who, id, &[Role::Dispatch, Role::Admin]);
		id
	}
}

pub fn code(text: &str) -> RegionCode {
	RegionCode::try_from(text).expect("a test's region code is well-formed")
}

pub fn turn_to(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

/// From now on, an institution has so much of a class, and uses so many thousandths of a unit a day.
pub fn set_level(institution: InstitutionId, class: ClassId, available: u128, daily_use: u128) {
	KnownLevels::insert((institution, class), (available, daily_use));
}

/// From now on, an emergency is in force.
pub fn declare(region: &str, class: ClassId, severity: Severity) {
	KnownEmergencies::insert((code(region), class), severity as u8);
}

/// A hospital and a clinic in Hubei, a donor and a carrier in Shanghai, and a health commission.
pub fn stage() -> sp_io::TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage();
	let mut stage = sp_io::TestExternalities::new(storage.expect("an empty genesis"));
	stage.execute_with(|| {
		System::set_block_number(1);
		turn_to(NOW);
		let cold = [Capability::ColdChain];
		for (id, kind, region, capabilities) in [
			(HOSPITAL, InstitutionKind::Hospital, "CN-HB", &[Capability::Ventilation][..]),
			(CLINIC, InstitutionKind::Hospital, "CN-WH", &[]),
			(DONOR, InstitutionKind::Donor, "CN-SH", &[]),
			(COMMISSION, InstitutionKind::HealthCommission, "CN-HB", &[]),
			(CARRIER, InstitutionKind::Carrier, "CN-SH", &cold),
		] {
			MockDirectory::admit(id, MockInstitution::new(kind, region).licensed(capabilities));
		}
		MockDirectory::appoint(HOSPITAL_ADMIN, HOSPITAL, &[Role::Admin]);
		MockDirectory::appoint(HOSPITAL_SENDS, HOSPITAL, &[Role::Dispatch]);
		MockDirectory::appoint(CLINIC_ADMIN, CLINIC, &[Role::Admin, Role::Dispatch]);
		MockDirectory::appoint(DONOR_ADMIN, DONOR, &[Role::Admin, Role::Dispatch]);
		MockDirectory::appoint(COMMISSION_SIGNS, COMMISSION, &[Role::Dispatch]);
		MockDirectory::appoint(CARRIER_SIGNS, CARRIER, &[Role::Dispatch]);
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

/// Checks the invariants of the pallet, and that every rule names its newest record unless that is
/// pruned.
pub fn check_all() {
	assert_ok!(Ruling::do_try_state());
	let records = MockTrail::records().into_iter().enumerate();
	let newest: BTreeMap<Subject, RecordId> =
		records.map(|(place, record)| (record.subject, RecordId(place as u64))).collect();
	for (subject, newest) in newest {
		let known = Ruling::newest_record(&subject);
		if known.is_some() || !<MockTrail as Trail<u64>>::is_pruned(newest) {
			assert_eq!(known, Some(newest), "newest of {subject:?}");
		}
	}
}

pub fn by(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn last_event() -> Event<Test> {
	let events = System::events().into_iter().rev();
	let mut own = events.filter_map(|record| match record.event {
		RuntimeEvent::Ruling(event) => Some(event),
		_ => None,
	});
	own.next().expect("an event")
}

/// What is demanded, one alternative after the other.
pub fn wording(alternatives: &[&[Clause]]) -> Wording {
	let alternatives: Vec<Alternative> = alternatives
		.iter()
		.map(|clauses| clauses.to_vec().try_into().expect("few clauses"))
		.collect();
	alternatives.try_into().expect("few alternatives")
}

/// One condition alone.
pub fn only(condition: Condition) -> Wording {
	wording(&[&[clause(condition)]])
}

pub fn clause(condition: Condition) -> Clause {
	Clause { condition, negated: false }
}

pub fn not(condition: Condition) -> Clause {
	Clause { condition, negated: true }
}

/// At most so much in seven days.
pub fn at_most(quantity: Quantity, to: Reach) -> Condition {
	Condition::AtMost { quantity, days: 7, to }
}

/// The terms are among these.
pub fn terms(among: &[TermsKind]) -> Condition {
	let among: alloc::collections::BTreeSet<_> = among.iter().copied().collect();
	Condition::Terms { among: among.try_into().expect("there are four") }
}

pub fn co_signed(signing: Signing) -> Condition {
	Condition::CoSigned { kind: InstitutionKind::HealthCommission, signing }
}

pub const DIGEST: H256 = H256::repeat_byte(7);

/// A rule, written by `origin`.
pub fn written(origin: RuntimeOrigin, class: Option<ClassId>, wording: Wording) -> RuleId {
	let id = NextRuleId::<Test>::get();
	assert_ok!(Ruling::write_rule(origin, class, wording, DIGEST));
	id
}

/// A rule of governance for masks.
pub fn ruled(wording: Wording) -> RuleId {
	written(root(), Some(MASKS), wording)
}

pub fn line(class: ClassId, quantity: Quantity) -> Line {
	Line { class, quantity, expires_at: None }
}

/// The hospital gives masks to the clinic.
pub fn masks(quantity: Quantity) -> Movement {
	Movement {
		occasion: Occasion::Proposal,
		sender: HOSPITAL,
		receiver: CLINIC,
		owner: HOSPITAL,
		terms: TermsKind::Gift,
		source: Source::Available,
		dispatch_by: RECEIVE_BY - DAY,
		receive_by: RECEIVE_BY,
		serves: None,
		lines: vec![line(MASKS, quantity)],
	}
}

/// What rules say against a movement, and what is known of it.
fn examined(movement: &Movement) -> (Vec<Refusal>, Passed) {
	let mut refusals = Vec::new();
	let tell = &mut |refusal| {
		refusals.push(refusal);
		Ok::<(), Infallible>(())
	};
	let Ok(passed) = <Ruling as salus_primitives::Rules>::examine(movement, tell);
	(refusals, passed)
}

/// What rules say against a movement.
pub fn refusals(movement: &Movement) -> Vec<Refusal> {
	examined(movement).0
}

/// Whether a movement passes.
pub fn passes(movement: &Movement) -> bool {
	refusals(movement).is_empty()
}

pub fn unmet(rule: RuleId, alternative: u8, condition: u8) -> Refusal {
	Refusal::Unmet(Unmet { rule, alternative, condition })
}

/// Proposes a movement as circulation does: `None` when it does not pass.
pub fn propose(movement: &Movement) -> Option<TransferId> {
	let (refusals, passed) = examined(movement);
	if !refusals.is_empty() {
		return None;
	}
	let id = NextTransferId::get();
	NextTransferId::put(TransferId(id.0 + 1));
	Waiting::insert(id, <Ruling as salus_primitives::Rules>::count(&passed));
	assert_ok!(<Ruling as salus_primitives::Rules>::settle(id, movement, passed));
	Some(id)
}

/// A movement that passed, on its way.
pub fn leaving(id: TransferId, carrier: InstitutionId, movement: &Movement) -> Movement {
	let rules = Waiting::get(id).expect("a transfer that was proposed");
	let occasion = Occasion::Dispatch { transfer: id, carrier, rules };
	Movement { occasion, ..movement.clone() }
}

/// Dispatches a movement as circulation does, and answers whether it passes.
pub fn dispatch(id: TransferId, movement: &Movement) -> bool {
	let movement = leaving(id, movement.sender, movement);
	let (refusals, passed) = examined(&movement);
	if refusals.is_empty() {
		assert_ok!(<Ruling as salus_primitives::Rules>::settle(id, &movement, passed));
		Waiting::remove(id);
	}
	refusals.is_empty()
}

/// Ends a transfer that has not left.
pub fn end(id: TransferId) {
	Waiting::remove(id);
	unsent(id);
}

/// Tells that a transfer never left, and answers with what that cost.
pub fn unsent(id: TransferId) -> Weight {
	let mut step = Step::new(Act::by(Actor::Chain), Action::TransferExpired, &(id,));
	let told = <Ruling as OnTransfer<u64>>::unsent(&mut step, id, None, &[]);
	told.expect("giving back cannot fail")
}

/// The transfers that have neither left nor ended.
pub fn waiting() -> Vec<TransferId> {
	Waiting::iter_keys().collect()
}

/// What is counted of masks now, over seven days.
pub fn counted(rule: RuleId, among: Among) -> u128 {
	Ruling::counted_now(rule, CountKey { days: 7, among })
}

/// Executes a call, and shows that the digest of its record is that of exactly its arguments, and that it
/// leaves one record, on the rule.
pub fn recorded_with_digest(origin: RuntimeOrigin, call: Call<Test>) -> MockRecord {
	// A call is encoded as its index and then its arguments.
	let arguments = codec::Encode::encode(&call).split_off(1);
	let before = MockTrail::records().len();
	let done: DispatchResult =
		RuntimeCall::Ruling(call).dispatch(origin).map(|_| ()).map_err(|refusal| refusal.error);
	assert_ok!(done);
	let records = MockTrail::records().split_off(before);
	let [record] = &records[..] else { panic!("one record, not {records:?}") };
	assert_eq!(record.digest, H256(sp_io::hashing::blake2_256(&arguments)));
	assert!(matches!(record.subject, Subject::Rule(_)));
	record.clone()
}
