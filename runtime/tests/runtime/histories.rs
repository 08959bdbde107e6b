//! Histories of random calls, from whatever origin and however wrapped, leave every invariant
//! standing.
//!
//! The generator is seeded, so that a history that fails can be run again. Its arguments are drawn
//! from a small world, and often from beyond it, so that a good part of the calls succeeds and
//! every call is refused in many ways.

use crate::{
	chain::{address, check, on, Chain},
	claims::{event, gift, masks, DONOR, HOSPITAL, SECOND_HOSPITAL},
};
use pallet_circulation::{
	Discrepancy, LegReceipt, MissingGoods, Outcome, RejectedGoods, Shortfall, Terms,
};
use pallet_registry::{
	CountReason, DestroyFrom, DestroyReason, Destruction, LotIdentity, QuarantineReason,
	RepackInput, RepackOutput,
};
use salus_primitives::{
	Capability, ClassId, EventClaim, InstitutionId, LotId, Role, Roles, Serial, SiteId, TransferId,
};
use salus_runtime::{
	configs::{accounts::ProxyType, governance::CouncilCollective},
	presets::cast,
	Registry, Runtime, RuntimeCall, RuntimeOrigin,
};
use sp_runtime::traits::Dispatchable;

const STEPS: u32 = 600;
const KEYS: [&str; 10] =
	["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two", "Alice//stash", "Mallory"];

/// xorshift64*, by Vigna.
struct Dice(u64);

impl Dice {
	fn roll(&mut self) -> u64 {
		self.0 ^= self.0 >> 12;
		self.0 ^= self.0 << 25;
		self.0 ^= self.0 >> 27;
		self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
	}

	fn below(&mut self, bound: u64) -> u64 {
		self.roll() % bound
	}

	fn one_in(&mut self, odds: u64) -> bool {
		self.below(odds) == 0
	}

	fn pick<T: Clone>(&mut self, among: &[T]) -> T {
		among[self.below(among.len() as u64) as usize].clone()
	}

	fn maybe<T>(&mut self, value: T) -> Option<T> {
		(!self.one_in(3)).then_some(value)
	}

	/// Mostly small, sometimes nothing, rarely absurd.
	fn quantity(&mut self) -> u64 {
		match self.below(40) {
			0 => 0,
			1 => u64::MAX,
			2..=5 => 1_000 + self.below(100_000),
			_ => 1 + self.below(60),
		}
	}

	fn institution(&mut self) -> InstitutionId {
		InstitutionId(if self.one_in(12) { self.below(60) } else { self.below(3) } as u32)
	}

	fn lot(&mut self) -> LotId {
		let lots = pallet_registry::NextLotId::<Runtime>::get().0;
		let beyond = u64::from(self.one_in(20));
		LotId(self.below(lots.max(1) + beyond))
	}

	fn transfer(&mut self) -> TransferId {
		// The newest ones have most left to happen to them.
		let next = pallet_circulation::NextTransferId::<Runtime>::get().0;
		TransferId(next.saturating_sub(1 + self.below(8)))
	}

	fn site(&mut self) -> Option<SiteId> {
		let site = SiteId(self.below(11) as u32);
		(self.one_in(3)).then_some(site)
	}

	fn claim(&mut self, chain: &Chain) -> EventClaim {
		let late = self.below(3_600_000);
		match self.below(30) {
			0 => EventClaim { at: chain.now + 86_400_000, utc_offset: 480 },
			1 => EventClaim { at: chain.now / 2, utc_offset: 480 },
			2 => EventClaim { at: chain.now, utc_offset: 2_000 },
			_ => EventClaim { at: chain.now - late, ..event(chain) },
		}
	}

	fn identity(&mut self) -> LotIdentity {
		let identity = masks(self.pick(&["M-1", "M-2", "M-3"]));
		match self.below(6) {
			0 => {
				LotIdentity { class: ClassId(4), serial: Serial::try_from("OX-1").ok(), ..identity }
			}
			1 => LotIdentity { class: ClassId(self.below(8) as u32), ..identity },
			2 => LotIdentity { expiry: None, ..identity },
			_ => identity,
		}
	}

	fn shortfall(&mut self) -> Option<Shortfall> {
		let quantity = self.quantity();
		let reason = self.pick(&[Discrepancy::Damaged, Discrepancy::Lost, Discrepancy::Unknown]);
		self.one_in(3).then_some(Shortfall { quantity, reason })
	}

	fn registry_call(&mut self, chain: &Chain) -> RuntimeCall {
		use pallet_registry::Call;
		let (lot, owner, quantity) = (self.lot(), self.institution(), self.quantity());
		let claim = self.claim(chain);
		let event = self.maybe(claim);
		match self.below(14) {
			0..=2 => {
				let identity = self.identity();
				Call::register_lot { identity, quantity, site: self.site(), event }
			}
			3 => Call::count {
				lot,
				owner,
				counted: quantity,
				reason: self.pick(&[CountReason::StockTake, CountReason::Theft]),
				event,
			},
			4 => Call::consume { lot, quantity, event },
			5 => Call::destroy {
				lot,
				owner,
				quantity,
				how: Destruction {
					from: self.pick(&[DestroyFrom::Available, DestroyFrom::Quarantined]),
					reason: DestroyReason::Damaged,
					document: None,
				},
				event,
			},
			6 => Call::quarantine { lot, owner, quantity, reason: QuarantineReason::Damage, event },
			7 => Call::release { lot, owner, quantity, event },
			8 => {
				let (a, b) = (1 + self.below(20), 1 + self.below(20));
				let skew = u64::from(self.one_in(5));
				Call::repack {
					inputs: vec![
						RepackInput { lot, quantity: a },
						RepackInput { lot: self.lot(), quantity: b },
					]
					.try_into()
					.expect("two inputs fit"),
					outputs: vec![RepackOutput {
						identity: self.identity(),
						quantity: a + b + skew,
					}]
					.try_into()
					.expect("one output fits"),
					event,
				}
			}
			9 => Call::correct_lot { lot, identity: self.identity(), event },
			10 => Call::relocate { lot, owner, site: self.site() },
			11 => {
				let roles = [Role::Admin, Role::Stock, Role::Dispatch, Role::Receive];
				let chosen: std::collections::BTreeSet<_> =
					(0..self.below(4)).map(|_| self.pick(&roles)).collect();
				let roles = Roles::try_from(chosen).expect("there are five roles");
				let who = address(self.pick(&KEYS));
				match self.below(3) {
					0 => Call::appoint_agent { who, roles },
					// Rarely, or soon nobody could do anything.
					1 if self.one_in(8) => Call::change_roles { who, roles },
					_ => Call::appoint_agent { who: address("Mallory"), roles },
				}
			}
			12 => Call::amend_profile { profile: Some(sp_core::H256::from_low_u64_be(quantity)) },
			_ => match self.below(4) {
				0 => Call::suspend_institution { institution: owner },
				1 => Call::reinstate_institution { institution: owner },
				2 => Call::grant_licence {
					institution: owner,
					capability: Capability::ColdChain,
					expires: chain.now + 1_000_000,
					claim: None,
				},
				_ => Call::revoke_licence { institution: owner, capability: Capability::ColdChain },
			},
		}
		.into()
	}

	fn circulation_call(&mut self, chain: &Chain) -> RuntimeCall {
		use pallet_circulation::Call;
		let transfer = self.transfer();
		let event = self.claim(chain);
		match self.below(14) {
			0..=2 => {
				let legs: Vec<_> =
					(0..self.below(4)).map(|_| (self.lot(), self.quantity())).collect();
				let mut proposal = gift(chain, &legs);
				proposal.to = self.institution();
				proposal.from_site = None;
				proposal.to_site = None;
				proposal.dispatch_by = chain.now + self.below(400_000);
				proposal.receive_by = proposal.dispatch_by + self.below(400_000);
				proposal.terms = match self.below(4) {
					0 => Terms::Loan { due: proposal.receive_by + self.below(1_000_000) },
					1 => Terms::Return { of: transfer },
					2 => Terms::Sale,
					_ => Terms::Gift,
				};
				Call::propose { proposal }
			}
			3 | 4 => Call::accept { transfer },
			5 => Call::reject { transfer },
			6 => Call::withdraw { transfer },
			7 | 8 => {
				let carrier = self.institution();
				Call::dispatch {
					transfer,
					carrier: self.maybe(carrier),
					sscc: None,
					expected: None,
					event,
				}
			}
			9 | 10 => {
				let legs = pallet_circulation::Transfers::<Runtime>::get(transfer)
					.map(|transfer| transfer.legs.into_inner())
					.unwrap_or_default();
				let legs: Vec<_> = legs
					.iter()
					.map(|leg| LegReceipt {
						accepted: self.below(leg.outstanding().max(1).saturating_add(1)),
						condition: Default::default(),
						rejected: self.shortfall(),
						missing: self.shortfall(),
						excess: if self.one_in(6) { self.shortfall() } else { None },
					})
					.collect();
				Call::receive {
					transfer,
					legs: legs.try_into().expect("a transfer's legs fit"),
					sensor: None,
					document: None,
					event,
				}
			}
			11 => Call::release { transfer },
			12 => Call::resolve {
				transfer,
				leg: self.below(3) as u32,
				outcome: self.pick(&[
					Outcome::Rejected(RejectedGoods::Returned),
					Outcome::Rejected(RejectedGoods::Destroyed),
					Outcome::Rejected(RejectedGoods::Delivered),
					Outcome::Missing(MissingGoods::Found),
					Outcome::Missing(MissingGoods::WrittenOff),
					Outcome::Missing(MissingGoods::Delivered),
				]),
				quantity: self.quantity(),
				document: None,
				event: Some(event),
			},
			_ if self.one_in(3) => Call::approve_sender { sender: self.institution() },
			_ => Call::revoke_sender { sender: self.institution() },
		}
		.into()
	}

	fn call(&mut self, chain: &Chain) -> RuntimeCall {
		match self.below(20) {
			0 => pallet_supervision::Call::prune {}.into(),
			1..=9 => self.registry_call(chain),
			_ => self.circulation_call(chain),
		}
	}

	fn wrapped(&mut self, chain: &Chain) -> RuntimeCall {
		let call = self.call(chain);
		match self.below(10) {
			0 => pallet_utility::Call::batch { calls: vec![call, self.call(chain)] }.into(),
			1 => pallet_utility::Call::batch_all { calls: vec![call, self.call(chain)] }.into(),
			2 => pallet_utility::Call::force_batch { calls: vec![self.call(chain), call] }.into(),
			3 => pallet_proxy::Call::proxy {
				real: address(self.pick(&KEYS)),
				force_proxy_type: None,
				call: Box::new(call),
			}
			.into(),
			4 => pallet_utility::Call::as_derivative { index: 1, call: Box::new(call) }.into(),
			_ => call,
		}
	}

	/// Mostly somebody; sometimes the council or a part of it, root, or nobody.
	fn origin(&mut self) -> RuntimeOrigin {
		let council =
			|votes| pallet_collective::RawOrigin::<_, CouncilCollective>::Members(votes, 5).into();
		match self.below(24) {
			0 => council(3),
			1 => council(2),
			2 => RuntimeOrigin::root(),
			3 => RuntimeOrigin::none(),
			_ => RuntimeOrigin::signed(cast::account(self.pick(&KEYS))),
		}
	}
}

fn history(seed: u64) {
	on("development", |chain| {
		let mut dice = Dice(seed);
		for proxy_type in [ProxyType::Any, ProxyType::Stock, ProxyType::Receive] {
			let given = pallet_proxy::Call::add_proxy {
				delegate: address("Mallory"),
				proxy_type,
				delay: 0,
			};
			let path = dice.pick(&KEYS[..4]);
			chain.call(path, given).expect("a proxy may be given");
		}
		// Something for the three to circulate.
		for (path, batch) in [("Alice", "M-1"), ("Bob", "M-2"), ("Dave", "M-3")] {
			let call = crate::claims::register(chain, masks(batch), 5_000);
			chain.call(path, call).expect("an agent may register");
		}
		let mut moved = 0;
		for step in 0..STEPS {
			let before = recorded();
			let (origin, call) = (dice.origin(), dice.wrapped(chain));
			// Refusals are as welcome as successes; the invariants judge both.
			let _ = call.dispatch(origin);
			moved += u32::from(recorded() > before);
			if dice.one_in(6) {
				let pause = dice.pick(&[500, 2_000, 30_000, 300_000]);
				chain.advance(pause);
			}
			if step % 50 == 0 {
				check();
			}
			// What was suspended by chance comes back, or the history would fall silent.
			if step % 40 == 0 {
				for institution in [DONOR, HOSPITAL, SECOND_HOSPITAL] {
					let back =
						pallet_registry::Call::<Runtime>::reinstate_institution { institution };
					let _ = RuntimeCall::from(back).dispatch(RuntimeOrigin::root());
				}
			}
		}
		assert!(moved > 0, "seed {seed}: none of {STEPS} steps changed anything");
		for lot in 0..pallet_registry::NextLotId::<Runtime>::get().0 {
			let books = Registry::conservation(LotId(lot)).expect("a lot has books");
			assert!(books.balanced, "seed {seed}: lot {lot} is not conserved: {books:?}");
		}
	});
}

/// How many records there are.
fn recorded() -> u64 {
	pallet_supervision::NextRecordId::<Runtime>::get().0
}

#[test]
fn random_histories_leave_every_invariant_standing() {
	for seed in [1, 20_200_123, 0xDEAD_BEEF, 4_242_424_242] {
		history(seed);
	}
}
