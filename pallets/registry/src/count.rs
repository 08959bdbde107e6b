//! Counting: a holding is set to what was counted.

use crate::{Config, Error, Event, LotBook, Pallet};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, EventClaim, InstitutionId, LotId, Quantity, Step};
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
		let arguments = (lot, owner, counted, reason, event);
		let mut step = Step::new(act, Action::LotCounted, &arguments).at(event);
		let mut book = LotBook::<T>::open(lot)?;
		let booked = book.count(institution, counted)?;
		book.close(&mut step)?;
		let holding = Custody::own(institution).of(lot);
		Self::deposit_event(Event::LotCounted { holding, booked, counted, reason });
		Ok(())
	}
}
