use super::*;
use crate::{EpochSpan, WindowOf};
use salus_primitives::EpochId;

/// Records at the times 10, 20, 20, 20, 30, 50 past the start.
fn six_records() {
	for past in [10, 20, 20, 20, 30, 50] {
		set_time(START + past);
		record_lots([1]);
	}
}

fn between(from: u64, to: u64) -> WindowOf<Test> {
	Supervision::between(START + from, START + to, None, 100)
}

fn span(first: u64, last: u64) -> Option<EpochSpan> {
	Some(EpochSpan { first: EpochId(first), last: EpochId(last) })
}

#[test]
fn a_window_holds_its_beginning_and_not_its_end() {
	run(|| {
		six_records();
		for (from, to, expected) in [
			(0, 100, vec![0, 1, 2, 3, 4, 5]),
			(10, 50, vec![0, 1, 2, 3, 4]),
			(10, 51, vec![0, 1, 2, 3, 4, 5]),
			(11, 30, vec![1, 2, 3]),
			(20, 21, vec![1, 2, 3]),
			(21, 31, vec![4]),
			(50, 51, vec![5]),
		] {
			let window = between(from, to);
			assert_eq!(ids(&window.entries), expected, "{from}..{to}");
			assert_eq!(window.more_after, None);
			assert_eq!(window.pruned, None);
		}
	});
}

#[test]
fn a_window_can_be_empty() {
	run(|| {
		assert_eq!(between(0, 100).entries, []);
		six_records();
		for (from, to) in [(0, 10), (11, 20), (21, 30), (31, 50), (51, 100), (20, 20), (50, 10)] {
			assert_eq!(between(from, to).entries, [], "{from}..{to}");
		}
	});
}

#[test]
fn windows_side_by_side_hold_every_record_once() {
	run(|| {
		six_records();
		let all: Vec<_> = (0..60).flat_map(|at| ids(&between(at, at + 1).entries)).collect();
		assert_eq!(all, [0, 1, 2, 3, 4, 5]);
	});
}

#[test]
fn a_window_is_paged_through_equal_times() {
	run(|| {
		six_records();
		let page = |after| {
			let window =
				Supervision::between(START + 11, START + 50, Option::map(after, RecordId), 2);
			(ids(&window.entries), window.more_after.map(|id| id.0))
		};
		assert_eq!(page(None), (vec![1, 2], Some(2)));
		assert_eq!(page(Some(2)), (vec![3, 4], None));
		assert_eq!(page(Some(4)), (vec![], None));
		assert_eq!(page(Some(u64::MAX)), (vec![], None));
		assert_eq!(page(Some(0)), (vec![1, 2], Some(2)));
	});
}

#[test]
fn a_window_names_the_pruned_epochs_that_reach_into_it() {
	run_in_epochs_of(2, || {
		six_records();
		prune_epochs(2);
		for (from, to, entries, pruned) in [
			(0, 100, vec![4, 5], span(0, 1)),
			(0, 10, vec![], None),
			(0, 11, vec![], span(0, 0)),
			(20, 21, vec![], span(0, 1)),
			(21, 31, vec![4], None),
			(20, 20, vec![], None),
			(15, 16, vec![], span(0, 0)),
			(30, 20, vec![], None),
		] {
			let window = between(from, to);
			assert_eq!((ids(&window.entries), window.pruned), (entries, pruned), "{from}..{to}");
		}
	});
}
