//! How much of a class an institution has, and how much of it it uses.

use crate::{ClassId, InstitutionId, Total};

/// What the chain itself knows of one class at one institution.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Level {
	/// Its own units that are available with it, in base units, expired ones among them until they
	/// are taken off the books.
	pub available: Total,
	/// What it consumed in a day, on average, in thousandths of a base unit, rounded to the
	/// nearest one.
	pub daily_use: Total,
	/// On how many days that average rests, as of today; zero when it never consumed any.
	pub days: u32,
}

/// Knows levels. The registry keeps them.
///
/// Its storage reads are part of the benchmarks of the calls that ask it, which run in the runtime
/// that wires it.
pub trait Levels {
	/// The level of a class at an institution, as of now.
	fn level(institution: InstitutionId, class: ClassId) -> Level;
}

/// Nobody has or uses anything.
impl Levels for () {
	fn level(_: InstitutionId, _: ClassId) -> Level {
		Level::default()
	}
}
