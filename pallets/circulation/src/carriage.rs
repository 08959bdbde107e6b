//! Who carries a transfer: whom the sender names, and whether that institution says so too.
//!
//! Nothing waits for a carrier's answer, so that a silent one locks no goods. Whether it answered is
//! for everybody to see.

use crate::{Config, Error, Pallet, TransferOf};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::ensure;
use salus_primitives::{Act, InstitutionId, Moment, TransferId};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// The institution that carries the goods, as their sender says.
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
pub struct Carriage {
	pub carrier: InstitutionId,
	/// When the carrier acknowledged it, by the chain's own time; at dispatch, if it is the sender
	/// itself or had approved the sender in advance. `None` while it has not.
	pub acknowledged_at: Option<Moment>,
}

impl<T: Config> Pallet<T> {
	/// The transfer under `id`, and its carriage, which the institution that acts is named for and has
	/// not acknowledged yet.
	pub(crate) fn load_to_answer(
		act: &Act<T::AccountId>,
		id: TransferId,
	) -> Result<(TransferOf<T>, Carriage), DispatchError> {
		let carrier = act.institution()?;
		let transfer = Self::load(id)?;
		let shipment = transfer.shipment.as_ref().ok_or(Error::<T>::NotDispatched)?;
		let named = shipment.carriage.filter(|carriage| carriage.carrier == carrier);
		let carriage = named.ok_or(Error::<T>::NotCarrier)?;
		ensure!(carriage.acknowledged_at.is_none(), Error::<T>::AlreadyAcknowledged);
		Ok((transfer, carriage))
	}

	/// Writes another carriage into a transfer's shipment.
	pub(crate) fn set_carriage(transfer: &mut TransferOf<T>, carriage: Option<Carriage>) {
		if let Some(shipment) = &mut transfer.shipment {
			shipment.carriage = carriage;
		}
	}
}
