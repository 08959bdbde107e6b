//! CSV files: a header, and one line for each unit.

use crate::{
	decimal::{Column, Decimal, Misfit},
	mistakes,
	problem::{is_control, Cause, Complaint, Problem},
};
use csv::{ReaderBuilder, StringRecord, Trim};
use std::{
	fs,
	io::{stdin, Read},
	path::Path,
};

/// What Excel begins a file with.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What stands for standard input on the command line, and how messages call it.
const STANDARD_INPUT: (&str, &str) = ("-", "standard input");

/// A file that was read.
pub struct Table {
	/// How the file is called in messages.
	file: String,
	header: Vec<String>,
	/// The line of the header.
	header_line: usize,
	/// The fields of each unit, as many as the header has, and the line on which they begin.
	rows: Vec<(usize, StringRecord)>,
}

impl Table {
	/// Reads a file; `-` is standard input.
	pub fn read(path: &Path) -> Result<Self, Complaint> {
		let (dash, called) = STANDARD_INPUT;
		let mut bytes = Vec::new();
		let (file, read) = if path.as_os_str() == dash {
			(called.into(), stdin().read_to_end(&mut bytes).map(|_| ()))
		} else {
			(path.display().to_string(), fs::read(path).map(|content| bytes = content))
		};
		read.map_err(|error| Complaint::from(Problem::Unreadable(error)).in_file(&file))?;
		Self::parse(file.clone(), bytes).map_err(|complaint| complaint.in_file(&file))
	}

	fn parse(file: String, bytes: Vec<u8>) -> Result<Self, Complaint> {
		let text = String::from_utf8(bytes).map_err(|error| {
			let good = error.utf8_error().valid_up_to();
			Complaint::from(Problem::NotUtf8).on_line(line_of(&error.as_bytes()[..good]))
		})?;
		let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
		if let Some(place) = mistakes::open_quotation(text) {
			let line = line_of(&text.as_bytes()[..place]);
			return Err(Complaint::from(Problem::OpenQuotation).on_line(line));
		}
		// Lines are compared with the header below, where the message can be a good one.
		let mut reader =
			ReaderBuilder::new().flexible(true).trim(Trim::All).from_reader(text.as_bytes());
		let header = reader.headers().map_err(Problem::Malformed)?.clone();
		if is_blank(&header) {
			return Err(Problem::NoHeader.into());
		}
		let header_line = line_of_content(text, 0);
		let of_header = |problem: Problem| Err(Complaint::from(problem).on_line(header_line));
		if mistakes::tells_separator(&header) {
			return of_header(Problem::SeparatorLine);
		}
		let first = text.trim_start().split(['\r', '\n']).next().unwrap_or_default();
		if let (1, Some(found)) = (header.len(), mistakes::separator(first)) {
			return of_header(Problem::Separator(found));
		}
		let mut rows = Vec::new();
		for record in reader.records() {
			let mut record = record.map_err(Problem::Malformed)?;
			if is_blank(&record) {
				continue;
			}
			let start = record.position().map_or(0, |position| position.byte() as usize);
			let line = line_of_content(text, start);
			// Spreadsheets pad lines with empty fields up to the widest line of the sheet.
			let surplus = record.iter().skip(header.len()).any(|field| !field.is_empty());
			if surplus && rows.is_empty() && mistakes::is_title(&header, &record) {
				return of_header(Problem::Title { names: line });
			}
			if surplus || record.len() < header.len() {
				let problem = uneven(&record, header.len());
				return Err(Complaint::from(problem).on_line(line));
			}
			record.truncate(header.len());
			rows.push((line, record.iter().map(unquoted).collect()));
		}
		if rows.is_empty() {
			return Err(Problem::NoRows.into());
		}
		let header = header.iter().map(|it| unquoted(it).into()).collect();
		Ok(Self { file, header, header_line, rows })
	}

	/// The complaint, about this file.
	pub fn blame(&self, complaint: impl Into<Complaint>) -> Complaint {
		complaint.into().in_file(&self.file)
	}

	/// The complaint, about the line of this row.
	pub fn blame_row(&self, row: usize, complaint: Complaint) -> Complaint {
		let line = self.rows.get(row).map_or(0, |(line, _)| *line);
		self.blame(complaint.on_line(line))
	}

	/// Where the column of this name is.
	fn index(&self, name: &str) -> Result<usize, Complaint> {
		let mut places = self.header.iter().enumerate().filter(|(_, column)| *column == name);
		match (places.next(), places.next()) {
			(Some((index, _)), None) => Ok(index),
			(None, _) => {
				// A title that a spreadsheet pads with empty fields is as long as the header.
				let below = self.rows.iter().find(|(_, fields)| fields.iter().any(|it| it == name));
				if let (true, Some((line, _))) = (self.header.iter().any(String::is_empty), below) {
					let problem = Problem::NamedBelow { line: *line }.of_column(name);
					return Err(self.blame(problem.on_line(self.header_line)));
				}
				let others = self.header.iter().filter(|name| !name.is_empty()).cloned().collect();
				Err(self.blame(Problem::NoSuchColumn(others).of_column(name)))
			}
			_ => {
				let problem = Problem::AmbiguousColumn.of_column(name);
				Err(self.blame(problem.on_line(self.header_line)))
			}
		}
	}

	/// The words of a column, none of them empty.
	pub fn words(&self, name: &str) -> Result<Vec<&str>, Complaint> {
		self.fields(name, || Problem::Missing)
	}

	/// The fields of a column. If one is empty, that is `missing`.
	fn fields(&self, name: &str, missing: fn() -> Problem) -> Result<Vec<&str>, Complaint> {
		let index = self.index(name)?;
		self.rows
			.iter()
			.enumerate()
			.map(|(row, (_, fields))| match fields.get(index) {
				Some(word) if !word.is_empty() => Ok(word),
				_ => Err(self.blame_row(row, missing().of_column(name))),
			})
			.collect()
	}

	/// The names of a column, of which no two are alike. They can be listed in a field of CSV, with
	/// semicolons between them.
	pub fn names(&self, name: &str) -> Result<Vec<&str>, Complaint> {
		let words = self.words(name)?;
		for (row, word) in words.iter().enumerate() {
			let problem = if word.contains(is_control) {
				Problem::NameWithControl(word.to_string())
			} else if word.contains(';') {
				Problem::NameWithSemicolon(word.to_string())
			} else {
				continue;
			};
			return Err(self.blame_row(row, problem.of_column(name)));
		}
		let mut sorted: Vec<(&str, usize)> = words.iter().copied().zip(0..).collect();
		sorted.sort_unstable();
		match sorted.windows(2).filter(|pair| pair[0].0 == pair[1].0).min_by_key(|pair| pair[1].1) {
			None => Ok(words),
			Some(pair) => {
				let ((word, earlier), (_, later)) = (pair[0], pair[1]);
				let line = self.rows[earlier].0;
				let problem = Problem::DuplicateUnit { name: word.into(), line };
				Err(self.blame_row(later, problem.of_column(name)))
			}
		}
	}

	/// The numbers of a column that pass a test, with common decimals. Beyond what they need, every
	/// number keeps `digits` significant ones; if any had more, a note on standard error says so.
	pub fn numbers(
		&self,
		name: &str,
		digits: u32,
		test: impl Fn(&Decimal) -> Option<Problem>,
	) -> Result<Column, Complaint> {
		let words = self.fields(name, || Problem::MissingNumber)?;
		let blame = |row: usize, problem: Problem| self.blame_row(row, problem.of_column(name));
		let numbers = words
			.iter()
			.enumerate()
			.map(|(row, word)| {
				let number = Decimal::parse(word)
					.ok_or_else(|| blame(row, Problem::NotANumber(word.to_string())))?;
				match test(&number) {
					Some(problem) => Err(blame(row, problem)),
					None => Ok(number),
				}
			})
			.collect::<Result<Vec<_>, _>>()?;
		let column = Column::new(&numbers, digits).map_err(|misfit| match misfit {
			Misfit::TooLarge(row) => blame(row, Problem::TooLarge(words[row].into())),
			Misfit::TooManyDigits(row) => blame(row, Problem::TooManyDigits(words[row].into())),
		})?;
		if column.rounded {
			eprintln!(
				"salus-analysis: note: {}, column {name}: rounded to {} decimals, beyond which the \
				 largest number does not fit into 19 digits",
				self.file, column.decimals,
			);
		}
		Ok(column)
	}

	/// Warns on standard error if the last row is the sum of all others in all of these columns.
	pub fn warn_of_total(&self, columns: &[Column]) {
		let Some((line, _)) = self.rows.last() else { return };
		let sums = || columns.iter().filter_map(|column| column.mantissas.split_last());
		// Of two units, the second may well be like the first, and zeros are the sum of zeros.
		let total = self.rows.len() > 2
			&& sums().all(|(last, others)| others.iter().sum::<i128>() == *last)
			&& sums().any(|(last, _)| *last != 0);
		if total {
			eprintln!(
				"salus-analysis: warning: {}, line {line}: the last row is the sum of all rows above \
				 it; if it is a total, leave it out, for it counts as a unit",
				self.file,
			);
		}
	}
}

/// What is wrong with a line that has not as many fields as the header.
fn uneven(record: &StringRecord, header: usize) -> Problem {
	let fields = record.len();
	let only = record.get(0).filter(|_| fields == 1);
	if let Some(found) = only.and_then(mistakes::separator) {
		return Problem::Separator(found);
	}
	let cause = if record.iter().any(mistakes::goes_on) {
		Some(Cause::OpenQuotation)
	} else if fields <= header {
		None
	} else if mistakes::splits_number(record) {
		Some(Cause::CommaInNumber)
	} else {
		Some(Cause::CommaInText)
	};
	Problem::UnevenLine { fields, header, cause }
}

/// A field without its quotation marks, which the reader leaves where a space comes before them.
fn unquoted(field: &str) -> &str {
	let inner = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
	inner.map_or(field, str::trim)
}

/// Whether a line has nothing in it.
fn is_blank(record: &StringRecord) -> bool {
	record.iter().all(str::is_empty)
}

/// The line on which the byte after `before` stands. A line ends with LF, CR LF or CR.
fn line_of(before: &[u8]) -> usize {
	let ends = before.iter().zip(before.iter().skip(1).chain([&0]));
	1 + ends.filter(|pair| matches!(pair, (b'\n', _) | (b'\r', 0..=9 | 11..))).count()
}

/// The line of the first byte from `start` on that is no end of a line: the reader counts the empty
/// lines before a record as its part.
fn line_of_content(text: &str, start: usize) -> usize {
	let bytes = text.as_bytes();
	let rest = bytes.get(start..).unwrap_or_default();
	let skipped = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
	line_of(&bytes[..start + skipped])
}

#[cfg(test)]
mod tests {
	use super::*;

	fn table(text: &str) -> Result<Table, String> {
		let parsed = Table::parse("f.csv".into(), text.as_bytes().to_vec());
		parsed.map_err(|complaint| complaint.to_string())
	}

	fn lines(text: &str) -> Result<Vec<usize>, String> {
		table(text).map(|table| table.rows.iter().map(|(line, _)| *line).collect())
	}

	#[test]
	fn lines_are_counted_as_an_editor_counts_them() {
		assert_eq!(lines("a,b\n1,2\n3,4\n"), Ok(vec![2, 3]));
		assert_eq!(lines("a,b\r\n1,2\r\n3,4"), Ok(vec![2, 3]));
		assert_eq!(lines("a,b\r1,2\r3,4"), Ok(vec![2, 3]));
		assert_eq!(lines("\u{feff}a,b\n1,2\n"), Ok(vec![2]));
		assert_eq!(lines("\n\na,b\n\n\r\n1,2\n  \n,\n3,4\n\n"), Ok(vec![6, 9]));
		assert_eq!(lines("a,b\n\"x\ny\",2\n3,4\n"), Ok(vec![2, 4]));
	}

	#[test]
	fn fields_are_trimmed_and_unquoted() {
		let table = table("  a ,\"b, c\" \n 1 , \" 2 \" ,,\n").map_err(|_| ());
		let words = table.and_then(|table| {
			let words = table.words("b, c").map_err(|_| ())?;
			Ok(words.into_iter().map(String::from).collect::<Vec<_>>())
		});
		assert_eq!(words, Ok(vec!["2".into()]));
	}

	#[test]
	fn ragged_and_empty_files_are_refused() {
		let refusal = |text: &str| table(text).err().unwrap_or_default();
		assert_eq!(refusal("a,b\n1,2\n\n3\n"), "line 4: 1 field, where the header has 2");
		assert_eq!(refusal("a,b\n1\n"), "line 2: 1 field, where the header has 2");
		assert_eq!(refusal(""), "the file is empty; its first line names the columns");
		assert_eq!(refusal("a,b\n\n"), "there is nothing below the header");
		let bytes = b"a,b\n1,\xff\n".to_vec();
		let latin = Table::parse("f.csv".into(), bytes).map(|_| ()).map_err(|it| it.to_string());
		assert_eq!(
			latin,
			Err("line 2: the file is not UTF-8 text; save it as CSV UTF-8".to_string())
		);
	}
}
