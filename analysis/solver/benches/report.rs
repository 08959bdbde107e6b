//! How long a whole report takes: three programs per DMU, slacks, certificates, verification.
//!
//! `cargo bench -p salus-solver --bench report` generates 958 hospitals with two inputs and two outputs and prints
//! the times. `cargo bench -p salus-solver --bench report -- FILE` writes the same hospitals to a file first, for
//! `against_scipy.py` beside this one.

use salus_analysis::dea::{
	Model, Orientation, Program, Returns, Sample, SlackWeights, Stage, Step, Verifier, MAX_DMUS,
	MAX_INPUTS, MAX_OUTPUTS,
};
use salus_solver::{hospitals, Random, Solver};
use std::{
	fmt::Write,
	fs,
	hint::black_box,
	time::{Duration, Instant},
};

const UNITS: usize = 958;
const SEED: u64 = 2019;

fn main() {
	let rows = hospitals(SEED, UNITS);
	if let Some(file) = std::env::args().skip(1).find(|argument| !argument.starts_with("--")) {
		let mut text = String::from("hospital,beds,staff,visits,discharges\n");
		for (dmu, [beds, staff, visits, discharges]) in rows.iter().enumerate() {
			writeln!(text, "{dmu},{beds},{staff},{visits},{discharges}").expect("memory");
		}
		fs::write(file, text).expect("a file that can be written");
	}
	let sample = Sample::new(2, 2, &rows).expect("a sample");
	for orientation in [Orientation::Input, Orientation::Output] {
		let model = Model { orientation, weights: SlackWeights::Mean };
		let ids: Vec<u16> = (0..UNITS as u16).collect();

		let begin = Instant::now();
		let mut solver = Solver::new(&sample, model);
		let solved: Vec<_> =
			ids.iter().map(|&dmu| solver.report(dmu).expect("a certificate")).collect();
		let whole = begin.elapsed();

		let begin = Instant::now();
		let verifier = Verifier::new(&sample, model);
		for (&dmu, (certificate, report)) in ids.iter().zip(&solved) {
			assert_eq!(verifier.report(dmu, certificate).as_ref(), Ok(report));
		}
		let verified = begin.elapsed();

		let begin = Instant::now();
		let verifier = Verifier::new(&sample, model);
		let mut batch = verifier.batch();
		for (&dmu, (certificate, report)) in ids.iter().zip(&solved) {
			assert_eq!(batch.report(dmu, certificate).as_ref(), Ok(report));
		}
		let together = begin.elapsed();

		// What a machine without floating point would have to do instead of verifying: here for
		// some of the DMUs, for it takes long.
		let begin = Instant::now();
		let some: Vec<u16> = ids.iter().copied().step_by(20).collect();
		for &dmu in &some {
			for (returns, stage) in
				[(Returns::Constant, Stage::Score), (Returns::Variable, Stage::Slacks)]
			{
				black_box(exactly(&verifier, dmu, Program { returns, stage }));
			}
		}
		let exact = begin.elapsed();

		let mean = solved.iter().map(|(_, report)| report.vrste.0 as f64 / 1e12).sum::<f64>()
			/ UNITS as f64;
		println!("{orientation:?}: mean vrste {mean:.9}");
		println!("  whole report   {whole:>10.2?}");
		println!("  verification   {verified:>10.2?}, {:.2?} per DMU", verified / UNITS as u32);
		println!("  in one batch   {together:>10.2?}, {:.2?} per DMU", together / UNITS as u32);
		println!("  exact simplex  {:>10.2?} per DMU", exact / some.len() as u32);
	}
	largest();
}

/// Verification where everything is as large as it may be: values of 64 bits that share no factor,
/// and then values so small that columns tie wherever they can.
fn largest() {
	let mut random = Random(SEED);
	for (name, most) in [("of 64 bits", u64::MAX - 1), ("that tie", 2)] {
		let rows: Vec<Vec<u64>> = (0..MAX_DMUS)
			.map(|_| (0..MAX_INPUTS + MAX_OUTPUTS).map(|_| random.between(1, most)).collect())
			.collect();
		let sample = Sample::new(MAX_INPUTS, MAX_OUTPUTS, &rows).expect("a sample");
		let model = Model { orientation: Orientation::Output, weights: SlackWeights::Mean };
		let mut solver = Solver::new(&sample, model);
		let mut slowest = Duration::ZERO;
		for dmu in (0..MAX_DMUS as u16).step_by(10) {
			let certificate = solver.certify(dmu).expect("a certificate");
			let begin = Instant::now();
			black_box(solver.verifier().report(dmu, &certificate)).expect("proven");
			slowest = begin.elapsed().max(slowest);
		}
		println!("{MAX_DMUS} DMUs, {MAX_INPUTS} inputs, {MAX_OUTPUTS} outputs {name}:");
		println!("  verification   {slowest:>10.2?} for the slowest of 103 DMUs");
	}
}

/// Exact steps from the beginning.
fn exactly(verifier: &Verifier<'_>, dmu: u16, program: Program) -> usize {
	let mut basis = verifier.start(dmu, program).expect("a DMU");
	for steps in 1.. {
		match verifier.step(dmu, program, &basis).expect("a feasible basis") {
			Step::Optimal(_) => return steps,
			Step::Next(next) => basis = next,
		}
	}
	unreachable!("steps end")
}
