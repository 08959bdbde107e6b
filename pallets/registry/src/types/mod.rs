//! What the registry stores, and what its calls and views speak of, beside what one call alone knows.

mod classes;
mod genesis;
mod institutions;
mod ledger;
mod levels;
mod lots;
mod regions;
mod sites;

pub use classes::{Class, ClassEntry, ClassKind, ClinicalCode, Requirement};
pub use genesis::{AgentSeed, InstitutionSeed, RegionSeed};
pub use institutions::{
	Admission, AgentState, Amendment, Institution, InstitutionStanding, InstitutionView, Licence,
};
pub use ledger::{Conservation, Ledger};
pub use levels::{LevelEntry, LevelView, RegionStock};
pub use lots::{
	ClassChange, Commissioning, Derivation, Lot, LotIdentity, LotOrigin, LotView, Window,
};
pub use regions::{Region, RegionEntry};
pub use sites::{GridSquare, Place, SiteEntry, SiteKind};
