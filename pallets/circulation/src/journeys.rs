//! From dispatch to arrival, and the end of waiting.

use super::*;
use frame_support::{ensure, weights::Weight};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with the number of legs.
	pub(crate) fn do_dispatch(
		who: T::AccountId,
		id: TransferId,
		carrier: Option<InstitutionId>,
		sscc: Option<Sscc>,
		expected: Option<Moment>,
		event: EventClaim,
	) -> Result<u32, DispatchError> {
		let agent = Self::agent(&who)?;
		let mut transfer = Self::load(id)?;
		Self::ensure_step_of(&agent, transfer.sender, Role::Dispatch)?;
		let now = T::Trail::now();
		Self::examine_dispatch(&transfer, now, &mut |finding| {
			Err(Error::<T>::from(finding.fault))
		})?;
		Self::ensure_shipment(transfer.sender, carrier, sscc)?;

		let legs = transfer.legs.len() as u32;
		let totals = books::totals(transfer.legs.iter().map(|leg| (leg.lot, leg.quantity)));
		Self::shift_all(&transfer, &totals, Bucket::Reserved, Bucket::InTransit)?;
		transfer.status = Status::Dispatched;
		transfer.shipment = Some(Shipment { carrier, sscc, expected, event, dispatched_at: now });
		Transfers::<T>::insert(id, transfer);
		let subjects = books::subjects(id, totals.iter().map(|(lot, _)| *lot));
		let digest = digest_of(&(id, carrier, sscc, expected, event));
		let institution = Some(agent.institution);
		Self::record(who, institution, Action::TransferDispatched, digest, Some(event), &subjects)?;
		Self::deposit_event(Event::TransferDispatched { transfer: id });
		Ok(legs)
	}

	/// Answers with what it cost.
	pub(crate) fn do_release(who: T::AccountId, id: TransferId) -> Result<Weight, DispatchError> {
		let mut transfer = Self::load(id)?;
		let over = match transfer.status {
			Status::Proposed | Status::Accepted => transfer.dispatch_by,
			Status::Dispatched => transfer.receive_by,
			Status::Disputed => return Err(Error::<T>::AlreadyReceived.into()),
			Status::Settled | Status::Rejected | Status::Withdrawn | Status::Expired => {
				return Err(Error::<T>::Ended.into())
			}
		};
		ensure!(T::Trail::now() > over, Error::<T>::DeadlineNotReached);

		let legs = transfer.legs.len() as u32;
		let (action, outcome, subjects, weight) = if transfer.is_undispatched() {
			let subjects = Self::end_undispatched(id, transfer, Status::Expired)?;
			let outcome = Event::TransferExpired { transfer: id };
			let weight = T::WeightInfo::release_undispatched(legs);
			(Action::TransferExpired, outcome, subjects, weight)
		} else {
			let open = transfer.legs.iter().map(|leg| (leg.lot, leg.outstanding()));
			let totals = books::totals(open.filter(|(_, outstanding)| *outstanding > 0));
			for leg in transfer.legs.iter_mut() {
				leg.missing = leg.missing.saturating_add(leg.outstanding());
			}
			Self::shift_all(&transfer, &totals, Bucket::InTransit, Bucket::Disputed)?;
			transfer.status = transfer.progress();
			Transfers::<T>::insert(id, transfer);
			let subjects = books::subjects(id, totals.iter().map(|(lot, _)| *lot));
			let outcome = Event::TransferDisputed { transfer: id };
			let weight = T::WeightInfo::release_dispatched(legs);
			(Action::TransferDisputed, outcome, subjects, weight)
		};
		let institution = T::Directory::agent(&who).map(|agent| agent.institution);
		Self::record(who, institution, action, digest_of(&(id,)), None, &subjects)?;
		Self::deposit_event(outcome);
		Ok(weight)
	}
}
