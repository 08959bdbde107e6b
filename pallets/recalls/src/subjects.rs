//! The subjects that this pallet owns, and the newest record of each. Holds are told by the trail of their
//! lot, which the registry owns.

use crate::{Config, Pallet};
use salus_primitives::{RecordId, Subject, Subjects};

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Recall(id) => Self::load_recall(*id).ok()?.newest_record,
			Subject::Case(id) => Self::load_case(*id).ok()?.newest_record,
			_ => None,
		}
	}
}
