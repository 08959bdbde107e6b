//! One file per behaviour. Each test ends with a check of every invariant.

mod accepting;
mod approving;
mod dispatching;
mod explaining;
mod histories;
mod invariants;
mod proposing;
mod receiving;
mod records;
mod rejecting;
mod releasing;
mod resolving;
mod returning;
mod withdrawing;
