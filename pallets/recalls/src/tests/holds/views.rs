use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	Action, Custody, HoldKind, HoldingKey, InstitutionId, InstitutionKind, LotId, LotStock, Terms,
	Text,
};

fn lifters(place: HoldPlace) -> Vec<Vec<Lifter>> {
	Recalls::holds(place).into_iter().map(|view| view.lifted_by).collect()
}

/// What a page lists: the lot, whether the holding is held, how much is quarantined, whether the lot is
/// held.
fn listed(page: &HeldPage) -> Vec<(LotId, bool, u64, bool)> {
	let line = |held: &HeldHolding| {
		(held.key.lot, held.holding.held, held.holding.quarantined, held.lot_held)
	};
	page.holdings.iter().map(line).collect()
}

fn held_of(institution: InstitutionId, after: Option<(LotId, InstitutionId)>) -> HeldPage {
	Recalls::held_of(institution, after, 256)
}

#[test]
fn the_holds_on_a_holding_are_told_with_those_on_its_lot() {
	play(|| {
		let lot = stock(HOSPITAL, VACCINES, 100);
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		assert_eq!(Recalls::holds(on), vec![]);
		let of_lot = placed(by(CITY_AGENT), all, Extent::Whole, HoldKind::Legal);
		pass(HOUR);
		let units = set_aside(lot, HOSPITAL, 10, HoldKind::Damage);
		let whole = placed(by(PROVINCE_AGENT), on, Extent::Whole, HoldKind::CountDemanded);
		let seen = Some(reason("as seen"));
		let view = |on, id, kind, extent, by: HoldBy, placed_at, lifted_by| HoldView {
			on,
			id: Some(id),
			kind,
			extent,
			by: by.into(),
			reason: seen.clone(),
			document: None,
			placed_at,
			case: None,
			lifted_by,
		};
		let by_city = view(
			all,
			of_lot,
			HoldKind::Legal,
			Extent::Whole,
			HoldBy::Supervisor(CITY),
			NOW,
			vec![Lifter::Commission(CITY), Lifter::WiderCommission, Lifter::Governance],
		);
		let expected = vec![
			view(
				on,
				units,
				HoldKind::Damage,
				Extent::Units(10),
				HoldBy::Custodian,
				NOW + HOUR,
				vec![Lifter::Custodian, Lifter::WiderCommission, Lifter::Governance],
			),
			view(
				on,
				whole,
				HoldKind::CountDemanded,
				Extent::Whole,
				HoldBy::Supervisor(PROVINCE),
				NOW + HOUR,
				vec![
					Lifter::Commission(PROVINCE),
					Lifter::WiderCommission,
					Lifter::Governance,
					Lifter::Count,
				],
			),
			by_city.clone(),
		];
		assert_eq!(Recalls::holds(on), expected);
		assert_eq!(Recalls::holds(all), [by_city]);
		assert_eq!(Recalls::holds(at(LotId(77), HOSPITAL)), vec![]);
	});
}

#[test]
fn a_breach_is_told_to_be_lifted_under_a_licence() {
	play(|| {
		let lot = stock(HOSPITAL, VACCINES, 100);
		assert_ok!(move_stock(lot, Action::TransferDispatched, |stock| {
			stock.breach(Custody::own(HOSPITAL))
		}));
		let told = Recalls::holds(at(lot, HOSPITAL));
		assert_eq!(told[0].reason, None);
		assert_eq!(
			told[0].lifted_by,
			[Lifter::LicensedCustodian, Lifter::WiderCommission, Lifter::Governance]
		);
	});
}

#[test]
fn the_recalls_on_a_lot_are_told_behind_its_holds() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let (on, all) = (at(lot, MAKER), HoldPlace::Lot(lot));
		let first = issued(by(MAKER_AGENT), &[lot]);
		pass(HOUR);
		let legal = placed(governance(), all, Extent::Whole, HoldKind::Legal);
		let second = issued(by(SHANGHAI_AGENT), &[lot]);
		let third = issued(governance(), &[lot]);
		let damage = set_aside(lot, MAKER, 1, HoldKind::Damage);

		let view = |id, by, placed_at| HoldView {
			on: all,
			id: None,
			kind: HoldKind::Recall,
			extent: Extent::Whole,
			by,
			reason: None,
			document: Some(NOTICE),
			placed_at,
			case: None,
			lifted_by: vec![Lifter::Closing(id)],
		};
		let told = Recalls::holds(on);
		let ids: Vec<_> = told.iter().map(|view| view.id).collect();
		assert_eq!(ids, [Some(damage), Some(legal), None, None, None]);
		assert_eq!(
			told[2..],
			[
				view(first, HeldBy::Maker(MAKER), NOW),
				view(second, HeldBy::Supervisor(SHANGHAI), NOW + HOUR),
				view(third, HeldBy::Governance, NOW + HOUR),
			]
		);
		assert_eq!(Recalls::holds(all), told[1..]);
		assert!(Recalls::held_of(MAKER, None, 10).holdings[0].lot_held);
	});
}

#[test]
fn who_may_not_act_is_not_told_to_lift() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Legal);
		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		placed(governance(), on, Extent::Whole, HoldKind::Legal);
		let others = || vec![Lifter::WiderCommission, Lifter::Governance];
		let with = |first| [vec![first], others()].concat();
		assert_eq!(
			lifters(on),
			[with(Lifter::Custodian), with(Lifter::Commission(CITY)), vec![Lifter::Governance]]
		);
		assert_ok!(Registry::suspend_institution(governance(), HOSPITAL));
		let amendment = pallet_registry::Amendment {
			kind: InstitutionKind::Hospital,
			region: code("CN-WH"),
			name: Text::try_from("Amended").expect("it fits"),
			external: None,
			parent: None,
		};
		assert_ok!(Registry::amend_institution(governance(), CITY, amendment));
		assert_eq!(lifters(on), [others(), others(), vec![Lifter::Governance]]);
	});
}

#[test]
fn what_an_institution_has_that_is_held_is_listed() {
	play(|| {
		let [free, whole, part, of_lot, lent] = [(); 5].map(|()| stock(MAKER, MASKS, 100));
		placed(by(MAKER_AGENT), at(whole, MAKER), Extent::Whole, HoldKind::Legal);
		set_aside(part, MAKER, 7, HoldKind::Damage);
		placed(governance(), HoldPlace::Lot(of_lot), Extent::Whole, HoldKind::Legal);
		let terms = Terms::Loan { due: NOW + 30 * 24 * HOUR };
		delivered(MAKER, HOSPITAL, terms, (lent, 40));
		let borrowed = HoldingKey { lot: lent, custodian: HOSPITAL, owner: MAKER };
		let on = HoldPlace::Holding(borrowed);
		placed(by(HOSPITAL_AGENT), on, Extent::Units(3), HoldKind::Damage);

		let page = held_of(MAKER, None);
		assert_eq!(
			listed(&page),
			[(whole, true, 0, false), (part, false, 7, false), (of_lot, false, 0, true)]
		);
		assert_eq!(page.next, None);
		assert_eq!(held_of(HOSPITAL, None).holdings[0].key, borrowed);
		assert_eq!(listed(&held_of(HOSPITAL, None)), [(lent, false, 3, false)]);
		assert!(held_of(CLINIC, None).holdings.is_empty());
		assert!(!listed(&page).iter().any(|line| line.0 == free));
	});
}

#[test]
fn what_is_held_is_listed_page_by_page() {
	play(|| {
		let lots = [(); 5].map(|()| stock(MAKER, MASKS, 100));
		for lot in [lots[0], lots[2], lots[3]] {
			set_aside(lot, MAKER, 1, HoldKind::Damage);
		}
		let mut after = None;
		let mut found = Vec::new();
		for _ in 0..4 {
			// A page of none would not come to an end.
			let page = Recalls::held_of(MAKER, after, 0);
			assert!(page.holdings.len() <= 1);
			found.extend(listed(&page));
			after = page.next;
			if after.is_none() {
				break;
			}
		}
		assert_eq!(after, None);
		assert_eq!(found, [lots[0], lots[2], lots[3]].map(|lot| (lot, false, 1, false)));
		let behind = held_of(MAKER, Some((lots[2], MAKER)));
		assert_eq!(listed(&behind), [(lots[3], false, 1, false)]);
	});
}

#[test]
fn a_page_looks_at_so_many_holdings_and_no_more() {
	play(|| {
		let lots: Vec<_> = (0..258).map(|_| stock(MAKER, MASKS, 1)).collect();
		set_aside(lots[257], MAKER, 1, HoldKind::Damage);
		let page = held_of(MAKER, None);
		assert!(page.holdings.is_empty());
		assert_eq!(page.next, Some((lots[255], MAKER)));
		let last = held_of(MAKER, page.next);
		assert_eq!((listed(&last), last.next), (vec![(lots[257], false, 1, false)], None));
	});
}
