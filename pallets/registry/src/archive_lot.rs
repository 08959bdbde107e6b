//! Archiving a lot: once nothing is left of it, a record with the digest of its page takes the place of
//! the page.

use crate::{
	claims, Config, Derivation, Error, Event, LotBook, LotEntry, Pallet, RepackInput, Repackings,
};
use alloc::{vec, vec::Vec};
use codec::{Decode, Encode};
use frame_support::{ensure, traits::Get};
use salus_primitives::{digest_of, Act, Action, LotId, Moment, Step, Trail};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::DispatchResult;

/// What archiving a lot takes out of the state: whoever archives it keeps this.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LotArchive {
	pub lot: LotId,
	/// As stored.
	pub entry: LotEntry,
	/// What it is made of, if a repacking made it.
	pub made_of: Vec<RepackInput>,
}

impl LotArchive {
	/// What [`archive_lot`](Pallet::archive_lot) must be called with: BLAKE2b-256 of the SCALE
	/// encoding of all three fields, in their order.
	pub fn digest(&self) -> H256 {
		digest_of(self)
	}

	/// The lots that this one came out of.
	fn parents(&self) -> Vec<LotId> {
		match self.entry.lot.origin {
			Some(origin) if origin.by == Derivation::Corrected => vec![origin.lot],
			_ => self.made_of.iter().map(|input| input.lot).collect(),
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_archive_lot(
		act: Act<T::AccountId>,
		lot: LotId,
		digest: H256,
	) -> DispatchResult {
		Self::archive_as_of(T::Trail::now(), act, lot, digest)
	}

	/// Archives a lot as if it were `now`, which is later for benchmarks alone.
	pub(crate) fn archive_as_of(
		now: Moment,
		act: Act<T::AccountId>,
		lot: LotId,
		digest: H256,
	) -> DispatchResult {
		let archive = Self::lot_archive_of(lot).ok_or(Error::<T>::LotNotFound)?;
		let LotEntry { ledger, offspring, held, newest_record, .. } = &archive.entry;
		ensure!(ledger.held() == Some(0), Error::<T>::GoodsLeft);
		// A holding that is empty has a page only while it is held.
		let any_held = *held || !Self::holding_entries(lot, None, 1).is_empty();
		ensure!(!any_held, Error::<T>::StillHeld);
		ensure!(*offspring == 0, Error::<T>::OffspringLeft);
		ensure!(!claims::any_on::<T>(lot), Error::<T>::ClaimOpen);
		let changed = newest_record.and_then(T::Trail::time_of);
		let rests = |at: Moment| now >= at.saturating_add(T::ArchiveAfter::get());
		ensure!(changed.is_some_and(rests), Error::<T>::RetentionNotOver);
		ensure!(archive.digest() == digest, Error::<T>::DigestMismatch);

		let mut step = Step::new(act, Action::LotArchived, &(lot, digest));
		Repackings::<T>::remove(lot);
		LotBook::<T>::open(lot)?.archive(&mut step, archive.parents())?;
		Self::deposit_event(Event::LotArchived { lot, digest });
		Ok(())
	}

	/// What archiving a lot takes out of the state.
	pub(crate) fn lot_archive_of(lot: LotId) -> Option<LotArchive> {
		let entry = *Self::lot_entry(lot)?;
		let made_of = Repackings::<T>::get(lot).into_inner();
		Some(LotArchive { lot, entry, made_of })
	}
}
