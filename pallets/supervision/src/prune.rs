//! Pruning the oldest epoch to its Merkle root.

use crate::{log::Log, Config, Epoch, Error, Event, Pallet};
use alloc::vec::Vec;
use binary_merkle_tree::merkle_root_raw;
use frame_support::{
	ensure,
	traits::{Get, Time},
};
use salus_primitives::{Act, Action, EpochId, Moment, RecordId, Step, Subject, Trail};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prune(act: Act<T::AccountId>, epoch: EpochId) -> DispatchResult {
		Self::prune_as_of(T::Time::now(), act, epoch)
	}

	/// Prunes an epoch, as the call does at the time `now`.
	///
	/// The caller must roll back when it fails.
	pub(crate) fn prune_as_of(
		now: Moment,
		act: Act<T::AccountId>,
		epoch: EpochId,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::EpochPruned, &epoch);
		let oldest = Log::<T>::pruned();
		ensure!(epoch >= oldest, Error::<T>::AlreadyPruned);
		ensure!(epoch == oldest, Error::<T>::EarlierEpochNotPruned);
		let (first, last) = Log::<T>::bounds(epoch).ok_or(Error::<T>::EpochOpen)?;
		ensure!(last < Log::<T>::end(), Error::<T>::EpochOpen);
		let closed = Log::<T>::get(last).ok_or(Error::<T>::RecordNotFound)?.time;
		let age = now.saturating_sub(closed);
		ensure!(age >= T::Retention::get(), Error::<T>::RetentionNotOver);

		let mut opened = closed;
		let mut leaves = Vec::new();
		for id in (first.0..=last.0).map(RecordId) {
			let record = Log::<T>::take(id).ok_or(Error::<T>::RecordNotFound)?;
			opened = opened.min(record.time);
			leaves.push(BlakeTwo256::hash(&record.leaf(id)));
		}
		let root = merkle_root_raw::<BlakeTwo256, _>(leaves);
		let count = T::EpochLength::get();
		let mut newest_record = None;
		<Self as Trail<_>>::record(&mut step, Subject::Epoch(epoch), &mut newest_record)?;
		Log::<T>::close(Epoch { first, last, count, root, opened, closed, newest_record })?;
		Self::deposit_event(Event::EpochPruned { epoch, first, last, root });
		Ok(())
	}
}
