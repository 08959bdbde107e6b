//! Which needs an offer may go to: by everything that taking from it meets, but the rules, which are asked when a
//! transfer is made.

use crate::{Config, FactsOf, FrozenNeed, FrozenOffer, Pallet};
use salus_primitives::{Matching, Moment};

impl<T: Config> Pallet<T> {
	/// Lets an offer go to the needs that it may go to, were its goods promised at a moment: all of them are known,
	/// in their order. What has ended goes nowhere.
	pub(crate) fn pair(
		offer: &mut FrozenOffer,
		needs: &[FrozenNeed],
		facts: &FactsOf<T>,
		at: Moment,
	) {
		let Some(supplied) = T::Matching::supplied(offer.offer) else { return };
		for ((place, need), wanted) in (0u16..).zip(needs).zip(facts) {
			let may_go =
				offer.institution != need.institution && T::Matching::may(&supplied, wanted, at);
			if may_go {
				offer.let_go_to(place);
			}
		}
	}
}
