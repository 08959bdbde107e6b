//! What the calls do and refuse, one file for each subject.

mod acting;
mod advance_ring;
mod appeals;
mod bind;
mod complaints;
mod contexts;
mod documents;
mod forget;
mod genesis;
mod histories;
mod invariants;
mod keys;
mod ratings;
mod rings;
mod roots;
mod subjects;
mod views;
mod vote;
mod worker;
