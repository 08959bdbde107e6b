//! What moved in a period, and what the transfers that have not left yet count as.
//!
//! All reads and writes of [`Counts`] and [`Passages`] go through this file; only `try_state` iterates
//! over them itself. What holds of them is invariant 4 of the pallet.
//!
//! A count belongs to a rule and outlives its wording: another limit with the same period among the same
//! receivers goes on counting where the one before it stopped.

use crate::{
	Among, Config, Count, CountKey, Counts, Error, Pallet, Passage, Passages, Share, MAX_APPLICABLE,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, BoundedVec};
use salus_primitives::{time::period_of, Moment, RuleId, Total, Trail, TransferId};
use sp_core::ConstU32;
use sp_runtime::ArithmeticError;

/// How one transfer passed the rules that it fell under when it was proposed.
pub type PassagesOfOne = BoundedVec<Passage, ConstU32<MAX_APPLICABLE>>;

impl CountKey {
	/// The number of the period that a moment is in.
	pub(crate) fn period_at(&self, moment: Moment) -> u64 {
		period_of(self.days, moment)
	}
}

impl<T: Config> Pallet<T> {
	/// What moved in a period.
	pub(crate) fn counted(rule: RuleId, key: &CountKey, period: u64) -> Total {
		let count = Counts::<T>::get(rule, key).filter(|count| count.period == period);
		count.map_or(0, |count| count.quantity)
	}

	/// How a transfer passed when it was proposed.
	pub(crate) fn passages(transfer: TransferId) -> PassagesOfOne {
		Passages::<T>::get(transfer)
	}

	/// Counts a share.
	pub(crate) fn add_share(rule: RuleId, share: &Share) -> DispatchResult {
		let before = Self::counted(rule, &share.key, share.period);
		let quantity = before.checked_add(share.quantity).ok_or(ArithmeticError::Overflow)?;
		Counts::<T>::insert(rule, &share.key, Count { period: share.period, quantity });
		Ok(())
	}

	/// Gives a share back, unless its period is over.
	fn give_back(rule: RuleId, share: &Share) {
		Counts::<T>::mutate_exists(rule, &share.key, |count| {
			let Some(known) = count.filter(|known| known.period == share.period) else { return };
			let left = known.quantity.saturating_sub(share.quantity);
			*count = (left > 0).then_some(Count { quantity: left, ..known });
		});
	}

	/// Keeps how a transfer passed.
	pub(crate) fn keep_passages(transfer: TransferId, passages: Vec<Passage>) {
		// There are no more than a movement may fall under.
		let passages: PassagesOfOne = BoundedVec::truncate_from(passages);
		if !passages.is_empty() {
			Passages::<T>::insert(transfer, passages);
		}
	}

	/// Removes what is kept of a transfer that leaves: its shares stay counted.
	pub(crate) fn drop_passages(transfer: TransferId) -> PassagesOfOne {
		Passages::<T>::take(transfer)
	}

	/// Removes what is kept of a transfer that never left, and gives its shares back. Answers with how
	/// many shares there were.
	pub(crate) fn undo_passages(transfer: TransferId) -> u32 {
		let passages = Passages::<T>::take(transfer);
		let mut shares = 0u32;
		for passage in &passages {
			for share in &passage.shares {
				Self::give_back(passage.rule, share);
				shares = shares.saturating_add(1);
			}
		}
		shares
	}

	/// Removes a count that no movement is measured by any more: its period is over, or its rule was
	/// withdrawn.
	pub(crate) fn remove_count(rule: RuleId, key: &CountKey) -> Result<(), Error<T>> {
		let count = Counts::<T>::get(rule, key).ok_or(Error::<T>::CountNotFound)?;
		let is_over = count.period < key.period_at(T::Trail::now());
		ensure!(is_over || Self::load(rule).is_err(), Error::<T>::PeriodNotOver);
		Counts::<T>::remove(rule, key);
		Ok(())
	}

	/// Whether anything is counted under a rule.
	pub(crate) fn has_counts(rule: RuleId) -> bool {
		Counts::<T>::iter_key_prefix(rule).next().is_some()
	}
}

impl Share {
	/// The share of a movement among `among`.
	pub(crate) fn new(days: u16, among: Among, now: Moment, quantity: Total) -> Self {
		let key = CountKey { days, among };
		Self { period: key.period_at(now), key, quantity }
	}
}
