//! One file for each behaviour.

mod cancelling;
mod closing;
mod density;
mod genesis;
mod histories;
mod invariants;
mod observing;
mod opening;
mod posting;
mod published;
mod sealing;
mod submitting;
mod views;
mod worker;
