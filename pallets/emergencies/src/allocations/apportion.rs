//! How much each need is to get.
//!
//! Needs share in proportion to what their institutions use, as the chain saw it; what they claim does not
//! count. Without a history, all institutions weigh the same. Where an institution has several needs of one tier, its
//! weight is divided among those that some offer may go to, by what is open of each, so that nothing is gained by
//! asking in parts.
//!
//! Offers that may go to the same needs are a group. Groups are shared out one after the other, those of fewer needs
//! first, each on top of what earlier ones gave
//! ([`apportion_offers`](salus_analysis::apportionment::apportion_offers)). So shares can be delivered, but for the
//! rules, which are asked later. A need that nothing may go to has no share, and keeps none from the others.

use super::{distances_between, fingerprint, has_need};
use crate::{Allocation, Config, Event, FrozenNeed, FrozenOffer, NeedSet, Pallet, WeightInfo};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::weights::Weight;
use salus_analysis::apportionment;
use salus_primitives::{AllocationId, InstitutionId, Priority, Quantity, Total};
use sp_runtime::DispatchError;

/// What an institution weighs without a history: so much that parts of it are hardly rounded.
const COMMON_WEIGHT: u64 = 1 << 32;

impl<T: Config> Pallet<T> {
	/// Decides all shares. Answers with what that cost.
	pub(crate) fn apportion(
		(id, allocation): (AllocationId, &mut Allocation),
	) -> Result<Weight, DispatchError> {
		let mut needs = Self::asked_by(id);
		let offers = Self::given_by(id);
		let places = Self::places(id);
		let shares = shares(&needs, &offers)?;
		for (need, share) in needs.iter_mut().zip(shares) {
			need.share = share;
		}
		let distances = distances_between(&places);
		let fingerprint = fingerprint(id, &needs, &offers, &distances, &places);
		let units = needs.iter().map(|need| Total::from(need.share)).sum();
		Self::put_asked_by(id, needs);
		Self::put_distances(id, distances);
		allocation.fingerprint = Some(fingerprint);
		allocation.stage = Self::stage_of_deciding(allocation.release_at);
		Self::deposit_event(Event::SharesDecided { allocation: id, fingerprint, units });
		Ok(T::WeightInfo::apportion(allocation.offers.into()))
	}
}

/// The share of each need, in their order. Nothing is the share of one that nothing may go to.
pub(crate) fn shares(
	needs: &[FrozenNeed],
	offers: &[FrozenOffer],
) -> Result<Vec<Quantity>, DispatchError> {
	let tier = |need: &FrozenNeed| (need.institution, need.tier, need.daily_use > 0);
	let mut served = NeedSet::default();
	for offer in offers {
		served.iter_mut().zip(offer.pairs).for_each(|(all, pairs)| *all |= pairs);
	}
	let served = (0u16..).zip(needs).filter(|(place, _)| has_need(&served, *place));
	let mut open: BTreeMap<(InstitutionId, Priority, bool), Total> = BTreeMap::new();
	for (_, need) in served {
		let sum = open.entry(tier(need)).or_default();
		*sum = sum.saturating_add(need.asked.into());
	}
	let claim = |need: &FrozenNeed| {
		let sum = open.get(&tier(need)).copied().unwrap_or_default();
		let has_evidence = need.daily_use > 0;
		let whole = if has_evidence { need.daily_use } else { COMMON_WEIGHT };
		apportionment::Need {
			id: need.need.0,
			priority: need.tier as u8,
			has_evidence,
			weight: part_of(whole, need.asked, sum),
			asked: need.asked,
		}
	};
	let claims: Vec<_> = needs.iter().map(claim).collect();
	let given: Vec<Quantity> = offers.iter().map(|offer| offer.left).collect();
	let may = |offer: usize, need: usize| {
		let pair = offers.get(offer).zip(u16::try_from(need).ok());
		pair.is_some_and(|(offer, need)| offer.may_go_to(need))
	};
	// No need is listed twice.
	apportionment::apportion_offers(&claims, &given, may).map_err(|_| DispatchError::Corruption)
}

/// What of an institution's weight stands behind a need that asks for so much of a sum: rounded down, and one at
/// least.
fn part_of(weight: u64, asked: Quantity, sum: Total) -> u64 {
	let part = Total::from(weight).saturating_mul(asked.into()).checked_div(sum);
	// A part is no larger than the whole.
	part.and_then(|part| u64::try_from(part).ok()).unwrap_or(weight).max(1)
}
