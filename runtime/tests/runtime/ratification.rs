//! What the council does in haste, until the assembly has ratified it or it lapses.

use crate::{
	chain::{account, on, Chain},
	council::motion,
};
use frame_support::assert_ok;
use pallet_ratification::{ActState, Call, Error};
use salus_primitives::{time::DAY, Directory, InstitutionId, Matter, Standing};
use salus_runtime::{
	presets::cast::COUNCIL, AccountId, Ratification, Registry, Runtime, RuntimeCall, RuntimeOrigin,
};
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	DispatchResult,
};

/// A commission without a seat.
fn commission() -> InstitutionId {
	Registry::agent_of(account("CN-TJ")).expect("each commission has an agent").institution
}

/// The council suspends or reinstates an institution.
fn council(chain: &mut Chain, institution: InstitutionId, standing: Standing) -> DispatchResult {
	let call = match standing {
		Standing::Active => pallet_registry::Call::reinstate_institution { institution },
		_ => pallet_registry::Call::suspend_institution { institution },
	};
	motion(chain, 3, call.into())
}

fn standing(institution: InstitutionId) -> Option<Standing> {
	<Registry as Directory<AccountId>>::standing(institution)
}

/// Anybody has the council's act on an institution undone.
fn lapse(institution: InstitutionId) -> RuntimeCall {
	Call::lapse { matter: Matter::Standing(institution) }.into()
}

/// The assembly ratifies it.
fn ratify(institution: InstitutionId, origin: impl Into<RuntimeOrigin>) -> DispatchResult {
	let ratify: RuntimeCall = Call::ratify { matter: Matter::Standing(institution) }.into();
	ratify.dispatch(origin.into()).map(|_| ()).map_err(|refusal| refusal.error)
}

fn spent_lately() -> DispatchResult {
	Err(Error::<Runtime>::SpentLately.into())
}

#[test]
fn a_suspension_lapses_after_a_fortnight_and_is_not_repeated_for_thirty_days() {
	on("development", |chain| {
		let (institution, anybody) = (commission(), COUNCIL[0].1);
		assert_ok!(council(chain, institution, Standing::Suspended));
		assert_eq!(standing(institution), Some(Standing::Suspended));
		let too_early = chain.refused(anybody, lapse(institution));
		assert_eq!(too_early, Error::<Runtime>::TermNotOver.into());
		chain.advance(14 * DAY);
		assert_ok!(chain.call(anybody, lapse(institution)));
		assert_eq!(standing(institution), Some(Standing::Active));
		assert_eq!(council(chain, institution, Standing::Suspended), spent_lately());
		chain.advance(30 * DAY);
		assert_ok!(council(chain, institution, Standing::Suspended));
	});
}

#[test]
fn a_suspension_lasts_that_the_assembly_has_ratified() {
	on("development", |chain| {
		let (institution, anybody) = (commission(), COUNCIL[0].1);
		assert_ok!(council(chain, institution, Standing::Suspended));
		for origin in [
			RuntimeOrigin::signed(account(anybody)),
			pallet_assembly::Origin::Emergency.into(),
			pallet_assembly::Origin::Regulation.into(),
		] {
			assert_eq!(ratify(institution, origin), Err(BadOrigin.into()));
		}
		assert_ok!(ratify(institution, pallet_assembly::Origin::Accreditation));
		chain.advance(14 * DAY);
		let nothing_left = chain.refused(anybody, lapse(institution));
		assert_eq!(nothing_left, Error::<Runtime>::ActNotFound.into());
		assert_eq!(standing(institution), Some(Standing::Suspended));
	});
}

#[test]
fn what_root_undoes_the_council_does_not_do_again() {
	on("development", |chain| {
		let institution = commission();
		assert_ok!(council(chain, institution, Standing::Suspended));
		let reinstate = pallet_registry::Call::<Runtime>::reinstate_institution { institution };
		assert_ok!(RuntimeCall::from(reinstate).dispatch(RuntimeOrigin::root()));
		let kept = Ratification::act(Matter::Standing(institution)).map(|act| act.state);
		assert!(matches!(kept, Some(ActState::Spent { .. })));
		assert_eq!(council(chain, institution, Standing::Suspended), spent_lately());
	});
}
