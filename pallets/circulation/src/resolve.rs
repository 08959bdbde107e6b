//! The call `resolve`: how disputes end, by the word of the party whom it costs, or by the
//! arbiter's.

use crate::{Config, Error, Event, Pallet, Terms, Transfer, TransferOf};
use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	Act, Action, Arrival, EventClaim, InstitutionId, LotStock, Quantity, Role, Step, Stock,
	TransferId, WriteOff,
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
	/// The receiver keeps them after all.
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
	/// They are gone.
	WrittenOff,
	/// The receiver has them after all.
	Delivered,
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
}

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

impl<MaxLegs: Get<u32>> Transfer<MaxLegs> {
	/// The role in which an institution states an outcome; `None` unless it is the party that the
	/// outcome costs.
	pub(crate) fn role_to_resolve(
		&self,
		institution: InstitutionId,
		outcome: Outcome,
	) -> Option<Role> {
		let party = match Remedy::from(outcome) {
			Remedy::Recovered => self.sender,
			// The goods of a loan on its way back are the lender's, who receives them: the borrower
			// must not be able to end the loan by writing them off.
			Remedy::WrittenOff(_) => self.owner,
			Remedy::Delivered => self.receiver,
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
		let remedy = Remedy::from(outcome);
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
		transfer.status = transfer.progress();

		let arguments = (id, index, outcome, Compact(quantity), document, event);
		let mut step = Step::new(act, Action::DisputeResolved, &arguments).at(event);
		let source = transfer.source();
		let mut stock = T::Stock::open(lot).ok_or(Error::<T>::LotNotFound)?;
		match remedy {
			Remedy::Recovered => stock.recover(source, quantity)?,
			Remedy::WrittenOff(how) => stock.write_off(source, quantity, how)?,
			Remedy::Delivered => {
				let destination = transfer.destination();
				stock.deliver_disputed(
					source,
					destination,
					quantity,
					Arrival::Usable,
					transfer.to_site,
				)?;
			}
		}
		let (terms, status) = (transfer.terms, transfer.status);
		Self::save(&mut step, id, transfer)?;
		stock.close(&mut step)?;
		if let (Remedy::Recovered, Terms::Return { of }) = (remedy, terms) {
			Self::undo_return(&mut step, of, &[(lot, quantity)])?;
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
