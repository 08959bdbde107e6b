//! # What a read and a write of one storage item cost
//!
//! Fills the database that a node uses by default (RocksDB, with the default cache) with a genesis
//! state of a million entries, opens it again, and measures in the manner of the SDK's command
//! `benchmark storage`, which is not a part of this node:
//!
//! - reading: each entry once, in random order, under a proof recorder that lives for one block's
//!   worth of reads. The first pass after opening finds the database's own cache empty, the second
//!   one finds it warm (the SDK measures that one), and a third one follows the writes;
//! - writing: a block with new random values for random entries, from the computation of the state
//!   root until the database has committed the block, divided by the number of entries. Each block
//!   is final at once and the database keeps the states of few blocks, so that each measured commit
//!   also writes the journal and removes the nodes of an older block. The SDK leaves that out: its
//!   figure is to be compared with the one for an archive, which keeps all states.
//!
//! The trie cache is off, as in the SDK: every node on the way to an entry comes from the database.
//! The database does not wait for the disk after a commit, here as in a node, and the operating
//! system may hold the whole database in memory: what a disk costs is not in these figures.
//!
//! Prints nanoseconds per entry. The runtime charges the SDK's weights of RocksDB, and this says how
//! near they come; it writes nothing.

use codec::Encode;
use frame_support::{
	storage::storage_prefix, Blake2_128Concat, Blake2_256, StorageHasher, Twox128,
};
use salus_benchmarks::Outcome;
use salus_runtime::{Block, Hash, Header};
use sc_client_api::{Backend as _, BlockImportOperation, NewBlockState, TrieCacheContext};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use sp_core::storage::{StateVersion, Storage};
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{
	backend::{AsTrieBackend, Backend as _},
	TrieBackendBuilder,
};
use sp_trie::recorder::Recorder;
use std::{
	env, fs,
	path::Path,
	time::{Duration, Instant},
};

/// From which keys, values and orders are made.
const SEED: u64 = 2_026;
/// How many entries the state has.
const ENTRIES: u32 = 1_000_000;
/// The bytes of a value, from the fewest to the most.
const VALUE_BYTES: (usize, usize) = (20, 200);
/// MiB, the node's default.
const DATABASE_CACHE: usize = 1_024;
/// How many blocks keep their state. A node keeps 256; fewer are soon reached.
const STATES_KEPT: u32 = 16;
/// How many entries one recorder reads, or one block writes, for the weights.
const BLOCK: usize = 1_000;
/// The sizes of blocks that are written, and how many of each.
const BLOCKS: [(usize, u32); 3] = [(100, 400), (BLOCK, 200), (5_000, 60)];
const ARCHIVE_BLOCKS: u32 = 100;

fn main() -> Outcome<()> {
	let folder = env::args().nth(1).ok_or("usage: storage-cost FOLDER")?;
	let folder = tempfile::tempdir_in(folder)?;

	println!("{HEADER}");
	let mut chain =
		Chain::new(&folder.path().join("node"), PruningMode::blocks_pruning(STATES_KEPT))?;
	print("read, just opened", chain.read(0)?);
	print("read, again", chain.read(1)?);
	for (size, count) in BLOCKS {
		print(&format!("write, {size} in a block"), chain.write_blocks(size, count)?);
	}
	print("read, after the writes", chain.read(2)?);
	drop(chain);

	let mut archive = Chain::new(&folder.path().join("archive"), PruningMode::ArchiveAll)?;
	let times = archive.write_blocks(BLOCK, ARCHIVE_BLOCKS)?;
	print(&format!("write, {BLOCK} in a block of an archive"), times);
	Ok(())
}

/// Opens the database in `folder` as a node does by default, without the trie cache.
fn open(folder: &Path, pruning: PruningMode) -> Outcome<Backend<Block>> {
	let settings = DatabaseSettings {
		trie_cache_maximum_size: None,
		state_pruning: Some(pruning),
		source: DatabaseSource::RocksDb { path: folder.join("full"), cache_size: DATABASE_CACHE },
		blocks_pruning: BlocksPruning::KeepFinalized,
		pruning_filters: Vec::new(),
		metrics_registry: None,
	};
	// No block waits so long to be final here.
	const CANONICALIZATION_DELAY: u64 = 4_096;
	Ok(Backend::new(settings, CANONICALIZATION_DELAY)?)
}

/// Commits a genesis block with all entries.
fn fill(backend: &Backend<Block>) -> Outcome<Header> {
	let state = Storage {
		top: (0..ENTRIES).map(|entry| (key(entry), value(entry, 0))).collect(),
		children_default: Default::default(),
	};
	let mut operation = backend.begin_operation()?;
	let state_root = operation.set_genesis_state(state, true, StateVersion::V1)?;
	let header = header(0, Hash::default(), state_root);
	operation.set_block_data(
		header.clone(),
		Some(Vec::new()),
		None,
		None,
		NewBlockState::Final,
		true,
	)?;
	backend.commit_operation(operation)?;
	Ok(header)
}

fn header(number: u32, parent_hash: Hash, state_root: Hash) -> Header {
	Header {
		parent_hash,
		number,
		state_root,
		extrinsics_root: Hash::default(),
		digest: Default::default(),
	}
}

/// A chain in the database.
struct Chain {
	backend: Backend<Block>,
	newest: Header,
	/// Counts the blocks: no two of them write the same values.
	version: u32,
}

impl Chain {
	/// A genesis block with all entries, in a database that has been closed and opened since.
	fn new(folder: &Path, pruning: PruningMode) -> Outcome<Self> {
		fs::create_dir_all(folder)?;
		let newest = fill(&open(folder, pruning.clone())?)?;
		Ok(Self { backend: open(folder, pruning)?, newest, version: 0 })
	}

	/// Reads each entry once, and times each.
	fn read(&self, order: u32) -> Outcome<Vec<Duration>> {
		let keys: Vec<Vec<u8>> = shuffled(order).into_iter().map(key).collect();
		let state = self.backend.state_at(self.newest.hash(), TrieCacheContext::Untrusted)?;
		let mut times = Vec::with_capacity(keys.len());
		for block in keys.chunks(BLOCK) {
			let recorded = TrieBackendBuilder::wrap(state.as_trie_backend())
				.with_recorder(Recorder::<BlakeTwo256>::default())
				.build();
			for key in block {
				let start = Instant::now();
				let value = recorded.storage(key)?;
				times.push(start.elapsed());
				value.ok_or("an entry is missing")?;
			}
		}
		Ok(times)
	}

	/// Imports `count` blocks that write `size` entries each. The time for one entry in each block.
	fn write_blocks(&mut self, size: usize, count: u32) -> Outcome<Vec<Duration>> {
		// What is pruned while it is measured are blocks of the same size.
		for _ in 0..=STATES_KEPT {
			self.write(size)?;
		}
		(0..count).map(|_| self.write(size)).collect()
	}

	/// Imports a block that writes `size` entries. The time for one of them.
	fn write(&mut self, size: usize) -> Outcome<Duration> {
		self.version += 1;
		let changes: Vec<(Vec<u8>, Option<Vec<u8>>)> = (0..)
			.map(|draw: u32| {
				// An entry may be drawn twice: one of 400 in the largest blocks.
				let entry = number(&(SEED, "write", self.version, draw)) % u128::from(ENTRIES);
				u32::try_from(entry)
			})
			.take(size)
			.map(|entry| entry.map(|entry| (key(entry), Some(value(entry, self.version)))))
			.collect::<Result<_, _>>()?;
		let for_listeners = changes.clone();
		let parent = self.newest.hash();

		let start = Instant::now();
		let mut operation = self.backend.begin_operation()?;
		self.backend.begin_state_operation(&mut operation, parent)?;
		let (state_root, nodes) = {
			let state = operation.state()?.ok_or("the operation has no state")?;
			let recorded = TrieBackendBuilder::wrap(state.as_trie_backend())
				.with_recorder(Recorder::<BlakeTwo256>::default())
				.build();
			let changes = changes.iter().map(|(key, value)| (&key[..], value.as_deref()));
			recorded.storage_root(changes, StateVersion::V1)
		};
		let header = header(self.newest.number + 1, parent, state_root);
		operation.update_db_storage(nodes)?;
		operation.update_storage(for_listeners, Vec::new())?;
		operation.set_block_data(
			header.clone(),
			Some(Vec::new()),
			None,
			None,
			NewBlockState::Final,
			true,
		)?;
		self.backend.commit_operation(operation)?;
		let time = start.elapsed();

		self.newest = header;
		Ok(time / u32::try_from(size)?)
	}
}

/// A pseudo-random number, the same in each run.
fn number(of: &impl Encode) -> u128 {
	u128::from_le_bytes(Twox128::hash(&of.encode()))
}

/// All entries in a random order.
fn shuffled(order: u32) -> Vec<u32> {
	let mut entries: Vec<u32> = (0..ENTRIES).collect();
	entries.sort_by_cached_key(|entry| number(&(SEED, "read", order, entry)));
	entries
}

/// The key of an entry: an eighth of them in each of eight maps, hashed as the chain's maps are.
fn key(entry: u32) -> Vec<u8> {
	let (map, place) = (entry % 8, entry / 8);
	let account = || Blake2_128Concat::hash(&Blake2_256::hash(&(SEED, "account", entry).encode()));
	let (pallet, item, suffix) = match map {
		0 => ("Registry", "Books", (u64::from(place / 8), place % 8).encode()),
		1 => {
			let number = u64::from(place).to_be_bytes();
			let key = (place % 500, place % 7, number, number, place.to_be_bytes()).encode();
			("Registry", "HoldingsByCustodian", key)
		}
		2 => ("Circulation", "Transfers", u64::from(place).encode()),
		3 => ("Circulation", "Receipts", (u64::from(place / 4), (place % 4) as u16).encode()),
		4 | 5 => ("Supervision", "Records", (map, u64::from(place)).encode()),
		6 => ("Registry", "Agents", account()),
		_ => ("System", "Account", account()),
	};
	[&storage_prefix(pallet.as_bytes(), item.as_bytes())[..], &suffix].concat()
}

/// A value of an entry: another one for each version, always of the same length.
fn value(entry: u32, version: u32) -> Vec<u8> {
	let (least, most) = VALUE_BYTES;
	let length = least + (number(&(SEED, "length", entry)) % (most - least + 1) as u128) as usize;
	(0u8..)
		.flat_map(|part| Blake2_256::hash(&(SEED, entry, version, part).encode()))
		.take(length)
		.collect()
}

const HEADER: &str = "\
| nanoseconds | mean | median | p75 | p95 | p99 | max |
|---|---:|---:|---:|---:|---:|---:|";

/// Prints how long one way of reading or writing takes, of at least one time.
fn print(name: &str, times: Vec<Duration>) {
	let mut times: Vec<u64> = times.iter().map(|time| time.as_nanos() as u64).collect();
	times.sort_unstable();
	// The least time that so many of a hundred do not exceed.
	let percentile = |percent: usize| times[(times.len() * percent).div_ceil(100) - 1];
	let mean = times.iter().sum::<u64>().div_ceil(times.len() as u64);
	let figures =
		[mean, percentile(50), percentile(75), percentile(95), percentile(99), percentile(100)];
	println!("| {name} | {} |", figures.map(|figure| figure.to_string()).join(" | "));
}
