//! Each invariant is seen when it is broken.

use crate::{mock::*, Motions, Seats as Stored};
use salus_primitives::{mock::MockDirectory, InstitutionId, InstitutionKind, Role};

fn broken(invariant: &str, breaks: impl FnOnce()) {
	run_unchecked(|| {
		check_state();
		breaks();
		let error = Seats::do_try_state().expect_err("an invariant is broken");
		let message: &str = error.into();
		assert!(message.starts_with(&format!("seats: invariant {invariant}:")), "{message}");
	});
}

fn seat(institution: InstitutionId, speaker: u64) {
	Stored::<Test>::mutate(|seats| {
		seats.try_insert(institution, Some(speaker)).expect("there is room");
	});
	let mut members: Vec<_> = Stored::<Test>::get().values().flatten().copied().collect();
	members.sort();
	pallet_collective::Members::<Test, Collective>::put(members);
}

#[test]
fn members_are_those_who_speak() {
	broken("1", || pallet_collective::Members::<Test, Collective>::put(vec![WU, JING]));
	broken("1", || MockDirectory::set_active(HUBEI, false));
}

#[test]
fn who_speaks_is_an_agent_and_speaks_once() {
	broken("2", || seat(HUNAN, STRANGER));
	broken("2", || seat(HUNAN, WU));
	broken("2", || MockDirectory::appoint(WU, HUNAN, &[Role::Admin]));
}

#[test]
fn a_seat_belongs_to_a_commission_that_is_there() {
	broken("3", || {
		MockDirectory::appoint(STRANGER, NOBODY, &[Role::Admin]);
		Stored::<Test>::mutate(|seats| {
			seats.try_insert(NOBODY, Some(STRANGER)).expect("there is room");
		});
	});
	broken("3", || {
		MockDirectory::wind_up(HUBEI);
		pallet_collective::Members::<Test, Collective>::put(vec![JING, PAUPER]);
	});
	broken("3", || {
		MockDirectory::change(HUBEI, |entry| entry.kind = InstitutionKind::Hospital);
	});
}

#[test]
fn motions_are_counted_once_and_are_not_too_many() {
	let count = |motions: Vec<(InstitutionId, u8)>| {
		let motions: Vec<_> = motions
			.into_iter()
			.map(|(institution, number)| (institution, H256::repeat_byte(number)))
			.collect();
		Motions::<Test>::put(sp_runtime::BoundedVec::try_from(motions).expect("they fit"));
	};
	broken("4", || count(vec![(HUBEI, 1), (BEIJING, 1)]));
	broken("4", || count(vec![(HUBEI, 1), (HUBEI, 2), (HUBEI, 3)]));
}
