//! More than a hundred thousand forged certificates.

use crate::{
	brute::Truth,
	duality,
	samples::{self, Family, FAMILIES},
};
use codec::{Decode, Encode};
use salus_analysis::dea::{
	Basis, Certificate, DmuReport, Model, Orientation, Program, Refusal, Returns, Sample,
	SlackWeights, Stage, Step, Verifier, MAX_ROWS,
};
use salus_solver::{Random, Solver};
use std::collections::BTreeMap;

/// Feasible bases of a DMU, the last of which is the best: those on the way from the beginning.
fn stopovers(verifier: &Verifier<'_>, dmu: u16, program: Program) -> Vec<Basis> {
	let mut bases = vec![verifier.start(dmu, program).expect("a DMU")];
	if bases[0] == Basis::EMPTY {
		return bases;
	}
	// A verifier that goes round in circles is to be found out all the same.
	while bases.len() < 1_000 {
		match verifier.step(dmu, program, &bases[bases.len() - 1]).expect("a feasible basis") {
			Step::Optimal(_) => break,
			Step::Next(next) => bases.push(next),
		}
	}
	bases
}

/// A certificate changed in one of the ways in which somebody might try to change it.
fn forge(
	random: &mut Random,
	honest: &[Certificate],
	feasible: &[[Vec<Basis>; 2]],
	dmu: usize,
	columns: u16,
) -> Certificate {
	let mut pick = |below: usize| random.below(below as u64) as usize;
	let mut forged = honest[dmu];
	let other = honest[pick(honest.len())];
	match pick(9) {
		// That of somebody else.
		0 => return other,
		1 => forged.variable = other.variable,
		2 => forged.constant = other.constant,
		// One program's for the other.
		3 => (forged.constant, forged.variable) = (forged.variable, forged.constant),
		// Bytes that went wrong on the way.
		4 => {
			let mut bytes = forged.encode();
			let at = pick(bytes.len());
			bytes[at] ^= 1 << pick(8);
			return Certificate::decode(&mut &bytes[..]).unwrap_or(forged);
		}
		// What is feasible, and falls short of the optimum by much, by little or not at all.
		5 => forged.constant = feasible[dmu][0][pick(feasible[dmu][0].len())],
		6 => forged.variable = feasible[dmu][1][pick(feasible[dmu][1].len())],
		// Some other columns, in order or not.
		way => {
			let basis = if pick(2) == 0 { &mut forged.constant } else { &mut forged.variable };
			let mut changed = basis.columns().to_vec();
			for _ in 0..=pick(3) {
				let column = pick(usize::from(columns) + 2) as u16;
				let at = pick(changed.len() + 1);
				match pick(8) {
					0 if changed.len() < MAX_ROWS => changed.insert(at, column),
					1 if at < changed.len() => drop(changed.remove(at)),
					_ if at < changed.len() => changed[at] = column,
					_ => {}
				}
			}
			if way == 7 {
				changed.sort_unstable();
			}
			*basis = Basis::try_from(&changed[..]).expect("a short basis");
		}
	}
	forged
}

/// How often each verdict was passed.
type Outcomes = BTreeMap<&'static str, usize>;

/// Has forgeries for a sample judged. What is accepted must prove what is `true` of the DMU.
fn judge(
	random: &mut Random,
	sample: &Sample,
	model: Model,
	each: usize,
	truth: impl Fn(&mut Solver<'_>, usize) -> DmuReport,
	outcomes: &mut Outcomes,
) {
	let verifier = Verifier::new(sample, model);
	let mut solver = Solver::new(sample, model);
	let dmus = 0..sample.dmus();
	let truth: Vec<_> = dmus.clone().map(|dmu| truth(&mut solver, dmu)).collect();
	let certificate = |dmu| solver.certify(dmu as u16).expect("a certificate");
	let honest: Vec<_> = dmus.clone().map(certificate).collect();
	let feasible: Vec<_> = dmus
		.map(|dmu| {
			[(Returns::Constant, Stage::Score), (Returns::Variable, Stage::Slacks)].map(
				|(returns, stage)| stopovers(&verifier, dmu as u16, Program { returns, stage }),
			)
		})
		.collect();
	// It keeps what it learns of every forgery.
	let mut batch = verifier.batch();
	let columns = (sample.dmus() + sample.width() + 2) as u16;
	for attempt in 0..each {
		let dmu = attempt % sample.dmus();
		let forged = forge(random, &honest, &feasible, dmu, columns);
		if forged == honest[dmu] {
			continue;
		}
		let verdict = verifier.report(dmu as u16, &forged);
		assert_eq!(batch.report(dmu as u16, &forged), verdict);
		let outcome = match verdict {
			Ok(report) => {
				assert_eq!(report, truth[dmu], "{forged:?} for {dmu} of {sample:?}");
				"accepted"
			}
			Err(Refusal::NoSuchDmu) => panic!("there is DMU {dmu}"),
			Err(Refusal::WrongLength) => "wrong length",
			Err(Refusal::NoSuchColumn(_)) => "no such column",
			Err(Refusal::NotAscending(_)) => "not ascending",
			Err(Refusal::Singular) => "singular",
			Err(Refusal::Infeasible(_)) => "infeasible",
			Err(Refusal::NotOptimal(_)) => "not optimal",
		};
		*outcomes.entry(outcome).or_insert(0) += 1;
	}
}

/// Has at least so many forgeries judged, in equal parts for all samples.
fn judge_all(
	least: usize,
	samples: &[Sample],
	truth: impl Fn(&mut Solver<'_>, usize) -> DmuReport,
) {
	let mut random = Random(0);
	let mut outcomes = Outcomes::new();
	// In either orientation, for some changes lead back to the honest certificate.
	let each = least / samples.len();
	for (number, sample) in samples.iter().enumerate() {
		let weights = if number % 2 == 0 { SlackWeights::Mean } else { SlackWeights::Raw };
		for orientation in [Orientation::Input, Orientation::Output] {
			let model = Model { orientation, weights };
			judge(&mut random, sample, model, each, &truth, &mut outcomes);
		}
	}
	let tried: usize = outcomes.values().sum();
	println!("{tried} forgeries: {outcomes:?}");
	assert!(tried >= least, "{tried}");
	// Every way of being refused was taken, and some forgeries are other proofs of the truth.
	assert_eq!(outcomes.len(), 7, "{outcomes:?}");
}

fn of_all_families<S: Iterator<Item = Sample>>(some: impl Fn(Family) -> S) -> Vec<Sample> {
	FAMILIES.into_iter().flat_map(some).collect()
}

#[test]
fn no_forgery_is_accepted_unless_it_proves_the_best_of_all_bases() {
	let small =
		of_all_families(|family| samples::reproducible(samples::of(family, 7, 2), 20).into_iter());
	judge_all(100_000, &small, |solver, dmu| {
		let (sample, model) = (solver.verifier().sample(), solver.verifier().model());
		Truth::of(sample, dmu, model.orientation).report(model.weights)
	});
}

#[test]
fn no_forgery_is_accepted_unless_it_proves_the_true_report() {
	let some =
		of_all_families(|family| samples::reproducible(samples::of(family, 25, 3), 20).into_iter());
	judge_all(100_000, &some, duality::report);
}

#[test]
fn no_forgery_of_the_largest_width_is_accepted_unless_it_proves_the_true_report() {
	let widest = of_all_families(|family| {
		samples::reproducible(samples::shaped(family, 8, 8, 30), 2).into_iter()
	});
	judge_all(50_000, &widest, duality::report);
}
