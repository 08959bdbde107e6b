//! Benchmarks. The seats are taken, each has as many motions as it may, and every speaker has voted on
//! every motion: whoever stops voting is taken out of each.

#![cfg(feature = "runtime-benchmarks")]

use crate::{Agenda, Call, Concern, Config, MotionTicket, Motions, NewestRecord, Pallet, SeatsOf};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::traits::{Consideration, EnsureOrigin, Get};
use frame_system::RawOrigin;
use salus_primitives::{BenchmarkHelper, InstitutionId, OnInstitution, RecordId, Role, Standing};
use sp_runtime::traits::StaticLookup;

/// As many seats as there may be, or fewer by `free`; the institutions and their speakers.
fn seats<T: Config>(free: u32) -> Vec<(InstitutionId, T::AccountId)> {
	let taken: Vec<_> = (0..T::MaxSeats::get().saturating_sub(free))
		.map(|number| commission::<T>(number))
		.collect();
	let mut seats = SeatsOf::<T>::new();
	for (institution, speaker) in &taken {
		seats
			.try_insert(*institution, Some(speaker.clone()))
			.expect("there are no more seats than may be");
	}
	Pallet::<T>::put_seats(seats);
	Motions::<T>::kill();
	NewestRecord::<T>::put(RecordId(0));
	taken
}

/// A commission of its own region, and its admin.
fn commission<T: Config>(number: u32) -> (InstitutionId, T::AccountId) {
	let speaker: T::AccountId = account("speaker", number, 0);
	let region = T::BenchmarkHelper::region(number);
	(T::BenchmarkHelper::commission(region, &speaker), speaker)
}

/// Fills the agenda.
fn fill<T: Config>(taken: &[(InstitutionId, T::AccountId)]) {
	let speakers: Vec<_> = taken.iter().map(|(_, speaker)| speaker.clone()).collect();
	T::Agenda::fill(&speakers);
}

fn seat_origin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::SeatOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody gives seats"))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn give_seat() -> Result<(), BenchmarkError> {
		let taken = seats::<T>(1);
		fill::<T>(&taken);
		let (institution, speaker) = commission::<T>(T::MaxSeats::get());
		let origin = seat_origin::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution, T::Lookup::unlookup(speaker.clone()));

		assert_eq!(Pallet::<T>::seat_of(&speaker), Some(institution));
		Ok(())
	}

	#[benchmark]
	fn vacate_seat() -> Result<(), BenchmarkError> {
		let taken = seats::<T>(0);
		fill::<T>(&taken);
		let (institution, speaker) = taken[0].clone();
		let origin = seat_origin::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution);

		assert_eq!(Pallet::<T>::seat_of(&speaker), None);
		Ok(())
	}

	#[benchmark]
	fn reassign_seat() -> Result<(), BenchmarkError> {
		let taken = seats::<T>(0);
		fill::<T>(&taken);
		let (institution, admin) = taken[0].clone();
		let other: T::AccountId = account("other", 0, 0);
		T::BenchmarkHelper::agent(institution, &other, Role::Statistics);

		#[extrinsic_call]
		_(RawOrigin::Signed(admin), T::Lookup::unlookup(other.clone()));

		assert_eq!(Pallet::<T>::seat_of(&other), Some(institution));
		Ok(())
	}

	// The seat is removed, which does all that its silence does, and writes the seats besides.
	#[benchmark]
	fn standing_changed() {
		let taken = seats::<T>(0);
		fill::<T>(&taken);
		let (institution, speaker) = taken[0].clone();

		#[block]
		{
			Pallet::<T>::standing_changed(institution, Standing::WoundUp);
		}

		assert_eq!(Pallet::<T>::seat_of(&speaker), None);
	}

	// All motions are of this seat's opponents; the last seat's own are the last in the list.
	#[benchmark]
	fn enter_motion() -> Result<(), BenchmarkError> {
		let taken = seats::<T>(0);
		fill::<T>(&taken);
		let (institution, speaker) =
			taken.last().cloned().ok_or(BenchmarkError::Stop("there are no seats"))?;
		Motions::<T>::mutate(|motions| motions.retain(|(by, _)| *by != institution));

		#[block]
		{
			MotionTicket::<T>::new(&speaker, 0)?;
		}

		assert!(Motions::<T>::get().iter().any(|(by, _)| *by == institution));
		Ok(())
	}

	#[benchmark]
	fn tally() -> Result<(), BenchmarkError> {
		let taken = seats::<T>(0);
		let seats = T::MaxSeats::get();
		let speakers: Vec<_> = taken.iter().map(|(_, speaker)| speaker.clone()).collect();
		let all: BTreeSet<_> = taken.iter().map(|(institution, _)| *institution).skip(1).collect();
		let concern = Concern::about(all);
		let counted;

		#[block]
		{
			counted = Pallet::<T>::tally((seats, seats), Some(&speakers), &concern).ok();
		}

		assert_eq!(counted, Some((1, 1)));
		Ok(())
	}

	impl_benchmark_test_suite! {
		Pallet,
		crate::mock::externalities(alloc::vec::Vec::new()),
		crate::mock::Test,
	}
}
