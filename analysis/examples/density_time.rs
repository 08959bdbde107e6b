//! How long the dearest curves take: 1,024 values, 512 points.
//!
//! `cargo run --release -p salus-analysis --example density_time`

use salus_analysis::density::{Bandwidth, Decimal, Error, Estimator, Grid, Scale};
use std::time::Instant;

fn main() -> Result<(), Error> {
	// Knuth's 64-bit linear congruential generator (MMIX).
	let mut state = 1u64;
	let values: Vec<u64> = (0..1_024)
		.map(|_| {
			state = state
				.wrapping_mul(6_364_136_223_846_793_005)
				.wrapping_add(1_442_695_040_888_963_407);
			state >> 44
		})
		.collect();
	// So wide that every value is within reach of every point.
	let wide = Bandwidth::Given(Decimal { mantissa: 1 << 20, decimals: 0 });
	for (name, bandwidth) in [("Silverman's bandwidth", Bandwidth::Silverman), ("wide", wide)] {
		let start = Instant::now();
		let estimator = Estimator::new(values.iter().copied(), Scale::Decimals(0), bandwidth)?;
		let prepared = start.elapsed();
		let curve = estimator.curve(Grid { points: 512, bounds: None })?;
		let drawn = start.elapsed();
		println!(
			"{name}: prepared after {prepared:?}, {} points after {drawn:?}",
			curve.points.len()
		);
	}
	Ok(())
}
