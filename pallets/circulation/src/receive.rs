//! The call `receive`: what the receiver found, and what it does to the books of both sides.

use crate::{
	lots::{is_breached, Lots, StockOf},
	Config, Error, Event, Pallet, TransferLeg, TransferOf,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt::Debug;
use frame_support::{
	ensure, pallet_prelude::DispatchResult, traits::Get, BoundedVec, CloneNoBound, DebugNoBound,
	EqNoBound, PartialEqNoBound,
};
use salus_primitives::{
	Act, Action, Actor, Arrival, Change, ClassId, EventClaim, Fate, HoldKind, LotFacts, LotStock,
	Moment, OnTransfer, Quantity, ReturnFrom, SensorSummary, Step, Terms, Trail, TransferId,
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
	/// Arrived beyond what was sent: over all receipts at most as much again as the leg shipped.
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
		let shipment = transfer.shipment.as_ref().ok_or(Error::<T>::NotDispatched)?;
		let left_at = shipment.event.at;
		let may_arrive = |leg: &TransferLeg| leg.outstanding() > 0 || leg.missing > 0;
		ensure!(transfer.legs.iter().any(may_arrive), Error::<T>::AlreadyReceived);
		ensure!(transfer.receipts < T::MaxReceipts::get(), Error::<T>::TooManyReceipts);
		ensure!(legs.len() == transfer.legs.len(), Error::<T>::LegsDiffer);
		ensure!(!legs.iter().all(LegReceipt::is_silent), Error::<T>::NothingReported);
		ensure!(event.at >= left_at, Error::<T>::ReceivedBeforeDispatch);
		if let Some(sensor) = &sensor {
			sensor.check().map_err(Error::<T>::from)?;
			let within = sensor.from >= left_at && sensor.to <= event.at;
			ensure!(within, Error::<T>::SensorOutsideTransit);
		}

		// The whole receipt must add up before any goods move.
		let lines = transfer.legs.iter_mut().zip(&legs);
		let moves: Vec<_> =
			lines.map(|(leg, found)| enter::<T>(leg, found)).collect::<Result<_, _>>()?;
		let by = act.actor.clone();
		let arguments = (id, &legs, &sensor, document, event);
		let mut step = Step::new(act, Action::TransferReceived, &arguments).at(event);
		let mut lots = Lots::<T>::none();
		let mut changes = Vec::new();
		for ((leg, found), moves) in transfer.legs.iter().zip(&legs).zip(&moves) {
			if !found.is_silent() {
				let stock = &mut lots.open(leg.lot)?.stock;
				let facts = stock.facts();
				let demanded = facts.cold_chain.is_some_and(|chain| chain.sensor);
				let enters = found.accepted > 0 || found.excess.is_some();
				let unmeasured = enters && sensor.is_none();
				ensure!(!(demanded && unmeasured), Error::<T>::SensorRequired);
				let arrival = arrival_of::<T>(&transfer, &facts, found.condition, sensor.as_ref());
				settle::<T>(stock, &transfer, arrival, moves)?;
				changes.extend(moves.changes(facts.class));
			}
		}
		transfer.status = transfer.progress();
		let serves = transfer.promised_to();
		let status = transfer.status;
		let recorded_at = T::Trail::now();
		let receipt = Receipt { by, legs, sensor, document, event, recorded_at };
		let number = Self::add_receipt(id, &mut transfer, receipt)?;
		Self::save(&mut step, id, transfer)?;
		lots.close(&mut step)?;
		T::OnTransfer::changed(&mut step, id, serves, &changes)?;
		Self::deposit_event(Event::TransferReceived { transfer: id, receipt: number, status });
		Ok(())
	}
}

/// What a receipt moves of one leg.
struct Moves {
	/// From transit to the receiver.
	delivered: Quantity,
	/// From dispute to the receiver: it had counted as missing.
	delivered_late: Quantity,
	/// From transit into dispute.
	disputed: Quantity,
	/// Stated beyond what was shipped.
	excess: Quantity,
}

impl Moves {
	/// What became of units that the transfer promised.
	fn changes(&self, class: ClassId) -> impl Iterator<Item = Change> {
		[
			(self.delivered, Fate::Outstanding, Fate::Delivered),
			(self.delivered_late, Fate::Disputed, Fate::Delivered),
			(self.disputed, Fate::Outstanding, Fate::Disputed),
		]
		.into_iter()
		.filter(|(quantity, ..)| *quantity > 0)
		.map(move |(quantity, from, to)| Change { class, quantity, from, to })
	}
}

/// Writes what was found into the leg: what arrived is taken from what is outstanding first, and then
/// from what is missing.
fn enter<T: Config>(leg: &mut TransferLeg, found: &LegReceipt) -> Result<Moves, Error<T>> {
	let stated = [found.rejected, found.missing, found.excess];
	let some = |shortfall: &Shortfall| shortfall.quantity > 0;
	ensure!(stated.iter().flatten().all(some), Error::ZeroQuantity);
	let damage_of_nothing = found.accepted == 0 && found.condition == Condition::Damaged;
	ensure!(!damage_of_nothing, Error::ZeroQuantity);
	let [rejected, missing, excess] = stated.map(quantity);

	let outstanding = leg.outstanding();
	let delivered = found.accepted.min(outstanding);
	let refused = rejected.min(outstanding - delivered);
	ensure!(missing <= outstanding - delivered - refused, Error::ExceedsShipped);
	let delivered_late = found.accepted - delivered;
	let late = delivered_late.checked_add(rejected - refused).ok_or(Error::ExceedsShipped)?;
	leg.missing = leg.missing.checked_sub(late).ok_or(Error::ExceedsShipped)?;
	for (total, part) in [
		(&mut leg.missing, missing),
		(&mut leg.accepted, found.accepted),
		(&mut leg.rejected, rejected),
	] {
		*total = total.checked_add(part).ok_or(Error::ExceedsShipped)?;
	}
	leg.excess = leg.excess.checked_add(excess).ok_or(Error::ExcessTooLarge)?;
	ensure!(leg.excess <= leg.quantity, Error::ExcessTooLarge);
	// Both are parts of what was outstanding.
	let disputed = refused + missing;
	Ok(Moves { delivered, delivered_late, disputed, excess })
}

/// In what state accepted goods of a lot arrive.
///
/// Goods that were quarantined where they come from stay so. The hold that they were under does not travel
/// with them.
fn arrival_of<T: Config>(
	transfer: &TransferOf<T>,
	facts: &LotFacts,
	condition: Condition,
	sensor: Option<&SensorSummary>,
) -> Arrival {
	let before = transfer.shipment.as_ref().and_then(|shipment| shipment.sensor.as_ref());
	let breached = is_breached(facts, before) || is_breached(facts, sensor);
	let quarantined = matches!(transfer.terms, Terms::Return { from: ReturnFrom::Quarantined, .. });
	if breached {
		Arrival::Quarantined(HoldKind::ColdChainBreach)
	} else if condition == Condition::Damaged {
		Arrival::Quarantined(HoldKind::Damage)
	} else if quarantined {
		Arrival::Quarantined(HoldKind::Quarantine)
	} else {
		Arrival::Usable
	}
}

/// Moves what was found of one leg.
fn settle<T: Config>(
	stock: &mut StockOf<T>,
	transfer: &TransferOf<T>,
	arrival: Arrival,
	moves: &Moves,
) -> DispatchResult {
	let (source, destination, site) = (transfer.source(), transfer.destination(), transfer.to_site);
	let Moves { delivered, delivered_late, disputed, excess } = *moves;
	if delivered > 0 {
		stock.deliver(source, destination, delivered, arrival, site)?;
	}
	if delivered_late > 0 {
		stock.deliver_disputed(source, destination, delivered_late, arrival, site)?;
	}
	if disputed > 0 {
		stock.dispute(source, disputed)?;
	}
	if excess > 0 {
		stock.find(destination, excess, site)?;
	}
	Ok(())
}

fn quantity(shortfall: Option<Shortfall>) -> Quantity {
	shortfall.map_or(0, |shortfall| shortfall.quantity)
}
