//! The call `end_case`.
//!
//! What was ordered and demanded stays: a hold is lifted, and a count is made, whether the case is over or
//! not.

use crate::{Case, CaseEnd, Config, Error, Event, Pallet, Reason};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, CaseId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_end_case(
		act: Act<T::AccountId>,
		id: CaseId,
		case: Case,
		end: CaseEnd,
		reason: Reason,
	) -> DispatchResult {
		Self::ensure_open(&case)?;
		reason.check().map_err(Error::<T>::from)?;
		let action = match end {
			CaseEnd::Closed => Action::CaseClosed,
			CaseEnd::Voided => Action::CaseVoided,
		};
		let mut step = Step::new(act, action, &(id, end, &reason));
		Self::put_case_to_end(&mut step, id, case, end, reason)?;
		Self::deposit_event(Event::CaseEnded { case: id, end });
		Ok(())
	}
}
