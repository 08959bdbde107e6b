//! Correcting a lot: its available units move to a new lot whose identity is right.

use crate::{
	books::Entrance, lots::Provenance, offspring, ClassChange, Config, Derivation, Error, Event,
	Lot, LotBook, LotIdentity, LotOrigin, Pallet,
};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, EventClaim, LotId, Step};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_correct_lot(
		act: Act<T::AccountId>,
		lot: LotId,
		identity: LotIdentity,
		class_change: Option<ClassChange>,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let institution = act.institution()?;
		let arguments = (lot, &identity, class_change, event);
		let mut step = Step::new(act, Action::LotCorrected, &arguments).at(event);
		let mut wrong = LotBook::<T>::open(lot)?;
		ensure!(wrong.entry().lot.registered_by == institution, Error::<T>::NotRegistrant);
		ensure!(wrong.entry().lot.identity != identity, Error::<T>::Unchanged);
		wrong.ensure_not_lapsed()?;

		let custody = Custody::own(institution);
		let quantity = wrong.holding_at(&custody)?.available;
		ensure!(quantity > 0, Error::<T>::InsufficientStock);
		let class = Self::check_lot(institution, &identity, quantity)?;
		let before = Self::class_of(wrong.entry())?;
		ensure!(class.unit == before.unit, Error::<T>::UnitsDiffer);
		let mut provenance = Provenance::default();
		provenance.add::<T>(wrong.entry())?;
		provenance.check_identity::<T>(&identity, class_change)?;
		// What came out of another lot must not gain in two steps what repacking refuses in one.
		if wrong.entry().lot.origin.is_some() {
			provenance.check_limits::<T>(&identity, &class)?;
		}

		let site = wrong.repack_out(&custody, quantity)?;
		let origin = Some(LotOrigin { lot, by: Derivation::Corrected });
		let right = Lot { identity, origin, registered_by: institution };
		let right = Self::begin_lot(right, &class, Entrance::RepackedIn(quantity), site)?;
		let corrected = right.id();
		wrong.add_offspring(1)?;
		wrong.close(&mut step)?;
		right.close(&mut step)?;
		offspring::add::<T>(lot, corrected);
		Self::deposit_event(Event::LotCorrected { lot, corrected, quantity, class_change });
		Ok(())
	}
}
