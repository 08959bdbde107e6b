//! What the program says when the development chain is ready: where to connect, what the chain
//! holds, and whose keys there are.

use super::state::State;
use crate::Error;
use salus_runtime::WASM_BINARY;
use sp_keyring::Sr25519Keyring;
use std::fmt::Write;

/// The text, for clients that connect to `port` on this machine.
pub fn text(state: &State, port: u16) -> Result<String, Error> {
	let mut text = String::new();
	writeln!(text, "\nThe development chain is ready.\n")?;
	writeln!(
		text,
		"  Polkadot.js Apps  https://polkadot.js.org/apps/?rpc=ws%3A%2F%2F127.0.0.1%3A{port}"
	)?;
	writeln!(text, "  Other clients     ws://127.0.0.1:{port}\n")?;

	let counts = state.counts()?.map(|(count, [one, several])| match count {
		1 => format!("1 {one}"),
		_ => format!("{count} {several}"),
	});
	writeln!(text, "It holds {}.", counts.join(", "))?;
	let agents = agents(state)?;
	if !agents.is_empty() {
		writeln!(text, "Development keys that act for an institution:\n\n{agents}")?;
	}
	if WASM_BINARY.map_or(Ok(false), |code| state.runs(code).map(|same| !same))? {
		writeln!(
			text,
			"The chain goes on with the runtime it started with or was last upgraded to, which is \
			 not the one in this program. To have this one, start over with --fresh.\n"
		)?;
	}
	Ok(text)
}

fn agents(state: &State) -> Result<String, Error> {
	let mut lines = String::new();
	for key in Sr25519Keyring::iter() {
		let Some((agent, institution)) = state.agent(key)? else { continue };
		let roles: Vec<_> =
			agent.roles.iter().map(|role| format!("{role:?}").to_lowercase()).collect();
		writeln!(
			lines,
			"  {:<17} {}, {} ({})",
			format!("//{}", <&str>::from(key)),
			String::from_utf8_lossy(&institution.name.0),
			String::from_utf8_lossy(&institution.region.0),
			roles.join(", "),
		)?;
	}
	Ok(lines)
}
