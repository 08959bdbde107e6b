//! The call `order_hold`.

use crate::{
	holds::NewHold, Case, Config, Error, Event, Extent, HoldBy, HoldPlace, InCase, Pallet, Reason,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, CaseId, HoldKind, Step};
use sp_core::H256;

/// The arguments of the call but for the case.
pub(crate) struct Ordering {
	pub(crate) place: HoldPlace,
	pub(crate) kind: HoldKind,
	pub(crate) reason: Reason,
	pub(crate) document: Option<H256>,
}

impl<T: Config> Pallet<T> {
	/// `by` is who orders, and places the hold.
	pub(crate) fn do_order_hold(
		act: Act<T::AccountId>,
		by: HoldBy,
		id: CaseId,
		case: Case,
		ordering: Ordering,
	) -> DispatchResult {
		let Ordering { place, kind, reason, document } = ordering;
		Self::ensure_open(&case)?;
		let is_of_party = place.custodian().is_none_or(|custodian| custodian == case.party);
		ensure!(is_of_party, Error::<T>::NotOfParty);
		// A count that a case demands has a date.
		ensure!(kind != HoldKind::CountDemanded, Error::<T>::KindNotYours);
		Self::ensure_may_hold(by, &place)?;
		let arguments = (id, place, kind, &reason, document);
		let mut step = Step::new(act, Action::HoldOrdered, &arguments);

		let new = NewHold {
			kind,
			extent: Extent::Whole,
			by,
			reason: Some(reason),
			document,
			case: Some(InCase { case: id, demand: None }),
		};
		let hold = Self::enter_hold(&mut step, place, new)?;
		Self::deposit_event(Event::HoldOrdered { case: id, place, hold });
		Self::save_case(&mut step, id, case)
	}
}
