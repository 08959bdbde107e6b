//! The call `post_ring`: ringing without a signature.

use crate::{Alarm, Call, Config, Pallet};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{
		InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
	},
	storage::{with_transaction, TransactionOutcome},
	traits::{Contains, Get},
	weights::Weight,
};
use salus_primitives::{offchain, Act, Actor, NeedId, OfferId, OrderId};
use sp_runtime::{DispatchError, SaturatedConversion};

/// What an alarm may happen to, once at a time in the pool.
#[derive(Encode)]
enum Rung {
	Order(OrderId),
	Need(NeedId),
	Offer(OfferId),
}

impl Rung {
	fn by(alarm: &Alarm) -> Self {
		match *alarm {
			Alarm::Send { order, .. } | Alarm::Offer { order } => Self::Order(order),
			Alarm::Lapse { need } => Self::Need(need),
			Alarm::Release { offer } => Self::Offer(offer),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Decides on an alarm without a signature.
	///
	/// None is taken but those that do something now, neither into the pool nor into a block: all of it is
	/// done, and undone. So an alarm that another one forestalled leaves the block as it was, and costs
	/// nobody room.
	///
	/// What it provides is the order, need or offer: two alarms for one exclude each other in the pool.
	/// Answers as well with what it weighed less than [`most_of_rehearsing`](Self::most_of_rehearsing).
	pub(crate) fn authorize_ring(
		_: TransactionSource,
		alarm: &Alarm,
		discriminator: &u32,
	) -> Result<(ValidTransaction, Weight), TransactionValidityError> {
		let weight = Self::rehearse(alarm, discriminator).map_err(refusal)?;
		let validity = ValidTransaction {
			provides: [("salus/needs", Rung::by(alarm)).encode()].into(),
			priority: match alarm {
				Alarm::Send { .. } | Alarm::Offer { .. } => offchain::priority::GOODS,
				Alarm::Lapse { .. } | Alarm::Release { .. } => offchain::priority::UPKEEP,
			},
			longevity: T::RetryPeriod::get().saturated_into(),
			propagate: true,
			..ValidTransaction::default()
		};
		Ok((validity, Self::most_of_rehearsing(alarm).saturating_sub(weight)))
	}

	/// What it weighs at most to do what is due and to undo it: the time. What is read for it is read again
	/// when it is done, and is in the proof once.
	pub(crate) fn most_of_rehearsing(alarm: &Alarm) -> Weight {
		Self::most_of_ringing(alarm).set_proof_size(0)
	}

	/// Does what is due, and undoes it. Answers with what it weighs. Fails where no call of this sort is let
	/// through, as while the chain is in safe mode.
	pub(crate) fn rehearse(alarm: &Alarm, discriminator: &u32) -> Result<Weight, DispatchError> {
		let (alarm, discriminator) = (*alarm, *discriminator);
		let call = Call::<T>::post_ring { alarm, discriminator };
		ensure!(T::BaseCallFilter::contains(&call.into()), DispatchError::Unavailable);
		with_transaction(|| {
			let act = Act::by(Actor::Proof);
			let done = Self::do_ring(act, &alarm, &(alarm, discriminator));
			TransactionOutcome::Rollback(done)
		})
	}
}

/// What the pool is told. An [`InvalidTransaction`] has room for one byte and none for a name, so it
/// carries the number of the error in the pallet that it is of.
fn refusal(error: DispatchError) -> InvalidTransaction {
	match error {
		DispatchError::Module(module) => InvalidTransaction::Custom(module.error[0]),
		_ => InvalidTransaction::Call,
	}
}
