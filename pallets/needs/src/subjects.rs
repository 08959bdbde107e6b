//! The subjects of the trail that are kept here.

use crate::{Config, Needs, Offers, Orders, Pallet};
use salus_primitives::{RecordId, Subject, Subjects};

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Need(id) => Needs::<T>::get(id)?.newest_record,
			Subject::Offer(id) => Offers::<T>::get(id)?.newest_record,
			Subject::Order(id) => Orders::<T>::get(id)?.newest_record,
			_ => None,
		}
	}
}
