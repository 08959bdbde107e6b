//! Classes of resource, as other pallets ask for them.

use crate::{BaseUnit, ClassId, Step};
use sp_runtime::{DispatchError, DispatchResult};

/// Knows the classes. The registry keeps them.
///
/// Its storage reads and writes are part of the benchmarks of the calls that ask it, which run in the
/// runtime that wires it.
pub trait Catalogue<AccountId> {
	/// What the quantities of a class count; `None` when there is no such class.
	fn unit(class: ClassId) -> Option<BaseUnit>;

	/// Appends the step's record to the trail of a class.
	///
	/// Fails when there is no such class, and as [`Trail::record`](crate::Trail::record) does.
	fn record(step: &mut Step<AccountId>, class: ClassId) -> DispatchResult;
}

/// There are no classes.
impl<AccountId> Catalogue<AccountId> for () {
	fn unit(_: ClassId) -> Option<BaseUnit> {
		None
	}
	fn record(_: &mut Step<AccountId>, _: ClassId) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
}
