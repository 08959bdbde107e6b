//! What becomes of a need whose time ran out, when somebody rings: it is asked of the region that its own is
//! a part of, once for each of them, and expires at the last one. An allocation asks that region of what it
//! left open, before time is over.

use crate::{Config, Ending, Error, Event, Need, Pallet, WeightInfo};
use codec::Encode;
use frame_support::{ensure, pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{
	geography::LONGEST_LINEAGE, Act, Action, Freezes, Geography, NeedId, RegionCode, Step, Trail,
};

impl<T: Config> Pallet<T> {
	/// What letting a need lapse weighs.
	pub(crate) fn weight_of_lapsing() -> Weight {
		T::WeightInfo::ring_lapse().saturating_add(T::Freezes::weight())
	}

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
		ensure!(!T::Freezes::need(id), Error::<T>::Frozen);

		match Self::next_region(&need) {
			Some(region) => {
				let mut step = Step::new(act, Action::NeedEscalated, arguments);
				Self::ask_region(&mut step, id, need, region)
			}
			None => {
				let mut step = Step::new(act, Action::NeedExpired, arguments);
				Self::end_need(id, &mut need, Ending::Expired);
				Self::save_need(&mut step, id, need)?;
				Self::deposit_event(Event::NeedExpired { need: id, open });
				Ok(())
			}
		}
	}

	/// The region that a need is to be asked of next; `None` when none is left. It is asked of no more regions
	/// than a lineage names, its first one among them.
	pub(crate) fn next_region(need: &Need) -> Option<RegionCode> {
		let asked = usize::from(need.escalations).saturating_add(1);
		let parent = T::Geography::area(&need.region).and_then(|area| area.parent);
		parent.filter(|_| asked < LONGEST_LINEAGE)
	}

	/// Asks what is open of a need of another region, for some time.
	pub(crate) fn ask_region(
		step: &mut Step<T::AccountId>,
		id: NeedId,
		mut need: Need,
		region: RegionCode,
	) -> DispatchResult {
		Self::move_need(id, &mut need, region.clone());
		let (open, until) = (need.open(), need.until);
		Self::save_need(step, id, need)?;
		Self::deposit_event(Event::NeedEscalated { need: id, region, open, until });
		Ok(())
	}
}
