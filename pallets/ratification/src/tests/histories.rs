//! Any history keeps the invariants, and what stands without the assembly's word does not last.

use crate::{mock::*, ActState, Call};
use alloc::collections::BTreeMap;
use frame_support::traits::UnfilteredDispatchable;
use salus_primitives::{
	chance::{Random, Score},
	mock::MockDirectory,
	Effect, InstitutionId, Matter, Moment,
};

/// What this test knows by itself of an institution: how it stands by the word of those who may decide for
/// good, and until when the council must leave it alone.
struct Known {
	ratified: Effect,
	spent_until: Moment,
}

fn institution(random: &mut Random) -> InstitutionId {
	InstitutionId(random.below(u64::from(MockDirectory::next_institution().0) + 1) as u32)
}

/// One turn of a history.
fn turn(random: &mut Random, known: &mut BTreeMap<InstitutionId, Known>, score: &mut Score) {
	let id = institution(random);
	let matter = Matter::Standing(id);
	let now = Timestamp::get();
	let pending = Ratification::act(matter).filter(|act| act.state == ActState::Pending);
	let spends = |known: &mut BTreeMap<InstitutionId, Known>| {
		if let (Some(act), Some(entry)) = (pending, known.get_mut(&id)) {
			entry.spent_until = act.lapses_at.max(now) + COOLING;
		}
	};
	match random.below(12) {
		0..=2 => {
			let Some(effect) = opposite(id) else { return score.note("suspend", false) };
			let done = act(COUNCIL, id, effect).is_ok();
			score.note("council", done);
			let cool = known.get(&id).is_none_or(|entry| now >= entry.spent_until);
			assert!(!done || cool || pending.is_some(), "the council acts on what is spent");
			if done {
				spends(known);
			}
		}
		3 => {
			let by = random.pick(&[BY_ASSEMBLY, BY_ROOT]);
			let Some(effect) = opposite(id) else { return score.note("assembly", false) };
			let done = act(by, id, effect).is_ok();
			score.note("assembly", done);
			if let Some(entry) = known.get_mut(&id).filter(|_| done) {
				entry.ratified = effect;
			}
			if done {
				spends(known);
			}
		}
		4 => {
			let by = random.pick(&[COUNCIL, BY_ASSEMBLY]);
			// What the council admits is suspended again unless it is ratified.
			let ratified = if by == COUNCIL { Effect::OutOfForce } else { Effect::InForce };
			known.insert(admit(by), Known { ratified, spent_until: 0 });
		}
		5 if random.one_in(6) => {
			if known.remove(&id).is_some() {
				wind_up(id);
				score.note("wind_up", true);
			}
		}
		5 | 6 => {
			let origin = random.pick(&[root(), signed(ASSEMBLY), signed(STRANGER)]);
			let call = Call::<Test>::ratify { matter };
			let done = call.dispatch_bypass_filter(origin).is_ok();
			score.note("ratify", done);
			if let Some(entry) = known.get_mut(&id).filter(|_| done) {
				entry.ratified = stands(id).expect("it stands somehow");
			}
		}
		7 | 8 => {
			let call = Call::<Test>::lapse { matter };
			let explained = Ratification::explain_lapse(matter).obstacles.is_empty();
			let done = call.dispatch_bypass_filter(signed(STRANGER)).is_ok();
			assert_eq!(done, explained, "what is explained is what happens");
			score.note("lapse", done);
			if done {
				spends(known);
			}
		}
		9 => {
			let call = Call::<Test>::clear { matter };
			let done = call.dispatch_bypass_filter(signed(STRANGER)).is_ok();
			score.note("clear", done);
		}
		10 => World::crowd(random.one_in(3)),
		_ => pass(random.below(TERM)),
	}
}

/// How an institution does not stand.
fn opposite(institution: InstitutionId) -> Option<Effect> {
	stands(institution).map(|stands| match stands {
		Effect::InForce => Effect::OutOfForce,
		Effect::OutOfForce => Effect::InForce,
	})
}

#[test]
fn any_history_keeps_the_invariants_and_no_haste_lasts() {
	let mut score = Score::default();
	for seed in 0..16 {
		run(|| {
			let mut random = Random(seed);
			let mut known: BTreeMap<_, _> = [HOSPITAL, SUPPLIER, OUTSIDER]
				.map(|id| (id, Known { ratified: Effect::InForce, spent_until: 0 }))
				.into();
			for number in 0..300 {
				turn(&mut random, &mut known, &mut score);
				assert_eq!(Ratification::do_try_state(), Ok(()), "seed {seed}, turn {number}");
			}
			// Whoever wants to ends all haste.
			World::crowd(false);
			pass(TERM);
			for id in known.keys() {
				let lapse = Call::<Test>::lapse { matter: Matter::Standing(*id) };
				let _ = lapse.dispatch_bypass_filter(signed(STRANGER));
			}
			assert!(Ratification::pending(None, 256).acts.is_empty(), "seed {seed}");
			for (id, entry) in &known {
				assert_eq!(stands(*id), Some(entry.ratified), "seed {seed}, {id:?}");
			}
			pass(2 * (TERM + COOLING));
			for id in known.keys() {
				let clear = Call::<Test>::clear { matter: Matter::Standing(*id) };
				let _ = clear.dispatch_bypass_filter(signed(STRANGER));
			}
			assert_eq!(Ratification::acts_behind(None).count(), 0, "seed {seed}");
		});
	}
	for (what, least) in [
		("council", 200),
		("assembly", 100),
		("ratify", 30),
		("lapse", 40),
		("clear", 10),
		("wind_up", 10),
	] {
		score.expect(what, least);
	}
	score.expect_refusals(100);
}
