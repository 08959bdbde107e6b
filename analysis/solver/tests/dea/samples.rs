//! Samples that are hard on a solver.

use proptest::{
	prelude::*,
	strategy::{Strategy, ValueTree},
	test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use salus_analysis::dea::Sample;

/// What is special about a sample.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Family {
	/// Nothing: no two DMUs tie.
	Plain,
	/// Values are so small that DMUs, ratios and sums tie all the time; outputs may be zero.
	Tied,
	/// A few DMUs, each many times.
	Repeated,
	/// Multiples of a few DMUs.
	Scaled,
	/// Values of a column span orders of magnitude.
	Wide,
	/// Most outputs are zero, of some DMUs all.
	Sparse,
	/// Values have up to 64 bits.
	Long,
	/// Values of up to 64 bits would tie but for the last two.
	Close,
}

pub const FAMILIES: [Family; 8] = [
	Family::Plain,
	Family::Tied,
	Family::Repeated,
	Family::Scaled,
	Family::Wide,
	Family::Sparse,
	Family::Long,
	Family::Close,
];

/// Samples of a family, with up to so many DMUs and up to so many inputs and outputs each.
pub fn of(family: Family, dmus: usize, columns: usize) -> impl Strategy<Value = Sample> + use<> {
	(1..=columns, 1..=columns, 1..=dmus)
		.prop_flat_map(move |(inputs, outputs, dmus)| shaped(family, inputs, outputs, dmus))
}

/// Samples of a family, with exactly so many DMUs, inputs and outputs.
pub fn shaped(
	family: Family,
	inputs: usize,
	outputs: usize,
	dmus: usize,
) -> impl Strategy<Value = Sample> + use<> {
	rows(family, inputs, outputs, dmus)
		.prop_map(move |rows| Sample::new(inputs, outputs, &rows).expect("a sample"))
}

/// Samples of any family.
pub fn any(dmus: usize, columns: usize) -> impl Strategy<Value = Sample> {
	proptest::sample::select(&FAMILIES[..]).prop_flat_map(move |family| of(family, dmus, columns))
}

fn rows(
	family: Family,
	inputs: usize,
	outputs: usize,
	dmus: usize,
) -> BoxedStrategy<Vec<Vec<u64>>> {
	let row = move |input: BoxedStrategy<u64>, output: BoxedStrategy<u64>| {
		(proptest::collection::vec(input, inputs), proptest::collection::vec(output, outputs))
			.prop_map(|(inputs, outputs)| [inputs, outputs].concat())
	};
	let plain = row((1_000..1_000_000u64).boxed(), (1_000..1_000_000u64).boxed());
	match family {
		Family::Plain => proptest::collection::vec(plain, dmus).boxed(),
		Family::Tied => {
			let row = row((1..5u64).boxed(), (0..5u64).boxed());
			proptest::collection::vec(row, dmus).boxed()
		}
		Family::Repeated => proptest::collection::vec(plain, 1..=4)
			.prop_flat_map(move |few| {
				proptest::collection::vec(proptest::sample::select(few), dmus)
			})
			.boxed(),
		Family::Scaled => {
			proptest::collection::vec(row((1..9u64).boxed(), (0..9u64).boxed()), 1..=4)
				.prop_flat_map(move |few| {
					let multiple =
						(proptest::sample::select(few), 1..7u64).prop_map(|(row, by)| {
							row.into_iter().map(|value| value * by).collect::<Vec<u64>>()
						});
					proptest::collection::vec(multiple, dmus)
				})
				.boxed()
		}
		Family::Long => {
			let full = row((1..=u64::MAX).boxed(), (0..=u64::MAX).boxed());
			// Of every length, and now and then as long as can be.
			let long = |least: u64| {
				prop_oneof![
					1 => Just(u64::MAX),
					9 => (0..64u32, 0..=u64::MAX)
						.prop_map(move |(cut, value)| (value >> cut).max(least)),
				]
				.boxed()
			};
			let uneven = row(long(1), long(0));
			prop_oneof![
				proptest::collection::vec(full, dmus),
				proptest::collection::vec(uneven, dmus)
			]
			.boxed()
		}
		Family::Close => {
			let last = proptest::collection::vec(0..3u64, (inputs + outputs) * dmus);
			(rows(Family::Scaled, inputs, outputs, dmus), last)
				.prop_map(move |(mut rows, last)| {
					// At most eight times six, so there is room for 58 bits more.
					for (value, last) in rows.iter_mut().flatten().zip(last) {
						*value = (*value << 58) + last;
					}
					rows
				})
				.boxed()
		}
		Family::Wide => {
			let wide =
				|| (1..10u64, 0..40u32).prop_map(|(digit, doublings)| digit << doublings).boxed();
			proptest::collection::vec(row(wide(), wide()), dmus).boxed()
		}
		Family::Sparse => {
			let sparse = prop_oneof![4 => Just(0), 1 => 1..100u64].boxed();
			proptest::collection::vec(row((1..100u64).boxed(), sparse), dmus).boxed()
		}
	}
}

/// The same samples in every run.
pub fn reproducible(strategy: impl Strategy<Value = Sample>, count: usize) -> Vec<Sample> {
	let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(Config::default(), random);
	(0..count).map(|_| strategy.new_tree(&mut runner).expect("a sample").current()).collect()
}
