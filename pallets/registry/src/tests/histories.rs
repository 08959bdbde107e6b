//! Whatever happens, in whatever order, the invariants stand, and what fails changes nothing.

use crate::{
	mock::*, Books, Call, CountReason, DestroyFrom, DestroyReason, Destruction, NextLotId, Page,
	QuarantineReason, RepackInput, RepackOutput,
};
use frame_support::traits::UnfilteredDispatchable;
use salus_primitives::{
	mock::Random, Act, Action, Actor, Arrival, Authority, Bucket, Custody, HoldingKey,
	InstitutionId, LotId, LotStock, Purpose, Quantity, Serial, SiteNumber, Source, Step, Stock,
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

/// Mostly a holding that is there.
fn key(random: &mut Random) -> HoldingKey {
	let stored: Vec<_> = Books::<Test>::iter_keys()
		.filter_map(|(lot, page)| match page {
			Page::Holding(custody) => Some(custody.of(lot)),
			Page::Lot => None,
		})
		.collect();
	if stored.is_empty() || random.one_in(6) {
		return custody(random).of(lot_of(random));
	}
	random.pick(&stored)
}

fn site(random: &mut Random) -> Option<SiteNumber> {
	random.pick(&[None, Some(WAREHOUSE), Some(WARD), Some(NOWHERE)])
}

fn site_of(random: &mut Random, institution: InstitutionId) -> Option<SiteNumber> {
	random.maybe(if institution == HOSPITAL { WARD } else { DEPOT })
}

fn identity(random: &mut Random) -> crate::LotIdentity {
	let mut identity = match random.below(4) {
		0 => masks(),
		1 => plain(GLOVES),
		2 => plain(BEDS),
		_ => plain(VENTILATORS),
	};
	if identity.class == VENTILATORS || random.one_in(8) {
		identity.serial = Serial::try_from("S-1").ok();
	}
	identity
}

/// A call, and who signs it.
fn call(random: &mut Random) -> (u64, Call<Test>) {
	let HoldingKey { lot, custodian, owner } = key(random);
	let signer = if custodian == HOSPITAL { STOREKEEPER } else { OTHER_STOREKEEPER };
	let quantity = quantity(random);
	let event = None;
	let call = match random.below(10) {
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
		5 => Call::quarantine { lot, owner, quantity, reason: QuarantineReason::Suspicion, event },
		6 => Call::release { lot, owner, quantity, event },
		7 => {
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
				.map(|quantity| RepackOutput { identity: identity(random), quantity })
				.collect::<Vec<_>>();
			Call::repack {
				inputs: inputs.try_into().expect("three at most"),
				outputs: outputs.try_into().expect("three at most"),
				event,
			}
		}
		8 => Call::correct_lot { lot, identity: identity(random), event },
		_ => Call::relocate { lot, owner, site: site(random) },
	};
	(signer, call)
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
	stock.close(&mut Step::new(act, Action::TransferReceived, &lot))
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
	match (bucket, random.below(3)) {
		(Bucket::Available, 0) => stock.offer(from, quantity),
		(Bucket::Available, 1) => stock.reserve(from, Source::Available, quantity),
		(Bucket::Available, _) => stock.reserve(from, Source::AvailableForReturn, quantity),
		(Bucket::Offered, 0) => stock.withdraw_offer(from, quantity),
		(Bucket::Offered, _) => stock.reserve(from, Source::Offered, quantity),
		(Bucket::Reserved, 0) => stock.unreserve(from, quantity),
		(Bucket::Reserved, _) => stock.send(from, quantity),
		(Bucket::InTransit, 0) => stock.dispute(from, quantity),
		(Bucket::InTransit, _) => stock.deliver(from, to, quantity, Arrival::Usable, site),
		(Bucket::Disputed, 0) => stock.recover(from, quantity),
		(Bucket::Disputed, 1) => stock.deliver_disputed(from, to, quantity, Arrival::Usable, site),
		(Bucket::Disputed, _) => {
			let how = random.pick(&[WriteOff::Destroyed, WriteOff::Lost]);
			stock.write_off(from, quantity, how)
		}
		(Bucket::Quarantined, _) => stock.find(to, quantity, site),
	}
}

/// Now and then, a lot is held for some purposes, or no longer.
fn held_or_freed(random: &mut Random) {
	let lot = lot_of(random);
	let purposes: Vec<Purpose> = PURPOSES.into_iter().filter(|_| random.one_in(4)).collect();
	MockHolds::hold(lot, if random.one_in(2) { &purposes } else { &[] });
}

/// One step of a history.
fn step(random: &mut Random) -> Result<(), DispatchError> {
	if random.one_in(3) {
		return moved_by_another_pallet(random);
	}
	let (signer, call) = call(random);
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
	let mut held = 0;
	for seed in 1..=12 {
		run(|| {
			let mut random = Random(seed);
			for _ in 0..200 {
				if random.one_in(10) {
					held_or_freed(&mut random);
				}
				let before = state();
				match step(&mut random) {
					Ok(()) => done += 1,
					Err(error) => {
						held += u32::from(error == MockHolds::HELD);
						assert_eq!(state(), before, "what fails changes nothing");
					}
				}
				if random.one_in(8) {
					try_state();
				}
			}
			let lots = NextLotId::<Test>::get().0;
			assert!(lots > 5, "a history of few lots shows little");
			for lot in (0..lots).map(LotId) {
				assert!(Registry::conservation(lot).expect("it exists").balanced, "{lot:?}");
				for (_, holding) in Registry::holdings_of_lot(lot) {
					for (place, bucket) in Bucket::ALL.into_iter().enumerate() {
						used[place] += u32::from(holding.quantity(bucket) > 0);
					}
				}
			}
		});
	}
	assert!(done > 12 * 200 / 4, "histories in which little succeeds show little: {done}");
	assert!(used.iter().all(|times| *times > 0), "every bucket is used: {used:?}");
	assert!(held > 0, "some goods were held");
}
