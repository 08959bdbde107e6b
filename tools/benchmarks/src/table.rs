//! How figures stand in a table.

/// `part / whole` with two decimals.
pub fn ratio(part: u128, whole: u128) -> String {
	let hundredths = (part * 100 + whole / 2) / whole.max(1);
	format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
