//! What the council does in haste: for how long it lasts, and who ratifies it.
//!
//! | matter | acts in haste | for | ratifies |
//! |---|---|---|---|
//! | whether an institution may act | the council, more than half | 14 days | the assembly, on the track of accreditation |
//! | whether an emergency is in force | the council, more than half | 3 days | the assembly, on the track of emergencies |
//!
//! A referendum on the track of accreditation takes two days at least and sixteen at most. The term of an
//! institution is long enough for one that is submitted within days and does not wait for the last of those
//! who are for it; one that comes later ratifies what nobody has let lapse by then. The cooling is long enough
//! for a referendum that takes all of its time, and for a second one. One on the track of emergencies takes 26
//! hours at most: three days have room for one that fails, and for a second one.
//!
//! A further kind of act gets an arm in [`Terms`], in [`Ratifiers`] and in [`Matters`].

use super::{
	assembly::AtPace,
	governance::{FinalActs, UrgentActs},
};
use crate::*;
use frame_support::{
	pallet_prelude::DispatchResult,
	traits::{ConstU64, EnsureOrigin, EnsureOriginWithArg, Get},
};
use salus_primitives::{
	time::DAY, Actor, Effect, EmergencyId, InstitutionId, Matter, Moment, Reversal, Step,
};
use sp_runtime::traits::Convert;

/// For how long an act on a matter is in force without being ratified.
pub struct Terms;

impl Convert<Matter, Moment> for Terms {
	fn convert(matter: Matter) -> Moment {
		match matter {
			Matter::Standing(_) => AtPace::<ConstU64<{ 14 * DAY }>>::get(),
			Matter::Emergency(_) => AtPace::<ConstU64<{ 3 * DAY }>>::get(),
		}
	}
}

/// Who ratifies acts on a matter.
pub struct Ratifiers;

impl EnsureOriginWithArg<RuntimeOrigin, Matter> for Ratifiers {
	type Success = Actor<AccountId>;

	fn try_origin(
		origin: RuntimeOrigin,
		matter: &Matter,
	) -> Result<Actor<AccountId>, RuntimeOrigin> {
		match matter {
			Matter::Standing(_) => FinalActs::try_origin(origin),
			Matter::Emergency(_) => UrgentActs::try_origin(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(matter: &Matter) -> Result<RuntimeOrigin, ()> {
		match matter {
			Matter::Standing(_) => FinalActs::try_successful_origin(),
			Matter::Emergency(_) => UrgentActs::try_successful_origin(),
		}
	}
}

/// Every matter, by whoever owns it.
pub struct Matters;

impl Reversal<AccountId, Matter> for Matters {
	fn effect_of(matter: Matter) -> Option<Effect> {
		match matter {
			Matter::Standing(institution) => {
				<Registry as Reversal<AccountId, InstitutionId>>::effect_of(institution)
			}
			Matter::Emergency(emergency) => {
				<Emergencies as Reversal<AccountId, EmergencyId>>::effect_of(emergency)
			}
		}
	}

	fn record(step: &mut Step<AccountId>, matter: Matter) -> DispatchResult {
		match matter {
			Matter::Standing(institution) => {
				<Registry as Reversal<AccountId, InstitutionId>>::record(step, institution)
			}
			Matter::Emergency(emergency) => {
				<Emergencies as Reversal<AccountId, EmergencyId>>::record(step, emergency)
			}
		}
	}

	fn undo(step: &mut Step<AccountId>, matter: Matter, effect: Effect) -> DispatchResult {
		match matter {
			Matter::Standing(institution) => {
				<Registry as Reversal<AccountId, InstitutionId>>::undo(step, institution, effect)
			}
			Matter::Emergency(emergency) => {
				<Emergencies as Reversal<AccountId, EmergencyId>>::undo(step, emergency, effect)
			}
		}
	}
}

impl pallet_ratification::Config for Runtime {
	type RatifyOrigin = Ratifiers;
	type Access = Registry;
	type Trail = Supervision;
	type Reversal = Matters;
	type OnRatified = (Assembly, Emergencies);
	type Term = Terms;
	type Cooling = AtPace<ConstU64<{ 30 * DAY }>>;
	type WeightInfo = weights::pallet_ratification::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}
