//! Problems and plans.

use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// The most supplies of a problem.
pub const MAX_SUPPLIES: usize = 512;
/// The most demands of a problem.
pub const MAX_DEMANDS: usize = 512;

/// What to carry a unit is worth before its expiry and its way are counted.
pub(super) const UNIT: u64 = 1 << 43;
/// What one rank of expiry takes off.
const RANK: u64 = 1 << 25;

/// Units of one lot at one place.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Supply {
	/// In units.
	pub quantity: u64,
	/// How many different expiries of other supplies come before its own.
	pub expiry: u16,
	/// Where it is, as [`Problem::new`] asks for distances.
	pub place: u16,
}

/// Units that somebody is to get.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Demand {
	/// In units.
	pub quantity: u64,
	/// Where they are to go, as [`Problem::new`] asks for distances.
	pub place: u16,
}

/// A supply and a demand, by their places in the problem.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Pair {
	/// The place of the supply among the supplies.
	pub supply: u16,
	/// The place of the demand among the demands.
	pub demand: u16,
}

impl fmt::Display for Pair {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "supply {} and demand {}", self.supply, self.demand)
	}
}

/// Units that go from a supply to a demand.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
)]
pub struct Flow {
	/// The place of the supply among the supplies.
	pub supply: u16,
	/// The place of the demand among the demands.
	pub demand: u16,
	/// In units, at least one.
	#[codec(compact)]
	pub quantity: u64,
}

// What is derived counts a compact integer as a plain one, which is a byte less.
impl MaxEncodedLen for Flow {
	fn max_encoded_len() -> usize {
		Pair::max_encoded_len() + Compact::<u64>::max_encoded_len()
	}
}

impl Flow {
	/// Between which two it is.
	pub fn pair(&self) -> Pair {
		Pair { supply: self.supply, demand: self.demand }
	}
}

/// What there is, what is wanted, and how far it is from the one to the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
	supplies: Vec<Supply>,
	demands: Vec<Demand>,
	/// Which of the rows below is a supply's own.
	rows: Vec<u16>,
	/// Row by row, the kilometres from a place to each demand.
	kilometres: Vec<u16>,
}

/// Why there is no such problem.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProblemError {
	/// There are more than [`MAX_SUPPLIES`].
	TooManySupplies,
	/// There are more than [`MAX_DEMANDS`].
	TooManyDemands,
	/// The expiry of this supply is no rank among [`MAX_SUPPLIES`].
	NoSuchRank(u16),
}

impl fmt::Display for ProblemError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::TooManySupplies => write!(f, "there are more than {MAX_SUPPLIES} supplies"),
			Self::TooManyDemands => write!(f, "there are more than {MAX_DEMANDS} demands"),
			Self::NoSuchRank(supply) => write!(f, "the expiry of supply {supply} is no rank"),
		}
	}
}

impl core::error::Error for ProblemError {}

impl Problem {
	/// A problem of these supplies and demands. Quantities may be zero. `kilometres` says how far it is
	/// from the place of a supply to that of a demand, and is asked once for each two.
	///
	/// Takes two bytes for each demand and each place of supplies, and asks a map for each of them.
	///
	/// # Errors
	///
	/// See [`ProblemError`].
	pub fn new(
		supplies: Vec<Supply>,
		demands: Vec<Demand>,
		mut kilometres: impl FnMut(u16, u16) -> u16,
	) -> Result<Self, ProblemError> {
		if supplies.len() > MAX_SUPPLIES {
			return Err(ProblemError::TooManySupplies);
		}
		if demands.len() > MAX_DEMANDS {
			return Err(ProblemError::TooManyDemands);
		}
		let mut ranked = (0..).zip(&supplies);
		if let Some((place, _)) = ranked.find(|(_, own)| usize::from(own.expiry) >= MAX_SUPPLIES) {
			return Err(ProblemError::NoSuchRank(place));
		}

		let from = Numbered::new(supplies.iter().map(|supply| supply.place));
		let to = Numbered::new(demands.iter().map(|demand| demand.place));
		let mut cells = Vec::with_capacity(from.places.len() * demands.len());
		for &from in &from.places {
			let row: Vec<u16> = to.places.iter().map(|&to| kilometres(from, to)).collect();
			cells.extend(to.numbers.iter().map(|&to| row[usize::from(to)]));
		}
		Ok(Self { supplies, demands, rows: from.numbers, kilometres: cells })
	}

	/// In the order in which pairs number them, from 0.
	pub fn supplies(&self) -> &[Supply] {
		&self.supplies
	}

	/// In the order in which pairs number them, from 0.
	pub fn demands(&self) -> &[Demand] {
		&self.demands
	}

	/// How many pairs there are, allowed and forbidden; at most 262,144.
	pub fn pairs(&self) -> u32 {
		self.supplies.len() as u32 * self.demands.len() as u32
	}

	/// How far it is from a supply to a demand; `None` if there is no such pair.
	pub fn kilometres(&self, pair: Pair) -> Option<u16> {
		self.row(pair.supply.into())?.get(usize::from(pair.demand)).copied()
	}

	/// What to carry a unit over a pair is worth; `None` if there is no such pair.
	pub fn worth(&self, pair: Pair) -> Option<u64> {
		let supply = self.supplies.get(usize::from(pair.supply))?;
		Some(worth(supply.expiry, self.kilometres(pair)?))
	}

	/// How far it is from a supply to each demand.
	pub(super) fn row(&self, supply: usize) -> Option<&[u16]> {
		let start = usize::from(*self.rows.get(supply)?) * self.demands.len();
		self.kilometres.get(start..start + self.demands.len())
	}
}

/// Places, each once, and the numbers of places among these.
struct Numbered {
	places: Vec<u16>,
	numbers: Vec<u16>,
}

impl Numbered {
	fn new(all: impl Iterator<Item = u16>) -> Self {
		let mut known = BTreeMap::new();
		let mut places = Vec::new();
		let numbers = all.map(|place| {
			*known.entry(place).or_insert_with(|| {
				places.push(place);
				places.len() as u16 - 1
			})
		});
		let numbers = numbers.collect();
		Self { places, numbers }
	}
}

/// The ranks of expiries: for each, how many different ones come before it. What does not expire has the
/// largest key.
pub fn expiry_ranks<K: Ord>(keys: &[K]) -> Vec<u16> {
	let mut order: Vec<usize> = (0..keys.len()).collect();
	order.sort_by_key(|&place| &keys[place]);
	let mut ranks = alloc::vec![0; keys.len()];
	for (rank, equal) in order.chunk_by(|&one, &other| keys[one] == keys[other]).enumerate() {
		for &place in equal {
			ranks[place] = u16::try_from(rank).unwrap_or(u16::MAX);
		}
	}
	ranks
}

/// What to carry a unit is worth, of a supply with this rank of expiry over so many kilometres: see
/// [`transport`](super).
pub fn worth(expiry: u16, kilometres: u16) -> u64 {
	UNIT - u64::from(expiry) * RANK - u64::from(kilometres)
}

/// What a plan achieves.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Totals {
	/// Delivered.
	pub units: u128,
	/// The sum of units times the rank of their expiry.
	pub expiry: u128,
	/// The sum of units times the kilometres that they go.
	pub unit_kilometres: u128,
}

/// What a plan achieves. A flow of which there is no such pair counts for its units alone.
pub fn totals(problem: &Problem, flows: &[Flow]) -> Totals {
	flows.iter().fold(Totals::default(), |sum, flow| {
		let units = u128::from(flow.quantity);
		let supply = problem.supplies.get(usize::from(flow.supply));
		let rank = supply.map_or(0, |supply| supply.expiry);
		let kilometres = problem.kilometres(flow.pair()).unwrap_or_default();
		// A flow adds less than 2^80, and nobody has 2^48 of them.
		Totals {
			units: sum.units + units,
			expiry: sum.expiry + units * u128::from(rank),
			unit_kilometres: sum.unit_kilometres + units * u128::from(kilometres),
		}
	})
}
