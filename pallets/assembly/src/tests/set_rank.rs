//! Giving a kind of institution another rank.

use crate::{mock::*, Call, Error, Event, Origin, RankOf};
use salus_primitives::{Action, Actor, Authority, InstitutionKind, Rank, Standing, Subject};
use sp_runtime::DispatchError;

fn set(kind: InstitutionKind, rank: Rank) -> Call<Test> {
	Call::set_rank { kind, rank }
}

#[test]
fn the_table_changes_and_the_members_wait() {
	run(|| {
		let record = accepted(regulation(), set(InstitutionKind::Hospital, 0));
		assert_eq!((record.action, record.subject), (Action::RankSet, Subject::Assembly));
		assert_eq!(record.actor, Actor::Authority(Authority::Assembly));
		last_event(Event::RankSet { kind: InstitutionKind::Hospital, rank: 0 });
		assert_eq!(RankOf::<Test>::get(InstitutionKind::Hospital), Some(0));
		assert!(members().contains(&(HOSPITAL, 1)) && members().contains(&(CLINIC, 1)));
		// Who is admitted or reinstated from now on does not wait.
		let new = admitted(InstitutionKind::Hospital);
		stands(CLINIC, Standing::Suspended);
		stands(CLINIC, Standing::Active);
		assert!(members().contains(&(new, 0)) && members().contains(&(CLINIC, 0)));
	});
}

#[test]
fn a_kind_goes_back_to_its_initial_rank() {
	run(|| {
		accepted(regulation(), set(InstitutionKind::Donor, 2));
		accepted(regulation(), set(InstitutionKind::Donor, 0));
		assert_eq!(Assembly::rank_of_kind(InstitutionKind::Donor), 0);
	});
}

#[test]
fn nobody_changes_the_table_but_the_assembly_on_the_track_of_regulation() {
	run(|| {
		let others = [Origin::Accreditation, Origin::Reallocation, Origin::Emergency];
		let others = others.map(RuntimeOrigin::from);
		for origin in others.into_iter().chain([root(), signed(WU), RuntimeOrigin::none()]) {
			refused(origin, set(InstitutionKind::Donor, 1), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn no_rank_is_above_the_highest() {
	run(|| {
		accepted(regulation(), set(InstitutionKind::Donor, 2));
		refused(regulation(), set(InstitutionKind::Carrier, 3), Error::<Test>::RankTooHigh);
		refused(regulation(), set(InstitutionKind::Carrier, Rank::MAX), Error::<Test>::RankTooHigh);
	});
}

#[test]
fn the_rank_that_a_kind_has_is_not_given_again() {
	run(|| {
		refused(regulation(), set(InstitutionKind::Hospital, 1), Error::<Test>::Unchanged);
		accepted(regulation(), set(InstitutionKind::Hospital, 2));
		refused(regulation(), set(InstitutionKind::Hospital, 2), Error::<Test>::Unchanged);
	});
}
