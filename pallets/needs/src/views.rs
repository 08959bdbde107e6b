//! What clients read beside the storage itself.
//!
//! Every list is one page: it ends when it has as many entries as are asked for, or when
//! [`LONGEST_ANSWER`] have been looked at, and says where the next one begins.

use crate::{
	serving::good_until, Config, Error, Evidence, Need, NeedsOf, Offer, OffersOf, OpenNeeds,
	OpenOffers, Order, OrdersOf, Pallet, Request,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use core::convert::Infallible;
use frame_support::{traits::Get, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound};
use salus_primitives::{
	ClassId, Freezes, InstitutionId, LotId, LotStock, NeedId, NewTransfer, OfferId, OrderId,
	Quantity, RegionCode, Stock, Total, Trail, Transfers, LONGEST_ANSWER,
};
use scale_info::TypeInfo;

/// What would become of a request.
#[derive(CloneNoBound, PartialEqNoBound, EqNoBound, DebugNoBound, Encode, Decode, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct NeedExplanation<T: Config> {
	/// What the chain knows of the class at the institution.
	pub evidence: Evidence,
	/// The most that the institution may ask for of the class, over all its open needs, in base units.
	pub cap: Total,
	/// What it asks for already, and has not got, in base units.
	pub asked: Total,
	/// Every reason why the need could not be published.
	pub findings: Vec<Error<T>>,
}

/// What stands in the way of what would make a transfer.
#[derive(CloneNoBound, PartialEqNoBound, EqNoBound, DebugNoBound, Encode, Decode, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct Explanation<T: Config> {
	/// Every reason why no transfer would be made, the transfer's own aside.
	pub findings: Vec<Error<T>>,
	/// What that transfer would be refused with, conditions of rules among it; nothing where it is not
	/// known what it would carry.
	pub transfer: Vec<FindingOf<T>>,
}

/// What a transfer would be refused with.
pub type FindingOf<T> =
	<<T as Config>::Transfers as Transfers<<T as frame_system::Config>::AccountId>>::Finding;

impl<T: Config> Explanation<T> {
	fn of(error: Error<T>) -> Self {
		Self { findings: Vec::from([error]), transfer: Vec::new() }
	}

	/// What a walk told, and what stands in the way of the transfer that it ended with.
	fn new(findings: Vec<Error<T>>, transfer: Option<NewTransfer>) -> Self {
		Self { findings, transfer: transfer.map(T::Transfers::explain).unwrap_or_default() }
	}
}

/// A need, as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct NeedView {
	pub id: NeedId,
	pub need: Need,
	/// What nobody has promised yet, in base units.
	pub open: Total,
	/// Whether its time is over, so that it is escalated or expires once somebody rings.
	pub overdue: bool,
	/// Whether figures are claimed for it of which the chain has no history.
	pub claims_without_history: bool,
}

/// One page of a list.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ListPage<Entry, Place> {
	pub entries: Vec<Entry>,
	/// The place behind which the next page begins; `None` when this page is the last.
	pub next: Option<Place>,
}

/// What an institution has posted.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Board {
	pub needs: Vec<NeedView>,
	pub offers: Vec<(OfferId, Offer)>,
	pub orders: Vec<(OrderId, Order)>,
}

/// Where an open need stands in the list of its class.
pub type NeedPlace = (RegionCode, NeedId);

impl<T: Config> Pallet<T> {
	pub(crate) fn view_explain_need(
		institution: InstitutionId,
		request: &Request,
	) -> NeedExplanation<T> {
		let mut findings = Vec::new();
		let mut tell = collect(&mut findings);
		let Ok(cleared) = Self::examine_request(institution, request, &mut tell);
		drop(tell);
		let crate::publish_need::Cleared { evidence, cap, asked, .. } = cleared;
		NeedExplanation { evidence, cap, asked, findings }
	}

	pub(crate) fn view_explain_order(id: OrderId, need_id: NeedId) -> Explanation<T> {
		let (order, need) = match (Self::acting_order(id), Self::load_need(need_id)) {
			(Ok(order), Ok(need)) => (order, need),
			(Err(error), _) | (_, Err(error)) => return Explanation::of(error),
		};
		let mut findings = Vec::new();
		let mut tell = collect(&mut findings);
		let Ok(sending) = Self::examine_sending((id, &order), (need_id, &need), &mut tell);
		drop(tell);
		let transfer = sending.map(|sending| sending.transfer(&order, (need_id, &need)));
		Explanation::new(findings, transfer)
	}

	pub(crate) fn view_explain_take(
		id: OfferId,
		need_id: NeedId,
		quantity: Quantity,
	) -> Explanation<T> {
		let (offer, need) = match (Self::load_offer(id), Self::load_need(need_id)) {
			(Ok(offer), Ok(need)) => (offer, need),
			(Err(error), _) | (_, Err(error)) => return Explanation::of(error),
		};
		let mut findings = Vec::new();
		let mut tell = collect(&mut findings);
		let Ok(transfer) =
			Self::examine_taking((id, &offer), (need_id, &need), quantity, &mut tell);
		drop(tell);
		Explanation::new(findings, transfer)
	}

	pub(crate) fn view_need(id: NeedId) -> Option<NeedView> {
		let need = Self::load_need(id).ok()?;
		let open = need.open();
		let claims_without_history = need.claims_without_history(T::MinHistory::get());
		let overdue = need.ended.is_none() && T::Trail::now() > need.until;
		Some(NeedView { id, need, open, overdue, claims_without_history })
	}

	pub(crate) fn view_open_needs(
		class: ClassId,
		region: Option<RegionCode>,
		after: Option<NeedPlace>,
		limit: u32,
	) -> ListPage<NeedView, NeedPlace> {
		let places = Self::open_places(class, region, after, LONGEST_ANSWER);
		page(places, limit, |(_, id)| Self::view_need(*id))
	}

	/// Where the open needs stand that a class serves: those asked of one region, or of all of them, behind
	/// a place; `most` at most.
	pub(crate) fn open_places(
		class: ClassId,
		region: Option<RegionCode>,
		after: Option<NeedPlace>,
		most: u32,
	) -> Vec<NeedPlace> {
		let most = most as usize;
		match (region, after) {
			(Some(region), after) => {
				let prefix = (class, region.clone());
				let ids = match after {
					Some((_, after)) => {
						let start = OpenNeeds::<T>::hashed_key_for((class, region.clone(), after));
						OpenNeeds::<T>::iter_key_prefix_from(prefix, start)
					}
					None => OpenNeeds::<T>::iter_key_prefix(prefix),
				};
				ids.take(most).map(|id| (region.clone(), id)).collect()
			}
			(None, Some((region, after))) => {
				let start = OpenNeeds::<T>::hashed_key_for((class, region, after));
				let places = OpenNeeds::<T>::iter_key_prefix_from((class,), start);
				places.take(most).collect()
			}
			(None, None) => OpenNeeds::<T>::iter_key_prefix((class,)).take(most).collect(),
		}
	}

	pub(crate) fn view_offers_for(
		need: NeedId,
		after: Option<(ClassId, OfferId)>,
		limit: u32,
	) -> ListPage<(OfferId, Offer), (ClassId, OfferId)> {
		let Some(need) = Self::load_need(need).ok().filter(|_| !T::Freezes::need(need)) else {
			return ListPage { entries: Vec::new(), next: None };
		};
		let from = after.map(|(class, _)| class);
		let skip = move |class: &ClassId| from.is_some_and(|from| from != *class);
		let classes: Vec<_> = need.request.accepted().skip_while(skip).collect();
		let places = classes
			.into_iter()
			.flat_map(|class| {
				let behind = after.filter(|(from, _)| *from == class);
				let ids = match behind {
					Some((_, after)) => {
						let start = OpenOffers::<T>::hashed_key_for(class, after);
						OpenOffers::<T>::iter_key_prefix_from(class, start)
					}
					None => OpenOffers::<T>::iter_key_prefix(class),
				};
				ids.map(move |id| (class, id))
			})
			.take(LONGEST_ANSWER as usize)
			.collect();
		page(places, limit, |(_, id)| {
			let offer = Self::load_offer(*id).ok()?;
			let could = !T::Freezes::offer(*id) && Self::could_take(&offer, &need);
			could.then_some((*id, offer))
		})
	}

	pub(crate) fn view_needs_for(
		institution: InstitutionId,
		lot: LotId,
		after: Option<NeedPlace>,
		limit: u32,
	) -> ListPage<NeedView, NeedPlace> {
		let Some(stock) = T::Stock::open(lot) else {
			return ListPage { entries: Vec::new(), next: None };
		};
		let facts = stock.facts();
		let now = T::Trail::now();
		let could = |view: &NeedView| {
			let good_until = good_until(view.need.request.shelf_life, now);
			view.open > 0
				&& view.need.is_open(now)
				&& view.need.institution != institution
				&& facts.expires_at.is_none_or(|expiry| expiry > good_until)
				&& !T::Freezes::need(view.id)
		};
		let places = Self::open_places(facts.class, None, after, LONGEST_ANSWER);
		page(places, limit, |(_, id)| Self::view_need(*id).filter(could))
	}

	pub(crate) fn view_board(institution: InstitutionId) -> Board {
		let most = LONGEST_ANSWER as usize;
		// A need is listed once for each class that serves it.
		let listed = NeedsOf::<T>::iter_prefix(institution);
		let needs = listed.flat_map(|(class, ids)| ids.into_iter().map(move |id| (class, id)));
		let needs = needs.filter_map(|(class, id)| {
			Self::view_need(id).filter(|view| view.need.request.class == class)
		});
		let offers = OffersOf::<T>::iter_key_prefix(institution).take(most);
		let orders = OrdersOf::<T>::get(institution);
		Board {
			needs: needs.take(most).collect(),
			offers: offers.filter_map(|id| Some((id, Self::load_offer(id).ok()?))).collect(),
			orders: orders
				.into_iter()
				.filter_map(|id| Some((id, Self::load_order(id).ok()?)))
				.collect(),
		}
	}
}

/// What puts together all that a walk tells.
fn collect<T: Config>(
	findings: &mut Vec<Error<T>>,
) -> impl FnMut(Error<T>) -> Result<(), Infallible> + '_ {
	|error| {
		findings.push(error);
		Ok(())
	}
}

/// One page of what stands at some places, of which there are no more than were to be looked at.
fn page<Entry, Place: Clone>(
	places: Vec<Place>,
	limit: u32,
	read: impl Fn(&Place) -> Option<Entry>,
) -> ListPage<Entry, Place> {
	// A page of none would begin the next page where it began itself.
	let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
	let all = places.len() == LONGEST_ANSWER as usize;
	let mut entries = Vec::new();
	for place in &places {
		entries.extend(read(place));
		if entries.len() == limit {
			return ListPage { entries, next: Some(place.clone()) };
		}
	}
	let next = places.last().filter(|_| all).cloned();
	ListPage { entries, next }
}
