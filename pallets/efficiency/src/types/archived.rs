//! What archiving leaves of a round.

use super::{Progress, Seal};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{Moment, RecordId};
use scale_info::TypeInfo;

/// What is left of a round that is archived.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ArchivedRound {
	/// Of a round that was complete, what a copy of its report is checked against.
	pub report: Option<ArchivedReport>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// What is left of the report of a round that is archived.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ArchivedReport {
	/// What sealing left, with the fingerprint of specification and figures.
	pub seal: Seal,
	/// The sums of the scores, from which the means follow; zero for a survey.
	pub progress: Progress,
	/// When the report became final.
	pub completed: Moment,
}
