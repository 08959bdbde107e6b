//! The log: the one owner of the records, their links by institution, and the epochs.
//!
//! A record, once written, is never written again. Records leave in whole epochs, oldest first.

use crate::{
	ClaimedEvent, Config, Epoch, Epochs, Error, NewestOfInstitution, NextEpochToPrune,
	NextRecordId, Record, RecordKey, RecordOf, Records,
};
use core::marker::PhantomData;
use frame_support::traits::Get;
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System, Phase};
use salus_primitives::{EpochId, InstitutionId, Moment, RecordId, Step, Subject};

/// The log of a runtime.
pub struct Log<T>(PhantomData<T>);

impl<T: Config> Log<T> {
	/// Writes the record of a step on `subject`, whose newest record so far is `previous`, and
	/// returns its identifier.
	pub fn append(
		step: &Step<T::AccountId>,
		subject: Subject,
		previous: Option<RecordId>,
		event: Option<ClaimedEvent>,
		time: Moment,
		block: BlockNumberFor<T>,
	) -> Result<RecordId, Error<T>> {
		let id = Self::end();
		let next = id.next().ok_or(Error::<T>::IdsExhausted)?;
		// Not the extrinsic index: that is zero, not absent, while hooks run.
		let extrinsic = match System::<T>::execution_phase() {
			Some(Phase::ApplyExtrinsic(index)) => Some(index),
			_ => None,
		};
		let institution = step.act.institution;
		let previous_of_institution = institution.and_then(|institution| {
			NewestOfInstitution::<T>::mutate(institution, |newest| newest.replace(id))
		});
		let record = Record {
			time,
			block,
			extrinsic,
			actor: step.act.actor.clone(),
			institution,
			action: step.action,
			subject,
			digest: step.digest,
			event,
			previous,
			previous_of_institution,
		};
		Records::<T>::insert(Self::key(id), record);
		NextRecordId::<T>::put(next);
		Ok(id)
	}

	/// The record, if it is live.
	pub fn get(id: RecordId) -> Option<RecordOf<T>> {
		Records::<T>::get(Self::key(id))
	}

	/// The time of a record; of a pruned one, that of the last record of its epoch.
	pub fn time_of(id: RecordId) -> Option<Moment> {
		match Self::get(id) {
			Some(record) => Some(record.time),
			None => Some(Self::epoch(Self::epoch_of(id))?.closed),
		}
	}

	/// The identifier that the next record will have.
	pub fn end() -> RecordId {
		NextRecordId::<T>::get()
	}

	/// The oldest live record, or the next one if none is live.
	pub fn start() -> RecordId {
		// A pruned epoch was full, so the product is at most `end`.
		RecordId(Self::pruned().0.saturating_mul(Self::epoch_length()))
	}

	/// The newest record of `institution`.
	pub fn newest_of_institution(institution: InstitutionId) -> Option<RecordId> {
		NewestOfInstitution::<T>::get(institution)
	}

	/// How many epochs are pruned, which is also the oldest one that is not.
	pub fn pruned() -> EpochId {
		NextEpochToPrune::<T>::get()
	}

	/// What is left of `epoch`, if it is pruned.
	pub fn epoch(epoch: EpochId) -> Option<Epoch> {
		Epochs::<T>::get(epoch)
	}

	/// The epoch to which a record belongs.
	pub fn epoch_of(id: RecordId) -> EpochId {
		EpochId(id.0 / Self::epoch_length())
	}

	/// The first and the last record that `epoch` holds once it is full; `None` when the
	/// identifiers end before.
	pub fn bounds(epoch: EpochId) -> Option<(RecordId, RecordId)> {
		let first = epoch.0.checked_mul(Self::epoch_length())?;
		let last = first.checked_add(Self::epoch_length() - 1)?;
		Some((RecordId(first), RecordId(last)))
	}

	/// Takes a record out of the log, on the way to [`close`](Self::close).
	pub fn take(id: RecordId) -> Option<RecordOf<T>> {
		Records::<T>::take(Self::key(id))
	}

	/// Leaves `epoch` in the place of the oldest live epoch, whose records were all taken.
	pub fn close(epoch: Epoch) -> Result<(), Error<T>> {
		let id = Self::pruned();
		NextEpochToPrune::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		Epochs::<T>::insert(id, epoch);
		Ok(())
	}

	fn key(id: RecordId) -> RecordKey {
		id.into()
	}

	fn epoch_length() -> u64 {
		u64::from(T::EpochLength::get()).max(1)
	}
}
