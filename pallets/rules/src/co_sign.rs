//! The call `co_sign`.

use crate::{wording, Config, Error, Event, Pallet, Signature, Signed};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{Act, Action, Directory, Moment, RuleId, Step, Trail};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_co_sign(
		act: Act<T::AccountId>,
		id: RuleId,
		signed: Signed,
		until: Moment,
	) -> DispatchResult {
		let by = act.institution()?;
		let rule = Self::load(id)?;
		// Whoever acts for an institution acts for one that there is.
		let kind = T::Directory::body(by).ok_or(DispatchError::Corruption)?.kind;
		let asked = wording::asks_for(&rule.wording, kind, signed.signing());
		ensure!(asked, Error::<T>::NotAsked);
		if let Signed::Pair { sender, receiver } = signed {
			ensure!(by != sender && by != receiver, Error::<T>::NotThirdParty);
		}
		let term = until.checked_sub(T::Trail::now()).ok_or(Error::<T>::EndPassed)?;
		ensure!(term <= T::MaxSignatureTerm::get(), Error::<T>::TermTooLong);

		let mut step = Step::new(act, Action::CoSigned, &(id, signed, until));
		let signature = Signature { by, version: rule.version, until };
		Self::add_signature(id, &rule, signed, kind, signature)?;
		Self::save(&mut step, id, rule)?;
		Self::deposit_event(Event::CoSigned { rule: id, signed, by, until });
		Ok(())
	}
}
