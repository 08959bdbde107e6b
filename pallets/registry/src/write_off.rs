//! Writing off: goods of an institution that acts no more leave the books.

use crate::{Config, Error, Event, LotBook, Pallet};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, LotId, Quantity, Step, WriteOff};
use sp_core::H256;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_write_off(
		act: Act<T::AccountId>,
		lot: LotId,
		custody: Custody,
		quantity: Quantity,
		how: WriteOff,
		document: Option<H256>,
	) -> DispatchResult {
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let mut book = LotBook::<T>::open(lot)?;
		Self::estate(&custody)?;
		let arguments = (lot, custody, quantity, how, document);
		let mut step = Step::new(act, Action::LotWrittenOff, &arguments);
		book.write_off_resting(&custody, quantity, how)?;
		book.close(&mut step)?;
		let holding = custody.of(lot);
		Self::deposit_event(Event::LotWrittenOff { holding, quantity, how, document });
		Ok(())
	}
}
