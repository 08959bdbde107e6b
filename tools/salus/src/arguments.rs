//! The command line.

use crate::texts::{self, End};
use clap::{ArgGroup, Args, Parser, Subcommand};
use salus_primitives::{Priority, RegionCode, Role};
use salus_runtime::AccountId;
use sp_core::H256;
use std::path::PathBuf;

/// Acts on the Salus chain as a member without saying which one.
///
/// Your institution registers a member key for a role. With others it enters a ring. From then on you prove,
/// without saying who you are, that an account belongs to somebody of the ring, and act by that account: appeal
/// for goods, complain, rate, vote in secret, send sealed documents.
///
/// All that is secret is in one key file. Whoever has it and its passphrase acts as you. Whoever loses it loses
/// the pseudonyms: keep a copy elsewhere, and the passphrase apart from both.
///
/// What this program does not hide is from where you connect: use somebody else's node, over a network that many
/// share, and not the one from which your institution's agents sign. The page privacy.md says more.
#[derive(Parser)]
#[command(name = "salus", version)]
pub struct Arguments {
	#[command(flatten)]
	pub options: Options,
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// Under what heading the options stand that every command has.
const EVERYWHERE: &str = "Options of every command";

/// What every command understands.
#[derive(Args)]
pub struct Options {
	/// The node to ask, and to hand transactions to.
	#[arg(long, global = true, help_heading = EVERYWHERE, value_name = "URL", default_value = "ws://127.0.0.1:9944")]
	pub endpoint: String,
	/// Act on no chain but the one whose first block has this hash.
	#[arg(long, global = true, help_heading = EVERYWHERE, value_name = "HASH", value_parser = texts::read_hash)]
	pub genesis: Option<H256>,
	/// Take the passphrase from the first line of this file, instead of asking for it.
	#[arg(long, global = true, help_heading = EVERYWHERE, value_name = "FILE")]
	pub passphrase_file: Option<PathBuf>,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
	/// Make a member key, show it, register it.
	#[command(subcommand)]
	Key(KeyCommand),
	/// List the contexts: what members may do without their names, and until when.
	Contexts,
	/// Show the rings of a role, and what waits to enter them.
	Ring(Ring),
	/// Bind a new account in a context: from then on it is your pseudonym there.
	///
	/// Making the proof takes some seconds. It goes to the node in a transaction without a signature and without
	/// a fee, and says of you that you are in the ring, and nothing else.
	///
	/// Before anything is proven, the ring that the node shows is compared with its root. A node that lies about
	/// both could find out who you are: so a second node of somebody else, the witness, is asked for the root too.
	#[command(group = ArgGroup::new("trust").required(true))]
	Bind(Bind),
	/// List your pseudonyms: in each context the account, how often it may still act, and its purse; its appeals,
	/// with what was promised to them, and its documents.
	Pseudonyms(Pseudonyms),
	/// Appeal for goods under a pseudonym.
	#[command(after_help = "Example:\n  \
		salus appeal receive.json --class 3 --region CN-HB --quantity 500 --priority urgent --until 14d")]
	Appeal(Appeal),
	/// Close an appeal of yours.
	#[command(group = ArgGroup::new("end").required(true))]
	CloseAppeal(CloseAppeal),
	/// Complain about an institution, or about a transfer, under a pseudonym.
	///
	/// The chain has the digest of your text alone. Keep the file as it is, and give it to the health commission
	/// by a way that does not name you.
	#[command(group = ArgGroup::new("about").required(true))]
	Complain(Complain),
	/// Rate an institution after a transfer that is over, under a pseudonym.
	Rate(Rate),
	/// Vote in secret on the referendum that a context is for.
	Vote(Vote),
	/// Publish the key to which documents for you are sealed.
	#[command(subcommand)]
	SealingKey(SealingKeyCommand),
	/// Seal a document so that nobody opens it but its receiver.
	#[command(group = ArgGroup::new("to").required(true))]
	Seal(Seal),
	/// Open a document that is sealed to you. It needs no node if --genesis is given and --document is not.
	#[command(group = ArgGroup::new("receiver").required(true))]
	Open(Open),
	/// Acknowledge that a sealed document has come.
	Receive(Receive),
}

/// What to do with a member key.
#[derive(Subcommand)]
pub enum KeyCommand {
	/// Make a member key, in a new key file.
	///
	/// Make one for each role: an institution registers a key for one role only. Nothing is overwritten.
	New(NewKey),
	/// Show what is public of a key file: its member key, and the institution's sealing key.
	Show(ShowKey),
	/// Register the member key for your institution and a role.
	///
	/// An agent of your institution in the role admin signs. If its key is in a wallet, let the call be printed:
	/// without --signer or --signer-file it is.
	Register(RegisterKey),
	/// Withdraw the institution's member key for a role: it is lost, stolen, or to be another.
	///
	/// If it is in a ring, it leaves with the next revision. Pseudonyms that were bound by it stay.
	Withdraw(WithdrawKey),
}

/// What [`KeyCommand::New`] is asked.
#[derive(Args)]
pub struct NewKey {
	/// The key file to write.
	pub file: PathBuf,
}

/// What [`KeyCommand::Show`] is asked.
#[derive(Args)]
pub struct ShowKey {
	/// The key file.
	pub file: PathBuf,
}

/// What [`KeyCommand::Register`] is asked.
#[derive(Args)]
pub struct RegisterKey {
	/// The key file.
	pub file: PathBuf,
	/// For which role: admin, stock, dispatch, receive, statistics or vote.
	#[arg(long, value_parser = texts::read_role)]
	pub role: Role,
	/// The number of your institution.
	#[arg(long, value_name = "NUMBER")]
	pub institution: u32,
	#[command(flatten)]
	pub signature: Signature,
}

/// What [`KeyCommand::Withdraw`] is asked.
#[derive(Args)]
pub struct WithdrawKey {
	/// For which role: admin, stock, dispatch, receive, statistics or vote.
	#[arg(long, value_parser = texts::read_role)]
	pub role: Role,
	/// The number of your institution.
	#[arg(long, value_name = "NUMBER")]
	pub institution: u32,
	#[command(flatten)]
	pub signature: Signature,
}

/// How an agent of the institution signs.
#[derive(Args)]
pub struct Signature {
	/// The agent's secret: a seed, a phrase, or a path such as //Alice. Others on this machine may see it: take
	/// --signer-file for a key that matters.
	#[arg(long, value_name = "SECRET", conflicts_with_all = ["signer_file", "print"])]
	pub signer: Option<String>,
	/// The same, in the first line of a file.
	#[arg(long, value_name = "FILE", conflicts_with = "print")]
	pub signer_file: Option<PathBuf>,
	/// Print the call, to be signed elsewhere: in Polkadot.js Apps under Developer, Extrinsics, Decode.
	#[arg(long)]
	pub print: bool,
}

/// What [`Command::Ring`] is asked.
#[derive(Args)]
pub struct Ring {
	/// Of which role: admin, stock, dispatch, receive, statistics or vote.
	#[arg(long, value_parser = texts::read_role)]
	pub role: Role,
	/// Say too where the member key of this key file is.
	#[arg(long, value_name = "FILE")]
	pub key: Option<PathBuf>,
}

/// What [`Command::Bind`] is asked.
#[derive(Args)]
pub struct Bind {
	/// The key file.
	pub file: PathBuf,
	/// The number of the context.
	#[arg(long, value_name = "NUMBER")]
	pub context: u32,
	/// A second node, of somebody else, that must tell the same root of the ring.
	#[arg(long, value_name = "URL", group = "trust")]
	pub witness: Option<String>,
	/// Believe the node. Right if it is your own.
	#[arg(long, group = "trust")]
	pub no_witness: bool,
}

/// What [`Command::Pseudonyms`] is asked.
#[derive(Args)]
pub struct Pseudonyms {
	/// The key file.
	pub file: PathBuf,
}

/// Under which pseudonym something is done.
#[derive(Args)]
pub struct Actor {
	/// The key file.
	pub file: PathBuf,
	/// The number of the context, if you have a pseudonym in several of this purpose.
	#[arg(long, value_name = "NUMBER")]
	pub context: Option<u32>,
}

/// What [`Command::Appeal`] is asked.
#[derive(Args)]
pub struct Appeal {
	#[command(flatten)]
	pub actor: Actor,
	/// The number of the class of goods.
	#[arg(long, value_name = "NUMBER")]
	pub class: u32,
	/// Where it is needed, by its ISO 3166-2 code: CN for the whole country, CN-HB for Hubei. The larger the
	/// region, the less it says about you.
	#[arg(long, value_name = "CODE", value_parser = texts::read_region)]
	pub region: RegionCode,
	/// How much, in base units of the class.
	#[arg(long, value_name = "UNITS")]
	pub quantity: u64,
	/// How urgent: routine, urgent, asap or stat.
	#[arg(long, value_parser = texts::read_priority)]
	pub priority: Priority,
	/// Until when it can be promised: 14d or 36h from now, 2026-12-24 for all of that day, or 2026-12-24T18:00
	/// (UTC).
	#[arg(long, value_name = "TIME", value_parser = texts::read_end)]
	pub until: End,
}

/// What [`Command::CloseAppeal`] is asked.
#[derive(Args)]
pub struct CloseAppeal {
	#[command(flatten)]
	pub actor: Actor,
	/// The number of the appeal.
	#[arg(long, value_name = "NUMBER")]
	pub appeal: u64,
	/// What was needed has come.
	#[arg(long, group = "end")]
	pub served: bool,
	/// It is not needed any more.
	#[arg(long, group = "end")]
	pub withdrawn: bool,
}

/// What [`Command::Complain`] is asked.
#[derive(Args)]
pub struct Complain {
	#[command(flatten)]
	pub actor: Actor,
	/// The number of the institution that it is about.
	#[arg(long, value_name = "NUMBER", group = "about")]
	pub institution: Option<u32>,
	/// The number of the transfer that it is about. It has two parties: one of them will be taken for you.
	#[arg(long, value_name = "NUMBER", group = "about")]
	pub transfer: Option<u64>,
	/// The file with the text.
	#[arg(long, value_name = "FILE")]
	pub text_file: PathBuf,
}

/// What [`Command::Rate`] is asked.
#[derive(Args)]
pub struct Rate {
	#[command(flatten)]
	pub actor: Actor,
	/// The number of the transfer.
	#[arg(long, value_name = "NUMBER")]
	pub transfer: u64,
	/// The number of the institution, which sent or received in it.
	#[arg(long, value_name = "NUMBER")]
	pub institution: u32,
	/// How: bad, poor, fair, good or excellent.
	#[arg(long, value_parser = texts::read_rating)]
	pub rating: pallet_protection::Rating,
}

/// What [`Command::Vote`] is asked.
#[derive(Args)]
pub struct Vote {
	/// The key file.
	pub file: PathBuf,
	/// The number of the context.
	#[arg(long, value_name = "NUMBER")]
	pub context: u32,
	/// aye or nay. A later vote replaces this one, as often as the context allows.
	#[arg(value_parser = texts::read_vote)]
	pub vote: texts::Vote,
}

/// What to do with a sealing key.
#[derive(Subcommand)]
pub enum SealingKeyCommand {
	/// Publish it, for a pseudonym of yours or for your institution.
	///
	/// Each pseudonym has a sealing key of its own, so that none tells whose it is. For an institution an agent in
	/// the role admin signs, as for `key register`.
	#[command(group = ArgGroup::new("party").required(true))]
	Publish(PublishSealingKey),
}

/// What [`SealingKeyCommand::Publish`] is asked.
#[derive(Args)]
pub struct PublishSealingKey {
	/// The key file.
	pub file: PathBuf,
	/// For your pseudonym in the context of this number.
	#[arg(long, value_name = "NUMBER", group = "party")]
	pub context: Option<u32>,
	/// For your institution.
	#[arg(long, group = "party")]
	pub for_institution: bool,
	#[command(flatten)]
	pub signature: Signature,
}

/// What [`Command::Seal`] is asked.
#[derive(Args)]
pub struct Seal {
	/// The number of the institution that receives it.
	#[arg(long, value_name = "NUMBER", group = "to")]
	pub to_institution: Option<u32>,
	/// The account of the pseudonym that receives it.
	#[arg(long, value_name = "ADDRESS", group = "to", value_parser = texts::read_account)]
	pub to_account: Option<AccountId>,
	/// The document.
	#[arg(long = "in", value_name = "FILE")]
	pub input: PathBuf,
	/// The new file for what is sealed.
	#[arg(long = "out", value_name = "FILE")]
	pub output: PathBuf,
	/// Note on the chain that it is on its way: under a pseudonym if --key is given, and otherwise for your
	/// institution, by an agent in the role dispatch.
	#[arg(long)]
	pub send: bool,
	#[command(flatten)]
	pub sender: Correspondent,
}

/// Who sends or acknowledges a document.
#[derive(Args)]
pub struct Correspondent {
	/// The key file of the pseudonym.
	#[arg(long, value_name = "FILE", conflicts_with_all = ["signer", "signer_file", "print"])]
	pub key: Option<PathBuf>,
	/// The number of the pseudonym's context, if you have several.
	#[arg(long, value_name = "NUMBER", requires = "key")]
	pub context: Option<u32>,
	#[command(flatten)]
	pub signature: Signature,
}

/// What [`Command::Open`] is asked.
#[derive(Args)]
pub struct Open {
	/// The key file.
	pub file: PathBuf,
	/// It is sealed to the institution of this number.
	#[arg(long, value_name = "NUMBER", group = "receiver")]
	pub institution: Option<u32>,
	/// It is sealed to your pseudonym in the context of this number.
	#[arg(long, value_name = "NUMBER", group = "receiver")]
	pub context: Option<u32>,
	/// The sealed document.
	#[arg(long = "in", value_name = "FILE")]
	pub input: PathBuf,
	/// The new file for the document.
	#[arg(long = "out", value_name = "FILE")]
	pub output: PathBuf,
	/// Compare it with what the chain says of the document of this number.
	#[arg(long, value_name = "NUMBER")]
	pub document: Option<u64>,
}

/// What [`Command::Receive`] is asked.
#[derive(Args)]
pub struct Receive {
	/// The number of the document.
	#[arg(long, value_name = "NUMBER")]
	pub document: u64,
	#[command(flatten)]
	pub receiver: Correspondent,
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	fn parse(line: &str) -> Result<Arguments, clap::Error> {
		Arguments::try_parse_from(line.split(' '))
	}

	#[test]
	fn the_command_line_is_well_formed() {
		Arguments::command().debug_assert();
	}

	#[test]
	fn every_command_is_understood() {
		for line in [
			"salus key new key.json",
			"salus key show key.json",
			"salus key register key.json --role receive --institution 2 --signer //Alice",
			"salus key register key.json --role vote --institution 2 --signer-file alice.txt",
			"salus key register key.json --role vote --institution 2 --print",
			"salus key withdraw --role vote --institution 2 --signer-file alice.txt",
			"salus key withdraw --role vote --institution 2",
			"salus contexts --endpoint ws://[::1]:9955",
			"salus ring --role receive --key key.json",
			"salus bind key.json --context 3 --witness wss://node.example",
			"salus bind key.json --context 3 --no-witness",
			"salus pseudonyms key.json --passphrase-file passphrase.txt",
			"salus appeal key.json --class 1 --region CN-HB --quantity 500 --priority stat --until 14d",
			"salus close-appeal key.json --appeal 4 --served",
			"salus complain key.json --transfer 4 --text-file letter.txt",
			"salus rate key.json --transfer 4 --institution 2 --rating good",
			"salus vote key.json --context 3 aye",
			"salus sealing-key publish key.json --context 3",
			"salus sealing-key publish key.json --for-institution --print",
			"salus seal --to-institution 2 --in letter.txt --out letter.sealed",
			"salus seal --to-institution 2 --in a --out b --send --key key.json --context 3",
			"salus seal --to-institution 2 --in a --out b --send --signer-file alice.txt",
			"salus open key.json --institution 2 --in letter.sealed --out letter.txt",
			"salus receive --document 5 --key key.json",
		] {
			assert!(parse(line).is_ok(), "{line}: {}", parse(line).err().expect("it is an error"));
		}
	}

	#[test]
	fn what_contradicts_itself_or_lacks_something_is_refused() {
		for line in [
			"salus",
			"salus key new",
			"salus bind key.json --context 3",
			"salus bind key.json --context 3 --witness wss://node.example --no-witness",
			"salus key register key.json --role chef --institution 2",
			"salus key register key.json --role vote --institution 2 --signer //Alice --print",
			"salus close-appeal key.json --appeal 4",
			"salus close-appeal key.json --appeal 4 --served --withdrawn",
			"salus complain key.json --text-file letter.txt",
			"salus complain key.json --transfer 4 --institution 2 --text-file letter.txt",
			"salus vote key.json --context 3 abstain",
			"salus vote key.json aye",
			"salus sealing-key publish key.json",
			"salus seal --in a --out b",
			"salus seal --to-institution 2 --in a --out b --send --key key.json --signer //Alice",
			"salus seal --to-institution 2 --in a --out b --context 3",
			"salus open key.json --in a --out b",
			"salus --genesis 0x12 contexts",
		] {
			assert!(parse(line).is_err(), "{line}");
		}
	}
}
