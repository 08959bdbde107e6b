//! Hospitals that do not exist, on which cost is measured.

use crate::Random;
use alloc::vec::Vec;

/// Beds and staff, visits and discharges of so many hospitals; the same for the same seed.
///
/// Sizes span two orders of magnitude, staff and patients per bed vary by half, and the largest
/// hospitals are somewhat past their best size.
pub fn hospitals(seed: u64, count: usize) -> Vec<[u64; 4]> {
	let mut random = Random(seed);
	(0..count)
		.map(|_| {
			let doublings = random.between(0, 6);
			let beds = (random.between(20, 39) << doublings) + random.between(0, 9);
			let staff = beds * random.between(60, 180) / 100;
			let burden = 1_000 + beds / 8;
			let visits = beds * random.between(100, 400) * 1_000 / burden;
			let discharges = beds * random.between(15, 45) * 1_000 / burden;
			[beds, staff, visits, discharges]
		})
		.collect()
}
