//! Whatever happens, in whatever order, the invariants stand, and what fails changes nothing.

use super::whereabouts::{family, told};
use crate::{
	mock::*, ArchivedLots, Books, Call, ClassChange, CountClaims, CountReason, DestroyFrom,
	DestroyReason, Destruction, Entry, Error, Event, Levels, LotIdentity, NextLotId, Page,
	RepackInput, RepackOutput, Window,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{storage::with_storage_layer, traits::UnfilteredDispatchable};
use salus_primitives::{
	chance::Random, mock::MockTrail, time::DAY, Act, Action, Actor, Arrival, Authority, Bucket,
	Capability, Custody, EventClaim, HoldKind, Holding, HoldingKey, InstitutionId, LotId, LotStock,
	Lots, Purpose, Quantity, RecordId, Role, Serial, SiteNumber, Source, Step, Stock, Total,
	WriteOff,
};
use sp_runtime::{DispatchError, StateVersion};

fn quantity(random: &mut Random) -> Quantity {
	match random.below(20) {
		0 => Quantity::MAX - random.below(3),
		1 => 0,
		2..=9 => 1,
		_ => random.below(30),
	}
}

fn lot_of(random: &mut Random) -> LotId {
	LotId(random.below(NextLotId::<Test>::get().0 + 1))
}

fn custody(random: &mut Random) -> Custody {
	let party = |random: &mut Random| random.pick(&[HOSPITAL, DONOR]);
	Custody { custodian: party(random), owner: party(random) }
}

/// The institution that the history admits, and the account of its admin and storekeeper.
const CLINIC: InstitutionId = InstitutionId(2);

/// The clinic is there, and everybody is licensed for as long as the history takes.
fn begin() {
	assert_eq!(clinic(), CLINIC);
	let who = STRANGER;
	accepted(signed(who), Call::change_roles { who, roles: roles([Role::Admin, Role::Stock]) });
	for institution in [HOSPITAL, DONOR] {
		let (capability, expires) = (Capability::Ventilation, NOW + 1_000_000_000);
		let call = Call::grant_licence { institution, capability, expires, claim: None };
		accepted(root(), call);
	}
	// Some goods are with another than who registered them.
	for quantity in [12, 20, 28] {
		given(quantity);
	}
}

fn storekeeper(institution: InstitutionId) -> u64 {
	match institution {
		HOSPITAL => STOREKEEPER,
		DONOR => OTHER_STOREKEEPER,
		_ => STRANGER,
	}
}

/// Every holding that is there.
fn keys() -> impl Iterator<Item = HoldingKey> {
	Books::<Test>::iter_keys().filter_map(|(lot, page)| match page {
		Page::Holding(custody) => Some(custody.of(lot)),
		Page::Lot => None,
	})
}

/// Who registered a lot that is there.
fn registrant(lot: LotId) -> InstitutionId {
	Registry::lot(lot).expect("a holding is of a lot").lot.registered_by
}

/// Mostly a holding that is there.
fn key(random: &mut Random) -> HoldingKey {
	let stored: Vec<_> = keys().collect();
	if stored.is_empty() || random.one_in(6) {
		return custody(random).of(lot_of(random));
	}
	random.pick(&stored)
}

/// A holding of capacity, if there is one; one of the newest, whose windows are running or to come.
fn bed(random: &mut Random) -> HoldingKey {
	let is_bed = |key: &HoldingKey| {
		Registry::lot(key.lot).is_some_and(|view| view.lot.identity.window.is_some())
	};
	let beds: BTreeSet<_> = keys().filter(is_bed).collect();
	let newest: Vec<_> = beds.into_iter().rev().take(4).collect();
	if newest.is_empty() {
		return key(random);
	}
	random.pick(&newest)
}

fn site(random: &mut Random) -> Option<SiteNumber> {
	random.pick(&[None, Some(WAREHOUSE), Some(WARD), Some(NOWHERE)])
}

fn site_of(random: &mut Random, institution: InstitutionId) -> Option<SiteNumber> {
	random.maybe(if institution == HOSPITAL { WARD } else { DEPOT })
}

/// A window that mostly has not ended and can be.
fn window(random: &mut Random) -> Window {
	let from = Timestamp::get() + random.below(120) - 30;
	Window { from, until: from + random.below(1_500) }
}

fn identity(random: &mut Random) -> LotIdentity {
	let mut identity = match random.below(5) {
		0 => masks(),
		1 => plain(GLOVES),
		2 => plain(BEDS),
		3 => {
			let window = window(random);
			LotIdentity { window: random.maybe(window), ..plain(CARE) }
		}
		_ => plain(VENTILATORS),
	};
	if identity.class == VENTILATORS || random.one_in(8) {
		identity.serial = Serial::try_from("S-1").ok();
	}
	identity
}

/// What may mostly be made of a lot: capacity for a part of its window, or else anything.
fn identity_out_of(random: &mut Random, lot: LotId) -> LotIdentity {
	let whole = Registry::lot(lot).map(|view| view.lot.identity);
	let Some((whole, window)) = whole.and_then(|whole| Some((whole.clone(), whole.window?))) else {
		return identity(random);
	};
	let from = window.from + random.below(20);
	let until = window.until.saturating_sub(random.below(20));
	LotIdentity { window: Some(Window { from, until }), ..whole }
}

/// A call, and who signs it.
fn call(random: &mut Random) -> (u64, Call<Test>) {
	let HoldingKey { lot, custodian, owner } = key(random);
	let signer = storekeeper(custodian);
	let quantity = quantity(random);
	let event = None;
	let call = match random.below(8) {
		0 | 1 => {
			Call::register_lot { identity: identity(random), quantity, site: site(random), event }
		}
		2 => Call::count { lot, owner, counted: quantity, reason: CountReason::StockTake, event },
		3 => Call::consume { lot, quantity, event },
		4 => {
			let from = random.pick(&[DestroyFrom::Available, DestroyFrom::Quarantined]);
			let how = Destruction { from, reason: DestroyReason::Expired, document: None };
			Call::destroy { lot, owner, quantity, how, event }
		}
		5 => {
			let inputs = [
				RepackInput { lot, quantity },
				RepackInput { lot: lot_of(random), quantity: random.pick(&[1, 2]) },
			];
			let inputs = inputs[..random.pick(&[1, 2])].to_vec();
			let sum = inputs.iter().fold(0u64, |sum, input| sum.saturating_add(input.quantity));
			let first = random.below(sum.max(1)).max(1);
			let outputs = [first, sum.saturating_sub(first)]
				.into_iter()
				.filter(|quantity| *quantity > 0)
				.map(|quantity| RepackOutput {
					identity: identity_out_of(random, lot),
					quantity,
					class_change: random.one_in(2).then_some(ClassChange::Relabelled),
				})
				.collect::<Vec<_>>();
			Call::repack {
				inputs: inputs.try_into().expect("three at most"),
				outputs: outputs.try_into().expect("three at most"),
				event,
			}
		}
		6 => {
			let class_change = random.one_in(2).then_some(ClassChange::WronglyRegistered);
			let identity = identity_out_of(random, lot);
			Call::correct_lot { lot, identity, class_change, event }
		}
		_ => Call::relocate { lot, owner, site: site(random) },
	};
	(signer, call)
}

/// A call about beds, most of which are there, and who signs it.
fn call_of_wards(random: &mut Random) -> (u64, Call<Test>) {
	let HoldingKey { lot, custodian, .. } = bed(random);
	let quantity = 1 + random.below(4);
	let at = Timestamp::get() - random.below(100);
	let event = random.one_in(3).then_some(EventClaim { at, utc_offset: 480 });
	let call = match random.below(4) {
		0 => {
			let identity = LotIdentity { window: Some(window(random)), ..plain(CARE) };
			Call::register_lot { identity, quantity: 5 * quantity, site: None, event }
		}
		1 => {
			let identity = identity_out_of(random, lot);
			let output = RepackOutput { identity, quantity, class_change: None };
			let inputs = vec![RepackInput { lot, quantity }];
			Call::repack {
				inputs: inputs.try_into().expect("three at most"),
				outputs: vec![output].try_into().expect("three at most"),
				event,
			}
		}
		_ => Call::consume { lot, quantity, event },
	};
	(storekeeper(custodian), call)
}

/// A call about claims, estates or archives, and who makes it.
fn call_of_second_parties(random: &mut Random) -> (RuntimeOrigin, Call<Test>) {
	let HoldingKey { lot, custodian, owner } = key(random);
	let custody = Custody { custodian, owner };
	let claims: Vec<_> = CountClaims::<Test>::iter_keys().collect();
	let institution = random.pick(&[HOSPITAL, DONOR, CLINIC]);
	let quantity = quantity(random);
	match random.below(16) {
		0 => (root(), Call::suspend_institution { institution }),
		1 => (root(), Call::reinstate_institution { institution }),
		2 | 3 | 13..=15 => {
			(root(), Call::hand_over { lot, custody, to: institution, quantity, document: None })
		}
		4 => {
			let how = random.pick(&[WriteOff::Destroyed, WriteOff::Lost]);
			(root(), Call::write_off { lot, custody, quantity, how, document: None })
		}
		5 | 6 => {
			// All of what a custodian has of a lot that another registered, and some more.
			let foreign: Vec<_> = keys()
				.filter(|key| key.custodian == key.owner && registrant(key.lot) != key.owner)
				.collect();
			let HoldingKey { lot, custodian, owner } =
				if foreign.is_empty() { key(random) } else { random.pick(&foreign) };
			let held = held(lot, Custody { custodian, owner }).available;
			let counted = held.saturating_add(random.below(4));
			let reason = CountReason::StockTake;
			let call = Call::count { lot, owner, counted, reason, event: None };
			(signed(storekeeper(custodian)), call)
		}
		7 | 8 if !claims.is_empty() => {
			let (lot, custodian) = random.pick(&claims);
			let who = random.pick(&[
				signed(STOREKEEPER),
				signed(OTHER_STOREKEEPER),
				signed(STRANGER),
				root(),
			]);
			match random.one_in(3) {
				true => (who, Call::dismiss_count { lot, custodian }),
				false => {
					(who, Call::confirm_count { lot, custodian, quantity: 1 + random.below(4) })
				}
			}
		}
		9 => {
			let quantity = held(lot, custody).available;
			let call = Call::consume { lot, quantity, event: None };
			(signed(storekeeper(custodian)), call)
		}
		10 => {
			let HoldingKey { lot, custodian, owner } = bed(random);
			(signed(STRANGER), Call::lapse_lot { lot, custodian, owner })
		}
		11 if random.one_in(2) => {
			let archived: Vec<_> = ArchivedLots::<Test>::iter_keys().collect();
			let lot = if archived.is_empty() { lot_of(random) } else { random.pick(&archived) };
			(signed(STRANGER), Call::forget_lot { lot })
		}
		_ => {
			let lots = (0..NextLotId::<Test>::get().0).map(LotId);
			let empty: Vec<_> = lots
				.filter(|lot| Registry::ledger(*lot).is_some_and(|ledger| ledger.held() == Some(0)))
				.collect();
			let lot = if empty.is_empty() { lot_of(random) } else { random.pick(&empty) };
			let digest = Registry::lot_archive(lot).map(|archive| archive.digest());
			(signed(STRANGER), Call::archive_lot { lot, digest: digest.unwrap_or_default() })
		}
	}
}

/// One to three movements of one lot, in one step.
fn moved_by_another_pallet(random: &mut Random) -> Result<(), DispatchError> {
	let HoldingKey { lot, custodian, owner } = key(random);
	let from = Custody { custodian, owner };
	let mut stock = <Registry as Stock<u64>>::open(lot).ok_or(DispatchError::CannotLookup)?;
	for _ in 0..=random.below(2) {
		movement(random, &mut stock, from)?;
	}
	let act = Act::by(Actor::Authority(Authority::Root));
	// As in a call: a claim that is too large fails when the rest is written.
	with_storage_layer(|| stock.close(&mut Step::new(act, Action::TransferReceived, &lot)))
}

fn movement(
	random: &mut Random,
	stock: &mut crate::LotBook<Test>,
	from: Custody,
) -> Result<(), DispatchError> {
	let held = stock.holding(from);
	// Mostly from a bucket that holds something.
	let full: Vec<_> = Bucket::ALL.into_iter().filter(|b| held.quantity(*b) > 0).collect();
	let bucket = if full.is_empty() || random.one_in(4) {
		random.pick(&Bucket::ALL)
	} else {
		random.pick(&full)
	};
	let quantity =
		if random.one_in(2) { quantity(random) } else { held.quantity(bucket).min(random.draw()) };
	let to = custody(random);
	let site = site_of(random, to.custodian);
	let source = random.pick(&[
		Source::Available,
		Source::AvailableForReturn,
		Source::Offered,
		Source::QuarantinedForReturn,
	]);
	let purpose = random.pick(&[Purpose::Send, Purpose::Return]);
	let arrival = random.pick(&[
		Arrival::Usable,
		Arrival::Usable,
		Arrival::Quarantined(HoldKind::Damage),
		Arrival::Quarantined(HoldKind::ColdChainBreach),
	]);
	match (bucket, random.below(3)) {
		(Bucket::Available, 0) => stock.offer(from, quantity),
		(Bucket::Available, 1) => stock.reserve(from, Source::Available, quantity),
		(Bucket::Available, _) => stock.reserve(from, Source::AvailableForReturn, quantity),
		(Bucket::Offered, 0) => stock.withdraw_offer(from, quantity),
		(Bucket::Offered, _) => stock.reserve(from, Source::Offered, quantity),
		(Bucket::Reserved, 0) => stock.unreserve(from, source, quantity),
		(Bucket::Reserved, _) => stock.send(from, quantity, purpose),
		(Bucket::InTransit, 0) => stock.dispute(from, quantity),
		(Bucket::InTransit, _) => stock.deliver(from, to, quantity, arrival, site),
		(Bucket::Disputed, 0) => stock.recover(from, quantity),
		(Bucket::Disputed, 1) => stock.deliver_disputed(from, to, quantity, arrival, site),
		(Bucket::Disputed, _) => {
			let how = random.pick(&[WriteOff::Destroyed, WriteOff::Lost]);
			stock.write_off(from, quantity, how)
		}
		(Bucket::Quarantined, 0) => stock.reserve(from, Source::QuarantinedForReturn, quantity),
		(Bucket::Quarantined, 1) => stock.call_in(from, quantity).map(drop),
		(Bucket::Quarantined, _) => stock.find(to, quantity, site),
	}
}

/// Now and then, a lot, a holding or some of its units are held, or no longer.
fn held_or_freed(random: &mut Random) {
	let key = key(random);
	let (lot, custody) = (key.lot, key.custody());
	if Registry::lot(lot).is_none() {
		return;
	}
	let holding = held(lot, custody);
	let kind = random.pick(&[HoldKind::Damage, HoldKind::Legal, HoldKind::CountDemanded]);
	match random.below(8) {
		0 => hold_lot(lot, true),
		1 | 2 => hold_lot(lot, false),
		3 if holding.total() > 0 => hold_whole(lot, custody, kind),
		4 if holding.held => free_whole(lot, custody),
		5 if holding.total() > 0 => {
			moved(lot, |stock| stock.breach(custody)).expect("the holding is there");
		}
		6 if holding.available > 0 => {
			let units = 1 + random.below(holding.available);
			quarantined(lot, custody, kind, units).expect("so many are available");
		}
		_ if holding.quarantined > 0 => {
			let units = 1 + random.below(holding.quarantined);
			released(lot, custody, units).expect("so many are quarantined");
		}
		_ => free_all(),
	}
}

/// Lifts what holds holdings of which nothing is left.
fn free_all() {
	for (key, holding) in <Registry as Lots>::all().1 {
		if holding.held && holding.total() == 0 {
			free_whole(key.lot, key.custody());
		}
	}
}

/// What of each lot that is held was used or repacked, and each holding that is held, itself or
/// by its lot.
struct OfHeld {
	lots: BTreeMap<LotId, [Total; 2]>,
	holdings: BTreeMap<HoldingKey, Holding>,
}

fn of_held() -> OfHeld {
	let mut of_held = OfHeld { lots: BTreeMap::new(), holdings: BTreeMap::new() };
	for (lot, page, entry) in Books::<Test>::iter() {
		match (page, entry) {
			(Page::Lot, Entry::Lot(entry)) if entry.held => {
				of_held.lots.insert(lot, [entry.ledger.consumed, entry.ledger.repacked_out]);
			}
			(Page::Holding(custody), Entry::Holding(holding))
				if holding.held || Registry::lot(lot).is_some_and(|view| view.held) =>
			{
				of_held.holdings.insert(custody.of(lot), holding);
			}
			_ => {}
		}
	}
	of_held
}

impl OfHeld {
	/// Expects that nothing that was held has been used, repacked or offered since.
	fn stayed(&self) {
		for (lot, gone) in &self.lots {
			let ledger = Registry::ledger(*lot).expect("what is held is not archived");
			assert_eq!([ledger.consumed, ledger.repacked_out], *gone, "{lot:?}");
		}
		for (key, before) in &self.holdings {
			let now = held(key.lot, key.custody());
			assert!(now.offered <= before.offered, "{key:?}: {before:?}, {now:?}");
		}
	}
}

/// One step of a history.
fn step(random: &mut Random) -> Result<(), DispatchError> {
	if random.one_in(3) {
		return moved_by_another_pallet(random);
	}
	if random.one_in(3) {
		let (origin, call) = call_of_second_parties(random);
		let outcome = call.dispatch_bypass_filter(origin);
		return outcome.map(drop).map_err(|failed| failed.error);
	}
	let (signer, call) = if random.one_in(4) { call_of_wards(random) } else { call(random) };
	let outcome = call.dispatch_bypass_filter(signed(signer));
	outcome.map(drop).map_err(|failed| failed.error)
}

fn state() -> Vec<u8> {
	sp_io::storage::root(StateVersion::V1)
}

#[test]
fn every_history_of_stock_calls_keeps_the_books() {
	let mut done = 0;
	let mut used = [0; Bucket::ALL.len()];
	let mut refused = 0;
	let mut seen = [0; 8];
	let mut all_lots = 0;
	let (mut observed, mut forgotten) = (0, 0);
	let (mut nights, mut split) = (0, 0);
	for seed in 1..=12 {
		run(|| {
			let mut random = Random(seed);
			begin();
			for _ in 0..300 {
				pass(random.below(60));
				if random.one_in(60) {
					pass(DAY);
				}
				if random.one_in(50) {
					MockTrail::prune_before(RecordId(MockTrail::records().len() as u64));
				}
				if random.one_in(10) {
					held_or_freed(&mut random);
				}
				let before = state();
				let held_before = of_held();
				match step(&mut random) {
					Ok(()) => done += 1,
					Err(error) => {
						refused += u32::from(error == DispatchError::from(Error::<Test>::Held));
						assert_eq!(state(), before, "what fails changes nothing");
					}
				}
				held_before.stayed();
				if random.one_in(8) {
					try_state();
				}
			}
			for record in System::events() {
				let RuntimeEvent::Registry(event) = record.event else { continue };
				let place = match event {
					Event::CountClaimed { .. } => 0,
					Event::CountConfirmed { .. } => 1,
					Event::CountDismissed { .. } => 2,
					Event::LotHandedOver { .. } => 3,
					Event::LotWrittenOff { .. } => 4,
					Event::LotArchived { .. } => 5,
					Event::LotForgotten { .. } => 6,
					Event::LotLapsed { .. } => 7,
					_ => continue,
				};
				seen[place] += 1;
			}
			// No mean outlives that.
			let levels: Vec<_> = Levels::<Test>::iter().collect();
			observed += levels.iter().map(|(_, _, level)| level.days).sum::<u32>();
			pass(5_000 * DAY);
			for (institution, class, level) in levels {
				let call = Call::<Test>::forget_level { institution, class };
				let outcome = call.dispatch_bypass_filter(signed(STRANGER));
				assert_eq!(outcome.is_ok(), level.available == 0, "{level:?}");
				forgotten += u32::from(outcome.is_ok());
			}
			let lots = NextLotId::<Test>::get().0;
			all_lots += lots;
			for lot in (0..lots).map(LotId) {
				let Some(books) = Registry::conservation(lot, None, 256) else { continue };
				assert_eq!(books.due, Some(books.held), "{lot:?}");
				let limit = 1 + random.below(9) as u32;
				assert_eq!(told(lot, limit), family(lot), "{lot:?}");
				let window = Registry::lot(lot).and_then(|view| view.lot.identity.window);
				if let Some(ledger) = Registry::ledger(lot).filter(|_| window.is_some()) {
					nights += u32::from(ledger.consumed > 0);
					split += u32::from(ledger.repacked_out > 0);
				}
				for (_, holding) in Registry::holdings_of_lot(lot, None, 256) {
					for (place, bucket) in Bucket::ALL.into_iter().enumerate() {
						used[place] += u32::from(holding.quantity(bucket) > 0);
					}
				}
			}
		});
	}
	assert!(done > 12 * 300 / 4, "histories in which little succeeds show little: {done}");
	assert!(all_lots > 12 * 6, "histories of few lots show little: {all_lots}");
	assert!(used.iter().all(|times| *times > 0), "every bucket is used: {used:?}");
	assert!(refused > 0, "some goods were held");
	assert!(observed > 0, "some goods were used for days");
	assert!(forgotten > 0, "some levels are forgotten");
	assert!(nights > 0 && split > 0, "capacity is used, and split: {nights}, {split}");
	assert!(seen.iter().all(|times| *times > 0), "everything happens: {seen:?}");
}
