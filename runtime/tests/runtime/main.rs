//! The runtime, without a node: blocks are built and transactions signed as on a chain, and the
//! relay chain is a mocked proof.

mod allocations;
mod assembly;
mod chain;
mod claims;

mod council;
mod emergencies;
mod histories;
mod messages;
mod metadata;
mod pace;
mod plans;
mod presets;
mod protection;
mod ratification;
mod reallocation;
mod recalls;
mod shape;
mod story;
mod wrapping;
