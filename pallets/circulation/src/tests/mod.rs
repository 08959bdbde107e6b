//! One file per call or subject. Each test ends with a check of every invariant.

mod accept;
mod access;
mod acknowledge_carriage;
mod approve_sender;
mod archive;
mod call_in_loan;
mod decline_carriage;
mod dispatch;
mod explain;
mod forget;
mod histories;
mod invariants;
mod make;
mod propose;
mod receive;
mod records;
mod reject;
mod release;
mod request_keeping;
mod resolve;
mod returns;
mod revoke_sender;
mod rules;
mod serves;
mod views;
mod withdraw;
