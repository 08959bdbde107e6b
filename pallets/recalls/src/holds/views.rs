//! What clients read of holds beside the storage itself.

use crate::{Config, Extent, Hold, HoldBy, HoldPlace, Issuer, Pallet, Reason};
use alloc::{vec, vec::Vec};
use codec::{Decode, Encode};
use salus_primitives::{
	CaseId, Directory, HoldId, HoldKind, Holding, HoldingKey, InstitutionId, LotId, Lots, Moment,
	RecallId, LONGEST_ANSWER,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// By whom or by what a hold ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum Lifter {
	/// A stock agent of who has the goods.
	Custodian,
	/// A stock agent of who has the goods, if that institution is licensed for the cold chain.
	LicensedCustodian,
	/// An admin of the health commission that placed it.
	Commission(InstitutionId),
	/// An admin of a health commission: of what the custodian or the chain placed, of the custodian's region
	/// or one around it; of what a commission placed, of a region around that of the commission.
	WiderCommission,
	/// The council or the assembly.
	Governance,
	/// Whoever closes this recall.
	Closing(RecallId),
	/// A count by who has the goods.
	Count,
}

/// Who holds something.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum HeldBy {
	/// The chain itself, because of how the goods arrived or what a sensor measured.
	Chain,
	/// Who has the goods.
	Custodian,
	/// A health commission.
	Supervisor(InstitutionId),
	/// The council or the assembly.
	Governance,
	/// Who made or imported the goods, and recalls them.
	Maker(InstitutionId),
}

impl From<HoldBy> for HeldBy {
	fn from(by: HoldBy) -> Self {
		match by {
			HoldBy::Chain => Self::Chain,
			HoldBy::Custodian => Self::Custodian,
			HoldBy::Supervisor(commission) => Self::Supervisor(commission),
			HoldBy::Governance => Self::Governance,
		}
	}
}

impl From<Issuer> for HeldBy {
	fn from(issuer: Issuer) -> Self {
		match issuer {
			Issuer::Maker(maker) => Self::Maker(maker),
			Issuer::Supervisor(commission) => Self::Supervisor(commission),
			Issuer::Governance => Self::Governance,
		}
	}
}

/// A hold, or a recall that holds a lot, as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct HoldView {
	/// What it is on: of a holding that was asked for, the holding itself, or its lot.
	pub on: HoldPlace,
	/// `None` of a recall, which `lifted_by` names.
	pub id: Option<HoldId>,
	pub kind: HoldKind,
	/// Of units: how many are left under it.
	pub extent: Extent,
	pub by: HeldBy,
	/// `None` when the chain placed it, and of a recall.
	pub reason: Option<Reason>,
	/// Digest of a document kept off chain; of a recall, its notice.
	pub document: Option<H256>,
	/// Of a recall: when it was issued.
	pub placed_at: Moment,
	/// In which case a supervisor ordered it, or demanded the count that it waits for.
	pub case: Option<CaseId>,
	/// Who may lift it now, and what else ends it. Institutions that may not act are left out.
	pub lifted_by: Vec<Lifter>,
}

/// A holding of which something is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct HeldHolding {
	pub key: HoldingKey,
	/// What is in it; `quarantined` is how many units are held by themselves, and `held` tells whether the
	/// whole is.
	pub holding: Holding,
	/// Whether its lot is held, wherever it is.
	pub lot_held: bool,
}

/// Holdings of which something is held, one page of them.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct HeldPage {
	pub holdings: Vec<HeldHolding>,
	/// The lot and the owner behind which the next page begins; `None` when this page is the last.
	pub next: Option<(LotId, InstitutionId)>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_holds(place: HoldPlace) -> Vec<HoldView> {
		let mut views = Self::views_of(place);
		if let HoldPlace::Holding(holding) = place {
			views.extend(Self::views_of(HoldPlace::Lot(holding.lot)));
		}
		views
	}

	pub(crate) fn view_held_of(
		institution: InstitutionId,
		after: Option<(LotId, InstitutionId)>,
		limit: u32,
	) -> HeldPage {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let entries = T::Lots::holdings_of(institution, after, LONGEST_ANSWER);
		let is_end = (entries.len() as u32) < LONGEST_ANSWER;
		let mut holdings = Vec::new();
		let mut last = None;
		for (key, holding) in entries {
			if holdings.len() == limit {
				return HeldPage { holdings, next: last };
			}
			last = Some((key.lot, key.owner));
			let lot_held = T::Lots::summary(key.lot).is_some_and(|summary| summary.held);
			if lot_held || holding.held || holding.quarantined > 0 {
				holdings.push(HeldHolding { key, holding, lot_held });
			}
		}
		HeldPage { holdings, next: last.filter(|_| !is_end) }
	}

	/// The holds on one place.
	fn views_of(place: HoldPlace) -> Vec<HoldView> {
		let view = |hold: Hold| {
			let lifted_by = Self::lifters_of(&place, &hold);
			let Hold { id, kind, extent, by, reason, document, placed_at, case } = hold;
			HoldView {
				on: place,
				id: Some(id),
				kind,
				extent,
				by: by.into(),
				reason,
				document,
				placed_at,
				case: case.map(|of| of.case),
				lifted_by,
			}
		};
		let mut views: Vec<_> = Self::holds_on(&place).into_iter().map(view).collect();
		if let HoldPlace::Lot(lot) = place {
			let recalls = Self::recalls_on(lot).into_iter();
			views.extend(recalls.filter_map(|id| Self::view_of_recall(place, id)));
		}
		views
	}

	/// A recall, as what holds a lot.
	fn view_of_recall(lot: HoldPlace, id: RecallId) -> Option<HoldView> {
		let recall = Self::load_recall(id).ok()?;
		Some(HoldView {
			on: lot,
			id: None,
			kind: HoldKind::Recall,
			extent: Extent::Whole,
			by: recall.issuer.into(),
			reason: None,
			document: Some(recall.notice),
			placed_at: recall.issued_at,
			case: None,
			lifted_by: vec![Lifter::Closing(id)],
		})
	}

	/// Who may lift a hold, and what else ends it.
	fn lifters_of(place: &HoldPlace, hold: &Hold) -> Vec<Lifter> {
		let mut lifters = Vec::new();
		match hold.by {
			HoldBy::Custodian | HoldBy::Chain => {
				let custodian = place.custodian().filter(|who| T::Directory::may_act(*who));
				lifters.extend(custodian.map(|_| match Self::takes_licence(place, hold) {
					true => Lifter::LicensedCustodian,
					false => Lifter::Custodian,
				}));
				lifters.push(Lifter::WiderCommission);
			}
			HoldBy::Supervisor(placer) => {
				if T::Directory::may_act(placer) && Self::is_commission(placer) {
					lifters.push(Lifter::Commission(placer));
				}
				lifters.push(Lifter::WiderCommission);
			}
			HoldBy::Governance => {}
		}
		lifters.push(Lifter::Governance);
		if hold.kind == HoldKind::CountDemanded {
			lifters.push(Lifter::Count);
		}
		lifters
	}
}
