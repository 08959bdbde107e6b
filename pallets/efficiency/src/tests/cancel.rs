//! Calling a round off.

use crate::{
	mock::*, ActiveRounds, Call, Efficiencies, Error, Event, Observations, Rosters, Snapshots,
	Stage,
};
use frame_support::dispatch::GetDispatchInfo;
use salus_primitives::{Action, Actor, Authority, RoundId};
use sp_runtime::traits::{BadOrigin, Dispatchable};

fn assert_gone(round: RoundId, stage: Stage) {
	assert_eq!(stored(round).stage, stage);
	assert!(stored(round).ended.is_some());
	assert!(!ActiveRounds::<Test>::get().contains(&round));
	assert!(Rosters::<Test>::get(round).is_none());
	assert!(Snapshots::<Test>::get(round).is_none());
	assert_eq!(Observations::<Test>::iter_prefix(round).count(), 0);
	assert_eq!(Efficiencies::<Test>::iter_prefix(round).count(), 0);
}

#[test]
fn an_open_round_is_called_off_with_its_figures() {
	run(|| {
		open(evaluation(), roster(5));
		observe(3, ROUND, figures(&[1, 1]));
		let call = Call::cancel { round: ROUND };
		accepted(root(), call.clone());
		assert_gone(ROUND, Stage::Cancelled);
		assert_eq!(last_event(), Event::RoundCancelled { round: ROUND });
		let record = records(ROUND).pop().expect("it is recorded");
		assert_eq!((record.institution, record.digest), (None, digest_of_arguments(&call)));
		assert_eq!(
			story(ROUND).pop(),
			Some((Action::RoundCancelled, Actor::Authority(Authority::Root)))
		);
	});
}

#[test]
fn a_sealed_round_is_called_off_with_what_is_proven() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let some = certificates(ROUND)[..3].to_vec();
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch_of(ROUND, some) });
		assert_eq!(Efficiencies::<Test>::iter_prefix(ROUND).count(), 3);
		accepted(root(), Call::cancel { round: ROUND });
		assert_gone(ROUND, Stage::Cancelled);
		assert_eq!(stored(ROUND).progress, Default::default());
	});
}

#[test]
fn only_the_council_calls_a_round_off_and_only_before_its_end() {
	run(|| {
		refused(root(), Call::cancel { round: ROUND }, Error::RoundNotFound);
		sealed(evaluation(), &DEAP);
		refused_with(signed(STRANGER), Call::cancel { round: ROUND }, BadOrigin.into());
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(ROUND) });
		refused(root(), Call::cancel { round: ROUND }, Error::RoundEnded);
	});
}

#[test]
fn calling_off_is_charged_by_what_is_removed() {
	run(|| {
		let charged = |round| {
			let call = RuntimeCall::from(Call::cancel { round });
			assert_eq!(call.get_dispatch_info().call_weight.ref_time(), 10_240);
			let actual = call.dispatch(root()).expect("it is called off").actual_weight;
			actual.map(|weight| weight.ref_time())
		};
		assert_eq!(charged(open(evaluation(), roster(4))), Some(4));
		assert_eq!(charged(sealed(evaluation(), &DEAP)), Some(50));
	});
}
