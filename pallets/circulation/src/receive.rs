//! The call `receive`: what the receiver found, and what it does to the books of both sides.

use crate::{
	lots::{Lots, StockOf},
	Config, Error, Event, Pallet, Status, TransferLeg, TransferOf,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt::Debug;
use frame_support::{
	ensure, pallet_prelude::DispatchResult, traits::Get, BoundedVec, CloneNoBound, DebugNoBound,
	EqNoBound, PartialEqNoBound,
};
use salus_primitives::{
	Act, Action, Actor, Arrival, EventClaim, LotStock, Malformed, Moment, Quantity, Step, Text,
	Total, Trail, TransferId,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// Why something did not arrive as it was sent.
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
pub enum Discrepancy {
	Damaged,
	/// Not as many as the papers say.
	MismatchQuantity,
	/// Not what the papers say.
	MismatchClass,
	/// Past its expiry on arrival.
	Expired,
	/// Left its temperature range on the way.
	ColdChainBreach,
	Stolen,
	Lost,
	/// The reason is not known.
	Unknown,
}

/// A quantity that is not as it was sent, and why.
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
pub struct Shortfall {
	/// In base units.
	#[codec(compact)]
	pub quantity: Quantity,
	pub reason: Discrepancy,
}

/// In what condition goods were accepted.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Condition {
	/// As they should be.
	#[default]
	Normal,
	/// Damaged, and taken all the same: quarantined until a stock agent has looked.
	Damaged,
}

/// What a receiver found of one leg.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LegReceipt {
	/// Arrived and taken, in base units.
	#[codec(compact)]
	pub accepted: Quantity,
	/// In what condition that was. Goods in different conditions go into different receipts.
	pub condition: Condition,
	/// Arrived and refused.
	pub rejected: Option<Shortfall>,
	/// Not arrived, and not expected any more.
	pub missing: Option<Shortfall>,
	/// Arrived beyond what was sent.
	pub excess: Option<Shortfall>,
}

impl LegReceipt {
	/// Whether it says nothing about any unit.
	pub fn is_silent(&self) -> bool {
		self.accepted == 0
			&& self.rejected.is_none()
			&& self.missing.is_none()
			&& self.excess.is_none()
	}
}

/// What a sensor that travelled with the goods measured, in tenths of a degree Celsius.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SensorSummary {
	pub min: i16,
	pub max: i16,
	pub mean: i16,
	/// The name or number of the device.
	pub device: Text<20>,
	/// The time of the first measurement.
	pub from: Moment,
	/// The time of the last one.
	pub to: Moment,
	/// Digest of the full series, kept off chain.
	pub digest: H256,
}

impl SensorSummary {
	/// Refuses a mean outside its bounds or a span that ends before it begins
	/// ([`Malformed::Range`]), and a device without a name ([`Malformed::Characters`]).
	pub fn check(&self) -> Result<(), Malformed> {
		if self.min > self.mean || self.mean > self.max || self.from > self.to {
			return Err(Malformed::Range);
		}
		self.device.check()
	}
}

/// What a receiver stated once. A transfer may have several receipts.
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[scale_info(skip_type_params(MaxLegs))]
#[codec(mel_bound(AccountId: MaxEncodedLen))]
pub struct Receipt<AccountId, MaxLegs>
where
	AccountId: Clone + Eq + Debug,
	MaxLegs: Get<u32>,
{
	/// Who wrote it, for the receiver.
	pub by: Actor<AccountId>,
	/// One entry for each leg of the transfer, in its order.
	pub legs: BoundedVec<LegReceipt, MaxLegs>,
	/// What a sensor measured on the way.
	pub sensor: Option<SensorSummary>,
	/// Digest of a document kept off chain.
	pub document: Option<H256>,
	/// When it happened, as the receiver says.
	pub event: EventClaim,
	/// When the chain was told.
	pub recorded_at: Moment,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_receive(
		act: Act<T::AccountId>,
		id: TransferId,
		legs: BoundedVec<LegReceipt, T::MaxLegs>,
		sensor: Option<SensorSummary>,
		document: Option<H256>,
		event: EventClaim,
	) -> DispatchResult {
		let mut transfer = Self::load(id)?;
		Self::ensure_party(&act, transfer.receiver)?;
		match transfer.status {
			Status::Dispatched => {}
			Status::Disputed | Status::Settled => return Err(Error::<T>::AlreadyReceived.into()),
			Status::Proposed
			| Status::Accepted
			| Status::Rejected
			| Status::Withdrawn
			| Status::Expired => return Err(Error::<T>::NotDispatched.into()),
		}
		ensure!(transfer.receipts < T::MaxReceipts::get(), Error::<T>::TooManyReceipts);
		ensure!(legs.len() == transfer.legs.len(), Error::<T>::LegsDiffer);
		ensure!(!legs.iter().all(LegReceipt::is_silent), Error::<T>::NothingReported);
		if let Some(sensor) = &sensor {
			sensor.check().map_err(Error::<T>::from)?;
		}

		// The whole receipt must add up before any goods move.
		for (leg, found) in transfer.legs.iter_mut().zip(&legs) {
			enter::<T>(leg, found)?;
		}
		let by = act.actor.clone();
		let arguments = (id, &legs, &sensor, document, event);
		let mut step = Step::new(act, Action::TransferReceived, &arguments).at(event);
		let mut lots = Lots::<T>::none();
		for (leg, found) in transfer.legs.iter().zip(&legs) {
			if !found.is_silent() {
				settle::<T>(&mut lots.open(leg.lot)?.stock, &transfer, found)?;
			}
		}
		transfer.status = transfer.progress();
		let status = transfer.status;
		let recorded_at = T::Trail::now();
		let receipt = Receipt { by, legs, sensor, document, event, recorded_at };
		let number = Self::add_receipt(id, &mut transfer, receipt)?;
		Self::save(&mut step, id, transfer)?;
		lots.close(&mut step)?;
		Self::deposit_event(Event::TransferReceived { transfer: id, receipt: number, status });
		Ok(())
	}
}

/// Writes what was found into the leg.
fn enter<T: Config>(leg: &mut TransferLeg, found: &LegReceipt) -> Result<(), Error<T>> {
	let stated = [found.rejected, found.missing, found.excess];
	let some = |shortfall: &Shortfall| shortfall.quantity > 0;
	ensure!(stated.iter().flatten().all(some), Error::ZeroQuantity);
	let damage_of_nothing = found.accepted == 0 && found.condition == Condition::Damaged;
	ensure!(!damage_of_nothing, Error::ZeroQuantity);
	for (total, part) in [
		(&mut leg.accepted, found.accepted),
		(&mut leg.rejected, quantity(found.rejected)),
		(&mut leg.missing, quantity(found.missing)),
	] {
		*total = total.checked_add(part).ok_or(Error::ExceedsShipped)?;
	}
	ensure!(leg.reported() <= Total::from(leg.quantity), Error::ExceedsShipped);
	let excess = leg.excess.checked_add(quantity(found.excess));
	leg.excess = excess.ok_or(Error::QuantityTooLarge)?;
	ensure!(leg.quantity.checked_add(leg.excess).is_some(), Error::QuantityTooLarge);
	Ok(())
}

/// Moves what was found of one leg.
fn settle<T: Config>(
	stock: &mut StockOf<T>,
	transfer: &TransferOf<T>,
	found: &LegReceipt,
) -> DispatchResult {
	let (source, destination) = (transfer.source(), transfer.destination());
	if found.accepted > 0 {
		let arrival = match found.condition {
			Condition::Normal => Arrival::Usable,
			Condition::Damaged => Arrival::Quarantined,
		};
		stock.deliver(source, destination, found.accepted, arrival, transfer.to_site)?;
	}
	// Both are at most the leg's quantity together.
	let disputed = quantity(found.rejected).saturating_add(quantity(found.missing));
	if disputed > 0 {
		stock.dispute(source, disputed)?;
	}
	if let Some(Shortfall { quantity, .. }) = found.excess {
		stock.find(destination, quantity, transfer.to_site)?;
	}
	Ok(())
}

fn quantity(shortfall: Option<Shortfall>) -> Quantity {
	shortfall.map_or(0, |shortfall| shortfall.quantity)
}
