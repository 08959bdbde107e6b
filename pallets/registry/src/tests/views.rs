use crate::{
	mock::*, AgentState, Books, Call, Conservation, Entry, InstitutionStanding, Ledger,
	LotIdentity, Page,
};
use alloc::collections::{BTreeMap, BTreeSet};
use codec::{Decode, Encode};
use frame_support::view_functions::{ViewFunction, ViewFunctionId};
use salus_primitives::{
	Arrival, Custody, Expiry, HoldKind, Holding, InstitutionId, LotId, LotStock, Purpose, Role,
	ShelfPlace, Source,
};

#[test]
fn institutions_and_agents_are_shown() {
	run(|| {
		let shown = Registry::institution(HOSPITAL).expect("it exists");
		assert_eq!(shown.institution.name, text("Jinyintan Hospital"));
		assert_eq!(shown.standing, InstitutionStanding::Active);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		let standing = Registry::institution(HOSPITAL).expect("it exists").standing;
		assert_eq!(standing, InstitutionStanding::Suspended { since: NOW });
		assert_eq!(Registry::institution(NOBODY), None);
		let agent = Registry::agent_of(STOREKEEPER).expect("it is one");
		assert_eq!((agent.institution, agent.roles), (HOSPITAL, roles([Role::Stock])));
		assert_eq!(Registry::agent_of(STRANGER), None);
	});
}

#[test]
fn who_is_wound_up_is_shown_so() {
	run(|| {
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		Timestamp::set_timestamp(NOW + 5);
		accepted(root(), Call::wind_up { institution: HOSPITAL });
		let standing = Registry::institution(HOSPITAL).expect("it exists").standing;
		assert_eq!(standing, InstitutionStanding::WoundUp { at: NOW + 5 });
	});
}

#[test]
fn agents_and_the_invited_are_listed_in_pages_without_gap_or_repetition() {
	run(|| {
		let call = Call::invite_agent { who: STRANGER, roles: roles([Role::Dispatch]) };
		accepted(signed(ADMIN), call);
		let expected = BTreeMap::from([
			(ADMIN, (AgentState::Acting, roles([Role::Admin]))),
			(STOREKEEPER, (AgentState::Acting, roles([Role::Stock]))),
			(PORTER, (AgentState::Acting, roles([Role::Receive]))),
			(STRANGER, (AgentState::Invited, roles([Role::Dispatch]))),
		]);
		for size in [1, 3, u32::MAX] {
			let mut seen = BTreeMap::new();
			let mut after = None;
			loop {
				let page = Registry::agents_of(HOSPITAL, after, size);
				let Some((last, _, _)) = page.last() else { break };
				after = Some(*last);
				for (who, state, roles) in page {
					assert_eq!(seen.insert(who, (state, roles)), None, "an account is told once");
				}
			}
			assert_eq!(seen, expected);
		}
		assert!(Registry::agents_of(HOSPITAL, None, 0).is_empty());
		assert!(Registry::agents_of(NOBODY, None, 9).is_empty());
	});
}

#[test]
fn invitations_of_an_account_are_listed_in_pages_without_gap_or_repetition() {
	run(|| {
		let mut expected = BTreeSet::new();
		for institution in (2..302).map(InstitutionId) {
			let admission = admission("Clinic");
			accepted(root(), Call::admit_institution { admission, admin: STRANGER });
			expected.insert(institution);
		}
		let mut seen = BTreeSet::new();
		let mut after = None;
		loop {
			let page = Registry::invitations_of(STRANGER, after, 7);
			let Some((last, _)) = page.last() else { break };
			after = Some(*last);
			for (institution, given) in page {
				assert!(seen.insert(institution), "an invitation is told once");
				assert_eq!(given, roles([Role::Admin]));
			}
		}
		assert_eq!(seen, expected);
		assert_eq!(Registry::invitations_of(STRANGER, None, u32::MAX).len(), 256);
		assert!(Registry::invitations_of(PORTER, None, 9).is_empty());
	});
}

#[test]
fn a_lot_is_shown_with_its_expiry_as_a_moment() {
	run(|| {
		let (masks_lot, beds) = (lot(masks(), 1), lot(plain(BEDS), 1));
		let end = date(2022, 1, 1).starts();
		Timestamp::set_timestamp(end - 1);
		let view = Registry::lot(masks_lot).expect("it exists");
		assert_eq!((view.expires_at, view.expired), (Some(end), false));
		Timestamp::set_timestamp(end);
		assert!(Registry::lot(masks_lot).expect("it exists").expired);
		let view = Registry::lot(beds).expect("it exists");
		assert_eq!((view.expires_at, view.expired), (None, false));
		assert_eq!(Registry::lot(LotId(9)), None);
	});
}

#[test]
fn sites_are_shown_by_institution_and_number() {
	run(|| {
		let site = Registry::site(HOSPITAL, WARD).expect("it exists");
		assert_eq!((site.place.name, site.newest_record), (text("Ward 7"), None));
		assert_eq!(Registry::site(DONOR, WARD), None);
	});
}

#[test]
fn a_holding_is_shown_by_lot_custodian_and_owner() {
	run(|| {
		let lot = lent(50);
		let held = Holding { available: 50, site: Some(WARD), ..Default::default() };
		assert_eq!(Registry::holding(lot, HOSPITAL, DONOR), Some(held));
		assert_eq!(Registry::holding(lot, DONOR, DONOR), None);
		assert_eq!(Registry::holdings_of_lot(lot, None, 9), vec![(LOAN.of(lot), held)]);
	});
}

#[test]
fn conservation_adds_up_over_holdings() {
	run(|| {
		let lot = lent(50);
		let (owner, reason) = (DONOR, crate::CountReason::StockTake);
		accepted(
			signed(OTHER_STOREKEEPER),
			Call::count { lot, owner, counted: 5, reason, event: None },
		);
		accepted(
			signed(OTHER_STOREKEEPER),
			Call::count { lot, owner, counted: 3, reason, event: None },
		);
		let ledger = Ledger { registered: 50, found: 5, lost: 2, ..Default::default() };
		let expected = Conservation { ledger, due: Some(53), held: 53, next: None };
		assert_eq!(Registry::conservation(lot, None, 2), Some(expected));
		assert_eq!(Registry::ledger(lot), Some(ledger));
		assert_eq!(Registry::holdings_of_lot(lot, None, 9).len(), 2);
		assert_eq!(Registry::conservation(LotId(9), None, 9), None);
	});
}

#[test]
fn books_that_do_not_balance_are_shown_so() {
	run(|| {
		let lot = lot(masks(), 50);
		let right = Books::<Test>::get(lot, Page::Lot);
		let Some(Entry::Lot(mut wrong)) = right.clone() else { panic!("a lot has a page") };
		wrong.ledger.consumed = 1;
		Books::<Test>::insert(lot, Page::Lot, Entry::Lot(wrong));
		let told = Registry::conservation(lot, None, 9).expect("it exists");
		assert_eq!((told.due, told.held), (Some(49), 50));
		Books::<Test>::set(lot, Page::Lot, right);
	});
}

#[test]
fn the_books_of_a_lot_come_in_pages_that_add_up() {
	run(|| {
		let mut institutions = vec![HOSPITAL, DONOR];
		for number in 0..15 {
			let id = InstitutionId(institutions.len() as u32);
			let name = format!("Clinic {number}");
			let call = Call::admit_institution { admission: admission(&name), admin: 100 + number };
			accepted(root(), call);
			institutions.push(id);
		}
		let lot = lot(masks(), 1_000);
		let mut expected = BTreeSet::from([Custody::own(HOSPITAL).of(lot)]);
		moved(lot, |stock| {
			let from = Custody::own(HOSPITAL);
			stock.reserve(from, Source::Available, 400)?;
			stock.send(from, 400, Purpose::Send)?;
			for custodian in &institutions {
				for owner in &institutions {
					let to = Custody { custodian: *custodian, owner: *owner };
					if to != from {
						stock.deliver(from, to, 1, Arrival::Usable, None)?;
						expected.insert(to.of(lot));
					}
				}
			}
			Ok(())
		})
		.expect("there is enough");
		assert_eq!(expected.len(), 289);
		for limit in [0, 1, 7, 256, u32::MAX] {
			let (mut seen, mut sum, mut after) = (BTreeSet::new(), 0, None);
			loop {
				let page = Registry::conservation(lot, after, limit).expect("it exists");
				let holdings = Registry::holdings_of_lot(lot, after, limit.max(1));
				assert!(holdings.len() <= 256);
				assert_eq!(page.due, Some(1_000));
				assert_eq!(page.held, holdings.iter().map(|(_, held)| held.total()).sum::<u128>());
				sum += page.held;
				for (key, _) in holdings {
					assert!(seen.insert(key), "a holding is told once");
				}
				after = page.next;
				if after.is_none() {
					break;
				}
			}
			assert_eq!((sum, &seen), (1_000, &expected), "{limit}");
		}
		assert_eq!(Registry::holdings_of_lot(lot, None, 0), vec![]);
	});
}

#[test]
fn holdings_of_a_custodian_come_in_pages_without_gap_or_repetition() {
	run(|| {
		let mut expected = BTreeSet::new();
		for _ in 0..300 {
			expected.insert(Custody::own(HOSPITAL).of(lot(masks(), 1)));
		}
		lot_by(OTHER_STOREKEEPER, masks(), 1, None);
		Timestamp::set_timestamp(date(2022, 1, 1).starts());

		let mut seen = BTreeSet::new();
		let mut after = None;
		loop {
			let page = Registry::holdings_of(HOSPITAL, after, 7);
			let Some((last, _, _)) = page.last() else { break };
			after = Some((last.lot, last.owner));
			for (key, held, expired) in page {
				assert!(seen.insert(key), "a holding is told once");
				assert_eq!((held.available, expired), (1, true));
			}
		}
		assert_eq!(seen, expected);
		assert_eq!(Registry::holdings_of(HOSPITAL, None, u32::MAX).len(), 256);
	});
}

#[test]
fn goods_that_expire_next_are_told_first_and_expired_ones_not() {
	run(|| {
		let until = |month| LotIdentity {
			expiry: Some(Expiry::Month { year: 2020, month }),
			..plain(GLOVES)
		};
		let lots = [4, 2, 3, 1].map(|month| lot(until(month), month.into()));
		let never = lot(plain(GLOVES), 9);
		lot(plain(BEDS), 9);
		Timestamp::set_timestamp(date(2020, 2, 1).starts());
		let told = |after, limit| Registry::next_to_expire(HOSPITAL, GLOVES, after, limit);
		let lots_of = |page: &[(ShelfPlace, Holding)]| -> Vec<_> {
			page.iter().map(|(place, held)| (place.lot, held.available)).collect()
		};
		let expected = [(lots[1], 2), (lots[2], 3), (lots[0], 4), (never, 9)];
		assert_eq!(lots_of(&told(None, u32::MAX)), expected);
		let page = told(None, 3);
		assert_eq!(lots_of(&page), expected[..3]);
		let last = page.last().map(|(place, _)| *place);
		assert_eq!(last.and_then(|place| place.expires_at), Some(date(2020, 5, 1).starts()));
		assert_eq!(lots_of(&told(last, 3)), expected[3..]);
		assert!(told(None, 0).is_empty());
		assert!(Registry::next_to_expire(DONOR, GLOVES, None, 9).is_empty());
		// What is held is told, and passed over once nothing is left of it.
		let own = Custody::own(HOSPITAL);
		hold_whole(lots[1], own, HoldKind::Legal);
		let page = told(None, 2);
		assert_eq!(lots_of(&page), expected[..2]);
		assert!(page[0].1.held && !page[1].1.held);
		let (owner, reason) = (HOSPITAL, crate::CountReason::StockTake);
		let call = Call::count { lot: lots[1], owner, counted: 0, reason, event: None };
		accepted(signed(STOREKEEPER), call);
		assert_eq!(lots_of(&told(None, 2)), expected[1..3]);
		for _ in 0..300 {
			lot(plain(GLOVES), 1);
		}
		// As many places are looked at, and at one of them is nothing.
		assert_eq!(told(None, u32::MAX).len(), 255);
	});
}

#[test]
fn holdings_of_a_custodian_are_told_class_by_class_in_the_order_of_expiry() {
	run(|| {
		let until = |class, year| LotIdentity {
			expiry: Some(Expiry::Month { year, month: 1 }),
			..plain(class)
		};
		let order = [(GLOVES, 2021), (BEDS, 2023), (GLOVES, 2019), (BEDS, 2022), (GLOVES, 2020)];
		let lots = order.map(|(class, year)| lot(until(class, year), 1));
		let page = Registry::holdings_of(HOSPITAL, None, 9);
		let told: Vec<_> = page.iter().map(|(key, _, expired)| (key.lot, *expired)).collect();
		let expected = [(3, false), (1, false), (2, true), (4, false), (0, false)]
			.map(|(at, expired)| (lots[at as usize], expired));
		assert_eq!(told, expected);
		assert!(Registry::holdings_of(HOSPITAL, Some((LotId(99), HOSPITAL)), 9).is_empty());
	});
}

#[test]
fn a_view_is_called_by_its_identifier() {
	run(|| {
		let lot = lot(masks(), 50);
		type Query = crate::pallet::ConservationViewFunction<Test>;
		let id: ViewFunctionId = <Query as ViewFunction>::id();
		let output = Test::execute_view_function(id, (lot, None::<Custody>, 9u32).encode())
			.expect("it answers");
		let told = Option::<Conservation>::decode(&mut &output[..]).expect("it decodes");
		assert_eq!(told, Registry::conservation(lot, None, 9));
	});
}
