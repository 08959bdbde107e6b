//! Whatever happens, in whatever order, the invariants stand, and what fails changes nothing.

use crate::{
	mock::*, Call, CountReason, DestroyFrom, DestroyReason, Destruction, Holdings, NextLotId,
	QuarantineReason, RepackInput, RepackOutput,
};
use frame_support::traits::UnfilteredDispatchable;
use salus_primitives::{
	Bucket, HoldingKey, InstitutionId, LotId, Quantity, Serial, SiteId, Stock, WriteOff,
};
use sp_runtime::{DispatchError, StateVersion};

const ALL: [Bucket; 5] =
	[Bucket::Available, Bucket::Reserved, Bucket::Quarantined, Bucket::InTransit, Bucket::Disputed];

/// Choices that one seed determines (Marsaglia's xorshift64).
struct Choices(u64);

impl Choices {
	fn below(&mut self, bound: u64) -> u64 {
		self.0 ^= self.0 << 13;
		self.0 ^= self.0 >> 7;
		self.0 ^= self.0 << 17;
		self.0 % bound
	}

	fn of<X: Copy>(&mut self, choices: &[X]) -> X {
		choices[self.below(choices.len() as u64) as usize]
	}

	fn quantity(&mut self) -> Quantity {
		match self.below(20) {
			0 => Quantity::MAX,
			1 => 0,
			2..=9 => 1,
			_ => self.below(30),
		}
	}

	fn lot(&mut self) -> LotId {
		LotId(self.below(NextLotId::<Test>::get().0 + 1))
	}

	fn party(&mut self) -> InstitutionId {
		self.of(&[HOSPITAL, DONOR])
	}

	/// Mostly a holding that is there.
	fn key(&mut self) -> HoldingKey {
		let stored: Vec<_> = Holdings::<Test>::iter_keys().collect();
		if stored.is_empty() || self.below(6) == 0 {
			return HoldingKey { lot: self.lot(), custodian: self.party(), owner: self.party() };
		}
		let (lot, (custodian, owner)) = self.of(&stored);
		HoldingKey { lot, custodian, owner }
	}

	/// Mostly a bucket that holds something.
	fn bucket_of(&mut self, key: &HoldingKey) -> Bucket {
		let held = <Registry as Stock>::holding(key);
		let full = ALL.into_iter().find(|bucket| held.quantity(*bucket) > 0);
		full.filter(|_| self.below(4) > 0).unwrap_or_else(|| self.bucket())
	}

	fn bucket(&mut self) -> Bucket {
		self.of(&ALL)
	}

	fn site(&mut self) -> Option<SiteId> {
		self.of(&[None, Some(WAREHOUSE), Some(WARD), Some(DEPOT), Some(NOWHERE)])
	}

	fn site_of(&mut self, institution: InstitutionId) -> Option<SiteId> {
		let site = if institution == HOSPITAL { WARD } else { DEPOT };
		self.of(&[None, Some(site)])
	}

	fn identity(&mut self) -> crate::LotIdentity {
		let mut identity = match self.below(4) {
			0 => masks(),
			1 => plain(GLOVES),
			2 => plain(BEDS),
			_ => plain(VENTILATORS),
		};
		if identity.class == VENTILATORS || self.below(8) == 0 {
			identity.serial = Serial::try_from("S-1").ok();
		}
		identity
	}
}

/// A call, and who signs it.
fn call(choices: &mut Choices) -> (u64, Call<Test>) {
	let HoldingKey { lot, custodian, owner } = choices.key();
	let signer = if custodian == HOSPITAL { STOREKEEPER } else { OTHER_STOREKEEPER };
	let quantity = choices.quantity();
	let event = None;
	let call = match choices.below(10) {
		0 | 1 => Call::register_lot {
			identity: choices.identity(),
			quantity,
			site: choices.site(),
			event,
		},
		2 => Call::count { lot, owner, counted: quantity, reason: CountReason::StockTake, event },
		3 => Call::consume { lot, quantity, event },
		4 => {
			let from = choices.of(&[DestroyFrom::Available, DestroyFrom::Quarantined]);
			let how = Destruction { from, reason: DestroyReason::Expired, document: None };
			Call::destroy { lot, owner, quantity, how, event }
		}
		5 => Call::quarantine { lot, owner, quantity, reason: QuarantineReason::Suspicion, event },
		6 => Call::release { lot, owner, quantity, event },
		7 => {
			let inputs = [
				RepackInput { lot, quantity },
				RepackInput { lot: choices.lot(), quantity: choices.of(&[1, 2]) },
			];
			let inputs = inputs[..choices.of(&[1, 2])].to_vec();
			let sum = inputs.iter().fold(0u64, |sum, input| sum.saturating_add(input.quantity));
			let first = choices.below(sum.max(1)).max(1);
			let outputs = [first, sum.saturating_sub(first)]
				.into_iter()
				.filter(|quantity| *quantity > 0)
				.map(|quantity| RepackOutput { identity: choices.identity(), quantity })
				.collect::<Vec<_>>();
			Call::repack {
				inputs: inputs.try_into().expect("three at most"),
				outputs: outputs.try_into().expect("three at most"),
				event,
			}
		}
		8 => Call::correct_lot { lot, identity: choices.identity(), event },
		_ => Call::relocate { lot, owner, site: choices.site() },
	};
	(signer, call)
}

fn moved_by_another_pallet(choices: &mut Choices) -> Result<(), DispatchError> {
	let (key, quantity) = (choices.key(), choices.quantity());
	match choices.below(5) {
		0 => <Registry as Stock>::shift(&key, choices.bucket_of(&key), choices.bucket(), quantity),
		1 | 2 => {
			let lot = if choices.below(8) == 0 { choices.lot() } else { key.lot };
			let to = HoldingKey { lot, ..choices.key() };
			let site = choices.site_of(to.custodian);
			let (from, into) = ((&key, choices.bucket_of(&key)), (&to, choices.bucket()));
			<Registry as Stock>::hand_over(from, into, quantity, site)
		}
		3 => {
			let how = choices.of(&[WriteOff::Destroyed, WriteOff::Lost]);
			<Registry as Stock>::write_off(&key, choices.bucket_of(&key), quantity, how)
		}
		_ => {
			let site = choices.site_of(key.custodian);
			<Registry as Stock>::find(&key, choices.bucket(), quantity, site)
		}
	}
}

/// One step of a history.
fn step(choices: &mut Choices) -> Result<(), DispatchError> {
	if choices.below(3) == 0 {
		return moved_by_another_pallet(choices);
	}
	let (signer, call) = call(choices);
	let outcome = call.dispatch_bypass_filter(signed(signer));
	outcome.map(drop).map_err(|failed| failed.error)
}

fn state() -> Vec<u8> {
	sp_io::storage::root(StateVersion::V1)
}

#[test]
fn every_history_of_stock_calls_keeps_the_books() {
	let mut done = 0;
	for seed in 1..=12 {
		run(|| {
			let mut choices = Choices(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
			let mut before = state();
			for _ in 0..200 {
				let outcome = step(&mut choices);
				let after = state();
				match outcome {
					Ok(()) => done += 1,
					Err(_) => assert_eq!(after, before, "what fails changes nothing"),
				}
				before = after;
				if choices.below(8) == 0 {
					Registry::do_try_state().expect("every invariant stands");
				}
			}
			let lots = NextLotId::<Test>::get().0;
			assert!(lots > 5, "a history of few lots shows little");
			for lot in (0..lots).map(LotId) {
				assert!(Registry::conservation(lot).expect("it exists").balanced, "{lot:?}");
			}
		});
	}
	assert!(done > 12 * 200 / 4, "histories in which little succeeds show little: {done}");
}
