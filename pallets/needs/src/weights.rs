//! What the calls cost. The runtime supplies measured weights.

use frame_support::weights::Weight;

/// What the calls cost.
pub trait WeightInfo {
	/// `set_need_bound`.
	fn set_need_bound() -> Weight;
	/// `publish_need` with `s` substitutes, beside as many open needs as can be.
	fn publish_need(s: u32) -> Weight;
	/// `close_need`.
	fn close_need() -> Weight;
	/// `make_offer`.
	fn make_offer() -> Weight;
	/// `take`, without making the transfer.
	fn take() -> Weight;
	/// `withdraw_offer`.
	fn withdraw_offer() -> Weight;
	/// `give_order`.
	fn give_order() -> Weight;
	/// `pause_order`.
	fn pause_order() -> Weight;
	/// `resume_order`.
	fn resume_order() -> Weight;
	/// `revoke_order`.
	fn revoke_order() -> Weight;
	/// `bind_order`.
	fn bind_order() -> Weight;
	/// `ring` for an order that sends, behind as many places as are looked at, without making the transfer.
	fn ring_send() -> Weight;
	/// `ring` for an order that makes as many offers as it may, behind as many places as are looked at.
	fn ring_offer() -> Weight;
	/// `ring` for a need whose time ran out.
	fn ring_lapse() -> Weight;
	/// `ring` for an offer whose time ran out.
	fn ring_release() -> Weight;
	/// `forget`.
	fn forget() -> Weight;
	/// Examining whether a movement serves a need, and promising it.
	fn serve() -> Weight;
	/// Noting what became of a transfer that serves a need.
	fn reopen() -> Weight;
	/// Giving back what a transfer came from that never left.
	fn offer_again() -> Weight;
}

/// Mocks weigh what the calls' parts are of.
impl WeightInfo for () {
	fn set_need_bound() -> Weight {
		Weight::zero()
	}
	fn publish_need(s: u32) -> Weight {
		Weight::from_parts(s.into(), 0)
	}
	fn close_need() -> Weight {
		Weight::zero()
	}
	fn make_offer() -> Weight {
		Weight::zero()
	}
	fn take() -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn withdraw_offer() -> Weight {
		Weight::zero()
	}
	fn give_order() -> Weight {
		Weight::zero()
	}
	fn pause_order() -> Weight {
		Weight::zero()
	}
	fn resume_order() -> Weight {
		Weight::zero()
	}
	fn revoke_order() -> Weight {
		Weight::zero()
	}
	fn bind_order() -> Weight {
		Weight::zero()
	}
	fn ring_send() -> Weight {
		Weight::from_parts(2_000, 0)
	}
	fn ring_offer() -> Weight {
		Weight::from_parts(3_000, 0)
	}
	fn ring_lapse() -> Weight {
		Weight::from_parts(4_000, 0)
	}
	fn ring_release() -> Weight {
		Weight::from_parts(5_000, 0)
	}
	fn forget() -> Weight {
		Weight::zero()
	}
	fn serve() -> Weight {
		Weight::from_parts(100, 0)
	}
	fn reopen() -> Weight {
		Weight::from_parts(10, 0)
	}
	fn offer_again() -> Weight {
		Weight::from_parts(20, 0)
	}
}
