//! Registering a lot.

use crate::{books::Entrance, Config, Event, Lot, LotIdentity, Pallet};
use salus_primitives::{Act, Action, EventClaim, Quantity, SiteNumber, Step};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_lot(
		act: Act<T::AccountId>,
		identity: LotIdentity,
		quantity: Quantity,
		site: Option<SiteNumber>,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let institution = act.institution()?;
		let arguments = (&identity, quantity, site, event);
		let mut step = Step::new(act, Action::LotRegistered, &arguments).at(event);
		let class = Self::check_lot(institution, &identity, quantity)?;
		Self::ensure_site(institution, site)?;
		let lot = Lot { identity, origin: None, registered_by: institution };
		let book = Self::begin_lot(lot, &class, Entrance::Registered(quantity), site)?;
		let lot = book.id();
		book.close(&mut step)?;
		Self::deposit_event(Event::LotRegistered { lot, institution, quantity });
		Ok(())
	}
}
