//! What can be wrong, and how it is said: one line, with the place first.

use crate::mistakes::{goes_on, Meant};
use salus_analysis::{dea, density};
use std::{fmt, io};

/// What to do about a value that is missing.
const LEAVE_OUT: &str = "nothing is filled in, so leave its unit out of the file";

/// How many characters of a field are cited.
const LONGEST_CITED: usize = 60;

/// What is wrong.
#[derive(Debug)]
pub enum Problem {
	/// The file cannot be read.
	Unreadable(io::Error),
	/// The answer cannot be written.
	Unwritable(io::Error),
	/// The answer cannot be put into its format.
	Unformatted(serde_json::Error),
	/// The file is not UTF-8.
	NotUtf8,
	/// The CSV reader refuses the file.
	Malformed(csv::Error),
	/// The file has no header.
	NoHeader,
	/// The file has a header and nothing else.
	NoRows,
	/// The header does not name this column; it names those.
	NoSuchColumn(Vec<String>),
	/// The header names this column more than once.
	AmbiguousColumn,
	/// The command line names this column more than once.
	ColumnNamedTwice,
	/// The command line names no column where one is needed.
	NoColumnNamed(&'static str),
	/// These stand between the columns, instead of commas.
	Separator(&'static str),
	/// The first line only tells Excel the separator.
	SeparatorLine,
	/// The first line is shorter than this one, which seems to name the columns.
	Title { names: usize },
	/// The first line does not name this column, but this one does.
	NamedBelow { line: usize },
	/// A quotation mark never closes.
	OpenQuotation,
	/// A line has not as many fields as the header.
	UnevenLine { fields: usize, header: usize, cause: Option<Cause> },
	/// A name is empty.
	Missing,
	/// A number is empty.
	MissingNumber,
	/// A field is not a number.
	NotANumber(String),
	/// The name of a unit has a semicolon in it.
	NameWithSemicolon(String),
	/// The name of a unit has a control character in it.
	NameWithControl(String),
	/// A number is negative.
	Negative(String),
	/// An input is zero.
	ZeroInput,
	/// A number is too large.
	TooLarge(String),
	/// A number cannot stand beside the largest of its column without losing digits.
	TooManyDigits(String),
	/// Two units have one name.
	DuplicateUnit { name: String, line: usize },
	/// The data is no sample.
	NoSample(dea::SampleError),
	/// No certificate was found for a unit.
	Unsolved { dmu: String, error: salus_solver::Error },
	/// A unit's certificate proves nothing.
	Unproven { dmu: String, refusal: dea::Refusal },
	/// There is no mean to count in.
	NoMean(density::Error),
	/// A group has no curve.
	NoCurve { group: String, error: density::Error },
}

/// Why a line may not have as many fields as the header.
#[derive(Clone, Copy, Debug)]
pub enum Cause {
	/// A field goes on beyond the end of its line.
	OpenQuotation,
	/// A number has a comma in it.
	CommaInNumber,
	/// A text has a comma in it.
	CommaInText,
}

/// A problem and its place.
#[derive(Debug)]
pub struct Complaint {
	file: Option<String>,
	line: Option<usize>,
	column: Option<String>,
	problem: Problem,
}

impl From<Problem> for Complaint {
	fn from(problem: Problem) -> Self {
		Self { file: None, line: None, column: None, problem }
	}
}

impl Problem {
	/// The problem, of this column.
	pub fn of_column(self, column: &str) -> Complaint {
		Complaint { column: Some(column.into()), ..self.into() }
	}
}

impl Complaint {
	/// The complaint, about this file.
	pub fn in_file(self, file: &str) -> Self {
		Self { file: Some(file.into()), ..self }
	}

	/// The complaint, about this line.
	pub fn on_line(self, line: usize) -> Self {
		Self { line: Some(line), ..self }
	}
}

impl fmt::Display for Complaint {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let places = [
			self.file.as_deref().map(shown),
			self.line.map(|line| format!("line {line}")),
			self.column.as_deref().map(|column| format!("column {}", shown(column))),
		];
		let place: Vec<String> = places.into_iter().flatten().collect();
		if !place.is_empty() {
			write!(f, "{}: ", place.join(", "))?;
		}
		write!(f, "{}", self.problem)
	}
}

impl fmt::Display for Problem {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Unreadable(error) => write!(f, "cannot be read: {error}"),
			Self::Unwritable(error) => write!(f, "the answer cannot be written: {error}"),
			Self::Unformatted(error) => write!(f, "the answer cannot be written: {error}"),
			Self::NotUtf8 => write!(f, "the file is not UTF-8 text; save it as CSV UTF-8"),
			Self::Malformed(error) => write!(f, "{}", shown(&error.to_string())),
			Self::NoHeader => write!(f, "the file is empty; its first line names the columns"),
			Self::NoRows => write!(f, "there is nothing below the header"),
			Self::NoSuchColumn(others) => {
				let others: Vec<_> = others.iter().map(|name| shown(name)).collect();
				write!(f, "there is no such column; the header names {}", others.join(", "))
			}
			Self::AmbiguousColumn => write!(f, "the header names it more than once"),
			Self::ColumnNamedTwice => write!(f, "named more than once on the command line"),
			Self::NoColumnNamed(what) => write!(f, "{what} names no column"),
			Self::Separator(found) => {
				write!(f, "columns must be separated by commas, and here they are by {found}")
			}
			Self::SeparatorLine => write!(
				f,
				"the first line must name the columns; leave this one out, which only tells Excel \
				 the separator",
			),
			Self::Title { names } => write!(
				f,
				"the first line must name the columns, and this one has fewer fields than line \
				 {names}; leave out what stands above the names",
			),
			Self::NamedBelow { line } => write!(
				f,
				"the first line must name the columns, and this name stands on line {line}; leave \
				 out what stands above the names",
			),
			Self::OpenQuotation => {
				write!(f, "the quotation mark that opens on this line never closes")
			}
			Self::UnevenLine { fields, header, cause } => {
				let s = if *fields == 1 { "" } else { "s" };
				write!(f, "{fields} field{s}, where the header has {header}")?;
				cause.map_or(Ok(()), |cause| write!(f, "; {cause}"))
			}
			Self::Missing => write!(f, "the value is missing"),
			Self::MissingNumber => write!(f, "the value is missing; {LEAVE_OUT}"),
			Self::NotANumber(text) => match Meant::by(text) {
				Meant::Missing => write!(f, "'{}' is a missing value; {LEAVE_OUT}", cited(text)),
				Meant::Number => write!(
					f,
					"'{}' is not a number; write it like 1200.5: a point before decimals, no \
					 separators of thousands, no spaces, no percent signs",
					cited(text),
				),
				Meant::SeveralLines => {
					write!(f, "'{}' is not a number; {}", cited(text), Cause::OpenQuotation)
				}
				Meant::Unclear => write!(f, "'{}' is not a number", cited(text)),
			},
			Self::NameWithSemicolon(name) => write!(
				f,
				"'{}' has a semicolon in it, which separates peers in an answer; write the name \
				 without",
				cited(name),
			),
			Self::NameWithControl(name) => {
				let what = if goes_on(name) { "a line break" } else { "a control character" };
				write!(f, "'{}' has {what} in it; write the name without", cited(name))?;
				if goes_on(name) {
					write!(f, ", or close a quotation mark that was left open")?;
				}
				Ok(())
			}
			Self::Negative(text) => write!(f, "{} is negative", shown(text)),
			Self::ZeroInput => write!(f, "an input must be positive, and this one is zero"),
			Self::TooLarge(text) => write!(f, "{} is above {}", shown(text), u64::MAX),
			Self::TooManyDigits(text) => write!(
				f,
				"{} and the largest number of the column do not both fit into 19 digits",
				shown(text),
			),
			Self::DuplicateUnit { name, line } => {
				write!(f, "'{}' stands on line {line} already", cited(name))
			}
			Self::NoSample(error) => write!(f, "{error}"),
			Self::Unsolved { dmu, error } => {
				write!(f, "the figures of '{}' were not found: {error}", shown(dmu))
			}
			Self::Unproven { dmu, refusal } => {
				write!(f, "the figures of '{}' could not be proven: {refusal}", shown(dmu))
			}
			Self::NoMean(error) => write!(f, "{error}"),
			Self::NoCurve { group, error } => write!(f, "group '{}': {error}", shown(group)),
		}
	}
}

impl fmt::Display for Cause {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::OpenQuotation => {
				"a field goes on beyond its line, so a quotation mark may have been left open"
			}
			Self::CommaInNumber => {
				"a number may have a comma in it: write it like 1200.5, and put text that has a \
				 comma into quotation marks"
			}
			Self::CommaInText => "text that has a comma in it must stand in quotation marks",
		})
	}
}

/// Text of a file in a form that stays on one line, and a short one: a quotation mark that is left
/// open may reach far.
fn cited(text: &str) -> String {
	if text.chars().count() <= LONGEST_CITED {
		return shown(text);
	}
	let start: String = text.chars().take(LONGEST_CITED - 1).collect();
	shown(&start) + "\u{2026}"
}

/// Whether a character is no part of a text on one line.
pub fn is_control(c: char) -> bool {
	c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Text from outside in a form that stays on one line.
fn shown(text: &str) -> String {
	text.chars()
		.flat_map(|c| {
			let (escaped, plain) =
				if is_control(c) { (Some(c.escape_default()), None) } else { (None, Some(c)) };
			escaped.into_iter().flatten().chain(plain)
		})
		.collect()
}
