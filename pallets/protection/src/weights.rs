//! What the calls cost. The runtime supplies measured weights.

use frame_support::weights::Weight;

/// What the calls cost.
pub trait WeightInfo {
	/// `register_key`, beside a full queue.
	fn register_key() -> Weight;
	/// `withdraw_key`, out of a full queue.
	fn withdraw_key() -> Weight;
	/// `advance_ring` that starts a revision: `m` members and keys that wait.
	fn start(m: u32) -> Weight;
	/// `advance_ring` that pushes `k` members.
	fn push(k: u32) -> Weight;
	/// `advance_ring` that finishes a revision, beside as many old roots as are kept.
	fn finish() -> Weight;
	/// Deciding whether a revision may be started: `m` members and keys that wait.
	fn authorize_start(m: u32) -> Weight;
	/// Deciding whether a push, or a finish, is due.
	fn authorize_push() -> Weight;
	/// `declare_context` for a vote, in a role with as many rings as may be.
	fn declare_context() -> Weight;
	/// `close_context`.
	fn close_context() -> Weight;
	/// `bind`, once it is authorized.
	fn bind() -> Weight;
	/// Deciding on a binding, the proof among it, against the oldest of as many old roots as are kept.
	fn authorize_bind() -> Weight;
	/// `appeal`.
	fn appeal() -> Weight;
	/// `close_appeal`.
	fn close_appeal() -> Weight;
	/// `promise`, to an appeal with as many promises as may be but one.
	fn promise() -> Weight;
	/// `withdraw_promise`, from an appeal with as many as may be.
	fn withdraw_promise() -> Weight;
	/// `complain` about a transfer.
	fn complain() -> Weight;
	/// `answer_complaint` about a transfer.
	fn answer_complaint() -> Weight;
	/// `rate`.
	fn rate() -> Weight;
	/// `vote` in place of an earlier one.
	fn vote() -> Weight;
	/// `publish_sealing_key` by an institution.
	fn publish_sealing_key() -> Weight;
	/// `send_document` by a pseudonym, or by an agent: whichever costs more.
	fn send_document() -> Weight;
	/// `acknowledge_document`.
	fn acknowledge_document() -> Weight;
	/// `forget` of what costs most: a pseudonym with as many ratings, an appeal with as many promises, or a context with as many rolls as may be.
	fn forget() -> Weight;
}

/// Mocks weigh what the steps of building a ring are of.
impl WeightInfo for () {
	fn register_key() -> Weight {
		Weight::zero()
	}
	fn withdraw_key() -> Weight {
		Weight::zero()
	}
	fn start(m: u32) -> Weight {
		Weight::from_parts(m.into(), 0)
	}
	fn push(k: u32) -> Weight {
		Weight::from_parts(k.into(), 0)
	}
	fn finish() -> Weight {
		Weight::zero()
	}
	fn authorize_start(m: u32) -> Weight {
		Weight::from_parts(m.into(), 0)
	}
	fn authorize_push() -> Weight {
		Weight::zero()
	}
	fn declare_context() -> Weight {
		Weight::zero()
	}
	fn close_context() -> Weight {
		Weight::zero()
	}
	fn bind() -> Weight {
		Weight::zero()
	}
	fn authorize_bind() -> Weight {
		Weight::zero()
	}
	fn appeal() -> Weight {
		Weight::zero()
	}
	fn close_appeal() -> Weight {
		Weight::zero()
	}
	fn promise() -> Weight {
		Weight::zero()
	}
	fn withdraw_promise() -> Weight {
		Weight::zero()
	}
	fn complain() -> Weight {
		Weight::zero()
	}
	fn answer_complaint() -> Weight {
		Weight::zero()
	}
	fn rate() -> Weight {
		Weight::zero()
	}
	fn vote() -> Weight {
		Weight::zero()
	}
	fn publish_sealing_key() -> Weight {
		Weight::zero()
	}
	fn send_document() -> Weight {
		Weight::zero()
	}
	fn acknowledge_document() -> Weight {
		Weight::zero()
	}
	fn forget() -> Weight {
		Weight::zero()
	}
}
