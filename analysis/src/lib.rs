//! # Salus analysis
//!
//! The two methods by which Salus judges how well resources are used and how unequally they are
//! spread, and how it would even out a stock, in integers alone, so that every node computes the same
//! digits.
//!
//! | module | answers |
//! |---|---|
//! | [`dea`] | how well does a unit use what it has, proven by a certificate |
//! | [`density`] | how are the values of many units spread |
//! | [`levelling`] | who could give how much to whom, so that a stock lasts everybody as long |
//!
//! There is no floating point, no `unsafe` and no FRAME in this crate. What needs floating point,
//! the search for certificates, is in `salus-solver`; nothing that solver says is believed before
//! [`dea::Verifier`] has checked it.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod dea;
pub mod density;
pub mod levelling;
