//! Two clocks: the chain's own (*record time*) and the one the actor claims (*event time*). And the
//! calendar, for dates printed on boxes.

use crate::Malformed;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Moment = u64;

/// Milliseconds in a day.
pub const DAY: Moment = 24 * 60 * 60 * 1000;

/// The longest period that something is counted in, in days.
pub const LONGEST_PERIOD: u16 = 366;

/// The number of the period of so many days that a moment is in, from 1970 on. No days are taken for one.
pub fn period_of(days: u16, moment: Moment) -> u64 {
	let length = DAY.saturating_mul(u64::from(days.max(1)));
	moment.checked_div(length).unwrap_or_default()
}

/// When something happened according to who reports it. The chain bounds it but cannot know it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct EventClaim {
	/// When.
	pub at: Moment,
	/// Offset of the actor's local time from UTC, in minutes, east positive.
	pub utc_offset: i16,
}

impl EventClaim {
	/// Refuses an offset beyond fourteen hours either way ([`Malformed::UtcOffset`]).
	pub fn check(&self) -> Result<(), Malformed> {
		const LARGEST: u16 = 14 * 60;
		if self.utc_offset.unsigned_abs() <= LARGEST {
			Ok(())
		} else {
			Err(Malformed::UtcOffset)
		}
	}
}

/// A day of the Gregorian calendar.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct CalendarDate {
	/// 1970 to 9999.
	pub year: u16,
	/// 1 to 12.
	pub month: u8,
	/// 1 to the last day of the month.
	pub day: u8,
}

impl CalendarDate {
	/// Refuses what no calendar has, and years outside 1970 to 9999 ([`Malformed::Date`]).
	pub fn check(&self) -> Result<(), Malformed> {
		let year = (1970..=9999).contains(&self.year);
		let month = (1..=12).contains(&self.month);
		if year && month && (1..=days_in(self.year, self.month)).contains(&self.day) {
			Ok(())
		} else {
			Err(Malformed::Date)
		}
	}

	/// The first moment of the day, UTC. The date must have passed [`check`](Self::check).
	pub fn starts(&self) -> Moment {
		// Days since the epoch, by counting leap days up to the year and days up to the month.
		let elapsed = u64::from(self.year).saturating_sub(1);
		let leap_days = elapsed / 4 - elapsed / 100 + elapsed / 400;
		let days_to_year = elapsed * 365 + leap_days;
		let days_to_month: u64 =
			(1..self.month).map(|month| u64::from(days_in(self.year, month))).sum();
		const DAYS_TO_1970: u64 = 719_162;
		let days = days_to_year + days_to_month + u64::from(self.day);
		days.saturating_sub(DAYS_TO_1970 + 1).saturating_mul(DAY)
	}
}

fn days_in(year: u16, month: u8) -> u8 {
	let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
	match month {
		2 if leap => 29,
		2 => 28,
		4 | 6 | 9 | 11 => 30,
		_ => 31,
	}
}

/// The expiry printed on a lot, with the precision it is printed in. GS1 application identifier 17
/// writes day `00` for a month.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Expiry {
	/// Usable up to the end of this day, UTC.
	Day(CalendarDate),
	/// Usable up to the end of this month, UTC.
	Month {
		/// 1970 to 9999.
		year: u16,
		/// 1 to 12.
		month: u8,
	},
}

impl Expiry {
	/// Refuses what no calendar has ([`Malformed::Date`]).
	pub fn check(&self) -> Result<(), Malformed> {
		self.last_day().check()
	}

	/// The first moment at which the lot is expired.
	pub fn expires_at(&self) -> Moment {
		self.last_day().starts().saturating_add(DAY)
	}

	fn last_day(&self) -> CalendarDate {
		match *self {
			Self::Day(date) => date,
			Self::Month { year, month } => CalendarDate { year, month, day: days_in(year, month) },
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn date(year: u16, month: u8, day: u8) -> CalendarDate {
		CalendarDate { year, month, day }
	}

	// Expected seconds from `date -u -d <date> +%s`.
	#[test]
	fn days_start_at_midnight_utc() {
		for (date, seconds) in [
			(date(1970, 1, 1), 0),
			(date(1972, 2, 29), 68_169_600),
			(date(2000, 3, 1), 951_868_800),
			(date(2020, 1, 23), 1_579_737_600),
			(date(2100, 3, 1), 4_107_542_400),
			(date(9999, 12, 31), 253_402_214_400),
		] {
			assert_eq!(date.starts(), seconds * 1000, "{date:?}");
		}
	}

	#[test]
	fn a_month_ends_with_its_last_day() {
		let february = Expiry::Month { year: 2024, month: 2 };
		assert_eq!(february.expires_at(), date(2024, 3, 1).starts());
		let day = Expiry::Day(date(2024, 2, 28));
		assert_eq!(day.expires_at(), date(2024, 2, 29).starts());
	}

	#[test]
	fn impossible_dates_are_refused() {
		for wrong in [
			date(2023, 2, 29),
			date(2100, 2, 29),
			date(2024, 13, 1),
			date(2024, 0, 1),
			date(2024, 4, 31),
			date(2024, 1, 0),
			date(1969, 12, 31),
			date(10_000, 1, 1),
		] {
			assert_eq!(wrong.check(), Err(Malformed::Date), "{wrong:?}");
		}
		assert_eq!(Expiry::Month { year: 2024, month: 13 }.check(), Err(Malformed::Date));
		assert!(date(2024, 2, 29).check().is_ok());
	}

	#[test]
	fn offsets_end_at_fourteen_hours() {
		assert!(EventClaim { at: 0, utc_offset: -840 }.check().is_ok());
		assert_eq!(EventClaim { at: 0, utc_offset: 841 }.check(), Err(Malformed::UtcOffset));
		assert_eq!(EventClaim { at: 0, utc_offset: i16::MIN }.check(), Err(Malformed::UtcOffset));
	}
}
