//! Opening a round.

use crate::{
	rounds, Config, Dmu, Error, Event, Opening, Pallet, Roster, Round, RoundSpecification,
	MAX_DECIMALS,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use salus_analysis::dea::{MAX_INPUTS, MAX_OUTPUTS};
use salus_primitives::{
	Act, Action, Directory, Geography, RoundId, Standing, Step, Subject, Trail,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_round(
		act: Act<T::AccountId>,
		specification: RoundSpecification,
		roster: Roster,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::RoundOpened, &(&specification, &roster));
		let length = specification.report_by.saturating_sub(T::Trail::now());
		ensure!(length <= T::MaxRound::get(), Error::<T>::RoundTooLong);
		let (id, mut round) = Self::add_round(specification, roster)?;
		T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
		rounds::put::<T>(id, &round);
		Self::deposit_event(Event::RoundOpened { round: id });
		Ok(())
	}

	/// Adds a round that takes figures, however long it is: the clock of a genesis has not started. The
	/// caller puts the [`Round`].
	pub(crate) fn add_round(
		specification: RoundSpecification,
		roster: Roster,
	) -> Result<(RoundId, Round), Error<T>> {
		Self::check_specification(&specification)?;
		let now = T::Trail::now();
		ensure!(specification.observe_by > now, Error::InvalidDeadlines);
		let proving = specification.report_by.saturating_sub(specification.observe_by);
		ensure!(proving >= T::MinProving::get(), Error::ProvingTooShort);
		ensure!(!roster.is_empty(), Error::NoDmus);
		ensure!(roster.ascends(), Error::DmusNotAscending);
		roster.iter().try_for_each(|dmu| Self::check_dmu(&dmu))?;
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

	/// Refuses a region or institution that there is not, or is no more. One that is suspended may be
	/// reinstated before figures are due.
	fn check_dmu(dmu: &Dmu) -> Result<(), Error<T>> {
		let standing = match dmu {
			Dmu::Region(code) => T::Geography::area(code).map(|_| Standing::Active),
			Dmu::Institution(id) => T::Directory::standing(*id),
		};
		let standing = standing.ok_or(Error::DmuNotFound)?;
		ensure!(standing != Standing::WoundUp, Error::DmuWoundUp);
		Ok(())
	}
}
