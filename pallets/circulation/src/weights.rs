//! What the calls cost. The runtime supplies measured weights.

use frame_support::weights::Weight;

/// What the calls cost. Rules that ask for an emergency cost more, as [`Rules`](salus_primitives::Rules) tells.
pub trait WeightInfo {
	/// `propose` of `l` legs that do not go back, and that fall under `r` rules.
	fn propose(l: u32, r: u32) -> Weight;
	/// `propose` of `l` legs that go back, whose earlier transfer is read and written too, and that
	/// fall under `r` rules.
	fn propose_return(l: u32, r: u32) -> Weight;
	/// `accept`.
	fn accept() -> Weight;
	/// `reject` of `l` legs that do not go back, whose goods are available again.
	fn reject_gift(l: u32) -> Weight;
	/// `reject` of `l` legs that go back, whose earlier transfer is read and written too.
	fn reject_return(l: u32) -> Weight;
	/// `withdraw` of `l` legs that do not go back, whose goods are available again.
	fn withdraw_gift(l: u32) -> Weight;
	/// `withdraw` of `l` legs that go back, whose earlier transfer is read and written too.
	fn withdraw_return(l: u32) -> Weight;
	/// `dispatch` of `l` legs that fall under `r` rules, with nothing that a sensor measured.
	fn dispatch(l: u32, r: u32) -> Weight;
	/// `dispatch` of `l` legs that fall under `r` rules, all of lots that a sensor found outside of their
	/// range.
	fn dispatch_measured(l: u32, r: u32) -> Weight;
	/// `receive` of `l` legs: of everything that the sender had, and of excess.
	fn receive(l: u32) -> Weight;
	/// `release` of `l` legs that do not go back, whose goods never left and are available again.
	fn release_undispatched_gift(l: u32) -> Weight;
	/// `release` of `l` legs that go back, whose goods never left, and whose earlier transfer is read
	/// and written too.
	fn release_undispatched_return(l: u32) -> Weight;
	/// `release` of `l` legs whose goods are under way.
	fn release_dispatched(l: u32) -> Weight;
	/// `resolve` of a return's goods that the sender has again.
	fn resolve_recovered() -> Weight;
	/// `resolve` of goods that are out of the books, the last of their holding.
	fn resolve_written_off() -> Weight;
	/// `resolve` of goods that the receiver has after all, the last of their holding.
	fn resolve_delivered() -> Weight;
	/// `approve_sender`.
	fn approve_sender() -> Weight;
	/// `revoke_sender`.
	fn revoke_sender() -> Weight;
	/// `call_in_loan` of `l` legs, of a borrower that is silent.
	fn call_in_loan(l: u32) -> Weight;
	/// `request_keeping`.
	fn request_keeping() -> Weight;
	/// `acknowledge_carriage`.
	fn acknowledge_carriage() -> Weight;
	/// `decline_carriage`.
	fn decline_carriage() -> Weight;
	/// `archive` of a return of as many legs as can be, with `r` receipts.
	fn archive_return(r: u32) -> Weight;
	/// `archive` of a loan of as many legs as can be, with `r` receipts, whose goods the borrower
	/// has no more.
	fn archive_loan(r: u32) -> Weight;
	/// `forget`.
	fn forget() -> Weight;
}

/// Mocks do not weigh.
impl WeightInfo for () {
	fn propose(_: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn propose_return(_: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn accept() -> Weight {
		Weight::zero()
	}
	fn reject_gift(_: u32) -> Weight {
		Weight::zero()
	}
	fn reject_return(_: u32) -> Weight {
		Weight::zero()
	}
	fn withdraw_gift(_: u32) -> Weight {
		Weight::zero()
	}
	fn withdraw_return(_: u32) -> Weight {
		Weight::zero()
	}
	fn dispatch(_: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn dispatch_measured(_: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn receive(_: u32) -> Weight {
		Weight::zero()
	}
	fn release_undispatched_gift(_: u32) -> Weight {
		Weight::zero()
	}
	fn release_undispatched_return(_: u32) -> Weight {
		Weight::zero()
	}
	fn release_dispatched(_: u32) -> Weight {
		Weight::zero()
	}
	fn resolve_recovered() -> Weight {
		Weight::zero()
	}
	fn resolve_written_off() -> Weight {
		Weight::zero()
	}
	fn resolve_delivered() -> Weight {
		Weight::zero()
	}
	fn approve_sender() -> Weight {
		Weight::zero()
	}
	fn revoke_sender() -> Weight {
		Weight::zero()
	}
	fn call_in_loan(_: u32) -> Weight {
		Weight::zero()
	}
	fn request_keeping() -> Weight {
		Weight::zero()
	}
	fn acknowledge_carriage() -> Weight {
		Weight::zero()
	}
	fn decline_carriage() -> Weight {
		Weight::zero()
	}
	fn archive_return(_: u32) -> Weight {
		Weight::zero()
	}
	fn archive_loan(_: u32) -> Weight {
		Weight::zero()
	}
	fn forget() -> Weight {
		Weight::zero()
	}
}
