//! The runtime, without a node: blocks are built and transactions signed as on a chain, and the
//! relay chain is a mocked proof.

mod assembly;
mod chain;
mod claims;

mod council;
mod histories;
mod messages;
mod metadata;
mod pace;
mod presets;
mod ratification;
mod reallocation;
mod recalls;
mod shape;
mod story;
mod wrapping;
