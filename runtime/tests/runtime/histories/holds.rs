//! Holds: placed and lifted by custodians, commissions and governance, and what they keep from moving.

use super::{afterwards::is_active, dice::Dice, CAST};
use crate::{
	chain::Chain,
	claims::{event, DONOR},
};
use pallet_circulation::Transfers;
use pallet_recalls::{Call, Extent, HoldBy, HoldPlace, HoldsOn, NextHoldId, Reason};
use pallet_registry::{Books, Entry, Ledger, Page};
use salus_primitives::{
	HoldId, HoldKind, Holding, HoldingKey, InstitutionId, LotId, Lots, Quantity, Terms, TransferId,
};
use salus_runtime::{
	presets::cast::{self, COUNCIL},
	Registry, Runtime, RuntimeCall, RuntimeOrigin,
};
use std::collections::{BTreeMap, BTreeSet};

type Step = (RuntimeOrigin, RuntimeCall);

/// How often something came about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
	placed_on_lots: usize,
	placed_on_holdings: usize,
	placed_on_units: usize,
	lifted: usize,
	/// Looks at the books at which something was held that a step left so.
	unmoved: usize,
}

impl Held {
	/// Counts a call that was carried out.
	pub fn count(&mut self, call: &RuntimeCall) {
		let RuntimeCall::Recalls(call) = call else { return };
		let counter = match call {
			Call::place_hold { extent: Extent::Units(_), .. } => &mut self.placed_on_units,
			Call::place_hold { place: HoldPlace::Lot(_), .. } => &mut self.placed_on_lots,
			Call::place_hold { .. } => &mut self.placed_on_holdings,
			Call::lift_hold { .. } => &mut self.lifted,
			_ => return,
		};
		*counter += 1;
	}

	/// Each of the counts.
	pub fn counts(&self) -> [usize; 5] {
		let Self { placed_on_lots, placed_on_holdings, placed_on_units, lifted, unmoved } = *self;
		[placed_on_lots, placed_on_holdings, placed_on_units, lifted, unmoved]
	}
}

/// Whether anything holds the lot.
fn is_lot_held(lot: LotId) -> bool {
	<Registry as Lots>::summary(lot).is_some_and(|summary| summary.held)
}

/// Whether a hold on its lot or on the whole of it keeps a holding from being used and passed on.
pub fn is_held(key: &HoldingKey, holding: &Holding) -> bool {
	holding.held || is_lot_held(key.lot)
}

/// The place of the oldest hold on a lot and its holdings.
pub fn held_place(lot: LotId) -> Option<HoldPlace> {
	HoldsOn::<Runtime>::iter()
		.filter(|(place, _)| place.lot() == lot)
		.flat_map(|(place, holds)| holds.into_iter().map(move |hold| (hold.id, place)))
		.min_by_key(|(hold, _)| *hold)
		.map(|(_, place)| place)
}

/// Whether any of what a transfer carries is held where it leaves from.
pub fn carries_held(transfer: &pallet_circulation::TransferOf<Runtime>) -> bool {
	transfer.legs.iter().any(|leg| {
		let key = transfer.source().of(leg.lot);
		Registry::holding(key.lot, key.custodian, key.owner)
			.is_some_and(|holding| is_held(&key, &holding))
	})
}

/// What was held before a step, and what must not have changed of it behind the step.
///
/// A step that lifts a hold is not judged: only what is held before and behind it.
#[derive(Default)]
pub struct Frozen {
	/// Of each held lot, what was used up and repacked.
	lots: BTreeMap<LotId, Ledger>,
	/// Of each holding that is held by itself or with its lot, what was offered.
	holdings: BTreeMap<HoldingKey, Quantity>,
	/// Transfers whose goods have not left.
	waiting: BTreeSet<TransferId>,
	next: TransferId,
}

impl Frozen {
	/// What is held now.
	pub fn look() -> Self {
		let mut frozen =
			Self { next: pallet_circulation::NextTransferId::<Runtime>::get(), ..Self::default() };
		let (lots, holdings) = <Registry as Lots>::all();
		let held: BTreeSet<_> =
			lots.into_iter().filter(|(_, held)| *held).map(|(lot, _)| lot).collect();
		for (key, holding) in holdings {
			if holding.held || held.contains(&key.lot) {
				frozen.holdings.insert(key, holding.offered);
			}
		}
		for lot in held {
			let Some(Entry::Lot(entry)) = Books::<Runtime>::get(lot, Page::Lot) else { continue };
			frozen.lots.insert(lot, entry.ledger);
		}
		frozen.waiting = Transfers::<Runtime>::iter()
			.filter(|(_, transfer)| transfer.shipment.is_none())
			.map(|(id, _)| id)
			.collect();
		frozen
	}

	/// Nothing that was held before the step and still is was used, repacked, offered, promised to
	/// somebody or sent, unless it goes back.
	pub fn check(&self, held: &mut Held) {
		let now = Self::look();
		for (lot, ledger) in &now.lots {
			let Some(before) = self.lots.get(lot) else { continue };
			assert_eq!(ledger.consumed, before.consumed, "held {lot:?} was used");
			assert_eq!(ledger.repacked_out, before.repacked_out, "held {lot:?} was repacked");
			held.unmoved += 1;
		}
		for (key, offered) in &now.holdings {
			let Some(before) = self.holdings.get(key) else { continue };
			assert!(offered <= before, "held goods were offered: {key:?}");
			held.unmoved += 1;
		}
		for (id, transfer) in Transfers::<Runtime>::iter() {
			let is_new = id >= self.next;
			let has_left = self.waiting.contains(&id) && transfer.shipment.is_some();
			if !is_new && !has_left || matches!(transfer.terms, Terms::Return { .. }) {
				continue;
			}
			for leg in &transfer.legs {
				let key = transfer.source().of(leg.lot);
				assert!(
					!(self.holdings.contains_key(&key) && now.holdings.contains_key(&key)),
					"held goods were promised or sent: {id:?}, {key:?}"
				);
			}
		}
	}
}

/// The path of the key of a commission over the institutions of the cast: Hubei's for the hospitals,
/// Shanghai's for the donor.
pub fn commission_over(institution: InstitutionId) -> &'static str {
	let region = if institution == DONOR { "CN-SH" } else { "CN-HB" };
	let seat = COUNCIL.iter().find(|(of, _)| *of == region);
	seat.map_or(COUNCIL[0].1, |(_, path)| path)
}

fn reason() -> Reason {
	Reason::try_from("a delivery of the same batch was damp").expect("it fits")
}

/// A hold as a call that lifts it, or some of its units.
fn lift(place: HoldPlace, hold: HoldId, units: Option<Quantity>, chain: &Chain) -> RuntimeCall {
	let event = Some(event(chain));
	Call::lift_hold { place, hold, units, reason: reason(), document: None, event }.into()
}

impl Dice {
	/// Any call about holds.
	pub fn hold_call(&mut self, chain: &Chain, lot: LotId, owner: InstitutionId) -> RuntimeCall {
		let custodian = self.pick(&CAST).1;
		let holding = HoldingKey { lot, custodian, owner };
		let place = self.pick(&[HoldPlace::Lot(lot), HoldPlace::Holding(holding)]);
		let quantity = self.quantity();
		match self.below(5) {
			0..=2 => {
				let kind = self.pick(&[
					HoldKind::Quarantine,
					HoldKind::Damage,
					HoldKind::ColdChainBreach,
					HoldKind::Legal,
					HoldKind::Recall,
					HoldKind::CountDemanded,
				]);
				let extent = self.pick(&[Extent::Whole, Extent::Units(quantity)]);
				let event = Some(event(chain));
				Call::place_hold { place, extent, kind, reason: reason(), document: None, event }
					.into()
			}
			3 => {
				let next = NextHoldId::<Runtime>::get().0;
				let hold = HoldId(self.below(next.saturating_add(1)));
				let units = self.maybe(quantity);
				lift(place, hold, units, chain)
			}
			_ => Call::clear_holds { place }.into(),
		}
	}

	/// A custodian sets some of its goods aside, or all that it has of them.
	pub fn own_hold(&mut self, key: HoldingKey, units: Quantity, chain: &Chain) -> RuntimeCall {
		let extent = if self.one_in(8) { Extent::Whole } else { Extent::Units(units) };
		let kind = self.pick(&[HoldKind::Quarantine, HoldKind::Damage, HoldKind::Legal]);
		let (place, event) = (HoldPlace::Holding(key), Some(event(chain)));
		Call::place_hold { place, extent, kind, reason: reason(), document: None, event }.into()
	}

	/// A custodian lifts a hold on its goods, or some units of it, if there is one that it may lift.
	pub fn own_lift(&mut self, key: HoldingKey, chain: &Chain) -> Option<RuntimeCall> {
		let place = HoldPlace::Holding(key);
		let liftable: Vec<_> = HoldsOn::<Runtime>::get(place)
			.into_iter()
			.filter(|hold| matches!(hold.by, HoldBy::Custodian | HoldBy::Chain))
			// Few of the cast are licensed.
			.filter(|hold| hold.kind != HoldKind::ColdChainBreach)
			.collect();
		let hold = self.pick_one(&liftable)?;
		let units = match hold.extent {
			Extent::Units(units) if self.one_in(2) => Some(self.some_of(units)),
			_ => None,
		};
		Some(lift(place, hold.id, units, chain))
	}

	/// A commission or governance places a hold on the whole of something, or, more often, governance
	/// lifts one.
	pub fn hold_step(&mut self, chain: &Chain) -> Option<Step> {
		if !self.one_in(3) {
			let mut whole: Vec<_> = HoldsOn::<Runtime>::iter()
				.flat_map(|(place, holds)| holds.into_iter().map(move |hold| (place, hold)))
				.filter(|(_, hold)| matches!(hold.extent, Extent::Whole))
				.map(|(place, hold)| (hold.id, place))
				.collect();
			whole.sort_by_key(|(hold, _)| *hold);
			let (hold, place) = self.pick_one(&whole)?;
			return Some((RuntimeOrigin::root(), lift(place, hold, None, chain)));
		}
		let (key, _) = self.holding(|key, _| is_active(key.custodian))?;
		let (document, event) = (None, Some(event(chain)));
		let of_lot = self.one_in(3);
		let kind = match self.below(3) {
			0 => HoldKind::Quarantine,
			1 if !of_lot && key.custodian == key.owner => HoldKind::CountDemanded,
			_ => HoldKind::Legal,
		};
		let place = if of_lot { HoldPlace::Lot(key.lot) } else { HoldPlace::Holding(key) };
		let call = Call::place_hold {
			place,
			extent: Extent::Whole,
			kind,
			reason: reason(),
			document,
			event,
		};
		let origin = match self.one_in(2) && !of_lot {
			true => RuntimeOrigin::signed(cast::account(commission_over(key.custodian))),
			false => RuntimeOrigin::root(),
		};
		Some((origin, call.into()))
	}
}
