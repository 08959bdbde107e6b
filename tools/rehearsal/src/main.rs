//! Writes the next version of the runtime, compressed, to the file that the argument names.

use std::process::ExitCode;

fn main() -> ExitCode {
	let mut arguments = std::env::args_os().skip(1);
	let (Some(file), None) = (arguments.next(), arguments.next()) else {
		eprintln!("usage: next-runtime FILE");
		return ExitCode::from(2);
	};
	let Some(code) = salus_rehearsal::WASM_BINARY else {
		eprintln!("built without WASM");
		return ExitCode::FAILURE;
	};
	match std::fs::write(&file, code) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("{}: {error}", file.display());
			ExitCode::FAILURE
		}
	}
}
