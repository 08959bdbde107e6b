//! The call `acknowledge_document`.

use crate::{Case, CaseDocument, Config, Error, Event, Pallet, Side};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, CaseId, Step, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_acknowledge_document(
		act: Act<T::AccountId>,
		side: Side,
		id: CaseId,
		case: Case,
		number: u8,
	) -> DispatchResult {
		Self::ensure_open(&case)?;
		let document = Self::load_document(id, number)?;
		ensure!(document.attached_by != side, Error::<T>::OwnDocument);
		ensure!(document.acknowledged_at.is_none(), Error::<T>::AlreadyAcknowledged);
		let mut step = Step::new(act, Action::DocumentAcknowledged, &(id, number));
		let acknowledged_at = Some(T::Trail::now());
		Self::put_document(id, number, CaseDocument { acknowledged_at, ..document });
		Self::deposit_event(Event::DocumentAcknowledged { case: id, document: number });
		Self::save_case(&mut step, id, case)
	}
}
