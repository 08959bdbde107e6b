use super::*;
use crate::{Error, Latest, LatestOfInstitution, Record};
use frame_support::{assert_noop, assert_ok, dispatch::PostDispatchInfo};
use salus_primitives::{digest_of, Action, Actor, InstitutionId, Step, Subject, Trail, TransferId};

#[test]
fn a_record_says_all_that_the_step_says() {
	run(|| {
		System::set_block_number(12);
		let step = Step {
			actor: Actor::Account(3),
			institution: Some(InstitutionId(5)),
			action: Action::TransferDispatched,
			digest: digest_of(&(1u8, 2u8)),
			event: None,
		};
		let subject = Subject::Transfer(TransferId(9));
		let subjects = [subject.clone()];
		assert_ok!(record(step, &subjects));
		assert_eq!(
			live(0),
			Record {
				time: START,
				block: 12,
				extrinsic: None,
				actor: Actor::Account(3),
				institution: Some(InstitutionId(5)),
				action: Action::TransferDispatched,
				subject,
				digest: digest_of(&(1u8, 2u8)),
				event: None,
				previous: None,
				previous_of_institution: None,
			}
		);
		assert_eq!(written(), 1);
		assert_eq!(Supervision::record(RecordId(1)), None);
	});
}

#[test]
fn a_step_leaves_one_record_for_each_subject_in_order() {
	run(|| {
		assert_ok!(record(step(Some(1)), &[lot(4), lot(2), lot(3)]));
		assert_eq!(written(), 3);
		for (id, subject) in [4, 2, 3].into_iter().enumerate() {
			assert_eq!(live(id as u64).subject, lot(subject));
		}
	});
}

#[test]
fn a_step_that_touches_nothing_is_refused() {
	run(|| {
		assert_noop!(record(step(Some(1)), &[]), Error::<Test>::NoSubjects);
	});
}

#[test]
fn a_record_links_to_the_nearest_one_of_its_subject() {
	run(|| {
		record_lots([1, 2, 1, 2, 1]);
		let links: Vec<_> = (0..5).map(|id| live(id).previous.map(|id| id.0)).collect();
		assert_eq!(links, [None, None, Some(0), Some(1), Some(2)]);
		assert_eq!(Latest::<Test>::get(lot(1)), Some(RecordId(4)));
		assert_eq!(Latest::<Test>::get(lot(2)), Some(RecordId(3)));
	});
}

#[test]
fn a_record_links_to_the_nearest_one_of_its_institution() {
	run(|| {
		assert_ok!(record(step(Some(1)), &[lot(1), lot(2)]));
		assert_ok!(record(step(Some(2)), &[lot(1)]));
		assert_ok!(record(step(None), &[lot(1)]));
		assert_ok!(record(step(Some(1)), &[lot(3), lot(4)]));
		let links: Vec<_> =
			(0..6).map(|id| live(id).previous_of_institution.map(|id| id.0)).collect();
		assert_eq!(links, [None, Some(0), None, None, Some(1), Some(4)]);
		assert_eq!(LatestOfInstitution::<Test>::get(InstitutionId(1)), Some(RecordId(5)));
		assert_eq!(LatestOfInstitution::<Test>::get(InstitutionId(2)), Some(RecordId(2)));
	});
}

#[test]
fn an_authority_acts_for_no_institution() {
	run(|| {
		assert_ok!(record(Step { actor: Actor::Authority, ..step(None) }, &[lot(1)]));
		assert_eq!(live(0).actor, Actor::Authority);
		assert_eq!(live(0).institution, None);
		assert_eq!(LatestOfInstitution::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_subject_named_twice_is_refused() {
	run(|| {
		for subjects in
			[[lot(1), lot(1), lot(2)], [lot(1), lot(2), lot(1)], [lot(2), lot(1), lot(1)]]
		{
			assert_noop!(record(step(Some(1)), &subjects), Error::<Test>::DuplicateSubject);
		}
		let same_number = [lot(1), Subject::Transfer(TransferId(1))];
		assert_ok!(record(step(Some(1)), &same_number));
	});
}

#[test]
fn a_record_names_the_extrinsic_only_while_one_runs() {
	run(|| {
		record_lots([1]);
		System::note_finished_initialize();
		record_lots([1]);
		System::note_applied_extrinsic(&Ok(PostDispatchInfo::default()), Default::default());
		record_lots([1]);
		System::note_finished_extrinsics();
		record_lots([1]);
		let places: Vec<_> = (0..4).map(|id| live(id).extrinsic).collect();
		assert_eq!(places, [None, Some(0), Some(1), None]);
	});
}

#[test]
fn the_log_ends_with_its_last_identifier() {
	run(|| {
		NextRecordId::<Test>::put(RecordId(u64::MAX - 1));
		assert_noop!(record(step(Some(1)), &[lot(1), lot(2)]), Error::<Test>::IdsExhausted);
		assert_ok!(record(step(None), &[lot(1)]));
		assert_noop!(record(step(Some(1)), &[lot(1)]), Error::<Test>::IdsExhausted);

		crate::Records::<Test>::remove(crate::RecordKey::from(RecordId(u64::MAX - 1)));
		Latest::<Test>::remove(lot(1));
		NextRecordId::<Test>::kill();
	});
}

#[test]
fn the_trail_tells_the_time_of_the_chain() {
	run(|| {
		set_time(START + 5);
		assert_eq!(<Supervision as Trail<AccountId>>::now(), START + 5);
	});
}
