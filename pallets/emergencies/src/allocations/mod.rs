//! Allocations: how what is offered of a class is shared out among those who need it in an emergency.

mod advance;
mod apportion;
mod archive_allocation;
pub(crate) mod benchmarking;
mod book;
mod carry_out;
mod clear;
mod escalate;
mod forget_allocation;
mod freezes;
mod gather;
mod greedy;
mod invariants;
mod on_transfer;
mod open_allocation;
mod pair;
mod places;
mod problem;
mod quality;
mod types;
mod views;

pub(crate) use carry_out::Room;
pub(crate) use places::{distance, distances_between};
pub(crate) use problem::{fingerprint, may_go, problem_of};
pub(crate) use types::{add_need, has_need};
pub use types::{
	Allocation, AllocationEnding, BarredSets, DistanceTable, FactsOf, Fill, FrozenNeed,
	FrozenOffer, GreedyState, Group, GroupFigures, LeftOut, Line, LineList, LineOutcome, Method,
	NeedList, NeedSet, OfferList, PlaceList, PlaceSeat, Quality, RunningList, Stage, TransferLine,
	LOOKED_AT, MAX_ARCHIVED, MAX_GROUPS, MAX_LINES, MAX_OF_GIVER, MAX_PLACES, MAX_REFUSED,
	MAX_RUNNING, MAX_SIDE, MAX_STEP, MOST_LOOKED_AT, SHORT_PAUSE,
};
pub use views::{
	LineReport, LineState, LinesPage, NeedReport, NeedsPage, ProblemView, SkippedLine,
};
