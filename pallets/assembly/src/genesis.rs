//! The assembly before the first block. Nothing in it has a record.

use crate::{Config, Pallet};

impl<T: Config> Pallet<T> {
	/// Makes every active institution a member.
	pub(crate) fn induct_all() {
		for (institution, _) in Self::institutions() {
			let due = Self::due_rank(institution);
			Self::enrol(institution, due).expect("genesis has a place for every institution");
		}
	}
}
