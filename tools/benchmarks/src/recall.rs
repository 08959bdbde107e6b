//! A lot that any number of institutions have, what was repacked of it, and its recall.

use crate::{chain::Chain, signer::Signer, Outcome};
use codec::Encode;
use frame_support::BoundedVec;
use pallet_recalls::{NamedLots, Recall, RecallAction, RecallSeverity, RecallsIssued};
use pallet_registry::{
	Books, Commissioning, Entry, HoldingsByCustodian, LevelEntry, Levels, LotIdentity, Page,
	RepackInput, RepackOutput, ShelfKey,
};
use salus_primitives::{
	time::DAY, Batch, CalendarDate, ClassId, Custody, Expiry, Holding, InstitutionId, LotId,
	Quantity, RecallId, ShelfPlace, SiteNumber,
};
use salus_runtime::{Runtime, RuntimeCall};
use sp_core::H256;

/// Who made the lot and repacked some of it: the hospital of the development cast whose agent is Bob.
pub const MAKER: InstitutionId = InstitutionId(1);
/// The lot that is recalled.
pub const LOT: LotId = LotId(0);
/// What was repacked of it; some of that was repacked again.
const PACKS: LotId = LotId(1);
/// Of the development cast: the class of all three.
const MASK: ClassId = ClassId(0);
/// How much the maker made, and how much of it went through both repackings.
const MADE: Quantity = 1_000_000_000;
const REPACKED: Quantity = 10_000;
/// The first of the institutions that are not there.
const NOBODY: u32 = 1_000;

/// Has the maker make the lot and repack it, on a chain without lots, and so many institutions have some of
/// it, the maker included. What the others have is written into the state as their receipts would have
/// left it, and without records. They themselves are not there, which no recall asks for.
pub fn prepare(chain: &mut Chain<'_>, maker: &mut Signer, holders: u32) -> Outcome<()> {
	let others = holders.checked_sub(1).ok_or("somebody has some of the lot")?;
	let calls = [register_lot(), repack(LOT, 2 * REPACKED), repack(PACKS, REPACKED)];
	chain.make_block(&calls.map(|call| maker.sign(&call)))?;
	let entries = given_away(chain, others)?;
	chain.put(entries)
}

/// How many units of work the walk through the lot and what came out of it takes, if so many institutions
/// have some of it: those holdings; two lots that came out of another, with a holding of each; and of each
/// of the three lots the ends of two lists.
pub fn units(holders: u32) -> u32 {
	holders + 2 + 2 + 3 * 2
}

/// Recalls the lot.
pub fn issue() -> RuntimeCall {
	RuntimeCall::Recalls(pallet_recalls::Call::issue_recall {
		lots: NamedLots::truncate_from(vec![LOT]),
		severity: RecallSeverity::II,
		action: RecallAction::Return,
		notice: H256::repeat_byte(1),
		answer_within: 2 * DAY,
	})
}

/// Whether lots or holders are still to be reached by a recall, or lots to be freed.
pub fn is_unfinished(chain: &Chain<'_>, recall: RecallId) -> Outcome<bool> {
	let recall: Recall = chain.decoded(&RecallsIssued::<Runtime>::hashed_key_for(recall))?;
	Ok(recall.state.is_unfinished())
}

/// What the chain stores when the maker has given a unit of the lot to each of so many others.
fn given_away(chain: &Chain<'_>, others: u32) -> Outcome<Vec<(Vec<u8>, Vec<u8>)>> {
	let page_of = |custodian: InstitutionId| {
		Books::<Runtime>::hashed_key_for(LOT, Page::Holding(Custody::own(custodian)))
	};
	let level_of = |owner: InstitutionId| Levels::<Runtime>::hashed_key_for(owner, MASK);

	let Entry::Holding(mut kept) = chain.decoded::<Entry>(&page_of(MAKER))? else {
		return Err("the page of a holding is of a lot".into());
	};
	let left = kept.available.checked_sub(others.into());
	kept.available = left.ok_or("the lot is too small for so many")?;
	let mut level: LevelEntry = chain.decoded(&level_of(MAKER))?;
	level.available = level.available.saturating_sub(others.into());
	let mut entries =
		vec![(page_of(MAKER), Entry::Holding(kept).encode()), (level_of(MAKER), level.encode())];

	let expires_at = identity().expires_at();
	for number in 0..others {
		let owner = InstitutionId(NOBODY + number);
		let holding = Holding { available: 1, ..Default::default() };
		let level = LevelEntry { available: 1, ..Default::default() };
		let place = ShelfKey::from(ShelfPlace { expires_at, lot: LOT, owner });
		let shelf = HoldingsByCustodian::<Runtime>::hashed_key_for((owner, MASK, place));
		entries.extend([
			(page_of(owner), Entry::Holding(holding).encode()),
			(level_of(owner), level.encode()),
			(shelf, Vec::new()),
		]);
	}
	Ok(entries)
}

fn identity() -> LotIdentity {
	LotIdentity {
		class: MASK,
		batch: Batch::try_from("M20200118").ok(),
		serial: None,
		made: None,
		expiry: Some(Expiry::Day(CalendarDate { year: 2030, month: 1, day: 31 })),
		window: None,
		donor: None,
		earmark: None,
		commissioning: Commissioning::Commissioned,
		document: None,
	}
}

fn register_lot() -> RuntimeCall {
	RuntimeCall::Registry(pallet_registry::Call::register_lot {
		identity: identity(),
		quantity: MADE,
		site: Some(SiteNumber(0)),
		event: None,
	})
}

/// Makes a new lot of so many units.
fn repack(lot: LotId, quantity: Quantity) -> RuntimeCall {
	let output = RepackOutput { identity: identity(), quantity, class_change: None };
	RuntimeCall::Registry(pallet_registry::Call::repack {
		inputs: BoundedVec::truncate_from(vec![RepackInput { lot, quantity }]),
		outputs: BoundedVec::truncate_from(vec![output]),
		event: None,
	})
}
