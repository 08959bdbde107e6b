use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{time::DAY, InstitutionId, Moment, RecallId, Terms};

/// A recall that asks a maker, a hospital and a clinic, within two days from now on.
fn standing() -> RecallId {
	let lot = made(MAKER, MASKS, 100);
	delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
	delivered(MAKER, CLINIC, Terms::Gift, (lot, 20));
	spread(by(MAKER_AGENT), &[lot])
}

const DUE: Moment = NOW + 2 * DAY;

/// What a page lists: the institution, whether an answer is waited for, and the days.
fn listed(page: &DutyPage) -> Vec<(InstitutionId, bool, Option<u32>)> {
	let line = |view: &DutyView| (view.institution, view.is_open, view.days_overdue);
	page.duties.iter().map(line).collect()
}

fn overdue(recall: RecallId) -> Vec<(InstitutionId, bool, Option<u32>)> {
	listed(&Recalls::overdue(recall, None, 256))
}

#[test]
fn progress_tells_how_far_a_recall_is() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let child = repacked(MAKER, &[(lot, 10)]);
		let other = made(MAKER, MASKS, 100);
		let recall = issued(by(MAKER_AGENT), &[other, lot]);
		let progress = || {
			let Progress { recall: told, waiting } =
				Recalls::progress(recall).expect("it is known");
			assert_eq!(told, known(recall));
			(told.state, told.marked, waiting)
		};
		assert_eq!(progress(), (RecallState::Spreading, 2, 2));
		assert_ok!(advance(recall, 1));
		assert_eq!(progress(), (RecallState::Spreading, 3, 3));
		carry_through(recall);
		assert_eq!(progress(), (RecallState::Standing, 3, 0));
		assert_ok!(answer(MAKER, recall, 9, 4));
		let Recall { asked, answered, found, done, .. } = known(recall);
		assert_eq!((asked, answered, found, done), (1, 1, 9, 4));
		assert_ok!(close(by(MAKER_AGENT), recall));
		assert_eq!(progress(), (RecallState::Closing, 3, 3));
		assert_ok!(advance(recall, 2));
		assert_eq!(progress(), (RecallState::Closing, 3, 1));
		carry_through(recall);
		assert_eq!(progress(), (RecallState::Closed, 3, 0));
		assert!(!is_lot_held(child));
		assert_eq!(Recalls::progress(RecallId(7)), None);
		assert_eq!(Recalls::recall(recall), Some(known(recall)));
		assert_eq!(Recalls::recall(RecallId(7)), None);
	});
}

#[test]
fn days_are_counted_from_the_moment_at_which_time_is_over() {
	play(|| {
		let recall = standing();
		for (now, days) in [
			(DUE, None),
			(DUE + 1, Some(1)),
			(DUE + DAY - 1, Some(1)),
			(DUE + DAY, Some(2)),
			(DUE + 9 * DAY, Some(10)),
		] {
			turn_to(now);
			let page = Recalls::duties(recall, None, 256);
			let all = [MAKER, HOSPITAL, CLINIC].map(|who| (who, true, days));
			assert_eq!(listed(&page), all);
			assert!(page.duties.iter().all(|view| view.due == DUE));
			assert_eq!(overdue(recall), if days.is_some() { all.to_vec() } else { vec![] });
		}
	});
}

#[test]
fn who_answered_is_not_overdue() {
	play(|| {
		let recall = standing();
		assert_ok!(answer(HOSPITAL, recall, 40, 0));
		turn_to(DUE + 1);
		assert_eq!(overdue(recall), [(MAKER, true, Some(1)), (CLINIC, true, Some(1))]);
		// Late, but it has.
		assert_ok!(answer(CLINIC, recall, 20, 0));
		assert_eq!(overdue(recall), [(MAKER, true, Some(1))]);
		let page = Recalls::duties(recall, None, 256);
		let all = [(MAKER, true, Some(1)), (HOSPITAL, false, None), (CLINIC, false, None)];
		assert_eq!(listed(&page), all);
	});
}

#[test]
fn days_are_counted_until_the_recall_is_closed() {
	play(|| {
		let recall = standing();
		turn_to(DUE + DAY);
		assert_ok!(close(by(MAKER_AGENT), recall));
		carry_through(recall);
		pass(100 * DAY);
		let all = [MAKER, HOSPITAL, CLINIC].map(|who| (who, true, Some(2)));
		assert_eq!(overdue(recall), all);
	});
}

#[test]
fn duties_are_listed_page_by_page() {
	play(|| {
		let recall = standing();
		// A page of none would not come to an end.
		let first = Recalls::duties(recall, None, 0);
		assert_eq!(listed(&first), [(MAKER, true, None)]);
		assert_eq!(first.next, Some(MAKER));
		let second = Recalls::duties(recall, first.next, 2);
		assert_eq!(listed(&second), [(HOSPITAL, true, None), (CLINIC, true, None)]);
		assert_eq!(second.next, None);
		assert!(Recalls::duties(RecallId(7), None, 256).duties.is_empty());

		assert_ok!(answer(HOSPITAL, recall, 40, 0));
		turn_to(DUE + 1);
		let first = Recalls::overdue(recall, None, 1);
		assert_eq!((listed(&first), first.next), (vec![(MAKER, true, Some(1))], Some(MAKER)));
		let second = Recalls::overdue(recall, first.next, 1);
		assert_eq!((listed(&second), second.next), (vec![(CLINIC, true, Some(1))], None));
	});
}

#[test]
fn a_page_looks_at_so_many_duties_and_no_more() {
	stage().execute_with(|| {
		let lot = made(MAKER, MASKS, 300);
		scatter(lot, MAKER, 299);
		let recall = spread(by(MAKER_AGENT), &[lot]);
		let page = Recalls::overdue(recall, None, 256);
		assert!(page.duties.is_empty());
		let last = Recalls::duties(recall, None, u32::MAX);
		assert_eq!(last.duties.len(), 256);
		assert_eq!(page.next, last.next);
		assert_eq!(page.next, last.duties.last().map(|view| view.institution));
		let rest = Recalls::duties(recall, page.next, 256);
		assert_eq!((rest.duties.len(), rest.next), (44, None));
	});
}

#[test]
fn an_institution_is_told_what_it_must_answer() {
	play(|| {
		let [first, second, third] = [(); 3].map(|()| standing());
		turn_to(DUE + 1);
		let open = |recall| ToAnswer {
			recall,
			action: RecallAction::Return,
			severity: RecallSeverity::II,
			notice: NOTICE,
			due: DUE,
			days_overdue: Some(1),
		};
		let page = Recalls::to_answer(HOSPITAL, None, 256);
		assert_eq!(page.recalls, [first, second, third].map(open));
		assert_eq!(page.next, None);
		let page = Recalls::to_answer(HOSPITAL, None, 2);
		assert_eq!(page.recalls, [first, second].map(open));
		let rest = Recalls::to_answer(HOSPITAL, page.next, 2);
		assert_eq!((rest.recalls, rest.next), (vec![open(third)], None));

		// What it has answered, and what was closed, is not waited for.
		assert_ok!(answer(HOSPITAL, first, 40, 40));
		assert_ok!(close(by(MAKER_AGENT), second));
		assert_eq!(Recalls::to_answer(HOSPITAL, None, 256).recalls, [open(third)]);
		assert_eq!(Recalls::to_answer(CLINIC, None, 256).recalls, [first, third].map(open));
		assert!(Recalls::to_answer(CITY, None, 256).recalls.is_empty());
		let page = Recalls::to_answer(HOSPITAL, None, 0);
		assert_eq!((page.recalls, page.next), (vec![open(third)], None));
	});
}

#[test]
fn the_lots_of_a_recall_are_listed_page_by_page() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let children = [(); 3].map(|()| repacked(MAKER, &[(lot, 10)]));
		let recall = spread(by(MAKER_AGENT), &[lot]);
		let mut all = vec![(lot, Reach::Since(NOW))];
		all.extend(children.map(|lot| (lot, Reach::Since(NOW))));
		assert_eq!(Recalls::lots_recalled(recall, None, 256), all);
		assert_eq!(Recalls::lots_recalled(recall, None, 0), all[..1]);
		assert_eq!(Recalls::lots_recalled(recall, Some(lot), 2), all[1..3]);
		assert!(Recalls::lots_recalled(recall, Some(children[2]), 2).is_empty());
		assert!(Recalls::lots_recalled(RecallId(7), None, 256).is_empty());
	});
}

#[test]
fn a_lot_that_a_recall_waits_for_is_told_as_such() {
	play(|| {
		let (lot, parents) = crowded();
		let recall = spread(by(NATION_AGENT), &[parents[0]]);
		let told = Recalls::lots_recalled(recall, None, 256);
		assert_eq!(told, [(parents[0], Reach::Since(NOW)), (lot, Reach::Waiting)]);
	});
}
