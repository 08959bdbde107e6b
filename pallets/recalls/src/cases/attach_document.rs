//! The call `attach_document`.

use crate::{Case, Config, Pallet, Side};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, CaseId, Step};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attach_document(
		act: Act<T::AccountId>,
		side: Side,
		id: CaseId,
		mut case: Case,
		digest: H256,
	) -> DispatchResult {
		Self::ensure_open(&case)?;
		let mut step = Step::new(act, Action::DocumentAttached, &(id, digest));
		Self::enter_document(id, &mut case, side, digest)?;
		Self::save_case(&mut step, id, case)
	}
}
