//! Confirming a count: units that a custodian claimed enter the books.

use crate::{claims, Config, Error, Event, LotBook, Pallet};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, InstitutionId, LotId, Quantity, Step, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_confirm_count(
		act: Act<T::AccountId>,
		lot: LotId,
		custodian: InstitutionId,
		quantity: Quantity,
	) -> DispatchResult {
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let mut book = LotBook::<T>::open(lot)?;
		// Who acts for no institution is accreditation.
		let registrant = book.entry().lot.registered_by;
		let entitled = act.institution.is_none_or(|institution| institution == registrant);
		ensure!(entitled, Error::<T>::NotRegistrant);
		let claim = claims::open::<T>(lot, custodian)?;
		ensure!(!claim.is_over(T::Trail::now()), Error::<T>::ClaimOver);
		ensure!(quantity <= claim.excess, Error::<T>::ClaimExceeded);

		let mut step = Step::new(act, Action::CountConfirmed, &(lot, custodian, quantity));
		book.confirm(custodian, quantity)?;
		claims::end::<T>(lot, custodian);
		book.close(&mut step)?;
		let holding = Custody::own(custodian).of(lot);
		Self::deposit_event(Event::CountConfirmed { holding, quantity });
		Ok(())
	}
}
