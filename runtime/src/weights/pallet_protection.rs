//! Weights of the calls of `pallet_protection`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-30, AMD EPYC, 20 steps, 10 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_protection::WeightInfo for WeightInfo<T> {
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Protection::Keys` (r:1 w:1)
	// Proof: `Protection::Keys` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	// Storage: `Protection::KeyHolders` (r:1 w:1)
	// Proof: `Protection::KeyHolders` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Protection::LastRegistered` (r:1 w:1)
	// Proof: `Protection::LastRegistered` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	// Storage: `Protection::Queue` (r:1 w:1)
	// Proof: `Protection::Queue` (`max_values`: None, `max_size`: Some(1023), added: 3498, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_key() -> Weight {
		// Proof in bytes: measured 4652, estimated 4488.
		Weight::from_parts(1_557_925_000, 4488)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Protection::Keys` (r:1 w:1)
	// Proof: `Protection::Keys` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Protection::Queue` (r:1 w:1)
	// Proof: `Protection::Queue` (`max_values`: None, `max_size`: Some(1023), added: 3498, mode: `MaxEncodedLen`)
	// Storage: `Protection::Constructions` (r:1 w:1)
	// Proof: `Protection::Constructions` (`max_values`: None, `max_size`: Some(863), added: 3338, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Protection::KeyHolders` (r:0 w:1)
	// Proof: `Protection::KeyHolders` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn withdraw_key() -> Weight {
		// Proof in bytes: measured 3954, estimated 4488.
		Weight::from_parts(55_943_000, 4488)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Protection::Rings` (r:1 w:0)
	// Proof: `Protection::Rings` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	// Storage: `Protection::Members` (r:1 w:0)
	// Proof: `Protection::Members` (`max_values`: None, `max_size`: Some(9184), added: 11659, mode: `MaxEncodedLen`)
	// Storage: `Protection::Queue` (r:1 w:0)
	// Proof: `Protection::Queue` (`max_values`: None, `max_size`: Some(1023), added: 3498, mode: `MaxEncodedLen`)
	// Storage: `Protection::RingCount` (r:1 w:1)
	// Proof: `Protection::RingCount` (`max_values`: None, `max_size`: Some(2), added: 2477, mode: `MaxEncodedLen`)
	// Storage: `Protection::Drafts` (r:0 w:1)
	// Proof: `Protection::Drafts` (`max_values`: None, `max_size`: Some(9183), added: 11658, mode: `MaxEncodedLen`)
	// Storage: `Protection::Constructions` (r:0 w:1)
	// Proof: `Protection::Constructions` (`max_values`: None, `max_size`: Some(863), added: 3338, mode: `MaxEncodedLen`)
	fn start(m: u32) -> Weight {
		// Proof in bytes: measured 2684 + m * 20, estimated 12649.
		Weight::from_parts(26_462_047, 12649)
			.saturating_add(Weight::from_parts(18_971, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Protection::Constructions` (r:1 w:1)
	// Proof: `Protection::Constructions` (`max_values`: None, `max_size`: Some(863), added: 3338, mode: `MaxEncodedLen`)
	// Storage: `Protection::Drafts` (r:1 w:1)
	// Proof: `Protection::Drafts` (`max_values`: None, `max_size`: Some(9183), added: 11658, mode: `MaxEncodedLen`)
	// Storage: `Protection::Queue` (r:1 w:1)
	// Proof: `Protection::Queue` (`max_values`: None, `max_size`: Some(1023), added: 3498, mode: `MaxEncodedLen`)
	// Storage: `Protection::Keys` (r:16 w:16)
	// Proof: `Protection::Keys` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:16 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Protection::Leaving` (r:16 w:0)
	// Proof: `Protection::Leaving` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	fn push(k: u32) -> Weight {
		// Proof in bytes: measured 12694 + k * 20, estimated 12648 + k * 2522.
		Weight::from_parts(2_776_693_056, 12648)
			.saturating_add(Weight::from_parts(897_140_115, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(k.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2522).saturating_mul(k.into()))
	}

	// Storage: `Protection::Constructions` (r:1 w:1)
	// Proof: `Protection::Constructions` (`max_values`: None, `max_size`: Some(863), added: 3338, mode: `MaxEncodedLen`)
	// Storage: `Protection::Drafts` (r:1 w:1)
	// Proof: `Protection::Drafts` (`max_values`: None, `max_size`: Some(9183), added: 11658, mode: `MaxEncodedLen`)
	// Storage: `Protection::Rings` (r:1 w:1)
	// Proof: `Protection::Rings` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	// Storage: `Assembly::Pace` (r:1 w:0)
	// Proof: `Assembly::Pace` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Protection::OldRoots` (r:1 w:1)
	// Proof: `Protection::OldRoots` (`max_values`: None, `max_size`: Some(2435), added: 4910, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Protection::Members` (r:0 w:1)
	// Proof: `Protection::Members` (`max_values`: None, `max_size`: Some(9184), added: 11659, mode: `MaxEncodedLen`)
	fn finish() -> Weight {
		// Proof in bytes: measured 13205, estimated 12648.
		Weight::from_parts(117_074_000, 12648)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `SafeMode::EnteredUntil` (r:1 w:0)
	// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Protection::RingCount` (r:1 w:0)
	// Proof: `Protection::RingCount` (`max_values`: None, `max_size`: Some(2), added: 2477, mode: `MaxEncodedLen`)
	// Storage: `Protection::Constructions` (r:1 w:0)
	// Proof: `Protection::Constructions` (`max_values`: None, `max_size`: Some(863), added: 3338, mode: `MaxEncodedLen`)
	// Storage: `Protection::Rings` (r:16 w:0)
	// Proof: `Protection::Rings` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	// Storage: `Protection::Queue` (r:1 w:0)
	// Proof: `Protection::Queue` (`max_values`: None, `max_size`: Some(1023), added: 3498, mode: `MaxEncodedLen`)
	fn authorize_start(m: u32) -> Weight {
		// Proof in bytes: measured 1002 + m * 4, estimated 45630.
		Weight::from_parts(44_176_941, 45630)
			.saturating_add(Weight::from_parts(15_995, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(20))
	}

	// Storage: `SafeMode::EnteredUntil` (r:1 w:0)
	// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Protection::Constructions` (r:1 w:0)
	// Proof: `Protection::Constructions` (`max_values`: None, `max_size`: Some(863), added: 3338, mode: `MaxEncodedLen`)
	// Storage: `Protection::Drafts` (r:1 w:0)
	// Proof: `Protection::Drafts` (`max_values`: None, `max_size`: Some(9183), added: 11658, mode: `MaxEncodedLen`)
	fn authorize_push() -> Weight {
		// Proof in bytes: measured 10269, estimated 12648.
		Weight::from_parts(26_289_000, 12648).saturating_add(T::DbWeight::get().reads(3))
	}

	// Storage: `Protection::RingCount` (r:1 w:0)
	// Proof: `Protection::RingCount` (`max_values`: None, `max_size`: Some(2), added: 2477, mode: `MaxEncodedLen`)
	// Storage: `Protection::Rings` (r:16 w:0)
	// Proof: `Protection::Rings` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	// Storage: `Protection::ContextCount` (r:1 w:1)
	// Proof: `Protection::ContextCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:0)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Protection::NextContextId` (r:1 w:1)
	// Proof: `Protection::NextContextId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Assembly::Referenda` (r:1 w:1)
	// Proof: `Assembly::Referenda` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `RankedPolls::ReferendumInfoFor` (r:1 w:0)
	// Proof: `RankedPolls::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(900), added: 3375, mode: `MaxEncodedLen`)
	// Storage: `Assembly::SecrecyOf` (r:1 w:1)
	// Proof: `Assembly::SecrecyOf` (`max_values`: None, `max_size`: Some(9), added: 2484, mode: `MaxEncodedLen`)
	// Storage: `RankedCollective::MemberCount` (r:1 w:0)
	// Proof: `RankedCollective::MemberCount` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Protection::Rolls` (r:0 w:16)
	// Proof: `Protection::Rolls` (`max_values`: None, `max_size`: Some(301), added: 2776, mode: `MaxEncodedLen`)
	// Storage: `Protection::Contexts` (r:0 w:1)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn declare_context() -> Weight {
		// Proof in bytes: measured 1803, estimated 45630.
		Weight::from_parts(111_667_000, 45630)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(23))
	}

	// Storage: `Protection::Contexts` (r:1 w:1)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn close_context() -> Weight {
		// Proof in bytes: measured 236, estimated 3545.
		Weight::from_parts(18_198_000, 3545)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Protection::Contexts` (r:1 w:1)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Protection::Pseudonyms` (r:0 w:1)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Protection::Aliases` (r:0 w:1)
	// Proof: `Protection::Aliases` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn bind() -> Weight {
		// Proof in bytes: measured 525, estimated 6196.
		Weight::from_parts(85_517_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `SafeMode::EnteredUntil` (r:1 w:0)
	// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Protection::Contexts` (r:1 w:0)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `Protection::Rings` (r:1 w:0)
	// Proof: `Protection::Rings` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	// Storage: `Protection::OldRoots` (r:1 w:0)
	// Proof: `Protection::OldRoots` (`max_values`: None, `max_size`: Some(2435), added: 4910, mode: `MaxEncodedLen`)
	// Storage: `Protection::Aliases` (r:1 w:0)
	// Proof: `Protection::Aliases` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:0)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Protection::Pseudonyms` (r:1 w:0)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn authorize_bind() -> Weight {
		// Proof in bytes: measured 4126, estimated 6196.
		Weight::from_parts(20_992_977_000, 6196).saturating_add(T::DbWeight::get().reads(10))
	}

	// Storage: `Protection::Pseudonyms` (r:1 w:1)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Protection::Contexts` (r:1 w:0)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:1 w:0)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(278), added: 2753, mode: `MaxEncodedLen`)
	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Protection::NextAppealId` (r:1 w:1)
	// Proof: `Protection::NextAppealId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Protection::Appeals` (r:0 w:1)
	// Proof: `Protection::Appeals` (`max_values`: None, `max_size`: Some(280), added: 2755, mode: `MaxEncodedLen`)
	fn appeal() -> Weight {
		// Proof in bytes: measured 1868, estimated 3743.
		Weight::from_parts(40_120_000, 3743)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Protection::Appeals` (r:1 w:1)
	// Proof: `Protection::Appeals` (`max_values`: None, `max_size`: Some(280), added: 2755, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn close_appeal() -> Weight {
		// Proof in bytes: measured 381, estimated 3745.
		Weight::from_parts(18_557_000, 3745)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Protection::Appeals` (r:1 w:1)
	// Proof: `Protection::Appeals` (`max_values`: None, `max_size`: Some(280), added: 2755, mode: `MaxEncodedLen`)
	// Storage: `Protection::Pseudonyms` (r:1 w:0)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Protection::Correspondents` (r:1 w:1)
	// Proof: `Protection::Correspondents` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn promise() -> Weight {
		// Proof in bytes: measured 1390, estimated 3745.
		Weight::from_parts(35_793_000, 3745)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Protection::Appeals` (r:1 w:1)
	// Proof: `Protection::Appeals` (`max_values`: None, `max_size`: Some(280), added: 2755, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Protection::Correspondents` (r:1 w:1)
	// Proof: `Protection::Correspondents` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn withdraw_promise() -> Weight {
		// Proof in bytes: measured 1301, estimated 3745.
		Weight::from_parts(31_727_000, 3745)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Protection::Pseudonyms` (r:1 w:1)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Protection::Contexts` (r:1 w:0)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:1 w:0)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(2191), added: 4666, mode: `MaxEncodedLen`)
	// Storage: `Protection::NextComplaintId` (r:1 w:1)
	// Proof: `Protection::NextComplaintId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Protection::Complaints` (r:0 w:1)
	// Proof: `Protection::Complaints` (`max_values`: None, `max_size`: Some(143), added: 2618, mode: `MaxEncodedLen`)
	fn complain() -> Weight {
		// Proof in bytes: measured 1447, estimated 5656.
		Weight::from_parts(34_672_000, 5656)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Protection::Complaints` (r:1 w:1)
	// Proof: `Protection::Complaints` (`max_values`: None, `max_size`: Some(143), added: 2618, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:1 w:0)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(2191), added: 4666, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn answer_complaint() -> Weight {
		// Proof in bytes: measured 3070, estimated 5656.
		Weight::from_parts(40_330_000, 5656)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Protection::Pseudonyms` (r:1 w:1)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Protection::Contexts` (r:1 w:0)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:1 w:0)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(2191), added: 4666, mode: `MaxEncodedLen`)
	// Storage: `Protection::Ratings` (r:1 w:1)
	// Proof: `Protection::Ratings` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Protection::Reputations` (r:1 w:1)
	// Proof: `Protection::Reputations` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn rate() -> Weight {
		// Proof in bytes: measured 2621, estimated 5656.
		Weight::from_parts(49_253_000, 5656)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Protection::Pseudonyms` (r:1 w:1)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Protection::Contexts` (r:1 w:1)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `Assembly::Referenda` (r:1 w:1)
	// Proof: `Assembly::Referenda` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `RankedPolls::ReferendumInfoFor` (r:1 w:1)
	// Proof: `RankedPolls::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(900), added: 3375, mode: `MaxEncodedLen`)
	// Storage: `Assembly::SecrecyOf` (r:1 w:0)
	// Proof: `Assembly::SecrecyOf` (`max_values`: None, `max_size`: Some(9), added: 2484, mode: `MaxEncodedLen`)
	// Storage: `Scheduler::Agenda` (r:2 w:2)
	// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(49870), added: 52345, mode: `MaxEncodedLen`)
	// Storage: `Scheduler::Retries` (r:0 w:1)
	// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Proof in bytes: measured 985, estimated 105680.
		Weight::from_parts(70_475_000, 105680)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	// Storage: `Protection::Pseudonyms` (r:1 w:0)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Protection::SealingKeys` (r:1 w:1)
	// Proof: `Protection::SealingKeys` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn publish_sealing_key() -> Weight {
		// Proof in bytes: measured 1850, estimated 4407.
		Weight::from_parts(37_876_000, 4407)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Protection::Pseudonyms` (r:1 w:0)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Protection::Correspondents` (r:1 w:0)
	// Proof: `Protection::Correspondents` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Protection::SealingKeys` (r:1 w:0)
	// Proof: `Protection::SealingKeys` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	// Storage: `Protection::NextDocumentId` (r:1 w:1)
	// Proof: `Protection::NextDocumentId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Protection::Documents` (r:0 w:1)
	// Proof: `Protection::Documents` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	fn send_document() -> Weight {
		// Proof in bytes: measured 1240, estimated 3561.
		Weight::from_parts(36_384_000, 3561)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Protection::Pseudonyms` (r:1 w:0)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Protection::Documents` (r:1 w:1)
	// Proof: `Protection::Documents` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn acknowledge_document() -> Weight {
		// Proof in bytes: measured 1168, estimated 3601.
		Weight::from_parts(29_845_000, 3601)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Protection::Pseudonyms` (r:1 w:1)
	// Proof: `Protection::Pseudonyms` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Protection::Contexts` (r:1 w:1)
	// Proof: `Protection::Contexts` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	// Storage: `Protection::Correspondents` (r:1 w:0)
	// Proof: `Protection::Correspondents` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Protection::Ratings` (r:64 w:64)
	// Proof: `Protection::Ratings` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Protection::SealingKeys` (r:0 w:1)
	// Proof: `Protection::SealingKeys` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	// Storage: `Protection::Aliases` (r:0 w:1)
	// Proof: `Protection::Aliases` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn forget() -> Weight {
		// Proof in bytes: measured 2131, estimated 163294.
		Weight::from_parts(129_844_000, 163294)
			.saturating_add(T::DbWeight::get().reads(70))
			.saturating_add(T::DbWeight::get().writes(70))
	}
}
