//! What becomes of a member when its institution is admitted, stands otherwise than before, or is of
//! another kind.
//!
//! The call that is the cause neither names the assembly nor can be refused by it, save that the council
//! names the agents of few institutions at a time. So these changes are acts of the chain. Their weight does
//! not depend on how many members there are. It is not part of the weight of that call; the block is charged
//! for it.

use crate::{Config, Event, Pallet, WeightInfo};
use frame_support::{
	defensive,
	dispatch::{DispatchClass, DispatchResult},
};
use salus_primitives::{
	Act, Action, Actor, Authority, Electorate, InstitutionId, InstitutionKind, Matter,
	OnInstitution, OnRatified, Rank, Standing, Step,
};

impl<T: Config> OnInstitution<T::AccountId> for Pallet<T> {
	fn standing_changed(institution: InstitutionId, standing: Standing) {
		if standing == Standing::WoundUp {
			Self::end_silence(institution);
		}
		Self::follow(institution, Self::due_rank(institution));
	}

	fn kind_changed(institution: InstitutionId, kind: InstitutionKind) {
		// A suspended institution has its rank when it is reinstated.
		if T::Electorate::rank_of(institution).is_some() {
			Self::follow(institution, Some(Self::rank_of_kind(kind)));
		}
	}

	// Who acts for a member makes no difference.
	fn agent_left(_: InstitutionId, _: &T::AccountId) {}

	/// Whom the council names does not vote before a referendum on any track that is open now is decided.
	fn agents_replaced(institution: InstitutionId, by: &Actor<T::AccountId>) -> DispatchResult {
		match by {
			Actor::Authority(Authority::Council) => {
				let until = Self::silence(institution)?;
				Self::deposit_event(Event::MemberSilenced { institution, until });
			}
			_ => Self::end_silence(institution),
		}
		Ok(())
	}
}

impl<T: Config> OnRatified for Pallet<T> {
	fn ratified(matter: Matter) {
		// Whether an emergency is in force changes no member.
		let Matter::Standing(institution) = matter else { return };
		Self::follow(institution, Self::due_rank(institution));
	}
}

impl<T: Config> Pallet<T> {
	/// Makes an institution the member that it is due to be, as an act of the chain.
	pub(crate) fn follow(institution: InstitutionId, due: Option<Rank>) {
		match Self::enrol(institution, due) {
			Ok(Some(action)) => Self::act_of_chain(action, institution),
			Ok(None) => {}
			Err(_) => {
				defensive!("the collective takes every institution, and gives it back");
			}
		}
	}

	/// Leaves the record of what the chain did to a member, and charges the block for it.
	fn act_of_chain(action: Action, institution: InstitutionId) {
		let mut step = Step::new(Act::by(Actor::Chain), action, &institution);
		if Self::record(&mut step).is_err() {
			defensive!("a step without an event time is always recorded");
		}
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::member_changed(),
			DispatchClass::Mandatory,
		);
	}
}
