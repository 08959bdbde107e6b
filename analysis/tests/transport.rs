//! Proofs worked by hand, and every way of refusing one.

use codec::{Decode, Encode, MaxEncodedLen};
use salus_analysis::transport::{
	expiry_ranks, totals, verify, worth, Demand, Flow, Greedy, Pair, Price, Problem, ProblemError,
	Proof, Refusal, Supply, Totals, Verifier, MAX_DEMANDS, MAX_SUPPLIES,
};

fn supply(quantity: u64, expiry: u16, place: u16) -> Supply {
	Supply { quantity, expiry, place }
}

fn demand(quantity: u64, place: u16) -> Demand {
	Demand { quantity, place }
}

const fn flow(supply: u16, demand: u16, quantity: u64) -> Flow {
	Flow { supply, demand, quantity }
}

fn pair(supply: u16, demand: u16) -> Pair {
	Pair { supply, demand }
}

/// Places lie along a road, a kilometre apart.
fn road(supplies: Vec<Supply>, demands: Vec<Demand>) -> Problem {
	Problem::new(supplies, demands, u16::abs_diff).expect("a problem")
}

/// Ten units at 0 km and ten at 100 km, which expire later; eight wanted at 40 km and eight at 90 km.
///
/// Sixteen can be delivered: all ten that expire first, and six of the others. If `a` of the first ten go
/// to the first demand, the unit-kilometres are `40 a + 90 (10 - a) + 60 (8 - a) + 10 (a - 2)`, which is
/// `1,360 - 100 a`; so the best is eight.
fn example() -> Problem {
	road(vec![supply(10, 0, 0), supply(10, 1, 100)], vec![demand(8, 40), demand(8, 90)])
}

const FLOWS: [Flow; 3] = [flow(0, 0, 8), flow(0, 1, 2), flow(1, 1, 6)];

/// Of the later supply something is left over, so its price is zero, and the second demand's is what its
/// units are worth there. The flow from the first supply to the second demand says what the first supply's
/// is, and that to the first demand what the first demand's is.
fn prices() -> ([Price; 2], [Price; 2]) {
	let second = worth(1, 10);
	let first = worth(0, 90) - second;
	([Price(first), Price(0)], [Price(worth(0, 40) - first), Price(second)])
}

fn verdict(
	flows: &[Flow],
	prices: ([Price; 2], [Price; 2]),
	forbidden: &[Pair],
) -> Result<Totals, Refusal> {
	let proof = Proof { flows, supply_prices: &prices.0, demand_prices: &prices.1 };
	verify(&example(), proof, |pair| !forbidden.contains(&pair))
}

#[test]
fn a_plan_with_its_prices_is_proven() {
	let best = Totals { units: 16, expiry: 6, unit_kilometres: 320 + 180 + 60 };
	assert_eq!(verdict(&FLOWS, prices(), &[]), Ok(best));
	// The other end, with `a` of two, is 600 unit-kilometres more.
	let others = [flow(0, 0, 2), flow(0, 1, 8), flow(1, 0, 6)];
	let far = Totals { unit_kilometres: 1_160, ..best };
	assert_eq!(totals(&example(), &others), far);
	assert_eq!(verdict(&others, prices(), &[]), Err(Refusal::NotTight(pair(1, 0))));
}

#[test]
fn what_a_rule_forbids_is_no_better_plan() {
	// Nothing of the first supply may go to the first demand: eight go 90 km, and eight of the others 60.
	let flows = [flow(0, 1, 8), flow(1, 0, 8)];
	// Of both supplies something is left over.
	let prices = ([Price(0); 2], [Price(worth(1, 60)), Price(worth(0, 90))]);
	let totals = Totals { units: 16, expiry: 8, unit_kilometres: 720 + 480 };
	assert_eq!(verdict(&flows, prices, &[pair(0, 0)]), Ok(totals));
	// If it may, it would improve the plan.
	assert_eq!(verdict(&flows, prices, &[]), Err(Refusal::NotOptimal(pair(0, 0))));
	assert_eq!(verdict(&flows, prices, &[pair(1, 1)]), Err(Refusal::NotOptimal(pair(0, 0))));

	let problem = example();
	let proof = Proof { flows: &flows, supply_prices: &prices.0, demand_prices: &prices.1 };
	let verifier = Verifier::new(&problem, proof).expect("no more than there is");
	assert_eq!(verifier.preferred(0..problem.pairs()).collect::<Vec<_>>(), [pair(0, 0)]);
	assert_eq!(verifier.preferred(1..u32::MAX).count(), 0);
	assert_eq!(verifier.carries(&flow(0, 2, 1)), Err(Refusal::NoSuchPair(pair(0, 2))));
	assert_eq!(verifier.carries(&flow(2, 0, 1)), Err(Refusal::NoSuchPair(pair(2, 0))));
}

#[test]
fn flows_are_refused_by_name() {
	let refused = |flows: &[Flow]| verdict(flows, prices(), &[]).expect_err("refused");
	let [one, two, three] = FLOWS;
	assert_eq!(refused(&[two, one, three]), Refusal::NotAscending(pair(0, 0)));
	assert_eq!(refused(&[one, one, three]), Refusal::NotAscending(pair(0, 0)));
	assert_eq!(refused(&[one, two, flow(1, 2, 6)]), Refusal::NoSuchPair(pair(1, 2)));
	assert_eq!(refused(&[one, two, flow(2, 1, 6)]), Refusal::NoSuchPair(pair(2, 1)));
	assert_eq!(refused(&[one, two, flow(1, 0, 0), three]), Refusal::Empty(pair(1, 0)));
	assert_eq!(refused(&[one, flow(0, 1, 3), three]), Refusal::SupplyExceeded(0));
	assert_eq!(refused(&[flow(0, 1, u64::MAX)]), Refusal::SupplyExceeded(0));
	assert_eq!(refused(&[one, two, flow(1, 1, 7)]), Refusal::DemandExceeded(1));
	assert_eq!(refused(&[one, two, flow(1, 1, 5)]), Refusal::DemandOpen(1));
	assert_eq!(refused(&[one, flow(0, 1, 1), flow(1, 1, 7)]), Refusal::SupplyLeft(0));
	for carrying in [one, two, three].map(|flow| flow.pair()) {
		let refused = verdict(&FLOWS, prices(), &[carrying]);
		assert_eq!(refused, Err(Refusal::Forbidden(carrying)));
	}
}

#[test]
fn prices_are_refused_by_name() {
	let refused = |change: &dyn Fn(&mut [Price; 2], &mut [Price; 2])| {
		let (mut supplies, mut demands) = prices();
		change(&mut supplies, &mut demands);
		verdict(&FLOWS, (supplies, demands), &[]).expect_err("refused")
	};
	assert_eq!(refused(&|supplies, _| supplies[1] = Price(1)), Refusal::SupplyLeft(1));
	assert_eq!(refused(&|supplies, _| supplies[0].0 += 1), Refusal::NotTight(pair(0, 0)));
	assert_eq!(refused(&|_, demands| demands[1].0 -= 1), Refusal::NotTight(pair(0, 1)));
	assert_eq!(refused(&|_, demands| demands[0].0 = (1 << 43) + 1), Refusal::PriceTooHigh);
	assert_eq!(refused(&|supplies, _| supplies[0].0 = u64::MAX), Refusal::PriceTooHigh);

	let (supplies, demands) = prices();
	for (few, many) in [(&supplies[..1], &demands[..]), (&supplies[..], &demands[..1])] {
		let proof = Proof { flows: &FLOWS, supply_prices: few, demand_prices: many };
		assert_eq!(verify(&example(), proof, |_| true), Err(Refusal::WrongLength));
	}
}

#[test]
fn nothing_is_proven_to_be_the_best_where_there_is_nothing() {
	for (supplies, demands) in [
		(vec![], vec![]),
		(vec![supply(5, 0, 0)], vec![]),
		(vec![], vec![demand(5, 0)]),
		(vec![supply(0, 0, 0)], vec![demand(5, 0)]),
	] {
		let (some, others) = ([Price::MOST; 1], [Price(0); 1]);
		let (supply_prices, demand_prices) = match (supplies.len(), demands.len()) {
			// What is not there may have any price.
			(1, 1) => (&some[..], &others[..]),
			(there, wanted) => (&others[..there], &others[..wanted]),
		};
		let problem = road(supplies, demands);
		let proof = Proof { flows: &[], supply_prices, demand_prices };
		assert_eq!(verify(&problem, proof, |_| true), Ok(Totals::default()));
		let mut greedy = Greedy::new(&problem);
		assert_eq!(greedy.step(&problem, |_| Some(true)), []);
		assert!(greedy.is_done());
	}
}

#[test]
fn a_problem_has_its_bounds() {
	let supplies = |count, expiry| vec![supply(1, expiry, 0); count];
	let new = |supplies, demands| Problem::new(supplies, demands, |_, _| 0).map(|new| new.pairs());
	let demands = |count| vec![demand(1, 0); count];
	assert_eq!(new(supplies(MAX_SUPPLIES, 511), demands(MAX_DEMANDS)), Ok(262_144));
	assert_eq!(new(supplies(513, 0), demands(1)), Err(ProblemError::TooManySupplies));
	assert_eq!(new(supplies(1, 0), demands(513)), Err(ProblemError::TooManyDemands));
	let late = vec![supply(1, 0, 0), supply(1, 512, 0)];
	assert_eq!(new(late, demands(1)), Err(ProblemError::NoSuchRank(1)));
}

#[test]
fn distances_are_asked_once_for_each_two_places() {
	let mut asked = Vec::new();
	let problem = Problem::new(
		vec![supply(1, 0, 7), supply(1, 0, 3), supply(1, 0, 7)],
		vec![demand(1, 9), demand(1, 9), demand(1, 3)],
		|from, to| {
			asked.push((from, to));
			from * 10 + to
		},
	);
	let problem = problem.expect("a problem");
	assert_eq!(asked, [(7, 9), (7, 3), (3, 9), (3, 3)]);
	let row = |supply| [0, 1, 2].map(|demand| problem.kilometres(pair(supply, demand)));
	assert_eq!(row(0), [Some(79), Some(79), Some(73)]);
	assert_eq!(row(1), [Some(39), Some(39), Some(33)]);
	assert_eq!(row(2), row(0));
	assert_eq!(row(3), [None; 3]);
	assert_eq!(problem.kilometres(pair(0, 3)), None);
}

#[test]
fn ranks_count_the_different_expiries_before() {
	assert_eq!(expiry_ranks(&[300, 20, 300, 100, u32::MAX, 20]), [2, 0, 2, 1, 3, 0]);
	assert_eq!(expiry_ranks::<u32>(&[]), []);
}

#[test]
fn a_rank_outweighs_all_kilometres_and_a_unit_all_ranks() {
	// As many pairs as a cycle can take up, over the longest ways, against as many over the shortest.
	let pairs = 512;
	assert!(pairs * (worth(0, 0) - worth(0, u16::MAX)) < worth(0, 0) - worth(1, 0));
	assert!(pairs * (Price::MOST.0 - worth(511, u16::MAX)) < Price::MOST.0);
	assert_eq!(worth(0, 0), Price::MOST.0);
}

#[test]
fn what_is_posted_is_small() {
	assert_eq!(Flow::max_encoded_len(), 2 + 2 + 9);
	assert_eq!(flow(511, 511, u64::MAX).encoded_size(), 2 + 2 + 9);
	assert_eq!(flow(511, 511, 10_000).encoded_size(), 2 + 2 + 2);
	assert_eq!(Price::MOST.encoded_size(), 7);
	assert_eq!(Price::max_encoded_len(), Price(u64::MAX).encoded_size());
	let refusal = Refusal::NotOptimal(pair(3, 5));
	assert_eq!(Refusal::decode(&mut &refusal.encode()[..]), Ok(refusal));
}

#[test]
fn a_greedy_plan_gives_the_first_to_expire_to_the_nearest() {
	let problem = road(
		vec![supply(9, 2, 0), supply(5, 1, 10), supply(4, 1, 10)],
		vec![demand(6, 3), demand(6, 8), demand(6, 12)],
	);
	let mut greedy = Greedy::new(&problem);
	let allowed = |asked: Pair| asked != pair(1, 1);
	let mut strides = Vec::new();
	while !greedy.is_done() {
		// What is stored between two steps is all that there is to know.
		let stored = greedy.encode();
		greedy = Greedy::decode(&mut &stored[..]).expect("a plan in the making");
		let mut left = 2u32;
		let may_go = |asked| {
			left = left.checked_sub(1)?;
			Some(allowed(asked))
		};
		let flows = greedy.step(&problem, may_go);
		strides.push((2 - left, flows));
	}
	// The second supply is as far from the second demand as from the third, and must not go to the
	// second. The third one is. The first, which expires last, goes where something is open, the nearest
	// first.
	assert_eq!(
		strides,
		[
			(2, vec![flow(1, 2, 5)]),
			(1, vec![flow(2, 1, 4)]),
			(2, vec![flow(0, 0, 6), flow(0, 1, 2)]),
			(1, vec![flow(0, 2, 1)]),
		]
	);
	let flows: Vec<Flow> = strides.into_iter().flat_map(|(_, flows)| flows).collect();
	// 5 over 2, 4 over 2, 6 over 3, 2 over 8, 1 over 12.
	let expected = Totals { units: 18, expiry: 9 + 18, unit_kilometres: 10 + 8 + 18 + 16 + 12 };
	assert_eq!(totals(&problem, &flows), expected);
}
