//! What the programs in `bin` measure with: a chain in memory, and a wallet.

pub mod chain;
pub mod signer;

/// What measures and reports may go wrong at.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
