//! Any history keeps the invariants; nobody gets more than it asked for, and nothing gives more than was offered; what
//! is frozen is what an allocation has that runs and whose time is not over; and whoever wants to clears
//! everything up.

use crate::{mock::*, AskedBy, Call, FrozenNeeds, FrozenOffers, GivenBy, LineOutcome, Outcomes};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{storage::with_storage_layer, traits::UnfilteredDispatchable};
use pallet_needs::{Alarm, NextNeedId, NextOfferId, Request, Window};
use pallet_rules::{Condition, NextRuleId};
use salus_primitives::{
	chance::{Random, Score},
	mock::MockTrail,
	time::DAY,
	AllocationId, Directory, EmergencyId, InstitutionId, InstitutionKind, NeedId, OfferId,
	Priority, RecordId, Total, Trail, TransferId,
};
use sp_runtime::{DispatchError, DispatchResult};

const NEEDY: [InstitutionId; 5] = [HOSPITAL, CLINIC, CENTRE, FAR, NOWHERE];
const GIVERS: [InstitutionId; 4] = [DONOR, SUPPLIER, CLINIC, FAR];
const PRIORITIES: [Priority; 3] = [Priority::Routine, Priority::Urgent, Priority::Stat];

/// Does something as a transaction: wholly or not at all.
fn does(call: impl FnOnce() -> DispatchResult) -> bool {
	with_storage_layer(call).is_ok()
}

/// The same of a call of this pallet.
fn calls(who: u64, call: Call<Test>) -> bool {
	call.dispatch_bypass_filter(by(who)).is_ok()
}

/// A request that may be wrong.
fn request(random: &mut Random) -> Request {
	let until = now() + random.below(9 * DAY);
	let from = random.one_in(6).then(|| now() + random.below(5 * DAY));
	Request {
		priority: random.pick(&PRIORITIES),
		shelf_life: if random.one_in(4) { 30 } else { 0 },
		window: Window { from, until },
		..wanted(1 + random.below(60))
	}
}

/// An institution offers some of a new lot.
fn offer(random: &mut Random) -> bool {
	let institution = random.pick(&GIVERS);
	let quantity = 1 + random.below(50);
	let expiry = match random.below(4) {
		0 => day(2020, 12, 1),
		1 => day(2020, 6, 1),
		_ => None,
	};
	let narrows = random.one_in(3);
	let to_hospitals = random.one_in(2);
	does(|| {
		if !<Registry as Directory<u64>>::may_act(institution) {
			return Err(DispatchError::Unavailable);
		}
		let lot = stock(institution, MASKS, quantity, expiry);
		let mut supply = supply(lot, quantity);
		if narrows && to_hospitals {
			let kinds = vec![InstitutionKind::Hospital];
			supply.scope.kinds = kinds.try_into().expect("one kind");
		} else if narrows {
			let regions = vec![code("CN-HB")];
			supply.scope.regions = regions.try_into().expect("one region");
		}
		NeedsPallet::make_offer(by(agent_of(institution)), supply)
	})
}

/// Who is to act: mostly whoever can.
fn party(
	random: &mut Random,
	owner: Option<InstitutionId>,
	others: &[InstitutionId],
) -> InstitutionId {
	let other = random.pick(others);
	owner.filter(|_| !random.one_in(5)).unwrap_or(other)
}

/// Mostly an offer that waits for an allocation, if one does.
fn frozen_offer(random: &mut Random) -> Option<OfferId> {
	let offers: Vec<_> =
		FrozenOffers::<Test>::iter_keys().filter(|id| is_offer_frozen(*id)).collect();
	(!offers.is_empty() && !random.one_in(3)).then(|| random.pick(&offers))
}

/// One turn of a history.
fn turn(random: &mut Random, score: &mut Score) {
	let need = NeedId(random.below(NextNeedId::<Test>::get().0 + 1));
	let recent = NextOfferId::<Test>::get().0.saturating_sub(random.below(12));
	let offered = frozen_offer(random).unwrap_or(OfferId(recent));
	let transfers = pallet_circulation::NextTransferId::<Test>::get().0;
	let transfer = TransferId(transfers.saturating_sub(random.below(12)));
	let emergencies = crate::NextEmergencyId::<Test>::get().0;
	let emergency = EmergencyId(emergencies.saturating_sub(random.below(3) as u32));
	let allocations = crate::NextAllocationId::<Test>::get().0;
	let running = Emergencies::running().first().copied().filter(|_| !random.one_in(4));
	let recent = AllocationId(allocations.saturating_sub(random.below(4) as u32));
	let allocation = running.unwrap_or(recent);
	let known = pallet_needs::Needs::<Test>::get(need).map(|need| need.institution);
	let needy = party(random, known, &NEEDY);
	let known = pallet_needs::Offers::<Test>::get(offered).map(|offer| offer.institution);
	let giver = party(random, known, &GIVERS);
	let known = Circulation::transfer(transfer);
	let sender = party(random, known.as_ref().map(|transfer| transfer.sender), &GIVERS);
	let receiver = party(random, known.as_ref().map(|transfer| transfer.receiver), &NEEDY);
	let (what, done) = match random.below(30) {
		0..=2 => {
			let (who, request) = (agent_of(random.pick(&NEEDY)), request(random));
			("publish", does(|| NeedsPallet::publish_need(by(who), request)))
		}
		3..=5 => ("offer", offer(random)),
		6 => {
			let until = now() + random.below(20 * DAY);
			let region = random.pick(&["CN-HB", "CN-HB", "CN"]);
			let declaration = declaration(&[region], &[MASKS], until);
			let who = random.pick(&[COUNCIL, ASSEMBLY, ASSEMBLY]);
			("declare", calls(who, Call::declare { declaration }))
		}
		7..=9 => {
			let who = random.pick(&[COUNCIL, ASSEMBLY, agent_of(PROVINCE), agent_of(SHANGHAI)]);
			("open", calls(who, Call::open_allocation { emergency, class: MASKS }))
		}
		10..=13 => {
			let steps = random.below(4) as u32;
			("advance", calls(STRANGER, Call::advance { allocation, lines: steps }))
		}
		14 => {
			let before = Emergencies::running();
			idle(random.below(12_000));
			("idle", Emergencies::running() != before)
		}
		15 => {
			let quantity = 1 + random.below(9);
			("take", does(|| take(needy, offered, need, quantity)))
		}
		16 => ("withdraw offer", does(|| withdraw_offer(giver, offered))),
		17 => ("close need", does(|| close_need(needy, need))),
		18 => ("withdraw", does(|| withdraw(sender, transfer))),
		19 => ("dispatch", does(|| dispatch(sender, transfer))),
		20 => ("receive", known.is_some() && does(|| receive(receiver, transfer))),
		21 => ("release", does(|| release(transfer))),
		22 => {
			let institution = random.pick(&[giver, needy]);
			match random.one_in(3) {
				true => ("suspend", does(|| suspend(institution))),
				false => {
					let reinstate = || Registry::reinstate_institution(root(), institution);
					("reinstate", does(reinstate))
				}
			}
		}
		23 if NextRuleId::<Test>::get().0 < 2 && random.one_in(12) => {
			write_rule(root(), Condition::Between { least: 1, most: 20 + random.below(40) });
			("write a rule", true)
		}
		23 => ("archive", does(|| archive(allocation))),
		24 => {
			let records = MockTrail::records().len() as u64;
			let first = RecordId(records.saturating_sub(random.below(40)));
			// What is pruned stays so.
			if !<MockTrail as Trail<u64>>::is_pruned(first) {
				MockTrail::prune_before(first);
			}
			("forget", calls(STRANGER, Call::forget_allocation { allocation }))
		}
		25 if random.one_in(4) => {
			let who = random.pick(&[COUNCIL, ASSEMBLY]);
			("call off", calls(who, Call::call_off { emergency }))
		}
		25 | 26 => {
			let lapse = Alarm::Lapse { need };
			("lapse", does(|| ring(lapse)))
		}
		27 => {
			pass(random.below(LONGEST));
			("minutes", true)
		}
		_ => {
			let is_long = random.one_in(40);
			pass(if is_long { ARCHIVE_AFTER } else { random.below(12 * HOUR) });
			("hours", true)
		}
	};
	score.note(what, done);
}

fn ring(alarm: Alarm) -> DispatchResult {
	NeedsPallet::ring(by(STRANGER), alarm).map(drop).map_err(|refusal| refusal.error)
}

/// What is frozen, as the lists tell.
fn check_frozen() {
	let frozen_by: Vec<AllocationId> = crate::Allocations::<Test>::iter()
		.filter(|(_, allocation)| allocation.freezes(now()))
		.map(|(id, _)| id)
		.collect();
	let needs: BTreeSet<NeedId> = frozen_by
		.iter()
		.flat_map(|id| AskedBy::<Test>::get(id).into_inner())
		.map(|need| need.need)
		.collect();
	let given: BTreeSet<OfferId> = frozen_by
		.iter()
		.flat_map(|id| GivenBy::<Test>::get(id).into_inner())
		.map(|offer| offer.offer)
		.collect();
	for need in (0..NextNeedId::<Test>::get().0).map(NeedId) {
		assert_eq!(is_need_frozen(need), needs.contains(&need), "{need:?}");
	}
	for offer in (0..NextOfferId::<Test>::get().0).map(OfferId) {
		assert_eq!(is_offer_frozen(offer), given.contains(&offer), "{offer:?}");
	}
}

/// Nobody is sent more by an allocation than it asked for, and no offer gives more than was left of it.
fn check_measure(score: &mut Score) {
	for id in crate::Allocations::<Test>::iter_keys() {
		let mut given: BTreeMap<u16, Total> = BTreeMap::new();
		let mut got: BTreeMap<u16, Total> = BTreeMap::new();
		for (number, line) in (0u16..).zip(crate::Lines::<Test>::get(id)) {
			let Some(outcome) = Outcomes::<Test>::get(id, number) else { continue };
			*given.entry(line.supply).or_default() += Total::from(outcome.promised());
			*got.entry(line.demand).or_default() += Total::from(outcome.promised());
			match outcome {
				LineOutcome::Made { .. } => score.note("a line made", true),
				LineOutcome::Skipped { .. } => score.note("a line skipped", true),
				LineOutcome::Unsent { .. } => score.note("a line unsent", true),
			}
		}
		let (needs, offers) = (AskedBy::<Test>::get(id), GivenBy::<Test>::get(id));
		for (offer, quantity) in given {
			let left = Total::from(offers[usize::from(offer)].left);
			assert!(quantity <= left, "{id:?}, {offer}");
		}
		for (need, quantity) in got {
			let asked = Total::from(needs[usize::from(need)].asked);
			assert!(quantity <= asked, "{id:?}, {need}");
		}
	}
}

#[test]
fn any_history_keeps_the_invariants() {
	let mut score = Score::default();
	for seed in 0..8 {
		stage().execute_with(|| {
			let mut random = Random(seed);
			used_daily(&[(HOSPITAL, 3), (CLINIC, 7)]);
			for number in 0..300 {
				turn(&mut random, &mut score);
				check_frozen();
				if number % 8 == 0 {
					check_measure(&mut score);
				}
				if number % 24 == 0 {
					check_all();
				}
			}
			check_all();
			clear_up();
		});
	}
	for (what, least) in [
		("publish", 40),
		("offer", 40),
		("declare", 6),
		("open", 12),
		("advance", 40),
		("idle", 1),
		("take", 1),
		("withdraw offer", 2),
		("close need", 1),
		("withdraw", 1),
		("dispatch", 1),
		("receive", 1),
		("release", 1),
		("suspend", 2),
		("reinstate", 2),
		("lapse", 2),
		("archive", 1),
		("call off", 1),
		("a line made", 6),
		("a line skipped", 1),
		("a line unsent", 1),
	] {
		score.expect(what, least);
	}
	score.expect_refusals(330);
}

/// Everybody falls silent. Nothing is frozen then, every allocation ends, and nothing of any is left.
fn clear_up() {
	pass(LONGEST + 1);
	check_frozen();
	assert!(!FrozenNeeds::<Test>::iter_keys().any(is_need_frozen));
	assert!(!FrozenOffers::<Test>::iter_keys().any(is_offer_frozen));
	idle(u64::MAX);
	assert!(Emergencies::running().is_empty(), "a look and four last steps fit");
	pass(2 * ARCHIVE_AFTER);
	let transfers = pallet_circulation::NextTransferId::<Test>::get().0;
	for transfer in (0..transfers).map(TransferId) {
		does(|| release(transfer));
	}
	let allocations = crate::NextAllocationId::<Test>::get().0;
	for id in (0..allocations).map(AllocationId) {
		while crate::Allocations::<Test>::contains_key(id) {
			assert_eq!(archive(id), Ok(()), "{id:?}");
		}
	}
	check_all();
	MockTrail::prune_before(RecordId(u64::MAX));
	for id in crate::Archived::<Test>::iter_keys().collect::<Vec<_>>() {
		assert!(calls(STRANGER, Call::forget_allocation { allocation: id }), "{id:?}");
	}
	for emergency in crate::Emergencies::<Test>::iter_keys().collect::<Vec<_>>() {
		let _ = close(emergency);
		assert!(calls(STRANGER, Call::forget_emergency { emergency }), "{emergency:?}");
	}
	check_all();
	assert_eq!(crate::OpensFrom::<Test>::iter().count(), 0);
	assert_eq!(crate::Archived::<Test>::iter().count(), 0);
	assert_eq!(FrozenNeeds::<Test>::iter().count() + FrozenOffers::<Test>::iter().count(), 0);
	assert_eq!(crate::TransferLines::<Test>::iter().count(), 0);
	assert_eq!(
		crate::FailedOffers::<Test>::iter().count() + crate::DeclinedNeeds::<Test>::iter().count(),
		0
	);
	// Whatever a block has room for, nothing is left to do.
	assert_eq!(idle(u64::MAX), 1);
}
