use super::*;
use frame_support::assert_ok;
use salus_primitives::{InstitutionId, Trail};

fn last_act_of(institution: u32) -> Option<u64> {
	<Supervision as Trail<AccountId>>::last_act_of(InstitutionId(institution))
}

fn is_pruned(id: u64) -> bool {
	<Supervision as Trail<AccountId>>::is_pruned(RecordId(id))
}

/// Institution 1 acts at the start and at 20 past, institution 2 at 10 past; at 30 past the epoch
/// closes.
fn acts() {
	for (past, institution) in [(0, Some(1)), (10, Some(2)), (20, Some(1)), (30, None)] {
		set_time(START + past);
		assert_ok!(record(step(institution), &[lot(1)]));
	}
}

#[test]
fn an_institution_acted_last_when_its_newest_record_was_written() {
	run(|| {
		acts();
		assert_eq!(last_act_of(1), Some(START + 20));
		assert_eq!(last_act_of(2), Some(START + 10));
	});
}

#[test]
fn an_institution_that_never_acted_has_no_last_act() {
	run(|| {
		acts();
		assert_eq!(last_act_of(3), None);
		prune_epochs(1);
		assert_eq!(last_act_of(3), None);
	});
}

#[test]
fn a_last_act_whose_record_is_pruned_lies_at_the_end_of_its_epoch() {
	run(|| {
		acts();
		prune_epochs(1);
		assert_eq!(last_act_of(1), Some(START + 30));
		assert_eq!(last_act_of(2), Some(START + 30));
		record_lots([2]);
		assert_eq!(last_act_of(1), Some(START + 30 + RETENTION));
	});
}

#[test]
fn a_record_is_pruned_with_its_epoch() {
	run(|| {
		record_lots([1; 8]);
		assert!(!is_pruned(0));
		prune_epochs(1);
		let pruned: Vec<_> = (0..=9).filter(|id| is_pruned(*id)).collect();
		assert_eq!(pruned, [0, 1, 2, 3]);
		assert!(!is_pruned(u64::MAX));
	});
}
