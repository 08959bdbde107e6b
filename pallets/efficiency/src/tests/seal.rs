//! Sealing a round.

use crate::{
	mock::*, ActiveRounds, Call, Error, Event, Exclusion, Observations, Rosters, Row, Seal,
	Snapshots, Stage, METHOD,
};
use codec::Encode;
use frame_support::dispatch::GetDispatchInfo;
use salus_primitives::{Action, Actor, Belt};
use sp_core::H256;
use sp_runtime::traits::{BadOrigin, Dispatchable};

const CALL: Call<Test> = Call::seal { round: ROUND };

#[test]
fn sealing_freezes_the_figures_in_the_order_of_the_dmus() {
	run(|| {
		open(evaluation(), roster(3));
		for place in [2, 0, 1] {
			observe(place, ROUND, figures(&DEAP[place]));
		}
		accepted(signed(COUNCIL), CALL);
		let snapshot = Snapshots::<Test>::get(ROUND).expect("it is frozen");
		let belts = [Belt::Eastern, Belt::Central, Belt::Western];
		let expected: Vec<Row> = (0..3)
			.map(|place| Row {
				dmu: region(place),
				belt: Some(belts[place]),
				values: figures(&DEAP[place]),
			})
			.collect();
		assert_eq!(snapshot.rows.into_inner(), expected);
		let round = stored(ROUND);
		assert_eq!(round.stage, Stage::Sealed);
		let Seal { at, method, fingerprint, dmus, excluded } = round.seal.expect("it is sealed");
		assert_eq!((at, method, dmus, excluded), (NOW, 1, 3, 0));
		let event = Event::RoundSealed { round: ROUND, fingerprint, dmus, excluded };
		assert_eq!(last_event(), event);
		assert_eq!(story(ROUND).pop(), Some((Action::RoundSealed, Actor::Account(COUNCIL))));
		let record = records(ROUND).pop().expect("it is recorded");
		assert_eq!((record.institution, record.digest), (None, digest_of_arguments(&CALL)));
		assert_eq!(Observations::<Test>::iter().count(), 0);
		assert!(Rosters::<Test>::get(ROUND).is_none());
	});
}

#[test]
fn the_fingerprint_is_computed_as_documented() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let round = stored(ROUND);
		let snapshot = Snapshots::<Test>::get(ROUND).expect("it is frozen");
		let mut bytes = METHOD.to_le_bytes().to_vec();
		bytes.extend(0u32.to_le_bytes());
		bytes.extend(opening(ROUND).specification.encode());
		// Five rows and nothing left out: a length, and then each DMU (the variant, the length of
		// the code, the code), the belt (some, which), and the figures (their number, each with a one
		// before it).
		bytes.push(5 << 2);
		for (place, row) in DEAP.iter().enumerate() {
			let (code, belt) = &regions()[place];
			bytes.extend([0, 5 << 2]);
			bytes.extend(&code.0);
			bytes.extend([1, *belt as u8, 2 << 2]);
			for value in row {
				bytes.push(1);
				bytes.extend(value.to_le_bytes());
			}
		}
		bytes.push(0);
		assert_eq!(
			round.seal.map(|seal| seal.fingerprint),
			Some(H256(sp_io::hashing::blake2_256(&bytes)))
		);
		assert!(bytes.ends_with(&[&snapshot.encode()[..]].concat()));
	});
}

#[test]
fn the_same_figures_in_another_round_have_another_fingerprint() {
	run(|| {
		let (one, other) = (sealed(evaluation(), &DEAP), sealed(evaluation(), &DEAP));
		let print = |round| stored(round).seal.map(|seal| seal.fingerprint);
		assert_eq!(
			Snapshots::<Test>::get(one).map(|snapshot| snapshot.rows),
			Snapshots::<Test>::get(other).map(|snapshot| snapshot.rows)
		);
		assert_ne!(print(one), print(other));
	});
}

#[test]
fn dmus_without_figures_are_left_out_and_listed() {
	run(|| {
		open(evaluation(), roster(5));
		observe(0, ROUND, figures(&[20, 10]));
		observe(1, ROUND, values([None, Some(20)]));
		observe(2, ROUND, values([Some(30), None]));
		observe(3, ROUND, figures(&[0, 40]));
		accepted(root(), CALL);
		let snapshot = Snapshots::<Test>::get(ROUND).expect("it is frozen");
		assert_eq!(snapshot.rows.len(), 1);
		let left_out: Vec<_> = snapshot
			.excluded
			.into_iter()
			.map(|(row, reason)| (row.dmu, row.values, reason))
			.collect();
		assert_eq!(
			left_out,
			[
				(region(1), values([None, Some(20)]), Exclusion::Missing(0)),
				(region(2), values([Some(30), None]), Exclusion::Missing(1)),
				(region(3), figures(&[0, 40]), Exclusion::ZeroInput(0)),
				(region(4), values([]), Exclusion::NotReported),
			]
		);
		assert_eq!(stored(ROUND).seal.map(|seal| (seal.dmus, seal.excluded)), Some((1, 4)));
	});
}

#[test]
fn an_output_of_zero_and_a_gap_in_a_description_leave_nobody_out() {
	run(|| {
		let mut specification = evaluation();
		let more = indicator("z", 0, crate::IndicatorRole::Descriptive);
		specification.indicators.try_push(more).expect("it fits");
		open(specification, roster(1));
		observe(0, ROUND, values([Some(1), Some(0), None]));
		accepted(root(), CALL);
		assert_eq!(stored(ROUND).seal.map(|seal| (seal.dmus, seal.excluded)), Some((1, 0)));
	});
}

#[test]
fn anybody_seals_once_the_time_for_figures_is_over() {
	run(|| {
		open(evaluation(), roster(1));
		observe(0, ROUND, figures(&[1, 1]));
		Timestamp::set_timestamp(OBSERVE_BY);
		refused(signed(STRANGER), CALL, Error::DeadlineNotPassed);
		refused_with(RuntimeOrigin::none(), CALL, BadOrigin.into());
		Timestamp::set_timestamp(OBSERVE_BY + 1);
		accepted(signed(STRANGER), CALL);
		assert_eq!(story(ROUND).pop(), Some((Action::RoundSealed, Actor::Account(STRANGER))));
	});
}

#[test]
fn a_member_seals_in_the_name_of_its_institution() {
	run(|| {
		open(evaluation(), roster(1));
		observe(0, ROUND, figures(&[1, 1]));
		Timestamp::set_timestamp(OBSERVE_BY + 1);
		accepted(signed(STOREKEEPER), CALL);
		let record = records(ROUND).pop().expect("it is recorded");
		let expected = (Actor::Account(STOREKEEPER), Some(HOSPITAL));
		assert_eq!((record.actor, record.institution), expected);
	});
}

#[test]
fn a_round_is_sealed_once_and_about_something() {
	run(|| {
		refused(root(), CALL, Error::RoundNotFound);
		open(evaluation(), roster(2));
		refused(root(), CALL, Error::NoDmus);
		observe(0, ROUND, figures(&[0, 1]));
		refused(root(), CALL, Error::NoDmus);
		observe(0, ROUND, figures(&[1, 1]));
		accepted(root(), CALL);
		refused(root(), CALL, Error::RoundNotOpen);
	});
}

#[test]
fn figures_that_nobody_has_sealed_in_time_are_sealed_late_and_proven() {
	run(|| {
		let round = open(evaluation(), roster(5));
		for (place, row) in DEAP.iter().enumerate() {
			observe(place, round, figures(row));
		}
		let late = REPORT_BY + 3_000;
		Timestamp::set_timestamp(late);
		refused(signed(STRANGER), Call::close { round }, Error::FiguresNotSealed);
		accepted(signed(STRANGER), CALL);
		// It takes certificates for as long as any round does.
		refused(signed(STRANGER), Call::close { round }, Error::DeadlineNotPassed);
		let proof = Call::submit_certificates { batch: batch(round) };
		Timestamp::set_timestamp(late + MIN_PROVING + 1);
		refused(signed(STRANGER), proof.clone(), Error::DeadlinePassed);
		Timestamp::set_timestamp(late + MIN_PROVING);
		refused(signed(STRANGER), Call::close { round }, Error::DeadlineNotPassed);
		accepted(signed(STRANGER), proof);
		assert_eq!(stored(round).stage, Stage::Complete);
	});
}

#[test]
fn a_round_that_is_sealed_at_the_last_moment_has_time_for_certificates() {
	run(|| {
		sealed_at(REPORT_BY - 1);
		Timestamp::set_timestamp(REPORT_BY - 1 + MIN_PROVING);
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(ROUND) });
		assert_eq!(stored(ROUND).stage, Stage::Complete);
	});
}

#[test]
fn a_round_that_is_sealed_late_and_not_proven_is_closed() {
	run(|| {
		let late = REPORT_BY + 1;
		sealed_at(late);
		let close = Call::close { round: ROUND };
		Timestamp::set_timestamp(late + MIN_PROVING);
		refused(signed(STRANGER), close.clone(), Error::DeadlineNotPassed);
		Timestamp::set_timestamp(late + MIN_PROVING + 1);
		accepted(signed(STRANGER), close);
		assert_eq!(stored(ROUND).stage, Stage::Expired);
	});
}

/// Seals a round of one DMU at a moment.
fn sealed_at(moment: salus_primitives::Moment) {
	open(evaluation(), roster(1));
	observe(0, ROUND, figures(&[1, 1]));
	Timestamp::set_timestamp(moment);
	accepted(signed(STRANGER), CALL);
}

#[test]
fn a_survey_is_sealed_and_complete_however_late() {
	run(|| {
		open(survey(), roster(2));
		observe(0, ROUND, values([None]));
		Timestamp::set_timestamp(REPORT_BY + 1);
		refused(signed(STRANGER), Call::close { round: ROUND }, Error::FiguresNotSealed);
		accepted(signed(STRANGER), CALL);
		assert_eq!(stored(ROUND).stage, Stage::Complete);
	});
}

#[test]
fn a_survey_is_complete_when_it_is_sealed() {
	run(|| {
		open(survey(), roster(2));
		observe(1, ROUND, values([Some(7)]));
		accepted(root(), CALL);
		let round = stored(ROUND);
		assert_eq!((round.stage, round.ended), (Stage::Complete, Some(NOW)));
		assert_eq!(last_event(), Event::RoundCompleted { round: ROUND, means: None });
		let ending = records(ROUND).split_off(2);
		let actions: Vec<_> = ending.iter().map(|record| record.action).collect();
		assert_eq!(actions, [Action::RoundSealed, Action::RoundCompleted]);
		assert!(ending.iter().all(|record| record.digest == digest_of_arguments(&CALL)));
		assert!(ActiveRounds::<Test>::get().is_empty());
	});
}

#[test]
fn sealing_is_charged_by_the_number_of_dmus() {
	run(|| {
		open(evaluation(), roster(3));
		observe(0, ROUND, figures(&[1, 1]));
		let call = RuntimeCall::from(CALL);
		assert_eq!(call.get_dispatch_info().call_weight.ref_time(), 1_024);
		let actual = call.dispatch(root()).expect("it is sealed").actual_weight;
		assert_eq!(actual.map(|weight| weight.ref_time()), Some(3));
	});
}
