//! Opening a round.

use crate::{
	rounds, Config, Dmu, Error, Event, Opening, Pallet, Roster, Round, RoundSpecification,
	MAX_DECIMALS,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_analysis::dea::{MAX_INPUTS, MAX_OUTPUTS};
use salus_primitives::{Act, Action, Directory, Geography, RoundId, Step, Subject, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_round(
		act: Act<T::AccountId>,
		specification: RoundSpecification,
		roster: Roster,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::RoundOpened, &(&specification, &roster));
		let (id, mut round) = Self::add_round(specification, roster)?;
		T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
		rounds::put::<T>(id, &round);
		Self::deposit_event(Event::RoundOpened { round: id });
		Ok(())
	}

	/// Adds a round that takes figures. The caller puts the [`Round`].
	pub(crate) fn add_round(
		specification: RoundSpecification,
		roster: Roster,
	) -> Result<(RoundId, Round), Error<T>> {
		Self::check_specification(&specification)?;
		let now = T::Trail::now();
		ensure!(specification.observe_by > now, Error::InvalidDeadlines);
		ensure!(!roster.is_empty(), Error::NoDmus);
		ensure!(roster.ascends(), Error::DmusNotAscending);
		ensure!(roster.iter().all(|dmu| Self::exists(&dmu)), Error::DmuNotFound);
		// A roster has at most MAX_DMUS.
		let opening = Opening { specification, opened: now, dmus: roster.len() as u16 };
		Ok((rounds::open::<T>(opening, roster)?, Round::new()))
	}

	/// Refuses a specification that no round can have.
	pub(crate) fn check_specification(specification: &RoundSpecification) -> Result<(), Error<T>> {
		specification.check_texts()?;
		let indicators = &specification.indicators;
		ensure!(!indicators.is_empty(), Error::NoIndicators);
		let (inputs, outputs) = specification.widths();
		ensure!(inputs <= MAX_INPUTS, Error::TooManyInputs);
		ensure!(outputs <= MAX_OUTPUTS, Error::TooManyOutputs);
		ensure!(inputs > 0 || outputs == 0, Error::NoInputs);
		ensure!(outputs > 0 || inputs == 0, Error::NoOutputs);
		let fits = indicators.iter().all(|indicator| indicator.decimals <= MAX_DECIMALS);
		ensure!(fits, Error::TooManyDecimals);
		ensure!(specification.observe_by < specification.report_by, Error::InvalidDeadlines);
		Ok(())
	}

	/// Whether there is such a region or institution.
	fn exists(dmu: &Dmu) -> bool {
		match dmu {
			Dmu::Region(code) => T::Geography::area(code).is_some(),
			Dmu::Institution(id) => T::Directory::standing(*id).is_some(),
		}
	}
}
