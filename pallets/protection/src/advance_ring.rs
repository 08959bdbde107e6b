//! The call `advance_ring`: building rings without a signature.

use crate::{BuildStep, Call, Config, Pallet, WeightInfo, MAX_MEMBERS, MAX_PUSHED, MAX_QUEUED};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{
		DispatchResult, InvalidTransaction, TransactionSource, TransactionValidityError,
		ValidTransaction,
	},
	traits::{Contains, Get},
	weights::Weight,
};
use salus_primitives::{offchain, Act, Action, Actor, RingId, Role, Step};
use sp_runtime::SaturatedConversion;

impl BuildStep {
	/// The ring that it is about.
	pub fn ring(&self) -> RingId {
		match self {
			Self::Start(ring, _) | Self::Push { ring, .. } | Self::Finish { ring, .. } => *ring,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Decides on a step of building a ring.
	///
	/// None is taken but one that is due, neither into the pool nor into a block, and what is due can be done:
	/// so a step is done once, and nothing is gained by sending another.
	///
	/// What it provides is the ring: two steps for one exclude each other in the pool. Answers as well with
	/// what it weighed less than [`weight_of_authorizing`](Self::weight_of_authorizing).
	pub(crate) fn authorize_step(
		_: TransactionSource,
		step: &BuildStep,
		discriminator: &u32,
	) -> Result<(ValidTransaction, Weight), TransactionValidityError> {
		let weight = Self::admit_step(step, *discriminator)?;
		let validity = ValidTransaction {
			provides: [("salus/protection", step.ring()).encode()].into(),
			priority: offchain::priority::UPKEEP,
			// The worker sends again what is not included by then.
			longevity: T::RetryPeriod::get().saturated_into(),
			propagate: true,
			..ValidTransaction::default()
		};
		Ok((validity, Self::weight_of_authorizing(step).saturating_sub(weight)))
	}

	/// Refuses a step that is not due, and any while no call of this sort is let through, as in safe mode.
	/// Answers with what it weighs to decide that.
	pub(crate) fn admit_step(
		step: &BuildStep,
		discriminator: u32,
	) -> Result<Weight, InvalidTransaction> {
		let call = Call::<T>::advance_ring { step: *step, discriminator };
		ensure!(T::BaseCallFilter::contains(&call.into()), InvalidTransaction::Call);
		let looked_at = Self::check_step(step).map_err(Self::refusal)?;
		Ok(match step {
			BuildStep::Start(..) => T::WeightInfo::authorize_start(looked_at),
			BuildStep::Push { .. } | BuildStep::Finish { .. } => T::WeightInfo::authorize_push(),
		})
	}

	/// Does a step. That it is due was decided when the call was authorized, a moment ago and in the same
	/// state.
	pub(crate) fn do_advance_ring(step: BuildStep, discriminator: u32) -> DispatchResult {
		match step {
			BuildStep::Start(ring, _) => Self::start_revision(ring),
			BuildStep::Push { ring, .. } => Self::push_members(ring.role)?,
			BuildStep::Finish { ring, .. } => {
				let act = Act::by(Actor::Proof);
				let mut done = Step::new(act, Action::RingBuilt, &(step, discriminator));
				Self::finish_revision(&mut done, ring.role)?;
			}
		}
		Ok(())
	}

	/// What a step weighs at most.
	pub(crate) fn weight_of_step(step: &BuildStep) -> Weight {
		match step {
			BuildStep::Start(..) => T::WeightInfo::start(MAX_MEMBERS.saturating_add(MAX_QUEUED)),
			BuildStep::Push { .. } => T::WeightInfo::push(MAX_PUSHED),
			BuildStep::Finish { .. } => T::WeightInfo::finish(),
		}
	}

	/// What it weighs at most to decide on a step.
	pub(crate) fn weight_of_authorizing(step: &BuildStep) -> Weight {
		match step {
			BuildStep::Start(..) => {
				T::WeightInfo::authorize_start(MAX_MEMBERS.saturating_add(MAX_QUEUED))
			}
			BuildStep::Push { .. } | BuildStep::Finish { .. } => T::WeightInfo::authorize_push(),
		}
	}

	/// Checks that whatever is taken without a fee weighs no more than it may.
	pub(crate) fn check_free_calls() {
		assert!(T::RetryPeriod::get() > 0u32.into(), "what is sent takes a block to arrive");
		let budget = offchain::free_call_budget(Some(T::LargestTransaction::get()));
		let ring = RingId { role: Role::Receive, number: 0 };
		for step in [
			BuildStep::Start(ring, crate::Cause::Queue),
			BuildStep::Push { ring, revision: 1, pushed: 0 },
			BuildStep::Finish { ring, revision: 1 },
		] {
			let weight =
				Self::weight_of_step(&step).saturating_add(Self::weight_of_authorizing(&step));
			assert!(weight.all_lte(budget), "{step:?} is taken without a fee, {weight}");
		}
		let weight = T::WeightInfo::bind().saturating_add(T::WeightInfo::authorize_bind());
		assert!(weight.all_lte(budget), "a binding is taken without a fee, {weight}");
	}
}
