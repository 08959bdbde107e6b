//! Reporting figures.

use crate::{mock::*, Call, Dmu, Error, Event, Observations};
use salus_primitives::{mock::MockDirectory, Action, Actor, InstitutionId, RoundId};
use sp_runtime::traits::BadOrigin;

fn call(dmu: Dmu, row: &[u64]) -> Call<Test> {
	Call::observe { round: ROUND, dmu, values: figures(row) }
}

#[test]
fn a_commission_reports_for_its_region() {
	run(|| {
		open(evaluation(), roster(5));
		accepted(signed(102), call(region(2), &[30, 30]));
		assert_eq!(Observations::<Test>::get(ROUND, region(2)), Some(figures(&[30, 30])));
		assert_eq!(stored(ROUND).observed, 1);
		let institution = InstitutionId(2);
		assert_eq!(last_event(), Event::DmuObserved { round: ROUND, dmu: region(2), institution });
		let record = records(ROUND).pop().expect("it is recorded");
		assert_eq!((record.action, record.actor), (Action::DmuObserved, Actor::Account(102)));
		assert_eq!(record.institution, Some(institution));
		assert_eq!(record.digest, digest_of_arguments(&call(region(2), &[30, 30])));
	});
}

#[test]
fn an_institution_reports_for_itself() {
	run(|| {
		open(evaluation(), institutions(&[HOSPITAL, CLINIC]));
		accepted(signed(STATISTICIAN), call(Dmu::Institution(HOSPITAL), &[1, 1]));
		let other = call(Dmu::Institution(CLINIC), &[1, 1]);
		refused(signed(STATISTICIAN), other, Error::NotOwnDmu);
	});
}

#[test]
fn figures_are_replaced_until_the_time_is_over() {
	run(|| {
		open(evaluation(), roster(5));
		observe(0, ROUND, figures(&[1, 2]));
		refused(signed(100), call(region(0), &[1, 2]), Error::Unchanged);
		Timestamp::set_timestamp(OBSERVE_BY);
		observe(0, ROUND, values([None, Some(3)]));
		assert_eq!(stored(ROUND).observed, 1);
		assert_eq!(Observations::<Test>::get(ROUND, region(0)), Some(values([None, Some(3)])));
		Timestamp::set_timestamp(OBSERVE_BY + 1);
		refused(signed(100), call(region(0), &[4, 4]), Error::DeadlinePassed);
	});
}

#[test]
fn others_do_not_report() {
	run(|| {
		open(evaluation(), roster(5));
		let refused_as = |who, error| refused_with(signed(who), call(region(0), &[1, 1]), error);
		refused_as(STRANGER, MockDirectory::NOT_AGENT);
		refused_as(COUNCIL, MockDirectory::NOT_AGENT);
		refused_as(STOREKEEPER, MockDirectory::NOT_AUTHORIZED);
		refused_as(IDLE, MockDirectory::SUSPENDED);
		// A hospital of the region, and the commission of another.
		refused(signed(STATISTICIAN), call(Dmu::Region(code("CN-HB")), &[1, 1]), Error::NotOwnDmu);
		refused(signed(101), call(region(0), &[1, 1]), Error::NotOwnDmu);
		refused_with(root(), call(region(0), &[1, 1]), BadOrigin.into());
	});
}

#[test]
fn a_round_takes_figures_of_its_dmus_alone() {
	run(|| {
		refused(signed(100), call(region(0), &[1, 1]), Error::RoundNotFound);
		open(evaluation(), roster(5));
		refused(signed(106), call(region(6), &[1, 1]), Error::DmuNotInRound);
		let institution = call(Dmu::Institution(HOSPITAL), &[1, 1]);
		refused(signed(STATISTICIAN), institution, Error::DmuNotInRound);
	});
}

#[test]
fn there_is_one_figure_or_gap_for_each_indicator() {
	run(|| {
		open(evaluation(), roster(5));
		for row in [&[][..], &[1], &[1, 2, 3]] {
			refused(signed(100), call(region(0), row), Error::WrongLength);
		}
	});
}

#[test]
fn a_sealed_round_takes_no_figures() {
	run(|| {
		let round = sealed(evaluation(), &DEAP);
		assert_eq!(round, RoundId(0));
		refused(signed(100), call(region(0), &[1, 1]), Error::RoundNotOpen);
	});
}
