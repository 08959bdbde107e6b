//! Any history keeps the invariants.

use crate::{mock::*, ActiveRounds, Call, NextRoundId, Stage};
use salus_analysis::dea::Basis;
use salus_primitives::RoundId;
use sp_runtime::traits::Dispatchable;

/// SplitMix64: a seed tells the whole history, so a failure can be repeated.
struct Dice(u64);

impl Dice {
	fn below(&mut self, bound: u64) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		(z ^ (z >> 31)) % bound
	}
}

/// Some call, right or wrong.
fn call(dice: &mut Dice) -> (RuntimeOrigin, Call<Test>) {
	let rounds = u64::from(NextRoundId::<Test>::get().0);
	let round = RoundId(dice.below(rounds + 1) as u32);
	let who = [root(), signed(COUNCIL), signed(STRANGER)][dice.below(3) as usize].clone();
	match dice.below(16) {
		0 => {
			let mut terms = if dice.below(4) == 0 { survey() } else { evaluation() };
			terms.observe_by = Timestamp::get() + 500;
			terms.report_by = Timestamp::get() + 500 + dice.below(500);
			(who, Call::open_round { terms, roster: roster(dice.below(7) as usize) })
		}
		1..=8 => {
			let place = dice.below(7);
			let width = 1 + dice.below(10).min(1);
			let mut value = || (dice.below(9) != 0).then(|| dice.below(12));
			let values = values((0..width).map(|_| value()).collect::<Vec<_>>());
			let call = Call::observe { round, unit: region(place as usize), values };
			(signed(100 + place), call)
		}
		9 => (who, Call::seal { round }),
		10 if dice.below(4) == 0 => (who, Call::cancel { round }),
		10 => (who, Call::close { round }),
		_ => {
			let sealed = ActiveRounds::<Test>::get()
				.into_iter()
				.find(|id| stored(*id).stage == Stage::Sealed);
			let Some(id) = sealed else { return (who, Call::close { round }) };
			let mut some: Vec<_> =
				certificates(id).into_iter().filter(|_| dice.below(2) == 0).collect();
			if let (0, Some((_, certificate))) = (dice.below(4), some.first_mut()) {
				let columns = [dice.below(9) as u16, 9];
				certificate.constant = Basis::try_from(&columns[..]).expect("it fits");
			}
			(who, Call::submit_certificates { proof: proof_of(id, some) })
		}
	}
}

#[test]
fn any_history_keeps_the_invariants() {
	let (mut accepted, mut complete, mut failed) = (0, 0, 0);
	for seed in 0..12 {
		run(|| {
			let mut dice = Dice(seed);
			for turn in 0..500 {
				let (origin, call) = call(&mut dice);
				accepted += usize::from(RuntimeCall::from(call).dispatch(origin).is_ok());
				Timestamp::set_timestamp(Timestamp::get() + dice.below(12));
				if turn % 40 == 0 {
					assert_eq!(Efficiency::do_try_state(), Ok(()), "seed {seed}, turn {turn}");
				}
			}
			for (_, round) in Efficiency::rounds(None, 64) {
				complete += usize::from(round.stage == Stage::Complete);
				failed += usize::from(matches!(round.stage, Stage::Expired | Stage::Cancelled));
			}
		});
	}
	assert!(accepted > 400, "{accepted} calls were accepted");
	assert!(complete > 12 && failed > 12, "{complete} rounds complete, {failed} failed");
}
