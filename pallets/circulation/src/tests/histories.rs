//! Random histories: whatever is tried, by whoever, the invariants hold, and what is refused leaves
//! no trace.

use crate::{mock::*, *};
use frame_support::assert_storage_noop;
use salus_primitives::{
	chance::Random,
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Action, Bucket, Capability, Custody, InstitutionId, LotId, Quantity, RecordId, Role,
	SiteNumber, Trail, TransferId,
};
use sp_runtime::DispatchResult;

/// As much of it as can be counted.
const SAND: LotId = LotId(7);

/// Mostly the agent who may, now and then anybody.
fn mostly(random: &mut Random, right: u64) -> RuntimeOrigin {
	let anybody =
		[DONOR_SENDS, DONOR_RECEIVES, HOSPITAL_SENDS, HOSPITAL_RECEIVES, CARRIER_SENDS, NOBODY];
	by(if random.one_in(8) { random.pick(&anybody) } else { right })
}

fn some_shortfall(random: &mut Random, bound: u64) -> Option<Shortfall> {
	let reason = random.pick(&[Discrepancy::Damaged, Discrepancy::Stolen, Discrepancy::Lost]);
	let quantity = random.below(bound);
	random.one_in(3).then_some(Shortfall { quantity, reason })
}

/// From nothing to `most`, and often one of the two.
fn some_quantity(random: &mut Random, most: Quantity) -> Quantity {
	match random.below(3) {
		0 => most,
		1 => random.below(most.max(1)),
		_ => random.below(40).min(most),
	}
}

fn some_site(random: &mut Random) -> Option<SiteNumber> {
	let number = random.below(2) as u16;
	random.one_in(3).then_some(SiteNumber(number))
}

/// What a sensor measured: in a fridge, at its bounds, or just beyond them.
fn some_sensor(random: &mut Random) -> Option<SensorSummary> {
	let (min, max) = (random.pick(&[19, 20, 50]), random.pick(&[50, 80, 81]));
	random.one_in(2).then(|| measured(min, max))
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
	let lots = [MASKS, SUITS, VENTILATORS, SAND];
	let legs: Vec<_> = (0..1 + random.below(3))
		.map(|_| match random.pick(&lots) {
			SAND => leg(SAND, some_quantity(random, Quantity::MAX / 2)),
			lot => leg(lot, random.below(40)),
		})
		.collect();
	let due = now + 2 * DAY + random.below(2 * DAY);
	let of = TransferId(random.below(NextTransferId::<Test>::get().0 + 1));
	let (sender, to, terms) = match (random.below(3), Transfers::<Test>::get(of)) {
		(0, Some(earlier)) => {
			let from = random.pick(&[ReturnFrom::Available, ReturnFrom::Quarantined]);
			(earlier.receiver, earlier.sender, Terms::Return { of, from })
		}
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
		receive_by: now + DAY - HOUR + random.below(DAY),
		serves: if random.one_in(3) { Some(NEED) } else { None },
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
	match random.below(26) {
		0 | 13 => {
			let (sender, proposal) = proposal(random);
			Circulation::propose(mostly(random, agent_for(sender, Role::Dispatch)), proposal)
				.map(|_| ())
				.map_err(|refusal| refusal.error)
		}
		1 | 22 | 23 => {
			Circulation::accept(receives, id).map(|_| ()).map_err(|refusal| refusal.error)
		}
		3 => Circulation::reject(receives, id).map(|_| ()).map_err(|refusal| refusal.error),
		4 => {
			let either = random.pick(&[sends, receives]);
			Circulation::withdraw(either, id).map(|_| ()).map_err(|refusal| refusal.error)
		}
		5 | 6 => {
			let carrier = random.pick(&[None, Some(CARRIER), Some(DONOR), Some(HOSPITAL)]);
			let sensor = some_sensor(random);
			Circulation::dispatch(sends, id, carrier, None, None, sensor, claim)
				.map(|_| ())
				.map_err(|refusal| refusal.error)
		}
		7 | 8 | 12 | 24 | 25 => {
			let whole = random.below(2) == 0;
			let found: Vec<_> = (0..legs)
				.map(|index| match &transfer {
					Some(transfer) if whole => {
						let leg = &transfer.legs[index];
						// Nothing is outstanding: what arrives is late.
						let late = leg.outstanding() == 0;
						let all = if late { leg.missing } else { leg.outstanding() };
						let arrived = all - random.below(all / 4 + 1);
						let accepted = arrived - random.below(arrived / 4 + 1);
						found(accepted, arrived - accepted, if late { 0 } else { all - arrived })
					}
					Some(transfer) if transfer.legs[index].lot == SAND => LegReceipt {
						accepted: some_quantity(random, transfer.legs[index].outstanding()),
						rejected: some_shortfall(random, Quantity::MAX),
						missing: some_shortfall(random, Quantity::MAX),
						excess: some_shortfall(random, transfer.legs[index].quantity),
						..Default::default()
					},
					_ => LegReceipt {
						accepted: random.below(20),
						condition: random.pick(&[Condition::Normal, Condition::Damaged]),
						rejected: some_shortfall(random, 10),
						missing: some_shortfall(random, 10),
						excess: some_shortfall(random, 3),
					},
				})
				.collect();
			let sensor = some_sensor(random);
			Circulation::receive(receives, id, entries(&found), sensor, None, claim)
		}
		9 => Circulation::release(mostly(random, NOBODY), id)
			.map(|_| ())
			.map_err(|refusal| refusal.error),
		2 | 10 => {
			let outcome = random.pick(&[
				Outcome::Rejected(RejectedGoods::Returned),
				Outcome::Rejected(RejectedGoods::Destroyed),
				Outcome::Rejected(RejectedGoods::Delivered),
				Outcome::Missing(MissingGoods::Found),
				Outcome::Missing(MissingGoods::WrittenOff { reason: Discrepancy::Lost }),
				Outcome::Missing(MissingGoods::Delivered),
				Outcome::CalledIn(CalledInGoods::Returned),
				Outcome::CalledIn(CalledInGoods::Kept),
				Outcome::CalledIn(CalledInGoods::Destroyed { reason: Discrepancy::Damaged }),
				Outcome::CalledIn(CalledInGoods::Lost { reason: Discrepancy::Stolen }),
			]);
			let origin = random.pick(&[sends, receives, RuntimeOrigin::root()]);
			let index = random.below(legs as u64) as u32;
			// Often all of it, so that some disputes come to an end.
			let all = transfer.as_ref().map_or(0, |transfer| {
				let leg = &transfer.legs[index as usize];
				match outcome {
					Outcome::Rejected(_) => leg.rejected,
					Outcome::Missing(_) => leg.missing,
					Outcome::CalledIn(_) => leg.called_in,
				}
			});
			let quantity = if random.below(2) == 0 { all } else { random.below(8) };
			Circulation::resolve(origin, id, index, outcome, quantity, None, None)
		}
		11 => {
			let index = random.below(legs as u64) as usize;
			let rejected = transfer.as_ref().map_or(0, |transfer| transfer.legs[index].rejected);
			let quantity = some_quantity(random, rejected);
			Circulation::request_keeping(receives, id, index as u32, quantity)
		}
		14 | 15 => Circulation::call_in_loan(mostly(random, NOBODY), one_that(random, is_out))
			.map(|_| ())
			.map_err(|refusal| refusal.error),
		16 => {
			let answers = mostly(random, CARRIER_SENDS);
			let id = one_that(random, is_unanswered);
			match random.below(2) {
				0 => Circulation::acknowledge_carriage(answers, id),
				_ => Circulation::decline_carriage(answers, id),
			}
		}
		17 | 18 => {
			let id = any(random);
			let digest = Circulation::archive_digest(id).unwrap_or_default();
			Circulation::archive(mostly(random, NOBODY), id, digest)
				.map(|_| ())
				.map_err(|refusal| refusal.error)
		}
		19 => Circulation::forget(mostly(random, NOBODY), any(random)),
		20 => {
			change_the_world(random);
			Ok(())
		}
		_ => {
			let sender = random.pick(&[DONOR, HOSPITAL]);
			let (origin, capacity) = random
				.pick(&[(receives, Capacity::Receiver), (by(CARRIER_SENDS), Capacity::Carrier)]);
			match random.below(2) {
				0 => Circulation::approve_sender(origin, sender, capacity),
				_ => Circulation::revoke_sender(origin, sender, capacity),
			}
		}
	}
}

/// Any transfer that there was, old ones as often as new ones.
fn any(random: &mut Random) -> TransferId {
	TransferId(random.below(NextTransferId::<Test>::get().0.max(1)))
}

/// A transfer that fits, if there is any.
fn one_that(random: &mut Random, fits: impl Fn(&TransferOf<Test>) -> bool) -> TransferId {
	let fitting = Transfers::<Test>::iter().filter(|(_, transfer)| fits(transfer));
	let fitting: Vec<_> = fitting.map(|(id, _)| id).collect();
	if fitting.is_empty() {
		any(random)
	} else {
		random.pick(&fitting)
	}
}

/// Whether it is a loan of which the borrower has something.
fn is_out(transfer: &TransferOf<Test>) -> bool {
	let is_loan = matches!(transfer.terms, Terms::Loan { .. });
	is_loan && transfer.legs.iter().any(|leg| leg.returnable() > 0)
}

/// Whether the carrier is named for it, and has not answered.
fn is_unanswered(transfer: &TransferOf<Test>) -> bool {
	let carriage = transfer.shipment.as_ref().and_then(|shipment| shipment.carriage);
	carriage
		.is_some_and(|carriage| carriage.carrier == CARRIER && carriage.acknowledged_at.is_none())
}

/// What happens beside this pallet: institutions are suspended, reinstated and wound up, the trail is
/// pruned, goods are held and released, and quarantined goods are released.
fn change_the_world(random: &mut Random) {
	match random.below(13) {
		0 => MockDirectory::set_active(random.pick(&[DONOR, HOSPITAL, CARRIER]), false),
		1 => MockDirectory::wind_up(random.pick(&[DONOR, HOSPITAL, CARRIER])),
		2..=6 => {
			for institution in [DONOR, HOSPITAL, CARRIER] {
				MockDirectory::set_active(institution, true);
			}
		}
		7 => {
			let records = MockTrail::records().len() as u64;
			MockTrail::prune_before(RecordId(random.below(records + 1)));
		}
		8 => hold(random.pick(&[MASKS, SUITS, VENTILATORS, SAND]), true),
		9 => {
			let lot = random.pick(&[MASKS, SUITS, VENTILATORS, SAND]);
			let (custodian, owner) =
				(random.pick(&[DONOR, HOSPITAL]), random.pick(&[DONOR, HOSPITAL]));
			let custody = Custody { custodian, owner };
			if holding(lot, custody).total() > 0 {
				hold_at(lot, custody, true);
			}
		}
		10 => lift_all(),
		_ => {
			for lot in [MASKS, SUITS, VENTILATORS, SAND] {
				for custodian in [DONOR, HOSPITAL] {
					let custody = Custody { custodian, owner: random.pick(&[DONOR, HOSPITAL]) };
					let quarantined = holding(lot, custody).quarantined;
					if quarantined > 0 {
						shift(lot, custody, Bucket::Quarantined, Bucket::Available, quarantined);
					}
				}
			}
		}
	}
}

#[test]
fn whatever_is_tried_the_invariants_hold() {
	let mut ends = std::collections::BTreeSet::new();
	let mut actions = Vec::new();
	let mut barred = 0;
	for seed in 0..40 {
		play(|| {
			license(DONOR, &[Capability::Ventilation]);
			register(SAND, DONOR, Quantity::MAX, None, None);
			keep_cold(SUITS, true);
			let mut random = Random(seed);
			for place in 0..120 {
				let again = random.0;
				let done = frame_support::storage::with_storage_layer(|| step(&mut random));
				if let Err(error) = done {
					// Whether goods are held is asked before any is moved.
					assert_ne!(error, HELD);
					barred += u32::from(error == Error::<Test>::Held.into());
					// Refused once, refused again, and nothing changed.
					assert_storage_noop!(step(&mut Random(again)).expect_err("the same refusal"));
				}
				check_all();
				if place % 8 == 0 {
					let transfers = Transfers::<Test>::iter_values();
					ends.extend(transfers.map(|transfer| format!("{:?}", transfer.status)));
				}
				// Now and then nobody does anything for long.
				let pause = if random.one_in(60) { 31 * DAY } else { DAY / 16 };
				turn_to(MockTrail::now() + random.below(pause));
			}
			actions.extend(MockTrail::records().into_iter().map(|record| record.action));
		});
	}
	assert!(barred > 0, "nothing that was held was to leave");
	assert_eq!(ends.len(), 8, "every status was reached, not only {ends:?}");
	for action in [Action::LoanCalledIn, Action::KeepingRequested] {
		let count = actions.iter().filter(|done| **done == action).count();
		assert!(count > 0, "no step was {action:?}");
	}
}

/// Loans that nobody returns, of which anybody calls in what the borrower has, and the arbiter says what
/// becomes of it, whoever is suspended or wound up: they end, and so does every transfer.
#[test]
fn no_loan_lasts_for_ever() {
	for seed in 0..12 {
		play(|| {
			let mut random = Random(seed);
			let loans: Vec<_> = (0..4)
				.map(|_| {
					let quantity = 1 + random.below(9);
					lent(&[leg(MASKS, quantity), leg(SUITS, 1 + random.below(9))])
				})
				.collect();
			for id in &loans {
				// Some of it is promised back, and the promise is kept or not.
				let back = giving_back(*id, &[leg(MASKS, 1)]);
				let back = propose(HOSPITAL_SENDS, back);
				if random.below(2) == 0 {
					Circulation::accept(by(DONOR_RECEIVES), back).expect("a proposal");
				}
				if random.below(2) == 0 {
					let _ = dispatch(HOSPITAL_SENDS, back);
				}
			}
			for institution in [DONOR, HOSPITAL] {
				match random.below(3) {
					0 => MockDirectory::set_active(institution, false),
					1 => MockDirectory::wind_up(institution),
					_ => {}
				}
			}
			turn_to(RECEIVE_BY + 1);
			for _ in 0..2 {
				for id in (0..NextTransferId::<Test>::get().0).map(TransferId) {
					let _ = Circulation::release(by(NOBODY), id);
					let _ = call_in(NOBODY, id);
					resolve_all(&mut random, id);
					check_all();
				}
			}
			for (id, transfer) in Transfers::<Test>::iter() {
				assert!(transfer.status.has_ended(), "{id:?} is {:?}", transfer.status);
			}
			turn_to(MockTrail::now() + ArchiveAfter::get());
			// Returns come after what they carry back.
			for id in (0..NextTransferId::<Test>::get().0).rev().map(TransferId) {
				assert_eq!(archive(id), Ok(()), "{id:?}");
				check_all();
			}
			assert_eq!(Transfers::<Test>::iter().count() + Receipts::<Test>::iter().count(), 0);
			MockTrail::prune_before(RecordId(u64::MAX));
			for id in (0..NextTransferId::<Test>::get().0).map(TransferId) {
				assert_eq!(Circulation::forget(by(NOBODY), id), Ok(()));
			}
			assert_eq!(Archived::<Test>::iter().count(), 0);
		});
	}
}

/// The arbiter resolves all that is in dispute of a transfer.
fn resolve_all(random: &mut Random, id: TransferId) {
	let reason = Discrepancy::Unknown;
	let transfer = Transfers::<Test>::get(id).expect("a transfer");
	for (index, leg) in transfer.legs.iter().enumerate() {
		let missing = random.pick(&[
			MissingGoods::Found,
			MissingGoods::WrittenOff { reason },
			MissingGoods::Delivered,
		]);
		let called_in = random.pick(&[
			CalledInGoods::Returned,
			CalledInGoods::Kept,
			CalledInGoods::Destroyed { reason },
			CalledInGoods::Lost { reason },
		]);
		for (outcome, quantity) in [
			(Outcome::Missing(missing), leg.missing),
			(Outcome::CalledIn(called_in), leg.called_in),
		] {
			if quantity > 0 {
				let root = RuntimeOrigin::root();
				let told =
					Circulation::resolve(root, id, index as u32, outcome, quantity, None, None);
				assert_eq!(told, Ok(()), "{outcome:?} of {id:?}");
			}
		}
	}
}
