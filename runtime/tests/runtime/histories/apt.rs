//! Calls that the books allow, from whom they allow them, so that a history goes somewhere.

use super::{
	afterwards::is_active,
	dice::Dice,
	holds::{carries_held, is_held},
	matching::HOURS,
	CAST, DERIVED, PROXY,
};
use crate::{
	chain::{address, Chain},
	claims::{event, gift, masks},
};
use pallet_circulation::{
	CalledInGoods, Discrepancy, LegReceipt, MissingGoods, Outcome, RejectedGoods, Shortfall,
	Status, Terms, TransferLeg, Transfers,
};
use pallet_registry::{
	Books, CountReason, DestroyFrom, DestroyReason, Destruction, Entry, Page, RepackInput,
	RepackOutput, Window,
};
use salus_primitives::{
	Expiry, Holding, HoldingKey, InstitutionId, Quantity, ReturnFrom, TransferId,
};
use salus_runtime::{presets::cast, Registry, Runtime, RuntimeCall, RuntimeOrigin};

const MINUTE: u64 = 60_000;

type Transfer = pallet_circulation::TransferOf<Runtime>;

/// Who acts, and what they do.
type Step = (InstitutionId, RuntimeCall);

/// The key of an institution's admin; the first of the cast for those that have none in it.
pub fn key(institution: InstitutionId) -> &'static str {
	let known = CAST.iter().find(|(_, member)| *member == institution);
	known.map_or(CAST[0].0, |(path, _)| path)
}

impl Dice {
	/// From nothing to all of `quantity`, and often all.
	fn part(&mut self, quantity: Quantity) -> Quantity {
		if self.one_in(2) {
			quantity
		} else {
			self.below(quantity.saturating_add(1))
		}
	}

	pub fn some_of(&mut self, quantity: Quantity) -> Quantity {
		1 + self.below(quantity.max(1))
	}

	/// A holding that `fits`.
	pub fn holding(
		&mut self,
		fits: impl Fn(&HoldingKey, &Holding) -> bool,
	) -> Option<(HoldingKey, Holding)> {
		let mut all: Vec<_> = Books::<Runtime>::iter()
			.filter_map(|(lot, page, entry)| match (page, entry) {
				(Page::Holding(custody), Entry::Holding(holding)) => {
					Some((custody.of(lot), holding))
				}
				_ => None,
			})
			.filter(|(key, holding)| fits(key, holding))
			.collect();
		all.sort_by_key(|(key, _)| *key);
		self.pick_one(&all)
	}

	fn registration(&mut self, chain: &Chain) -> Step {
		let active: Vec<_> = CAST.iter().filter(|(_, who)| is_active(*who)).collect();
		let who = self.pick_one(&active).map_or(CAST[0].1, |(_, who)| *who);
		let batch = self.pick(&["M-1", "M-2", "M-3"]);
		let mut identity = masks(batch);
		if self.one_in(5) {
			// Within the year in which the history begins: what orders offer.
			identity.expiry = Some(Expiry::Month { year: 2026, month: 12 });
		}
		if self.one_in(14) {
			let from = chain.now;
			identity.class = HOURS;
			identity.expiry = None;
			identity.window = Some(Window { from, until: from + 60 * MINUTE });
		}
		let quantity = self.some_of(2_000);
		(who, crate::claims::register(chain, identity, quantity))
	}

	fn stock_step(&mut self, chain: &Chain) -> Option<Step> {
		use pallet_registry::Call;
		let event = Some(event(chain));
		let (key, holding) = self.holding(|key, holding| {
			is_active(key.custodian) && holding.available + holding.quarantined > 0
		})?;
		let HoldingKey { lot, custodian, owner } = key;
		let quantity = self.some_of(holding.available / 4);
		let call = match self.below(6) {
			0 => Call::count {
				lot,
				owner,
				counted: (holding.available + self.below(20)).saturating_sub(self.below(20)),
				reason: CountReason::StockTake,
				event,
			},
			1 | 5 if is_held(&key, &holding) => {
				return self.own_lift(key, chain).map(|call| (custodian, call));
			}
			1 if custodian == owner && self.one_in(2) => {
				Call::consume { lot, quantity: holding.available, event }
			}
			1 if custodian == owner => Call::consume { lot, quantity, event },
			2 => return Some((custodian, self.own_hold(key, quantity, chain))),
			3 if holding.quarantined > 0 => {
				return self.own_lift(key, chain).map(|call| (custodian, call));
			}
			4 if custodian == owner => Call::destroy {
				lot,
				owner,
				quantity,
				how: Destruction {
					from: DestroyFrom::Available,
					reason: DestroyReason::Damaged,
					document: None,
				},
				event,
			},
			5 if custodian == owner => Call::repack {
				inputs: vec![RepackInput { lot, quantity }].try_into().expect("one input fits"),
				outputs: vec![RepackOutput {
					identity: masks("M-4"),
					quantity,
					class_change: None,
				}]
				.try_into()
				.expect("one output fits"),
				event,
			},
			_ => Call::relocate { lot, owner, site: None },
		};
		Some((custodian, call.into()))
	}

	fn proposal(&mut self, chain: &Chain) -> Option<Step> {
		let own = |key: &HoldingKey, holding: &Holding| {
			key.custodian == key.owner
				&& is_active(key.owner)
				&& holding.available > 3
				&& !is_held(key, holding)
		};
		let (first, held) = self.holding(own)?;
		let sender = first.custodian;
		let mut legs = Vec::new();
		for _ in 0..1 + self.below(3) {
			let (key, holding) =
				self.holding(|key, holding| own(key, holding) && key.custodian == sender)?;
			legs.push((key.lot, self.some_of(holding.available / 4)));
		}
		let mut proposal = gift(chain, &legs);
		let others: Vec<_> = CAST
			.iter()
			.map(|(_, member)| *member)
			.filter(|member| *member != sender && is_active(*member))
			.collect();
		proposal.to = self.pick_one(&others)?;
		proposal.from_site = None;
		proposal.to_site = None;
		proposal.dispatch_by = chain.now + MINUTE * (2 + self.below(20));
		proposal.receive_by = proposal.dispatch_by + MINUTE * (60 + self.below(20));
		proposal.terms = match self.below(3) {
			0 => Terms::Loan { due: proposal.receive_by + 60 * MINUTE },
			1 => Terms::Sale,
			_ => Terms::Gift,
		};
		// Often what somebody needs.
		if let Some((need, wanted)) = self.open_need(chain, sender).filter(|_| self.one_in(2)) {
			let quantity = self.some_of(wanted.min(20).min(held.available));
			proposal = gift(chain, &[(first.lot, quantity)]);
			proposal.to = pallet_needs::Needs::<Runtime>::get(need)?.institution;
			proposal.from_site = None;
			proposal.to_site = None;
			proposal.dispatch_by = chain.now + MINUTE * 2;
			proposal.receive_by = proposal.dispatch_by + MINUTE * 60;
			proposal.serves = Some(need);
		}
		Some((sender, pallet_circulation::Call::propose { proposal }.into()))
	}

	/// A part of what was lent or given goes back.
	fn return_of(&mut self, chain: &Chain, id: TransferId, transfer: &Transfer) -> Option<Step> {
		let back: Vec<_> = transfer.legs.iter().filter(|leg| leg.returnable() > 0).collect();
		let leg = **back.first()?;
		let custody = transfer.destination();
		let there = Registry::holding(leg.lot, custody.custodian, custody.owner)?;
		let (from, most) = if there.quarantined > 0 && (there.available == 0 || self.one_in(2)) {
			(ReturnFrom::Quarantined, there.quarantined)
		} else {
			(ReturnFrom::Available, there.available)
		};
		let quantity = self.some_of(leg.returnable().min(most));
		let mut proposal = gift(chain, &[(leg.lot, quantity)]);
		proposal.to = transfer.sender;
		proposal.from_site = None;
		proposal.to_site = None;
		proposal.terms = Terms::Return { of: id, from };
		Some((transfer.receiver, pallet_circulation::Call::propose { proposal }.into()))
	}

	fn shortfall_of(&mut self, quantity: Quantity) -> Option<Shortfall> {
		let reason = self.pick(&[Discrepancy::Damaged, Discrepancy::Lost, Discrepancy::Unknown]);
		(quantity > 0).then_some(Shortfall { quantity, reason })
	}

	fn leg_receipt(&mut self, leg: &TransferLeg) -> LegReceipt {
		let arrived = self.part(leg.outstanding());
		let accepted = self.part(arrived);
		let rejected = self.part(arrived - accepted);
		// At most as much again as was shipped, over all receipts.
		let room = (leg.quantity - leg.excess).min(5);
		let excess = if room > 0 && self.one_in(6) { self.some_of(room) } else { 0 };
		LegReceipt {
			accepted,
			condition: Default::default(),
			rejected: self.shortfall_of(rejected),
			missing: self.shortfall_of(arrived - accepted - rejected),
			excess: self.shortfall_of(excess),
		}
	}

	fn resolution(&mut self, id: TransferId, transfer: &Transfer, chain: &Chain) -> Option<Step> {
		let disputed = |leg: &TransferLeg| leg.disputed() > 0 || leg.called_in > 0;
		let leg = transfer.legs.iter().position(disputed)?;
		let line = &transfer.legs[leg];
		let reason = self.pick(&[Discrepancy::Damaged, Discrepancy::Lost, Discrepancy::Unknown]);
		let (outcome, quantity) = if line.called_in > 0 {
			let fate = [
				CalledInGoods::Returned,
				CalledInGoods::Kept,
				CalledInGoods::Destroyed { reason },
				CalledInGoods::Lost { reason },
			];
			(Outcome::CalledIn(self.pick(&fate)), line.called_in)
		} else if line.rejected > line.keeping && self.one_in(3) {
			let call = pallet_circulation::Call::request_keeping {
				transfer: id,
				leg: leg as u32,
				quantity: line.rejected,
			};
			return Some((transfer.receiver, call.into()));
		} else if line.keeping > 0 {
			(Outcome::Rejected(RejectedGoods::Delivered), line.keeping)
		} else if line.rejected > 0 {
			let fate = [RejectedGoods::Returned, RejectedGoods::Destroyed];
			(Outcome::Rejected(self.pick(&fate)), line.rejected)
		} else {
			let fate =
				[MissingGoods::Found, MissingGoods::WrittenOff { reason }, MissingGoods::Delivered];
			(Outcome::Missing(self.pick(&fate)), line.missing)
		};
		// Whom the outcome costs says so; here either party tries.
		let who = self.pick(&[transfer.sender, transfer.receiver]);
		let call = pallet_circulation::Call::resolve {
			transfer: id,
			leg: leg as u32,
			outcome,
			quantity: self.some_of(quantity),
			document: None,
			event: Some(event(chain)),
		};
		Some((who, call.into()))
	}

	/// What comes next for one of the newest transfers.
	fn transfer_step(&mut self, chain: &Chain) -> Option<Step> {
		use pallet_circulation::Call;
		let next = pallet_circulation::NextTransferId::<Runtime>::get().0;
		let id = TransferId(next.checked_sub(1 + self.below(24))?);
		let transfer = Transfers::<Runtime>::get(id)?;
		let (sender, receiver) = (transfer.sender, transfer.receiver);
		let late = match transfer.status {
			Status::Proposed | Status::Accepted => chain.now > transfer.dispatch_by,
			Status::Dispatched => chain.now > transfer.receive_by && self.one_in(2),
			_ => false,
		};
		if late {
			return Some((receiver, Call::release { transfer: id }.into()));
		}
		let is_decided = pallet_reallocation::Bound::<Runtime>::contains_key(id);
		let (who, call) = match (transfer.status, self.below(8)) {
			(Status::Proposed, 0) => (receiver, Call::reject { transfer: id }),
			// From what was decided, the sender cannot. Few transfers are, so that they are turned down more often.
			(Status::Accepted, 1..=3) if is_decided => (receiver, Call::withdraw { transfer: id }),
			(Status::Proposed | Status::Accepted, 1) => (sender, Call::withdraw { transfer: id }),
			(Status::Proposed, _) => (receiver, Call::accept { transfer: id }),
			// Reserved before the hold.
			(Status::Accepted, _)
				if !matches!(transfer.terms, Terms::Return { .. }) && carries_held(&transfer) =>
			{
				(receiver, Call::withdraw { transfer: id })
			}
			(Status::Accepted, _) => (
				sender,
				Call::dispatch {
					transfer: id,
					carrier: None,
					sscc: None,
					expected: None,
					sensor: None,
					event: event(chain),
				},
			),
			(Status::Dispatched, 0) => return self.resolution(id, &transfer, chain),
			(Status::Dispatched, _) => {
				let legs: Vec<_> = transfer.legs.iter().map(|leg| self.leg_receipt(leg)).collect();
				let receive = Call::receive {
					transfer: id,
					legs: legs.try_into().expect("a transfer's legs fit"),
					sensor: None,
					document: None,
					event: event(chain),
				};
				(receiver, receive)
			}
			(Status::Disputed, _) => return self.resolution(id, &transfer, chain),
			(Status::Settled, _) => match transfer.terms {
				Terms::Loan { due }
					if chain.now > due && transfer.legs.iter().any(|leg| leg.returnable() > 0) =>
				{
					(receiver, Call::call_in_loan { transfer: id })
				}
				_ => return self.return_of(chain, id, &transfer),
			},
			(Status::Rejected | Status::Withdrawn | Status::Expired, _) => return None,
		};
		Some((who, call.into()))
	}

	/// A step that should succeed as the books stand; sometimes through a wrapper that may.
	pub fn apt_step(&mut self, chain: &Chain) -> (RuntimeOrigin, RuntimeCall) {
		// The next block would take all of its steps.
		if let Some(step) = self.hastening_step(chain.now) {
			if self.one_in(2) {
				return step;
			}
		}
		if self.one_in(6) {
			if let Some(step) = self.round_step(chain) {
				return step;
			}
		}
		if self.one_in(5) {
			if let Some(step) = self.matching_step(chain) {
				return step;
			}
		}
		if self.one_in(3) {
			if let Some(step) = self.late_step(chain) {
				return step;
			}
		}
		if self.one_in(10) {
			if let Some(step) = self.hold_step(chain) {
				return step;
			}
		}
		if self.one_in(10) {
			if let Some(step) = self.recall_step(chain) {
				return step;
			}
		}
		if self.one_in(10) {
			if let Some(step) = self.case_step(chain) {
				return step;
			}
		}
		if self.one_in(8) {
			if let Some(step) = self.emergency_step(chain) {
				return step;
			}
		}
		let step = match self.below(12) {
			0 => None,
			1..=3 => self.stock_step(chain),
			4 | 5 => self.proposal(chain),
			_ => self.transfer_step(chain),
		};
		let (who, call) = step.unwrap_or_else(|| self.registration(chain));
		let path = key(who);
		let signed = |path| RuntimeOrigin::signed(cast::account(path));
		let boxed = Box::new(call.clone());
		match self.below(12) {
			0 => {
				let batch = pallet_utility::Call::batch_all { calls: vec![call] };
				(signed(path), batch.into())
			}
			1 => {
				let real = address(path);
				let proxy = pallet_proxy::Call::proxy { real, force_proxy_type: None, call: boxed };
				(signed(PROXY), proxy.into())
			}
			// These two accounts are agents of the first of the cast.
			2 => {
				let derived = pallet_utility::Call::as_derivative { index: DERIVED, call: boxed };
				(signed(CAST[0].0), derived.into())
			}
			3 => {
				let joint = pallet_multisig::Call::as_multi_threshold_1 {
					other_signatories: vec![cast::account(CAST[1].0)],
					call: boxed,
				};
				(signed(CAST[0].0), joint.into())
			}
			_ => (signed(path), call),
		}
	}
}

/// How a transfer may end.
pub const ENDS: [Status; 4] =
	[Status::Settled, Status::Rejected, Status::Withdrawn, Status::Expired];

/// How many transfers came to each of [`ENDS`].
pub fn endings() -> [usize; 4] {
	let all: Vec<_> = Transfers::<Runtime>::iter_values().collect();
	ENDS.map(|status| all.iter().filter(|transfer| transfer.status == status).count())
}
