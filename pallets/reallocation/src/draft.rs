//! A draft of a plan: what would even out how long the stock of a class lasts.

use crate::{Config, Goods, LineOrder, Pallet, MAX_LINES};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use salus_analysis::levelling::{level_out, Holder, Levelling};
use salus_primitives::{
	ClassId, Directory, Geography, InstitutionId, Level, Levels, Quantity, RegionCode, Standing,
	Total,
};
use scale_info::TypeInfo;

/// Among how many institutions of a region a draft evens out.
pub const MOST_LOOKED_AT: u32 = 1_024;

/// Among how many of the first institutions of the chain it finds those at most.
const MOST_PASSED: u32 = 16 * MOST_LOOKED_AT;

/// What a draft changes for one institution.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct DraftEntry {
	pub institution: InstitutionId,
	/// What it has available of the class, in base units.
	pub available: Total,
	/// What it uses in a day, in thousandths of a base unit.
	pub daily_use: Total,
	/// How long what it has lasts, in thousandths of a day; `None` when it uses nothing.
	pub cover: Option<Total>,
	/// What it would have available, in base units.
	pub available_after: Total,
	/// How long that would last, in thousandths of a day.
	pub cover_after: Option<Total>,
}

/// Lines that would even out the stock of a class.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Draft {
	/// What could be decided, the neediest first.
	pub lines: Vec<LineOrder>,
	/// Who gives or receives.
	pub institutions: Vec<DraftEntry>,
	/// How long everybody's stock could be made to last by what others have above that and above the
	/// floor, in thousandths of a day; `None` when nobody uses anything of it.
	pub level: Option<Total>,
	/// Whether every institution was looked at.
	pub complete: bool,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_draft(
		class: ClassId,
		region: Option<RegionCode>,
		floor_days: u32,
		most_lines: u32,
	) -> Draft {
		let (institutions, complete) = Self::institutions_in(region.as_ref());
		let levels = institutions.into_iter().map(|institution| {
			let Level { available, daily_use, .. } = T::Levels::level(institution, class);
			(institution, Holder { available, daily_use })
		});
		let (institutions, holders): (Vec<_>, Vec<_>) = levels.unzip();
		let most = most_lines.min(MAX_LINES) as usize;
		let Levelling { level, moves } = level_out(&holders, floor_days, most, Quantity::MAX);

		let mut after = holders.clone();
		let mut lines = Vec::new();
		for one in &moves {
			let (Some(giver), Some(receiver)) =
				(institutions.get(one.from), institutions.get(one.to))
			else {
				continue;
			};
			lines.push(LineOrder {
				giver: *giver,
				goods: Goods::Class(class),
				receiver: *receiver,
				serves: None,
				quantity: one.quantity,
			});
			let moved = Total::from(one.quantity);
			if let Some(from) = after.get_mut(one.from) {
				from.available = from.available.saturating_sub(moved);
			}
			if let Some(to) = after.get_mut(one.to) {
				to.available = to.available.saturating_add(moved);
			}
		}
		let entries = institutions.into_iter().zip(holders.into_iter().zip(after));
		let changed = entries.filter(|(_, (before, after))| before != after);
		let institutions = changed.map(|(institution, (before, after))| DraftEntry {
			institution,
			available: before.available,
			daily_use: before.daily_use,
			cover: before.cover(),
			available_after: after.available,
			cover_after: after.cover(),
		});
		Draft { lines, institutions: institutions.collect(), level, complete }
	}

	/// The active institutions of a region and its parts, or all, and whether every one was looked at.
	/// Identifiers are given in sequence.
	fn institutions_in(region: Option<&RegionCode>) -> (Vec<InstitutionId>, bool) {
		let known = (0..MOST_PASSED).map(InstitutionId);
		let known = known.map_while(|id| Some((id, T::Directory::standing(id)?)));
		let active = known.filter(|(_, standing)| *standing == Standing::Active);
		let is_within = |id: &InstitutionId| {
			region.is_none_or(|region| {
				let body = T::Directory::body(*id);
				body.is_some_and(|body| T::Geography::lineage(&body.region).contains(region))
			})
		};
		let mut within = active.map(|(id, _)| id).filter(is_within);
		let institutions = within.by_ref().take(MOST_LOOKED_AT as usize).collect();
		let complete =
			within.next().is_none() && T::Directory::standing(InstitutionId(MOST_PASSED)).is_none();
		(institutions, complete)
	}
}
