//! The call `dispatch`, and what is known of goods under way.

use crate::{explain::refuse, Config, Error, Event, Pallet, Status, TransferOf};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{
	Act, Action, Directory, EventClaim, InstitutionId, LotStock, Moment, Sscc, Standing, Step,
	Trail, TransferId,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What is known of goods under way.
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
pub struct Shipment {
	/// The institution that carries the goods.
	pub carrier: Option<InstitutionId>,
	/// The logistic unit as a whole.
	pub sscc: Option<Sscc>,
	/// When the goods should arrive.
	pub expected: Option<Moment>,
	/// When they left, as the sender says.
	pub event: EventClaim,
	/// When the chain was told.
	pub dispatched_at: Moment,
}

impl<T: Config> Pallet<T> {
	/// Answers with the number of legs.
	pub(crate) fn do_dispatch(
		act: Act<T::AccountId>,
		id: TransferId,
		carrier: Option<InstitutionId>,
		sscc: Option<Sscc>,
		expected: Option<Moment>,
		event: EventClaim,
	) -> Result<u32, DispatchError> {
		let mut transfer = Self::load(id)?;
		Self::ensure_party(&act, transfer.sender)?;
		let now = T::Trail::now();
		let mut lots = Self::examine_dispatch(&transfer, now, &mut refuse)?;
		Self::ensure_shipment(&transfer, carrier, sscc)?;

		let legs = transfer.legs.len() as u32;
		let arguments = (id, carrier, sscc, expected, event);
		let mut step = Step::new(act, Action::TransferDispatched, &arguments).at(event);
		let custody = transfer.source();
		lots.move_each(|stock, carried| stock.send(custody, carried))?;
		transfer.status = Status::Dispatched;
		transfer.shipment = Some(Shipment { carrier, sscc, expected, event, dispatched_at: now });
		Self::save(&mut step, id, transfer)?;
		lots.close(&mut step)?;
		Self::deposit_event(Event::TransferDispatched { transfer: id });
		Ok(legs)
	}

	/// Refuses a carrier that may not act and a label that cannot be.
	fn ensure_shipment(
		transfer: &TransferOf<T>,
		carrier: Option<InstitutionId>,
		sscc: Option<Sscc>,
	) -> Result<(), Error<T>> {
		if let Some(sscc) = sscc {
			sscc.check().map_err(Error::<T>::from)?;
		}
		// Both parties may act: that of the sender is known from its act, that of the receiver from
		// the walk.
		let third = |carrier: &InstitutionId| transfer.role_of(*carrier).is_none();
		match carrier.filter(third).map(T::Directory::standing) {
			Some(None) => Err(Error::<T>::CarrierNotFound),
			Some(Some(Standing::Suspended | Standing::WoundUp)) => {
				Err(Error::<T>::CarrierSuspended)
			}
			Some(Some(Standing::Active)) | None => Ok(()),
		}
	}
}
