//! The solver, and through it the verifier, on samples that are hard on both.

mod brute;
mod duality;
mod forgeries;
mod highs;
mod program;
mod properties;
mod samples;
