//! The planner, and through it the verifier of plans, on problems that are hard on both.

mod exhaustive;
mod forgeries;
mod highs;
mod problems;
mod properties;
