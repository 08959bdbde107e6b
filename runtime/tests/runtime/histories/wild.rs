//! Calls with any argument, from any origin, however wrapped. Most are refused, in many ways.

use super::{dice::Dice, CAST, DERIVED, KEYS};
use crate::{
	chain::{address, Chain},
	claims::{event, gift, masks},
};
use pallet_circulation::{
	CalledInGoods, Capacity, Discrepancy, LegReceipt, MissingGoods, Outcome, RejectedGoods,
	Shortfall, Terms,
};
use pallet_registry::{
	CountReason, DestroyFrom, DestroyReason, Destruction, LotIdentity, RepackInput, RepackOutput,
};
use salus_primitives::{
	Capability, ClassId, EpochId, EventClaim, InstitutionId, LotId, ReturnFrom, Role, Roles,
	Serial, SiteNumber, TransferId,
};
use salus_runtime::{
	configs::governance::CouncilCollective, presets::cast, Runtime, RuntimeCall, RuntimeOrigin,
};

impl Dice {
	/// Mostly small, sometimes nothing, rarely absurd.
	pub fn quantity(&mut self) -> u64 {
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

	pub fn lot(&mut self) -> LotId {
		let lots = pallet_registry::NextLotId::<Runtime>::get().0;
		let beyond = u64::from(self.one_in(20));
		LotId(self.below(lots.max(1) + beyond))
	}

	fn transfer(&mut self) -> TransferId {
		// The newest ones have most left to happen to them.
		let next = pallet_circulation::NextTransferId::<Runtime>::get().0;
		TransferId(next.saturating_sub(1 + self.below(8)))
	}

	fn site(&mut self) -> Option<SiteNumber> {
		let site = SiteNumber(self.below(4) as u16);
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
			6 => return self.hold_call(chain, lot, owner),
			7 => return self.recall_call(chain, lot, owner),
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
						class_change: None,
					}]
					.try_into()
					.expect("one output fits"),
					event,
				}
			}
			9 => Call::correct_lot { lot, identity: self.identity(), class_change: None, event },
			10 => Call::relocate { lot, owner, site: self.site() },
			11 => {
				let roles = [Role::Admin, Role::Stock, Role::Dispatch, Role::Receive];
				let chosen: std::collections::BTreeSet<_> =
					(0..self.below(4)).map(|_| self.pick(&roles)).collect();
				let roles = Roles::try_from(chosen).expect("there are five roles");
				// Not those on whom the history depends, or soon nobody could do anything.
				let who = address(self.pick(&KEYS[CAST.len()..]));
				match self.below(8) {
					0 | 1 => Call::invite_agent { who, roles },
					2 | 3 => Call::accept_invitation { institution: owner },
					4 => Call::decline_invitation { institution: owner },
					5 => Call::withdraw_invitation { who },
					6 => Call::change_roles { who, roles },
					_ => Call::remove_agent { who },
				}
			}
			12 => Call::amend_profile { profile: Some(sp_core::H256::from_low_u64_be(quantity)) },
			_ => self.accreditation_call(chain, owner),
		}
		.into()
	}

	/// What the council decides on.
	pub fn accreditation_call(
		&mut self,
		chain: &Chain,
		institution: InstitutionId,
	) -> pallet_registry::Call<Runtime> {
		use pallet_registry::Call;
		let capability = self.pick(&[Capability::ColdChain, Capability::Ventilation]);
		let who = address(self.pick(&KEYS));
		// Not one on which the history depends: it would never act again.
		let other = InstitutionId(3 + self.below(40) as u32);
		match self.below(8) {
			0 => Call::suspend_institution { institution },
			1 => Call::reinstate_institution { institution },
			2 => Call::grant_licence {
				institution,
				capability,
				expires: chain.now + 1_000_000,
				claim: None,
			},
			3 => Call::revoke_licence { institution, capability },
			4 => {
				let admins = vec![who].try_into().expect("one admin fits");
				Call::replace_agents { institution: other, admins }
			}
			5 => Call::amend_region {
				code: "CN-HB".try_into().expect("a code"),
				belt: None,
				population: self.quantity(),
			},
			6 => Call::wind_up { institution: other },
			_ => {
				let admission = pallet_registry::Admission {
					kind: salus_primitives::InstitutionKind::Hospital,
					region: "CN-HB".try_into().expect("a code"),
					name: "A clinic".try_into().expect("it fits"),
					external: None,
					parent: None,
					profile: None,
				};
				Call::admit_institution { admission, admin: who }
			}
		}
	}

	fn circulation_call(&mut self, chain: &Chain) -> RuntimeCall {
		use pallet_circulation::Call;
		let transfer = self.transfer();
		let event = self.claim(chain);
		match self.below(20) {
			0..=2 => {
				let legs: Vec<_> =
					(0..self.below(4)).map(|_| (self.lot(), self.quantity())).collect();
				let mut proposal = gift(chain, &legs);
				proposal.to = self.institution();
				proposal.from_site = None;
				proposal.to_site = None;
				proposal.dispatch_by = chain.now + self.below(400_000);
				// Often too soon after dispatch.
				proposal.receive_by = proposal.dispatch_by + self.below(9_000_000);
				proposal.terms = match self.below(4) {
					0 => Terms::Loan { due: proposal.receive_by + self.below(1_000_000) },
					1 => Terms::Return {
						of: transfer,
						from: self.pick(&[ReturnFrom::Available, ReturnFrom::Quarantined]),
					},
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
					sensor: None,
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
					Outcome::Missing(MissingGoods::WrittenOff { reason: Discrepancy::Stolen }),
					Outcome::Missing(MissingGoods::Delivered),
					Outcome::CalledIn(CalledInGoods::Returned),
					Outcome::CalledIn(CalledInGoods::Kept),
					Outcome::CalledIn(CalledInGoods::Destroyed { reason: Discrepancy::Damaged }),
					Outcome::CalledIn(CalledInGoods::Lost { reason: Discrepancy::Lost }),
				]),
				quantity: self.quantity(),
				document: None,
				event: Some(event),
			},
			13 => Call::call_in_loan { transfer },
			14 => {
				let quantity = self.quantity();
				Call::request_keeping { transfer, leg: self.below(3) as u32, quantity }
			}
			15 => Call::acknowledge_carriage { transfer },
			16 => Call::decline_carriage { transfer },
			17 => {
				let digest = pallet_circulation::Pallet::<Runtime>::archive_digest(transfer);
				Call::archive { transfer, digest: digest.unwrap_or_default() }
			}
			18 => Call::forget { transfer },
			_ => {
				let capacity = self.pick(&[Capacity::Receiver, Capacity::Carrier]);
				let sender = self.institution();
				if self.one_in(3) {
					Call::approve_sender { sender, capacity }
				} else {
					Call::revoke_sender { sender, capacity }
				}
			}
		}
		.into()
	}

	fn call(&mut self, chain: &Chain) -> RuntimeCall {
		match self.below(22) {
			21 => self.emergency_call(chain),
			20 => self.plan_call(chain),
			0 => pallet_supervision::Call::prune { epoch: EpochId(self.below(3)) }.into(),
			1 => self.round_call(chain),
			2 => self.seats_call(),
			3 => self.matching_call(chain),
			4..=9 => self.registry_call(chain),
			_ => self.circulation_call(chain),
		}
	}

	fn wrapped(&mut self, chain: &Chain) -> RuntimeCall {
		let call = self.call(chain);
		match self.below(14) {
			0 => pallet_utility::Call::batch { calls: vec![call, self.call(chain)] }.into(),
			1 => pallet_utility::Call::batch_all { calls: vec![call, self.call(chain)] }.into(),
			2 => pallet_utility::Call::force_batch { calls: vec![self.call(chain), call] }.into(),
			3 => pallet_proxy::Call::proxy {
				real: address(self.pick(&KEYS)),
				force_proxy_type: None,
				call: Box::new(call),
			}
			.into(),
			4 => {
				pallet_utility::Call::as_derivative { index: DERIVED, call: Box::new(call) }.into()
			}
			5 => pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![cast::account(self.pick(&KEYS))],
				call: Box::new(call),
			}
			.into(),
			6 => pallet_scheduler::Call::schedule_after {
				after: 1,
				maybe_periodic: None,
				priority: 0,
				call: Box::new(call),
			}
			.into(),
			_ => call,
		}
	}

	/// Mostly somebody; sometimes the council or a part of it, root, or nobody.
	fn origin(&mut self) -> RuntimeOrigin {
		let council =
			|votes| pallet_collective::RawOrigin::<_, CouncilCollective>::Members(votes, 5).into();
		match self.below(14) {
			13 => pallet_assembly::Origin::Emergency.into(),
			12 => pallet_assembly::Origin::Reallocation.into(),
			0 | 1 => council(3),
			2 => council(2),
			3 if self.one_in(2) => RuntimeOrigin::root(),
			3 => RuntimeOrigin::none(),
			_ => RuntimeOrigin::signed(cast::account(self.pick(&KEYS))),
		}
	}

	/// Any step.
	pub fn wild_step(&mut self, chain: &Chain) -> (RuntimeOrigin, RuntimeCall) {
		(self.origin(), self.wrapped(chain))
	}
}
