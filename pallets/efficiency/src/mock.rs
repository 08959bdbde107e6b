//! A runtime of this pallet alone, with regions and institutions made up, and a trail that tests can
//! read.

use crate as pallet_efficiency;
use crate::{
	Call, Error, Event, GenesisConfig, Indicator, IndicatorRole, Proof, Roster, Round, Rounds,
	SampleSize, Snapshots, Terms, Unit, Values, WeightInfo,
};
use codec::{Decode, Encode};
use frame_support::{
	assert_noop, derive_impl, ord_parameter_types,
	pallet_prelude::{ConstU32, DispatchError, DispatchResult, Weight},
	parameter_types, storage_alias,
	traits::{ConstU64, EitherOfDiverse, IntegrityTest, UnfilteredDispatchable},
	BoundedVec,
};
use frame_system::{
	mocking::MockUncheckedExtrinsic,
	offchain::{CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase},
	AuthorizeCall, EnsureRoot, EnsureSignedBy,
};
use salus_analysis::dea::{Certificate, Model, Orientation, SlackWeights};
use salus_primitives::{
	Action, Actor, Agent, Area, Belt, Directory, Geography, InstitutionId, InstitutionKind, Moment,
	RegionCode, Role, RoundId, SiteId, Standing, Step, Subject, Text, Trail,
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

ord_parameter_types! {
	pub const Council: u64 = COUNCIL;
}

parameter_types! {
	pub static MaxBatch: u32 = 64;
	/// What looking up whether one unit is proven weighs.
	pub static AdmissionWeight: Weight = Weight::zero();
	/// What reading one unit of a snapshot weighs.
	pub static PreparationWeight: Weight = Weight::zero();
	/// What verifying one certificate weighs.
	pub static UnitWeight: Weight = Weight::zero();
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
	fn admit(u: u32) -> Weight {
		AdmissionWeight::get().saturating_mul(u.into())
	}
	fn prepare(n: u32) -> Weight {
		PreparationWeight::get().saturating_mul(n.into())
	}
	fn verify_4_columns(_: u32) -> Weight {
		UnitWeight::get()
	}
	fn verify_8_columns(_: u32) -> Weight {
		UnitWeight::get().saturating_mul(2)
	}
	fn verify_16_columns(_: u32) -> Weight {
		UnitWeight::get().saturating_mul(4)
	}
	fn store(_: u32) -> Weight {
		Weight::zero()
	}
}

impl pallet_efficiency::Config for Test {
	type RoundOrigin = EitherOfDiverse<EnsureRoot<u64>, EnsureSignedBy<Council, u64>>;
	type Directory = World;
	type Geography = World;
	type Trail = Notebook;
	type MaxActiveRounds = ConstU32<3>;
	type MaxBatch = MaxBatch;
	type RetryPeriod = ConstU64<RETRY>;
	type WeightInfo = Weights;
	#[cfg(feature = "runtime-benchmarks")]
	type Rehearsal = World;
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

/// One record, as the notebook keeps it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub struct Note {
	pub actor: Actor<u64>,
	pub institution: Option<InstitutionId>,
	pub action: Action,
	pub digest: H256,
	pub subject: Subject,
}

#[storage_alias]
type Notes = StorageValue<Efficiency, Vec<Note>, frame_support::pallet_prelude::ValueQuery>;

/// A trail that keeps its records in storage, where a refused call leaves none.
pub struct Notebook;

impl Trail<u64> for Notebook {
	fn record(step: Step<u64>, subjects: &[Subject]) -> DispatchResult {
		for subject in subjects.iter().cloned() {
			let Step { actor, institution, action, digest, event } = step.clone();
			assert_eq!(event, None, "rounds claim no event times");
			Notes::append(Note { actor, institution, action, digest, subject });
		}
		Ok(())
	}

	fn now() -> Moment {
		Timestamp::get()
	}
}

pub fn notes() -> Vec<Note> {
	Notes::get()
}

/// What was done to a round, by whom.
pub fn story(round: RoundId) -> Vec<(Action, Actor<u64>)> {
	let of_round = |note: &Note| note.subject == Subject::Round(round);
	notes().into_iter().filter(of_round).map(|note| (note.action, note.actor)).collect()
}

pub const COUNCIL: u64 = 1;
pub const STRANGER: u64 = 9;
/// Statistics agent of [`HOSPITAL`].
pub const STATISTICIAN: u64 = 200;
/// Stock agent of [`HOSPITAL`].
pub const STOREKEEPER: u64 = 201;
/// Statistics agent of [`SUSPENDED`].
pub const IDLE: u64 = 300;
/// Statistics agent of an institution that is not there.
pub const ORPHAN: u64 = 400;

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

/// A world of 31 regions, each with a commission, agents 100 to 130, and one region without a belt;
/// and of some hospitals.
pub struct World;

impl World {
	fn commission(place: u32) -> Option<RegionCode> {
		regions().get(place as usize).map(|(code, _)| code.clone())
	}
}

impl Directory<u64> for World {
	fn agent(who: &u64) -> Option<Agent> {
		let (institution, role) = match *who {
			100..=130 => (InstitutionId(*who as u32 - 100), Role::Statistics),
			STATISTICIAN => (HOSPITAL, Role::Statistics),
			STOREKEEPER => (HOSPITAL, Role::Stock),
			IDLE => (SUSPENDED, Role::Statistics),
			ORPHAN => (InstitutionId(999), Role::Statistics),
			_ => return None,
		};
		let mut roles = salus_primitives::Roles::new();
		roles.try_insert(role).expect("there is room");
		Some(Agent { institution, roles })
	}

	fn standing(institution: InstitutionId) -> Option<Standing> {
		let (kind, region) = match institution {
			HOSPITAL => (InstitutionKind::Hospital, code("CN-HB")),
			CLINIC => (InstitutionKind::Hospital, code("ZZ")),
			SUSPENDED => (InstitutionKind::HealthCommission, code("CN-AH")),
			InstitutionId(place) => (InstitutionKind::HealthCommission, Self::commission(place)?),
		};
		let active = institution != SUSPENDED;
		Some(Standing { active, kind, region, capabilities: Default::default() })
	}

	fn owner_of_site(_: SiteId) -> Option<InstitutionId> {
		None
	}
}

impl Geography for World {
	fn area(region: &RegionCode) -> Option<Area> {
		if *region == code("ZZ") {
			return Some(Area { belt: None });
		}
		let found = regions().into_iter().find(|(code, _)| code == region);
		found.map(|(_, belt)| Area { belt: Some(belt) })
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::Rehearsal<u64> for World {
	fn institution(_: &u64) -> InstitutionId {
		HOSPITAL
	}
	fn agent(_: InstitutionId, _: &u64, _: Role) {}
	fn site(_: InstitutionId) -> SiteId {
		SiteId(0)
	}
	fn lot(_: InstitutionId, _: salus_primitives::Quantity) -> salus_primitives::LotId {
		salus_primitives::LotId(0)
	}
	fn region(number: u32) -> RegionCode {
		Self::commission(number % 31).expect("there are 31")
	}
	fn commission(_: RegionCode, _: &u64) -> InstitutionId {
		InstitutionId(0)
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
		assert_eq!(Efficiency::do_try_state(), Ok(()));
	});
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
	UnitWeight::set(Weight::zero());
	PreparationWeight::set(Weight::zero());
	AllPalletsWithSystem::integrity_test();
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

pub fn terms(indicators: Vec<Indicator>, orientation: Orientation) -> Terms {
	Terms {
		title: text("A round"),
		note: None,
		indicators: indicators.try_into().expect("it fits"),
		model: Model { orientation, weights: SlackWeights::Mean },
		observe_by: OBSERVE_BY,
		report_by: REPORT_BY,
	}
}

/// One input and one output, input-oriented, as in the example of the DEAP 2.1 guide.
pub fn evaluation() -> Terms {
	let indicators =
		vec![indicator("x", 1, IndicatorRole::Input), indicator("y", 1, IndicatorRole::Output)];
	terms(indicators, Orientation::Input)
}

/// One descriptive column.
pub fn survey() -> Terms {
	terms(vec![indicator("z", 2, IndicatorRole::Descriptive)], Orientation::Input)
}

pub fn region(place: usize) -> Unit {
	Unit::Region(regions()[place].0.clone())
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

/// Five units of one input and one output, one decimal: DEAP 2.1 example 2.
pub const DEAP: [[u64; 2]; 5] = [[20, 10], [40, 20], [30, 30], [50, 40], [60, 50]];

pub fn open(terms: Terms, roster: Roster) -> RoundId {
	let round = crate::NextRoundId::<Test>::get();
	accepted(root(), Call::open_round { terms, roster });
	round
}

pub fn observe(place: usize, round: RoundId, values: Values) {
	accepted(signed(100 + place as u64), Call::observe { round, unit: region(place), values });
}

pub fn seal(round: RoundId) {
	accepted(signed(COUNCIL), Call::seal { round });
}

/// A round of the first regions with these figures, sealed.
pub fn sealed(terms: Terms, rows: &[impl AsRef<[u64]>]) -> RoundId {
	let round = open(terms, roster(rows.len()));
	for (place, row) in rows.iter().enumerate() {
		observe(place, round, figures(row.as_ref()));
	}
	seal(round);
	round
}

pub fn stored(round: RoundId) -> Round {
	Rounds::<Test>::get(round).expect("the round exists")
}

/// Certificates for all units of a sealed round.
pub fn certificates(id: RoundId) -> Vec<(u16, Certificate)> {
	let round = stored(id);
	let snapshot = Snapshots::<Test>::get(id).expect("the round is sealed");
	let sample = snapshot.sample(&round.terms).expect("a sample");
	let mut solver = Solver::new(&sample, round.terms.model);
	(0..sample.units() as u16).map(|unit| (unit, solver.certify(unit).expect("solved"))).collect()
}

/// A proof of some units, by the certificates given.
pub fn proof_of(id: RoundId, certificates: Vec<(u16, Certificate)>) -> Proof<MaxBatch> {
	let round = stored(id);
	let (inputs, outputs) = round.terms.widths();
	let seal = round.seal.expect("the round is sealed");
	Proof {
		round: id,
		fingerprint: seal.fingerprint,
		size: SampleSize {
			listed: round.units,
			units: seal.units,
			columns: (inputs + outputs) as u8,
		},
		certificates: BoundedVec::try_from(certificates).expect("it fits"),
	}
}

/// A proof of all units.
pub fn proof(id: RoundId) -> Proof<MaxBatch> {
	proof_of(id, certificates(id))
}
