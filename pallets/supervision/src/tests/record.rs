use super::*;
use crate::{Error, NewestOfInstitution, Record};
use frame_support::{assert_noop, assert_ok, assert_storage_noop, dispatch::PostDispatchInfo};
use salus_primitives::{
	Act, Action, Actor, Authority, InstitutionId, Step, Subject, Subjects, Trail, TransferId,
};
use sp_core::H256;

#[test]
fn a_record_says_all_that_the_step_says() {
	run(|| {
		System::set_block_number(12);
		let act = Act::of_agent(3, InstitutionId(5));
		let step = Step::new(act, Action::TransferDispatched, &(1u8, 2u8));
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
				digest: H256(blake2_256(&[1, 2])),
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
fn a_step_remembers_its_records() {
	run(|| {
		record_lots([1]);
		let mut step = step(Some(1));
		for subject in [lot(4), lot(2)] {
			assert_ok!(Owner::record(&mut step, subject));
		}
		assert_eq!(step.records(), [(lot(4), RecordId(1)), (lot(2), RecordId(2))]);
		assert_eq!(step.record_on(&lot(2)), Some(RecordId(2)));
		assert_eq!(step.record_on(&lot(1)), None);
	});
}

#[test]
fn a_step_that_touches_nothing_leaves_nothing() {
	run(|| {
		assert_storage_noop!(assert_ok!(record(step(Some(1)), &[])));
		assert_eq!(written(), 0);
	});
}

#[test]
fn a_record_takes_the_place_of_the_newest_one_and_links_to_it() {
	run_unchecked(4, || {
		let mut newest = Some(RecordId(40));
		assert_ok!(<Supervision as Trail<_>>::record(&mut step(Some(1)), lot(1), &mut newest));
		assert_eq!(newest, Some(RecordId(0)));
		assert_eq!(live(0).previous, Some(RecordId(40)));
	});
}

#[test]
fn a_refused_record_leaves_its_subject_and_step_as_they_were() {
	run(|| {
		let mut newest = Some(RecordId(40));
		let mut step = claiming(u64::MAX, 0);
		let before = step.clone();
		assert_noop!(
			<Supervision as Trail<_>>::record(&mut step, lot(1), &mut newest),
			Error::<Test>::EventTimeAhead
		);
		assert_eq!((newest, step), (Some(RecordId(40)), before));
	});
}

#[test]
fn a_record_links_to_the_nearest_one_of_its_subject() {
	run(|| {
		record_lots([1, 2, 1, 2, 1]);
		let links: Vec<_> = (0..5).map(|id| live(id).previous.map(|id| id.0)).collect();
		assert_eq!(links, [None, None, Some(0), Some(1), Some(2)]);
		assert_eq!(Owner::newest_record(&lot(1)), Some(RecordId(4)));
		assert_eq!(Owner::newest_record(&lot(2)), Some(RecordId(3)));
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
		assert_eq!(NewestOfInstitution::<Test>::get(InstitutionId(1)), Some(RecordId(5)));
		assert_eq!(NewestOfInstitution::<Test>::get(InstitutionId(2)), Some(RecordId(2)));
	});
}

#[test]
fn an_authority_acts_for_no_institution() {
	run(|| {
		let council = Actor::Authority(Authority::Council);
		let step = Step::new(Act::by(council.clone()), Action::RegionRegistered, &());
		assert_ok!(record(step, &[lot(1)]));
		assert_eq!(live(0).actor, council);
		assert_eq!(live(0).institution, None);
		assert_eq!(NewestOfInstitution::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_subject_gets_one_record_of_a_step() {
	for subjects in [[lot(1), lot(1), lot(2)], [lot(1), lot(2), lot(1)], [lot(1), lot(2), lot(2)]] {
		run(|| {
			assert_ok!(record(step(Some(1)), &subjects));
			assert_eq!(written(), 2);
			assert_eq!([live(0).subject, live(1).subject], [lot(1), lot(2)]);
			assert_eq!(Owner::newest_record(&lot(1)), Some(RecordId(0)));
			assert_eq!(Owner::newest_record(&lot(2)), Some(RecordId(1)));
			assert_eq!(NewestOfInstitution::<Test>::get(InstitutionId(1)), Some(RecordId(1)));

			assert_ok!(record(step(Some(1)), &[lot(1)]));
			assert_eq!(live(2).previous, Some(RecordId(0)), "another step");
		});
	}
}

#[test]
fn subjects_of_the_same_number_are_two() {
	run(|| {
		assert_ok!(record(step(Some(1)), &[lot(1), Subject::Transfer(TransferId(1))]));
		assert_eq!(written(), 2);
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
	run_unchecked(4, || {
		NextRecordId::<Test>::put(RecordId(u64::MAX - 1));
		assert_ok!(record(step(Some(1)), &[lot(1)]));
		assert_noop!(record(step(Some(1)), &[lot(1)]), Error::<Test>::IdsExhausted);
		assert_noop!(record(step(None), &[lot(2)]), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn the_trail_tells_the_time_of_the_chain() {
	run(|| {
		set_time(START + 5);
		assert_eq!(<Supervision as Trail<AccountId>>::now(), START + 5);
	});
}
