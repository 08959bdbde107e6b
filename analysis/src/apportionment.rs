//! Sharing out what does not suffice: how many units each need is given.
//!
//! Needs form *tiers*: those of a higher priority first, and of one priority those with evidence of
//! use before those without. A tier gets what it asks before the next one gets anything. Within a tier
//! units are shared in proportion to *weights*:
//!
//! 1. A need whose share is at least what it asks gets what it asks. The rest is shared again among the
//!    others, until nobody's share is what it asks or more.
//! 2. Each of the others gets its share rounded down. What rounding leaves over goes, one unit each, to
//!    those with the largest remainders, and of equal remainders to the smaller id (the method of
//!    Hamilton).
//!
//! A need with evidence weighs the use that was seen. Needs without evidence weigh the same: what they
//! ask is their own word, and a rule in proportion to it would reward whoever asks for more than is
//! needed. Equal shares up to what is asked, the *uniform rule*, are the one efficient and anonymous rule
//! under which asking for another quantity never pays (Sprumont, *Econometrica* 59, 1991). Where somebody
//! has several needs of a tier, the caller divides one weight among them, with evidence and without, so
//! that nothing is gained by asking in parts.
//!
//! # Offers that may go to some needs alone
//!
//! [`apportion_offers`] takes the scarcest offers first. Offers form *groups*: those that may go to exactly
//! the same needs. Groups are taken one after the other, those of fewer needs first, and of as many needs
//! in the order of the ascending lists of ids. Each group is shared out among its own needs alone, on top of
//! what earlier groups gave, tier by tier. Within a tier this is *water-filling*: a need of weight `w` that
//! has `e` units and asks `a` is a vessel with a base of `w`, filled with `e` and full with `a`, and all
//! vessels of the tier are filled up to one *level*. At the level `L` the need has `L * w`, but no less than
//! `e` and no more than `a`. `L` is where the needs take together exactly the units that there are. Who has
//! more than its part already gets nothing of this group. Rounding is as above, of `L * w`.
//!
//! Every share can be delivered, because every unit of it was taken from an offer that may go there. No
//! group keeps units that one of its needs still asks for. A need that gets less than it asks gets no more by
//! asking for more, because its limit was reached in no group.
//!
//! The rule does not give the most units that can be delivered, nor the fairest shares of all. A group knows
//! nothing of those behind it: a need may take from it what a later group would have had in plenty.
//!
//! # One unit more
//!
//! The largest remainder has a paradox: with one unit more to share, somebody may get one less. In one
//! group it is never more than one, because `L * w` only grows with what there is, and what is given is
//! that, rounded down or up. The needs that lose are half of the group at most.
//!
//! A later group evens out what an earlier one rounded, and may concentrate those units on one need. So
//! with one unit more of an offer, those that lose lose together half a unit at most for each need of each
//! group, counted from the group of that offer on and rounded down for each group. Without rounding nobody
//! would lose anything: a level and what the needs have after it only grow with what they had before it,
//! and their sum grows by no more. Rounding up takes from others a fourth of a unit at most for each need of
//! the tier that is rounded, before as after.
//!
//! ```
//! use salus_analysis::apportionment::{apportion, apportion_offers, Need};
//!
//! // Ten, twenty and fifty a day, and fifty units: 6.25, 12.5 and 31.25.
//! let need = |id, weight| Need { id, priority: 0, has_evidence: true, weight, asked: 100 };
//! let needs = [need(0, 10), need(1, 20), need(2, 50)];
//! assert_eq!(apportion(&needs, 50)?, [6, 13, 31]);
//!
//! // A thousand may go to the first alone, and fifty to the others: 14.29 and 35.71.
//! let apart = |offer, need| (offer == 0) == (need == 0);
//! assert_eq!(apportion_offers(&needs, &[1_000, 50], apart)?, [100, 14, 36]);
//!
//! // Twelve for the first alone, and 58 for all: of 70 together its part were 8.75, which it has already.
//! // The others share the 58: 16.57 and 41.43.
//! let may = |offer, need| offer == 1 || need == 0;
//! assert_eq!(apportion_offers(&needs, &[12, 58], may)?, [12, 17, 41]);
//! # Ok::<(), salus_analysis::apportionment::RepeatedNeed>(())
//! ```

use alloc::vec::Vec;
use core::{
	cmp::{Ordering, Reverse},
	fmt,
};

/// What somebody lacks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Need {
	/// Different for each need; of equal remainders, the smaller one has precedence.
	pub id: u64,
	/// The larger, the sooner it is served.
	pub priority: u8,
	/// Whether its weight is a use that was seen: of one priority, such needs are served first.
	pub has_evidence: bool,
	/// In proportion to what the units of its tier are shared, in a unit that all needs of the tier share.
	/// Zero counts as one.
	pub weight: u64,
	/// The most it is given, in units.
	pub asked: u64,
}

/// Two needs have this id.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RepeatedNeed(pub u64);

impl fmt::Display for RepeatedNeed {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "two needs have the id {}", self.0)
	}
}

impl core::error::Error for RepeatedNeed {}

/// How many units each need is given, in the order of the needs; what it is does not depend on that
/// order. Together as many as are offered, or as are asked if that is less.
///
/// Sorts the needs, and finds the level of a tier in linear time, whatever the figures are.
///
/// # Errors
///
/// [`RepeatedNeed`], because ties between the two would be decided by the order of the needs.
pub fn apportion(needs: &[Need], offered: u128) -> Result<Vec<u64>, RepeatedNeed> {
	let mut members = members(needs, &by_id(needs)?);
	serve(&mut members, offered, |_| true);
	Ok(given(&members))
}

/// How many units each need is given, in the order of the needs, where each offer of so many units may go to
/// the needs alone for which `may` answers yes, asked by the places of an offer and of a need. What it is does
/// not depend on either order, nor on how the units of a group are divided among its offers. An offer that may
/// go to no need is ignored, and a need to which no offer may go is given nothing.
///
/// By groups, the scarcest first, as the [module](self) describes. A flow from the offers to the needs
/// delivers exactly these shares.
///
/// Asks about each pair once. Sorts the offers by their sets of needs, and takes for each group time that is
/// linear in the needs but for the sorting of remainders, whatever the figures are.
///
/// # Errors
///
/// [`RepeatedNeed`], as [`apportion`].
pub fn apportion_offers(
	needs: &[Need],
	offers: &[u64],
	may: impl Fn(usize, usize) -> bool,
) -> Result<Vec<u64>, RepeatedNeed> {
	let by_id = by_id(needs)?;
	let mut members = members(needs, &by_id);
	for group in groups(&by_id, offers, may) {
		serve(&mut members, group.units, |rank| group.needs.contains(rank));
	}
	Ok(given(&members))
}

/// The places of the needs by ascending ids. Refuses two needs with one id.
fn by_id(needs: &[Need]) -> Result<Vec<usize>, RepeatedNeed> {
	let mut order: Vec<(u64, usize)> =
		needs.iter().enumerate().map(|(place, need)| (need.id, place)).collect();
	order.sort_unstable();
	match order.windows(2).find(|pair| pair[0].0 == pair[1].0) {
		Some(pair) => Err(RepeatedNeed(pair[0].0)),
		None => Ok(order.into_iter().map(|(_, place)| place).collect()),
	}
}

/// Needs, each by its rank among the ids: one bit each, the first rank in the highest bit of the first word.
/// Of two sets of one size, the greater has the smaller ascending list of ranks: the lowest rank that only one
/// of them has decides both.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct NeedSet(Vec<u64>);

impl NeedSet {
	/// The ranks, of so many, for which the answer is yes.
	fn new(count: usize, is_of: impl Fn(usize) -> bool) -> Self {
		let word = |first: usize| {
			let ranks = first..count.min(first + 64);
			ranks.filter(|rank| is_of(*rank)).fold(0, |word, rank| word | Self::bit(rank))
		};
		Self((0..count).step_by(64).map(word).collect())
	}

	fn bit(rank: usize) -> u64 {
		1 << (63 - rank % 64)
	}

	fn contains(&self, rank: usize) -> bool {
		self.0.get(rank / 64).is_some_and(|word| word & Self::bit(rank) != 0)
	}

	fn len(&self) -> u32 {
		self.0.iter().map(|word| word.count_ones()).sum()
	}
}

/// The offers that may go to exactly these needs.
struct Group {
	needs: NeedSet,
	/// What they have together.
	units: u128,
}

/// The groups in the order in which they are shared out.
fn groups(by_id: &[usize], offers: &[u64], may: impl Fn(usize, usize) -> bool) -> Vec<Group> {
	let needs_of = |offer| NeedSet::new(by_id.len(), |rank| may(offer, by_id[rank]));
	let mut sets: Vec<(u32, Reverse<NeedSet>, u64)> = offers
		.iter()
		.enumerate()
		.map(|(offer, units)| (needs_of(offer), *units))
		.map(|(needs, units)| (needs.len(), Reverse(needs), units))
		.filter(|(len, ..)| *len > 0)
		.collect();
	sets.sort_unstable();
	let mut groups: Vec<Group> = Vec::new();
	for (_, Reverse(needs), units) in sets {
		let units = u128::from(units);
		match groups.last_mut() {
			Some(group) if group.needs == needs => group.units += units,
			_ => groups.push(Group { needs, units }),
		}
	}
	groups
}

/// A need that is being served.
struct Member {
	/// Its place among all needs.
	place: usize,
	/// Its place among the ids.
	rank: usize,
	/// The least is served first.
	tier: (Reverse<u8>, bool),
	/// At least one.
	weight: u64,
	asked: u64,
	/// Never more than is asked.
	given: u64,
}

/// The needs in the order of their tiers, and of a tier in that of their ids.
fn members(needs: &[Need], by_id: &[usize]) -> Vec<Member> {
	let member = |(rank, place): (usize, &usize)| {
		let Need { priority, has_evidence, weight, asked, .. } = needs[*place];
		let tier = (Reverse(priority), !has_evidence);
		Member { place: *place, rank, tier, weight: weight.max(1), asked, given: 0 }
	};
	let mut members: Vec<Member> = by_id.iter().enumerate().map(member).collect();
	members.sort_by_key(|member| member.tier);
	members
}

/// What the members have, in the order of the needs.
fn given(members: &[Member]) -> Vec<u64> {
	let mut given = alloc::vec![0; members.len()];
	for member in members {
		given[member.place] = member.given;
	}
	given
}

/// Shares units among those of the members whose rank is of the group, tier by tier.
fn serve(members: &mut [Member], mut units: u128, is_of: impl Fn(usize) -> bool) {
	for tier in members.chunk_by_mut(|one, other| one.tier == other.tier) {
		if units == 0 {
			return;
		}
		let is_open = |member: &&mut Member| member.given < member.asked && is_of(member.rank);
		units = fill(tier.iter_mut().filter(is_open).collect(), units);
	}
}

/// Shares units among members of a tier, each of which asks for more than it has, and says what is left.
fn fill(members: Vec<&mut Member>, units: u128) -> u128 {
	let lacking: u128 = members.iter().map(|member| u128::from(member.asked - member.given)).sum();
	if units < lacking {
		let level = Level::new(&members, units);
		fill_to(members, level, units);
		return 0;
	}
	for member in members {
		member.given = member.asked;
	}
	units - lacking
}

/// Gives each member what it has at this level, at which these units are taken.
fn fill_to(members: Vec<&mut Member>, level: Level, units: u128) {
	let mut over = units;
	let mut remainders = Vec::with_capacity(members.len());
	for member in members {
		if !level.reaches(member.given, member.weight) {
			continue;
		}
		let (part, remainder) = match level.reaches(member.asked, member.weight) {
			true => (member.asked, 0),
			false => level.part(member.weight),
		};
		over -= u128::from(part - member.given);
		member.given = part;
		if remainder > 0 {
			// Below what it asks, so that there is room for one unit more.
			remainders.push((Reverse(remainder), member.rank, &mut member.given));
		}
	}
	// Fewer are over than there are remainders above zero.
	remainders.sort_unstable();
	for ((.., given), _) in remainders.into_iter().zip(0..over) {
		*given += 1;
	}
}

/// So many units for so much weight: `units / weights` for each unit of weight.
#[derive(Clone, Copy)]
struct Level {
	/// Below zero only while it is looked for.
	units: i128,
	/// Below zero only while breakpoints are added up.
	weights: i128,
}

impl Level {
	/// The level at which members that lack more than these units take them.
	///
	/// What is taken only grows with the level, and bends where a member begins to take and where it is full.
	/// Halves the breakpoints between which the level lies until none is left: time linear in the members.
	/// Each member begins to take below where it is full, so that below any breakpoint no more members are full
	/// than have begun, and the weights of those that take are their difference.
	fn new(members: &[&mut Member], units: u128) -> Self {
		let of = |member: &&mut Member| {
			let (weight, asked, given) = (member.weight, member.asked, member.given);
			let begin = Breakpoint { units: given, weight, is_full: false };
			[begin, Breakpoint { units: asked, weight, is_full: true }]
		};
		let mut breakpoints: Vec<Breakpoint> = members.iter().flat_map(of).collect();
		let mut between = breakpoints.as_mut_slice();
		// Units are fewer than the members lack, and so below 2^64 times their number: far from the end of the range.
		let mut level = Self { units: i128::try_from(units).unwrap_or(i128::MAX), weights: 0 };
		while !between.is_empty() {
			let middle = between.len() / 2;
			let (lower, point, upper) =
				between.select_nth_unstable_by(middle, |one, other| one.compare(other));
			let beyond = lower.iter().fold(level, Self::beyond).beyond(point);
			if beyond.reaches(point.units, point.weight) {
				level = beyond;
				between = upper;
			} else {
				between = lower;
			}
		}
		level
	}

	/// The level, if it is above this breakpoint as well.
	fn beyond(self, point: &Breakpoint) -> Self {
		let (units, weight) = (i128::from(point.units), i128::from(point.weight));
		let Self { units: all, weights } = self;
		if point.is_full {
			Self { units: all - units, weights: weights - weight }
		} else {
			Self { units: all + units, weights: weights + weight }
		}
	}

	/// Whether it gives this weight so many units at least. Without weights, whether nothing is lacking.
	fn reaches(self, units: u64, weight: u64) -> bool {
		let (all, weights) = (self.units.unsigned_abs(), self.weights.unsigned_abs());
		self.units >= 0 && product(all, weight) >= product(weights, units)
	}

	/// What it gives this weight, rounded down, and the remainder in parts of all weights, if it does not reach the
	/// largest number of units.
	///
	/// Divides digit by digit, of 32 bits each, where the product is too large. There is room for that with fewer
	/// than 2^31 needs.
	fn part(self, weight: u64) -> (u64, u128) {
		let (units, weights) = (self.units.unsigned_abs(), self.weights.unsigned_abs().max(1));
		if let Some(product) = units.checked_mul(weight.into()) {
			let part = product / weights;
			return (saturated(part), product - part * weights);
		}
		let digits = [weight >> 32, weight & u64::from(u32::MAX)];
		let (part, remainder) = digits.into_iter().fold((0, 0), |(part, remainder), digit| {
			let next = (remainder << 32) + units * u128::from(digit);
			((part << 32) + next / weights, next % weights)
		});
		(saturated(part), remainder)
	}
}

/// The same number, or the largest one of 64 bits.
fn saturated(number: u128) -> u64 {
	u64::try_from(number).unwrap_or(u64::MAX)
}

/// A level, `units / weight`, at which a member begins to take or is full.
struct Breakpoint {
	units: u64,
	weight: u64,
	is_full: bool,
}

impl Breakpoint {
	fn compare(&self, other: &Self) -> Ordering {
		// Most of the time goes into these products, and WASM has none of 128 bits.
		if (self.units | self.weight | other.units | other.weight) >> 32 == 0 {
			return (self.units * other.weight).cmp(&(other.units * self.weight));
		}
		let product = |units: u64, weight: u64| u128::from(units) * u128::from(weight);
		product(self.units, other.weight).cmp(&product(other.units, self.weight))
	}
}

/// The product, in two words of 128 and of 64 bits, the higher first.
fn product(one: u128, other: u64) -> (u128, u64) {
	let low = (one & u128::from(u64::MAX)) * u128::from(other);
	((one >> 64) * u128::from(other) + (low >> 64), low as u64)
}
