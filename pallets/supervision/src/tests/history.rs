use super::*;
use crate::Rest;
use salus_primitives::EpochId;

#[test]
fn a_history_is_told_newest_first() {
	run(|| {
		record_lots([1, 2, 1, 2, 1]);
		let page = Supervision::history(lot(1), None, 10);
		assert_eq!(ids(&page.entries), [4, 2, 0]);
		assert_eq!(page.rest, Rest::Nothing);
		assert_eq!(page.entries[0].record, live(4));
	});
}

#[test]
fn a_subject_without_records_has_an_empty_history() {
	run(|| {
		let page = Supervision::history(lot(1), None, 10);
		assert_eq!((page.entries, page.rest), (vec![], Rest::Nothing));
	});
}

#[test]
fn a_history_is_paged_by_its_last_record() {
	run(|| {
		record_lots([1, 2, 1, 2, 1]);
		let page = Supervision::history(lot(1), None, 2);
		assert_eq!((ids(&page.entries), page.rest), (vec![4, 2], Rest::More));
		let page = Supervision::history(lot(1), Some(RecordId(2)), 2);
		assert_eq!((ids(&page.entries), page.rest), (vec![0], Rest::Nothing));
		let page = Supervision::history(lot(1), Some(RecordId(0)), 2);
		assert_eq!((ids(&page.entries), page.rest), (vec![], Rest::Nothing));
	});
}

#[test]
fn a_history_cannot_be_paged_by_a_record_of_another() {
	run(|| {
		record_lots([1, 2, 1]);
		for stranger in [1, 3] {
			let page = Supervision::history(lot(1), Some(RecordId(stranger)), 2);
			assert_eq!((ids(&page.entries), page.rest), (vec![], Rest::NotFound));
		}
	});
}

#[test]
fn a_page_holds_1_to_256_records() {
	run(|| {
		record_lots([1; 300]);
		assert_eq!(Supervision::history(lot(1), None, 0).entries.len(), 1);
		assert_eq!(Supervision::history(lot(1), None, u32::MAX).entries.len(), 256);
	});
}

#[test]
fn a_history_says_where_it_meets_the_pruned_records() {
	run(|| {
		record_lots([1, 2, 3, 4, 1, 3]);
		prune_epochs(1);
		let pruned = |record| Rest::Pruned { record: RecordId(record), epoch: EpochId(0) };
		let page = Supervision::history(lot(1), None, 1);
		assert_eq!((ids(&page.entries), page.rest), (vec![4], pruned(0)));
		let page = Supervision::history(lot(2), None, 1);
		assert_eq!((ids(&page.entries), page.rest), (vec![], pruned(1)));
		let page = Supervision::history(lot(1), Some(RecordId(0)), 9);
		assert_eq!((ids(&page.entries), page.rest), (vec![], Rest::NotFound));
	});
}

#[test]
fn a_record_after_pruning_links_into_the_pruned_epoch() {
	run(|| {
		record_lots([1, 1, 1, 2]);
		prune_epochs(1);
		record_lots([1]);
		assert_eq!(live(5).previous, Some(RecordId(2)));
	});
}
