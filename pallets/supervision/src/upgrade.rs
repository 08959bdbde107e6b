//! Recording that the chain runs other code: the one owner of [`KnownRuntime`].

use crate::{log::Log, Config, Event, KnownRuntime, Pallet, RuntimeEntry};
use frame_support::{
	defensive,
	traits::{Get, Time},
	weights::Weight,
};
use frame_system::Pallet as System;
use salus_primitives::{Act, Action, Actor, Step, Subject};
use sp_runtime::traits::{One, Saturating};

impl<T: Config> Pallet<T> {
	/// Takes the version of the running code as known.
	pub(crate) fn know_runtime() {
		KnownRuntime::<T>::put(Self::running());
	}

	/// Records that other code runs, unless the version is the known one.
	///
	/// The weight is that of the storage it touches, since it runs once per upgrade and hashes eight
	/// bytes: the version, the time and the record. The block's records are charged for
	/// `NextRecordId` when it begins.
	pub(crate) fn record_upgrade() -> Weight {
		let known = KnownRuntime::<T>::get();
		let running = Self::running();
		let RuntimeEntry { spec_version, impl_version, .. } = running;
		let version = (spec_version, impl_version);
		if known.is_some_and(|known| (known.spec_version, known.impl_version) == version) {
			return T::DbWeight::get().reads(1);
		}

		let step = Step::new(Act::by(Actor::Chain), Action::RuntimeUpgraded, &version);
		let previous = known.and_then(|known| known.newest_record);
		// Upgrades run before the block begins, when the number is still that of the block before.
		let block = System::<T>::block_number().saturating_add(One::one());
		match Log::<T>::append(&step, Subject::Runtime, previous, None, T::Time::now(), block) {
			Ok(id) => {
				KnownRuntime::<T>::put(RuntimeEntry { newest_record: Some(id), ..running });
				Self::deposit_event(Event::RuntimeUpgraded { spec_version, impl_version });
			}
			Err(error) => {
				defensive!("supervision: an upgrade is not recorded", error);
			}
		}
		T::DbWeight::get().reads_writes(2, 2)
	}

	/// The version of the running code, without a record.
	fn running() -> RuntimeEntry {
		let version = T::Version::get();
		RuntimeEntry {
			spec_version: version.spec_version,
			impl_version: version.impl_version,
			newest_record: None,
		}
	}
}
