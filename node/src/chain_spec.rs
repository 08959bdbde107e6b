//! The specifications the program knows by name.
//!
//! There is one source for what a chain starts with: the presets of the runtime that is embedded
//! here. The files in `chain-specs/` are written from these functions, for people to review, and
//! checked against them; the program reads none of them.

use crate::Error;
use polkadot_omni_node_lib::chain_spec::{Extensions, GenericChainSpec, LoadSpec};
use salus_runtime::{
	configs::system::SS58Prefix,
	presets::{self, PARA_ID},
	TOKEN, WASM_BINARY,
};
use sc_service::{ChainSpec, ChainType, Properties};
use serde_json::{Map, Value};
use std::{
	fs,
	io::{stdout, Write},
	path::PathBuf,
};

/// What a named chain is made of.
struct Named {
	/// The name on the command line.
	name: &'static str,
	/// What people see.
	title: &'static str,
	/// What tells this chain from others, also in the path of its database.
	id: &'static str,
	chain_type: ChainType,
	/// The genesis state, by the name the runtime gives it.
	preset: &'static str,
}

const NAMED: [Named; 2] = [
	Named {
		name: "dev",
		title: "Salus development",
		id: "salus-dev",
		chain_type: ChainType::Development,
		preset: "development",
	},
	Named {
		name: "local",
		title: "Salus local testnet",
		id: "salus-local",
		chain_type: ChainType::Local,
		preset: "local_testnet",
	},
];

/// The relay chain of both: one of the kind that developers start on their own machines.
const RELAY_CHAIN: &str = "rococo-local";

impl Named {
	fn specification(&self) -> Result<GenericChainSpec, String> {
		let code = WASM_BINARY.ok_or(
			"This program was built with SKIP_WASM_BUILD and carries no runtime. Name a \
			 specification file, or build it again without that setting.",
		)?;
		let genesis = presets::get(&self.preset.into())
			.ok_or_else(|| format!("The runtime has no preset named {}.", self.preset))?;
		let genesis = serde_json::from_slice(&genesis).map_err(|error| error.to_string())?;
		let (symbol, decimals) = TOKEN;
		let properties = Properties::from_iter([
			("tokenSymbol".into(), symbol.into()),
			("tokenDecimals".into(), decimals.into()),
			("ss58Format".into(), SS58Prefix::get().into()),
		]);
		Ok(GenericChainSpec::builder(code, Extensions::new(RELAY_CHAIN.into(), PARA_ID))
			.with_name(self.title)
			.with_id(self.id)
			.with_chain_type(self.chain_type.clone())
			.with_protocol_id(self.id)
			.with_properties(properties)
			.with_genesis_config_patch(genesis)
			.build())
	}
}

/// Finds a specification by name, or reads it from a file.
pub struct Specifications;

impl LoadSpec for Specifications {
	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		let specification = match NAMED.iter().find(|named| named.name == id) {
			Some(named) => named.specification()?,
			None if id.is_empty() => {
				return Err("Say which chain: --chain local, or --chain FILE. For a chain on this \
				            machine alone, use `salus-node dev`."
					.into())
			}
			None => GenericChainSpec::from_json_file(PathBuf::from(id))
				.map_err(|error| format!("No chain is named {id}, and as a file: {error}"))?,
		};
		Ok(Box::new(specification))
	}
}

/// Show or write a chain specification.
#[derive(Debug, Clone, clap::Args)]
pub struct ExportChainSpec {
	/// Which one: dev, local, or the path of a file
	#[arg(long, value_name = "SPEC", default_value = "dev")]
	chain: String,
	/// The genesis state as storage entries rather than as a readable configuration
	#[arg(long, conflicts_with = "without_code")]
	raw: bool,
	/// Leave out the runtime's code, so that a person can read the rest
	#[arg(long)]
	without_code: bool,
	/// File to write; standard output if absent
	#[arg(long, short, value_name = "FILE")]
	output: Option<PathBuf>,
}

impl ExportChainSpec {
	/// Writes the specification.
	pub fn run(&self) -> Result<(), Error> {
		let mut json = Specifications.load_spec(&self.chain)?.as_json(self.raw)?;
		if self.without_code {
			json = without_code(&json)?;
		}
		json.push('\n');
		match &self.output {
			Some(path) => fs::write(path, json)?,
			None => stdout().write_all(json.as_bytes())?,
		}
		Ok(())
	}
}

/// The same specification, less its code, with every object's keys in alphabetical order: a file
/// that differs only where the chain does.
fn without_code(json: &str) -> serde_json::Result<String> {
	let mut specification: Value = serde_json::from_str(json)?;
	if let Some(Value::Object(genesis)) = specification.pointer_mut("/genesis/runtimeGenesis") {
		genesis.remove("code");
	}
	serde_json::to_string_pretty(&sorted(specification))
}

fn sorted(value: Value) -> Value {
	match value {
		Value::Object(entries) => {
			let mut entries: Vec<_> = entries.into_iter().collect();
			entries.sort_by(|(left, _), (right, _)| left.cmp(right));
			let sorted = entries.into_iter().map(|(key, value)| (key, sorted(value)));
			Value::Object(Map::from_iter(sorted))
		}
		Value::Array(values) => Value::Array(values.into_iter().map(sorted).collect()),
		other => other,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_reviewable_specification_has_everything_but_the_code() {
		let json = r#"{"name":"n","genesis":{"runtimeGenesis":{"code":"0x00","patch":{"b":1,"a":[{"d":1,"c":2}]}}}}"#;
		let expected = serde_json::json!({
			"name": "n",
			"genesis": { "runtimeGenesis": { "patch": { "a": [{ "c": 2, "d": 1 }], "b": 1 } } },
		});
		let json = without_code(json).expect("the input is JSON");
		assert_eq!(json, serde_json::to_string_pretty(&sorted(expected)).expect("it is JSON"));
		assert!(json.find(r#""a""#) < json.find(r#""b""#));
	}

	#[test]
	fn an_unknown_name_is_answered_with_what_was_tried() {
		let error = Specifications.load_spec("nowhere").expect_err("there is no such chain");
		assert!(error.starts_with("No chain is named nowhere"), "{error}");
		let error = Specifications.load_spec("").expect_err("no chain is named");
		assert!(error.contains("salus-node dev"), "{error}");
	}
}
