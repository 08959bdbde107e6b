//! What an institution has available of a class, and how much of it it uses: the [`Levels`] that other
//! pallets ask. Every read and write of the levels goes through this module.
//!
//! *Available* is the sum of what is available in the institution's own holdings of the class, those
//! of which it is custodian and owner. Closing a lot's books changes it with them, by one write for
//! each institution whose sum has changed.
//!
//! # Daily use
//!
//! What an institution consumes counts as use of the day on which it is recorded, a day of UTC by the
//! chain's time. Goods that were destroyed, lost, repacked or sent away were not used. A class is
//! observed from the first day of use on, and from then on each day is, with use or without. The day that
//! is not over does not count.
//!
//! After the `n`-th observed day, on which `u` units were used, the mean `m` becomes
//!
//! ```text
//! m + (u - m) / min(n, 28)
//! ```
//!
//! which is the plain mean of the first 28 days, and from then on keeps 27/28 of itself each day: what
//! was used a day counts for half after 19 days, and for a tenth after 64.
//!
//! A mean is kept as a whole number of parts, of which 2^32 are a unit ([`PARTS`]). The entry has the mean
//! of all days before the newest day of use, and what was used on that day; the days since then, which
//! were idle, follow from the clock. So a mean is the same whoever reads it and however often, and
//! is written only when something is used. It is brought to a day in constant time:
//!
//! - `k` idle days among the first 28 make it `m * n / (n + k)`;
//! - `k` later ones multiply it by (27/28)^k, as the product of at most twelve powers of two of it
//!   ([`DECAY`]); 4,096 of them or more make it zero, which no mean outlives.
//!
//! **Rounding.** Every step rounds down, so a mean is never above the exact one. With `e` the error, in
//! parts, of a mean over `n` days, each step among the first 28 days loses less than one part, and what
//! it lost before counts `(n - 1) / n` of itself: `e` is below 14.5. Later, a day of use and the `k` idle
//! days behind it lose less than 1 + 1.01 b parts, with b the number of ones in the binary digits of
//! `k`, and leave (27/28)^(k + 1) of what was lost before: `e` is below 29. **A mean is below the exact one
//! by less than 2^-27 of a unit**. Whoever reads it gets it in thousandths of a unit, rounded to the nearest
//! one, so that a mean of 7.5 is told as 7,500.
//!
//! **Bounds.** What counts as used in a day is at most [`MOST_A_DAY`], 2^80 - 1: that many units take a
//! trillion calls a day, each consuming the largest lot that the registry takes, and what is more does
//! not count. So a mean is below 2^112 parts, and nothing here overflows: the largest product is that of
//! such a mean and 1,000.
//!
//! # What is forgotten
//!
//! The level of what was never used leaves with the last unit that is available. That of what was used
//! stays as evidence when nothing is available any more; once the mean is told as zero,
//! anybody removes it ([`forget_level`](Pallet::forget_level)). A mean falls to a tenth in 64 idle days.

use crate::{Config, Error, LevelEntry, Levels, Pallet};
use frame_support::{ensure, traits::DefensiveSaturating};
use salus_primitives::{
	time::DAY, ClassId, InstitutionId, Level, Levels as KnowsLevels, Moment, Quantity, Total, Trail,
};
use sp_core::U256;

/// In how many parts of a unit a mean is kept.
pub(crate) const PARTS: Total = 1 << 32;

/// Over how many days the mean is plain, and of what part a day makes of it later.
pub(crate) const MEMORY: u32 = 28;

/// The most units that count as used in a day.
pub(crate) const MOST_A_DAY: Total = (1 << 80) - 1;

/// How many factors [`DECAY`] has.
pub(crate) const POWERS: usize = 12;

/// What 1, 2, 4, ... 2,048 idle days leave of a mean: (27/28)^(2^i) in parts of 2^128, rounded down.
const DECAY: [u128; POWERS] = [
	0xf6db_6db6_db6d_b6db_6db6_db6d_b6db_6db6,
	0xee0a_72f0_5397_829c_bc14_e5e0_a72f_0539,
	0xdd57_6e24_09cf_2ac1_69a9_a2cf_e9d2_9434,
	0xbf60_1206_44d1_5821_cb47_2a42_e801_cf02,
	0x8f10_7ef2_e0a8_e059_4361_6a9e_0b2b_10e1,
	0x4ff3_6ee3_744c_bb53_85b7_4064_9d0b_e783,
	0x18f8_25ec_159e_6752_92fc_916e_6a1a_bea4,
	0x026f_77a5_c315_ae3f_534b_e251_bd47_1258,
	0x0005_ee67_90b7_0a39_4ed2_f1b3_fbf4_6562,
	0x0000_0023_2e10_6220_8258_4b4b_2f35_8757,
	0x0000_0000_0000_04d5_a0c4_b933_bca9_8493,
	0x0000_0000_0000_0000_0000_0000_0017_5f4b,
];

/// What closing the books of a lot does to an institution's own holding in them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Change {
	/// What was available.
	pub(crate) before: Quantity,
	/// What is available.
	pub(crate) after: Quantity,
	/// What was consumed, if any was.
	pub(crate) used: Option<Use>,
}

/// What was consumed, and when.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Use {
	/// In base units; above zero.
	pub(crate) quantity: Quantity,
	pub(crate) at: Moment,
}

/// Changes the level of a class at an institution as one of its own holdings has changed.
pub(crate) fn change<T: Config>(
	institution: InstitutionId,
	class: ClassId,
	Change { before, after, used }: Change,
) {
	if before == after && used.is_none() {
		return;
	}
	Levels::<T>::mutate_exists(institution, class, |stored| {
		let mut level = stored.take().unwrap_or_default();
		// The sum holds each of its parts, and has room for one of them for every number of 64 bits.
		let more = level.available.defensive_saturating_add(after.into());
		level.available = more.defensive_saturating_sub(before.into());
		if let Some(Use { quantity, at }) = used {
			level.use_up(quantity, day_of(at));
		}
		*stored = (level.available > 0 || level.used > 0).then_some(level);
	});
}

/// The level of a class at an institution at `now`.
pub(crate) fn at<T: Config>(institution: InstitutionId, class: ClassId, now: Moment) -> Level {
	Levels::<T>::get(institution, class).map_or_else(Level::default, |level| level.at(now))
}

/// The levels of an institution at `now`, class by class, from behind the class `after`.
pub(crate) fn all_behind<T: Config>(
	institution: InstitutionId,
	after: Option<ClassId>,
	now: Moment,
) -> impl Iterator<Item = (ClassId, Level)> {
	let levels = match after {
		Some(after) => {
			let start = Levels::<T>::hashed_key_for(institution, after);
			Levels::<T>::iter_prefix_from(institution, start)
		}
		None => Levels::<T>::iter_prefix(institution),
	};
	levels.map(move |(class, level)| (class, level.at(now)))
}

/// Forgets a level that says nothing any more at `now`.
pub(crate) fn forget<T: Config>(
	institution: InstitutionId,
	class: ClassId,
	now: Moment,
) -> Result<(), Error<T>> {
	let level = Levels::<T>::get(institution, class).ok_or(Error::LevelNotFound)?;
	let over = day_of(now) > level.day;
	let nothing_left = level.available == 0 && level.at(now).daily_use == 0;
	ensure!(over && nothing_left, Error::LevelInUse);
	Levels::<T>::remove(institution, class);
	Ok(())
}

/// The day of UTC in which a moment is, counted from the first of 1970.
pub(crate) fn day_of(moment: Moment) -> u64 {
	moment / DAY
}

impl LevelEntry {
	/// As a reader wants it, at `now`.
	fn at(&self, now: Moment) -> Level {
		let (mean, days) = self.mean_before(day_of(now));
		// A mean has 112 bits at most.
		let daily_use = (mean * 1_000 + PARTS / 2) / PARTS;
		Level { available: self.available, daily_use, days }
	}

	/// Counts units as used on a day.
	fn use_up(&mut self, used: Quantity, day: u64) {
		if day > self.day {
			(self.mean, self.days) = self.mean_before(day);
			(self.day, self.used) = (day, 0);
		}
		self.used = (self.used + Total::from(used)).min(MOST_A_DAY);
	}

	/// The mean use of the days before `day`, in parts, and how many days that are.
	pub(crate) fn mean_before(&self, day: u64) -> (Total, u32) {
		let passed = day.saturating_sub(self.day);
		if passed == 0 || self.used == 0 {
			return (self.mean, self.days);
		}
		let days = self.days.saturating_add(1);
		let span = Total::from(days.min(MEMORY));
		let mean = (self.mean * (span - 1) + self.used * PARTS) / span;
		idle(mean, days, passed - 1)
	}
}

/// What idle days leave of a mean over `days` days, at least one, and over how many days it is then.
fn idle(mean: Total, days: u32, idle: u64) -> (Total, u32) {
	let young = idle.min(MEMORY.saturating_sub(days).into());
	let old = idle - young;
	let days_before = u64::from(days);
	let mean = match young {
		0 => mean,
		// Both are 28 at most.
		_ => mean * Total::from(days_before) / Total::from(days_before + young),
	};
	let days = u32::try_from(days_before.saturating_add(idle)).unwrap_or(u32::MAX);
	if old >> POWERS > 0 {
		return (0, days);
	}
	let kept = (0..).zip(DECAY).filter(|(place, _)| old >> place & 1 == 1);
	let mean = kept.fold(mean, |mean, (_, factor)| scale(mean, factor));
	(mean, days)
}

/// A figure times `factor` parts of 2^128, rounded down.
fn scale(figure: u128, factor: u128) -> u128 {
	// The product of two figures of 128 bits has 256 at most.
	(U256::from(figure).saturating_mul(factor.into()) >> u128::BITS).low_u128()
}

impl<T: Config> KnowsLevels for Pallet<T> {
	fn level(institution: InstitutionId, class: ClassId) -> Level {
		at::<T>(institution, class, T::Trail::now())
	}
}
