//! Relocating: a holding is kept at another site of its custodian.

use crate::{Config, Event, LotBook, Pallet};
use salus_primitives::{Act, Action, Custody, InstitutionId, LotId, SiteNumber, Step};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_relocate(
		act: Act<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		site: Option<SiteNumber>,
	) -> DispatchResult {
		let custody = Custody { custodian: act.institution()?, owner };
		Self::ensure_site(custody.custodian, site)?;
		let mut step = Step::new(act, Action::LotRelocated, &(lot, owner, site));
		let mut book = LotBook::<T>::open(lot)?;
		book.keep_at(&custody, site)?;
		book.close(&mut step)?;
		Self::deposit_event(Event::LotRelocated { holding: custody.of(lot), site });
		Ok(())
	}
}
