//! In any history, a plan that is carried out is the best one over the pairs that there are, and every invariant
//! holds; whatever is posted, and whatever rules are written meanwhile.

use super::{
	barring, let_prove,
	mutations::{mutate, problem, solved},
	submit, submit_bars, PROVING,
};
use crate::{mock::*, Allocations, AskedBy, Call, GivenBy, Lines, Method, Pallet, Stage};
use frame_support::{assert_ok, storage::with_storage_layer, traits::UnfilteredDispatchable};
use pallet_needs::NextOfferId;
use pallet_rules::{Alternative, Clause, Condition, NextRuleId, Party, Wording};
use salus_analysis::transport::totals;
use salus_primitives::{
	chance::{Random, Score},
	AllocationId, EmergencyId, InstitutionId, InstitutionKind, OfferId, RuleId,
};
use sp_runtime::DispatchResult;

const NEEDY: [InstitutionId; 4] = [HOSPITAL, CLINIC, CENTRE, CITY];
const GIVERS: [InstitutionId; 3] = [DONOR, SUPPLIER, FAR];

/// Does something as a transaction: wholly or not at all.
fn does(call: impl FnOnce() -> DispatchResult) -> bool {
	with_storage_layer(call).is_ok()
}

/// An institution needs some masks.
fn publish(random: &mut Random) -> bool {
	let (who, request) = (agent_of(random.pick(&NEEDY)), wanted(1 + random.below(40)));
	does(|| NeedsPallet::publish_need(by(who), request))
}

/// An institution offers some of a new lot.
fn offer(random: &mut Random) -> bool {
	let institution = random.pick(&GIVERS);
	let quantity = 1 + random.below(40);
	let expiry = random.pick(&[None, day(2020, 6, 1), day(2020, 12, 1)]);
	let to_wuhan = random.one_in(3);
	does(|| {
		let mut supply = supply(stock(institution, MASKS, quantity, expiry), quantity);
		if to_wuhan {
			supply.scope.regions = vec![code("CN-WH")].try_into().expect("one region");
		}
		NeedsPallet::make_offer(by(agent_of(institution)), supply)
	})
}

/// The pairs of an allocation that the rules forbid, as they are.
fn forbidden(id: AllocationId) -> Vec<(u16, u16)> {
	let (needs, offers) = (AskedBy::<Test>::get(id), GivenBy::<Test>::get(id));
	let is_barred = |(offer, need): &(u16, u16)| {
		let (of, to) = (&offers[usize::from(*offer)], &needs[usize::from(*need)]);
		Pallet::<Test>::is_pair_barred(of, to)
	};
	super::pairs(id).into_iter().filter(is_barred).collect()
}

/// Somebody posts a plan: the best one as far as is known, or one that was tampered with, with or without bars.
fn post(random: &mut Random, id: AllocationId) -> bool {
	let mut bars = forbidden(id);
	bars.truncate(random.below(4) as usize);
	let mut plan = solved(id, if random.one_in(3) { &[] } else { &bars });
	if random.one_in(3) {
		mutate(random, &mut plan);
	}
	does(|| submit(barring(plan, &bars)))
}

/// Somebody names pairs, of which some are forbidden.
fn bar(random: &mut Random, id: AllocationId) -> bool {
	let mut bars = forbidden(id);
	bars.truncate(1 + random.below(2) as usize);
	if random.one_in(3) {
		bars.push((random.below(4) as u16, random.below(4) as u16));
	}
	does(|| submit_bars(id, &bars))
}

/// An institution writes a rule of its own, or takes one back.
fn rule(random: &mut Random) -> bool {
	let who = by(agent_of(random.pick(&GIVERS)));
	let rules = NextRuleId::<Test>::get().0;
	if rules > 4 || (rules > 0 && random.one_in(3)) {
		let rule = RuleId(random.below(u64::from(rules)) as u32);
		return does(|| Ruling::withdraw_rule(who, rule));
	}
	let condition = match random.one_in(2) {
		true => Condition::OfKind { party: Party::Receiver, kind: InstitutionKind::Hospital },
		false => Condition::Within { party: Party::Receiver, region: code("CN-WH") },
	};
	let alternative = Alternative::truncate_from(vec![Clause { condition, negated: false }]);
	let wording = Wording::truncate_from(vec![alternative]);
	does(|| Ruling::write_rule(who, Some(MASKS), wording, H256::zero()))
}

/// An allocation that runs, has been opened now, or is deciding.
fn deciding(emergency: EmergencyId) -> Option<AllocationId> {
	if Emergencies::running().is_empty() {
		pass(HOUR);
		let call = Call::<Test>::open_allocation { emergency, class: MASKS };
		call.dispatch_bypass_filter(by(ASSEMBLY)).ok()?;
	}
	let id = *Emergencies::running().first()?;
	for _ in 0..20 {
		let allocation = Allocations::<Test>::get(id)?;
		match allocation.stage {
			Stage::Deciding { .. } => return Some(id),
			Stage::Ended { .. } => return None,
			_ => {
				assert_ok!(advance(id));
			}
		}
	}
	None
}

/// One turn of a history.
fn turn(random: &mut Random, score: &mut Score, emergency: EmergencyId) {
	let (what, done) = match random.below(16) {
		0 | 1 => ("publish", publish(random)),
		2 | 3 => ("offer", offer(random)),
		4..=7 => match deciding(emergency) {
			Some(id) => ("plan", post(random, id)),
			None => ("nothing to decide", true),
		},
		8 | 9 => match deciding(emergency) {
			Some(id) => ("bars", bar(random, id)),
			None => ("nothing to decide", true),
		},
		10 => ("rule", rule(random)),
		11 | 12 => {
			let running = Emergencies::running().first().copied();
			("advance", running.is_some_and(|id| does(|| advance(id))))
		}
		13 => {
			idle(random.below(12_000));
			("idle", true)
		}
		14 => {
			let offers = NextOfferId::<Test>::get().0;
			let offer = OfferId(offers.saturating_sub(1 + random.below(6)));
			let giver = pallet_needs::Offers::<Test>::get(offer).map(|offer| offer.institution);
			let withdrawn = giver.is_some_and(|giver| does(|| withdraw_offer(giver, offer)));
			("withdraw", withdrawn)
		}
		_ => {
			pass(random.below(PROVING));
			("minutes", true)
		}
	};
	score.note(what, done);
}

/// Whatever was proven is as good as the best plan over the pairs that are left.
fn check_proven(score: &mut Score) {
	for (id, allocation) in Allocations::<Test>::iter() {
		match allocation.method {
			Some(Method::Proven) => {
				let problem = problem(id);
				let best = totals(&problem, &solved(id, &[]).flows);
				assert_eq!(totals(&problem, &Lines::<Test>::get(id)), best, "{id:?}");
				score.note("proven", true);
			}
			Some(Method::Greedy) => score.note("greedy", true),
			None => {}
		}
	}
}

#[test]
fn whatever_is_posted_the_best_plan_is_carried_out_or_the_greedy_one() {
	let mut score = Score::default();
	for seed in 0..6 {
		stage().execute_with(|| {
			let mut random = Random(seed);
			let_prove();
			let emergency = masks_in_hubei();
			for number in 0..200 {
				turn(&mut random, &mut score, emergency);
				if number % 20 == 0 {
					check_all();
				}
			}
			check_all();
			check_proven(&mut score);
		});
	}
	for (what, least) in [
		("publish", 24),
		("offer", 36),
		("plan", 12),
		("bars", 1),
		("rule", 6),
		("advance", 12),
		("proven", 3),
		("greedy", 1),
	] {
		score.expect(what, least);
	}
	score.expect_refusals(36);
}
