//! What was done in haste about an institution's standing is undone here, when nobody has ratified it.

use crate::{Config, Pallet};
use salus_primitives::{Directory, Effect, InstitutionId, Reversal, Standing, Step};
use sp_runtime::DispatchResult;

impl<T: Config> Reversal<T::AccountId, InstitutionId> for Pallet<T> {
	fn effect_of(institution: InstitutionId) -> Option<Effect> {
		match <Self as Directory<T::AccountId>>::standing(institution)? {
			Standing::Active => Some(Effect::InForce),
			Standing::Suspended => Some(Effect::OutOfForce),
			Standing::WoundUp => None,
		}
	}

	fn record(step: &mut Step<T::AccountId>, institution: InstitutionId) -> DispatchResult {
		<Self as Directory<T::AccountId>>::record(step, institution)
	}

	/// Of an admission or a reinstatement, the institution is suspended; of a suspension, reinstated.
	fn undo(
		step: &mut Step<T::AccountId>,
		institution: InstitutionId,
		effect: Effect,
	) -> DispatchResult {
		match effect {
			Effect::InForce => {
				Self::suspend(step, institution)?;
				Self::tell_suspended(institution);
			}
			Effect::OutOfForce => {
				Self::reinstate(step, institution)?;
				Self::tell_reinstated(institution);
			}
		}
		Ok(())
	}
}
