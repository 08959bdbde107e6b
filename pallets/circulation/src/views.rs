//! What clients read beside the storage itself.

use super::*;
use alloc::{vec, vec::Vec};
use core::convert::Infallible;

impl<T: Config> Pallet<T> {
	pub(crate) fn view_explain_transfer(
		sender: InstitutionId,
		proposal: &ProposalOf<T>,
	) -> Vec<Finding> {
		let mut findings = Vec::new();
		let Ok(_) = Self::examine_proposal(sender, proposal, &mut collect(&mut findings));
		findings
	}

	pub(crate) fn view_explain_dispatch(id: TransferId) -> Vec<Finding> {
		let Some(transfer) = Transfers::<T>::get(id) else {
			return vec![Finding { leg: None, fault: Fault::TransferNotFound }];
		};
		let mut findings = Vec::new();
		let Ok(()) =
			Self::examine_dispatch(&transfer, T::Trail::now(), &mut collect(&mut findings));
		findings
	}

	pub(crate) fn view_receipts(id: TransferId) -> Vec<ReceiptOf<T>> {
		let count = Transfers::<T>::get(id).map_or(0, |transfer| transfer.receipts);
		(0..count).filter_map(|number| Receipts::<T>::get(id, number)).collect()
	}

	pub(crate) fn view_loan(id: TransferId) -> Option<LoanState> {
		let transfer = Transfers::<T>::get(id)?;
		let Terms::Loan { due } = transfer.terms else { return None };
		let lent = |leg: &TransferLeg| Lent { lot: leg.lot, outstanding: leg.returnable() };
		let legs: Vec<_> = transfer.legs.iter().map(lent).collect();
		// Goods on their way back are not back: promising them must not make a loan look settled.
		let lacking = |leg: &TransferLeg| {
			let arrived = leg.accepted > 0 || leg.excess > 0;
			arrived && T::Stock::holding(&transfer.destination(leg.lot)).total() != Some(0)
		};
		let overdue = T::Trail::now() > due && transfer.legs.iter().any(lacking);
		Some(LoanState { due, overdue, legs })
	}
}

fn collect(findings: &mut Vec<Finding>) -> impl FnMut(Finding) -> Result<(), Infallible> + '_ {
	|finding| {
		findings.push(finding);
		Ok(())
	}
}
