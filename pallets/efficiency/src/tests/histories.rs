//! Any history keeps the invariants.

use crate::{mock::*, ActiveRounds, Archived, Call, NextRoundId, Rounds, Stage};
use salus_analysis::dea::Basis;
use salus_primitives::{chance::Random, mock::MockTrail, Action, RecordId, RoundId};
use sp_runtime::traits::Dispatchable;

/// Some call, right or wrong.
fn call(random: &mut Random) -> (RuntimeOrigin, Call<Test>) {
	let rounds = u64::from(NextRoundId::<Test>::get().0);
	let round = RoundId(random.below(rounds + 1) as u32);
	let who = [root(), signed(COUNCIL), signed(STRANGER)][random.below(3) as usize].clone();
	match random.below(19) {
		0 => {
			let mut specification = if random.below(4) == 0 { survey() } else { evaluation() };
			specification.observe_by = Timestamp::get() + 500;
			specification.report_by = Timestamp::get() + 500 + random.below(500);
			(who, Call::open_round { specification, roster: roster(random.below(7) as usize) })
		}
		1..=8 => {
			let place = random.below(7);
			let width = 1 + random.below(10).min(1);
			let mut value = || (random.below(9) != 0).then(|| random.below(12));
			let values = values((0..width).map(|_| value()).collect::<Vec<_>>());
			let call = Call::observe { round, dmu: region(place as usize), values };
			(signed(100 + place), call)
		}
		9 => (who, Call::seal { round }),
		10 if random.below(4) == 0 => (who, Call::cancel { round }),
		10 => (who, Call::close { round }),
		16 | 17 => {
			let ended: Vec<_> = Rounds::<Test>::iter()
				.filter(|(_, round)| round.ended.is_some())
				.map(|(id, _)| id)
				.collect();
			let round = if ended.is_empty() { round } else { random.pick(&ended) };
			let digest = Efficiency::archive_digest(round).unwrap_or_default();
			(who, Call::archive_round { round, digest })
		}
		18 => (who, Call::forget_round { round }),
		_ => {
			let sealed = ActiveRounds::<Test>::get()
				.into_iter()
				.find(|id| stored(*id).stage == Stage::Sealed);
			let Some(id) = sealed else { return (who, Call::close { round }) };
			let mut some: Vec<_> =
				certificates(id).into_iter().filter(|_| random.below(2) == 0).collect();
			if let (0, Some((_, certificate))) = (random.below(4), some.first_mut()) {
				let columns = [random.below(9) as u16, 9];
				certificate.constant = Basis::try_from(&columns[..]).expect("it fits");
			}
			(who, Call::submit_certificates { batch: batch_of(id, some) })
		}
	}
}

#[test]
fn any_history_keeps_the_invariants() {
	let mut accepted = 0;
	let (mut complete, mut failed, mut archived, mut reports, mut forgotten) = (0, 0, 0, 0, 0);
	for seed in 0..12 {
		run(|| {
			let mut random = Random(seed);
			for turn in 0..800 {
				let (origin, call) = call(&mut random);
				accepted += usize::from(RuntimeCall::from(call).dispatch(origin).is_ok());
				Timestamp::set_timestamp(Timestamp::get() + random.below(12));
				if random.one_in(20) {
					let records = MockTrail::records().len() as u64;
					MockTrail::prune_before(RecordId(random.below(records + 1)));
				}
				if turn % 40 == 0 {
					assert_eq!(Efficiency::do_try_state(), Ok(()), "seed {seed}, turn {turn}");
				}
			}
			for id in (0..NextRoundId::<Test>::get().0).map(RoundId) {
				let has = |actions: &[Action]| {
					usize::from(story(id).iter().any(|(action, _)| actions.contains(action)))
				};
				complete += has(&[Action::RoundCompleted]);
				failed += has(&[Action::RoundExpired, Action::RoundCancelled]);
				archived += has(&[Action::RoundArchived]);
				let left = Archived::<Test>::get(id);
				reports += usize::from(left.is_some_and(|left| left.report.is_some()));
				forgotten += usize::from(left.is_none() && !Rounds::<Test>::contains_key(id));
			}
		});
	}
	assert!(accepted > 400, "{accepted} calls were accepted");
	assert!(complete > 12 && failed > 12, "{complete} rounds complete, {failed} failed");
	assert!(archived > 24 && reports > 12, "{archived} rounds are archived, {reports} reported");
	assert!(forgotten > 6, "{forgotten} rounds are forgotten");
}
