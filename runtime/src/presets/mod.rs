//! Genesis states by name, for networks on which nothing is at stake.
//!
//! Both presets, `development` and `local_testnet`, hold the same world and differ only in their
//! collators: `//Alice` alone, or `//Alice` and `//Bob`. Every key is derived from the well-known
//! development phrase, so anybody can sign as anybody. The institutions are inventions and say so
//! in their names.
//!
//! ## The cast
//!
//! | id | institution | kind | region | agents and their roles | sites |
//! |---|---|---|---|---|---|
//! | 0 | Pujiang Foundation | donor | CN-SH | `//Alice` all; `//Two` dispatch | 0 warehouse in Shanghai |
//! | 1 | Hankou General Hospital | hospital | CN-HB | `//Bob` all; `//One` stock | 0 dock, 1 pharmacy, 2 intensive care ward |
//! | 2 | Qingshan District Hospital | hospital | CN-HB | `//Dave` all | 0 store room |
//! | 3 | Chu River Disease Control Centre | disease-control centre | CN-HB | `//Eve` all | 0 laboratory, 1 cold store |
//! | 4 | Dongting Relief Society | relief organisation | CN-HB | `//Ferdie` all | 0 warehouse |
//! | 5 | Qiantang Medical Supply | supplier | CN-ZJ | `//Ferdie//stash` all | 0 warehouse |
//! | 6 | Jianghan Carriers | carrier | CN-HB | `//Charlie` all | 0 depot |
//! | 7 to 37 | one health commission per region, in the order of [`regions::REGIONS`] | health commission | its region | `//CN-..` of its code, or the seat's key below; admin, statistics, vote | none |
//!
//! Licences: 1 for ventilation, intensive care, the cold chain and dangerous goods; 3 for a
//! biosafety laboratory and the cold chain; 5 for the cold chain; 6 for the cold chain and dangerous
//! goods. 0, 2 and 4 hold none, so that a transfer of ventilators to 2 is refused.
//!
//! ## The council
//!
//! Five commissions hold a seat; the agent of each is the seat's account.
//!
//! | seat | key |
//! |---|---|
//! | Hubei | `//Alice//stash` |
//! | Shanghai | `//Bob//stash` |
//! | Beijing | `//Charlie//stash` |
//! | Guangdong | `//Dave//stash` |
//! | Zhejiang | `//Eve//stash` |
//!
//! So three of them are a majority and four are three quarters; see
//! [`configs::governance`](crate::configs::governance).
//!
//! ## The assembly
//!
//! All 38 institutions are members, and the agents with all roles and those of the commissions vote. An hour
//! of a track lasts a second: a referendum on a reallocation is decided within 36 blocks.
//!
//! ## The classes
//!
//! | id | class | unit | a lot must state | a receiver must be licensed for |
//! |---|---|---|---|---|
//! | 0 | surgical mask | piece | batch, expiry | |
//! | 1 | protective suit | piece | batch, expiry | |
//! | 2 | nucleic acid test kit, 2 to 8 °C | piece (one test) | batch, expiry | biosafety laboratory |
//! | 3 | ventilator | piece | serial | ventilation |
//! | 4 | oxygen concentrator | piece | serial | |
//! | 5 | intensive care bed | day | | intensive care |
//! | 6 | nurse hours | hour | | |
//!
//! ## The rounds
//!
//! | id | round | units | stage |
//! |---|---|---|---|
//! | 0 | hospitals of 31 regions, 2011: beds and technicians in, visits and admissions out | regions | sealed, waiting for proofs |
//! | 1, 2, 3 | health personnel per 10,000 people in 2010, 2014, 2018 | regions | complete |
//!
//! Figures and sources are in [`statistics`].
//!
//! ## The contexts
//!
//! Members in the role receive act in them without their names, once a ring has 16 of them. A purse holds what
//! a pseudonym pays its transactions with; the pot that purses are filled from holds 100 SAL.
//!
//! | id | context | uses | purse |
//! |---|---|---|---|
//! | 0 | appeals for goods | 8 | 1 SAL |
//! | 1 | complaints | 4 | 0.2 SAL |
//! | 2 | ratings after transfers | 16 | 0.5 SAL |
//!
//! Trade item and location numbers start with 952, which GS1 keeps for demonstrations.

pub mod cast;
pub mod regions;
pub mod statistics;

use crate::{
	configs::protection::pot, AccountId, AssemblyConfig, BalancesConfig, CollatorSelectionConfig,
	EfficiencyConfig, ParachainInfoConfig, PolkadotXcmConfig, ProtectionConfig, RegistryConfig,
	RuntimeGenesisConfig, SeatsConfig, SessionConfig, SessionKeys, EXISTENTIAL_DEPOSIT, MILLIUNIT,
	UNIT,
};
use alloc::{vec, vec::Vec};
use codec::Encode;
use core::num::NonZeroU32;
use cumulus_primitives_core::ParaId;
use frame_support::build_struct_json_patch;
use pallet_protection::{Purpose, Roll, Terms};
use salus_primitives::Role;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring;

/// The identifier of the parachain on both networks.
pub const PARA_ID: u32 = 2_000;

/// What every account of the cast starts with.
const ENDOWMENT: u128 = 100_000 * UNIT;

/// What the pot holds that purses are filled from.
const POT: u128 = 100 * UNIT;

/// What collators deposit to become candidates.
const CANDIDACY_BOND: u128 = 1_000 * UNIT;

/// How many times shorter the periods of the assembly's tracks are: an hour of a track lasts a second.
const PACE: NonZeroU32 = NonZeroU32::new(3_600).expect("it is not zero; qed");

/// What every account of the cast, and the pot, start with.
fn endowments() -> Vec<(AccountId, u128)> {
	let cast = cast::accounts().into_iter().map(|account| (account, ENDOWMENT));
	cast.chain([(pot(), POT)]).collect()
}

/// What members in the role receive may do under pseudonyms, how often, and with how much in their purses. The
/// order gives the contexts their identifiers.
const CONTEXTS: [(Purpose, u16, u128); 3] = [
	(Purpose::Appeal, 8, UNIT),
	(Purpose::Complain, 4, 200 * MILLIUNIT),
	(Purpose::Rate, 16, 500 * MILLIUNIT),
];

/// The terms of each context, encoded.
fn contexts() -> Vec<Vec<u8>> {
	let terms = CONTEXTS.map(|(purpose, uses, purse)| Terms {
		role: Role::Receive,
		purpose,
		roll: Roll::Recent,
		uses,
		purse,
		until: None,
	});
	terms.iter().map(Encode::encode).collect()
}

fn genesis(collators: &[Sr25519Keyring]) -> serde_json::Value {
	let accounts = || collators.iter().map(|key| key.to_account_id());
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig { balances: endowments() },
		parachain_info: ParachainInfoConfig { parachain_id: ParaId::from(PARA_ID) },
		collator_selection: CollatorSelectionConfig {
			invulnerables: accounts().collect::<Vec<AccountId>>(),
			candidacy_bond: CANDIDACY_BOND.max(EXISTENTIAL_DEPOSIT),
		},
		session: SessionConfig {
			keys: collators
				.iter()
				.map(|key| {
					let keys = SessionKeys { aura: key.public().into() };
					(key.to_account_id(), key.to_account_id(), keys)
				})
				.collect::<Vec<_>>(),
		},
		polkadot_xcm: PolkadotXcmConfig { safe_xcm_version: Some(xcm::prelude::XCM_VERSION) },
		seats: SeatsConfig { seats: cast::seats() },
		registry: RegistryConfig {
			regions: regions::seeds(),
			institutions: cast::institutions(),
			classes: cast::classes(),
		},
		efficiency: EfficiencyConfig { rounds: statistics::rounds() },
		assembly: AssemblyConfig { pace: PACE },
		protection: ProtectionConfig { contexts: contexts() },
	})
}

/// The presets' names.
pub fn names() -> Vec<PresetId> {
	vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}

/// A preset as JSON, by name.
pub fn get(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		DEV_RUNTIME_PRESET => genesis(&[Sr25519Keyring::Alice]),
		LOCAL_TESTNET_RUNTIME_PRESET => genesis(&[Sr25519Keyring::Alice, Sr25519Keyring::Bob]),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}
