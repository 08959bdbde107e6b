//! # Transport
//!
//! Which lot goes to whom, once it is decided how much everybody is to get.
//!
//! A *supply* is some units of one lot at one place; a *demand* is how many units somebody is to get.
//! Goods may move over some *pairs* of a supply and a demand and not over others: that is for rules to
//! say. A *plan* is a list of [`Flow`]s. The optimum is lexicographic:
//!
//! 1. the most units delivered;
//! 2. of these plans, the least sum of units times the rank of their expiry;
//! 3. of these, the fewest unit-kilometres.
//!
//! ## First-expiring first
//!
//! Ranks count the different expiries from the first one. They may stand for days, because how far apart
//! expiries are does not matter. What plans of the most units take from each supply are the bases of a
//! polymatroid, and the greedy algorithm finds those of the least weight by looking at the order of the
//! weights alone (Edmonds, *Submodular functions, matroids, and certain polyhedra*, 1970). So
//! whichever figures ascend with expiry, the same plans are the least, and they are those that take,
//! for every day at once, as many units as any plan of the most units can of what expires until then.
//!
//! ## One objective
//!
//! To carry a unit over a pair is worth
//!
//! `2^43 - 2^25 * rank - kilometres`,
//!
//! and a plan that is worth the most is lexicographically optimal. Two plans differ by cycles in the
//! graph of supplies, demands, and one node more for what is left over and what stays open; each cycle
//! passes a node once at most. So it takes up at most 512 pairs and gives up at most 512. Kilometres are
//! at most 65,535, so along a cycle they change by less than `2^25`; ranks are at most 511, so ranks and
//! kilometres together change by less than `2^43`. The sign of a cycle's worth is hence that of the first
//! of units, ranks and kilometres that changes; and a plan is worth the most if and only if no cycle
//! improves it.
//!
//! ## Proofs
//!
//! A [`Proof`] has the plan and a [`Price`] for each supply and each demand, none negative. By the duality
//! of linear programs the plan is optimal if
//!
//! - a pair that carries goods may do so, and the two prices add up to its worth;
//! - of every other pair, the two prices add up to its worth or more, or it is forbidden;
//! - a supply of which something is left over, and a demand that stays open, has a price of zero.
//!
//! For every optimal plan there are such prices, in integers. The [`Verifier`] checks them one after the
//! other, with additions and comparisons alone. It does not know the rules: the caller asks them for the
//! pairs that carry goods, and for those that the prices [prefer](Verifier::preferred).
//!
//! ```
//! use salus_analysis::transport::*;
//!
//! // Five units that expire first, five that expire later, and seven that are wanted, 10 km from the
//! // former and 20 km from the latter.
//! let early = Supply { quantity: 5, expiry: 0, place: 1 };
//! let late = Supply { quantity: 5, expiry: 1, place: 2 };
//! let wanted = Demand { quantity: 7, place: 0 };
//! let problem = Problem::new(vec![early, late], vec![wanted], |from, to| 10 * from.abs_diff(to))?;
//!
//! let five = Flow { supply: 0, demand: 0, quantity: 5 };
//! let two = Flow { supply: 1, demand: 0, quantity: 2 };
//! // Something of the second supply is left over. One unit more of the first one would save a rank
//! // and ten kilometres.
//! let supply_prices = &[Price(worth(0, 10) - worth(1, 20)), Price(0)];
//! let demand_prices = &[Price(worth(1, 20))];
//! let proof = Proof { flows: &[five, two], supply_prices, demand_prices };
//! let totals = verify(&problem, proof, |_| true)?;
//! assert_eq!(totals, Totals { units: 7, expiry: 2, unit_kilometres: 90 });
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

mod greedy;
mod problem;
mod proof;
mod verifier;

pub use greedy::Greedy;
pub use problem::{
	expiry_ranks, totals, worth, Demand, Flow, Pair, Problem, ProblemError, Supply, Totals,
	MAX_DEMANDS, MAX_SUPPLIES,
};
pub use proof::{Price, Proof, Refusal};
pub use verifier::{verify, Verifier};
