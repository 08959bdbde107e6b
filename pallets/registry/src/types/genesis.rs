//! What a chain specification says.

use super::{Admission, Licence, Place, Region};
use alloc::vec::Vec;
use salus_primitives::{RegionCode, Role, Seat};
use serde::{Deserialize, Serialize};

/// A region at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegionSeed {
	pub code: RegionCode,
	pub region: Region,
	/// Where its seat is, if that is known.
	#[serde(default)]
	pub seat: Option<Seat>,
}

/// An agent at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgentSeed<AccountId> {
	pub account: AccountId,
	pub roles: Vec<Role>,
}

/// An institution at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstitutionSeed<AccountId> {
	/// Its identifier is its place in the list, counted from zero.
	pub admission: Admission,
	#[serde(default)]
	pub licences: Vec<Licence>,
	/// Who acts for it; at least one admin.
	pub agents: Vec<AgentSeed<AccountId>>,
	/// Numbered in this order, from zero.
	#[serde(default)]
	pub sites: Vec<Place>,
}
