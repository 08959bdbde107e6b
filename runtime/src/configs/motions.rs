//! What a motion of the council is: whom it is about, whose votes count on it, and which one can never
//! succeed.
//!
//! A call that names an institution to somebody's advantage or harm belongs in `concern_of_one`; a call
//! that carries others, in `parts`; one that has a date, in `check_one`. Calls that are not there concern
//! nobody and are never futile.

use super::governance::CouncilCollective;
use crate::*;
use alloc::{collections::BTreeMap, vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{
		DispatchInfo, DispatchResult, DispatchResultWithPostInfo, GetDispatchInfo, PostDispatchInfo,
	},
	ensure,
	storage::unhashed,
	traits::{Consideration, Contains, OriginTrait},
};
use pallet_circulation::Call as CirculationCall;
use pallet_efficiency::Call as EfficiencyCall;
use pallet_emergencies::Call as EmergenciesCall;
use pallet_needs::Call as NeedsCall;
use pallet_protection::Call as ProtectionCall;
use pallet_recalls::{Call as RecallsCall, HoldPlace};
use pallet_registry::Call as RegistryCall;
use pallet_rules::{Author, Call as RulesCall};
use pallet_seats::{Agenda, Concern, Error, Futile};
use pallet_utility::Call as UtilityCall;
use salus_primitives::{InstitutionId, Lots, Subject};
use scale_info::{Type, TypeInfo};
use sp_runtime::traits::{Dispatchable, Hash as _};

/// How many wrappers around a call are looked through: a motion that several signatories propose together,
/// for a seat whose proxy they are, in a batch, has three.
const MAX_DEPTH: u8 = 4;
/// How many calls are looked at in one motion, the wrappers among them.
const MAX_PARTS: usize = 128;
/// How many transfers, rules, standing orders, lots, recalls and cases one motion may be about. Each is read
/// to know its parties, its author, its institution, its registrant, its issuer or its party.
pub const MAX_LOOKED_UP: u64 = 8;
/// How long a transaction may be for the motion that it proposes to be looked at beforehand, in bytes.
const MAX_TRANSACTION: usize = 128 * 1024;

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
		let concern = concern_of(&self.0).map_err(Error::<Runtime>::from)?;
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

/// Those whom what was read for one motion concerns: transfers, rules, standing orders, lots, recalls and
/// cases.
type LookedUp = BTreeMap<Subject, Vec<InstitutionId>>;

/// Those whom a subject concerns, read when it is asked about for the first time.
fn look_up(
	looked_up: &mut LookedUp,
	subject: Subject,
	read: impl FnOnce() -> Option<Vec<InstitutionId>>,
) -> Result<Concern, Futile> {
	if !looked_up.contains_key(&subject) {
		ensure!((looked_up.len() as u64) < MAX_LOOKED_UP, Futile::TooManyParts);
		looked_up.extend(read().map(|concerned| (subject.clone(), concerned)));
	}
	Ok(Concern::about(looked_up.get(&subject).into_iter().flatten().copied()))
}

/// Whom a call is about that carries no other.
fn concern_of_one(call: &RuntimeCall, looked_up: &mut LookedUp) -> Result<Concern, Futile> {
	Ok(match call {
		RuntimeCall::Circulation(CirculationCall::resolve { transfer, .. }) => {
			look_up(looked_up, Subject::Transfer(*transfer), || {
				pallet_circulation::Transfers::<Runtime>::get(transfer)
					.map(|transfer| vec![transfer.sender, transfer.receiver, transfer.owner])
			})?
		}
		// Of a rule of governance, nobody: it binds all.
		RuntimeCall::Rules(
			RulesCall::pause_rule { rule }
			| RulesCall::resume_rule { rule }
			| RulesCall::withdraw_rule { rule },
		) => look_up(looked_up, Subject::Rule(*rule), || {
			pallet_rules::Rules::<Runtime>::get(rule).map(|rule| match rule.author {
				Author::Governance => Vec::new(),
				Author::Institution(institution) => vec![institution],
			})
		})?,
		RuntimeCall::Needs(NeedsCall::revoke_order { order }) => {
			look_up(looked_up, Subject::Order(*order), || {
				pallet_needs::Orders::<Runtime>::get(order).map(|order| vec![order.institution])
			})?
		}
		// Who issued it wants it to stand, and whose lots it is on wants it to end.
		RuntimeCall::Recalls(RecallsCall::close_recall { recall, .. }) => {
			look_up(looked_up, Subject::Recall(*recall), || {
				pallet_recalls::RecallsIssued::<Runtime>::get(recall).map(|recall| {
					let issuer = recall.issuer.institution();
					issuer.into_iter().chain(recall.registrants).collect()
				})
			})?
		}
		// Whoever registered a lot wants it to move.
		RuntimeCall::Recalls(RecallsCall::lift_hold { place: HoldPlace::Lot(lot), .. }) => {
			look_up(looked_up, Subject::Lot(*lot), || {
				<Registry as Lots>::summary(*lot).map(|lot| vec![lot.registered_by])
			})?
		}
		RuntimeCall::Recalls(
			RecallsCall::demand_count { case, .. }
			| RecallsCall::attach_document { case, .. }
			| RecallsCall::acknowledge_document { case, .. }
			| RecallsCall::order_hold { case, .. }
			| RecallsCall::end_case { case, .. },
		) => look_up(looked_up, Subject::Case(*case), || {
			pallet_recalls::Cases::<Runtime>::get(case).map(|case| vec![case.party])
		})?,
		_ => concern_of_plain(call),
	})
}

/// Whom a call is about that carries no other and names them itself.
fn concern_of_plain(call: &RuntimeCall) -> Concern {
	match call {
		// After these, an institution that has a seat may have another voice on the council, or none.
		RuntimeCall::Registry(
			RegistryCall::suspend_institution { institution }
			| RegistryCall::reinstate_institution { institution }
			| RegistryCall::amend_institution { institution, .. },
		) => Concern::voice_of(*institution),
		// Whoever has the agents has the vote in the assembly.
		RuntimeCall::Registry(RegistryCall::replace_agents { institution, .. }) => {
			Concern::vote_of(*institution)
		}
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
		// To place a hold on a lot binds whoever has some of it.
		RuntimeCall::Recalls(
			RecallsCall::place_hold { place: HoldPlace::Holding(holding), .. }
			| RecallsCall::lift_hold { place: HoldPlace::Holding(holding), .. },
		) => Concern::about([holding.custodian]),
		RuntimeCall::Recalls(RecallsCall::open_case { party, .. }) => Concern::about([*party]),
		_ => Concern::nobody(),
	}
}

/// Whom a call is about, with all that it carries.
fn concern_of(call: &RuntimeCall) -> Result<Concern, Futile> {
	ensure_few_parts(call, MAX_DEPTH)?;
	concern_within(call, &mut BTreeMap::new())
}

/// Whom a call is about that carries few others.
fn concern_within(call: &RuntimeCall, looked_up: &mut LookedUp) -> Result<Concern, Futile> {
	let parts = parts(call);
	if parts.is_empty() {
		return concern_of_one(call, looked_up);
	}
	let concerns = parts.into_iter().map(|part| concern_within(part, looked_up));
	Ok(Concern::of_parts(concerns.collect::<Result<Vec<_>, _>>()?))
}

/// Refuses a call that carries more than are looked at, or deeper than `depth` levels.
fn ensure_few_parts(call: &RuntimeCall, depth: u8) -> Result<usize, Futile> {
	let parts = parts(call);
	ensure!(parts.is_empty() || depth > 0, Futile::TooDeep);
	parts.into_iter().try_fold(1usize, |count, part| {
		ensure!(count < MAX_PARTS, Futile::TooManyParts);
		let count = count.saturating_add(ensure_few_parts(part, depth.saturating_sub(1))?);
		ensure!(count <= MAX_PARTS, Futile::TooManyParts);
		Ok(count)
	})
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
		RuntimeCall::Emergencies(EmergenciesCall::declare { declaration }) => {
			ensure!(declaration.until > now, Futile::DeadlinePassed);
		}
		RuntimeCall::Protection(ProtectionCall::declare_context { terms }) => {
			ensure!(terms.until.is_none_or(|until| until > now), Futile::DeadlinePassed);
		}
		_ => {}
	}
	Ok(())
}

/// Refuses a call that can never succeed, or that carries one. It carries few.
fn check(call: &RuntimeCall) -> Result<(), Futile> {
	check_one(call)?;
	if matches!(call, RuntimeCall::Utility(UtilityCall::if_else { .. })) {
		// What fails has an alternative.
		return Ok(());
	}
	parts(call).into_iter().try_for_each(check)
}

/// The council's motions that may be closed: not before those seats have carried it that it is not about.
///
/// A seat that a motion is about could otherwise defeat it with its own aye: the motion would be closed
/// when the ayes are enough with that one, and fail because they are not enough without.
pub struct Ripe;

impl Contains<RuntimeCall> for Ripe {
	fn contains(call: &RuntimeCall) -> bool {
		let RuntimeCall::Council(pallet_collective::Call::close { proposal_hash, .. }) = call
		else {
			return true;
		};
		let key =
			pallet_collective::Voting::<Runtime, CouncilCollective>::hashed_key_for(proposal_hash);
		let Some((_, threshold, ayes, _, end)) = unhashed::get::<Voting>(&key) else { return true };
		let is_carried = ayes.len() as u64 >= u64::from(threshold);
		if !is_carried || System::block_number() >= end {
			// The collective knows what to do with it.
			return true;
		}
		let motion =
			pallet_collective::ProposalOf::<Runtime, CouncilCollective>::get(proposal_hash);
		// A motion whose concern is not known fails whenever it is closed.
		let Some(Ok(concern)) = motion.map(|motion| concern_of(&motion.0)) else { return true };
		let free = Seats::unconcerned(&ayes, &concern);
		free as u64 >= u64::from(threshold)
	}
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
		if transaction.len() > MAX_TRANSACTION {
			// It would take longer than proposing is charged for.
			return None;
		}
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
		ensure_few_parts(&motion.0, MAX_DEPTH)?;
		check(&motion.0)
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
