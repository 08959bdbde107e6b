//! The plan that needs no proof: what expires first is given first, of it to the nearest need that is open and
//! that it may go to, then to the next.
//!
//! The rules are asked about each pair before something is given over it; one that they forbid is barred. When they
//! keep an offer from [`MAX_REFUSED`] needs that are open, it gives nothing more: there may be as many pairs that
//! they forbid as there are pairs, and time is short.

use super::{has_need, problem_of, GreedyState, Room};
use crate::{
	proofs::Answer, Allocation, Config, FrozenNeed, FrozenOffer, Method, NeedSet, Pallet, Stage,
	WeightInfo, LOOKED_AT, MAX_REFUSED,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::weights::Weight;
use salus_analysis::transport::Pair;
use salus_primitives::{AllocationId, Matching};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// What a step of the greedy plan weighs at most that asks the rules about so many pairs.
	pub(crate) fn most_of_planning(asked: u32) -> Weight {
		Self::most_of_question()
			.saturating_mul(asked.into())
			.saturating_add(Self::most_beside_questions())
	}

	/// What a step weighs at most beside its questions.
	fn most_beside_questions() -> Weight {
		T::WeightInfo::greedy(LOOKED_AT).saturating_add(T::WeightInfo::enter_bars())
	}

	/// What the rules cost that a pair falls under, and asking for them.
	fn weight_of_question(rules: u32) -> Weight {
		let asking = T::WeightInfo::ask_rules(1).saturating_sub(T::WeightInfo::ask_rules(0));
		asking.saturating_add(Self::weight_of_rules(rules))
	}

	fn most_of_question() -> Weight {
		Self::weight_of_question(T::Matching::most_rules())
	}

	/// Goes on with the next offers, as far as there is room for questions. Answers with what that cost.
	pub(crate) fn plan_greedily(
		(id, allocation): (AllocationId, &mut Allocation),
		taken: u16,
		room: Room,
	) -> Result<Weight, DispatchError> {
		let (needs, offers, barred) = (Self::asked_by(id), Self::given_by(id), Self::barred(id));
		let problem = problem_of(&needs, &offers, &Self::distances(id))?;
		let GreedyState { mut plan, refused } =
			Self::greedy(id).unwrap_or_else(|| GreedyState::new(&problem));
		let mut asker = Asker::<T> {
			parties: (&needs, &offers),
			barred: &barred,
			room,
			is_full: false,
			at_hand: (plan.at_hand(), refused),
			found: Vec::new(),
			count: 0,
			spent: Weight::zero(),
			_config: PhantomData,
		};
		let mut lines = Self::lines_of(id);
		let mut count = 0u16;
		while u32::from(count) < LOOKED_AT && !plan.is_done() {
			lines.extend(plan.step(&problem, |pair| asker.may_go(pair)));
			count = count.saturating_add(1);
			if asker.is_full {
				break;
			}
		}
		let Asker { at_hand, found, mut spent, .. } = asker;
		if !found.is_empty() {
			Self::enter_bars((id, allocation), offers, &found);
			spent = spent.saturating_add(T::WeightInfo::enter_bars());
		}
		allocation.lines = u16::try_from(lines.len()).unwrap_or(u16::MAX);
		Self::put_lines(id, lines);
		if plan.is_done() {
			Self::drop_greedy(id);
			allocation.method = Some(Method::Greedy);
			allocation.stage = Stage::CarryingOut { next: 0 };
		} else {
			let refused = if plan.at_hand() == at_hand.0 { at_hand.1 } else { 0 };
			Self::put_greedy(id, GreedyState { plan, refused });
			allocation.stage = Stage::Greedy { taken: taken.saturating_add(count) };
		}
		Ok(spent.saturating_add(T::WeightInfo::greedy(count.into())))
	}
}

/// Asks the rules about pairs.
struct Asker<'a, T> {
	parties: (&'a [FrozenNeed], &'a [FrozenOffer]),
	/// What was barred before.
	barred: &'a [NeedSet],
	room: Room,
	/// Whether there is no room for another question.
	is_full: bool,
	/// The offer that was asked about last, and from how many open needs the rules keep it.
	at_hand: (Option<u16>, u16),
	/// The pairs that they turned out to forbid.
	found: Vec<Pair>,
	/// How many pairs they were asked about.
	count: u32,
	/// What that cost.
	spent: Weight,
	_config: PhantomData<T>,
}

impl<T: Config> Asker<'_, T> {
	/// Whether there is room for a question, whatever the rules that a pair falls under.
	fn has_room(&self) -> bool {
		let most = self
			.spent
			.saturating_add(Pallet::<T>::most_beside_questions())
			.saturating_add(Pallet::<T>::most_of_question());
		self.count < self.room.lines && most.all_lte(self.room.weight)
	}

	/// Whether goods are given over a pair; `None` if there is no room to ask.
	fn may_go(&mut self, pair: Pair) -> Option<bool> {
		let (needs, offers) = self.parties;
		let refused = match self.at_hand {
			(Some(offer), refused) if offer == pair.supply => refused,
			_ => 0,
		};
		self.at_hand = (Some(pair.supply), refused);
		if u32::from(refused) >= MAX_REFUSED {
			return Some(false);
		}
		let offer = offers.get(usize::from(pair.supply));
		let Some((offer, need)) = offer.zip(needs.get(usize::from(pair.demand))) else {
			// A pair is of an offer and a need that there are.
			return Some(false);
		};
		let is_forbidden = if offer.may_go_to(pair.demand) {
			if !self.has_room() {
				self.is_full = true;
				return None;
			}
			self.count = self.count.saturating_add(1);
			let Answer { is_barred, rules } = Pallet::<T>::ask_about_pair(offer, need);
			self.spent = self.spent.saturating_add(Pallet::<T>::weight_of_question(rules));
			if !is_barred {
				return Some(true);
			}
			self.found.push(pair);
			true
		} else {
			let barred = self.barred.get(usize::from(pair.supply));
			barred.is_some_and(|barred| has_need(barred, pair.demand))
		};
		self.at_hand.1 = refused.saturating_add(is_forbidden.into());
		Some(false)
	}
}
