//! What the receiver found, and what it does to the books of both sides.

use super::*;
use frame_support::{ensure, BoundedVec};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_receive(
		who: T::AccountId,
		id: TransferId,
		legs: BoundedVec<LegReceipt, T::MaxLegs>,
		sensor: Option<SensorSummary>,
		document: Option<H256>,
		event: EventClaim,
	) -> DispatchResult {
		let agent = Self::agent(&who)?;
		let mut transfer = Self::load(id)?;
		Self::ensure_step_of(&agent, transfer.receiver, Role::Receive)?;
		Self::ensure_active(transfer.receiver)?;
		match transfer.status {
			Status::Dispatched => {}
			Status::Disputed | Status::Settled => return Err(Error::<T>::AlreadyReceived.into()),
			Status::Proposed
			| Status::Accepted
			| Status::Rejected
			| Status::Withdrawn
			| Status::Expired => return Err(Error::<T>::NotDispatched.into()),
		}
		let number = transfer.receipts;
		ensure!(number < T::MaxReceipts::get(), Error::<T>::TooManyReceipts);
		ensure!(legs.len() == transfer.legs.len(), Error::<T>::LegsDiffer);
		ensure!(!legs.iter().all(LegReceipt::is_silent), Error::<T>::NothingReported);
		if let Some(sensor) = &sensor {
			sensor.check().map_err(Error::<T>::from)?;
		}

		// The whole receipt must add up before any goods move.
		for (leg, found) in transfer.legs.iter_mut().zip(&legs) {
			Self::enter(leg, found)?;
		}
		for (leg, found) in transfer.legs.iter().zip(&legs) {
			Self::settle(&transfer, leg.lot, found)?;
		}
		transfer.receipts = number.checked_add(1).ok_or(Error::<T>::TooManyReceipts)?;
		transfer.status = transfer.progress();
		let status = transfer.status;

		let moved = transfer.legs.iter().zip(&legs).filter(|(_, found)| !found.is_silent());
		let subjects = books::subjects(id, moved.map(|(leg, _)| leg.lot));
		let digest = digest_of(&(id, &legs, &sensor, document, event));
		let recorded_at = T::Trail::now();
		let receipt = Receipt { by: who.clone(), legs, sensor, document, event, recorded_at };
		Receipts::<T>::insert(id, number, receipt);
		Transfers::<T>::insert(id, transfer);
		let institution = Some(agent.institution);
		Self::record(who, institution, Action::TransferReceived, digest, Some(event), &subjects)?;
		Self::deposit_event(Event::TransferReceived { transfer: id, receipt: number, status });
		Ok(())
	}

	/// Writes what was found into the leg.
	fn enter(leg: &mut TransferLeg, found: &LegReceipt) -> DispatchResult {
		let exceeds = || Error::<T>::ExceedsShipped;
		let add = |to: &mut Quantity, quantity: Quantity| {
			*to = to.checked_add(quantity).ok_or_else(exceeds)?;
			Ok::<_, Error<T>>(())
		};
		let stated = [found.rejected, found.missing, found.excess];
		let some = |shortfall: &Shortfall| shortfall.quantity > 0;
		ensure!(stated.iter().flatten().all(some), Error::<T>::ZeroQuantity);
		let damage_of_nothing = found.accepted == 0 && found.condition == Condition::Damaged;
		ensure!(!damage_of_nothing, Error::<T>::ZeroQuantity);
		add(&mut leg.accepted, found.accepted)?;
		add(&mut leg.rejected, quantity(found.rejected))?;
		add(&mut leg.missing, quantity(found.missing))?;
		ensure!(leg.reported().ok_or_else(exceeds)? <= leg.quantity, exceeds());
		leg.excess =
			leg.excess.checked_add(quantity(found.excess)).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}

	/// Moves what was found of one leg.
	fn settle(transfer: &TransferOf<T>, lot: LotId, found: &LegReceipt) -> DispatchResult {
		let source = transfer.source(lot);
		let destination = transfer.destination(lot);
		if found.accepted > 0 {
			let from = (&source, Bucket::InTransit);
			let to = (&destination, Bucket::Available);
			T::Stock::hand_over(from, to, found.accepted, transfer.to_site)?;
		}
		// Both are at most the leg's quantity together.
		let disputed = quantity(found.rejected).saturating_add(quantity(found.missing));
		if disputed > 0 {
			T::Stock::shift(&source, Bucket::InTransit, Bucket::Disputed, disputed)?;
		}
		if let Some(Shortfall { quantity, .. }) = found.excess {
			T::Stock::find(&destination, Bucket::Quarantined, quantity, transfer.to_site)?;
		}
		Ok(())
	}
}

fn quantity(shortfall: Option<Shortfall>) -> Quantity {
	shortfall.map_or(0, |shortfall| shortfall.quantity)
}
