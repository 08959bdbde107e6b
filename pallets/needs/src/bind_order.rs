//! The call `bind_order`, and what a bound asks for whenever the order would act.

use crate::{Config, Error, Event, Order, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{
	Act, Action, Directory, Emergencies, InstitutionId, OrderId, Severity, Step,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_bind_order(
		act: Act<T::AccountId>,
		id: OrderId,
		during: Option<Severity>,
	) -> DispatchResult {
		let order = Self::load_order(id)?;
		ensure!(act.institution()? == order.institution, Error::<T>::NotOwn);
		ensure!(order.ended.is_none(), Error::<T>::Ended);
		let mut step = Step::new(act, Action::OrderBound, &(id, during));
		Self::set_bound(id, during);
		Self::save_order(&mut step, id, order)?;
		Self::deposit_event(Event::OrderBound { order: id, during });
		Ok(())
	}

	/// Refuses an order that is bound, unless an emergency that is grave enough is in force for its class
	/// where an institution is.
	pub(crate) fn ensure_emergency(
		(id, order): (OrderId, &Order),
		institution: InstitutionId,
	) -> Result<(), Error<T>> {
		let Some(least) = Self::bound_of_order(id) else { return Ok(()) };
		let found = T::Directory::body(institution)
			.and_then(|body| T::Emergencies::severity(&body.region, order.instruction.class));
		ensure!(found.is_some_and(|found| found >= least), Error::<T>::NoEmergency);
		Ok(())
	}
}
