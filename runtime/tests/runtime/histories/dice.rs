//! Chance that can be repeated.

/// xorshift64*, by Vigna.
pub struct Dice(pub u64);

impl Dice {
	pub fn roll(&mut self) -> u64 {
		self.0 ^= self.0 >> 12;
		self.0 ^= self.0 << 25;
		self.0 ^= self.0 >> 27;
		self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
	}

	pub fn below(&mut self, bound: u64) -> u64 {
		self.roll() % bound
	}

	pub fn one_in(&mut self, odds: u64) -> bool {
		self.below(odds) == 0
	}

	pub fn pick<T: Clone>(&mut self, among: &[T]) -> T {
		among[self.below(among.len() as u64) as usize].clone()
	}

	pub fn maybe<T>(&mut self, value: T) -> Option<T> {
		(!self.one_in(3)).then_some(value)
	}
}
