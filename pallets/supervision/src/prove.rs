//! Proving that a record belongs to the root of its epoch.

use crate::{log::Log, Config, Pallet, ProofError, RecordProof};
use alloc::vec::Vec;
use binary_merkle_tree::merkle_proof;
use frame_support::ensure;
use salus_primitives::RecordId;
use sp_runtime::traits::BlakeTwo256;

impl<T: Config> Pallet<T> {
	/// The proof of a live record of a closed epoch.
	pub(crate) fn proof_of(id: RecordId) -> Result<RecordProof, ProofError> {
		ensure!(id < Log::<T>::end(), ProofError::NotFound);
		let epoch = Log::<T>::epoch_of(id);
		ensure!(id >= Log::<T>::start(), ProofError::Pruned(epoch));
		let (first, last) = Log::<T>::bounds(epoch).ok_or(ProofError::EpochOpen)?;
		ensure!(last < Log::<T>::end(), ProofError::EpochOpen);
		let leaves = Self::leaves(first, last).ok_or(ProofError::NotFound)?;
		let leaf_index =
			id.0.checked_sub(first.0)
				.and_then(|place| u32::try_from(place).ok())
				.ok_or(ProofError::NotFound)?;
		// Panics for a place outside the tree, but the leaves are all from `first` to `last`.
		let proof = merkle_proof::<BlakeTwo256, _, _>(leaves, leaf_index);
		Ok(RecordProof {
			epoch,
			root: proof.root,
			proof: proof.proof,
			number_of_leaves: proof.number_of_leaves,
			leaf_index: proof.leaf_index,
			leaf: proof.leaf,
		})
	}

	/// The leaves of a closed live epoch, in their order.
	pub(crate) fn leaves(first: RecordId, last: RecordId) -> Option<Vec<Vec<u8>>> {
		let live = |id| Some(Log::<T>::get(id)?.leaf(id));
		(first.0..=last.0).map(RecordId).map(live).collect()
	}
}
