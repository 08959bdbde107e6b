//! Holds: what stands on a lot or on a holding, who placed it, and how it ends.

mod clear_holds;
mod invariants;
mod lift_hold;
mod on_change;
mod place_hold;
mod sets;
mod types;
mod views;

pub(crate) use lift_hold::Lifting;
pub(crate) use place_hold::Placing;
pub(crate) use sets::{has_whole, NewHold, StockOf};
pub use types::{
	Extent, Hold, HoldBy, HoldPlace, HoldSet, InCase, Reason, MAX_CHAIN_HOLDS, MAX_HOLDS,
	MAX_OWN_HOLDS,
};
pub use views::{HeldBy, HeldHolding, HeldPage, HoldView, Lifter};
