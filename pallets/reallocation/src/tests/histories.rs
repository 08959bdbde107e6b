//! Any history keeps the invariants, and what is locked is exactly what open plans say.

use crate::{mock::*, *};
use frame_support::weights::Weight;
use pallet_rules::{Condition, Reach};
use salus_primitives::{
	chance::{Random, Score},
	mock::MockTrail,
	time::DAY,
	ClassId, Directory, EventClaim, InstitutionId, LotId, PlanId, RecordId, Total, Trail,
	TransferId,
};

const PARTIES: [InstitutionId; 3] = [DONOR, HOSPITAL, CLINIC];
const CLASSES: [ClassId; 2] = [MASKS, VENTILATORS];

/// What an institution may have: the clinic is not licensed for ventilation.
fn classes_of(institution: InstitutionId) -> &'static [ClassId] {
	match institution {
		CLINIC => &[MASKS],
		_ => &CLASSES,
	}
}

fn line(random: &mut Random, lots: u64) -> LineOrder {
	let goods = match random.one_in(2) {
		true => Goods::Lot(LotId(random.below(lots + 1))),
		false => Goods::Class(random.pick(&CLASSES)),
	};
	let quantity = match random.below(30) {
		0 => 0,
		1 => u64::MAX,
		_ => 1 + random.below(40),
	};
	let (giver, receiver) = (random.pick(&PARTIES), random.pick(&PARTIES));
	LineOrder { giver, goods, receiver, serves: None, quantity }
}

/// Something is done, right or wrong.
fn act(random: &mut Random, score: &mut Score) {
	let lots = pallet_registry::NextLotId::<Test>::get().0;
	let transfers = pallet_circulation::NextTransferId::<Test>::get().0;
	// A recent one as often as any.
	let transfer = match random.one_in(2) {
		true => TransferId(transfers.saturating_sub(random.below(24))),
		false => TransferId(random.below(transfers + 1)),
	};
	let plan = PlanId(NextPlanId::<Test>::get().0.saturating_sub(random.below(6)));
	let who = agent_of(random.pick(&PARTIES));
	let now = MockTrail::now();
	let event = EventClaim { at: now, utc_offset: 480 };
	let (what, done) = match random.below(22) {
		0 | 1 => {
			let count = 1 + random.below(12);
			let mut lines = Vec::new();
			for _ in 0..count {
				let line = line(random, lots);
				let sound = line.giver != line.receiver && line.quantity > 0;
				if sound || random.one_in(20) {
					lines.push(line);
				}
			}
			let dispatch_by = now + random.below(6 * DAY);
			let receive_by = dispatch_by + random.below(5 * DAY);
			let decided =
				Reallocation::decide_plan(assembly(), orders(&lines), dispatch_by, receive_by);
			("decide_plan", decided.is_ok())
		}
		2 | 3 => ("carry_out", carry_out(plan, random.below(10) as u32).is_ok()),
		4 | 5 => {
			let before = FirstUnfinished::<Test>::get();
			idle(Weight::from_parts(random.below(1_000_000), 0));
			("idle", FirstUnfinished::<Test>::get() > before)
		}
		6..=8 => ("dispatch", dispatch(who, transfer).is_ok()),
		9 => ("withdraw", withdraw(who, transfer).is_ok()),
		10 | 11 => ("release", release(transfer).is_ok()),
		12 => {
			let legs = pallet_circulation::Transfers::<Test>::get(transfer)
				.map(|transfer| transfer.legs.len())
				.unwrap_or_default();
			let found = pallet_circulation::LegReceipt { accepted: 1, ..Default::default() };
			let legs = vec![found; legs].try_into().expect("few legs");
			let received = Circulation::receive(by(who), transfer, legs, None, None, event);
			("receive", received.is_ok())
		}
		13 | 14 => {
			let institution = random.pick(&PARTIES);
			let may_act = <Registry as Directory<u64>>::may_act(institution);
			if may_act {
				let class = random.pick(classes_of(institution));
				stock(institution, class, 1 + random.below(60), None);
			}
			("stock", may_act)
		}
		15 => {
			let lot = LotId(random.below(lots + 1));
			("consume", Registry::consume(by(who), lot, 1 + random.below(9), None).is_ok())
		}
		16 => {
			let institution = random.pick(&PARTIES);
			let origin = RuntimeOrigin::root();
			match random.one_in(4) {
				true => ("suspend", Registry::suspend_institution(origin, institution).is_ok()),
				false => {
					("reinstate", Registry::reinstate_institution(origin, institution).is_ok())
				}
			}
		}
		17 => {
			let condition = match random.one_in(2) {
				true => Condition::Between { least: 1, most: 1 + random.below(40) },
				false => Condition::AtMost {
					quantity: 1 + random.below(100),
					days: 30,
					to: Reach::Receiver,
				},
			};
			let origin = if random.one_in(3) { RuntimeOrigin::root() } else { by(who) };
			let clause = pallet_rules::Clause { condition, negated: false };
			let alternative = pallet_rules::Alternative::truncate_from(vec![clause]);
			let wording = pallet_rules::Wording::truncate_from(vec![alternative]);
			let class = Some(random.pick(&CLASSES));
			let written = Ruling::write_rule(origin, class, wording, Default::default());
			("write_rule", written.is_ok())
		}
		18 => {
			let plan = PlanId(random.below(NextPlanId::<Test>::get().0 + 1));
			// Somebody tidies up first, as far as that may be done.
			for (transfer, (of, _)) in Bound::<Test>::iter().collect::<Vec<_>>() {
				if of == plan {
					score.note("release", release(transfer).is_ok());
				}
			}
			("archive_plan", archive(plan).is_ok())
		}
		19 => {
			let records = MockTrail::records().len() as u64;
			let first = RecordId(records.saturating_sub(random.below(20)));
			// What is pruned stays so.
			if !MockTrail::is_pruned(first) {
				MockTrail::prune_before(first);
			}
			let plan = Archived::<Test>::iter_keys().next().unwrap_or(plan);
			("forget", Reallocation::forget(by(NOBODY), plan).is_ok())
		}
		_ => {
			let days = if random.one_in(20) { 400 } else { random.below(3) };
			turn_to(now + days * DAY + random.below(DAY));
			("time", true)
		}
	};
	score.note(what, done);
}

/// What is reserved anywhere for transfers that were decided, from two sides: by the lines of the plans, and
/// by circulation. Nothing else is proposed in these histories.
fn check_locked() {
	let mut by_lines: Total = 0;
	for (id, line, outcome) in Outcomes::<Test>::iter() {
		let Outcome::Made { transfer, quantity, .. } = outcome else { continue };
		let known = pallet_circulation::Transfers::<Test>::get(transfer);
		if known.is_some_and(|transfer| transfer.is_undispatched()) {
			assert_eq!(Bound::<Test>::get(transfer), Some((id, line)));
			by_lines += Total::from(quantity);
		}
	}
	let reserved = pallet_circulation::Transfers::<Test>::iter_values()
		.filter(|transfer| transfer.is_undispatched())
		.flat_map(|transfer| transfer.legs.into_inner());
	let by_transfers: Total = reserved.map(|leg| Total::from(leg.quantity)).sum();
	assert_eq!(by_lines, by_transfers, "what is locked is exactly the open plans");
}

#[test]
fn any_history_keeps_the_invariants() {
	let mut score = Score::default();
	for seed in 0..12 {
		stage().execute_with(|| {
			let mut random = Random(seed);
			for party in PARTIES {
				for class in classes_of(party) {
					stock(party, *class, 100 + random.below(200), None);
				}
			}
			for step in 0..200 {
				act(&mut random, &mut score);
				if step % 10 == 0 {
					check_all();
					check_locked();
				}
			}
			check_all();
			check_locked();
		});
	}
	for (what, least) in [
		("decide_plan", 1),
		("carry_out", 1),
		("idle", 1),
		("dispatch", 1),
		("withdraw", 1),
		("release", 1),
		("receive", 1),
		("stock", 1),
		("consume", 1),
		("suspend", 1),
		("reinstate", 1),
		("write_rule", 1),
		("archive_plan", 1),
		("forget", 1),
	] {
		score.expect(what, least);
	}
	score.expect_refusals(1);
}

#[test]
fn nothing_decided_is_locked_for_ever() {
	stage().execute_with(|| {
		let mut random = Random(77);
		let mut score = Score::default();
		for party in PARTIES {
			for class in classes_of(party) {
				stock(party, *class, 100 + random.below(200), None);
			}
		}
		for _ in 0..150 {
			act(&mut random, &mut score);
		}
		// Every party falls silent, and is suspended.
		for party in PARTIES {
			let _ = Registry::suspend_institution(RuntimeOrigin::root(), party);
		}
		turn_to(MockTrail::now() + 400 * DAY);
		for id in pallet_circulation::Transfers::<Test>::iter_keys().collect::<Vec<_>>() {
			let _ = release(id);
		}
		idle(Weight::MAX);
		for id in Plans::<Test>::iter_keys().collect::<Vec<_>>() {
			assert_eq!(archive(id), Ok(()), "{id:?}");
		}
		check_all();
		assert_eq!(Bound::<Test>::iter().count(), 0);
		assert_eq!(Plans::<Test>::iter().count(), 0);
		for lot in 0..pallet_registry::NextLotId::<Test>::get().0 {
			for party in PARTIES {
				assert_eq!(own(LotId(lot), party).reserved, 0);
			}
		}
	});
}
