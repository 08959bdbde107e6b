//! How the other pallets write to the log, and the clocks that it keeps.

use crate::{log::Log, ClaimedEvent, Config, Error, Pallet, Timeliness};
use frame_support::traits::{Get, Time};
use frame_system::Pallet as System;
use salus_primitives::{EventClaim, InstitutionId, Moment, RecordId, Step, Subject, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Trail<T::AccountId> for Pallet<T> {
	fn record(
		step: &mut Step<T::AccountId>,
		subject: Subject,
		newest: &mut Option<RecordId>,
	) -> DispatchResult {
		if step.record_on(&subject).is_some() {
			return Ok(());
		}
		let now = T::Time::now();
		let event = step.event.map(|claim| Self::judge(claim, now)).transpose()?;
		let id = Log::<T>::append(
			step,
			subject.clone(),
			*newest,
			event,
			now,
			System::<T>::block_number(),
		)?;
		*newest = Some(id);
		step.remember(subject, id);
		Ok(())
	}

	fn now() -> Moment {
		T::Time::now()
	}

	fn last_act_of(institution: InstitutionId) -> Option<Moment> {
		Log::<T>::time_of(Log::<T>::newest_of_institution(institution)?)
	}

	fn is_pruned(record: RecordId) -> bool {
		record < Log::<T>::start()
	}

	fn time_of(record: RecordId) -> Option<Moment> {
		Log::<T>::time_of(record)
	}
}

impl<T: Config> Pallet<T> {
	/// Bounds a claimed event time by the chain's, and flags one that lies far back.
	fn judge(claim: EventClaim, now: Moment) -> Result<ClaimedEvent, Error<T>> {
		claim.check().map_err(|_| Error::<T>::InvalidUtcOffset)?;
		let ahead = claim.at.saturating_sub(now);
		let behind = now.saturating_sub(claim.at);
		if ahead > T::MaxDrift::get() {
			return Err(Error::<T>::EventTimeAhead);
		}
		if behind > T::MaxBackdating::get() {
			return Err(Error::<T>::EventTimeTooOld);
		}
		let timeliness = if behind >= T::BackdatedAfter::get() {
			Timeliness::BackDated
		} else {
			Timeliness::Timely
		};
		Ok(ClaimedEvent { claim, timeliness })
	}
}
