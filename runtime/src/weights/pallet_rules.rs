//! Weights of the calls of `pallet_rules`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-29, Intel(R) Xeon(R) Processor, 20 steps, 10 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_rules::WeightInfo for WeightInfo<T> {
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Regions` (r:32 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Rules::NextRuleId` (r:1 w:1)
	// Proof: `Rules::NextRuleId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Rules::OwnRules` (r:1 w:1)
	// Proof: `Rules::OwnRules` (`max_values`: None, `max_size`: Some(243), added: 2718, mode: `MaxEncodedLen`)
	// Storage: `Rules::Index` (r:1 w:1)
	// Proof: `Rules::Index` (`max_values`: Some(1), `max_size`: Some(2198), added: 2693, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Rules::Rules` (r:0 w:1)
	// Proof: `Rules::Rules` (`max_values`: None, `max_size`: Some(646), added: 3121, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn write_rule(c: u32) -> Weight {
		// Proof in bytes: measured 4215 + c * 80, estimated 3708 + c * 2591.
		Weight::from_parts(215_504_480, 3708)
			.saturating_add(Weight::from_parts(12_232_316, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(Weight::from_parts(0, 2591).saturating_mul(c.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Rules::Rules` (r:1 w:1)
	// Proof: `Rules::Rules` (`max_values`: None, `max_size`: Some(646), added: 3121, mode: `MaxEncodedLen`)
	// Storage: `Registry::Regions` (r:32 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_rule(c: u32) -> Weight {
		// Proof in bytes: measured 2083 + c * 80, estimated 4111 + c * 2591.
		Weight::from_parts(104_450_109, 4111)
			.saturating_add(Weight::from_parts(9_232_633, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(Weight::from_parts(0, 2591).saturating_mul(c.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Rules::Rules` (r:1 w:1)
	// Proof: `Rules::Rules` (`max_values`: None, `max_size`: Some(646), added: 3121, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn pause_rule() -> Weight {
		// Proof in bytes: measured 1245, estimated 4111.
		Weight::from_parts(108_491_000, 4111)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Rules::Rules` (r:1 w:1)
	// Proof: `Rules::Rules` (`max_values`: None, `max_size`: Some(646), added: 3121, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn resume_rule() -> Weight {
		// Proof in bytes: measured 1250, estimated 4111.
		Weight::from_parts(89_236_000, 4111)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Rules::Rules` (r:1 w:1)
	// Proof: `Rules::Rules` (`max_values`: None, `max_size`: Some(646), added: 3121, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:1 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Rules::OwnRules` (r:1 w:1)
	// Proof: `Rules::OwnRules` (`max_values`: None, `max_size`: Some(243), added: 2718, mode: `MaxEncodedLen`)
	// Storage: `Rules::Index` (r:1 w:1)
	// Proof: `Rules::Index` (`max_values`: Some(1), `max_size`: Some(2198), added: 2693, mode: `MaxEncodedLen`)
	// Storage: `Rules::Withdrawn` (r:0 w:1)
	// Proof: `Rules::Withdrawn` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn withdraw_rule() -> Weight {
		// Proof in bytes: measured 2872, estimated 4111.
		Weight::from_parts(136_492_000, 4111)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Rules::Rules` (r:1 w:1)
	// Proof: `Rules::Rules` (`max_values`: None, `max_size`: Some(646), added: 3121, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Rules::Signatures` (r:1 w:1)
	// Proof: `Rules::Signatures` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Rules::SignaturesGiven` (r:5 w:5)
	// Proof: `Rules::SignaturesGiven` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn co_sign() -> Weight {
		// Proof in bytes: measured 2512, estimated 13405.
		Weight::from_parts(231_836_000, 13405)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Rules::Signatures` (r:1 w:1)
	// Proof: `Rules::Signatures` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Rules::SignaturesGiven` (r:1 w:1)
	// Proof: `Rules::SignaturesGiven` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	// Storage: `Rules::Rules` (r:1 w:1)
	// Proof: `Rules::Rules` (`max_values`: None, `max_size`: Some(646), added: 3121, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn revoke_signature() -> Weight {
		// Proof in bytes: measured 1425, estimated 4111.
		Weight::from_parts(171_958_000, 4111)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Rules::Signatures` (r:1 w:1)
	// Proof: `Rules::Signatures` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Rules::SignaturesGiven` (r:1 w:1)
	// Proof: `Rules::SignaturesGiven` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	// Storage: `Rules::Rules` (r:1 w:1)
	// Proof: `Rules::Rules` (`max_values`: None, `max_size`: Some(646), added: 3121, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn expire_signature() -> Weight {
		// Proof in bytes: measured 1462, estimated 4111.
		Weight::from_parts(127_059_000, 4111)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Rules::Counts` (r:1 w:1)
	// Proof: `Rules::Counts` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn clear_count() -> Weight {
		// Proof in bytes: measured 1078, estimated 3524.
		Weight::from_parts(54_283_000, 3524)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Rules::Withdrawn` (r:1 w:1)
	// Proof: `Rules::Withdrawn` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Rules::Counts` (r:1 w:0)
	// Proof: `Rules::Counts` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	// Storage: `Rules::Signatures` (r:1 w:0)
	// Proof: `Rules::Signatures` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NextEpochToPrune` (r:1 w:0)
	// Proof: `Supervision::NextEpochToPrune` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forget_rule() -> Weight {
		// Proof in bytes: measured 958, estimated 3560.
		Weight::from_parts(103_655_000, 3560)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Rules::Passages` (r:1 w:1)
	// Proof: `Rules::Passages` (`max_values`: None, `max_size`: Some(819), added: 3294, mode: `MaxEncodedLen`)
	// Storage: `Rules::Counts` (r:20 w:20)
	// Proof: `Rules::Counts` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn unsent(s: u32) -> Weight {
		// Proof in bytes: measured 216 + s * 57, estimated 4284 + s * 2529.
		Weight::from_parts(34_973_569, 4284)
			.saturating_add(Weight::from_parts(9_749_186, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 2529).saturating_mul(s.into()))
	}
}
