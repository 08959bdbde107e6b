//! The stage in which it is decided what goes to whom: a plan is waited for; the rules are asked about the one that
//! stands; and when none comes in time, the greedy plan is worked out.
//!
//! No plan is waited for longer than for half of the time that is left: the lines are still to be carried out.

use super::bars::Answer;
use crate::{
	allocations::Room, Allocation, Config, Error, FrozenNeed, FrozenOffer, Line, Pallet, Stage,
	WeightInfo,
};
use frame_support::{ensure, traits::Get, weights::Weight};
use salus_primitives::{AllocationId, Matching, Moment, Trail};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The stage behind the shares of an allocation which must be through by `release_at`.
	pub(crate) fn stage_of_deciding(release_at: Moment) -> Stage {
		let now = T::Trail::now();
		let half = release_at.saturating_sub(now) / 2;
		match T::ProvingTime::get().min(half) {
			0 => Stage::Greedy { taken: 0 },
			time => Stage::Deciding { decide_by: now.saturating_add(time), asked: None },
		}
	}

	/// Whether there is nothing to do for an allocation but to wait for a plan.
	pub(crate) fn is_waiting(allocation: &Allocation) -> bool {
		let Stage::Deciding { decide_by, asked: None } = allocation.stage else { return false };
		let now = T::Trail::now();
		let emergency = Self::load_emergency(allocation.emergency);
		now <= decide_by && emergency.is_ok_and(|emergency| emergency.is_in_force(now))
	}

	/// What a step weighs at most that asks the rules about so many lines.
	pub(crate) fn most_of_asking(lines: u32) -> Weight {
		let rules = Self::weight_of_rules(T::Matching::most_rules());
		T::WeightInfo::ask_rules(lines)
			.saturating_add(rules.saturating_mul(lines.into()))
			.saturating_add(T::WeightInfo::enter_bars())
	}

	/// Waits, asks the rules about the next lines of the plan that stands, or gives up waiting. Answers with what
	/// that cost.
	pub(crate) fn decide(
		(id, allocation): (AllocationId, &mut Allocation),
		(decide_by, asked): (Moment, Option<u16>),
		room: Room,
	) -> Result<Weight, DispatchError> {
		let Some(asked) = asked else {
			ensure!(T::Trail::now() > decide_by, Error::<T>::NothingToDo);
			allocation.stage = Stage::Greedy { taken: 0 };
			return Ok(T::WeightInfo::wait());
		};
		let lines = Self::candidate(id).unwrap_or_default();
		let needs = Self::asked_by(id);
		let offers = Self::given_by(id);
		let parties = (&needs[..], &offers[..]);
		let Asking { count, rules, barred } = Self::ask_about(&lines, asked, parties, room);
		let spent = T::WeightInfo::ask_rules(count.into()).saturating_add(rules);
		let next = asked.saturating_add(count);
		if let Some(line) = barred {
			Self::dismiss_candidate((id, allocation), decide_by, parties, line.pair());
			Self::enter_bars((id, allocation), offers, &[line.pair()]);
			return Ok(spent.saturating_add(T::WeightInfo::enter_bars()));
		}
		if usize::from(next) < lines.len() {
			allocation.stage = Stage::Deciding { decide_by, asked: Some(next) };
		} else {
			Self::adopt_candidate((id, allocation), lines);
		}
		Ok(spent)
	}

	/// Asks about the next lines, as many as there is room for, until one is found that the rules forbid.
	fn ask_about(
		lines: &[Line],
		asked: u16,
		(needs, offers): (&[FrozenNeed], &[FrozenOffer]),
		room: Room,
	) -> Asking {
		let dearest = Self::weight_of_rules(T::Matching::most_rules());
		// What finding one of them forbidden costs is kept back.
		let room = Room { weight: room.weight.saturating_sub(T::WeightInfo::enter_bars()), ..room };
		let mut asking = Asking { count: 0, rules: Weight::zero(), barred: None };
		for line in lines.iter().skip(asked.into()).take(room.lines as usize) {
			let count = asking.count.saturating_add(1);
			let most = T::WeightInfo::ask_rules(count.into())
				.saturating_add(asking.rules)
				.saturating_add(dearest);
			if most.any_gt(room.weight) {
				break;
			}
			let offer = offers.get(usize::from(line.supply));
			let need = needs.get(usize::from(line.demand));
			// A line is between places that there are.
			let answer = offer.zip(need).map(|(offer, need)| Self::ask_about_pair(offer, need));
			let Answer { is_barred, rules } = answer.unwrap_or_default();
			asking.count = count;
			asking.rules = asking.rules.saturating_add(Self::weight_of_rules(rules));
			if is_barred {
				asking.barred = Some(*line);
				break;
			}
		}
		asking
	}
}

/// What came of asking the rules about lines.
struct Asking {
	/// About how many.
	count: u16,
	/// What their rules cost.
	rules: Weight,
	/// The last one of them, if the rules forbid it.
	barred: Option<Line>,
}
