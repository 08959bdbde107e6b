//! The calls `post_plan`, which needs no signature, and `submit_plan`, which has one: both go through the same
//! check.

use super::check::Shown;
use crate::{proofs::PostedPlan, Call, Config, Error, Event, Pallet, WeightInfo};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{
		DispatchResult, InvalidTransaction, TransactionPriority, TransactionSource,
		TransactionValidityError, ValidTransaction,
	},
	traits::{Contains, Get},
	weights::Weight,
};
use salus_primitives::{digest_of, offchain, Act, Action, Step};
use sp_runtime::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Decides on a plan without a signature.
	///
	/// The pool takes none that does not hold. In a block, its bars and its proof are left to the call itself, which
	/// checks them in any case: an author can put anything into its own block. A wrong plan fails there, is charged
	/// its whole weight, and takes room from the author alone.
	///
	/// What it provides is the allocation: a pool holds one plan of each, so that it cannot be filled with plans
	/// that all hold. The one with more bars takes the place of another one. Who knows more pairs that the rules
	/// forbid is so not held up by a plan that goes over them: a bar counts only if it is true, and if the prices
	/// say that the plan could be as good with the pair, or if the plan that stands goes over it. So nobody has more
	/// of them to put into a plan that the rules forbid than into one that they do not.
	pub(crate) fn authorize_plan(
		source: TransactionSource,
		plan: &PostedPlan,
		discriminator: &u32,
	) -> Result<(ValidTransaction, Weight), TransactionValidityError> {
		let call = Call::<T>::post_plan { plan: plan.clone(), discriminator: *discriminator };
		ensure!(T::BaseCallFilter::contains(&call.into()), InvalidTransaction::Call);
		ensure!(plan.bars.len() as u32 <= Self::largest_bars_of(plan), Error::<T>::TooManyBars);
		let barred = match source {
			TransactionSource::InBlock => {
				Self::examine_admission(plan, &mut Err::<(), Error<T>>)?;
				0
			}
			TransactionSource::Local | TransactionSource::External => {
				Self::check_plan(plan)?.barred.len() as u32
			}
		};
		let validity = ValidTransaction {
			provides: [("salus/emergencies", plan.allocation).encode()].into(),
			priority: offchain::priority::GOODS.saturating_add(TransactionPriority::from(barred)),
			// The worker sends again what is not included by then.
			longevity: T::RetryPeriod::get().saturated_into(),
			propagate: true,
			..ValidTransaction::default()
		};
		Ok((validity, Weight::zero()))
	}

	/// Lets a plan stand that holds. `arguments` are those of the call.
	pub(crate) fn do_post_plan(
		act: Act<T::AccountId>,
		plan: &PostedPlan,
		arguments: &impl Encode,
	) -> DispatchResult {
		let Shown { awaiting, needs, offers, barred, unit_km } = Self::check_plan(plan)?;
		let id = plan.allocation;
		let displaced = plan.bars.iter().find(|pair| awaiting.carries(**pair)).copied();
		let (mut allocation, decide_by) = (awaiting.allocation, awaiting.decide_by);
		if let Some(pair) = displaced {
			let parties = (&needs[..], &offers[..]);
			Self::dismiss_candidate((id, &mut allocation), decide_by, parties, pair);
		}
		if !barred.is_empty() {
			let pairs = barred.len() as u32;
			Self::enter_bars((id, &mut allocation), offers, &barred);
			Self::deposit_event(Event::PairsBarred { allocation: id, pairs });
		}
		Self::put_candidate((id, &mut allocation), decide_by, plan.flows.clone());
		let mut step = Step::new(act, Action::PlanPosted, arguments);
		Self::save_allocation(&mut step, id, &mut allocation)?;
		let digest = digest_of(plan);
		Self::deposit_event(Event::PlanPosted { allocation: id, digest, unit_km });
		Ok(())
	}

	/// What posting a plan weighs.
	pub fn weight_of_plan(plan: &PostedPlan) -> Weight {
		Self::weight_of_proof(plan)
			.saturating_add(Self::weight_of_plan_bars(plan.bars.len() as u32))
	}

	/// What a plan weighs without bars: by the longer of its lists of prices, and by its flows.
	fn weight_of_proof(plan: &PostedPlan) -> Weight {
		let flows = plan.flows.len() as u32;
		match plan.supply_prices.len().max(plan.demand_prices.len()) {
			0..=64 => T::WeightInfo::post_plan_64(flows),
			65..=256 => T::WeightInfo::post_plan_256(flows),
			_ => T::WeightInfo::post_plan_512(flows),
		}
	}

	/// How many bars a plan may carry without a signature: as many as fit into
	/// [`offchain::free_call_budget`].
	pub(crate) fn largest_bars_of(plan: &PostedPlan) -> u32 {
		let budget = offchain::free_call_budget(Some(T::LargestTransaction::get()));
		let others = T::WeightInfo::admit().saturating_add(Self::weight_of_proof(plan));
		offchain::largest_batch(crate::MAX_PLAN_BARS, budget, |bars| {
			others.saturating_add(Self::weight_of_plan_bars(bars))
		})
	}
}
