//! Random histories: whatever is tried, by whoever, the invariants hold, and what is refused leaves
//! no trace.

use crate::{mock::*, *};
use frame_support::assert_storage_noop;
use salus_primitives::{
	mock::{MockTrail, Random},
	time::DAY,
	Capability, InstitutionId, Role, SiteNumber, Trail, TransferId,
};
use sp_runtime::DispatchResult;

/// Mostly the agent who may, now and then anybody.
fn mostly(random: &mut Random, right: u64) -> RuntimeOrigin {
	let anybody = [DONOR_SENDS, DONOR_RECEIVES, HOSPITAL_SENDS, HOSPITAL_RECEIVES, NOBODY];
	by(if random.one_in(8) { random.pick(&anybody) } else { right })
}

fn some_shortfall(random: &mut Random, bound: u64) -> Option<Shortfall> {
	let reason = random.pick(&[Discrepancy::Damaged, Discrepancy::Stolen, Discrepancy::Lost]);
	let quantity = random.below(bound);
	random.one_in(3).then_some(Shortfall { quantity, reason })
}

fn some_site(random: &mut Random) -> Option<SiteNumber> {
	let number = random.below(2) as u16;
	random.one_in(3).then_some(SiteNumber(number))
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
fn proposal(random: &mut Random) -> (InstitutionId, ProposalOf<Test>) {
	let now = MockTrail::now();
	let lots = [MASKS, SUITS, VENTILATORS];
	let legs: Vec<_> =
		(0..1 + random.below(3)).map(|_| leg(random.pick(&lots), random.below(40))).collect();
	let due = now + 4 * DAY;
	let of = TransferId(random.below(NextTransferId::<Test>::get().0 + 1));
	let (sender, to, terms) = match (random.below(3), Transfers::<Test>::get(of)) {
		(0, Some(earlier)) => (earlier.receiver, earlier.sender, Terms::Return { of }),
		_ => {
			let (sender, to) = random.pick(&[
				(DONOR, HOSPITAL),
				(DONOR, HOSPITAL),
				(HOSPITAL, DONOR),
				(DONOR, DONOR),
			]);
			(sender, to, random.pick(&[Terms::Gift, Terms::Sale, Terms::Loan { due }]))
		}
	};
	let proposal = Proposal {
		to,
		from_site: some_site(random),
		to_site: some_site(random),
		terms,
		legs: legs.try_into().expect("few legs"),
		dispatch_by: now + random.below(DAY),
		receive_by: now + DAY + random.below(DAY),
	};
	(sender, proposal)
}

fn step(random: &mut Random) -> DispatchResult {
	// Mostly one of the last few, so that some get to their end.
	let next = NextTransferId::<Test>::get().0;
	let recent = if random.below(4) == 0 { next } else { next.min(3) };
	let id = TransferId(next.saturating_sub(1 + random.below(recent.max(1))));
	let claim = at(MockTrail::now());
	let transfer = Transfers::<Test>::get(id);
	let legs = transfer.as_ref().map_or(1, |transfer| transfer.legs.len());
	let (sender, receiver) = transfer
		.as_ref()
		.map_or((DONOR, HOSPITAL), |transfer| (transfer.sender, transfer.receiver));
	let sends = mostly(random, agent_for(sender, Role::Dispatch));
	let receives = mostly(random, agent_for(receiver, Role::Receive));
	match random.below(14) {
		0 => {
			let (sender, proposal) = proposal(random);
			Circulation::propose(mostly(random, agent_for(sender, Role::Dispatch)), proposal)
		}
		1 | 2 => Circulation::accept(receives, id),
		3 => Circulation::reject(receives, id).map(|_| ()).map_err(|refusal| refusal.error),
		4 => {
			let either = random.pick(&[sends, receives]);
			Circulation::withdraw(either, id).map(|_| ()).map_err(|refusal| refusal.error)
		}
		5 | 6 => Circulation::dispatch(sends, id, None, None, None, claim)
			.map(|_| ())
			.map_err(|refusal| refusal.error),
		7 | 8 | 11 => {
			let whole = random.below(2) == 0;
			let found: Vec<_> = (0..legs)
				.map(|index| match &transfer {
					Some(transfer) if whole => {
						let all = transfer.legs[index].outstanding();
						let arrived = all - random.below(all / 4 + 1);
						let accepted = arrived - random.below(arrived / 4 + 1);
						found(accepted, arrived - accepted, all - arrived)
					}
					_ => LegReceipt {
						accepted: random.below(20),
						condition: random.pick(&[Condition::Normal, Condition::Damaged]),
						rejected: some_shortfall(random, 10),
						missing: some_shortfall(random, 10),
						excess: some_shortfall(random, 3),
					},
				})
				.collect();
			Circulation::receive(receives, id, entries(&found), None, None, claim)
		}
		9 => Circulation::release(mostly(random, NOBODY), id)
			.map(|_| ())
			.map_err(|refusal| refusal.error),
		10 | 12 => {
			let outcome = random.pick(&[
				Outcome::Rejected(RejectedGoods::Returned),
				Outcome::Rejected(RejectedGoods::Destroyed),
				Outcome::Rejected(RejectedGoods::Delivered),
				Outcome::Missing(MissingGoods::Found),
				Outcome::Missing(MissingGoods::WrittenOff),
				Outcome::Missing(MissingGoods::Delivered),
			]);
			let origin = random.pick(&[sends, receives, RuntimeOrigin::root()]);
			let index = random.below(legs as u64) as u32;
			Circulation::resolve(origin, id, index, outcome, random.below(8), None, None)
		}
		_ => {
			let sender = random.pick(&[DONOR, HOSPITAL]);
			match random.below(2) {
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
			let mut random = Random(seed);
			for _ in 0..120 {
				let again = random.0;
				if frame_support::storage::with_storage_layer(|| step(&mut random)).is_err() {
					// Refused once, refused again, and nothing changed.
					assert_storage_noop!(step(&mut Random(again)).expect_err("the same refusal"));
				}
				check_all();
				turn_to(MockTrail::now() + random.below(DAY / 16));
			}
			ends.extend(
				Transfers::<Test>::iter_values().map(|transfer| format!("{:?}", transfer.status)),
			);
		});
	}
	assert_eq!(ends.len(), 8, "every status was reached, not only {ends:?}");
}
