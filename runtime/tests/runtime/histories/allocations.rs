//! Allocations: opened, hastened, given plans and bars with a signature and without one, archived and forgotten, while
//! blocks take their steps, what they decide about goes on changing, and their emergencies end.

use super::{
	afterwards::{is_active, REST},
	apt::key,
	dice::Dice,
	holds::is_held,
	recorded, CAST, PROXY,
};
use crate::{
	allocations::{request, supply},
	chain::{address, Chain},
	claims::{HOSPITAL, MASKS, SECOND_HOSPITAL},
	emergencies::{code, declaring},
	plans::best,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use pallet_emergencies::{
	Allocation, AllocationEnding, Allocations, Archived, Call, Covers, Emergencies, FrozenNeed,
	FrozenOffer, LineOutcome, Method, NextAllocationId, OpensFrom, Outcomes, PostedPlan, Running,
	Stage,
};
use pallet_needs::{Needs, Offers};
use pallet_rules::{Author, Clause, Condition, Party, Rules};
use salus_analysis::transport::{Flow, Pair, Price};
use salus_primitives::{
	time::DAY, Actor, AllocationId, ClassId, EmergencyId, InstitutionId, Matching, Moment,
	Priority, Quantity, RecordId, Role, Roles, RuleId, Severity, Terms, Trail,
};
use salus_runtime::{
	configs::governance::CouncilCollective, presets::cast, Executive, Runtime, RuntimeCall,
	RuntimeOrigin, Supervision,
};
use sp_core::H256;
use sp_runtime::BoundedVec;
use std::collections::BTreeSet;

/// Who acts for the health commission of Hubei.
const COMMISSION: &str = "Alice//stash";
/// Where that commission opens allocations, and the hospitals of the cast are.
const AROUND: [&str; 2] = ["CN", "CN-HB"];
/// Of three allocations, numbered from zero, nobody posts a plan for the first, somebody signs one for the second, and
/// one for the third comes without a signature.
const IN_THREE: u32 = 3;
const SIGNED: u32 = 1;
const UNSIGNED: u32 = 2;
/// The discriminator of plans that do not hold.
const FORGED: u32 = u32::MAX;

type Step = (RuntimeOrigin, RuntimeCall);

/// How often something came about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Allocated {
	opened: usize,
	opened_by_commission: usize,
	advanced: usize,
	/// Plans with a signature, and without one.
	submitted: usize,
	posted: usize,
	/// Plans that do not hold, and that no block took.
	forged: usize,
	archived: usize,
	/// Of those that are stored when one of the cast goes.
	proven: usize,
	greedy: usize,
	without_anything: usize,
	/// Since the emergency, or the time, was over.
	ended_early: usize,
	lines_made: usize,
}

impl Allocated {
	/// Counts a call that was carried out.
	pub fn count(&mut self, call: &RuntimeCall) {
		let RuntimeCall::Emergencies(call) = call else { return };
		let counter = match call {
			Call::open_allocation { .. } => {
				self.opened_by_commission += usize::from(is_newest_of_account());
				&mut self.opened
			}
			Call::advance { .. } => &mut self.advanced,
			Call::submit_plan { .. } => &mut self.submitted,
			Call::post_plan { discriminator, .. } => {
				assert_ne!(*discriminator, FORGED, "a plan stands that does not hold: {call:?}");
				&mut self.posted
			}
			Call::archive_allocation { .. } => &mut self.archived,
			_ => return,
		};
		*counter += 1;
	}

	/// Counts a call that was refused.
	pub fn count_refusal(&mut self, call: &RuntimeCall) {
		let is_forged =
			matches!(call, RuntimeCall::Emergencies(Call::post_plan { discriminator: FORGED, .. }));
		self.forged += usize::from(is_forged);
	}

	/// Counts how allocations ended, and for how many lines transfers were made.
	pub fn count_ends(&mut self) {
		for allocation in Allocations::<Runtime>::iter_values() {
			let Stage::Ended { how, .. } = allocation.stage else { continue };
			let counter = match (how, allocation.method) {
				(AllocationEnding::Allocated, Some(Method::Proven)) => &mut self.proven,
				(AllocationEnding::Allocated, _) => &mut self.greedy,
				(AllocationEnding::NothingToShare, _) => &mut self.without_anything,
				(AllocationEnding::EmergencyOver | AllocationEnding::TimeOver, _) => {
					&mut self.ended_early
				}
			};
			*counter += 1;
		}
		let made = |outcome: &LineOutcome| !matches!(outcome, LineOutcome::Skipped { .. });
		self.lines_made += Outcomes::<Runtime>::iter_values().filter(made).count();
	}

	/// Each of the counts.
	pub fn counts(&self) -> [usize; 12] {
		let Self {
			opened,
			opened_by_commission,
			advanced,
			submitted,
			posted,
			forged,
			archived,
			proven,
			greedy,
			without_anything,
			ended_early,
			lines_made,
		} = *self;
		[
			opened,
			opened_by_commission,
			advanced,
			submitted,
			posted,
			forged,
			archived,
			proven,
			greedy,
			without_anything,
			ended_early,
			lines_made,
		]
	}
}

/// Gives who acts for the commission the role with which it opens allocations, beside its others.
pub fn prepare(chain: &mut Chain) {
	let roles = BTreeSet::from([Role::Admin, Role::Dispatch, Role::Statistics, Role::Vote]);
	let roles = Roles::try_from(roles).expect("there are more roles");
	let change = pallet_registry::Call::change_roles { who: address(COMMISSION), roles };
	chain.call(COMMISSION, change).expect("an admin changes roles");
}

/// Whether a call comes without a signature.
pub fn is_posted(call: &RuntimeCall) -> bool {
	matches!(call, RuntimeCall::Emergencies(Call::post_plan { .. } | Call::post_bars { .. }))
}

/// Has the block hold a call without a signature, as its author may do past the pool. Answers whether the block took
/// it, and it succeeded.
pub fn post(call: RuntimeCall) -> bool {
	let transaction =
		<Runtime as CreateAuthorizedTransaction<RuntimeCall>>::create_authorized_transaction(call);
	matches!(Executive::apply_extrinsic(transaction), Ok(Ok(())))
}

/// Whether whoever did what the newest record tells of signed it.
fn is_newest_of_account() -> bool {
	let newest = RecordId(recorded().saturating_sub(1));
	Supervision::record(newest).is_some_and(|record| matches!(record.actor, Actor::Account(_)))
}

/// Whether blocks wait for a plan of an allocation.
fn waits(allocation: &Allocation, now: Moment) -> bool {
	let Stage::Deciding { decide_by, asked: None } = allocation.stage else { return false };
	let emergency = Emergencies::<Runtime>::get(allocation.emergency);
	now <= decide_by && emergency.is_some_and(|emergency| emergency.is_in_force(now))
}

/// The pairs of an allocation that the rules forbid, and that it does not know to be barred.
fn pairs_to_bar(id: AllocationId) -> Vec<Pair> {
	let problem = salus_runtime::Emergencies::problem(id).expect("it is stored");
	let forbid = |offer: &FrozenOffer, need: &FrozenNeed, quantity: Quantity| {
		<salus_runtime::Needs as Matching<_>>::ask_rules(offer.offer, need.need, quantity)
			.is_forbidden
	};
	let mut pairs = Vec::new();
	for (supply, offer) in (0u16..).zip(&problem.offers) {
		for (demand, need) in (0u16..).zip(&problem.needs) {
			let most = offer.left.min(need.share).max(1);
			let is_barred =
				offer.may_go_to(demand) && forbid(offer, need, 1) && forbid(offer, need, most);
			if is_barred {
				pairs.push(Pair { supply, demand });
			}
		}
	}
	pairs
}

/// The digest of the rules that are written for an allocation to ask.
fn digest() -> H256 {
	H256::repeat_byte(0xBA)
}

/// The rules that were written for an allocation to ask, and whose authors may withdraw them.
fn rules_to_ask() -> impl Iterator<Item = (RuleId, InstitutionId)> {
	Rules::<Runtime>::iter().filter(|(_, rule)| rule.digest == digest()).filter_map(|(id, rule)| {
		match rule.author {
			Author::Institution(author) if is_active(author) => Some((id, author)),
			_ => None,
		}
	})
}

fn signed(institution: InstitutionId, call: impl Into<RuntimeCall>) -> Step {
	(RuntimeOrigin::signed(cast::account(key(institution))), call.into())
}

fn by_anybody(call: impl Into<RuntimeCall>) -> Step {
	(RuntimeOrigin::signed(cast::account(PROXY)), call.into())
}

fn by_assembly(call: impl Into<RuntimeCall>) -> Step {
	(pallet_assembly::Origin::Emergency.into(), call.into())
}

fn by_nobody(call: impl Into<RuntimeCall>) -> Step {
	(frame_system::RawOrigin::Authorized.into(), call.into())
}

impl Dice {
	/// Hastens an allocation, or signs a plan where one is to be signed, if an allocation runs.
	pub fn hastening_step(&mut self, now: Moment) -> Option<Step> {
		let allocation = self.pick_one(&Running::<Runtime>::get())?;
		let found = Allocations::<Runtime>::get(allocation)?;
		let call: Call<Runtime> = match waits(&found, now) {
			true if allocation.0 % IN_THREE == SIGNED => {
				Call::submit_plan { plan: best(allocation, |_, _| true) }
			}
			true => return None,
			false => Call::advance { allocation, lines: 16 },
		};
		Some(by_anybody(call))
	}

	/// What comes about beside all else: what an allocation of masks needs to have something to decide about, its
	/// opening, and what happens while it waits for a plan.
	pub fn allocation_step(&mut self, now: Moment) -> Option<Step> {
		match self.pick_one(&Running::<Runtime>::get()) {
			Some(running) => self.waiting_step(running, now),
			None => self.preparing_step(now),
		}
	}

	/// An allocation is opened, once there is an emergency, a need, an offer, and every third time a rule that forbids
	/// some pairs.
	fn preparing_step(&mut self, now: Moment) -> Option<Step> {
		let is_bound = NextAllocationId::<Runtime>::get().0 % IN_THREE == UNSIGNED;
		let rule = rules_to_ask().next();
		if let Some((rule, author)) = rule.filter(|_| !is_bound) {
			return Some(signed(author, pallet_rules::Call::withdraw_rule { rule }));
		}
		let Some(emergency) = self.openable(now) else { return self.declaring_step(now) };
		let hospitals = [HOSPITAL, SECOND_HOSPITAL].into_iter().filter(|one| is_active(*one));
		let hospitals: Vec<_> = hospitals.collect();
		let is_lacking = Needs::<Runtime>::iter_values().any(|need| {
			hospitals.contains(&need.institution) && need.is_open(now) && need.open() > 0
		});
		if !is_lacking && !self.one_in(3) {
			let hospital = self.pick_one(&hospitals)?;
			let priority = self.pick(&[Priority::Urgent, Priority::Stat]);
			let request = request(now, self.some_of(40), priority);
			return Some(signed(hospital, pallet_needs::Call::publish_need { request }));
		}
		let givers = Offers::<Runtime>::iter_values().filter(|offer| {
			let is_gift = matches!(offer.supply.terms, Terms::Gift);
			offer.ended.is_none() && is_gift && now <= offer.supply.until && offer.left > 0
		});
		let givers: BTreeSet<_> = givers.map(|offer| offer.institution).collect();
		let givers = CAST.iter().map(|(_, member)| *member).filter(|one| givers.contains(one));
		let givers: Vec<_> = givers.filter(|giver| is_active(*giver)).collect();
		if givers.is_empty() && !self.one_in(3) {
			return self.giving_step(now);
		}
		if is_bound && rule.is_none() {
			if let Some(giver) = self.pick_one(&givers) {
				return Some(self.binding_step(giver));
			}
		}
		self.opening_of(emergency)
	}

	/// Somebody of the cast offers some of what it has, for nothing.
	fn giving_step(&mut self, now: Moment) -> Option<Step> {
		let (key, holding) = self.holding(|key, holding| {
			key.custodian == key.owner
				&& is_active(key.owner)
				&& holding.available > 3
				&& !is_held(key, holding)
		})?;
		let quantity = self.some_of((holding.available / 4).min(40));
		let supply = supply(now, key.lot, quantity, Priority::Routine);
		Some(signed(key.owner, pallet_needs::Call::make_offer { supply }))
	}

	/// A giver sends nothing to where the hospitals are, or nothing but to needs that cannot wait.
	fn binding_step(&mut self, giver: InstitutionId) -> Step {
		let clause = match self.one_in(2) {
			true => {
				let (party, region) = (Party::Receiver, code("CN-HB"));
				Clause { condition: Condition::Within { party, region }, negated: true }
			}
			false => {
				let condition = Condition::Serves { priority: Priority::Stat };
				Clause { condition, negated: false }
			}
		};
		let alternative = vec![clause].try_into().expect("one condition fits");
		let wording = vec![alternative].try_into().expect("one alternative fits");
		let call = pallet_rules::Call::write_rule { class: Some(MASKS), wording, digest: digest() };
		signed(giver, call)
	}

	/// The assembly declares an emergency over masks. One in which none may be opened for a while, it calls off.
	fn declaring_step(&mut self, now: Moment) -> Option<Step> {
		let region = self.pick(&AROUND);
		let covering = Covers::<Runtime>::get(code(region), MASKS).filter(|id| {
			let emergency = Emergencies::<Runtime>::get(id);
			emergency.is_some_and(|emergency| emergency.is_in_force(now))
		});
		match covering {
			Some(emergency) if self.one_in(2) => Some(by_assembly(Call::call_off { emergency })),
			Some(_) => None,
			None => Some(by_assembly(declaring(&[region], Severity::Serious, now + 20 * DAY))),
		}
	}

	/// What happens while an allocation waits for a plan.
	fn waiting_step(&mut self, allocation: AllocationId, now: Moment) -> Option<Step> {
		let found = Allocations::<Runtime>::get(allocation)?;
		if !waits(&found, now) {
			// Blocks go on with it.
			return None;
		}
		let emergency = found.emergency;
		let discriminator = self.below(9) as u32;
		match (allocation.0 % IN_THREE, self.below(8)) {
			(SIGNED, _) => None,
			(UNSIGNED, 0 | 1) | (_, 0) => {
				let plan = self.forged_plan(allocation);
				Some(by_nobody(Call::post_plan { plan, discriminator: FORGED }))
			}
			(UNSIGNED, _) => {
				let mut bars = pairs_to_bar(allocation);
				bars.truncate(salus_runtime::Emergencies::largest_bars() as usize);
				// Sometimes nobody names them, and the rules are asked about the plan.
				if bars.is_empty() || self.one_in(4) {
					let plan = best(allocation, |_, _| true);
					return Some(by_nobody(Call::post_plan { plan, discriminator }));
				}
				let (fingerprint, bars) = (found.fingerprint?, BoundedVec::truncate_from(bars));
				let call = Call::post_bars { allocation, fingerprint, bars, discriminator };
				Some(by_nobody(call))
			}
			(_, 1 | 2) => Some(by_assembly(Call::call_off { emergency })),
			_ => None,
		}
	}

	/// A plan for an allocation that waits for one, which does not hold, or answers what another one decides about.
	fn forged_plan(&mut self, allocation: AllocationId) -> PostedPlan {
		let mut plan = best(allocation, |_, _| true);
		match self.below(4) {
			0 => {
				let flow = Flow { supply: 0, demand: 0, quantity: Quantity::MAX };
				plan.flows = BoundedVec::truncate_from(vec![flow]);
			}
			1 => {
				if let Some(price) = plan.demand_prices.iter_mut().next() {
					*price = Price(Price::MOST.0 + 1);
				}
			}
			2 => drop(plan.supply_prices.pop()),
			_ => {
				let others = Allocations::<Runtime>::iter()
					.filter(|(id, _)| *id != allocation)
					.filter_map(|(_, other)| other.fingerprint);
				plan.fingerprint = self.pick_sorted(others).unwrap_or(H256::repeat_byte(7));
			}
		}
		plan
	}

	/// A plan for an allocation, which somebody has often tampered with.
	fn some_posted_plan(&mut self, allocation: AllocationId) -> PostedPlan {
		let found = Allocations::<Runtime>::get(allocation);
		if found.is_none_or(|found| found.fingerprint.is_none()) {
			return PostedPlan {
				allocation,
				fingerprint: H256::zero(),
				bars: Default::default(),
				flows: Default::default(),
				supply_prices: Default::default(),
				demand_prices: Default::default(),
			};
		}
		let mut plan = best(allocation, |_, _| true);
		match self.below(6) {
			0 => drop(plan.flows.pop()),
			1 => {
				if let Some(flow) = plan.flows.iter_mut().next() {
					flow.quantity = flow.quantity.saturating_add(self.below(2));
				}
			}
			2 => {
				if let Some(price) = plan.supply_prices.iter_mut().next() {
					*price = Price(self.below(Price::MOST.0));
				}
			}
			3 => plan.fingerprint = H256::repeat_byte(1),
			4 => plan.bars = BoundedVec::truncate_from(self.some_pairs()),
			_ => {}
		}
		plan
	}

	/// Pairs that few allocations have, and fewer are forbidden to.
	fn some_pairs(&mut self) -> Vec<Pair> {
		let mut place = || self.below(3) as u16;
		let mut pairs: Vec<_> = (0..2).map(|_| Pair { supply: place(), demand: place() }).collect();
		pairs.sort();
		pairs
	}

	/// Has what is offered shared out, if an emergency is in force.
	pub fn opening_step(&mut self, now: Moment) -> Option<Step> {
		// One of a class runs at a time.
		let runs = |allocation: &AllocationId| {
			Allocations::<Runtime>::get(allocation).is_some_and(|found| found.class == MASKS)
		};
		if Running::<Runtime>::get().iter().any(runs) {
			return None;
		}
		let emergency = self.openable(now)?;
		self.opening_of(emergency)
	}

	/// An emergency in which an allocation of masks may be opened.
	fn openable(&mut self, now: Moment) -> Option<EmergencyId> {
		let has_paused = |emergency: EmergencyId| {
			OpensFrom::<Runtime>::get(emergency, MASKS).is_none_or(|from| from <= now)
		};
		let covers = |emergency: EmergencyId| {
			let mut pairs = Covers::<Runtime>::iter();
			pairs.any(|(_, class, id)| (class, id) == (MASKS, emergency))
		};
		let in_force = Emergencies::<Runtime>::iter()
			.filter(|(id, emergency)| emergency.is_in_force(now) && has_paused(*id) && covers(*id))
			.map(|(id, _)| id);
		self.pick_sorted(in_force)
	}

	/// The council, the assembly, or the commission where it may, opens an allocation of masks.
	fn opening_of(&mut self, emergency: EmergencyId) -> Option<Step> {
		let regions = Emergencies::<Runtime>::get(emergency)?.declaration.regions;
		let has_commission = AROUND.map(code).iter().any(|region| regions.contains(region));
		let origin: RuntimeOrigin = match self.below(3) {
			0 => pallet_collective::RawOrigin::<_, CouncilCollective>::Members(3, 5).into(),
			1 if has_commission => RuntimeOrigin::signed(cast::account(COMMISSION)),
			_ => pallet_assembly::Origin::Emergency.into(),
		};
		Some((origin, Call::open_allocation { emergency, class: MASKS }.into()))
	}

	/// Removes what is left of an allocation, if one ended long ago.
	pub fn allocation_archive_step(&mut self, now: Moment) -> Option<Step> {
		let is_pruned =
			|record: &salus_primitives::RecordId| <Supervision as Trail<_>>::is_pruned(*record);
		let forgotten =
			Archived::<Runtime>::iter().filter(|(_, record)| is_pruned(record)).map(|(id, _)| id);
		if let Some(allocation) = self.pick_sorted(forgotten) {
			return Some(by_anybody(Call::forget_allocation { allocation }));
		}
		let reserved = |id: AllocationId| {
			Outcomes::<Runtime>::iter_prefix_values(id).any(|outcome| match outcome {
				LineOutcome::Made { transfer, .. } => {
					let found = pallet_circulation::Transfers::<Runtime>::get(transfer);
					found.is_some_and(|transfer| {
						transfer.status == pallet_circulation::Status::Accepted
					})
				}
				LineOutcome::Skipped { .. } | LineOutcome::Unsent { .. } => false,
			})
		};
		let over = Allocations::<Runtime>::iter()
			.filter(|(_, allocation)| allocation.ended_at().is_some_and(|at| at + REST <= now))
			.map(|(id, _)| id)
			.filter(|id| !reserved(*id));
		let allocation = self.pick_sorted(over)?;
		let digest = salus_runtime::Emergencies::archive_digest(allocation)?;
		Some(by_anybody(Call::archive_allocation { allocation, digest }))
	}

	/// Any call about allocations.
	pub fn allocation_call(&mut self) -> RuntimeCall {
		let next = u64::from(NextAllocationId::<Runtime>::get().0);
		let allocation = AllocationId(self.below(next + 2) as u32);
		match self.below(8) {
			5 | 6 => Call::submit_plan { plan: self.some_posted_plan(allocation) }.into(),
			7 => {
				let found = Allocations::<Runtime>::get(allocation);
				let fingerprint = found.and_then(|found| found.fingerprint).unwrap_or_default();
				let bars = BoundedVec::truncate_from(self.some_pairs());
				Call::submit_bars { allocation, fingerprint, bars }.into()
			}
			0 => {
				let emergency = EmergencyId(self.below(8) as u32);
				let class = ClassId(self.below(9) as u32);
				Call::open_allocation { emergency, class }.into()
			}
			1 | 2 => {
				let lines = self.pick(&[0, 1, 16, u32::MAX]);
				Call::advance { allocation, lines }.into()
			}
			3 => {
				let digest = H256::repeat_byte(self.below(3) as u8);
				Call::archive_allocation { allocation, digest }.into()
			}
			_ => Call::forget_allocation { allocation }.into(),
		}
	}
}
