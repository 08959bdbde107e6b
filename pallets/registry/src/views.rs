//! What readers ask.

use crate::{Config, Conservation, LotView, Lots, Pallet};
use alloc::vec::Vec;
use salus_primitives::{Holding, HoldingKey, InstitutionId, LotId, Quantity, Trail};

/// The most holdings that one answer lists.
const LONGEST_ANSWER: u32 = 256;

impl<T: Config> Pallet<T> {
	pub(crate) fn view_lot(id: LotId) -> Option<LotView> {
		let lot = Lots::<T>::get(id)?;
		let expires_at = lot.identity.expires_at();
		let expired = lot.identity.is_expired(T::Trail::now());
		Some(LotView { lot, expires_at, expired })
	}

	pub(crate) fn view_conservation(lot: LotId) -> Option<Conservation> {
		let ledger = Self::ledger_of(lot)?;
		let held = Self::pages_of_lot(lot).iter().try_fold(0, |sum: Quantity, (_, holding)| {
			holding.total().and_then(|total| sum.checked_add(total))
		});
		// A sum that does not fit contradicts the ledger, whose figures do.
		let balanced = held.is_some() && held == ledger.held();
		Some(Conservation { ledger, held: held.unwrap_or(Quantity::MAX), balanced })
	}

	pub(crate) fn view_holdings_of(
		custodian: InstitutionId,
		after: Option<(LotId, InstitutionId)>,
		limit: u32,
	) -> Vec<(HoldingKey, Holding, bool)> {
		Self::pages_of(custodian, after, limit.min(LONGEST_ANSWER) as usize)
			.into_iter()
			.map(|(key, holding)| {
				let expired = Self::view_lot(key.lot).is_some_and(|view| view.expired);
				(key, holding, expired)
			})
			.collect()
	}
}
