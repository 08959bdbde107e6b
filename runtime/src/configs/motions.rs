//! What a motion of the council is: whom it is about, whose votes count on it, and which one can never
//! succeed.
//!
//! A call that names an institution to somebody's advantage or harm belongs in `concern_of_one`; a call
//! that carries others, in `parts`; one that has a date, in `check_one`. Calls that are not there concern
//! nobody and are never futile.

use super::governance::CouncilCollective;
use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{
		DispatchInfo, DispatchResult, DispatchResultWithPostInfo, GetDispatchInfo, PostDispatchInfo,
	},
	ensure,
	storage::unhashed,
	traits::{Consideration, OriginTrait},
};
use pallet_circulation::Call as CirculationCall;
use pallet_efficiency::Call as EfficiencyCall;
use pallet_registry::Call as RegistryCall;
use pallet_scheduler::Call as SchedulerCall;
use pallet_seats::{Agenda, Call as SeatsCall, Concern, Error, Futile};
use pallet_utility::Call as UtilityCall;
use scale_info::{Type, TypeInfo};
use sp_runtime::traits::{Dispatchable, Hash as _};

/// How many wrappers around a call are looked through: a call that is whitelisted, scheduled and batched
/// has three.
const MAX_DEPTH: u8 = 4;

/// A call that is proposed to the council. Its encoding and its type are those of the call.
///
/// When it is carried, the votes of the seats that it is about are taken out of the count
/// ([`pallet_seats::Pallet::tally`]), and the call runs with what is left.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking)]
pub struct Motion(pub RuntimeCall);

impl TypeInfo for Motion {
	type Identity = <RuntimeCall as TypeInfo>::Identity;

	fn type_info() -> Type {
		RuntimeCall::type_info()
	}
}

impl From<RuntimeCall> for Motion {
	fn from(call: RuntimeCall) -> Self {
		Self(call)
	}
}

impl From<frame_system::Call<Runtime>> for Motion {
	fn from(call: frame_system::Call<Runtime>) -> Self {
		Self(call.into())
	}
}

impl GetDispatchInfo for Motion {
	fn get_dispatch_info(&self) -> DispatchInfo {
		self.0.get_dispatch_info()
	}
}

impl Dispatchable for Motion {
	type RuntimeOrigin = RuntimeOrigin;
	type Config = RuntimeCall;
	type Info = DispatchInfo;
	type PostInfo = PostDispatchInfo;

	fn dispatch(self, origin: RuntimeOrigin) -> DispatchResultWithPostInfo {
		let vote = match origin.caller() {
			OriginCaller::Council(pallet_collective::RawOrigin::Members(ayes, seats)) => {
				Some((*ayes, *seats))
			}
			_ => None,
		};
		// A single member's origin, by `council.execute`: no pallet accepts it.
		let Some(vote) = vote else { return self.0.dispatch(origin) };
		let concern = concern_of(&self.0, MAX_DEPTH).map_err(Error::<Runtime>::from)?;
		let (ayes, seats) = Seats::tally(vote, self.voters().as_deref(), &concern)?;
		let counted =
			pallet_collective::RawOrigin::<AccountId, CouncilCollective>::Members(ayes, seats);
		self.0.dispatch(counted.into())
	}
}

/// What the collective keeps of a motion that is open: its number, its threshold, who voted aye, who
/// voted nay, and its end. The fields of its own type are not public.
type Voting = (u32, u32, Vec<AccountId>, Vec<AccountId>, BlockNumber);

impl Motion {
	/// The hash by which the collective knows it.
	fn hash(&self) -> Hash {
		BlakeTwo256::hash_of(self)
	}

	/// Who voted aye, while the collective executes the motion. `None` for one that its proposer alone
	/// carries, which is never put to the vote.
	fn voters(&self) -> Option<Vec<AccountId>> {
		let key =
			pallet_collective::Voting::<Runtime, CouncilCollective>::hashed_key_for(self.hash());
		unhashed::get::<Voting>(&key).map(|(_, _, ayes, _, _)| ayes)
	}
}

/// The calls that a call carries, one level down.
fn parts(call: &RuntimeCall) -> Vec<&RuntimeCall> {
	match call {
		RuntimeCall::Utility(
			UtilityCall::batch { calls }
			| UtilityCall::batch_all { calls }
			| UtilityCall::force_batch { calls },
		) => calls.iter().collect(),
		RuntimeCall::Utility(UtilityCall::if_else { main, fallback }) => {
			Vec::from([main.as_ref(), fallback.as_ref()])
		}
		RuntimeCall::Utility(
			UtilityCall::as_derivative { call, .. }
			| UtilityCall::dispatch_as { call, .. }
			| UtilityCall::dispatch_as_fallible { call, .. }
			| UtilityCall::with_weight { call, .. },
		)
		| RuntimeCall::Scheduler(
			SchedulerCall::schedule { call, .. }
			| SchedulerCall::schedule_named { call, .. }
			| SchedulerCall::schedule_after { call, .. }
			| SchedulerCall::schedule_named_after { call, .. },
		)
		| RuntimeCall::Whitelist(
			pallet_whitelist::Call::dispatch_whitelisted_call_with_preimage { call },
		)
		| RuntimeCall::Proxy(
			pallet_proxy::Call::proxy { call, .. }
			| pallet_proxy::Call::proxy_announced { call, .. },
		)
		| RuntimeCall::Multisig(
			pallet_multisig::Call::as_multi { call, .. }
			| pallet_multisig::Call::as_multi_threshold_1 { call, .. },
		) => Vec::from([call.as_ref()]),
		_ => Vec::new(),
	}
}

/// Whom a call is about that carries no other.
fn concern_of_one(call: &RuntimeCall) -> Concern {
	match call {
		// After these, an institution that has a seat may have another voice on the council, or none.
		RuntimeCall::Registry(
			RegistryCall::suspend_institution { institution }
			| RegistryCall::reinstate_institution { institution }
			| RegistryCall::replace_agents { institution, .. }
			| RegistryCall::amend_institution { institution, .. }
			| RegistryCall::wind_up { institution },
		)
		| RuntimeCall::Seats(
			SeatsCall::give_seat { institution, .. } | SeatsCall::vacate_seat { institution },
		) => Concern::voice_of(*institution),
		RuntimeCall::Registry(
			RegistryCall::grant_licence { institution, .. }
			| RegistryCall::revoke_licence { institution, .. }
			| RegistryCall::confirm_count { custodian: institution, .. }
			| RegistryCall::dismiss_count { custodian: institution, .. },
		) => Concern::about([*institution]),
		RuntimeCall::Registry(RegistryCall::hand_over { custody, to, .. }) => {
			Concern::about([custody.custodian, custody.owner, *to])
		}
		RuntimeCall::Registry(RegistryCall::write_off { custody, .. }) => {
			Concern::about([custody.custodian, custody.owner])
		}
		RuntimeCall::Circulation(CirculationCall::resolve { transfer, .. }) => {
			let parties = pallet_circulation::Transfers::<Runtime>::get(transfer)
				.map(|transfer| [transfer.sender, transfer.receiver, transfer.owner]);
			Concern::about(parties.into_iter().flatten())
		}
		_ => Concern::nobody(),
	}
}

/// Whom a call is about, with the calls that it carries, `depth` levels down.
fn concern_of(call: &RuntimeCall, depth: u8) -> Result<Concern, Futile> {
	let parts = parts(call);
	if parts.is_empty() {
		return Ok(concern_of_one(call));
	}
	let depth = depth.checked_sub(1).ok_or(Futile::TooDeep)?;
	let concerns = parts.into_iter().map(|part| concern_of(part, depth));
	Ok(Concern::of_parts(concerns.collect::<Result<Vec<_>, _>>()?))
}

/// Refuses a call whose own date is past.
fn check_one(call: &RuntimeCall) -> Result<(), Futile> {
	let now = Timestamp::get();
	match call {
		RuntimeCall::Registry(RegistryCall::grant_licence { expires, .. }) => {
			ensure!(*expires > now, Futile::LicenceExpired);
		}
		RuntimeCall::Efficiency(EfficiencyCall::open_round { specification, .. }) => {
			ensure!(specification.observe_by > now, Futile::DeadlinePassed);
		}
		RuntimeCall::Scheduler(
			SchedulerCall::schedule { when, .. } | SchedulerCall::schedule_named { when, .. },
		) => ensure!(*when > System::block_number(), Futile::BlockPassed),
		_ => {}
	}
	Ok(())
}

/// Refuses a call that can never succeed, or that carries one, `depth` levels down.
fn check(call: &RuntimeCall, depth: u8) -> Result<(), Futile> {
	check_one(call)?;
	let parts = parts(call);
	if parts.is_empty() {
		return Ok(());
	}
	let depth = depth.checked_sub(1).ok_or(Futile::TooDeep)?;
	if matches!(call, RuntimeCall::Utility(UtilityCall::if_else { .. })) {
		// What fails has an alternative.
		return Ok(());
	}
	parts.into_iter().try_for_each(|part| check(part, depth))
}

/// The motion of this hash that a call proposes, itself or by a call that it carries.
fn find(call: &RuntimeCall, hash: &Hash, depth: u8) -> Option<Motion> {
	if let RuntimeCall::Council(pallet_collective::Call::propose { proposal, .. }) = call {
		return (proposal.hash() == *hash).then(|| proposal.as_ref().clone());
	}
	let depth = depth.checked_sub(1)?;
	parts(call).into_iter().find_map(|part| find(part, hash, depth))
}

/// The council's open motions.
pub struct CouncilAgenda;

impl Agenda<AccountId, Hash> for CouncilAgenda {
	type Motion = Motion;

	fn open() -> Vec<Hash> {
		pallet_collective::Proposals::<Runtime, CouncilCollective>::get().into_inner()
	}

	/// The collective takes the deposit before it stores the motion, and tells the ticket neither the
	/// motion nor its hash. So the motion is looked for where it stands already, in the transaction
	/// that is executed, which the system keeps until the block ends.
	fn proposed(motion: &Hash) -> Option<Motion> {
		let index = System::extrinsic_index()?;
		let transaction = System::extrinsic_data(index);
		let transaction = UncheckedExtrinsic::decode(&mut &transaction[..]).ok()?;
		find(&transaction.function, motion, MAX_DEPTH)
	}

	fn settle(motion: &Hash) -> DispatchResult {
		match pallet_collective::CostOf::<Runtime, CouncilCollective>::take(motion) {
			Some((who, ticket)) => ticket.drop(&who),
			None => Ok(()),
		}
	}

	fn check(motion: &Motion) -> Result<(), Futile> {
		check(&motion.0, MAX_DEPTH)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill(speakers: &[AccountId]) {
		let rounds = super::governance::MaxMotionsPerSeat::get();
		let proposers = (0..rounds).flat_map(|_| speakers);
		for (number, speaker) in (0u32..).zip(proposers) {
			<Runtime as pallet_collective::Config<CouncilCollective>>::Consideration::ensure_successful(
				speaker, number,
			);
			let remark = frame_system::Call::<Runtime>::remark { remark: number.encode() };
			let motion = Motion::from(remark);
			let hash = motion.hash();
			let index = pallet_collective::ProposalCount::<Runtime, CouncilCollective>::get();
			Council::do_propose_proposed(speaker.clone(), 2, alloc::boxed::Box::new(motion), 1_000)
				.expect("the agenda has room");
			for voter in speakers {
				Council::do_vote(voter.clone(), hash, index, true).expect("the motion is open");
			}
		}
	}
}
