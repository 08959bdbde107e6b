//! The invariants, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{
	Approvals, Config, NextTransferId, Pallet, Receipts, Status, Terms, TransferLeg, TransferOf,
	Transfers,
};
use alloc::collections::BTreeMap;
use salus_primitives::{
	broken_invariant, check_invariant, HoldingKey, LotId, LotStock, Stock, Total, TransferId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut engaged: BTreeMap<HoldingKey, Engaged> = BTreeMap::new();
		let mut counted: BTreeMap<(TransferId, LotId), Total> = BTreeMap::new();
		let mut carried: BTreeMap<(TransferId, LotId), Total> = BTreeMap::new();
		let next = NextTransferId::<T>::get();
		for (id, transfer) in Transfers::<T>::iter() {
			check_invariant!("circulation", 1, id < next, "a transfer is not below the next", id);
			let has_legs = !transfer.legs.is_empty();
			check_invariant!("circulation", 1, has_legs, "a transfer has no legs", id);
			transfer.legs.iter().try_for_each(|leg| check_leg(id, leg))?;
			check_status::<T>(id, &transfer)?;
			check_receipts::<T>(id, &transfer)?;
			for leg in &transfer.legs {
				engaged.entry(transfer.source().of(leg.lot)).or_default().add(transfer.status, leg);
				add(counted.entry((id, leg.lot)).or_default(), leg.returned);
				if let Terms::Return { of } = transfer.terms {
					let ended_unsent = matches!(
						transfer.status,
						Status::Rejected | Status::Withdrawn | Status::Expired
					);
					let back = leg.quantity.saturating_sub(leg.recovered);
					let back = if ended_unsent { 0 } else { back };
					add(carried.entry((of, leg.lot)).or_default(), back);
				}
			}
		}
		check_returns(counted, carried)?;
		for (key, engaged) in engaged {
			let held = T::Stock::open(key.lot).map(|mut stock| {
				let holding = stock.holding(key.custody());
				Engaged {
					reserved: holding.reserved.into(),
					in_transit: holding.in_transit.into(),
					disputed: holding.disputed.into(),
				}
			});
			check_invariant!(
				"circulation",
				6,
				held.as_ref() == Some(&engaged),
				"a holding's engaged goods are not those of its transfers",
				key,
				held,
				engaged
			);
		}
		for (id, number) in Receipts::<T>::iter_keys() {
			let known = Self::load(id).is_ok_and(|transfer| number < transfer.receipts);
			check_invariant!("circulation", 4, known, "no transfer counts a receipt", id, number);
		}
		for (receiver, sender) in Approvals::<T>::iter_keys() {
			let differ = receiver != sender;
			check_invariant!("circulation", 7, differ, "an institution approves itself", receiver);
		}
		Ok(())
	}
}

/// What transfers hold of one holding.
#[derive(Debug, Default, PartialEq)]
struct Engaged {
	reserved: Total,
	in_transit: Total,
	disputed: Total,
}

impl Engaged {
	fn add(&mut self, status: Status, leg: &TransferLeg) {
		match status {
			Status::Proposed | Status::Accepted => add(&mut self.reserved, leg.quantity),
			Status::Rejected | Status::Withdrawn | Status::Expired => {}
			Status::Dispatched | Status::Disputed | Status::Settled => {
				add(&mut self.in_transit, leg.outstanding());
				add(&mut self.disputed, leg.disputed());
			}
		}
	}
}

fn add(to: &mut Total, quantity: impl Into<Total>) {
	*to = to.saturating_add(quantity.into());
}

fn check_leg(id: TransferId, leg: &TransferLeg) -> Result<(), TryRuntimeError> {
	check_invariant!("circulation", 1, leg.quantity > 0, "a leg is of zero", id, leg.lot);
	let in_bounds = leg.reported() <= Total::from(leg.quantity);
	check_invariant!(
		"circulation",
		2,
		in_bounds,
		"more is reported of a leg than was shipped",
		id,
		leg.lot
	);
	let arrived = Total::from(leg.accepted).saturating_add(leg.excess.into());
	check_invariant!(
		"circulation",
		5,
		Total::from(leg.returned) <= arrived,
		"more of a leg went back than had arrived",
		id,
		leg.lot
	);
	Ok(())
}

fn check_status<T: Config>(
	id: TransferId,
	transfer: &TransferOf<T>,
) -> Result<(), TryRuntimeError> {
	match transfer.status {
		Status::Proposed
		| Status::Accepted
		| Status::Rejected
		| Status::Withdrawn
		| Status::Expired => {
			let untouched = |leg: &TransferLeg| leg.reported() == 0 && leg.excess == 0;
			check_invariant!(
				"circulation",
				3,
				transfer.shipment.is_none()
					&& transfer.receipts == 0
					&& transfer.legs.iter().all(untouched),
				"a transfer that never left has arrived",
				id
			);
		}
		Status::Dispatched | Status::Disputed | Status::Settled => {
			let shipped = transfer.shipment.is_some();
			check_invariant!(
				"circulation",
				3,
				shipped,
				"a dispatched transfer has no shipment",
				id
			);
			let agrees = transfer.status == transfer.progress();
			check_invariant!("circulation", 3, agrees, "a status contradicts the legs", id);
		}
	}
	Ok(())
}

fn check_receipts<T: Config>(
	id: TransferId,
	transfer: &TransferOf<T>,
) -> Result<(), TryRuntimeError> {
	for number in 0..transfer.receipts {
		let receipt = Receipts::<T>::get(id, number)
			.ok_or_else(|| broken_invariant!("circulation", 4, "a receipt is gone", id, number))?;
		check_invariant!(
			"circulation",
			4,
			receipt.legs.len() == transfer.legs.len(),
			"a receipt has not one entry for each leg",
			id,
			number
		);
	}
	Ok(())
}

fn check_returns(
	mut counted: BTreeMap<(TransferId, LotId), Total>,
	mut carried: BTreeMap<(TransferId, LotId), Total>,
) -> Result<(), TryRuntimeError> {
	counted.retain(|_, quantity| *quantity > 0);
	carried.retain(|_, quantity| *quantity > 0);
	let differs = counted
		.iter()
		.find(|(key, quantity)| carried.get(key) != Some(quantity))
		.or_else(|| carried.iter().find(|(key, _)| !counted.contains_key(key)));
	check_invariant!(
		"circulation",
		5,
		differs.is_none(),
		"what counts as returned is not what returns carry",
		differs
	);
	Ok(())
}
