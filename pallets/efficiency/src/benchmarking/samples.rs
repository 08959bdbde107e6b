//! The figures on which verification is measured.

use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::BenchmarkError;
use salus_analysis::dea::{
	Basis, Certificate, Program, Refusal, Returns, Sample, Stage, Step, Verifier,
};

/// SplitMix64.
struct Random(u64);

impl Random {
	fn below(&mut self, bound: u64) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		(z ^ (z >> 31)) % bound
	}
}

/// Figures of `n` units, at least one more than columns, that are as hard to verify as any.
///
/// The first units, as many as columns, are the corners of a face on which the outputs add up to
/// what the inputs do; the next one, which is verified, lies inside; and all others are copies of
/// the last corner. No copy is decided by the score, for it lies on the face, and none by the
/// slacks, for there are none; of the weights of the corners, which come next, only the last one
/// decides, so that each copy is compared in full with each of them. The basis has no slack and
/// therefore nothing that could be left out of the exact arithmetic, in numbers of 62 bits.
///
/// The first corner is twice the sum of the others, so that under constant returns the others
/// suffice.
pub(super) fn hard_rows(n: usize, width: usize) -> Vec<Vec<u64>> {
	/// In how many parts a unit is divided among the corners.
	const PARTS: u64 = 1 << 16;
	let mut random = Random(1);
	let inputs = width / 2;
	// Twice as many as there are columns stay below 64 bits, PARTS of them.
	let bits = 45 - width.ilog2();
	let mut corners: Vec<Vec<u64>> = (1..width)
		.map(|_| {
			let mut row: Vec<u64> =
				(0..width).map(|_| (1 << bits) + random.below(1 << (bits - 4))).collect();
			// What is missing on one side is added to it.
			let (given, gained) = row.split_at(inputs);
			let (given, gained) = (given.iter().sum::<u64>(), gained.iter().sum::<u64>());
			row[if given < gained { 0 } else { inputs }] += given.abs_diff(gained);
			row
		})
		.collect();
	let sum = |rows: &[Vec<u64>], parts: &[u64]| -> Vec<u64> {
		(0..width)
			.map(|column| rows.iter().zip(parts).map(|(row, part)| row[column] * part).sum())
			.collect()
	};
	corners.insert(0, sum(&corners, &vec![2; width - 1]));
	(0..n)
		.map(|unit| {
			let mut parts = vec![0; width];
			if unit == width {
				for part in &mut parts[1..] {
					*part = 1 + random.below(PARTS / 32);
				}
				parts[0] = PARTS - parts.iter().sum::<u64>();
			} else {
				parts[unit.min(width - 1)] = PARTS;
			}
			sum(&corners, &parts)
		})
		.collect()
}

/// The certificate of the unit of [`hard_rows`] that lies inside.
pub(super) fn hard_certificate(n: usize, width: usize) -> Certificate {
	let score = (n + width) as u16;
	let basis = |first: u16| {
		let columns: Vec<u16> = (first..width as u16).chain([score]).collect();
		Basis::try_from(&columns[..]).unwrap_or(Basis::EMPTY)
	};
	Certificate { constant: basis(1), variable: basis(0) }
}

/// The sample of [`hard_rows`].
pub(super) fn hard_sample(n: u32, width: usize) -> Result<Sample, BenchmarkError> {
	let inputs = width / 2;
	Sample::new(inputs, width - inputs, &hard_rows(n as usize, width))
		.map_err(|_| BenchmarkError::Stop("the figures are no sample"))
}

/// Finds the three scores, and the slacks, of a unit with exact steps from the beginning: what a
/// chain without certificates would have to do. Tells how many steps that took.
pub(super) fn solve(verifier: &Verifier<'_>, unit: u16) -> Result<u32, Refusal> {
	let programs = [
		(Returns::Constant, Stage::Score),
		(Returns::Variable, Stage::Slacks),
		(Returns::NonIncreasing, Stage::Score),
	];
	let mut steps = 0;
	for (returns, stage) in programs {
		let program = Program { returns, stage };
		let mut basis = verifier.start(unit, program)?;
		while let Step::Next(next) = verifier.step(unit, program, &basis)? {
			basis = next;
			steps += 1;
		}
	}
	Ok(steps)
}

#[cfg(test)]
mod tests {
	use super::*;
	use salus_analysis::dea::{Model, Orientation, Score, SlackWeights, ONE};

	const MODEL: Model = Model { orientation: Orientation::Output, weights: SlackWeights::Mean };

	#[test]
	fn the_hard_figures_are_certified_as_said() {
		for (n, width) in [(32, 2), (32, 4), (40, 8), (64, 16)] {
			let sample = hard_sample(n, width).expect("a sample");
			let verifier = Verifier::new(&sample, MODEL);
			let certificate = hard_certificate(n as usize, width);
			let report = verifier.report(width as u16, &certificate).expect("it holds");
			assert_eq!((report.vrste, report.peers.len()), (Score(ONE), width));
		}
	}
}
