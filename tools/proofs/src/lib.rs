//! Would a validator of the relay chain back this block?
//!
//! A collator hands its blocks to validators together with a *proof of validity*: the trie nodes that
//! the blocks read. A validator has no state of the chain and no node of it. It runs the function
//! `validate_block` of the chain's runtime on blocks and proof, with few host functions, a limit of
//! memory, of stack and of time, and backs them if the function returns.
//!
//! | module | holds |
//! |---|---|
//! | [`validator`] | the validation function, run as a validator runs it |
//! | [`database`] | the blocks of a development chain, with proofs as a collator would have made them |
//! | [`imports`] | which host functions a runtime asks for |
//!
//! The program `validate-blocks` passes every block of a development chain's database through the
//! validation function. The tests do so with blocks that they make: those of a transfer, and those of
//! a bundle in which each block is full.
//!
//! The SDK's own tool, `cumulus-pov-validator`, reads what a collator exports, one file for each block,
//! and offers host functions that validators do not.

pub mod database;
pub mod imports;
pub mod validator;

pub use salus_benchmarks::Outcome;
