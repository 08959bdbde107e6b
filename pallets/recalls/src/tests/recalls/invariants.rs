//! Each invariant of recalls, broken on purpose.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{Action, LotId, LotStock, RecallId, Terms};
use sp_runtime::TryRuntimeError;

/// Breaks something about a recall that stands, of a lot that its maker and a hospital have some of and of
/// one that came out of it; and shows what is said.
#[track_caller]
fn breaks(break_it: impl FnOnce(RecallId, LotId, LotId), message: &'static str) {
	stage().execute_with(|| {
		let lot = made(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let child = repacked(HOSPITAL, &[(lot, 10)]);
		let recall = spread(by(MAKER_AGENT), &[lot]);
		pass(HOUR);
		assert_ok!(answer(HOSPITAL, recall, 40, 30));
		check_all();
		break_it(recall, lot, child);
		assert_eq!(Recalls::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

const DUTY: Duty = Duty { asked_at: NOW, answer: None, is_open: true };

fn change(recall: RecallId, change: impl FnOnce(&mut Recall)) {
	let mut entry = known(recall);
	change(&mut entry);
	RecallsIssued::<Test>::insert(recall, entry);
}

#[test]
fn a_lot_is_held_when_it_is_recalled() {
	breaks(
		|_, lot, _| RecallsOn::<Test>::remove(lot),
		"recalls: invariant 1: a lot is not held as its holds say",
	);
	breaks(
		|recall, _, _| {
			let other = made(MAKER, MASKS, 1);
			RecallsOn::<Test>::insert(other, RecallsOnLot::truncate_from(vec![recall]));
		},
		"recalls: invariant 1: a lot is not held as its holds say",
	);
}

#[test]
fn lots_and_recalls_name_each_other() {
	breaks(
		|recall, _, _| {
			let on = RecallsOnLot::truncate_from(vec![recall]);
			RecallsOn::<Test>::insert(LotId(77), on);
		},
		"recalls: invariant 4: a lot is recalled that is not there",
	);
	breaks(
		|recall, _, child| RecalledLots::<Test>::remove(recall, child),
		"recalls: invariant 4: a recall does not name its lot",
	);
	breaks(
		|recall, lot, _| {
			RecallsOn::<Test>::insert(lot, RecallsOnLot::truncate_from(vec![recall, recall]));
		},
		"recalls: invariant 4: a recall does not name its lot",
	);
	breaks(
		|recall, _, _| RecalledLots::<Test>::insert(recall, LotId(77), Reach::Since(NOW)),
		"recalls: invariant 4: a lot does not name its recall",
	);
	breaks(
		|recall, _, _| {
			change(recall, |entry| {
				(entry.state, entry.closed_at) = (RecallState::Closed, Some(NOW));
			});
		},
		"recalls: invariant 4: a lot is not freed",
	);
	breaks(
		|recall, _, _| change(recall, |entry| entry.closed_at = Some(NOW)),
		"recalls: invariant 4: a recall is not what it may be",
	);
	breaks(
		|recall, _, _| change(recall, |entry| entry.state = RecallState::Closed),
		"recalls: invariant 4: a recall is not what it may be",
	);
	breaks(
		|recall, lot, _| {
			let issuer = Issuer::Maker(MAKER);
			NamedBy::<Test>::remove(lot, issuer);
			NamedBy::<Test>::insert(LotId(77), issuer, recall);
			change(recall, |entry| entry.lots = vec![LotId(77)].try_into().expect("one"));
		},
		"recalls: invariant 4: a named lot is not recalled",
	);
	breaks(
		|recall, _, _| change(recall, |entry| entry.held = 1),
		"recalls: invariant 4: the recalled lots are not counted",
	);
	for spoil in
		[|entry: &mut Recall| entry.marked = 1, |entry: &mut Recall| entry.freed = Some(LotId(0))]
	{
		breaks(
			|recall, _, _| change(recall, spoil),
			"recalls: invariant 4: a recall in force has freed a lot",
		);
	}
}

#[test]
fn recalls_wait_where_there_is_no_room() {
	breaks(
		|recall, lot, _| Waiting::<Test>::insert(lot, recall, true),
		"recalls: invariant 4: a recall waits where there is room",
	);
	breaks(
		|recall, _, _| RecalledLots::<Test>::insert(recall, LotId(77), Reach::Waiting),
		"recalls: invariant 4: a lot does not name its recall",
	);
	breaks(
		|recall, _, _| change(recall, |entry| entry.awaited = 1),
		"recalls: invariant 4: the awaited lots are not counted",
	);
	stage().execute_with(|| {
		let (lot, parents) = crowded();
		let recall = spread(by(NATION_AGENT), &[parents[0]]);
		check_all();
		RecalledLots::<Test>::remove(recall, lot);
		let message = "recalls: invariant 4: a recall does not name its lot";
		assert_eq!(Recalls::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

#[test]
fn a_walk_goes_through_what_is_waited_for() {
	let message = |message| Err(TryRuntimeError::Other(message));
	stage().execute_with(|| {
		let (lot, parents) = crowded();
		let recall = spread(by(NATION_AGENT), &[parents[0]]);
		check_all();
		Waiting::<Test>::insert(lot, recall, false);
		let passed_by = "recalls: invariant 5: a walk passes a lot by";
		assert_eq!(Recalls::do_try_state(), message(passed_by));
	});
	stage().execute_with(|| {
		let (lot, _) = crowded();
		let recall = issued(governance(), &[lot]);
		check_all();
		Walk::<Test>::insert(recall, 0, (lot, Stage::Holders(None)));
		let astray = "recalls: invariant 5: a walk goes where it should not";
		assert_eq!(Recalls::do_try_state(), message(astray));
	});
}

#[test]
fn governance_does_not_rest() {
	breaks(
		|_, _, _| Rests::<Test>::insert(Issuer::Governance, NOW),
		"recalls: invariant 5: governance rests",
	);
}

#[test]
fn the_newest_recall_of_an_issuer_names_its_lots() {
	let issuer = Issuer::Maker(MAKER);
	breaks(
		|_, lot, _| NamedBy::<Test>::remove(lot, issuer),
		"recalls: invariant 4: a named lot is not recalled",
	);
	breaks(
		|recall, _, child| NamedBy::<Test>::insert(child, issuer, recall),
		"recalls: invariant 4: a recall does not name its lot",
	);
	breaks(
		|recall, lot, _| NamedBy::<Test>::insert(lot, Issuer::Governance, recall),
		"recalls: invariant 4: a recall does not name its lot",
	);
	breaks(
		|_, lot, _| NamedBy::<Test>::insert(lot, issuer, RecallId(7)),
		"recalls: invariant 4: a recall does not name its lot",
	);
}

#[test]
fn walks_go_where_there_is_something_to_do() {
	/// Has the recall spread, with these lots to go through.
	fn spread_anew(recall: RecallId, lots: &[LotId]) {
		for (place, lot) in (0u32..).zip(lots) {
			Walk::<Test>::insert(recall, place, (*lot, Stage::Holders(None)));
		}
		change(recall, |entry| {
			(entry.state, entry.walk) = (RecallState::Spreading, lots.len() as u32);
		});
		Unfinished::<Test>::insert(Turn::of(recall, &known(recall)), ());
		UnfinishedOf::<Test>::insert(Issuer::Maker(MAKER), 1);
	}

	breaks(
		|recall, lot, _| Walk::<Test>::insert(recall, 0, (lot, Stage::Holders(None))),
		"recalls: invariant 5: a walk goes where it should not",
	);
	for lots in [[0, 77], [0, 0]] {
		breaks(
			|recall, _, _| spread_anew(recall, &lots.map(LotId)),
			"recalls: invariant 5: a walk goes where it should not",
		);
	}
	for (state, walk) in [(RecallState::Spreading, 0), (RecallState::Spreading, 2)] {
		breaks(
			|recall, lot, _| {
				spread_anew(recall, &[lot]);
				if walk == 0 {
					Walk::<Test>::remove(recall, 0);
				}
				change(recall, |entry| (entry.state, entry.walk) = (state, walk));
			},
			"recalls: invariant 5: a walk is not as high as it may be",
		);
	}
	breaks(
		|recall, lot, _| {
			Walk::<Test>::insert(recall, 0, (lot, Stage::Holders(None)));
			change(recall, |entry| entry.walk = 1);
		},
		"recalls: invariant 5: a walk is not as high as it may be",
	);
}

#[test]
fn exactly_those_recalls_have_a_turn_of_which_there_is_something_to_do() {
	breaks(
		|recall, _, _| Unfinished::<Test>::insert(Turn::of(recall, &known(recall)), ()),
		"recalls: invariant 5: nothing is left to do of a recall",
	);
	let close = |recall| {
		change(recall, |entry| {
			(entry.state, entry.closed_at) = (RecallState::Closing, Some(NOW));
		});
	};
	breaks(|recall, _, _| close(recall), "recalls: invariant 5: an unfinished recall has no turn");
	breaks(
		|recall, _, _| {
			// As if it were still in force.
			Unfinished::<Test>::insert(Turn::of(recall, &known(recall)), ());
			close(recall);
		},
		"recalls: invariant 5: an unfinished recall has no turn",
	);
	breaks(
		|recall, _, _| {
			close(recall);
			Unfinished::<Test>::insert(Turn::of(recall, &known(recall)), ());
		},
		"recalls: invariant 5: unfinished recalls are not counted",
	);
	breaks(
		|_, _, _| UnfinishedOf::<Test>::insert(Issuer::Supervisor(CLINIC), 1),
		"recalls: invariant 5: unfinished recalls are not counted",
	);
}

#[test]
fn nothing_is_left_out() {
	breaks(
		|recall, _, child| {
			// As if the lot that came out of the other had never been reached.
			RecallsOn::<Test>::remove(child);
			RecalledLots::<Test>::remove(recall, child);
			change(recall, |entry| (entry.marked, entry.held) = (1, 1));
			let free = move_stock(child, Action::HoldLifted, |stock| {
				stock.set_held(false);
				Ok(())
			});
			assert_ok!(free);
		},
		"recalls: invariant 6: a lot was left out",
	);
	breaks(
		|recall, _, _| {
			Duties::<Test>::remove(recall, MAKER);
			DutiesOf::<Test>::remove(MAKER, recall);
			change(recall, |entry| entry.asked = 1);
		},
		"recalls: invariant 6: a holder was left out",
	);
	breaks(
		|recall, lot, _| {
			// The hospital answered an hour later, and the lot was reached after that.
			RecalledLots::<Test>::insert(recall, lot, Reach::Since(NOW + HOUR + 1));
		},
		"recalls: invariant 6: a holder was left out",
	);
}

#[test]
fn answers_are_counted() {
	for spoil in [
		|entry: &mut Recall| entry.asked = 3,
		|entry: &mut Recall| entry.answered = 2,
		|entry: &mut Recall| entry.found = 41,
		|entry: &mut Recall| entry.done = 29,
		|entry: &mut Recall| entry.goods = 39,
	] {
		breaks(
			|recall, _, _| change(recall, spoil),
			"recalls: invariant 7: the answers are not counted",
		);
	}
	breaks(
		|recall, _, _| {
			// It has not answered.
			Duties::<Test>::insert(recall, MAKER, Duty { is_open: false, ..DUTY });
			change(recall, |entry| entry.answered = 2);
		},
		"recalls: invariant 7: the answers are not counted",
	);
	breaks(
		|recall, _, _| DutiesOf::<Test>::remove(HOSPITAL, recall),
		"recalls: invariant 7: a duty is not listed",
	);
	breaks(
		|_, _, _| Duties::<Test>::insert(RecallId(7), MAKER, DUTY),
		"recalls: invariant 7: a duty is not listed",
	);
	breaks(
		|recall, _, _| DutiesOf::<Test>::insert(CLINIC, recall, ()),
		"recalls: invariant 7: a listed duty is not there",
	);
	breaks(
		|recall, _, _| {
			Duties::<Test>::mutate(recall, HOSPITAL, |duty| {
				let answer = duty.as_mut().and_then(|duty| duty.answer.as_mut());
				answer.expect("it answered").done = 41;
			});
			change(recall, |entry| entry.done = 41);
		},
		"recalls: invariant 7: the answers are not counted",
	);
}

#[test]
fn every_recall_has_an_identifier_of_its_own() {
	breaks(
		|_, _, _| NextRecallId::<Test>::put(RecallId(0)),
		"recalls: invariant 10: a recall has no identifier",
	);
}
