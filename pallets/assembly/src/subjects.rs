//! The subjects of the trail that are kept here.

use crate::{Config, Pallet};
use salus_primitives::{RecordId, Subject, Subjects};

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Assembly => Self::newest_of_assembly(),
			Subject::Referendum(id) => Self::load(*id).ok()?.newest_record,
			_ => None,
		}
	}
}
