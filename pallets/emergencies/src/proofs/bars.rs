//! Bars: pairs that the rules forbid.
//!
//! A pair is barred if the rules forbid it both for one unit and for as much as could go over it. Rules whose
//! answer hangs on the quantity in between bind when the transfer is made. A barred pair is a pair no more, and is
//! not restored, even if the rule goes. It is kept as one bit among as many as there are pairs, so nobody can fill a
//! list, and whoever recomputes shares finds what they were decided from.

use crate::{
	allocations::add_need, Allocation, Config, Error, FrozenNeed, FrozenOffer, NeedSet, Pallet,
	WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{ensure, weights::Weight};
use salus_analysis::transport::Pair;
use salus_primitives::{AllocationId, Matching};

/// What the rules say of a pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Answer {
	/// Whether they forbid it.
	pub(crate) is_barred: bool,
	/// How many it falls under at most.
	pub(crate) rules: u32,
}

impl<T: Config> Pallet<T> {
	/// Asks the rules about a pair.
	pub(crate) fn ask_about_pair(offer: &FrozenOffer, need: &FrozenNeed) -> Answer {
		let most = offer.left.min(need.share);
		let ask = |quantity| T::Matching::ask_rules(offer.offer, need.need, quantity);
		let one = ask(1);
		if !one.is_forbidden || most <= 1 {
			return Answer { is_barred: one.is_forbidden, rules: one.rules };
		}
		let all = ask(most);
		Answer { is_barred: all.is_forbidden, rules: one.rules.max(all.rules) }
	}

	/// Whether the rules forbid a pair.
	pub(crate) fn is_pair_barred(offer: &FrozenOffer, need: &FrozenNeed) -> bool {
		Self::ask_about_pair(offer, need).is_barred
	}

	/// Keeps an offer from a need if the rules do, as `is_barred` tells. Answers whether it might go there before.
	pub(crate) fn keep_apart(
		pair: Pair,
		needs: &[FrozenNeed],
		offers: &mut [FrozenOffer],
		is_barred: impl Fn(&FrozenOffer, &FrozenNeed) -> bool,
	) -> Result<bool, Error<T>> {
		let need = needs.get(usize::from(pair.demand)).ok_or(Error::NoSuchPair)?;
		let offer = offers.get_mut(usize::from(pair.supply)).ok_or(Error::NoSuchPair)?;
		if !offer.may_go_to(pair.demand) {
			return Ok(false);
		}
		ensure!(is_barred(offer, need), Error::NotBarred);
		offer.keep_from(pair.demand);
		Ok(true)
	}

	/// Pairs of an allocation with these offers are no more. None of them was barred before. The caller saves the
	/// allocation.
	pub(crate) fn enter_bars(
		(id, allocation): (AllocationId, &mut Allocation),
		mut offers: Vec<FrozenOffer>,
		pairs: &[Pair],
	) {
		let mut barred = Self::barred(id);
		barred.resize(offers.len(), NeedSet::default());
		for pair in pairs {
			let supply = usize::from(pair.supply);
			if let Some((offer, set)) = offers.get_mut(supply).zip(barred.get_mut(supply)) {
				offer.keep_from(pair.demand);
				add_need(set, pair.demand);
			}
		}
		Self::put_barred(id, barred);
		Self::put_given_by(id, offers);
		allocation.barred = allocation.barred.saturating_add(pairs.len() as u32);
	}

	/// What the rules of a pair cost that falls under so many, asked both questions, beside what asking costs
	/// where there are none.
	pub(crate) fn weight_of_rules(rules: u32) -> Weight {
		let all = Self::weight_of_bars(1);
		let most = u64::from(T::Matching::most_rules().max(1));
		let part = |whole: u64| whole.saturating_mul(u64::from(rules).min(most)).div_ceil(most);
		Weight::from_parts(part(all.ref_time()), part(all.proof_size()))
	}

	/// What so many bars cost a plan that carries them.
	pub(crate) fn weight_of_plan_bars(bars: u32) -> Weight {
		let entering = if bars == 0 { Weight::zero() } else { T::WeightInfo::enter_bars() };
		Self::weight_of_bars(bars).saturating_add(entering)
	}

	/// What so many bars cost beside the call that carries them.
	pub(crate) fn weight_of_bars(bars: u32) -> Weight {
		T::WeightInfo::bar(1).saturating_sub(T::WeightInfo::bar(0)).saturating_mul(bars.into())
	}
}
