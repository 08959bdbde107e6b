//! What the programs in `bin` measure with: a chain in memory, a wallet, a transfer, and a round of
//! evaluation.

pub mod chain;
pub mod round;
pub mod signer;
pub mod transfer;

/// What measures and reports may go wrong at.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
