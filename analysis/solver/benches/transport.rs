//! How long it takes to apportion and to plan an allocation of 512 supplies and 512 demands, and to verify the plan.
//!
//! `cargo bench -p salus-solver --bench transport` prints the times of problems of five kinds, and
//! those of HiGHS.

use ::highs::{HighsModelStatus, RowProblem, Sense};
use salus_analysis::{
	apportionment::{apportion, apportion_offers, Need},
	transport::{expiry_ranks, verify, Demand, Greedy, Pair, Problem, Supply, Totals, Verifier},
};
use salus_solver::{transport::plan, Random};
use std::hint::black_box;
use std::time::{Duration, Instant};

const PARTIES: usize = 512;
const REGIONS: u64 = 31;

/// What is hard or easy about a problem.
#[derive(Clone, Copy, Debug)]
enum Kind {
	/// Regions lie apart, expiries are many, everything may go everywhere, and what is offered is what is
	/// to be given.
	Plain,
	/// Half of the pairs are forbidden.
	Half,
	/// Nine pairs of ten are forbidden.
	Sparse,
	/// Every party is a region of its own, and twice as much is offered as is wanted.
	Apart,
	/// Every party is a region of its own, and offers or wants one unit.
	Single,
}

struct Case {
	needs: Vec<Need>,
	to_give: u128,
	problem: Problem,
	allowed: Vec<bool>,
}

impl Case {
	fn new(kind: Kind) -> Self {
		let mut random = Random(2020);
		let width = match kind {
			Kind::Apart | Kind::Single => PARTIES,
			_ => REGIONS as usize,
		};
		let seats: Vec<(i64, i64)> = (0..2 * width)
			.map(|_| (random.below(3_000) as i64, random.below(4_000) as i64))
			.collect();
		let shift = if width == PARTIES { width } else { 0 };
		let kilometres = |from: u16, to: u16| {
			let ((x, y), (u, v)) = (seats[usize::from(from)], seats[usize::from(to) + shift]);
			((x - u).pow(2) + (y - v).pow(2)).isqrt() as u16
		};
		let place = |random: &mut Random, party| match kind {
			Kind::Apart | Kind::Single => party,
			_ => random.below(REGIONS) as u16,
		};
		let days: Vec<u64> = (0..PARTIES).map(|_| random.below(360)).collect();
		let supplies: Vec<Supply> = expiry_ranks(&days)
			.into_iter()
			.zip(0..)
			.map(|(expiry, party)| {
				let place = place(&mut random, party);
				let quantity = match kind {
					Kind::Single => 1,
					_ => random.between(50, 20_000),
				};
				Supply { quantity, expiry, place }
			})
			.collect();
		let offered: u128 = supplies.iter().map(|supply| u128::from(supply.quantity)).sum();
		let needs: Vec<Need> = (0..PARTIES as u64)
			.map(|id| Need {
				id,
				priority: random.below(4) as u8,
				has_evidence: true,
				weight: random.between(1_000, 2_000_000),
				asked: match kind {
					Kind::Single => 1,
					_ => random.between(1_000, 60_000),
				},
			})
			.collect();
		let to_give = match kind {
			Kind::Apart => offered / 2,
			_ => offered,
		};
		let demands = apportion(&needs, to_give).expect("ids are different");
		let demands = demands.into_iter().zip(0..).map(|(quantity, party)| {
			let place = place(&mut random, party);
			Demand { quantity, place }
		});
		let demands = demands.collect();
		let allowed = (0..PARTIES * PARTIES)
			.map(|_| match kind {
				Kind::Plain | Kind::Apart | Kind::Single => true,
				Kind::Half => random.below(2) == 0,
				Kind::Sparse => random.below(10) == 0,
			})
			.collect();
		let problem = Problem::new(supplies, demands, kilometres).expect("a problem");
		Self { needs, to_give, problem, allowed }
	}

	fn is_allowed(&self, pair: Pair) -> bool {
		self.allowed[usize::from(pair.supply) * PARTIES + usize::from(pair.demand)]
	}

	/// The worth of the best plan by HiGHS, in units of a kilometre.
	fn highs(&self, weigh: impl Fn(Pair) -> f64) -> (Duration, f64) {
		let mut lp = RowProblem::default();
		let mut rows = vec![Vec::new(); PARTIES];
		let mut columns = vec![Vec::new(); PARTIES];
		for supply in 0..PARTIES as u16 {
			for demand in 0..PARTIES as u16 {
				let pair = Pair { supply, demand };
				if self.is_allowed(pair) {
					let column = lp.add_column(weigh(pair), 0..);
					rows[usize::from(supply)].push((column, 1.0));
					columns[usize::from(demand)].push((column, 1.0));
				}
			}
		}
		for (row, supply) in rows.into_iter().zip(self.problem.supplies()) {
			lp.add_row(..=supply.quantity as f64, row);
		}
		for (column, demand) in columns.into_iter().zip(self.problem.demands()) {
			lp.add_row(..=demand.quantity as f64, column);
		}
		let begin = Instant::now();
		let solved = lp.optimise(Sense::Maximise).solve();
		let elapsed = begin.elapsed();
		assert_eq!(solved.status(), HighsModelStatus::Optimal);
		(elapsed, solved.objective_value())
	}
}

fn best(times: u32, mut act: impl FnMut()) -> Duration {
	(0..times)
		.map(|_| {
			let begin = Instant::now();
			act();
			begin.elapsed()
		})
		.min()
		.unwrap_or_default()
}

fn main() {
	let with_highs = !std::env::args().any(|argument| argument == "--alone");
	for kind in [Kind::Plain, Kind::Half, Kind::Sparse, Kind::Apart, Kind::Single] {
		let case = Case::new(kind);
		let problem = &case.problem;
		let allowed = |pair| case.is_allowed(pair);
		let apportioning = best(20, || {
			black_box(apportion(&case.needs, case.to_give)).map(drop).expect("ids are different")
		});
		let offers: Vec<u64> = problem.supplies().iter().map(|supply| supply.quantity).collect();
		let share_out = |needs: &[Need], may: &dyn Fn(usize, usize) -> bool| {
			best(5, || {
				black_box(apportion_offers(needs, &offers, may))
					.map(drop)
					.expect("ids are different")
			})
		};
		let by_pairs = share_out(&case.needs, &|offer, need| case.allowed[offer * PARTIES + need]);
		// As many groups as there can be, almost as large as they can be, and all needs of one tier.
		let one_tier: Vec<Need> =
			case.needs.iter().map(|need| Need { priority: 0, ..*need }).collect();
		let by_groups = share_out(&one_tier, &|offer, need| offer != need);
		let found = plan(problem, allowed);
		let solving = best(5, || drop(black_box(plan(problem, allowed))));
		let mut totals = Totals::default();
		let verifying = best(20, || {
			totals = black_box(verify(problem, found.proof(), allowed)).expect("proven");
		});
		let Totals { units, expiry, unit_kilometres } = totals;
		let verifier = Verifier::new(problem, found.proof()).expect("proven");
		let asked = verifier.preferred(0..problem.pairs()).count();
		println!("{kind:?}: {units} units, {expiry} unit-ranks, {unit_kilometres} unit-kilometres");
		println!("  apportioning   {apportioning:>10.2?}");
		println!("  by pairs       {by_pairs:>10.2?}");
		println!("  by groups      {by_groups:>10.2?} with all needs but one for each offer, of one tier");
		println!("  solving        {solving:>10.2?}");
		println!("  verifying      {verifying:>10.2?}");
		println!("  flows          {:>10}", found.flows.len());
		println!("  pairs to ask   {asked:>10} beside the flows");
		let greedy = best(5, || {
			let mut greedy = Greedy::new(problem);
			while !greedy.is_done() {
				black_box(greedy.step(problem, |pair| Some(allowed(pair))));
			}
		});
		println!("  greedy         {greedy:>10.2?}");
		if with_highs {
			// What floating point can weigh: units before kilometres, without expiry; then all three,
			// which it cannot weigh exactly.
			let (plain, _) =
				case.highs(|pair| 10_000.0 - f64::from(problem.kilometres(pair).expect("a pair")));
			println!("  HiGHS          {plain:>10.2?} without expiry");
			let (all, _) = case
				.highs(|pair| problem.worth(pair).expect("a pair") as f64 / (1u64 << 25) as f64);
			println!("  HiGHS          {all:>10.2?} with all");
		}
	}
}
