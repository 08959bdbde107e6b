//! How things are written for people, and read from what they write.

use crate::hex;
use pallet_protection::{Purpose, Rating, Roll};
use salus_primitives::{
	time::{CalendarDate, Moment, DAY},
	Priority, RegionCode, Role,
};
use salus_runtime::{AccountId, Balance, TOKEN};
use sp_core::{crypto::Ss58Codec, H256};

const HOUR: Moment = DAY / 24;
const MINUTE: Moment = HOUR / 60;

/// When something ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
	/// At this moment.
	At(Moment),
	/// So many milliseconds from now.
	In(Moment),
}

impl End {
	/// The moment, if it is `now`.
	pub fn after(self, now: Moment) -> Moment {
		match self {
			Self::At(moment) => moment,
			Self::In(span) => now.saturating_add(span),
		}
	}
}

/// What is said in a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Vote {
	Aye,
	Nay,
}

/// Reads the hash of a block.
pub fn read_hash(text: &str) -> Result<H256, String> {
	hex::read(text).map(H256)
}

/// Reads an account: an address, or 32 bytes.
pub fn read_account(text: &str) -> Result<AccountId, String> {
	let by_bytes = || hex::read(text).map(AccountId::new);
	AccountId::from_ss58check(text).or_else(|_| by_bytes()).map_err(|_| "this is no address".into())
}

/// Reads a role.
pub fn read_role(text: &str) -> Result<Role, String> {
	choose(text, &Role::ALL)
}

/// Reads a priority.
pub fn read_priority(text: &str) -> Result<Priority, String> {
	choose(text, &[Priority::Routine, Priority::Urgent, Priority::Asap, Priority::Stat])
}

/// Reads a rating.
pub fn read_rating(text: &str) -> Result<Rating, String> {
	choose(text, &[Rating::Bad, Rating::Poor, Rating::Fair, Rating::Good, Rating::Excellent])
}

/// Reads a vote.
pub fn read_vote(text: &str) -> Result<Vote, String> {
	choose(text, &[Vote::Aye, Vote::Nay])
}

/// Reads the code of a region.
pub fn read_region(text: &str) -> Result<RegionCode, String> {
	RegionCode::try_from(text).map_err(|_| "this is no code of ISO 3166-2, such as CN-HB".into())
}

/// Reads when something ends: `14d`, `36h`, `2026-12-24` (all of the day) or `2026-12-24T18:00`, in UTC.
pub fn read_end(text: &str) -> Result<End, String> {
	span(text)
		.or_else(|| moment_of(text))
		.ok_or_else(|| "write 14d, 36h, 2026-12-24 or 2026-12-24T18:00".into())
}

fn span(text: &str) -> Option<End> {
	let (unit, count) = match text.as_bytes().split_last()? {
		(b'd', count) => (DAY, count),
		(b'h', count) => (HOUR, count),
		_ => return None,
	};
	number(count)?.checked_mul(unit).map(End::In)
}

fn moment_of(text: &str) -> Option<End> {
	let (date, time) = match text.split_once('T') {
		Some((date, time)) => (date, Some(time)),
		None => (text, None),
	};
	let mut parts = date.splitn(3, '-').map(|part| number(part.as_bytes()));
	let mut part = || parts.next().flatten();
	let date = CalendarDate {
		year: part()?.try_into().ok()?,
		month: part()?.try_into().ok()?,
		day: part()?.try_into().ok()?,
	};
	date.check().ok()?;
	let Some(time) = time else { return Some(End::At(date.starts() + (DAY - 1))) };
	let (hours, minutes) = time.split_once(':')?;
	let (hours, minutes) = (number(hours.as_bytes())?, number(minutes.as_bytes())?);
	let fits = hours < 24 && minutes < 60;
	fits.then(|| End::At(date.starts() + hours * HOUR + minutes * MINUTE))
}

/// A number of digits alone.
fn number(digits: &[u8]) -> Option<u64> {
	let text = std::str::from_utf8(digits).ok()?;
	text.bytes().all(|digit| digit.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// The one of `all` that is called so, in letters of any size.
fn choose<T: Copy + std::fmt::Debug>(text: &str, all: &[T]) -> Result<T, String> {
	let found = all.iter().find(|one| name(one) == text.to_lowercase()).copied();
	found.ok_or_else(|| {
		let names: Vec<_> = all.iter().map(name).collect();
		format!("write one of {}", names.join(", "))
	})
}

/// What a variant is called.
pub fn name(variant: &impl std::fmt::Debug) -> String {
	format!("{variant:?}").to_lowercase()
}

/// Writes an account as its address.
pub fn account(account: &AccountId) -> String {
	account.to_ss58check()
}

/// Writes an amount of the fee token.
pub fn amount(amount: Balance) -> String {
	let (symbol, decimals) = TOKEN;
	let unit = Balance::pow(10, decimals.into());
	let fraction = format!("{:0width$}", amount % unit, width = usize::from(decimals));
	match fraction.trim_end_matches('0') {
		"" => format!("{} {symbol}", amount / unit),
		fraction => format!("{}.{fraction} {symbol}", amount / unit),
	}
}

/// Writes a moment, to the minute.
pub fn moment(moment: Moment) -> String {
	let (year, month, day) = date(moment / DAY);
	let (hour, minute) = (moment % DAY / HOUR, moment % HOUR / MINUTE);
	format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02} UTC")
}

/// The date so many days after 1970-01-01: `civil_from_days` of <https://howardhinnant.github.io/date_algorithms.html>,
/// for days that are not before it.
fn date(days: u64) -> (u64, u64, u64) {
	// From 0000-03-01, so that a leap day is the last of its year; an era has 400 years.
	let shifted = days + 719_468;
	let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
	let year_of_era =
		(day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
	let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	let month_from_march = (5 * day_of_year + 2) / 153;
	let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
	let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
	let year = era * 400 + year_of_era + u64::from(month <= 2);
	(year, month, day)
}

/// Writes what a context is for.
pub fn purpose(purpose: &Purpose) -> String {
	match purpose {
		Purpose::Appeal => "appeals".into(),
		Purpose::Complain => "complaints".into(),
		Purpose::Rate => "ratings".into(),
		Purpose::Vote(referendum) => format!("the secret vote on referendum {}", referendum.0),
	}
}

/// Writes which revisions a context accepts.
pub fn roll(roll: Roll) -> &'static str {
	match roll {
		Roll::Recent => "the newest revision of a ring, and those that it replaced not long ago",
		Roll::Newest => "the newest revision of a ring alone",
		Roll::AtDeclaration => "the rings as they were when it was declared",
	}
}

/// Writes a count of something.
pub fn count(number: impl Into<u64>, one: &str, several: &str) -> String {
	match number.into() {
		1 => format!("1 {one}"),
		number => format!("{number} {several}"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use salus_primitives::ReferendumId;

	// Expected seconds from `date -u -d <date> +%s`.
	#[test]
	fn moments_are_written_as_the_calendar_has_them() {
		for (seconds, expected) in [
			(0, "1970-01-01 00:00 UTC"),
			(68_169_600, "1972-02-29 00:00 UTC"),
			(951_868_799, "2000-02-29 23:59 UTC"),
			(951_868_800, "2000-03-01 00:00 UTC"),
			(1_579_737_600, "2020-01-23 00:00 UTC"),
			(1_798_135_260, "2026-12-24 18:01 UTC"),
			(4_107_542_400, "2100-03-01 00:00 UTC"),
			(253_402_214_400, "9999-12-31 00:00 UTC"),
		] {
			assert_eq!(moment(seconds * 1000), expected);
		}
	}

	#[test]
	fn ends_are_read_in_four_ways() {
		const NOW: Moment = 1_798_000_000_000;
		for (text, expected) in [
			("14d", NOW + 14 * 86_400_000),
			("36h", NOW + 36 * 3_600_000),
			("2026-12-24", 1_798_156_799_999),
			("2026-12-24T18:01", 1_798_135_260_000),
			("2028-02-29", 1_835_481_599_999),
		] {
			assert_eq!(read_end(text).map(|end| end.after(NOW)), Ok(expected), "{text}");
		}
	}

	#[test]
	fn what_is_no_end_is_refused() {
		for text in [
			"",
			"d",
			"-1d",
			"14",
			"14w",
			"99999999999999999999d",
			"999999999999999999d",
			"2026-02-29",
			"2026-13-01",
			"2026-12",
			"2026-12-24-1",
			"24.12.2026",
			"2026-12-24T24:00",
			"2026-12-24T18:60",
			"2026-12-24T18",
			"2026-12-24 18:00",
		] {
			assert!(read_end(text).is_err(), "{text}");
		}
	}

	#[test]
	fn amounts_are_written_in_tokens() {
		for (units, expected) in [
			(0, "0 SAL"),
			(1, "0.000000000001 SAL"),
			(1_500_000_000_000, "1.5 SAL"),
			(2_000_000_000_000, "2 SAL"),
			(1_234_000_000_000_000, "1234 SAL"),
		] {
			assert_eq!(amount(units), expected);
		}
	}

	#[test]
	fn names_are_read_in_letters_of_any_size() {
		assert_eq!(read_role("receive"), Ok(Role::Receive));
		assert_eq!(read_role("Receive"), Ok(Role::Receive));
		assert_eq!(read_priority("ASAP"), Ok(Priority::Asap));
		assert_eq!(read_rating("good"), Ok(Rating::Good));
		assert_eq!(read_vote("nay"), Ok(Vote::Nay));
		let error = read_rating("great").expect_err("there is no such rating");
		assert_eq!(error, "write one of bad, poor, fair, good, excellent");
	}

	// Alice's address and public key, of the documentation of `subkey`.
	#[test]
	fn accounts_are_read_by_address_and_by_bytes() {
		let address = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		let bytes = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
		let by_address = read_account(address).expect("it is an address");
		assert_eq!(read_account(bytes), Ok(by_address.clone()));
		assert_eq!(account(&by_address), address);
		let mistyped = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ";
		assert_eq!(read_account(mistyped), Err("this is no address".into()));
	}

	#[test]
	fn regions_are_codes_of_the_standard() {
		assert!(read_region("CN-HB").is_ok());
		assert!(read_region("CN").is_ok());
		assert!(read_region("Hubei").is_err());
	}

	#[test]
	fn purposes_and_counts_are_written_in_words() {
		assert_eq!(purpose(&Purpose::Appeal), "appeals");
		let vote = Purpose::Vote(ReferendumId(4));
		assert_eq!(purpose(&vote), "the secret vote on referendum 4");
		assert_eq!(count(1u32, "member", "members"), "1 member");
		assert_eq!(count(0u32, "member", "members"), "0 members");
	}
}
