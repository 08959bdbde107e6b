//! The call `dispatch`, and what is known of goods under way.

use crate::{
	explain::{refuse, ClearedDispatch},
	Capacity, Carriage, Config, Error, Event, Pallet, Status, TransferOf, WeightInfo,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, traits::Get, weights::Weight};
use salus_primitives::{
	Act, Action, Decisions, EventClaim, InstitutionId, LotStock, Moment, Rules, Sscc, Step, Trail,
	TransferId,
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
	/// Who carries the goods, and whether it says so itself.
	pub carriage: Option<Carriage>,
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
	/// Answers with what it cost.
	pub(crate) fn do_dispatch(
		act: Act<T::AccountId>,
		id: TransferId,
		carrier: Option<InstitutionId>,
		sscc: Option<Sscc>,
		expected: Option<Moment>,
		event: EventClaim,
	) -> Result<Weight, DispatchError> {
		let mut transfer = Self::load(id)?;
		Self::ensure_party(&act, transfer.sender)?;
		let now = T::Trail::now();
		let ClearedDispatch { mut lots, movement, passed, yielded } =
			Self::examine_dispatch(id, &transfer, carrier, now, &mut refuse)?;
		// What the rules know of the proposal is read and removed.
		let rules = T::Rules::count(&passed).max(transfer.rules);
		if let Some(sscc) = sscc {
			sscc.check().map_err(Error::<T>::from)?;
		}
		let in_order = expected.is_none_or(|expected| expected >= event.at);
		ensure!(in_order, Error::<T>::ExpectedBeforeDispatch);

		let legs = transfer.legs.len() as u32;
		let arguments = (id, carrier, sscc, expected, event);
		let mut step = Step::new(act, Action::TransferDispatched, &arguments).at(event);
		let carriage = carrier.map(|carrier| Self::carriage_by(&transfer, carrier, now));
		let custody = transfer.source();
		lots.move_each(|stock, carried| stock.send(custody, carried))?;
		transfer.status = Status::Dispatched;
		transfer.shipment = Some(Shipment { carriage, sscc, expected, event, dispatched_at: now });
		Self::save(&mut step, id, transfer)?;
		lots.close(&mut step)?;
		T::Rules::settle(id, &movement, passed)?;
		Self::deposit_event(Event::TransferDispatched { transfer: id });
		if let Some(Carriage { carrier, acknowledged_at: Some(_) }) = carriage {
			Self::deposit_event(Event::CarriageAcknowledged { transfer: id, carrier });
		}
		let weight = T::WeightInfo::dispatch(legs, rules.into());
		if yielded.is_empty() {
			return Ok(weight);
		}
		for rule in yielded {
			Self::deposit_event(Event::RuleYielded { transfer: id, rule });
		}
		Ok(weight.saturating_add(T::Decisions::weight_of_binding()))
	}

	/// What dispatching weighs at most.
	pub(crate) fn most_of_dispatching() -> Weight {
		T::WeightInfo::dispatch(T::MaxLegs::get(), T::Rules::most())
			.saturating_add(T::Decisions::weight_of_binding())
	}

	/// The carriage by `carrier`, acknowledged if that is the sender or had approved it in advance.
	fn carriage_by(transfer: &TransferOf<T>, carrier: InstitutionId, now: Moment) -> Carriage {
		let sender = transfer.sender;
		let said = carrier == sender || Self::approves(carrier, Capacity::Carrier, sender);
		Carriage { carrier, acknowledged_at: said.then_some(now) }
	}
}
