//! Runs the program.

use std::{
	io::Write,
	path::PathBuf,
	process::{Command, Stdio},
};

/// What a run leaves behind.
pub struct Run {
	/// The exit status.
	pub status: Option<i32>,
	/// Standard output.
	pub out: String,
	/// Standard error.
	pub err: String,
}

/// Runs `salus-analysis` on this input, whose file is `-`.
pub fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
	let mut child = Command::new(env!("CARGO_BIN_EXE_salus-analysis"))
		.args(arguments)
		.stdin(Stdio::piped())
		.stdout(Stdio::piped())
		.stderr(Stdio::piped())
		.spawn()
		.expect("the program starts");
	// A run that fails early does not read.
	let _ = child.stdin.take().expect("piped").write_all(input.as_ref());
	let output = child.wait_with_output().expect("the program ends");
	Run {
		status: output.status.code(),
		out: String::from_utf8(output.stdout).expect("UTF-8"),
		err: String::from_utf8(output.stderr).expect("UTF-8"),
	}
}

/// The answer of a run that succeeds.
#[track_caller]
pub fn answer(arguments: &[&str], input: impl AsRef<[u8]>) -> String {
	let Run { status, out, err } = run(arguments, input);
	assert_eq!((status, err.as_str()), (Some(0), ""));
	out
}

/// What a run complains about that answers nothing.
#[track_caller]
pub fn complaint(arguments: &[&str], input: impl AsRef<[u8]>) -> String {
	let Run { status, out, err } = run(arguments, input);
	assert_eq!((status, out.as_str()), (Some(2), ""));
	err
}

/// A file among the test data of `salus-analysis`.
pub fn data(name: &str) -> String {
	let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(name);
	std::fs::read_to_string(path).expect("the file is in the repository")
}
