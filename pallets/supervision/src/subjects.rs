//! The subjects that this pallet owns: pruned epochs, the chain's code, and the makers of blocks.

use crate::{log::Log, Config, KnownCollators, KnownRuntime, Pallet};
use salus_primitives::{RecordId, Subject, Subjects};

/// The owners of all subjects of a runtime: this pallet, and the others.
pub(crate) type Owners<T> = (Pallet<T>, <T as Config>::Subjects);

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Epoch(epoch) => Log::<T>::epoch(*epoch)?.newest_record,
			Subject::Runtime => KnownRuntime::<T>::get()?.newest_record,
			Subject::Collators => KnownCollators::<T>::get()?.newest_record,
			_ => None,
		}
	}
}
