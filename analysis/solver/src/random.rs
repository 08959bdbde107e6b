//! Chance that can be repeated, for figures on which cost is measured and mistakes are sought.

/// SplitMix64, by Steele, Lea and Flood (2014): the same numbers for the same seed.
pub struct Random(pub u64);

impl Random {
	/// The next 64 bits.
	pub fn draw(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	/// A number below `bound`, which is above zero.
	pub fn below(&mut self, bound: u64) -> u64 {
		self.draw() % bound
	}

	/// A number from `low` to `high`, which is not below it; the two do not span all of 64 bits.
	pub fn between(&mut self, low: u64, high: u64) -> u64 {
		low + self.below(high - low + 1)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	// As printed for the seed 1234567 by the reference implementation, splitmix64.c of Vigna (2015),
	// and on Rosetta Code.
	#[test]
	fn the_numbers_are_those_of_the_reference() {
		let mut random = Random(1_234_567);
		let drawn = [(); 5].map(|()| random.draw());
		assert_eq!(
			drawn,
			[
				6_457_827_717_110_365_317,
				3_203_168_211_198_807_973,
				9_817_491_932_198_370_423,
				4_593_380_528_125_082_431,
				16_408_922_859_458_223_821,
			]
		);
	}
}
