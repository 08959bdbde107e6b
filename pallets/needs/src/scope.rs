//! Whether something is for a need.

use crate::{Config, Error, Need, Pallet, Scope};
use core::marker::PhantomData;
use frame_support::ensure;
use salus_primitives::{
	Body, Capability, Directory, Geography, InstitutionId, InstitutionKind, Moment, Priority,
	RegionCode,
};

/// A need, and whose it is, as far as it matters to whoever gives: as it stands, or as it stood when that was
/// noted.
pub(crate) trait Asking {
	/// The institution that published it, which its own offers do not serve.
	fn institution(&self) -> InstitutionId;
	/// The kind of that institution; `None` when there is none.
	fn kind(&self) -> Option<InstitutionKind>;
	/// Whether that institution is in one of these regions, or in a part of one.
	fn is_within(&self, regions: &[RegionCode]) -> bool;
	/// Whether that institution has a licence.
	fn is_licensed(&self, capability: Capability) -> bool;
	/// How urgent it is.
	fn priority(&self) -> Priority;
	/// Goods must not have to arrive before this.
	fn from(&self) -> Option<Moment>;
	/// The last moment for goods to leave.
	fn until(&self) -> Moment;
	/// For how many days goods must be good after the latest moment of receipt.
	fn shelf_life(&self) -> u16;
}

/// A need as it stands. What else is to be known of its institution is read when it is asked.
pub(crate) struct Live<'a, T> {
	need: &'a Need,
	/// Whoever published a need is there.
	body: Option<Body>,
	_config: PhantomData<T>,
}

impl<'a, T: Config> Live<'a, T> {
	pub(crate) fn new(need: &'a Need) -> Self {
		Self { need, body: T::Directory::body(need.institution), _config: PhantomData }
	}
}

impl<T: Config> Asking for Live<'_, T> {
	fn institution(&self) -> InstitutionId {
		self.need.institution
	}
	fn kind(&self) -> Option<InstitutionKind> {
		self.body.as_ref().map(|body| body.kind)
	}
	fn is_within(&self, regions: &[RegionCode]) -> bool {
		let lineage = self.body.as_ref().map(|body| T::Geography::lineage(&body.region));
		lineage.unwrap_or_default().iter().any(|region| regions.contains(region))
	}
	fn is_licensed(&self, capability: Capability) -> bool {
		T::Directory::is_licensed(self.need.institution, capability)
	}
	fn priority(&self) -> Priority {
		self.need.request.priority
	}
	fn from(&self) -> Option<Moment> {
		self.need.request.window.from
	}
	fn until(&self) -> Moment {
		self.need.until
	}
	fn shelf_life(&self) -> u16 {
		self.need.request.shelf_life
	}
}

impl Scope {
	/// Tells every reason why it is not for a need, and stops as soon as `tell` fails.
	pub(crate) fn examine<T: Config, E>(
		&self,
		need: &impl Asking,
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<(), E> {
		if need.priority() < self.priority {
			tell(Error::NotUrgentEnough)?;
		}
		if !self.kinds.is_empty() && !need.kind().is_some_and(|kind| self.kinds.contains(&kind)) {
			tell(Error::KindOutsideScope)?;
		}
		if !self.regions.is_empty() && !need.is_within(&self.regions) {
			tell(Error::RegionOutsideScope)?;
		}
		if !self.capabilities.iter().all(|capability| need.is_licensed(*capability)) {
			tell(Error::CapabilityMissing)?;
		}
		Ok(())
	}
}

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
		scope.examine(&Live::<T>::new(need), tell)
	}
}
