//! The invariants, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{
	ApprovalCount, Approvals, Archived, Config, NextTransferId, Pallet, Receipts, Status, Terms,
	TransferLeg, TransferOf, Transfers,
};
use alloc::collections::BTreeMap;
use frame_support::traits::Get;
use salus_primitives::{
	broken_invariant, check_invariant, HoldingKey, InstitutionId, LotId, LotStock, Stock, Total,
	TransferId,
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
			let is_loan = matches!(transfer.terms, Terms::Loan { .. });
			for leg in &transfer.legs {
				engaged.entry(transfer.source().of(leg.lot)).or_default().add(transfer.status, leg);
				add(counted.entry((id, leg.lot)).or_default(), leg.returned);
				let may_be = is_loan || leg.called_in == 0;
				check_invariant!("circulation", 5, may_be, "what is no loan is called in", id);
				if leg.called_in > 0 {
					let borrowed = engaged.entry(transfer.destination().of(leg.lot)).or_default();
					add(&mut borrowed.disputed, leg.called_in);
				}
			}
			if let Terms::Return { of, .. } = transfer.terms {
				for (lot, back) in transfer.lines_back() {
					add(carried.entry((of, lot)).or_default(), back);
				}
			}
		}
		check_returns(counted, carried)?;
		for (key, engaged) in engaged {
			// Of a lot that is archived there is no stock, and nothing may be engaged.
			let held = T::Stock::open(key.lot).map_or_else(Engaged::default, |mut stock| {
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
				held == engaged,
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
		check_approvals::<T>()?;
		for id in Archived::<T>::iter_keys() {
			check_invariant!(
				"circulation",
				8,
				id < next,
				"an archived one is not below the next",
				id
			);
			let removed = !Transfers::<T>::contains_key(id);
			check_invariant!("circulation", 8, removed, "an archived transfer is stored", id);
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

/// Sums of quantities: no number of transfers that a chain can hold makes them overflow.
fn add(to: &mut Total, quantity: impl Into<Total>) {
	*to += quantity.into();
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
	check_invariant!(
		"circulation",
		2,
		leg.excess <= leg.quantity,
		"the excess of a leg is more than was shipped",
		id,
		leg.lot
	);
	check_invariant!(
		"circulation",
		2,
		leg.keeping <= leg.rejected,
		"more of a leg is asked for than was rejected",
		id,
		leg.lot
	);
	check_invariant!(
		"circulation",
		5,
		leg.unreturnable() <= leg.accepted.into(),
		"more of a leg went back than had arrived",
		id,
		leg.lot
	);
	Ok(())
}

fn check_approvals<T: Config>() -> Result<(), TryRuntimeError> {
	let mut given: BTreeMap<InstitutionId, u32> = BTreeMap::new();
	for (by, (_, sender)) in Approvals::<T>::iter_keys() {
		check_invariant!("circulation", 7, by != sender, "an institution approves itself", by);
		let count = given.entry(by).or_default();
		*count = count.saturating_add(1);
	}
	let counted: BTreeMap<_, _> = ApprovalCount::<T>::iter().collect();
	check_invariant!(
		"circulation",
		7,
		given == counted,
		"approvals are miscounted",
		given,
		counted
	);
	let most = T::MaxApprovals::get();
	let within = counted.values().all(|count| *count <= most);
	check_invariant!("circulation", 7, within, "an institution gives too many approvals", counted);
	Ok(())
}

fn check_status<T: Config>(
	id: TransferId,
	transfer: &TransferOf<T>,
) -> Result<(), TryRuntimeError> {
	let dated = transfer.ended_at.is_some() == transfer.status.has_ended();
	check_invariant!("circulation", 3, dated, "the time of an end is not that of an end", id);
	match transfer.status {
		Status::Proposed
		| Status::Accepted
		| Status::Rejected
		| Status::Withdrawn
		| Status::Expired => {
			let untouched =
				|leg: &TransferLeg| leg.reported() == 0 && leg.excess == 0 && leg.keeping == 0;
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
