//! What the registry tells whoever holds and recalls goods: the [`Lots`].

use crate::{offspring, Commissioning, Config, LotEntry, Pallet};
use alloc::vec::Vec;
use salus_primitives::{
	Custody, Holding, HoldingKey, InstitutionId, LotId, LotSummary, Lots, Total,
};

#[cfg(any(feature = "std", feature = "try-runtime"))]
use crate::{Books, Entry, Page};
#[cfg(any(feature = "std", feature = "try-runtime"))]
use salus_primitives::AllGoods;

impl<T: Config> Lots for Pallet<T> {
	fn summary(lot: LotId) -> Option<LotSummary> {
		let LotEntry { lot, ledger, held, cold_chain, .. } = *Self::lot_entry(lot)?;
		let entered = ledger.entered().unwrap_or(Total::MAX);
		// As much as entered under a lot may turn up of it besides, save of one that came out of others, and
		// of a serial number, which is a single unit.
		let may_turn_up = lot.origin.is_none() && lot.identity.serial.is_none();
		Some(LotSummary {
			class: lot.identity.class,
			registered_by: lot.registered_by,
			commissioned: lot.identity.commissioning == Commissioning::Commissioned,
			has_temperature_range: cold_chain.is_some(),
			held,
			is_empty: ledger.held() == Some(0),
			at_most: if may_turn_up { entered.saturating_mul(2) } else { entered },
		})
	}

	fn offspring(lot: LotId, after: Option<LotId>, most: u32) -> Vec<LotId> {
		offspring::behind::<T>(lot, after).take(most as usize).collect()
	}

	fn holdings(lot: LotId, after: Option<Custody>, most: u32) -> Vec<(Custody, Holding)> {
		Self::holding_entries(lot, after, most as usize)
	}

	fn holdings_of(
		custodian: InstitutionId,
		after: Option<(LotId, InstitutionId)>,
		most: u32,
	) -> Vec<(HoldingKey, Holding)> {
		Self::holding_entries_of(custodian, after, most as usize)
	}

	#[cfg(any(feature = "std", feature = "try-runtime"))]
	fn all() -> AllGoods {
		let (mut lots, mut holdings) = (Vec::new(), Vec::new());
		for (lot, page, entry) in Books::<T>::iter() {
			match (page, entry) {
				(Page::Lot, Entry::Lot(entry)) => lots.push((lot, entry.held)),
				(Page::Holding(custody), Entry::Holding(holding)) => {
					holdings.push((custody.of(lot), holding));
				}
				// The registry's own check tells of a page that holds what it is not for.
				_ => {}
			}
		}
		(lots, holdings)
	}
}
