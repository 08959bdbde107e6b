//! The council before the first block.

use crate::{Config, GenesisConfig, Seats, SeatsOf};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::traits::InitializeMembers;

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn plant(&self) {
		let mut seats = SeatsOf::<T>::new();
		for (institution, speaker) in &self.seats {
			let taken = seats
				.try_insert(*institution, Some(speaker.clone()))
				.expect("genesis has no more seats than there may be");
			assert!(taken.is_none(), "genesis gives {institution:?} two seats");
		}
		let members: BTreeSet<_> = seats.values().flatten().cloned().collect();
		assert_eq!(members.len(), seats.len(), "genesis lets an account speak for two seats");
		Seats::<T>::put(seats);
		T::MembersChanged::initialize_members(&members.into_iter().collect::<Vec<_>>());
	}
}
