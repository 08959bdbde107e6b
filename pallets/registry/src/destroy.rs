//! Destroying: units leave the books under a certificate.

use crate::{Config, Error, Event, LotBook, Pallet};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, EventClaim, InstitutionId, LotId, Quantity, Step};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::DispatchResult;

/// What may be destroyed.
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
pub enum DestroyFrom {
	/// Goods free to use.
	Available,
	/// Goods set aside.
	Quarantined,
}

/// Why goods are destroyed.
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
pub enum DestroyReason {
	/// Past their expiry.
	Expired,
	Damaged,
	Contaminated,
	/// Recalled by their maker or an authority.
	Recalled,
	/// As the document says.
	Other,
}

/// How goods are destroyed.
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
pub struct Destruction {
	pub from: DestroyFrom,
	pub reason: DestroyReason,
	/// Digest of the certificate.
	pub document: Option<H256>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_destroy(
		act: Act<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		quantity: Quantity,
		how: Destruction,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let institution = act.institution()?;
		ensure!(owner == institution, Error::<T>::NotOwner);
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let arguments = (lot, owner, quantity, how, event);
		let mut step = Step::new(act, Action::LotDestroyed, &arguments).at(event);
		let mut book = LotBook::<T>::open(lot)?;
		let custody = Custody::own(institution);
		match how.from {
			DestroyFrom::Available => book.destroy_available(&custody, quantity)?,
			DestroyFrom::Quarantined => book.destroy_quarantined(&custody, quantity)?,
		}
		book.close(&mut step)?;
		Self::deposit_event(Event::LotDestroyed { lot, institution, quantity, how });
		Ok(())
	}
}
