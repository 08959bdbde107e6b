//! Benchmarks.

#![cfg(feature = "runtime-benchmarks")]

use crate::{log::Log, Config, Pallet};
use frame_benchmarking::v2::*;
use frame_support::traits::{Get, Time};
use salus_primitives::{
	digest_of, Action, Actor, EventClaim, InstitutionId, LotId, Step, Subject, Trail,
};

#[benchmarks]
mod benchmarks {
	use super::*;

	// The records of an epoch lie side by side in the trie, so the measured proof is the proof;
	// the estimate would count a whole path for each.
	#[benchmark(pov_mode = Measured)]
	fn prune() -> Result<(), BenchmarkError> {
		// Records are largest inside an extrinsic.
		frame_system::Pallet::<T>::note_finished_initialize();
		let now = T::Time::now();
		let oldest = Log::<T>::pruned();
		let (_, last) =
			Log::<T>::bounds(oldest).ok_or(BenchmarkError::Stop("no identifiers left"))?;
		while Log::<T>::end() <= last {
			let step = Step {
				actor: Actor::Account(whitelisted_caller()),
				institution: Some(InstitutionId(0)),
				action: Action::LotCounted,
				digest: digest_of(&()),
				event: Some(EventClaim { at: now, utc_offset: 0 }),
			};
			<Pallet<T> as Trail<T::AccountId>>::record(step, &[Subject::Lot(LotId(0))])?;
		}

		// The call itself, save that no benchmark can move the chain's clock.
		#[block]
		{
			let now = T::Time::now();
			Pallet::<T>::prune_as_of(now.saturating_add(T::Retention::get()))?;
		}

		assert!(Log::<T>::epoch(oldest).is_some());
		assert!(Log::<T>::get(last).is_none());
		Ok(())
	}
}
