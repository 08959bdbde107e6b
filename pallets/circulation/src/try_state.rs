//! The invariants, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use super::*;
use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut engaged: BTreeMap<HoldingKey, Engaged> = BTreeMap::new();
		let mut counted: BTreeMap<(TransferId, LotId), Quantity> = BTreeMap::new();
		let mut carried: BTreeMap<(TransferId, LotId), Quantity> = BTreeMap::new();
		let next = NextTransferId::<T>::get();
		for (id, transfer) in Transfers::<T>::iter() {
			ensure!(id < next, "1: a transfer's identifier is not below the next");
			ensure!(!transfer.legs.is_empty(), "1: a transfer has no legs");
			transfer.legs.iter().try_for_each(check_leg)?;
			check_status(&transfer)?;
			Self::check_receipts(id, &transfer)?;
			for leg in &transfer.legs {
				engaged.entry(transfer.source(leg.lot)).or_default().add(&transfer, leg)?;
				add(counted.entry((id, leg.lot)).or_default(), leg.returned)?;
				if let Terms::Return { of } = transfer.terms {
					let ended_unsent = matches!(
						transfer.status,
						Status::Rejected | Status::Withdrawn | Status::Expired
					);
					let back = leg.quantity.saturating_sub(leg.recovered);
					let back = if ended_unsent { 0 } else { back };
					add(carried.entry((of, leg.lot)).or_default(), back)?;
				}
			}
		}
		counted.retain(|_, quantity| *quantity > 0);
		carried.retain(|_, quantity| *quantity > 0);
		ensure!(counted == carried, "5: what counts as returned is not what returns carry");
		for (key, engaged) in engaged {
			let holding = T::Stock::holding(&key);
			let held = Engaged {
				reserved: holding.reserved,
				in_transit: holding.in_transit,
				disputed: holding.disputed,
			};
			ensure!(held == engaged, "6: a holding's engaged goods are not those of its transfers");
		}
		for (id, number) in Receipts::<T>::iter_keys() {
			let known = Transfers::<T>::get(id).is_some_and(|transfer| number < transfer.receipts);
			ensure!(known, "4: a receipt that no transfer counts");
		}
		for (receiver, sender) in Approvals::<T>::iter_keys() {
			ensure!(receiver != sender, "7: an institution has approved itself");
		}
		Ok(())
	}

	fn check_receipts(id: TransferId, transfer: &TransferOf<T>) -> Result<(), TryRuntimeError> {
		for number in 0..transfer.receipts {
			let receipt = Receipts::<T>::get(id, number).ok_or("4: a receipt is gone")?;
			let fits = receipt.legs.len() == transfer.legs.len();
			ensure!(fits, "4: a receipt has not one entry for each leg");
		}
		Ok(())
	}
}

/// What transfers hold of one holding.
#[derive(Default, PartialEq)]
struct Engaged {
	reserved: Quantity,
	in_transit: Quantity,
	disputed: Quantity,
}

impl Engaged {
	fn add<MaxLegs: Get<u32>>(
		&mut self,
		transfer: &Transfer<MaxLegs>,
		leg: &TransferLeg,
	) -> Result<(), TryRuntimeError> {
		match transfer.status {
			Status::Proposed | Status::Accepted => add(&mut self.reserved, leg.quantity),
			Status::Rejected | Status::Withdrawn | Status::Expired => Ok(()),
			Status::Dispatched | Status::Disputed | Status::Settled => {
				add(&mut self.in_transit, leg.outstanding())?;
				add(&mut self.disputed, leg.disputed())
			}
		}
	}
}

fn add(to: &mut Quantity, quantity: Quantity) -> Result<(), TryRuntimeError> {
	*to = to.checked_add(quantity).ok_or("a sum over transfers does not fit")?;
	Ok(())
}

fn check_leg(leg: &TransferLeg) -> Result<(), TryRuntimeError> {
	ensure!(leg.quantity > 0, "1: a leg of zero");
	let reported = leg.reported().ok_or("2: a leg's figures do not fit")?;
	ensure!(reported <= leg.quantity, "2: more is reported of a leg than was shipped");
	let arrived = leg.accepted.checked_add(leg.excess).ok_or("5: a leg's figures do not fit")?;
	ensure!(leg.returned <= arrived, "5: more went back than had arrived");
	Ok(())
}

fn check_status<MaxLegs: Get<u32>>(transfer: &Transfer<MaxLegs>) -> Result<(), TryRuntimeError> {
	match transfer.status {
		Status::Proposed
		| Status::Accepted
		| Status::Rejected
		| Status::Withdrawn
		| Status::Expired => {
			let untouched = |leg: &TransferLeg| leg.reported() == Some(0) && leg.excess == 0;
			ensure!(
				transfer.shipment.is_none()
					&& transfer.receipts == 0
					&& transfer.legs.iter().all(untouched),
				"3: a transfer that never left has arrived"
			);
		}
		Status::Dispatched | Status::Disputed | Status::Settled => {
			ensure!(transfer.shipment.is_some(), "3: a dispatched transfer has no shipment");
			ensure!(transfer.status == transfer.progress(), "3: a status that its legs contradict");
		}
	}
	Ok(())
}
