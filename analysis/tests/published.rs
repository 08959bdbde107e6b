//! The verifier against what others have printed.
//!
//! The bases are found by exact steps of the simplex method, so nothing here depends on a solver.

use salus_analysis::dea::{
	Basis, Certificate, DmuReport, Model, Optimum, Orientation, Program, Ratio, Refusal, Returns,
	ReturnsToScale, Sample, SlackWeights, Stage, Step, Verifier,
};
use std::{fs, path::Path};

/// A table with a header, read as text.
struct Table {
	header: Vec<String>,
	rows: Vec<Vec<String>>,
}

impl Table {
	fn read(name: &str) -> Self {
		let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/published");
		let text = fs::read_to_string(folder.join(name).with_extension("csv")).expect("a table");
		let mut lines = text
			.lines()
			.map(|line| line.split(',').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
		Self { header: lines.next().expect("a header"), rows: lines.collect() }
	}

	fn cell(&self, row: usize, column: &str) -> &str {
		let at = self.header.iter().position(|name| name == column).expect("a column");
		&self.rows[row][at]
	}

	/// The values of a column as integers, after multiplying all by the same power of ten.
	fn mantissas(&self, column: &str) -> Vec<u64> {
		let cells = || (0..self.rows.len()).map(|row| self.cell(row, column));
		let decimals = |cell: &str| cell.split_once('.').map_or(0, |(_, part)| part.len());
		let most = cells().map(decimals).max().expect("a row");
		cells()
			.map(|cell| {
				let digits = cell.replace('.', "") + &"0".repeat(most - decimals(cell));
				digits.parse().expect("a number")
			})
			.collect()
	}

	fn sample(&self, inputs: &[&str], outputs: &[&str]) -> Sample {
		let columns: Vec<_> =
			inputs.iter().chain(outputs).map(|column| self.mantissas(column)).collect();
		let rows: Vec<Vec<u64>> = (0..self.rows.len())
			.map(|row| columns.iter().map(|column| column[row]).collect())
			.collect();
		Sample::new(inputs.len(), outputs.len(), &rows).expect("a sample")
	}
}

/// Steps from comparing the DMU with itself to the optimum.
fn solve(verifier: &Verifier<'_>, dmu: u16, program: Program) -> (Basis, Optimum) {
	let mut basis = verifier.start(dmu, program).expect("a DMU");
	loop {
		match verifier.step(dmu, program, &basis).expect("a feasible basis") {
			Step::Optimal(optimum) => {
				assert_eq!(verifier.optimum(dmu, program, &basis).as_ref(), Ok(&optimum));
				return (basis, optimum);
			}
			Step::Next(next) => {
				assert!(matches!(
					verifier.optimum(dmu, program, &basis),
					Err(Refusal::NotOptimal(_))
				));
				basis = next;
			}
		}
	}
}

fn optimum(verifier: &Verifier<'_>, dmu: usize, returns: Returns) -> Optimum {
	solve(verifier, dmu as u16, Program { returns, stage: Stage::Slacks }).1
}

fn report(verifier: &Verifier<'_>, dmu: usize) -> DmuReport {
	let basis = |returns, stage| solve(verifier, dmu as u16, Program { returns, stage }).0;
	let certificate = Certificate {
		constant: basis(Returns::Constant, Stage::Score),
		variable: basis(Returns::Variable, Stage::Slacks),
	};
	verifier.report(dmu as u16, &certificate).expect("proven")
}

fn model(orientation: Orientation) -> Model {
	Model { orientation, weights: SlackWeights::Mean }
}

/// Asserts that a value in 10⁻¹² rounds to what is printed; blank if nothing is.
#[track_caller]
fn assert_printed(value: u128, printed: &str) {
	if printed.is_empty() {
		return;
	}
	assert_printed_digits(
		value,
		printed,
		printed.split_once('.').map_or(0, |(_, part)| part.len()),
	);
}

/// The same where trailing zeros were not printed.
#[track_caller]
fn assert_printed_digits(value: u128, printed: &str, digits: usize) {
	if printed.is_empty() {
		return;
	}
	let (whole, part) = printed.split_once('.').unwrap_or((printed, ""));
	let expected: i128 = format!("{whole}{part:0<12}").parse().expect("a number");
	let half = 10i128.pow(12 - digits as u32) / 2;
	let value = value as i128;
	assert!((value - expected).abs() <= half, "{value} is not printed as {printed}");
}

fn inverse(ratio: &Ratio) -> u128 {
	Ratio::one().checked_div(ratio).expect("a positive score").rounded()
}

#[test]
fn deap_example_1_has_the_printed_scores_slacks_peers_and_targets() {
	let (data, printed) = (Table::read("deap-eg1"), Table::read("deap-eg1-scores"));
	let sample = data.sample(&["x1", "x2"], &["y1"]);
	// The data are printed with one decimal.
	let tenths = |ratio: &Ratio| ratio.rounded() / 10;
	for weights in [SlackWeights::Mean, SlackWeights::Raw] {
		let verifier = Verifier::new(&sample, Model { orientation: Orientation::Input, weights });
		for row in 0..sample.dmus() {
			let optimum = optimum(&verifier, row, Returns::Constant);
			assert_printed(optimum.score().rounded(), printed.cell(row, "crs_in"));
			assert_printed(tenths(&optimum.slacks()[0]), printed.cell(row, "sx1"));
			assert_printed(tenths(&optimum.slacks()[1]), printed.cell(row, "sx2"));

			let mut peers: Vec<(&str, &str)> = printed
				.cell(row, "peers")
				.split(' ')
				.zip(printed.cell(row, "weights").split(' '))
				.collect();
			peers.sort_unstable();
			assert_eq!(optimum.weights().len(), peers.len());
			for ((dmu, weight), (peer, share)) in optimum.weights().iter().zip(peers) {
				assert_eq!(data.cell(usize::from(*dmu), "dmu"), peer);
				assert_printed(weight.rounded(), share);
			}

			for (input, target) in ["target_x1", "target_x2"].into_iter().enumerate() {
				let value = sample.row(row).expect("a DMU")[input];
				let proportional = u128::from(value) * optimum.score().rounded() / 10;
				assert_printed(
					proportional - tenths(&optimum.slacks()[input]),
					printed.cell(row, target),
				);
			}
		}
	}
}

#[test]
fn deap_example_2_has_the_printed_scores_scale_returns_and_peers() {
	let (data, printed) = (Table::read("deap-eg2"), Table::read("deap-eg2-scores"));
	let sample = data.sample(&["x1"], &["y1"]);
	let verifier = Verifier::new(&sample, model(Orientation::Input));
	for row in 0..sample.dmus() {
		let report = report(&verifier, row);
		assert_printed(report.crste.0.into(), printed.cell(row, "crste_in"));
		assert_printed(report.vrste.0.into(), printed.cell(row, "vrste_in"));
		assert_printed(report.scale.0.into(), printed.cell(row, "scale"));
		let returns = match report.returns_to_scale {
			ReturnsToScale::Constant => "-",
			ReturnsToScale::Increasing => "irs",
			ReturnsToScale::Decreasing => "drs",
		};
		assert_eq!(returns, printed.cell(row, "rts"));

		let shares = printed.cell(row, "weights").split(' ');
		let peers: Vec<_> = printed.cell(row, "peers").split(' ').zip(shares).collect();
		assert_eq!(report.peers.len(), peers.len());
		for (found, (peer, share)) in report.peers.iter().zip(peers) {
			assert_eq!(data.cell(usize::from(found.dmu), "dmu"), peer);
			assert_printed(found.weight.0.into(), share);
		}
		let value = sample.row(row).expect("a DMU")[0];
		let target =
			(u128::from(value) * u128::from(report.vrste.0) - report.input_slacks[0].0) / 10;
		assert_printed(target, printed.cell(row, "target_x1"));
	}
}

#[test]
fn three_dmus_have_the_scores_and_slacks_proven_by_hand() {
	let (data, printed) = (Table::read("exact3"), Table::read("exact3-scores"));
	let sample = data.sample(&["x1"], &["y1"]);
	let input = Verifier::new(&sample, model(Orientation::Input));
	let output = Verifier::new(&sample, model(Orientation::Output));
	let exactly = |value: u128, row, column| {
		assert_printed_digits(value, printed.cell(row, column), 12);
	};
	for row in 0..sample.dmus() {
		for (returns, columns) in [
			(Returns::Constant, ["crs_in", "crs_out_phi"]),
			(Returns::Variable, ["vrs_in", "vrs_out_phi"]),
			(Returns::NonIncreasing, ["nirs_in", "nirs_out_phi"]),
			(Returns::NonDecreasing, ["ndrs_in", "ndrs_out_phi"]),
		] {
			exactly(optimum(&input, row, returns).score().rounded(), row, columns[0]);
			exactly(inverse(optimum(&output, row, returns).score()), row, columns[1]);
		}
		let (input, output) = (report(&input, row), report(&output, row));
		// The output is printed with one decimal.
		exactly(input.output_slacks[0].0 / 10, row, "vrs_in_sy1");
		exactly(output.input_slacks[0].0, row, "vrs_out_sx1");
		exactly(input.scale.0.into(), row, "scale_in");
		exactly(output.scale.0.into(), row, "scale_out");
	}
}

#[test]
fn eleven_dmus_have_the_printed_scores_and_largest_sums_of_slacks() {
	let (data, printed) = (Table::read("fls11"), Table::read("fls11-scores"));
	let sample = data.sample(&["x1", "x2"], &["y1"]);
	for (orientation, side) in [(Orientation::Input, "in"), (Orientation::Output, "out")] {
		let verifier = Verifier::new(&sample, Model { orientation, weights: SlackWeights::Raw });
		for (returns, name) in [(Returns::Constant, "crs"), (Returns::Variable, "vrs")] {
			for row in 0..sample.dmus() {
				let optimum = optimum(&verifier, row, returns);
				// Ten significant digits: at most ten after the point, for all but the smallest.
				match orientation {
					Orientation::Input => assert_printed_digits(
						optimum.score().rounded(),
						printed.cell(row, &format!("{name}_in")),
						10,
					),
					Orientation::Output => assert_printed_digits(
						inverse(optimum.score()),
						printed.cell(row, &format!("{name}_out_phi")),
						9,
					),
				}
				for (slack, column) in optimum.slacks().iter().zip(["sx1", "sx2", "sy1"]) {
					assert_printed_digits(
						slack.rounded(),
						printed.cell(row, &format!("{name}_{side}_{column}")),
						8,
					);
				}
			}
		}
	}
}

#[test]
fn the_regions_of_2011_have_the_printed_scores() {
	let (data, printed) = (Table::read("hospitals-2011"), Table::read("hospitals-2011-scores"));
	let sample = data.sample(&["beds_10k", "technicians_10k"], &["visits_10k", "admissions_10k"]);
	let input = Verifier::new(&sample, model(Orientation::Input));
	let output = Verifier::new(&sample, model(Orientation::Output));
	for row in 0..sample.dmus() {
		let code = data.cell(row, "code");
		let at = (0..printed.rows.len())
			.find(|&at| printed.cell(at, "code") == code)
			.expect("a printed row");
		let (input, output) = (report(&input, row), report(&output, row));
		let check = |value: u64, column: &str, digits| {
			assert_printed_digits(value.into(), printed.cell(at, column), digits);
		};
		check(input.vrste.0, "vrs_input_7dp", 7);
		check(input.crste.0, "crs_input_3dp", 3);
		check(input.scale.0, "scale_input_3dp", 3);
		check(output.crste.0, "crs_output_3dp", 3);
		check(output.vrste.0, "vrs_output_3dp", 3);
	}
}
