//! A plan that needs no proof, for when nobody finds one.

use super::{Flow, Pair, Problem};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// A plan in the making that takes the supplies in the order of their expiry and gives of each to the
/// nearest demand that is open and that it may go to, then to the next. Of equals, the one that is listed
/// first comes first.
///
/// ```
/// use salus_analysis::transport::*;
///
/// let supplies = vec![Supply { quantity: 5, expiry: 0, place: 9 }];
/// let demands = vec![Demand { quantity: 4, place: 1 }, Demand { quantity: 4, place: 2 }];
/// let problem = Problem::new(supplies, demands, |from, to| from.abs_diff(to))?;
/// let mut greedy = Greedy::new(&problem);
/// let flows = greedy.step(&problem, |_| Some(true));
/// let nearest = Flow { supply: 0, demand: 1, quantity: 4 };
/// let next = Flow { supply: 0, demand: 0, quantity: 1 };
/// assert_eq!(flows, [nearest, next]);
/// assert!(greedy.is_done());
/// # Ok::<(), ProblemError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Greedy {
	/// The supply that is being given; `None` when all is done.
	current: Option<Current>,
	/// What is still wanted, in units.
	open: Vec<u64>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
struct Current {
	expiry: u16,
	supply: u16,
	/// In units, more than zero.
	left: u64,
	/// The kilometres to the demand that was asked about last, and that demand.
	asked: Option<(u16, u16)>,
}

impl Greedy {
	/// The beginning of a plan.
	pub fn new(problem: &Problem) -> Self {
		let open = problem.demands().iter().map(|demand| demand.quantity).collect();
		Self { current: next(problem, None), open }
	}

	/// The supply that is being given; `None` when the plan is complete.
	pub fn at_hand(&self) -> Option<u16> {
		self.current.map(|current| current.supply)
	}

	/// Whether the plan is complete.
	pub fn is_done(&self) -> bool {
		self.current.is_none()
	}

	/// Goes on with the supply at hand, and answers with what goes from it, to the nearest demand first. Over all
	/// steps there is one flow at most for each pair, and fewer than there are supplies and demands. The problem is
	/// the same in every step.
	///
	/// `may_go` tells whether goods may go over a pair. Where it answers `None`, the step ends, and the next one goes
	/// on with that pair.
	///
	/// Takes one pass over the supplies, and sorts the demands that are open by their kilometres.
	pub fn step(
		&mut self,
		problem: &Problem,
		mut may_go: impl FnMut(Pair) -> Option<bool>,
	) -> Vec<Flow> {
		let mut flows = Vec::new();
		let Some(mut current) = self.current else { return flows };
		let supply = current.supply;
		let mut near: Vec<(u16, u16)> = (0..)
			.zip(&self.open)
			.zip(problem.row(supply.into()).unwrap_or_default())
			.filter(|((_, open), _)| **open > 0)
			.map(|((demand, _), kilometres)| (*kilometres, demand))
			.filter(|place| current.asked < Some(*place))
			.collect();
		near.sort_unstable();
		for place @ (_, demand) in near {
			if current.left == 0 {
				break;
			}
			let Some(may_go) = may_go(Pair { supply, demand }) else {
				self.current = Some(current);
				return flows;
			};
			current.asked = Some(place);
			let Some(open) = self.open.get_mut(usize::from(demand)) else { continue };
			if may_go {
				let quantity = current.left.min(*open);
				*open -= quantity;
				current.left -= quantity;
				flows.push(Flow { supply, demand, quantity });
			}
		}
		self.current = next(problem, Some((current.expiry, supply)));
		flows
	}
}

/// The first supply after another one that has anything.
fn next(problem: &Problem, after: Option<(u16, u16)>) -> Option<Current> {
	let places = (0..).zip(problem.supplies());
	let left = places.filter(|(_, supply)| supply.quantity > 0);
	let ahead = left.filter(|(place, supply)| after < Some((supply.expiry, *place)));
	let (supply, first) = ahead.min_by_key(|(place, supply)| (supply.expiry, *place))?;
	Some(Current { expiry: first.expiry, supply, left: first.quantity, asked: None })
}
