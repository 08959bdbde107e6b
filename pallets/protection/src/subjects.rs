//! The subjects of the trail that are kept here.

use crate::{Config, Error, Pallet, Rings};
use frame_support::ensure;
use salus_primitives::{RecordId, Subject, Subjects, Trail};

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Ring(id) => Rings::<T>::get(id)?.newest_record,
			Subject::Context(id) => Self::load_context(*id).ok()?.newest_record,
			Subject::Appeal(id) => Self::load_appeal(*id).ok()?.newest_record,
			Subject::Complaint(id) => Self::load_complaint(*id).ok()?.newest_record,
			Subject::Document(id) => Self::load_document(*id).ok()?.newest_record,
			_ => None,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Refuses to forget what has a record that is live.
	pub(crate) fn ensure_pruned(newest: Option<RecordId>) -> Result<(), Error<T>> {
		ensure!(newest.is_some_and(T::Trail::is_pruned), Error::RecordNotPruned);
		Ok(())
	}
}
