//! The call `resolve`: how disputes end, by the word of the party whom it costs, or by the
//! arbiter's.

use crate::{Config, Discrepancy, Error, Event, Pallet, Terms, Transfer, TransferOf};
use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	Act, Action, Arrival, Change, Custody, EventClaim, Fate, HoldKind, InstitutionId, LotStock,
	OnTransfer, Purpose, Quantity, Role, Step, Stock, TransferId, WriteOff,
};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// What became of rejected goods.
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
pub enum RejectedGoods {
	/// They are back with the sender, who looks at them before they are used again.
	Returned,
	/// They were destroyed.
	Destroyed,
	/// The receiver keeps them after all, as it has asked for.
	Delivered,
}

/// What became of missing goods.
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
pub enum MissingGoods {
	/// The sender has them, and looks at them before they are used again.
	Found,
	/// They are out of the books as lost.
	WrittenOff { reason: Discrepancy },
	/// The receiver has them after all.
	Delivered,
}

/// What became of goods of a loan that was called in.
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
pub enum CalledInGoods {
	/// They are back with the lender, who looks at them before they are used again.
	Returned,
	/// The borrower keeps them: they are its own.
	Kept,
	/// They were destroyed.
	Destroyed { reason: Discrepancy },
	/// They are out of the books as lost; the borrower owes nothing more of them.
	Lost { reason: Discrepancy },
}

/// How a part of a dispute ends.
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
pub enum Outcome {
	/// About goods that the receiver rejected.
	Rejected(RejectedGoods),
	/// About goods that went missing.
	Missing(MissingGoods),
	/// About goods of a loan that was called in.
	CalledIn(CalledInGoods),
}

/// What an outcome does to the goods, whatever the dispute was about.
#[derive(Clone, Copy)]
enum Remedy {
	/// The custodian has them, quarantined.
	Recovered,
	WrittenOff(WriteOff),
	/// Somebody else has them, quarantined.
	Delivered(Custody),
}

impl<MaxLegs: Get<u32>> Transfer<MaxLegs> {
	/// Whose books the disputed goods are in, and what an outcome does to them. Wherever the goods stay,
	/// they are quarantined: why they were in dispute says nothing of their condition now.
	fn remedy(&self, outcome: Outcome) -> (Custody, Remedy) {
		let delivered = Remedy::Delivered(self.destination());
		let remedy = match outcome {
			Outcome::Rejected(RejectedGoods::Returned) => Remedy::Recovered,
			Outcome::Rejected(RejectedGoods::Destroyed) => Remedy::WrittenOff(WriteOff::Destroyed),
			Outcome::Rejected(RejectedGoods::Delivered) => delivered,
			Outcome::Missing(MissingGoods::Found) => Remedy::Recovered,
			Outcome::Missing(MissingGoods::WrittenOff { .. }) => Remedy::WrittenOff(WriteOff::Lost),
			Outcome::Missing(MissingGoods::Delivered) => delivered,
			Outcome::CalledIn(goods) => return (self.destination(), self.remedy_of_loan(goods)),
		};
		(self.source(), remedy)
	}

	fn remedy_of_loan(&self, goods: CalledInGoods) -> Remedy {
		match goods {
			CalledInGoods::Returned => Remedy::Delivered(self.source()),
			CalledInGoods::Kept => Remedy::Delivered(Custody::own(self.receiver)),
			CalledInGoods::Destroyed { .. } => Remedy::WrittenOff(WriteOff::Destroyed),
			CalledInGoods::Lost { .. } => Remedy::WrittenOff(WriteOff::Lost),
		}
	}

	/// The role in which an institution states an outcome; `None` unless it is the party that the
	/// outcome costs.
	pub(crate) fn role_to_resolve(
		&self,
		institution: InstitutionId,
		outcome: Outcome,
	) -> Option<Role> {
		let party = match outcome {
			Outcome::Rejected(RejectedGoods::Returned) | Outcome::Missing(MissingGoods::Found) => {
				self.sender
			}
			// The goods of a loan on its way back are the lender's, who receives them: the borrower
			// must not be able to end the loan by writing them off, and need not assent when the
			// lender takes what it had rejected.
			Outcome::Rejected(RejectedGoods::Destroyed | RejectedGoods::Delivered)
			| Outcome::Missing(MissingGoods::WrittenOff { .. })
			| Outcome::CalledIn(_) => self.owner,
			Outcome::Missing(MissingGoods::Delivered) => self.receiver,
		};
		self.role_of(institution).filter(|_| institution == party)
	}
}

/// The arguments of the call `resolve` that follow the transfer.
pub(crate) struct Resolution {
	/// Counted from zero.
	pub leg: u32,
	pub outcome: Outcome,
	pub quantity: Quantity,
	pub document: Option<H256>,
	pub event: Option<EventClaim>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_resolve(
		act: Act<T::AccountId>,
		id: TransferId,
		mut transfer: TransferOf<T>,
		resolution: Resolution,
	) -> DispatchResult {
		let Resolution { leg: index, outcome, quantity, document, event } = resolution;
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		if let (Some(event), Some(shipment)) = (event, &transfer.shipment) {
			ensure!(event.at >= shipment.event.at, Error::<T>::ResolvedBeforeDispatch);
		}
		let (custody, remedy) = transfer.remedy(outcome);
		let sender_assents = act.institution == Some(transfer.sender);
		let leg = transfer.legs.get_mut(index as usize).ok_or(Error::<T>::LegNotFound)?;
		let lot = leg.lot;
		let open = match outcome {
			Outcome::Rejected(_) => &mut leg.rejected,
			Outcome::Missing(_) => &mut leg.missing,
			Outcome::CalledIn(_) => &mut leg.called_in,
		};
		*open = open.checked_sub(quantity).ok_or(Error::<T>::ExceedsDisputed)?;
		if outcome == Outcome::Rejected(RejectedGoods::Delivered) {
			ensure!(!sender_assents || quantity <= leg.keeping, Error::<T>::ExceedsRequested);
			// What is kept was asked for first.
			leg.keeping -= quantity.min(leg.keeping);
		}
		leg.keeping = leg.keeping.min(leg.rejected);
		let closed = match (outcome, remedy) {
			(Outcome::CalledIn(_), _) => &mut leg.concluded,
			(_, Remedy::Recovered) => &mut leg.recovered,
			(_, Remedy::WrittenOff(WriteOff::Destroyed)) => &mut leg.destroyed,
			(_, Remedy::WrittenOff(WriteOff::Lost)) => &mut leg.lost,
			(_, Remedy::Delivered(..)) => &mut leg.accepted,
		};
		*closed = closed.checked_add(quantity).ok_or(ArithmeticError::Overflow)?;
		transfer.status = transfer.progress();

		let arguments = (id, index, outcome, Compact(quantity), document, event);
		let mut step = Step::new(act, Action::DisputeResolved, &arguments).at(event);
		let mut stock = T::Stock::open(lot).ok_or(Error::<T>::LotNotFound)?;
		if outcome == Outcome::CalledIn(CalledInGoods::Kept) {
			// They stay where they are, and would leave the holds on the borrowed goods behind.
			stock.ensure_free(custody, Purpose::Send)?;
		}
		match remedy {
			Remedy::Recovered => stock.recover(custody, quantity)?,
			Remedy::WrittenOff(how) => stock.write_off(custody, quantity, how)?,
			Remedy::Delivered(to) => {
				// Nobody says at which site goods are that were called in.
				let site = transfer.to_site.filter(|_| to == transfer.destination());
				let arrival = Arrival::Quarantined(HoldKind::Quarantine);
				stock.deliver_disputed(custody, to, quantity, arrival, site)?;
			}
		}
		let class = stock.facts().class;
		let (terms, status, serves) = (transfer.terms, transfer.status, transfer.promised_to());
		Self::save(&mut step, id, transfer)?;
		stock.close(&mut step)?;
		if let (Remedy::Recovered, Terms::Return { of, .. }) = (remedy, terms) {
			Self::undo_return(&mut step, of, &[(lot, quantity)])?;
		}
		// What was called in had arrived.
		if !matches!(outcome, Outcome::CalledIn(_)) {
			let to = match remedy {
				Remedy::Delivered(..) => Fate::Delivered,
				Remedy::Recovered | Remedy::WrittenOff(_) => Fate::Undelivered,
			};
			let change = Change { class, quantity, from: Fate::Disputed, to };
			T::OnTransfer::changed(&mut step, id, serves, &[change])?;
		}
		Self::deposit_event(Event::DisputeResolved {
			transfer: id,
			leg: index,
			outcome,
			quantity,
			document,
			status,
		});
		Ok(())
	}
}
