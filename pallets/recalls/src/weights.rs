//! What the calls cost. The runtime supplies measured weights.

use frame_support::weights::Weight;

/// What the calls cost, and what other pallets cause here.
pub trait WeightInfo {
	/// `place_hold` on a lot or a whole holding, by a supervisor.
	fn place_hold() -> Weight;
	/// `place_hold` on units of a holding, by its custodian.
	fn place_hold_units() -> Weight;
	/// `lift_hold` of units, by a supervisor: of what may be lifted, the dearest.
	fn lift_hold() -> Weight;
	/// `clear_holds` of a holding, whose page goes with them.
	fn clear_holds() -> Weight;
	/// Entering what happened to a holding: whatever can happen to it in one step, in a full set.
	fn changed() -> Weight;
	/// `issue_recall` of so many lots by a commission that has rested, each registered by another institution
	/// and named by one of the same commission that was closed; on each as many recalls as may be, of which the
	/// last one was closed and had no other lot, and one that waits takes its place.
	fn issue_recall(lots: u32) -> Weight;
	/// `acknowledge_recall` by an institution that had answered before.
	fn acknowledge_recall() -> Weight;
	/// `close_recall` by a commission around that of the issuer.
	fn close_recall() -> Weight;
	/// `forget_recall` of a recall that asked so many institutions.
	fn forget_recall(duties: u32) -> Weight;
	/// Looking for a recall of which there is something to do, when there is room in a block.
	fn look() -> Weight;
	/// `advance_recall`, without any unit.
	fn advance() -> Weight;
	/// Recalling a lot that came out of a recalled one, on which there are as many recalls as may be, of which
	/// the last one was closed and had no other lot, and one that waits takes its place.
	fn mark_lot() -> Weight;
	/// Coming to a lot that came out of a recalled one, and to which the recall had come before.
	fn see_lot() -> Weight;
	/// Asking whoever has a holding of a recalled lot.
	fn ask_holder() -> Weight;
	/// Freeing a lot from a recall that was closed, where one waits for it that is in force and stood.
	fn free_lot() -> Weight;
	/// Telling of who has more or less of a held lot than before: recalls on behalf of which it is asked, and
	/// those, `silent`, which it answered after they had reached the lot.
	fn moved(silent: u32, asked: u32) -> Weight;
	/// `open_case` with a document, by a commission.
	fn open_case() -> Weight;
	/// `demand_count` by a commission that has taken the case over.
	fn demand_count() -> Weight;
	/// `attach_document` by a commission that has taken the case over.
	fn attach_document() -> Weight;
	/// `acknowledge_document` by a commission that has taken the case over.
	fn acknowledge_document() -> Weight;
	/// `order_hold` on a holding, by a commission that has taken the case over.
	fn order_hold() -> Weight;
	/// `end_case` by a commission that has taken the case over.
	fn end_case() -> Weight;
	/// `forget_case` of a case with so many documents and demands together.
	fn forget_case(entries: u32) -> Weight;
	/// Entering a count that a case demanded.
	fn give_count() -> Weight;
}

/// Mocks do not weigh, save what no call is charged for.
impl WeightInfo for () {
	fn place_hold() -> Weight {
		Weight::zero()
	}
	fn place_hold_units() -> Weight {
		Weight::zero()
	}
	fn lift_hold() -> Weight {
		Weight::zero()
	}
	fn clear_holds() -> Weight {
		Weight::zero()
	}
	fn changed() -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn issue_recall(lots: u32) -> Weight {
		Weight::from_parts(u64::from(lots), 0)
	}
	fn acknowledge_recall() -> Weight {
		Weight::zero()
	}
	fn close_recall() -> Weight {
		Weight::zero()
	}
	fn forget_recall(duties: u32) -> Weight {
		Weight::from_parts(u64::from(duties), 0)
	}
	fn look() -> Weight {
		Weight::from_parts(1, 0)
	}
	fn advance() -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn mark_lot() -> Weight {
		Weight::from_parts(100, 0)
	}
	fn ask_holder() -> Weight {
		Weight::from_parts(10, 0)
	}
	fn see_lot() -> Weight {
		Weight::from_parts(5, 0)
	}
	fn free_lot() -> Weight {
		Weight::from_parts(50, 0)
	}
	fn moved(silent: u32, asked: u32) -> Weight {
		let asking = Weight::from_parts(30_000, 0).saturating_mul(asked.into());
		let looking = Weight::from_parts(10_000, 0).saturating_mul(silent.into());
		Weight::from_parts(10_000, 0).saturating_add(looking).saturating_add(asking)
	}
	fn open_case() -> Weight {
		Weight::zero()
	}
	fn demand_count() -> Weight {
		Weight::zero()
	}
	fn attach_document() -> Weight {
		Weight::zero()
	}
	fn acknowledge_document() -> Weight {
		Weight::zero()
	}
	fn order_hold() -> Weight {
		Weight::zero()
	}
	fn end_case() -> Weight {
		Weight::zero()
	}
	fn forget_case(entries: u32) -> Weight {
		Weight::from_parts(u64::from(entries), 0)
	}
	fn give_count() -> Weight {
		Weight::from_parts(1_000_000, 0)
	}
}
