//! What the pallet stores, and what its calls speak of.

mod archived;
mod dmu;
mod efficiency;
mod round;
mod snapshot;
mod specification;

pub use archived::{ArchivedReport, ArchivedRound};
pub use dmu::{Dmu, Roster, MAX_DMUS};
pub use efficiency::Efficiency;
pub use round::{Opening, Progress, Round, Seal, Stage, Sums, METHOD};
pub(crate) use snapshot::exclusion;
pub use snapshot::{Exclusion, Row, SampleSize, Snapshot};
pub use specification::{
	Indicator, IndicatorRole, RoundSpecification, Values, MAX_DECIMALS, MAX_INDICATORS,
};
