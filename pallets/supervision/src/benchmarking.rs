//! Benchmarks.

#![cfg(feature = "runtime-benchmarks")]

use crate::{log::Log, Config, NewestOfInstitution, Pallet, RecordKey, Records};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::traits::{Get, Time};
use frame_system::RawOrigin;
use salus_primitives::{
	Access, Act, Action, EventClaim, InstitutionId, LotId, RecordId, Step, Subject, Trail,
};

/// Fills the branches of the trie that lead to the records from `first` to `last`, one branch for
/// each hexadecimal digit of an identifier.
fn surround<T: Config>(first: RecordId, last: RecordId) -> Result<(), BenchmarkError> {
	let record = Log::<T>::get(first).ok_or(BenchmarkError::Stop("no record to copy"))?;
	for RecordId(end) in [first, last] {
		for place in (0..u64::BITS).step_by(4) {
			for digit in 0..16 {
				let id = RecordId((end & !(0xf << place)) | (digit << place));
				if !(first..=last).contains(&id) {
					Records::<T>::insert(RecordKey::from(id), &record);
				}
			}
		}
	}
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	// The records of an epoch lie side by side in the trie and share one path, but `MaxEncodedLen` and
	// `Measured` both add a path of five full branches for each record that is read: nineteen times
	// the proof. `Ignored` adds none, so the benchmark builds the longest path that an identifier
	// can have, every branch on it full, and the measured proof contains it once. The live records of
	// a chain differ in far fewer digits; the branches that they lack are more than the nodes that
	// the writes of the call add to the proof.
	//
	// The caller is resolved as the call does, and then acts for an institution, so that the record of
	// the pruning has a link to write. The entry of an agent is smaller than what the full branches
	// add.
	#[benchmark(pov_mode = Measured { Supervision::Records: Ignored })]
	fn prune() -> Result<(), BenchmarkError> {
		// Records are largest inside an extrinsic, with an earlier record of the subject and of the
		// institution.
		frame_system::Pallet::<T>::note_finished_initialize();
		let institution = InstitutionId(0);
		let mut newest = Some(RecordId(0));
		NewestOfInstitution::<T>::set(institution, newest);

		let now = T::Time::now();
		let oldest = Log::<T>::pruned();
		let (first, last) =
			Log::<T>::bounds(oldest).ok_or(BenchmarkError::Stop("no identifiers left"))?;
		let caller: T::AccountId = whitelisted_caller();
		let act = Act::of_agent(caller.clone(), institution);
		let step = Step::new(act.clone(), Action::LotCounted, &())
			.at(EventClaim { at: now, utc_offset: 0 });
		while Log::<T>::end() <= last {
			<Pallet<T> as Trail<T::AccountId>>::record(
				&mut step.clone(),
				Subject::Lot(LotId(0)),
				&mut newest,
			)?;
		}
		surround::<T>(first, last)?;

		// The call itself, save that no benchmark can move the chain's clock.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			let now = T::Time::now();
			Pallet::<T>::prune_as_of(now.saturating_add(T::Retention::get()), act, oldest)?;
		}

		assert!(Log::<T>::epoch(oldest).is_some());
		assert!(Log::<T>::get(last).is_none());
		assert!(Log::<T>::newest_of_institution(institution) > Some(last));
		Ok(())
	}

	impl_benchmark_test_suite! {
		Pallet,
		crate::mock::externalities(),
		crate::mock::Test,
	}
}
