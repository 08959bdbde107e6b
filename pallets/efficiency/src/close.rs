//! Ending a round that has no report in time.
//!
//! Figures that nobody has frozen are kept: while a report could be about some DMU of an open round, the
//! round is sealed, which anybody may do, and not closed.

use crate::{
	exclusion, rounds, Config, Error, Event, Pallet, RoundSpecification, Stage, WeightInfo,
	MAX_DMUS,
};
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
		ensure!(now > rounds::prove_by::<T>(&opening, &round), Error::<T>::DeadlineNotPassed);
		let lost = round.stage == Stage::Open && Self::has_figures(id, &opening.specification);
		ensure!(!lost, Error::<T>::FiguresNotSealed);
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

	/// Whether an open round has a DMU that a report could be about.
	fn has_figures(id: RoundId, specification: &RoundSpecification) -> bool {
		rounds::roster::<T>(id).is_ok_and(|roster| {
			roster.iter().any(|dmu| {
				let values = rounds::observation::<T>(id, &dmu);
				exclusion(specification, values.as_ref()).is_none()
			})
		})
	}

	/// What closing weighs at most.
	pub(crate) fn weight_of_close() -> Weight {
		T::WeightInfo::close_open(MAX_DMUS).max(T::WeightInfo::close_sealed(MAX_DMUS))
	}
}
