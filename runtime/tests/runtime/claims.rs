//! What the cast registers and proposes.

use crate::chain::Chain;
use pallet_circulation::{Leg, Proposal, Terms};
use pallet_registry::{Commissioning, LotIdentity};
use salus_primitives::{
	Batch, CalendarDate, ClassId, EventClaim, Expiry, InstitutionId, LotId, SiteNumber,
};
use salus_runtime::{Registry, Runtime, RuntimeCall};

pub const DONOR: InstitutionId = InstitutionId(0);
pub const HOSPITAL: InstitutionId = InstitutionId(1);
pub const SECOND_HOSPITAL: InstitutionId = InstitutionId(2);
pub const CARRIER: InstitutionId = InstitutionId(6);
pub const MASKS: ClassId = ClassId(0);

const DAY: u64 = salus_primitives::time::DAY;

/// Now, in China.
pub fn event(chain: &Chain) -> EventClaim {
	EventClaim { at: chain.now, utc_offset: 480 }
}

/// A batch of masks that expires in 2028.
pub fn masks(batch: &str) -> LotIdentity {
	LotIdentity {
		class: MASKS,
		batch: Some(Batch::try_from(batch).expect("a batch number")),
		serial: None,
		made: Some(CalendarDate { year: 2025, month: 11, day: 1 }),
		expiry: Some(Expiry::Month { year: 2028, month: 10 }),
		window: None,
		donor: Some(DONOR),
		earmark: None,
		commissioning: Commissioning::Commissioned,
		document: None,
	}
}

pub fn register(chain: &Chain, identity: LotIdentity, quantity: u64) -> RuntimeCall {
	let event = Some(event(chain));
	pallet_registry::Call::register_lot { identity, quantity, site: None, event }.into()
}

/// `//Alice` registers masks for the donor.
pub fn donated_masks(chain: &mut Chain, quantity: u64) -> LotId {
	let call = register(chain, masks("M-2025-11"), quantity);
	chain.call("Alice", call).expect("the donor may register");
	let last = pallet_registry::NextLotId::<Runtime>::get().0 - 1;
	assert_eq!(Registry::lot(LotId(last)).map(|view| view.lot.registered_by), Some(DONOR));
	LotId(last)
}

/// A gift to the hospital in Hankou, at its dock.
pub fn gift(
	chain: &Chain,
	legs: &[(LotId, u64)],
) -> Proposal<<Runtime as pallet_circulation::Config>::MaxLegs> {
	Proposal {
		to: HOSPITAL,
		from_site: Some(SiteNumber(0)),
		to_site: Some(SiteNumber(0)),
		terms: Terms::Gift,
		legs: legs
			.iter()
			.map(|(lot, quantity)| Leg { lot: *lot, quantity: *quantity, pack: None })
			.collect::<Vec<_>>()
			.try_into()
			.expect("the legs fit"),
		dispatch_by: chain.now + 2 * DAY,
		receive_by: chain.now + 9 * DAY,
		serves: None,
	}
}
