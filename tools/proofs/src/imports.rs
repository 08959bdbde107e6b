//! Which host functions a WASM module asks for.

use crate::Outcome;

/// What a module begins with: a magic number, and version 1 of the format.
const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";
const IMPORT_SECTION: u8 = 2;
const TRUNCATED: &str = "the module ends too soon";

/// The names of the functions that `module` imports, in its order.
pub fn functions(module: &[u8]) -> Outcome<Vec<String>> {
	let mut rest = Reader(module.strip_prefix(PREAMBLE).ok_or("this is no WASM module")?);
	while !rest.0.is_empty() {
		let section = rest.byte()?;
		let length = rest.number()?;
		let content = rest.take(length)?;
		if section == IMPORT_SECTION {
			return Reader(content).imports();
		}
	}
	Ok(Vec::new())
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
	fn imports(mut self) -> Outcome<Vec<String>> {
		let mut functions = Vec::new();
		for _ in 0..self.number()? {
			self.name()?;
			let name = self.name()?;
			match self.byte()? {
				// A function, by the number of its type.
				0 => {
					self.number()?;
					functions.push(name);
				}
				// A table: the type of its elements, and how many there are.
				1 => {
					self.byte()?;
					self.limits()?;
				}
				// A memory: how many pages.
				2 => self.limits()?,
				// A global: its type, and whether it can be changed.
				3 => {
					self.take(2)?;
				}
				kind => return Err(format!("an import of an unknown kind: {kind}").into()),
			}
		}
		Ok(functions)
	}

	fn limits(&mut self) -> Outcome<()> {
		let has_maximum = self.byte()? & 1 == 1;
		self.number()?;
		if has_maximum {
			self.number()?;
		}
		Ok(())
	}

	fn name(&mut self) -> Outcome<String> {
		let length = self.number()?;
		Ok(String::from_utf8(self.take(length)?.to_vec())?)
	}

	fn byte(&mut self) -> Outcome<u8> {
		let (first, rest) = self.0.split_first().ok_or(TRUNCATED)?;
		self.0 = rest;
		Ok(*first)
	}

	fn take(&mut self, count: usize) -> Outcome<&'a [u8]> {
		let (taken, rest) = self.0.split_at_checked(count).ok_or(TRUNCATED)?;
		self.0 = rest;
		Ok(taken)
	}

	/// A number of up to 32 bits, seven in each byte, the lowest first.
	fn number(&mut self) -> Outcome<usize> {
		let mut number: u32 = 0;
		for place in 0..5 {
			let byte = self.byte()?;
			number |= u32::from(byte & 0x7f) << (7 * place);
			if byte & 0x80 == 0 {
				return Ok(usize::try_from(number)?);
			}
		}
		Err("a number is longer than 32 bits".into())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn functions_are_found_among_other_imports() {
		let module = [
			PREAMBLE,
			// One type: a function of nothing.
			&[1, 4, 1, 0x60, 0, 0],
			// Four imports: a memory, a function, a global, another function.
			&[2, 39, 4],
			b"\x03env\x06memory\x02\x01\x02\x80\x01",
			b"\x03env\x01f\x00\x00",
			b"\x03env\x01g\x03\x7f\x00",
			b"\x01e\x00\x00\x00",
		]
		.concat();
		assert_eq!(functions(&module).expect("it is a module"), ["f", ""]);
	}

	#[test]
	fn a_module_may_import_nothing() {
		assert!(functions(PREAMBLE).expect("it is a module").is_empty());
	}

	#[test]
	fn what_is_not_a_module_is_said_to_be_none() {
		assert!(functions(b"").is_err());
		assert!(functions(&[PREAMBLE, &[2, 5, 1]].concat()).is_err());
	}
}
