use super::*;
use crate::Rest;
use frame_support::assert_ok;
use salus_primitives::{EpochId, InstitutionId};

#[test]
fn the_acts_of_an_institution_are_told_newest_first() {
	run(|| {
		for institution in [Some(1), Some(2), None, Some(1)] {
			assert_ok!(record(step(institution), &[lot(1), lot(2)]));
		}
		let page = Supervision::of_institution(InstitutionId(1), None, 3);
		assert_eq!((ids(&page.entries), page.rest), (vec![7, 6, 1], Rest::More));
		let page = Supervision::of_institution(InstitutionId(1), Some(RecordId(1)), 3);
		assert_eq!((ids(&page.entries), page.rest), (vec![0], Rest::Nothing));
		let page = Supervision::of_institution(InstitutionId(3), None, 3);
		assert_eq!((ids(&page.entries), page.rest), (vec![], Rest::Nothing));
	});
}

#[test]
fn the_acts_of_an_institution_cannot_be_paged_by_a_record_of_another() {
	run(|| {
		record_lots([1, 2, 1]);
		let page = Supervision::of_institution(InstitutionId(2), Some(RecordId(1)), 2);
		assert_eq!((ids(&page.entries), page.rest), (vec![], Rest::NotFound));
	});
}

#[test]
fn the_acts_of_an_institution_say_where_they_meet_the_pruned_records() {
	run(|| {
		record_lots([1, 2, 3, 4, 1, 3]);
		prune_epochs(1);
		let page = Supervision::of_institution(InstitutionId(1), None, 9);
		let pruned = Rest::Pruned { record: RecordId(3), epoch: EpochId(0) };
		assert_eq!((ids(&page.entries), page.rest), (vec![5, 4], pruned));
		assert_eq!(live(4).previous_of_institution, Some(RecordId(3)));
	});
}
