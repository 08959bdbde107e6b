//! What readers are told.

use super::published::{hospital_rows, hospital_specification};
use crate::{
	mock::*, Call, Dmu, Exclusion, IndicatorRole, Measure, Observation, Opening, Round, Stage,
	Target, METHOD,
};
use salus_analysis::dea::{Means, Orientation, Score, Slack};
use salus_primitives::{Belt, LotId, RecordId, RoundId, Subject, Subjects};

fn reported(specification: crate::RoundSpecification, rows: &[impl AsRef<[u64]>]) -> RoundId {
	let round = sealed(specification, rows);
	accepted(signed(STRANGER), Call::submit_certificates { batch: batch(round) });
	round
}

#[test]
fn rounds_are_listed_in_pages() {
	run(|| {
		let ids: Vec<_> = (0..3).map(|_| open(evaluation(), roster(1))).collect();
		let listed = |after, limit| {
			Efficiency::rounds(after, limit).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
		};
		assert_eq!(listed(None, 9), ids);
		assert_eq!(listed(None, 2), ids[..2]);
		assert_eq!(listed(Some(ids[0]), 9), ids[1..]);
	});
}

#[test]
fn a_round_is_told_with_what_it_was_opened_with_and_where_it_stands() {
	run(|| {
		sealed(evaluation(), &DEAP);
		assert_eq!(Efficiency::round(RoundId(9)), None);
		let told = Efficiency::round(ROUND).expect("it is there");
		let Opening { specification, opened, dmus } = opening(ROUND);
		assert_eq!((told.specification, told.opened, told.dmus), (specification, opened, dmus));
		let Round { stage, observed, seal, progress, ended, newest_record } = stored(ROUND);
		assert_eq!((told.stage, told.observed, told.seal), (stage, observed, seal));
		assert_eq!((told.progress, told.ended), (progress, ended));
		// One record for its opening, five for its figures, and one for its seal.
		assert_eq!((told.newest_record, newest_record), (Some(RecordId(6)), Some(RecordId(6))));
		assert_eq!(Efficiency::rounds(None, 9), [(ROUND, Efficiency::round(ROUND).expect("so"))]);
	});
}

#[test]
fn observations_are_told_before_and_after_sealing() {
	run(|| {
		open(evaluation(), roster(3));
		observe(0, ROUND, figures(&[20, 10]));
		observe(2, ROUND, values([Some(30), None]));
		let told = Efficiency::observations(ROUND, 0, 9);
		let expected = |place| {
			[
				Observation {
					dmu: region(0),
					belt: Some(Belt::Eastern),
					values: figures(&[20, 10]),
					place,
					exclusion: None,
				},
				Observation {
					dmu: region(1),
					belt: Some(Belt::Central),
					values: values([]),
					place: None,
					exclusion: Some(Exclusion::NotReported),
				},
				Observation {
					dmu: region(2),
					belt: Some(Belt::Western),
					values: values([Some(30), None]),
					place: None,
					exclusion: Some(Exclusion::Missing(1)),
				},
			]
		};
		assert_eq!(told, expected(None));
		seal(ROUND);
		assert_eq!(Efficiency::observations(ROUND, 0, 9), expected(Some(0)));
		assert_eq!(Efficiency::observations(ROUND, 1, 1), expected(Some(0))[1..2]);
		assert_eq!(Efficiency::observations(ROUND, 3, 9), []);
		assert_eq!(Efficiency::observations(RoundId(9), 0, 9), []);
	});
}

#[test]
fn an_institution_has_the_belt_of_its_region() {
	run(|| {
		let round = open(evaluation(), institutions(&[HOSPITAL, CLINIC]));
		let dmu = Dmu::Institution(HOSPITAL);
		accepted(signed(STATISTICIAN), Call::observe { round, dmu, values: figures(&[1, 1]) });
		seal(round);
		let belts: Vec<_> =
			Efficiency::observations(round, 0, 9).into_iter().map(|told| told.belt).collect();
		assert_eq!(belts, [Some(Belt::Central), None]);
	});
}

#[test]
fn a_report_tells_method_fingerprint_means_and_who_is_left_out() {
	run(|| {
		let round = open(evaluation(), roster(6));
		for (place, row) in DEAP.iter().enumerate() {
			observe(place, round, figures(row));
		}
		assert_eq!(Efficiency::report(round), None);
		seal(round);
		let report = Efficiency::report(round).expect("it has begun");
		assert_eq!((report.stage, report.proven, report.means), (Stage::Sealed, 0, None));
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(round) });
		let report = Efficiency::report(round).expect("it is final");
		assert_eq!((report.stage, report.dmus, report.proven), (Stage::Complete, 5, 5));
		assert_eq!((report.method, report.model), (METHOD, evaluation().model));
		assert_eq!((report.sealed, report.completed), (NOW, Some(NOW)));
		assert_eq!(Some(report.fingerprint), stored(round).seal.map(|seal| seal.fingerprint));
		assert_eq!(report.excluded, [(region(5), Exclusion::NotReported)]);
		let rows = Efficiency::report_rows(round, 0, 99);
		assert_eq!(report.means, Means::of(rows.iter().map(|row| &row.efficiency)));
		let groups: Vec<_> = report.belts.iter().map(|group| (group.belt, group.dmus)).collect();
		assert_eq!(
			groups,
			[(Some(Belt::Western), 1), (Some(Belt::Central), 2), (Some(Belt::Eastern), 2)]
		);
		for group in report.belts {
			let rows = rows.iter().filter(|row| row.belt == group.belt);
			assert_eq!(Some(group.means), Means::of(rows.map(|row| &row.efficiency)));
		}
		let survey = sealed(survey(), &[[1], [2]]);
		assert_eq!(Efficiency::report(survey), None);
	});
}

#[test]
fn rows_are_told_in_pages_and_one_by_one_as_the_verifier_found_them() {
	run(|| {
		let round = sealed(hospital_specification(Orientation::Output), &hospital_rows());
		let shown = crate::Pallet::<Test>::check_batch(&batch(round))
			.unwrap_or_else(|_| panic!("the proof holds"));
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(round) });
		let rows = Efficiency::report_rows(round, 0, 99);
		assert_eq!(rows.len(), 31);
		for (row, (place, report)) in rows.iter().zip(shown.reports) {
			assert_eq!((row.place, &row.efficiency), (place, &report));
			assert_eq!(row.dmu, region(place.into()));
			assert_eq!(Efficiency::report_of(round, row.dmu.clone()).as_ref(), Some(row));
		}
		assert_eq!(Efficiency::report_rows(round, 29, 99), rows[29..]);
		assert_eq!(Efficiency::report_rows(round, 3, 2), rows[3..5]);
		assert_eq!(Efficiency::report_of(round, Dmu::Region(code("ZZ"))), None);
		assert_eq!(Efficiency::report_of(round, Dmu::Institution(HOSPITAL)), None);
	});
}

#[test]
fn a_ranking_is_best_first_and_equals_share_a_rank() {
	run(|| {
		let round = reported(evaluation(), &DEAP);
		let ranked = |by, from, limit| {
			Efficiency::ranking(round, by, from, limit)
				.into_iter()
				.map(|ranked| (ranked.rank, ranked.dmu, ranked.score.0 / 1_000_000_000))
				.collect::<Vec<_>>()
		};
		let comprehensive = [
			(1, region(2), 1_000),
			(2, region(4), 833),
			(3, region(3), 800),
			(4, region(0), 500),
			(4, region(1), 500),
		];
		assert_eq!(ranked(Measure::Comprehensive, 0, 9), comprehensive);
		assert_eq!(ranked(Measure::Comprehensive, 1, 2), comprehensive[1..3]);
		let ranks = |by| ranked(by, 0, 9).into_iter().map(|(rank, dmu, _)| (rank, dmu));
		let technical =
			[(1, region(0)), (1, region(2)), (1, region(4)), (4, region(3)), (5, region(1))];
		assert!(ranks(Measure::Technical).eq(technical));
		let scale =
			[(1, region(2)), (2, region(3)), (3, region(4)), (4, region(1)), (5, region(0))];
		assert!(ranks(Measure::Scale).eq(scale));
	});
}

#[test]
fn targets_say_what_to_release() {
	run(|| {
		use IndicatorRole::{Input, Output};
		let columns =
			vec![indicator("a", 0, Input), indicator("b", 0, Input), indicator("y", 0, Output)];
		// DMU 1 gives the same as DMU 0 for twice the first input and four times the second.
		let round =
			reported(specification(columns, Orientation::Input), &[[10, 10, 7], [20, 40, 7]]);
		let targets = Efficiency::targets(round, region(1)).expect("it is proven");
		let digit = |count: u128| Slack(count * 1_000_000_000_000);
		let target = |indicator, role, observed, radial, slack, target| Target {
			indicator,
			role,
			observed,
			radial: digit(radial),
			slack: digit(slack),
			target: digit(target),
		};
		// Half of both to begin with, and then ten more of the second.
		assert_eq!(
			targets,
			[
				target(0, Input, 20, 10, 0, 10),
				target(1, Input, 40, 20, 10, 10),
				target(2, Output, 7, 0, 0, 7),
			]
		);
	});
}

#[test]
fn targets_say_what_to_gain() {
	run(|| {
		use IndicatorRole::{Descriptive, Input, Output};
		let columns = vec![
			indicator("y", 0, Output),
			indicator("z", 0, Descriptive),
			indicator("w", 0, Output),
			indicator("x", 0, Input),
		];
		let specification = specification(columns, Orientation::Output);
		// DMU 1 could give three times its outputs, and five more of the second.
		let rows = [[30, 0, 20, 10], [10, 0, 5, 10], [0, 0, 0, 10]];
		let round = reported(specification, &rows);
		let targets = Efficiency::targets(round, region(1)).expect("it is proven");
		let told: Vec<_> = targets
			.into_iter()
			.map(|target| {
				let parts = [target.radial, target.slack, target.target];
				// The score is a third to twelve digits, so the last digits are not those of a third.
				(target.indicator, parts.map(|part| (part.0 + 500_000) / 1_000_000_000_000))
			})
			.collect();
		assert_eq!(told, [(3, [0, 0, 10]), (0, [20, 0, 30]), (2, [10, 5, 20])]);
		// Nothing is any multiple of nothing.
		let row = Efficiency::report_of(round, region(2)).expect("it is proven");
		assert_eq!(row.efficiency.vrste, Score(0));
		assert_eq!(Efficiency::targets(round, region(2)), None);
	});
}

#[test]
fn the_history_of_a_dmu_runs_through_the_rounds() {
	run(|| {
		let first = reported(evaluation(), &DEAP);
		let _open = open(evaluation(), roster(5));
		let last = reported(evaluation(), &[[20, 10], [10, 20]]);
		let told = |dmu, from, rounds| {
			Efficiency::history(dmu, from, rounds)
				.into_iter()
				.map(|(round, row)| (round, row.efficiency.crste.0 / 1_000_000_000))
				.collect::<Vec<_>>()
		};
		assert_eq!(told(region(0), ROUND, 9), [(first, 500), (last, 250)]);
		assert_eq!(told(region(4), ROUND, 9), [(first, 833)]);
		assert_eq!(told(region(0), RoundId(1), 9), [(last, 250)]);
		assert_eq!(told(region(0), ROUND, 2), [(first, 500)]);
	});
}

#[test]
fn a_stored_dmu_of_the_31_takes_so_many_bytes() {
	use codec::{Encode, MaxEncodedLen};
	run(|| {
		let round = reported(hospital_specification(Orientation::Output), &hospital_rows());
		let bytes: Vec<usize> = crate::Efficiencies::<Test>::iter_prefix(round)
			.map(|(_, efficiency)| efficiency.encoded_size())
			.collect();
		// As docs/efficiency.md states them.
		assert_eq!((bytes.iter().sum::<usize>() / 31, bytes.iter().max()), (45, Some(&55)));
		let snapshot = crate::Snapshots::<Test>::get(round).expect("it is sealed");
		let sizes = [opening(round).encoded_size(), stored(round).encoded_size()];
		assert_eq!(sizes, [133, 198]);
		assert_eq!([roster(31).encoded_size(), snapshot.encoded_size()], [188, 1_428]);
		assert_eq!(Opening::max_encoded_len(), 2_258);
		assert_eq!(Round::max_encoded_len(), 198);
		assert_eq!(crate::Roster::max_encoded_len(), 7_171);
		assert_eq!(crate::Snapshot::max_encoded_len(), 319_492);
		assert_eq!(crate::Efficiency::max_encoded_len(), 520);
		assert_eq!(certificates(round).encoded_size(), 683);
	});
}

#[test]
fn the_newest_record_is_told_of_rounds_alone() {
	run(|| {
		sealed(evaluation(), &DEAP);
		// One record for its opening, five for its figures, and one for its seal.
		assert_eq!(Efficiency::newest_record(&Subject::Round(ROUND)), Some(RecordId(6)));
		assert_eq!(Efficiency::newest_record(&Subject::Round(RoundId(9))), None);
		assert_eq!(Efficiency::newest_record(&Subject::Lot(LotId(0))), None);
	});
}
