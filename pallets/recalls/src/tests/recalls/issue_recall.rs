use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::Error as Refused;
use salus_primitives::{
	digest_of, mock::MockTrail, time::DAY, Action, Actor, Authority, InstitutionId, LotId, Moment,
	RecallId, Subject, Terms, Trail as _,
};
use sp_runtime::{DispatchError, DispatchResult};

#[track_caller]
fn refused(origin: RuntimeOrigin, lots: &[LotId], error: impl Into<DispatchError>) {
	let error: DispatchError = error.into();
	assert_noop!(issue(origin, lots), error);
}

fn issue_within(lot: LotId, answer_within: Moment) -> DispatchResult {
	let lots = vec![lot].try_into().expect("one lot");
	let (severity, action) = (RecallSeverity::III, RecallAction::Hold);
	Recalls::issue_recall(governance(), lots, severity, action, NOTICE, answer_within)
}

#[test]
fn who_made_lots_recalls_them() {
	play(|| {
		let [one, two] = [(); 2].map(|()| made(MAKER, MASKS, 100));
		delivered(MAKER, HOSPITAL, Terms::Gift, (one, 40));
		events();
		pass(HOUR);
		let lots: NamedLots = vec![two, one].try_into().expect("two lots");
		let (severity, action) = (RecallSeverity::I, RecallAction::Destroy);
		assert_ok!(Recalls::issue_recall(
			by(MAKER_AGENT),
			lots.clone(),
			severity,
			action,
			NOTICE,
			3 * HOUR
		));
		let recall = RecallId(0);
		let issuer = Issuer::Maker(MAKER);
		assert_eq!(
			events(),
			[
				Event::RecallIssued { recall, issuer },
				Event::LotRecalled { recall, lot: two },
				Event::LotRecalled { recall, lot: one },
			]
		);
		assert_eq!(
			known(recall),
			Recall {
				issuer,
				registrants: vec![MAKER].try_into().expect("one"),
				lots: lots.clone(),
				class: MASKS,
				severity,
				action,
				notice: NOTICE,
				answer_within: 3 * HOUR,
				issued_at: NOW + HOUR,
				state: RecallState::Spreading,
				closed_at: None,
				asked: 0,
				answered: 0,
				marked: 2,
				held: 2,
				awaited: 0,
				walk: 2,
				freed: None,
				// Twice a hundred, and as many that turn up.
				goods: 400,
				found: 0,
				done: 0,
				whole_step_in: None,
				newest_record: MockTrail::newest(&Subject::Recall(recall)),
			}
		);
		let digest = digest_of(&(lots, severity, action, NOTICE, 3 * HOUR));
		let of_recall = MockTrail::records_of(&Subject::Recall(recall));
		assert_eq!(of_recall.len(), 1);
		for record in [of_recall[0].clone(), newest_record(one), newest_record(two)] {
			assert_eq!((record.action, record.digest), (Action::RecallIssued, digest));
			assert_eq!(record.actor, Actor::Account(MAKER_AGENT));
			assert_eq!(record.institution, Some(MAKER));
		}
		// Both are held from this call on, wherever they are. Nobody is asked by it.
		assert!(is_lot_held(one) && is_lot_held(two));
		for who in [MAKER_AGENT, HOSPITAL_AGENT] {
			assert_noop!(Registry::consume(by(who), one, 1, None), Refused::<Test>::Held);
		}
		assert!(asked(recall).is_empty());
	});
}

#[test]
fn who_supervises_those_that_registered_them_and_governance_recall_any_lots() {
	play(|| {
		let made = made(MAKER, MASKS, 100);
		let seen = stock(MAKER, MASKS, 100);
		for (origin, issuer) in [
			(by(SHANGHAI_AGENT), Issuer::Supervisor(SHANGHAI)),
			(by(NATION_AGENT), Issuer::Supervisor(NATION)),
			(governance(), Issuer::Governance),
		] {
			let recall = issued(origin, &[made, seen]);
			assert_eq!(known(recall).issuer, issuer);
		}
		let record = newest_record(seen);
		assert_eq!(record.actor, Actor::Authority(Authority::Council));
		assert_eq!(record.institution, None);
		for institution in [HOSPITAL, CLINIC, PROVINCE, CITY] {
			refused(by(agent_of(institution)), &[made], Error::<Test>::NotMaker);
		}
	});
}

#[test]
fn lots_that_were_only_seen_are_not_recalled_by_who_saw_them() {
	play(|| {
		let made = made(MAKER, MASKS, 100);
		let seen = stock(MAKER, MASKS, 100);
		refused(by(MAKER_AGENT), &[seen], Error::<Test>::NotMaker);
		refused(by(MAKER_AGENT), &[made, seen], Error::<Test>::NotMaker);
		let of_hospital = stock(HOSPITAL, MASKS, 100);
		refused(by(MAKER_AGENT), &[made, of_hospital], Error::<Test>::NotMaker);
		// Over one of the two registrants alone.
		for institution in [SHANGHAI, CITY] {
			let who = by(agent_of(institution));
			refused(who, &[made, of_hospital], Error::<Test>::NotMaker);
		}
		let recall = issued(by(NATION_AGENT), &[made, of_hospital]);
		assert_eq!(known(recall).issuer, Issuer::Supervisor(NATION));
		assert_eq!(known(recall).registrants.into_inner(), [MAKER, HOSPITAL]);
		issued(by(MAKER_AGENT), &[made]);
	});
}

#[test]
fn a_commission_recalls_its_own_goods_as_their_maker() {
	play(|| {
		let made = made(CITY, MASKS, 100);
		let seen = stock(CITY, MASKS, 100);
		let recall = issued(by(CITY_KEEPER), &[made]);
		assert_eq!(known(recall).issuer, Issuer::Maker(CITY));
		refused(by(CITY_AGENT), &[seen], Error::<Test>::NotMaker);
		let recall = issued(by(PROVINCE_AGENT), &[made, seen]);
		assert_eq!(known(recall).issuer, Issuer::Supervisor(PROVINCE));
	});
}

#[test]
fn a_maker_acts_by_its_stock_agents_and_a_commission_by_its_admins() {
	play(|| {
		let lot = made(HOSPITAL, MASKS, 100);
		for who in [HOSPITAL_ADMIN, CITY_KEEPER] {
			refused(by(who), &[lot], Refused::<Test>::NotAuthorized);
		}
		refused(by(NOBODY), &[lot], Refused::<Test>::NotAgent);
		for institution in [HOSPITAL, CITY] {
			assert_ok!(Registry::suspend_institution(governance(), institution));
			refused(by(agent_of(institution)), &[lot], Refused::<Test>::Suspended);
		}
		issued(by(PROVINCE_AGENT), &[lot]);
	});
}

#[test]
fn lots_are_recalled_together_that_are_there_once_and_of_one_class() {
	play(|| {
		let masks = made(MAKER, MASKS, 100);
		let vaccines = made(MAKER, VACCINES, 100);
		for origin in [by(MAKER_AGENT), governance()] {
			let refused = |lots: &[LotId], error| refused(origin.clone(), lots, error);
			refused(&[], Error::<Test>::NoLots);
			refused(&[masks, masks], Error::<Test>::DuplicateLot);
			refused(&[masks, LotId(77)], Error::<Test>::LotNotFound);
			refused(&[masks, vaccines], Error::<Test>::ClassesDiffer);
		}
	});
}

#[test]
fn time_to_answer_is_bounded() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		assert_noop!(issue_within(lot, MIN_ANSWER - 1), Error::<Test>::AnswerTooShort);
		assert_noop!(issue_within(lot, MAX_ANSWER + 1), Error::<Test>::AnswerTooLong);
		assert_ok!(issue_within(lot, MIN_ANSWER));
		let other = made(MAKER, MASKS, 100);
		assert_ok!(issue_within(other, MAX_ANSWER));
	});
}

#[test]
fn nobody_recalls_a_lot_twice_at_once() {
	play(|| {
		let [one, two] = [(); 2].map(|()| made(MAKER, MASKS, 100));
		let first = spread(by(MAKER_AGENT), &[one]);
		refused(by(MAKER_AGENT), &[one], Error::<Test>::AlreadyRecalled);
		refused(by(MAKER_AGENT), &[two, one], Error::<Test>::AlreadyRecalled);
		let second = issued(by(SHANGHAI_AGENT), &[one]);
		refused(by(SHANGHAI_AGENT), &[one], Error::<Test>::AlreadyRecalled);
		assert_eq!(RecallsOn::<Test>::get(one).into_inner(), [first, second]);
		let third = issued(governance(), &[one]);
		refused(governance(), &[one], Error::<Test>::AlreadyRecalled);
		// One that is closed is not in the way, whether it has freed the lot or not.
		assert_ok!(close(governance(), third));
		let fourth = issued(governance(), &[one]);
		assert_eq!(RecallsOn::<Test>::get(one).into_inner(), [first, second, third, fourth]);
		carry_through(third);
		refused(governance(), &[one], Error::<Test>::AlreadyRecalled);
		assert!(is_lot_held(one));
	});
}

#[test]
fn an_institution_has_one_recall_at_a_time_that_is_unfinished() {
	play(|| {
		let [one, two, three] = [(); 3].map(|()| made(MAKER, MASKS, 100));
		let first = issued(by(MAKER_AGENT), &[one]);
		refused(by(MAKER_AGENT), &[two], Error::<Test>::RecallUnfinished);
		// Every other one has its own, and governance any number.
		let of_hospital = made(HOSPITAL, MASKS, 100);
		issued(by(HOSPITAL_AGENT), &[of_hospital]);
		issued(by(SHANGHAI_AGENT), &[one]);
		refused(by(SHANGHAI_AGENT), &[two], Error::<Test>::RecallUnfinished);
		for lot in [one, two] {
			issued(governance(), &[lot]);
		}
		carry_through(first);
		let second = spread(by(MAKER_AGENT), &[two]);
		// One that frees its lots is unfinished as well.
		assert_ok!(close(by(MAKER_AGENT), first));
		refused(by(MAKER_AGENT), &[three], Error::<Test>::RecallUnfinished);
		assert_ok!(close(by(MAKER_AGENT), second));
		carry_through(first);
		pass(DAY);
		refused(by(MAKER_AGENT), &[three], Error::<Test>::RecallUnfinished);
		carry_through(second);
		issued(by(MAKER_AGENT), &[three]);
	});
}

#[test]
fn an_institution_rests_in_proportion_to_what_its_closed_recall_cost() {
	play(|| {
		for (agent, issuer) in
			[(MAKER_AGENT, Issuer::Maker(MAKER)), (SHANGHAI_AGENT, Issuer::Supervisor(SHANGHAI))]
		{
			let [one, two] = [(); 2].map(|()| made(MAKER, MASKS, 100));
			delivered(MAKER, HOSPITAL, Terms::Gift, (one, 10));
			repacked(HOSPITAL, &[(one, 5)]);
			let recall = spread(by(agent), &[one]);
			pass(30 * DAY);
			assert_eq!(Rests::<Test>::iter().count(), 0);
			// Whoever closes it. It reached two lots, and asked two institutions.
			assert_ok!(close(governance(), recall));
			carry_through(recall);
			assert_eq!(Rests::<Test>::get(issuer), MockTrail::now() + 4 * REST);
			pass(4 * REST - 1);
			for lot in [one, two] {
				refused(by(agent), &[lot], Error::<Test>::RestNotOver);
			}
			pass(1);
			// Of the same lot, as of any other one.
			issued(by(agent), &[one]);
			assert!(!Rests::<Test>::contains_key(issuer));
		}
	});
}

#[test]
fn rests_add_up_and_governance_has_none() {
	play(|| {
		let [one, two, three] = [(); 3].map(|()| made(MAKER, MASKS, 100));
		let recalls = [one, two].map(|lot| spread(by(MAKER_AGENT), &[lot]));
		for recall in recalls {
			assert_ok!(close(by(MAKER_AGENT), recall));
			carry_through(recall);
		}
		// A lot and an institution each.
		assert_eq!(Rests::<Test>::get(Issuer::Maker(MAKER)), NOW + 4 * REST);
		for _ in 0..2 {
			let recall = spread(governance(), &[three]);
			assert_ok!(close(governance(), recall));
		}
		assert_eq!(Rests::<Test>::iter().count(), 1);
	});
}

#[test]
fn a_lot_that_is_waited_for_counts_for_the_rest() {
	play(|| {
		let (lot, _) = crowded();
		let recall = spread(by(NATION_AGENT), &[lot]);
		assert_ok!(close(by(NATION_AGENT), recall));
		assert_eq!(Rests::<Test>::get(Issuer::Supervisor(NATION)), NOW + REST);
	});
}

#[test]
fn who_recalled_what_a_lot_came_out_of_recalls_the_lot_as_well() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let child = repacked(MAKER, &[(lot, 10)]);
		let first = spread(governance(), &[lot]);
		let second = issued(governance(), &[child]);
		assert_eq!(RecallsOn::<Test>::get(child).into_inner(), [first, second]);
	});
}

#[test]
fn a_fifth_recall_waits_for_the_place_of_another() {
	play(|| {
		let (lot, parents) = crowded();
		let before = RecallsOn::<Test>::get(lot).into_inner();
		events();
		let recall = issued(governance(), &[lot]);
		assert_eq!(
			events(),
			[
				Event::RecallIssued { recall, issuer: Issuer::Governance },
				Event::LotAwaited { recall, lot },
			]
		);
		let Recall { state, marked, awaited, walk, goods, .. } = known(recall);
		assert_eq!((state, marked, awaited, walk, goods), (RecallState::Spreading, 0, 1, 1, 0));
		assert_eq!(RecallsOn::<Test>::get(lot).into_inner(), before);
		// It is recalled by it all the same.
		refused(governance(), &[lot], Error::<Test>::AlreadyRecalled);
		check_all();
		// It has asked nobody, and does not say so.
		carry_through(recall);
		assert!(events().is_empty());
		assert_eq!(known(recall).state, RecallState::Standing);
		assert!(asked(recall).is_empty());

		let third = before[2];
		assert_eq!(known(third).lots.into_inner(), [parents[2]]);
		assert_ok!(close(by(MAKER_AGENT), third));
		carry_through(third);
		let mut now = before;
		now.remove(2);
		now.push(recall);
		assert_eq!(RecallsOn::<Test>::get(lot).into_inner(), now);
		assert_eq!(known(recall).state, RecallState::Spreading);
		assert_eq!(walk_of(recall), [(lot, Stage::Holders(None))]);
		assert!(is_lot_held(lot));
		carry_through(recall);
		assert!(events().contains(&Event::RecallSpread { recall }));
		assert_eq!(asked(recall), [(HOSPITAL, true)]);
	});
}

#[test]
fn one_that_was_closed_leaves_a_full_lot_for_a_newcomer() {
	play(|| {
		let (lot, parents) = crowded();
		let closed = RecallsOn::<Test>::get(lot)[1];
		assert_ok!(close(by(MAKER_AGENT), closed));
		events();
		let recall = issued(governance(), &[lot]);
		assert_eq!(
			events(),
			[
				Event::RecallIssued { recall, issuer: Issuer::Governance },
				Event::LotFreed { recall: closed, lot },
				Event::LotRecalled { recall, lot },
			]
		);
		let on = RecallsOn::<Test>::get(lot).into_inner();
		assert_eq!((on.len(), on.last()), (4, Some(&recall)));
		assert!(!on.contains(&closed));
		assert_eq!(newest_record(lot).action, Action::RecallIssued);
		// It has another lot to free.
		assert_eq!(lots_of(closed), [parents[1]]);
		assert_eq!(known(closed).state, RecallState::Closing);
		check_all();
		carry_through(recall);
		assert_eq!(asked(recall), [(HOSPITAL, true)]);
		carry_through(closed);
		assert_eq!(known(closed).state, RecallState::Closed);
		assert!(!is_lot_held(parents[1]));
	});
}

#[test]
fn whoever_waits_comes_before_a_newcomer() {
	play(|| {
		let (lot, parents) = crowded();
		let waiting = spread(by(NATION_AGENT), &[parents[0]]);
		let closed = RecallsOn::<Test>::get(lot)[1];
		assert_ok!(close(by(MAKER_AGENT), closed));
		let newcomer = issued(governance(), &[lot]);
		assert_eq!(RecallsOn::<Test>::get(lot).last(), Some(&waiting));
		assert_eq!((lots_of(newcomer), awaited_by(newcomer)), (vec![], vec![lot]));
		assert_eq!(known(waiting).state, RecallState::Spreading);
		assert_eq!(newest_record(lot).action, Action::RecallIssued);
		check_all();
	});
}

#[test]
fn identifiers_end() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		NextRecallId::<Test>::put(RecallId(u64::MAX));
		refused(governance(), &[lot], Error::<Test>::IdsExhausted);
	});
}

#[test]
fn a_recall_costs_the_same_however_many_have_some() {
	for count in [1, 10_000] {
		stage().execute_with(|| {
			let lot = made(MAKER, MASKS, 20_000);
			scatter(lot, MAKER, count);
			events();
			pass(DAY);
			let recall = issued(by(MAKER_AGENT), &[lot]);
			// One lot is marked, and one place of the walk is entered: nothing for any holder.
			assert_eq!(events().len(), 2);
			assert_eq!(Walk::<Test>::iter().count(), 1);
			assert_eq!(Duties::<Test>::iter().count(), 0);
			// A step reaches no more than it may; the maker is a holder as well.
			let mut steps = 0;
			let mut reached = 0;
			while known(recall).state.is_unfinished() {
				assert_ok!(advance(recall, u32::MAX));
				steps += 1;
				let told = events().len();
				assert!(told as u32 <= MAX_STEP);
				reached += told;
			}
			// Each is told once, and the end once. Two ends of lists are units as well.
			assert_eq!(reached as u32, count + 1 + 1);
			assert_eq!(steps, (count + 1 + 2).div_ceil(MAX_STEP));
			assert_eq!(known(recall).asked, count + 1);

			let first = InstitutionId(1_000);
			assert!(Duties::<Test>::contains_key(recall, first));
			assert_ok!(close(by(MAKER_AGENT), recall));
			assert_eq!(events(), [Event::RecallClosed { recall }]);
			// What is freed are lots, not holders.
			assert_ok!(advance(recall, 1));
			assert_eq!(events(), [Event::LotFreed { recall, lot }]);
			assert_ok!(advance(recall, 1));
			assert_eq!(events(), [Event::RecallFreed { recall }]);
			assert_ok!(Recalls::do_try_state());
		});
	}
}
