//! What stands in the way of a proposal or a dispatch.
//!
//! Calls and views walk the same checks. A call refuses with the first error that it is told, so
//! nothing after it is read, and carries out the step with the lots that the walk has opened. A view
//! collects every error and drops the lots, so that nothing is written.

use crate::{
	lots::{Lots, StockOf},
	propose::{purpose_of, source_under},
	Config, Error, Pallet, ProposalOf, Status, Terms, TransferOf,
};
use alloc::{collections::BTreeMap, vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::convert::Infallible;
use frame_support::{traits::Get, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound};
use salus_primitives::{
	Capability, Custody, Decisions, Directory, InstitutionId, LotStock, Mandate, Moment, Movement,
	Needs, NotMade, Occasion, Purpose, Refusal, RuleId, Rules, Served, Source, Standing, Total,
	Trail, TransferId, Unmet, Unserved,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// One reason why a transfer is refused, and the leg that it stands at.
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
)]
#[scale_info(skip_type_params(T))]
pub struct Finding<T: Config> {
	/// The leg, counted from zero; `None` when the reason concerns the transfer as a whole.
	pub leg: Option<u32>,
	/// What the call would fail with, were it the only reason.
	pub error: Error<T>,
	/// The condition of a rule that is not met, with [`Error::RuleNotMet`]. Of a rule that is not met
	/// there is one finding for each condition that does not hold; it is enough to mend those of one
	/// alternative.
	pub unmet: Option<Unmet>,
}

impl<T: Config> From<Unserved> for Error<T> {
	fn from(unserved: Unserved) -> Self {
		match unserved {
			Unserved::NeedNotFound => Self::NeedNotFound,
			Unserved::NeedNotOpen => Self::NeedNotOpen,
			Unserved::NeedFrozen => Self::NeedFrozen,
			Unserved::NeedOfAnother => Self::NeedOfAnother,
			Unserved::ClassNotNeeded => Self::ClassNotNeeded,
			Unserved::ShelfLifeTooShort => Self::ShelfLifeTooShort,
			Unserved::TooLateForNeed => Self::TooLateForNeed,
			Unserved::TooEarlyForNeed => Self::TooEarlyForNeed,
			Unserved::MoreThanNeeded => Self::MoreThanNeeded,
		}
	}
}

impl<T: Config> From<Error<T>> for NotMade {
	fn from(error: Error<T>) -> Self {
		DispatchError::from(error).into()
	}
}

impl<T: Config> Finding<T> {
	pub(crate) fn whole(error: Error<T>) -> Self {
		Self { leg: None, error, unmet: None }
	}

	fn of_rules(refusal: Refusal) -> Self {
		match refusal {
			Refusal::TooManyRules => Self::whole(Error::TooManyRules),
			Refusal::Unmet(unmet) => Self { unmet: Some(unmet), ..Self::whole(Error::RuleNotMet) },
		}
	}
}

/// What a walk through a proposal has read, for whoever carries the proposal out.
pub(crate) struct Cleared<T: Config> {
	/// Whose goods leave.
	pub owner: InstitutionId,
	/// The lots that leave, open, with what the legs carry of each.
	pub lots: Lots<T>,
	/// The transfer whose goods go back.
	pub earlier: Option<(TransferId, TransferOf<T>)>,
	/// The proposal as the rules saw it.
	pub movement: Movement,
	/// What is known of the need that it serves, if it serves one.
	pub served: Option<Served>,
	/// What the rules know of it.
	pub passed: PassedOf<T>,
	/// The rules of the sender that yielded to a decision.
	pub yielded: Vec<RuleId>,
}

/// What a walk through a dispatch has read, for whoever carries the dispatch out.
pub(crate) struct ClearedDispatch<T: Config> {
	/// The lots that leave, open, with what the legs carry of each.
	pub lots: Lots<T>,
	/// The transfer as the rules saw it.
	pub movement: Movement,
	/// What the rules know of it.
	pub passed: PassedOf<T>,
	/// The rules of the sender that yielded to a decision.
	pub yielded: Vec<RuleId>,
}

/// What the rules know of a movement that they examined.
type PassedOf<T> = <<T as Config>::Rules as Rules>::Passed;

/// A receiver or carrier, and what is known of its licences, so that none is asked for twice.
struct Licensee {
	institution: InstitutionId,
	licences: BTreeMap<Capability, bool>,
}

impl Licensee {
	fn new(institution: InstitutionId) -> Self {
		Self { institution, licences: BTreeMap::new() }
	}

	fn is_licensed<T: Config>(&mut self, capability: Capability) -> bool {
		let ask = || T::Directory::is_licensed(self.institution, capability);
		*self.licences.entry(capability).or_insert_with(ask)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_explain_transfer(
		sender: InstitutionId,
		proposal: &ProposalOf<T>,
	) -> Vec<Finding<T>> {
		let source = source_under(proposal.terms);
		Self::findings_against(sender, proposal, (source, Mandate::Consent))
	}

	/// Every reason against a proposal of goods from a source, under a mandate.
	pub(crate) fn findings_against(
		sender: InstitutionId,
		proposal: &ProposalOf<T>,
		how: (Source, Mandate),
	) -> Vec<Finding<T>> {
		let mut findings = Vec::new();
		let mut tell = collect(&mut findings);
		let Ok(()) = examine_sender::<T, _>(sender, &mut tell);
		let Ok(_) = Self::examine_proposal(sender, proposal, how, &mut tell);
		drop(tell);
		findings
	}

	pub(crate) fn view_explain_dispatch(
		id: TransferId,
		carrier: Option<InstitutionId>,
	) -> Vec<Finding<T>> {
		let transfer = match Self::load(id) {
			Ok(transfer) => transfer,
			Err(error) => return vec![Finding::whole(error)],
		};
		let mut findings = Vec::new();
		let mut tell = collect(&mut findings);
		let Ok(()) = examine_sender::<T, _>(transfer.sender, &mut tell);
		let Ok(_) = Self::examine_dispatch(id, &transfer, carrier, T::Trail::now(), &mut tell);
		drop(tell);
		findings
	}

	/// Walks a proposal of goods from a source, under a mandate, and tells every reason against it, the
	/// sender's own standing aside.
	pub(crate) fn examine_proposal<E>(
		sender: InstitutionId,
		proposal: &ProposalOf<T>,
		(source, mandate): (Source, Mandate),
		tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
	) -> Result<Cleared<T>, E> {
		let now = T::Trail::now();
		let mut receiver = if proposal.to == sender {
			tell(Finding::whole(Error::SameInstitution))?;
			None
		} else {
			examine_receiver::<T, E>(proposal.to, tell)?
		};
		for (site, institution) in [(proposal.from_site, sender), (proposal.to_site, proposal.to)] {
			if site.is_some_and(|site| !T::Directory::has_site(institution, site)) {
				tell(Finding::whole(Error::SiteNotFound))?;
			}
		}
		examine_times::<T, E>(proposal, now, tell)?;
		let earlier = examine_return::<T, E>(sender, proposal, tell)?;
		let owner = match &earlier {
			Some((_, earlier)) if matches!(earlier.terms, Terms::Loan { .. }) => earlier.sender,
			_ => sender,
		};

		if proposal.legs.is_empty() {
			tell(Finding::whole(Error::NoLegs))?;
		}
		let custody = Custody { custodian: sender, owner };
		let purpose = purpose_of(source);
		let mut lots = Lots::none();
		for (index, leg) in proposal.legs.iter().enumerate() {
			let mut tell =
				|error| tell(Finding { leg: Some(index as u32), ..Finding::whole(error) });
			if leg.quantity == 0 {
				tell(Error::ZeroQuantity)?;
			}
			if leg.quantity > T::MaxLegQuantity::get() {
				tell(Error::LegTooLarge)?;
			}
			if let Some(Err(malformed)) = leg.pack.map(|pack| pack.check()) {
				tell(malformed.into())?;
			}
			let lot = match lots.open(leg.lot) {
				Ok(lot) => lot,
				Err(error) => {
					tell(error)?;
					continue;
				}
			};
			examine_hold::<T, E>(&mut lot.stock, custody, purpose, &mut tell)?;
			examine_lot::<T, E>(&lot.stock, proposal.terms, receiver.as_mut(), now, &mut tell)?;
			let carried = match lot.carry(leg.quantity) {
				Ok(carried) => carried,
				Err(error) => {
					tell(error)?;
					continue;
				}
			};
			let holding = lot.stock.holding(custody);
			let there = match source {
				Source::Available | Source::AvailableForReturn => holding.available,
				Source::QuarantinedForReturn => holding.quarantined,
				Source::Offered => holding.offered,
			};
			if carried > there {
				tell(Error::InsufficientStock)?;
			}
			if let Some((_, earlier)) = &earlier {
				if Total::from(carried) > Self::returnable(earlier, leg.lot) {
					tell(Error::ExceedsAccepted)?;
				}
			}
		}
		let mut movement = Movement {
			occasion: Occasion::Proposal,
			sender,
			receiver: proposal.to,
			owner,
			terms: proposal.terms.kind(),
			source,
			dispatch_by: proposal.dispatch_by,
			receive_by: proposal.receive_by,
			serves: None,
			lines: lots.lines(),
		};
		let served = examine_need::<T, E>(proposal, &movement, tell)?;
		movement.serves = served.map(|served| served.priority);
		let is_decided = || mandate == Mandate::Decision;
		let (passed, yielded) = examine_rules::<T, E>(&movement, is_decided, tell)?;
		Ok(Cleared { owner, lots, earlier, movement, served, passed, yielded })
	}

	/// Walks a transfer that is to be dispatched now, by `carrier` if one is named, and tells every
	/// reason against it, the sender's own standing aside.
	pub(crate) fn examine_dispatch<E>(
		id: TransferId,
		transfer: &TransferOf<T>,
		carrier: Option<InstitutionId>,
		now: Moment,
		tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
	) -> Result<ClearedDispatch<T>, E> {
		if transfer.status != Status::Accepted {
			tell(Finding::whole(Error::NotAccepted))?;
		}
		if now > transfer.dispatch_by {
			tell(Finding::whole(Error::DeadlinePassed))?;
		}
		let mut receiver = examine_receiver::<T, E>(transfer.receiver, tell)?;
		let carried_by = carrier.unwrap_or(transfer.sender);
		let mut carrier = examine_carrier::<T, E>(transfer, carried_by, tell)?;
		let custody = transfer.source();
		let purpose = purpose_of(source_under(transfer.terms));
		let mut lots = Lots::none();
		for (index, (lot, quantity)) in transfer.lines().enumerate() {
			let mut tell =
				|error| tell(Finding { leg: Some(index as u32), ..Finding::whole(error) });
			let lot = match lots.open(lot) {
				Ok(lot) => lot,
				Err(error) => {
					tell(error)?;
					continue;
				}
			};
			examine_hold::<T, E>(&mut lot.stock, custody, purpose, &mut tell)?;
			examine_lot::<T, E>(&lot.stock, transfer.terms, receiver.as_mut(), now, &mut tell)?;
			examine_carriage::<T, E>(&lot.stock, carrier.as_mut(), &mut tell)?;
			if let Err(error) = lot.carry(quantity) {
				tell(error)?;
			}
		}
		let movement = Movement {
			occasion: Occasion::Dispatch {
				transfer: id,
				carrier: carried_by,
				rules: transfer.rules,
			},
			sender: transfer.sender,
			receiver: transfer.receiver,
			owner: transfer.owner,
			terms: transfer.terms.kind(),
			source: Source::Available,
			dispatch_by: transfer.dispatch_by,
			receive_by: transfer.receive_by,
			serves: transfer.serves.filter(|served| served.promised).map(|served| served.priority),
			lines: lots.lines(),
		};
		let is_decided = || T::Decisions::binds(id);
		let (passed, yielded) = examine_rules::<T, E>(&movement, is_decided, tell)?;
		Ok(ClearedDispatch { lots, movement, passed, yielded })
	}
}

pub(crate) fn examine_sender<T: Config, E>(
	sender: InstitutionId,
	tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
) -> Result<(), E> {
	match T::Directory::standing(sender) {
		None => tell(Finding::whole(Error::SenderNotFound)),
		Some(Standing::Suspended) => tell(Finding::whole(Error::SenderSuspended)),
		Some(Standing::WoundUp) => tell(Finding::whole(Error::SenderWoundUp)),
		Some(Standing::Active) => Ok(()),
	}
}

fn examine_receiver<T: Config, E>(
	institution: InstitutionId,
	tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
) -> Result<Option<Licensee>, E> {
	match T::Directory::standing(institution) {
		None => {
			tell(Finding::whole(Error::ReceiverNotFound))?;
			return Ok(None);
		}
		Some(Standing::Suspended) => tell(Finding::whole(Error::ReceiverSuspended))?,
		Some(Standing::WoundUp) => tell(Finding::whole(Error::ReceiverWoundUp))?,
		Some(Standing::Active) => {}
	}
	Ok(Some(Licensee::new(institution)))
}

/// The carrier, if there is such an institution. How the sender and the receiver stand is told by
/// others.
fn examine_carrier<T: Config, E>(
	transfer: &TransferOf<T>,
	institution: InstitutionId,
	tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
) -> Result<Option<Licensee>, E> {
	if transfer.role_of(institution).is_none() {
		match T::Directory::standing(institution) {
			None => {
				tell(Finding::whole(Error::CarrierNotFound))?;
				return Ok(None);
			}
			Some(Standing::Suspended) => tell(Finding::whole(Error::CarrierSuspended))?,
			Some(Standing::WoundUp) => tell(Finding::whole(Error::CarrierWoundUp))?,
			Some(Standing::Active) => {}
		}
	}
	Ok(Some(Licensee::new(institution)))
}

fn examine_times<T: Config, E>(
	proposal: &ProposalOf<T>,
	now: Moment,
	tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
) -> Result<(), E> {
	match proposal.dispatch_by.checked_sub(now) {
		None => tell(Finding::whole(Error::DeadlinePassed))?,
		Some(reserved) if reserved > T::MaxReservation::get() => {
			tell(Finding::whole(Error::ReservationTooLong))?
		}
		Some(_) => {}
	}
	match proposal.receive_by.checked_sub(proposal.dispatch_by) {
		None => tell(Finding::whole(Error::DeadlinesReversed))?,
		Some(transit) if transit > T::MaxTransit::get() => {
			tell(Finding::whole(Error::TransitTooLong))?
		}
		Some(transit) if transit < T::MinTransit::get() => {
			tell(Finding::whole(Error::TransitTooShort))?
		}
		Some(_) => {}
	}
	let Terms::Loan { due } = proposal.terms else { return Ok(()) };
	match due.checked_sub(proposal.receive_by) {
		None => tell(Finding::whole(Error::DueTooEarly)),
		Some(lent) if lent > T::MaxLoan::get() => tell(Finding::whole(Error::LoanTooLong)),
		Some(_) => Ok(()),
	}
}

/// The transfer whose goods a proposal sends back, if it may.
fn examine_return<T: Config, E>(
	sender: InstitutionId,
	proposal: &ProposalOf<T>,
	tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
) -> Result<Option<(TransferId, TransferOf<T>)>, E> {
	let Terms::Return { of, .. } = proposal.terms else { return Ok(None) };
	let earlier = match Pallet::<T>::load(of) {
		Ok(earlier) => earlier,
		Err(error) => {
			tell(Finding::whole(error))?;
			return Ok(None);
		}
	};
	let there_and_back = earlier.sender == proposal.to && earlier.receiver == sender;
	if !there_and_back || matches!(earlier.terms, Terms::Return { .. }) {
		tell(Finding::whole(Error::NotReturnable))?;
		return Ok(None);
	}
	Ok(Some((of, earlier)))
}

/// What is held may leave for no purpose that a hold bars.
fn examine_hold<T: Config, E>(
	stock: &mut StockOf<T>,
	custody: Custody,
	purpose: Purpose,
	tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
) -> Result<(), E> {
	match stock.ensure_free(custody, purpose) {
		Ok(()) => Ok(()),
		Err(_) => tell(Error::Held),
	}
}

/// An expired lot may go back, and to where it came from even if the licence there has ended.
fn examine_lot<T: Config, E>(
	stock: &StockOf<T>,
	terms: Terms,
	receiver: Option<&mut Licensee>,
	now: Moment,
	tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
) -> Result<(), E> {
	if matches!(terms, Terms::Return { .. }) {
		return Ok(());
	}
	let facts = stock.facts();
	if facts.expires_at.is_some_and(|moment| moment <= now) {
		tell(Error::LotExpired)?;
	}
	if let (Some(needed), Some(receiver)) = (facts.capability, receiver) {
		if !receiver.is_licensed::<T>(needed) {
			tell(Error::CapabilityMissing)?;
		}
	}
	Ok(())
}

/// Whoever carries must be licensed, be it a party or a third.
fn examine_carriage<T: Config, E>(
	stock: &StockOf<T>,
	carrier: Option<&mut Licensee>,
	tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
) -> Result<(), E> {
	let Some(carrier) = carrier else { return Ok(()) };
	match stock.facts().carrier_capability {
		Some(needed) if !carrier.is_licensed::<T>(needed) => tell(Error::CarrierLacksCapability),
		Some(_) | None => Ok(()),
	}
}

/// What is known of the need that a proposal serves, if it serves one.
fn examine_need<T: Config, E>(
	proposal: &ProposalOf<T>,
	movement: &Movement,
	tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
) -> Result<Option<Served>, E> {
	let Some(need) = proposal.serves else { return Ok(None) };
	if matches!(proposal.terms, Terms::Return { .. }) {
		tell(Finding::whole(Error::ReturnServesNoNeed))?;
	}
	T::Needs::examine(need, movement, &mut |unserved| tell(Finding::whole(unserved.into())))
}

/// What the rules say that a movement falls under, and which of them yield to a decision. Whether there is
/// one is asked when a rule that would yield is not met.
fn examine_rules<T: Config, E>(
	movement: &Movement,
	is_decided: impl Fn() -> bool,
	tell: &mut impl FnMut(Finding<T>) -> Result<(), E>,
) -> Result<(PassedOf<T>, Vec<RuleId>), E> {
	let mut yielded = Vec::new();
	let passed = T::Rules::examine(movement, &mut |refusal| {
		let Refusal::Unmet(Unmet { rule, .. }) = refusal else {
			return tell(Finding::of_rules(refusal));
		};
		// Of a rule there is one refusal for each condition that is not met.
		if yielded.contains(&rule) {
			return Ok(());
		}
		if T::Rules::yields(rule) && is_decided() {
			yielded.push(rule);
			return Ok(());
		}
		tell(Finding::of_rules(refusal))
	})?;
	Ok((passed, yielded))
}

/// Collects what a walk tells.
fn collect<T: Config>(
	findings: &mut Vec<Finding<T>>,
) -> impl FnMut(Finding<T>) -> Result<(), Infallible> + '_ {
	|finding| {
		findings.push(finding);
		Ok(())
	}
}

/// Refuses with the first finding that a walk tells.
pub(crate) fn report<T: Config>(finding: Finding<T>) -> Result<(), NotMade> {
	Err(NotMade { error: finding.error.into(), unmet: finding.unmet })
}

/// Refuses with the first error that a walk tells.
pub(crate) fn refuse<T: Config>(finding: Finding<T>) -> Result<(), Error<T>> {
	Err(finding.error)
}
