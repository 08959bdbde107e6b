//! How disputes end: by the word of the party whom it costs, or by the arbiter's.

use super::*;
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchResult};

/// What an outcome does to the goods, whether they were rejected or missing.
enum Remedy {
	Recovered,
	WrittenOff(WriteOff),
	Delivered,
}

impl From<Outcome> for Remedy {
	fn from(outcome: Outcome) -> Self {
		match outcome {
			Outcome::Rejected(RejectedGoods::Returned) => Self::Recovered,
			Outcome::Rejected(RejectedGoods::Destroyed) => Self::WrittenOff(WriteOff::Destroyed),
			Outcome::Rejected(RejectedGoods::Delivered) => Self::Delivered,
			Outcome::Missing(MissingGoods::Found) => Self::Recovered,
			Outcome::Missing(MissingGoods::WrittenOff) => Self::WrittenOff(WriteOff::Lost),
			Outcome::Missing(MissingGoods::Delivered) => Self::Delivered,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_resolve(
		by: Actor<T::AccountId>,
		id: TransferId,
		index: u32,
		outcome: Outcome,
		quantity: Quantity,
		document: Option<H256>,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let agent = match &by {
			Actor::Account(who) => Some(Self::agent(who)?),
			Actor::Authority | Actor::Proof => None,
		};
		let mut transfer = Self::load(id)?;
		let remedy = Remedy::from(outcome);
		if let Some(agent) = &agent {
			let costs_receiver = match remedy {
				Remedy::Recovered => false,
				// The goods of a loan on its way back are the lender's, who receives them: the
				// borrower must not be able to end the loan by writing them off.
				Remedy::WrittenOff(_) => transfer.owner == transfer.receiver,
				Remedy::Delivered => true,
			};
			let (party, role) = if costs_receiver {
				(transfer.receiver, Role::Receive)
			} else {
				(transfer.sender, Role::Dispatch)
			};
			Self::ensure_step_of(agent, party, role)?;
			Self::ensure_active(party)?;
		}
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);

		let leg = transfer.legs.get_mut(index as usize).ok_or(Error::<T>::LegNotFound)?;
		let lot = leg.lot;
		let open = match outcome {
			Outcome::Rejected(_) => &mut leg.rejected,
			Outcome::Missing(_) => &mut leg.missing,
		};
		*open = open.checked_sub(quantity).ok_or(Error::<T>::ExceedsDisputed)?;
		let closed = match remedy {
			Remedy::Recovered => &mut leg.recovered,
			Remedy::WrittenOff(WriteOff::Destroyed) => &mut leg.destroyed,
			Remedy::WrittenOff(WriteOff::Lost) => &mut leg.lost,
			Remedy::Delivered => &mut leg.accepted,
		};
		*closed = closed.checked_add(quantity).ok_or(ArithmeticError::Overflow)?;

		let source = transfer.source(lot);
		let mut subjects = books::subjects(id, core::iter::once(lot));
		match remedy {
			Remedy::Recovered => {
				T::Stock::shift(&source, Bucket::Disputed, Bucket::Quarantined, quantity)?;
				if let Terms::Return { of } = transfer.terms {
					Self::undo_return(of, &[(lot, quantity)])?;
					subjects.push(Subject::Transfer(of));
				}
			}
			Remedy::WrittenOff(how) => {
				T::Stock::write_off(&source, Bucket::Disputed, quantity, how)?
			}
			Remedy::Delivered => {
				let destination = transfer.destination(lot);
				let from = (&source, Bucket::Disputed);
				let to = (&destination, Bucket::Available);
				T::Stock::hand_over(from, to, quantity, transfer.to_site)?;
			}
		}
		transfer.status = transfer.progress();
		let status = transfer.status;
		Transfers::<T>::insert(id, transfer);

		let step = Step {
			actor: by,
			institution: agent.map(|agent| agent.institution),
			action: Action::DisputeResolved,
			digest: digest_of(&(id, index, outcome, codec::Compact(quantity), document, event)),
			event,
		};
		T::Trail::record(step, &subjects)?;
		let leg = index;
		Self::deposit_event(Event::DisputeResolved {
			transfer: id,
			leg,
			outcome,
			quantity,
			document,
			status,
		});
		Ok(())
	}
}
