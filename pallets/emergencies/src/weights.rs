//! What the calls cost. The runtime supplies measured weights.

use frame_support::weights::Weight;

/// What the calls cost, and what other pallets cause here.
pub trait WeightInfo {
	/// `declare` by the council, for so many regions and classes. Each pair is covered by another emergency
	/// that is over. As many others as may be are listed, of which one has cooled; each names as many regions
	/// of its own as may be.
	fn declare(regions: u32, classes: u32) -> Weight;
	/// `call_off` by the council, of one that is pending.
	fn call_off() -> Weight;
	/// `prolong`.
	fn prolong() -> Weight;
	/// `close` of one that covers all it may, and is listed with others.
	fn close() -> Weight;
	/// `forget_emergency` of one that has as many classes as may be, in each of which an allocation was opened.
	fn forget() -> Weight;
	/// Asking for the severity, where each region of the longest lineage is covered by another emergency. A
	/// part of the benchmarks of whoever asks.
	fn severity() -> Weight;
	/// Entering that an emergency was ratified which is listed with others.
	fn ratified() -> Weight;
	/// `open_allocation` by a commission, where as many others run as may but one.
	fn open_allocation() -> Weight;
	/// A step that looks at so many needs, each of another institution, all of which are gathered, and each of
	/// which takes the place of another one.
	fn gather_needs(needs: u32) -> Weight;
	/// A step that looks at so many offers, each of another institution, all of which are gathered, and each of
	/// which takes the place of another one. Each is paired with as many needs as may be, to all of which it may go.
	fn gather_offers(offers: u32) -> Weight;
	/// The step that decides the shares of as many needs as may be, with as many places, of so many offers, no two of
	/// which may go to the same needs.
	fn apportion(offers: u32) -> Weight;
	/// A step that asks the rules about so many lines, the last ones of a plan that stands, which fall under none.
	fn ask_rules(lines: u32) -> Weight;
	/// `submit_bars` of so many pairs, of which one is of a plan that stands; each falls under as many rules as may
	/// be. Measured for none and for one.
	fn bar(pairs: u32) -> Weight;
	/// Entering that a pair is barred, over which a plan goes that stands, where as much is barred already as may be.
	fn enter_bars() -> Weight;
	/// Whether a plan, or bars, are waited for, while another plan stands: all but the rules and the proof.
	fn admit() -> Weight;
	/// `submit_plan` of so many flows, for up to 64 needs and as many offers, without bars.
	fn post_plan_64(flows: u32) -> Weight;
	/// `submit_plan` of so many flows, for up to 256 needs and as many offers, without bars.
	fn post_plan_256(flows: u32) -> Weight;
	/// `submit_plan` of so many flows, for up to 512 needs and as many offers, without bars.
	fn post_plan_512(flows: u32) -> Weight;
	/// A step that gives of so many offers to as many needs as may be, of which one gets of each.
	fn greedy(offers: u32) -> Weight;
	/// A step that carries out so many lines, each to another institution, under no rules.
	fn carry_out(lines: u32) -> Weight;
	/// A step that escalates so many needs.
	fn escalate(needs: u32) -> Weight;
	/// The step that sums up so many needs and lines.
	fn sum(needs: u32, lines: u32) -> Weight;
	/// `archive_allocation` of so many lines, all of which were made.
	fn archive(entries: u32) -> Weight;
	/// `forget_allocation`.
	fn forget_allocation() -> Weight;
	/// Entering that the goods of a line never left.
	fn unsent() -> Weight;
	/// Finding that a transfer carries out no line.
	fn ask() -> Weight;
	/// Looking for an allocation that takes a step, when there is room in a block.
	fn look() -> Weight;
	/// Finding that an allocation waits for a plan.
	fn wait() -> Weight;
	/// Asking whether a need or an offer is frozen, by one that is.
	fn freeze_check() -> Weight;
}

/// Mocks do not weigh, save what depends on how much is named, and what no call is charged for.
impl WeightInfo for () {
	fn declare(regions: u32, classes: u32) -> Weight {
		Weight::from_parts(10u64.saturating_mul(regions.into()).saturating_add(classes.into()), 0)
	}
	fn call_off() -> Weight {
		Weight::zero()
	}
	fn prolong() -> Weight {
		Weight::zero()
	}
	fn close() -> Weight {
		Weight::zero()
	}
	fn forget() -> Weight {
		Weight::zero()
	}
	fn severity() -> Weight {
		Weight::zero()
	}
	fn ratified() -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn open_allocation() -> Weight {
		Weight::zero()
	}
	fn gather_needs(needs: u32) -> Weight {
		Weight::from_parts(1_000, 0)
			.saturating_add(Weight::from_parts(10, 0).saturating_mul(needs.into()))
	}
	fn gather_offers(offers: u32) -> Weight {
		Weight::from_parts(1_000, 0)
			.saturating_add(Weight::from_parts(11, 0).saturating_mul(offers.into()))
	}
	fn apportion(offers: u32) -> Weight {
		Weight::from_parts(2_000, 0)
			.saturating_add(Weight::from_parts(1, 0).saturating_mul(offers.into()))
	}
	fn ask_rules(lines: u32) -> Weight {
		Weight::from_parts(1_000, 0)
			.saturating_add(Weight::from_parts(15, 0).saturating_mul(lines.into()))
	}
	fn bar(pairs: u32) -> Weight {
		Weight::from_parts(500, 0)
			.saturating_add(Weight::from_parts(100, 0).saturating_mul(pairs.into()))
	}
	fn enter_bars() -> Weight {
		Weight::from_parts(500, 0)
	}
	fn admit() -> Weight {
		Weight::from_parts(50, 0)
	}
	fn post_plan_64(flows: u32) -> Weight {
		Weight::from_parts(640, 0).saturating_add(Weight::from_parts(flows.into(), 0))
	}
	fn post_plan_256(flows: u32) -> Weight {
		Weight::from_parts(2_560, 0).saturating_add(Weight::from_parts(flows.into(), 0))
	}
	fn post_plan_512(flows: u32) -> Weight {
		Weight::from_parts(5_120, 0).saturating_add(Weight::from_parts(flows.into(), 0))
	}
	fn greedy(offers: u32) -> Weight {
		Weight::from_parts(1_000, 0)
			.saturating_add(Weight::from_parts(13, 0).saturating_mul(offers.into()))
	}
	fn carry_out(lines: u32) -> Weight {
		Weight::from_parts(1_000, 0)
			.saturating_add(Weight::from_parts(100, 0).saturating_mul(lines.into()))
	}
	fn escalate(needs: u32) -> Weight {
		Weight::from_parts(1_000, 0)
			.saturating_add(Weight::from_parts(14, 0).saturating_mul(needs.into()))
	}
	fn sum(needs: u32, lines: u32) -> Weight {
		Weight::from_parts(1_000, 0)
			.saturating_add(Weight::from_parts(1, 0).saturating_mul(needs.into()))
			.saturating_add(Weight::from_parts(2, 0).saturating_mul(lines.into()))
	}
	fn archive(entries: u32) -> Weight {
		Weight::from_parts(u64::from(entries), 0)
	}
	fn forget_allocation() -> Weight {
		Weight::zero()
	}
	fn unsent() -> Weight {
		Weight::from_parts(20_000, 0)
	}
	fn ask() -> Weight {
		Weight::from_parts(5, 0)
	}
	fn look() -> Weight {
		Weight::from_parts(1, 0)
	}
	fn wait() -> Weight {
		Weight::from_parts(2, 0)
	}
	fn freeze_check() -> Weight {
		Weight::from_parts(7, 0)
	}
}
