//! Bytes as hexadecimal digits, after `0x`.

/// Writes bytes.
pub fn write(bytes: &[u8]) -> String {
	sp_core::bytes::to_hex(bytes, false)
}

/// Reads so many bytes, with `0x` in front or without it.
///
/// # Errors
///
/// What is wrong with the text.
pub fn read<const N: usize>(text: &str) -> Result<[u8; N], String> {
	let digits = text.strip_prefix("0x").unwrap_or(text).len();
	let bytes = sp_core::bytes::from_hex(text).ok().filter(|_| digits == 2 * N);
	let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
	bytes.ok_or_else(|| format!("these are not {} hexadecimal digits", 2 * N))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_written_is_read() {
		assert_eq!(write(&[0, 1, 0xab]), "0x0001ab");
		assert_eq!(read("0x0001ab"), Ok([0, 1, 0xab]));
		assert_eq!(read("0001AB"), Ok([0, 1, 0xab]));
	}

	#[test]
	fn too_few_digits_too_many_and_others_are_refused() {
		for wrong in ["", "0x", "0x0", "0x001", "0x0001abcd", "0x00zz", "0x0x00"] {
			assert!(read::<2>(wrong).is_err(), "{wrong}");
		}
	}
}
