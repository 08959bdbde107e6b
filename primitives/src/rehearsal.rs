//! A stage for benchmarks: what one pallet needs from another before its own call can run.

use crate::{InstitutionId, LotId, Quantity, Role, SiteId};

/// Sets up the worst case that a call of another pallet can meet.
pub trait Rehearsal<AccountId> {
	/// An active institution under every licence it can hold, with `admin` as its agent in all
	/// roles.
	fn institution(admin: &AccountId) -> InstitutionId;
	/// One more agent in one role.
	fn agent(institution: InstitutionId, who: &AccountId, role: Role);
	/// A site of `institution`.
	fn site(institution: InstitutionId) -> SiteId;
	/// A lot of which `institution` holds and owns `quantity`, available, of a class that demands
	/// a licence, with every optional field filled.
	fn lot(institution: InstitutionId, quantity: Quantity) -> LotId;
}
