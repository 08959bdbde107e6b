//! Any history keeps the invariants; what is held is what the events tell; and nothing that is held leaves
//! but by the ways that a hold allows.

use crate::{mock::*, *};
use alloc::collections::BTreeMap;
use frame_support::assert_ok;
use pallet_circulation::{
	CalledInGoods, Condition, Discrepancy, LegReceipt, MissingGoods, NextTransferId, Outcome,
	RejectedGoods, Shortfall, Status,
};
use pallet_registry::{
	CountReason, DestroyFrom, DestroyReason, Destruction, NextLotId, RepackInput, RepackOutput,
};
use salus_primitives::{
	chance::{Random, Score},
	mock::MockTrail,
	time::DAY,
	Action, ClassId, Custody, Directory, HoldId, HoldKind, Holding, HoldingKey, InstitutionId,
	LotId, LotStock, Lots, Quantity, RecallId, RecordId, ReturnFrom, SensorSummary, Source, Terms,
	Trail, TransferId, WriteOff,
};

const PARTIES: [InstitutionId; 3] = [MAKER, HOSPITAL, CLINIC];
const EVERYBODY: [InstitutionId; 7] = [MAKER, HOSPITAL, CLINIC, NATION, PROVINCE, CITY, SHANGHAI];
const CLASSES: [ClassId; 2] = [MASKS, VACCINES];
const KINDS: [HoldKind; 6] = [
	HoldKind::Quarantine,
	HoldKind::Damage,
	HoldKind::ColdChainBreach,
	HoldKind::Legal,
	HoldKind::Recall,
	HoldKind::CountDemanded,
];

/// What may take available goods that are held, what sends those that were reserved or gives them back to
/// where they were, and what takes units that are held by themselves.
const FROM_AVAILABLE: [&str; 7] =
	["place_hold", "return", "destroy", "count", "call_in_loan", "hand_over", "write_off"];
const FROM_RESERVED: [&str; 4] = ["dispatch of a return", "withdraw", "reject", "release"];
const FROM_QUARANTINED: [&str; 6] =
	["lift_hold", "return", "destroy", "call_in_loan", "hand_over", "write_off"];

/// What is held, as the events tell it.
#[derive(Default)]
struct Model(BTreeMap<HoldPlace, BTreeMap<HoldId, (HoldKind, Extent, HoldBy)>>);

impl Model {
	fn follow(&mut self) {
		for event in events() {
			match event {
				Event::HoldPlaced { place, hold, kind, extent, by } => {
					let holds = self.0.entry(place).or_default();
					match holds.get_mut(&hold) {
						Some(known) => {
							let (Extent::Units(units), Extent::Units(more)) = (known.1, extent)
							else {
								panic!("the whole was held twice: {hold:?}");
							};
							known.1 = Extent::Units(units + more);
						}
						None => {
							holds.insert(hold, (kind, extent, by));
						}
					}
				}
				Event::HoldLifted { place, hold, units, is_last, .. } => {
					let holds = self.0.get_mut(&place).expect("something holds it");
					let known = holds.get_mut(&hold).expect("it was placed");
					let is_over = match (known.1, units) {
						(Extent::Whole, None) => true,
						(Extent::Units(held), Some(units)) => {
							known.1 = Extent::Units(held - units);
							held == units
						}
						other => panic!("{hold:?}: {other:?}"),
					};
					if is_over {
						holds.remove(&hold);
					}
					assert_eq!(holds.is_empty(), is_last, "{place:?}");
					if is_last {
						self.0.remove(&place);
					}
				}
				Event::HoldsCleared { place } => {
					self.0.remove(&place).expect("something held it");
				}
				// What recalls hold has no hold of its own.
				_ => {}
			}
		}
	}

	fn check(&self) {
		let mut stored = BTreeMap::new();
		for (place, set) in HoldsOn::<Test>::iter() {
			let holds = set.into_iter().map(|hold| (hold.id, (hold.kind, hold.extent, hold.by)));
			stored.insert(place, holds.collect::<BTreeMap<_, _>>());
		}
		assert_eq!(stored, self.0);
	}
}

/// What there is, and whether it is held.
struct Snapshot {
	lots: BTreeMap<LotId, bool>,
	holdings: BTreeMap<HoldingKey, Holding>,
}

impl Snapshot {
	fn take() -> Self {
		let (lots, holdings) = <Registry as Lots>::all();
		Self { lots: lots.into_iter().collect(), holdings: holdings.into_iter().collect() }
	}

	/// Nothing that was held before has left but by a way that a hold allows.
	fn check_after(&self, what: &str) {
		let now = Self::take();
		for (key, before) in &self.holdings {
			let after = now.holdings.get(key).copied().unwrap_or_default();
			if before.held || self.lots[&key.lot] {
				let stayed = after.available >= before.available;
				assert!(stayed || FROM_AVAILABLE.contains(&what), "{what}: {key:?}");
				let stayed = after.reserved >= before.reserved;
				assert!(stayed || FROM_RESERVED.contains(&what), "{what}: {key:?}");
			}
			let stayed = after.quarantined >= before.quarantined;
			assert!(stayed || FROM_QUARANTINED.contains(&what), "{what}: {key:?}");
		}
	}
}

/// One of the four that were registered last.
fn a_lot(random: &mut Random) -> LotId {
	LotId(NextLotId::<Test>::get().0.saturating_sub(1 + random.below(4)))
}

fn a_holding(random: &mut Random) -> HoldingKey {
	let lot = a_lot(random);
	let custodian = random.pick(&PARTIES);
	let owner = if random.one_in(4) { random.pick(&PARTIES) } else { custodian };
	HoldingKey { lot, custodian, owner }
}

fn a_place(random: &mut Random) -> HoldPlace {
	match random.one_in(4) {
		true => HoldPlace::Lot(a_lot(random)),
		false => HoldPlace::Holding(a_holding(random)),
	}
}

/// One of the newest recalls.
fn a_recall(random: &mut Random) -> RecallId {
	RecallId(NextRecallId::<Test>::get().0.saturating_sub(1 + random.below(4)))
}

/// A place that something holds, and one of its holds; or any.
fn a_hold(random: &mut Random) -> (HoldPlace, HoldId) {
	let known: Vec<_> = HoldsOn::<Test>::iter()
		.flat_map(|(place, set)| set.into_iter().map(move |hold| (place, hold.id)))
		.collect();
	if known.is_empty() || random.one_in(10) {
		return (a_place(random), HoldId(random.below(20)));
	}
	random.pick(&known)
}

fn an_origin(random: &mut Random) -> RuntimeOrigin {
	match random.one_in(8) {
		true => governance(),
		false => by(agent_of(random.pick(&EVERYBODY))),
	}
}

fn a_quantity(random: &mut Random) -> Quantity {
	match random.below(30) {
		0 => 0,
		1 => Quantity::MAX,
		_ => 1 + random.below(30),
	}
}

/// What a sensor measured, if there was one: within 2 to 8 degrees two times in three.
fn a_sensor(random: &mut Random) -> Option<SensorSummary> {
	if random.one_in(2) {
		return None;
	}
	let min = if random.one_in(6) { 19 } else { 20 };
	let max = if random.one_in(6) { 81 } else { 80 };
	measured(min, max)
}

fn a_receipt(random: &mut Random, outstanding: Quantity) -> LegReceipt {
	let accepted = random.below(outstanding + 1);
	let rest = outstanding - accepted;
	let part = random.below(rest + 1);
	let shortfall =
		|quantity| (quantity > 0).then_some(Shortfall { quantity, reason: Discrepancy::Unknown });
	let condition = match accepted > 0 && random.one_in(3) {
		true => Condition::Damaged,
		false => Condition::Normal,
	};
	let missing = shortfall(if random.one_in(2) { rest - part } else { 0 });
	let excess = shortfall(if random.one_in(8) { 1 } else { 0 });
	LegReceipt { accepted, condition, rejected: shortfall(part), missing, excess }
}

/// A transfer whose goods may leave yet, or one of the newest, and who are its parties.
fn a_transfer(random: &mut Random) -> Option<(TransferId, pallet_circulation::TransferOf<Test>)> {
	let mut waiting: Vec<_> = pallet_circulation::Transfers::<Test>::iter()
		.filter(|(_, transfer)| matches!(transfer.status, Status::Proposed | Status::Accepted))
		.collect();
	if !waiting.is_empty() && random.one_in(2) {
		waiting.sort_by_key(|(id, _)| *id);
		return Some(random.pick(&waiting));
	}
	let next = NextTransferId::<Test>::get().0;
	let id = TransferId(next.saturating_sub(1 + random.below(12)));
	Some((id, pallet_circulation::Transfers::<Test>::get(id)?))
}

/// Something happens to goods that are on their way, or may be.
fn carry_on(random: &mut Random, score: &mut Score) -> &'static str {
	let Some((id, transfer)) = a_transfer(random) else { return "nothing" };
	let (sender, receiver) = (transfer.sender, transfer.receiver);
	let is_return = matches!(transfer.terms, Terms::Return { .. });
	let lot = transfer.legs[0].lot;
	let (what, done) = match random.below(17) {
		0..=2 => ("accept", accept(receiver, id).is_ok()),
		3..=5 => {
			let sent = dispatch(sender, id, a_sensor(random)).is_ok();
			(if is_return { "dispatch of a return" } else { "dispatch" }, sent)
		}
		6..=8 => {
			let outstanding = transfer.legs[0].outstanding();
			let found = a_receipt(random, outstanding);
			("receive", receive_as(receiver, id, found, a_sensor(random)).is_ok())
		}
		9 => {
			let who = if random.one_in(2) { sender } else { receiver };
			("withdraw", Circulation::withdraw(by(agent_of(who)), id).is_ok())
		}
		10 => match random.one_in(3) {
			true => ("reject", Circulation::reject(by(agent_of(receiver)), id).is_ok()),
			false => ("release", Circulation::release(by(NOBODY), id).is_ok()),
		},
		11 => ("call_in_loan", Circulation::call_in_loan(by(NOBODY), id).is_ok()),
		12 => {
			let outcome = random.pick(&[
				Outcome::Rejected(RejectedGoods::Returned),
				Outcome::Rejected(RejectedGoods::Destroyed),
				Outcome::Missing(MissingGoods::Found),
				Outcome::Missing(MissingGoods::Delivered),
				Outcome::CalledIn(CalledInGoods::Returned),
				Outcome::CalledIn(CalledInGoods::Kept),
			]);
			let quantity = 1 + random.below(5);
			let resolved = Circulation::resolve(governance(), id, 0, outcome, quantity, None, None);
			("resolve", resolved.is_ok())
		}
		_ => {
			let from = match random.one_in(2) {
				true => ReturnFrom::Available,
				false => ReturnFrom::Quarantined,
			};
			let goods = (lot, 1 + random.below(10));
			("return", propose(receiver, sender, Terms::Return { of: id, from }, goods).is_ok())
		}
	};
	score.note(what, done);
	what
}

/// Something is done, right or wrong; answers with what.
fn act(random: &mut Random, score: &mut Score) -> &'static str {
	let institution = random.pick(&PARTIES);
	let agent = agent_of(institution);
	let lot = a_lot(random);
	let quantity = a_quantity(random);
	let own_custody = Custody::own(institution);
	let (what, done) = match random.below(38) {
		0..=4 => {
			let extent = match random.one_in(2) {
				true => Extent::Whole,
				false => Extent::Units(quantity),
			};
			let (origin, on) = match random.one_in(2) {
				true => (by(agent), HoldPlace::Holding(own_custody.of(lot))),
				false => (an_origin(random), a_place(random)),
			};
			("place_hold", place(origin, on, extent, random.pick(&KINDS)).is_ok())
		}
		5..=8 => {
			let (on, hold) = a_hold(random);
			let units = if random.one_in(3) { Some(quantity) } else { None };
			("lift_hold", lift(an_origin(random), on, hold, units).is_ok())
		}
		9 => {
			let (on, _) = a_hold(random);
			("clear_holds", Recalls::clear_holds(by(NOBODY), on).is_ok())
		}
		10 | 11 => {
			let terms = match random.below(3) {
				0 => Terms::Loan { due: MockTrail::now() + (20 + random.below(20)) * DAY },
				1 => Terms::Sale,
				_ => Terms::Gift,
			};
			let to = random.pick(&PARTIES);
			("propose", propose(institution, to, terms, (lot, quantity)).is_ok())
		}
		12..=20 | 36 => return carry_on(random, score),
		21 => ("consume", Registry::consume(by(agent), lot, quantity, None).is_ok()),
		22 => {
			let counted = random.below(60);
			let reason = CountReason::StockTake;
			let counted = Registry::count(by(agent), lot, institution, counted, reason, None);
			("count", counted.is_ok())
		}
		23 => {
			let from = match random.one_in(2) {
				true => DestroyFrom::Available,
				false => DestroyFrom::Quarantined,
			};
			let how = Destruction { from, reason: DestroyReason::Other, document: None };
			let quantity = 1 + random.below(8);
			let gone = Registry::destroy(by(agent), lot, institution, quantity, how, None);
			("destroy", gone.is_ok())
		}
		24 => {
			let claimed = Registry::confirm_count(by(agent), lot, random.pick(&PARTIES), 1);
			("confirm_count", claimed.is_ok())
		}
		25 => {
			let may_act = <Registry as Directory<u64>>::may_act(institution);
			if may_act {
				stock(institution, random.pick(&CLASSES), 20 + random.below(60));
			}
			("stock", may_act)
		}
		26 => {
			let Some(known) = Registry::lot(lot) else { return "nothing" };
			let class = known.lot.identity.class;
			let quantity = 1 + random.below(9);
			let inputs = vec![RepackInput { lot, quantity }].try_into().expect("one");
			let output = RepackOutput { identity: identity(class), quantity, class_change: None };
			let outputs = vec![output].try_into().expect("one");
			("repack", Registry::repack(by(agent), inputs, outputs, None).is_ok())
		}
		27 => {
			// What is offered is withdrawn within the same act: nobody makes offers here.
			let offered = move_stock(lot, Action::OfferMade, |stock| {
				stock.offer(own_custody, quantity)?;
				stock.reserve(own_custody, Source::Offered, quantity)?;
				stock.unreserve(own_custody, Source::Offered, quantity)
			});
			("offer", quantity > 0 && offered.is_ok())
		}
		28 => {
			let key = a_holding(random);
			let custody = key.custody();
			let quantity = 1 + random.below(20);
			match random.below(4) {
				0 if random.one_in(3) => {
					let who = random.pick(&EVERYBODY);
					let done = Registry::suspend_institution(governance(), who);
					("suspend", done.is_ok())
				}
				0 | 1 => {
					let who = random.pick(&EVERYBODY);
					let done = Registry::reinstate_institution(governance(), who);
					("reinstate", done.is_ok())
				}
				2 => {
					let (lot, to) = (key.lot, random.pick(&PARTIES));
					let done = Registry::hand_over(governance(), lot, custody, to, quantity, None);
					("hand_over", done.is_ok())
				}
				_ => {
					let (lot, how) = (key.lot, WriteOff::Lost);
					let done = Registry::write_off(governance(), lot, custody, quantity, how, None);
					("write_off", done.is_ok())
				}
			}
		}
		29 if random.one_in(2) => {
			let lots: Vec<_> = (0..1 + random.below(2)).map(|_| a_lot(random)).collect();
			("issue_recall", issue(an_origin(random), &lots).is_ok())
		}
		30 | 31 => {
			let most = random.pick(&[1, 2, 32]);
			("advance_recall", advance(a_recall(random), most).is_ok())
		}
		32 => {
			let found = random.below(20);
			let done = random.below(found + 2);
			("acknowledge_recall", answer(institution, a_recall(random), found, done).is_ok())
		}
		29 | 33 | 34 => ("close_recall", close(an_origin(random), a_recall(random)).is_ok()),
		35 => {
			let recall = a_recall(random);
			if random.one_in(2) {
				MockTrail::prune_before(RecordId(MockTrail::records().len() as u64));
			}
			("forget_recall", Recalls::forget_recall(by(NOBODY), recall).is_ok())
		}
		_ => {
			let days = match random.below(40) {
				0 => 400,
				1..=3 => 31,
				_ => random.below(2),
			};
			pass(days * DAY + random.below(DAY));
			for institution in EVERYBODY {
				if random.one_in(2) {
					let _ = Registry::reinstate_institution(governance(), institution);
				}
			}
			("time", true)
		}
	};
	score.note(what, done);
	what
}

fn run(seed: u64, steps: u32, score: &mut Score) {
	let mut random = Random(seed);
	let mut model = Model::default();
	for institution in PARTIES {
		for class in CLASSES {
			stock(institution, class, 40 + random.below(60));
		}
	}
	for step in 0..steps {
		let before = Snapshot::take();
		let what = act(&mut random, score);
		before.check_after(what);
		model.follow();
		model.check();
		if step % 10 == 0 {
			check_all();
		}
	}
	check_all();
}

/// Does what chance hardly brings about, in sight of all that every history is checked for.
fn take_rare_ways(score: &mut Score) {
	let mut model = Model::default();
	let mut take = |what: &'static str, way: &dyn Fn() -> bool| {
		let before = Snapshot::take();
		assert!(way(), "{what}");
		score.note(what, true);
		before.check_after(what);
		model.follow();
		model.check();
		check_all();
	};

	// What was promised is held, and does not leave.
	let promised = stock(MAKER, MASKS, 100);
	let transfer = NextTransferId::<Test>::get();
	assert_ok!(propose(MAKER, CLINIC, Terms::Gift, (promised, 10)));
	placed(governance(), HoldPlace::Lot(promised), Extent::Whole, HoldKind::Legal);
	take("reject", &|| Circulation::reject(by(CLINIC_AGENT), transfer).is_ok());

	// Five more were found than were sent.
	let given = stock(MAKER, MASKS, 100);
	delivered(MAKER, HOSPITAL, Terms::Gift, (given, 40));
	let reason = CountReason::StockTake;
	assert_ok!(Registry::count(by(HOSPITAL_AGENT), given, HOSPITAL, 45, reason, None));
	take("confirm_count", &|| Registry::confirm_count(by(MAKER_AGENT), given, HOSPITAL, 5).is_ok());

	let lent = stock(MAKER, MASKS, 100);
	let due = MockTrail::now() + 20 * DAY;
	let loan = delivered(MAKER, HOSPITAL, Terms::Loan { due }, (lent, 20));
	let borrowed = HoldPlace::Holding(HoldingKey { lot: lent, custodian: HOSPITAL, owner: MAKER });
	placed(by(HOSPITAL_AGENT), borrowed, Extent::Units(8), HoldKind::Damage);
	placed(by(CITY_AGENT), borrowed, Extent::Whole, HoldKind::Legal);
	turn_to(due + 1);
	take("call_in_loan", &|| Circulation::call_in_loan(by(NOBODY), loan).is_ok());

	// The hospital is gone: of what it left, one lot is taken over, and another one is lost.
	let (left, lost) = (stock(HOSPITAL, MASKS, 50), stock(HOSPITAL, MASKS, 50));
	let own_custody = Custody::own(HOSPITAL);
	set_aside(left, HOSPITAL, 8, HoldKind::Damage);
	placed(by(CITY_AGENT), at(lost, HOSPITAL), Extent::Whole, HoldKind::Legal);
	assert_ok!(Registry::suspend_institution(governance(), HOSPITAL));
	pass(ESTATE_AFTER);
	take("hand_over", &|| {
		Registry::hand_over(governance(), left, own_custody, CLINIC, 50, None).is_ok()
	});
	take("write_off", &|| {
		Registry::write_off(governance(), lost, own_custody, 50, WriteOff::Lost, None).is_ok()
	});
	pass(CLEAR_AFTER);
	take("clear_holds", &|| Recalls::clear_holds(by(NOBODY), at(lost, HOSPITAL)).is_ok());

	let recall = spread(governance(), &[promised]);
	assert_ok!(close(governance(), recall));
	carry_through(recall);
	MockTrail::prune_before(RecordId(MockTrail::records().len() as u64));
	take("forget_recall", &|| Recalls::forget_recall(by(NOBODY), recall).is_ok());
}

#[test]
fn any_history_keeps_the_invariants_and_lets_nothing_out_that_is_held() {
	let mut score = Score::default();
	stage().execute_with(|| take_rare_ways(&mut score));
	for seed in 0..30 {
		stage().execute_with(|| run(seed, 250, &mut score));
	}
	for (what, least) in [
		("place_hold", 20),
		("lift_hold", 20),
		("propose", 5),
		("accept", 5),
		("dispatch", 5),
		("dispatch of a return", 1),
		("receive", 5),
		("return", 5),
		("withdraw", 1),
		("release", 1),
		("resolve", 1),
		("consume", 1),
		("count", 5),
		("destroy", 5),
		("stock", 5),
		("repack", 1),
		("offer", 1),
		("issue_recall", 5),
		("advance_recall", 5),
		("acknowledge_recall", 1),
		("close_recall", 2),
		("suspend", 1),
		("reinstate", 1),
		("reject", 1),
		("confirm_count", 1),
		("call_in_loan", 1),
		("hand_over", 1),
		("write_off", 1),
		("clear_holds", 1),
		("forget_recall", 1),
	] {
		score.expect(what, least);
	}
	score.expect_refusals(100);
}

#[test]
fn nothing_is_held_for_ever() {
	for seed in 100..104 {
		stage().execute_with(|| {
			run(seed, 200, &mut Score::default());
			// Everybody falls silent, and governance is left.
			for institution in EVERYBODY {
				let _ = Registry::suspend_institution(governance(), institution);
			}
			for (place, set) in HoldsOn::<Test>::iter().collect::<Vec<_>>() {
				for hold in set {
					assert_eq!(lift(governance(), place, hold.id, None), Ok(()));
				}
			}
			assert_eq!(HoldsOn::<Test>::iter().count(), 0);
			for recall in RecallsIssued::<Test>::iter_keys().collect::<Vec<_>>() {
				if known(recall).is_in_force() {
					assert_eq!(close(governance(), recall), Ok(()));
				}
				carry_through(recall);
			}
			let now = Snapshot::take();
			assert!(now.lots.values().all(|held| !held));
			assert!(now.holdings.values().all(|left| !left.held && left.quarantined == 0));
			check_all();
		});
	}
}
