mod breach;
mod clear_holds;
mod invariants;
mod lift_hold;
mod place_hold;
mod units;
mod views;
