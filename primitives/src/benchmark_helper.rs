//! What the benchmarks of one pallet need from another before their own call can run.

use crate::{ClassId, InstitutionId, LotId, Quantity, RegionCode, Role, SiteNumber};

/// Sets up the worst case that a call of another pallet can meet.
pub trait BenchmarkHelper<AccountId> {
	/// An active institution under every licence it can hold, with `admin` as its agent in all
	/// roles, in a region whose lineage is as long as one is looked at.
	fn institution(admin: &AccountId) -> InstitutionId;
	/// One more agent in one role.
	fn agent(institution: InstitutionId, who: &AccountId, role: Role);
	/// The council suspends an active institution, and nobody has ratified it.
	fn suspend_in_haste(institution: InstitutionId);
	/// A site of `institution`.
	fn site(institution: InstitutionId) -> SiteNumber;
	/// A class that demands a licence of receivers and one of carriers, with every optional field
	/// filled. It is unlike every other, and counts in the same base unit.
	fn class() -> ClassId;
	/// A lot of a class, of which `institution` holds and owns `quantity`, available, with every
	/// optional field filled. All lots of a class expire at the same moment, in some thousand years.
	fn lot_of(institution: InstitutionId, class: ClassId, quantity: Quantity) -> LotId;
	/// A lot of a class of its own.
	fn lot(institution: InstitutionId, quantity: Quantity) -> LotId {
		Self::lot_of(institution, Self::class(), quantity)
	}
	/// A region in a belt, unlike that of any other `number`, of which there are 46,656. The codes
	/// ascend as the numbers do.
	fn region(number: u32) -> RegionCode;
	/// The health commission of a region, active, under every licence it can hold, with `who` as its
	/// agent in all roles.
	fn commission(region: RegionCode, who: &AccountId) -> InstitutionId;
}
