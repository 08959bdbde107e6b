use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::{Amendment, Error as Refused};
use salus_primitives::{
	digest_of, mock::MockTrail, Action, Actor, HoldKind, InstitutionId, InstitutionKind, LotId,
	RecallId, Subject, Terms, Text,
};
use sp_runtime::DispatchError;

#[track_caller]
fn refused(origin: RuntimeOrigin, recall: RecallId, error: impl Into<DispatchError>) {
	let error: DispatchError = error.into();
	assert_noop!(close(origin, recall), error);
}

/// Nobody but these closes a recall by the issuer, and each of them does.
#[track_caller]
fn closed_by(issuer: RuntimeOrigin, lot: LotId, closers: &[InstitutionId]) {
	let everybody = [MAKER, HOSPITAL, CLINIC, NATION, PROVINCE, CITY, SHANGHAI];
	for institution in everybody {
		let recall = issued(issuer.clone(), &[lot]);
		let who = by(agent_of(institution));
		if closers.contains(&institution) {
			assert_ok!(close(who, recall));
		} else {
			refused(who, recall, Error::<Test>::NotAuthorized);
			assert_ok!(close(governance(), recall));
		}
		carry_through(recall);
		// It had reached one lot, and asked nobody.
		pass(REST);
	}
}

#[test]
fn a_recall_is_closed_at_once_and_frees_its_lots_in_steps() {
	play(|| {
		let [one, two] = [(); 2].map(|()| made(MAKER, MASKS, 100));
		let recall = spread(by(MAKER_AGENT), &[one, two]);
		events();
		pass(HOUR);
		assert_ok!(close(by(MAKER_AGENT), recall));
		assert_eq!(events(), [Event::RecallClosed { recall }]);
		let Recall { state, closed_at, newest_record, .. } = known(recall);
		assert_eq!((state, closed_at), (RecallState::Closing, Some(NOW + HOUR)));
		assert_eq!(newest_record, MockTrail::newest(&Subject::Recall(recall)));
		let record = MockTrail::records_of(&Subject::Recall(recall)).pop().expect("a record");
		assert_eq!(record.action, Action::RecallClosed);
		assert_eq!(record.actor, Actor::Account(MAKER_AGENT));
		assert_eq!(record.institution, Some(MAKER));
		assert_eq!(record.digest, digest_of(&(recall, reason("all is accounted for"))));
		assert!(is_lot_held(one) && is_lot_held(two));

		assert_ok!(advance(recall, 1));
		assert_eq!(events(), [Event::LotFreed { recall, lot: one }]);
		assert!(!is_lot_held(one) && is_lot_held(two));
		assert_ok!(Registry::consume(by(MAKER_AGENT), one, 1, None));
		pass(HOUR);
		assert_ok!(advance(recall, 32));
		assert_eq!(events(), [Event::LotFreed { recall, lot: two }, Event::RecallFreed { recall }]);
		let Recall { state, closed_at, .. } = known(recall);
		assert_eq!((state, closed_at), (RecallState::Closed, Some(NOW + HOUR)));
		assert!(!is_lot_held(two));
	});
}

#[test]
fn a_makers_recall_is_closed_by_the_maker_and_those_over_it() {
	play(|| {
		let lot = made(HOSPITAL, MASKS, 100);
		closed_by(by(HOSPITAL_AGENT), lot, &[HOSPITAL, CITY, PROVINCE, NATION]);
	});
}

#[test]
fn a_commissions_recall_is_closed_by_it_and_by_those_around_it() {
	play(|| {
		let lot = made(HOSPITAL, MASKS, 100);
		closed_by(by(PROVINCE_AGENT), lot, &[PROVINCE, NATION]);
		closed_by(by(CITY_AGENT), lot, &[CITY, PROVINCE, NATION]);
	});
}

#[test]
fn what_governance_recalls_governance_closes() {
	play(|| {
		let lot = made(HOSPITAL, MASKS, 100);
		closed_by(governance(), lot, &[]);
	});
}

#[test]
fn a_maker_acts_by_its_stock_agents_and_a_commission_by_its_admins() {
	play(|| {
		let lot = made(HOSPITAL, MASKS, 100);
		let recall = issued(by(HOSPITAL_AGENT), &[lot]);
		for who in [HOSPITAL_ADMIN, CITY_KEEPER] {
			refused(by(who), recall, Refused::<Test>::NotAuthorized);
		}
		refused(by(NOBODY), recall, Refused::<Test>::NotAgent);
		for institution in [HOSPITAL, CITY] {
			assert_ok!(Registry::suspend_institution(governance(), institution));
			refused(by(agent_of(institution)), recall, Refused::<Test>::Suspended);
		}
		assert_ok!(close(by(PROVINCE_AGENT), recall));
	});
}

#[test]
fn what_is_no_commission_any_more_does_not_close_what_it_recalled() {
	play(|| {
		let lot = made(HOSPITAL, MASKS, 100);
		let recall = issued(by(CITY_AGENT), &[lot]);
		let amendment = Amendment {
			kind: InstitutionKind::Hospital,
			region: code("CN-WH"),
			name: Text::try_from("Amended").expect("it fits"),
			external: None,
			parent: None,
		};
		assert_ok!(Registry::amend_institution(governance(), CITY, amendment));
		refused(by(CITY_AGENT), recall, Error::<Test>::NotAuthorized);
		assert_ok!(close(by(PROVINCE_AGENT), recall));
	});
}

#[test]
fn other_holds_stay() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let lorry = sent(MAKER, CLINIC, Terms::Gift, (lot, 10));
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Damage);
		let recall = spread(by(MAKER_AGENT), &[lot]);
		let legal = placed(by(SHANGHAI_AGENT), all, Extent::Whole, HoldKind::Legal);
		assert_ok!(receive(CLINIC, lorry, 10));
		assert_ok!(close(by(MAKER_AGENT), recall));
		carry_through(recall);
		assert!(is_lot_held(lot));
		assert_eq!(holds(all), [(HoldKind::Legal, Extent::Whole, HoldBy::Supervisor(SHANGHAI))]);
		assert_eq!(holds(on), [(HoldKind::Damage, Extent::Whole, HoldBy::Custodian)]);
		// What arrived while it was recalled is sorted by whoever has it.
		assert_eq!(holds(at(lot, CLINIC)), [by_chain(HoldKind::Quarantine, 10)]);
		assert_ok!(lift(by(SHANGHAI_AGENT), all, legal, None));
		assert!(!is_lot_held(lot));
		assert_ok!(Registry::consume(by(MAKER_AGENT), lot, 1, None));
		assert_noop!(Registry::consume(by(HOSPITAL_AGENT), lot, 1, None), Refused::<Test>::Held);
	});
}

#[test]
fn a_hold_that_is_lifted_leaves_the_recall() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let all = HoldPlace::Lot(lot);
		let legal = placed(governance(), all, Extent::Whole, HoldKind::Legal);
		spread(by(MAKER_AGENT), &[lot]);
		assert_ok!(lift(governance(), all, legal, None));
		assert!(is_lot_held(lot));
		assert_noop!(Registry::consume(by(MAKER_AGENT), lot, 1, None), Refused::<Test>::Held);
	});
}

#[test]
fn a_lot_made_of_two_recalled_ones_is_free_when_both_are() {
	play(|| {
		let [one, two] = [(); 2].map(|()| made(MAKER, MASKS, 100));
		let child = repacked(MAKER, &[(one, 10), (two, 10)]);
		let recalls = [one, two].map(|lot| spread(by(MAKER_AGENT), &[lot]));
		assert_ok!(close(by(MAKER_AGENT), recalls[0]));
		carry_through(recalls[0]);
		assert_eq!([one, two, child].map(is_lot_held), [false, true, true]);
		assert_ok!(close(by(MAKER_AGENT), recalls[1]));
		carry_through(recalls[1]);
		assert_eq!([one, two, child].map(is_lot_held), [false; 3]);
		assert_ok!(Registry::consume(by(MAKER_AGENT), child, 1, None));
	});
}

#[test]
fn a_recall_is_closed_once_and_with_a_reason() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let recall = issued(by(MAKER_AGENT), &[lot]);
		assert_noop!(
			Recalls::close_recall(by(MAKER_AGENT), recall, Default::default()),
			Error::<Test>::InvalidCharacters
		);
		refused(by(MAKER_AGENT), RecallId(7), Error::<Test>::RecallNotFound);
		assert_ok!(close(by(MAKER_AGENT), recall));
		refused(by(MAKER_AGENT), recall, Error::<Test>::RecallClosed);
		carry_through(recall);
		refused(governance(), recall, Error::<Test>::RecallClosed);
	});
}
