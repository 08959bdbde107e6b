//! What stands in the way of a proposal or a dispatch.
//!
//! Calls and views walk the same checks. A call refuses the first fault that it is told, so nothing
//! after it is read; a view collects them all.

use super::*;
use alloc::vec::Vec;

/// What a walk through a proposal has read, for whoever carries it out.
pub(crate) struct Cleared<T: Config> {
	/// Whose goods leave.
	pub owner: InstitutionId,
	/// How much of each lot leaves, each lot once.
	pub totals: Vec<(LotId, Quantity)>,
	/// The transfer that a return undoes.
	pub earlier: Option<(TransferId, TransferOf<T>)>,
}

/// One lot of a proposal.
struct Tally {
	lot: LotId,
	facts: Option<LotFacts>,
	available: Quantity,
	returnable: Option<Quantity>,
	total: Quantity,
}

impl<T: Config> Pallet<T> {
	/// Walks a proposal of `sender` and tells every fault.
	pub(crate) fn examine_proposal<E>(
		sender: InstitutionId,
		proposal: &ProposalOf<T>,
		tell: &mut impl FnMut(Finding) -> Result<(), E>,
	) -> Result<Cleared<T>, E> {
		let now = T::Trail::now();
		examine_sender::<T, E>(sender, tell)?;
		let receiver = if proposal.to == sender {
			tell(whole(Fault::SameInstitution))?;
			None
		} else {
			examine_receiver::<T, E>(proposal.to, tell)?
		};
		for (site, institution) in [(proposal.from_site, sender), (proposal.to_site, proposal.to)] {
			let Some(site) = site else { continue };
			match T::Directory::owner_of_site(site) {
				None => tell(whole(Fault::SiteNotFound))?,
				Some(owner) if owner != institution => tell(whole(Fault::SiteOfAnother))?,
				Some(_) => {}
			}
		}
		examine_times::<T, E>(proposal, now, tell)?;

		let mut owner = sender;
		let mut earlier = None;
		if let Terms::Return { of } = proposal.terms {
			match Transfers::<T>::get(of) {
				None => tell(whole(Fault::TransferNotFound))?,
				Some(transfer) => {
					let there_and_back =
						transfer.sender == proposal.to && transfer.receiver == sender;
					if !there_and_back || matches!(transfer.terms, Terms::Return { .. }) {
						tell(whole(Fault::NotReturnable))?;
					} else {
						if matches!(transfer.terms, Terms::Loan { .. }) {
							owner = transfer.sender;
						}
						earlier = Some((of, transfer));
					}
				}
			}
		}

		if proposal.legs.is_empty() {
			tell(whole(Fault::NoLegs))?;
		}
		let mut tallies: Vec<Tally> = Vec::with_capacity(proposal.legs.len());
		for (index, leg) in proposal.legs.iter().enumerate() {
			let mut tell = |fault| tell(Finding { leg: Some(index as u32), fault });
			if leg.quantity == 0 {
				tell(Fault::ZeroQuantity)?;
			}
			if let Some(Err(malformed)) = leg.pack.map(|pack| pack.check()) {
				tell(malformed.into())?;
			}
			let place = match tallies.iter().position(|tally| tally.lot == leg.lot) {
				Some(place) => place,
				None => {
					let key = HoldingKey { lot: leg.lot, custodian: sender, owner };
					let brought = |transfer: &TransferOf<T>| {
						let legs = transfer.legs.iter().filter(|other| other.lot == leg.lot);
						legs.fold(0, |sum: Quantity, leg| sum.saturating_add(leg.returnable()))
					};
					tallies.push(Tally {
						lot: leg.lot,
						facts: T::Stock::lot(leg.lot),
						available: T::Stock::holding(&key).available,
						returnable: earlier.as_ref().map(|(_, transfer)| brought(transfer)),
						total: 0,
					});
					tallies.len().saturating_sub(1)
				}
			};
			let Some(tally) = tallies.get_mut(place) else { continue };
			examine_lot(tally.facts, proposal.terms, receiver.as_ref(), now, &mut tell)?;
			tally.total = tally.total.saturating_add(leg.quantity);
			if tally.total > tally.available {
				tell(Fault::InsufficientStock)?;
			}
			if tally.returnable.is_some_and(|returnable| tally.total > returnable) {
				tell(Fault::ExceedsAccepted)?;
			}
		}
		let totals = tallies.into_iter().map(|tally| (tally.lot, tally.total)).collect();
		Ok(Cleared { owner, totals, earlier })
	}

	/// Walks a transfer that is to be dispatched now and tells every fault.
	pub(crate) fn examine_dispatch<E>(
		transfer: &TransferOf<T>,
		now: Moment,
		tell: &mut impl FnMut(Finding) -> Result<(), E>,
	) -> Result<(), E> {
		examine_sender::<T, E>(transfer.sender, tell)?;
		if transfer.status != Status::Accepted {
			tell(whole(Fault::NotAccepted))?;
		}
		if now > transfer.dispatch_by {
			tell(whole(Fault::DeadlinePassed))?;
		}
		let receiver = examine_receiver::<T, E>(transfer.receiver, tell)?;
		let mut known: Vec<(LotId, Option<LotFacts>)> = Vec::with_capacity(transfer.legs.len());
		for (index, leg) in transfer.legs.iter().enumerate() {
			let facts = match known.iter().find(|(lot, _)| *lot == leg.lot) {
				Some((_, facts)) => *facts,
				None => {
					let facts = T::Stock::lot(leg.lot);
					known.push((leg.lot, facts));
					facts
				}
			};
			let mut tell = |fault| tell(Finding { leg: Some(index as u32), fault });
			examine_lot(facts, transfer.terms, receiver.as_ref(), now, &mut tell)?;
		}
		Ok(())
	}

	/// Refuses a carrier that may not act and a label that cannot be.
	pub(crate) fn ensure_shipment(
		sender: InstitutionId,
		carrier: Option<InstitutionId>,
		sscc: Option<Sscc>,
	) -> Result<(), Error<T>> {
		if let Some(sscc) = sscc {
			sscc.check().map_err(Error::<T>::from)?;
		}
		// The sender's own standing has been examined.
		match carrier.filter(|carrier| *carrier != sender).map(T::Directory::standing) {
			Some(None) => Err(Error::<T>::CarrierNotFound),
			Some(Some(standing)) if !standing.active => Err(Error::<T>::CarrierSuspended),
			Some(Some(_)) | None => Ok(()),
		}
	}
}

fn whole(fault: Fault) -> Finding {
	Finding { leg: None, fault }
}

fn examine_sender<T: Config, E>(
	sender: InstitutionId,
	tell: &mut impl FnMut(Finding) -> Result<(), E>,
) -> Result<(), E> {
	match T::Directory::standing(sender) {
		None => tell(whole(Fault::SenderNotFound)),
		Some(standing) if !standing.active => tell(whole(Fault::Suspended)),
		Some(_) => Ok(()),
	}
}

fn examine_receiver<T: Config, E>(
	receiver: InstitutionId,
	tell: &mut impl FnMut(Finding) -> Result<(), E>,
) -> Result<Option<Standing>, E> {
	let standing = T::Directory::standing(receiver);
	match &standing {
		None => tell(whole(Fault::ReceiverNotFound))?,
		Some(standing) if !standing.active => tell(whole(Fault::ReceiverSuspended))?,
		Some(_) => {}
	}
	Ok(standing)
}

fn examine_times<T: Config, E>(
	proposal: &ProposalOf<T>,
	now: Moment,
	tell: &mut impl FnMut(Finding) -> Result<(), E>,
) -> Result<(), E> {
	match proposal.dispatch_by.checked_sub(now) {
		None => tell(whole(Fault::DeadlinePassed))?,
		Some(reserved) if reserved > T::MaxReservation::get() => {
			tell(whole(Fault::ReservationTooLong))?
		}
		Some(_) => {}
	}
	match proposal.receive_by.checked_sub(proposal.dispatch_by) {
		None => tell(whole(Fault::DeadlinesReversed))?,
		Some(transit) if transit > T::MaxTransit::get() => tell(whole(Fault::TransitTooLong))?,
		Some(_) => {}
	}
	match proposal.terms {
		Terms::Loan { due } if due < proposal.receive_by => tell(whole(Fault::DueTooEarly)),
		Terms::Loan { .. } | Terms::Gift | Terms::Sale | Terms::Return { .. } => Ok(()),
	}
}

/// An expired lot may go back, and to where it came from even if the licence there has ended.
fn examine_lot<E>(
	facts: Option<LotFacts>,
	terms: Terms,
	receiver: Option<&Standing>,
	now: Moment,
	tell: &mut impl FnMut(Fault) -> Result<(), E>,
) -> Result<(), E> {
	let Some(facts) = facts else { return tell(Fault::LotNotFound) };
	if matches!(terms, Terms::Return { .. }) {
		return Ok(());
	}
	if facts.expires_at.is_some_and(|moment| moment <= now) {
		tell(Fault::LotExpired)?;
	}
	match (facts.capability, receiver) {
		(Some(needed), Some(receiver)) if !receiver.capabilities.contains(&needed) => {
			tell(Fault::CapabilityMissing)
		}
		_ => Ok(()),
	}
}

impl From<Malformed> for Fault {
	fn from(malformed: Malformed) -> Self {
		match malformed {
			Malformed::CheckDigit => Self::InvalidCheckDigit,
			_ => Self::InvalidCharacters,
		}
	}
}

impl<T> From<Malformed> for Error<T> {
	fn from(malformed: Malformed) -> Self {
		match malformed {
			Malformed::CheckDigit => Self::InvalidCheckDigit,
			Malformed::Range => Self::InvalidRange,
			_ => Self::InvalidCharacters,
		}
	}
}

impl<T> From<Fault> for Error<T> {
	fn from(fault: Fault) -> Self {
		match fault {
			Fault::TransferNotFound => Self::TransferNotFound,
			Fault::NotAccepted => Self::NotAccepted,
			Fault::SenderNotFound => Self::SenderNotFound,
			Fault::Suspended => Self::Suspended,
			Fault::ReceiverNotFound => Self::ReceiverNotFound,
			Fault::ReceiverSuspended => Self::ReceiverSuspended,
			Fault::SameInstitution => Self::SameInstitution,
			Fault::SiteNotFound => Self::SiteNotFound,
			Fault::SiteOfAnother => Self::SiteOfAnother,
			Fault::DeadlinePassed => Self::DeadlinePassed,
			Fault::ReservationTooLong => Self::ReservationTooLong,
			Fault::DeadlinesReversed => Self::DeadlinesReversed,
			Fault::TransitTooLong => Self::TransitTooLong,
			Fault::DueTooEarly => Self::DueTooEarly,
			Fault::NotReturnable => Self::NotReturnable,
			Fault::NoLegs => Self::NoLegs,
			Fault::ZeroQuantity => Self::ZeroQuantity,
			Fault::InvalidCheckDigit => Self::InvalidCheckDigit,
			Fault::InvalidCharacters => Self::InvalidCharacters,
			Fault::LotNotFound => Self::LotNotFound,
			Fault::LotExpired => Self::LotExpired,
			Fault::CapabilityMissing => Self::CapabilityMissing,
			Fault::InsufficientStock => Self::InsufficientStock,
			Fault::ExceedsAccepted => Self::ExceedsAccepted,
		}
	}
}
