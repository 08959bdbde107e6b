//! The call `revoke_signature`.

use crate::{Config, Event, Pallet, Signed};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, InstitutionKind, RuleId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_revoke_signature(
		act: Act<T::AccountId>,
		rule: RuleId,
		signed: Signed,
		kind: InstitutionKind,
	) -> DispatchResult {
		let by = act.institution()?;
		Self::take_signature(rule, signed, kind, by)?;
		let mut step = Step::new(act, Action::SignatureRevoked, &(rule, signed, kind));
		Self::record_on(&mut step, rule)?;
		Self::deposit_event(Event::SignatureRevoked { rule, signed, by });
		Ok(())
	}
}
