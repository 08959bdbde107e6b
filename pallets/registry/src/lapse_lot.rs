//! Lapsing: units for a window of time that is over leave the books.

use crate::{Config, Error, Event, LotBook, Pallet};
use frame_support::{ensure, traits::Get};
use salus_primitives::{Act, Action, Custody, InstitutionId, LotId, Moment, Step, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_lapse_lot(
		act: Act<T::AccountId>,
		lot: LotId,
		custodian: InstitutionId,
		owner: InstitutionId,
	) -> DispatchResult {
		Self::lapse_as_of(T::Trail::now(), act, lot, custodian, owner)
	}

	/// Lets units lapse as if it were `now`, which is later for benchmarks alone.
	pub(crate) fn lapse_as_of(
		now: Moment,
		act: Act<T::AccountId>,
		lot: LotId,
		custodian: InstitutionId,
		owner: InstitutionId,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::LotLapsed, &(lot, custodian, owner));
		let mut book = LotBook::<T>::open(lot)?;
		let window = book.entry().lot.identity.window.ok_or(Error::<T>::NotCapacity)?;
		let lapses_at = window.until.saturating_add(T::LapseAfter::get());
		ensure!(now >= lapses_at, Error::<T>::NotLapsed);
		let custody = Custody { custodian, owner };
		let quantity = book.lapse(&custody)?;
		book.close(&mut step)?;
		Self::deposit_event(Event::LotLapsed { holding: custody.of(lot), quantity });
		Ok(())
	}
}
