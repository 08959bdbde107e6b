//! The next version, for rehearsing an upgrade.
//!
//! A build with the feature `rehearsal` has a `spec_version` one higher, so that a chain takes it, and a
//! migration more, [`FailsOnRequest`]. It never runs on a network.

use frame_support::{
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	storage::unhashed,
	weights::WeightMeter,
};

/// The key under which something in the state makes the migration fail.
pub const FAILS: &[u8] = b":rehearsal:fails";

/// A migration that fails if there is anything under [`FAILS`], and does nothing otherwise.
pub struct FailsOnRequest;

impl SteppedMigration for FailsOnRequest {
	type Cursor = ();
	type Identifier = MigrationId<15>;

	fn id() -> MigrationId<15> {
		MigrationId { pallet_id: *b"salus-rehearsal", version_from: 0, version_to: 1 }
	}

	fn step(_: Option<()>, _: &mut WeightMeter) -> Result<Option<()>, SteppedMigrationError> {
		match unhashed::exists(FAILS) {
			true => Err(SteppedMigrationError::Failed),
			false => Ok(None),
		}
	}
}
