//! Regions, and the [`Geography`] that tells other pallets of them.
//!
//! Seats are in [`set_seat`](crate::set_seat).

use crate::{Config, Error, Event, Pallet, Region, RegionEntry, RegionSeats, Regions};
use frame_support::ensure;
use salus_primitives::{
	Act, Action, Area, Belt, Geography, RegionCode, Seat, Step, Subject, Trail,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_region(
		act: Act<T::AccountId>,
		code: RegionCode,
		region: Region,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::RegionRegistered, &(&code, &region));
		let mut entry = Self::new_region(&code, region)?;
		T::Trail::record(&mut step, Subject::Region(code.clone()), &mut entry.newest_record)?;
		Regions::<T>::insert(&code, entry);
		Self::deposit_event(Event::RegionRegistered { code });
		Ok(())
	}

	pub(crate) fn do_amend_region(
		act: Act<T::AccountId>,
		code: RegionCode,
		population: u64,
		belt: Option<Belt>,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::RegionAmended, &(&code, population, belt));
		let mut entry = Regions::<T>::get(&code).ok_or(Error::<T>::RegionNotFound)?;
		let same = entry.region.population == population && entry.region.belt == belt;
		ensure!(!same, Error::<T>::Unchanged);
		entry.region.population = population;
		entry.region.belt = belt;
		T::Trail::record(&mut step, Subject::Region(code.clone()), &mut entry.newest_record)?;
		Regions::<T>::insert(&code, entry);
		Self::deposit_event(Event::RegionAmended { code, population, belt });
		Ok(())
	}

	/// A region whose parent, if any, is known. The caller stores it.
	pub(crate) fn new_region(code: &RegionCode, region: Region) -> Result<RegionEntry, Error<T>> {
		code.check()?;
		region.name.check()?;
		ensure!(!Regions::<T>::contains_key(code), Error::RegionAlreadyExists);
		if let Some(parent) = &region.parent {
			ensure!(Regions::<T>::contains_key(parent), Error::RegionNotFound);
		}
		Ok(RegionEntry { region, newest_record: None })
	}
}

impl<T: Config> Geography for Pallet<T> {
	fn area(region: &RegionCode) -> Option<Area> {
		let Region { belt, parent, .. } = Regions::<T>::get(region)?.region;
		Some(Area { belt, parent })
	}

	fn seat(region: &RegionCode) -> Option<Seat> {
		RegionSeats::<T>::get(region)
	}
}
