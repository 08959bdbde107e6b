mod clear;
mod haste;
mod histories;
mod invariants;
mod lapse;
mod ratify;
mod views;
