//! Plans of allocations, on a chain with blocks: the worker's, whose are accepted and carried out as they are; those
//! that are none, and are refused by name; those that the rules forbid, which do not hold it up; and how many
//! blocks the largest allocation takes, and how much of each.

use crate::{
	allocations::{
		admitted, asked, declared, ending, hasten, lines, offered, opened, request, stage, supply,
		PROVING,
	},
	chain::{account, on, on_a_node, Chain, Node},
	claims::{donated_masks, masks, register, DONOR, HOSPITAL, MASKS, SECOND_HOSPITAL},
	emergencies::{anybody, assembly, by, declaring},
};
use frame_support::{assert_ok, weights::Weight, BoundedVec};
use frame_system::offchain::CreateAuthorizedTransaction;
use pallet_emergencies::{
	AllocationEnding, Allocations, Call, Error, FrozenNeed, FrozenOffer, LineState, Method,
	NextEmergencyId, PostedPlan, ProblemView, Stage, MAX_OF_GIVER,
};
use pallet_needs::{NextNeedId, NextOfferId};
use pallet_registry::{LotIdentity, NextLotId};
use pallet_rules::{Clause, Condition, Party};
use salus_analysis::transport::{
	expiry_ranks, worth, Demand, Flow, Pair, Price, Problem, Supply as Offered,
};
use salus_primitives::{
	chance::Random, time::DAY, AllocationId, Expiry, InstitutionKind, LotId, Moment, Priority,
	Role, Severity,
};
use salus_runtime::{
	presets::regions::REGIONS, Emergencies, Executive, Runtime, RuntimeCall, RuntimeOrigin,
	UncheckedExtrinsic, BLOCK_SHARE,
};
use salus_solver::transport;
use sp_core::H256;
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	ApplyExtrinsicResult, DispatchError,
};

/// As many needs, and offers, as an allocation decides about.
const SIDE: u64 = 512;
/// In how many blocks its transfers are made at most, the one of the opening included.
const BLOCKS: u32 = 15;
/// From Shanghai to Wuhan.
const WAY: u16 = 690;

/// What an allocation decides about, as whoever solves it reads it.
fn problem_of(view: &ProblemView) -> Problem {
	let day = |offer: &FrozenOffer| offer.expires_at.map_or(Moment::MAX, |at| at / DAY);
	let ranks = expiry_ranks(&view.offers.iter().map(day).collect::<Vec<_>>());
	let supplies = view.offers.iter().zip(ranks).map(|(offer, expiry)| Offered {
		quantity: offer.left,
		expiry,
		place: offer.place.into(),
	});
	let demands =
		view.needs.iter().map(|need| Demand { quantity: need.share, place: need.place.into() });
	let kilometres = |one: u16, other: u16| {
		let (near, far) = (usize::from(one.min(other)), usize::from(one.max(other)));
		// From each place to those before it, one row after the other.
		if near == far {
			0
		} else {
			view.kilometres[far * (far - 1) / 2 + near]
		}
	};
	Problem::new(supplies.collect(), demands.collect(), kilometres).expect("it is small enough")
}

/// The best plan of those pairs of an allocation that may be as far as it knows, and that somebody takes to be
/// allowed.
pub fn best(
	id: AllocationId,
	is_allowed: impl Fn(&FrozenOffer, &FrozenNeed) -> bool,
) -> PostedPlan {
	let view = Emergencies::problem(id).expect("it is stored");
	let problem = problem_of(&view);
	let plan = transport::plan(&problem, |Pair { supply, demand }| {
		let offer = &view.offers[usize::from(supply)];
		offer.may_go_to(demand) && is_allowed(offer, &view.needs[usize::from(demand)])
	});
	PostedPlan {
		allocation: id,
		fingerprint: view.fingerprint.expect("shares are decided"),
		bars: Default::default(),
		flows: BoundedVec::truncate_from(plan.flows),
		supply_prices: BoundedVec::truncate_from(plan.supply_prices),
		demand_prices: BoundedVec::truncate_from(plan.demand_prices),
	}
}

/// The best plan, whatever the rules forbid.
fn naive(id: AllocationId) -> PostedPlan {
	best(id, |_, _| true)
}

fn submitting(plan: PostedPlan) -> RuntimeCall {
	Call::submit_plan { plan }.into()
}

/// What somebody sends without a signature.
fn apply_unsigned(call: impl Into<RuntimeCall>) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(
		<Runtime as CreateAuthorizedTransaction<RuntimeCall>>::create_authorized_transaction(
			call.into(),
		),
	)
}

/// Transactions of a worker, all of which are taken and do what they are for.
fn apply_all(sent: Vec<UncheckedExtrinsic>) {
	for transaction in sent {
		let applied = Executive::apply_extrinsic(transaction);
		assert_ok!(applied.expect("it is valid"));
	}
}

fn is_deciding(stage: &Stage) -> bool {
	matches!(stage, Stage::Deciding { .. })
}

/// Opens an allocation, and has it take steps until it waits for a plan.
fn deciding(chain: &Chain) -> AllocationId {
	let id = opened(declared(chain));
	hasten(id, is_deciding);
	assert!(matches!(stage(id), Stage::Deciding { asked: None, .. }));
	id
}

fn method(id: AllocationId) -> Option<Method> {
	Allocations::<Runtime>::get(id).expect("it is stored").method
}

/// A lot of the donor that expires a year after the others.
fn lasting_masks(chain: &mut Chain, quantity: u64) -> LotId {
	let lot = NextLotId::<Runtime>::get();
	let expiry = Some(Expiry::Month { year: 2029, month: 10 });
	let call = register(chain, LotIdentity { expiry, ..masks("M-2026-10") }, quantity);
	assert_ok!(chain.call("Alice", call));
	lot
}

/// The donor offers so many masks of a lot to those alone who cannot wait.
fn offered_to_the_urgent(now: Moment, lot: LotId, quantity: u64) {
	let supply = supply(now, lot, quantity, Priority::Stat);
	let donor = RuntimeOrigin::signed(account("Alice"));
	assert_ok!(by(donor, pallet_needs::Call::make_offer { supply }));
}

/// The donor gives to hospitals alone, by a rule of its own.
fn gives_to_hospitals(chain: &mut Chain) {
	let kind = InstitutionKind::Hospital;
	let condition = Condition::OfKind { party: Party::Receiver, kind };
	let clause = Clause { condition, negated: false };
	let alternative = vec![clause].try_into().expect("one condition fits");
	let wording = vec![alternative].try_into().expect("one alternative fits");
	let digest = H256::repeat_byte(1);
	let write = pallet_rules::Call::write_rule { class: Some(MASKS), wording, digest };
	assert_ok!(chain.call("Alice", write));
}

/// What expires first would be used up by the first need, and the second one may have nothing else: the greedy
/// plan delivers ten of twenty.
fn two_offers_for_two_needs(chain: &mut Chain) {
	let early = donated_masks(chain, 100);
	let late = lasting_masks(chain, 100);
	asked(chain, "Bob", 10, Priority::Stat);
	asked(chain, "Dave", 10, Priority::Urgent);
	offered(chain.now, early, 10);
	offered_to_the_urgent(chain.now, late, 10);
}

/// A hospital and a centre of disease control need ten each, and who gives twenty may give to the hospital alone.
fn one_offer_that_a_rule_binds(chain: &mut Chain) {
	let lot = donated_masks(chain, 100);
	gives_to_hospitals(chain);
	asked(chain, "Bob", 10, Priority::Urgent);
	asked(chain, "Eve", 10, Priority::Urgent);
	offered(chain.now, lot, 20);
}

#[test]
fn the_worker_proves_a_plan_that_is_better_than_the_greedy_one_and_blocks_carry_it_out() {
	on_a_node("development", |chain, node| {
		two_offers_for_two_needs(chain);
		assert!(node.run_worker().is_empty(), "nothing is to be decided");
		let id = opened(declared(chain));
		chain.advance(2_000);
		assert!(matches!(stage(id), Stage::Deciding { asked: None, .. }));
		let sent = node.run_worker();
		assert_eq!(sent.len(), 1);
		apply_all(sent);
		assert!(matches!(stage(id), Stage::Deciding { asked: Some(_), .. }));
		// It is content with what stands.
		assert!(node.run_worker().is_empty());
		chain.advance(2_000);
		assert_eq!(ending(id), Some(AllocationEnding::Allocated));
		assert_eq!(method(id), Some(Method::Proven));
		assert_eq!(
			lines(id),
			[
				(DONOR, SECOND_HOSPITAL, 10, LineState::Reserved),
				(DONOR, HOSPITAL, 10, LineState::Reserved),
			]
		);
		let (quality, _) = Emergencies::quality(id).expect("it ended well");
		assert_eq!((quality.all.shared, quality.all.promised), (20, 20));
		let least = u128::from(20 * WAY);
		assert_eq!((quality.unit_km, quality.least_km), (least, Some(least)));
	});
}

#[test]
fn without_a_worker_the_same_offers_deliver_half() {
	on("development", |chain| {
		two_offers_for_two_needs(chain);
		let id = deciding(chain);
		chain.advance(PROVING + 1);
		chain.advance(2_000);
		assert_eq!(ending(id), Some(AllocationEnding::Allocated));
		assert_eq!(method(id), Some(Method::Greedy));
		assert_eq!(lines(id), [(DONOR, HOSPITAL, 10, LineState::Reserved)]);
		let (quality, _) = Emergencies::quality(id).expect("it ended well");
		assert_eq!((quality.unit_km, quality.least_km), (u128::from(10 * WAY), None));
	});
}

#[test]
fn anybody_submits_a_plan_signed_and_one_stands_until_it_is_carried_out() {
	on("development", |chain| {
		two_offers_for_two_needs(chain);
		let id = deciding(chain);
		assert_ok!(chain.call("Charlie", submitting(naive(id))));
		let stands = Error::<Runtime>::CandidateStands;
		assert_eq!(chain.refused("Eve", submitting(naive(id))), stands.into());
		chain.advance(2_000);
		assert_eq!(
			(ending(id), method(id)),
			(Some(AllocationEnding::Allocated), Some(Method::Proven))
		);
		let over = Error::<Runtime>::NotDeciding;
		assert_eq!(chain.refused("Eve", submitting(naive(id))), over.into());
	});
}

#[test]
fn what_is_no_plan_is_refused_by_the_name_of_what_is_wrong() {
	on("development", |chain| {
		let early = donated_masks(chain, 100);
		let late = lasting_masks(chain, 100);
		asked(chain, "Bob", 10, Priority::Urgent);
		asked(chain, "Dave", 10, Priority::Stat);
		offered(chain.now, early, 30);
		offered_to_the_urgent(chain.now, late, 10);
		let id = opened(declared(chain));
		let of = |flows: &[(u16, u16, u64)], supplies: [u64; 2], demands: [u64; 2]| {
			let fingerprint = Allocations::<Runtime>::get(id).and_then(|found| found.fingerprint);
			let flow =
				|&(supply, demand, quantity): &(u16, u16, u64)| Flow { supply, demand, quantity };
			let prices = |all: [u64; 2]| BoundedVec::truncate_from(all.map(Price).to_vec());
			PostedPlan {
				allocation: id,
				fingerprint: fingerprint.unwrap_or_default(),
				bars: Default::default(),
				flows: BoundedVec::truncate_from(flows.iter().map(flow).collect()),
				supply_prices: prices(supplies),
				demand_prices: prices(demands),
			}
		};
		let (first, second) = (worth(0, WAY), worth(1, WAY));
		let most = Price::MOST.0;
		// All comes from what expires first, of which something is left over.
		let good = of(&[(0, 0, 10), (0, 1, 10)], [0, 0], [first, first]);
		let too_early = Error::<Runtime>::NotDeciding;
		assert_eq!(chain.refused("Eve", submitting(good.clone())), too_early.into());
		hasten(id, is_deciding);

		let fingerprint = Allocations::<Runtime>::get(id).and_then(|found| found.fingerprint);
		let good = of(&[(0, 0, 10), (0, 1, 10)], [0, 0], [first, first]);
		assert_eq!(Some(good.fingerprint), fingerprint);
		let stale = PostedPlan { fingerprint: H256::repeat_byte(7), ..good.clone() };
		let short = PostedPlan {
			demand_prices: BoundedVec::truncate_from(vec![Price(first)]),
			..good.clone()
		};
		let bar = Pair { supply: 0, demand: 0 };
		let slander = PostedPlan { bars: BoundedVec::truncate_from(vec![bar]), ..good.clone() };
		for (plan, error) in [
			(stale, Error::<Runtime>::WrongFingerprint),
			(short, Error::PriceCountWrong),
			(slander, Error::NotBarred),
			(of(&[(0, 1, 10), (0, 0, 10)], [0, 0], [first, first]), Error::FlowsNotAscending),
			(of(&[(0, 2, 10)], [0, 0], [first, first]), Error::NoSuchPair),
			(of(&[(0, 0, 0)], [0, 0], [first, first]), Error::EmptyFlow),
			(of(&[], [0, 0], [most + 1, 0]), Error::PriceTooHigh),
			(of(&[(0, 0, 31)], [0, 0], [first, first]), Error::SupplyExceeded),
			(of(&[(0, 0, 11)], [0, 0], [first, first]), Error::DemandExceeded),
			(of(&[], [most, most], [0, 0]), Error::SupplyLeft),
			(of(&[], [0, 0], [most, most]), Error::DemandOpen),
			(of(&[(0, 0, 10), (0, 1, 10)], [0, 0], [first, most]), Error::NotTight),
			// The second offer is not for the first need.
			(of(&[(0, 1, 10), (1, 0, 10)], [0, 0], [second, first]), Error::PairForbidden),
			// The second need would get something, and nothing keeps it from that.
			(of(&[(0, 0, 10)], [0, 0], [first, 0]), Error::NotOptimal),
			// It would get what expires first.
			(of(&[(0, 0, 10), (1, 1, 10)], [0, 0], [first, second]), Error::NotOptimal),
		] {
			assert_eq!(chain.refused("Eve", submitting(plan.clone())), error.into(), "{plan:?}");
		}
		assert!(matches!(stage(id), Stage::Deciding { asked: None, .. }));
		chain.advance(PROVING + 1);
		let late = Error::<Runtime>::DeadlinePassed;
		assert_eq!(chain.refused("Eve", submitting(good)), late.into());
	});
}

#[test]
fn the_best_of_all_plans_is_found_by_hand_as_well() {
	on("development", |chain| {
		let early = donated_masks(chain, 100);
		let late = lasting_masks(chain, 100);
		asked(chain, "Bob", 10, Priority::Urgent);
		asked(chain, "Dave", 10, Priority::Stat);
		offered(chain.now, early, 30);
		offered_to_the_urgent(chain.now, late, 10);
		let id = deciding(chain);
		let flow = |demand| Flow { supply: 0, demand, quantity: 10 };
		let best = naive(id);
		assert_eq!(best.flows.to_vec(), [flow(0), flow(1)]);
		assert_eq!(best.supply_prices.to_vec(), [Price(0), Price(0)]);
		assert_eq!(best.demand_prices.to_vec(), [Price(worth(0, WAY)); 2]);
		assert_ok!(anybody(Call::submit_plan { plan: best }));
	});
}

#[test]
fn a_plan_that_the_rules_forbid_does_not_hold_the_worker_up() {
	on_a_node("development", |chain, node| {
		one_offer_that_a_rule_binds(chain);
		let id = deciding(chain);
		let forbidden = naive(id);
		assert_eq!(forbidden.flows.len(), 2);
		assert_ok!(chain.call("Charlie", submitting(forbidden.clone())));
		apply_all(node.run_worker());
		let offers = Emergencies::problem(id).expect("it is stored").offers;
		assert_eq!([0, 1].map(|need| offers[0].may_go_to(need)), [true, false]);
		let again = chain.call("Charlie", submitting(forbidden));
		assert!(again.is_err(), "the pair is known to be forbidden, or a plan stands");
		chain.advance(2_000);
		assert_eq!(
			(ending(id), method(id)),
			(Some(AllocationEnding::Allocated), Some(Method::Proven))
		);
		assert_eq!(lines(id), [(DONOR, HOSPITAL, 10, LineState::Reserved)]);
	});
}

#[test]
fn a_plan_that_the_rules_forbid_is_dropped_and_without_another_one_the_greedy_plan_goes_by_that() {
	on("development", |chain| {
		one_offer_that_a_rule_binds(chain);
		let id = deciding(chain);
		let forbidden = naive(id);
		assert_ok!(chain.call("Charlie", submitting(forbidden.clone())));
		chain.advance(2_000);
		assert!(matches!(stage(id), Stage::Deciding { asked: None, .. }));
		let known = Error::<Runtime>::PairForbidden;
		assert_eq!(chain.refused("Charlie", submitting(forbidden)), known.into());
		chain.advance(PROVING);
		chain.advance(2_000);
		assert_eq!(
			(ending(id), method(id)),
			(Some(AllocationEnding::Allocated), Some(Method::Greedy))
		);
		assert_eq!(lines(id), [(DONOR, HOSPITAL, 10, LineState::Reserved)]);
	});
}

#[test]
fn only_what_the_rules_forbid_is_barred() {
	on("development", |chain| {
		one_offer_that_a_rule_binds(chain);
		let id = deciding(chain);
		let fingerprint = naive(id).fingerprint;
		let bars = |fingerprint: H256, pairs: &[(u16, u16)]| -> RuntimeCall {
			let bars = pairs.iter().map(|&(supply, demand)| Pair { supply, demand });
			let bars = BoundedVec::truncate_from(bars.collect());
			Call::submit_bars { allocation: id, fingerprint, bars }.into()
		};
		for (call, error) in [
			(bars(H256::repeat_byte(7), &[(0, 1)]), Error::<Runtime>::WrongFingerprint),
			(bars(fingerprint, &[]), Error::NoBars),
			(bars(fingerprint, &[(0, 2)]), Error::NoSuchPair),
			(bars(fingerprint, &[(0, 0)]), Error::NotBarred),
		] {
			assert_eq!(chain.refused("Charlie", call), error.into());
		}
		assert_ok!(chain.call("Charlie", bars(fingerprint, &[(0, 1)])));
		// Of what is left, the best plan is allowed.
		assert_ok!(chain.call("Charlie", submitting(naive(id))));
		chain.advance(2_000);
		assert_eq!(method(id), Some(Method::Proven));
		assert_eq!(lines(id), [(DONOR, HOSPITAL, 10, LineState::Reserved)]);
		let over = Error::<Runtime>::NotDeciding;
		assert_eq!(chain.refused("Charlie", bars(fingerprint, &[(0, 1)])), over.into());
	});
}

#[test]
fn a_signature_does_not_open_the_way_that_needs_none() {
	on("development", |chain| {
		two_offers_for_two_needs(chain);
		let id = deciding(chain);
		let plan = naive(id);
		let post = Call::post_plan { plan: plan.clone(), discriminator: 0 };
		assert_eq!(chain.refused("Eve", post.clone()), BadOrigin.into());
		let none: RuntimeCall = submitting(plan.clone());
		let refused = none.dispatch(RuntimeOrigin::none()).map(|_| ()).map_err(|it| it.error);
		assert_eq!(refused, Err(BadOrigin.into()));

		let mut forged = plan;
		forged.flows.pop();
		let forged = Call::post_plan { plan: forged, discriminator: 0 };
		assert!(!matches!(apply_unsigned(forged), Ok(Ok(()))));
		assert!(matches!(stage(id), Stage::Deciding { asked: None, .. }));
		assert_ok!(apply_unsigned(post.clone()).expect("it is valid"));
		assert!(matches!(stage(id), Stage::Deciding { asked: Some(_), .. }));
		// The same once more is none.
		assert!(!matches!(apply_unsigned(post), Ok(Ok(()))));
	});
}

#[test]
fn in_the_safe_mode_nobody_posts_a_plan() {
	on("development", |chain| {
		two_offers_for_two_needs(chain);
		let id = deciding(chain);
		let plan = naive(id);
		assert_ok!(by(RuntimeOrigin::root(), pallet_safe_mode::Call::force_enter {}));
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		assert_eq!(chain.refused("Eve", submitting(plan.clone())), filtered);
		let post = Call::post_plan { plan, discriminator: 0 };
		assert!(!matches!(apply_unsigned(post), Ok(Ok(()))));
		assert!(matches!(stage(id), Stage::Deciding { asked: None, .. }));
	});
}

/// Hospitals in every region: of some four needs each, and of others as many offers each as an allocation keeps of one
/// giver, in lots that expire in different months. There are as many needs, and offers, as an allocation decides
/// about. More is asked for than is offered.
fn full_board(chain: &mut Chain) {
	const EACH: u64 = 4;
	const OFFERED: u64 = MAX_OF_GIVER as u64;
	let region = |number: u64| REGIONS[number as usize % REGIONS.len()].0;
	for number in 0..SIDE / EACH {
		let admin = admitted(number, region(number), [Role::Admin, Role::Receive]);
		for _ in 0..EACH {
			let request = request(chain.now, 250, Priority::Urgent);
			let signed = RuntimeOrigin::signed(admin.clone());
			assert_ok!(by(signed, pallet_needs::Call::publish_need { request }));
		}
	}
	let mut random = Random(20_200_123);
	for number in 0..SIDE / OFFERED {
		let roles = [Role::Admin, Role::Stock, Role::Dispatch];
		let admin = admitted(SIDE + number, region(number), roles);
		let signed = || RuntimeOrigin::signed(admin.clone());
		let lot = NextLotId::<Runtime>::get();
		let expiry =
			Expiry::Month { year: 2027 + number as u16 / 12, month: 1 + number as u8 % 12 };
		let identity = LotIdentity { expiry: Some(expiry), donor: None, ..masks("M-2026") };
		assert_ok!(by(signed(), register(chain, identity, 5_000)));
		for _ in 0..OFFERED {
			let supply = supply(chain.now, lot, 100 + random.below(201), Priority::Routine);
			assert_ok!(by(signed(), pallet_needs::Call::make_offer { supply }));
		}
	}
	assert_eq!((NextNeedId::<Runtime>::get().0, NextOfferId::<Runtime>::get().0), (SIDE, SIDE));
}

/// Lets blocks and the worker carry an allocation through until its last transfer is made. Answers with how many
/// blocks that took, and with the most that one of them weighed more than `idle`.
fn carried_through(
	chain: &mut Chain,
	node: &Node,
	id: AllocationId,
	idle: Weight,
) -> (u32, Weight) {
	let (mut blocks, mut most) = (0, Weight::zero());
	loop {
		let weight = chain.advance_weighing(2_000).saturating_sub(idle);
		println!("block {blocks}: {weight:?}, then {:?}", stage(id));
		blocks += 1;
		most = most.max(weight);
		let allocation = Allocations::<Runtime>::get(id).expect("it is stored");
		let is_decided = allocation.method.is_some();
		if is_decided && allocation.carried_out == allocation.lines {
			return (blocks, most);
		}
		assert!(blocks < 4 * BLOCKS, "{:?}", allocation.stage);
		apply_all(node.run_worker());
	}
}

#[test]
fn the_largest_allocation_takes_fifteen_blocks_and_half_of_each_at_most() {
	on_a_node("development", |chain, node| {
		full_board(chain);
		let emergency = NextEmergencyId::<Runtime>::get();
		assert_ok!(assembly(declaring(&["CN"], Severity::Extreme, chain.now + 20 * DAY)));
		// What was prepared weighs nothing here, and the next block is as any other.
		chain.advance(2_000);
		let idle = chain.advance_weighing(2_000);
		let id = opened(emergency);
		let (blocks, most) = carried_through(chain, node, id, idle);
		println!("{SIDE} x {SIDE}: {blocks} blocks, at most {most:?} of {BLOCK_SHARE:?}");
		let stored = Allocations::<Runtime>::get(id).expect("it is stored");
		assert_eq!((u64::from(stored.needs), u64::from(stored.offers)), (SIDE, SIDE));
		assert_eq!((stored.left_out, stored.method), (0, Some(Method::Proven)));
		assert!(u64::from(stored.lines) >= SIDE, "{} lines", stored.lines);
		assert!(most.all_lte(BLOCK_SHARE.saturating_div(2)));
		assert!(blocks <= BLOCKS);

		// What is lacking is asked of the country, of each need by itself, and the figures are worked out.
		for _ in 0..4 {
			chain.advance(2_000);
		}
		assert_eq!(ending(id), Some(AllocationEnding::Allocated));
		let (quality, _) = Emergencies::quality(id).expect("it ended well");
		// Everything that is offered goes to somebody, by the fewest kilometres.
		let offered: u64 = Emergencies::problem(id)
			.expect("it is stored")
			.offers
			.iter()
			.map(|offer| offer.left)
			.sum();
		assert_eq!(quality.all.promised, offered.into());
		assert_eq!(quality.least_km, Some(quality.unit_km));
	});
}
