//! Plans that [`salus_analysis::transport::Verifier`] accepts, in integers alone.
//!
//! The network simplex method. The graph has a node for each supply and each demand, and a *root*; an
//! arc for each allowed pair; one from each supply to the root, which carries what is left over; and one
//! from the root to each demand, which carries what stays open. A spanning tree of this graph is a basis:
//! it determines flows and prices. An arc whose ends do not add up to its worth enters the tree, and one
//! whose flow runs dry leaves it, until there is none to enter.
//!
//! Trees stay *strongly feasible*: from every node, something could be sent to the root. That decides
//! which of several dry arcs leaves, and no tree comes twice (Cunningham, *A network simplex method*,
//! 1976). No arc has a capacity and there is no directed cycle, so some arc always runs dry.

use alloc::vec::Vec;
use salus_analysis::transport::{worth, Flow, Pair, Price, Problem, Proof};

/// A plan and the prices that prove it optimal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
	/// In ascending order of supply and demand; fewer than there are supplies and demands together.
	pub flows: Vec<Flow>,
	/// One for each supply.
	pub supply_prices: Vec<Price>,
	/// One for each demand.
	pub demand_prices: Vec<Price>,
}

impl Plan {
	/// For the verifier.
	pub fn proof(&self) -> Proof<'_> {
		Proof {
			flows: &self.flows,
			supply_prices: &self.supply_prices,
			demand_prices: &self.demand_prices,
		}
	}
}

/// An optimal plan. `allowed` says whether goods may move over a pair. It is asked once for each pair whose
/// supply has something and whose demand wants something.
///
/// The same problem gives the same plan everywhere.
pub fn plan(problem: &Problem, mut allowed: impl FnMut(Pair) -> bool) -> Plan {
	let rows = (0..).zip(problem.supplies()).map(|(supply, own)| {
		let pairs = (0..).zip(problem.demands()).filter_map(|(demand, other)| {
			(own.quantity > 0 && other.quantity > 0).then_some(Pair { supply, demand })
		});
		let arcs = pairs.filter(|pair| allowed(*pair)).filter_map(|pair| {
			Some(Arc { demand: pair.demand, kilometres: problem.kilometres(pair)? })
		});
		Row { worth: whole(worth(own.expiry, 0)), arcs: arcs.collect() }
	});
	let rows: Vec<Row> = rows.collect();
	let mut tree = Tree::new(problem);
	tree.optimise(&rows);
	tree.plan(problem)
}

/// An allowed pair.
#[derive(Clone, Copy)]
struct Arc {
	demand: u16,
	kilometres: u16,
}

/// A supply.
struct Row {
	/// What a unit is worth that goes no way at all.
	worth: i64,
	arcs: Vec<Arc>,
}

/// An arc that is to enter the tree.
#[derive(Clone, Copy)]
struct Entering {
	from: usize,
	to: usize,
	/// What a unit over it is worth.
	worth: i64,
}

const NONE: usize = usize::MAX;

/// A node, and the arc to its parent.
#[derive(Clone, Copy)]
struct Node {
	parent: usize,
	depth: u32,
	/// Whether the arc goes from the node to its parent.
	up: bool,
	/// What the arc carries.
	flow: u64,
	child: usize,
	/// Other children of the parent.
	next: usize,
	previous: usize,
}

/// A spanning tree: the supplies, then the demands, then the root.
struct Tree {
	supplies: usize,
	root: usize,
	nodes: Vec<Node>,
	/// Of two nodes that an arc of the tree connects, the prices add up to its worth, and that of the root
	/// is zero.
	prices: Vec<i64>,
}

impl Tree {
	/// Nothing is delivered.
	fn new(problem: &Problem) -> Self {
		let supplies = problem.supplies().len();
		let root = supplies + problem.demands().len();
		let node = |up, flow| Node {
			parent: root,
			depth: 1,
			up,
			flow,
			child: NONE,
			next: NONE,
			previous: NONE,
		};
		let mut nodes: Vec<Node> = problem
			.supplies()
			.iter()
			.map(|supply| node(true, supply.quantity))
			.chain(problem.demands().iter().map(|demand| node(false, demand.quantity)))
			.collect();
		nodes.push(Node { parent: NONE, depth: 0, ..node(true, 0) });
		let mut tree = Self { supplies, root, nodes, prices: alloc::vec![0; root + 1] };
		for node in 0..root {
			tree.hang(node, root);
		}
		tree
	}

	/// Exchanges arcs until the prices of every pair add up to its worth or more, and none is negative.
	fn optimise(&mut self, rows: &[Row]) {
		let mut turn = 0;
		while self.entering(rows, &mut turn).and_then(|arc| self.exchange(arc)).is_some() {}
	}

	/// The arc that gains most, of the first supply in turn that has one that gains; the demands' arcs to the
	/// root have a turn too.
	fn entering(&self, rows: &[Row], turn: &mut usize) -> Option<Entering> {
		for _ in 0..=rows.len() {
			let supply = *turn;
			*turn = if supply == rows.len() { 0 } else { supply + 1 };
			let found = match rows.get(supply) {
				Some(row) => self.entering_of(supply, row),
				None => self.entering_of_root(),
			};
			if found.is_some() {
				return found;
			}
		}
		None
	}

	fn entering_of(&self, supply: usize, row: &Row) -> Option<Entering> {
		let demand_prices = self.demand_prices();
		let price = self.prices[supply];
		let mut gain = 0;
		let mut entering = None;
		if price < 0 {
			gain = -price;
			entering = Some(Entering { from: supply, to: self.root, worth: 0 });
		}
		// What the price and the kilometres of a demand have to stay below.
		let mut bound = row.worth - price - gain;
		let mut best = None;
		for arc in &row.arcs {
			let cost = demand_prices[usize::from(arc.demand)] + i64::from(arc.kilometres);
			if cost < bound {
				bound = cost;
				best = Some(arc);
			}
		}
		if let Some(arc) = best {
			let to = self.supplies + usize::from(arc.demand);
			let worth = row.worth - i64::from(arc.kilometres);
			entering = Some(Entering { from: supply, to, worth });
		}
		entering
	}

	fn entering_of_root(&self) -> Option<Entering> {
		let (to, price) =
			(self.supplies..).zip(self.demand_prices()).min_by_key(|(_, price)| **price)?;
		(*price < 0).then_some(Entering { from: self.root, to, worth: 0 })
	}

	fn demand_prices(&self) -> &[i64] {
		&self.prices[self.supplies..self.root]
	}

	/// Sends over an arc what can be sent around the cycle that it closes, and puts it into the tree in the
	/// place of one that runs dry.
	fn exchange(&mut self, entering: Entering) -> Option<()> {
		let Entering { from, to, worth } = entering;
		let Leaving { node: leaving, flow, before } = self.leaving(from, to)?;
		if flow > 0 {
			self.send(from, to, flow);
		}
		// The part of the tree that is cut off hangs on the arc that enters.
		let (top, parent) = if before { (from, to) } else { (to, from) };
		let gain = worth - self.prices[from] - self.prices[to];
		let (mut node, mut parent, mut up, mut flow) = (top, parent, before, flow);
		loop {
			let old = self.nodes[node];
			self.unhang(node);
			self.nodes[node].up = up;
			self.nodes[node].flow = flow;
			self.hang(node, parent);
			if node == leaving {
				break;
			}
			(node, parent, up, flow) = (old.parent, node, !old.up, old.flow);
		}
		self.reprice(top, gain);
		Some(())
	}

	/// The arc that leaves: of those on the cycle against the direction of the one that enters, the one
	/// that carries least; of several, the last one on the way around the cycle from its highest node.
	fn leaving(&self, from: usize, to: usize) -> Option<Leaving> {
		let (mut low, mut high) = (from, to);
		let (mut before, mut after): (Option<Leaving>, Option<Leaving>) = (None, None);
		while low != high {
			if self.nodes[low].depth >= self.nodes[high].depth {
				let Node { up, flow, parent, .. } = self.nodes[low];
				if up && before.is_none_or(|least| flow < least.flow) {
					before = Some(Leaving { node: low, flow, before: true });
				}
				low = parent;
			} else {
				let Node { up, flow, parent, .. } = self.nodes[high];
				if !up && after.is_none_or(|least| flow <= least.flow) {
					after = Some(Leaving { node: high, flow, before: false });
				}
				high = parent;
			}
		}
		match (before, after) {
			(Some(before), Some(after)) if before.flow < after.flow => Some(before),
			(before, after) => after.or(before),
		}
	}

	/// Sends something over an arc, and around the cycle that it closes.
	fn send(&mut self, from: usize, to: usize, flow: u64) {
		let (mut low, mut high) = (from, to);
		while low != high {
			let is_before = self.nodes[low].depth >= self.nodes[high].depth;
			let place = if is_before { &mut low } else { &mut high };
			let node = &mut self.nodes[*place];
			if node.up == is_before {
				node.flow -= flow;
			} else {
				node.flow += flow;
			}
			*place = node.parent;
		}
	}

	/// Adds to the price of a node, and sets the depth and the prices of all below it, so that those of
	/// neighbours keep their sums.
	fn reprice(&mut self, top: usize, gain: i64) {
		let is_supply = top < self.supplies;
		let mut node = top;
		loop {
			let Node { parent, child, .. } = self.nodes[node];
			self.nodes[node].depth = self.nodes[parent].depth + 1;
			if (node < self.supplies) == is_supply {
				self.prices[node] += gain;
			} else {
				self.prices[node] -= gain;
			}
			if child != NONE {
				node = child;
				continue;
			}
			while node != top && self.nodes[node].next == NONE {
				node = self.nodes[node].parent;
			}
			if node == top {
				return;
			}
			node = self.nodes[node].next;
		}
	}

	/// Makes a node the first child of another one.
	fn hang(&mut self, node: usize, parent: usize) {
		let next = self.nodes[parent].child;
		if next != NONE {
			self.nodes[next].previous = node;
		}
		self.nodes[parent].child = node;
		let hung = &mut self.nodes[node];
		(hung.parent, hung.next, hung.previous) = (parent, next, NONE);
	}

	/// Takes a node from among its parent's children.
	fn unhang(&mut self, node: usize) {
		let Node { parent, next, previous, .. } = self.nodes[node];
		if next != NONE {
			self.nodes[next].previous = previous;
		}
		if previous != NONE {
			self.nodes[previous].next = next;
		} else {
			self.nodes[parent].child = next;
		}
	}

	/// What the tree says.
	fn plan(&self, problem: &Problem) -> Plan {
		let mut flows: Vec<Flow> = Vec::new();
		for (node, &Node { parent, flow, .. }) in self.nodes.iter().enumerate().take(self.root) {
			if parent != self.root && flow > 0 {
				let (supply, demand) = (node.min(parent), node.max(parent) - self.supplies);
				flows.push(Flow { supply: supply as u16, demand: demand as u16, quantity: flow });
			}
		}
		flows.sort_unstable();
		// Whoever has or wants nothing can have any price; with the highest one, no pair of it is preferred.
		let price = |(quantity, price): (u64, &i64)| match quantity {
			0 => Price::MOST,
			_ => Price(price.unsigned_abs()),
		};
		let (supplies, demands) = (problem.supplies().iter(), problem.demands().iter());
		let left = supplies.map(|supply| supply.quantity).zip(&self.prices);
		let open = demands.map(|demand| demand.quantity).zip(self.demand_prices());
		Plan {
			flows,
			supply_prices: left.map(price).collect(),
			demand_prices: open.map(price).collect(),
		}
	}
}

/// An arc that runs dry.
#[derive(Clone, Copy)]
struct Leaving {
	/// It goes between this node and its parent.
	node: usize,
	/// What it carries.
	flow: u64,
	/// Whether it is on the side where the arc that enters begins.
	before: bool,
}

/// A worth has 44 bits.
fn whole(worth: u64) -> i64 {
	i64::try_from(worth).unwrap_or(i64::MAX)
}
