//! The call `expire_signature`.

use crate::{Config, Error, Event, Pallet, Signed};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, InstitutionId, InstitutionKind, RuleId, Step, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_expire_signature(
		act: Act<T::AccountId>,
		rule: RuleId,
		signed: Signed,
		kind: InstitutionKind,
		by: InstitutionId,
	) -> DispatchResult {
		let signature = Self::take_signature(rule, signed, kind, by)?;
		let spent = Self::is_spent(&signature, Self::load(rule).ok().as_ref(), T::Trail::now());
		ensure!(spent, Error::<T>::SignatureInForce);
		let mut step = Step::new(act, Action::SignatureExpired, &(rule, signed, kind, by));
		Self::record_on(&mut step, rule)?;
		Self::deposit_event(Event::SignatureExpired { rule, signed, by });
		Ok(())
	}
}
