//! A transfer between two institutions of the development cast.

use pallet_circulation::{Leg, Proposal, Terms};
use salus_primitives::{time::DAY, InstitutionId, LotId, Moment, Quantity, SiteNumber};
use salus_runtime::RuntimeCall;

/// Who receives. The donor is institution 0.
const HOSPITAL: InstitutionId = InstitutionId(1);

/// Proposes a gift from the donor's warehouse to the hospital's dock, a leg for each lot and quantity.
///
/// Panics if there are more than a transfer may have.
pub fn propose(legs: impl IntoIterator<Item = (LotId, Quantity)>, now: Moment) -> RuntimeCall {
	const SITE: Option<SiteNumber> = Some(SiteNumber(0));
	let legs: Vec<_> =
		legs.into_iter().map(|(lot, quantity)| Leg { lot, quantity, pack: None }).collect();
	RuntimeCall::Circulation(pallet_circulation::Call::propose {
		proposal: Proposal {
			to: HOSPITAL,
			from_site: SITE,
			to_site: SITE,
			terms: Terms::Gift,
			legs: legs.try_into().expect("the legs fit"),
			dispatch_by: now + DAY,
			receive_by: now + 5 * DAY,
			serves: None,
		},
	})
}
