//! What is proven of a DMU.

use super::MAX_INDICATORS;
use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_analysis::dea::{DmuReport, Peer, ReturnsToScale, Score, Slack, MAX_ROWS};
use scale_info::TypeInfo;
use sp_core::ConstU32;

/// The proven efficiency of a DMU, as it is stored. Numbers are in 10⁻¹², and compact: a zero takes
/// one byte, and a one takes six.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Efficiency {
	/// Comprehensive efficiency: the score under constant returns.
	#[codec(compact)]
	pub crste: u64,
	/// Technical efficiency: the score under variable returns.
	#[codec(compact)]
	pub vrste: u64,
	/// Scale efficiency.
	#[codec(compact)]
	pub scale: u64,
	/// Whether the DMU is at its most productive scale.
	pub returns_to_scale: ReturnsToScale,
	/// The slacks of the inputs and then of the outputs, in 10⁻¹² of the last digit of their
	/// indicator.
	pub slacks: BoundedVec<Compact<u128>, ConstU32<MAX_INDICATORS>>,
	/// The DMUs it is compared with, by their place in the snapshot, and their weights.
	pub peers: BoundedVec<(Compact<u16>, Compact<u64>), ConstU32<{ MAX_ROWS as u32 }>>,
}

impl From<DmuReport> for Efficiency {
	fn from(report: DmuReport) -> Self {
		let DmuReport {
			crste,
			vrste,
			nirs: _,
			scale,
			returns_to_scale,
			input_slacks,
			output_slacks,
			peers,
		} = report;
		let slacks = input_slacks.into_iter().chain(output_slacks).map(|slack| Compact(slack.0));
		let peers = peers.into_iter().map(|peer| (Compact(peer.dmu), Compact(peer.weight.0)));
		Self {
			crste: crste.0,
			vrste: vrste.0,
			scale: scale.0,
			returns_to_scale,
			// A sample has no more columns than a round, and a basis no more than its program rows.
			slacks: BoundedVec::truncate_from(slacks.collect()),
			peers: BoundedVec::truncate_from(peers.collect()),
		}
	}
}

impl Efficiency {
	/// The report that it was stored from, of which the first `inputs` slacks are those of inputs.
	///
	/// The score under non-increasing returns is not stored, since it follows: it is that under
	/// constant returns where returns increase, and otherwise that under variable returns.
	pub fn report(&self, inputs: usize) -> DmuReport {
		let slacks: alloc::vec::Vec<_> = self.slacks.iter().map(|slack| Slack(slack.0)).collect();
		let (input_slacks, output_slacks) = slacks.split_at(inputs.min(slacks.len()));
		let nirs = match self.returns_to_scale {
			ReturnsToScale::Increasing => self.crste,
			ReturnsToScale::Constant | ReturnsToScale::Decreasing => self.vrste,
		};
		DmuReport {
			crste: Score(self.crste),
			vrste: Score(self.vrste),
			nirs: Score(nirs),
			scale: Score(self.scale),
			returns_to_scale: self.returns_to_scale,
			input_slacks: input_slacks.to_vec(),
			output_slacks: output_slacks.to_vec(),
			peers: self
				.peers
				.iter()
				.map(|(dmu, weight)| Peer { dmu: dmu.0, weight: Score(weight.0) })
				.collect(),
		}
	}
}
