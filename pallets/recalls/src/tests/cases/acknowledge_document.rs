use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::Error as Refused;
use salus_primitives::{digest_of, mock::MockTrail, Action, CaseId, Subject};
use sp_core::H256;
use sp_runtime::DispatchResult;

fn acknowledge(origin: RuntimeOrigin, case: CaseId, document: u8) -> DispatchResult {
	Recalls::acknowledge_document(origin, case, document)
}

/// A case of the city over the hospital, with a document by each side: that of the city is number 0.
fn documented() -> CaseId {
	let case = case_over(by(CITY_AGENT), HOSPITAL);
	assert_ok!(Recalls::attach_document(by(CITY_AGENT), case, H256::repeat_byte(1)));
	assert_ok!(Recalls::attach_document(by(HOSPITAL_AGENT), case, H256::repeat_byte(2)));
	case
}

#[test]
fn each_side_acknowledges_what_the_other_attached() {
	play(|| {
		let case = documented();
		pass(HOUR);
		events();
		assert_ok!(acknowledge(by(HOSPITAL_ADMIN), case, 0));
		pass(HOUR);
		assert_ok!(acknowledge(by(CITY_AGENT), case, 1));
		assert_eq!(
			events(),
			[
				Event::DocumentAcknowledged { case, document: 0 },
				Event::DocumentAcknowledged { case, document: 1 },
			]
		);
		let times = Recalls::case_documents(case)
			.into_iter()
			.map(|(_, document)| (document.attached_at, document.acknowledged_at));
		assert_eq!(
			times.collect::<Vec<_>>(),
			[(NOW, Some(NOW + HOUR)), (NOW, Some(NOW + 2 * HOUR))]
		);
		assert_eq!(
			deeds_in(case)[3..],
			[
				(Action::DocumentAcknowledged, Some(HOSPITAL)),
				(Action::DocumentAcknowledged, Some(CITY)),
			]
		);
		let records = MockTrail::records_of(&Subject::Case(case));
		assert_eq!(records[3].digest, digest_of(&(case, 0u8)));
	});
}

#[test]
fn whoever_supervises_the_case_acknowledges_for_its_side() {
	play(|| {
		for origin in [by(CITY_AGENT), by(PROVINCE_AGENT), by(NATION_AGENT), governance()] {
			let case = documented();
			assert_noop!(acknowledge(origin.clone(), case, 0), Error::<Test>::OwnDocument);
			assert_ok!(acknowledge(origin, case, 1));
		}
	});
}

#[test]
fn nobody_acknowledges_its_own_document_or_one_twice() {
	play(|| {
		let case = documented();
		assert_noop!(acknowledge(by(HOSPITAL_AGENT), case, 1), Error::<Test>::OwnDocument);
		assert_noop!(acknowledge(by(CITY_AGENT), case, 0), Error::<Test>::OwnDocument);
		assert_ok!(acknowledge(by(HOSPITAL_AGENT), case, 0));
		let again = Error::<Test>::AlreadyAcknowledged;
		assert_noop!(acknowledge(by(HOSPITAL_AGENT), case, 0), again);
		for document in [2, u8::MAX] {
			let nothing = Error::<Test>::DocumentNotFound;
			assert_noop!(acknowledge(by(HOSPITAL_AGENT), case, document), nothing);
		}
	});
}

#[test]
fn nobody_else_acknowledges_anything() {
	play(|| {
		let case = documented();
		for agent in [SHANGHAI_AGENT, CLINIC_AGENT, MAKER_AGENT] {
			assert_noop!(acknowledge(by(agent), case, 0), Error::<Test>::NotSide);
		}
		assert_noop!(acknowledge(by(NOBODY), case, 0), Refused::<Test>::NotAgent);
		assert_noop!(acknowledge(by(CITY_KEEPER), case, 1), Refused::<Test>::NotAuthorized);
		assert_noop!(acknowledge(by(CITY_AGENT), CaseId(77), 0), Error::<Test>::CaseNotFound);
	});
}

#[test]
fn what_a_wound_up_party_did_not_acknowledge_keeps_no_case_open() {
	play(|| {
		let case = documented();
		assert_ok!(Registry::wind_up(governance(), HOSPITAL));
		assert_noop!(acknowledge(by(HOSPITAL_AGENT), case, 0), Refused::<Test>::NotAgent);
		assert_ok!(close_case(by(CITY_AGENT), case));
		assert_noop!(acknowledge(by(CITY_AGENT), case, 1), Error::<Test>::CaseEnded);
	});
}
