//! Mistakes that files often have, told from each other so that the message can say what to mend.

use csv::StringRecord;

/// What a field was meant to be that is not a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meant {
	/// A value that nobody knows.
	Missing,
	/// A number, as other programs or countries write it.
	Number,
	/// Several fields, behind a quotation mark that was left open.
	SeveralLines,
	/// Who knows.
	Unclear,
}

impl Meant {
	/// What this text was meant to be.
	pub fn by(text: &str) -> Self {
		if goes_on(text) {
			Self::SeveralLines
		} else if is_missing(text) {
			Self::Missing
		} else if is_dressed(text) {
			Self::Number
		} else {
			Self::Unclear
		}
	}
}

/// What statistical offices and programs write for a value that nobody knows.
fn is_missing(text: &str) -> bool {
	const WORDS: [&str; 15] = [
		"na", "n/a", "n.a", "n.a.", "nd", "n/d", "n.d", "n.d.", "nan", "<na>", "\\n", "nil",
		"none", "null", "missing",
	];
	let strokes = |c| matches!(c, '-' | '.' | '?' | '/' | '\u{2010}'..='\u{2015}' | '…' | '−');
	let mut characters = text.chars();
	// Spreadsheets write #N/A, #DIV/0! and the like, in the language of the user.
	let failed =
		characters.next() == Some('#') && characters.next().is_some_and(char::is_alphabetic);
	failed || text.chars().all(strokes) || WORDS.contains(&text.to_lowercase().as_str())
}

/// Whether a text is a number but for separators, spaces, signs of percent or digits of another
/// script.
fn is_dressed(text: &str) -> bool {
	let number = match text.split_once(['e', 'E']) {
		Some((number, power)) if power.parse::<i32>().is_ok() => number,
		_ => text,
	};
	let unsigned = number.strip_prefix(['+', '-', '−']).unwrap_or(number);
	let dress = |c: char| {
		matches!(c, ',' | '.' | '\'' | '’' | '_' | '%' | '‰' | '，' | '．' | '％' | '٫' | '٬')
			|| c.is_whitespace()
	};
	let plain = |c: char| c.is_ascii_digit() || c == '.';
	unsigned.contains(char::is_numeric)
		&& unsigned.chars().all(|c| c.is_numeric() || dress(c))
		&& (!number.trim_start_matches(['+', '-']).chars().all(plain)
			|| number.matches('.').count() > 1)
}

/// Whether a text goes on beyond the end of a line.
pub fn goes_on(text: &str) -> bool {
	text.contains(['\n', '\r'])
}

/// What stands between the columns of a line that has no commas between them.
pub fn separator(line: &str) -> Option<&'static str> {
	let mut quoted = false;
	line.trim().chars().find_map(|c| {
		quoted ^= c == '"';
		match c {
			';' if !quoted => Some("semicolons"),
			'\t' if !quoted => Some("tabs"),
			_ => None,
		}
	})
}

/// Whether it is the line by which a file tells Excel its separator.
pub fn tells_separator(line: &StringRecord) -> bool {
	line.get(0).and_then(|field| field.get(..4)).is_some_and(|it| it.eq_ignore_ascii_case("sep="))
}

/// Whether a line that is shorter than the one below is a title, and that one names the columns.
pub fn is_title(line: &StringRecord, below: &StringRecord) -> bool {
	let number = |field: &str| field.starts_with(|c: char| c.is_ascii_digit());
	// The names of columns may be years.
	let alone = line.iter().filter(|field| !field.is_empty()).count() == 1 && below.len() > 2;
	!below.iter().any(number) || alone && !below.get(0).is_some_and(number)
}

/// Whether a number that has a comma in it may have become two fields.
pub fn splits_number(line: &StringRecord) -> bool {
	let whole = |field: &str| {
		let digits = field.strip_prefix(['+', '-']).unwrap_or(field);
		!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
	};
	let digit = |field: &str| field.starts_with(|c: char| c.is_ascii_digit());
	line.iter().zip(line.iter().skip(1)).any(|(left, right)| whole(left) && digit(right))
}

/// The byte at which a quotation mark opens that never closes.
pub fn open_quotation(text: &str) -> Option<usize> {
	#[derive(Clone, Copy)]
	enum Place {
		Start,
		Plain,
		Quoted(usize),
		/// Behind a quotation mark, which closes unless another follows.
		Closed(usize),
	}
	// As the CSV reader sees it, to which a quotation mark is one at the start of a field only.
	let end =
		text.bytes().enumerate().fold(Place::Start, |place, (at, byte)| match (place, byte) {
			(Place::Quoted(from), b'"') => Place::Closed(from),
			(Place::Quoted(from), _) | (Place::Closed(from), b'"') => Place::Quoted(from),
			(Place::Start, b'"') => Place::Quoted(at),
			(_, b',' | b'\r' | b'\n') => Place::Start,
			_ => Place::Plain,
		});
	match end {
		Place::Quoted(from) => Some(from),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn fields_are_told_from_each_other() {
		for (meant, texts) in [
			(
				Meant::Missing,
				&["NA", "n/a", "N.A.", "-", "–", "..", "…", "?", "#DIV/0!", "#WERT!", "NaN"][..],
			),
			(
				Meant::Number,
				&[
					"1,5",
					"1,200",
					"1.200,5",
					"1.200.000",
					"1 200",
					"1\u{a0}200",
					"1'200",
					"12%",
					"12.5 %",
					"-1,5",
					"−3",
					"1,5e3",
					"１２",
					"½",
				],
			),
			(Meant::SeveralLines, &["1\n2", "A\r1"]),
			(
				Meant::Unclear,
				&["x", "1e1000", "0x10", "inf", "--1", "12 kg", "2011-01-31", "#1", "e5", ","],
			),
		] {
			for text in texts {
				assert_eq!(Meant::by(text), meant, "{text}");
			}
		}
	}

	#[test]
	fn the_quotation_mark_that_never_closes_is_found() {
		assert_eq!(open_quotation("a,b\n\"x\",2\n"), None);
		assert_eq!(open_quotation("a,b\n\"x\"\"\",5\"\n"), None);
		assert_eq!(open_quotation("a,b\n1,\"2\n3,4\n"), Some(6));
		assert_eq!(open_quotation("\"x\"\"\n"), Some(0));
		assert_eq!(open_quotation("a\r\"x"), Some(2));
	}
}
