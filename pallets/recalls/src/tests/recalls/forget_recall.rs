use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockTrail, RecallId, RecordId, Subject, Subjects};
use sp_runtime::DispatchResult;

fn forget(recall: RecallId) -> DispatchResult {
	Recalls::forget_recall(by(NOBODY), recall).map(drop).map_err(|refusal| refusal.error)
}

/// A recall that asked the maker and so many others, and has freed its lot.
fn closed(others: u32) -> RecallId {
	let lot = made(MAKER, MASKS, 1_000);
	scatter(lot, MAKER, others);
	let recall = spread(governance(), &[lot]);
	assert_ok!(answer(MAKER, recall, 7, 5));
	assert_ok!(close(governance(), recall));
	carry_through(recall);
	events();
	recall
}

fn prune_all() {
	MockTrail::prune_before(RecordId(MockTrail::records().len() as u64));
}

fn newest(recall: RecallId) -> Option<RecordId> {
	<Recalls as Subjects>::newest_record(&Subject::Recall(recall))
}

#[test]
fn what_is_over_and_pruned_is_removed() {
	stage().execute_with(|| {
		let recall = closed(0);
		let last = newest(recall).expect("it has records");
		assert_eq!(MockTrail::newest(&Subject::Recall(recall)), Some(last));
		MockTrail::prune_before(last);
		assert_noop!(forget(recall), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(last.0 + 1));
		assert_ok!(forget(recall));
		assert_eq!(events(), [Event::RecallForgotten { recall }]);
		assert_eq!(RecallsIssued::<Test>::iter().count(), 0);
		assert_eq!(Duties::<Test>::iter().count(), 0);
		assert_eq!(DutiesOf::<Test>::iter().count(), 0);
		assert_eq!(NamedBy::<Test>::iter().count(), 0);
		assert_eq!(newest(recall), None);
		assert_noop!(forget(recall), Error::<Test>::RecallNotFound);
		check_all();
	});
}

#[test]
fn sixty_four_duties_are_removed_at_once() {
	stage().execute_with(|| {
		// With the maker, 64 and 65.
		for (others, left) in [(63, 0), (64, 1)] {
			let recall = closed(others);
			prune_all();
			let done = Recalls::forget_recall(by(NOBODY), recall).expect("it is over");
			assert_eq!(done.actual_weight.map(|weight| weight.ref_time()), Some(64));
			assert_eq!(Duties::<Test>::iter_prefix(recall).count(), left);
			assert_eq!(RecallsIssued::<Test>::contains_key(recall), left > 0);
			assert_eq!(events().len(), 1 - left);
			assert_ok!(Recalls::do_try_state());
			if left > 0 {
				let done = Recalls::forget_recall(by(NOBODY), recall).expect("something is left");
				assert_eq!(done.actual_weight.map(|weight| weight.ref_time()), Some(1));
				assert_eq!(events(), [Event::RecallForgotten { recall }]);
			}
		}
		assert_eq!(DutiesOf::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_holds_lots_is_not_removed() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let recall = issued(by(MAKER_AGENT), &[lot]);
		let stays = || {
			prune_all();
			assert_noop!(forget(recall), Error::<Test>::NotEnded);
		};
		stays();
		carry_through(recall);
		stays();
		assert_ok!(close(by(MAKER_AGENT), recall));
		stays();
		assert_ok!(advance(recall, 1));
		stays();
		carry_through(recall);
		prune_all();
		assert_ok!(forget(recall));
	});
}
