//! The subjects that the registry owns, and the newest record of each.

use crate::{ArchivedLots, Classes, Config, Institutions, Pallet, Regions, Sites};
use salus_primitives::{RecordId, SiteId, Subject, Subjects};

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Region(code) => Regions::<T>::get(code)?.newest_record,
			Subject::Institution(id) => Institutions::<T>::get(id)?.newest_record,
			Subject::Site(SiteId { institution, number }) => {
				Sites::<T>::get(institution, number)?.newest_record
			}
			Subject::Class(id) => Classes::<T>::get(id)?.newest_record,
			Subject::Lot(id) => match Self::lot_entry(*id) {
				Some(entry) => entry.newest_record,
				None => ArchivedLots::<T>::get(id),
			},
			_ => None,
		}
	}
}
