//! What the calls cost. The runtime supplies the measured weights.
//!
//! A batch has no benchmark of its own, since its cost is a product of the DMUs in the batch and
//! the DMUs in the sample, which no linear model fits. It is put together from its parts instead;
//! see [`Pallet::weight_of_batch`](crate::Pallet::weight_of_batch).

use frame_support::weights::Weight;

/// The weights of the calls and their parts.
pub trait WeightInfo {
	/// Opening a round over `n` DMUs.
	fn open_round(n: u32) -> Weight;
	/// Reporting the figures of a DMU.
	fn observe() -> Weight;
	/// Sealing a round over `n` DMUs.
	fn seal(n: u32) -> Weight;
	/// Calling off an open round with `n` observations.
	fn cancel_open(n: u32) -> Weight;
	/// Calling off a sealed round of `n` DMUs, nearly all proven.
	fn cancel_sealed(n: u32) -> Weight;
	/// Closing an open round with `n` observations.
	fn close_open(n: u32) -> Weight;
	/// Closing a sealed round of `n` DMUs, nearly all proven.
	fn close_sealed(n: u32) -> Weight;
	/// Archiving a complete evaluation of `n` DMUs.
	fn archive_evaluation(n: u32) -> Weight;
	/// Archiving a complete survey of `n` DMUs.
	fn archive_survey(n: u32) -> Weight;
	/// Archiving a round that ended without a report.
	fn archive_failed() -> Weight;
	/// Forgetting an archived round.
	fn forget_round() -> Weight;
	/// Checking whether a batch of `u` DMUs is wanted.
	fn admit(u: u32) -> Weight;
	/// Reading a snapshot of `n` DMUs and 16 columns and preparing it for verification.
	fn prepare(n: u32) -> Weight;
	/// Verifying one certificate in a sample of `n` DMUs and up to 4 columns.
	fn verify_4_columns(n: u32) -> Weight;
	/// Verifying one certificate in a sample of `n` DMUs and up to 8 columns.
	fn verify_8_columns(n: u32) -> Weight;
	/// Verifying one certificate in a sample of `n` DMUs and up to 16 columns.
	fn verify_16_columns(n: u32) -> Weight;
	/// Storing `u` proven DMUs, the last of the round among them.
	fn store(u: u32) -> Weight;
}

/// Mocks do not weigh.
impl WeightInfo for () {
	fn open_round(_: u32) -> Weight {
		Weight::zero()
	}
	fn observe() -> Weight {
		Weight::zero()
	}
	fn seal(_: u32) -> Weight {
		Weight::zero()
	}
	fn cancel_open(_: u32) -> Weight {
		Weight::zero()
	}
	fn cancel_sealed(_: u32) -> Weight {
		Weight::zero()
	}
	fn close_open(_: u32) -> Weight {
		Weight::zero()
	}
	fn close_sealed(_: u32) -> Weight {
		Weight::zero()
	}
	fn archive_evaluation(_: u32) -> Weight {
		Weight::zero()
	}
	fn archive_survey(_: u32) -> Weight {
		Weight::zero()
	}
	fn archive_failed() -> Weight {
		Weight::zero()
	}
	fn forget_round() -> Weight {
		Weight::zero()
	}
	fn admit(_: u32) -> Weight {
		Weight::zero()
	}
	fn prepare(_: u32) -> Weight {
		Weight::zero()
	}
	fn verify_4_columns(_: u32) -> Weight {
		Weight::zero()
	}
	fn verify_8_columns(_: u32) -> Weight {
		Weight::zero()
	}
	fn verify_16_columns(_: u32) -> Weight {
		Weight::zero()
	}
	fn store(_: u32) -> Weight {
		Weight::zero()
	}
}
