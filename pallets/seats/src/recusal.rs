//! Whose votes count on a motion.

use crate::{Config, Error, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use salus_primitives::InstitutionId;

/// Whom a motion is about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Concern {
	/// Whom some part of it is about.
	some: BTreeSet<InstitutionId>,
	/// Whom every part of it is about.
	every: BTreeSet<InstitutionId>,
	/// Whose voice on the council is at stake in some part of it.
	voice: BTreeSet<InstitutionId>,
	/// Whose vote in the assembly is at stake in some part of it.
	vote: BTreeSet<InstitutionId>,
}

impl Concern {
	/// Of a call that is about nobody in particular.
	pub fn nobody() -> Self {
		Self::default()
	}

	/// Of a call that is about these institutions.
	pub fn about(institutions: impl IntoIterator<Item = InstitutionId>) -> Self {
		let some: BTreeSet<_> = institutions.into_iter().collect();
		Self { every: some.clone(), some, ..Default::default() }
	}

	/// Of a call after which an institution that has a seat may have another voice on the council, or
	/// none.
	pub fn voice_of(institution: InstitutionId) -> Self {
		let one = BTreeSet::from([institution]);
		Self { some: one.clone(), every: one.clone(), voice: one, ..Default::default() }
	}

	/// Of a call after which others say what an institution votes in the assembly, and on the council if
	/// it has a seat.
	pub fn vote_of(institution: InstitutionId) -> Self {
		let one = BTreeSet::from([institution]);
		Self { vote: one, ..Self::voice_of(institution) }
	}

	/// Of a call whose parts have these concerns.
	pub fn of_parts(parts: impl IntoIterator<Item = Self>) -> Self {
		parts.into_iter().reduce(Self::beside).unwrap_or_default()
	}

	fn beside(mut self, other: Self) -> Self {
		self.every.retain(|institution| other.every.contains(institution));
		self.some.extend(other.some);
		self.voice.extend(other.voice);
		self.vote.extend(other.vote);
		self
	}
}

/// The ayes and the seats that count, of a vote of `ayes` of `seats`, when `concerned_ayes` of the ayes
/// do not count, nor `concerned_seats` of the seats. `None` when no seat counts.
///
/// There are never more ayes than seats: a share of ayes is at most one.
pub fn recuse(
	ayes: u32,
	seats: u32,
	concerned_ayes: u32,
	concerned_seats: u32,
) -> Option<(u32, u32)> {
	let seats = seats.checked_sub(concerned_seats).filter(|seats| *seats > 0)?;
	Some((ayes.saturating_sub(concerned_ayes).min(seats), seats))
}

impl<T: Config> Pallet<T> {
	/// How many of `voters` speak for seats that a motion of this concern is not about.
	pub fn unconcerned(voters: &[T::AccountId], concern: &Concern) -> usize {
		let table = Self::all_seats();
		let concerned: Vec<_> = Self::sitting(&table)
			.filter(|(institution, _)| concern.some.contains(institution))
			.map(|(_, speaker)| speaker)
			.collect();
		voters.iter().filter(|voter| !concerned.contains(voter)).count()
	}

	/// What a vote of `ayes` of `seats` amounts to on a motion of this concern: the ayes and the seats
	/// that count.
	///
	/// `voters` are the accounts that voted aye; where they are not known, a seat that is concerned
	/// counts as having done so.
	///
	/// Errors: [`Error::NobodyVotes`], [`Error::TooFewAyes`].
	pub fn tally(
		(ayes, seats): (u32, u32),
		voters: Option<&[T::AccountId]>,
		concern: &Concern,
	) -> Result<(u32, u32), Error<T>> {
		let table = Self::all_seats();
		let voice = concern.voice.iter().any(|institution| table.contains_key(institution));
		let at_stake = voice || !concern.vote.is_empty();
		let (mut concerned_ayes, mut concerned_seats) = (0u32, 0u32);
		for (institution, speaker) in Self::sitting(&table) {
			if !concern.some.contains(&institution) {
				continue;
			}
			if voters.is_none_or(|voters| voters.contains(speaker)) {
				concerned_ayes = concerned_ayes.saturating_add(1);
			}
			if !at_stake && concern.every.contains(&institution) {
				concerned_seats = concerned_seats.saturating_add(1);
			}
		}
		let (ayes, seats) =
			recuse(ayes, seats, concerned_ayes, concerned_seats).ok_or(Error::NobodyVotes)?;
		let enough = u64::from(ayes).saturating_mul(4) >= u64::from(seats).saturating_mul(3);
		ensure!(!at_stake || enough, Error::TooFewAyes);
		Ok((ayes, seats))
	}
}
