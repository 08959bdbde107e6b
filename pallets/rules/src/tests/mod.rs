//! One file per call or subject. Each test ends with a check of every invariant.

mod amend_rule;
mod clear_count;
mod co_sign;
mod conditions;
mod examine;
mod expire_signature;
mod forget_rule;
mod histories;
mod invariants;
mod limits;
mod pause_rule;
mod resume_rule;
mod returns;
mod revoke_signature;
mod withdraw_rule;
mod write_rule;
