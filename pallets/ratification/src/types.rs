//! What the pallet keeps, and what its views answer.

use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use salus_primitives::{Effect, Matter, Moment};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What the council did in a matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct HastyAct {
	/// What it brought about.
	pub effect: Effect,
	/// When.
	pub acted_at: Moment,
	/// The first moment at which anybody has it undone, if nobody has ratified it.
	pub lapses_at: Moment,
	/// Whether it still is in force.
	pub state: ActState,
}

/// Whether a hasty act is in force.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum ActState {
	/// It is in force, and not ratified.
	#[codec(index = 0)]
	Pending,
	/// It was undone.
	#[codec(index = 1)]
	Spent {
		/// The first moment at which the council may act on the matter again.
		until: Moment,
	},
}

/// One page of the pending acts.
#[derive(Clone, PartialEq, Eq, Debug, Default, Encode, Decode, TypeInfo)]
pub struct ActPage {
	/// Each with its matter.
	pub acts: Vec<(Matter, HastyAct)>,
	/// The matter behind which the next page begins; `None` when this page is the last.
	pub next: Option<Matter>,
}

/// Why an act does not lapse now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LapseExplanation {
	/// The act, if there is one.
	pub act: Option<HastyAct>,
	/// Every error that `lapse` would meet. With none, it succeeds.
	pub obstacles: Vec<DispatchError>,
}
