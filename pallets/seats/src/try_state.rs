//! The invariants of the module documentation, checked against the whole state.

use crate::{Config, Motions, Pallet};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{pallet_prelude::Get, traits::SortedMembers};
use salus_primitives::{check_invariant, Directory, InstitutionKind, Standing};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let seats = Self::all_seats();
		let (members, speakers) = (T::Members::sorted_members(), Self::speakers(&seats));
		check_invariant!(
			"seats",
			1,
			members == speakers,
			"the collective's members are not those who speak",
			members,
			speakers
		);
		let mut known = BTreeSet::new();
		for (institution, speaker) in &seats {
			if let Some(speaker) = speaker {
				check_invariant!(
					"seats",
					2,
					T::Directory::institution_of(speaker) == Some(*institution),
					"a speaker is no agent of its commission",
					institution,
					speaker
				);
				check_invariant!(
					"seats",
					2,
					known.insert(speaker),
					"an account speaks for two seats",
					institution,
					speaker
				);
			}
			let standing = T::Directory::standing(*institution);
			check_invariant!(
				"seats",
				3,
				matches!(standing, Some(Standing::Active | Standing::Suspended)),
				"an institution that is no more has a seat",
				institution,
				standing
			);
			let kind = T::Directory::body(*institution).map(|body| body.kind);
			check_invariant!(
				"seats",
				3,
				kind == Some(InstitutionKind::HealthCommission),
				"an institution that is no commission has a seat",
				institution,
				kind
			);
		}
		let (mut counted, mut by_seat) = (BTreeSet::new(), BTreeMap::new());
		for (institution, motion) in Motions::<T>::get() {
			check_invariant!(
				"seats",
				4,
				counted.insert(motion),
				"a motion is counted twice",
				institution,
				motion
			);
			let count: &mut u32 = by_seat.entry(institution).or_default();
			*count = count.saturating_add(1);
			check_invariant!(
				"seats",
				4,
				*count <= T::MaxMotionsPerSeat::get(),
				"a seat has more motions than it may",
				institution,
				count
			);
		}
		Ok(())
	}
}
