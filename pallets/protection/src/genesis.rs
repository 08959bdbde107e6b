//! The contexts before the first block. They have no record.

use crate::{Config, Pallet, Terms};
use alloc::vec::Vec;
use codec::DecodeAll;

impl<T: Config> Pallet<T> {
	/// Enters a context for each of these terms, which are encoded. There are no rings yet, so that none has a
	/// fixed roll, and none is for a vote.
	pub(crate) fn build_contexts(contexts: &[Vec<u8>]) {
		for encoded in contexts {
			let terms = Terms::decode_all(&mut &encoded[..])
				.expect("genesis encodes the terms of every context");
			let new = Self::new_context(terms)
				.unwrap_or_else(|error| panic!("genesis has a context that is refused: {error:?}"));
			let id = Self::take_context_id().expect("genesis has an identifier for every context");
			Self::enter_context(id, new);
		}
	}
}
