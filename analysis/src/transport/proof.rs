//! What proves a plan, and why something does not.

use super::{problem::UNIT, Flow, Pair};
use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// What one unit more of a supply, or of a demand, would add to the worth of the plan, as
/// [`worth`](super::worth) counts it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
)]
pub struct Price(#[codec(compact)] pub u64);

// What is derived counts a compact integer as a plain one, which is a byte less.
impl MaxEncodedLen for Price {
	fn max_encoded_len() -> usize {
		Compact::<u64>::max_encoded_len()
	}
}

impl Price {
	/// The most that a unit is worth. No price needs to be higher.
	pub const MOST: Self = Self(UNIT);
}

/// A plan and the prices that prove it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proof<'a> {
	/// In ascending order of supply and demand, each pair once at most.
	pub flows: &'a [Flow],
	/// One for each supply.
	pub supply_prices: &'a [Price],
	/// One for each demand.
	pub demand_prices: &'a [Price],
}

/// Why a plan is not proven.
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
pub enum Refusal {
	/// There is not one price for each supply and each demand.
	WrongLength,
	/// A price is above [`Price::MOST`].
	PriceTooHigh,
	/// The flow does not come after the one before it. Flows ascend, so that no pair is there twice and a
	/// plan is written in one way only.
	NotAscending(Pair),
	/// There is no such supply, or no such demand.
	NoSuchPair(Pair),
	/// The flow has no units.
	Empty(Pair),
	/// More is taken of the supply than there is.
	SupplyExceeded(u16),
	/// The demand gets more than it is to get.
	DemandExceeded(u16),
	/// Something of the supply is left over, but it has a price.
	SupplyLeft(u16),
	/// The demand stays open, but it has a price.
	DemandOpen(u16),
	/// The pair carries goods, but its prices do not add up to its worth.
	NotTight(Pair),
	/// The pair carries goods, but it is forbidden.
	Forbidden(Pair),
	/// To carry goods over the pair, which is allowed, is worth more than its prices say.
	NotOptimal(Pair),
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::WrongLength => write!(f, "there is not one price for each supply and demand"),
			Self::PriceTooHigh => write!(f, "a price is above all worth"),
			Self::NotAscending(pair) => write!(f, "the flow between {pair} is out of order"),
			Self::NoSuchPair(pair) => write!(f, "there is no {pair}"),
			Self::Empty(pair) => write!(f, "the flow between {pair} has no units"),
			Self::SupplyExceeded(supply) => write!(f, "too much is taken of supply {supply}"),
			Self::DemandExceeded(demand) => write!(f, "demand {demand} gets too much"),
			Self::SupplyLeft(supply) => {
				write!(f, "something of supply {supply} is left over, but it has a price")
			}
			Self::DemandOpen(demand) => write!(f, "demand {demand} is open, but it has a price"),
			Self::NotTight(pair) => {
				write!(f, "the prices of {pair} do not add up to what the flow is worth")
			}
			Self::Forbidden(pair) => write!(f, "nothing may go between {pair}"),
			Self::NotOptimal(pair) => write!(f, "a flow between {pair} would improve the plan"),
		}
	}
}

impl core::error::Error for Refusal {}
