//! A runtime of this pallet alone, with regions and institutions made up, and a trail that tests can
//! read.

use crate as pallet_efficiency;
use crate::{
	Archived, Call, CertificateBatch, Dmu, Error, Event, GenesisConfig, Indicator, IndicatorRole,
	Opening, Pallet, Roster, Round, RoundSpecification, RoundSpecifications, Rounds, SampleSize,
	Snapshots, Values, WeightInfo,
};
use codec::Encode;
use frame_support::{
	assert_noop, derive_impl,
	pallet_prelude::{ConstU32, DispatchError, Weight},
	parameter_types,
	traits::{ConstU64, EnsureOrigin, IntegrityTest, UnfilteredDispatchable},
	weights::constants::WEIGHT_REF_TIME_PER_SECOND,
	BoundedVec,
};
use frame_system::{
	mocking::MockUncheckedExtrinsic,
	offchain::{CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase},
	AuthorizeCall, RawOrigin,
};
use salus_analysis::dea::{Certificate, Model, Orientation, SlackWeights};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockRecord, MockTrail},
	Action, Actor, Area, Authority, Belt, Geography, InstitutionId, InstitutionKind, Moment,
	RegionCode, Role, RoundId, Subject, Subjects, Text,
};
use salus_solver::Solver;
use sp_core::H256;
use sp_runtime::{
	generic,
	testing::UintAuthorityId,
	traits::{BlakeTwo256, Dispatchable},
	BuildStorage,
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
	pub type Efficiency = pallet_efficiency;
}

pub type Extrinsic = MockUncheckedExtrinsic<Test, UintAuthorityId, AuthorizeCall<Test>>;
type Block = generic::Block<generic::Header<u64, BlakeTwo256>, Extrinsic>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

/// Root, and the account that stands for the council.
pub struct Convener;

impl EnsureOrigin<RuntimeOrigin> for Convener {
	type Success = Actor<u64>;

	fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Root) => Ok(Actor::Authority(Authority::Root)),
			Ok(RawOrigin::Signed(COUNCIL)) => Ok(Actor::Account(COUNCIL)),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(root())
	}
}

parameter_types! {
	/// The largest transaction that every block takes.
	pub const LargestTransaction: Weight =
		Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND, 5 * 1024 * 1024);
	pub static MaxBatch: u32 = 64;
	/// What looking up whether one DMU is proven weighs.
	pub static AdmissionWeight: Weight = Weight::zero();
	/// What reading one DMU of a snapshot weighs.
	pub static PreparationWeight: Weight = Weight::zero();
	/// What verifying one certificate weighs.
	pub static DmuWeight: Weight = Weight::zero();
}

/// Weights, as far as a test asks for them.
pub struct Weights;

impl WeightInfo for Weights {
	fn open_round(_: u32) -> Weight {
		Weight::zero()
	}
	fn observe() -> Weight {
		Weight::zero()
	}
	fn seal(n: u32) -> Weight {
		Weight::from_parts(n.into(), 0)
	}
	fn cancel_open(n: u32) -> Weight {
		Weight::from_parts(n.into(), 0)
	}
	fn cancel_sealed(n: u32) -> Weight {
		Weight::from_parts(10 * u64::from(n), 0)
	}
	fn close_open(n: u32) -> Weight {
		Weight::from_parts(n.into(), 0)
	}
	fn close_sealed(n: u32) -> Weight {
		Weight::from_parts(10 * u64::from(n), 0)
	}
	fn archive_evaluation(n: u32) -> Weight {
		Weight::from_parts(20 * u64::from(n), 0)
	}
	fn archive_survey(n: u32) -> Weight {
		Weight::from_parts(3 * u64::from(n), 0)
	}
	fn archive_failed() -> Weight {
		Weight::from_parts(2, 0)
	}
	fn forget_round() -> Weight {
		Weight::zero()
	}
	fn admit(u: u32) -> Weight {
		AdmissionWeight::get().saturating_mul(u.into())
	}
	fn prepare(n: u32) -> Weight {
		PreparationWeight::get().saturating_mul(n.into())
	}
	fn verify_4_columns(_: u32) -> Weight {
		DmuWeight::get()
	}
	fn verify_8_columns(_: u32) -> Weight {
		DmuWeight::get().saturating_mul(2)
	}
	fn verify_16_columns(_: u32) -> Weight {
		DmuWeight::get().saturating_mul(4)
	}
	fn store(_: u32) -> Weight {
		Weight::zero()
	}
}

impl pallet_efficiency::Config for Test {
	type RoundOrigin = Convener;
	type Access = MockDirectory;
	type Directory = MockDirectory;
	type Geography = World;
	type Trail = MockTrail;
	type MaxActiveRounds = ConstU32<3>;
	type LargestTransaction = LargestTransaction;
	type MaxRound = ConstU64<MAX_ROUND>;
	type MinProving = ConstU64<MIN_PROVING>;
	type ArchiveAfter = ConstU64<ARCHIVE_AFTER>;
	type MaxBatch = MaxBatch;
	type RetryPeriod = ConstU64<RETRY>;
	type WeightInfo = Weights;
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

/// The records of a round.
pub fn records(round: RoundId) -> Vec<MockRecord> {
	MockTrail::records_of(&Subject::Round(round))
}

/// What was done to a round, by whom.
pub fn story(round: RoundId) -> Vec<(Action, Actor<u64>)> {
	records(round).into_iter().map(|record| (record.action, record.actor)).collect()
}

/// BLAKE2b-256 of the arguments of a call, as the call encodes them after its index.
pub fn digest_of_arguments(call: &Call<Test>) -> H256 {
	H256(sp_io::hashing::blake2_256(&call.encode()[1..]))
}

pub const COUNCIL: u64 = 1;
pub const STRANGER: u64 = 9;
/// Statistics agent of [`HOSPITAL`].
pub const STATISTICIAN: u64 = 200;
/// Stock agent of [`HOSPITAL`].
pub const STOREKEEPER: u64 = 201;
/// Statistics agent of [`SUSPENDED`].
pub const IDLE: u64 = 300;

/// A hospital in CN-HB.
pub const HOSPITAL: InstitutionId = InstitutionId(200);
/// The other hospital, in a region of no belt.
pub const CLINIC: InstitutionId = InstitutionId(201);
/// The commission of CN-AH, were it not suspended. It is institution 0 that acts.
pub const SUSPENDED: InstitutionId = InstitutionId(300);

/// How many blocks the worker waits.
pub const RETRY: u64 = 5;
/// 2020-01-23T10:00:00+08:00.
pub const NOW: Moment = 1_579_744_800_000;
pub const OBSERVE_BY: Moment = NOW + 1_000;
pub const REPORT_BY: Moment = NOW + 2_000;
/// The longest round.
pub const MAX_ROUND: Moment = 5_000;
/// The shortest time for certificates.
pub const MIN_PROVING: Moment = 100;
/// After how long what has ended can be archived.
pub const ARCHIVE_AFTER: Moment = 400;
pub const ROUND: RoundId = RoundId(0);

/// Figures of the 31 regions with their belts; see the README beside the file.
pub const HOSPITALS: &str =
	include_str!("../../../analysis/tests/data/published/hospitals-2011.csv");
/// Published scores for them.
pub const SCORES: &str =
	include_str!("../../../analysis/tests/data/published/hospitals-2011-scores.csv");

/// The cells of a table, without its header.
pub fn table(text: &'static str) -> Vec<Vec<&'static str>> {
	text.lines().skip(1).map(|line| line.split(',').map(str::trim).collect()).collect()
}

/// A decimal number as an integer.
pub fn mantissa(cell: &str, decimals: usize) -> u64 {
	let (whole, part) = cell.split_once('.').unwrap_or((cell, ""));
	assert!(part.len() <= decimals, "{cell} has too many decimals");
	format!("{whole}{part:0<decimals$}").parse().expect("a number")
}

pub fn code(text: &str) -> RegionCode {
	text.try_into().expect("a region code")
}

pub fn text<const N: u32>(text: &str) -> Text<N> {
	text.try_into().expect("it fits")
}

/// The 31 regions in the order of their codes, with their belts.
pub fn regions() -> Vec<(RegionCode, Belt)> {
	let belt = |name: &str| match name {
		"western" => Belt::Western,
		"central" => Belt::Central,
		_ => Belt::Eastern,
	};
	table(HOSPITALS).into_iter().map(|row| (code(row[0]), belt(row[2]))).collect()
}

/// A world of 31 regions, and one region without a belt.
pub struct World;

impl World {
	/// Admits a commission of each region, with the agents 100 to 130, and some hospitals.
	fn settle() {
		use InstitutionKind::{HealthCommission, Hospital};
		let admit = |id, kind, region: &str, who: u64, role| {
			MockDirectory::admit(id, MockInstitution::new(kind, region));
			MockDirectory::appoint(who, id, &[role]);
		};
		for (place, (region, _)) in (0u32..).zip(regions()) {
			let (id, region) = (InstitutionId(place), format!("{region:?}"));
			admit(id, HealthCommission, &region, 100 + u64::from(place), Role::Statistics);
		}
		admit(HOSPITAL, Hospital, "CN-HB", STATISTICIAN, Role::Statistics);
		MockDirectory::appoint(STOREKEEPER, HOSPITAL, &[Role::Stock]);
		MockDirectory::admit(CLINIC, MockInstitution::new(Hospital, "ZZ"));
		admit(SUSPENDED, HealthCommission, "CN-AH", IDLE, Role::Statistics);
		MockDirectory::set_active(SUSPENDED, false);
	}
}

impl Geography for World {
	fn area(region: &RegionCode) -> Option<Area> {
		if *region == code("ZZ") {
			return Some(Area { belt: None, parent: None });
		}
		// Those that benchmarks make up.
		if region.0.starts_with(b"ZZ-") {
			return Some(Area { belt: Some(Belt::Central), parent: None });
		}
		let found = regions().into_iter().find(|(code, _)| code == region);
		found.map(|(_, belt)| Area { belt: Some(belt), parent: None })
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::BenchmarkHelper<u64> for World {
	fn institution(admin: &u64) -> InstitutionId {
		Self::commission(code("ZZ"), admin)
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		MockDirectory::appoint(*who, institution, &[role]);
	}
	fn suspend_in_haste(_: InstitutionId) {
		unreachable!("rounds suspend nobody")
	}
	fn site(institution: InstitutionId) -> salus_primitives::SiteNumber {
		MockDirectory::change(institution, |institution| institution.sites += 1);
		salus_primitives::SiteNumber(0)
	}
	fn class() -> salus_primitives::ClassId {
		unreachable!("rounds know no classes")
	}
	fn lot_of(
		_: InstitutionId,
		_: salus_primitives::ClassId,
		_: salus_primitives::Quantity,
	) -> salus_primitives::LotId {
		unreachable!("rounds know no lots")
	}
	fn region(number: u32) -> RegionCode {
		const DIGITS: [u8; 36] = *b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
		let digit = |place: u32| char::from(DIGITS[(number / 36u32.pow(place) % 36) as usize]);
		code(&format!("ZZ-{}{}{}", digit(2), digit(1), digit(0)))
	}
	fn commission(region: RegionCode, who: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		let kind = InstitutionKind::HealthCommission;
		MockDirectory::admit(id, MockInstitution { region, ..MockInstitution::new(kind, "ZZ") });
		MockDirectory::appoint(*who, id, &[Role::Statistics]);
		id
	}
}

/// Runs a test whose state is broken on purpose, and so is not checked at its end.
pub fn run_unchecked(test: impl FnOnce()) {
	externalities(GenesisConfig::default()).execute_with(|| {
		begin();
		test();
	});
}

/// Runs a test, then checks the invariants.
pub fn run(test: impl FnOnce()) {
	run_unchecked(|| {
		test();
		check_state();
	});
}

/// Checks the invariants, and that each round knows its newest record.
pub fn check_state() {
	assert_eq!(Efficiency::do_try_state(), Ok(()));
	let known = Rounds::<Test>::iter_keys().chain(Archived::<Test>::iter_keys());
	for subject in known.map(Subject::Round) {
		assert_eq!(Pallet::<Test>::newest_record(&subject), MockTrail::newest(&subject));
	}
	assert!(MockTrail::records().iter().all(|record| record.event.is_none()));
}

pub fn externalities(efficiency: GenesisConfig<Test>) -> sp_io::TestExternalities {
	RuntimeGenesisConfig { system: Default::default(), efficiency }
		.build_storage()
		.expect("it builds")
		.into()
}

pub fn begin() {
	MaxBatch::set(64);
	AdmissionWeight::set(Weight::zero());
	DmuWeight::set(Weight::zero());
	PreparationWeight::set(Weight::zero());
	AllPalletsWithSystem::integrity_test();
	World::settle();
	System::set_block_number(1);
	Timestamp::set_timestamp(NOW);
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn accepted(origin: RuntimeOrigin, call: Call<Test>) {
	let result = RuntimeCall::from(call.clone()).dispatch(origin);
	assert!(result.is_ok(), "{call:?}: {result:?}");
}

#[track_caller]
pub fn refused(origin: RuntimeOrigin, call: Call<Test>, error: Error<Test>) {
	refused_with(origin, call, DispatchError::from(error));
}

#[track_caller]
pub fn refused_with(origin: RuntimeOrigin, call: Call<Test>, error: DispatchError) {
	let dispatch = || call.dispatch_bypass_filter(origin).map_err(|failed| failed.error);
	assert_noop!(dispatch(), error);
}

pub fn last_event() -> Event<Test> {
	events().pop().expect("there is an event")
}

pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Efficiency(event) => Some(event),
			_ => None,
		})
		.collect()
}

pub fn indicator(name: &str, decimals: u8, role: IndicatorRole) -> Indicator {
	Indicator { name: text(name), unit: text("ten thousand"), decimals, role }
}

pub fn specification(indicators: Vec<Indicator>, orientation: Orientation) -> RoundSpecification {
	RoundSpecification {
		title: text("A round"),
		note: None,
		indicators: indicators.try_into().expect("it fits"),
		model: Model { orientation, weights: SlackWeights::Mean },
		observe_by: OBSERVE_BY,
		report_by: REPORT_BY,
	}
}

/// One input and one output, input-oriented, as in the example of the DEAP 2.1 guide.
pub fn evaluation() -> RoundSpecification {
	let indicators =
		vec![indicator("x", 1, IndicatorRole::Input), indicator("y", 1, IndicatorRole::Output)];
	specification(indicators, Orientation::Input)
}

/// One descriptive column.
pub fn survey() -> RoundSpecification {
	specification(vec![indicator("z", 2, IndicatorRole::Descriptive)], Orientation::Input)
}

pub fn region(place: usize) -> Dmu {
	Dmu::Region(regions()[place].0.clone())
}

/// The first so many regions.
pub fn roster(count: usize) -> Roster {
	let codes: Vec<_> = regions().into_iter().map(|(code, _)| code).take(count).collect();
	Roster::Regions(codes.try_into().expect("it fits"))
}

pub fn institutions(ids: &[InstitutionId]) -> Roster {
	Roster::Institutions(ids.to_vec().try_into().expect("it fits"))
}

pub fn values(values: impl IntoIterator<Item = Option<u64>>) -> Values {
	values.into_iter().collect::<Vec<_>>().try_into().expect("it fits")
}

pub fn figures(figures: &[u64]) -> Values {
	values(figures.iter().copied().map(Some))
}

/// Five DMUs of one input and one output, one decimal: DEAP 2.1 example 2.
pub const DEAP: [[u64; 2]; 5] = [[20, 10], [40, 20], [30, 30], [50, 40], [60, 50]];

pub fn open(specification: RoundSpecification, roster: Roster) -> RoundId {
	let round = crate::NextRoundId::<Test>::get();
	accepted(root(), Call::open_round { specification, roster });
	round
}

pub fn observe(place: usize, round: RoundId, values: Values) {
	accepted(signed(100 + place as u64), Call::observe { round, dmu: region(place), values });
}

pub fn seal(round: RoundId) {
	accepted(signed(COUNCIL), Call::seal { round });
}

/// A round of the first regions with these figures, sealed.
pub fn sealed(specification: RoundSpecification, rows: &[impl AsRef<[u64]>]) -> RoundId {
	let round = open(specification, roster(rows.len()));
	for (place, row) in rows.iter().enumerate() {
		observe(place, round, figures(row.as_ref()));
	}
	seal(round);
	round
}

/// A round as it stands.
pub fn stored(round: RoundId) -> Round {
	Rounds::<Test>::get(round).expect("the round exists")
}

/// What a round was opened with.
pub fn opening(round: RoundId) -> Opening {
	RoundSpecifications::<Test>::get(round).expect("the round exists")
}

/// Certificates for all DMUs of a sealed round.
pub fn certificates(id: RoundId) -> Vec<(u16, Certificate)> {
	let specification = opening(id).specification;
	let snapshot = Snapshots::<Test>::get(id).expect("the round is sealed");
	let sample = snapshot.sample(&specification).expect("a sample");
	let mut solver = Solver::new(&sample, specification.model);
	(0..sample.dmus() as u16).map(|dmu| (dmu, solver.certify(dmu).expect("solved"))).collect()
}

/// A batch of some certificates.
pub fn batch_of(id: RoundId, certificates: Vec<(u16, Certificate)>) -> CertificateBatch<MaxBatch> {
	let Opening { specification, dmus, .. } = opening(id);
	let (inputs, outputs) = specification.widths();
	let seal = stored(id).seal.expect("the round is sealed");
	CertificateBatch {
		round: id,
		fingerprint: seal.fingerprint,
		size: SampleSize { listed: dmus, dmus: seal.dmus, columns: (inputs + outputs) as u8 },
		certificates: BoundedVec::try_from(certificates).expect("it fits"),
	}
}

/// A batch that proves all DMUs.
pub fn batch(id: RoundId) -> CertificateBatch<MaxBatch> {
	batch_of(id, certificates(id))
}
