//! The errors.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	/// Why a call was refused. The pool, which has no room for a name, tells a transaction without a signature the
	/// number of the error here, as `InvalidTransaction::Custom`.
	#[pallet::error]
	#[derive(CloneNoBound, PartialEqNoBound, EqNoBound)]
	pub enum Error<T> {
		/// The declaration names no region: name at least one.
		NoRegions,
		/// The declaration names no class: name at least one.
		NoClasses,
		/// The regions or the classes are not in ascending order, or one is named twice: sort the regions by
		/// their codes and the classes by their numbers, and name each once.
		NotAscending,
		/// There is no region with one of these codes: check them.
		RegionNotFound,
		/// There is no class with one of these numbers: check them.
		ClassNotFound,
		/// The end has passed: name a later one.
		EndPassed,
		/// The end is too far ahead: name an earlier one. The emergency can be prolonged later.
		TooLong,
		/// An emergency is in force for one of these regions and classes: leave that pair out, or declare the
		/// graver one over a region around.
		AlreadyDeclared,
		/// The council declared an emergency of one of these classes for the same region, or for one in it or
		/// around it, and nobody has ratified it: the assembly declares this one, or the council does when
		/// that has cooled.
		NotRatifiedLately,
		/// As many emergencies of the council wait to be ratified, or have not cooled, as may: the assembly
		/// ratifies one, or declares this one.
		TooManyUnratified,
		/// No identifier is left for another emergency.
		IdsExhausted,
		/// There is no emergency with this identifier: check it. Or it was forgotten.
		EmergencyNotFound,
		/// The emergency is not in force: declare another one.
		NotInForce,
		/// The emergency was ratified, or the council did not declare it: the assembly calls it off.
		NotPending,
		/// Nobody has ratified the emergency: ratify it, then prolong it.
		NotRatified,
		/// The end is not later than the present one: name a later one, or call the emergency off.
		NotLater,
		/// The emergency is in force, or a ratification would bring it back into force: close it when its end
		/// has come or it was ended.
		StillInForce,
		/// The council is still bound by the emergency, which nobody has ratified: close it when it has
		/// cooled.
		StillCooling,
		/// There is nothing to do: the emergency is closed already; the allocation waits for a plan; or every pair
		/// that is named is known to be forbidden.
		NothingToDo,
		/// The emergency is not closed: close it first.
		NotClosed,
		/// Its newest record is still kept by the trail: forget it after that was pruned.
		RecordNotPruned,
		/// Allocations of the emergency are stored: archive them first.
		AllocationsStored,
		/// The emergency does not count for this class: it does not name it, or other emergencies took all of
		/// its regions while it was not in force. Open the allocation in one that does.
		ClassNotCovered,
		/// The institution is no health commission of a region of the emergency, or of a part of one: ask one
		/// to open the allocation, or the council.
		NotAuthorized,
		/// An allocation of the class runs, in this emergency or in another one: wait until it has ended.
		AlreadyRunning,
		/// As many allocations run as may: wait until one has ended, or have it take steps.
		TooManyRunning,
		/// The last allocation of the class in the emergency was opened a short time ago: open the next one
		/// later.
		TooSoon,
		/// There is no allocation with this identifier: check it. Or it was archived.
		AllocationNotFound,
		/// The allocation has ended: it takes no more steps.
		AllocationEnded,
		/// The allocation has not ended: archive it when it has, and its time is over.
		AllocationRunning,
		/// The allocation has not been over for long enough: archive it later.
		RetentionNotOver,
		/// The goods of a line are still reserved: release its transfer first.
		TransferPending,
		/// The digest is not that of the next entries as they are stored: read them anew.
		DigestMismatch,
		/// The allocation is not archived, or is forgotten already.
		NotArchived,
		/// The allocation takes no plans: its shares are not decided yet, or its plan is.
		NotDeciding,
		/// The time for plans is over: the greedy plan is worked out.
		DeadlinePassed,
		/// The fingerprint is that of other figures: read those of the allocation anew.
		WrongFingerprint,
		/// Another plan stands, which is as good. Wait for what the rules say about it; or bar a pair of it that
		/// they forbid.
		CandidateStands,
		/// No pair is named: name at least one.
		NoBars,
		/// The bars together weigh more than a call may that costs no fee: name fewer, or sign.
		TooManyBars,
		/// The rules do not forbid one of the bars, or not both for one unit and for as much as could go: leave it
		/// out.
		NotBarred,
		/// One of the bars is of no use to the plan, which would be worse with the pair: leave it out.
		BarIdle,
		/// There is not one price for each offer and each need of the allocation.
		PriceCountWrong,
		/// A price is above all worth: no price needs to be.
		PriceTooHigh,
		/// The flows are not in ascending order of offers and needs, or a pair is there twice: sort them.
		FlowsNotAscending,
		/// A flow or a bar is between an offer and a need of which the allocation does not have both.
		NoSuchPair,
		/// A flow has no units: leave it out.
		EmptyFlow,
		/// More is taken of an offer than is left of it.
		SupplyExceeded,
		/// A need gets more than its share.
		DemandExceeded,
		/// Something of an offer is left over that has a price.
		SupplyLeft,
		/// A share is not filled that has a price.
		DemandOpen,
		/// The prices of an offer and a need do not add up to what a flow between them is worth.
		NotTight,
		/// A flow is between an offer and a need to which it may not go.
		PairForbidden,
		/// There is a better plan: the prices of an offer and a need to which it may go add up to less than a flow
		/// between them is worth.
		NotOptimal,
	}
}
