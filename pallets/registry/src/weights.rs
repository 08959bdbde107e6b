//! What each call weighs.

use frame_support::weights::Weight;

/// One function for each call.
pub trait WeightInfo {
	/// Weight of `register_region`.
	fn register_region() -> Weight;
	/// Weight of `amend_region`.
	fn amend_region() -> Weight;
	/// Weight of `admit_institution`.
	fn admit_institution() -> Weight;
	/// Weight of `grant_licence`.
	fn grant_licence() -> Weight;
	/// Weight of `revoke_licence`.
	fn revoke_licence() -> Weight;
	/// Weight of `suspend_institution`.
	fn suspend_institution() -> Weight;
	/// Weight of `reinstate_institution`.
	fn reinstate_institution() -> Weight;
	/// Weight of `register_class`.
	fn register_class() -> Weight;
	/// Weight of `amend_profile`.
	fn amend_profile() -> Weight;
	/// Weight of `invite_agent`.
	fn invite_agent() -> Weight;
	/// Weight of `change_roles`.
	fn change_roles() -> Weight;
	/// Weight of `remove_agent`.
	fn remove_agent() -> Weight;
	/// Weight of `register_site`.
	fn register_site() -> Weight;
	/// Weight of `register_lot`.
	fn register_lot() -> Weight;
	/// Weight of `count`.
	fn count() -> Weight;
	/// Weight of `consume`.
	fn consume() -> Weight;
	/// Weight of `destroy`.
	fn destroy() -> Weight;
	/// Weight of `repack`, with `i` inputs and `o` outputs.
	fn repack(i: u32, o: u32) -> Weight;
	/// Weight of `correct_lot`.
	fn correct_lot() -> Weight;
	/// Weight of `relocate`.
	fn relocate() -> Weight;
	/// Weight of `replace_agents`, with `n` accounts named.
	fn replace_agents(n: u32) -> Weight;
	/// Weight of `accept_invitation`.
	fn accept_invitation() -> Weight;
	/// Weight of `decline_invitation`.
	fn decline_invitation() -> Weight;
	/// Weight of `withdraw_invitation`.
	fn withdraw_invitation() -> Weight;
	/// Weight of `amend_site`.
	fn amend_site() -> Weight;
	/// Weight of `amend_institution`.
	fn amend_institution() -> Weight;
	/// Weight of `wind_up`.
	fn wind_up() -> Weight;
	/// Weight of `confirm_count`.
	fn confirm_count() -> Weight;
	/// Weight of `dismiss_count`.
	fn dismiss_count() -> Weight;
	/// Weight of `hand_over`.
	fn hand_over() -> Weight;
	/// Weight of `write_off`.
	fn write_off() -> Weight;
	/// Weight of `archive_lot`.
	fn archive_lot() -> Weight;
	/// Weight of `forget_lot`.
	fn forget_lot() -> Weight;
	/// Weight of `forget_level`.
	fn forget_level() -> Weight;
	/// Weight of `lapse_lot`.
	fn lapse_lot() -> Weight;
	/// Weight of `set_seat`.
	fn set_seat() -> Weight;
}

/// Mocks do not weigh.
impl WeightInfo for () {
	fn register_region() -> Weight {
		Weight::zero()
	}
	fn amend_region() -> Weight {
		Weight::zero()
	}
	fn admit_institution() -> Weight {
		Weight::zero()
	}
	fn grant_licence() -> Weight {
		Weight::zero()
	}
	fn revoke_licence() -> Weight {
		Weight::zero()
	}
	fn suspend_institution() -> Weight {
		Weight::zero()
	}
	fn reinstate_institution() -> Weight {
		Weight::zero()
	}
	fn register_class() -> Weight {
		Weight::zero()
	}
	fn amend_profile() -> Weight {
		Weight::zero()
	}
	fn invite_agent() -> Weight {
		Weight::zero()
	}
	fn change_roles() -> Weight {
		Weight::zero()
	}
	fn remove_agent() -> Weight {
		Weight::zero()
	}
	fn register_site() -> Weight {
		Weight::zero()
	}
	fn register_lot() -> Weight {
		Weight::zero()
	}
	fn count() -> Weight {
		Weight::zero()
	}
	fn consume() -> Weight {
		Weight::zero()
	}
	fn destroy() -> Weight {
		Weight::zero()
	}
	fn repack(_: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn correct_lot() -> Weight {
		Weight::zero()
	}
	fn relocate() -> Weight {
		Weight::zero()
	}
	fn replace_agents(_: u32) -> Weight {
		Weight::zero()
	}
	fn accept_invitation() -> Weight {
		Weight::zero()
	}
	fn decline_invitation() -> Weight {
		Weight::zero()
	}
	fn withdraw_invitation() -> Weight {
		Weight::zero()
	}
	fn amend_site() -> Weight {
		Weight::zero()
	}
	fn amend_institution() -> Weight {
		Weight::zero()
	}
	fn wind_up() -> Weight {
		Weight::zero()
	}
	fn confirm_count() -> Weight {
		Weight::zero()
	}
	fn dismiss_count() -> Weight {
		Weight::zero()
	}
	fn hand_over() -> Weight {
		Weight::zero()
	}
	fn write_off() -> Weight {
		Weight::zero()
	}
	fn archive_lot() -> Weight {
		Weight::zero()
	}
	fn forget_lot() -> Weight {
		Weight::zero()
	}
	fn forget_level() -> Weight {
		Weight::zero()
	}
	fn lapse_lot() -> Weight {
		Weight::zero()
	}
	fn set_seat() -> Weight {
		Weight::zero()
	}
}
