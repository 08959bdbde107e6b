//! What can be wrong, and how it is said: one line, with the place first.

use salus_analysis::{dea, density};
use std::{fmt, io};

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
	/// A line has not as many fields as the header.
	UnevenLine { fields: usize, header: usize },
	/// A field is empty.
	Missing,
	/// A field is not a number.
	NotANumber(String),
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
			Self::UnevenLine { fields, header } => {
				write!(f, "{fields} fields, where the header has {header}")
			}
			Self::Missing => write!(f, "the value is missing"),
			Self::NotANumber(text) => write!(f, "'{}' is not a number", shown(text)),
			Self::Negative(text) => write!(f, "{} is negative", shown(text)),
			Self::ZeroInput => write!(f, "an input must be positive, and this one is zero"),
			Self::TooLarge(text) => write!(f, "{} is above {}", shown(text), u64::MAX),
			Self::TooManyDigits(text) => write!(
				f,
				"{} and the largest number of the column do not both fit into 19 digits",
				shown(text),
			),
			Self::DuplicateUnit { name, line } => {
				write!(f, "'{}' stands on line {line} already", shown(name))
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

/// Text from outside in a form that stays on one line.
fn shown(text: &str) -> String {
	text.chars()
		.flat_map(|c| {
			let (escaped, plain) =
				if c.is_control() { (Some(c.escape_default()), None) } else { (None, Some(c)) };
			escaped.into_iter().flatten().chain(plain)
		})
		.collect()
}
