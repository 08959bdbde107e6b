//! The first stages: which needs and offers an allocation is about.
//!
//! A need is gathered when transfers may serve it, and its institution is in a region for which the emergency
//! counts, or in a part of one. A region in which no such institution can be is passed over as a whole: a need is asked
//! of the region of its institution, or of one around it.
//!
//! An offer is gathered when something of it can be given, wherever its giver is, and it may go to one of the needs,
//! which are known by then. So what may go to none of them takes no place.
//!
//! Neither is gathered when another allocation has it, nor when a transfer that an allocation made of it, or for it,
//! came to nothing by its institution's doing: who wants in again makes a new offer, or publishes a new need.
//!
//! Of more than there is room for, the best stay: needs of the highest priority, and of equals those with the smaller
//! identifiers; offers that expire first, of equals the larger ones, and then those with the smaller identifiers, but
//! no more than [`MAX_OF_GIVER`] of one giver. So what is gathered does not depend on the order in which it was come
//! to, save where there are more places than may be. Whatever is looked at and left out is told with the reason. At
//! most [`MOST_LOOKED_AT`] of each are looked at, a region that is passed over as one; what is behind them is neither
//! compared nor named, and that there may be something is told.

use crate::{
	Allocation, AllocationEnding, Config, Emergency, Event, FactsOf, FrozenNeed, FrozenOffer,
	LeftOut, Pallet, PlaceSeat, Stage, WeightInfo, LOOKED_AT, MAX_OF_GIVER, MAX_SIDE,
	MOST_LOOKED_AT,
};
use alloc::{collections::BTreeMap, vec::Vec};
use core::cmp::Reverse;
use frame_support::weights::Weight;
use salus_primitives::{
	AllocationId, ClassId, Freezes, Geography, InstitutionId, Levels, Matching, Moment, NeedId,
	OfferId, RegionCode, Want,
};

/// Stands for all needs of a region that is passed over.
const PASSED: NeedId = NeedId(u64::MAX);

/// What pairing must know of a need.
type WantedOf<T> =
	<<T as Config>::Matching as Matching<<T as frame_system::Config>::AccountId>>::Wanted;

impl<T: Config> Pallet<T> {
	/// Looks at the next needs. Answers with what that cost.
	pub(crate) fn gather_needs(
		(id, allocation): (AllocationId, &mut Allocation),
		emergency: &Emergency,
		after: Option<(RegionCode, NeedId)>,
		looked: u32,
	) -> Weight {
		let class = allocation.class;
		let regions = Self::regions_counting(allocation.emergency, emergency, class);
		let around: Vec<RegionCode> = regions.iter().flat_map(T::Geography::lineage).collect();
		let mut places = Self::places(id);
		let mut needs: Vec<_> = Self::asked_by(id).into_iter().zip(Self::facts(id)).collect();
		let mut walk = after.clone();
		let mut count = 0u32;
		while count < LOOKED_AT {
			let found = T::Matching::needs_behind(class, walk.clone(), 1).into_iter().next();
			let Some((region, need)) = found else { break };
			count = count.saturating_add(1);
			// Needs that are asked of one region stand together.
			let is_known_near =
				walk.as_ref().is_some_and(|(last, need)| *last == region && *need != PASSED);
			if !is_known_near && !Self::is_near(&region, &regions, &around) {
				walk = Some((region, PASSED));
				continue;
			}
			walk = Some((region, need));
			match Self::gathered_need((need, class), &regions, &mut places) {
				Ok(gathered) => {
					Self::freeze_need(need, id);
					needs.push(gathered);
				}
				Err(why) => Self::leave_out_need((id, allocation), need, why),
			}
		}
		for (need, _) in keep_best(&mut needs, |(need, _)| (Reverse(need.tier), need.need)) {
			Self::thaw_need(need.need, id);
			Self::leave_out_need((id, allocation), need.need, LeftOut::NoRoom);
		}
		needs.sort_by_key(|(need, _)| need.need);
		allocation.needs = count_of(&needs);
		let (needs, facts): (Vec<_>, Vec<WantedOf<T>>) = needs.into_iter().unzip();
		Self::put_asked_by(id, needs);
		Self::put_facts(id, FactsOf::<T>::truncate_from(facts));
		Self::put_places(id, places);

		let looked = looked.saturating_add(count);
		if !Self::is_last((id, count), looked) {
			allocation.stage = Stage::GatheringNeeds { after: walk, looked };
		} else if allocation.needs > 0 {
			allocation.stage = Stage::GatheringOffers { after: None, looked: 0 };
		} else {
			Self::end_gathering((id, allocation));
		}
		T::WeightInfo::gather_needs(count)
	}

	/// Whether a need that is asked of a region may be of an institution in one of some regions: it is one of them,
	/// a part of one, or `around` one.
	fn is_near(region: &RegionCode, regions: &[RegionCode], around: &[RegionCode]) -> bool {
		around.contains(region)
			|| T::Geography::lineage(region).iter().any(|region| regions.contains(region))
	}

	/// A need that is to be gathered, with what pairing must know of it; or why it is not.
	fn gathered_need(
		(need, class): (NeedId, ClassId),
		regions: &[RegionCode],
		places: &mut Vec<PlaceSeat>,
	) -> Result<(FrozenNeed, WantedOf<T>), LeftOut> {
		if <Self as Freezes>::need(need) {
			return Err(LeftOut::Frozen);
		}
		if Self::has_declined(need) {
			return Err(LeftOut::Declined);
		}
		let want: Want<WantedOf<T>> = T::Matching::want(need, class).ok_or(LeftOut::NotOpen)?;
		let lineage = T::Geography::lineage(&want.region);
		if !lineage.iter().any(|region| regions.contains(region)) {
			return Err(LeftOut::Elsewhere);
		}
		let place = Self::place_of(&lineage, places).ok_or(LeftOut::NoPlace)?;
		let level = T::Levels::level(want.institution, class);
		let frozen = FrozenNeed {
			need,
			institution: want.institution,
			place,
			kind: want.kind,
			tier: want.priority,
			asked: want.open,
			daily_use: u64::try_from(want.daily_use).unwrap_or(u64::MAX),
			share: 0,
			promised: 0,
			had_nothing: level.available == 0,
		};
		Ok((frozen, want.facts))
	}

	/// Looks at the next offers. Answers with what that cost.
	pub(crate) fn gather_offers(
		(id, allocation): (AllocationId, &mut Allocation),
		after: Option<OfferId>,
		looked: u32,
	) -> Weight {
		let found = T::Matching::offers_behind(allocation.class, after, LOOKED_AT);
		let (needs, facts) = (Self::asked_by(id), Self::facts(id));
		let mut places = Self::places(id);
		let mut offers = Self::given_by(id);
		for offer in &found {
			let at = allocation.opened_at;
			match Self::gathered_offer(*offer, (&needs[..], &facts), at, &mut places) {
				Ok(gathered) => {
					Self::freeze_offer(*offer, id);
					offers.push(gathered);
				}
				Err(why) => Self::leave_out_offer((id, allocation), *offer, why),
			}
		}
		for (offer, why) in keep_best_offers(&mut offers) {
			Self::thaw_offer(offer.offer, id);
			Self::leave_out_offer((id, allocation), offer.offer, why);
		}
		offers.sort_by_key(|offer| offer.offer);
		allocation.offers = count_of(&offers);
		Self::put_given_by(id, offers);
		Self::put_places(id, places);

		let count = found.len() as u32;
		let looked = looked.saturating_add(count);
		if Self::is_last((id, count), looked) {
			Self::end_gathering((id, allocation));
		} else {
			let after = found.last().copied();
			allocation.stage = Stage::GatheringOffers { after, looked };
		}
		T::WeightInfo::gather_offers(count)
	}

	/// An offer that is to be gathered, with the needs that it may go to, were its goods promised at a moment; or why
	/// it is not.
	fn gathered_offer(
		offer: OfferId,
		(needs, facts): (&[FrozenNeed], &FactsOf<T>),
		at: Moment,
		places: &mut Vec<PlaceSeat>,
	) -> Result<FrozenOffer, LeftOut> {
		if <Self as Freezes>::offer(offer) {
			return Err(LeftOut::Frozen);
		}
		if Self::has_failed(offer) {
			return Err(LeftOut::Failed);
		}
		let supply = T::Matching::supply(offer).ok_or(LeftOut::NotOpen)?;
		let mut gathered = FrozenOffer {
			offer,
			institution: supply.institution,
			place: 0,
			expires_at: supply.expires_at,
			since: supply.since,
			left: supply.left,
			pairs: Default::default(),
		};
		Self::pair(&mut gathered, needs, facts, at);
		if !gathered.may_go() {
			return Err(LeftOut::NoPair);
		}
		let lineage = T::Geography::lineage(&supply.region);
		gathered.place = Self::place_of(&lineage, places).ok_or(LeftOut::NoPlace)?;
		Ok(gathered)
	}

	/// Tells why a need is not gathered.
	fn leave_out_need(
		(id, allocation): (AllocationId, &mut Allocation),
		need: NeedId,
		why: LeftOut,
	) {
		allocation.left_out = allocation.left_out.saturating_add(1);
		Self::deposit_event(Event::NeedLeftOut { allocation: id, need, why });
	}

	/// Tells why an offer is not gathered.
	fn leave_out_offer(
		(id, allocation): (AllocationId, &mut Allocation),
		offer: OfferId,
		why: LeftOut,
	) {
		allocation.left_out = allocation.left_out.saturating_add(1);
		Self::deposit_event(Event::OfferLeftOut { allocation: id, offer, why });
	}

	/// Whether gathering of one side ends with the step that looked at so many. Tells if it does though there may be
	/// more.
	fn is_last((id, count): (AllocationId, u32), looked: u32) -> bool {
		let is_cut = count >= LOOKED_AT && looked >= MOST_LOOKED_AT;
		if is_cut {
			Self::deposit_event(Event::GatheringCut { allocation: id });
		}
		is_cut || count < LOOKED_AT
	}

	/// Tells what was gathered. Without needs or offers there is nothing to share.
	fn end_gathering((id, allocation): (AllocationId, &mut Allocation)) {
		let Allocation { needs, offers, left_out, .. } = *allocation;
		Self::deposit_event(Event::Gathered { allocation: id, needs, offers, left_out });
		if needs > 0 && offers > 0 {
			Self::drop_facts(id);
			allocation.stage = Stage::Apportioning;
		} else {
			Self::end_allocation((id, allocation), AllocationEnding::NothingToShare);
		}
	}
}

/// Keeps the best of what was gathered, as many as there is room for, and answers with the others.
fn keep_best<Gathered, Key: Ord>(
	all: &mut Vec<Gathered>,
	key: impl FnMut(&Gathered) -> Key,
) -> Vec<Gathered> {
	let room = MAX_SIDE as usize;
	if all.len() <= room {
		return Vec::new();
	}
	all.sort_by_key(key);
	all.split_off(room)
}

/// Keeps the best of the offers that were gathered, as many as there is room for, and of one giver as many as may be.
/// Answers with the others, and why each is left out.
///
/// By one order for both bounds: so whoever is left out once would be in the end, whatever comes later.
fn keep_best_offers(all: &mut Vec<FrozenOffer>) -> Vec<(FrozenOffer, LeftOut)> {
	all.sort_by_key(|offer| {
		let expires_at = offer.expires_at.unwrap_or(Moment::MAX);
		(expires_at, Reverse(offer.left), offer.offer)
	});
	let mut of_giver: BTreeMap<InstitutionId, u32> = BTreeMap::new();
	let (mut kept, mut left_out) = (Vec::new(), Vec::new());
	for offer in core::mem::take(all) {
		let count = of_giver.entry(offer.institution).or_default();
		if *count >= MAX_OF_GIVER {
			left_out.push((offer, LeftOut::TooManyOfGiver));
		} else if kept.len() >= MAX_SIDE as usize {
			left_out.push((offer, LeftOut::NoRoom));
		} else {
			*count = count.saturating_add(1);
			kept.push(offer);
		}
	}
	*all = kept;
	left_out
}

/// How many there are; no more than there may be.
fn count_of<Gathered>(all: &[Gathered]) -> u16 {
	u16::try_from(all.len()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
	use super::keep_best_offers;
	use crate::{FrozenOffer, LeftOut};
	use salus_primitives::{InstitutionId, OfferId, Quantity};

	fn offer(number: u64, giver: u32, expires_at: Option<u64>, left: Quantity) -> FrozenOffer {
		FrozenOffer {
			offer: OfferId(number),
			institution: InstitutionId(giver),
			place: 0,
			expires_at,
			since: 0,
			left,
			pairs: [1; 8],
		}
	}

	fn numbers(offers: &[FrozenOffer]) -> Vec<u64> {
		let mut numbers: Vec<u64> = offers.iter().map(|offer| offer.offer.0).collect();
		numbers.sort();
		numbers
	}

	#[test]
	fn of_one_giver_the_first_to_expire_stay_then_the_larger_then_the_older() {
		// Fourteen that last, of ten units each; one larger, one that expires, and one smaller.
		let mut all: Vec<_> = (0..14).map(|number| offer(number, 1, None, 10)).collect();
		all.extend([offer(20, 1, None, 11), offer(21, 1, Some(5), 1), offer(22, 1, None, 9)]);
		all.push(offer(30, 2, None, 1));
		let left_out = keep_best_offers(&mut all);
		assert_eq!(left_out, [(offer(22, 1, None, 9), LeftOut::TooManyOfGiver)]);
		let mut expected: Vec<u64> = (0..14).collect();
		expected.extend([20, 21, 30]);
		assert_eq!(numbers(&all), expected);
		// One more that is as large as most: the one with the largest number goes.
		all.push(offer(14, 1, None, 10));
		let left_out = keep_best_offers(&mut all);
		assert_eq!(left_out, [(offer(14, 1, None, 10), LeftOut::TooManyOfGiver)]);
	}

	#[test]
	fn of_more_than_there_is_room_for_the_first_to_expire_stay_in_whatever_order_they_come() {
		// Forty givers of thirteen each are 520; those of the last three expire.
		let all: Vec<_> = (0..520)
			.map(|number| {
				let giver = number as u32 / 13;
				offer(number, giver, (giver > 36).then_some(9), 1)
			})
			.collect();
		let expected: Vec<u64> = (0..473).chain(481..520).collect();
		let mut at_once = all.clone();
		let left_out = keep_best_offers(&mut at_once);
		assert_eq!(numbers(&at_once), expected);
		assert!(left_out.iter().all(|(_, why)| *why == LeftOut::NoRoom));
		let mut turned = all;
		turned.reverse();
		let mut kept = Vec::new();
		for some in turned.chunks(64) {
			kept.extend_from_slice(some);
			keep_best_offers(&mut kept);
		}
		assert_eq!(numbers(&kept), expected);
	}
}
