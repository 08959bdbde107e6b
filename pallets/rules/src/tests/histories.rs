//! Random histories: whatever is tried, by whoever, the invariants hold, and what is refused leaves no
//! trace.

use crate::{mock::*, *};
use frame_support::assert_storage_noop;
use salus_primitives::{
	chance::Random,
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Action, InstitutionId, InstitutionKind, Line, Movement, Priority, RecordId, RuleId, TermsKind,
	Trail, TransferId,
};
use sp_runtime::DispatchResult;

const KINDS: [InstitutionKind; 3] =
	[InstitutionKind::HealthCommission, InstitutionKind::Carrier, InstitutionKind::Hospital];
const INSTITUTIONS: [InstitutionId; 5] = [HOSPITAL, CLINIC, DONOR, COMMISSION, CARRIER];

fn anybody(random: &mut Random) -> RuntimeOrigin {
	let all = [HOSPITAL_ADMIN, HOSPITAL_SENDS, CLINIC_ADMIN, DONOR_ADMIN, COMMISSION_SIGNS, NOBODY];
	match random.below(3) {
		0 => root(),
		_ => by(random.pick(&all)),
	}
}

fn condition(random: &mut Random) -> Condition {
	let party = random.pick(&[Party::Sender, Party::Receiver, Party::Carrier]);
	let small = random.below(50);
	match random.below(12) {
		0 => Condition::OfKind { party, kind: random.pick(&KINDS) },
		1 => Condition::Within { party, region: code(random.pick(&["CN", "CN-HB", "CN-WH"])) },
		2 => Condition::ShelfLife { days: small as u16 },
		3 => Condition::KeepsUnits { units: small },
		4 => Condition::KeepsDays { days: small as u16 },
		5..=7 => {
			let to = random.pick(&[Reach::Receiver, Reach::Region, Reach::Everybody]);
			let days = random.pick(&[0, 1, 7]);
			Condition::AtMost { quantity: small * 4, days, to }
		}
		8 => terms(&[random.pick(&[TermsKind::Gift, TermsKind::Return])]),
		9 => Condition::Serves { priority: Priority::Urgent },
		_ => {
			let signing = random.pick(&[Signing::Pair, Signing::Transfer]);
			Condition::CoSigned { kind: random.pick(&KINDS), signing }
		}
	}
}

fn some_wording(random: &mut Random) -> Wording {
	let alternatives: Vec<Vec<Clause>> = (0..1 + random.below(3))
		.map(|_| {
			(0..1 + random.below(2))
				.map(|_| Clause { condition: condition(random), negated: random.one_in(4) })
				.collect()
		})
		.collect();
	let alternatives: Vec<&[Clause]> = alternatives.iter().map(Vec::as_slice).collect();
	wording(&alternatives)
}

fn movement(random: &mut Random) -> Movement {
	let lines = (0..1 + random.below(2))
		.map(|_| {
			let expires_at = RECEIVE_BY + random.below(60) * DAY;
			Line {
				class: random.pick(&[MASKS, SUITS]),
				quantity: random.below(40),
				expires_at: random.maybe(expires_at),
			}
		})
		.collect();
	let sender = random.pick(&[HOSPITAL, DONOR]);
	Movement {
		sender,
		owner: random.pick(&[sender, COMMISSION]),
		receiver: random.pick(&[CLINIC, COMMISSION, CARRIER]),
		terms: random.pick(&[TermsKind::Gift, TermsKind::Gift, TermsKind::Return]),
		serves: random.pick(&[None, Some(Priority::Stat)]),
		lines,
		..masks(0)
	}
}

fn some_rule(random: &mut Random) -> RuleId {
	let stored: Vec<_> = Rules::<Test>::iter_keys().collect();
	if stored.is_empty() || random.one_in(4) {
		return RuleId(random.below(u64::from(NextRuleId::<Test>::get().0) + 1) as u32);
	}
	random.pick(&stored)
}

/// The transfers that are proposed, with what they are of.
type Proposed = Vec<(TransferId, Movement)>;

fn step(random: &mut Random, proposed: &mut Proposed) -> DispatchResult {
	let rule = some_rule(random);
	let origin = anybody(random);
	let until = MockTrail::now() + random.below(3 * DAY);
	let signed = match random.below(2) {
		0 => Signed::Pair { sender: random.pick(&[HOSPITAL, DONOR]), receiver: CLINIC },
		_ => Signed::Transfer(TransferId(random.below(8))),
	};
	let kind = random.pick(&KINDS);
	match random.below(20) {
		0 | 1 => {
			let class = random.pick(&[None, Some(MASKS), Some(SUITS)]);
			Ruling::write_rule(origin, class, some_wording(random), DIGEST)
		}
		2 => Ruling::amend_rule(origin, rule, some_wording(random), DIGEST),
		3 => Ruling::pause_rule(origin, rule),
		4 => Ruling::resume_rule(origin, rule),
		5 => Ruling::withdraw_rule(origin, rule),
		6..=9 => {
			let signer = random.pick(&[COMMISSION_SIGNS, CARRIER_SIGNS, HOSPITAL_SENDS]);
			Ruling::co_sign(by(signer), rule, signed, until)
		}
		10 => {
			let listed: Vec<_> = Signatures::<Test>::iter_keys().collect();
			let (rule, (signed, kind)) = match listed.is_empty() {
				true => (rule, (signed, kind)),
				false => random.pick(&listed),
			};
			match random.below(2) {
				0 => Ruling::revoke_signature(by(COMMISSION_SIGNS), rule, signed, kind),
				_ => {
					let of = random.pick(&INSTITUTIONS);
					Ruling::expire_signature(by(NOBODY), rule, signed, kind, of)
				}
			}
		}
		11 => {
			let listed: Vec<_> = Counts::<Test>::iter_keys().collect();
			if listed.is_empty() {
				return Ok(());
			}
			let (rule, key) = random.pick(&listed);
			Ruling::clear_count(by(NOBODY), rule, key)
		}
		12 => Ruling::forget_rule(by(NOBODY), rule),
		13..=16 => {
			let movement = movement(random);
			proposed.extend(propose(&movement).map(|id| (id, movement)));
			Ok(())
		}
		17 | 18 if !proposed.is_empty() => {
			let place = random.below(proposed.len() as u64) as usize;
			let (id, movement) = proposed[place].clone();
			let gone = random.one_in(2) || dispatch(id, &movement);
			if gone {
				end(id);
				proposed.remove(place);
			}
			Ok(())
		}
		_ => {
			change_the_world(random);
			Ok(())
		}
	}
}

fn change_the_world(random: &mut Random) {
	let institution = random.pick(&INSTITUTIONS);
	match random.below(8) {
		0 => MockDirectory::set_active(institution, false),
		1 => MockDirectory::wind_up(institution),
		2 | 3 => INSTITUTIONS.iter().for_each(|id| MockDirectory::set_active(*id, true)),
		4 => MockDirectory::change(institution, |entry| entry.kind = random.pick(&KINDS)),
		5 => {
			let region = code(random.pick(&["CN-HB", "CN-SH", "CN-WH"]));
			MockDirectory::change(institution, |entry| entry.region = region);
		}
		6 => {
			let records = MockTrail::records().len() as u64;
			let first = RecordId(random.below(records + 1));
			// What is pruned stays pruned.
			if !MockTrail::is_pruned(first) {
				MockTrail::prune_before(first);
			}
		}
		_ => set_level(institution, MASKS, random.below(200).into(), random.below(9_000).into()),
	}
}

#[test]
fn whatever_is_tried_the_invariants_hold() {
	let mut actions = Vec::new();
	let (mut left, mut counts) = (0, 0);
	for seed in 0..24 {
		play(|| {
			let mut random = Random(seed);
			let mut proposed = Proposed::new();
			for _ in 0..160 {
				let (again, before) = (random.0, proposed.clone());
				let told =
					frame_support::storage::with_storage_layer(|| step(&mut random, &mut proposed));
				if told.is_err() {
					// Refused once, refused again, and nothing changed.
					let retry = || step(&mut Random(again), &mut before.clone());
					assert_storage_noop!(retry().expect_err("the same refusal"));
				}
				check_all();
				counts += Counts::<Test>::iter().count();
				let pause = if random.one_in(20) { 9 * DAY } else { DAY / 8 };
				turn_to(MockTrail::now() + random.below(pause));
			}
			left += proposed.len();
			// Whoever proposed comes to an end, and nothing is kept of it.
			proposed.into_iter().for_each(|(id, _)| end(id));
			assert_eq!(waiting(), []);
			assert_eq!(Passages::<Test>::iter().count(), 0);
			check_all();
			empty(&mut random);
			actions.extend(MockTrail::records().into_iter().map(|record| record.action));
		});
	}
	assert!(left > 0 && counts > 0, "{left} left, {counts} counts");
	for action in [
		Action::RuleWritten,
		Action::RuleAmended,
		Action::RulePaused,
		Action::RuleResumed,
		Action::RuleWithdrawn,
		Action::CoSigned,
		Action::SignatureRevoked,
		Action::SignatureExpired,
	] {
		assert!(actions.contains(&action), "no step was {action:?}");
	}
}

/// All that is kept can be taken out by governance and by anybody.
fn empty(random: &mut Random) {
	for rule in Rules::<Test>::iter_keys().collect::<Vec<_>>() {
		Ruling::withdraw_rule(root(), rule).expect("governance withdraws anything");
		if random.one_in(3) {
			check_all();
		}
	}
	for (rule, key) in Counts::<Test>::iter_keys().collect::<Vec<_>>() {
		Ruling::clear_count(by(NOBODY), rule, key).expect("the rule is withdrawn");
	}
	for (rule, (signed, kind), listed) in Signatures::<Test>::iter().collect::<Vec<_>>() {
		for signature in listed {
			Ruling::expire_signature(by(NOBODY), rule, signed, kind, signature.by)
				.expect("the rule is withdrawn");
		}
	}
	check_all();
	MockTrail::prune_before(RecordId(u64::MAX));
	for rule in Withdrawn::<Test>::iter_keys().collect::<Vec<_>>() {
		Ruling::forget_rule(by(NOBODY), rule).expect("nothing is left under it");
	}
	assert_eq!(Index::<Test>::get(), RuleIndex::default());
	let left = OwnRules::<Test>::iter().count()
		+ Withdrawn::<Test>::iter().count()
		+ SignaturesGiven::<Test>::iter().count();
	assert_eq!(left, 0);
}
