//! Reading the log: by subject, by institution, by time.

use crate::{
	log::Log, Config, Entry, EntryOf, EpochSpan, Page, PageOf, Pallet, RecordOf, Rest, Window,
	WindowOf,
};
use alloc::vec::Vec;
use core::ops::Range;
use salus_primitives::{EpochId, InstitutionId, Moment, RecordId, Subject};

/// The most records that one view returns.
const LARGEST_PAGE: u32 = 256;

fn page_size(limit: u32) -> usize {
	usize::try_from(limit.clamp(1, LARGEST_PAGE)).unwrap_or(1)
}

/// The first place of `range` at which `early` no longer holds. It must hold on a run at the
/// beginning, and nowhere else.
fn bisect(range: Range<u64>, early: impl Fn(u64) -> bool) -> u64 {
	let Range { mut start, mut end } = range;
	while start < end {
		let middle = start + (end - start) / 2;
		if early(middle) {
			start = middle + 1;
		} else {
			end = middle;
		}
	}
	start
}

impl<T: Config> Pallet<T> {
	pub(crate) fn live_record(id: RecordId) -> Option<RecordOf<T>> {
		Log::<T>::get(id)
	}

	pub(crate) fn history_of_subject(
		subject: &Subject,
		before: Option<RecordId>,
		limit: u32,
	) -> PageOf<T> {
		Self::walk(
			before,
			limit,
			|| Log::<T>::latest(subject),
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
			|| Log::<T>::latest_of_institution(institution),
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

	pub(crate) fn window(
		from: Moment,
		to: Moment,
		after: Option<RecordId>,
		limit: u32,
	) -> WindowOf<T> {
		let live = Log::<T>::start().0..Log::<T>::end().0;
		let earlier_than =
			|moment| move |id| Log::<T>::get(RecordId(id)).is_some_and(|r| r.time < moment);
		let end = bisect(live.clone(), earlier_than(to));
		let mut start = bisect(live.start..end, earlier_than(from));
		if let Some(RecordId(after)) = after {
			start = start.max(after.saturating_add(1));
		}

		let entries: Vec<EntryOf<T>> = (start..end)
			.take(page_size(limit))
			.map(RecordId)
			.filter_map(|id| Some(Entry { id, record: Log::<T>::get(id)? }))
			.collect();
		let more_after =
			entries.last().map(|entry| entry.id).filter(|id| id.0.saturating_add(1) < end);
		Window { entries, more_after, pruned: Self::pruned_between(from, to) }
	}

	/// The pruned epochs that hold a record of the window, or lie around it.
	fn pruned_between(from: Moment, to: Moment) -> Option<EpochSpan> {
		let pruned = 0..Log::<T>::pruned().0;
		let opened_early =
			|epoch| Log::<T>::epoch(EpochId(epoch)).is_some_and(|epoch| epoch.opened < to);
		let closed_early =
			|epoch| Log::<T>::epoch(EpochId(epoch)).is_some_and(|epoch| epoch.closed < from);
		let end = bisect(pruned.clone(), opened_early);
		let first = bisect(pruned.start..end, closed_early);
		(from < to && first < end)
			.then(|| EpochSpan { first: EpochId(first), last: EpochId(end.saturating_sub(1)) })
	}
}
