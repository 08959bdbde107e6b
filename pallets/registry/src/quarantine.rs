//! Quarantining: units are set aside from use.

use crate::{Config, Error, Event, LotBook, Pallet};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, EventClaim, InstitutionId, LotId, Quantity, Step};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// Why goods are set aside.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum QuarantineReason {
	Damage,
	/// They were too warm or too cold.
	ColdChainBreach,
	/// Something is wrong with them, perhaps.
	Suspicion,
	/// They are to be inspected.
	Inspection,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_quarantine(
		act: Act<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		quantity: Quantity,
		reason: QuarantineReason,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let custody = Custody { custodian: act.institution()?, owner };
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let arguments = (lot, owner, quantity, reason, event);
		let mut step = Step::new(act, Action::LotQuarantined, &arguments).at(event);
		let mut book = LotBook::<T>::open(lot)?;
		book.quarantine(&custody, quantity)?;
		book.close(&mut step)?;
		let holding = custody.of(lot);
		Self::deposit_event(Event::LotQuarantined { holding, quantity, reason });
		Ok(())
	}
}
