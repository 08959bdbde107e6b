//! Walking the log by its links, newest first: the history of a subject, and of an institution.

use crate::{
	log::Log, subjects::Owners, types::page_size, Config, Entry, Page, PageOf, Pallet, RecordOf,
	Rest,
};
use alloc::vec::Vec;
use salus_primitives::{InstitutionId, RecordId, Subject, Subjects};

impl<T: Config> Pallet<T> {
	pub(crate) fn history_of_subject(
		subject: &Subject,
		before: Option<RecordId>,
		limit: u32,
	) -> PageOf<T> {
		Self::walk(
			before,
			limit,
			|| Owners::<T>::newest_record(subject),
			|record| record.subject == *subject,
			|record| record.previous,
		)
	}

	pub(crate) fn history_of_institution(
		institution: InstitutionId,
		before: Option<RecordId>,
		limit: u32,
	) -> PageOf<T> {
		Self::walk(
			before,
			limit,
			|| Log::<T>::newest_of_institution(institution),
			|record| record.institution == Some(institution),
			|record| record.previous_of_institution,
		)
	}

	/// Follows `link` from the record before `before`, or from the `newest` one.
	fn walk(
		before: Option<RecordId>,
		limit: u32,
		newest: impl FnOnce() -> Option<RecordId>,
		belongs: impl Fn(&RecordOf<T>) -> bool,
		link: impl Fn(&RecordOf<T>) -> Option<RecordId>,
	) -> PageOf<T> {
		let mut entries = Vec::new();
		let mut next = match before.map(Log::<T>::get) {
			None => newest(),
			Some(Some(record)) if belongs(&record) => link(&record),
			Some(_) => return Page { entries, rest: Rest::NotFound },
		};
		let start = Log::<T>::start();
		let rest = loop {
			let Some(id) = next else { break Rest::Nothing };
			if id < start {
				break Rest::Pruned { record: id, epoch: Log::<T>::epoch_of(id) };
			}
			if entries.len() >= page_size(limit) {
				break Rest::More;
			}
			let Some(record) = Log::<T>::get(id) else { break Rest::NotFound };
			next = link(&record);
			entries.push(Entry { id, record });
		};
		Page { entries, rest }
	}
}
