//! What clients read beside the storage itself.
//!
//! Every list is one page: it ends when it has as many entries as are asked for, or when
//! [`LONGEST_ANSWER`] have been looked at, and says where the next one begins.

use crate::{Config, Pallet, Referendum, Secrecy, MAX_RANK};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_system::pallet_prelude::BlockNumberFor;
use salus_primitives::{
	Ballot, Ballots, Directory, Electorate, InstitutionId, InstitutionKind, Moment, Outcome,
	Progress, Rank, ReferendumId, Standing, Track, LONGEST_ANSWER,
};
use scale_info::TypeInfo;

/// Every kind of institution.
const KINDS: [InstitutionKind; 8] = [
	InstitutionKind::Hospital,
	InstitutionKind::HealthCommission,
	InstitutionKind::DiseaseControlCentre,
	InstitutionKind::ReliefOrganisation,
	InstitutionKind::Donor,
	InstitutionKind::Supplier,
	InstitutionKind::Laboratory,
	InstitutionKind::Carrier,
];

/// Why an institution may not vote in a referendum.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum Obstacle {
	/// There is no institution with this identifier.
	InstitutionNotFound,
	/// The institution is suspended, and not merely in haste: it votes again once it is reinstated.
	Suspended,
	/// The institution is wound up.
	WoundUp,
	/// The institution is active and no member yet: the assembly has not ratified its admission or
	/// reinstatement, or anybody calls `update_rank` for it.
	NotMember,
	/// The council named the institution's agents not long ago: it votes from `votes_from` on.
	AgentsReplaced,
	/// There is no referendum with this identifier, or none any more.
	ReferendumNotFound,
	/// The referendum is decided.
	ReferendumNotOngoing,
	/// The referendum waits to be put to a ring: it takes no votes before it is, or its time for that is over.
	AwaitsRing,
	/// The referendum was put to a ring: members vote in secret, under pseudonyms.
	SecretBallot,
}

/// With what an institution votes in a referendum, or why not.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct VoteExplanation {
	/// Its rank; `None` when it is no member.
	pub rank: Option<Rank>,
	/// What its vote would weigh in the approval.
	pub weight: Option<u32>,
	/// The rank that the table gives its kind, where it is another: anybody calls `update_rank` for it.
	pub due: Option<Rank>,
	/// From when on it votes, where the council named its agents.
	pub votes_from: Option<Moment>,
	/// Every reason why it may not vote. With none, it may.
	pub obstacles: Vec<Obstacle>,
	/// What it has said. It counts, whatever became of the institution since.
	pub said: Option<Ballot>,
}

/// Votes, by number and by weight.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, TypeInfo)]
pub struct Count {
	/// How many institutions are for the proposal.
	pub ayes: u32,
	/// What their votes weigh.
	pub aye_weight: u32,
	/// How many institutions are against it.
	pub nays: u32,
	/// What their votes weigh.
	pub nay_weight: u32,
}

impl Count {
	fn add(&mut self, Ballot { aye, weight }: Ballot) {
		let (heads, sum) = match aye {
			true => (&mut self.ayes, &mut self.aye_weight),
			false => (&mut self.nays, &mut self.nay_weight),
		};
		*heads = heads.saturating_add(1);
		*sum = sum.saturating_add(weight);
	}
}

/// What some of the votes on a referendum amount to.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TallyPage {
	/// By the rank that the institution had when it voted.
	pub by_rank: Vec<(Rank, Count)>,
	/// By the kind that the institution is of now.
	pub by_kind: Vec<(InstitutionKind, Count)>,
	/// The institution behind whose vote the next page begins; `None` when this page is the last.
	pub next: Option<InstitutionId>,
}

/// A referendum, as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ReferendumView<BlockNumber> {
	pub id: ReferendumId,
	/// Who submitted it.
	pub institution: InstitutionId,
	pub track: Track,
	pub progress: Progress<BlockNumber>,
	/// In which block its proposal is carried out; `None` when it was, or never is.
	pub enactment: Option<BlockNumber>,
	/// How it ended, as far as that is on the trail. While it is not, anybody calls `record_outcome`.
	pub recorded: Option<Outcome>,
	/// Whether it was put to a ring, or waits for that; `None` when it takes open votes, or took them.
	pub secrecy: Option<Secrecy<BlockNumber>>,
}

/// One page of a list.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ListPage<Entry, Place> {
	pub entries: Vec<Entry>,
	/// The place behind which the next page begins; `None` when this page is the last.
	pub next: Option<Place>,
}

/// A list of referenda under a runtime.
type ReferendaPage<T> = ListPage<ReferendumView<BlockNumberFor<T>>, ReferendumId>;

impl<T: Config> Pallet<T> {
	pub(crate) fn view_ranks() -> Vec<(InstitutionKind, Rank)> {
		KINDS.into_iter().map(|kind| (kind, Self::rank_of_kind(kind))).collect()
	}

	pub(crate) fn view_explain_vote(
		institution: InstitutionId,
		referendum: ReferendumId,
	) -> VoteExplanation {
		let rank = T::Electorate::rank_of(institution);
		let of_institution = match (T::Directory::standing(institution), rank) {
			(None, _) => Some(Obstacle::InstitutionNotFound),
			(Some(Standing::Suspended), None) => Some(Obstacle::Suspended),
			(Some(Standing::WoundUp), _) => Some(Obstacle::WoundUp),
			(Some(Standing::Active), None) => Some(Obstacle::NotMember),
			// A suspended member is one whose suspension is pending.
			(Some(Standing::Active | Standing::Suspended), Some(_)) => None,
		};
		let votes_from = Self::silenced_until(institution);
		let of_agents = votes_from.map(|_| Obstacle::AgentsReplaced);
		let known = Self::load(referendum).is_ok();
		let of_referendum = match T::Ballots::progress(referendum).filter(|_| known) {
			None => Some(Obstacle::ReferendumNotFound),
			Some(Progress::Decided { .. }) => Some(Obstacle::ReferendumNotOngoing),
			Some(Progress::Ongoing) => Self::secrecy(referendum).map(|secrecy| match secrecy {
				Secrecy::Wanted { .. } => Obstacle::AwaitsRing,
				Secrecy::Granted => Obstacle::SecretBallot,
			}),
		};
		VoteExplanation {
			rank,
			weight: rank.map(T::Ballots::weight_of),
			due: Self::due_rank(institution).filter(|due| rank != Some(*due)),
			votes_from,
			obstacles: of_institution.into_iter().chain(of_agents).chain(of_referendum).collect(),
			said: T::Ballots::ballot(institution, referendum),
		}
	}

	pub(crate) fn view_tally(
		referendum: ReferendumId,
		after: Option<InstitutionId>,
	) -> Option<TallyPage> {
		Self::load(referendum).ok()?;
		let ballots = T::Ballots::ballots(referendum, after, LONGEST_ANSWER);
		let full = ballots.len() == LONGEST_ANSWER as usize;
		let next = ballots.last().filter(|_| full).map(|(institution, _)| *institution);
		let (mut by_rank, mut by_kind) = (Vec::new(), Vec::new());
		for (institution, ballot) in ballots {
			let mut ranks = 0..=MAX_RANK;
			if let Some(rank) = ranks.find(|rank| T::Ballots::weight_of(*rank) == ballot.weight) {
				count_of(&mut by_rank, rank).add(ballot);
			}
			if let Some(body) = T::Directory::body(institution) {
				count_of(&mut by_kind, body.kind).add(ballot);
			}
		}
		by_rank.sort_by_key(|(rank, _)| *rank);
		by_kind.sort_by_key(|(kind, _)| kind.encode());
		Some(TallyPage { by_rank, by_kind, next })
	}

	pub(crate) fn view_waiting_for(
		institution: InstitutionId,
		after: Option<ReferendumId>,
		limit: u32,
	) -> ReferendaPage<T> {
		Self::page(after, limit, |view| {
			view.progress == Progress::Ongoing
				&& view.secrecy.is_none()
				&& T::Ballots::ballot(institution, view.id).is_none()
		})
	}

	pub(crate) fn view_decided(after: Option<ReferendumId>, limit: u32) -> ReferendaPage<T> {
		Self::page(after, limit, |view| view.progress != Progress::Ongoing)
	}

	/// A referendum; `None` when there is none, or none any more.
	fn view_referendum(id: ReferendumId) -> Option<ReferendumView<BlockNumberFor<T>>> {
		let Referendum { institution, track, recorded, .. } = Self::load(id).ok()?;
		let progress = T::Ballots::progress(id)?;
		let enactment = T::Ballots::enactment(id);
		let is_ongoing = progress == Progress::Ongoing;
		let secrecy = Self::secrecy(id).filter(|told| is_ongoing || *told == Secrecy::Granted);
		Some(ReferendumView { id, institution, track, progress, enactment, recorded, secrecy })
	}

	/// One page of the referenda behind a place that are `wanted`.
	fn page(
		after: Option<ReferendumId>,
		limit: u32,
		wanted: impl Fn(&ReferendumView<BlockNumberFor<T>>) -> bool,
	) -> ReferendaPage<T> {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let first = after.map_or(0, |after| after.0.saturating_add(1));
		let end = T::Ballots::next().0;
		let last = first.saturating_add(LONGEST_ANSWER).min(end);
		let mut entries = Vec::new();
		for id in (first..last).map(ReferendumId) {
			entries.extend(Self::view_referendum(id).filter(&wanted));
			if entries.len() == limit {
				return ListPage { entries, next: Some(id) };
			}
		}
		let next = (last < end).then(|| ReferendumId(last.saturating_sub(1)));
		ListPage { entries, next }
	}
}

/// The count under a key, a new one if there is none.
fn count_of<Key: PartialEq>(counts: &mut Vec<(Key, Count)>, key: Key) -> &mut Count {
	let place = counts.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
		counts.push((key, Count::default()));
		counts.len().saturating_sub(1)
	});
	&mut counts[place].1
}
