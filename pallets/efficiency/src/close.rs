//! Ending a round that nobody answered in time.

use crate::{rounds, Config, Error, Event, Pallet, Stage, WeightInfo, MAX_DMUS};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResultWithPostInfo, Weight},
};
use salus_primitives::{Act, Action, Moment, RoundId, Step, Subject, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_close(act: Act<T::AccountId>, id: RoundId) -> DispatchResultWithPostInfo {
		Self::close_as_of(T::Trail::now(), act, id)
	}

	/// Closes a round at a moment, which is the present one save in benchmarks.
	pub(crate) fn close_as_of(
		now: Moment,
		act: Act<T::AccountId>,
		id: RoundId,
	) -> DispatchResultWithPostInfo {
		let mut step = Step::new(act, Action::RoundExpired, &(id,));
		let mut round = rounds::find_active::<T>(id)?;
		let opening = rounds::opening::<T>(id)?;
		ensure!(now > opening.specification.report_by, Error::<T>::DeadlineNotPassed);
		let dmus = opening.dmus.into();
		let weight = match round.stage {
			Stage::Open => T::WeightInfo::close_open(dmus),
			_ => T::WeightInfo::close_sealed(dmus),
		};
		rounds::discard::<T>(id, &mut round, Stage::Expired);
		T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
		rounds::put::<T>(id, &round);
		Self::deposit_event(Event::RoundExpired { round: id });
		Ok(Some(weight).into())
	}

	/// What closing weighs at most.
	pub(crate) fn weight_of_close() -> Weight {
		T::WeightInfo::close_open(MAX_DMUS).max(T::WeightInfo::close_sealed(MAX_DMUS))
	}
}
