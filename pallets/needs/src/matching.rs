//! Needs and offers, as an allocation brings them together: the [`Matching`] of the house.
//!
//! What is frozen of a need is exactly what pairing asks of it, so that whoever pairs in several blocks gets
//! one answer. A line that is carried out is asked everything anew, rules among it.

use crate::{
	scope::{Asking, Live},
	serving::good_until,
	take::giving,
	Config, Error, Need, NeedFacts, Offer, OfferFacts, OpenOffers, Pallet, Supply,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::Get, BoundedBTreeSet, BoundedVec};
#[cfg(feature = "runtime-benchmarks")]
use salus_primitives::LotId;
use salus_primitives::{
	Body, Capability, ClassId, Custody, Directory, Geography, InstitutionId, InstitutionKind,
	LotFacts, LotStock, MadeTransfer, Matching, Moment, NeedId, NewTransfer, NotMade, OfferId,
	Priority, Purpose, Quantity, RegionCode, Ruling, Step, Stock, SupplyNow, Terms, Total, Trail,
	Transfers, Want, MAX_DISPATCH_DAYS,
};
use sp_runtime::DispatchError;

impl<T: Config> Matching<T::AccountId> for Pallet<T> {
	type Wanted = NeedFacts;
	type Supplied = OfferFacts;

	fn needs_behind(
		class: ClassId,
		after: Option<(RegionCode, NeedId)>,
		most: u32,
	) -> Vec<(RegionCode, NeedId)> {
		Self::open_places(class, None, after, most)
	}

	fn offers_behind(class: ClassId, after: Option<OfferId>, most: u32) -> Vec<OfferId> {
		let ids = match after {
			Some(after) => {
				let start = OpenOffers::<T>::hashed_key_for(class, after);
				OpenOffers::<T>::iter_key_prefix_from(class, start)
			}
			None => OpenOffers::<T>::iter_key_prefix(class),
		};
		ids.take(most as usize).collect()
	}

	fn want(id: NeedId, class: ClassId) -> Option<Want<NeedFacts>> {
		let need = Self::load_need(id).ok()?;
		let open = unsent(&need);
		let is_open = need.is_open(T::Trail::now()) && open > 0;
		if !is_open || !T::Directory::may_act(need.institution) {
			return None;
		}
		let Body { kind, region } = T::Directory::body(need.institution)?;
		let evidence = need.evidence;
		// The evidence is of the need's own class: of a substitute it shows no use.
		let has_history = need.request.class == class && evidence.days >= T::MinHistory::get();
		Some(Want {
			institution: need.institution,
			kind,
			priority: need.request.priority,
			open,
			daily_use: if has_history { evidence.daily_use } else { 0 },
			facts: Self::facts_of(&need, kind, &region),
			region,
		})
	}

	fn supply(id: OfferId) -> Option<SupplyNow> {
		let offer = Self::load_offer(id).ok().filter(is_shared)?;
		let mut lot = T::Stock::open(offer.supply.lot)?;
		if !Self::gives_something(&offer, &mut lot) {
			return None;
		}
		let since = offer.newest_record.and_then(T::Trail::time_of);
		Some(SupplyNow {
			institution: offer.institution,
			region: T::Directory::body(offer.institution)?.region,
			left: offer.left,
			expires_at: lot.facts().expires_at,
			since: since.unwrap_or_else(T::Trail::now),
		})
	}

	fn supplied(id: OfferId) -> Option<OfferFacts> {
		let offer = Self::load_offer(id).ok().filter(|offer| offer.ended.is_none())?;
		let lot = T::Stock::open(offer.supply.lot)?;
		Some(OfferFacts::new(&offer, &lot.facts()))
	}

	fn may(supplied: &OfferFacts, wanted: &NeedFacts, at: Moment) -> bool {
		supplied.suits::<T>(wanted, at)
	}

	fn ask_rules(id: OfferId, need: NeedId, quantity: Quantity) -> Ruling {
		let transfer = Self::load_offer(id).ok().zip(Self::load_need(need).ok());
		let transfer = transfer.and_then(|(offer, wanted)| {
			let now = T::Trail::now();
			let deadlines = Self::deadlines(&offer.supply.pace, wanted.until, now).ok()?;
			let transfer = giving(&offer, (need, &wanted), quantity, deadlines);
			Some((transfer, wanted.request.priority))
		});
		match transfer {
			Some((transfer, priority)) => T::Transfers::ask_rules(&transfer, Some(priority)),
			None => Ruling { is_forbidden: false, rules: 0 },
		}
	}

	fn most_rules() -> u32 {
		T::Transfers::most_rules()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_rules(id: OfferId, need: NeedId) {
		let offer = Self::load_offer(id).expect("there is such an offer");
		let need = Self::load_need(need).expect("there is such a need");
		T::Transfers::fill_rules(offer.institution, need.institution, offer.class);
	}

	fn share(
		step: &mut Step<T::AccountId>,
		id: OfferId,
		need: NeedId,
		quantity: Quantity,
	) -> Result<(MadeTransfer, Quantity), NotMade> {
		let cleared = Self::clear_sharing(id, need, quantity);
		let (offer, quantity, transfer) = cleared.map_err(DispatchError::from)?;
		let made = T::Transfers::make(step, transfer)?;
		Self::note_taken(step, id, offer, (need, made.id), quantity)?;
		Ok((made, quantity))
	}

	fn escalate(
		step: &mut Step<T::AccountId>,
		id: NeedId,
	) -> Result<Option<RegionCode>, DispatchError> {
		let Ok(need) = Self::load_need(id) else { return Ok(None) };
		if need.ended.is_some() || need.open() == 0 {
			return Ok(None);
		}
		let Some(region) = Self::next_region(&need) else { return Ok(None) };
		Self::ask_region(step, id, need, region.clone())?;
		Ok(Some(region))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn put_need(institution: InstitutionId, class: ClassId, quantity: Quantity) -> NeedId {
		crate::benchmarking::put_need::<T>(institution, class, quantity)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn put_offer(institution: InstitutionId, lot: LotId, quantity: Quantity) -> OfferId {
		crate::benchmarking::put_offer::<T>(institution, lot, quantity)
	}
}

impl<T: Config> Pallet<T> {
	/// Refuses what cannot be shared out. Answers with the offer, with how much of it goes to the need, and with
	/// the transfer that is to be made.
	fn clear_sharing(
		id: OfferId,
		need_id: NeedId,
		quantity: Quantity,
	) -> Result<(Offer, Quantity, NewTransfer), Error<T>> {
		let offer = Self::load_offer(id)?;
		let need = Self::load_need(need_id)?;
		ensure!(need.is_open(T::Trail::now()), Error::<T>::NeedNotOpen);
		let open = unsent(&need);
		ensure!(open > 0, Error::<T>::NeedCovered);
		let quantity = quantity.min(offer.left).min(open);
		let transfer = Self::examine_giving(&offer, (need_id, &need), (quantity, 1), &mut Err)?;
		Ok((offer, quantity, transfer.ok_or(Error::<T>::NeedEndsTooSoon)?))
	}

	/// Whether an offer gives somebody something now.
	fn gives_something(offer: &Offer, lot: &mut <T::Stock as Stock<T::AccountId>>::Lot) -> bool {
		T::Directory::may_act(offer.institution)
			&& Self::check_takeable(offer).is_ok()
			&& lot.ensure_free(Custody::own(offer.institution), Purpose::Send).is_ok()
	}

	/// Whether something could be taken of an offer for a need, rules aside.
	pub(crate) fn could_take(offer: &Offer, need: &Need) -> bool {
		let now = T::Trail::now();
		let Some(mut lot) = T::Stock::open(offer.supply.lot) else { return false };
		need.is_open(now)
			&& need.open() >= Total::from(Self::least_taken(offer))
			&& Self::gives_something(offer, &mut lot)
			&& OfferFacts::new(offer, &lot.facts()).suits::<T>(&Live::<T>::new(need), now)
	}

	/// What pairing asks of a need.
	fn facts_of(need: &Need, kind: InstitutionKind, region: &RegionCode) -> NeedFacts {
		let institution = need.institution;
		let is_licensed =
			|capability: &Capability| T::Directory::is_licensed(institution, *capability);
		let licences: BTreeSet<_> = Capability::ALL.into_iter().filter(is_licensed).collect();
		NeedFacts {
			institution,
			kind,
			// A lineage is no longer than this.
			lineage: BoundedVec::truncate_from(T::Geography::lineage(region)),
			// There are no more capabilities than fit.
			capabilities: BoundedBTreeSet::try_from(licences).unwrap_or_default(),
			priority: need.request.priority,
			from: need.request.window.from,
			until: need.until,
			shelf_life: need.request.shelf_life,
		}
	}
}

/// What is open of a need and was not sent either, which is no more than was asked for: what an order has sent
/// may still be accepted.
fn unsent(need: &Need) -> Quantity {
	Quantity::try_from(need.unsent()).unwrap_or(Quantity::MAX)
}

/// Whether an allocation shares out what an offer gives: nobody is made to buy or to borrow, and nobody waits long
/// for goods that may never leave.
fn is_shared(offer: &Offer) -> bool {
	let Supply { terms, pace, .. } = &offer.supply;
	matches!(terms, Terms::Gift) && pace.dispatch <= MAX_DISPATCH_DAYS
}

impl OfferFacts {
	/// What is to be known of an offer, and of the lot that it is of.
	fn new(offer: &Offer, lot: &LotFacts) -> Self {
		Self {
			institution: offer.institution,
			scope: offer.supply.scope.clone(),
			pace: offer.supply.pace,
			expires_at: lot.expires_at,
			needs_licence: lot.capability,
			due: match offer.supply.terms {
				Terms::Loan { due } => Some(due),
				Terms::Gift | Terms::Sale | Terms::Return { .. } => None,
			},
		}
	}

	/// Whether its goods may go to a need, were they promised at a moment: they are another's, its scope is for
	/// the need, the receiver may have the class, there is time to dispatch, and the goods arrive neither too
	/// early, nor too old, nor after they should be back.
	fn suits<T: Config>(&self, need: &impl Asking, at: Moment) -> bool {
		let deadlines = Pallet::<T>::deadlines(&self.pace, need.until(), at);
		let Ok((_, receive_by)) = deadlines else { return false };
		let good_until = good_until(need.shelf_life(), receive_by);
		self.institution != need.institution()
			&& self.scope.examine::<T, _>(need, &mut Err).is_ok()
			&& self.needs_licence.is_none_or(|needed| need.is_licensed(needed))
			&& need.from().is_none_or(|from| from <= receive_by)
			&& self.expires_at.is_none_or(|expiry| expiry > good_until)
			&& self.due.is_none_or(|due| due >= receive_by)
	}
}

impl Asking for NeedFacts {
	fn institution(&self) -> InstitutionId {
		self.institution
	}
	fn kind(&self) -> Option<InstitutionKind> {
		Some(self.kind)
	}
	fn is_within(&self, regions: &[RegionCode]) -> bool {
		self.lineage.iter().any(|region| regions.contains(region))
	}
	fn is_licensed(&self, capability: Capability) -> bool {
		self.capabilities.contains(&capability)
	}
	fn priority(&self) -> Priority {
		self.priority
	}
	fn from(&self) -> Option<Moment> {
		self.from
	}
	fn until(&self) -> Moment {
		self.until
	}
	fn shelf_life(&self) -> u16 {
		self.shelf_life
	}
}
