use super::*;
use crate::{Error, Timeliness};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::EventClaim;

fn claim(at: u64) -> Option<Timeliness> {
	let next = written();
	assert_ok!(record(claiming(at, 480), &[lot(1)]));
	let event = live(next).event.expect("a claim was made");
	assert_eq!(event.claim, EventClaim { at, utc_offset: 480 });
	Some(event.timeliness)
}

#[test]
fn without_a_claim_there_is_no_event_time() {
	run(|| {
		record_lots([1]);
		assert_eq!(live(0).event, None);
	});
}

#[test]
fn a_claim_may_lie_ahead_by_the_drift_and_no_more() {
	run(|| {
		assert_eq!(claim(START + MAX_DRIFT), Some(Timeliness::Timely));
		for at in [START + MAX_DRIFT + 1, u64::MAX] {
			assert_noop!(record(claiming(at, 0), &[lot(1)]), Error::<Test>::EventTimeAhead);
		}
	});
}

#[test]
fn a_claim_may_lie_back_by_the_back_dating_and_no_more() {
	run(|| {
		assert_eq!(claim(START - MAX_BACKDATING), Some(Timeliness::BackDated));
		for at in [START - MAX_BACKDATING - 1, 0] {
			assert_noop!(record(claiming(at, 0), &[lot(1)]), Error::<Test>::EventTimeTooOld);
		}
	});
}

#[test]
fn a_claim_far_back_is_flagged() {
	run(|| {
		assert_eq!(claim(START), Some(Timeliness::Timely));
		assert_eq!(claim(START - BACKDATED_AFTER + 1), Some(Timeliness::Timely));
		assert_eq!(claim(START - BACKDATED_AFTER), Some(Timeliness::BackDated));
	});
}

#[test]
fn an_offset_ends_at_fourteen_hours() {
	run(|| {
		for offset in [-840, 840] {
			assert_ok!(record(claiming(START, offset), &[lot(1)]));
		}
		for offset in [-841, 841, i16::MIN, i16::MAX] {
			assert_noop!(
				record(claiming(START, offset), &[lot(1)]),
				Error::<Test>::InvalidUtcOffset
			);
		}
	});
}

#[test]
fn every_record_of_a_step_carries_its_claim() {
	run(|| {
		assert_ok!(record(claiming(START - 1, 0), &[lot(1), lot(2)]));
		assert_eq!(live(0).event, live(1).event);
		assert!(live(1).event.is_some());
	});
}
