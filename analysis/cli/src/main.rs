//! # salus-analysis
//!
//! Efficiency reports and density curves for analysts, from CSV files: the arithmetic is that of
//! the chain, digit for digit.
//!
//! Exit status: 0, and the answer on standard output; or 2, nothing on standard output, and why on
//! standard error. What is wrong with a file takes one line, which names the line and the column.

mod arguments;
mod curves;
mod decimal;
mod efficiency;
mod mistakes;
mod picture;
mod problem;
mod table;

use arguments::{Arguments, Command};
use clap::Parser;
use problem::{Complaint, Problem};
use std::{
	io::{stdout, ErrorKind, Write},
	process::ExitCode,
};

fn main() -> ExitCode {
	let answer = match Arguments::parse().command {
		Command::Dea(question) => efficiency::answer(&question),
		Command::Density(question) => curves::answer(&question),
	};
	match answer.and_then(|answer| print(&answer)) {
		Ok(()) => ExitCode::SUCCESS,
		Err(complaint) => {
			eprintln!("salus-analysis: {complaint}");
			ExitCode::from(2)
		}
	}
}

/// Prints the whole answer. That a reader such as `head` has seen enough is no failure.
fn print(answer: &str) -> Result<(), Complaint> {
	let mut out = stdout().lock();
	match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
		Err(error) if error.kind() != ErrorKind::BrokenPipe => {
			Err(Problem::Unwritable(error).into())
		}
		_ => Ok(()),
	}
}
