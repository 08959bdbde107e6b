//! Ending a round that nobody answered.

use crate::{mock::*, ActiveRounds, Call, Efficiencies, Error, Event, Rosters, Snapshots, Stage};
use frame_support::dispatch::GetDispatchInfo;
use salus_primitives::{Action, Actor};
use sp_runtime::traits::{BadOrigin, Dispatchable};

const CALL: Call<Test> = Call::close { round: ROUND };

#[test]
fn anybody_closes_a_round_that_nobody_answered() {
	run(|| {
		open(evaluation(), roster(5));
		Timestamp::set_timestamp(REPORT_BY);
		refused(signed(STRANGER), CALL, Error::DeadlineNotPassed);
		Timestamp::set_timestamp(REPORT_BY + 1);
		accepted(signed(STRANGER), CALL);
		let round = stored(ROUND);
		assert_eq!((round.stage, round.ended), (Stage::Expired, Some(REPORT_BY + 1)));
		assert_eq!(Efficiency::report(ROUND), None);
		assert_eq!(last_event(), Event::RoundExpired { round: ROUND });
		assert_eq!(story(ROUND).pop(), Some((Action::RoundExpired, Actor::Account(STRANGER))));
		let record = records(ROUND).pop().expect("it is recorded");
		assert_eq!((record.institution, record.digest), (None, digest_of_arguments(&CALL)));
		assert!(ActiveRounds::<Test>::get().is_empty());
	});
}

#[test]
fn an_open_round_is_closed_if_its_report_could_be_about_nobody() {
	run(|| {
		open(evaluation(), roster(3));
		observe(0, ROUND, values([Some(1), None]));
		observe(1, ROUND, figures(&[0, 1]));
		observe(2, ROUND, figures(&[1, 1]));
		Timestamp::set_timestamp(REPORT_BY + 1);
		refused(signed(STRANGER), CALL, Error::FiguresNotSealed);
		// Also by whoever may call it off, which is another call.
		refused(signed(COUNCIL), CALL, Error::FiguresNotSealed);
		Timestamp::set_timestamp(NOW);
		observe(2, ROUND, values([None, Some(1)]));
		Timestamp::set_timestamp(REPORT_BY + 1);
		refused(signed(STRANGER), Call::seal { round: ROUND }, Error::NoDmus);
		accepted(signed(STRANGER), CALL);
		assert_eq!(stored(ROUND).stage, Stage::Expired);
	});
}

#[test]
fn a_round_that_is_proven_in_part_expires_without_a_report() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let most = certificates(ROUND)[..4].to_vec();
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch_of(ROUND, most) });
		let last = batch_of(ROUND, certificates(ROUND)[4..].to_vec());
		Timestamp::set_timestamp(REPORT_BY + 1);
		let late = Call::submit_certificates { batch: last };
		refused(signed(STRANGER), late, Error::DeadlinePassed);
		accepted(signed(STRANGER), CALL);
		assert_eq!(stored(ROUND).stage, Stage::Expired);
		assert_eq!(Efficiency::report(ROUND), None);
		assert_eq!(Efficiency::ranking(ROUND, crate::Measure::Technical, 0, 9), []);
		assert_eq!(Efficiencies::<Test>::iter().count(), 0);
		assert!(Snapshots::<Test>::get(ROUND).is_none() && Rosters::<Test>::get(ROUND).is_none());
	});
}

#[test]
fn what_has_ended_does_not_end_again() {
	run(|| {
		refused(signed(STRANGER), CALL, Error::RoundNotFound);
		sealed(evaluation(), &DEAP);
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(ROUND) });
		Timestamp::set_timestamp(REPORT_BY + 1);
		refused(signed(STRANGER), CALL, Error::RoundEnded);
		refused_with(RuntimeOrigin::none(), CALL, BadOrigin.into());
	});
}

#[test]
fn a_member_closes_in_the_name_of_its_institution() {
	run(|| {
		open(evaluation(), roster(5));
		Timestamp::set_timestamp(REPORT_BY + 1);
		accepted(signed(STOREKEEPER), CALL);
		let record = records(ROUND).pop().expect("it is recorded");
		assert_eq!(
			(record.actor, record.institution),
			(Actor::Account(STOREKEEPER), Some(HOSPITAL))
		);
	});
}

#[test]
fn closing_is_charged_by_what_is_removed() {
	run(|| {
		open(evaluation(), roster(4));
		Timestamp::set_timestamp(REPORT_BY + 1);
		let call = RuntimeCall::from(CALL);
		assert_eq!(call.get_dispatch_info().call_weight.ref_time(), 10_240);
		let actual = call.dispatch(signed(STRANGER)).expect("it is closed").actual_weight;
		assert_eq!(actual.map(|weight| weight.ref_time()), Some(4));
	});
}
