//! What is written on the pages of the books.

use super::{Entry, LotEntry, Page};
use crate::{shelf, Books, Config, Pallet};
use alloc::{boxed::Box, vec::Vec};
use frame_support::defensive;
use salus_primitives::{Custody, Holding, HoldingKey, InstitutionId, LotId, ShelfPlace};

impl<T: Config> Pallet<T> {
	/// What is written on the page of a lot.
	pub(crate) fn lot_entry(lot: LotId) -> Option<Box<LotEntry>> {
		match Books::<T>::get(lot, Page::Lot)? {
			Entry::Lot(entry) => Some(entry),
			Entry::Holding(_) => {
				defensive!("registry: the page of a lot holds a holding", lot);
				None
			}
		}
	}

	/// What is written on the page of a holding.
	pub(crate) fn holding_entry(lot: LotId, custody: &Custody) -> Option<Holding> {
		match Books::<T>::get(lot, Page::Holding(*custody))? {
			Entry::Holding(holding) => Some(holding),
			Entry::Lot(_) => {
				defensive!("registry: the page of a holding holds a lot", lot);
				None
			}
		}
	}

	/// At most `limit` holdings of a lot, in the order of storage, from behind `after`.
	pub(crate) fn holding_entries(
		lot: LotId,
		after: Option<Custody>,
		limit: usize,
	) -> Vec<(Custody, Holding)> {
		// The page of the lot itself comes before those of its holdings.
		let start = Books::<T>::hashed_key_for(lot, after.map_or(Page::Lot, Page::Holding));
		let entries = Books::<T>::iter_prefix_from(lot, start).filter_map(|page| match page {
			(Page::Holding(custody), Entry::Holding(holding)) => Some((custody, holding)),
			_ => None,
		});
		entries.take(limit).collect()
	}

	/// At most `limit` holdings of a custodian, class by class and in each first-expired-first, from
	/// behind `after`; none, when the lot that it names is not in the books.
	pub(crate) fn holding_entries_of(
		custodian: InstitutionId,
		after: Option<(LotId, InstitutionId)>,
		limit: usize,
	) -> Vec<(HoldingKey, Holding)> {
		let behind = match after {
			Some((lot, owner)) => {
				let Some(entry) = Self::lot_entry(lot) else { return Vec::new() };
				let identity = &entry.lot.identity;
				let place = ShelfPlace { expires_at: identity.expires_at(), lot, owner };
				Some((identity.class, place))
			}
			None => None,
		};
		shelf::all_behind::<T>(custodian, behind)
			.take(limit)
			.filter_map(|key| Some((key, Self::holding_entry(key.lot, &key.custody())?)))
			.collect()
	}
}
