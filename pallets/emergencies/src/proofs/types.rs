//! What is posted.

use crate::{LineList, MAX_SIDE};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use salus_analysis::transport::{Pair, Price, Proof};
use salus_primitives::AllocationId;
use scale_info::TypeInfo;
use sp_core::H256;

/// The most bars that one call carries. One without a signature may have to carry fewer, by what they weigh.
pub const MAX_BARS: u32 = 16;
/// The most bars that a plan carries.
pub const MAX_PLAN_BARS: u32 = 8;

/// Pairs that rules forbid.
pub type BarList = BoundedVec<Pair, ConstU32<MAX_BARS>>;
/// Pairs that rules forbid, in a plan.
pub type PlanBars = BoundedVec<Pair, ConstU32<MAX_PLAN_BARS>>;
/// Prices of the offers of an allocation, or of its needs, in their order.
pub type PriceList = BoundedVec<Price, ConstU32<MAX_SIDE>>;

/// A plan of an allocation, with what proves that there is none better.
///
/// Supplies are places among the offers of the allocation, demands are places among its needs.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PostedPlan {
	pub allocation: AllocationId,
	/// The fingerprint of the figures that it answers.
	pub fingerprint: H256,
	/// Pairs that rules forbid, and over which the plan would be better, or as good. Those that are known are
	/// passed over.
	pub bars: PlanBars,
	/// What goes from which offer to which need: in ascending order, each pair once at most.
	pub flows: LineList,
	/// What one unit more of each offer would add.
	pub supply_prices: PriceList,
	/// What one unit more of each share would add.
	pub demand_prices: PriceList,
}

impl PostedPlan {
	/// What proves it.
	pub fn proof(&self) -> Proof<'_> {
		Proof {
			flows: &self.flows,
			supply_prices: &self.supply_prices,
			demand_prices: &self.demand_prices,
		}
	}

	/// What the prices of a pair add up to; `None` if one of the two has none.
	pub(crate) fn price_of(&self, pair: Pair) -> Option<u64> {
		let supply = self.supply_prices.get(usize::from(pair.supply))?;
		let demand = self.demand_prices.get(usize::from(pair.demand))?;
		supply.0.checked_add(demand.0)
	}
}

#[cfg(test)]
mod tests {
	use super::PostedPlan;
	use codec::MaxEncodedLen;

	#[test]
	fn a_plan_of_as_much_as_may_be_is_as_long_as_its_parts() {
		// 4 + 32 bytes, 8 bars of 4, 1,023 flows of 13, and 1,024 prices of 9, with the lengths of the lists.
		let most = 36 + (1 + 8 * 4) + (2 + 1_023 * 13) + 2 * (2 + 512 * 9);
		assert_eq!(PostedPlan::max_encoded_len(), most);
	}
}
