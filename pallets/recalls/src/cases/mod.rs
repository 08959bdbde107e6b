//! Cases: what a supervisor and a party have said to each other, and the counts that are demanded.

mod acknowledge_document;
mod attach_document;
mod book;
mod demand_count;
mod end_case;
mod forget_case;
mod invariants;
mod open_case;
mod order_hold;
mod types;
mod views;

pub(crate) use demand_count::{demanded_place, Demanding};
pub(crate) use open_case::Opening;
pub(crate) use order_hold::Ordering;
pub use types::{
	Case, CaseDocument, CaseEnd, CaseSupervisor, Demand, Ended, Side, MAX_ATTACHED, MAX_DEMANDS,
	MAX_OF_CASE,
};
pub use views::CasePage;
