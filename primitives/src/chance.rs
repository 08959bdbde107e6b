//! Random histories: chance that can be repeated, and a score of what came about. Never in a runtime, which
//! has no `std`.

use std::collections::BTreeMap;

/// A seed tells everything that is drawn. SplitMix64, by Steele, Lea and Flood (2014), as in the solver of the
/// mathematics, which knows nothing of this crate.
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

	/// Whether one in `odds` comes true.
	pub fn one_in(&mut self, odds: u64) -> bool {
		self.below(odds) == 0
	}

	/// One of some things, of which there is at least one.
	pub fn pick<T: Clone>(&mut self, among: &[T]) -> T {
		among[self.below(among.len() as u64) as usize].clone()
	}

	/// The value, two times in three.
	pub fn maybe<T>(&mut self, value: T) -> Option<T> {
		(!self.one_in(3)).then_some(value)
	}
}

/// How often each thing was done in a history, and how often one was refused.
#[derive(Default, Debug)]
pub struct Score {
	done: BTreeMap<&'static str, usize>,
	refused: usize,
}

impl Score {
	/// Something was tried.
	pub fn note(&mut self, what: &'static str, done: bool) {
		if done {
			*self.done.entry(what).or_default() += 1;
		} else {
			self.refused += 1;
		}
	}

	/// Panics if something was done less often.
	#[track_caller]
	pub fn expect(&self, what: &str, least: usize) {
		let count = self.done.get(what).copied().unwrap_or_default();
		assert!(count >= least, "{what} was done {count} times: {self:?}");
	}

	/// Panics if less was refused.
	#[track_caller]
	pub fn expect_refusals(&self, least: usize) {
		assert!(self.refused >= least, "{} refusals: {self:?}", self.refused);
	}
}
