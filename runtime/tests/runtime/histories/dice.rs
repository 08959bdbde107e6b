//! Chance that can be repeated, to which the steps of a history are added.

use core::ops::{Deref, DerefMut};
use salus_primitives::chance::Random;

/// Chooses what happens next.
pub struct Dice(Random);

impl Dice {
	/// The same seed chooses the same history.
	pub fn from_seed(seed: u64) -> Self {
		Self(Random(seed))
	}

	/// One of `among`, if there is any.
	pub fn pick_one<T: Clone>(&mut self, among: &[T]) -> Option<T> {
		(!among.is_empty()).then(|| self.pick(among))
	}

	/// One of `among`, if there is any: the same one, in whatever order they come.
	pub fn pick_sorted<T: Clone + Ord>(&mut self, among: impl Iterator<Item = T>) -> Option<T> {
		let mut sorted: Vec<_> = among.collect();
		sorted.sort();
		self.pick_one(&sorted)
	}
}

impl Deref for Dice {
	type Target = Random;

	fn deref(&self) -> &Random {
		&self.0
	}
}

impl DerefMut for Dice {
	fn deref_mut(&mut self) -> &mut Random {
		&mut self.0
	}
}
