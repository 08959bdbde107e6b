//! The development chain: one machine, no relay chain, and time that is real.
//!
//! The node library has a development mode too. It starts two hours in the past and counts blocks
//! rather than seconds from there, which no trail can be shown on; hence this one.
//!
//! | module | does |
//! |---|---|
//! | [`clock`] | decides what time a block carries |
//! | [`author`] | makes a block at each tick |
//! | [`service`] | wires client, pool, off-chain workers and RPC around it |
//! | [`state`] | reads the chain's state |
//! | [`welcome`] | says where to connect, and what the chain holds |

mod author;
mod clock;
mod service;
mod state;
mod welcome;

use crate::{cli::Salus, Error};
use sc_cli::{
	CliConfiguration, Cors, RpcEndpoint, RpcMethods, SharedParams, SubstrateCli, TracingReceiver,
	RPC_DEFAULT_MAX_CONNECTIONS, RPC_DEFAULT_MAX_REQUEST_SIZE_MB, RPC_DEFAULT_MAX_RESPONSE_SIZE_MB,
	RPC_DEFAULT_MAX_SUBS_PER_CONN, RPC_DEFAULT_MESSAGE_CAPACITY_PER_CONN, RPC_DEFAULT_PORT,
};
use sc_service::{
	config::{KeystoreConfig, OffchainWorkerConfig, RpcBatchRequestConfig},
	BasePath, BlocksPruning, Configuration, PruningMode, Role,
};
use std::{
	fs::{self, File, TryLockError},
	io,
	net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
	path::{self, PathBuf},
	time::Duration,
};

/// Memory for the database and for the tries above it: the chain of one machine is small, and a
/// laptop has other things to do.
const DATABASE_CACHE_MEBIBYTES: usize = 64;
const TRIE_CACHE_BYTES: usize = 64 * 1024 * 1024;

/// Run a development chain on this machine
///
/// It keeps real time, makes a block at a steady interval, finalizes it at once, keeps its database
/// and the state of every block, and goes on where it stopped. It needs no relay chain and speaks to
/// no other node.
///
/// Ctrl-C stops it.
#[derive(Debug, Clone, clap::Args)]
pub struct DevChain {
	/// Milliseconds from one block to the next, at least 500
	#[arg(
		long,
		value_name = "MS",
		default_value_t = 2_000,
		value_parser = clap::value_parser!(u64).range(500..=3_600_000),
	)]
	block_time: u64,

	/// Folder for the database [default: a folder of your user's, shown at the start]
	#[arg(long, short = 'd', value_name = "DIR")]
	base_path: Option<PathBuf>,

	/// Folder for runtimes as compiled for this machine, which later starts read; whoever can write
	/// there decides what the node runs [default: compiled/ in the folder of --base-path]
	#[arg(long, value_name = "DIR")]
	compiled: Option<PathBuf>,

	/// Start over: delete this chain's database first
	#[arg(long)]
	fresh: bool,

	/// Keep nothing: use a temporary folder and delete it at the end
	#[arg(long, conflicts_with_all = ["base_path", "fresh"])]
	tmp: bool,

	/// Whether off-chain workers run, which prove reports and plans and ring for standing orders
	#[arg(long, value_name = "WHEN", value_enum, default_value_t = Workers::Always)]
	offchain_worker: Workers,

	/// Port on which clients connect; 0 lets the system choose one
	#[arg(long, value_name = "PORT", default_value_t = RPC_DEFAULT_PORT)]
	rpc_port: u16,

	/// Let clients connect from other machines, to the safe calls only
	#[arg(long)]
	rpc_external: bool,

	/// Web pages that may connect: `all`, or a list of origins separated by commas
	#[arg(long, value_name = "ORIGINS", default_value = "all")]
	rpc_cors: Cors,

	/// Specification to start from, if not the embedded one: a path, or the name of another
	#[arg(long, value_name = "SPEC", default_value = "dev")]
	chain: String,

	/// What to log: a level (error, warn, info, debug, trace) or `target=level`, repeatable
	#[arg(long, short, value_name = "PATTERN", value_delimiter = ',')]
	log: Vec<String>,
}

/// When off-chain workers run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Workers {
	/// With every block.
	Always,
	/// Not at all: what they would do is left to others.
	Never,
}

impl DevChain {
	/// Runs the chain until it is told to stop.
	pub fn run(self) -> Result<(), Error> {
		let block_time = Duration::from_millis(self.block_time);
		let fresh = self.fresh;
		// The cache takes no other path.
		let compiled = self.compiled.as_ref().map(path::absolute).transpose()?;
		let settings = Settings::new(self)?;
		settings.check_port()?;
		Salus.create_runner(&settings)?.run_node_until_exit(|config| async move {
			let claim = claim(&config)?;
			if fresh {
				start_over(&config)?;
			}
			let compiled = compiled.unwrap_or_else(|| config.base_path.path().join("compiled"));
			let mut tasks =
				service::start(config, block_time, compiled).map_err(sc_cli::Error::Application)?;
			tasks.keep_alive(claim);
			Ok::<_, sc_cli::Error>(tasks)
		})?;
		Ok(())
	}
}

/// Makes this program the only one that uses the chain's folder, for as long as the result lives.
/// Before anything there is touched: another program's database is not to be deleted.
fn claim(config: &Configuration) -> Result<File, Error> {
	let folder = &config.data_path;
	let lock = folder.with_extension("lock");
	fs::create_dir_all(config.base_path.path().join("chains"))?;
	let file = File::create(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
	file.try_lock().map_err(|error| match error {
		TryLockError::WouldBlock => format!(
			"Another program is using {}. Stop it, or choose another folder with --base-path.",
			folder.display()
		),
		TryLockError::Error(error) => format!("{}: {error}", lock.display()),
	})?;
	Ok(file)
}

/// Deletes what the chain has kept. The folder is this chain's own, inside the base path.
fn start_over(config: &Configuration) -> io::Result<()> {
	match fs::remove_dir_all(&config.data_path) {
		Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
		_ => Ok(()),
	}
}

/// The settings as the node's parts want them.
struct Settings {
	shared: SharedParams,
	base_path: Option<BasePath>,
	workers: Workers,
	rpc: Vec<RpcEndpoint>,
}

impl Settings {
	fn new(command: DevChain) -> Result<Self, Error> {
		// What these say at the level of news repeats itself with every block or at every start.
		// Whoever wants it says so: later entries win.
		let quiet = [
			"basic-authorship",
			"sc_basic_authorship",
			"sc_sysinfo",
			"sub-libp2p",
			"sync",
			"txpool",
		];
		let quiet = quiet.into_iter().map(|target| format!("{target}=warn"));
		let log = quiet.chain(command.log).collect();
		let (ipv4, ipv6) = if command.rpc_external {
			(Ipv4Addr::UNSPECIFIED, Ipv6Addr::UNSPECIFIED)
		} else {
			(Ipv4Addr::LOCALHOST, Ipv6Addr::LOCALHOST)
		};
		let endpoint = |address: IpAddr, is_optional| RpcEndpoint {
			listen_addr: SocketAddr::new(address, command.rpc_port),
			batch_config: RpcBatchRequestConfig::Unlimited,
			max_connections: RPC_DEFAULT_MAX_CONNECTIONS,
			max_payload_in_mb: RPC_DEFAULT_MAX_REQUEST_SIZE_MB,
			max_payload_out_mb: RPC_DEFAULT_MAX_RESPONSE_SIZE_MB,
			max_subscriptions_per_connection: RPC_DEFAULT_MAX_SUBS_PER_CONN,
			max_buffer_capacity_per_connection: RPC_DEFAULT_MESSAGE_CAPACITY_PER_CONN,
			rate_limit: None,
			rate_limit_trust_proxy_headers: false,
			rate_limit_whitelisted_ips: vec![],
			cors: command.rpc_cors.clone().into(),
			rpc_methods: RpcMethods::Auto,
			is_optional,
			// A client that finds nothing at the port it was told is worse off than one that reads
			// why the node did not start.
			retry_random_port: false,
		};
		Ok(Self {
			rpc: vec![endpoint(ipv4.into(), false), endpoint(ipv6.into(), true)],
			workers: command.offchain_worker,
			base_path: if command.tmp {
				Some(BasePath::new_temp_dir()?)
			} else {
				command.base_path.map(BasePath::new)
			},
			shared: SharedParams {
				chain: Some(command.chain),
				dev: false,
				base_path: None,
				log,
				detailed_log_output: false,
				disable_log_color: false,
				enable_log_reloading: false,
				tracing_targets: None,
				tracing_receiver: TracingReceiver::Log,
			},
		})
	}
}

impl Settings {
	/// Fails if clients could not connect. The server would find out as well, but much later and in
	/// words that name no port.
	fn check_port(&self) -> Result<(), Error> {
		for endpoint in self.rpc.iter().filter(|endpoint| !endpoint.is_optional) {
			let address = endpoint.listen_addr;
			TcpListener::bind(address).map_err(|error| {
				format!(
					"Clients could not connect at {address}: {error}. Another chain may be running; \
					 choose another port with --rpc-port."
				)
			})?;
		}
		Ok(())
	}
}

impl CliConfiguration for Settings {
	fn shared_params(&self) -> &SharedParams {
		&self.shared
	}

	fn base_path(&self) -> sc_cli::Result<Option<BasePath>> {
		Ok(self.base_path.as_ref().map(|path| BasePath::new(path.path())))
	}

	fn role(&self, _: bool) -> sc_cli::Result<Role> {
		Ok(Role::Authority)
	}

	fn node_name(&self) -> sc_cli::Result<String> {
		Ok("development".into())
	}

	fn keystore_config(&self, folder: &PathBuf) -> sc_cli::Result<KeystoreConfig> {
		Ok(KeystoreConfig::Path { path: folder.join("keystore"), password: None })
	}

	fn offchain_worker(&self, _: &Role) -> sc_cli::Result<OffchainWorkerConfig> {
		let enabled = self.workers == Workers::Always;
		Ok(OffchainWorkerConfig { enabled, indexing_enabled: false })
	}

	/// A trail is read years later: every state stays.
	fn state_pruning(&self) -> sc_cli::Result<Option<PruningMode>> {
		Ok(Some(PruningMode::ArchiveAll))
	}

	fn blocks_pruning(&self) -> sc_cli::Result<BlocksPruning> {
		Ok(BlocksPruning::KeepFinalized)
	}

	fn database_cache_size(&self) -> sc_cli::Result<Option<usize>> {
		Ok(Some(DATABASE_CACHE_MEBIBYTES))
	}

	fn trie_cache_maximum_size(&self) -> sc_cli::Result<Option<usize>> {
		Ok(Some(TRIE_CACHE_BYTES))
	}

	fn rpc_addr(&self, _: u16) -> sc_cli::Result<Option<Vec<RpcEndpoint>>> {
		Ok(Some(self.rpc.clone()))
	}
}
