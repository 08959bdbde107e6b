//! Makes the development chain's blocks: one per interval, finalized at once, stamped with the
//! wall clock.

use super::{
	clock::{wall_clock, BlockTime},
	service::{Backend, Client, Pool},
	state::State,
};
use crate::Error;
use codec::Encode;
use cumulus_client_parachain_inherent::{
	MockValidationDataInherentDataProvider, MockXcmConfig, ParachainInherentData,
	INHERENT_IDENTIFIER,
};
use cumulus_primitives_aura::{AuraUnincludedSegmentApi, Slot};
use cumulus_primitives_core::{
	relay_chain::{well_known_keys::ACTIVE_CONFIG, HeadData, UpgradeGoAhead, MAX_POV_SIZE},
	AbridgedHostConfiguration, CollectCollationInfo, ParaId, RelayParentOffsetApi,
};
use cumulus_test_relay_sproof_builder::RelayStateSproofBuilder;
use futures::{channel::oneshot, FutureExt};
use salus_runtime::opaque::Block;
use sc_basic_authorship::ProposerFactory;
use sc_consensus::LongestChain;
use sc_consensus_manual_seal::{
	consensus::aura::AuraConsensusDataProvider, seal_block, SealBlockParams,
};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::H256;
use sp_inherents::{InherentData, InherentDataProvider};
use std::{sync::Arc, time::Duration};
use tokio::time::{interval, MissedTickBehavior};

/// The longest code of a parachain that the mocked relay chain takes, in bytes: as long as Polkadot's
/// configuration has it. The mock takes two mebibytes of itself, which the runtime has outgrown.
const MAX_CODE_SIZE: u32 = 3 * 1024 * 1024;

type Inherents = (sp_timestamp::InherentDataProvider, ParachainInherentData);

/// Why no block was made at a tick. Not a fault: the next tick may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pause {
	/// The wall clock stands behind the chain.
	ClockBehind,
	/// The runtime allows no more blocks in this slot.
	SlotFull,
}

/// Builds on the best block at every tick of a steady interval.
pub struct Author {
	/// Access to the chain.
	pub client: Arc<Client>,
	/// Finds the best block.
	pub select_chain: LongestChain<Backend, Block>,
	/// Where transactions wait.
	pub pool: Arc<Pool>,
	/// Fills a block from the pool.
	pub proposer: ProposerFactory<Pool, Client>,
	/// Writes the slot into the header, as the runtime's Aura expects.
	pub digests: AuraConsensusDataProvider<Block>,
	/// Which parachain this is.
	pub para_id: ParaId,
	/// Time from one block to the next.
	pub block_time: Duration,
}

impl Author {
	/// Makes blocks until the program ends.
	///
	/// A tick that comes while a block is still being made is left out, and later ticks keep
	/// their place: the interval neither drifts nor makes up for lost blocks in a burst.
	pub async fn run(mut self) {
		let mut ticks = interval(self.block_time);
		ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
		let mut pause = None;
		loop {
			ticks.tick().await;
			match self.make_block().await {
				Ok(now) => {
					tell(pause, now);
					pause = now;
				}
				Err(error) => log::error!("No block at this tick: {error}"),
			}
		}
	}

	async fn make_block(&mut self) -> Result<Option<Pause>, Error> {
		let parent = self.client.info().best_hash;
		let time = BlockTime::new(wall_clock()?, State::at(&self.client, parent).time()?);
		if !self.may_build(parent, time)? {
			let clock_behind = time.behind > 0;
			return Ok(Some(if clock_behind { Pause::ClockBehind } else { Pause::SlotFull }));
		}

		let (sender, sealed) = oneshot::channel();
		let mut block_import = self.client.clone();
		let (client, para_id) = (self.client.clone(), self.para_id);
		let inherents = |parent: H256, ()| {
			let relay_chain = relay_chain(&client, para_id, parent, time);
			async move { inherents(relay_chain?, time).await }
		};
		let sealing = seal_block(SealBlockParams {
			create_empty: true,
			finalize: true,
			parent_hash: Some(parent),
			sender: Some(sender),
			pool: self.pool.clone(),
			client: self.client.clone(),
			env: &mut self.proposer,
			select_chain: &self.select_chain,
			consensus_data_provider: Some(&self.digests),
			block_import: &mut block_import,
			create_inherent_data_providers: &inherents,
		});
		// Boxed because the compiler cannot see through so many types that this may change threads.
		sealing.boxed().await;
		sealed.await??;
		Ok(None)
	}

	/// Whether the runtime takes one more block in the slot of `time`. Asking first saves building
	/// a block that the runtime would then panic on.
	fn may_build(&self, parent: H256, time: BlockTime) -> Result<bool, Error> {
		let slot = Slot::from(u64::from(time.relay_slot()?));
		Ok(self.client.runtime_api().can_build_upon(parent, parent, slot)?)
	}
}

/// Says once when the chain pauses, and once when it goes on.
fn tell(before: Option<Pause>, now: Option<Pause>) {
	match now {
		Some(Pause::ClockBehind) if before != now => log::warn!(
			"The system's clock was put back. Time on the chain stands still, and blocks wait, \
			 until the clock has caught up."
		),
		Some(Pause::SlotFull) if before != now => log::debug!(
			"The runtime takes no more blocks in this slot of six seconds: the next comes with the \
			 next slot."
		),
		None if before == Some(Pause::ClockBehind) => {
			log::info!("The system's clock has caught up: blocks go on.")
		}
		_ => (),
	}
}

/// What the runtime expects to be told with every block: the time, and a relay chain that agrees
/// with it.
async fn inherents(relay_chain: RelayChain, time: BlockTime) -> Result<Inherents, Error> {
	let mut data = InherentData::new();
	relay_chain.mock.provide_inherent_data(&mut data).await?;
	let mut told: ParachainInherentData =
		data.get_data(&INHERENT_IDENTIFIER)?.ok_or("the mocked relay chain says nothing")?;
	// The mock leaves these two empty. A validator compares them with what it was asked to validate.
	told.validation_data.parent_head = relay_chain.parent;
	told.validation_data.max_pov_size = MAX_POV_SIZE;
	Ok((sp_timestamp::InherentDataProvider::new(time.millis.into()), told))
}

/// The configuration of the mocked relay chain, as far as a parachain sees it.
fn configuration() -> AbridgedHostConfiguration {
	let configuration = RelayStateSproofBuilder::default().host_config;
	AbridgedHostConfiguration { max_code_size: MAX_CODE_SIZE, ..configuration }
}

/// A relay chain that has included every block up to the parent of the next.
struct RelayChain {
	mock: MockValidationDataInherentDataProvider,
	parent: HeadData,
}

fn relay_chain(
	client: &Client,
	para_id: ParaId,
	parent: H256,
	time: BlockTime,
) -> Result<RelayChain, Error> {
	let header = client.header(parent)?.ok_or("the parent block is not in the database")?;
	let api = client.runtime_api();
	let code_is_pending =
		api.collect_collation_info(parent, &header)?.new_validation_code.is_some();
	let head = HeadData(header.encode());
	let mock = MockValidationDataInherentDataProvider {
		current_para_block: header.number.saturating_add(1),
		para_id,
		current_para_block_head: Some(head.clone()),
		// The mock's relay block number is offset plus so many blocks per block of ours. Time, not
		// our block number, decides it here.
		relay_offset: time.relay_slot()?,
		relay_blocks_per_para_block: 0,
		relay_parent_offset: api.relay_parent_offset(parent)?,
		para_blocks_per_relay_epoch: 10,
		xcm_config: MockXcmConfig::new::<Block, Backend, _>(client, parent, Default::default()),
		// No relay chain stands in the way of an upgrade, so it is waved through.
		upgrade_go_ahead: code_is_pending.then_some(UpgradeGoAhead::GoAhead),
		// Written after the mock's own, under the same key.
		additional_key_values: Some(vec![(ACTIVE_CONFIG.to_vec(), configuration().encode())]),
		..Default::default()
	};
	Ok(RelayChain { mock, parent: head })
}
