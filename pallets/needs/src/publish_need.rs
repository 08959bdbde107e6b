//! The call `publish_need`.

use crate::{Config, Error, Event, Evidence, Need, Pallet, Request, MAX_OPEN_NEEDS};
use alloc::vec::Vec;
use frame_support::{pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	Act, Action, Catalogue, Directory, InstitutionId, RegionCode, Step, Total, Trail,
};
use sp_runtime::traits::BadOrigin;

/// What a walk through a request has read, for whoever publishes it.
pub(crate) struct Cleared {
	/// What the chain knows of the class there.
	pub evidence: Evidence,
	/// The most that may be asked for, over all open needs.
	pub cap: Total,
	/// What is asked for already.
	pub asked: Total,
	/// The institution's region; `None` when there is no such institution.
	pub region: Option<RegionCode>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_publish_need(act: Act<T::AccountId>, request: Request) -> DispatchResult {
		let institution = act.institution()?;
		let Cleared { evidence, region, .. } =
			Self::examine_request(institution, &request, &mut Err)?;
		let region = region.ok_or(BadOrigin)?;
		let mut step = Step::new(act, Action::NeedPublished, &(&request,));
		let (class, quantity, until) = (request.class, request.quantity, request.window.until);
		let need = Need {
			institution,
			request,
			evidence,
			region: region.clone(),
			escalations: 0,
			until,
			promised: 0,
			unanswered: 0,
			delivered: 0,
			ended: None,
			newest_record: None,
		};
		let need = Self::add_need(&mut step, need)?;
		Self::deposit_event(Event::NeedPublished { need, institution, class, quantity, region });
		Ok(())
	}

	/// Walks a request and tells every reason against it.
	pub(crate) fn examine_request<E>(
		institution: InstitutionId,
		request: &Request,
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Cleared, E> {
		let unit = T::Catalogue::unit(request.class);
		if unit.is_none() {
			tell(Error::ClassNotFound)?;
		}
		let mut seen = Vec::from([request.class]);
		for substitute in &request.substitutes {
			if seen.contains(substitute) {
				tell(Error::ClassNamedTwice)?;
			}
			seen.push(*substitute);
			match T::Catalogue::unit(*substitute) {
				None => tell(Error::ClassNotFound)?,
				found if unit.is_some() && found != unit => tell(Error::UnitsDiffer)?,
				Some(_) => {}
			}
		}
		if request.quantity == 0 {
			tell(Error::ZeroQuantity)?;
		}
		match request.window.until.checked_sub(T::Trail::now()) {
			None | Some(0) => tell(Error::EndPassed)?,
			Some(time) if time > T::MaxNeedTime::get() => tell(Error::TooLong)?,
			Some(_) => {}
		}
		if request.window.from.is_some_and(|from| from > request.window.until) {
			tell(Error::WindowReversed)?;
		}
		if request.site.is_some_and(|site| !T::Directory::has_site(institution, site)) {
			tell(Error::SiteNotFound)?;
		}
		let full = |class| Self::needs_of(institution, class).len() as u32 >= MAX_OPEN_NEEDS;
		if request.accepted().any(full) {
			tell(Error::TooManyNeeds)?;
		}
		let evidence = Self::evidence(institution, request.class);
		let cap = Self::cap(request.class, &evidence);
		let asked = Self::asked(institution, request.class);
		if asked.saturating_add(request.quantity.into()) > cap {
			tell(Error::AboveCap)?;
		}
		let region = T::Directory::body(institution).map(|body| body.region);
		Ok(Cleared { evidence, cap, asked, region })
	}
}
