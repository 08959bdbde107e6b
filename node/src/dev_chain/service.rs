//! Wires the development chain: client, database, pool, off-chain workers, RPC, author.

use super::{author::Author, state::State, welcome};
use crate::Error;
use cumulus_primitives_core::GetParachainInfo;
use futures::FutureExt;
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use salus_runtime::{apis::RuntimeApi, opaque::Block};
use sc_basic_authorship::ProposerFactory;
use sc_client_api::Backend as _;
use sc_consensus::LongestChain;
use sc_consensus_manual_seal::consensus::aura::AuraConsensusDataProvider;
use sc_executor::WasmExecutor;
use sc_network::{
	config::{FullNetworkConfiguration, TransportConfig},
	multiaddr::Protocol,
	NetworkWorker, NotificationMetrics,
};
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{
	BuildGenesisBlock, BuildNetworkParams, ChainSpec, Configuration, GenesisBlockBuilder,
	RpcHandlers, SpawnTasksParams, TFullBackend, TFullClient, TaskManager,
};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{sr25519::AuthorityId, AuraApi};
use sp_core::H256;
use std::{path::PathBuf, sync::Arc, time::Duration};
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the runtime may call in the node; among it the proof size that weight reclaim asks for.
pub type HostFunctions = cumulus_client_service::ParachainHostFunctions;
pub type Backend = TFullBackend<Block>;
pub type Client = TFullClient<Block, RuntimeApi, WasmExecutor<HostFunctions>>;
pub type Pool = TransactionPoolHandle<Block, Client>;

/// Starts the chain, where it was or at its genesis. It runs until the returned tasks are dropped.
/// Compiled runtimes are kept in the folder `compiled`.
pub fn start(
	mut config: Configuration,
	block_time: Duration,
	compiled: PathBuf,
) -> Result<TaskManager, Error> {
	let executor = WasmExecutor::builder()
		.with_execution_method(config.executor.wasm_method)
		.with_max_runtime_instances(config.executor.max_runtime_instances)
		.with_runtime_cache_size(config.executor.runtime_cache_size)
		.with_cache_path(compiled)
		.build();
	let backend: Arc<Backend> = sc_service::new_db_backend(config.db_config())?;
	let genesis = Genesis {
		specification: config.chain_spec.cloned_box(),
		backend: backend.clone(),
		executor: executor.clone(),
	};
	let (client, backend, keystore_container, mut task_manager) =
		sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
			&config, None, executor, backend, genesis, false,
		)?;
	let client = Arc::new(client);
	let pool: Arc<Pool> = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.build(),
	);

	// The rest of the node expects a network. This one reaches nobody and opens no port.
	config.network.transport = TransportConfig::MemoryOnly;
	config.network.listen_addresses.clear();
	config.network.default_peers_set.in_peers = 0;
	config.network.default_peers_set.out_peers = 0;
	let (network, system_rpc_tx, tx_handler_controller, sync_service, _) =
		sc_service::build_network(BuildNetworkParams {
			net_config: FullNetworkConfiguration::<Block, H256, NetworkWorker<Block, H256>>::new(
				&config.network,
				None,
			),
			config: &config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue: sc_consensus_manual_seal::import_queue(
				Box::new(client.clone()),
				&task_manager.spawn_essential_handle(),
				None,
			),
			block_announce_validator_builder: None,
			warp_sync_config: None,
			block_relay: None,
			metrics: NotificationMetrics::new(None),
			gap_sync_body_policy: None,
		})?;

	if config.offchain_worker.enabled {
		let workers = OffchainWorkers::new(OffchainWorkerOptions {
			runtime_api_provider: client.clone(),
			keystore: Some(keystore_container.keystore()),
			offchain_db: backend.offchain_storage(),
			transaction_pool: Some(OffchainTransactionPoolFactory::new(pool.clone())),
			network_provider: Arc::new(network.clone()),
			is_validator: config.role.is_authority(),
			enable_http_requests: true,
			custom_extensions: |_| vec![],
		})?;
		task_manager.spawn_handle().spawn(
			"offchain-workers",
			"offchain-worker",
			workers.run(client.clone(), task_manager.spawn_handle()).boxed(),
		);
	}

	let best = client.info().best_hash;
	let author = Author {
		select_chain: LongestChain::new(backend.clone()),
		proposer: ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			pool.clone(),
			None,
			None,
		),
		digests: AuraConsensusDataProvider::new_with_slot_duration(slot_duration(&client, best)?),
		para_id: client.runtime_api().parachain_id(best)?,
		client: client.clone(),
		pool: pool.clone(),
		block_time,
	};

	let calls = rpc(client.clone(), pool.clone())?;
	let handlers = sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client: client.clone(),
		backend,
		task_manager: &mut task_manager,
		keystore: keystore_container.keystore(),
		transaction_pool: pool,
		rpc_builder: Box::new(always(calls)),
		network,
		system_rpc_tx,
		tx_handler_controller,
		sync_service,
		telemetry: None,
		tracing_execute_block: None,
	})?;

	// A chain of another runtime than ours may be laid out otherwise; it runs all the same.
	match welcome::text(&State::at(&client, best), port(&handlers)) {
		Ok(text) => println!("{text}"),
		Err(error) => log::warn!("What the chain holds cannot be read: {error}"),
	}

	// Last, so that a port that cannot be opened ends the program before a block is made.
	task_manager.spawn_essential_handle().spawn_blocking("block-author", None, author.run());
	Ok(task_manager)
}

/// Builds the genesis state when the database is empty, and only then: it takes compiling and
/// running the runtime, which would be lost time at every later start.
struct Genesis {
	specification: Box<dyn ChainSpec>,
	backend: Arc<Backend>,
	executor: WasmExecutor<HostFunctions>,
}

impl BuildGenesisBlock<Block> for Genesis {
	type BlockImportOperation = <Backend as sc_client_api::Backend<Block>>::BlockImportOperation;

	fn build_genesis_block(self) -> sp_blockchain::Result<(Block, Self::BlockImportOperation)> {
		let specification = self.specification.as_storage_builder();
		GenesisBlockBuilder::new(specification, true, self.backend, self.executor)?
			.build_genesis_block()
	}
}

/// The port on which clients connect; zero if there is none.
fn port(handlers: &RpcHandlers) -> u16 {
	let mut parts = handlers.listen_addresses().iter().flat_map(|address| address.iter());
	parts
		.find_map(|part| if let Protocol::Tcp(port) = part { Some(port) } else { None })
		.unwrap_or_default()
}

fn slot_duration(client: &Client, at: H256) -> Result<sp_consensus_aura::SlotDuration, Error> {
	let api = client.runtime_api();
	Ok(AuraApi::<Block, AuthorityId>::slot_duration(&*api, at)?)
}

/// Answers `value`, whatever it is asked.
fn always<Asked, Value: Clone, Error>(value: Value) -> impl Fn(Asked) -> Result<Value, Error> {
	move |_| Ok(value.clone())
}

/// The calls beside those every Substrate node answers: an account's next nonce, and fees.
fn rpc(client: Arc<Client>, pool: Arc<Pool>) -> Result<RpcModule<()>, Error> {
	let mut module = RpcModule::new(());
	module.merge(System::new(client.clone(), pool).into_rpc())?;
	module.merge(TransactionPayment::new(client).into_rpc())?;
	Ok(module)
}
