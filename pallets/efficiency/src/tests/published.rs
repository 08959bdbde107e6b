//! The 31 regions against the scores that others have printed; see the README beside the data.

use crate::{mock::*, Call, Dmu, IndicatorRole::*, RoundSpecification, Stage};
use salus_analysis::dea::{Orientation, ReturnsToScale};

/// Beds and technicians in, visits and admissions out.
pub(super) fn hospital_specification(orientation: Orientation) -> RoundSpecification {
	let columns = vec![
		indicator("beds", 4, Input),
		indicator("technicians", 4, Input),
		indicator("visits", 4, Output),
		indicator("admissions", 4, Output),
	];
	specification(columns, orientation)
}

pub(super) fn hospital_rows() -> Vec<[u64; 4]> {
	table(HOSPITALS)
		.into_iter()
		.map(|row| [3, 4, 5, 6].map(|column| mantissa(row[column], 4)))
		.collect()
}

/// Asserts that a score rounds to what is printed.
#[track_caller]
fn assert_printed(score: u64, printed: &str, digits: usize, region: &str) {
	if printed.is_empty() {
		return;
	}
	let printed = mantissa(printed, digits);
	let unit = 10u64.pow(12 - digits as u32);
	assert_eq!((score + unit / 2) / unit, printed, "{region}");
}

fn reported(orientation: Orientation) -> Vec<(Vec<&'static str>, crate::ReportRow)> {
	let round = sealed(hospital_specification(orientation), &hospital_rows());
	accepted(signed(STRANGER), Call::submit_certificates { batch: batch(round) });
	assert_eq!(stored(round).stage, Stage::Complete);
	let scores = table(SCORES);
	assert_eq!(scores.len(), 31);
	scores
		.into_iter()
		.map(|printed| {
			let dmu = Dmu::Region(code(printed[0]));
			let row = Efficiency::report_of(round, dmu).expect("it is proven");
			(printed, row)
		})
		.collect()
}

#[test]
fn the_input_oriented_scores_are_the_printed_ones() {
	run(|| {
		let mut printed_digits = 0;
		for (printed, row) in reported(Orientation::Input) {
			let efficiency = row.efficiency;
			assert_printed(efficiency.vrste.0, printed[1], 7, printed[0]);
			assert_printed(efficiency.crste.0, printed[2], 3, printed[0]);
			assert_printed(efficiency.scale.0, printed[5], 3, printed[0]);
			printed_digits += printed.iter().filter(|cell| !cell.is_empty()).count();
		}
		assert!(printed_digits > 31 * 2, "there is something to compare with");
	});
}

#[test]
fn the_output_oriented_scores_are_the_printed_ones() {
	run(|| {
		for (printed, row) in reported(Orientation::Output) {
			let efficiency = row.efficiency;
			assert_printed(efficiency.crste.0, printed[3], 3, printed[0]);
			assert_printed(efficiency.vrste.0, printed[4], 3, printed[0]);
		}
	});
}

#[test]
fn the_example_of_the_guide_comes_out_as_printed() {
	run(|| {
		sealed(evaluation(), &DEAP);
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(ROUND) });
		// DEAP 2.1 guide, example 2: crste, vrste, scale, returns to scale, peers.
		use ReturnsToScale::*;
		let expected = [
			("0.500", "1.000", "0.500", Increasing, vec![(0, "1.000")]),
			("0.500", "0.625", "0.800", Increasing, vec![(0, "0.500"), (2, "0.500")]),
			("1.000", "1.000", "1.000", Constant, vec![(2, "1.000")]),
			("0.800", "0.900", "0.889", Decreasing, vec![(2, "0.500"), (4, "0.500")]),
			("0.833", "1.000", "0.833", Decreasing, vec![(4, "1.000")]),
		];
		for ((place, row), (crste, vrste, scale, returns, peers)) in
			Efficiency::report_rows(ROUND, 0, 9).into_iter().enumerate().zip(expected)
		{
			let name = place.to_string();
			assert_printed(row.efficiency.crste.0, crste, 3, &name);
			assert_printed(row.efficiency.vrste.0, vrste, 3, &name);
			assert_printed(row.efficiency.scale.0, scale, 3, &name);
			assert_eq!(row.efficiency.returns_to_scale, returns);
			assert_eq!(row.efficiency.peers.len(), peers.len());
			for (peer, (dmu, weight)) in row.efficiency.peers.iter().zip(peers) {
				assert_eq!(peer.dmu, dmu);
				assert_printed(peer.weight.0, weight, 3, &name);
			}
		}
	});
}
