//! The transport problem of an allocation: what there is, what everybody is to get, and how far it is from the
//! one to the other.

use super::distance;
use crate::{FrozenNeed, FrozenOffer, PlaceSeat};
use alloc::vec::Vec;
use salus_analysis::transport::{expiry_ranks, Demand, Pair, Problem, Supply};
use salus_primitives::{digest_of, time::DAY, AllocationId, Moment, NeedId, OfferId, Quantity};
use sp_core::H256;
use sp_runtime::DispatchError;

/// The problem of needs and offers: supply and demand have the numbers of their places in the lists.
pub(crate) fn problem_of(
	needs: &[FrozenNeed],
	offers: &[FrozenOffer],
	distances: &[u16],
) -> Result<Problem, DispatchError> {
	let supply = |(offer, expiry): (&FrozenOffer, u16)| Supply {
		quantity: offer.left,
		expiry,
		place: offer.place.into(),
	};
	let supplies = offers.iter().zip(ranks(offers)).map(supply).collect();
	let demand = |need: &FrozenNeed| Demand { quantity: need.share, place: need.place.into() };
	let demands = needs.iter().map(demand).collect();
	// Neither list is longer than a problem takes, and of so many offers there are as many ranks at most.
	Problem::new(supplies, demands, |from, to| distance(distances, from, to))
		.map_err(|_| DispatchError::Corruption)
}

/// Whether goods may go over a pair, as far as is known.
pub(crate) fn may_go(offers: &[FrozenOffer], pair: Pair) -> bool {
	let offer = offers.get(usize::from(pair.supply));
	offer.is_some_and(|offer| offer.may_go_to(pair.demand))
}

/// For each offer, how many days on which others expire come before its own. What does not expire comes last.
fn ranks(offers: &[FrozenOffer]) -> Vec<u16> {
	let day = |at: Moment| at / DAY;
	let days: Vec<u64> =
		offers.iter().map(|offer| offer.expires_at.map_or(u64::MAX, day)).collect();
	expiry_ranks(&days)
}

/// The digest of a problem, by which a plan says what it answers: of the allocation; of the needs with their shares and
/// places; of the offers with what is left of them, their ranks and places; of the kilometres; and of the places. Which
/// pairs may be is not a part of it.
pub(crate) fn fingerprint(
	id: AllocationId,
	needs: &[FrozenNeed],
	offers: &[FrozenOffer],
	distances: &[u16],
	places: &[PlaceSeat],
) -> H256 {
	let shares: Vec<(NeedId, Quantity, u8)> =
		needs.iter().map(|need| (need.need, need.share, need.place)).collect();
	let supplies: Vec<(OfferId, Quantity, u16, u8)> = offers
		.iter()
		.zip(ranks(offers))
		.map(|(offer, rank)| (offer.offer, offer.left, rank, offer.place))
		.collect();
	digest_of(&(id, shares, supplies, distances, places))
}

#[cfg(test)]
mod tests {
	use super::{fingerprint, problem_of, Pair};
	use crate::{FrozenNeed, FrozenOffer};
	use salus_primitives::{
		time::DAY, AllocationId, InstitutionId, InstitutionKind, Moment, NeedId, OfferId, Priority,
	};

	fn need(number: u64, place: u8, share: u64) -> FrozenNeed {
		FrozenNeed {
			need: NeedId(number),
			institution: InstitutionId(1),
			place,
			kind: InstitutionKind::Hospital,
			tier: Priority::Urgent,
			asked: 100,
			daily_use: 0,
			share,
			promised: 0,
			had_nothing: false,
		}
	}

	fn offer(number: u64, place: u8, expires_at: Option<Moment>) -> FrozenOffer {
		FrozenOffer {
			offer: OfferId(number),
			institution: InstitutionId(2),
			place,
			expires_at,
			since: 0,
			left: 7,
			pairs: [0; 8],
		}
	}

	#[test]
	fn a_problem_has_shares_as_demands_and_days_of_expiry_as_ranks() {
		let needs = [need(4, 0, 3), need(9, 1, 0)];
		let offers = [
			offer(1, 1, None),
			offer(2, 0, Some(9 * DAY)),
			offer(3, 1, Some(10 * DAY - 1)),
			offer(5, 1, Some(2 * DAY)),
		];
		let problem = problem_of(&needs, &offers, &[250]).expect("it is small");
		let demands: Vec<_> = problem.demands().iter().map(|demand| demand.quantity).collect();
		assert_eq!(demands, [3, 0]);
		// The second and the third expire on the same day.
		let ranks: Vec<_> = problem.supplies().iter().map(|supply| supply.expiry).collect();
		assert_eq!(ranks, [2, 1, 1, 0]);
		let kilometres = |supply, demand| problem.kilometres(Pair { supply, demand });
		assert_eq!((kilometres(0, 0), kilometres(0, 1)), (Some(250), Some(0)));
		assert_eq!((kilometres(1, 0), kilometres(1, 1)), (Some(0), Some(250)));
	}

	#[test]
	fn a_fingerprint_is_of_what_a_plan_answers_without_the_pairs() {
		let needs = [need(4, 0, 3)];
		let offers = [offer(1, 1, None)];
		let of = |needs: &[FrozenNeed], offers: &[FrozenOffer], distances: &[u16]| {
			fingerprint(AllocationId(0), needs, offers, distances, &[])
		};
		let known = of(&needs, &offers, &[250]);
		let paired = FrozenOffer { pairs: [1; 8], ..offer(1, 1, None) };
		assert_eq!(of(&needs, &[paired], &[250]), known);
		assert_ne!(of(&[need(4, 0, 2)], &offers, &[250]), known);
		assert_ne!(of(&[need(5, 0, 3)], &offers, &[250]), known);
		assert_ne!(of(&[need(4, 1, 3)], &offers, &[250]), known);
		assert_ne!(of(&needs, &[offer(1, 0, None)], &[250]), known);
		assert_ne!(of(&needs, &[offer(1, 1, None), offer(2, 1, None)], &[250]), known);
		assert_ne!(of(&needs, &[FrozenOffer { left: 6, ..offer(1, 1, None) }], &[250]), known);
		assert_ne!(of(&needs, &offers, &[251]), known);
		assert_ne!(fingerprint(AllocationId(1), &needs, &offers, &[250], &[]), known);
	}
}
