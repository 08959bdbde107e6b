//! Counting: a holding is set to what was counted, or what is beyond the books is claimed.

use crate::{claims, Config, CountClaim, Error, Event, LotBook, Pallet};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, traits::Get};
use salus_primitives::{
	Act, Action, Custody, EventClaim, InstitutionId, LotId, Quantity, Step, Trail,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// Why a count differs from the books.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum CountReason {
	/// A regular stock-take.
	StockTake,
	Breakage,
	Theft,
	Spoilage,
	/// The books were wrong.
	ClericalError,
	/// More arrived with a transfer than was shipped.
	Excess,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_count(
		act: Act<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		counted: Quantity,
		reason: CountReason,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let institution = act.institution()?;
		ensure!(owner == institution, Error::<T>::NotOwner);
		Self::ensure_quantity(counted)?;
		let mut book = LotBook::<T>::open(lot)?;
		let registrant = book.entry().lot.registered_by;
		let count = book.count(institution, counted)?;
		let holding = Custody::own(institution).of(lot);
		let booked = count.booked;

		let arguments = (lot, owner, counted, reason, event);
		let action = match count.claimed {
			0 => Action::LotCounted,
			_ => Action::CountClaimed,
		};
		let mut step = Step::new(act, action, &arguments).at(event);
		// Whoever has counted anew claims nothing of what it counted before.
		if institution != registrant {
			claims::end::<T>(lot, institution);
		}
		if count.claimed > 0 {
			let until = T::Trail::now().saturating_add(T::ClaimPeriod::get());
			let claim = CountClaim { excess: count.claimed, reason, event, until };
			claims::make::<T>(lot, institution, claim);
			Self::deposit_event(Event::CountClaimed { holding, booked, counted, reason, until });
		} else {
			Self::deposit_event(Event::LotCounted { holding, booked, counted, reason });
		}
		book.close(&mut step)
	}
}
