//! The subjects that this pallet owns, and the newest record of each.

use crate::{Config, Pallet};
use salus_primitives::{RecordId, Subject, Subjects};

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Emergency(id) => Self::load_emergency(*id).ok()?.newest_record,
			Subject::Allocation(id) => match Self::load_allocation(*id) {
				Ok(allocation) => allocation.newest_record,
				Err(_) => Self::archived_allocation(*id),
			},
			_ => None,
		}
	}
}
