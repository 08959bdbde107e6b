//! Counts what goes back of an earlier transfer.
//!
//! A return is counted from its proposal on, so that the same units cannot be promised back twice.
//! It counts lot by lot: which of two legs of one lot the units came with makes no difference.
//!
//! What returns carry counts as `returned` as long as they are stored. A return is archived before the
//! transfer whose goods it carried: then what it carried counts as `concluded`, and a transfer of which
//! nothing counts as `returned` is one that no stored return needs.

use crate::{Config, Error, Pallet, TransferLeg, TransferOf};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{LotId, Quantity, Step, Total, TransferId};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// How much of `lot` may still go back of an earlier transfer.
	pub(crate) fn returnable(earlier: &TransferOf<T>, lot: LotId) -> Total {
		let legs = earlier.legs.iter().filter(|leg| leg.lot == lot);
		legs.map(|leg| Total::from(leg.returnable())).sum()
	}

	/// Counts what is `carried` of each lot as on its way back.
	pub(crate) fn count_return(
		step: &mut Step<T::AccountId>,
		of: TransferId,
		mut earlier: TransferOf<T>,
		carried: &[(LotId, Quantity)],
	) -> DispatchResult {
		for (lot, carried) in carried {
			let left = earlier.spread(*lot, *carried, TransferLeg::returnable, |leg, part| {
				leg.returned = leg.returned.checked_add(part).ok_or(Error::<T>::ExceedsAccepted)?;
				Ok(())
			})?;
			ensure!(left == 0, Error::<T>::ExceedsAccepted);
		}
		Self::save(step, of, earlier)
	}

	/// Counts what was `carried` of each lot as not on its way back to `of` any more.
	pub(crate) fn undo_return(
		step: &mut Step<T::AccountId>,
		of: TransferId,
		carried: &[(LotId, Quantity)],
	) -> DispatchResult {
		Self::uncount(step, of, carried, |_, _| Ok(()))
	}

	/// Counts what was `carried` of each lot as gone from `of` for good: its return is archived.
	pub(crate) fn conclude_return(
		step: &mut Step<T::AccountId>,
		of: TransferId,
		carried: &[(LotId, Quantity)],
	) -> DispatchResult {
		Self::uncount(step, of, carried, |leg, part| {
			let concluded = leg.concluded.checked_add(part);
			leg.concluded = concluded.ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Counts what was `carried` of each lot as returned no more, and hands each part with its leg to
	/// `recount`.
	fn uncount(
		step: &mut Step<T::AccountId>,
		of: TransferId,
		carried: &[(LotId, Quantity)],
		recount: impl Fn(&mut TransferLeg, Quantity) -> DispatchResult,
	) -> DispatchResult {
		let mut earlier = Self::load(of)?;
		for (lot, carried) in carried {
			let returned = |leg: &TransferLeg| leg.returned;
			let left = earlier.spread(*lot, *carried, returned, |leg, part| {
				leg.returned = leg.returned.checked_sub(part).ok_or(DispatchError::Corruption)?;
				recount(leg, part)
			})?;
			// Every return was counted when it was proposed.
			ensure!(left == 0, DispatchError::Corruption);
		}
		Self::save(step, of, earlier)
	}
}
