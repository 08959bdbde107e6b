use super::*;
use salus_primitives::{EpochId, Subject, Subjects};

fn newest(subject: Subject) -> Option<u64> {
	<Supervision as Subjects>::newest_record(&subject).map(|id| id.0)
}

#[test]
fn the_pallet_answers_for_its_own_subjects() {
	run(|| {
		record_lots([1; 8]);
		prune_epochs(2);
		upgrade(2, 1);
		plan(2, &[1]);
		assert_eq!(newest(Subject::Epoch(EpochId(0))), Some(8));
		assert_eq!(newest(Subject::Epoch(EpochId(1))), Some(9));
		assert_eq!(newest(Subject::Runtime), Some(10));
		assert_eq!(newest(Subject::Collators), Some(11));
	});
}

#[test]
fn the_pallet_does_not_answer_for_others() {
	run(|| {
		record_lots([1]);
		assert_eq!(newest(lot(1)), None);
		for own in [Subject::Epoch(EpochId(0)), Subject::Runtime, Subject::Collators] {
			assert_eq!(newest(own), None);
		}
	});
}
