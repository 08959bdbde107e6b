//! Calling a round off.

use crate::{rounds, Config, Event, Pallet, Stage, WeightInfo, MAX_DMUS};
use frame_support::pallet_prelude::{DispatchResultWithPostInfo, Weight};
use salus_primitives::{Act, Action, RoundId, Step, Subject, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_cancel(act: Act<T::AccountId>, id: RoundId) -> DispatchResultWithPostInfo {
		let mut step = Step::new(act, Action::RoundCancelled, &(id,));
		let mut round = rounds::find_active::<T>(id)?;
		let dmus = rounds::opening::<T>(id)?.dmus.into();
		let weight = match round.stage {
			Stage::Open => T::WeightInfo::cancel_open(dmus),
			_ => T::WeightInfo::cancel_sealed(dmus),
		};
		rounds::discard::<T>(id, &mut round, Stage::Cancelled);
		T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
		rounds::put::<T>(id, &round);
		Self::deposit_event(Event::RoundCancelled { round: id });
		Ok(Some(weight).into())
	}

	/// What calling off weighs at most.
	pub(crate) fn weight_of_cancel() -> Weight {
		T::WeightInfo::cancel_open(MAX_DMUS).max(T::WeightInfo::cancel_sealed(MAX_DMUS))
	}
}
