//! A runtime of this pallet and a collective, with a trail and a directory that tests can write.

use crate as pallet_seats;
use crate::{Agenda, Call, Error, Event, Futile, MotionTicket};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	assert_noop, assert_ok, derive_impl,
	pallet_prelude::{DispatchError, DispatchResult, ValueQuery},
	parameter_types, storage_alias,
	traits::{
		Consideration, ConstU32, ConstU64, EnsureOrigin, IntegrityTest, MaybeConsideration,
		SortedMembers, UnfilteredDispatchable,
	},
	weights::Weight,
	Identity,
};
use frame_system::{EnsureRoot, RawOrigin};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockRecord, MockTrail},
	Actor, Authority, InstitutionId, InstitutionKind, Moment, OnInstitution, Role, Standing,
	Subject, Subjects,
};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	BuildStorage,
};

pub use sp_runtime::testing::H256;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeHoldReason,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(3)]
	pub type Seats = pallet_seats;
}

pub type Collective = pallet_collective::Instance1;
pub type CouncilCall = pallet_collective::Call<Test, Collective>;
pub type CouncilError = pallet_collective::Error<Test, Collective>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

parameter_types! {
	pub const MaxProposalWeight: Weight = Weight::MAX;
}

pub const DURATION: u64 = 10;

/// Who is silent has not agreed.
pub struct SilenceIsNo;

impl pallet_collective::DefaultVote for SilenceIsNo {
	fn default_vote(_: Option<bool>, _: u32, _: u32, _: u32) -> bool {
		false
	}
}

impl pallet_collective::Config<Collective> for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU64<DURATION>;
	type MaxProposals = ConstU32<8>;
	type MaxMembers = ConstU32<4>;
	type DefaultVote = SilenceIsNo;
	type WeightInfo = ();
	type SetMembersOrigin = EnsureRoot<u64>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureRoot<u64>;
	type KillOrigin = EnsureRoot<u64>;
	type Consideration = MotionTicket<Test>;
}

impl pallet_seats::Config for Test {
	type SeatOrigin = SeatOrigin;
	type Access = MockDirectory;
	type Directory = MockDirectory;
	type Trail = MockTrail;
	type Members = Members;
	type MembersChanged = Council;
	type Agenda = CouncilAgenda;
	type Deposit = MockDeposit;
	type MaxSeats = ConstU32<4>;
	type MaxMotionsPerSeat = ConstU32<2>;
	type MaxMotions = ConstU32<8>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

/// Root.
pub struct SeatOrigin;

impl EnsureOrigin<RuntimeOrigin> for SeatOrigin {
	type Success = Actor<u64>;

	fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Root) => Ok(Actor::Authority(Authority::Root)),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

/// The collective's members.
pub struct Members;

impl SortedMembers<u64> for Members {
	fn sorted_members() -> Vec<u64> {
		pallet_collective::Members::<Test, Collective>::get()
	}
}

#[storage_alias]
type Proposed = StorageValue<CouncilAgenda, RuntimeCall>;

/// The collective's motions.
pub struct CouncilAgenda;

impl CouncilAgenda {
	/// What a motion to remark this is found to be.
	pub const FUTILE: [(&'static [u8], Futile); 4] = [
		(b"expired", Futile::LicenceExpired),
		(b"deadline", Futile::DeadlinePassed),
		(b"deep", Futile::TooDeep),
		(b"many", Futile::TooManyParts),
	];
}

impl Agenda<u64, H256> for CouncilAgenda {
	type Motion = RuntimeCall;

	fn open() -> Vec<H256> {
		pallet_collective::Proposals::<Test, Collective>::get().into_inner()
	}

	fn proposed(motion: &H256) -> Option<RuntimeCall> {
		Proposed::get().filter(|call| hash_of(call) == *motion)
	}

	fn settle(motion: &H256) -> DispatchResult {
		match pallet_collective::CostOf::<Test, Collective>::take(motion) {
			Some((who, ticket)) => ticket.drop(&who),
			None => Ok(()),
		}
	}

	fn check(motion: &RuntimeCall) -> Result<(), Futile> {
		let RuntimeCall::System(frame_system::Call::remark { remark }) = motion else {
			return Ok(());
		};
		let found = Self::FUTILE.iter().find(|(text, _)| text == remark);
		found.map_or(Ok(()), |(_, futile)| Err(*futile))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill(speakers: &[u64]) {
		for (number, speaker) in (0u8..).zip([speakers, speakers].concat()) {
			let motion = remark(&[number]);
			assert_ok!(propose(speaker, motion.clone()));
			for voter in speakers {
				assert_ok!(vote(*voter, &motion, newest_motion(), true));
			}
		}
	}
}

#[storage_alias]
type HeldDeposits = StorageMap<MockDeposit, Identity, u64, u32, ValueQuery>;

/// A deposit of one for each motion that is open besides; so the first costs nothing.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct MockDeposit(u32);

impl MockDeposit {
	/// What who cannot pay is refused with.
	pub const POOR: DispatchError = DispatchError::Other("poor");

	/// What an account has deposited.
	pub fn held(who: u64) -> u32 {
		HeldDeposits::get(who)
	}
}

impl Consideration<u64, u32> for MockDeposit {
	fn new(who: &u64, open: u32) -> Result<Self, DispatchError> {
		if *who == PAUPER && open > 0 {
			return Err(Self::POOR);
		}
		HeldDeposits::mutate(who, |held| *held += open);
		Ok(Self(open))
	}

	fn update(self, who: &u64, open: u32) -> Result<Self, DispatchError> {
		self.drop(who)?;
		Self::new(who, open)
	}

	fn drop(self, who: &u64) -> DispatchResult {
		HeldDeposits::mutate(who, |held| *held -= self.0);
		Ok(())
	}

	fn burn(self, who: &u64) {
		HeldDeposits::mutate(who, |held| *held -= self.0);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(_: &u64, _: u32) {}
}

impl MaybeConsideration<u64, u32> for MockDeposit {
	fn is_none(&self) -> bool {
		self.0 == 0
	}
}

/// Commissions that have a seat.
pub const HUBEI: InstitutionId = InstitutionId(0);
pub const BEIJING: InstitutionId = InstitutionId(1);
pub const SHANGHAI: InstitutionId = InstitutionId(2);
/// Commissions that have none.
pub const HUNAN: InstitutionId = InstitutionId(3);
pub const HAINAN: InstitutionId = InstitutionId(4);
pub const HOSPITAL: InstitutionId = InstitutionId(5);
pub const NOBODY: InstitutionId = InstitutionId(9);

/// The speaker of [`HUBEI`], and an agent of it in no role of note.
pub const WU: u64 = 10;
/// The admin of [`HUBEI`].
pub const ADMIN: u64 = 5;
/// The speaker of [`BEIJING`], and its admin.
pub const JING: u64 = 20;
/// The speaker of [`SHANGHAI`], which cannot pay a deposit.
pub const PAUPER: u64 = 30;
/// The agent of [`HUNAN`].
pub const XIANG: u64 = 40;
/// The agent of [`HAINAN`].
pub const QIONG: u64 = 41;
/// The agent of [`HOSPITAL`].
pub const DOCTOR: u64 = 50;
pub const STRANGER: u64 = 90;

/// What the chain starts with.
fn populate() {
	let commission = || MockInstitution::new(InstitutionKind::HealthCommission, "CN-HB");
	for institution in [HUBEI, BEIJING, SHANGHAI, HUNAN, HAINAN] {
		MockDirectory::admit(institution, commission());
	}
	MockDirectory::admit(HOSPITAL, MockInstitution::new(InstitutionKind::Hospital, "CN-HB"));
	let agents: [(u64, InstitutionId, &[Role]); 7] = [
		(WU, HUBEI, &[Role::Statistics]),
		(ADMIN, HUBEI, &[Role::Admin]),
		(JING, BEIJING, &[Role::Admin]),
		(PAUPER, SHANGHAI, &[Role::Admin]),
		(XIANG, HUNAN, &[Role::Admin]),
		(QIONG, HAINAN, &[Role::Admin]),
		(DOCTOR, HOSPITAL, &[Role::Admin]),
	];
	for (who, institution, roles) in agents {
		MockDirectory::appoint(who, institution, roles);
	}
}

pub fn externalities(seats: Vec<(InstitutionId, u64)>) -> sp_io::TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system has a genesis");
	crate::GenesisConfig::<Test> { seats }
		.assimilate_storage(&mut storage)
		.expect("the seats have a genesis");
	storage.into()
}

pub fn three_seats() -> Vec<(InstitutionId, u64)> {
	vec![(HUBEI, WU), (BEIJING, JING), (SHANGHAI, PAUPER)]
}

/// Runs a test whose state is broken on purpose, and so is not checked at its end.
pub fn run_unchecked(test: impl FnOnce()) {
	externalities(three_seats()).execute_with(|| {
		AllPalletsWithSystem::integrity_test();
		populate();
		System::set_block_number(1);
		Timestamp::set_timestamp(1_000);
		test();
	});
}

/// Runs a test, then checks every invariant.
pub fn run(test: impl FnOnce()) {
	run_unchecked(|| {
		test();
		check_state();
	});
}

/// Every invariant stands, and the council names the newest record of its trail.
pub fn check_state() {
	assert_eq!(Seats::do_try_state(), Ok(()));
	let newest = <Seats as Subjects>::newest_record(&Subject::Council);
	assert_eq!(newest, MockTrail::newest(&Subject::Council));
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Dispatches a call that must succeed; answers with its only record, having checked that it is one of
/// the council and carries the digest of the arguments.
pub fn accepted(origin: RuntimeOrigin, call: Call<Test>) -> MockRecord {
	let before = MockTrail::records().len();
	let digest = H256(sp_io::hashing::blake2_256(&call.encode()[1..]));
	assert_ok!(call.dispatch_bypass_filter(origin));
	let mut records = MockTrail::records().split_off(before);
	let record = records.pop().expect("a change leaves a record");
	assert!(records.is_empty(), "a change leaves one record");
	assert_eq!((record.digest, &record.subject), (digest, &Subject::Council));
	record
}

/// Dispatches a call that must fail, and change nothing.
pub fn refused(origin: RuntimeOrigin, call: Call<Test>, error: impl Into<DispatchError>) {
	let error: DispatchError = error.into();
	assert_noop!(call.dispatch_bypass_filter(origin), error);
}

pub fn last_event(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// An institution is suspended, reinstated or wound up, as the registry does it.
pub fn stands(institution: InstitutionId, standing: Standing) {
	match standing {
		Standing::Active => MockDirectory::set_active(institution, true),
		Standing::Suspended => MockDirectory::set_active(institution, false),
		Standing::WoundUp => MockDirectory::wind_up(institution),
	}
	Seats::standing_changed(institution, standing);
}

/// An institution becomes one of another kind, as the registry does it.
pub fn becomes(institution: InstitutionId, kind: InstitutionKind) {
	MockDirectory::change(institution, |entry| entry.kind = kind);
	Seats::kind_changed(institution, kind);
}

/// An agent leaves its institution, as the registry does it.
pub fn leaves(institution: InstitutionId, who: u64) {
	MockDirectory::dismiss(who);
	Seats::agent_left(institution, &who);
}

pub fn members() -> Vec<u64> {
	Members::sorted_members()
}

pub fn remark(text: &[u8]) -> RuntimeCall {
	frame_system::Call::remark { remark: text.to_vec() }.into()
}

pub fn hash_of(call: &RuntimeCall) -> H256 {
	BlakeTwo256::hash_of(call)
}

/// Proposes a motion that takes two ayes.
pub fn propose(who: u64, call: RuntimeCall) -> DispatchResult {
	Proposed::put(&call);
	let length_bound = u32::try_from(call.encoded_size()).expect("it is short");
	let propose = CouncilCall::propose { threshold: 2, proposal: Box::new(call), length_bound };
	propose.dispatch_bypass_filter(signed(who)).map(|_| ()).map_err(|refusal| refusal.error)
}

/// The number of the motion that was proposed last.
pub fn newest_motion() -> u32 {
	pallet_collective::ProposalCount::<Test, Collective>::get() - 1
}

pub fn vote(who: u64, call: &RuntimeCall, index: u32, approve: bool) -> DispatchResult {
	let vote = CouncilCall::vote { proposal: hash_of(call), index, approve };
	vote.dispatch_bypass_filter(signed(who)).map(|_| ()).map_err(|refusal| refusal.error)
}

/// What the collective knows of a motion: its number, its threshold, the ayes, the nays, its end.
type Voting = (u32, u32, Vec<u64>, Vec<u64>, u64);

fn voting(call: &RuntimeCall) -> Option<Voting> {
	let voting = pallet_collective::Voting::<Test, Collective>::get(hash_of(call))?.encode();
	Some(Decode::decode(&mut &voting[..]).expect("votes are laid out like this"))
}

/// The ayes and the nays on a motion.
pub fn votes(call: &RuntimeCall) -> (Vec<u64>, Vec<u64>) {
	let (_, _, ayes, nays, _) = voting(call).expect("the motion is open");
	(ayes, nays)
}

/// The number of an open motion.
pub fn index_of(call: &RuntimeCall) -> Option<u32> {
	voting(call).map(|(index, ..)| index)
}

/// Ends a motion.
pub fn disapprove(call: &RuntimeCall) {
	assert_ok!(Council::disapprove_proposal(root(), hash_of(call)));
}

pub fn error(error: Error<Test>) -> DispatchResult {
	Err(error.into())
}

/// Sets up commissions for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct World;

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::BenchmarkHelper<u64> for World {
	fn institution(admin: &u64) -> InstitutionId {
		Self::commission(Self::region(0), admin)
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		MockDirectory::appoint(*who, institution, &[role]);
	}
	fn suspend_in_haste(_: InstitutionId) {
		unreachable!("seats suspend nobody")
	}
	fn site(_: InstitutionId) -> salus_primitives::SiteNumber {
		unreachable!("seats know no sites")
	}
	fn class() -> salus_primitives::ClassId {
		unreachable!("seats know no classes")
	}
	fn lot_of(
		_: InstitutionId,
		_: salus_primitives::ClassId,
		_: salus_primitives::Quantity,
	) -> salus_primitives::LotId {
		unreachable!("seats know no lots")
	}
	fn region(_: u32) -> salus_primitives::RegionCode {
		salus_primitives::RegionCode::try_from("CN-HB").expect("it is a code")
	}
	fn commission(_: salus_primitives::RegionCode, who: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		let commission = MockInstitution::new(InstitutionKind::HealthCommission, "CN-HB");
		MockDirectory::admit(id, commission);
		MockDirectory::appoint(*who, id, &[Role::Admin]);
		id
	}
}
