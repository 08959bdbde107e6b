//! What clients read.

use crate::{mock::*, Group, LineReport, LineState, NeedReport, ProblemView, SkippedLine, Stage};
use frame_support::assert_ok;
use salus_primitives::AllocationId;
use sp_runtime::DispatchError;

#[test]
fn nothing_is_told_of_what_is_not_there() {
	run(|| {
		let id = AllocationId(7);
		assert_eq!((Emergencies::allocation(id), Emergencies::problem(id)), (None, None));
		assert_eq!(Emergencies::quality(id), None);
		let (needs, lines) = (Emergencies::needs_of(id, None, 9), Emergencies::lines(id, None, 9));
		assert_eq!(
			(needs.needs, needs.next, lines.lines, lines.next),
			(vec![], None, vec![], None)
		);
		assert!(Emergencies::running().is_empty());
	});
}

#[test]
fn a_need_is_told_why_it_did_not_get_more() {
	run(|| {
		let kinds = vec![salus_primitives::InstitutionKind::DiseaseControlCentre];
		for institution in [HOSPITAL, CLINIC, CENTRE] {
			asks(institution, 30);
		}
		let withdrawn = offers(DONOR, 10);
		let lot = stock(SUPPLIER, MASKS, 20, day(2020, 6, 1));
		let mut to_centre = supply(lot, 20);
		to_centre.scope.kinds = kinds.try_into().expect("one kind");
		offers_of(SUPPLIER, to_centre);
		offers(DONOR, 15);
		let id = decided();
		// The centre has twenty that may go to it alone, so that the others share 25.
		assert_eq!(shares(id), [13, 12, 20]);
		assert_ok!(withdraw_offer(DONOR, withdrawn));
		carry_through(id);
		let told: Vec<_> = Emergencies::needs_of(id, None, 9)
			.needs
			.into_iter()
			.map(|report| {
				let NeedReport { place, need, offers, planned, skipped, unsent } = report;
				(place, need.promised, offers, planned, skipped, unsent)
			})
			.collect();
		let error: DispatchError = pallet_needs::Error::<Test>::Ended.into();
		let first = SkippedLine { line: 0, error, unmet: None };
		assert_eq!(
			told,
			[(0, 3, 2, 13, vec![first], 0), (1, 12, 2, 12, vec![], 0), (2, 20, 3, 20, vec![], 0),]
		);
		// What never left is told as well.
		let lines = Emergencies::lines(id, None, 9).lines;
		let last = lines.last().expect("there are lines").line;
		assert_ok!(withdraw(DONOR, made(id, last)));
		let unsent: Vec<_> = Emergencies::needs_of(id, None, 9)
			.needs
			.iter()
			.map(|report| (report.need.promised, report.unsent))
			.collect();
		assert_eq!(unsent, [(3, 0), (12, 12), (20, 0)]);
	});
}

#[test]
fn a_line_is_told_with_both_sides_and_where_it_stands() {
	run(|| {
		let need = asks(HOSPITAL, 30);
		let offer = offers(DONOR, 10);
		offers(SUPPLIER, 10);
		let id = decided();
		let state = |line: usize| Emergencies::lines(id, None, 9).lines[line].state;
		assert_eq!([state(0), state(1)], [LineState::Waiting; 2]);
		assert_ok!(Emergencies::advance(by(STRANGER), id, 1));
		let expected = LineReport {
			line: 0,
			offer,
			giver: DONOR,
			from: code("CN-SH"),
			need,
			receiver: HOSPITAL,
			to: code("CN-HB"),
			kilometres: SHANGHAI_TO_HUBEI,
			quantity: 10,
			state: LineState::Reserved,
			outcome: Some(outcome(id, 0)),
		};
		assert_eq!(Emergencies::lines(id, None, 9).lines[0], expected);
		assert_ok!(withdraw(DONOR, made(id, 0)));
		assert_eq!(state(0), LineState::Unsent);
		pass(LONGEST + 1);
		carry_through(id);
		assert_eq!([state(0), state(1)], [LineState::Unsent, LineState::Dropped]);
	});
	run(|| {
		asks(HOSPITAL, 30);
		let offer = offers(DONOR, 10);
		let id = decided();
		assert_ok!(withdraw_offer(DONOR, offer));
		carry_through(id);
		assert_eq!(Emergencies::lines(id, None, 9).lines[0].state, LineState::Skipped);
	});
}

#[test]
fn lists_are_told_by_pages() {
	run(|| {
		for institution in [HOSPITAL, CLINIC, CENTRE] {
			asks(institution, 10);
		}
		offers(DONOR, 30);
		let id = decided();
		let needs = |after, limit| {
			let page = Emergencies::needs_of(id, after, limit);
			let places: Vec<u16> = page.needs.iter().map(|report| report.place).collect();
			(places, page.next)
		};
		assert_eq!(needs(None, 2), (vec![0, 1], Some(1)));
		assert_eq!(needs(Some(1), 2), (vec![2], None));
		assert_eq!(needs(None, 0), (vec![0], Some(0)));
		assert_eq!(needs(Some(2), 2), (vec![], None));
		let lines = |after, limit| {
			let page = Emergencies::lines(id, after, limit);
			let lines: Vec<u16> = page.lines.iter().map(|report| report.line).collect();
			(lines, page.next)
		};
		assert_eq!(lines(None, 2), (vec![0, 1], Some(1)));
		assert_eq!(lines(Some(1), u32::MAX), (vec![2], None));
	});
}

#[test]
fn a_problem_has_all_that_shares_and_lines_follow_from() {
	run(|| {
		asks(HOSPITAL, 30);
		offers(DONOR, 10);
		let id = opened(masks_in_hubei());
		let known_so_far = Emergencies::problem(id).expect("it is stored");
		assert_eq!((known_so_far.needs, known_so_far.fingerprint), (vec![], None));
		advance_until(id, |stage| matches!(stage, Stage::Ended { .. }));
		let ProblemView {
			needs,
			offers,
			barred,
			places,
			kilometres,
			lines,
			candidate,
			fingerprint,
		} = Emergencies::problem(id).expect("it is stored");
		assert_eq!((barred, candidate), (vec![], None));
		assert_eq!((needs.len(), offers.len(), lines.len()), (1, 1, 1));
		let regions: Vec<_> = places.iter().map(|place| place.region.clone()).collect();
		assert_eq!(regions, [code("CN-HB"), code("CN-SH")]);
		assert_eq!(kilometres, [SHANGHAI_TO_HUBEI]);
		let shares = vec![(needs[0].need, 10u64, 0u8)];
		let supplies = vec![(offers[0].offer, 10u64, 0u16, 1u8)];
		let digest = salus_primitives::digest_of(&(id, shares, supplies, kilometres, places));
		assert_eq!(fingerprint, Some(digest));
		assert_eq!(known(id).fingerprint, Some(digest));
		let (_, groups) = Emergencies::quality(id).expect("it ended well");
		assert!(matches!(groups[0].group, Group::Region(_)));
	});
}

#[test]
fn the_seat_of_the_country_counts_where_nothing_nearer_is_known() {
	run(|| {
		assert_ok!(Registry::set_seat(root(), code("CN-SH"), None));
		asks(HOSPITAL, 30);
		offers(DONOR, 10);
		let id = decided();
		let page = Emergencies::lines(id, None, 1);
		let [line] = &page.lines[..] else { panic!("there is one line") };
		assert_eq!((&line.from, line.kilometres), (&code("CN"), CAPITAL_TO_HUBEI));
	});
}
