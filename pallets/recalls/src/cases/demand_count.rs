//! The call `demand_count`.

use crate::{
	holds::NewHold, Case, Config, Demand, Error, Event, Extent, HoldBy, HoldPlace, InCase, Pallet,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{Act, Action, CaseId, Custody, HoldKind, LotId, Moment, Step, Trail};

/// The arguments of the call but for the case.
pub(crate) struct Demanding {
	pub(crate) lot: LotId,
	pub(crate) by: Moment,
}

impl<T: Config> Pallet<T> {
	/// `placer` is who demands, and places the hold.
	pub(crate) fn do_demand_count(
		act: Act<T::AccountId>,
		placer: HoldBy,
		id: CaseId,
		mut case: Case,
		demanding: Demanding,
	) -> DispatchResult {
		let Demanding { lot, by } = demanding;
		Self::ensure_open(&case)?;
		let now = T::Trail::now();
		ensure!(by > now, Error::<T>::DeadlinePassed);
		ensure!(by <= now.saturating_add(T::MaxDemand::get()), Error::<T>::DeadlineTooFar);
		let place = demanded_place(&case, lot);
		Self::ensure_may_hold(placer, &place)?;
		let number = Self::next_demand(&case)?;
		let mut step = Step::new(act, Action::CountDemanded, &(id, lot, by));

		let new = NewHold {
			kind: HoldKind::CountDemanded,
			extent: Extent::Whole,
			by: placer,
			reason: Some(case.reason.clone()),
			document: None,
			case: Some(InCase { case: id, demand: Some(number) }),
		};
		let hold = Self::enter_hold(&mut step, place, new)?;
		let demand = Demand { lot, by, demanded_at: now, hold, counted: None };
		let demand = Self::enter_demand(id, &mut case, demand)?;
		Self::deposit_event(Event::CountDemanded { case: id, demand, lot, by });
		Self::save_case(&mut step, id, case)
	}
}

/// What the party of a case counts of a lot: what it has of its own.
pub(crate) fn demanded_place(case: &Case, lot: LotId) -> HoldPlace {
	HoldPlace::Holding(Custody::own(case.party).of(lot))
}
