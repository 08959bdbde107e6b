//! How long goods take.

use crate::{Config, Error, Need, Pace, Pallet};
use frame_support::ensure;
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
}

/// The latest moments of dispatch and of receipt of goods that are promised to a need now.
pub(crate) fn deadlines(pace: &Pace, need: &Need, now: Moment) -> (Moment, Moment) {
	let after = |moment: Moment, days: u16| moment.saturating_add(DAY.saturating_mul(days.into()));
	let dispatch_by = after(now, pace.dispatch).min(need.until);
	(dispatch_by, after(dispatch_by, pace.transit))
}
