//! A runtime of this pallet and the pallets that count, with a trail and a directory that tests can write.

use crate as pallet_assembly;
use crate::{Call, EnsureRegulation, Event, Origin};
use alloc::{borrow::Cow, collections::BTreeMap};
use codec::{Decode, Encode};
use frame_support::{
	assert_noop, assert_ok, derive_impl,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo, Pays},
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Identity},
	parameter_types, storage_alias,
	traits::{
		schedule::DispatchTime, BuildGenesisConfig, ConstU32, ConstU64, Hooks, IntegrityTest,
		NeverEnsureOrigin, PollStatus, Polling, QueryPreimage, RankedMembers, StorePreimage,
		UnfilteredDispatchable,
	},
	weights::Weight,
};
use frame_system::{EnsureRoot, RawOrigin};
use pallet_ranked_collective::{EnsureMember, Linear, TallyOf, VoteRecord};
use pallet_referenda::{Curve, ReferendumInfo, ReferendumInfoFor, TrackInfo, TracksInfo};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockRecord, MockStanding, MockTrail},
	Actor, Ballot, Ballots, Effect, Electorate, Haste, InstitutionId, InstitutionKind, Matter,
	Moment, OnInstitution, Outcome, Progress, Rank, ReferendumId, Role, Standing, Subject,
	Subjects, Submitted, Tally, Track, Unfit,
};
use sp_runtime::{
	str_array,
	traits::{BlakeTwo256, Convert, Hash},
	BuildStorage, Perbill,
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
		RuntimeFreezeReason,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(4)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(5)]
	pub type Referenda = pallet_referenda;
	#[runtime::pallet_index(6)]
	pub type RankedCollective = pallet_ranked_collective;
	#[runtime::pallet_index(7)]
	pub type Assembly = pallet_assembly;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

impl pallet_preimage::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<u64>;
	type Consideration = ();
}

parameter_types! {
	pub const MaximumWeight: Weight = Weight::MAX;
}

impl pallet_scheduler::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumWeight;
	type ScheduleOrigin = EnsureRoot<u64>;
	type OriginPrivilegeCmp = frame_support::traits::EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<512>;
	type WeightInfo = ();
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

/// For how long a referendum is prepared, decided at most, carried at least, and then waits.
pub const PREPARE: u64 = 2;
pub const DECISION: u64 = 10;
pub const CONFIRM: u64 = 2;
pub const ENACT: u64 = 3;
/// How many referenda are decided at one time on a track.
pub const MAX_DECIDING: u32 = 3;

/// Every track is like the others: half of what is voted, and a fifth of the members at the end.
pub struct Tracks;

impl TracksInfo<u64, u64> for Tracks {
	type Id = u16;
	type RuntimeOrigin = OriginCaller;

	fn tracks() -> impl Iterator<Item = Cow<'static, pallet_referenda::Track<u16, u64, u64>>> {
		let falling = |floor, ceil| Curve::LinearDecreasing {
			length: Perbill::one(),
			floor: Perbill::from_percent(floor),
			ceil: Perbill::from_percent(ceil),
		};
		Track::ALL.into_iter().map(move |track| {
			let info = TrackInfo {
				name: str_array("track"),
				max_deciding: MAX_DECIDING,
				decision_deposit: 0,
				prepare_period: PREPARE,
				decision_period: DECISION,
				confirm_period: CONFIRM,
				min_enactment_period: ENACT,
				min_approval: falling(50, 50),
				min_support: falling(20, 60),
			};
			Cow::Owned(pallet_referenda::Track { id: track as u16, info })
		})
	}

	fn track_for(origin: &OriginCaller) -> Result<u16, ()> {
		match origin {
			OriginCaller::system(RawOrigin::Root) => Ok(Track::Upgrade as u16),
			OriginCaller::Assembly(origin) => Ok(origin.track() as u16),
			_ => Err(()),
		}
	}
}

impl pallet_referenda::Config for Test {
	type WeightInfo = ();
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type Scheduler = Scheduler;
	type Currency = Balances;
	type SubmitOrigin = EnsureMember<Test, (), 0>;
	type CancelOrigin = EnsureRoot<u64>;
	type KillOrigin = EnsureRoot<u64>;
	type Slash = ();
	type Votes = u32;
	type Tally = TallyOf<Test>;
	type SubmissionDeposit = ConstU64<0>;
	type MaxQueued = ConstU32<4>;
	type UndecidingTimeout = ConstU64<20>;
	type AlarmInterval = ConstU64<1>;
	type Tracks = Tracks;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_ranked_collective::Config for Test {
	type WeightInfo = ();
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = NeverEnsureOrigin<()>;
	type RemoveOrigin = NeverEnsureOrigin<Rank>;
	type PromoteOrigin = NeverEnsureOrigin<Rank>;
	type DemoteOrigin = NeverEnsureOrigin<Rank>;
	type ExchangeOrigin = NeverEnsureOrigin<()>;
	type Polls = Referenda;
	// Rank 0 is enough everywhere.
	type MinRankOfClass = ();
	type MemberSwappedHandler = ();
	type VoteWeight = Linear;
	type MaxMemberCount = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkSetup = ();
}

/// How long a proposal is at most, in bytes.
pub const MAX_PROPOSAL: usize = 32 * 1024;
/// How heavy a proposal is at most.
pub const HEAVIEST_PROPOSAL: Weight = Weight::from_parts(10_000_000_000, 1_000_000);
/// How many open referenda an institution has on a track at most.
pub const MAX_OPEN: u32 = 2;
/// What a migration takes for one institution.
pub const PER_INSTITUTION: Weight = Weight::from_parts(1_000, 0);
/// For how long votes are kept.
pub const RETENTION: u64 = 100;

impl pallet_assembly::Config for Test {
	type RankOrigin = EnsureRegulation<u64>;
	type Access = MockDirectory;
	type Directory = MockDirectory;
	type Trail = MockTrail;
	type Electorate = Members;
	type Ballots = Polls;
	type Haste = MockHaste;
	type Silence = ConstU64<SILENCE>;
	type MaxOpen = ConstU32<MAX_OPEN>;
	type RetentionPeriod = ConstU64<RETENTION>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

/// For how long an institution does not vote whose agents the council named, in milliseconds.
pub const SILENCE: u64 = 50;
/// For how many blocks a referendum waits to be put to a ring.
pub const RING_WAIT: u64 = 3;
/// How many blocks from now a proposal is carried out at the latest.
pub const LATEST_ENACTMENT: u64 = 1_000;

#[storage_alias]
type Hasty = StorageMap<MockHaste, Identity, Matter, Effect>;

/// What was done in haste, as tests say.
pub struct MockHaste;

impl MockHaste {
	/// What was done about an institution is pending, or is not.
	pub fn set(institution: InstitutionId, effect: Option<Effect>) {
		Hasty::set(Matter::Standing(institution), effect);
	}
}

impl Haste<u64> for MockHaste {
	fn acted(_: &Actor<u64>, _: Matter, _: Effect) -> DispatchResult {
		unreachable!("the assembly does not act")
	}
	fn closed(_: Matter) {
		unreachable!("the assembly closes nothing")
	}
	fn pending(matter: Matter) -> Option<Effect> {
		Hasty::get(matter)
	}
	fn lapses_at(_: Matter) -> Option<Moment> {
		unreachable!("the assembly asks whether acts are pending, and not for how long")
	}
}

/// Where the accounts of institutions begin.
const FIRST_ACCOUNT: u64 = 1_000_000;

/// The members of the ranked collective.
pub struct Members;

impl Electorate<u64> for Members {
	fn account_of(institution: InstitutionId) -> u64 {
		FIRST_ACCOUNT + u64::from(institution.0)
	}

	fn rank_of(institution: InstitutionId) -> Option<Rank> {
		<RankedCollective as RankedMembers>::rank_of(&Self::account_of(institution))
	}

	fn induct(institution: InstitutionId, rank: Rank) -> DispatchResult {
		RankedCollective::do_add_member_to_rank(Self::account_of(institution), rank, true)
	}

	fn set_rank(institution: InstitutionId, rank: Rank) -> DispatchResult {
		let account = Self::account_of(institution);
		while let Some(before) = Self::rank_of(institution).filter(|before| *before != rank) {
			if before < rank {
				RankedCollective::promote(&account)?;
			} else {
				RankedCollective::demote(&account)?;
			}
		}
		Ok(())
	}

	fn remove(institution: InstitutionId) -> DispatchResult {
		while Self::rank_of(institution).is_some() {
			RankedCollective::demote(&Self::account_of(institution))?;
		}
		Ok(())
	}

	fn count() -> u32 {
		pallet_ranked_collective::MemberCount::<Test>::get(0)
	}

	fn members() -> Vec<(u64, Rank)> {
		let accounts = pallet_ranked_collective::Members::<Test>::iter_keys();
		accounts.filter_map(|who| Some((who, RankedCollective::rank_of(&who)?))).collect()
	}
}

/// The referenda, and the ranked collective's votes on them.
pub struct Polls;

type Voting = pallet_ranked_collective::Voting<Test>;

fn ballot_of(record: VoteRecord) -> Ballot {
	match record {
		VoteRecord::Aye(weight) => Ballot { aye: true, weight },
		VoteRecord::Nay(weight) => Ballot { aye: false, weight },
	}
}

/// The fields of the collective's own type are not public.
fn tally_of(tally: &TallyOf<Test>) -> Tally {
	let (heads, ayes, nays) = Decode::decode(&mut &tally.encode()[..])
		.expect("the collective's tally is laid out like this");
	Tally { heads, ayes, nays }
}

/// Whether what is approved would be carried out soon enough.
fn is_near(enactment: &DispatchTime<u64>) -> bool {
	match enactment {
		DispatchTime::At(at) => *at <= System::block_number() + LATEST_ENACTMENT,
		DispatchTime::After(blocks) => *blocks <= LATEST_ENACTMENT,
	}
}

impl Ballots<u64> for Polls {
	type Proposal = RuntimeCall;
	type Enactment = DispatchTime<u64>;

	fn check(proposal: &RuntimeCall, enactment: &Self::Enactment) -> Result<(), Unfit> {
		ensure!(proposal.encoded_size() <= MAX_PROPOSAL, Unfit::TooLong);
		let weight = proposal.get_dispatch_info().call_weight;
		ensure!(weight.all_lte(HEAVIEST_PROPOSAL), Unfit::TooHeavy);
		ensure!(is_near(enactment), Unfit::TooLate);
		Ok(())
	}

	fn submit(
		institution: InstitutionId,
		track: Track,
		proposal: Self::Proposal,
		enactment: Self::Enactment,
	) -> Result<Submitted, DispatchError> {
		let by = signed(Members::account_of(institution));
		let origin: OriginCaller = match Origin::of(track) {
			Some(origin) => origin.into(),
			None => RawOrigin::Root.into(),
		};
		let id = Self::next();
		let hash = proposal.using_encoded(BlakeTwo256::hash);
		let is_kept = Preimage::is_requested(&hash);
		let proposal = Preimage::bound(proposal)?;
		let preimage = proposal.lookup_needed().then_some(hash);
		if preimage.is_some() && is_kept {
			// For another one, which may let it go before this one does.
			Preimage::request(&hash);
		}
		Referenda::submit(by.clone(), Box::new(origin), proposal, enactment)?;
		Referenda::place_decision_deposit(by, id.0).map_err(|refusal| refusal.error)?;
		Ok(Submitted { id, preimage })
	}

	fn ring_wait(track: Track) -> Option<u64> {
		matches!(track, Track::Accreditation | Track::Reallocation).then_some(RING_WAIT)
	}

	fn release(preimage: H256) {
		Preimage::unrequest(&preimage);
	}

	fn vote(
		institution: InstitutionId,
		referendum: ReferendumId,
		aye: bool,
	) -> Result<Pays, DispatchError> {
		let by = signed(Members::account_of(institution));
		let voted = RankedCollective::vote(by, referendum.0, aye);
		voted.map(|info| info.pays_fee).map_err(|refusal| refusal.error)
	}

	fn count(referendum: ReferendumId, before: Option<bool>, aye: bool) -> DispatchResult {
		Referenda::try_access_poll(referendum.0, |status| {
			let PollStatus::Ongoing(tally, _) = status else {
				return Err(pallet_ranked_collective::Error::<Test>::NotPolling.into());
			};
			let mut counted = tally_of(tally);
			let weight = Self::weight_of(0);
			before.into_iter().for_each(|aye| counted.subtract(Ballot { aye, weight }));
			counted.add(Ballot { aye, weight });
			*tally = TallyOf::<Test>::from_parts(counted.heads, counted.ayes, counted.nays);
			Ok(())
		})
	}

	fn next() -> ReferendumId {
		ReferendumId(pallet_referenda::ReferendumCount::<Test>::get())
	}

	fn progress(referendum: ReferendumId) -> Option<Progress<u64>> {
		use ReferendumInfo::{Approved, Cancelled, Killed, Ongoing, Rejected, TimedOut};
		let (outcome, at) = match ReferendumInfoFor::<Test>::get(referendum.0)? {
			Ongoing(_) => return Some(Progress::Ongoing),
			Approved(at, ..) => (Outcome::Approved, at),
			Rejected(at, ..) => (Outcome::Rejected, at),
			Cancelled(at, ..) | Killed(at) => (Outcome::CalledOff, at),
			TimedOut(at, ..) => (Outcome::TimedOut, at),
		};
		Some(Progress::Decided { outcome, at })
	}

	fn enactment(referendum: ReferendumId) -> Option<u64> {
		let name = (*b"assembly", "enactment", referendum.0);
		let name = name.using_encoded(sp_io::hashing::blake2_256);
		pallet_scheduler::Lookup::<Test>::get(name).map(|(at, _)| at)
	}

	fn weight_of(rank: Rank) -> u32 {
		Linear::convert(rank)
	}

	fn ballot(institution: InstitutionId, referendum: ReferendumId) -> Option<Ballot> {
		Voting::get(referendum.0, Members::account_of(institution)).map(ballot_of)
	}

	fn ballots(
		referendum: ReferendumId,
		after: Option<InstitutionId>,
		limit: u32,
	) -> Vec<(InstitutionId, Ballot)> {
		let from = after.map(Members::account_of);
		let votes = match from {
			Some(from) => {
				let start = Voting::hashed_key_for(referendum.0, from);
				Voting::iter_prefix_from(referendum.0, start)
			}
			None => Voting::iter_prefix(referendum.0),
		};
		let votes = votes.take(limit as usize);
		let id = |who: u64| u32::try_from(who.checked_sub(FIRST_ACCOUNT)?).ok().map(InstitutionId);
		votes.filter_map(|(who, record)| Some((id(who)?, ballot_of(record)))).collect()
	}

	fn tally(referendum: ReferendumId) -> Option<Tally> {
		let status = Referenda::ensure_ongoing(referendum.0).ok()?;
		Some(tally_of(&status.tally))
	}

	fn remove(referendum: ReferendumId) {
		use ReferendumInfo::{Approved, Cancelled, Rejected, TimedOut};
		ReferendumInfoFor::<Test>::mutate(referendum.0, |info| {
			if let Some(
				Approved(_, submission, decision)
				| Rejected(_, submission, decision)
				| Cancelled(_, submission, decision)
				| TimedOut(_, submission, decision),
			) = info
			{
				(*submission, *decision) = (None, None);
			}
		});
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn nothing(number: u32) -> (Self::Proposal, Self::Enactment) {
		let mut text = number.encode();
		text.resize(MAX_PROPOSAL - 6, 0);
		(remark(&text), DispatchTime::After(0))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn decide(referendum: ReferendumId) {
		Referenda::end_ongoing(referendum.0, true).expect("the referendum is ongoing");
	}
}

/// Of rank 2 at first, as is the centre.
pub const COMMISSION: InstitutionId = InstitutionId(0);
pub const CENTRE: InstitutionId = InstitutionId(1);
/// Of rank 1 at first, as is the clinic.
pub const HOSPITAL: InstitutionId = InstitutionId(2);
pub const CLINIC: InstitutionId = InstitutionId(3);
/// Of rank 0 at first, as is the carrier.
pub const DONOR: InstitutionId = InstitutionId(4);
pub const CARRIER: InstitutionId = InstitutionId(5);
/// The institution that is admitted next.
pub const NEXT: InstitutionId = InstitutionId(6);

pub const FOUNDERS: [InstitutionId; 6] = [COMMISSION, CENTRE, HOSPITAL, CLINIC, DONOR, CARRIER];

/// The agent of [`COMMISSION`] in the role vote.
pub const WU: u64 = 10;
/// The agent of [`CENTRE`] in the role vote.
pub const JING: u64 = 11;
/// The agent of [`HOSPITAL`] in the role vote.
pub const DOCTOR: u64 = 12;
/// The agent of [`CLINIC`] in the role vote.
pub const NURSE: u64 = 13;
/// The agent of [`DONOR`] in the role vote.
pub const PATRON: u64 = 14;
/// The agent of [`CARRIER`] in the role vote.
pub const DRIVER: u64 = 15;
/// The agent of [`HOSPITAL`] in every other role.
pub const ADMIN: u64 = 20;
pub const STRANGER: u64 = 90;

/// The agents in the role vote, in the order of the founders.
pub const VOTERS: [u64; 6] = [WU, JING, DOCTOR, NURSE, PATRON, DRIVER];

/// What the chain starts with.
fn populate() {
	use InstitutionKind::{Carrier, DiseaseControlCentre, Donor, HealthCommission, Hospital};
	let kinds = [HealthCommission, DiseaseControlCentre, Hospital, Hospital, Donor, Carrier];
	for ((institution, kind), voter) in FOUNDERS.into_iter().zip(kinds).zip(VOTERS) {
		MockDirectory::admit(institution, MockInstitution::new(kind, "CN-HB"));
		MockDirectory::appoint(voter, institution, &[Role::Vote]);
	}
	let others = [Role::Admin, Role::Stock, Role::Dispatch, Role::Receive, Role::Statistics];
	MockDirectory::appoint(ADMIN, HOSPITAL, &others);
}

pub fn externalities() -> sp_io::TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage();
	let mut externalities =
		sp_io::TestExternalities::new(storage.expect("the system has a genesis"));
	externalities.execute_with(|| {
		populate();
		crate::GenesisConfig::<Test>::default().build();
		System::set_block_number(1);
		Timestamp::set_timestamp(1_000);
	});
	externalities
}

/// Runs a test whose state is broken on purpose, and so is not checked at its end.
pub fn run_unchecked(test: impl FnOnce()) {
	externalities().execute_with(|| {
		AllPalletsWithSystem::integrity_test();
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

/// Every invariant stands, and every subject names the newest record of its trail.
pub fn check_state() {
	assert_eq!(Assembly::do_try_state(), Ok(()));
	let records = MockTrail::records().into_iter().zip(0..);
	let newest: BTreeMap<_, _> = records
		.map(|(record, place)| (record.subject, salus_primitives::RecordId(place)))
		.collect();
	for (subject, newest) in newest {
		let known = <Assembly as Subjects>::newest_record(&subject);
		let gone = known.is_none() && matches!(subject, Subject::Referendum(_));
		assert!(known == Some(newest) || gone, "{subject:?}");
	}
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The assembly, on the track of regulation.
pub fn regulation() -> RuntimeOrigin {
	Origin::Regulation.into()
}

/// Dispatches a call that must succeed; answers with its only record, having checked that it carries the
/// digest of the arguments.
pub fn accepted(origin: RuntimeOrigin, call: Call<Test>) -> MockRecord {
	let before = MockTrail::records().len();
	let digest = H256(sp_io::hashing::blake2_256(&call.encode()[1..]));
	assert_ok!(call.dispatch_bypass_filter(origin));
	let mut records = MockTrail::records().split_off(before);
	let record = records.pop().expect("a change leaves a record");
	assert!(records.is_empty(), "a change leaves one record");
	assert_eq!(record.digest, digest);
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
	Assembly::standing_changed(institution, standing);
}

/// An institution is suspended by an act that is pending.
pub fn suspended_in_haste(institution: InstitutionId) {
	MockHaste::set(institution, Some(Effect::OutOfForce));
	MockDirectory::change(institution, |entry| entry.standing = MockStanding::SuspendedInHaste);
	Assembly::standing_changed(institution, Standing::Suspended);
}

/// An institution is admitted, as the registry does it.
pub fn admitted(kind: InstitutionKind) -> InstitutionId {
	let institution = MockDirectory::next_institution();
	MockDirectory::admit(institution, MockInstitution::new(kind, "CN-HB"));
	Assembly::standing_changed(institution, Standing::Active);
	institution
}

/// An institution becomes one of another kind, as the registry does it.
pub fn becomes(institution: InstitutionId, kind: InstitutionKind) {
	MockDirectory::change(institution, |entry| entry.kind = kind);
	Assembly::kind_changed(institution, kind);
}

/// Every member and its rank, in the order of their identifiers.
pub fn members() -> Vec<(InstitutionId, Rank)> {
	let all = Assembly::institutions().map(|(institution, _)| institution);
	all.filter_map(|institution| Some((institution, Members::rank_of(institution)?))).collect()
}

pub fn remark(text: &[u8]) -> RuntimeCall {
	frame_system::Call::remark { remark: text.to_vec() }.into()
}

/// The call that submits a referendum, to be carried out as soon as may be.
pub fn submit(track: Track, call: RuntimeCall) -> Call<Test> {
	Call::submit { track, proposal: Box::new(call), enactment: DispatchTime::After(0) }
}

/// A referendum on a call that does nothing, submitted by an agent.
pub fn submitted(who: u64, track: Track) -> ReferendumId {
	let id = Polls::next();
	accepted(signed(who), submit(track, remark(b"masks")));
	id
}

/// The call that submits a referendum that is to be put to a ring.
pub fn submit_for_ring(track: Track, call: RuntimeCall) -> Call<Test> {
	Call::submit_for_ring { track, proposal: Box::new(call), enactment: DispatchTime::After(0) }
}

/// A referendum on a call that does nothing, submitted by an agent, that waits to be put to a ring.
pub fn submitted_for_ring(who: u64, track: Track) -> ReferendumId {
	let id = Polls::next();
	accepted(signed(who), submit_for_ring(track, remark(b"masks")));
	id
}

pub fn vote(who: u64, referendum: ReferendumId, aye: bool) -> DispatchResultWithPostInfo {
	Call::<Test>::vote { referendum, aye }.dispatch_bypass_filter(signed(who))
}

/// Some agents vote, and may.
pub fn voted(referendum: ReferendumId, aye: bool, voters: &[u64]) {
	for who in voters {
		assert_ok!(vote(*who, referendum, aye));
	}
}

/// Blocks pass, in which the scheduler does what is due.
pub fn pass(blocks: u64) {
	for _ in 0..blocks {
		let now = System::block_number() + 1;
		System::set_block_number(now);
		Timestamp::set_timestamp(1_000 + now);
		Scheduler::on_initialize(now);
	}
}

/// Blocks pass until a referendum is decided. Answers with how.
pub fn decided(referendum: ReferendumId) -> Outcome {
	for _ in 0..100 {
		if let Some(Progress::Decided { outcome, .. }) = Polls::progress(referendum) {
			return outcome;
		}
		pass(1);
	}
	panic!("{referendum:?} is never decided");
}

/// Anybody removes all votes on a decided referendum.
pub fn cleaned(referendum: ReferendumId) {
	assert_ok!(RankedCollective::cleanup_poll(signed(STRANGER), referendum.0, 100));
}

/// Sets up institutions for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct World;

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::BenchmarkHelper<u64> for World {
	fn institution(admin: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		MockDirectory::admit(id, MockInstitution::new(InstitutionKind::Hospital, "CN-HB"));
		MockDirectory::appoint(*admin, id, &[Role::Vote]);
		id
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		MockDirectory::appoint(*who, institution, &[role]);
	}
	fn suspend_in_haste(institution: InstitutionId) {
		suspended_in_haste(institution);
	}
	fn site(_: InstitutionId) -> salus_primitives::SiteNumber {
		unreachable!("the assembly knows no sites")
	}
	fn class() -> salus_primitives::ClassId {
		unreachable!("the assembly knows no classes")
	}
	fn lot_of(
		_: InstitutionId,
		_: salus_primitives::ClassId,
		_: salus_primitives::Quantity,
	) -> salus_primitives::LotId {
		unreachable!("the assembly knows no lots")
	}
	fn region(_: u32) -> salus_primitives::RegionCode {
		salus_primitives::RegionCode::try_from("CN-HB").expect("it is a code")
	}
	fn commission(_: salus_primitives::RegionCode, who: &u64) -> InstitutionId {
		let id = Self::institution(who);
		MockDirectory::change(id, |entry| entry.kind = InstitutionKind::HealthCommission);
		id
	}
}
