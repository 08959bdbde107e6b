//! The off-chain worker: an untrusted prover, in the sense of [`salus_primitives::offchain`].
//!
//! With every block, it works for [`SOLVING_TIME`] on each allocation that waits for a plan.
//!
//! 1. If a plan stands, it asks the rules about the pairs over which that goes. If they forbid none, there is
//!    nothing to do: whoever posted it, there is none better.
//! 2. It solves the problem without the pairs that it knows to be forbidden, asks about the pairs over which the plan
//!    goes, and solves again, until the rules forbid none of them.
//! 3. In the time that is left, it asks about all other pairs over which some plan could go that is as good. An
//!    optimal plan goes over no pairs but those whose prices add up to their worth, whatever prices prove it; so when
//!    these are known, nobody can post a plan that the rules forbid.
//! 4. It sends its plan, once the chain's own check has passed here, with the bars that make it hold and as many
//!    others as it carries; the rest go in calls of their own. If a plan needs more bars than it carries, it follows
//!    when the chain knows them.
//!
//! - What was asked is kept in the node's local storage, so that the next run goes on where this one stopped. It
//!   counts for one allocation and fingerprint. What the chain refuses shows that rules changed: then all of it is
//!   forgotten.
//! - A lock keeps its runs apart for twenty seconds.
//! - A plan is sent with every block until one stands: a pool may say that it took what it dropped for another one.
//!   Bars that were sent are not sent again for [`Config::RetryPeriod`] blocks.

use crate::{
	allocations::{add_need, has_need, may_go, problem_of},
	proofs::{BarList, PlanBars, PostedPlan, PriceList},
	Call, Config, Error, FrozenNeed, FrozenOffer, Line, LineList, NeedSet, Pallet, Stage, MAX_BARS,
	MAX_SIDE,
};
use alloc::{collections::BTreeSet, vec, vec::Vec};
use codec::{Decode, Encode};
use core::{fmt, iter};
use frame_support::{DebugNoBound, PartialEqNoBound};
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use salus_analysis::transport::{self, Pair};
use salus_primitives::{
	digest_of,
	offchain::{with_lock, Busy, Outcome, Tries},
	AllocationId, Trail,
};
use salus_solver::transport::{plan, Plan};
use sp_core::{offchain::Duration, Get, H256};
use sp_runtime::offchain::storage::StorageValueRef;

/// Where log messages come from.
const LOG_TARGET: &str = "runtime::emergencies";
/// The name of the pallet in the node's local storage.
pub(crate) const NAME: &str = "emergencies";
/// Where what was asked is kept, in the node's local storage.
pub(crate) const ASKED: &[u8] = b"salus/emergencies/asked";
/// After how long a run is taken for dead.
const LOCK_TIME: Duration = Duration::from_millis(20_000);
/// For how long a run works on one allocation. What is at hand is always finished.
pub const SOLVING_TIME: Duration = Duration::from_millis(1_000);
/// The most calls of bars that a run sends for one allocation.
pub const MOST_BAR_CALLS: usize = 8;

/// Why a run stopped.
#[derive(PartialEqNoBound, DebugNoBound)]
pub enum Problem<T: Config> {
	/// Another run is at work.
	Busy,
	/// The figures make no problem.
	NoProblem,
	/// The chain would refuse what was found.
	Refused(Error<T>),
	/// The pool did not take the transaction, which may be for one that it has already.
	NotTaken,
}

impl<T: Config> From<Busy> for Problem<T> {
	fn from(_: Busy) -> Self {
		Self::Busy
	}
}

impl<T: Config> fmt::Display for Problem<T> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Busy => write!(f, "another run is at work"),
			Self::NoProblem => write!(f, "the figures make no problem"),
			Self::Refused(error) => write!(f, "the chain would refuse: {error:?}"),
			Self::NotTaken => write!(f, "the pool did not take the transaction"),
		}
	}
}

/// What was sent lately: digests of plans and of bars.
pub(crate) type Memory<T> = Tries<AllocationId, H256, BlockNumberFor<T>>;

/// Runs with a block. What goes wrong is logged, and no more.
pub fn run<T: Config>(now: BlockNumberFor<T>) {
	match attempt::<T>(now) {
		Ok(_) => {}
		Err(problem @ (Problem::Busy | Problem::NotTaken)) => {
			log::debug!(target: LOG_TARGET, "{problem}")
		}
		Err(problem) => log::warn!(target: LOG_TARGET, "{problem}"),
	}
}

/// Asks, solves and sends, and tells how many transactions were sent.
///
/// # Errors
///
/// See [`Problem`].
pub fn attempt<T: Config>(now: BlockNumberFor<T>) -> Result<usize, Problem<T>> {
	let wanted = wanted_plans::<T>();
	if wanted.is_empty() {
		return Ok(0);
	}
	with_lock(NAME, LOCK_TIME, || {
		let mut memory = Memory::<T>::recall(NAME, now, T::RetryPeriod::get(), wanted.clone());
		let mut known = Known::recall(&wanted);
		let mut outcome = Outcome::default();
		for (place, (id, fingerprint)) in wanted.iter().enumerate() {
			// Each has a time of its own, so that none keeps the others waiting.
			let until = sp_io::offchain::timestamp().add(SOLVING_TIME);
			let is_over = || sp_io::offchain::timestamp() >= until;
			let proven = match known.get_mut(place) {
				Some(known) => prove::<T>((*id, *fingerprint), &mut memory, known, is_over),
				None => Ok(0),
			};
			outcome.note(LOG_TARGET, proven);
		}
		Known::remember(&known);
		outcome.tell()
	})?
}

/// The allocations that take plans, each with its fingerprint.
pub(crate) fn wanted_plans<T: Config>() -> Vec<(AllocationId, H256)> {
	if !Pallet::<T>::may_carry_on() {
		return Vec::new();
	}
	let now = T::Trail::now();
	let wanted = |id: AllocationId| {
		let allocation = Pallet::<T>::load_allocation(id).ok()?;
		let Stage::Deciding { decide_by, .. } = allocation.stage else { return None };
		Pallet::<T>::load_in_force(allocation.emergency).ok()?;
		let fingerprint = allocation.fingerprint?;
		(now <= decide_by).then_some((id, fingerprint))
	};
	Pallet::<T>::running_list().into_iter().filter_map(wanted).collect()
}

/// Works on one allocation until the time is over, and tells how many transactions were sent.
pub(crate) fn prove<T: Config>(
	(id, fingerprint): (AllocationId, H256),
	memory: &mut Memory<T>,
	known: &mut Known,
	is_over: impl Fn() -> bool,
) -> Result<usize, Problem<T>> {
	let scene = Scene::load::<T>(id)?;
	let is_refused = false;
	Prover::<T> { id, fingerprint, scene: &scene, known, memory, is_refused }.prove(is_over)
}

/// What the rules said about the pairs of an allocation, as the node remembers it: for each offer, the needs.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub(crate) struct Known {
	allocation: AllocationId,
	fingerprint: H256,
	/// To which they were asked whether it may go.
	asked: Vec<NeedSet>,
	/// From which of these they keep it.
	barred: Vec<NeedSet>,
}

impl Known {
	/// Nothing was asked.
	pub(crate) fn none(allocation: AllocationId, fingerprint: H256) -> Self {
		let none = vec![NeedSet::default(); MAX_SIDE as usize];
		Self { allocation, fingerprint, asked: none.clone(), barred: none }
	}

	/// What the node remembers of those that are wanted, in their order.
	fn recall(wanted: &[(AllocationId, H256)]) -> Vec<Self> {
		let stored = StorageValueRef::persistent(ASKED).get::<Vec<Self>>().ok().flatten();
		let mut stored = stored.unwrap_or_default();
		let known = |(id, fingerprint): &(AllocationId, H256)| {
			let place = stored
				.iter()
				.position(|known| (known.allocation, known.fingerprint) == (*id, *fingerprint));
			let found = place.map(|place| stored.swap_remove(place));
			// What is of another length was not written here.
			let side = MAX_SIDE as usize;
			let found =
				found.filter(|known| known.asked.len() == side && known.barred.len() == side);
			found.unwrap_or_else(|| Self::none(*id, *fingerprint))
		};
		wanted.iter().map(known).collect()
	}

	/// Has the node remember all of it, and nothing else.
	fn remember(all: &[Self]) {
		StorageValueRef::persistent(ASKED).set(&all);
	}

	fn is_asked(&self, pair: Pair) -> bool {
		has(&self.asked, pair)
	}

	fn is_barred(&self, pair: Pair) -> bool {
		has(&self.barred, pair)
	}

	/// Whether they are known to forbid any of some pairs.
	fn bars_any(&self, pairs: &[Pair]) -> bool {
		pairs.iter().any(|pair| self.is_barred(*pair))
	}

	/// Enters what the rules said about a pair.
	fn note(&mut self, pair: Pair, is_barred: bool) {
		add(&mut self.asked, pair);
		if is_barred {
			add(&mut self.barred, pair);
		}
	}
}

fn has(sets: &[NeedSet], pair: Pair) -> bool {
	sets.get(usize::from(pair.supply)).is_some_and(|needs| has_need(needs, pair.demand))
}

fn add(sets: &mut [NeedSet], pair: Pair) {
	if let Some(needs) = sets.get_mut(usize::from(pair.supply)) {
		add_need(needs, pair.demand);
	}
}

/// An allocation, as it waits for a plan.
struct Scene {
	needs: Vec<FrozenNeed>,
	offers: Vec<FrozenOffer>,
	problem: transport::Problem,
	/// The lines of the plan that stands.
	candidate: Option<Vec<Line>>,
}

impl Scene {
	fn load<T: Config>(id: AllocationId) -> Result<Self, Problem<T>> {
		let needs = Pallet::<T>::asked_by(id);
		let offers = Pallet::<T>::given_by(id);
		let problem = problem_of(&needs, &offers, &Pallet::<T>::distances(id));
		let problem = problem.map_err(|_| Problem::NoProblem)?;
		Ok(Self { needs, offers, problem, candidate: Pallet::<T>::candidate(id) })
	}

	/// Whether goods may go over a pair, as far as the chain knows.
	fn may_go(&self, pair: Pair) -> bool {
		may_go(&self.offers, pair)
	}

	/// Whether the plan that stands sends goods over a pair.
	fn is_carried(&self, pair: Pair) -> bool {
		self.candidate.iter().flatten().any(|line| line.pair() == pair)
	}

	/// The pairs over which a plan could go that is as good as this one, or better, as far as the chain knows; each
	/// with whether it would be better.
	fn pairs_as_good<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = (Pair, bool)> + 'a {
		let supplies = (0u16..).zip(&plan.supply_prices);
		supplies.flat_map(move |(supply, from)| {
			let demands = (0u16..).zip(&plan.demand_prices);
			demands.filter_map(move |(demand, to)| {
				let pair = Pair { supply, demand };
				let worth = self.problem.worth(pair)?;
				// Neither price is above what is worth the most.
				let price = from.0.saturating_add(to.0);
				(price <= worth && self.may_go(pair)).then_some((pair, price < worth))
			})
		})
	}
}

/// At work on one allocation.
struct Prover<'a, T: Config> {
	id: AllocationId,
	fingerprint: H256,
	scene: &'a Scene,
	known: &'a mut Known,
	memory: &'a mut Memory<T>,
	/// Whether the chain would refuse something that was found.
	is_refused: bool,
}

impl<T: Config> Prover<'_, T> {
	fn prove(mut self, is_over: impl Fn() -> bool) -> Result<usize, Problem<T>> {
		let proven = self.ask_and_solve(is_over);
		if self.is_refused {
			*self.known = Known::none(self.id, self.fingerprint);
		}
		proven
	}

	fn ask_and_solve(&mut self, is_over: impl Fn() -> bool) -> Result<usize, Problem<T>> {
		if let Some(candidate) = &self.scene.candidate {
			let pairs: Vec<Pair> = candidate.iter().map(Line::pair).collect();
			if !self.known.bars_any(&pairs) {
				// What is not asked yet is asked by the next run.
				self.ask(&pairs, &is_over);
			}
			if !self.known.bars_any(&pairs) {
				return Ok(0);
			}
		}
		let (plan, is_allowed) = self.solve(&is_over);
		if !is_allowed {
			let (needed, others) = self.bars(&plan);
			return self.send_all_bars(&[needed, others].concat()).tell();
		}
		let as_good: Vec<Pair> = self.scene.pairs_as_good(&plan).map(|(pair, _)| pair).collect();
		// What is left is asked by the next run.
		self.ask(&as_good, &is_over);

		let (needed, others) = self.bars(&plan);
		let (rest, sent) = self.send_plan(plan, needed, others);
		let mut outcome = self.send_all_bars(&rest);
		outcome.note(LOG_TARGET, sent);
		outcome.tell()
	}

	/// Sends bars, in as many calls as a run may send.
	fn send_all_bars(&mut self, bars: &[Pair]) -> Outcome<Problem<T>> {
		let mut outcome = Outcome::default();
		let most = Pallet::<T>::largest_bars().min(MAX_BARS) as usize;
		for bars in bars.chunks(most.max(1)).take(MOST_BAR_CALLS) {
			outcome.note(LOG_TARGET, self.send_bars(bars));
		}
		outcome
	}

	/// Asks about pairs until the time is over; answers whether all of them are known. The one at hand is always
	/// finished.
	fn ask(&mut self, pairs: &[Pair], is_over: &impl Fn() -> bool) -> bool {
		for pair in pairs {
			if self.known.is_asked(*pair) {
				continue;
			}
			if is_over() {
				return false;
			}
			let need = self.scene.needs.get(usize::from(pair.demand));
			let offer = self.scene.offers.get(usize::from(pair.supply));
			let answer = offer.zip(need).map(|(it, need)| Pallet::<T>::ask_about_pair(it, need));
			self.known.note(*pair, answer.is_some_and(|answer| answer.is_barred));
		}
		true
	}

	/// The best plan as far as is known, and whether it is known that the rules allow it. If it is not, the time was over
	/// before.
	fn solve(&mut self, is_over: &impl Fn() -> bool) -> (Plan, bool) {
		loop {
			let (scene, known) = (self.scene, &*self.known);
			let found = plan(&scene.problem, |pair| scene.may_go(pair) && !known.is_barred(pair));
			let pairs: Vec<Pair> = found.flows.iter().map(Line::pair).collect();
			let are_all = self.ask(&pairs, is_over);
			let is_allowed = are_all && !self.known.bars_any(&pairs);
			if is_allowed || is_over() {
				return (found, is_allowed);
			}
		}
	}

	/// The bars without which a plan does not hold, and others without which there could be one as good.
	fn bars(&self, plan: &Plan) -> (Vec<Pair>, Vec<Pair>) {
		let known = self.scene.pairs_as_good(plan).filter(|(pair, _)| self.known.is_barred(*pair));
		let (better, as_good): (Vec<_>, Vec<_>) = known.partition(|(_, is_better)| *is_better);
		let pair = |(pair, _): (Pair, bool)| pair;
		let mut needed: Vec<Pair> = better.into_iter().map(pair).collect();
		let mut others: Vec<Pair> = as_good.into_iter().map(pair).collect();
		if self.scene.candidate.is_some() {
			// One of those over which the plan goes that stands, so that it goes.
			others.sort_by_key(|pair| !self.scene.is_carried(*pair));
			let has_one = needed.iter().any(|pair| self.scene.is_carried(*pair));
			if !has_one && !others.is_empty() {
				needed.push(others.remove(0));
			}
		}
		(needed, others)
	}

	/// Sends a plan with the bars that it needs, and as many others as there is room for. Answers with the bars that
	/// it does not carry. A plan that needs more than it may carry waits for them.
	fn send_plan(
		&mut self,
		plan: Plan,
		needed: Vec<Pair>,
		others: Vec<Pair>,
	) -> (Vec<Pair>, Result<usize, Problem<T>>) {
		let mut posted = PostedPlan {
			allocation: self.id,
			fingerprint: self.fingerprint,
			bars: PlanBars::default(),
			// A plan is no longer than this.
			flows: LineList::truncate_from(plan.flows),
			supply_prices: PriceList::truncate_from(plan.supply_prices),
			demand_prices: PriceList::truncate_from(plan.demand_prices),
		};
		let most = Pallet::<T>::largest_bars_of(&posted) as usize;
		let fits = needed.len() <= most;
		let mut bars: Vec<Pair> = needed.into_iter().chain(others).collect();
		if !fits {
			return (bars, Ok(0));
		}
		let rest = bars.split_off(bars.len().min(most));
		bars.sort_unstable();
		posted.bars = PlanBars::truncate_from(bars);
		(rest, self.post_plan(posted))
	}

	fn post_plan(&mut self, plan: PostedPlan) -> Result<usize, Problem<T>> {
		Pallet::<T>::check_plan(&plan).map_err(|error| self.refused(error))?;
		let (flows, bars) = (plan.flows.len(), plan.bars.len());
		let discriminator = self.memory.discriminator();
		Self::send(Call::post_plan { plan, discriminator })?;
		log::info!(
			target: LOG_TARGET,
			"allocation {}: sent a plan of {flows} flows with {bars} bars",
			self.id.0,
		);
		Ok(1)
	}

	/// Sends bars, once they are known to be accepted.
	fn send_bars(&mut self, bars: &[Pair]) -> Result<usize, Problem<T>> {
		let (allocation, fingerprint) = (self.id, self.fingerprint);
		let bars = BarList::truncate_from(bars.to_vec());
		let digest = digest_of(&bars);
		if self.was_sent(&digest) {
			return Ok(0);
		}
		Pallet::<T>::check_bars(allocation, fingerprint, &bars)
			.map_err(|error| self.refused(error))?;
		let discriminator = self.memory.discriminator();
		let count = bars.len();
		Self::send(Call::post_bars { allocation, fingerprint, bars, discriminator })?;
		self.memory.add(&self.id, iter::once(digest));
		log::info!(target: LOG_TARGET, "allocation {}: sent {count} bars", self.id.0);
		Ok(1)
	}

	fn refused(&mut self, error: Error<T>) -> Problem<T> {
		self.is_refused = true;
		Problem::Refused(error)
	}

	fn was_sent(&self, digest: &H256) -> bool {
		let sent: BTreeSet<H256> = self.memory.of(&self.id);
		sent.contains(digest)
	}

	/// Sends a transaction.
	fn send(call: Call<T>) -> Result<(), Problem<T>> {
		let transaction = T::create_authorized_transaction(call.into());
		SubmitTransaction::<T, Call<T>>::submit_transaction(transaction)
			.map_err(|()| Problem::NotTaken)
	}
}
