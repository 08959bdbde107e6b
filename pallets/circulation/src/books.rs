//! Reads and writes transfers, moves whole transfers between buckets, and names what a step
//! touched.

use super::*;
use alloc::vec::Vec;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// The transfer under `id`.
	pub(crate) fn load(id: TransferId) -> Result<TransferOf<T>, Error<T>> {
		Transfers::<T>::get(id).ok_or(Error::<T>::TransferNotFound)
	}

	/// Moves `totals` between two buckets of the holdings that `transfer` leaves.
	pub(crate) fn shift_all(
		transfer: &TransferOf<T>,
		totals: &[(LotId, Quantity)],
		from: Bucket,
		to: Bucket,
	) -> DispatchResult {
		totals
			.iter()
			.try_for_each(|(lot, total)| T::Stock::shift(&transfer.source(*lot), from, to, *total))
	}

	/// Ends a transfer whose goods never left: they become available again, and what was on its way
	/// back is not any more. Answers with everything touched.
	pub(crate) fn end_undispatched(
		id: TransferId,
		mut transfer: TransferOf<T>,
		status: Status,
	) -> Result<Vec<Subject>, sp_runtime::DispatchError> {
		let totals = totals(transfer.legs.iter().map(|leg| (leg.lot, leg.quantity)));
		Self::shift_all(&transfer, &totals, Bucket::Reserved, Bucket::Available)?;
		let mut subjects = subjects(id, totals.iter().map(|(lot, _)| *lot));
		if let Terms::Return { of } = transfer.terms {
			Self::undo_return(of, &totals)?;
			subjects.push(Subject::Transfer(of));
		}
		transfer.status = status;
		Transfers::<T>::insert(id, transfer);
		Ok(subjects)
	}

	/// Appends one record for each subject of a step by an account.
	pub(crate) fn record(
		who: T::AccountId,
		institution: Option<InstitutionId>,
		action: Action,
		digest: H256,
		event: Option<EventClaim>,
		subjects: &[Subject],
	) -> DispatchResult {
		let actor = Actor::Account(who);
		T::Trail::record(Step { actor, institution, action, digest, event }, subjects)
	}
}

/// Adds up quantities lot by lot, in the order in which lots first appear.
pub(crate) fn totals(lines: impl Iterator<Item = (LotId, Quantity)>) -> Vec<(LotId, Quantity)> {
	let mut totals: Vec<(LotId, Quantity)> = Vec::with_capacity(lines.size_hint().0);
	for (lot, quantity) in lines {
		match totals.iter_mut().find(|(known, _)| *known == lot) {
			Some((_, total)) => *total = total.saturating_add(quantity),
			None => totals.push((lot, quantity)),
		}
	}
	totals
}

/// A transfer and the lots that moved with it, each once.
pub(crate) fn subjects(id: TransferId, lots: impl Iterator<Item = LotId>) -> Vec<Subject> {
	let mut subjects = Vec::with_capacity(lots.size_hint().0.saturating_add(2));
	subjects.push(Subject::Transfer(id));
	for lot in lots {
		let subject = Subject::Lot(lot);
		if !subjects.contains(&subject) {
			subjects.push(subject);
		}
	}
	subjects
}
