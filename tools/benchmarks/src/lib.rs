//! What the programs in `bin` measure with: a chain in memory, a wallet, a transfer, a transfer of tokens
//! to compare with, open needs, an allocation, a recall, and a round of evaluation.

pub mod allocation;
pub mod chain;
pub mod needs;
pub mod recall;
pub mod round;
pub mod signer;
pub mod table;
pub mod tokens;
pub mod transfer;

/// What measures and reports may go wrong at.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
