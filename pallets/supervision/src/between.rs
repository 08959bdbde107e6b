//! Finding the records between two times by bisection.

use crate::{
	log::Log, types::page_size, Config, Entry, EntryOf, EpochSpan, Pallet, Window, WindowOf,
};
use alloc::vec::Vec;
use core::ops::Range;
use salus_primitives::{EpochId, Moment, RecordId};

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
