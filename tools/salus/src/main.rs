//! # salus
//!
//! The member's tool: makes a member's keys, proves that somebody of a ring binds an account, acts under the
//! pseudonyms that are bound, and seals documents. All secrets stay on the member's machine, in one file.
//!
//! | module | holds |
//! |---|---|
//! | `arguments` | the command line |
//! | `commands` | what each command does |
//! | `vault`, `passphrases`, `randomness` | key files, what opens them, and what their seeds are drawn from |
//! | `derive` | what is derived from a seed |
//! | `chain` | the connection to a node, and what is read from it |
//! | `proofs` | in which ring a member is, whether the ring is what the chain says, and the proof |
//! | `pseudonyms` | which pseudonyms are a member's own |
//! | `transactions`, `refusals` | how a call is signed and sent, and why it was refused |
//! | `sealing` | sealed documents |
//! | `texts`, `hex` | how things are written and read |
//!
//! What is asked of a node tells it something: so whole lists are asked for, and searched here.

mod arguments;
mod chain;
mod commands;
mod derive;
mod hex;
mod passphrases;
mod proofs;
mod pseudonyms;
mod randomness;
mod refusals;
mod sealing;
mod texts;
mod transactions;
mod vault;

use arguments::{Arguments, Command, KeyCommand, SealingKeyCommand};
use clap::Parser;
use commands::{acts, bind, contexts, documents, keys, pseudonyms as own, rings, sealing_keys};
use std::{error::Error, process::ExitCode};
use tokio::runtime::Builder;

/// What a step comes to; what goes wrong is told in one line.
type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> ExitCode {
	let arguments = Arguments::parse();
	match run(arguments) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("salus: {}", error.to_string().replace('\n', " "));
			ExitCode::FAILURE
		}
	}
}

fn run(Arguments { options, command }: Arguments) -> Outcome<()> {
	let runtime = Builder::new_current_thread().enable_all().build()?;
	runtime.block_on(async {
		match command {
			Command::Key(KeyCommand::New(command)) => keys::new(&options, command),
			Command::Key(KeyCommand::Show(command)) => keys::show(command),
			Command::Key(KeyCommand::Register(command)) => keys::register(&options, command).await,
			Command::Key(KeyCommand::Withdraw(command)) => keys::withdraw(&options, command).await,
			Command::Contexts => contexts::list(&options).await,
			Command::Ring(command) => rings::show(&options, command).await,
			Command::Bind(command) => bind::bind(&options, command).await,
			Command::Pseudonyms(command) => own::list(&options, command).await,
			Command::Appeal(command) => acts::appeal(&options, command).await,
			Command::CloseAppeal(command) => acts::close_appeal(&options, command).await,
			Command::Complain(command) => acts::complain(&options, command).await,
			Command::Rate(command) => acts::rate(&options, command).await,
			Command::Vote(command) => acts::vote(&options, command).await,
			Command::SealingKey(SealingKeyCommand::Publish(command)) => {
				sealing_keys::publish(&options, command).await
			}
			Command::Seal(command) => documents::seal(&options, command).await,
			Command::Open(command) => documents::open(&options, command).await,
			Command::Receive(command) => documents::receive(&options, command).await,
		}
	})
}
