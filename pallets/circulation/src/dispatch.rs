//! The call `dispatch`, and what is known of goods under way.

use crate::{
	explain::{refuse, ClearedDispatch},
	lots::is_breached,
	propose::{purpose_of, source_under},
	Capacity, Carriage, Config, Error, Event, Pallet, Status, TransferOf, WeightInfo,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, traits::Get, weights::Weight};
use salus_primitives::{
	Act, Action, Decisions, EventClaim, InstitutionId, LotStock, Moment, Rules, SensorSummary,
	Sscc, Step, Trail, TransferId,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What is known of goods under way.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Shipment {
	/// Who carries the goods, and whether it says so itself.
	pub carriage: Option<Carriage>,
	/// The logistic unit as a whole.
	pub sscc: Option<Sscc>,
	/// When the goods should arrive.
	pub expected: Option<Moment>,
	/// What a sensor measured before they left.
	pub sensor: Option<SensorSummary>,
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
		sensor: Option<SensorSummary>,
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
		if let Some(sensor) = &sensor {
			sensor.check().map_err(Error::<T>::from)?;
			ensure!(sensor.to <= event.at, Error::<T>::SensorAfterDispatch);
		}

		let legs = transfer.legs.len() as u32;
		let weight = Self::weight_of_dispatching(legs, rules.into(), sensor.is_some())
			.saturating_add(T::Rules::weight_of_emergencies(&passed));
		let arguments = (id, carrier, sscc, expected, &sensor, event);
		let mut step = Step::new(act, Action::TransferDispatched, &arguments).at(event);
		let carriage = carrier.map(|carrier| Self::carriage_by(&transfer, carrier, now));
		let custody = transfer.source();
		let purpose = purpose_of(source_under(transfer.terms));
		lots.move_each(|stock, carried| {
			stock.send(custody, carried, purpose)?;
			// They leave all the same: whoever receives them has to know.
			if is_breached(&stock.facts(), sensor.as_ref()) {
				stock.breach(custody)?;
			}
			Ok(())
		})?;
		transfer.status = Status::Dispatched;
		let dispatched_at = now;
		transfer.shipment =
			Some(Shipment { carriage, sscc, expected, sensor, event, dispatched_at });
		Self::save(&mut step, id, transfer)?;
		lots.close(&mut step)?;
		T::Rules::settle(id, &movement, passed)?;
		Self::deposit_event(Event::TransferDispatched { transfer: id });
		if let Some(Carriage { carrier, acknowledged_at: Some(_) }) = carriage {
			Self::deposit_event(Event::CarriageAcknowledged { transfer: id, carrier });
		}
		if yielded.is_empty() {
			return Ok(weight);
		}
		for rule in yielded {
			Self::deposit_event(Event::RuleYielded { transfer: id, rule });
		}
		Ok(weight.saturating_add(T::Decisions::weight_of_binding()))
	}

	/// What dispatching weighs at most, with what a sensor measured or without.
	pub(crate) fn most_of_dispatching(is_measured: bool) -> Weight {
		Self::weight_of_dispatching(T::MaxLegs::get(), T::Rules::most(), is_measured)
			.saturating_add(T::Rules::most_of_emergencies(T::MaxLegs::get()))
			.saturating_add(T::Decisions::weight_of_binding())
	}

	/// What dispatching `legs` legs weighs that fall under `rules` rules, if no rule yields to a decision, or asks
	/// for an emergency.
	fn weight_of_dispatching(legs: u32, rules: u32, is_measured: bool) -> Weight {
		match is_measured {
			true => T::WeightInfo::dispatch_measured(legs, rules),
			false => T::WeightInfo::dispatch(legs, rules),
		}
	}

	/// The carriage by `carrier`, acknowledged if that is the sender or had approved it in advance.
	fn carriage_by(transfer: &TransferOf<T>, carrier: InstitutionId, now: Moment) -> Carriage {
		let sender = transfer.sender;
		let said = carrier == sender || Self::approves(carrier, Capacity::Carrier, sender);
		Carriage { carrier, acknowledged_at: said.then_some(now) }
	}
}
