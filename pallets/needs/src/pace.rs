//! How long goods take.

use crate::{Config, Error, Pace, Pallet};
use frame_support::{ensure, traits::Get};
use salus_primitives::{time::DAY, Moment, Transfers};

impl<T: Config> Pallet<T> {
	/// Refuses a pace at which no transfer may go.
	pub(crate) fn check_pace(pace: &Pace) -> Result<(), Error<T>> {
		let dispatch = DAY.saturating_mul(pace.dispatch.into());
		let transit = DAY.saturating_mul(pace.transit.into());
		let (shortest, longest) = T::Transfers::transit();
		ensure!(pace.dispatch > 0, Error::<T>::InvalidPace);
		ensure!(dispatch <= T::Transfers::longest_reservation(), Error::<T>::InvalidPace);
		ensure!((shortest..=longest).contains(&transit), Error::<T>::InvalidPace);
		Ok(())
	}

	/// The latest moments of dispatch and of receipt of goods that are promised at `now` to a need that ends
	/// with `until`: as the pace has it, and no later than the need's time. Refuses a need whose time is over
	/// sooner than anybody could be asked to dispatch.
	pub(crate) fn deadlines(
		pace: &Pace,
		until: Moment,
		now: Moment,
	) -> Result<(Moment, Moment), Error<T>> {
		let after =
			|moment: Moment, days: u16| moment.saturating_add(DAY.saturating_mul(days.into()));
		let dispatch_by = after(now, pace.dispatch).min(until);
		let least = now.saturating_add(T::MinDispatch::get());
		ensure!(dispatch_by >= least, Error::<T>::NeedEndsTooSoon);
		Ok((dispatch_by, after(dispatch_by, pace.transit)))
	}
}
