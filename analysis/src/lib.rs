//! # Salus analysis
//!
//! The two methods by which Salus judges how well resources are used and how unequally they are
//! spread, how it would even out a stock, and how it shares out what does not suffice: in integers alone,
//! so that every node computes the same digits.
//!
//! | module | answers |
//! |---|---|
//! | [`dea`] | how well does a unit use what it has, proven by a certificate |
//! | [`density`] | how are the values of many units spread |
//! | [`levelling`] | who could give how much to whom, so that a stock lasts everybody as long |
//! | [`apportionment`] | how much each need is given of what does not suffice |
//! | [`transport`] | which lot goes to whom, proven to be the best plan |
//! | [`distance`] | how far two places are apart |
//!
//! There is no floating point, no `unsafe` and no FRAME in this crate. The search for certificates and
//! plans is in `salus-solver`; nothing that it says is believed before [`dea::Verifier`] or
//! [`transport::Verifier`] has checked it.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod apportionment;
pub mod dea;
pub mod density;
pub mod distance;
pub mod levelling;
pub mod transport;
