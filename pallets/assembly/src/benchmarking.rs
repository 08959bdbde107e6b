//! Worst cases, with what the referenda and the collective do in them.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	Call, Config, EnactmentOf, OpenOf, Pallet, ProposalOf, Referenda, Secrecy, SecrecyOf, MAX_RANK,
};
use alloc::boxed::Box;
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use salus_primitives::{
	Access, Ballots, BenchmarkHelper, Electorate, InstitutionId, InstitutionKind, Outcome,
	Progress, ReferendumId, Track, Trail,
};
use sp_runtime::traits::Saturating;

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

/// A member of the highest rank, and its agent.
fn member<T: Config>(number: u32) -> Result<(InstitutionId, T::AccountId), BenchmarkError> {
	let who: T::AccountId = account("voter", number, 0);
	let region = T::BenchmarkHelper::region(number);
	let institution = T::BenchmarkHelper::commission(region, &who);
	Pallet::<T>::enrol(institution, Some(MAX_RANK))?;
	Ok((institution, who))
}

/// The next referendum, with the longest proposal and its enactment.
fn next<T: Config>() -> (ReferendumId, Box<ProposalOf<T>>, EnactmentOf<T>) {
	let id = T::Ballots::next();
	let (proposal, enactment) = T::Ballots::nothing(id.0);
	(id, Box::new(proposal), enactment)
}

/// A referendum that an agent submits.
fn referendum<T: Config>(who: &T::AccountId) -> Result<ReferendumId, BenchmarkError> {
	let (id, proposal, enactment) = next::<T>();
	Pallet::<T>::submit(signed::<T>(who), Track::Reallocation, proposal, enactment)?;
	Ok(id)
}

/// A member whose agent can submit one more referendum: as many as it may have open are decided, and it is suspended
/// in haste, which costs most to look up.
fn submitter<T: Config>() -> Result<(InstitutionId, T::AccountId), BenchmarkError> {
	let (institution, who) = member::<T>(0)?;
	decided::<T>(&who)?;
	T::BenchmarkHelper::suspend_in_haste(institution);
	Ok((institution, who))
}

/// A referendum that waits to be put to a ring, of another institution each time: for the benchmarks of whoever
/// counts secret votes.
pub(crate) fn wanted<T: Config>() -> ReferendumId {
	let (id, proposal, enactment) = next::<T>();
	let submitted = member::<T>(id.0).and_then(|(_, who)| {
		let (origin, track) = (signed::<T>(&who), Track::Reallocation);
		Ok(Pallet::<T>::submit_for_ring(origin, track, proposal, enactment)?)
	});
	submitted.expect("nothing keeps a member from submitting its first referendum");
	id
}

/// As many decided referenda as an institution may have open; answers with the last of them.
fn decided<T: Config>(who: &T::AccountId) -> Result<ReferendumId, BenchmarkError> {
	let ids = (0..T::MaxOpen::get()).map(|_| referendum::<T>(who));
	let ids = ids.collect::<Result<alloc::vec::Vec<_>, _>>()?;
	ids.iter().for_each(|id| T::Ballots::decide(*id));
	ids.last().copied().ok_or(BenchmarkError::Stop("an institution may submit"))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn submit() -> Result<(), BenchmarkError> {
		let (institution, who) = submitter::<T>()?;
		let (id, proposal, enactment) = next::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), Track::Reallocation, proposal, enactment);

		assert_eq!(OpenOf::<T>::get(institution, Track::Reallocation).into_inner(), [id]);
		Ok(())
	}

	#[benchmark]
	fn submit_for_ring() -> Result<(), BenchmarkError> {
		let (_, who) = submitter::<T>()?;
		let (id, proposal, enactment) = next::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), Track::Reallocation, proposal, enactment);

		assert!(matches!(SecrecyOf::<T>::get(id), Some(Secrecy::Wanted { .. })));
		Ok(())
	}

	#[benchmark]
	fn vote() -> Result<(), BenchmarkError> {
		let (institution, who) = member::<T>(0)?;
		let id = referendum::<T>(&who)?;
		Pallet::<T>::vote(signed::<T>(&who), id, true).map_err(|refusal| refusal.error)?;
		T::BenchmarkHelper::suspend_in_haste(institution);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, false);

		let ballot = T::Ballots::ballot(institution, id);
		assert!(ballot.is_some_and(|ballot| !ballot.aye));
		Ok(())
	}

	#[benchmark]
	fn set_rank() -> Result<(), BenchmarkError> {
		let kind = InstitutionKind::Hospital;
		let origin = T::RankOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("nobody gives ranks"))?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, kind, MAX_RANK);

		assert_eq!(Pallet::<T>::rank_of_kind(kind), MAX_RANK);
		Ok(())
	}

	#[benchmark]
	fn update_rank() -> Result<(), BenchmarkError> {
		let (institution, who) = member::<T>(0)?;
		member::<T>(1)?;
		Pallet::<T>::put_rank(InstitutionKind::HealthCommission, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), institution);

		assert_eq!(T::Electorate::rank_of(institution), Some(0));
		Ok(())
	}

	#[benchmark]
	fn record_outcome() -> Result<(), BenchmarkError> {
		let (_, who) = member::<T>(0)?;
		let id = decided::<T>(&who)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		let recorded = Referenda::<T>::get(id).and_then(|entry| entry.recorded);
		assert_eq!(recorded, Some(Outcome::Approved));
		Ok(())
	}

	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		let (_, who) = member::<T>(0)?;
		let id = decided::<T>(&who)?;
		Pallet::<T>::record_outcome(signed::<T>(&who), id)?;
		let Some(Progress::Decided { at, .. }) = T::Ballots::progress(id) else {
			return Err(BenchmarkError::Stop("the referendum is decided"));
		};
		let later: BlockNumberFor<T> = at.saturating_add(T::RetentionPeriod::get());
		frame_system::Pallet::<T>::set_block_number(later);
		let origin = signed::<T>(&who);

		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(origin)?;
			Pallet::<T>::do_forget(id, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}

		assert!(!Referenda::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn member_changed() -> Result<(), BenchmarkError> {
		let (institution, _) = member::<T>(0)?;
		member::<T>(1)?;

		#[block]
		{
			let _asked = Pallet::<T>::due_rank(institution);
			Pallet::<T>::follow(institution, None);
		}

		assert_eq!(T::Electorate::rank_of(institution), None);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::externalities(), crate::mock::Test);
}
