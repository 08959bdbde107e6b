//! The life of a transfer, in signed transactions.

use crate::{
	chain::on,
	claims::{donated_masks, event, gift, CARRIER, DONOR, HOSPITAL},
};
use frame_support::assert_ok;
use pallet_circulation::{
	Condition, Discrepancy, Error, LegReceipt, MissingGoods, Outcome, RejectedGoods, Shortfall,
	Status,
};
use salus_primitives::{Action, Holding, SiteNumber, Sscc, Subject, TransferId};
use salus_runtime::{
	Authorship, Balances, Circulation, CollatorSelection, Registry, Runtime, Supervision,
};

#[test]
fn donated_masks_reach_the_hospital_and_every_step_is_on_record() {
	on("development", |chain| {
		let lot = donated_masks(chain, 500_000);
		let transfer = TransferId(0);
		chain.advance(2_000);

		let proposal = gift(chain, &[(lot, 200_000)]);
		assert!(Circulation::explain_transfer(DONOR, proposal.clone()).is_empty());
		assert_ok!(chain.call("Alice", pallet_circulation::Call::propose { proposal }));
		assert_ok!(chain.call("Bob", pallet_circulation::Call::accept { transfer }));
		chain.advance(2_000);

		let dispatch = pallet_circulation::Call::dispatch {
			transfer,
			carrier: Some(CARRIER),
			sscc: Some(Sscc::try_from("095210000000000018").expect("a check digit that is right")),
			expected: Some(chain.now + 86_400_000),
			sensor: None,
			event: event(chain),
		};
		assert_ok!(chain.call("Alice", dispatch));
		chain.advance(86_400_000);

		let shortfall = |quantity, reason| Some(Shortfall { quantity, reason });
		let receive = |chain: &crate::chain::Chain| pallet_circulation::Call::receive {
			transfer,
			legs: vec![LegReceipt {
				accepted: 199_000,
				condition: Condition::Normal,
				rejected: shortfall(600, Discrepancy::Damaged),
				missing: shortfall(400, Discrepancy::Unknown),
				excess: None,
			}]
			.try_into()
			.expect("one leg fits"),
			sensor: None,
			document: None,
			event: event(chain),
		};
		assert_ok!(chain.call("Bob", receive(chain)));
		assert_eq!(
			chain.refused("Bob", receive(chain)),
			Error::<Runtime>::ExceedsShipped.into(),
			"nothing is received twice, save what is missing and arrives late"
		);

		let held = |who| Registry::holding(lot, who, who).unwrap_or_default();
		assert_eq!(
			held(DONOR),
			Holding { available: 300_000, disputed: 1_000, ..held(DONOR) },
			"what is in dispute is still the donor's"
		);
		assert_eq!(held(HOSPITAL).available, 199_000);
		assert_eq!(held(HOSPITAL).site, Some(SiteNumber(0)));
		let status = || Circulation::transfer(transfer).map(|transfer| transfer.status);
		assert_eq!(status(), Some(Status::Disputed));

		for (outcome, quantity) in [
			(Outcome::Rejected(RejectedGoods::Destroyed), 600),
			(Outcome::Missing(MissingGoods::WrittenOff { reason: Discrepancy::Lost }), 400),
		] {
			let resolve = pallet_circulation::Call::resolve {
				transfer,
				leg: 0,
				outcome,
				quantity,
				document: None,
				event: None,
			};
			assert_ok!(chain.call("Alice", resolve));
		}
		assert_eq!(status(), Some(Status::Settled));
		let books = Registry::conservation(lot, None, 256).expect("the lot has books");
		assert_eq!((books.due, books.next), (Some(books.held), None));
		assert_eq!(books.held, 499_000);
		assert_eq!((books.ledger.destroyed, books.ledger.lost), (600, 400));

		let actions = |subject| {
			let page = Supervision::history(subject, None, 256);
			let mut actions: Vec<_> =
				page.entries.into_iter().map(|entry| entry.record.action).collect();
			actions.reverse();
			actions
		};
		assert_eq!(
			actions(Subject::Transfer(transfer)),
			[
				Action::TransferProposed,
				Action::TransferAccepted,
				Action::TransferDispatched,
				Action::TransferReceived,
				Action::DisputeResolved,
				Action::DisputeResolved,
			]
		);
		assert_eq!(
			actions(Subject::Lot(lot)),
			[
				Action::LotRegistered,
				Action::TransferProposed,
				Action::TransferDispatched,
				Action::TransferReceived,
				Action::DisputeResolved,
				Action::DisputeResolved,
			],
			"accepting moves nothing"
		);
		let newest = Supervision::history(Subject::Lot(lot), None, 1);
		assert_eq!(newest.entries[0].record.time, chain.now, "the record keeps the chain's time");
	});
}

#[test]
fn two_legs_that_together_exceed_the_stock_move_nothing() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let proposal = gift(chain, &[(lot, 60), (lot, 60)]);
		assert_eq!(
			chain.refused("Alice", pallet_circulation::Call::propose { proposal }),
			Error::<Runtime>::InsufficientStock.into()
		);
	});
}

#[test]
fn the_agent_pays_a_fee_and_the_author_of_the_block_has_it_at_once() {
	on("development", |chain| {
		let author = Authorship::author().expect("the block has an author");
		let of_author = || Balances::free_balance(&author);
		let before = of_author();
		// The author is `//Alice`, who would pay herself.
		assert_ok!(chain.call("Bob", frame_system::Call::remark { remark: vec![] }));
		assert!(of_author() > before);
		assert_eq!(Balances::free_balance(CollatorSelection::account_id()), 0);
		let after = of_author();
		chain.advance(2_000);
		assert_eq!(of_author(), after, "nothing trickles in later");
	});
}
