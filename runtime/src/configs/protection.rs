//! Acting under pseudonyms: how large rings are, for how long keys and roots rest, and who fills purses.
//!
//! | | |
//! |---|---|
//! | members of a ring that is used | 16 at least |
//! | keys that enter a ring at once | 4 at least; after a week those that wait, however few |
//! | from one key of an institution and role to the next | 30 days |
//! | from one revision of a ring to the next | 3 hours |
//! | a root that was replaced is accepted for | 1 day |
//! | a binding is accepted for | 64 blocks |
//! | an appeal, at most | 90 days |
//! | a purse, at most | 2 SAL; that of a vote, at least 1 SAL |
//!
//! Where nothing is at stake, the four times in the middle are as many times shorter as the periods of the
//! assembly's tracks ([`AtPace`]).
//!
//! ## Purses
//!
//! Purses are filled from a pot of which nobody has the key ([`pot`]): whoever wants pseudonyms to act transfers
//! something to it. What a purse holds is gone with the fees of its pseudonym, or goes back to the pot when the
//! pseudonym is forgotten. That a purse is filled from the pot says nothing of whose it is.

use super::{
	assembly::AtPace,
	governance::{BallotActs, RegulationActs},
	system::LargestTransaction,
};
use crate::*;
use frame_support::{
	pallet_prelude::DispatchResult,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude, Preservation},
		ConstU128, ConstU32, ConstU64,
	},
	PalletId,
};
use salus_primitives::{time::DAY, Purses};
use salus_rings::Bandersnatch;
use sp_runtime::traits::AccountIdConversion;

/// An hour, in milliseconds.
const HOUR: u64 = DAY / 24;

/// From what the account of the pot is derived.
const POT: PalletId = PalletId(*b"salus/pr");

/// The account that purses are filled from.
pub fn pot() -> AccountId {
	POT.into_account_truncating()
}

/// Fills purses from the pot, which keeps what an account must hold.
pub struct FromPot;

impl Purses<AccountId> for FromPot {
	fn least() -> Balance {
		EXISTENTIAL_DEPOSIT
	}

	fn has(amount: Balance) -> bool {
		let there = Balances::reducible_balance(&pot(), Preservation::Preserve, Fortitude::Polite);
		there >= amount
	}

	/// It has never signed, and nothing of it is reserved or locked. An account that was emptied is as good as new.
	fn is_fresh(who: &AccountId) -> bool {
		let account = System::account(who);
		*who != pot() && [account.nonce, account.consumers, account.sufficients] == [0; 3]
	}

	fn fill(who: &AccountId, amount: Balance) -> DispatchResult {
		Balances::transfer(&pot(), who, amount, Preservation::Preserve).map(|_| ())
	}

	/// What the account has on deposit elsewhere stays there: it is the account's. If anything else is, the account
	/// keeps what it must hold.
	fn empty(who: &AccountId, at_most: Balance) {
		let free = |kept| Balances::reducible_balance(who, kept, Fortitude::Polite);
		let kept = match free(Preservation::Expendable) > at_most {
			true => Preservation::Preserve,
			false => Preservation::Expendable,
		};
		let left = free(kept).min(at_most);
		if left > 0 {
			// Refused only while the pot is no account and this would not make it one.
			let _refused = Balances::transfer(who, &pot(), left, kept);
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn endow(amount: Balance) {
		let enough = amount.saturating_add(EXISTENTIAL_DEPOSIT);
		Balances::mint_into(&pot(), enough).expect("benchmarks mint what they need");
	}
}

/// Keys and a proof that were made when the runtime was built.
#[cfg(feature = "runtime-benchmarks")]
pub struct Fixtures;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_protection::benchmarking::Fixture<AccountId> for Fixtures {
	fn keys() -> Vec<salus_rings::MemberKey> {
		salus_rings::fixtures::keys()
	}

	fn possession() -> salus_rings::Possession {
		salus_rings::fixtures::possession()
	}

	fn account() -> AccountId {
		AccountId::new(salus_rings::fixtures::ACCOUNT)
	}

	fn alias() -> salus_rings::Alias {
		salus_rings::fixtures::alias()
	}

	fn proof() -> Vec<u8> {
		salus_rings::fixtures::proof().to_vec()
	}
}

impl pallet_protection::Config for Runtime {
	type Scheme = Bandersnatch;
	type GovernanceOrigin = RegulationActs;
	type BallotOrigin = BallotActs;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Catalogue = Registry;
	type Dealings = Circulation;
	type Polls = Assembly;
	type Purses = FromPot;
	type Trail = Supervision;
	type MinRing = ConstU32<16>;
	type Batch = ConstU32<4>;
	type MaxWait = AtPace<ConstU64<{ 7 * DAY }>>;
	type KeyRest = AtPace<ConstU64<{ 30 * DAY }>>;
	type BuildRest = AtPace<ConstU64<{ 3 * HOUR }>>;
	type RootRetention = AtPace<ConstU64<DAY>>;
	type MaxWindow = ConstU32<64>;
	type MaxAppeal = ConstU64<{ 90 * DAY }>;
	type UnansweredAfter = ConstU64<{ 366 * DAY }>;
	type MaxPurse = ConstU128<{ 2 * UNIT }>;
	// Some five votes: one is charged a fifth of it, for the proof of the referendum's alarm.
	type MinBallotPurse = ConstU128<UNIT>;
	type LargestTransaction = LargestTransaction;
	// As for certificates and alarms: several blocks, so that what was sent is included or dropped.
	type RetryPeriod = ConstU32<10>;
	type WeightInfo = weights::pallet_protection::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
	#[cfg(feature = "runtime-benchmarks")]
	type Fixture = Fixtures;
}
