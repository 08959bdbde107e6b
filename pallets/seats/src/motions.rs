//! What a seat may fill of the agenda. The owner of [`Motions`].

use crate::{Config, Error, Motions, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, Encode, MaxEncodedLen};
use core::fmt::Debug;
use frame_support::{
	ensure,
	pallet_prelude::Get,
	traits::{Consideration, MaybeConsideration},
	CloneNoBound, DebugNoBound, EqNoBound, Parameter, PartialEqNoBound,
};
use salus_primitives::InstitutionId;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// Why a motion can never succeed, however the council votes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Futile {
	/// It grants a licence that has expired already.
	LicenceExpired,
	/// It opens a round whose figures are due in the past, or declares an emergency whose end is past.
	DeadlinePassed,
	/// Its call is wrapped deeper than anybody looks.
	TooDeep,
	/// It carries more calls than anybody looks at, or is about more transfers.
	TooManyParts,
}

impl<T> From<Futile> for Error<T> {
	fn from(futile: Futile) -> Self {
		match futile {
			Futile::LicenceExpired => Self::LicenceExpired,
			Futile::DeadlinePassed => Self::DeadlinePassed,
			Futile::TooDeep => Self::TooDeep,
			Futile::TooManyParts => Self::TooManyParts,
		}
	}
}

/// The collective's open motions.
pub trait Agenda<AccountId, Hash> {
	/// A call that is proposed.
	type Motion: Parameter;

	/// The hashes of the open motions, in the order of their proposal. While one is proposed, it is
	/// the last.
	fn open() -> Vec<Hash>;

	/// The motion that is proposed under a hash at this moment, where it can be known. It need not be
	/// stored yet.
	fn proposed(motion: &Hash) -> Option<Self::Motion>;

	/// Gives back the deposit that was taken for an earlier motion of the same hash, which has ended.
	/// The collective keeps one deposit under a hash, and would forget it.
	fn settle(motion: &Hash) -> DispatchResult;

	/// Refuses a motion that can never succeed, as far as the state of today tells.
	fn check(motion: &Self::Motion) -> Result<(), Futile>;

	/// Fills the agenda with as many motions as these speakers may propose, on each of which all of
	/// them have voted.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill(speakers: &[AccountId]);
}

/// What a motion costs while it is open: a place among the motions of its seat, and a deposit.
///
/// The place is free when the motion ends, whatever becomes of the ticket; so a ticket that nobody
/// returns locks no seat out.
#[derive(
	CloneNoBound, PartialEqNoBound, EqNoBound, DebugNoBound, Encode, Decode, TypeInfo, MaxEncodedLen,
)]
#[scale_info(skip_type_params(T))]
#[codec(mel_bound())]
#[codec(encode_bound())]
#[codec(decode_bound())]
pub struct MotionTicket<T: Config>(T::Deposit);

impl<T: Config> Consideration<T::AccountId, u32> for MotionTicket<T> {
	fn new(who: &T::AccountId, open: u32) -> Result<Self, DispatchError> {
		Pallet::<T>::enter_motion(who)?;
		T::Deposit::new(who, open).map(Self)
	}

	fn update(self, who: &T::AccountId, open: u32) -> Result<Self, DispatchError> {
		self.0.update(who, open).map(Self)
	}

	fn drop(self, who: &T::AccountId) -> DispatchResult {
		self.0.drop(who)
	}

	fn burn(self, who: &T::AccountId) {
		self.0.burn(who);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(who: &T::AccountId, open: u32) {
		T::Deposit::ensure_successful(who, open);
	}
}

impl<T: Config> MaybeConsideration<T::AccountId, u32> for MotionTicket<T> {
	fn is_none(&self) -> bool {
		self.0.is_none()
	}
}

impl<T: Config> Pallet<T> {
	/// Counts the motion that `speaker` proposes at this moment among those of its seat.
	fn enter_motion(speaker: &T::AccountId) -> DispatchResult {
		let institution = Self::seat_of(speaker).ok_or(Error::<T>::SeatNotFound)?;
		let open = T::Agenda::open();
		let Some(proposed) = open.last() else { return Ok(()) };
		let earlier: BTreeSet<_> = open.iter().filter(|motion| *motion != proposed).collect();
		Motions::<T>::try_mutate(|motions| {
			motions.retain(|(_, motion)| earlier.contains(motion));
			let held = motions.iter().filter(|(by, _)| *by == institution).count();
			ensure!(held < T::MaxMotionsPerSeat::get() as usize, Error::<T>::TooManyMotions);
			motions.try_push((institution, *proposed)).map_err(|_| Error::<T>::TooManyMotions)
		})?;
		if let Some(motion) = T::Agenda::proposed(proposed) {
			T::Agenda::check(&motion).map_err(Error::<T>::from)?;
		}
		T::Agenda::settle(proposed)
	}

	/// How many more motions the seat of a commission may propose now.
	pub(crate) fn room_of(institution: InstitutionId) -> Option<u32> {
		Self::all_seats().get(&institution)?;
		let open: BTreeSet<_> = T::Agenda::open().into_iter().collect();
		let motions = Motions::<T>::get();
		let held = motions
			.iter()
			.filter(|(by, motion)| *by == institution && open.contains(motion))
			.fold(0u32, |held, _| held.saturating_add(1));
		Some(T::MaxMotionsPerSeat::get().saturating_sub(held))
	}
}
