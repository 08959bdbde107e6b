//! Needs, offers, standing orders and rules: calls that should succeed as things stand, and any others.

use super::{afterwards::is_active, apt::key, dice::Dice, holds::is_held, CAST, PROXY};
use crate::{
	chain::Chain,
	claims::{HOSPITAL, MASKS, SECOND_HOSPITAL},
};
use pallet_needs::{
	Alarm, Duty, Floor, Instruction, Needs, Offers, Orders, Origin, Origins, Pace, Posting,
	Request, Scope, Supply, Window, SHORTEST_OFFER,
};
use pallet_registry::{Books, Entry, Page};
use pallet_rules::{
	Author, Clause, Condition, CountKey, Counts, Reach, Rules, Signed, Signing, Wording,
};
use salus_primitives::{
	time::DAY, ClassId, Custody, HoldingKey, InstitutionId, InstitutionKind, LotId, NeedId,
	OfferId, OrderId, Priority, RuleId, Terms, Total,
};
use salus_runtime::{presets::cast, Registry, Runtime, RuntimeCall, RuntimeOrigin};
use sp_core::H256;
use sp_runtime::Percent;

type Step = (RuntimeOrigin, RuntimeCall);

/// Hours of nurses.
pub const HOURS: ClassId = ClassId(6);

/// How often each of these succeeded.
#[derive(Clone, Copy, Debug, Default)]
pub struct Matched {
	pub published: usize,
	pub taken: usize,
	pub rung: [usize; 4],
	pub rules_written: usize,
	pub co_signed: usize,
	pub lapsed: usize,
	pub filled: usize,
}

impl Matched {
	/// Counts a call that was carried out.
	pub fn count(&mut self, call: &RuntimeCall) {
		use pallet_needs::Call as Needs;
		use pallet_rules::Call as Rules;
		let counter = match call {
			RuntimeCall::Needs(Needs::publish_need { .. }) => &mut self.published,
			RuntimeCall::Needs(Needs::take { .. }) => &mut self.taken,
			RuntimeCall::Needs(Needs::ring { alarm } | Needs::post_ring { alarm, .. }) => {
				match alarm {
					Alarm::Send { .. } => &mut self.rung[0],
					Alarm::Offer { .. } => &mut self.rung[1],
					Alarm::Lapse { .. } => &mut self.rung[2],
					Alarm::Release { .. } => &mut self.rung[3],
				}
			}
			RuntimeCall::Rules(Rules::write_rule { .. }) => &mut self.rules_written,
			RuntimeCall::Rules(Rules::co_sign { .. }) => &mut self.co_signed,
			RuntimeCall::Registry(pallet_registry::Call::lapse_lot { .. }) => &mut self.lapsed,
			_ => return,
		};
		*counter += 1;
	}

	/// The counts of several histories together, each by itself.
	pub fn sums(all: &[Self]) -> [usize; 10] {
		let mut sums = [0; 10];
		for one in all {
			let counts = [
				one.published,
				one.taken,
				one.rung[0],
				one.rung[1],
				one.rung[2],
				one.rung[3],
				one.rules_written,
				one.co_signed,
				one.lapsed,
				one.filled,
			];
			sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
		}
		sums
	}
}

/// How many needs were filled.
pub fn filled() -> usize {
	let ended = Needs::<Runtime>::iter_values().filter_map(|need| need.ended);
	ended.filter(|(ending, _)| *ending == pallet_needs::Ending::Filled).count()
}

/// What is promised to each need is what is reserved or under way in the transfers that serve it and were
/// accepted; what is unanswered, what orders proposed and nobody has answered.
pub fn check_promises() {
	let mut figures = std::collections::BTreeMap::<NeedId, (Total, Total)>::new();
	for (id, transfer) in pallet_circulation::Transfers::<Runtime>::iter() {
		let Some(service) = transfer.serves.filter(|_| !transfer.status.has_ended()) else {
			continue;
		};
		let outstanding: Total =
			transfer.legs.iter().map(|leg| Total::from(leg.outstanding())).sum();
		let (promised, unanswered) = figures.entry(service.need).or_default();
		if service.promised {
			*promised += outstanding;
		} else if matches!(Origins::<Runtime>::get(id), Some(Origin::Order(..))) {
			assert_eq!(transfer.status, pallet_circulation::Status::Proposed, "{id:?}");
			*unanswered += outstanding;
		}
	}
	for (id, need) in Needs::<Runtime>::iter() {
		let expected = figures.get(&id).copied().unwrap_or_default();
		assert_eq!((need.promised, need.unanswered), expected, "{id:?}");
	}
}

/// What a holding has offered is what is left of the open offers that its holder made of the lot.
pub fn check_offered() {
	let mut offered = std::collections::BTreeMap::<HoldingKey, Total>::new();
	for offer in Offers::<Runtime>::iter_values().filter(|offer| offer.ended.is_none()) {
		let (lot, holder) = (offer.supply.lot, offer.institution);
		let key = HoldingKey { lot, custodian: holder, owner: holder };
		*offered.entry(key).or_default() += Total::from(offer.left);
	}
	for (lot, page, entry) in Books::<Runtime>::iter() {
		let (Page::Holding(custody), Entry::Holding(holding)) = (page, entry) else { continue };
		let expected = offered.remove(&custody.of(lot)).unwrap_or_default();
		assert_eq!(Total::from(holding.offered), expected, "{lot:?} in {custody:?}");
	}
	assert!(offered.values().all(|left| *left == 0), "offers of what nobody has: {offered:?}");
}

fn signed(institution: InstitutionId, call: impl Into<RuntimeCall>) -> Step {
	(RuntimeOrigin::signed(cast::account(key(institution))), call.into())
}

fn anybody(call: impl Into<RuntimeCall>) -> Step {
	(RuntimeOrigin::signed(cast::account(PROXY)), call.into())
}

fn everybody() -> Scope {
	Scope {
		regions: Default::default(),
		kinds: Default::default(),
		capabilities: Default::default(),
		priority: Priority::Routine,
	}
}

/// A rule of conditions of which one alternative is enough.
fn wording(alternatives: &[Condition]) -> Wording {
	let one = |condition: &Condition| {
		let clause = Clause { condition: condition.clone(), negated: false };
		vec![clause].try_into().expect("one condition fits")
	};
	let alternatives: Vec<_> = alternatives.iter().map(one).collect();
	alternatives.try_into().expect("few alternatives fit")
}

impl Dice {
	fn member(&mut self) -> Option<InstitutionId> {
		let active: Vec<_> =
			CAST.iter().map(|(_, member)| *member).filter(|member| is_active(*member)).collect();
		self.pick_one(&active)
	}

	fn request(&mut self, chain: &Chain, quantity: u64) -> Request {
		let priorities = [Priority::Routine, Priority::Urgent, Priority::Asap, Priority::Stat];
		Request {
			class: MASKS,
			substitutes: Default::default(),
			quantity,
			priority: self.pick(&priorities),
			window: Window { from: None, until: chain.now + self.pick(&[3_000_000, 3 * DAY]) },
			site: None,
			shelf_life: self.below(3) as u16,
			note: None,
			claim: None,
		}
	}

	/// A need that is open, and not of `sender`.
	pub fn open_need(&mut self, chain: &Chain, sender: InstitutionId) -> Option<(NeedId, u64)> {
		let mut open: Vec<_> = Needs::<Runtime>::iter()
			.filter(|(_, need)| {
				need.is_open(chain.now) && need.open() > 0 && need.institution != sender
			})
			.map(|(id, need)| (id, need.open() as u64))
			.collect();
		open.sort();
		self.pick_one(&open)
	}

	fn offer(&mut self, chain: &Chain) -> Option<Step> {
		let (key, holding) = self.holding(|key, holding| {
			key.custodian == key.owner
				&& is_active(key.owner)
				&& holding.available > 3
				&& !is_held(key, holding)
		})?;
		let quantity = self.some_of(holding.available / 4);
		let supply = Supply {
			lot: key.lot,
			quantity,
			scope: everybody(),
			terms: self.pick(&[Terms::Gift, Terms::Sale]),
			keeps: 0,
			least: self.some_of(quantity.min(4)),
			until: chain.now + self.pick(&[400_000, DAY]),
			pace: Pace { dispatch: 1, transit: 1 },
		};
		Some(signed(key.owner, pallet_needs::Call::make_offer { supply }))
	}

	fn taking(&mut self, chain: &Chain) -> Option<Step> {
		let mut open: Vec<_> = Offers::<Runtime>::iter()
			.filter(|(_, offer)| offer.ended.is_none() && chain.now <= offer.supply.until)
			.filter(|(_, offer)| {
				let key = Custody::own(offer.institution).of(offer.supply.lot);
				let holding = Registry::holding(key.lot, key.custodian, key.owner);
				holding.is_some_and(|holding| !is_held(&key, &holding))
			})
			.collect();
		open.sort_by_key(|(id, _)| *id);
		let (offer, entry) = self.pick_one(&open)?;
		let (need, wanted) = self.open_need(chain, entry.institution)?;
		let taker = Needs::<Runtime>::get(need)?.institution;
		let most = wanted.min(entry.left);
		let some = if self.one_in(2) { most } else { self.some_of(most) };
		let quantity = some.max(entry.supply.least.min(entry.left));
		Some(signed(taker, pallet_needs::Call::take { offer, need, quantity }))
	}

	fn order(&mut self, institution: InstitutionId) -> Step {
		let orders = pallet_needs::OrdersOf::<Runtime>::get(institution);
		if orders.len() > 3 {
			let order = self.pick(&orders);
			return signed(institution, pallet_needs::Call::revoke_order { order });
		}
		let duty = if self.one_in(2) {
			let (share, most) = (Percent::from_percent(30), 40);
			Duty::Send { share, most, days: 1 }
		} else {
			// Some of what is registered expires within the year.
			Duty::Offer { within: 366, open: SHORTEST_OFFER, least: 2 }
		};
		let instruction = Instruction {
			class: MASKS,
			scope: everybody(),
			floor: self.pick(&[Floor::Units(10), Floor::Days(1)]),
			pace: Pace { dispatch: 1, transit: 1 },
			duty,
		};
		signed(institution, pallet_needs::Call::give_order { instruction })
	}

	/// Something that is due, or that somebody takes for due.
	fn alarm(&mut self, chain: &Chain) -> Option<Alarm> {
		let due: Vec<_> = Needs::<Runtime>::iter()
			.filter(|(_, need)| need.ended.is_none() && chain.now > need.until && need.open() > 0)
			.map(|(need, _)| Alarm::Lapse { need })
			.chain(
				Offers::<Runtime>::iter()
					.filter(|(_, offer)| {
						let over = chain.now > offer.supply.until;
						offer.ended.is_none() && (over || !is_active(offer.institution))
					})
					.map(|(offer, _)| Alarm::Release { offer }),
			)
			.collect();
		let mut due = due;
		due.sort_by_key(|alarm| format!("{alarm:?}"));
		if let Some(alarm) = self.pick_one(&due).filter(|_| self.one_in(2)) {
			return Some(alarm);
		}
		let mut acting: Vec<_> = Orders::<Runtime>::iter()
			.filter(|(_, order)| order.ended.is_none() && is_active(order.institution))
			.collect();
		acting.sort_by_key(|(id, _)| *id);
		let (order, entry) = self.pick_one(&acting)?;
		Some(match entry.instruction.duty {
			Duty::Offer { .. } => Alarm::Offer { order },
			Duty::Send { .. } => {
				let (need, _) = self.open_need(chain, entry.institution)?;
				Alarm::Send { order, need }
			}
		})
	}

	fn rule_step(&mut self, chain: &Chain) -> Option<Step> {
		use pallet_rules::Call;
		let author = self.member()?;
		let mut own: Vec<_> = Rules::<Runtime>::iter()
			.filter(|(_, rule)| rule.author == Author::Institution(author))
			.map(|(id, _)| id)
			.collect();
		own.sort();
		if let Some(rule) = self.pick_one(&own).filter(|_| own.len() > 1) {
			let call = match self.below(4) {
				0 => Call::pause_rule { rule },
				1 => Call::resume_rule { rule },
				2 => {
					let wording = wording(&[Condition::KeepsUnits { units: self.below(3) }]);
					Call::amend_rule { rule, wording, digest: H256::repeat_byte(2) }
				}
				_ => Call::withdraw_rule { rule },
			};
			return Some(signed(author, call));
		}
		// What everybody can meet, so that the history goes on.
		let conditions = [
			Condition::AtMost { quantity: 900, days: 1, to: Reach::Receiver },
			Condition::KeepsUnits { units: 1 },
			Condition::Between { least: 1, most: 1_000_000 },
			Condition::CoSigned { kind: InstitutionKind::Hospital, signing: Signing::Pair },
		];
		let chosen = [self.pick(&conditions), self.pick(&conditions[..3])];
		let (class, digest) = (Some(MASKS), H256::repeat_byte(chain.now as u8));
		Some(signed(author, Call::write_rule { class, wording: wording(&chosen), digest }))
	}

	fn signature(&mut self, chain: &Chain) -> Option<Step> {
		let demands = |wording: &Wording| {
			let mut clauses = wording.iter().flatten();
			clauses.any(|clause| matches!(clause.condition, Condition::CoSigned { .. }))
		};
		let demanding = Rules::<Runtime>::iter().filter(|(_, rule)| demands(&rule.wording));
		let mut rules: Vec<_> = demanding.map(|(id, _)| id).collect();
		rules.sort();
		let rule = self.pick_one(&rules)?;
		let signer = self.pick(&[HOSPITAL, SECOND_HOSPITAL]);
		let (sender, receiver) = (self.member()?, self.member()?);
		let signed_for = Signed::Pair { sender, receiver };
		let until = chain.now + DAY;
		let kind = InstitutionKind::Hospital;
		let call = match self.below(6) {
			0 => pallet_rules::Call::revoke_signature { rule, signed: signed_for, kind },
			1 => {
				let call = pallet_rules::Call::expire_signature {
					rule,
					signed: signed_for,
					kind,
					by: signer,
				};
				return Some(anybody(call));
			}
			_ => pallet_rules::Call::co_sign { rule, signed: signed_for, until },
		};
		Some(signed(signer, call))
	}

	/// What nobody asks for any more.
	fn leftover(&mut self) -> Option<Step> {
		if self.one_in(2) {
			let of_hours = |key: &HoldingKey| {
				Registry::lot(key.lot).is_some_and(|view| view.lot.identity.class == HOURS)
			};
			let (HoldingKey { lot, custodian, owner }, _) =
				self.holding(|key, holding| holding.available > 0 && of_hours(key))?;
			return Some(anybody(pallet_registry::Call::lapse_lot { lot, custodian, owner }));
		}
		let mut counts: Vec<_> = Counts::<Runtime>::iter_keys().collect();
		counts.sort();
		let (rule, key) = self.pick_one::<(RuleId, CountKey)>(&counts)?;
		Some(anybody(pallet_rules::Call::clear_count { rule, key }))
	}

	/// A step about needs, offers, orders or rules.
	pub fn matching_step(&mut self, chain: &Chain) -> Option<Step> {
		use pallet_needs::Call;
		match self.below(18) {
			0..=2 => {
				let who = self.member()?;
				let quantity = self.some_of(20);
				let request = self.request(chain, quantity);
				let open = pallet_needs::NeedsOf::<Runtime>::get(who, MASKS);
				match self.pick_one(&open).filter(|_| open.len() > 3) {
					Some(need) => Some(signed(who, Call::close_need { need })),
					None => Some(signed(who, Call::publish_need { request })),
				}
			}
			3 | 4 => self.offer(chain),
			5 | 6 => self.taking(chain),
			7 => {
				let who = self.member()?;
				Some(self.order(who))
			}
			8..=11 => {
				let alarm = self.alarm(chain)?;
				if self.one_in(2) {
					let discriminator = self.below(9) as u32;
					let call = Call::post_ring { alarm, discriminator };
					return Some((frame_system::RawOrigin::Authorized.into(), call.into()));
				}
				Some(anybody(Call::ring { alarm }))
			}
			12 | 13 => self.rule_step(chain),
			14 | 15 => self.signature(chain),
			_ => self.leftover(),
		}
	}

	/// Any call about them.
	pub fn matching_call(&mut self, chain: &Chain) -> RuntimeCall {
		use pallet_needs::Call;
		let need = NeedId(self.below(20));
		let offer = OfferId(self.below(20));
		let order = OrderId(self.below(8));
		let quantity = self.pick(&[0, 1, 7, 5_000, u64::MAX]);
		match self.below(15) {
			12 => {
				let rule = RuleId(self.below(20) as u32);
				pallet_rules::Call::forget_rule { rule }.into()
			}
			13 => {
				let institution = InstitutionId(self.below(4) as u32);
				pallet_registry::Call::forget_level { institution, class: MASKS }.into()
			}
			14 => {
				let lot = LotId(self.below(30));
				pallet_registry::Call::forget_lot { lot }.into()
			}
			0 | 1 => {
				let request = self.request(chain, quantity);
				Call::publish_need { request }.into()
			}
			2 => Call::close_need { need }.into(),
			3 => Call::take { offer, need, quantity }.into(),
			4 => Call::withdraw_offer { offer }.into(),
			5 => Call::pause_order { order }.into(),
			6 => Call::resume_order { order }.into(),
			7 => {
				let alarm = self.pick(&[
					Alarm::Send { order, need },
					Alarm::Offer { order },
					Alarm::Lapse { need },
					Alarm::Release { offer },
				]);
				Call::ring { alarm }.into()
			}
			8 => {
				let posting =
					self.pick(&[Posting::Need(need), Posting::Offer(offer), Posting::Order(order)]);
				Call::forget { posting }.into()
			}
			9 => Call::set_need_bound { class: MASKS, bound: Some(quantity) }.into(),
			10 => {
				let rule = RuleId(self.below(20) as u32);
				pallet_rules::Call::withdraw_rule { rule }.into()
			}
			_ => {
				let condition = Condition::Between { least: quantity, most: 5_000 };
				let (class, digest) = (Some(MASKS), H256::zero());
				let wording = wording(&[condition, Condition::KeepsUnits { units: 0 }]);
				pallet_rules::Call::write_rule { class, wording, digest }.into()
			}
		}
	}
}
