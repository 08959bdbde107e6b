//! One file per call or subject. Each test ends with a check of every invariant.

mod accept;
mod access;
mod approve_sender;
mod dispatch;
mod explain;
mod histories;
mod invariants;
mod propose;
mod receive;
mod records;
mod reject;
mod release;
mod resolve;
mod returns;
mod revoke_sender;
mod views;
mod withdraw;
