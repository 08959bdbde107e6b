//! The call `revoke_order`.

use crate::{Config, Error, Event, Order, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::EnsureOrigin};
use frame_system::pallet_prelude::OriginFor;
use salus_primitives::{Access, Act, Action, Directory, OrderId, Role, Standing, Step};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Who may revoke an order: its institution and governance; anybody, once that institution is wound up.
	pub(crate) fn revoker(
		origin: OriginFor<T>,
		order: &Order,
	) -> Result<Act<T::AccountId>, DispatchError> {
		let origin = match T::GovernanceOrigin::try_origin(origin) {
			Ok(actor) => return Ok(Act::by(actor)),
			Err(origin) => origin,
		};
		if T::Directory::standing(order.institution) == Some(Standing::WoundUp) {
			return T::Access::anyone(origin);
		}
		let act = T::Access::agent(origin, Role::Dispatch)?;
		ensure!(act.institution()? == order.institution, Error::<T>::NotOwn);
		Ok(act)
	}

	pub(crate) fn do_revoke_order(
		act: Act<T::AccountId>,
		id: OrderId,
		mut order: Order,
	) -> DispatchResult {
		ensure!(order.ended.is_none(), Error::<T>::Ended);
		let mut step = Step::new(act, Action::OrderRevoked, &(id,));
		Self::end_order(id, &mut order);
		Self::save_order(&mut step, id, order)?;
		Self::deposit_event(Event::OrderRevoked { order: id });
		Ok(())
	}
}
