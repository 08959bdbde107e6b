//! Pruning closed epochs to their Merkle root, and proving records against it.

use crate::{
	log::Log, Config, Epoch, Error, Event, Pallet, ProofError, RecordOf, RecordProof, Verdict,
};
use alloc::vec::Vec;
use binary_merkle_tree::{merkle_proof, merkle_root, merkle_root_raw, verify_proof, Leaf};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{Get, Time},
};
use salus_primitives::{EpochId, Moment, RecordId};
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prune() -> DispatchResult {
		Self::prune_as_of(T::Time::now())
	}

	/// Prunes the oldest epoch that has its records, as the call does at the time `now`.
	///
	/// The caller must roll back when it fails.
	pub(crate) fn prune_as_of(now: Moment) -> DispatchResult {
		let (first, last) = Log::<T>::bounds(Log::<T>::pruned()).ok_or(Error::<T>::EpochOpen)?;
		ensure!(last < Log::<T>::end(), Error::<T>::EpochOpen);
		let closed = Log::<T>::get(last).ok_or(Error::<T>::RecordNotFound)?.time;
		let age = now.saturating_sub(closed);
		ensure!(age >= T::Retention::get(), Error::<T>::RetentionNotOver);

		let mut opened = closed;
		let mut leaves = Vec::new();
		for id in (first.0..=last.0).map(RecordId) {
			let record = Log::<T>::take(id).ok_or(Error::<T>::RecordNotFound)?;
			opened = opened.min(record.time);
			leaves.push(BlakeTwo256::hash(&Self::leaf(id, &record)));
		}
		let root = merkle_root_raw::<BlakeTwo256, _>(leaves);
		let count = T::EpochLength::get();
		let epoch = Log::<T>::close(Epoch { first, last, count, root, opened, closed })?;
		Self::deposit_event(Event::EpochPruned { epoch, first, last, root });
		Ok(())
	}

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

	fn leaves(first: RecordId, last: RecordId) -> Option<Vec<Vec<u8>>> {
		let live = |id| Some(Self::leaf(id, &Log::<T>::get(id)?));
		(first.0..=last.0).map(RecordId).map(live).collect()
	}

	fn leaf(id: RecordId, record: &RecordOf<T>) -> Vec<u8> {
		(id, record).encode()
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
