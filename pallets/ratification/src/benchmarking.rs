//! Benchmarks. The matter is the standing of a health commission: whoever is told that it is suspended has
//! the most to do.

#![cfg(feature = "runtime-benchmarks")]

use crate::{ActState, Acts, Call, Config, HastyAct, Pallet};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::traits::EnsureOriginWithArg;
use frame_system::RawOrigin;
use salus_primitives::{Actor, Authority, BenchmarkHelper, Effect, Haste, Matter, Reversal, Trail};

/// The standing of an active commission.
fn standing<T: Config>() -> Matter {
	let admin: T::AccountId = account("admin", 0, 0);
	Matter::Standing(T::BenchmarkHelper::commission(T::BenchmarkHelper::region(0), &admin))
}

/// Keeps an act of a moment ago, whose term is over.
fn keep<T: Config>(matter: Matter, state: ActState) {
	let now = T::Trail::now();
	let act = HastyAct { effect: Effect::InForce, acted_at: now, lapses_at: now, state };
	Acts::<T>::insert(matter, act);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn ratify() -> Result<(), BenchmarkError> {
		let matter = standing::<T>();
		keep::<T>(matter, ActState::Pending);
		let origin = T::RatifyOrigin::try_successful_origin(&matter)
			.map_err(|()| BenchmarkError::Stop("nobody ratifies"))?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, matter);

		assert_eq!(Pallet::<T>::find(matter), None);
		Ok(())
	}

	#[benchmark]
	fn lapse() {
		let matter = standing::<T>();
		keep::<T>(matter, ActState::Pending);
		let who: T::AccountId = account("anybody", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), matter);

		assert_eq!(T::Reversal::effect_of(matter), Some(Effect::OutOfForce));
	}

	#[benchmark]
	fn clear() {
		let matter = standing::<T>();
		keep::<T>(matter, ActState::Spent { until: T::Trail::now() });
		let who: T::AccountId = account("anybody", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), matter);

		assert_eq!(Pallet::<T>::find(matter), None);
	}

	#[benchmark]
	fn acted() -> Result<(), BenchmarkError> {
		let matter = standing::<T>();
		keep::<T>(matter, ActState::Pending);
		let council = Actor::Authority(Authority::Council);

		#[block]
		{
			Pallet::<T>::acted(&council, matter, Effect::OutOfForce)?;
		}

		let kept = Pallet::<T>::find(matter).map(|act| act.state);
		assert!(matches!(kept, Some(ActState::Spent { .. })));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::externalities(), crate::mock::Test);
}
