//! Whether something is for a need.

use crate::{Config, Error, Need, Pallet, Scope};
use frame_support::ensure;
use salus_primitives::{Directory, Geography};

impl<T: Config> Pallet<T> {
	/// Refuses a scope that names a region that is not there.
	pub(crate) fn check_scope(scope: &Scope) -> Result<(), Error<T>> {
		let mut regions = scope.regions.iter();
		ensure!(
			regions.all(|region| T::Geography::area(region).is_some()),
			Error::<T>::RegionNotFound
		);
		Ok(())
	}

	/// Tells every reason why a scope is not for a need, and stops as soon as `tell` fails.
	pub(crate) fn examine_scope<E>(
		scope: &Scope,
		need: &Need,
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<(), E> {
		if need.request.priority < scope.priority {
			tell(Error::NotUrgentEnough)?;
		}
		// Whoever published a need is there.
		let body = T::Directory::body(need.institution);
		if !scope.kinds.is_empty() {
			let fits = body.as_ref().is_some_and(|body| scope.kinds.contains(&body.kind));
			if !fits {
				tell(Error::KindOutsideScope)?;
			}
		}
		if !scope.regions.is_empty() {
			let lineage = body.map(|body| T::Geography::lineage(&body.region));
			let lineage = lineage.unwrap_or_default();
			if !lineage.iter().any(|region| scope.regions.contains(region)) {
				tell(Error::RegionOutsideScope)?;
			}
		}
		let mut capabilities = scope.capabilities.iter();
		if !capabilities.all(|capability| T::Directory::is_licensed(need.institution, *capability))
		{
			tell(Error::CapabilityMissing)?;
		}
		Ok(())
	}

	/// Whether a scope is for a need.
	pub(crate) fn is_for(scope: &Scope, need: &Need) -> bool {
		Self::examine_scope(scope, need, &mut Err).is_ok()
	}
}
