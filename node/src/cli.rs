//! What the command line understands, beyond what every parachain node does.

use crate::{
	chain_spec::{ExportChainSpec, Specifications},
	dev_chain::DevChain,
};
use clap::{parser::ValueSource, ArgMatches, Command, CommandFactory, Subcommand};
use cumulus_client_service::storage_proof_size;
use frame_benchmarking_cli::PalletCmd;
use polkadot_omni_node_lib::{
	chain_spec::LoadSpec, cli::Cli, extra_subcommand::ExtraSubcommand, CliConfig, RunConfig,
};
use salus_runtime::opaque::Block;
use sc_cli::SubstrateCli;
use sc_service::ChainSpec;
use sp_runtime::traits::HashingFor;
use std::ffi::OsString;

/// How the program presents itself.
pub struct Salus;

impl CliConfig for Salus {
	fn impl_version() -> String {
		env!("CARGO_PKG_VERSION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"the repository that this program was built from".into()
	}

	fn copyright_start_year() -> u16 {
		2026
	}
}

impl SubstrateCli for Salus {
	fn impl_name() -> String {
		"Salus".into()
	}

	fn impl_version() -> String {
		<Self as CliConfig>::impl_version()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		<Self as CliConfig>::author()
	}

	fn support_url() -> String {
		<Self as CliConfig>::support_url()
	}

	fn copyright_start_year() -> i32 {
		<Self as CliConfig>::copyright_start_year().into()
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		Specifications.load_spec(id)
	}
}

/// Our own commands, beside those of the node library.
#[derive(Subcommand)]
pub enum Commands {
	/// Run a development chain on this machine
	Dev(DevChain),
	/// Show or write a chain specification
	ExportChainSpec(ExportChainSpec),
	/// Measure the weights of the runtime's calls
	///
	/// Takes a runtime built with its feature `runtime-benchmarks`; the program itself needs no
	/// such feature. See `scripts/benchmark`.
	BenchmarkPallet(Box<PalletCmd>),
}

impl ExtraSubcommand for Commands {
	fn handle(self, _: &RunConfig) -> sc_cli::Result<()> {
		match self {
			Self::Dev(command) => Ok(command.run()?),
			Self::ExportChainSpec(command) => Ok(command.run()?),
			Self::BenchmarkPallet(command) => {
				command.run_with_spec::<HashingFor<Block>, storage_proof_size::HostFunctions>(None)
			}
		}
	}
}

/// The whole command line.
pub fn command() -> Command {
	let command = Commands::augment_subcommands(Cli::<Salus>::command());
	Cli::<Salus>::setup_command(command)
}

/// A page that a newcomer can read.
pub fn short_help() -> &'static str {
	include_str!("help.txt")
}

/// What to do with a command line before the node library sees it.
#[derive(Debug, PartialEq, Eq)]
pub enum FirstLook {
	/// Hand it on.
	Proceed,
	/// Show the page for newcomers.
	ShortHelp,
	/// Show every option.
	FullHelp,
	/// Point to our development chain: this option would start another, with an invented clock.
	UseDev(&'static str),
	/// Hand it on, and say what this collator will not do: it was not told to make several blocks in
	/// a slot.
	OneBlockPerSlot,
}

/// Catches what the node library would answer less well.
pub fn first_look(arguments: impl IntoIterator<Item = OsString>) -> FirstLook {
	let arguments: Vec<_> = arguments.into_iter().collect();
	match arguments.get(1..) {
		None | Some([]) => return FirstLook::ShortHelp,
		Some([only]) if ["-h", "--help", "help"].iter().any(|help| only == help) => {
			return FirstLook::ShortHelp
		}
		Some([only]) if only == "--help-all" => return FirstLook::FullHelp,
		Some(_) => (),
	}
	match command().try_get_matches_from(arguments) {
		Ok(matches) if matches.subcommand_name().is_none() => match dev_option(&matches) {
			Some(option) => FirstLook::UseDev(option),
			None if makes_one_block_per_slot(&matches) => FirstLook::OneBlockPerSlot,
			None => FirstLook::Proceed,
		},
		// Whatever is wrong, the library says so in the same words.
		_ => FirstLook::Proceed,
	}
}

fn dev_option(matches: &ArgMatches) -> Option<&'static str> {
	let is_set = |flag| matches.try_get_one(flag).ok().flatten() == Some(&true);
	let chain = matches.try_get_one::<String>("chain").ok().flatten();
	if is_set("dev") {
		Some("--dev")
	} else if is_set("instant_seal") {
		Some("--instant-seal")
	} else if matches.try_get_one::<u64>("dev_block_time").ok().flatten().is_some() {
		Some("--dev-block-time")
	} else if chain.is_some_and(|chain| chain == "dev") {
		Some("--chain dev")
	} else {
		None
	}
}

/// Whether the program is to make blocks, in the library's default way: one for each relay chain
/// block, whatever rate the runtime aims at.
fn makes_one_block_per_slot(matches: &ArgMatches) -> bool {
	let is_set = |flag| matches.try_get_one(flag).ok().flatten() == Some(&true);
	is_set("collator")
		&& !is_set("experimental_use_slot_based")
		&& matches.value_source("authoring") == Some(ValueSource::DefaultValue)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn look(line: &str) -> FirstLook {
		first_look(line.split(' ').map(OsString::from))
	}

	#[test]
	fn a_newcomer_gets_the_short_page() {
		for line in ["salus-node", "salus-node --help", "salus-node -h", "salus-node help"] {
			assert_eq!(look(line), FirstLook::ShortHelp, "{line}");
		}
		assert_eq!(look("salus-node --help-all"), FirstLook::FullHelp);
	}

	#[test]
	fn the_development_mode_with_an_invented_clock_is_not_offered() {
		for (line, option) in [
			("salus-node --dev", "--dev"),
			("salus-node --chain local --dev", "--dev"),
			("salus-node --chain local --instant-seal", "--instant-seal"),
			("salus-node --chain local --dev-block-time 2000", "--dev-block-time"),
			("salus-node --chain dev", "--chain dev"),
		] {
			assert_eq!(look(line), FirstLook::UseDev(option), "{line}");
		}
	}

	#[test]
	fn a_collator_that_makes_one_block_per_slot_is_told() {
		for line in [
			"salus-node --collator --chain local",
			"salus-node --chain local --collator -- --chain relay.json",
		] {
			assert_eq!(look(line), FirstLook::OneBlockPerSlot, "{line}");
		}
	}

	#[test]
	fn everything_else_is_handed_on() {
		for line in [
			"salus-node dev",
			"salus-node dev --help",
			"salus-node --version",
			"salus-node purge-chain --dev",
			"salus-node --collator --authoring slot-based --chain local -- --dev",
			"salus-node --collator --authoring lookahead --chain local",
			"salus-node --no-such-option",
		] {
			assert_eq!(look(line), FirstLook::Proceed, "{line}");
		}
	}

	#[test]
	fn the_short_page_names_every_command() {
		let page = short_help();
		for command in command().get_subcommands().filter(|command| !command.is_hide_set()) {
			let name = command.get_name();
			// Deprecated in favour of chain-spec-builder and export-chain-spec.
			if name != "build-spec" {
				assert!(page.contains(name), "{name}");
			}
		}
	}
}
