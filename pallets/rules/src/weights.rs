//! What the calls cost. The runtime supplies measured weights.

use frame_support::weights::Weight;

/// What the calls cost.
pub trait WeightInfo {
	/// `write_rule` of `c` conditions.
	fn write_rule(c: u32) -> Weight;
	/// `amend_rule` to `c` conditions.
	fn amend_rule(c: u32) -> Weight;
	/// `pause_rule`.
	fn pause_rule() -> Weight;
	/// `resume_rule`.
	fn resume_rule() -> Weight;
	/// `withdraw_rule`.
	fn withdraw_rule() -> Weight;
	/// `co_sign`, where signatures that lapsed make room.
	fn co_sign() -> Weight;
	/// `revoke_signature`.
	fn revoke_signature() -> Weight;
	/// `expire_signature`.
	fn expire_signature() -> Weight;
	/// `clear_count`.
	fn clear_count() -> Weight;
	/// `forget_rule`.
	fn forget_rule() -> Weight;
	/// Giving back what a transfer that never left was counted as, `s` times.
	fn unsent(s: u32) -> Weight;
}

/// Mocks weigh a share alone.
impl WeightInfo for () {
	fn write_rule(_: u32) -> Weight {
		Weight::zero()
	}
	fn amend_rule(_: u32) -> Weight {
		Weight::zero()
	}
	fn pause_rule() -> Weight {
		Weight::zero()
	}
	fn resume_rule() -> Weight {
		Weight::zero()
	}
	fn withdraw_rule() -> Weight {
		Weight::zero()
	}
	fn co_sign() -> Weight {
		Weight::zero()
	}
	fn revoke_signature() -> Weight {
		Weight::zero()
	}
	fn expire_signature() -> Weight {
		Weight::zero()
	}
	fn clear_count() -> Weight {
		Weight::zero()
	}
	fn forget_rule() -> Weight {
		Weight::zero()
	}
	fn unsent(s: u32) -> Weight {
		Weight::from_parts(s.into(), 0)
	}
}
