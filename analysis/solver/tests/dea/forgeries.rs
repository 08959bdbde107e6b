//! A hundred thousand forged certificates.

use crate::samples;
use codec::{Decode, Encode};
use salus_analysis::dea::{
	Basis, Certificate, Model, Orientation, Refusal, SlackWeights, Verifier, MAX_ROWS,
};
use salus_solver::Solver;
use std::collections::BTreeMap;

const FORGERIES: usize = 100_000;

/// SplitMix64, seeded with zero.
struct Random(u64);

impl Random {
	fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}
}

/// A certificate changed in one of the ways in which somebody might try to change it.
fn forge(random: &mut Random, honest: &[Certificate], unit: usize, columns: u16) -> Certificate {
	let mut pick = |below: usize| (random.next() % below as u64) as usize;
	let mut forged = honest[unit];
	let other = honest[pick(honest.len())];
	match pick(7) {
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
			if way == 5 {
				changed.sort_unstable();
			}
			*basis = Basis::try_from(&changed[..]).expect("a short basis");
		}
	}
	forged
}

#[test]
fn no_forgery_is_accepted_unless_it_proves_the_true_report() {
	let mut random = Random(0);
	let mut tried = 0;
	let mut outcomes = BTreeMap::new();
	let some = samples::FAMILIES
		.iter()
		.flat_map(|&family| samples::reproducible(samples::of(family, 25, 3), 20));
	let some: Vec<_> = some.collect();
	let each = FORGERIES * 3 / 2 / some.len() / 2;
	for (number, sample) in some.iter().enumerate() {
		let weights = if number % 2 == 0 { SlackWeights::Mean } else { SlackWeights::Raw };
		for orientation in [Orientation::Input, Orientation::Output] {
			let model = Model { orientation, weights };
			let mut solver = Solver::new(sample, model);
			let (honest, truth): (Vec<_>, Vec<_>) = (0..sample.units() as u16)
				.map(|unit| solver.report(unit).expect("a certificate"))
				.unzip();
			let verifier = Verifier::new(sample, model);
			// It keeps what it learns of every forgery.
			let mut batch = verifier.batch();
			let columns = (sample.units() + sample.width() + 2) as u16;
			for attempt in 0..each {
				let unit = attempt % sample.units();
				let forged = forge(&mut random, &honest, unit, columns);
				if forged == honest[unit] {
					continue;
				}
				tried += 1;
				let verdict = verifier.report(unit as u16, &forged);
				assert_eq!(batch.report(unit as u16, &forged), verdict);
				let outcome = match verdict {
					Ok(report) => {
						assert_eq!(report, truth[unit], "{forged:?} for {unit} of {sample:?}");
						"accepted"
					}
					Err(Refusal::NoSuchUnit) => panic!("there is unit {unit}"),
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
	}
	println!("{tried} forgeries: {outcomes:?}");
	assert!(tried >= FORGERIES, "{tried}");
	// Every way of being refused was taken, and some forgeries are other proofs of the truth.
	assert_eq!(outcomes.len(), 7, "{outcomes:?}");
}
