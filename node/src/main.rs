//! The program that hosts the Salus runtime: a development chain on one machine, or a collator or
//! full node of a network.

mod chain_spec;
mod cli;
mod dev_chain;

use cli::{Commands, FirstLook, Salus};
use polkadot_omni_node_lib::{run_with_custom_cli, runtime::DefaultRuntimeResolver, RunConfig};
use std::process::ExitCode;

/// Why something could not be done, in words for whoever runs the program. Boxed: the libraries'
/// own errors are large, and nothing here asks which one it was.
type Error = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
	match cli::first_look(std::env::args_os()) {
		FirstLook::Proceed => (),
		FirstLook::ShortHelp => {
			print!("{}", cli::short_help());
			return ExitCode::SUCCESS;
		}
		FirstLook::FullHelp => {
			return match cli::command().print_long_help() {
				Ok(()) => ExitCode::SUCCESS,
				Err(_) => ExitCode::FAILURE,
			}
		}
		FirstLook::UseDev(flag) => {
			eprintln!(
				"{flag} is not offered here, because its clock is not the real one: start the \
				 development chain with `salus-node dev`."
			);
			return ExitCode::from(2);
		}
		FirstLook::OneBlockPerSlot => eprintln!(
			"This collator makes one block in six seconds. The chain aims at three: add \
			 `--authoring slot-based`."
		),
	}

	let config =
		RunConfig::new(Box::new(DefaultRuntimeResolver), Box::new(chain_spec::Specifications));
	match run_with_custom_cli::<Salus, Commands>(config) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		}
	}
}
