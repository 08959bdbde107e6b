//! What the pallet keeps, and the table of ranks that it starts with.

use codec::{Decode, Encode, MaxEncodedLen};
use salus_primitives::{InstitutionId, InstitutionKind, Outcome, Rank, RecordId, Track};
use scale_info::TypeInfo;
use sp_core::H256;

/// The highest rank.
pub const MAX_RANK: Rank = 2;

/// Among so many members, one may be silent since the council named its agents; in a smaller assembly one.
pub const SILENCED_AMONG: u32 = 10;
/// The most institutions that are silent at one time for that reason, however many members there are.
pub const MAX_SILENCED: u32 = 64;

/// The rank of a kind of institution, until the assembly gives it another one.
pub const fn initial_rank(kind: InstitutionKind) -> Rank {
	match kind {
		InstitutionKind::HealthCommission | InstitutionKind::DiseaseControlCentre => 2,
		InstitutionKind::Hospital => 1,
		InstitutionKind::ReliefOrganisation
		| InstitutionKind::Donor
		| InstitutionKind::Supplier
		| InstitutionKind::Laboratory
		| InstitutionKind::Carrier => 0,
	}
}

/// A referendum.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Referendum {
	/// Who submitted it.
	pub institution: InstitutionId,
	/// What it is about.
	pub track: Track,
	/// Under which hash its proposal is kept, if it is long, until its outcome is on the trail.
	pub preimage: Option<H256>,
	/// How it ended, as far as that is on the trail.
	pub recorded: Option<Outcome>,
	/// Its newest record.
	pub newest_record: Option<RecordId>,
}

/// How secret the votes on a referendum are, or are to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Secrecy<BlockNumber> {
	/// Its institution wants secret votes. It waits to be put to a ring, until this block at the latest, and takes
	/// no votes; after it, open ones.
	Wanted { until: BlockNumber },
	/// It was put to a ring: it takes secret votes alone.
	Granted,
}

impl<BlockNumber: PartialOrd> Secrecy<BlockNumber> {
	/// Whether it still keeps open votes from being cast in block `now`.
	pub fn holds(&self, now: &BlockNumber) -> bool {
		match self {
			Self::Wanted { until } => now <= until,
			Self::Granted => true,
		}
	}
}
