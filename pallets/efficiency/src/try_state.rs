//! The invariants, checked in the order in which the pallet's documentation lists them.

use crate::{
	snapshot::exclusion, ActiveRounds, Config, Efficiencies, Efficiency, NextRoundId, Observations,
	Pallet, Progress, Rosters, Round, Rounds, Snapshot, Snapshots, Stage, Unit, METHOD,
};
use alloc::vec::Vec;
use frame_support::ensure;
use salus_analysis::dea::{ReturnsToScale, ONE};
use salus_primitives::RoundId;
use salus_solver::Solver;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_active()?;
		Self::try_terms()?;
		Self::try_observations()?;
		Self::try_snapshots()?;
		Self::try_progress()?;
		Self::try_efficiencies()?;
		Self::try_proofs()
	}

	fn try_active() -> Result<(), TryRuntimeError> {
		let mut active: Vec<RoundId> = Rounds::<T>::iter()
			.filter(|(_, round)| round.stage.is_active())
			.map(|(id, _)| id)
			.collect();
		active.sort_unstable();
		ensure!(active == ActiveRounds::<T>::get().into_inner(), "active rounds are out of step");
		let next = NextRoundId::<T>::get();
		ensure!(Rounds::<T>::iter_keys().all(|id| id < next), "a round has no number");
		Ok(())
	}

	fn try_terms() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter() {
			ensure!(Self::check_terms(&round.terms).is_ok(), "a round has terms of no round");
			let roster = Rosters::<T>::get(id);
			match round.stage {
				Stage::Expired | Stage::Cancelled => {
					ensure!(roster.is_none(), "a round that failed has a roster");
				}
				_ => {
					let roster = roster.ok_or("a round has no roster")?;
					let same = roster.ascends() && roster.len() == usize::from(round.units);
					ensure!(same, "a round and its roster differ");
				}
			}
		}
		ensure!(Rosters::<T>::iter_keys().all(Rounds::<T>::contains_key), "a roster has no round");
		Ok(())
	}

	fn try_observations() -> Result<(), TryRuntimeError> {
		for (id, unit, values) in Observations::<T>::iter() {
			let round = Rounds::<T>::get(id).ok_or("an observation has no round")?;
			ensure!(round.stage == Stage::Open, "an observation outlives its round");
			let roster = Rosters::<T>::get(id).ok_or("an observation has no roster")?;
			ensure!(roster.contains(&unit), "an observation is of another's unit");
			let full = values.len() == round.terms.indicators.len();
			ensure!(full, "an observation is not of the length of its round");
		}
		for (id, round) in Rounds::<T>::iter().filter(|(_, round)| round.stage == Stage::Open) {
			let count = Observations::<T>::iter_prefix(id).count();
			ensure!(count == usize::from(round.observed), "observations are miscounted");
		}
		let all = Rounds::<T>::iter().all(|(_, round)| round.observed <= round.units);
		ensure!(all, "more was observed than there is");
		Ok(())
	}

	fn try_snapshots() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter() {
			let frozen = matches!(round.stage, Stage::Sealed | Stage::Complete);
			let snapshot = Snapshots::<T>::get(id);
			ensure!(frozen == snapshot.is_some(), "a snapshot is missing, or is of no use");
			let open = round.stage == Stage::Open;
			ensure!(!open || round.seal.is_none(), "an open round has a seal");
			if let Some(snapshot) = snapshot {
				Self::try_snapshot(id, &round, &snapshot)?;
			}
		}
		let known = Snapshots::<T>::iter_keys().all(Rounds::<T>::contains_key);
		ensure!(known, "a snapshot has no round");
		Ok(())
	}

	fn try_snapshot(
		id: RoundId,
		round: &Round,
		snapshot: &Snapshot,
	) -> Result<(), TryRuntimeError> {
		let seal = round.seal.ok_or("a snapshot has no seal")?;
		let counted = usize::from(seal.units) == snapshot.rows.len()
			&& usize::from(seal.excluded) == snapshot.excluded.len();
		ensure!(counted, "a snapshot is miscounted");
		let print = snapshot.fingerprint(seal.method, id, &round.terms);
		ensure!(print == seal.fingerprint, "a snapshot has another fingerprint");

		let roster = Rosters::<T>::get(id).ok_or("a snapshot has no roster")?;
		let ascends = |units: &[&Unit]| units.is_sorted_by(|a, b| a < b);
		let rows: Vec<&Unit> = snapshot.rows.iter().map(|row| &row.unit).collect();
		let excluded: Vec<&Unit> = snapshot.excluded.iter().map(|(row, _)| &row.unit).collect();
		ensure!(ascends(&rows) && ascends(&excluded), "a snapshot is out of order");
		let mut all: Vec<&Unit> = rows.into_iter().chain(excluded).collect();
		all.sort_unstable();
		let same = all.into_iter().cloned().eq(roster.iter());
		ensure!(same, "a snapshot is not of its roster");

		let kept = |row: &crate::Row| exclusion(&round.terms, Some(&row.values)).is_none();
		ensure!(snapshot.rows.iter().all(kept), "a unit should be left out");
		for (row, reason) in &snapshot.excluded {
			let values = Some(&row.values).filter(|values| !values.is_empty());
			let right = exclusion(&round.terms, values) == Some(*reason);
			ensure!(right, "a unit is left out for no reason");
		}
		Ok(())
	}

	fn try_progress() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter() {
			let snapshot = Snapshots::<T>::get(id).unwrap_or_default();
			let mut progress = Progress::default();
			for (place, efficiency) in Efficiencies::<T>::iter_prefix(id) {
				let row = snapshot.rows.get(usize::from(place));
				let row = row.ok_or("an efficiency is of no unit of a snapshot")?;
				progress.add(row.belt, &efficiency);
			}
			ensure!(progress == round.progress, "what is proven is miscounted");
			let evaluation = round.terms.is_evaluation();
			ensure!(evaluation || progress.all.proven == 0, "a survey has efficiencies");
			let all = round.seal.is_some_and(|seal| seal.units == progress.all.proven);
			if matches!(round.stage, Stage::Sealed | Stage::Complete) {
				let complete = round.stage == Stage::Complete;
				ensure!(complete == (all || !evaluation), "a round is final before its time");
			}
			ensure!(round.ended.is_none() == round.stage.is_active(), "a round ended and did not");
		}
		let known = Efficiencies::<T>::iter_keys().all(|(id, _)| Rounds::<T>::contains_key(id));
		ensure!(known, "an efficiency has no round");
		Ok(())
	}

	fn try_efficiencies() -> Result<(), TryRuntimeError> {
		for (id, _, efficiency) in Efficiencies::<T>::iter() {
			let Efficiency { crste, vrste, scale, returns_to_scale, ref peers, .. } = efficiency;
			ensure!(crste <= vrste && vrste <= ONE && scale <= ONE, "a score is out of bounds");
			if returns_to_scale == ReturnsToScale::Constant {
				ensure!(crste == vrste && scale == ONE, "constant returns are not");
			}
			// Each of the three is off by half a digit at most, so scale times vrste is off from
			// crste by one and a half.
			let product = u128::from(scale).saturating_mul(vrste.into());
			let quotient = u128::from(crste).saturating_mul(ONE.into());
			let off = product.abs_diff(quotient);
			ensure!(off <= u128::from(ONE) * 3 / 2 + 1, "scale is not what it should be");

			let round = Rounds::<T>::get(id).ok_or("an efficiency has no round")?;
			let (inputs, outputs) = round.terms.widths();
			let full = efficiency.slacks.len() == inputs + outputs;
			ensure!(full, "slacks are not those of the columns");
			let units = round.seal.map_or(0, |seal| seal.units);
			ensure!(peers.iter().all(|(unit, _)| unit.0 < units), "a peer is of no snapshot");
			let sum: u64 = peers.iter().map(|(_, weight)| weight.0).sum();
			let few = peers.len() as u64;
			ensure!(
				peers.is_empty() || sum.abs_diff(ONE) <= few,
				"the weights of peers do not add up to one"
			);
			ensure!(vrste == 0 || !peers.is_empty(), "a unit is compared with none");
		}
		Ok(())
	}

	/// Solves one unit of each round again, by what its figures say and not by what was posted.
	fn try_proofs() -> Result<(), TryRuntimeError> {
		for (id, round) in Rounds::<T>::iter().filter(|(_, round)| round.progress.all.proven > 0) {
			let Some((place, stored)) = Efficiencies::<T>::iter_prefix(id).next() else { continue };
			let seal = round.seal.filter(|seal| seal.method == METHOD);
			let (Some(_), Some(snapshot)) = (seal, Snapshots::<T>::get(id)) else { continue };
			let sample = snapshot.sample(&round.terms).map_err(|_| "a snapshot is no sample")?;
			let solved = Solver::new(&sample, round.terms.model).report(place);
			let (_, report) = solved.map_err(|_| "a proven unit has no solution")?;
			ensure!(
				Efficiency::from(report) == stored,
				"an efficiency is not what its figures say"
			);
		}
		Ok(())
	}
}
