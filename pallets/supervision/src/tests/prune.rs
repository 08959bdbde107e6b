use super::*;
use crate::{Epoch, Epochs, Error, Event, NextEpochToPrune, RecordKey, Records, Rest};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution},
	Action, Actor, EpochId, InstitutionId, InstitutionKind, Role, Subject,
};
use sp_core::H256;
use sp_runtime::DispatchError;

fn leaf(id: u64) -> Vec<u8> {
	(RecordId(id), live(id)).encode()
}

#[test]
fn a_pruned_epoch_keeps_its_bounds_and_the_root_hashed_by_hand() {
	run_in_epochs_of(3, || {
		for past in [0, 7, 9] {
			set_time(START + past);
			record_lots([1]);
		}
		record_lots([2]);
		let [a, b, c] = [0, 1, 2].map(|id| blake2_256(&leaf(id)));
		let ab = blake2_256(&[a, b].concat());
		let root = H256(blake2_256(&[ab, c].concat()));
		let kept = live(3);

		prune_epochs(1);
		let (first, last) = (RecordId(0), RecordId(2));
		assert_eq!(
			Epochs::<Test>::get(EpochId(0)),
			Some(Epoch {
				first,
				last,
				count: 3,
				root,
				opened: START,
				closed: START + 9,
				newest_record: Some(RecordId(4)),
			})
		);
		System::assert_last_event(
			Event::EpochPruned { epoch: EpochId(0), first, last, root }.into(),
		);
		assert_eq!(NextEpochToPrune::<Test>::get(), EpochId(1));
		assert_eq!(
			Records::<Test>::iter_keys().collect::<Vec<_>>(),
			[3, 4].map(|id| RecordKey::from(RecordId(id)))
		);
		assert_eq!(live(3), kept);
	});
}

#[test]
fn the_root_is_right_for_every_length() {
	for length in 1..=17 {
		run_in_epochs_of(length, || {
			record_lots(0..u64::from(length) * 2);
			for epoch in 0..2 {
				let first = epoch * u64::from(length);
				let leaves: Vec<_> = (first..first + u64::from(length)).map(leaf).collect();
				prune_epochs(1);
				let root = Epochs::<Test>::get(EpochId(epoch)).expect("it was pruned").root;
				assert_eq!(root.0, reference_root(&leaves), "{length}");
			}
		});
	}
}

#[test]
fn an_epoch_is_kept_until_retention_is_over() {
	run(|| {
		record_lots([1, 1, 1]);
		set_time(START + 50);
		record_lots([1]);
		set_time(START + 50 + RETENTION - 1);
		assert_noop!(prune(), Error::<Test>::RetentionNotOver);
		set_time(START + 50 + RETENTION);
		assert_ok!(prune());
	});
}

#[test]
fn an_open_epoch_is_not_pruned() {
	run(|| {
		set_time(START + RETENTION);
		assert_noop!(prune(), Error::<Test>::EpochOpen);
		record_lots([1, 1, 1]);
		set_time(START + 3 * RETENTION);
		assert_noop!(prune(), Error::<Test>::EpochOpen);
		record_lots([1]);
		assert_noop!(prune(), Error::<Test>::RetentionNotOver);
		prune_epochs(1);
		assert_noop!(prune(), Error::<Test>::EpochOpen);
	});
}

#[test]
fn a_pruning_leaves_a_record_on_its_epoch_after_all_that_were_there() {
	run(|| {
		MockDirectory::appoint(7, InstitutionId(1), &[Role::Statistics]);
		record_lots([1; 6]);
		set_time(START + RETENTION);
		assert_ok!(Supervision::prune(RuntimeOrigin::signed(7), EpochId(0)));
		let record = live(6);
		assert_eq!(record.action, Action::EpochPruned);
		assert_eq!(record.subject, Subject::Epoch(EpochId(0)));
		assert_eq!(record.actor, Actor::Account(7));
		assert_eq!(record.institution, Some(InstitutionId(1)));
		assert_eq!(record.digest, H256(blake2_256(&EpochId(0).encode())));
		assert_eq!(record.time, START + RETENTION);
		assert_eq!((record.previous, record.previous_of_institution), (None, Some(RecordId(5))));
		assert_eq!(written(), 7);
	});
}

#[test]
fn the_record_of_a_pruning_is_itself_pruned_one_day() {
	run(|| {
		record_lots([1; 4]);
		prune_epochs(1);
		record_lots([1; 3]);
		prune_epochs(1);
		let page = Supervision::history(Subject::Epoch(EpochId(0)), None, 10);
		let rest = Rest::Pruned { record: RecordId(4), epoch: EpochId(1) };
		assert_eq!((page.entries, page.rest), (vec![], rest));
		let page = Supervision::history(Subject::Epoch(EpochId(1)), None, 10);
		assert_eq!((ids(&page.entries), page.rest), (vec![8], Rest::Nothing));
	});
}

#[test]
fn of_two_who_prune_at_once_the_second_prunes_nothing() {
	run(|| {
		record_lots([1; 8]);
		set_time(START + RETENTION);
		let prune = |who| Supervision::prune(RuntimeOrigin::signed(who), EpochId(0));
		assert_ok!(prune(1));
		assert_noop!(prune(2), Error::<Test>::AlreadyPruned);
		assert_eq!(NextEpochToPrune::<Test>::get(), EpochId(1));
	});
}

#[test]
fn an_epoch_is_not_pruned_before_the_one_before_it() {
	run(|| {
		record_lots([1; 8]);
		set_time(START + RETENTION);
		for epoch in [1, 2, u64::MAX] {
			assert_noop!(
				Supervision::prune(RuntimeOrigin::signed(1), EpochId(epoch)),
				Error::<Test>::EarlierEpochNotPruned
			);
		}
	});
}

#[test]
fn epochs_are_pruned_one_by_one_oldest_first() {
	run(|| {
		record_lots([1; 9]);
		prune_epochs(2);
		assert_eq!(Epochs::<Test>::get(EpochId(0)).map(|epoch| epoch.last), Some(RecordId(3)));
		assert_eq!(Epochs::<Test>::get(EpochId(1)).map(|epoch| epoch.first), Some(RecordId(4)));
		assert_eq!(Records::<Test>::iter().count(), 3, "the ninth, and two prunings");
		assert_noop!(prune(), Error::<Test>::EpochOpen);
	});
}

#[test]
fn whoever_prunes_signs() {
	run(|| {
		record_lots([1; 4]);
		set_time(START + RETENTION);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Supervision::prune(origin, EpochId(0)), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn an_agent_of_a_suspended_institution_prunes_too() {
	run(|| {
		let hospital = MockInstitution::new(InstitutionKind::Hospital, "CN-HB");
		MockDirectory::admit(InstitutionId(1), hospital);
		MockDirectory::set_active(InstitutionId(1), false);
		MockDirectory::appoint(7, InstitutionId(1), &[]);
		record_lots([1; 4]);
		set_time(START + RETENTION);
		assert_ok!(Supervision::prune(RuntimeOrigin::signed(7), EpochId(0)));
	});
}

#[test]
fn a_log_with_a_gap_is_not_pruned() {
	run(|| {
		record_lots([1; 4]);
		set_time(START + RETENTION);
		for missing in [1, 3] {
			let key = RecordKey::from(RecordId(missing));
			let record = Records::<Test>::take(key).expect("it was written");
			assert_noop!(
				frame_support::storage::with_storage_layer(prune),
				Error::<Test>::RecordNotFound
			);
			Records::<Test>::insert(key, record);
		}
	});
}

#[test]
fn the_log_is_read_in_order_from_storage() {
	run(|| {
		record_lots([1; 300]);
		let order: Vec<_> = Records::<Test>::iter_keys().map(|key| RecordId::from(key).0).collect();
		assert_eq!(order, (0..300).collect::<Vec<_>>());
	});
}
