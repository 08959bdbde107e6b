use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, time::DAY, ClassId, LotId, Trail};

/// The hospital and the clinic use 10 and 40 masks a day, and have 20 and none. The donor has 1,000 and
/// uses 2 a day.
fn uneven() -> [LotId; 3] {
	let lots = [
		stock(DONOR, MASKS, 1_006, None),
		stock(HOSPITAL, MASKS, 50, None),
		stock(CLINIC, MASKS, 120, None),
	];
	for _ in 0..3 {
		let now = MockTrail::now();
		for (institution, lot, quantity) in
			[(DONOR, lots[0], 2), (HOSPITAL, lots[1], 10), (CLINIC, lots[2], 40)]
		{
			use_daily(institution, lot, quantity, 1);
			turn_to(now);
		}
		turn_to(now + DAY);
	}
	lots
}

#[test]
fn who_has_the_most_days_gives_to_who_has_the_least() {
	play(|| {
		uneven();
		let draft = Reallocation::draft(MASKS, None, 30, 10);
		assert!(draft.complete);
		// 1,020 masks for 52 a day are 19.6 days, but the donor keeps 30 of its own, which are 60: what is
		// left, 940 and the hospital's 20, lasts the others 19.2 days.
		assert_eq!(draft.level, Some(19_200));
		let goods = Goods::Class(MASKS);
		let to_clinic = LineOrder { receiver: CLINIC, ..gives(goods, 768) };
		let to_hospital = gives(goods, 172);
		assert_eq!(draft.lines, [to_clinic, to_hospital]);
		let expected = [
			DraftEntry {
				institution: DONOR,
				available: 1_000,
				daily_use: 2_000,
				cover: Some(500_000),
				available_after: 60,
				cover_after: Some(30_000),
			},
			DraftEntry {
				institution: HOSPITAL,
				available: 20,
				daily_use: 10_000,
				cover: Some(2_000),
				available_after: 192,
				cover_after: Some(19_200),
			},
			DraftEntry {
				institution: CLINIC,
				available: 0,
				daily_use: 40_000,
				cover: Some(0),
				available_after: 768,
				cover_after: Some(19_200),
			},
		];
		assert_eq!(draft.institutions, expected);
		// What is drafted can be decided, and comes to what it says.
		let plan = decide(&draft.lines);
		idle(frame_support::weights::Weight::MAX);
		assert_eq!(outcome(plan, 0), whole(0, 768));
		assert_eq!(outcome(plan, 1), whole(1, 172));
	});
}

#[test]
fn a_draft_is_for_a_region_and_its_parts_and_for_so_many_lines() {
	play(|| {
		uneven();
		let draft = Reallocation::draft(MASKS, None, 30, 1);
		assert_eq!(draft.lines.len(), 1);
		assert_eq!(draft.lines[0].receiver, CLINIC);
		let draft = Reallocation::draft(MASKS, Some(code("CN-HB")), 0, 10);
		let goods = Goods::Class(MASKS);
		let line = LineOrder { giver: HOSPITAL, receiver: CLINIC, ..gives(goods, 16) };
		assert_eq!(draft.lines, [line]);
		assert_eq!(draft.level, Some(400));
		let draft = Reallocation::draft(MASKS, Some(code("CN-WH")), 0, 10);
		assert_eq!((draft.lines, draft.level), (vec![], Some(2_000)));
		let draft = Reallocation::draft(MASKS, Some(code("CN-SH")), u32::MAX, 10);
		assert_eq!(draft.lines, []);
	});
}

#[test]
fn suspended_institutions_neither_give_nor_receive() {
	play(|| {
		uneven();
		assert_ok!(Registry::suspend_institution(RuntimeOrigin::root(), DONOR));
		let draft = Reallocation::draft(MASKS, None, 0, u32::MAX);
		assert!(draft.lines.iter().all(|line| line.giver == HOSPITAL));
		assert!(draft.complete);
	});
}

#[test]
fn nothing_is_drafted_of_what_nobody_uses() {
	play(|| {
		stock(DONOR, VENTILATORS, 10, None);
		for class in [VENTILATORS, ClassId(77)] {
			let draft = Reallocation::draft(class, None, 0, 10);
			let nothing =
				Draft { lines: vec![], institutions: vec![], level: None, complete: true };
			assert_eq!(draft, nothing);
		}
	});
}
