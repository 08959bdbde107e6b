//! What comes long after: what has ended is archived, claims are settled, and the goods of those who
//! are gone find somebody.

use super::{
	dice::Dice,
	holds::{held_place, is_held},
	recalls::is_recalled,
	CAST, PROXY,
};
use crate::chain::Chain;
use frame_support::traits::Get;
use pallet_circulation::{Terms, Transfers};
use pallet_registry::{Books, CountClaims, Entry, Page};
use salus_primitives::{
	time::DAY, Custody, Directory, InstitutionId, Moment, RecordId, Standing, Trail, WriteOff,
};
use salus_runtime::{presets::cast, Registry, Runtime, RuntimeCall, RuntimeOrigin, Supervision};

/// What has rested for so long may be archived.
pub const REST: Moment = 365 * DAY;

/// How often something came about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Afterwards {
	pub transfers_archived: usize,
	pub lots_archived: usize,
	pub rounds_archived: usize,
	pub claims_settled: usize,
	pub goods_handed_over: usize,
	pub goods_written_off: usize,
}

impl Afterwards {
	/// Counts a call that was carried out.
	pub fn count(&mut self, call: &RuntimeCall) {
		use pallet_circulation::Call as Circulation;
		use pallet_efficiency::Call as Efficiency;
		use pallet_registry::Call as Registry;
		let counter = match call {
			RuntimeCall::Circulation(Circulation::archive { .. }) => &mut self.transfers_archived,
			RuntimeCall::Registry(Registry::archive_lot { .. }) => &mut self.lots_archived,
			RuntimeCall::Efficiency(Efficiency::archive_round { .. }) => &mut self.rounds_archived,
			RuntimeCall::Registry(
				Registry::confirm_count { .. } | Registry::dismiss_count { .. },
			) => &mut self.claims_settled,
			RuntimeCall::Registry(Registry::hand_over { .. }) => &mut self.goods_handed_over,
			RuntimeCall::Registry(Registry::write_off { .. }) => &mut self.goods_written_off,
			_ => return,
		};
		*counter += 1;
	}

	/// The counts of several histories together.
	pub fn sum(all: &[Self]) -> Self {
		let total = |count: fn(&Self) -> usize| all.iter().map(count).sum();
		Self {
			transfers_archived: total(|one| one.transfers_archived),
			lots_archived: total(|one| one.lots_archived),
			rounds_archived: total(|one| one.rounds_archived),
			claims_settled: total(|one| one.claims_settled),
			goods_handed_over: total(|one| one.goods_handed_over),
			goods_written_off: total(|one| one.goods_written_off),
		}
	}

	/// Each of the counts.
	pub fn counts(&self) -> [usize; 6] {
		let Self {
			transfers_archived,
			lots_archived,
			rounds_archived,
			claims_settled,
			goods_handed_over,
			goods_written_off,
		} = *self;
		[
			transfers_archived,
			lots_archived,
			rounds_archived,
			claims_settled,
			goods_handed_over,
			goods_written_off,
		]
	}
}

/// Whether an institution may act.
pub fn is_active(institution: InstitutionId) -> bool {
	<Registry as Directory<_>>::standing(institution) == Some(Standing::Active)
}

fn anybody(call: impl Into<RuntimeCall>) -> (RuntimeOrigin, RuntimeCall) {
	(RuntimeOrigin::signed(cast::account(PROXY)), call.into())
}

/// Whether a record is older than anything may be before it is archived.
fn rested(record: Option<RecordId>, now: Moment) -> bool {
	record.and_then(<Supervision as Trail<_>>::time_of).is_some_and(|time| time + REST <= now)
}

impl Dice {
	fn ended_transfer(&mut self, now: Moment) -> Option<RuntimeCall> {
		let ended = Transfers::<Runtime>::iter()
			.filter(|(_, transfer)| transfer.ended_at.is_some_and(|at| at + REST <= now))
			.filter(|(_, transfer)| {
				let is_loan = matches!(transfer.terms, Terms::Loan { .. });
				let is_out = |leg: &pallet_circulation::TransferLeg| {
					leg.returned > 0 || is_loan && leg.returnable() > 0
				};
				!transfer.legs.iter().any(is_out)
			})
			.map(|(id, _)| id);
		let transfer = self.pick_sorted(ended)?;
		let digest = salus_runtime::Circulation::archive_digest(transfer)?;
		Some(pallet_circulation::Call::archive { transfer, digest }.into())
	}

	fn empty_lot(&mut self, now: Moment) -> Option<RuntimeCall> {
		let empty = Books::<Runtime>::iter()
			.filter_map(|(lot, page, entry)| match (page, entry) {
				(Page::Lot, Entry::Lot(entry)) => Some((lot, entry)),
				_ => None,
			})
			.filter(|(lot, entry)| {
				entry.ledger.held() == Some(0)
					&& entry.offspring == 0
					&& !is_recalled(*lot)
					&& rested(entry.newest_record, now)
					&& CountClaims::<Runtime>::iter_key_prefix(lot).next().is_none()
			})
			.map(|(lot, _)| lot);
		let lot = self.pick_sorted(empty)?;
		if let Some(place) = held_place(lot) {
			return Some(pallet_recalls::Call::clear_holds { place }.into());
		}
		let digest = Registry::lot_archive(lot)?.digest();
		Some(pallet_registry::Call::archive_lot { lot, digest }.into())
	}

	fn ended_round(&mut self, now: Moment) -> Option<RuntimeCall> {
		let ended = pallet_efficiency::Rounds::<Runtime>::iter()
			.filter(|(_, round)| round.ended.is_some_and(|at| at + REST <= now))
			.map(|(id, _)| id);
		let round = self.pick_sorted(ended)?;
		let digest = salus_runtime::Efficiency::archive_digest(round)?;
		Some(pallet_efficiency::Call::archive_round { round, digest }.into())
	}

	pub fn old_epoch(&mut self, now: Moment) -> Option<RuntimeCall> {
		let length: u32 = <Runtime as pallet_supervision::Config>::EpochLength::get();
		let epoch = pallet_supervision::NextEpochToPrune::<Runtime>::get();
		let last = RecordId((epoch.0 + 1) * u64::from(length) - 1);
		rested(Some(last), now).then(|| pallet_supervision::Call::prune { epoch }.into())
	}

	/// Goods at rest of which a party is gone.
	fn estate(&mut self) -> Option<RuntimeCall> {
		let (key, holding) = self.holding(|key, holding| {
			holding.available > 0 && !(is_active(key.custodian) && is_active(key.owner))
		})?;
		let custody = Custody { custodian: key.custodian, owner: key.owner };
		let quantity = self.some_of(holding.available);
		let heir = [key.owner, key.custodian].into_iter().find(|party| is_active(*party));
		let call = match self.below(3) {
			// What is held goes to nobody but whose it is, or who has it.
			draw if draw == 0 || heir.is_none() && is_held(&key, &holding) => {
				let how = self.pick(&[WriteOff::Destroyed, WriteOff::Lost]);
				let lot = key.lot;
				pallet_registry::Call::write_off { lot, custody, quantity, how, document: None }
			}
			_ => {
				let to = heir.unwrap_or(CAST[0].1);
				let lot = key.lot;
				pallet_registry::Call::hand_over { lot, custody, to, quantity, document: None }
			}
		};
		Some(call.into())
	}

	/// Units that a custodian counted beyond the books.
	fn claim_of_count(&mut self, now: Moment) -> Option<(RuntimeOrigin, RuntimeCall)> {
		let mut claims: Vec<_> = CountClaims::<Runtime>::iter().collect();
		claims.sort_by_key(|(lot, custodian, _)| (*lot, *custodian));
		let (lot, custodian, claim) = self.pick_one(&claims)?;
		if claim.is_over(now) {
			return Some(anybody(pallet_registry::Call::dismiss_count { lot, custodian }));
		}
		let call: RuntimeCall = match self.below(3) {
			0 => pallet_registry::Call::dismiss_count { lot, custodian }.into(),
			_ => {
				let quantity = self.some_of(claim.excess);
				pallet_registry::Call::confirm_count { lot, custodian, quantity }.into()
			}
		};
		Some((RuntimeOrigin::root(), call))
	}

	/// A step about what has ended, or whose party is gone.
	pub fn late_step(&mut self, chain: &Chain) -> Option<(RuntimeOrigin, RuntimeCall)> {
		let by_anybody = match self.below(8) {
			0 | 1 => self.ended_transfer(chain.now),
			2 => self.empty_lot(chain.now),
			3 => self.ended_round(chain.now),
			4 | 5 => self.old_epoch(chain.now),
			6 => return self.claim_of_count(chain.now),
			_ => return Some((RuntimeOrigin::root(), self.estate()?)),
		};
		by_anybody.map(anybody)
	}
}
