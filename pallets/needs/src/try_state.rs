//! The invariants, as the pallet's documentation numbers them.

use crate::{
	Config, Needs, NeedsOf, NextNeedId, NextOfferId, NextOrderId, OfferCount, Offers, OffersOf,
	OpenNeeds, OpenOffers, OrderBounds, Orders, OrdersByClass, OrdersOf, Origin, Origins, Pallet,
	MAX_OPEN_NEEDS,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::traits::Get;
use salus_primitives::{
	check_invariant, ClassId, Custody, InstitutionId, LotId, LotStock, Stock, Total,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		check_needs::<T>()?;
		check_offers::<T>()?;
		check_orders::<T>()
	}
}

fn check_needs<T: Config>() -> Result<(), TryRuntimeError> {
	let next = NextNeedId::<T>::get();
	let mut listed = BTreeSet::new();
	let mut of_institutions = BTreeMap::<(InstitutionId, ClassId), BTreeSet<_>>::new();
	for (id, need) in Needs::<T>::iter() {
		check_invariant!("needs", 1, id < next, "a need is not below the next", id);
		check_invariant!("needs", 1, need.newest_record.is_some(), "a need has no record", id);
		if need.ended.is_none() {
			check_invariant!("needs", 2, need.lacking() > 0, "an open need lacks nothing", id);
			listed.extend(need.request.accepted().map(|class| (class, need.region.clone(), id)));
		}
		for class in need.request.accepted().filter(|_| need.counts()) {
			of_institutions.entry((need.institution, class)).or_default().insert(id);
		}
	}
	let stored: BTreeSet<_> = OpenNeeds::<T>::iter_keys().collect();
	check_invariant!("needs", 3, stored == listed, "the open needs are not those listed");
	let mut lists = 0usize;
	for (institution, class, ids) in NeedsOf::<T>::iter() {
		lists = lists.saturating_add(1);
		let few = ids.len() as u32 <= MAX_OPEN_NEEDS && !ids.is_empty();
		check_invariant!("needs", 4, few, "a list of needs is empty or too long", institution);
		let known = of_institutions.get(&(institution, class));
		let same = known.is_some_and(|known| {
			known.len() == ids.len() && *known == ids.iter().copied().collect()
		});
		check_invariant!(
			"needs",
			4,
			same,
			"an institution's needs are not those listed",
			institution
		);
	}
	check_invariant!("needs", 4, lists == of_institutions.len(), "a list of needs is missing");
	Ok(())
}

fn check_offers<T: Config>() -> Result<(), TryRuntimeError> {
	let next = NextOfferId::<T>::get();
	let mut open = BTreeSet::new();
	let mut of_institutions = BTreeSet::new();
	let mut counts = BTreeMap::<InstitutionId, u32>::new();
	let mut set_aside = BTreeMap::<(InstitutionId, LotId), Total>::new();
	for (id, offer) in Offers::<T>::iter() {
		check_invariant!("needs", 5, id < next, "an offer is not below the next", id);
		check_invariant!("needs", 5, offer.newest_record.is_some(), "an offer has no record", id);
		let ended = offer.ended.is_some();
		check_invariant!("needs", 5, ended == (offer.left == 0), "an end and a rest", id);
		let within = offer.left <= offer.supply.quantity;
		check_invariant!("needs", 5, within, "more is left than was offered", id);
		if !ended {
			open.insert((offer.class, id));
			of_institutions.insert((offer.institution, id));
			let count = counts.entry(offer.institution).or_default();
			*count = count.saturating_add(1);
			let sum = set_aside.entry((offer.institution, offer.supply.lot)).or_default();
			*sum = sum.saturating_add(offer.left.into());
		}
	}
	let stored: BTreeSet<_> = OpenOffers::<T>::iter_keys().collect();
	check_invariant!("needs", 6, stored == open, "the open offers are not those listed");
	let stored: BTreeSet<_> = OffersOf::<T>::iter_keys().collect();
	check_invariant!(
		"needs",
		6,
		stored == of_institutions,
		"a giver's offers are not those listed"
	);
	let stored: BTreeMap<_, _> = OfferCount::<T>::iter().collect();
	check_invariant!("needs", 6, stored == counts, "a giver's offers are not counted");
	let few = counts.values().all(|count| *count <= T::MaxOffers::get());
	check_invariant!("needs", 6, few, "an institution has too many offers");
	for ((institution, lot), sum) in set_aside {
		let held = T::Stock::open(lot).map(|mut stock| stock.holding(Custody::own(institution)));
		let offered = held.map(|held| Total::from(held.offered)).unwrap_or_default();
		check_invariant!(
			"needs",
			7,
			offered == sum,
			"what is set aside is not offered",
			institution,
			lot
		);
	}
	Ok(())
}

fn check_orders<T: Config>() -> Result<(), TryRuntimeError> {
	let next = NextOrderId::<T>::get();
	let mut by_class = BTreeSet::new();
	let mut of_institutions = BTreeMap::<InstitutionId, BTreeSet<_>>::new();
	for (id, order) in Orders::<T>::iter() {
		check_invariant!("needs", 8, id < next, "an order is not below the next", id);
		check_invariant!("needs", 8, order.newest_record.is_some(), "an order has no record", id);
		if order.ended.is_none() {
			by_class.insert((order.instruction.class, id));
			of_institutions.entry(order.institution).or_default().insert(id);
		}
	}
	for id in OrderBounds::<T>::iter_keys() {
		let stored = Orders::<T>::contains_key(id);
		check_invariant!("needs", 8, stored, "a bound is of no order", id);
	}
	for (transfer, origin) in Origins::<T>::iter() {
		let known = match origin {
			Origin::Offer(id) => id < NextOfferId::<T>::get(),
			Origin::Order(id, ..) => id < next,
		};
		check_invariant!("needs", 8, known, "a transfer came from nowhere", transfer);
	}
	let stored: BTreeSet<_> = OrdersByClass::<T>::iter_keys().collect();
	check_invariant!("needs", 8, stored == by_class, "the orders are not those listed");
	let mut lists = 0usize;
	for (institution, ids) in OrdersOf::<T>::iter() {
		lists = lists.saturating_add(1);
		let known = of_institutions.get(&institution);
		let same = known.is_some_and(|known| {
			known.len() == ids.len() && *known == ids.iter().copied().collect()
		});
		check_invariant!(
			"needs",
			8,
			same,
			"an institution's orders are not those listed",
			institution
		);
	}
	check_invariant!("needs", 8, lists == of_institutions.len(), "a list of orders is missing");
	Ok(())
}
