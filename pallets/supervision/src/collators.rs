//! Recording that others make blocks: the one owner of [`KnownCollators`].

use crate::{CollatorsEntry, Config, Event, KnownCollators, Pallet};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{defensive, dispatch::DispatchClass, traits::Get};
use frame_system::Pallet as System;
use pallet_session::SessionManager;
use salus_primitives::{Act, Action, Actor, Step, Subject, Trail};

/// The session manager `Inner`, each of whose changes leaves a record.
pub struct Recorded<Inner, T>(PhantomData<(Inner, T)>);

impl<Inner, T> SessionManager<T::AccountId> for Recorded<Inner, T>
where
	Inner: SessionManager<T::AccountId>,
	T: Config,
{
	fn new_session(index: u32) -> Option<Vec<T::AccountId>> {
		let planned = Inner::new_session(index)?;
		Pallet::<T>::record_collators(index, &planned);
		Some(planned)
	}

	fn new_session_genesis(index: u32) -> Option<Vec<T::AccountId>> {
		let planned = Inner::new_session_genesis(index)?;
		Pallet::<T>::know_collators(&planned);
		Some(planned)
	}

	fn end_session(index: u32) {
		Inner::end_session(index);
	}

	fn start_session(index: u32) {
		Inner::start_session(index);
	}
}

impl<T: Config> Pallet<T> {
	/// Takes the collators as known.
	fn know_collators(planned: &[T::AccountId]) {
		let digest = Self::change_to(planned).digest;
		KnownCollators::<T>::put(CollatorsEntry { digest, newest_record: None });
	}

	/// Records the collators of a session, unless they are the known ones.
	///
	/// The session pallet charges a whole block for the block that plans a session; what this adds is
	/// registered beside it, as collator selection does. The block's records are charged for
	/// `NextRecordId` when it begins.
	fn record_collators(session: u32, planned: &[T::AccountId]) {
		let mut step = Self::change_to(planned);
		let collators = step.digest;
		let known = KnownCollators::<T>::get();
		if known.is_some_and(|known| known.digest == collators) {
			Self::charge(1, 0);
			return;
		}

		let mut newest_record = known.and_then(|known| known.newest_record);
		match <Self as Trail<_>>::record(&mut step, Subject::Collators, &mut newest_record) {
			Ok(()) => {
				KnownCollators::<T>::put(CollatorsEntry { digest: collators, newest_record });
				Self::deposit_event(Event::CollatorsChanged { session, collators });
			}
			Err(error) => {
				defensive!("supervision: a change of collators is not recorded", error);
			}
		}
		Self::charge(2, 2);
	}

	/// The chain's step to these collators. Their order says who was chosen how, and not who makes
	/// blocks, so the digest is of the accounts in ascending order.
	fn change_to(planned: &[T::AccountId]) -> Step<T::AccountId> {
		let mut accounts = planned.to_vec();
		accounts.sort();
		Step::new(Act::by(Actor::Chain), Action::CollatorsChanged, &accounts)
	}

	fn charge(reads: u64, writes: u64) {
		let weight = T::DbWeight::get().reads_writes(reads, writes);
		System::<T>::register_extra_weight_unchecked(weight, DispatchClass::Mandatory);
	}
}
