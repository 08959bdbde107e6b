//! Reporting the figures of a DMU.

use crate::{rounds, Config, Dmu, Error, Event, Pallet, Round, Stage, Values};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{
	Act, Action, Directory, InstitutionId, InstitutionKind, RoundId, Step, Subject, Trail,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_observe(
		act: Act<T::AccountId>,
		id: RoundId,
		dmu: Dmu,
		values: Values,
	) -> DispatchResult {
		let institution = act.institution()?;
		ensure!(Self::reports_for(institution, &dmu), Error::<T>::NotOwnDmu);
		let mut step = Step::new(act, Action::DmuObserved, &(id, &dmu, &values));
		let mut round = Self::put_observation(id, &dmu, values)?;
		T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
		rounds::put::<T>(id, &round);
		Self::deposit_event(Event::DmuObserved { round: id, dmu, institution });
		Ok(())
	}

	/// Whether an institution reports for a DMU: it is the DMU itself, or the health commission of the
	/// region.
	fn reports_for(institution: InstitutionId, dmu: &Dmu) -> bool {
		match dmu {
			Dmu::Region(code) => T::Directory::body(institution).is_some_and(|body| {
				body.kind == InstitutionKind::HealthCommission && body.region == *code
			}),
			Dmu::Institution(id) => institution == *id,
		}
	}

	/// Puts the figures of a DMU in place of earlier ones. The caller puts the [`Round`].
	pub(crate) fn put_observation(
		id: RoundId,
		dmu: &Dmu,
		values: Values,
	) -> Result<Round, Error<T>> {
		let mut round = rounds::find::<T>(id)?;
		ensure!(round.stage == Stage::Open, Error::RoundNotOpen);
		let specification = rounds::opening::<T>(id)?.specification;
		ensure!(T::Trail::now() <= specification.observe_by, Error::DeadlinePassed);
		ensure!(rounds::roster::<T>(id)?.contains(dmu), Error::DmuNotInRound);
		ensure!(values.len() == specification.indicators.len(), Error::WrongLength);
		match rounds::observation::<T>(id, dmu) {
			Some(before) => ensure!(before != values, Error::Unchanged),
			// No more than there are DMUs.
			None => round.observed = round.observed.saturating_add(1),
		}
		rounds::put_observation::<T>(id, dmu, values);
		Ok(round)
	}
}
