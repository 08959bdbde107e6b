//! Evening out a stock: who has more days of cover than the level gives to who has fewer.
//!
//! Each holder has some units of one class, and uses so much of it in a day. Its *cover* is how long
//! what it has lasts. The *level* is the highest cover to which every holder that has less can be
//! raised by what others have above it. A giver keeps the level, and a *floor* of days of its own use
//! where that is more. A holder that uses nothing has cover without end: it needs nothing, and keeps
//! nothing.
//!
//! Units are whole. What a holder needs for a cover is rounded up, so what it can give is rounded
//! down. Use is in thousandths of a unit a day, cover in thousandths of a day.

use alloc::{collections::BTreeMap, vec::Vec};
use core::cmp::Reverse;
use num_bigint::BigUint;
use num_traits::ToPrimitive;

/// Thousandths of a day, times thousandths of a unit.
const MILLIONTHS: u128 = 1_000_000;

/// Who has something of a class, or uses it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Holder {
	/// What it has, in units.
	pub available: u128,
	/// What it uses in a day, in thousandths of a unit.
	pub daily_use: u128,
}

/// Units that go from one holder to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Move {
	/// The place of the giver among the holders.
	pub from: usize,
	/// The place of the receiver.
	pub to: usize,
	/// In units, at least one.
	pub quantity: u64,
}

/// What evens a stock out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Levelling {
	/// The level, in thousandths of a day; `None` when nobody uses anything.
	pub level: Option<u128>,
	/// What moves, what is given to the neediest first.
	pub moves: Vec<Move>,
}

impl Holder {
	/// How long what it has lasts, in thousandths of a day, rounded down, and `u128::MAX` at most; `None`
	/// when it uses nothing.
	pub fn cover(&self) -> Option<u128> {
		if self.daily_use == 0 {
			return None;
		}
		let cover = BigUint::from(self.available) * MILLIONTHS / self.daily_use;
		Some(cover.to_u128().unwrap_or(u128::MAX))
	}

	/// What it needs for a cover, in units, rounded up; `None` when that is above `u128::MAX`.
	fn needs(&self, cover: u128) -> Option<u128> {
		// The product of two figures, over a million: of both, what is above a million and what is
		// below it are multiplied apart.
		let (above, below) = (self.daily_use / MILLIONTHS, self.daily_use % MILLIONTHS);
		let (days, rest) = (cover / MILLIONTHS, cover % MILLIONTHS);
		let whole = above.checked_mul(cover)?;
		let part = below.checked_mul(days)?;
		// Both are below a million.
		let least = below.saturating_mul(rest).div_ceil(MILLIONTHS);
		whole.checked_add(part)?.checked_add(least)
	}

	/// What it lacks for a cover; `None` when that is above `u128::MAX`.
	fn lacks(&self, cover: u128) -> Option<u128> {
		Some(self.needs(cover)?.saturating_sub(self.available))
	}

	/// What it can give and keep a cover.
	fn spares(&self, cover: u128) -> u128 {
		self.needs(cover).map_or(0, |needed| self.available.saturating_sub(needed))
	}
}

/// Evens out a stock by at most `most_moves` moves of at most `largest` units each.
///
/// No giver keeps less than `floor` days of its own use, nor less than the level. Where the moves do not
/// suffice, the neediest are served first. Sums above `u128::MAX` count as that; the level is
/// `u128::MAX` at most.
pub fn level_out(holders: &[Holder], floor: u32, most_moves: usize, largest: u64) -> Levelling {
	let floor = u128::from(floor).saturating_mul(1_000);
	let Some(level) = highest_level(holders, floor) else { return Levelling::default() };
	Levelling { level: Some(level), moves: match_up(holders, floor, level, most_moves, largest) }
}

/// The highest level that what is above it, and above the floor, suffices for; `None` when nobody uses
/// anything. By bisection: the higher the level, the more is lacked and the less is spared.
fn highest_level(holders: &[Holder], floor: u128) -> Option<u128> {
	if holders.iter().all(|holder| holder.daily_use == 0) {
		return None;
	}
	// Nobody lacks anything for a level of zero.
	let (mut reached, mut beyond) = (0u128, u128::MAX);
	if suffices(holders, floor, beyond) {
		return Some(beyond);
	}
	while beyond - reached > 1 {
		let level = reached + (beyond - reached) / 2;
		if suffices(holders, floor, level) {
			reached = level;
		} else {
			beyond = level;
		}
	}
	Some(reached)
}

/// Whether what can be spared suffices for what is lacked.
fn suffices(holders: &[Holder], floor: u128, level: u128) -> bool {
	let mut lacked = 0u128;
	let mut spared = 0u128;
	for holder in holders {
		let Some(sum) = holder.lacks(level).and_then(|lacks| lacked.checked_add(lacks)) else {
			return false;
		};
		lacked = sum;
		spared = spared.saturating_add(holder.spares(level.max(floor)));
	}
	spared >= lacked
}

/// Gives from who can spare the most to who has the least cover, again and again.
fn match_up(holders: &[Holder], floor: u128, level: u128, most: usize, largest: u64) -> Vec<Move> {
	let mut lacking: Vec<(usize, u128)> = holders
		.iter()
		.enumerate()
		.filter_map(|(place, holder)| Some((place, holder.lacks(level)?)))
		.filter(|(_, lacks)| *lacks > 0)
		.collect();
	lacking.sort_by_key(|(place, lacks)| (holders[*place].cover(), Reverse(*lacks), *place));
	// The most that is spared comes last, and of equals the holder that is listed first.
	let mut sparing: BTreeMap<(u128, Reverse<usize>), ()> = BTreeMap::new();
	for (place, holder) in holders.iter().enumerate() {
		let spares = holder.spares(level.max(floor));
		if spares > 0 {
			sparing.insert((spares, Reverse(place)), ());
		}
	}
	let mut moves = Vec::new();
	for (to, mut lacks) in lacking {
		while lacks > 0 && moves.len() < most {
			let Some(((spares, Reverse(from)), ())) = sparing.pop_last() else { return moves };
			let moved = spares.min(lacks).min(largest.into());
			let Ok(quantity) = u64::try_from(moved) else { return moves };
			if quantity == 0 {
				return moves;
			}
			moves.push(Move { from, to, quantity });
			lacks -= moved;
			if spares > moved {
				sparing.insert((spares - moved, Reverse(from)), ());
			}
		}
	}
	moves
}
