use crate::{mock::*, *};
use alloc::collections::BTreeSet;
use frame_support::assert_ok;
use salus_primitives::{CaseId, HoldKind};
use sp_core::H256;

fn open_cases(region: &str) -> BTreeSet<CaseId> {
	let CasePage { cases, next } = Recalls::open_cases(code(region), None, 256);
	assert_eq!(next, None);
	cases.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn the_open_cases_of_a_region_are_those_of_its_parts_as_well() {
	play(|| {
		let in_wuhan = case_over(by(CITY_AGENT), HOSPITAL);
		let in_hubei = case_over(by(PROVINCE_AGENT), CLINIC);
		let in_shanghai = case_over(governance(), MAKER);
		let closed = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(close_case(by(CITY_AGENT), closed));
		for (region, cases) in [
			("CN-WH", vec![in_wuhan]),
			("CN-HB", vec![in_wuhan, in_hubei]),
			("CN-SH", vec![in_shanghai]),
			("CN", vec![in_wuhan, in_hubei, in_shanghai]),
			("FR", vec![]),
		] {
			assert_eq!(open_cases(region), cases.into_iter().collect(), "{region}");
		}
		let page = Recalls::open_cases(code("CN-WH"), None, 256);
		assert_eq!(page.cases, [(in_wuhan, known_case(in_wuhan))]);
	});
}

#[test]
fn open_cases_are_told_page_by_page() {
	play(|| {
		let over = |party| case_over(governance(), party);
		let cases: Vec<_> = [HOSPITAL, MAKER, HOSPITAL, CLINIC, HOSPITAL].map(over).into();
		for limit in [0, 1, 2, 3, 256] {
			let mut after = None;
			let mut found = Vec::new();
			for _ in 0..5 {
				let page = Recalls::open_cases(code("CN-WH"), after, limit);
				// A page of none would not come to an end.
				assert!(page.cases.len() <= limit.max(1) as usize);
				found.extend(page.cases.into_iter().map(|(id, _)| id));
				after = page.next;
				if after.is_none() {
					break;
				}
			}
			assert_eq!(after, None);
			assert_eq!(found.len(), 3, "each is told once");
			let found: BTreeSet<_> = found.into_iter().collect();
			assert_eq!(found, BTreeSet::from([cases[0], cases[2], cases[4]]));
		}
	});
}

#[test]
fn a_page_looks_at_so_many_cases_and_no_more() {
	play(|| {
		for _ in 0..258 {
			case_over(governance(), MAKER);
		}
		let page = Recalls::open_cases(code("CN-WH"), None, 256);
		assert!(page.cases.is_empty());
		assert!(page.next.is_some());
		let last = Recalls::open_cases(code("CN-WH"), page.next, 256);
		assert_eq!((last.cases.len(), last.next), (0, None));
		let all = Recalls::open_cases(code("CN"), None, 256);
		assert_eq!(all.cases.len(), 256);
		let rest = Recalls::open_cases(code("CN"), all.next, 256);
		assert_eq!((rest.cases.len(), rest.next), (2, None));
	});
}

#[test]
fn a_case_stays_listed_when_the_one_behind_which_a_page_began_is_closed() {
	play(|| {
		let cases: Vec<_> = (0..4).map(|_| case_over(governance(), HOSPITAL)).collect();
		let region = code("CN-WH");
		let first = Recalls::open_cases(region.clone(), None, 2);
		let after = first.next.expect("there are four");
		assert_ok!(close_case(governance(), after));
		let second = Recalls::open_cases(region, Some(after), 2);
		let told: BTreeSet<_> =
			first.cases.iter().chain(&second.cases).map(|(id, _)| *id).collect();
		assert_eq!(told, cases.into_iter().collect());
	});
}

#[test]
fn there_is_nothing_to_tell_of_no_case() {
	play(|| {
		assert_eq!(Recalls::case(CaseId(0)), None);
		assert!(Recalls::case_documents(CaseId(0)).is_empty());
		assert!(Recalls::open_cases(code("CN"), None, 256).cases.is_empty());
	});
}

#[test]
fn a_hold_tells_its_case_and_one_that_is_placed_without_has_none() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, lot));
		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		let cases: Vec<_> = Recalls::holds(on).into_iter().map(|view| view.case).collect();
		assert_eq!(cases, [Some(case), None]);
		assert_eq!(
			Recalls::holds(on)[0].lifted_by,
			[Lifter::Commission(CITY), Lifter::WiderCommission, Lifter::Governance, Lifter::Count]
		);
	});
}

#[test]
fn documents_are_told_in_the_order_in_which_they_were_attached() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		for byte in 0..20 {
			let who = if byte % 3 == 0 { HOSPITAL_AGENT } else { CITY_AGENT };
			assert_ok!(Recalls::attach_document(by(who), case, H256::repeat_byte(byte)));
		}
		let told = Recalls::case_documents(case);
		let lines = told.iter().map(|(number, document)| (*number, document.digest));
		assert!(lines.eq((0..20u8).map(|byte| (byte, H256::repeat_byte(byte)))));
	});
}
