//! Who dealt with whom, for pallets that ask after a transfer.

use crate::{Config, Pallet, Status};
use salus_primitives::{Dealing, Dealings, TransferId};

impl<T: Config> Dealings for Pallet<T> {
	/// `None` for what is archived too: its parties are not kept. Of a transfer that was turned down, withdrawn
	/// or not dispatched in time no goods have left, so it has not ended in this sense, and never will. One
	/// that is settled is not any more while goods of it are called in.
	fn dealing(transfer: TransferId) -> Option<Dealing> {
		let transfer = Self::load(transfer).ok()?;
		let ended = transfer.status == Status::Settled;
		Some(Dealing { sender: transfer.sender, receiver: transfer.receiver, ended })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ended() -> TransferId {
		crate::benchmarking::ended::<T>()
	}
}
