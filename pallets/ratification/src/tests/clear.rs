//! Clearing.

use crate::{mock::*, Call, Error, Event};
use frame_support::dispatch::Pays;
use sp_runtime::DispatchError;

const CLEAR: Call<Test> = Call::clear { matter: STANDING };

#[test]
fn what_has_cooled_is_cleared_by_anybody() {
	run(|| {
		spent();
		Timestamp::set_timestamp(COOL - 1);
		refused(signed(STRANGER), CLEAR, Error::<Test>::CoolingNotOver);
		Timestamp::set_timestamp(COOL);
		assert_eq!(accepted_silently(signed(STRANGER), CLEAR), Pays::No);
		last_event(Event::ActCleared { matter: STANDING });
		assert_eq!(Ratification::act(STANDING), None);
		refused(signed(STRANGER), CLEAR, Error::<Test>::ActNotFound);
	});
}

#[test]
fn a_pending_act_is_not_cleared() {
	run(|| {
		suspended_in_haste();
		pass(TERM + COOLING);
		refused(signed(STRANGER), CLEAR, Error::<Test>::StillPending);
	});
}

#[test]
fn who_clears_signs() {
	run(|| {
		spent();
		Timestamp::set_timestamp(COOL);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, CLEAR, DispatchError::BadOrigin);
		}
	});
}
