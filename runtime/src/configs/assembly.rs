//! The assembly of institutions: what its tracks take, who its members are, and how their votes are counted.
//!
//! The referenda are those of the SDK, `RankedPolls`, over its ranked collective, `RankedCollective`: two
//! names under which clients know them. [`pallet_assembly`] alone changes the members and acts for them.
//!
//! ## Tracks
//!
//! | | accreditation | regulation | reallocation | emergency | upgrade |
//! |---|---|---|---|---|---|
//! | runs as | assembly | assembly | assembly | assembly | root |
//! | prepared for | 1 day | 2 days | 1 hour | 10 minutes | 2 days |
//! | decided within | 14 days | 21 days | 3 days | 1 day | 28 days |
//! | carried for | 1 day | 2 days | 3 hours | 1 hour | 3 days |
//! | carried out after | 1 hour | 7 days | 10 minutes | at once | 3 days |
//! | approval, from, to more than | 60 %, 50 % | 75 %, 60 % | 60 %, 50 % | 67 %, 50 % | 80 %, 67 % |
//! | support, from, to | 30 %, 10 % | 40 %, 20 % | 25 %, 10 % | 20 %, 20 % | 60 %, 40 % |
//!
//! *Approval* is the share of the votes that are for it, by weight; *support* the share of all members that
//! are for it. Both are asked for in full when the decision begins and fall evenly until its time is over; the
//! support of an emergency stays. A referendum passes when it is carried without a break for as long as the
//! table says; so the sooner it is to be carried out, the more must be for it.
//!
//! - *Accreditation* names one institution at a time, and the council acts at once where it must. Two weeks
//!   reach every member.
//! - *Regulation* binds everybody, and what it changes, votes among it, is hard to undo: three fifths, a
//!   fifth of the members, and a week in which everybody can prepare for it.
//! - *Reallocation* is worth nothing when it comes late: goods move within days. Few are concerned by one
//!   plan, so few need to be for it; what binds it is that a majority of those who vote is.
//! - *Emergency* is for hours: two thirds of those who vote, and a fifth of the members, may carry it within the
//!   hour. It takes a fifth to its end: few see it in a day, and a tenth might be the council's seats alone,
//!   which say what is whitelisted.
//! - *Upgrade* can do anything. It takes two fifths of the members and two thirds of the votes however long
//!   it waits; four weeks outlast holidays; three days to be carried and three more to be carried out let
//!   everybody read the code.
//!
//! A referendum that is to take secret votes waits for a ring for a seventh of the time within which its track
//! decides: two days on accreditation, ten hours on reallocation. Its thresholds fall meanwhile, and nobody votes; so
//! the wait is as long as it takes to put it to a ring, and no longer. No votes are secret on emergencies, which
//! cannot wait, nor on regulation and upgrades: who decides about ranks and seats does so by ranks.
//!
//! Where nothing is at stake, every period may be a number of times shorter, by the genesis
//! ([`pallet_assembly::Pace`]): on the development chain an hour of a track lasts a second.
//!
//! Any number of referenda are decided at one time, on every track: with a number of places, few institutions
//! could hold all of them for as long as a decision may take. Deposits are zero: a hospital owns no tokens.
//! What bounds the referenda instead is that an institution has [`MaxOpen`] open ones on a track.
//!
//! A referendum wakes by an alarm of the scheduler, which has [`MaxAlarms`] places in a block. What finds none
//! gets one in a later block ([`Patient`]).

use super::governance::{ConstitutionActs, MaxScheduledWeight};
use crate::*;
use alloc::boxed::Box;
use codec::{Decode, Encode};
use core::{marker::PhantomData, num::NonZeroU32};
use frame_support::{
	dispatch::{DispatchResult, GetDispatchInfo, Pays},
	ensure,
	pallet_prelude::DispatchError,
	parameter_types,
	traits::{
		schedule::{
			v3::{Anon, Named, TaskName},
			DispatchTime, Period, Priority,
		},
		Bounded, ConstU128, ConstU32, ConstU64, Contains, Get, NeverEnsureOrigin, PollStatus,
		Polling, QueryPreimage, RankedMembers, StorePreimage,
	},
	PalletId,
};
use frame_system::{EnsureRoot, RawOrigin};
use pallet_assembly::Origin;
use pallet_ranked_collective::{EnsureMember, Linear, TallyOf, VoteRecord, Votes};
use pallet_referenda::{Curve, ReferendumInfo, TrackInfo, TracksInfo};
use pallet_scheduler::WeightInfo as _;
use salus_primitives::{
	time::DAY, Ballot, Ballots, Electorate, InstitutionId, Moment, Outcome, Progress, Rank,
	ReferendumId, Submitted, Tally, Track, Unfit,
};
use sp_runtime::{
	str_array,
	traits::{AccountIdConversion, Convert, Hash as _},
};

parameter_types! {
	/// How many open referenda an institution has on one track at most.
	pub const MaxOpen: u32 = 2;
	/// How many referenda of a track wait for a place to be decided: there is always one.
	pub const MaxQueued: u32 = 1;
	/// A referendum is ready to be decided from its submission on. None is given up for not being so.
	pub const UndecidingTimeout: BlockNumber = 14 * DAYS;
	/// For how long the votes on a referendum are kept once it is decided.
	pub const RetentionPeriod: BlockNumber = 365 * DAYS;
}

/// How long a call may be that is put to the vote, in bytes. New code is put to the vote by its hash.
const MAX_PROPOSAL: u32 = 32 * 1024;

/// What part of a track's time a referendum waits to be put to a ring.
const RING_SHARE: BlockNumber = 7;

/// How many blocks after its submission or its approval what a referendum is on may be carried out at the
/// latest.
const LATEST_ENACTMENT: BlockNumber = 365 * DAYS;

/// A track of the SDK's referenda.
type StockTrack = pallet_referenda::Track<u16, Balance, BlockNumber>;

/// Any number of referenda.
const EVERY: u32 = u32::MAX;

/// How many parts of a billion a percent has.
const PERCENT: u32 = 10_000_000;

/// A threshold that falls evenly from `from` to `to`, in percent.
const fn falling(from: u32, to: u32) -> Curve {
	falling_to(from, to * PERCENT)
}

/// A threshold that falls evenly from `from` to just above `to`, in percent.
const fn falling_above(from: u32, to: u32) -> Curve {
	falling_to(from, to * PERCENT + 1)
}

/// A threshold that stays where it is, in percent: the SDK cannot tell when a curve that falls by nothing is
/// reached, so this one falls by a billionth.
const fn staying(at: u32) -> Curve {
	falling_to(at, at * PERCENT - 1)
}

/// A threshold that falls evenly from `from`, in percent, to so many parts of a billion.
const fn falling_to(from: u32, floor: u32) -> Curve {
	Curve::LinearDecreasing {
		length: Perbill::from_percent(100),
		floor: Perbill::from_parts(floor),
		ceil: Perbill::from_percent(from),
	}
}

/// What each track takes, as the table above has it, in the order of their indices.
static TRACKS: [StockTrack; 5] = [
	StockTrack {
		id: Track::Accreditation as u16,
		info: TrackInfo {
			name: str_array("accreditation"),
			max_deciding: EVERY,
			decision_deposit: 0,
			prepare_period: DAYS,
			decision_period: 14 * DAYS,
			confirm_period: DAYS,
			min_enactment_period: HOURS,
			min_approval: falling_above(60, 50),
			min_support: falling(30, 10),
		},
	},
	StockTrack {
		id: Track::Regulation as u16,
		info: TrackInfo {
			name: str_array("regulation"),
			max_deciding: EVERY,
			decision_deposit: 0,
			prepare_period: 2 * DAYS,
			decision_period: 21 * DAYS,
			confirm_period: 2 * DAYS,
			min_enactment_period: 7 * DAYS,
			min_approval: falling_above(75, 60),
			min_support: falling(40, 20),
		},
	},
	StockTrack {
		id: Track::Reallocation as u16,
		info: TrackInfo {
			name: str_array("reallocation"),
			max_deciding: EVERY,
			decision_deposit: 0,
			prepare_period: HOURS,
			decision_period: 3 * DAYS,
			confirm_period: 3 * HOURS,
			min_enactment_period: 10 * MINUTES,
			min_approval: falling_above(60, 50),
			min_support: falling(25, 10),
		},
	},
	StockTrack {
		id: Track::Emergency as u16,
		info: TrackInfo {
			name: str_array("emergency"),
			max_deciding: EVERY,
			decision_deposit: 0,
			prepare_period: 10 * MINUTES,
			decision_period: DAYS,
			confirm_period: HOURS,
			min_enactment_period: 0,
			min_approval: falling_above(67, 50),
			min_support: staying(20),
		},
	},
	StockTrack {
		id: Track::Upgrade as u16,
		info: TrackInfo {
			name: str_array("upgrade"),
			max_deciding: EVERY,
			decision_deposit: 0,
			prepare_period: 2 * DAYS,
			decision_period: 28 * DAYS,
			confirm_period: 3 * DAYS,
			min_enactment_period: 3 * DAYS,
			min_approval: falling_above(80, 67),
			min_support: falling(60, 40),
		},
	},
];

/// The tracks, for the SDK's referenda.
pub struct Tracks;

impl TracksInfo<Balance, BlockNumber> for Tracks {
	type Id = u16;
	type RuntimeOrigin = OriginCaller;

	fn tracks() -> impl Iterator<Item = Cow<'static, StockTrack>> {
		let pace = pallet_assembly::Pace::<Runtime>::get();
		TRACKS.iter().map(move |track| at_pace(track, pace))
	}

	fn track_for(origin: &OriginCaller) -> Result<u16, ()> {
		match origin {
			OriginCaller::system(RawOrigin::Root) => Ok(Track::Upgrade as u16),
			OriginCaller::Assembly(origin) => Ok(origin.track() as u16),
			_ => Err(()),
		}
	}
}

/// A track whose periods are `pace` times shorter, rounded up to whole blocks.
fn at_pace(track: &'static StockTrack, pace: NonZeroU32) -> Cow<'static, StockTrack> {
	if pace == NonZeroU32::MIN {
		return Cow::Borrowed(track);
	}
	let mut track = track.clone();
	let TrackInfo { prepare_period, decision_period, confirm_period, min_enactment_period, .. } =
		&mut track.info;
	for period in [prepare_period, decision_period, confirm_period, min_enactment_period] {
		*period = period.div_ceil(pace.get());
	}
	Cow::Owned(track)
}

/// How many calls are scheduled for one block at most.
pub type MaxAlarms = ConstU32<64>;

/// How many blocks are tried for what is scheduled.
const TRIED: BlockNumber = 64;

/// The scheduler, with patience: what finds no place in a block gets one in a later block. The SDK's referenda
/// give up an alarm or a proposal that is refused, and nothing would wake them.
pub struct Patient;

/// Schedules for the first block that has a place.
fn patiently<Address>(
	when: DispatchTime<BlockNumber>,
	schedule: impl Fn(DispatchTime<BlockNumber>) -> Result<Address, DispatchError>,
) -> Result<Address, DispatchError> {
	let first = match when {
		DispatchTime::At(at) => at,
		DispatchTime::After(blocks) => {
			System::block_number().saturating_add(blocks).saturating_add(1)
		}
	};
	let mut blocks = (first..first.saturating_add(TRIED)).map(|at| schedule(DispatchTime::At(at)));
	let full =
		|result: &Result<Address, DispatchError>| matches!(result, Err(DispatchError::Exhausted));
	blocks.find(|result| !full(result)).unwrap_or(Err(DispatchError::Exhausted))
}

impl Anon<BlockNumber, RuntimeCall, OriginCaller> for Patient {
	type Address = <Scheduler as Anon<BlockNumber, RuntimeCall, OriginCaller>>::Address;
	type Hasher = BlakeTwo256;

	fn schedule(
		when: DispatchTime<BlockNumber>,
		maybe_periodic: Option<Period<BlockNumber>>,
		priority: Priority,
		origin: OriginCaller,
		call: Bounded<RuntimeCall, BlakeTwo256>,
	) -> Result<Self::Address, DispatchError> {
		patiently(when, |when| {
			<Scheduler as Anon<_, _, _>>::schedule(
				when,
				maybe_periodic,
				priority,
				origin.clone(),
				call.clone(),
			)
		})
	}

	fn cancel(address: Self::Address) -> DispatchResult {
		<Scheduler as Anon<BlockNumber, RuntimeCall, OriginCaller>>::cancel(address)
	}

	fn reschedule(
		address: Self::Address,
		when: DispatchTime<BlockNumber>,
	) -> Result<Self::Address, DispatchError> {
		<Scheduler as Anon<BlockNumber, RuntimeCall, OriginCaller>>::reschedule(address, when)
	}

	fn next_dispatch_time(address: Self::Address) -> Result<BlockNumber, DispatchError> {
		<Scheduler as Anon<BlockNumber, RuntimeCall, OriginCaller>>::next_dispatch_time(address)
	}
}

impl Named<BlockNumber, RuntimeCall, OriginCaller> for Patient {
	type Address = <Scheduler as Named<BlockNumber, RuntimeCall, OriginCaller>>::Address;
	type Hasher = BlakeTwo256;

	fn schedule_named(
		id: TaskName,
		when: DispatchTime<BlockNumber>,
		maybe_periodic: Option<Period<BlockNumber>>,
		priority: Priority,
		origin: OriginCaller,
		call: Bounded<RuntimeCall, BlakeTwo256>,
	) -> Result<Self::Address, DispatchError> {
		patiently(when, |when| {
			<Scheduler as Named<_, _, _>>::schedule_named(
				id,
				when,
				maybe_periodic,
				priority,
				origin.clone(),
				call.clone(),
			)
		})
	}

	fn cancel_named(id: TaskName) -> DispatchResult {
		<Scheduler as Named<BlockNumber, RuntimeCall, OriginCaller>>::cancel_named(id)
	}

	fn reschedule_named(
		id: TaskName,
		when: DispatchTime<BlockNumber>,
	) -> Result<Self::Address, DispatchError> {
		<Scheduler as Named<BlockNumber, RuntimeCall, OriginCaller>>::reschedule_named(id, when)
	}

	fn next_dispatch_time(id: TaskName) -> Result<BlockNumber, DispatchError> {
		<Scheduler as Named<BlockNumber, RuntimeCall, OriginCaller>>::next_dispatch_time(id)
	}
}

/// A time, as many times shorter as the periods of the tracks are.
pub struct AtPace<Time>(PhantomData<Time>);

impl<Time: Get<Moment>> Get<Moment> for AtPace<Time> {
	fn get() -> Moment {
		Time::get() / Moment::from(pallet_assembly::Pace::<Runtime>::get().get())
	}
}

/// With which origin the proposals of a track run.
fn origin_of(track: Track) -> OriginCaller {
	Origin::of(track).map_or_else(|| RawOrigin::Root.into(), Into::into)
}

impl pallet_referenda::Config for Runtime {
	type WeightInfo = pallet_referenda::weights::SubstrateWeight<Self>;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type Scheduler = Patient;
	type Currency = Balances;
	// Members, whose accounts have no key: so `Assembly` alone submits.
	type SubmitOrigin = EnsureMember<Self, (), 0>;
	type CancelOrigin = EnsureRoot<AccountId>;
	type KillOrigin = EnsureRoot<AccountId>;
	type Slash = ();
	type Votes = Votes;
	type Tally = TallyOf<Self>;
	type SubmissionDeposit = ConstU128<0>;
	type MaxQueued = MaxQueued;
	type UndecidingTimeout = UndecidingTimeout;
	type AlarmInterval = ConstU32<1>;
	type Tracks = Tracks;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_ranked_collective::Config for Runtime {
	type WeightInfo = pallet_ranked_collective::weights::SubstrateWeight<Self>;
	type RuntimeEvent = RuntimeEvent;
	// `Assembly` alone says who the members are, and with which rank.
	type AddOrigin = NeverEnsureOrigin<()>;
	type RemoveOrigin = NeverEnsureOrigin<Rank>;
	type PromoteOrigin = NeverEnsureOrigin<Rank>;
	type DemoteOrigin = NeverEnsureOrigin<Rank>;
	type ExchangeOrigin = NeverEnsureOrigin<()>;
	type Polls = RankedPolls;
	// Rank 0 is enough everywhere: every institution votes on everything.
	type MinRankOfClass = ();
	type MemberSwappedHandler = ();
	type VoteWeight = Linear;
	type MaxMemberCount = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkSetup = ();
}

impl pallet_assembly::Config for Runtime {
	type RankOrigin = ConstitutionActs;
	type Access = Registry;
	type Directory = Registry;
	type Trail = Supervision;
	type Electorate = Members;
	type Ballots = Polls;
	type Haste = Ratification;
	type Silence = AtPace<ConstU64<{ 42 * DAY }>>;
	type MaxOpen = MaxOpen;
	type RetentionPeriod = RetentionPeriod;
	type WeightInfo = weights::pallet_assembly::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

/// From what the accounts of institutions are derived.
const ACCOUNTS: PalletId = PalletId(*b"salus/as");

/// The institution whose account it is.
fn institution_of(account: &AccountId) -> Option<InstitutionId> {
	let (accounts, institution) = PalletId::try_from_sub_account(account)?;
	(accounts == ACCOUNTS).then_some(institution)
}

/// The members of the ranked collective.
pub struct Members;

impl Electorate<AccountId> for Members {
	fn account_of(institution: InstitutionId) -> AccountId {
		ACCOUNTS.into_sub_account_truncating(institution)
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
		// Below the lowest rank is none.
		while Self::rank_of(institution).is_some() {
			RankedCollective::demote(&Self::account_of(institution))?;
		}
		Ok(())
	}

	fn count() -> u32 {
		// Of the lowest rank are all who have one.
		pallet_ranked_collective::MemberCount::<Runtime>::get(0)
	}

	fn members() -> Vec<(AccountId, Rank)> {
		let accounts = pallet_ranked_collective::Members::<Runtime>::iter_keys();
		accounts
			.filter_map(|who| {
				let rank = <RankedCollective as RankedMembers>::rank_of(&who)?;
				Some((who, rank))
			})
			.collect()
	}
}

/// The referenda, and the ranked collective's votes on them.
pub struct Polls;

/// Votes by referendum and member.
type Voting = pallet_ranked_collective::Voting<Runtime>;
/// What the SDK keeps of referenda.
type ReferendumInfoFor = pallet_referenda::ReferendumInfoFor<Runtime>;

fn ballot_of(record: VoteRecord) -> Ballot {
	match record {
		VoteRecord::Aye(weight) => Ballot { aye: true, weight },
		VoteRecord::Nay(weight) => Ballot { aye: false, weight },
	}
}

/// What a tally of the collective says. The fields of its own type are not public.
fn tally_of(tally: &TallyOf<Runtime>) -> Option<Tally> {
	let (heads, ayes, nays) = Decode::decode(&mut &tally.encode()[..]).ok()?;
	Some(Tally { heads, ayes, nays })
}

/// The heaviest proposal that the scheduler ever runs: what it may take of a block, less what it charges for
/// the agenda, and for one named call of the greatest length that it looks up.
fn heaviest_proposal() -> Weight {
	type Weights = <Runtime as pallet_scheduler::Config>::WeightInfo;
	let agenda = <Runtime as pallet_scheduler::Config>::MaxScheduledPerBlock::get();
	// What a name adds is charged without what every task costs, which looking up includes.
	let name = Weights::service_task_named().saturating_sub(Weights::service_task_base());
	MaxScheduledWeight::get()
		.saturating_sub(Weights::service_agendas_base())
		.saturating_sub(Weights::service_agenda_base(agenda))
		.saturating_sub(Weights::service_task_fetched(MAX_PROPOSAL))
		.saturating_sub(name)
		.saturating_sub(Weights::execute_dispatch_unsigned())
}

/// Whether what is approved would be carried out within a year.
fn is_near(enactment: &DispatchTime<BlockNumber>) -> bool {
	match enactment {
		DispatchTime::At(at) => *at <= System::block_number().saturating_add(LATEST_ENACTMENT),
		DispatchTime::After(blocks) => *blocks <= LATEST_ENACTMENT,
	}
}

impl Ballots<BlockNumber> for Polls {
	type Proposal = RuntimeCall;
	type Enactment = DispatchTime<BlockNumber>;

	fn check(proposal: &RuntimeCall, enactment: &Self::Enactment) -> Result<(), Unfit> {
		ensure!(proposal.encoded_size() <= MAX_PROPOSAL as usize, Unfit::TooLong);
		let weight = proposal.get_dispatch_info().call_weight;
		ensure!(weight.all_lte(heaviest_proposal()), Unfit::TooHeavy);
		ensure!(is_near(enactment), Unfit::TooLate);
		Ok(())
	}

	fn submit(
		institution: InstitutionId,
		track: Track,
		proposal: Self::Proposal,
		enactment: Self::Enactment,
	) -> Result<Submitted, DispatchError> {
		let by = RuntimeOrigin::signed(Members::account_of(institution));
		let id = Self::next();
		let hash = proposal.using_encoded(BlakeTwo256::hash);
		let is_kept = Preimage::is_requested(&hash);
		let proposal = Preimage::bound(proposal)?;
		let preimage = proposal.lookup_needed().then_some(hash);
		if preimage.is_some() && is_kept {
			// For another one, which may let it go before this one does.
			Preimage::request(&hash);
		}
		RankedPolls::submit(by.clone(), Box::new(origin_of(track)), proposal, enactment)?;
		RankedPolls::place_decision_deposit(by, id.0).map_err(|refusal| refusal.error)?;
		Ok(Submitted { id, preimage })
	}

	fn ring_wait(track: Track) -> Option<BlockNumber> {
		match track {
			Track::Accreditation | Track::Reallocation => {
				let info = <Tracks as TracksInfo<_, _>>::info(track as u16)?;
				Some(info.decision_period / RING_SHARE)
			}
			Track::Regulation | Track::Emergency | Track::Upgrade => None,
		}
	}

	fn release(preimage: Hash) {
		Preimage::unrequest(&preimage);
	}

	fn vote(
		institution: InstitutionId,
		referendum: ReferendumId,
		aye: bool,
	) -> Result<Pays, DispatchError> {
		let by = RuntimeOrigin::signed(Members::account_of(institution));
		let voted = RankedCollective::vote(by, referendum.0, aye);
		voted.map(|info| info.pays_fee).map_err(|refusal| refusal.error)
	}

	/// As the collective counts the vote of a member: the referendum is looked at in the next block.
	fn count(referendum: ReferendumId, before: Option<bool>, aye: bool) -> DispatchResult {
		RankedPolls::try_access_poll(referendum.0, |status| {
			let PollStatus::Ongoing(tally, _) = status else {
				return Err(pallet_ranked_collective::Error::<Runtime>::NotPolling.into());
			};
			let mut counted = tally_of(tally).ok_or(DispatchError::Corruption)?;
			let weight = Self::weight_of(0);
			before.into_iter().for_each(|aye| counted.subtract(Ballot { aye, weight }));
			counted.add(Ballot { aye, weight });
			*tally = TallyOf::<Runtime>::from_parts(counted.heads, counted.ayes, counted.nays);
			Ok(())
		})
	}

	fn next() -> ReferendumId {
		ReferendumId(pallet_referenda::ReferendumCount::<Runtime>::get())
	}

	fn progress(referendum: ReferendumId) -> Option<Progress<BlockNumber>> {
		use ReferendumInfo::{Approved, Cancelled, Killed, Ongoing, Rejected, TimedOut};
		let (outcome, at) = match ReferendumInfoFor::get(referendum.0)? {
			Ongoing(_) => return Some(Progress::Ongoing),
			Approved(at, ..) => (Outcome::Approved, at),
			Rejected(at, ..) => (Outcome::Rejected, at),
			Cancelled(at, ..) | Killed(at) => (Outcome::CalledOff, at),
			TimedOut(at, ..) => (Outcome::TimedOut, at),
		};
		Some(Progress::Decided { outcome, at })
	}

	/// The name is that under which the SDK's referenda schedule what was approved.
	fn enactment(referendum: ReferendumId) -> Option<BlockNumber> {
		let name = BlakeTwo256::hash_of(&(*b"assembly", "enactment", referendum.0));
		pallet_scheduler::Lookup::<Runtime>::get(name.0).map(|(at, _)| at)
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
		let votes = match after.map(Members::account_of) {
			Some(after) => {
				let start = Voting::hashed_key_for(referendum.0, after);
				Voting::iter_prefix_from(referendum.0, start)
			}
			None => Voting::iter_prefix(referendum.0),
		};
		let votes = votes.take(limit as usize);
		votes.filter_map(|(who, record)| Some((institution_of(&who)?, ballot_of(record)))).collect()
	}

	fn tally(referendum: ReferendumId) -> Option<Tally> {
		let status = RankedPolls::ensure_ongoing(referendum.0).ok()?;
		tally_of(&status.tally)
	}

	/// An entry for every referendum stays, without its deposits: the SDK's pallet counts on it.
	fn remove(referendum: ReferendumId) {
		use ReferendumInfo::{Approved, Cancelled, Rejected, TimedOut};
		ReferendumInfoFor::mutate(referendum.0, |info| {
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
		let mut remark = number.encode();
		// The call's index and the length of the remark stand before it.
		remark.resize(MAX_PROPOSAL as usize - 6, 0);
		(frame_system::Call::remark { remark }.into(), DispatchTime::After(0))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn decide(referendum: ReferendumId) {
		RankedPolls::end_ongoing(referendum.0, true).expect("the referendum is ongoing");
	}
}

/// Votes are not removed before they may be: the collective itself lets anybody remove them as soon as a
/// referendum is decided, and nobody could tell any more who said what.
pub struct VotesKept;

impl Contains<RuntimeCall> for VotesKept {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::RankedCollective(pallet_ranked_collective::Call::cleanup_poll {
				poll_index,
				..
			}) => Assembly::ensure_retained(ReferendumId(*poll_index)).is_ok(),
			_ => true,
		}
	}
}
