//! Where the goods of a lot are now, whoever has them and whatever became of them: the lot and all lots that
//! came out of it, directly or through others.
//!
//! A lot has a higher identifier than any lot that it came out of. So when the lots of the family are told in
//! ascending order, and those that came out of each are noted before the next is told, each is told once,
//! by however many ways it came out of the first; and nothing but the lots that are noted and not told has
//! to be remembered from page to page.

use crate::{offspring, Config, Ledger, LotEntry, Pallet};
use alloc::{collections::BTreeSet, vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use salus_primitives::{ClassId, Custody, Holding, LotId, LONGEST_ANSWER};
use scale_info::TypeInfo;

/// Where the goods of one lot are, and how much of it is none any more.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LotWhereabouts {
	pub lot: LotId,
	pub class: ClassId,
	/// What entered and left the books under the lot, from whichever lots it came.
	pub ledger: Ledger,
	/// Whether something holds the lot, wherever it is.
	pub held: bool,
	/// Who has some of it, for whom, and in which bucket; among them those of which nothing is left but a
	/// hold.
	pub holdings: Vec<(Custody, Holding)>,
}

/// How far the first lot of a [`WhereaboutsPlace`] is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum Told {
	/// Not at all.
	Nothing,
	/// Its holdings, up to this one.
	Holding(Custody),
	/// All of it; of the lots that came out of it, those up to this one are noted.
	Offspring(Option<LotId>),
}

/// Where a page ends, and the next begins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct WhereaboutsPlace {
	/// The lots that are noted and not told.
	pub lots: Vec<LotId>,
	/// How far the first of them is told.
	pub told: Told,
}

/// Where the goods of a lot, and of all that came out of it, are; one page.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Whereabouts {
	/// In the order of their identifiers. A lot with many holdings is told on several pages.
	pub lots: Vec<LotWhereabouts>,
	/// Where the next page begins; `None` when this page is the last.
	pub next: Option<WhereaboutsPlace>,
}

/// A page while it is written.
struct Walk {
	/// The lots that are noted and not told; the first is being told.
	noted: BTreeSet<LotId>,
	told: Told,
	/// How many more holdings and lots the page looks at.
	left: usize,
	lots: Vec<LotWhereabouts>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_whereabouts(
		lot: LotId,
		after: Option<WhereaboutsPlace>,
		limit: u32,
	) -> Whereabouts {
		let begin = WhereaboutsPlace { lots: vec![lot], told: Told::Nothing };
		let WhereaboutsPlace { lots, told } = after.unwrap_or(begin);
		let noted = lots.into_iter().collect();
		let left = limit.clamp(1, LONGEST_ANSWER) as usize;
		let mut walk = Walk { noted, told, left, lots: Vec::new() };
		while let Some(lot) = walk.noted.first().copied().filter(|_| walk.left > 0) {
			let looked_at = match walk.told {
				Told::Nothing => walk.tell::<T>(lot, None),
				Told::Holding(custody) => walk.tell::<T>(lot, Some(custody)),
				Told::Offspring(after) => walk.note::<T>(lot, after),
			};
			// Every round counts, so that the page ends.
			walk.left = walk.left.saturating_sub(looked_at.max(1));
		}
		let Walk { noted, told, lots, .. } = walk;
		let more = !noted.is_empty();
		let next = more.then(|| WhereaboutsPlace { lots: noted.into_iter().collect(), told });
		Whereabouts { lots, next }
	}
}

impl Walk {
	/// Tells the first lot, and its holdings from behind `after`; answers with how many.
	fn tell<T: Config>(&mut self, lot: LotId, after: Option<Custody>) -> usize {
		let Some(entry) = Pallet::<T>::lot_entry(lot) else {
			// There is no such lot, or it was archived since the page before.
			self.end_of_lot();
			return 0;
		};
		let holdings = Pallet::<T>::holding_entries(lot, after, self.left);
		let looked_at = holdings.len();
		self.told = match holdings.last() {
			Some((last, _)) if looked_at == self.left => Told::Holding(*last),
			_ => Told::Offspring(None),
		};
		if after.is_none() || looked_at > 0 {
			let LotEntry { ledger, held, .. } = *entry;
			let class = entry.lot.identity.class;
			self.lots.push(LotWhereabouts { lot, class, ledger, held, holdings });
		}
		looked_at
	}

	/// Notes the lots that came out of the first one, from behind `after`; answers with how many.
	fn note<T: Config>(&mut self, lot: LotId, after: Option<LotId>) -> usize {
		let derived: Vec<_> = offspring::behind::<T>(lot, after).take(self.left).collect();
		let looked_at = derived.len();
		match derived.last() {
			Some(last) if looked_at == self.left => self.told = Told::Offspring(Some(*last)),
			_ => self.end_of_lot(),
		}
		self.noted.extend(derived);
		looked_at
	}

	/// The next lot is told.
	fn end_of_lot(&mut self) {
		self.noted.pop_first();
		self.told = Told::Nothing;
	}
}
