//! Authority comes from the origin: no wrapper lends it.

use crate::{
	chain::{account, address, on, Chain},
	claims::{donated_masks, event, gift, masks, register, DONOR, HOSPITAL, MASKS},
	council::{admission, motion},
};
use frame_support::{assert_ok, weights::Weight};
use pallet_circulation::Error as CirculationError;
use pallet_registry::Error as RegistryError;
use pallet_rules::{Clause, Condition, Reach, Wording};
use salus_primitives::{LotId, RuleId, TransferId};
use salus_runtime::{
	configs::accounts::ProxyType, presets::cast::COUNCIL, Registry, Runtime, RuntimeCall,
	RuntimeEvent, System,
};
use sp_runtime::{traits::BadOrigin, DispatchError, DispatchResult};

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::batch_all { calls }.into()
}

fn proxied(real: &str, force: Option<ProxyType>, call: RuntimeCall) -> RuntimeCall {
	pallet_proxy::Call::proxy { real: address(real), force_proxy_type: force, call: Box::new(call) }
		.into()
}

/// What the innermost call of a proxy or a multisig did.
fn inner() -> DispatchResult {
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
			RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. }) => {
				Some(result)
			}
			_ => None,
		})
		.expect("something was executed")
}

fn error(result: impl Into<DispatchError>) -> DispatchResult {
	Err(result.into())
}

fn as_multisig(chain: &mut Chain, members: &[&str], call: RuntimeCall) -> DispatchResult {
	let others = |path: &str| {
		let mut others: Vec<_> =
			members.iter().filter(|other| **other != path).map(|other| account(other)).collect();
		others.sort();
		others
	};
	let mut timepoint = None;
	for path in members {
		let approve = pallet_multisig::Call::as_multi {
			threshold: members.len() as u16,
			other_signatories: others(path),
			maybe_timepoint: timepoint,
			call: Box::new(call.clone()),
			max_weight: Weight::from_parts(100_000_000_000, 1_000_000),
		};
		// The call is named by the place of the transaction that opened it: the next one.
		let place = salus_runtime::Multisig::timepoint();
		assert_ok!(chain.call(path, approve));
		timepoint = timepoint.or(Some(place));
	}
	inner()
}

#[test]
fn a_batch_does_not_admit_an_institution() {
	on("development", |chain| {
		for path in ["Alice", COUNCIL[0].1] {
			assert_eq!(chain.refused(path, admission()), BadOrigin.into());
			assert_eq!(chain.refused(path, batch(vec![admission()])), BadOrigin.into());
			let twice = batch(vec![batch(vec![admission()])]);
			let filtered = frame_system::Error::<salus_runtime::Runtime>::CallFiltered;
			assert_eq!(chain.refused(path, twice), filtered.into());
		}
	});
}

#[test]
fn a_batch_is_undone_as_a_whole_when_one_call_is_refused() {
	on("development", |chain| {
		let lot = register(chain, masks("B-1"), 10);
		assert_eq!(chain.refused("Alice", batch(vec![lot, admission()])), BadOrigin.into());
	});
}

#[test]
fn a_derived_account_is_nobody() {
	on("development", |chain| {
		let call = Box::new(register(chain, masks("B-1"), 10));
		let derived = pallet_utility::Call::as_derivative { index: 0, call };
		assert_eq!(chain.refused("Alice", derived), RegistryError::<Runtime>::NotAgent.into());
	});
}

#[test]
fn all_seats_together_as_a_multisig_are_not_the_council() {
	on("development", |chain| {
		let seats: Vec<_> = COUNCIL.iter().map(|(_, path)| *path).collect();
		assert_eq!(as_multisig(chain, &seats, admission()), error(BadOrigin));
	});
}

#[test]
fn two_agents_together_as_a_multisig_are_nobodys_agent() {
	on("development", |chain| {
		let call = register(chain, masks("B-1"), 10);
		assert_eq!(
			as_multisig(chain, &["Alice", "Bob"], call),
			error(RegistryError::<Runtime>::NotAgent)
		);
	});
}

#[test]
fn nobody_acts_through_a_proxy_that_was_not_given() {
	on("development", |chain| {
		let call = register(chain, masks("B-1"), 10);
		assert_eq!(
			chain.refused("Dave", proxied("Alice", None, call)),
			pallet_proxy::Error::<Runtime>::NotProxy.into()
		);
	});
}

fn give(chain: &mut Chain, from: &str, to: &str, proxy_type: ProxyType) {
	let add = pallet_proxy::Call::add_proxy { delegate: address(to), proxy_type, delay: 0 };
	assert_ok!(chain.call(from, add));
}

#[test]
fn a_proxy_has_no_more_than_the_roles_of_whom_it_acts_for() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		// `//One` keeps the hospital's stock and does nothing else.
		give(chain, "One", "Dave", ProxyType::Any);
		let accept = pallet_circulation::Call::accept { transfer: TransferId(0) }.into();
		let proposal = gift(chain, &[(lot, 10)]);
		assert_ok!(chain.call("Alice", pallet_circulation::Call::propose { proposal }));
		assert_ok!(chain.call("Dave", proxied("One", None, accept)));
		assert_eq!(inner(), error(RegistryError::<Runtime>::NotAuthorized));
		assert_ok!(chain.call("Dave", proxied("One", None, admission())));
		assert_eq!(inner(), error(BadOrigin));
	});
}

/// A rule of one condition.
fn only(condition: Condition) -> Wording {
	let clause = Clause { condition, negated: false };
	let alternative = vec![clause].try_into().expect("one condition fits");
	vec![alternative].try_into().expect("one alternative fits")
}

#[test]
fn no_wrapper_leads_around_a_rule() {
	on("development", |chain| {
		let lot = donated_masks(chain, 1_000);
		give(chain, "Alice", "Dave", ProxyType::Dispatch);
		let limit = Condition::AtMost { quantity: 100, days: 366, to: Reach::Receiver };
		let (wording, digest) = (only(limit), Default::default());
		let write = pallet_rules::Call::write_rule { class: Some(MASKS), wording, digest };
		assert_ok!(chain.call("Alice", write));

		let propose = |chain: &Chain, quantity| -> RuntimeCall {
			let proposal = gift(chain, &[(lot, quantity)]);
			pallet_circulation::Call::propose { proposal }.into()
		};
		let refused = DispatchError::from(CirculationError::<Runtime>::RuleNotMet);
		let much = propose(chain, 101);
		let half = propose(chain, 60);
		assert_eq!(chain.refused("Alice", much.clone()), refused);
		assert_eq!(chain.refused("Alice", batch(vec![much.clone()])), refused);
		assert_eq!(chain.refused("Alice", batch(vec![half.clone(), half.clone()])), refused);
		assert_ok!(chain.call("Dave", proxied("Alice", None, much.clone())));
		assert_eq!(inner(), error(refused));
		// Who dispatches for another does not lift what binds it.
		let pause = pallet_rules::Call::pause_rule { rule: RuleId(0) };
		assert_ok!(chain.call("Dave", proxied("Alice", None, pause.clone().into())));
		assert_eq!(inner(), error(frame_system::Error::<Runtime>::CallFiltered));

		assert_ok!(chain.call("Alice", half.clone()));
		assert_eq!(chain.refused("Alice", half), refused);
		// What was promised and never left is given back.
		let reject = pallet_circulation::Call::reject { transfer: TransferId(0) };
		assert_ok!(chain.call("Bob", reject));
		let all = propose(chain, 100);
		assert_ok!(chain.call("Alice", all));
		// An own rule yields to a vote.
		assert_ok!(motion(chain, 3, pause.into()));
		assert_ok!(chain.call("Alice", much));
	});
}

#[test]
fn a_stock_proxy_keeps_stock_and_neither_sends_nor_pays() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		give(chain, "Alice", "Dave", ProxyType::Stock);
		let filtered = error(frame_system::Error::<Runtime>::CallFiltered);

		let call = register(chain, masks("B-2"), 10);
		assert_ok!(chain.call("Dave", proxied("Alice", None, call.clone())));
		assert_eq!(inner(), Ok(()));
		assert_ok!(chain.call("Dave", proxied("Alice", None, batch(vec![call]))));
		assert_eq!(inner(), Ok(()));

		let propose: RuntimeCall =
			pallet_circulation::Call::propose { proposal: gift(chain, &[(lot, 10)]) }.into();
		let pay: RuntimeCall = pallet_balances::Call::transfer_allow_death {
			dest: address("Dave"),
			value: salus_runtime::UNIT,
		}
		.into();
		let appoint: RuntimeCall =
			pallet_registry::Call::remove_agent { who: address("Two") }.into();
		for call in [propose, pay, appoint] {
			assert_ok!(chain.call("Dave", proxied("Alice", None, call.clone())));
			assert_eq!(inner(), filtered);
			assert_ok!(chain.call("Dave", proxied("Alice", None, batch(vec![call]))));
			assert_eq!(inner(), filtered, "a batch is as narrow as its calls");
		}
		let widen = pallet_proxy::Call::add_proxy {
			delegate: address("Eve"),
			proxy_type: ProxyType::Any,
			delay: 0,
		};
		assert_ok!(chain.call("Dave", proxied("Alice", None, widen.into())));
		assert_eq!(inner(), filtered, "no proxy hands on more than it has");
	});
}

#[test]
fn sending_and_receiving_proxies_are_kept_apart() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		give(chain, "Alice", "Dave", ProxyType::Dispatch);
		give(chain, "Bob", "Eve", ProxyType::Receive);
		let filtered = error(frame_system::Error::<Runtime>::CallFiltered);
		let transfer = TransferId(0);
		let propose = || -> RuntimeCall {
			pallet_circulation::Call::propose { proposal: gift(chain, &[(lot, 10)]) }.into()
		};
		let propose = propose();
		let accept: RuntimeCall = pallet_circulation::Call::accept { transfer }.into();

		assert_ok!(chain.call("Eve", proxied("Bob", None, propose.clone())));
		assert_eq!(inner(), filtered);
		assert_ok!(chain.call("Dave", proxied("Alice", None, propose)));
		assert_eq!(inner(), Ok(()));
		assert_ok!(chain.call("Dave", proxied("Alice", None, accept.clone())));
		assert_eq!(inner(), filtered);
		assert_ok!(chain.call("Eve", proxied("Bob", None, accept)));
		assert_eq!(inner(), Ok(()));
		let dispatch = pallet_circulation::Call::dispatch {
			transfer,
			carrier: None,
			sscc: None,
			expected: None,
			sensor: None,
			event: event(chain),
		};
		assert_ok!(chain.call("Dave", proxied("Alice", None, dispatch.into())));
		assert_eq!(inner(), Ok(()));
		assert_eq!(Registry::holding(lot, DONOR, DONOR).map(|held| held.in_transit), Some(10));
	});
}

#[test]
fn a_seats_proxy_votes_but_is_no_agent() {
	on("development", |chain| {
		let seat = COUNCIL[0].1;
		give(chain, seat, "Dave", ProxyType::Council);
		let propose: RuntimeCall = pallet_collective::Call::<
			Runtime,
			salus_runtime::configs::governance::CouncilCollective,
		>::propose {
			threshold: 3,
			proposal: Box::new(admission().into()),
			length_bound: 1_000,
		}
		.into();
		assert_ok!(chain.call("Dave", proxied(seat, None, propose)));
		assert_eq!(inner(), Ok(()));
		let profile = pallet_registry::Call::amend_profile { profile: None };
		assert_ok!(chain.call("Dave", proxied(seat, None, profile.into())));
		assert_eq!(inner(), error(frame_system::Error::<Runtime>::CallFiltered));
	});
}

#[test]
fn nobody_but_root_dispatches_as_another() {
	on("development", |chain| {
		let call = Box::new(register(chain, masks("B-1"), 10));
		let as_origin = Box::new(frame_system::RawOrigin::Signed(account("Alice")).into());
		let dispatch_as = pallet_utility::Call::dispatch_as { as_origin, call };
		assert_eq!(chain.refused("Dave", dispatch_as), BadOrigin.into());
	});
}

#[test]
fn no_key_schedules() {
	on("development", |chain| {
		let schedule: RuntimeCall = pallet_scheduler::Call::schedule {
			when: System::block_number() + 2,
			maybe_periodic: None,
			priority: 0,
			call: Box::new(admission()),
		}
		.into();
		for path in ["Alice", COUNCIL[0].1] {
			assert_eq!(chain.refused(path, schedule.clone()), BadOrigin.into());
			assert_eq!(chain.refused(path, batch(vec![schedule.clone()])), BadOrigin.into());
		}
		let seats: Vec<_> = COUNCIL.iter().map(|(_, path)| *path).collect();
		assert_eq!(as_multisig(chain, &seats, schedule), error(BadOrigin));
	});
}

#[test]
fn a_strangers_key_does_nothing() {
	on("development", |chain| {
		// Without an account it cannot even pay.
		let call = register(chain, masks("B-1"), 10);
		assert!(chain.submit("Mallory", call.clone()).is_err());
		let pay = pallet_balances::Call::transfer_allow_death {
			dest: address("Mallory"),
			value: 10 * salus_runtime::UNIT,
		};
		assert_ok!(chain.call("Alice", pay));
		assert_eq!(chain.refused("Mallory", call), RegistryError::<Runtime>::NotAgent.into());
		let lot = donated_masks(chain, 10);
		let consume = pallet_registry::Call::consume { lot, quantity: 1, event: None };
		assert_eq!(chain.refused("Bob", consume), RegistryError::<Runtime>::HoldingNotFound.into());
		let absent = pallet_registry::Call::consume { lot: LotId(9), quantity: 1, event: None };
		assert!(chain.call("Bob", absent).is_err());
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), None);
	});
}
