//! Opening a round.

use crate::{
	mock::*, ActiveRounds, Call, Error, Event, Indicator, IndicatorRole::*, Opening, Roster,
	Rosters, Stage,
};
use salus_primitives::{mock::MockDirectory, Action, Actor, Authority, InstitutionId, RoundId};
use sp_runtime::traits::BadOrigin;

fn call(specification: crate::RoundSpecification, roster: Roster) -> Call<Test> {
	Call::open_round { specification, roster }
}

#[track_caller]
fn refused_for(change: impl FnOnce(&mut crate::RoundSpecification), error: Error<Test>) {
	let mut specification = evaluation();
	change(&mut specification);
	refused(root(), call(specification, roster(2)), error);
}

fn indicators(count: usize, role: crate::IndicatorRole) -> Vec<Indicator> {
	vec![indicator("x", 0, role); count]
}

#[test]
fn the_council_opens_a_round() {
	run(|| {
		accepted(signed(COUNCIL), call(evaluation(), roster(5)));
		let round = stored(ROUND);
		assert_eq!(round.stage, Stage::Open);
		let expected = Opening { specification: evaluation(), opened: NOW, dmus: 5 };
		assert_eq!(opening(ROUND), expected);
		assert_eq!(Rosters::<Test>::get(ROUND), Some(roster(5)));
		assert_eq!((round.observed, round.seal, round.ended), (0, None, None));
		assert_eq!(ActiveRounds::<Test>::get().into_inner(), [ROUND]);
		assert_eq!(last_event(), Event::RoundOpened { round: ROUND });
		let record = &records(ROUND)[0];
		assert_eq!((record.action, record.actor.clone()), (Action::RoundOpened, Actor::Account(1)));
		assert_eq!(record.institution, None);
		assert_eq!(record.digest, digest_of_arguments(&call(evaluation(), roster(5))));
		assert_eq!(open(survey(), roster(1)), RoundId(1));
		assert_eq!(story(RoundId(1)), [(Action::RoundOpened, Actor::Authority(Authority::Root))]);
	});
}

#[test]
fn nobody_else_does() {
	run(|| {
		for who in [STRANGER, STATISTICIAN, 100] {
			refused_with(signed(who), call(evaluation(), roster(2)), BadOrigin.into());
		}
		refused_with(RuntimeOrigin::none(), call(evaluation(), roster(2)), BadOrigin.into());
	});
}

#[test]
fn a_round_needs_words() {
	run(|| {
		refused_for(|specification| specification.title = text(" "), Error::InvalidCharacters);
		refused_for(|specification| specification.note = Some(text("")), Error::InvalidCharacters);
		refused_for(
			|specification| specification.indicators[1].name = text(""),
			Error::InvalidCharacters,
		);
		refused_for(
			|specification| specification.indicators[0].unit = text(""),
			Error::InvalidCharacters,
		);
	});
}

#[test]
fn a_round_has_columns_that_a_sample_can_have() {
	run(|| {
		let set = |columns: Vec<Indicator>| {
			move |specification: &mut crate::RoundSpecification| {
				specification.indicators = columns.try_into().expect("it fits")
			}
		};
		refused_for(set(vec![]), Error::NoIndicators);
		let nine_inputs = [indicators(9, Input), indicators(1, Output)].concat();
		refused_for(set(nine_inputs), Error::TooManyInputs);
		let nine_outputs = [indicators(1, Input), indicators(9, Output)].concat();
		refused_for(set(nine_outputs), Error::TooManyOutputs);
		refused_for(set(indicators(2, Input)), Error::NoOutputs);
		refused_for(set(indicators(2, Output)), Error::NoInputs);
		refused_for(
			|specification| specification.indicators[0].decimals = 20,
			Error::TooManyDecimals,
		);
		let mut widest = evaluation();
		let columns = [indicators(8, Input), indicators(8, Output)].concat();
		widest.indicators = columns.try_into().expect("sixteen fit");
		accepted(root(), call(widest, roster(2)));
	});
}

#[test]
fn deadlines_lie_ahead_and_follow_each_other() {
	run(|| {
		refused_for(|specification| specification.observe_by = NOW, Error::InvalidDeadlines);
		refused_for(|specification| specification.report_by = OBSERVE_BY, Error::InvalidDeadlines);
	});
}

#[test]
fn a_round_lasts_no_longer_than_may_be() {
	run(|| {
		let until = |end| {
			move |specification: &mut crate::RoundSpecification| {
				specification.report_by = end;
			}
		};
		refused_for(until(NOW + MAX_ROUND + 1), Error::RoundTooLong);
		refused_for(until(u64::MAX), Error::RoundTooLong);
		refused_for(
			|specification| {
				specification.observe_by = u64::MAX - MIN_PROVING;
				specification.report_by = u64::MAX;
			},
			Error::RoundTooLong,
		);
		let mut longest = evaluation();
		longest.report_by = NOW + MAX_ROUND;
		accepted(root(), call(longest, roster(2)));
	});
}

#[test]
fn certificates_have_time() {
	run(|| {
		let report_by = OBSERVE_BY + MIN_PROVING;
		let hasty = |specification: &mut crate::RoundSpecification| {
			specification.report_by = report_by - 1;
		};
		refused_for(hasty, Error::ProvingTooShort);
		let mut shortest = evaluation();
		shortest.report_by = report_by;
		accepted(root(), call(shortest, roster(2)));
	});
}

#[test]
fn who_is_wound_up_is_in_no_roster_and_who_is_suspended_may_be() {
	run(|| {
		accepted(root(), call(evaluation(), institutions(&[HOSPITAL, SUSPENDED])));
		MockDirectory::wind_up(SUSPENDED);
		let roster = institutions(&[HOSPITAL, SUSPENDED]);
		refused(root(), call(evaluation(), roster), Error::DmuWoundUp);
	});
}

#[test]
fn the_dmus_exist_and_ascend() {
	run(|| {
		let refused_with = |roster, error| refused(root(), call(evaluation(), roster), error);
		refused_with(roster(0), Error::NoDmus);
		refused_with(institutions(&[CLINIC, HOSPITAL]), Error::DmusNotAscending);
		refused_with(institutions(&[HOSPITAL, HOSPITAL]), Error::DmusNotAscending);
		refused_with(institutions(&[HOSPITAL, InstitutionId(888)]), Error::DmuNotFound);
		let nowhere = vec![code("CN-AH"), code("XX")];
		let nowhere = Roster::Regions(nowhere.try_into().expect("it fits"));
		refused_with(nowhere, Error::DmuNotFound);
		accepted(root(), call(evaluation(), institutions(&[HOSPITAL, CLINIC])));
	});
}

#[test]
fn only_so_many_rounds_are_active_at_a_time() {
	run(|| {
		for _ in 0..3 {
			open(evaluation(), roster(2));
		}
		refused(root(), call(evaluation(), roster(2)), Error::TooManyActiveRounds);
		accepted(root(), Call::cancel { round: RoundId(1) });
		assert_eq!(open(evaluation(), roster(2)), RoundId(3));
		assert_eq!(ActiveRounds::<Test>::get().into_inner(), [RoundId(0), RoundId(2), RoundId(3)]);
	});
}

#[test]
fn identifiers_end() {
	run_unchecked(|| {
		crate::NextRoundId::<Test>::put(RoundId(u32::MAX));
		refused(root(), call(evaluation(), roster(2)), Error::IdsExhausted);
	});
}
