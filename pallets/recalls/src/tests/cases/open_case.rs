use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::Error as Refused;
use salus_primitives::{
	digest_of, mock::MockTrail, Action, Actor, Authority, CaseId, InstitutionId, LotId, Subject,
	Subjects, Text, TransferId,
};
use sp_core::H256;
use sp_runtime::DispatchError;

#[track_caller]
fn refused(origin: RuntimeOrigin, party: InstitutionId, error: impl Into<DispatchError>) {
	let error: DispatchError = error.into();
	assert_noop!(open_over(origin, party), error);
}

#[test]
fn a_commission_opens_a_case_over_an_institution_of_its_region() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let subject = Subject::Lot(lot);
		let (words, document) = (reason("boxes are missing"), Some(H256::repeat_byte(3)));
		let id = CaseId(0);
		pass(HOUR);
		events();
		assert_ok!(Recalls::open_case(
			by(CITY_AGENT),
			subject.clone(),
			HOSPITAL,
			words.clone(),
			document
		));
		assert_eq!(
			events(),
			[
				Event::CaseOpened { case: id, party: HOSPITAL },
				Event::DocumentAttached { case: id, document: 0, by: Side::Supervisor },
			]
		);
		let newest = MockTrail::newest(&Subject::Case(id));
		assert!(newest.is_some());
		assert_eq!(<Recalls as Subjects>::newest_record(&Subject::Case(id)), newest);
		assert_eq!(
			Recalls::case(id),
			Some(Case {
				supervisor: CaseSupervisor::Commission(CITY),
				subject: subject.clone(),
				party: HOSPITAL,
				region: code("CN-WH"),
				reason: words.clone(),
				opened_at: NOW + HOUR,
				ended: None,
				demands: 0,
				attached_by_supervisor: 1,
				attached_by_party: 0,
				newest_record: newest,
			})
		);
		assert_eq!(
			Recalls::case_documents(id),
			[(
				0,
				CaseDocument {
					digest: H256::repeat_byte(3),
					attached_by: Side::Supervisor,
					attached_at: NOW + HOUR,
					acknowledged_at: None,
				}
			)]
		);
		for subject in [Subject::Case(id), Subject::Institution(HOSPITAL)] {
			let records = MockTrail::records_of(&subject);
			let record = records.last().expect("there is a record");
			assert_eq!(record.action, Action::CaseOpened);
			assert_eq!(record.actor, Actor::Account(CITY_AGENT));
			assert_eq!(record.institution, Some(CITY));
			let arguments = (Subject::Lot(lot), HOSPITAL, words.clone(), document);
			assert_eq!(record.digest, digest_of(&arguments));
		}
		// What it is about is not touched.
		assert_eq!(newest_record(lot).action, Action::LotRegistered);
	});
}

#[test]
fn governance_opens_a_case_over_anybody() {
	play(|| {
		for party in [MAKER, HOSPITAL, NATION] {
			let id = case_over(governance(), party);
			let known = known_case(id);
			assert_eq!((known.supervisor, known.party), (CaseSupervisor::Governance, party));
			let records = MockTrail::records_of(&Subject::Case(id));
			assert_eq!(records[0].actor, Actor::Authority(Authority::Council));
		}
		refused(governance(), NOWHERE, Error::<Test>::PartyNotFound);
	});
}

#[test]
fn a_commission_supervises_what_is_in_its_region_or_a_part_of_it_and_never_itself() {
	play(|| {
		let not_supervisor = || Error::<Test>::NotSupervisor;
		for institution in [CITY, PROVINCE, NATION] {
			case_over(by(agent_of(institution)), HOSPITAL);
			refused(by(agent_of(institution)), institution, not_supervisor());
		}
		// Another region; a region around its own; no commission.
		refused(by(SHANGHAI_AGENT), HOSPITAL, not_supervisor());
		refused(by(CITY_AGENT), CLINIC, not_supervisor());
		refused(by(CITY_AGENT), PROVINCE, not_supervisor());
		refused(by(HOSPITAL_AGENT), CLINIC, not_supervisor());
		refused(by(HOSPITAL_AGENT), HOSPITAL, not_supervisor());
		case_over(by(PROVINCE_AGENT), CITY);
		refused(by(NATION_AGENT), NOWHERE, Error::<Test>::PartyNotFound);
	});
}

#[test]
fn a_commission_acts_by_its_admins() {
	play(|| {
		refused(by(CITY_KEEPER), HOSPITAL, Refused::<Test>::NotAuthorized);
		refused(by(NOBODY), HOSPITAL, Refused::<Test>::NotAgent);
		assert_ok!(Registry::suspend_institution(governance(), CITY));
		refused(by(CITY_AGENT), HOSPITAL, Refused::<Test>::Suspended);
	});
}

#[test]
fn a_case_is_about_what_has_a_record_or_about_its_party() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		let transfer = agreed(MAKER, HOSPITAL, salus_primitives::Terms::Gift, (lot, 10));
		let first = case_over(by(CITY_AGENT), HOSPITAL);
		let about = |subject: Subject| {
			Recalls::open_case(by(CITY_AGENT), subject, HOSPITAL, reason("odd"), None)
		};
		for subject in [Subject::Lot(lot), Subject::Transfer(transfer), Subject::Case(first)] {
			assert_ok!(about(subject));
		}
		for subject in [
			Subject::Lot(LotId(77)),
			Subject::Transfer(TransferId(77)),
			Subject::Case(CaseId(77)),
			Subject::Region(code("CN-WH")),
			Subject::Institution(CLINIC),
		] {
			assert_noop!(about(subject), Error::<Test>::SubjectNotFound);
		}
	});
}

#[test]
fn a_wound_up_institution_is_a_party_as_well() {
	play(|| {
		assert_ok!(Registry::wind_up(governance(), HOSPITAL));
		case_over(by(CITY_AGENT), HOSPITAL);
	});
}

#[test]
fn a_case_is_opened_for_a_reason_in_words() {
	play(|| {
		for words in [&b""[..], b"  ", &[0xff]] {
			let words = Text(words.to_vec().try_into().expect("it fits"));
			let subject = Subject::Institution(HOSPITAL);
			assert_noop!(
				Recalls::open_case(by(CITY_AGENT), subject, HOSPITAL, words, None),
				Error::<Test>::InvalidCharacters
			);
		}
	});
}

#[test]
fn identifiers_of_cases_end() {
	play(|| {
		NextCaseId::<Test>::put(CaseId(u64::MAX));
		refused(by(CITY_AGENT), HOSPITAL, Error::<Test>::IdsExhausted);
	});
}

#[test]
fn a_case_is_taken_over_when_who_opened_it_is_gone() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let document =
			|who: RuntimeOrigin| Recalls::attach_document(who, case, H256::repeat_byte(1));
		for origin in [by(CITY_AGENT), by(PROVINCE_AGENT), by(NATION_AGENT), governance()] {
			assert_ok!(document(origin));
		}
		let Case { attached_by_supervisor, attached_by_party, .. } = known_case(case);
		assert_eq!((attached_by_supervisor, attached_by_party), (4, 0));
		assert_noop!(document(by(SHANGHAI_AGENT)), Error::<Test>::NotSide);
		assert_ok!(Registry::wind_up(governance(), CITY));
		assert_noop!(document(by(CITY_AGENT)), Refused::<Test>::NotAgent);
		assert_ok!(close_case(by(PROVINCE_AGENT), case));
		// It is told who opened it.
		assert_eq!(known_case(case).supervisor, CaseSupervisor::Commission(CITY));
		assert_eq!(deeds_in(case).last(), Some(&(Action::CaseClosed, Some(PROVINCE))));
	});
}

#[test]
fn nobody_but_governance_supervises_a_case_of_governance() {
	play(|| {
		let case = case_over(governance(), HOSPITAL);
		for agent in [CITY_AGENT, PROVINCE_AGENT, NATION_AGENT, HOSPITAL_AGENT] {
			assert_noop!(close_case(by(agent), case), Error::<Test>::NotSupervisor);
		}
		assert_ok!(close_case(governance(), case));
	});
}

#[test]
fn a_commission_of_a_part_does_not_take_a_case_over() {
	play(|| {
		let case = case_over(by(PROVINCE_AGENT), HOSPITAL);
		assert_noop!(close_case(by(CITY_AGENT), case), Error::<Test>::NotSupervisor);
		assert_ok!(close_case(by(NATION_AGENT), case));
	});
}

fn amend(who: InstitutionId, kind: salus_primitives::InstitutionKind, region: &str) {
	let amendment = pallet_registry::Amendment {
		kind,
		region: code(region),
		name: Text::try_from("Amended").expect("it fits"),
		external: None,
		parent: None,
	};
	assert_ok!(Registry::amend_institution(governance(), who, amendment));
}

#[test]
fn who_is_no_commission_any_more_supervises_nothing() {
	play(|| {
		use salus_primitives::InstitutionKind::Hospital;
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		amend(CITY, Hospital, "CN-WH");
		assert_noop!(close_case(by(CITY_AGENT), case), Error::<Test>::NotSupervisor);
		assert_ok!(close_case(by(PROVINCE_AGENT), case));
	});
}

#[test]
fn a_case_keeps_its_region_and_its_supervisor_when_its_party_moves() {
	play(|| {
		use salus_primitives::InstitutionKind::Hospital;
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let lot = stock(HOSPITAL, MASKS, 100);
		amend(HOSPITAL, Hospital, "CN-SH");
		assert_eq!(known_case(case).region, code("CN-WH"));
		// The province does not supervise the party any more; the nation does.
		assert_noop!(close_case(by(PROVINCE_AGENT), case), Error::<Test>::NotSupervisor);
		assert_noop!(demand(by(CITY_AGENT), case, lot), Error::<Test>::NotAuthorized);
		assert_ok!(demand(by(NATION_AGENT), case, lot));
		assert_ok!(close_case(by(CITY_AGENT), case));
	});
}
