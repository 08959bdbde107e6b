//! What is checked of a plan before it stands.
//!
//! Calls and views walk the same checks: a call refuses with the first error that it is told, a view collects all of
//! them. What is cheap comes before what is dear, and the questions to the rules come before the proof, which hangs
//! on their answers.

use crate::{
	allocations::{may_go, problem_of},
	proofs::PostedPlan,
	Allocation, Config, Error, FrozenNeed, FrozenOffer, Line, Pallet, Stage,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::pallet_prelude::{InvalidTransaction, TransactionValidityError};
use salus_analysis::transport::{totals, Pair, Problem, Refusal, Verifier};
use salus_primitives::{AllocationId, Moment, Total, Trail};
use sp_core::H256;

impl<T> From<Refusal> for Error<T> {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::WrongLength => Self::PriceCountWrong,
			Refusal::PriceTooHigh => Self::PriceTooHigh,
			Refusal::NotAscending(_) => Self::FlowsNotAscending,
			Refusal::NoSuchPair(_) => Self::NoSuchPair,
			Refusal::Empty(_) => Self::EmptyFlow,
			Refusal::SupplyExceeded(_) => Self::SupplyExceeded,
			Refusal::DemandExceeded(_) => Self::DemandExceeded,
			Refusal::SupplyLeft(_) => Self::SupplyLeft,
			Refusal::DemandOpen(_) => Self::DemandOpen,
			Refusal::NotTight(_) => Self::NotTight,
			Refusal::Forbidden(_) => Self::PairForbidden,
			Refusal::NotOptimal(_) => Self::NotOptimal,
		}
	}
}

impl<T> Error<T> {
	/// The error's index among the errors of this pallet, as the metadata has it.
	pub fn index(&self) -> u8 {
		self.encode().first().copied().unwrap_or(u8::MAX)
	}
}

/// What the pool is told. An [`InvalidTransaction`] has room for one byte and none for a name, so it carries the
/// [index](Error::index) of the error.
impl<T> From<Error<T>> for TransactionValidityError {
	fn from(error: Error<T>) -> Self {
		InvalidTransaction::Custom(error.index()).into()
	}
}

/// An allocation that takes plans and bars.
pub(crate) struct Awaiting {
	pub(crate) allocation: Allocation,
	/// The last moment at which it takes plans.
	pub(crate) decide_by: Moment,
	/// The lines of the plan that stands.
	pub(crate) candidate: Option<Vec<Line>>,
}

impl Awaiting {
	/// Whether the plan that stands sends goods over a pair.
	pub(crate) fn carries(&self, pair: Pair) -> bool {
		self.candidate.iter().flatten().any(|line| line.pair() == pair)
	}
}

/// A plan that holds.
pub(crate) struct Shown {
	pub(crate) awaiting: Awaiting,
	pub(crate) needs: Vec<FrozenNeed>,
	/// With those pairs alone that are not barred.
	pub(crate) offers: Vec<FrozenOffer>,
	/// Those that were not known to be.
	pub(crate) barred: Vec<Pair>,
	/// How far everything goes: units times kilometres.
	pub(crate) unit_km: Total,
}

impl<T: Config> Pallet<T> {
	/// An allocation that waits for an answer to figures with this fingerprint; tells why it does not.
	pub(crate) fn examine_awaiting<E>(
		id: AllocationId,
		fingerprint: H256,
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Option<Awaiting>, E> {
		let allocation = match Self::load_allocation(id) {
			Ok(allocation) => allocation,
			Err(error) => {
				tell(error)?;
				return Ok(None);
			}
		};
		let Stage::Deciding { decide_by, asked } = allocation.stage else {
			tell(Error::NotDeciding)?;
			return Ok(None);
		};
		if allocation.fingerprint != Some(fingerprint) {
			tell(Error::WrongFingerprint)?;
			return Ok(None);
		}
		if let Err(error) = Self::load_in_force(allocation.emergency) {
			tell(error)?;
		}
		let candidate = asked.and_then(|_| Self::candidate(id));
		Ok(Some(Awaiting { allocation, decide_by, candidate }))
	}

	/// Whether a plan is waited for: all but whether its bars are true, and whether it is proven. Tells why it is
	/// not.
	pub(crate) fn examine_admission<E>(
		plan: &PostedPlan,
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Option<Awaiting>, E> {
		let awaiting = Self::examine_awaiting(plan.allocation, plan.fingerprint, tell)?;
		let Some(awaiting) = awaiting else { return Ok(None) };
		if T::Trail::now() > awaiting.decide_by {
			tell(Error::DeadlinePassed)?;
		}
		let Allocation { needs, offers, .. } = awaiting.allocation;
		let is_priced = plan.supply_prices.len() == usize::from(offers)
			&& plan.demand_prices.len() == usize::from(needs);
		if !is_priced {
			tell(Error::PriceCountWrong)?;
			return Ok(None);
		}
		let is_barred = || plan.bars.iter().any(|pair| awaiting.carries(*pair));
		if awaiting.candidate.is_some() && !is_barred() {
			tell(Error::CandidateStands)?;
		}
		Ok(Some(awaiting))
	}

	/// Walks a plan and tells every reason against it, of its proof the first one of each sort.
	pub(crate) fn examine_plan<E>(
		plan: &PostedPlan,
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Option<Shown>, E> {
		let Some(awaiting) = Self::examine_admission(plan, tell)? else { return Ok(None) };
		let needs = Self::asked_by(plan.allocation);
		let mut offers = Self::given_by(plan.allocation);
		let Ok(problem) = problem_of(&needs, &offers, &Self::distances(plan.allocation)) else {
			// Neither list is longer than a problem takes.
			return Ok(None);
		};
		let mut barred = Vec::new();
		for pair in &plan.bars {
			match Self::keep_apart(*pair, &needs, &mut offers, Self::is_pair_barred) {
				Ok(true) => {
					if is_idle(plan, &problem, *pair) && !awaiting.carries(*pair) {
						tell(Error::BarIdle)?;
					}
					barred.push(*pair);
				}
				Ok(false) => {}
				Err(error) => tell(error)?,
			}
		}
		if !examine_proof(plan, &problem, |pair| may_go(&offers, pair), tell)? {
			return Ok(None);
		}
		let unit_km = totals(&problem, &plan.flows).unit_kilometres;
		Ok(Some(Shown { awaiting, needs, offers, barred, unit_km }))
	}

	/// Refuses a plan that does not hold. Changes nothing.
	pub(crate) fn check_plan(plan: &PostedPlan) -> Result<Shown, Error<T>> {
		Self::examine_plan(plan, &mut Err)?.ok_or(Error::NotOptimal)
	}
}

/// Whether nothing could go over a pair, or the prices of a plan say that it would be worse with it.
fn is_idle(plan: &PostedPlan, problem: &Problem, pair: Pair) -> bool {
	let supply = problem.supplies().get(usize::from(pair.supply));
	let demand = problem.demands().get(usize::from(pair.demand));
	let could_go =
		supply.zip(demand).is_some_and(|(supply, demand)| supply.quantity.min(demand.quantity) > 0);
	let is_worse =
		|| plan.price_of(pair).zip(problem.worth(pair)).is_none_or(|(price, worth)| price > worth);
	!could_go || is_worse()
}

/// Tells what a plan lacks to be proven, where these pairs may be; the first of each sort. Answers whether it lacks
/// nothing.
fn examine_proof<T, E>(
	plan: &PostedPlan,
	problem: &Problem,
	may_go: impl Fn(Pair) -> bool,
	tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
) -> Result<bool, E> {
	let verifier = match Verifier::new(problem, plan.proof()) {
		Ok(verifier) => verifier,
		Err(refusal) => {
			tell(refusal.into())?;
			return Ok(false);
		}
	};
	let slack = plan.flows.iter().find_map(|flow| verifier.carries(flow).err());
	let forbidden = plan.flows.iter().map(Line::pair).find(|pair| !may_go(*pair));
	let better = verifier.preferred(0..problem.pairs()).find(|pair| may_go(*pair));
	let refusals = [slack, forbidden.map(Refusal::Forbidden), better.map(Refusal::NotOptimal)];
	let mut is_proven = true;
	for refusal in refusals.into_iter().flatten() {
		is_proven = false;
		tell(refusal.into())?;
	}
	Ok(is_proven)
}
