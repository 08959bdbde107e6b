//! Random histories: whatever is tried, by whoever, the invariants hold, and what is refused leaves
//! no trace.

use crate::{mock::*, *};
use frame_support::assert_storage_noop;
use salus_primitives::{time::DAY, Capability};
use sp_runtime::DispatchResult;

/// A linear congruential generator (Knuth's MMIX constants), so that a failing history can be told
/// again by its seed.
struct Dice(u64);

impl Dice {
	fn below(&mut self, bound: u64) -> u64 {
		self.0 =
			self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
		(self.0 >> 33) % bound
	}
	fn pick<X: Clone>(&mut self, from: &[X]) -> X {
		from[self.below(from.len() as u64) as usize].clone()
	}
	/// Mostly the agent who may, now and then anybody.
	fn mostly(&mut self, right: u64) -> RuntimeOrigin {
		if self.below(8) == 0 {
			by(self.pick(&[DONOR_SENDS, DONOR_RECEIVES, HOSPITAL_SENDS, HOSPITAL_RECEIVES, NOBODY]))
		} else {
			by(right)
		}
	}
	fn shortfall(&mut self, bound: u64) -> Option<Shortfall> {
		let reason = self.pick(&[Discrepancy::Damaged, Discrepancy::Stolen, Discrepancy::Lost]);
		match self.below(3) {
			0 => Some(Shortfall { quantity: self.below(bound), reason }),
			_ => None,
		}
	}
}

fn agent_for(institution: InstitutionId, role: Role) -> u64 {
	match (institution == HOSPITAL, role) {
		(true, Role::Receive) => HOSPITAL_RECEIVES,
		(true, _) => HOSPITAL_SENDS,
		(false, Role::Receive) => DONOR_RECEIVES,
		(false, _) => DONOR_SENDS,
	}
}

/// Who proposes, and what.
fn proposal(dice: &mut Dice) -> (InstitutionId, ProposalOf<Test>) {
	let now = Books::now();
	let lots = [MASKS, SUITS, VENTILATORS];
	let legs: Vec<_> =
		(0..1 + dice.below(3)).map(|_| leg(dice.pick(&lots), dice.below(40))).collect();
	let due = now + 4 * DAY;
	let of = TransferId(dice.below(NextTransferId::<Test>::get().0 + 1));
	let (sender, to, terms) = match (dice.below(3), Transfers::<Test>::get(of)) {
		(0, Some(earlier)) => (earlier.receiver, earlier.sender, Terms::Return { of }),
		_ => {
			let (sender, to) = dice.pick(&[
				(DONOR, HOSPITAL),
				(DONOR, HOSPITAL),
				(HOSPITAL, DONOR),
				(DONOR, DONOR),
			]);
			(sender, to, dice.pick(&[Terms::Gift, Terms::Sale, Terms::Loan { due }]))
		}
	};
	let proposal = Proposal {
		to,
		from_site: None,
		to_site: None,
		terms,
		legs: legs.try_into().expect("few legs"),
		dispatch_by: now + dice.below(DAY),
		receive_by: now + DAY + dice.below(DAY),
	};
	(sender, proposal)
}

fn step(dice: &mut Dice) -> DispatchResult {
	// Mostly one of the last few, so that some get to their end.
	let next = NextTransferId::<Test>::get().0;
	let recent = if dice.below(4) == 0 { next } else { next.min(3) };
	let id = TransferId(next.saturating_sub(1 + dice.below(recent.max(1))));
	let claim = at(Books::now());
	let transfer = Transfers::<Test>::get(id);
	let legs = transfer.as_ref().map_or(1, |transfer| transfer.legs.len());
	let (sender, receiver) = transfer
		.as_ref()
		.map_or((DONOR, HOSPITAL), |transfer| (transfer.sender, transfer.receiver));
	let sends = dice.mostly(agent_for(sender, Role::Dispatch));
	let receives = dice.mostly(agent_for(receiver, Role::Receive));
	match dice.below(14) {
		0 => {
			let (sender, proposal) = proposal(dice);
			Circulation::propose(dice.mostly(agent_for(sender, Role::Dispatch)), proposal)
		}
		1 | 2 => Circulation::accept(receives, id),
		3 => Circulation::reject(receives, id).map(|_| ()).map_err(|refusal| refusal.error),
		4 => {
			let either = dice.pick(&[sends, receives]);
			Circulation::withdraw(either, id).map(|_| ()).map_err(|refusal| refusal.error)
		}
		5 | 6 => Circulation::dispatch(sends, id, None, None, None, claim)
			.map(|_| ())
			.map_err(|refusal| refusal.error),
		7 | 8 | 11 => {
			let whole = dice.below(2) == 0;
			let found: Vec<_> = (0..legs)
				.map(|index| match &transfer {
					Some(transfer) if whole => {
						let all = transfer.legs[index].outstanding();
						let arrived = all - dice.below(all / 4 + 1);
						let accepted = arrived - dice.below(arrived / 4 + 1);
						found(accepted, arrived - accepted, all - arrived)
					}
					_ => LegReceipt {
						accepted: dice.below(20),
						condition: dice.pick(&[Condition::Normal, Condition::Damaged]),
						rejected: dice.shortfall(10),
						missing: dice.shortfall(10),
						excess: dice.shortfall(3),
					},
				})
				.collect();
			Circulation::receive(receives, id, entries(&found), None, None, claim)
		}
		9 => Circulation::release(dice.mostly(NOBODY), id)
			.map(|_| ())
			.map_err(|refusal| refusal.error),
		10 | 12 => {
			let outcome = dice.pick(&[
				Outcome::Rejected(RejectedGoods::Returned),
				Outcome::Rejected(RejectedGoods::Destroyed),
				Outcome::Rejected(RejectedGoods::Delivered),
				Outcome::Missing(MissingGoods::Found),
				Outcome::Missing(MissingGoods::WrittenOff),
				Outcome::Missing(MissingGoods::Delivered),
			]);
			let origin = dice.pick(&[sends, receives, RuntimeOrigin::root()]);
			let index = dice.below(legs as u64) as u32;
			Circulation::resolve(origin, id, index, outcome, dice.below(8), None, None)
		}
		_ => {
			let sender = dice.pick(&[DONOR, HOSPITAL]);
			match dice.below(2) {
				0 => Circulation::approve_sender(receives, sender),
				_ => Circulation::revoke_sender(receives, sender),
			}
		}
	}
}

#[test]
fn whatever_is_tried_the_invariants_hold() {
	let mut ends = std::collections::BTreeSet::new();
	for seed in 0..24 {
		play(|| {
			license(DONOR, &[Capability::Ventilation]);
			let mut dice = Dice(seed);
			for _ in 0..120 {
				let again = dice.0;
				if frame_support::storage::with_storage_layer(|| step(&mut dice)).is_err() {
					// Refused once, refused again, and nothing changed.
					assert_storage_noop!(step(&mut Dice(again)).expect_err("the same refusal"));
				}
				check_all();
				turn_to(Books::now() + dice.below(DAY / 16));
			}
			ends.extend(
				Transfers::<Test>::iter_values().map(|transfer| format!("{:?}", transfer.status)),
			);
		});
	}
	assert_eq!(ends.len(), 8, "every status was reached, not only {ends:?}");
}
