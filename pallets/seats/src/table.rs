//! The owner of [`Seats`] and [`NewestRecord`]: every read and write goes through here.
//!
//! Whoever changes the seats, or learns that a commission stands otherwise than before, calls
//! [`Pallet::seat_members`] afterwards; so the collective's members are always the speakers of the
//! sitting seats.

use crate::{Config, NewestRecord, Pallet, Seats, SeatsOf};
use alloc::vec::Vec;
use frame_support::traits::{ChangeMembers, SortedMembers};
use salus_primitives::{Directory, InstitutionId, RecordId, Step, Subject, Subjects, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Every seat, with its speaker.
	pub(crate) fn all_seats() -> SeatsOf<T> {
		Seats::<T>::get()
	}

	/// Writes the seats, and tells the collective who votes from now on.
	pub(crate) fn put_seats(seats: SeatsOf<T>) {
		Self::seat_members(&seats);
		Seats::<T>::put(seats);
	}

	/// Tells the collective who votes, if these are others than before. It voids what those voted on
	/// open motions who do not vote any more.
	pub(crate) fn seat_members(seats: &SeatsOf<T>) {
		let (before, now) = (T::Members::sorted_members(), Self::speakers(seats));
		if before != now {
			T::MembersChanged::set_members_sorted(&now, &before);
		}
	}

	/// The speakers of the sitting seats, in order.
	pub(crate) fn speakers(seats: &SeatsOf<T>) -> Vec<T::AccountId> {
		let mut speakers: Vec<_> =
			Self::sitting(seats).map(|(_, speaker)| speaker.clone()).collect();
		speakers.sort();
		speakers
	}

	/// The sitting seats, with their speakers.
	pub(crate) fn sitting(
		seats: &SeatsOf<T>,
	) -> impl Iterator<Item = (InstitutionId, &T::AccountId)> {
		seats
			.iter()
			.filter_map(|(institution, speaker)| Some((*institution, speaker.as_ref()?)))
			.filter(|(institution, _)| T::Directory::may_act(*institution))
	}

	/// The commission whose seat an account speaks for.
	pub(crate) fn seat_of(speaker: &T::AccountId) -> Option<InstitutionId> {
		let seats = Self::all_seats();
		let found = seats.iter().find(|(_, known)| known.as_ref() == Some(speaker));
		found.map(|(institution, _)| *institution)
	}

	/// The seats, their speakers, and whether they are sitting.
	pub(crate) fn seats_as_they_are() -> Vec<(InstitutionId, Option<T::AccountId>, bool)> {
		let seats = Self::all_seats();
		seats
			.into_iter()
			.map(|(institution, speaker)| {
				let sits = speaker.is_some() && T::Directory::may_act(institution);
				(institution, speaker, sits)
			})
			.collect()
	}

	/// Leaves the step's record on the council.
	pub(crate) fn record(step: &mut Step<T::AccountId>) -> DispatchResult {
		let mut newest = NewestRecord::<T>::get();
		T::Trail::record(step, Subject::Council, &mut newest)?;
		NewestRecord::<T>::set(newest);
		Ok(())
	}
}

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Council => NewestRecord::<T>::get(),
			_ => None,
		}
	}
}
