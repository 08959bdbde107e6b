//! How a recall reaches what came out of its lots, and whoever has some.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::{DestroyFrom, DestroyReason, Destruction, Error as Refused};
use salus_primitives::{time::DAY, HoldKind, InstitutionId, LotId, RecallId, Terms};

/// A lot, one that a hospital repacked of it, and one that the hospital repacked of that.
fn line() -> [LotId; 3] {
	let first = made(MAKER, MASKS, 100);
	delivered(MAKER, HOSPITAL, Terms::Gift, (first, 40));
	let second = repacked(HOSPITAL, &[(first, 20)]);
	let third = repacked(HOSPITAL, &[(second, 5)]);
	[first, second, third]
}

#[test]
fn steps_of_any_size_come_to_the_same() {
	let run = |most: u32| {
		stage().execute_with(|| {
			let [first, second, third] = line();
			let other = repacked(MAKER, &[(first, 10)]);
			delivered(HOSPITAL, CLINIC, Terms::Gift, (third, 2));
			delivered(MAKER, CITY, Terms::Gift, (other, 3));
			let recall = issued(by(MAKER_AGENT), &[first]);
			let mut steps = 0;
			while known(recall).state.is_unfinished() {
				assert_ok!(advance(recall, most));
				check_all();
				steps += 1;
			}
			assert_eq!(lots_of(recall), [first, second, third, other]);
			let whom = [(MAKER, true), (HOSPITAL, true), (CLINIC, true), (CITY, true)];
			assert_eq!(asked(recall), whom);
			let Recall { marked, awaited, asked, .. } = known(recall);
			assert_eq!((marked, awaited, asked), (4, 0, 4));
			steps
		})
	};
	// Three lots came out of others. Of the first one there are two holdings, of the second one, of the third
	// two, of the fourth two. Eight lists end.
	assert_eq!(run(1), 3 + 7 + 8);
	assert_eq!(run(5), 4);
	assert_eq!(run(32), 1);
}

#[test]
fn what_is_repacked_before_it_is_reached_is_found() {
	play(|| {
		let [first, second, third] = line();
		let recall = issued(by(MAKER_AGENT), &[first]);
		assert_noop!(repack(HOSPITAL, &[(first, 1)]), Refused::<Test>::Held);
		// The second lot is not reached yet.
		let fourth = repacked(HOSPITAL, &[(second, 1)]);
		delivered(HOSPITAL, CLINIC, Terms::Gift, (second, 1));
		assert_ok!(advance(recall, 1));
		assert_noop!(repack(HOSPITAL, &[(second, 1)]), Refused::<Test>::Held);
		let fifth = repacked(HOSPITAL, &[(third, 1)]);
		carry_through(recall);
		assert_eq!(lots_of(recall), [first, second, third, fourth, fifth]);
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, true), (CLINIC, true)]);
	});
}

#[test]
fn a_lot_that_came_out_of_two_is_reached_once() {
	play(|| {
		let [one, two] = [(); 2].map(|()| made(MAKER, MASKS, 100));
		let child = repacked(MAKER, &[(one, 10), (two, 10)]);
		let recall = spread(by(MAKER_AGENT), &[one, two]);
		assert_eq!(lots_of(recall), [one, two, child]);
		assert_eq!(RecallsOn::<Test>::get(child).into_inner(), [recall]);
		assert_eq!(known(recall).marked, 3);
	});
}

#[test]
fn who_repacks_ahead_of_the_walk_is_followed() {
	play(|| {
		let [first, second, third] = line();
		repacked(MAKER, &[(first, 1)]);
		let recall = issued(by(MAKER_AGENT), &[first]);
		assert_ok!(advance(recall, 1));
		assert_eq!(lots_of(recall), [first, second]);
		// What came out of the newest lot comes before what else came out of the first.
		assert_ok!(advance(recall, 1));
		assert_eq!(lots_of(recall), [first, second, third]);
		let stages = [
			(first, Stage::Offspring(Some(second))),
			(second, Stage::Offspring(Some(third))),
			(third, Stage::Offspring(None)),
		];
		assert_eq!(walk_of(recall), stages);
		assert_noop!(repack(HOSPITAL, &[(third, 1)]), Refused::<Test>::Held);
	});
}

#[test]
fn a_recall_waits_for_a_lot_that_four_others_hold() {
	play(|| {
		let (lot, parents) = crowded();
		let before = RecallsOn::<Test>::get(lot).into_inner();
		let recall = issued(by(NATION_AGENT), &[parents[0]]);
		events();
		carry_through(recall);
		let told = events();
		assert!(told.contains(&Event::LotAwaited { recall, lot }));
		assert!(!told.contains(&Event::RecallSpread { recall }));
		assert_eq!((lots_of(recall), awaited_by(recall)), (vec![parents[0]], vec![lot]));
		let Recall { state, marked, awaited, .. } = known(recall);
		assert_eq!((state, marked, awaited), (RecallState::Standing, 1, 1));
		assert_eq!(RecallsOn::<Test>::get(lot).into_inner(), before);
	});
}

#[test]
fn no_lot_is_free_while_a_recall_waits_for_it() {
	play(|| {
		let (lot, parents) = crowded();
		let recall = spread(by(NATION_AGENT), &[parents[0]]);
		let places = RecallsOn::<Test>::get(lot).into_inner();
		pass(HOUR);
		for other in places {
			assert_ok!(close(governance(), other));
			carry_through(other);
			check_all();
			assert!(is_lot_held(lot));
		}
		assert_eq!(RecallsOn::<Test>::get(lot).into_inner(), [recall]);
		let Recall { state, marked, awaited, .. } = known(recall);
		assert_eq!((state, marked, awaited), (RecallState::Spreading, 2, 0));
		assert_eq!(RecalledLots::<Test>::get(recall, lot), Some(Reach::Since(NOW + HOUR)));
		assert_eq!(walk_of(recall), [(lot, Stage::Holders(None))]);
		assert_eq!(Waiting::<Test>::iter().count(), 0);
		carry_through(recall);
		assert_eq!(known(recall).state, RecallState::Standing);
		assert_ok!(close(governance(), recall));
		carry_through(recall);
		assert!(!is_lot_held(lot));
	});
}

#[test]
fn what_came_out_of_a_lot_that_is_waited_for_is_held_all_the_time() {
	play(|| {
		let parents = [(); 4].map(|()| made(MAKER, MASKS, 100));
		let lot = repacked(MAKER, &parents.map(|lot| (lot, 10)));
		let offspring = repacked(MAKER, &[(lot, 10)]);
		let others = parents.map(|lot| spread(by(MAKER_AGENT), &[lot]));
		let recall = spread(by(NATION_AGENT), &[parents[0]]);
		assert_eq!(awaited_by(recall), [lot, offspring]);
		// Nobody else takes a step meanwhile.
		for other in others {
			assert_ok!(close(by(MAKER_AGENT), other));
		}
		for other in others {
			assert_ok!(advance(other, MAX_STEP));
			assert!(is_lot_held(offspring));
		}
		assert_noop!(Registry::consume(by(MAKER_AGENT), offspring, 1, None), Refused::<Test>::Held);
		assert_eq!(lots_of(recall), [parents[0], lot, offspring]);
		let stages = [lot, offspring].map(|lot| (lot, Stage::Holders(None)));
		assert_eq!(walk_of(recall), stages);
		check_all();
		events();
		carry_through(recall);
		assert!(events().contains(&Event::RecallSpread { recall }));
	});
}

#[test]
fn a_lot_that_is_on_the_walk_when_its_place_is_free_is_gone_through_once() {
	play(|| {
		let (lot, _) = crowded();
		let recall = issued(governance(), &[lot]);
		let first = RecallsOn::<Test>::get(lot)[0];
		assert_ok!(close(governance(), first));
		carry_through(first);
		assert_eq!(lots_of(recall), [lot]);
		assert_eq!(walk_of(recall), [(lot, Stage::Offspring(None))]);
		carry_through(recall);
		assert_eq!(asked(recall), [(HOSPITAL, true)]);
	});
}

#[test]
fn a_recall_that_is_closed_waits_no_more() {
	play(|| {
		let (lot, parents) = crowded();
		let recall = spread(by(NATION_AGENT), &[parents[0]]);
		let named = spread(governance(), &[lot]);
		let first = RecallsOn::<Test>::get(lot)[0];
		for recall in [recall, named, first] {
			assert_ok!(close(governance(), recall));
		}
		// They have not come to it yet, and are not let in any more.
		events();
		carry_through(first);
		assert_eq!(RecallsOn::<Test>::get(lot).len(), 3);
		assert_eq!(Waiting::<Test>::iter().count(), 0);
		// One of them had nothing else.
		assert!(events().contains(&Event::RecallFreed { recall: named }));
		let states = [recall, named].map(|recall| known(recall).state);
		assert_eq!(states, [RecallState::Closing, RecallState::Closed]);
		check_all();
		carry_through(recall);
	});
}

#[test]
fn places_pass_by_those_that_were_closed_to_one_that_is_in_force() {
	play(|| {
		let (lot, parents) = crowded();
		let mut closed = Vec::new();
		for parent in parents {
			for issuer in [NATION_AGENT, SHANGHAI_AGENT] {
				closed.push(spread(by(issuer), &[parent]));
			}
		}
		let last = issued(governance(), &[lot]);
		for recall in &closed {
			assert_eq!(awaited_by(*recall), [lot]);
			assert_ok!(close(governance(), *recall));
		}
		// Each of those before it is a unit of work.
		let first = RecallsOn::<Test>::get(lot)[0];
		assert_ok!(close(governance(), first));
		assert_ok!(advance(first, 1));
		assert_eq!(lots_of(first), [lot]);
		for _ in 0..8 {
			assert_eq!(awaited_by(last), [lot]);
			assert!(RecallsOn::<Test>::get(lot).contains(&first));
			check_all();
			assert_ok!(advance(first, 1));
		}
		assert_eq!(Waiting::<Test>::iter().count(), 1);
		assert_ok!(advance(first, 1));
		assert_eq!(Waiting::<Test>::iter().count(), 0);
		assert_eq!(RecallsOn::<Test>::get(lot).last(), Some(&last));
		for recall in closed {
			carry_through(recall);
		}
		assert_eq!(RecallsOn::<Test>::get(lot).len() as u32, MAX_RECALLS);
	});
}

/// A lot that four recalls hold, of which one of a commission, which is closed, names nothing else; and the
/// lot that it came out of.
fn full(of_commission: impl FnOnce(RuntimeOrigin, &[LotId]) -> RecallId) -> (RecallId, [LotId; 2]) {
	let parent = made(MAKER, MASKS, 100);
	let lot = repacked(MAKER, &[(parent, 10)]);
	let closed = of_commission(by(SHANGHAI_AGENT), &[lot]);
	spread(by(NATION_AGENT), &[lot]);
	spread(governance(), &[lot]);
	spread(by(MAKER_AGENT), &[parent]);
	assert_ok!(close(by(SHANGHAI_AGENT), closed));
	events();
	(closed, [parent, lot])
}

#[test]
fn a_closed_recall_that_loses_its_last_lot_to_another_is_over() {
	play(|| {
		let (closed, [parent, lot]) = full(spread);
		let recall = issued(governance(), &[parent]);
		events();
		assert_ok!(advance(recall, 1));
		assert_eq!(
			events(),
			[
				Event::LotFreed { recall: closed, lot },
				Event::RecallFreed { recall: closed },
				Event::LotRecalled { recall, lot },
			]
		);
		assert_eq!(known(closed).state, RecallState::Closed);
		assert!(!UnfinishedOf::<Test>::contains_key(Issuer::Supervisor(SHANGHAI)));
		assert_noop!(advance(closed, 1), Error::<Test>::NothingToDo);
		assert!(is_lot_held(lot));
	});
}

#[test]
fn one_that_was_closed_while_it_spread_gives_up_its_walk_by_itself() {
	play(|| {
		let (closed, [parent, lot]) = full(issued);
		let recall = issued(governance(), &[parent]);
		assert_ok!(advance(recall, 1));
		assert!(!RecallsOn::<Test>::get(lot).contains(&closed));
		assert_eq!(known(closed).state, RecallState::Closing);
		check_all();
		carry_through(closed);
		assert_eq!(Walk::<Test>::iter_prefix(closed).count(), 0);
	});
}

#[test]
fn who_has_a_lot_twice_is_asked_once() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
		delivered(MAKER, HOSPITAL, Terms::Loan { due: NOW + 30 * DAY }, (lot, 10));
		let recall = spread(by(MAKER_AGENT), &[lot]);
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, true)]);
		assert_eq!(known(recall).asked, 2);
	});
}

#[test]
fn who_has_nothing_but_a_hold_is_not_asked() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
		placed(by(HOSPITAL_AGENT), at(lot, HOSPITAL), Extent::Whole, HoldKind::Damage);
		let from = DestroyFrom::Available;
		let how = Destruction { from, reason: DestroyReason::Damaged, document: None };
		assert_ok!(Registry::destroy(by(HOSPITAL_AGENT), lot, HOSPITAL, 10, how, None));
		assert!(own(lot, HOSPITAL).held);
		let recall = spread(by(MAKER_AGENT), &[lot]);
		assert_eq!(asked(recall), [(MAKER, true)]);
	});
}

/// A recall of the first lot of a line and of another lot; it has asked whoever has the other one, and has
/// not reached the second of the line.
fn half_way() -> (RecallId, [LotId; 4]) {
	let [first, second, third] = line();
	let other = made(MAKER, MASKS, 100);
	delivered(MAKER, HOSPITAL, Terms::Gift, (other, 10));
	let recall = issued(by(MAKER_AGENT), &[first, other]);
	// The end of the list of what came out of the other one, two holdings, and their end.
	assert_ok!(advance(recall, 4));
	assert_eq!(lots_of(recall), [first, other]);
	assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, true)]);
	(recall, [first, second, third, other])
}

fn is_asked(told: &[Event<Test>], recall: RecallId, institution: InstitutionId) -> bool {
	told.contains(&Event::HolderAsked { recall, institution })
}

#[test]
fn an_answer_is_not_about_a_lot_that_was_reached_later() {
	play(|| {
		let (recall, lots) = half_way();
		pass(HOUR);
		assert_ok!(answer(HOSPITAL, recall, 35, 0));
		pass(HOUR);
		events();
		carry_through(recall);
		assert!(is_asked(&events(), recall, HOSPITAL));
		assert_eq!(lots_of(recall), lots);
		let duty = Duties::<Test>::get(recall, HOSPITAL).expect("it is asked");
		assert_eq!((duty.asked_at, duty.is_open), (NOW + 2 * HOUR, true));
		// Its answer stands as long as there is no other.
		let Recall { asked, answered, found, .. } = known(recall);
		assert_eq!((asked, answered, found), (2, 0, 35));
		assert_ok!(answer(HOSPITAL, recall, 40, 0));
		let Recall { asked, answered, found, .. } = known(recall);
		assert_eq!((asked, answered, found), (2, 1, 40));
	});
}

#[test]
fn an_answer_is_about_every_lot_that_was_reached_before() {
	play(|| {
		let (recall, lots) = half_way();
		pass(HOUR);
		// All lots are reached, and nobody is asked yet who has them.
		assert_ok!(advance(recall, 4));
		assert_eq!(lots_of(recall), lots);
		pass(HOUR);
		assert_ok!(answer(HOSPITAL, recall, 40, 0));
		events();
		carry_through(recall);
		assert!(!is_asked(&events(), recall, HOSPITAL));
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, false)]);
	});
}

#[test]
fn a_recall_is_closed_while_it_spreads() {
	play(|| {
		let (recall, lots) = half_way();
		assert_ok!(close(by(MAKER_AGENT), recall));
		assert!(is_lot_held(lots[0]) && is_lot_held(lots[3]));
		carry_through(recall);
		assert_eq!(known(recall).state, RecallState::Closed);
		for lot in lots {
			assert!(!is_lot_held(lot));
		}
		assert_eq!(known(recall).marked, 2);
		assert_eq!(Walk::<Test>::iter().count(), 0);
		assert_eq!(RecallsOn::<Test>::iter().count(), 0);
		assert_eq!(Unfinished::<Test>::iter().count(), 0);
		assert_eq!(UnfinishedOf::<Test>::iter().count(), 0);
	});
}
