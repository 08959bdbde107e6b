//! The calls `post_bars`, which needs no signature, and `submit_bars`, which has one: both go through the same
//! check.

use super::check::Awaiting;
use crate::{
	proofs::BarList, Call, Config, Error, Event, FrozenNeed, FrozenOffer, Pallet, WeightInfo,
	MAX_BARS,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{
		DispatchResult, InvalidTransaction, TransactionSource, TransactionValidityError,
		ValidTransaction,
	},
	traits::{Contains, Get},
	weights::Weight,
};
use salus_analysis::transport::Pair;
use salus_primitives::{offchain, Act, Action, AllocationId, Step};
use sp_core::H256;
use sp_runtime::SaturatedConversion;

/// An allocation whose pairs get fewer.
pub(crate) struct Barring {
	awaiting: Awaiting,
	needs: Vec<FrozenNeed>,
	offers: Vec<FrozenOffer>,
	/// The pairs that were not known to be forbidden.
	barred: Vec<Pair>,
}

impl<T: Config> Pallet<T> {
	/// Decides on bars without a signature.
	///
	/// As with plans, the pool takes none that are not true, and in a block the rules are asked by the call itself.
	///
	/// What they provide are the pairs: two transactions with one pair exclude each other in the pool, and the one stays
	/// that has more pairs which were not known. So nobody keeps many of them out with a few. They come after whatever
	/// pays: there may be many true ones that are of no use.
	pub(crate) fn authorize_bars(
		source: TransactionSource,
		allocation: &AllocationId,
		fingerprint: &H256,
		bars: &BarList,
		discriminator: &u32,
	) -> Result<(ValidTransaction, Weight), TransactionValidityError> {
		let (id, fingerprint) = (*allocation, *fingerprint);
		let call = Call::<T>::post_bars {
			allocation: id,
			fingerprint,
			bars: bars.clone(),
			discriminator: *discriminator,
		};
		ensure!(T::BaseCallFilter::contains(&call.into()), InvalidTransaction::Call);
		ensure!(bars.len() as u32 <= Self::largest_bars(), Error::<T>::TooManyBars);
		let barred = match source {
			TransactionSource::InBlock => {
				Self::awaiting_bars(id, fingerprint, bars)?;
				0
			}
			TransactionSource::Local | TransactionSource::External => {
				Self::check_bars(id, fingerprint, bars)?.barred.len() as u64
			}
		};
		let tag = |pair: &Pair| ("salus/emergencies/bar", id, pair).encode();
		let validity = ValidTransaction {
			provides: bars.iter().map(tag).collect(),
			priority: barred,
			longevity: T::RetryPeriod::get().saturated_into(),
			propagate: true,
			..ValidTransaction::default()
		};
		Ok((validity, Weight::zero()))
	}

	/// Refuses bars that are not true, or all known. Changes nothing.
	pub(crate) fn check_bars(
		id: AllocationId,
		fingerprint: H256,
		bars: &BarList,
	) -> Result<Barring, Error<T>> {
		Self::examine_bars(id, fingerprint, bars, Self::is_pair_barred)
	}

	/// The allocation to which bars belong.
	fn awaiting_bars(
		id: AllocationId,
		fingerprint: H256,
		bars: &BarList,
	) -> Result<Awaiting, Error<T>> {
		let awaiting = Self::examine_awaiting(id, fingerprint, &mut Err)?;
		ensure!(!bars.is_empty(), Error::<T>::NoBars);
		awaiting.ok_or(Error::NotDeciding)
	}

	/// Refuses bars that are not true, as `is_barred` tells, or all known.
	fn examine_bars(
		id: AllocationId,
		fingerprint: H256,
		bars: &BarList,
		is_barred: impl Fn(&FrozenOffer, &FrozenNeed) -> bool,
	) -> Result<Barring, Error<T>> {
		let awaiting = Self::awaiting_bars(id, fingerprint, bars)?;
		let needs = Self::asked_by(id);
		let mut offers = Self::given_by(id);
		let mut barred = Vec::new();
		for pair in bars {
			if Self::keep_apart(*pair, &needs, &mut offers, &is_barred)? {
				barred.push(*pair);
			}
		}
		ensure!(!barred.is_empty(), Error::<T>::NothingToDo);
		Ok(Barring { awaiting, needs, offers, barred })
	}

	/// Enters bars that are true, as `is_barred` tells. `arguments` are those of the call.
	pub(crate) fn do_post_bars(
		act: Act<T::AccountId>,
		(id, fingerprint): (AllocationId, H256),
		bars: &BarList,
		arguments: &impl Encode,
		is_barred: impl Fn(&FrozenOffer, &FrozenNeed) -> bool,
	) -> DispatchResult {
		let Barring { awaiting, needs, offers, barred } =
			Self::examine_bars(id, fingerprint, bars, is_barred)?;
		let carried = bars.iter().find(|pair| awaiting.carries(**pair)).copied();
		let Awaiting { mut allocation, decide_by, .. } = awaiting;
		if let Some(pair) = carried {
			let parties = (&needs[..], &offers[..]);
			Self::dismiss_candidate((id, &mut allocation), decide_by, parties, pair);
		}
		let pairs = barred.len() as u32;
		Self::enter_bars((id, &mut allocation), offers, &barred);
		let mut step = Step::new(act, Action::PairsBarred, arguments);
		Self::save_allocation(&mut step, id, &mut allocation)?;
		Self::deposit_event(Event::PairsBarred { allocation: id, pairs });
		Ok(())
	}

	/// What a call of so many bars weighs.
	pub fn weight_of_posting_bars(bars: u32) -> Weight {
		T::WeightInfo::bar(0).saturating_add(Self::weight_of_bars(bars))
	}

	/// How many bars one call may carry without a signature: as many as fit into
	/// [`offchain::free_call_budget`].
	pub fn largest_bars() -> u32 {
		let budget = offchain::free_call_budget(Some(T::LargestTransaction::get()));
		offchain::largest_batch(MAX_BARS, budget, |bars| {
			T::WeightInfo::admit().saturating_add(Self::weight_of_posting_bars(bars))
		})
	}
}
