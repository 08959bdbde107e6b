//! The index of the lots that came out of each lot, by repacking or correction. Every read and write of it
//! goes through this module.
//!
//! A lot is named under each lot that it came out of while it is in the books: from the step that makes it to
//! the one that archives it.

use crate::{Config, LotsByOrigin};
use salus_primitives::LotId;

/// Says that `lot` came out of `origin`.
pub(crate) fn add<T: Config>(origin: LotId, lot: LotId) {
	LotsByOrigin::<T>::insert(origin, lot, ());
}

/// Says so no more.
pub(crate) fn remove<T: Config>(origin: LotId, lot: LotId) {
	LotsByOrigin::<T>::remove(origin, lot);
}

/// The lots that came out of `origin` itself, in the order of storage, from behind `after`.
pub(crate) fn behind<T: Config>(
	origin: LotId,
	after: Option<LotId>,
) -> impl Iterator<Item = LotId> {
	match after {
		Some(after) => {
			let start = LotsByOrigin::<T>::hashed_key_for(origin, after);
			LotsByOrigin::<T>::iter_key_prefix_from(origin, start)
		}
		None => LotsByOrigin::<T>::iter_key_prefix(origin),
	}
}
