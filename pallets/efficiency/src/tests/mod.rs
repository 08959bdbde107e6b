//! One file for each call, and for each behaviour beside the calls.

mod archive_round;
mod cancel;
mod close;
mod density;
mod forget_round;
mod genesis;
mod histories;
mod invariants;
mod observe;
mod open_round;
mod post_certificates;
mod published;
mod seal;
mod submit_certificates;
mod views;
mod worker;
