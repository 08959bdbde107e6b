//! One file for each behaviour.

mod admins;
mod admission;
mod agents;
mod classes;
mod consuming;
mod correcting;
mod counting;
mod destroying;
mod directory;
mod genesis;
mod histories;
mod invariants;
mod licences;
mod profile;
mod quarantine;
mod regions;
mod registering;
mod relocating;
mod repacking;
mod sites;
mod stock;
mod suspension;
mod views;
