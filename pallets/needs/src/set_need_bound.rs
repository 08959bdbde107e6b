//! The call `set_need_bound`.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Catalogue, ClassId, Quantity, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_need_bound(
		act: Act<T::AccountId>,
		class: ClassId,
		bound: Option<Quantity>,
	) -> DispatchResult {
		ensure!(T::Catalogue::unit(class).is_some(), Error::<T>::ClassNotFound);
		let mut step = Step::new(act, Action::NeedBoundSet, &(class, bound));
		T::Catalogue::record(&mut step, class)?;
		Self::put_bound(class, bound);
		Self::deposit_event(Event::NeedBoundSet { class, bound });
		Ok(())
	}
}
