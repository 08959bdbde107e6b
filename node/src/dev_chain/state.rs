//! Reads the chain's state through the runtime's own storage types.

use super::service::{Backend, Client};
use crate::Error;
use codec::Decode;
use frame_support::storage::StoragePrefixedMap;
use pallet_circulation::NextTransferId;
use pallet_efficiency::NextRoundId;
use pallet_registry::{
	Agents, InstitutionOf, Institutions, NextClassId, NextInstitutionId, NextLotId, Regions,
};
use pallet_supervision::NextRecordId;
use salus_primitives::{Agent, ClassId, InstitutionId, LotId, RecordId, RoundId, TransferId};
use salus_runtime::{opaque::Block, Runtime};
use sc_client_api::StorageProvider;
use sp_core::{
	storage::{well_known_keys::CODE, StorageKey},
	H256,
};
use sp_keyring::Sr25519Keyring;

/// The state as one block left it.
pub struct State<'a> {
	client: &'a Client,
	block: H256,
}

impl<'a> State<'a> {
	/// The state after `block`.
	pub fn at(client: &'a Client, block: H256) -> Self {
		Self { client, block }
	}

	/// The time that the block carries; zero at genesis.
	pub fn time(&self) -> Result<u64, Error> {
		self.value(pallet_timestamp::Now::<Runtime>::hashed_key())
	}

	/// Whether the chain runs exactly this code.
	pub fn runs(&self, code: &[u8]) -> Result<bool, Error> {
		let key = StorageKey(CODE.to_vec());
		let ours = self.client.storage(self.block, &key)?;
		Ok(ours.is_some_and(|ours| ours.0 == code))
	}

	/// How much there is of what people ask about first, with its name, of one and of several.
	pub fn counts(&self) -> Result<[(u64, [&'static str; 2]); 7], Error> {
		let regions = StorageKey(Regions::<Runtime>::final_prefix().to_vec());
		let regions = StorageProvider::<Block, Backend>::storage_keys(
			self.client,
			self.block,
			Some(&regions),
			None,
		)?;
		// Identifiers are handed out in sequence and never withdrawn, so the next one is a count.
		let InstitutionId(institutions) = self.value(NextInstitutionId::<Runtime>::hashed_key())?;
		let ClassId(classes) = self.value(NextClassId::<Runtime>::hashed_key())?;
		let LotId(lots) = self.value(NextLotId::<Runtime>::hashed_key())?;
		let TransferId(transfers) = self.value(NextTransferId::<Runtime>::hashed_key())?;
		let RoundId(rounds) = self.value(NextRoundId::<Runtime>::hashed_key())?;
		let RecordId(records) = self.value(NextRecordId::<Runtime>::hashed_key())?;
		Ok([
			(u64::try_from(regions.count())?, ["region", "regions"]),
			(institutions.into(), ["institution", "institutions"]),
			(classes.into(), ["class", "classes"]),
			(lots, ["lot", "lots"]),
			(transfers, ["transfer", "transfers"]),
			(records, ["record", "records"]),
			(rounds.into(), ["round of statistics", "rounds of statistics"]),
		])
	}

	/// What the account of a development key may do, and for whom.
	pub fn agent(
		&self,
		key: Sr25519Keyring,
	) -> Result<Option<(Agent, InstitutionOf<Runtime>)>, Error> {
		let account = key.to_account_id();
		let Some(agent) = self.read::<Agent>(Agents::<Runtime>::hashed_key_for(account))? else {
			return Ok(None);
		};
		let institution = Institutions::<Runtime>::hashed_key_for(agent.institution);
		Ok(self.read(institution)?.map(|institution| (agent, institution)))
	}

	fn value<V: Decode + Default>(&self, key: impl Into<Vec<u8>>) -> Result<V, Error> {
		Ok(self.read(key)?.unwrap_or_default())
	}

	fn read<V: Decode>(&self, key: impl Into<Vec<u8>>) -> Result<Option<V>, Error> {
		let value = self.client.storage(self.block, &StorageKey(key.into()))?;
		Ok(value.map(|value| V::decode(&mut value.0.as_slice())).transpose()?)
	}
}
