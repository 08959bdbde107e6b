use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::Error as Refused;
use salus_primitives::{digest_of, mock::MockTrail, Action, CaseId, Subject, Text};
use sp_core::H256;
use sp_runtime::DispatchResult;

fn end(origin: RuntimeOrigin, case: CaseId, end: CaseEnd) -> DispatchResult {
	Recalls::end_case(origin, case, end, reason("all is found"))
}

#[test]
fn a_case_is_closed_or_voided_for_a_reason() {
	play(|| {
		for (how, action) in
			[(CaseEnd::Closed, Action::CaseClosed), (CaseEnd::Voided, Action::CaseVoided)]
		{
			let case = case_over(by(CITY_AGENT), HOSPITAL);
			let before = known_case(case);
			assert!(OpenCases::<Test>::contains_key(case));
			pass(HOUR);
			events();
			assert_ok!(end(by(CITY_AGENT), case, how));
			assert_eq!(events(), [Event::CaseEnded { case, end: how }]);
			assert!(!OpenCases::<Test>::contains_key(case));
			let newest_record = MockTrail::newest(&Subject::Case(case));
			assert_ne!(newest_record, before.newest_record);
			let at = before.opened_at + HOUR;
			let ended = Some(Ended { how, reason: reason("all is found"), at });
			let after = Case { ended, newest_record, ..before };
			assert_eq!(known_case(case), after);
			let records = MockTrail::records_of(&Subject::Case(case));
			let record = records.last().expect("there is a record");
			assert_eq!((record.action, record.institution), (action, Some(CITY)));
			assert_eq!(record.digest, digest_of(&(case, how, reason("all is found"))));
		}
	});
}

#[test]
fn nothing_is_erased_with_the_end() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, lot));
		assert_ok!(Recalls::attach_document(by(HOSPITAL_AGENT), case, H256::repeat_byte(1)));
		let (documents, demands) = (Recalls::case_documents(case), Recalls::case_demands(case));
		assert_ok!(end(by(CITY_AGENT), case, CaseEnd::Voided));
		assert_eq!(Recalls::case_documents(case), documents);
		assert_eq!(Recalls::case_demands(case), demands);
		assert_eq!((documents.len(), demands.len()), (1, 1));
		assert!(own(lot, HOSPITAL).held);
	});
}

#[test]
fn a_case_is_ended_once() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(end(by(CITY_AGENT), case, CaseEnd::Closed));
		for how in [CaseEnd::Closed, CaseEnd::Voided] {
			assert_noop!(end(by(CITY_AGENT), case, how), Error::<Test>::CaseEnded);
		}
	});
}

#[test]
fn a_case_is_ended_by_its_supervisors_alone() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let closed = CaseEnd::Closed;
		for agent in [HOSPITAL_AGENT, SHANGHAI_AGENT, CLINIC_AGENT] {
			assert_noop!(end(by(agent), case, closed), Error::<Test>::NotSupervisor);
		}
		assert_noop!(end(by(NOBODY), case, closed), Refused::<Test>::NotAgent);
		assert_noop!(end(by(CITY_KEEPER), case, closed), Refused::<Test>::NotAuthorized);
		assert_noop!(end(governance(), CaseId(77), closed), Error::<Test>::CaseNotFound);
		assert_ok!(Registry::suspend_institution(governance(), CITY));
		assert_noop!(end(by(CITY_AGENT), case, closed), Refused::<Test>::Suspended);
		assert_ok!(end(governance(), case, closed));
	});
}

#[test]
fn a_case_is_not_ended_without_words() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		for words in [&b""[..], b"  ", &[0xff]] {
			let words = Text(words.to_vec().try_into().expect("it fits"));
			assert_noop!(
				Recalls::end_case(by(CITY_AGENT), case, CaseEnd::Closed, words),
				Error::<Test>::InvalidCharacters
			);
		}
	});
}
