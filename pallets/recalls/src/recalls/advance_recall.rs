//! The call `advance_recall`.

use crate::{recalls::Taken, Config, Error, Pallet};
use frame_support::ensure;
use salus_primitives::RecallId;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_advance_recall(id: RecallId, most: u32) -> Result<Taken, DispatchError> {
		let state = Self::load_recall(id)?.state;
		ensure!(state.is_unfinished(), Error::<T>::NothingToDo);
		Self::take_step(id, most)
	}
}
