use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::Error as Refused;
use salus_primitives::{digest_of, mock::MockTrail, Action, CaseId, Subject};
use sp_core::H256;
use sp_runtime::DispatchResult;

fn attach(origin: RuntimeOrigin, case: CaseId, byte: u8) -> DispatchResult {
	Recalls::attach_document(origin, case, H256::repeat_byte(byte))
}

#[test]
fn both_sides_attach_documents_that_are_numbered_together() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		events();
		assert_ok!(attach(by(HOSPITAL_ADMIN), case, 1));
		pass(HOUR);
		assert_ok!(attach(by(CITY_AGENT), case, 2));
		assert_ok!(attach(by(PROVINCE_AGENT), case, 3));
		assert_ok!(attach(governance(), case, 4));
		assert_ok!(attach(by(HOSPITAL_AGENT), case, 1));
		let attached =
			[Side::Party, Side::Supervisor, Side::Supervisor, Side::Supervisor, Side::Party];
		let told = (0..).zip(attached).map(|(document, by)| Event::<Test>::DocumentAttached {
			case,
			document,
			by,
		});
		assert_eq!(events(), told.collect::<Vec<_>>());
		let Case { attached_by_supervisor, attached_by_party, .. } = known_case(case);
		assert_eq!((attached_by_supervisor, attached_by_party), (3, 2));
		let documents = Recalls::case_documents(case);
		assert_eq!(
			documents[1],
			(
				1,
				CaseDocument {
					digest: H256::repeat_byte(2),
					attached_by: Side::Supervisor,
					attached_at: NOW + HOUR,
					acknowledged_at: None,
				}
			)
		);
		let line = |(number, document): &(u8, CaseDocument)| (*number, document.digest.0[0]);
		let lines: Vec<_> = documents.iter().map(line).collect();
		assert_eq!(lines, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 1)]);
		assert_eq!(
			deeds_in(case)[1..],
			[
				(Action::DocumentAttached, Some(HOSPITAL)),
				(Action::DocumentAttached, Some(CITY)),
				(Action::DocumentAttached, Some(PROVINCE)),
				(Action::DocumentAttached, None),
				(Action::DocumentAttached, Some(HOSPITAL)),
			]
		);
		let records = MockTrail::records_of(&Subject::Case(case));
		assert_eq!(records[1].digest, digest_of(&(case, H256::repeat_byte(1))));
	});
}

#[test]
fn nobody_else_attaches_anything() {
	play(|| {
		let case = case_over(by(PROVINCE_AGENT), HOSPITAL);
		// Of another region; of a part of the region; an institution like the party; the maker.
		for agent in [SHANGHAI_AGENT, CITY_AGENT, CLINIC_AGENT, MAKER_AGENT] {
			assert_noop!(attach(by(agent), case, 1), Error::<Test>::NotSide);
		}
		assert_noop!(attach(by(NOBODY), case, 1), Refused::<Test>::NotAgent);
		assert_ok!(Registry::suspend_institution(governance(), HOSPITAL));
		assert_noop!(attach(by(HOSPITAL_AGENT), case, 1), Refused::<Test>::Suspended);
		assert_noop!(attach(by(PROVINCE_AGENT), CaseId(77), 1), Error::<Test>::CaseNotFound);
	});
}

#[test]
fn a_side_acts_by_its_admins() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_noop!(attach(by(CITY_KEEPER), case, 1), Refused::<Test>::NotAuthorized);
	});
}

#[test]
fn each_side_attaches_thirty_two_documents_at_most() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		for byte in 0..32 {
			assert_ok!(attach(by(CITY_AGENT), case, byte));
		}
		assert_noop!(attach(by(CITY_AGENT), case, 32), Error::<Test>::TooManyDocuments);
		assert_noop!(attach(governance(), case, 32), Error::<Test>::TooManyDocuments);
		for byte in 0..32 {
			assert_ok!(attach(by(HOSPITAL_AGENT), case, byte));
		}
		assert_noop!(attach(by(HOSPITAL_AGENT), case, 32), Error::<Test>::TooManyDocuments);
		assert_eq!(Recalls::case_documents(case).len(), 64);
	});
}

#[test]
fn nothing_is_attached_to_a_case_that_is_over() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(close_case(by(CITY_AGENT), case));
		for agent in [CITY_AGENT, HOSPITAL_AGENT] {
			assert_noop!(attach(by(agent), case, 1), Error::<Test>::CaseEnded);
		}
	});
}
