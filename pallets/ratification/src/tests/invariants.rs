//! Each invariant is seen when it is broken.

use crate::{mock::*, ActState, Acts, HastyAct};
use salus_primitives::{mock::MockDirectory, Effect, Matter};

fn broken(invariant: &str, breaks: impl FnOnce()) {
	run_unchecked(|| {
		suspended_in_haste();
		assert_eq!(Ratification::do_try_state(), Ok(()));
		breaks();
		let error = Ratification::do_try_state().expect_err("an invariant is broken");
		let message: &str = error.into();
		assert!(message.starts_with(&format!("ratification: invariant {invariant}:")), "{message}");
	});
}

fn kept(change: impl FnOnce(&mut HastyAct)) {
	Acts::<Test>::mutate(STANDING, |act| change(act.as_mut().expect("the act is kept")));
}

#[test]
fn acts_are_of_matters_that_are_there() {
	broken("1", || MockDirectory::wind_up(HOSPITAL));
	broken("1", || {
		kept(|act| act.state = ActState::Spent { until: COOL });
		MockDirectory::wind_up(HOSPITAL);
	});
	broken("1", || {
		Acts::<Test>::insert(Matter::Standing(NOBODY), suspension(ActState::Pending));
	});
}

#[test]
fn a_matter_stands_as_its_pending_act_left_it() {
	broken("2", || MockDirectory::set_active(HOSPITAL, true));
	broken("2", || kept(|act| act.effect = Effect::InForce));
}

#[test]
fn the_times_of_an_act_are_in_order() {
	broken("3", || kept(|act| act.acted_at = NOW + 1));
	broken("3", || kept(|act| act.lapses_at = NOW - 1));
	broken("3", || kept(|act| act.state = ActState::Spent { until: NOW + TERM - 1 }));
}
