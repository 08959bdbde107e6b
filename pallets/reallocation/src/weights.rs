//! What the calls cost. The runtime supplies measured weights.

use frame_support::weights::Weight;

/// What the calls cost.
pub trait WeightInfo {
	/// Entering a plan of `l` lines, of which none is carried out.
	fn decide_plan(l: u32) -> Weight;
	/// `carry_out`, without any line.
	fn carry_out() -> Weight;
	/// Carrying out a line by lot, without making the transfer.
	fn line_by_lot() -> Weight;
	/// Carrying out a line by class, of as many lots as one transfer carries, behind as many places as are
	/// looked at, without making the transfer.
	fn line_by_class() -> Weight;
	/// `carry_out` of one line by lot, with the transfer. Nothing is charged by it: it is measured to be
	/// compared with a proposal.
	fn carry_out_whole_line() -> Weight;
	/// Passing over one plan of which nothing waits, when there is room in a block.
	fn look() -> Weight;
	/// Asking whether a transfer was decided.
	fn ask() -> Weight;
	/// Noting that what was decided was not sent.
	fn unsent() -> Weight;
	/// `archive_plan` of `l` lines, the last ones.
	fn archive_plan(l: u32) -> Weight;
	/// `forget`.
	fn forget() -> Weight;
}

/// Mocks weigh what the calls' parts are of.
impl WeightInfo for () {
	fn decide_plan(l: u32) -> Weight {
		Weight::from_parts(u64::from(l).saturating_mul(10), 0)
	}
	fn carry_out() -> Weight {
		Weight::from_parts(100_000, 0)
	}
	fn line_by_lot() -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn line_by_class() -> Weight {
		Weight::from_parts(2_000, 0)
	}
	fn carry_out_whole_line() -> Weight {
		Weight::zero()
	}
	fn look() -> Weight {
		Weight::from_parts(1, 0)
	}
	fn ask() -> Weight {
		Weight::from_parts(2, 0)
	}
	fn unsent() -> Weight {
		Weight::from_parts(30, 0)
	}
	fn archive_plan(l: u32) -> Weight {
		Weight::from_parts(l.into(), 0)
	}
	fn forget() -> Weight {
		Weight::zero()
	}
}
