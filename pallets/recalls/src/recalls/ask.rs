//! Who is asked because goods of a recalled lot moved.
//!
//! The call that is the cause does not know who recalls them. So what is read and written here is no part of
//! the weight of that call; the block is charged for it. It is told on the trail of the lot alone.

use crate::{Answer, Config, Pallet, WeightInfo};
use frame_support::defensive;
use salus_primitives::{HoldingKey, Total};

impl<T: Config> Pallet<T> {
	/// Asks whoever has a holding of a held lot, of which there is more or less than before, on behalf of
	/// every recall of the lot that is in force. It had some of the lot, or has some now. Who has more of it
	/// than when it answered, or answered before the recall reached the lot, is asked anew.
	pub(crate) fn ask_of_moved(holding: &HoldingKey, before: Total, after: Total) {
		let recalls = Self::recalls_on(holding.lot);
		let mut asked = 0u32;
		for id in &recalls {
			let duty = Self::duty(*id, holding.custodian);
			if duty.is_some_and(|duty| duty.is_open) {
				continue;
			}
			let Ok(mut recall) = Self::load_recall(*id) else {
				defensive!("recalls: a recall on a lot is not there", id);
				continue;
			};
			if !recall.is_in_force() {
				continue;
			}
			// What was answered before the recall reached the lot is not about it.
			let is_older = |answer: &Answer| {
				Self::reached_at(*id, holding.lot).is_some_and(|reached_at| answer.at <= reached_at)
			};
			let is_outdated = |answer: &Answer| after > before || is_older(answer);
			if Self::ask((*id, &mut recall), (holding.custodian, duty), is_outdated) {
				Self::put_recall(*id, &recall);
				asked = asked.saturating_add(1);
			}
		}
		let silent = (recalls.len() as u32).saturating_sub(asked);
		Self::charge_block(T::WeightInfo::moved(silent, asked));
	}
}
