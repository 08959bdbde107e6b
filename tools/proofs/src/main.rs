//! Passes the blocks of a development chain through the validation function.
//!
//! ```sh
//! validate-blocks FOLDER             every block; FOLDER is the node's base path
//! validate-blocks FOLDER 10 20       the blocks from 10 to 20
//! ```
//!
//! No node may have the database open meanwhile. Ends with an error at the first block that is not
//! valid, and names it.

use salus_benchmarks::chain::Program;
use salus_proofs::{
	database::Database,
	validator::{unavailable, Validator},
	Outcome,
};
use std::{env, path::PathBuf, time::Duration};

/// The code that ran the blocks so far, ready to run the next.
struct Code {
	bytes: Vec<u8>,
	program: Program,
	validator: Validator,
}

impl Code {
	fn new(bytes: Vec<u8>) -> Outcome<Self> {
		let missing = unavailable(&bytes)?;
		if !missing.is_empty() {
			return Err(format!("a validator does not offer {}", missing.join(", ")).into());
		}
		let program = Program::new(bytes.clone());
		Ok(Self { validator: Validator::new(&bytes)?, bytes, program })
	}
}

fn main() -> Outcome<()> {
	let mut arguments = env::args_os().skip(1);
	let folder = arguments
		.next()
		.map(PathBuf::from)
		.ok_or("usage: validate-blocks FOLDER [FIRST [LAST]]")?;
	let mut number = || -> Outcome<Option<u32>> {
		let Some(argument) = arguments.next() else { return Ok(None) };
		Ok(Some(argument.to_str().ok_or("a number is not a number")?.parse()?))
	};
	let (first, last) = (number()?, number()?);

	let database = Database::open(&folder)?;
	let newest = database.newest();
	let blocks = first.unwrap_or(1).max(1)..=last.unwrap_or(newest).min(newest);
	let mut code: Option<Code> = None;
	let (mut count, mut longest, mut largest) = (0, (Duration::ZERO, 0), (0, 0));
	for number in blocks {
		let bytes = database.code(number)?;
		let current = match code.take().filter(|code| code.bytes == bytes) {
			Some(code) => code,
			None => Code::new(bytes)?,
		};
		let verdict = database
			.bundle(number, &current.program)
			.and_then(|bundle| current.validator.validate(&bundle))
			.map_err(|error| format!("block {number} is not valid: {error}"))?;
		code = Some(current);
		count += 1;
		longest = longest.max((verdict.time, number));
		largest = largest.max((verdict.size, number));
	}
	if count == 0 {
		return Err("there is no block to validate".into());
	}
	println!(
		"{count} blocks are valid. The longest validation took {} ms (block {}); the largest block \
		 has {} bytes with its proof (block {}).",
		longest.0.as_millis(),
		longest.1,
		largest.0,
		largest.1,
	);
	Ok(())
}
