//! Checking an exported record against the root of its epoch.

use crate::{log::Log, Config, Epoch, Pallet, Verdict};
use alloc::vec::Vec;
use binary_merkle_tree::{merkle_root, verify_proof, Leaf};
use frame_support::{ensure, traits::Get};
use salus_primitives::EpochId;
use sp_core::H256;
use sp_runtime::traits::BlakeTwo256;

impl<T: Config> Pallet<T> {
	/// Whether `leaf` stands at `leaf_index` of `epoch`.
	pub(crate) fn verdict_on(
		epoch: EpochId,
		leaf_index: u32,
		leaf: &[u8],
		proof: Vec<H256>,
	) -> Verdict {
		let (root, count) = match Log::<T>::epoch(epoch) {
			Some(Epoch { root, count, .. }) => (root, count),
			None => match Self::future_root(epoch) {
				Ok(root) => (root, T::EpochLength::get()),
				Err(verdict) => return verdict,
			},
		};
		let shown = leaf_index < count
			&& proof.len() == path_length(leaf_index, count)
			&& verify_proof::<BlakeTwo256, _, _>(
				&root,
				proof,
				count,
				leaf_index,
				Leaf::Value(leaf),
			);
		if shown {
			Verdict::Genuine
		} else {
			Verdict::Refuted
		}
	}

	/// The root that a closed live epoch will have, or why it has none.
	fn future_root(epoch: EpochId) -> Result<H256, Verdict> {
		let (first, last) = Log::<T>::bounds(epoch).ok_or(Verdict::NotFound)?;
		ensure!(first < Log::<T>::end(), Verdict::NotFound);
		ensure!(last < Log::<T>::end(), Verdict::EpochOpen);
		let leaves = Self::leaves(first, last).ok_or(Verdict::NotFound)?;
		Ok(merkle_root::<BlakeTwo256, _>(leaves))
	}
}

/// How many hashes lead from a leaf to the root. An odd last node moves up without one.
fn path_length(leaf_index: u32, number_of_leaves: u32) -> usize {
	let (mut place, mut width, mut length) = (leaf_index, number_of_leaves, 0);
	while width > 1 {
		let alone = place % 2 == 0 && place == width - 1;
		if !alone {
			length += 1;
		}
		place /= 2;
		width = width.div_ceil(2);
	}
	length
}
