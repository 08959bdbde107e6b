//! The roots that revisions of rings had before.
//!
//! All writes of [`OldRoots`] go through this file, which keeps that
//!
//! - a ring has at most [`MAX_OLD_ROOTS`](crate::MAX_OLD_ROOTS), of revisions before its newest one, the oldest
//!   first;
//! - whatever is accepted is kept: revisions of a ring are at least [`Config::BuildRest`] apart, so that a root
//!   is over when there is no room for it.
//!
//! A root that is over may be kept until the next one is archived. It is not accepted.

use crate::{Config, Error, OldRoot, OldRoots, Pallet, Ring, Rings};
use frame_support::{ensure, traits::Get};
use salus_primitives::{RingId, Trail};
use salus_rings::Root;

impl<T: Config> Pallet<T> {
	/// The root of a revision of a ring against which proofs are accepted now: of the newest one, or, unless it
	/// is to be the `newest_alone`, of one that was replaced not long ago.
	///
	/// Fails with [`Error::RingNotFound`], [`Error::WrongRevision`], [`Error::RingTooSmall`], in this order.
	pub(crate) fn accepted_root(
		ring: RingId,
		revision: u32,
		newest_alone: bool,
	) -> Result<Root, Error<T>> {
		let newest = Rings::<T>::get(ring).ok_or(Error::RingNotFound)?;
		let (root, members) = if newest.revision == revision {
			(newest.root, newest.members)
		} else {
			ensure!(!newest_alone, Error::WrongRevision);
			let now = T::Trail::now();
			let old = OldRoots::<T>::get(ring);
			let old = old.iter().find(|old| old.revision == revision && now <= old.until);
			old.map(|old| (old.root, old.members)).ok_or(Error::WrongRevision)?
		};
		ensure!(members >= T::MinRing::get(), Error::RingTooSmall);
		Ok(root)
	}

	/// Keeps the root of a revision that is being replaced, and none that is over.
	pub(crate) fn archive_root(id: RingId, ring: &Ring) {
		let now = T::Trail::now();
		let old = OldRoot {
			revision: ring.revision,
			root: ring.root,
			members: ring.members,
			until: now.saturating_add(T::RootRetention::get()),
		};
		OldRoots::<T>::mutate(id, |roots| {
			roots.retain(|root| now <= root.until);
			if roots.is_full() {
				// The first is over with this moment.
				roots.remove(0);
			}
			// There is room for it.
			let _ = roots.try_push(old);
		});
	}
}
