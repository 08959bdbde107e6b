//! Declarations: what makes an emergency, what ends it, and whether it is in force.

mod book;
mod call_off;
mod close;
mod declare;
mod forget_emergency;
mod in_force;
mod invariants;
mod prolong;
mod reversal;
mod types;
mod views;

pub use types::{
	Declaration, Emergency, EmergencyEnding, Hasty, UnratifiedList, MAX_CLASSES, MAX_REGIONS,
	MAX_UNRATIFIED,
};
pub use views::{EmergencyPage, EmergencyView};
