//! Migrations.

use crate::{Config, Pallet, WeightInfo};
use core::marker::PhantomData;
use frame_support::{
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	weights::WeightMeter,
};
use salus_primitives::{Act, Actor, Directory, InstitutionId, Step};

/// Makes every institution the member that it is due to be: all of them, on a chain that had no assembly;
/// and those that wait at the rank that their kind had before.
///
/// One institution is a step, since their number has no bound. What changes is recorded as an act of the
/// chain, as when an institution is admitted.
pub struct EnrolAll<T>(PhantomData<T>);

impl<T: Config> SteppedMigration for EnrolAll<T> {
	/// The next institution.
	type Cursor = InstitutionId;
	type Identifier = MigrationId<15>;

	fn id() -> MigrationId<15> {
		MigrationId { pallet_id: *b"pallet-assembly", version_from: 0, version_to: 1 }
	}

	fn step(
		cursor: Option<InstitutionId>,
		meter: &mut WeightMeter,
	) -> Result<Option<InstitutionId>, SteppedMigrationError> {
		// A member that is ranked anew, or inducted with the highest rank, which are the same steps in the
		// other order.
		let required = T::WeightInfo::update_rank();
		let mut next = cursor.unwrap_or(InstitutionId(0));
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		while meter.try_consume(required).is_ok() {
			if T::Directory::standing(next).is_none() {
				return Ok(None);
			}
			enrol::<T>(next)?;
			match next.next() {
				Some(further) => next = further,
				None => return Ok(None),
			}
		}
		Ok(Some(next))
	}
}

/// Makes an institution the member that it is due to be.
fn enrol<T: Config>(institution: InstitutionId) -> Result<(), SteppedMigrationError> {
	let failed = |_| SteppedMigrationError::Failed;
	let due = Pallet::<T>::due_rank(institution);
	let Some(action) = Pallet::<T>::enrol(institution, due).map_err(failed)? else { return Ok(()) };
	let mut step = Step::new(Act::by(Actor::Chain), action, &institution);
	Pallet::<T>::record(&mut step).map_err(failed)
}
