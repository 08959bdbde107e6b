use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use pallet_registry::Error as Refused;
use salus_primitives::{
	digest_of, mock::MockTrail, time::DAY, Action, Actor, LotId, RecallId, Subject, Terms,
};
use sp_runtime::DispatchError;

/// A lot that its maker and a hospital have some of, recalled. Four units are to be done: the end of the
/// list of what came out of it, two holdings, and their end.
fn recalled() -> (RecallId, LotId) {
	recalled_by(by(MAKER_AGENT))
}

fn recalled_by(issuer: RuntimeOrigin) -> (RecallId, LotId) {
	let lot = made(MAKER, MASKS, 100);
	delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
	let recall = issued(issuer, &[lot]);
	events();
	(recall, lot)
}

fn state_of(recall: RecallId) -> RecallState {
	known(recall).state
}

#[test]
fn anybody_carries_a_recall_on_free_of_charge() {
	play(|| {
		let (recall, lot) = recalled();
		pass(HOUR);
		let done = Recalls::advance_recall(by(NOBODY), recall, 32).expect("there is work");
		assert_eq!(done.pays_fee, Pays::No);
		// As the weights of mocks have it: 1,000, and 10 for each holding and each end of a list.
		assert_eq!(done.actual_weight.map(|weight| weight.ref_time()), Some(1_040));
		assert_eq!(
			events(),
			[
				Event::HolderAsked { recall, institution: MAKER },
				Event::HolderAsked { recall, institution: HOSPITAL },
				Event::RecallSpread { recall },
			]
		);
		assert_eq!(state_of(recall), RecallState::Standing);
		assert_eq!(
			Duties::<Test>::get(recall, HOSPITAL),
			Some(Duty { asked_at: NOW + HOUR, answer: None, is_open: true })
		);
		let record = MockTrail::records_of(&Subject::Recall(recall)).pop().expect("a record");
		assert_eq!((record.action, record.actor), (Action::RecallAdvanced, Actor::Chain));
		assert_eq!(record.institution, None);
		assert_eq!(record.digest, digest_of(&(recall, 32u32)));
		// Nothing was done to the lot.
		assert_eq!(newest_record(lot).action, Action::RecallIssued);
	});
}

#[test]
fn who_does_little_and_leaves_the_rest_pays() {
	stage().execute_with(|| {
		let (recall, lot) = recalled();
		let pays =
			|most| Recalls::advance_recall(by(NOBODY), recall, most).map(|done| done.pays_fee);
		assert_eq!(pays(3), Ok(Pays::Yes));
		// The last one is free.
		assert_eq!(pays(1), Ok(Pays::No));
		assert_eq!(state_of(recall), RecallState::Standing);
		assert_ok!(close(by(MAKER_AGENT), recall));
		System::set_block_number(2);
		assert_eq!(pays(1), Ok(Pays::Yes));
		assert!(!is_lot_held(lot));
		assert_eq!(pays(1), Ok(Pays::No));

		// Of 40 holders, the first 32 units are a whole step, whatever is left.
		let lot = made(MAKER, MASKS, 100);
		scatter(lot, MAKER, 40);
		let recall = issued(governance(), &[lot]);
		let pays =
			|most| Recalls::advance_recall(by(NOBODY), recall, most).map(|done| done.pays_fee);
		assert_eq!(pays(31), Ok(Pays::Yes));
		assert_eq!(state_of(recall), RecallState::Spreading);
		let other = made(MAKER, MASKS, 100);
		scatter(other, MAKER, 40);
		let recall = issued(governance(), &[other]);
		let pays =
			|most| Recalls::advance_recall(by(NOBODY), recall, most).map(|done| done.pays_fee);
		assert_eq!(pays(u32::MAX), Ok(Pays::No));
		assert_eq!(state_of(recall), RecallState::Spreading);
		assert_ok!(Recalls::do_try_state());
	});
}

#[test]
fn in_a_block_one_step_of_a_recall_is_free() {
	stage().execute_with(|| {
		let (other, _) = recalled();
		let lot = made(MAKER, MASKS, 200);
		scatter(lot, MAKER, 100);
		let recall = issued(governance(), &[lot]);
		let pays =
			|recall| Recalls::advance_recall(by(NOBODY), recall, 32).map(|done| done.pays_fee);
		assert_eq!(pays(recall), Ok(Pays::No));
		assert_eq!(pays(recall), Ok(Pays::Yes));
		assert_eq!(pays(other), Ok(Pays::No));
		System::set_block_number(2);
		assert_eq!(pays(recall), Ok(Pays::No));
		// So with the last one.
		assert_eq!(pays(recall), Ok(Pays::Yes));
		assert_eq!(state_of(recall), RecallState::Standing);
		assert_ok!(Recalls::do_try_state());
	});
}

#[test]
fn who_finds_nothing_to_do_pays() {
	play(|| {
		let (recall, _) = recalled();
		carry_through(recall);
		let refusal = Recalls::advance_recall(by(NOBODY), recall, 1).expect_err("it stands");
		assert_eq!(refusal.error, DispatchError::from(Error::<Test>::NothingToDo));
		assert_eq!(refusal.post_info.pays_fee, Pays::Yes);
		assert_ok!(close(by(MAKER_AGENT), recall));
		assert_ok!(advance(recall, 32));
		assert_eq!(state_of(recall), RecallState::Closed);
		assert_noop!(advance(recall, 1), Error::<Test>::NothingToDo);
		assert_noop!(advance(RecallId(7), 1), Error::<Test>::RecallNotFound);
	});
}

#[test]
fn a_call_does_at_least_one_unit_and_at_most_thirty_two() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let recall = issued(by(MAKER_AGENT), &[lot]);
		assert_ok!(advance(recall, 0));
		assert_eq!(walk_of(recall), [(lot, Stage::Holders(None))]);
		let record = MockTrail::records_of(&Subject::Recall(recall)).pop().expect("a record");
		assert_eq!(record.digest, digest_of(&(recall, 0u32)));
		assert_eq!(
			Pallet::<Test>::most_of_step(Pallet::<Test>::units_of_call(0)).ref_time(),
			1_100
		);
		for most in [32, 33, u32::MAX] {
			let units = Pallet::<Test>::units_of_call(most);
			assert_eq!(Pallet::<Test>::most_of_step(units).ref_time(), 4_200);
		}
	});
}

#[test]
fn a_lot_that_is_reached_or_freed_has_a_record_of_it() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let child = repacked(MAKER, &[(lot, 10)]);
		let recall = issued(by(MAKER_AGENT), &[lot]);
		let done = Recalls::advance_recall(by(NOBODY), recall, 1).expect("there is work");
		assert_eq!(done.actual_weight.map(|weight| weight.ref_time()), Some(1_100));
		let record = newest_record(child);
		assert_eq!((record.action, record.actor), (Action::RecallAdvanced, Actor::Chain));
		assert_eq!(record.digest, digest_of(&(recall, 1u32)));
		assert!(is_lot_held(child));
		assert_noop!(Registry::consume(by(MAKER_AGENT), child, 1, None), Refused::<Test>::Held);

		carry_through(recall);
		assert_ok!(close(by(MAKER_AGENT), recall));
		let done = Recalls::advance_recall(by(NOBODY), recall, 2).expect("there is work");
		assert_eq!(done.actual_weight.map(|weight| weight.ref_time()), Some(1_100));
		for lot in [lot, child] {
			let record = newest_record(lot);
			assert_eq!((record.action, record.actor), (Action::RecallAdvanced, Actor::Chain));
			assert_eq!(record.digest, digest_of(&(recall, 2u32)));
			assert!(!is_lot_held(lot));
		}
	});
}

#[test]
fn a_lot_that_the_recall_had_come_to_costs_a_look() {
	play(|| {
		let lots = [(); 4].map(|()| made(MAKER, MASKS, 100));
		let mixed = repacked(MAKER, &lots.map(|lot| (lot, 10)));
		let recall = issued(by(MAKER_AGENT), &lots);
		let done = Recalls::advance_recall(by(NOBODY), recall, 32).expect("there is work");
		assert_eq!(state_of(recall), RecallState::Standing);
		assert_eq!(known(recall).marked, 5);
		assert_eq!(RecallsOn::<Test>::get(mixed).into_inner(), [recall]);
		// As the weights of mocks have it: 100 for the one that is reached and 5 for each time that it is
		// seen again; and 10 for each of five holdings and ten ends of lists.
		let weight = 1_000 + 100 + 3 * 5 + 15 * 10;
		assert_eq!(done.actual_weight.map(|weight| weight.ref_time()), Some(weight));
	});
}

#[test]
fn a_block_with_room_carries_recalls_on() {
	play(|| {
		let (recall, lot) = recalled();
		let told = MockTrail::records().len();
		// As the weights of mocks have it: 1 to look, 1,000 for a step, and at most 100 for a unit.
		assert_eq!(idle(0), 0);
		assert_eq!(idle(1), 1);
		assert_eq!(idle(1 + 1_000 + 99), 1);
		assert_eq!(MockTrail::records().len(), told);
		// There is room for one unit, which costs 10; then none for the next.
		assert_eq!(idle(1 + 1_000 + 100), 1 + 1_010);
		assert_eq!(walk_of(recall), [(lot, Stage::Holders(None))]);
		// The other three, and one more look.
		assert_eq!(idle(10_000), 1 + 1_030 + 1);
		assert_eq!(state_of(recall), RecallState::Standing);
		assert_eq!(idle(10_000), 1);
	});
}

#[test]
fn a_block_goes_on_with_the_next_recall() {
	play(|| {
		let (first, _) = recalled();
		let (second, _) = recalled_by(governance());
		assert_ok!(close(governance(), second));
		// Four units of 10; what the walk was not through with for 10, one lot for 50, and the end for 10.
		assert_eq!(idle(10_000), 1 + 1_040 + 1 + 1_070 + 1);
		assert_eq!(state_of(first), RecallState::Standing);
		assert_eq!(state_of(second), RecallState::Closed);
	});
}

#[test]
fn what_is_gravest_is_carried_on_first_and_what_was_closed_last() {
	play(|| {
		let lots = [(); 5].map(|()| made(MAKER, MASKS, 100));
		let issue = |lot: LotId, severity| {
			let id = NextRecallId::<Test>::get();
			let lots = vec![lot].try_into().expect("one lot");
			let action = RecallAction::Return;
			assert_ok!(Recalls::issue_recall(
				governance(),
				lots,
				severity,
				action,
				NOTICE,
				2 * DAY
			));
			pass(HOUR);
			id
		};
		let closed = issue(lots[0], RecallSeverity::I);
		assert_ok!(close(governance(), closed));
		let slight = issue(lots[1], RecallSeverity::III);
		let older = issue(lots[2], RecallSeverity::II);
		// Two hours behind the older one, its last byte is the smaller one.
		pass(HOUR);
		let newer = issue(lots[3], RecallSeverity::II);
		let grave = issue(lots[4], RecallSeverity::I);
		check_all();
		events();
		// Each has three units of 10 to be done, and the closed one three that cost 70: room for one each.
		for recall in [grave, older, newer, slight] {
			idle(1 + 1_000 + 3 * 100);
			assert_eq!(state_of(recall), RecallState::Standing, "{recall:?}");
			assert!(events().contains(&Event::RecallSpread { recall }));
			assert_eq!(state_of(closed), RecallState::Closing);
		}
		idle(1 + 1_000 + 3 * 100);
		assert_eq!(state_of(closed), RecallState::Closed);
	});
}

#[test]
fn a_step_that_cannot_be_taken_does_not_hold_up_the_others() {
	stage().execute_with(|| {
		let (broken, lot) = recalled();
		carry_through(broken);
		assert_ok!(close(by(MAKER_AGENT), broken));
		let (other, _) = recalled_by(governance());
		assert_ok!(close(governance(), other));
		// Nothing is known of the lot any more.
		let _ = pallet_registry::Books::<Test>::clear_prefix(lot, u32::MAX, None);
		events();
		let used = idle(100_000);
		let error = DispatchError::from(Error::<Test>::LotNotFound);
		assert_eq!(events()[0], Event::StepFailed { recall: broken, error });
		// As if it had done 32 of the dearest units; and what the other one cost.
		assert_eq!(used, 1 + 4_200 + 1 + 1_070 + 1);
		assert_eq!(state_of(broken), RecallState::Closing);
		// Nothing was freed by halves.
		assert_eq!(lots_of(broken), [lot]);
		assert_eq!(RecallsOn::<Test>::get(lot).into_inner(), [broken]);
		assert_eq!(state_of(other), RecallState::Closed);
		// Each block tries again.
		idle(100_000);
		assert_eq!(events(), [Event::StepFailed { recall: broken, error }]);
	});
}

#[test]
fn nothing_goes_on_by_itself_in_the_safe_mode() {
	play(|| {
		let (recall, _) = recalled();
		set_safe_mode(true);
		assert_eq!(idle(10_000), 1);
		assert_eq!(state_of(recall), RecallState::Spreading);
		assert!(events().is_empty());
		set_safe_mode(false);
		assert_eq!(idle(10_000), 1 + 1_040 + 1);
		assert_eq!(state_of(recall), RecallState::Standing);
	});
}
