//! Random histories: whatever is tried, by whoever, the invariants hold, what is refused leaves no trace,
//! and a need knows what is under way to it and what arrived.

use crate::{mock::*, *};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{assert_ok, assert_storage_noop};
use salus_primitives::{
	chance::Random,
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Act, Action, Actor, AllocationId, Capability, ClassId, Directory, Emergencies, Fate, Freezes,
	InstitutionId, InstitutionKind, LotId, Matching, NeedId, OfferId, OrderId, Priority, Quantity,
	RecordId, ReturnFrom, Severity, SiteNumber, Standing, Step, Terms, Total, Trail, TransferId,
};
use sp_runtime::{traits::Dispatchable, DispatchError, Percent};

const HOUR: u64 = DAY / 24;
const INSTITUTIONS: [InstitutionId; 4] = [HOSPITAL, CLINIC, DONOR, COMMISSION];
const RECEIVERS: [u64; 4] = [HOSPITAL_RECEIVES, CLINIC_RECEIVES, DONOR_RECEIVES, COMMISSION_SENDS];
const SENDERS: [u64; 4] = [HOSPITAL_SENDS, CLINIC_SENDS, DONOR_SENDS, COMMISSION_SENDS];
const CLASSES: [ClassId; 4] = [MASKS, MASKS, RESPIRATORS, OXYGEN];

/// What the pallet under test does not know, and is checked against.
#[derive(Clone, Default)]
struct Around {
	/// How many lots there are.
	lots: u64,
	/// The transfers of which something is not known yet.
	moving: BTreeMap<TransferId, Moving>,
	/// How many transfers were seen.
	seen: usize,
	/// What was delivered to each need.
	delivered: BTreeMap<NeedId, Total>,
	/// What each order sent in each of its periods, without what never left.
	sent: BTreeMap<(OrderId, u64), Total>,
	/// What transfers came from that were taken from an offer, or sent by an order.
	came_from: BTreeMap<TransferId, CameFrom>,
}

/// What a transfer came from.
#[derive(Clone, Copy)]
enum CameFrom {
	Offer(OfferId),
	/// In one of the order's periods.
	Order(OrderId, u64),
}

/// A transfer of which something is not known yet.
#[derive(Clone)]
struct Moving {
	serves: NeedId,
	/// Whether the receiver has accepted it.
	agreed: bool,
	/// Whether its goods are promised to the need.
	promised: bool,
	left: bool,
	outstanding: Total,
	disputed: Total,
}

/// What a step did, or what it was refused with.
type Told = Result<&'static str, DispatchError>;

impl Around {
	fn stock(&mut self, random: &mut Random) {
		let most = if random.one_in(8) { Quantity::MAX } else { random.below(400) };
		let expires_at = MockTrail::now() + random.below(40 * DAY);
		let institution = random.pick(&INSTITUTIONS);
		let expires_at = random.maybe(expires_at);
		lot(institution, random.pick(&CLASSES), most, expires_at);
		self.lots += 1;
	}

	/// Takes note of the transfers that were made since.
	fn look(&mut self) {
		let all = transfers();
		for id in &all[self.seen..] {
			let transfer = made(*id);
			let carried = transfer.lines.iter().map(|(_, quantity)| Total::from(*quantity));
			let moving = Moving {
				serves: transfer.serves.need,
				agreed: transfer.agreed,
				promised: transfer.serves.promised,
				left: false,
				outstanding: carried.sum(),
				disputed: 0,
			};
			self.moving.insert(*id, moving);
		}
		self.seen = all.len();
	}

	/// Something becomes of a transfer.
	fn fate(&mut self, random: &mut Random) -> Told {
		let ids: Vec<_> = self.moving.keys().copied().collect();
		if ids.is_empty() {
			return Ok("nothing");
		}
		let id = random.pick(&ids);
		let moving = self.moving.get_mut(&id).expect("one of them");
		let odds = if self.came_from.contains_key(&id) { 2 } else { 3 };
		if !moving.left && random.one_in(odds) {
			return Ok(self.turn_back(id));
		}
		if !moving.agreed {
			moving.agreed = true;
			moving.promised = accepted(id);
			if !moving.promised {
				self.came_from.remove(&id);
				return Ok("accepted, though not needed any more");
			}
			return Ok("accepted");
		}
		moving.left = true;
		let (whole, from) = match moving.disputed > 0 && random.one_in(2) {
			true => (&mut moving.disputed, Fate::Disputed),
			false => (&mut moving.outstanding, Fate::Outstanding),
		};
		let most = Quantity::try_from(*whole).unwrap_or(Quantity::MAX);
		let quantity = match random.below(3) {
			0 => most.min(random.below(30)),
			_ => most,
		};
		*whole -= Total::from(quantity);
		let to = match (from, random.below(4)) {
			(Fate::Outstanding, 0) => Fate::Disputed,
			(_, 1) | (Fate::Disputed, 2) => Fate::Undelivered,
			_ => Fate::Delivered,
		};
		match to {
			Fate::Disputed => moving.disputed += Total::from(quantity),
			Fate::Delivered if moving.promised => {
				*self.delivered.entry(moving.serves).or_default() += Total::from(quantity)
			}
			_ => {}
		}
		if moving.outstanding == 0 && moving.disputed == 0 {
			self.moving.remove(&id);
		}
		became(id, quantity, from, to);
		Ok(match (from, to) {
			(_, Fate::Disputed) => "disputed",
			(Fate::Disputed, Fate::Delivered) => "delivered after a dispute",
			(Fate::Disputed, _) => "undelivered after a dispute",
			(_, Fate::Delivered) => "delivered",
			_ => "undelivered",
		})
	}

	/// A transfer ends before its goods leave: what it came from has them again, if it may.
	fn turn_back(&mut self, id: TransferId) -> &'static str {
		let moving = self.moving.remove(&id).expect("one of them");
		match self.came_from.get(&id).copied() {
			None => {
				never_left(id);
				"never left"
			}
			Some(CameFrom::Order(order, period)) => {
				*self.sent.entry((order, period)).or_default() -= moving.outstanding;
				never_left(id);
				"given back"
			}
			Some(CameFrom::Offer(offer)) => {
				let before = NeedsPallet::offer(offer);
				let open_again = before.clone().filter(|offer| {
					let active = MockDirectory::standing(offer.institution);
					let count = OfferCount::<Test>::get(offer.institution);
					active == Some(Standing::Active)
						&& MockTrail::now() <= offer.supply.until
						&& !is_held(offer.supply.lot, offer.institution)
						&& match offer.ended {
							None => true,
							Some((ending, _)) => ending == OfferEnding::Taken && count < MAX_OFFERS,
						}
				});
				never_left(id);
				let after = NeedsPallet::offer(offer);
				match open_again {
					None => {
						assert_eq!(after, before);
						"not offered again"
					}
					Some(before) => {
						let left = Total::from(before.left) + moving.outstanding;
						let after = after.expect("it was there before");
						assert_eq!((Total::from(after.left), after.ended), (left, None));
						"offered again"
					}
				}
			}
		}
	}

	/// Every need knows what is under way to it, and what arrived; every order knows what it sent; and what
	/// has not left can be given back.
	fn check(&self) {
		let origins: BTreeSet<_> = Origins::<Test>::iter_keys().collect();
		let waiting = self.moving.iter().filter(|(_, moving)| !moving.left).map(|(id, _)| *id);
		let expected = waiting.filter(|id| self.came_from.contains_key(id));
		assert_eq!(origins, expected.collect(), "what came from an offer or an order");
		for (id, order) in Orders::<Test>::iter() {
			let expected =
				self.sent.get(&(id, order.lately.sent.period)).copied().unwrap_or_default();
			assert_eq!(order.lately.sent.quantity, expected, "{id:?} sent");
		}
		let mut outstanding = BTreeMap::<NeedId, Total>::new();
		let mut unanswered = BTreeMap::<NeedId, Total>::new();
		for moving in self.moving.values() {
			let figures = match (moving.agreed, moving.promised) {
				(false, _) => &mut unanswered,
				(true, true) => &mut outstanding,
				(true, false) => continue,
			};
			*figures.entry(moving.serves).or_default() += moving.outstanding;
		}
		for (id, need) in Needs::<Test>::iter() {
			let expected = outstanding.remove(&id).unwrap_or_default();
			assert_eq!(need.promised, expected, "{id:?} promised");
			let expected = unanswered.remove(&id).unwrap_or_default();
			assert_eq!(need.unanswered, expected, "{id:?} unanswered");
			let expected = self.delivered.get(&id).copied().unwrap_or_default();
			assert_eq!(need.delivered, expected, "{id:?} delivered");
		}
		assert!(outstanding.values().all(|quantity| *quantity == 0), "nothing serves no need");
	}
}

/// Orders send no more than their caps in any period, however often they are rung; what never left aside.
fn count_sent(around: &mut Around, id: OrderId, transfer: TransferId, quantity: Total) {
	let order = order(id);
	let Duty::Send { most, days, .. } = order.instruction.duty else {
		panic!("{id:?} offers");
	};
	let period = MockTrail::now() / (DAY * u64::from(days));
	let sent = around.sent.entry((id, period)).or_default();
	*sent += quantity;
	assert!(*sent <= Total::from(most), "{id:?} sent {sent} of {most}");
	around.came_from.insert(transfer, CameFrom::Order(id, period));
	assert_eq!((order.lately.sent.period, order.lately.sent.quantity), (period, *sent));
}

/// An order that is bound acts during a grave enough emergency alone, where an institution is.
fn check_bound(id: OrderId, institution: InstitutionId) {
	let Some(least) = OrderBounds::<Test>::get(id) else { return };
	let region = MockDirectory::body(institution).expect("an institution").region;
	let found = World::severity(&region, order(id).instruction.class);
	assert!(found >= Some(least), "{id:?} acts during {found:?}");
}

fn figure(random: &mut Random) -> Quantity {
	match random.below(12) {
		0 => 0,
		1 => 1,
		2 => random.pick(&[Quantity::MAX, Quantity::MAX - 1, Quantity::MAX / 2]),
		3 => random.draw(),
		4 => random.below(5_000),
		_ => 1 + random.below(60),
	}
}

fn some<Id: Copy>(random: &mut Random, ids: Vec<Id>, other: impl Fn(u64) -> Id) -> Id {
	if ids.is_empty() || random.one_in(12) {
		return other(random.below(60));
	}
	random.pick(&ids)
}

fn some_need(random: &mut Random) -> NeedId {
	let open = !random.one_in(6);
	let stored = Needs::<Test>::iter().filter(|(_, need)| need.ended.is_none() || !open);
	let ids = stored.map(|(id, _)| id).collect();
	some(random, ids, NeedId)
}

fn some_offer(random: &mut Random) -> OfferId {
	let open = !random.one_in(6);
	let stored = Offers::<Test>::iter().filter(|(_, offer)| offer.ended.is_none() || !open);
	let ids = stored.map(|(id, _)| id).collect();
	some(random, ids, OfferId)
}

/// Mostly a need to which an order would send something.
fn some_need_for(random: &mut Random, order: OrderId) -> NeedId {
	let ids: Vec<_> = Needs::<Test>::iter_keys()
		.filter(|need| NeedsPallet::explain_order(order, *need).findings.is_empty())
		.collect();
	if ids.is_empty() || random.one_in(4) {
		return some_need(random);
	}
	random.pick(&ids)
}

/// Mostly an offer from which something can be taken for a need.
fn some_offer_for(random: &mut Random, need: NeedId) -> OfferId {
	let told = NeedsPallet::offers_for(need, None, 9).entries;
	if told.is_empty() || random.one_in(4) {
		return some_offer(random);
	}
	random.pick(&told).0
}

/// What an order does.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
	Sends,
	Offers,
}

/// Mostly an order that does this.
fn some_order(random: &mut Random, sort: Sort) -> OrderId {
	let open = !random.one_in(6);
	let any = random.one_in(8);
	let stored = Orders::<Test>::iter().filter(|(_, order)| {
		let sends = matches!(order.instruction.duty, Duty::Send { .. });
		(order.ended.is_none() || !open) && (any || sends == (sort == Sort::Sends))
	});
	let ids = stored.map(|(id, _)| id).collect();
	some(random, ids, OrderId)
}

fn paused_order(random: &mut Random) -> OrderId {
	let any = random.one_in(8);
	let paused = Orders::<Test>::iter().filter(|(_, order)| any || order.paused);
	let ids = paused.map(|(id, _)| id).collect();
	some(random, ids, OrderId)
}

fn ended_need(random: &mut Random) -> NeedId {
	let ended = Needs::<Test>::iter().filter(|(_, need)| need.ended.is_some());
	let ids = ended.map(|(id, _)| id).collect();
	some(random, ids, NeedId)
}

fn ended_offer(random: &mut Random) -> OfferId {
	let ended = Offers::<Test>::iter().filter(|(_, offer)| offer.ended.is_some());
	let ids = ended.map(|(id, _)| id).collect();
	some(random, ids, OfferId)
}

/// Mostly one whose newest record is pruned, so that it can be forgotten.
fn ended_order(random: &mut Random) -> OrderId {
	let any = random.one_in(4);
	let ended = Orders::<Test>::iter().filter(|(_, order)| {
		order.ended.is_some() && (any || order.newest_record.is_some_and(MockTrail::is_pruned))
	});
	let ids = ended.map(|(id, _)| id).collect();
	some(random, ids, OrderId)
}

/// Mostly an agent of an institution, in whatever role.
fn agent(random: &mut Random, of: Option<InstitutionId>, agents: &[u64]) -> RuntimeOrigin {
	let place = of.and_then(|of| INSTITUTIONS.iter().position(|institution| *institution == of));
	match (random.below(16), place) {
		(0, _) => root(),
		(1, _) => by(random.pick(&[NOBODY, HOSPITAL_RECEIVES, DONOR_SENDS])),
		(_, Some(place)) => by(agents[place]),
		(_, None) => by(random.pick(agents)),
	}
}

fn scope(random: &mut Random) -> Scope {
	let mut scope = anybody();
	if random.one_in(4) {
		let regions = vec![code(random.pick(&["CN", "CN-HB", "CN-WH", "CN-SH"]))];
		scope.regions = regions.try_into().expect("one");
	}
	if random.one_in(6) {
		let kinds = vec![random.pick(&[InstitutionKind::Hospital, InstitutionKind::Donor])];
		scope.kinds = kinds.try_into().expect("one");
	}
	if random.one_in(8) {
		scope.capabilities = vec![Capability::Ventilation].try_into().expect("one");
	}
	if random.one_in(3) {
		scope.priority = random.pick(&[Priority::Urgent, Priority::Asap, Priority::Stat]);
	}
	scope
}

fn pace(random: &mut Random) -> Pace {
	match random.one_in(10) {
		true => Pace { dispatch: random.below(20) as u16, transit: random.below(20) as u16 },
		false => Pace { dispatch: 1 + random.below(3) as u16, transit: 1 + random.below(3) as u16 },
	}
}

fn request(random: &mut Random) -> Request {
	let now = MockTrail::now();
	let class = if random.one_in(20) { NOTHING } else { random.pick(&CLASSES) };
	let substitutes: Vec<_> = match random.below(4) {
		0 => vec![random.pick(&CLASSES)],
		1 => vec![RESPIRATORS],
		_ => vec![],
	};
	let until = now + HOUR * random.below(24 * 12);
	let from = now + HOUR * random.below(40);
	let claim = Claim { on_hand: figure(random), daily_use: figure(random) };
	Request {
		class,
		substitutes: substitutes.try_into().expect("one at most"),
		quantity: figure(random),
		priority: random.pick(&[Priority::Routine, Priority::Urgent, Priority::Stat]),
		window: Window {
			from: if random.one_in(5) { Some(from) } else { None },
			until: if random.one_in(20) { random.draw() } else { until },
		},
		site: if random.one_in(4) { Some(SiteNumber(random.below(3) as u16)) } else { None },
		shelf_life: if random.one_in(3) { random.below(10) as u16 } else { 0 },
		note: None,
		claim: random.maybe(claim),
	}
}

fn some_supply(random: &mut Random, around: &Around) -> (RuntimeOrigin, Supply) {
	let id = LotId(random.below(around.lots + 1));
	let holder = INSTITUTIONS.into_iter().find(|holder| own(id, *holder).total() > 0);
	let available = holder.map_or(0, |holder| own(id, holder).available);
	let quantity = match random.below(3) {
		0 => figure(random),
		1 => available,
		_ => available.min(1 + random.below(80)),
	};
	let now = MockTrail::now();
	let terms = match random.below(8) {
		0 => Terms::Return { of: TransferId(0), from: ReturnFrom::Available },
		1 => Terms::Loan { due: now + 30 * DAY },
		2 => Terms::Sale,
		_ => Terms::Gift,
	};
	let supply = Supply {
		scope: scope(random),
		terms,
		keeps: if random.one_in(4) { figure(random) } else { 0 },
		least: if random.one_in(4) { figure(random) } else { 1 },
		until: now + HOUR * random.below(24 * 12),
		pace: pace(random),
		..supply(id, quantity)
	};
	(agent(random, holder, &SENDERS), supply)
}

fn instruction(random: &mut Random) -> Instruction {
	let duty = match random.below(3) {
		0 => Duty::Offer {
			within: random.below(60) as u16,
			open: SHORTEST_OFFER - 1 + random.below(8) as u16,
			least: figure(random),
		},
		_ => Duty::Send {
			share: Percent::from_percent(random.below(101) as u8),
			most: figure(random),
			days: random.pick(&[0, 1, 7, 30, 366, 367]),
		},
	};
	Instruction {
		class: random.pick(&CLASSES),
		scope: scope(random),
		floor: match random.below(5) {
			0 => Floor::Units(figure(random)),
			1 => Floor::Days(random.draw() as u16),
			2 => Floor::Days(random.below(9) as u16),
			_ => Floor::Units(0),
		},
		pace: pace(random),
		duty,
	}
}

fn call(origin: RuntimeOrigin, call: Call<Test>) -> Result<(), DispatchError> {
	RuntimeCall::from(call).dispatch(origin).map(|_| ()).map_err(|refusal| refusal.error)
}

fn ring_something(random: &mut Random, around: &mut Around) -> Told {
	let alarm = match random.below(8) {
		0..=3 => {
			let order = some_order(random, Sort::Sends);
			Alarm::Send { order, need: some_need_for(random, order) }
		}
		4 => Alarm::Offer { order: some_order(random, Sort::Offers) },
		5 | 6 => Alarm::Lapse { need: some_need(random) },
		_ => Alarm::Release { offer: some_offer(random) },
	};
	let name = match alarm {
		Alarm::Send { .. } => "sent",
		Alarm::Offer { .. } => "offered by an order",
		Alarm::Lapse { .. } => "lapsed",
		Alarm::Release { .. } => "released",
	};
	// What a view says of it beforehand.
	let explained = match alarm {
		Alarm::Send { order, need } => {
			let findings = NeedsPallet::explain_order(order, need).findings;
			Some(findings.first().cloned().map(DispatchError::from))
		}
		_ => None,
	};
	let done = if random.one_in(3) {
		let origin = RuntimeOrigin::from(frame_system::RawOrigin::Authorized);
		call(origin, Call::post_ring { alarm, discriminator: 0 })
	} else {
		call(by(random.pick(&[NOBODY, DONOR_SENDS])), Call::ring { alarm })
	};
	if let Some(explained) = explained {
		match explained {
			Some(error) => assert_eq!(done, Err(error)),
			None => assert!(!matches!(done, Err(DispatchError::Module(_))), "{done:?}"),
		}
	}
	done?;
	if let Alarm::Send { need, .. } | Alarm::Lapse { need } = alarm {
		assert!(!is_frozen(need), "{need:?}");
	}
	if let (Alarm::Send { .. }, Event::OrderSent { order, transfer, quantity, .. }) =
		(alarm, last_event())
	{
		count_sent(around, order, transfer, quantity);
		check_bound(order, made(transfer).receiver);
	}
	if let Alarm::Offer { order: id } = alarm {
		check_bound(id, order(id).institution);
	}
	Ok(name)
}

fn is_frozen(need: NeedId) -> bool {
	<World as Freezes>::need(need)
}

/// An allocation carries out a line, frozen or not, or escalates a need.
fn share_something(random: &mut Random, around: &mut Around) -> Told {
	let need = some_need(random);
	let act = Act::by(Actor::Allocation(AllocationId(1)));
	if random.one_in(4) {
		let mut step = Step::new(act, Action::NeedsEscalated, &());
		let before = Needs::<Test>::get(need);
		let escalated = <NeedsPallet as Matching<u64>>::escalate(&mut step, need)?;
		let Some(region) = escalated else {
			assert_eq!(Needs::<Test>::get(need), before);
			return Ok("not escalated");
		};
		let (before, after) = (before.expect("it is there"), self::need(need));
		assert_eq!((&after.region, after.escalations), (&region, before.escalations + 1));
		assert_eq!(after.until, before.until.max(MockTrail::now()) + DAY);
		return Ok("escalated");
	}
	let offer = some_offer_for(random, need);
	let quantity = figure(random);
	let left = Offers::<Test>::get(offer).map(|offer| offer.left);
	let unsent = Needs::<Test>::get(need).map(|need| need.unsent());
	let mut step = Step::new(act, Action::LinesAllocated, &());
	let (made, carried) = frame_support::storage::with_storage_layer(|| {
		let shared = <NeedsPallet as Matching<u64>>::share(&mut step, offer, need, quantity);
		shared.map_err(DispatchError::from)
	})?;
	let (left, unsent) = (left.expect("it is there"), unsent.expect("it is there"));
	assert_eq!(Total::from(carried), Total::from(quantity.min(left)).min(unsent));
	assert!(made.agreed && carried > 0, "{made:?}");
	around.came_from.insert(made.id, CameFrom::Offer(offer));
	Ok("shared")
}

fn publish(random: &mut Random) -> Told {
	let request = request(random);
	let place = random.below(4) as usize;
	let institution = INSTITUTIONS[place];
	let explained = NeedsPallet::explain_need(institution, request.clone()).findings;
	let done = call(by(RECEIVERS[place]), Call::publish_need { request });
	if done != Err(MockDirectory::SUSPENDED) {
		let expected = explained.first().cloned().map(DispatchError::from);
		assert_eq!(done.err(), expected, "{explained:?}");
	}
	done.map(|()| "published")
}

fn step(random: &mut Random, around: &mut Around) -> Told {
	let told = match random.below(113) {
		0..=14 => publish(random),
		15..=17 => {
			let need = some_need(random);
			let of = Needs::<Test>::get(need).map(|need| need.institution);
			let origin = agent(random, of, &RECEIVERS);
			call(origin, Call::close_need { need }).map(|()| "closed")
		}
		18..=24 => {
			let (origin, supply) = some_supply(random, around);
			call(origin, Call::make_offer { supply }).map(|()| "offered")
		}
		25..=33 | 87..=91 => {
			let need = some_need(random);
			let offer = some_offer_for(random, need);
			let left = Offers::<Test>::get(offer).map_or(1, |offer| offer.left);
			let stored = Needs::<Test>::get(need);
			let open = stored.as_ref().map_or(1, Need::open);
			let quantity = match random.below(3) {
				0 => figure(random),
				_ => left.min(open.try_into().unwrap_or(Quantity::MAX)),
			};
			let origin = agent(random, stored.map(|need| need.institution), &RECEIVERS);
			call(origin, Call::take { offer, need, quantity })?;
			assert!(!is_frozen(need) && !World::offer(offer), "{offer:?}, {need:?}");
			let Event::OfferTaken { transfer, .. } = last_event() else {
				panic!("{offer:?} was taken");
			};
			around.came_from.insert(transfer, CameFrom::Offer(offer));
			Ok("taken")
		}
		34 | 35 => {
			let offer = some_offer(random);
			let of = Offers::<Test>::get(offer).map(|offer| offer.institution);
			let origin = agent(random, of, &SENDERS);
			call(origin, Call::withdraw_offer { offer }).map(|()| "withdrawn")
		}
		36..=40 => {
			let instruction = instruction(random);
			let origin = agent(random, None, &SENDERS);
			call(origin, Call::give_order { instruction }).map(|()| "given")
		}
		41..=44 | 100 => {
			let sort = random.pick(&[Sort::Sends, Sort::Offers]);
			let choice = random.below(8);
			let order = match choice {
				1..=3 => paused_order(random),
				_ => some_order(random, sort),
			};
			let of = Orders::<Test>::get(order).map(|order| order.institution);
			let origin = agent(random, of, &SENDERS);
			match choice {
				0 => call(origin, Call::pause_order { order }).map(|()| "paused"),
				1..=3 => call(origin, Call::resume_order { order }).map(|()| "resumed"),
				4 => call(origin, Call::revoke_order { order }).map(|()| "revoked"),
				_ => {
					let severity = random.pick(&[Severity::General, Severity::Extreme]);
					let during = random.maybe(severity);
					let name = if during.is_some() { "bound" } else { "freed" };
					call(origin, Call::bind_order { order, during }).map(|()| name)
				}
			}
		}
		45..=62 => ring_something(random, around),
		63..=66 | 101..=104 => {
			let (posting, name) = match random.below(4) {
				0 => (Posting::Need(ended_need(random)), "need forgotten"),
				1 => (Posting::Offer(ended_offer(random)), "offer forgotten"),
				_ => (Posting::Order(ended_order(random)), "order forgotten"),
			};
			call(agent(random, None, &SENDERS), Call::forget { posting }).map(|()| name)
		}
		67 | 68 => {
			let class = if random.one_in(9) { NOTHING } else { random.pick(&CLASSES) };
			let figure = figure(random);
			let bound = random.maybe(figure);
			let origin = if random.one_in(6) { by(HOSPITAL_SENDS) } else { root() };
			call(origin, Call::set_need_bound { class, bound }).map(|()| "bound set")
		}
		69..=76 => {
			let id = LotId(random.below(around.lots));
			let holder = INSTITUTIONS.into_iter().find(|holder| own(id, *holder).total() > 0);
			let sender = holder.unwrap_or(HOSPITAL);
			let available = own(id, sender).available;
			let need = some_need(random);
			let open = Needs::<Test>::get(need).map_or(0, |need| need.open());
			let quantity = match random.below(3) {
				0 => figure(random),
				_ => available.min(open.try_into().unwrap_or(Quantity::MAX)),
			};
			propose(sender, need, &[(id, quantity.min(available))])?;
			assert!(!is_frozen(need), "{need:?}");
			Ok("proposed")
		}
		77..=86 => around.fate(random),
		105..=109 => share_something(random, around),
		110..=112 => {
			let (need, offer) = (some_need(random), some_offer(random));
			freeze_need(need, random.one_in(6));
			freeze_offer(offer, random.one_in(6));
			Ok("frozen or free again")
		}
		_ => {
			change_the_world(random, around);
			Ok("the world changed")
		}
	};
	around.look();
	told
}

fn change_the_world(random: &mut Random, around: &mut Around) {
	let institution = random.pick(&INSTITUTIONS);
	match random.below(14) {
		0 => MockDirectory::set_active(institution, false),
		1 if random.one_in(4) => MockDirectory::wind_up(institution),
		2 | 3 => INSTITUTIONS.iter().for_each(|id| MockDirectory::set_active(*id, true)),
		4 => {
			let region = code(random.pick(&["CN-HB", "CN-SH", "CN-WH", "XX-1"]));
			MockDirectory::change(institution, |entry| entry.region = region);
		}
		5 | 12 => {
			let records = MockTrail::records().len() as u64;
			let most = random.one_in(2);
			let first = RecordId(if most { records } else { random.below(records + 1) });
			// What is pruned stays pruned.
			if !MockTrail::is_pruned(first) {
				MockTrail::prune_before(first);
			}
		}
		6 => refuse_transfers(random.one_in(4)),
		7 => {
			let id = LotId(random.below(around.lots));
			let holder = INSTITUTIONS.into_iter().find(|holder| own(id, *holder).available > 0);
			if let Some(holder) = holder {
				spend(id, holder, random.below(own(id, holder).available));
			}
		}
		8 => {
			let daily_use = match random.below(5) {
				0 => Total::MAX,
				1 => random.draw().into(),
				_ => random.below(9_000).into(),
			};
			set_use(institution, random.pick(&CLASSES), daily_use, random.below(12) as u32);
		}
		11 => {
			let lot = LotId(random.below(around.lots));
			match random.one_in(3) {
				true => hold(lot, true),
				false => (0..around.lots).for_each(|lot| hold(LotId(lot), false)),
			}
		}
		13 => {
			let region = random.pick(&["CN", "CN-HB", "CN-SH"]);
			let severity = random.pick(&[Severity::General, Severity::Major, Severity::Extreme]);
			set_emergency(region, random.pick(&CLASSES), random.maybe(severity));
		}
		_ => around.stock(random),
	}
}

/// Hours pass, and unless times are calm, at times days, and at times weeks.
fn wait(random: &mut Random, calm: bool) {
	match random.below(80) {
		0..=4 if calm => {}
		0 => pass(7 * DAY * (1 + random.below(3))),
		1..=4 => pass(DAY * (1 + random.below(4))),
		5..=40 => pass(HOUR * random.below(6)),
		_ => {}
	}
}

#[test]
fn whatever_is_tried_the_invariants_hold() {
	let mut tally = BTreeMap::<&str, usize>::new();
	for seed in 0..110 {
		play(|| {
			let mut random = Random(seed);
			let mut around = Around::default();
			(0..10).for_each(|_| around.stock(&mut random));
			for _ in 0..160 {
				let (again, before) = (random.0, around.clone());
				let told =
					frame_support::storage::with_storage_layer(|| step(&mut random, &mut around));
				match told {
					Ok(name) => *tally.entry(name).or_default() += 1,
					// Refused once, refused again, and nothing changed.
					Err(error) => {
						around = before.clone();
						let retry = || step(&mut Random(again), &mut before.clone());
						assert_storage_noop!(assert_eq!(retry(), Err(error)));
						*tally.entry("refused").or_default() += 1;
					}
				}
				around.check();
				check_all();
				wait(&mut random, seed % 2 == 0);
			}
			let events = System::events().into_iter().filter_map(|record| match record.event {
				RuntimeEvent::NeedsPallet(event) => Some(event),
				_ => None,
			});
			for event in events {
				let name = match event {
					Event::NeedFilled { .. } => "need filled",
					Event::NeedEscalated { .. } => "need escalated",
					Event::NeedExpired { .. } => "need expired",
					Event::NeedChanged { reopened: true, .. } => "need reopened",
					_ => continue,
				};
				*tally.entry(name).or_default() += 1;
			}
			end(around, seed % 3 > 0, &mut tally);
		});
	}
	for name in [
		"bound",
		"bound set",
		"closed",
		"delivered",
		"delivered after a dispute",
		"disputed",
		"accepted",
		"escalated",
		"freed",
		"frozen or free again",
		"given",
		"given back",
		"lapsed",
		"need escalated",
		"need expired",
		"need filled",
		"need forgotten",
		"need reopened",
		"never left",
		"not offered again",
		"offer forgotten",
		"offered",
		"offered again",
		"offered by an order",
		"order forgotten",
		"paused",
		"proposed",
		"published",
		"refused",
		"released",
		"resumed",
		"revoked",
		"sent",
		"shared",
		"taken",
		"undelivered",
		"undelivered after a dispute",
		"withdrawn",
	] {
		let count = tally.get(name).copied().unwrap_or_default();
		assert!(count >= 5, "{name} came about {count} times: {tally:?}");
	}
}

/// Whatever has been begun, anybody brings to an end, and nothing is left of it. No allocation lasts.
fn end(mut around: Around, late: bool, tally: &mut BTreeMap<&'static str, usize>) {
	thaw();
	if late {
		// No offer is open for as long.
		pass(13 * DAY);
	}
	for (id, moving) in around.moving.clone() {
		if !moving.left {
			*tally.entry(around.turn_back(id)).or_default() += 1;
			continue;
		}
		around.moving.remove(&id);
		for (mut rest, from) in
			[(moving.outstanding, Fate::Outstanding), (moving.disputed, Fate::Disputed)]
		{
			while rest > 0 {
				let quantity = Quantity::try_from(rest).unwrap_or(Quantity::MAX);
				became(id, quantity, from, Fate::Undelivered);
				rest -= Total::from(quantity);
			}
		}
	}
	around.check();
	INSTITUTIONS.into_iter().for_each(MockDirectory::wind_up);
	for offer in OpenOffers::<Test>::iter().map(|(_, id, ())| id).collect::<Vec<_>>() {
		assert_ok!(ring(Alarm::Release { offer }));
	}
	for order in OrdersByClass::<Test>::iter().map(|(_, id, ())| id).collect::<Vec<_>>() {
		assert_ok!(NeedsPallet::revoke_order(by(NOBODY), order));
	}
	// A need is asked of three regions at most here; then it expires.
	for _ in 0..3 {
		pass(100 * DAY);
		for need in OpenNeeds::<Test>::iter_keys().map(|(_, _, id)| id).collect::<BTreeSet<_>>() {
			assert_ok!(ring(Alarm::Lapse { need }));
		}
	}
	check_all();
	MockTrail::prune_before(RecordId(u64::MAX));
	let needs = Needs::<Test>::iter_keys().map(Posting::Need).collect::<Vec<_>>();
	let offers = Offers::<Test>::iter_keys().map(Posting::Offer).collect::<Vec<_>>();
	let orders = Orders::<Test>::iter_keys().map(Posting::Order).collect::<Vec<_>>();
	for posting in [needs, offers, orders].concat() {
		assert_ok!(NeedsPallet::forget(by(NOBODY), posting));
	}
	let left = [
		Needs::<Test>::iter().count(),
		OpenNeeds::<Test>::iter().count(),
		NeedsOf::<Test>::iter().count(),
		Offers::<Test>::iter().count(),
		OpenOffers::<Test>::iter().count(),
		OffersOf::<Test>::iter().count(),
		OfferCount::<Test>::iter().count(),
		Orders::<Test>::iter().count(),
		OrdersOf::<Test>::iter().count(),
		OrdersByClass::<Test>::iter().count(),
		OrderBounds::<Test>::iter().count(),
		Origins::<Test>::iter().count(),
	];
	assert_eq!(left, [0; 12]);
	for id in (0..around.lots).map(LotId) {
		for holder in INSTITUTIONS {
			assert_eq!(own(id, holder).offered, 0);
		}
	}
}
