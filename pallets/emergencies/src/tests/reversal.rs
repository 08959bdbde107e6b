//! What ratification asks and undoes.

use crate::{mock::*, EmergencyEnding, Error, Hasty};
use frame_support::{assert_noop, assert_ok};
use pallet_ratification::Error as RatificationError;
use salus_primitives::{
	mock::MockTrail, time::DAY, Act, Action, Actor, Effect, EmergencyId, Reversal, Step, Subject,
};
use sp_runtime::DispatchError;

fn effect_of(id: EmergencyId) -> Option<Effect> {
	<Emergencies as Reversal<u64, EmergencyId>>::effect_of(id)
}

fn step() -> Step<u64> {
	Step::new(Act::by(Actor::Account(STRANGER)), Action::ActLapsed, &())
}

#[test]
fn an_emergency_stands_as_acts_left_it() {
	run(|| {
		assert_eq!(effect_of(NOTHING), None);
		let id = in_haste();
		assert_eq!(effect_of(id), Some(Effect::InForce));
		// Neither its term nor its end is an act.
		turn_to(NOW + TERM);
		assert_eq!(effect_of(id), Some(Effect::InForce));
		turn_to(NOW + 20 * DAY);
		assert_eq!(effect_of(id), Some(Effect::InForce));
		let other = declared(ASSEMBLY, of_one("CN-SH", MASKS));
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), other));
		assert_eq!(effect_of(other), Some(Effect::OutOfForce));
	});
}

#[test]
fn what_is_let_lapse_is_ended_for_good() {
	run(|| {
		let id = in_haste();
		turn_to(NOW + TERM - 1);
		assert_noop!(lapse(id), RatificationError::<Test>::TermNotOver);
		turn_to(NOW + TERM + HOUR);
		events();
		assert_ok!(lapse(id));
		let ratify_by = NOW + TERM;
		let known = stored(id);
		assert_eq!(known.ended, Some((EmergencyEnding::NotRatified, NOW + TERM + HOUR)));
		assert_eq!(known.hasty, Hasty::Pending { ratify_by });
		assert_eq!(effect_of(id), Some(Effect::OutOfForce));
		let record = MockTrail::records_of(&Subject::Emergency(id)).pop().expect("there is one");
		assert_eq!((record.action, record.actor), (Action::ActLapsed, Actor::Account(STRANGER)));
		// Ratification tells of it; nothing changes here that was not so before.
		assert!(events().is_empty());
	});
}

#[test]
fn what_is_over_is_let_lapse_as_well() {
	run(|| {
		let id = declared(COUNCIL, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		turn_to(NOW + DAY + COOLING);
		assert_ok!(close(id));
		assert_ok!(lapse(id));
		assert_eq!(stored(id).ended, Some((EmergencyEnding::NotRatified, now())));
	});
}

#[test]
fn what_is_ended_is_not_undone() {
	run(|| {
		let id = declared(ASSEMBLY, of_one("CN-HB", MASKS));
		let undo =
			|id, effect| <Emergencies as Reversal<u64, EmergencyId>>::undo(&mut step(), id, effect);
		assert_noop!(undo(id, Effect::OutOfForce), DispatchError::Unavailable);
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), id));
		assert_noop!(undo(id, Effect::InForce), Error::<Test>::NotInForce);
		assert_noop!(undo(id, Effect::OutOfForce), DispatchError::Unavailable);
		assert_noop!(undo(NOTHING, Effect::InForce), Error::<Test>::EmergencyNotFound);
	});
}

#[test]
fn records_are_on_what_is_there() {
	run(|| {
		let record = |id| <Emergencies as Reversal<u64, EmergencyId>>::record(&mut step(), id);
		assert_noop!(record(NOTHING), Error::<Test>::EmergencyNotFound);
		let id = in_haste();
		assert_ok!(record(id));
		let newest = MockTrail::newest(&Subject::Emergency(id));
		assert_eq!(stored(id).newest_record, newest);
		assert_eq!(MockTrail::records_of(&Subject::Emergency(id)).len(), 2);
	});
}
