//! What becomes of a need whose time ran out, when somebody rings: it is asked of the region that its own is
//! a part of, once for each of them, and expires at the last one.

use crate::{Config, Ending, Error, Event, Pallet};
use codec::Encode;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{geography::LONGEST_LINEAGE, Act, Action, Geography, NeedId, Step, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn lapse_need(
		act: Act<T::AccountId>,
		id: NeedId,
		arguments: &impl Encode,
	) -> DispatchResult {
		let mut need = Self::load_need(id)?;
		ensure!(need.ended.is_none(), Error::<T>::Ended);
		ensure!(T::Trail::now() > need.until, Error::<T>::TimeNotOver);
		// What is under way fills it, or opens it again.
		let open = need.open();
		ensure!(open > 0, Error::<T>::NeedCovered);

		let parent = T::Geography::area(&need.region).and_then(|area| area.parent);
		// It is asked of no more regions than a lineage names, its first one among them.
		let asked = usize::from(need.escalations).saturating_add(1);
		let parent = parent.filter(|_| asked < LONGEST_LINEAGE);
		match parent {
			Some(region) => {
				let mut step = Step::new(act, Action::NeedEscalated, arguments);
				Self::move_need(id, &mut need, region.clone());
				let until = need.until;
				Self::save_need(&mut step, id, need)?;
				Self::deposit_event(Event::NeedEscalated { need: id, region, open, until });
			}
			None => {
				let mut step = Step::new(act, Action::NeedExpired, arguments);
				Self::end_need(id, &mut need, Ending::Expired);
				Self::save_need(&mut step, id, need)?;
				Self::deposit_event(Event::NeedExpired { need: id, open });
			}
		}
		Ok(())
	}
}
