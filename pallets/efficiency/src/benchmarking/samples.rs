//! The figures on which verification is measured.

use alloc::vec::Vec;
use frame_benchmarking::v2::BenchmarkError;
use salus_analysis::dea::{
	Basis, Certificate, Program, Refusal, Returns, Sample, Stage, Step, Verifier,
};
use salus_solver::Random;

/// Figures of `n` DMUs, at least one more than columns, that are as hard to verify as any.
///
/// The first DMUs, as many as columns, are the corners of a face on which the outputs add up to
/// what the inputs do; the next one, which is verified, lies inside; and all others are copies of
/// the last corner. No copy is decided by the score, for it lies on the face, and none by the
/// slacks, for there are none; of the weights of the corners, which come next, only the last one
/// decides, so that each copy is compared in full with each of them. The basis has no slack and
/// therefore nothing that could be left out of the exact arithmetic, in numbers of 61 to 64 bits.
///
/// The first corner is a multiple of the sum of the others, so that under constant returns these
/// suffice.
pub(super) fn hard_rows(n: usize, width: usize) -> Vec<Vec<u64>> {
	/// Figures of corners are multiples of this, so that what is made of them has no fractions.
	const GRAIN: u64 = 1 << 9;
	let mut random = Random(1);
	let inputs = width / 2;
	let mut corners: Vec<Vec<u64>> = (1..width)
		.map(|_| {
			let mut row: Vec<u64> =
				(0..width).map(|_| ((1 << 51) + random.below(1 << 51)) * GRAIN).collect();
			// What is missing on one side is added to it: less than eight times 2^60.
			let (given, gained) = row.split_at(inputs);
			let (given, gained) = (
				given.iter().map(|&v| u128::from(v)).sum::<u128>(),
				gained.iter().map(|&v| u128::from(v)).sum::<u128>(),
			);
			row[if given < gained { 0 } else { inputs }] += given.abs_diff(gained) as u64;
			row
		})
		.collect();
	// Twice the mean of the others, or somewhat less where their number is no power of two.
	let parts = (width - 1).next_power_of_two() as u64;
	let first: Vec<u64> = (0..width)
		.map(|column| corners.iter().map(|corner| corner[column] / parts * 2).sum())
		.collect();
	corners.insert(0, first);
	// Sixteenths of the corners, one of each and the rest of the first.
	let inside = |column: usize| -> u64 {
		let others: u64 = corners[1..].iter().map(|corner| corner[column] / 16).sum();
		others + corners[0][column] / 16 * (17 - width as u64)
	};
	(0..n)
		.map(|dmu| match dmu {
			_ if dmu == width => (0..width).map(inside).collect(),
			_ => corners[dmu.min(width - 1)].clone(),
		})
		.collect()
}

/// The certificate of the DMU of [`hard_rows`] that lies inside.
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

/// Finds the scores and the slacks of a DMU with exact steps from the beginning: what a chain
/// without certificates would have to do. As in verification, the score under non-increasing returns
/// follows from the other two.
pub(super) fn solve(verifier: &Verifier<'_>, dmu: u16) -> Result<(), Refusal> {
	let programs = [(Returns::Constant, Stage::Score), (Returns::Variable, Stage::Slacks)];
	for (returns, stage) in programs {
		let program = Program { returns, stage };
		let mut basis = verifier.start(dmu, program)?;
		while let Step::Next(next) = verifier.step(dmu, program, &basis)? {
			basis = next;
		}
	}
	Ok(())
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
