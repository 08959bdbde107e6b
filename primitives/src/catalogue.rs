//! Classes of resource, as other pallets ask for them.

use crate::{BaseUnit, ClassId};

/// Knows the classes. The registry keeps them.
///
/// Its storage reads are part of the benchmarks of the calls that ask it, which run in the runtime that
/// wires it.
pub trait Catalogue {
	/// What the quantities of a class count; `None` when there is no such class.
	fn unit(class: ClassId) -> Option<BaseUnit>;
}

/// There are no classes.
impl Catalogue for () {
	fn unit(_: ClassId) -> Option<BaseUnit> {
		None
	}
}
