//! Recalls: the lots that they hold, the walk by which they reach them, and who answers.

mod acknowledge_recall;
mod advance_recall;
mod ask;
pub(crate) mod benchmarking;
mod book;
mod close_recall;
mod forget_recall;
mod invariants;
mod issue_recall;
mod types;
mod views;
mod walk;

pub(crate) use acknowledge_recall::Acknowledging;
pub(crate) use issue_recall::Issuing;
pub use types::{
	Answer, Duty, Issuer, NamedLots, Reach, Recall, RecallAction, RecallSeverity, RecallState,
	RecallsOnLot, Registrants, Stage, Turn, MAX_FORGOTTEN, MAX_NAMED, MAX_RECALLS, MAX_STEP,
};
pub use views::{DutyPage, DutyView, Progress, ToAnswer, ToAnswerPage};
pub(crate) use walk::Taken;
