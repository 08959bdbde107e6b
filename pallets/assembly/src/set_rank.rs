//! The call `set_rank`.

use crate::{Config, Error, Event, Pallet, MAX_RANK};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, InstitutionKind, Rank, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_rank(
		act: Act<T::AccountId>,
		kind: InstitutionKind,
		rank: Rank,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::RankSet, &(kind, rank));
		ensure!(rank <= MAX_RANK, Error::<T>::RankTooHigh);
		ensure!(Self::rank_of_kind(kind) != rank, Error::<T>::Unchanged);
		Self::put_rank(kind, rank);
		Self::record(&mut step)?;
		Self::deposit_event(Event::RankSet { kind, rank });
		Ok(())
	}
}
