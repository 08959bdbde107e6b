//! Whose goods others dispose of: those of institutions that are suspended for long, or wound up.

use crate::{Config, Error, Pallet};
use frame_support::{ensure, traits::Get};
use salus_primitives::{Custody, Directory, InstitutionId, Standing, Trail};

/// Which parties of a holding others act for.
pub(crate) struct Estate {
	/// The custodian acts no more.
	pub(crate) of_custodian: bool,
	/// The owner acts no more.
	pub(crate) of_owner: bool,
}

impl<T: Config> Pallet<T> {
	/// For whom of a holding's parties others act; refused when both act for themselves.
	pub(crate) fn estate(custody: &Custody) -> Result<Estate, Error<T>> {
		let of_custodian = Self::is_gone(custody.custodian);
		let of_owner = Self::is_gone(custody.owner);
		ensure!(of_custodian || of_owner, Error::PartiesActive);
		Ok(Estate { of_custodian, of_owner })
	}

	/// Whether an institution is wound up, or has been suspended for [`Config::EstateAfter`].
	fn is_gone(institution: InstitutionId) -> bool {
		if <Self as Directory<_>>::standing(institution) == Some(Standing::WoundUp) {
			return true;
		}
		let since = Self::inactive_since(institution);
		since.is_some_and(|since| T::Trail::now() >= since.saturating_add(T::EstateAfter::get()))
	}
}
