//! The council at work: its seats propose, vote and close, each by a transaction of its speaker.

use super::dice::Dice;
use crate::chain::Chain;
use codec::{Decode, Encode};
use frame_support::dispatch::GetDispatchInfo;
use salus_primitives::InstitutionId;
use salus_runtime::{
	configs::governance::CouncilCollective,
	presets::cast::{self, COUNCIL},
	Runtime, RuntimeCall, RuntimeEvent, System,
};

type Call = pallet_collective::Call<Runtime, CouncilCollective>;
type Event = pallet_collective::Event<Runtime, CouncilCollective>;

impl Dice {
	/// What a seat wants the council to do.
	fn wish(&mut self, chain: &Chain) -> RuntimeCall {
		// Commissions, some of which have a seat.
		let commission = InstitutionId(8 + self.below(30) as u32);
		let seat = self.pick(&COUNCIL).1;
		match self.below(8) {
			0 => pallet_seats::Call::vacate_seat { institution: commission }.into(),
			1 => {
				let speaker = crate::chain::address(seat);
				pallet_seats::Call::give_seat { institution: commission, speaker }.into()
			}
			2 => {
				let wishes = vec![self.wish(chain), self.wish(chain)];
				pallet_utility::Call::batch_all { calls: wishes }.into()
			}
			3 => pallet_registry::Call::suspend_institution { institution: commission }.into(),
			4 => pallet_registry::Call::reinstate_institution { institution: commission }.into(),
			_ => self.accreditation_call(chain, commission).into(),
		}
	}

	/// One act of one seat. Says whether the council carried a motion by it.
	pub fn council_step(&mut self, chain: &mut Chain) -> bool {
		type Proposals = pallet_collective::Proposals<Runtime, CouncilCollective>;
		type ProposalOf = pallet_collective::ProposalOf<Runtime, CouncilCollective>;
		type Voting = pallet_collective::Voting<Runtime, CouncilCollective>;

		let (_, path) = self.pick(&COUNCIL);
		let open = Proposals::get().into_inner();
		// Mostly the newest, so that votes meet.
		let one = if self.one_in(3) { self.pick_one(&open) } else { open.last().copied() };
		let call = match one {
			Some(proposal) if !self.one_in(8) => {
				// Its number comes first in what is stored of the votes.
				let votes = Voting::get(proposal).expect("an open motion has votes").encode();
				let index = u32::decode(&mut &votes[..]).expect("votes begin with a number");
				if self.one_in(4) {
					let motion = ProposalOf::get(proposal).expect("an open motion is stored");
					Call::close {
						proposal_hash: proposal,
						index,
						proposal_weight_bound: motion.get_dispatch_info().call_weight,
						length_bound: motion.encoded_size() as u32,
					}
				} else {
					Call::vote { proposal, index, approve: !self.one_in(8) }
				}
			}
			_ => {
				let wish = self.wish(chain);
				let length_bound = wish.encoded_size() as u32;
				let threshold = 2 + self.below(3) as u32;
				Call::propose { threshold, proposal: Box::new(wish.into()), length_bound }
			}
		};
		let before = System::event_count();
		let _ = chain.submit(path, call);
		System::events().into_iter().skip(before as usize).any(|record| {
			matches!(record.event, RuntimeEvent::Council(Event::Executed { result: Ok(()), .. }))
		})
	}

	/// A call about seats, with any argument.
	pub fn seats_call(&mut self) -> RuntimeCall {
		let institution = InstitutionId(self.below(42) as u32);
		let speaker = crate::chain::address(self.pick(&super::KEYS));
		match self.below(3) {
			0 => pallet_seats::Call::give_seat { institution, speaker }.into(),
			1 => pallet_seats::Call::vacate_seat { institution }.into(),
			_ => pallet_seats::Call::reassign_seat { speaker }.into(),
		}
	}
}

/// The seats that the chain starts with are given back: by chance the council may lose so many that it
/// falls silent.
pub fn reseat() {
	use sp_runtime::traits::Dispatchable;
	for (institution, speaker) in cast::seats() {
		let reinstate = pallet_registry::Call::<Runtime>::reinstate_institution { institution };
		let give = pallet_seats::Call::<Runtime>::give_seat {
			institution,
			speaker: salus_runtime::Address::Id(speaker),
		};
		// Refused to those who are not suspended, or have their seat.
		let _ = RuntimeCall::from(reinstate).dispatch(salus_runtime::RuntimeOrigin::root());
		let _ = RuntimeCall::from(give).dispatch(salus_runtime::RuntimeOrigin::root());
	}
}
