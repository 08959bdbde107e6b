//! The solver, and through it the verifier, on samples that are hard on both.

mod forgeries;
mod highs;
mod properties;
mod samples;
