//! Dismissing a count: what a custodian claimed does not enter the books.

use crate::{claims, Config, Error, Event, LotBook, Pallet};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, InstitutionId, LotId, Step, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_dismiss_count(
		act: Act<T::AccountId>,
		lot: LotId,
		custodian: InstitutionId,
	) -> DispatchResult {
		let book = LotBook::<T>::open(lot)?;
		let claim = claims::open::<T>(lot, custodian)?;
		// Before its time is over, who acts for no institution is accreditation.
		let parties = [custodian, book.entry().lot.registered_by];
		let entitled = claim.is_over(T::Trail::now())
			|| act.institution.is_none_or(|institution| parties.contains(&institution));
		ensure!(entitled, Error::<T>::ClaimOpen);

		let mut step = Step::new(act, Action::CountDismissed, &(lot, custodian));
		claims::end::<T>(lot, custodian);
		book.close(&mut step)?;
		let holding = Custody::own(custodian).of(lot);
		Self::deposit_event(Event::CountDismissed { holding });
		Ok(())
	}
}
