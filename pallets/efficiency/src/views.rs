//! What readers ask, and what they are told.

use crate::{
	exclusion, rounds, Config, Dmu, Efficiency, Exclusion, IndicatorRole, Opening, Pallet,
	Progress, Round, RoundSpecification, Seal, Snapshot, Stage, Sums, Values,
};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_analysis::{
	dea::{DmuReport, Means, Model, Orientation, Score, Slack, ONE},
	density::{self, Bandwidth, Curve, Estimator, Grid, Mean, Scale},
};
use salus_primitives::{Belt, Moment, RecordId, RoundId, LONGEST_ANSWER};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// The most rounds that one answer goes through.
const MOST_ROUNDS: u32 = 64;

/// A round: what it was opened with, and where it stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RoundView {
	/// What it asks, and how it answers.
	pub specification: RoundSpecification,
	/// When it was opened.
	pub opened: Moment,
	/// How many DMUs it is about.
	pub dmus: u16,
	pub stage: Stage,
	/// For how many DMUs figures were reported.
	pub observed: u16,
	/// What sealing left.
	pub seal: Option<Seal>,
	/// What is proven so far.
	pub progress: Progress,
	/// When it ended: completed, expired or cancelled.
	pub ended: Option<Moment>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

impl RoundView {
	fn new(opening: Opening, round: Round) -> Self {
		let Opening { specification, opened, dmus } = opening;
		let Round { stage, observed, seal, progress, ended, newest_record } = round;
		Self { specification, opened, dmus, stage, observed, seal, progress, ended, newest_record }
	}
}

/// What is known of a DMU's figures.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Observation {
	pub dmu: Dmu,
	/// Its belt: when the round was sealed, or now.
	pub belt: Option<Belt>,
	/// Its figures; none at all if none were reported.
	pub values: Values,
	/// Its place in the snapshot, if the report is about it.
	pub place: Option<u16>,
	/// Why it is left out; while the round is open, why it would be.
	pub exclusion: Option<Exclusion>,
}

/// The means of a group of DMUs.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct GroupMeans {
	/// The belt; none for DMUs of no belt.
	pub belt: Option<Belt>,
	/// How many DMUs.
	pub dmus: u16,
	/// Their means.
	pub means: Means,
}

/// The report of a round, without its rows.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Report {
	/// Which way of computing it this is.
	pub method: u16,
	/// Its settings.
	pub model: Model,
	/// The fingerprint of what it follows from.
	pub fingerprint: H256,
	/// When the figures were frozen.
	pub sealed: Moment,
	/// [`Stage::Complete`] if it is final.
	pub stage: Stage,
	/// When it became final.
	pub completed: Option<Moment>,
	/// How many DMUs it is about.
	pub dmus: u16,
	/// How many of them are proven.
	pub proven: u16,
	/// The means over the proven DMUs.
	pub means: Option<Means>,
	/// The means by belt: western, central, eastern, and DMUs of no belt.
	pub belts: Vec<GroupMeans>,
	/// The DMUs that are left out, and why.
	pub excluded: Vec<(Dmu, Exclusion)>,
}

/// What is proven of one DMU.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ReportRow {
	/// Its place in the snapshot, by which the peers of others name it.
	pub place: u16,
	pub dmu: Dmu,
	pub belt: Option<Belt>,
	/// Its efficiency.
	pub efficiency: DmuReport,
}

/// By what DMUs are ranked.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Measure {
	/// Comprehensive efficiency.
	Comprehensive,
	/// Technical efficiency.
	Technical,
	/// Scale efficiency.
	Scale,
}

/// A place in a ranking.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Ranked {
	/// One more than the number of DMUs with a higher score.
	pub rank: u32,
	pub dmu: Dmu,
	pub belt: Option<Belt>,
	pub score: Score,
}

/// What a DMU would have to release of an input, or gain of an output. All but the figure itself in
/// 10⁻¹² of the last digit of the indicator.
///
/// The parts follow from the twelve digits of the score, rounded to the nearest.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Target {
	/// The indicator, counted from zero.
	pub indicator: u8,
	/// Input: to be released. Output: to be gained.
	pub role: IndicatorRole,
	/// The DMU's figure.
	pub observed: u64,
	/// The part in which all inputs shrink, or all outputs grow, alike.
	pub radial: Slack,
	/// The part beyond that.
	pub slack: Slack,
	/// What the figure would be.
	pub target: Slack,
}

/// A group of the DMUs of a round.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Group {
	/// All of them.
	All,
	/// Those of a belt.
	Belt(Belt),
	/// Those of no belt.
	Elsewhere,
}

impl Group {
	fn contains(self, belt: Option<Belt>) -> bool {
		match self {
			Self::All => true,
			Self::Belt(of) => belt == Some(of),
			Self::Elsewhere => belt.is_none(),
		}
	}
}

/// What the x of a density counts.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ValueScale {
	/// The figures themselves.
	Absolute,
	/// Multiples of the mean over all DMUs of the round.
	RelativeToMean,
}

/// Why there is no density.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DensityError {
	/// There is no such round.
	RoundNotFound,
	/// The figures of the round are not frozen, or were removed.
	NotSealed,
	/// The round has no such indicator.
	IndicatorNotFound,
	/// The figures or the settings allow for no curve.
	Estimate(density::Error),
	/// The round is archived, and its figures with it.
	RoundArchived,
}

impl From<density::Error> for DensityError {
	fn from(error: density::Error) -> Self {
		Self::Estimate(error)
	}
}

fn page(limit: u32) -> usize {
	limit.min(LONGEST_ANSWER) as usize
}

/// What a report follows from.
struct Evaluated {
	specification: RoundSpecification,
	seal: Seal,
	snapshot: Snapshot,
	stage: Stage,
	progress: Progress,
	ended: Option<Moment>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_round(id: RoundId) -> Option<RoundView> {
		Some(RoundView::new(rounds::opening::<T>(id).ok()?, rounds::find::<T>(id).ok()?))
	}

	pub(crate) fn view_rounds(after: Option<RoundId>, limit: u32) -> Vec<(RoundId, RoundView)> {
		let first = after.map_or(0, |id| id.0.saturating_add(1));
		Self::rounds_from(RoundId(first), limit)
			.filter_map(|id| Some((id, Self::view_round(id)?)))
			.collect()
	}

	/// So many rounds from one on, whether or not they exist.
	fn rounds_from(from: RoundId, count: u32) -> impl Iterator<Item = RoundId> {
		(from.0..from.0.saturating_add(count.min(MOST_ROUNDS))).map(RoundId)
	}

	pub(crate) fn view_observations(id: RoundId, from: u32, limit: u32) -> Vec<Observation> {
		let (from, limit) = (from as usize, page(limit));
		if let Some(snapshot) = rounds::snapshot::<T>(id) {
			let frozen = snapshot.in_order().into_iter().skip(from).take(limit);
			return frozen
				.map(|(row, place)| Observation {
					dmu: row.dmu.clone(),
					belt: row.belt,
					values: row.values.clone(),
					place: place.ok(),
					exclusion: place.err(),
				})
				.collect();
		}
		let (Ok(opening), Ok(roster)) = (rounds::opening::<T>(id), rounds::roster::<T>(id)) else {
			return vec![];
		};
		let observe = |dmu: Dmu| {
			let values = rounds::observation::<T>(id, &dmu);
			Observation {
				belt: Self::belt_of(&dmu),
				dmu,
				place: None,
				exclusion: exclusion(&opening.specification, values.as_ref()),
				values: values.unwrap_or_default(),
			}
		};
		roster.iter().skip(from).take(limit).map(observe).collect()
	}

	/// An evaluation with a snapshot to report on.
	fn evaluated(id: RoundId) -> Option<Evaluated> {
		let Round { stage, seal, progress, ended, .. } = rounds::find::<T>(id).ok()?;
		let specification = rounds::opening::<T>(id).ok()?.specification;
		if !specification.is_evaluation() {
			return None;
		}
		let snapshot = rounds::snapshot::<T>(id)?;
		Some(Evaluated { specification, seal: seal?, snapshot, stage, progress, ended })
	}

	pub(crate) fn view_report(id: RoundId) -> Option<Report> {
		let Evaluated { specification, seal, snapshot, stage, progress, ended } =
			Self::evaluated(id)?;
		let group = |belt| {
			let sums: &Sums = progress.group(belt);
			Some(GroupMeans { belt, dmus: sums.proven, means: sums.means()? })
		};
		let belts = [Some(Belt::Western), Some(Belt::Central), Some(Belt::Eastern), None];
		Some(Report {
			method: seal.method,
			model: specification.model,
			fingerprint: seal.fingerprint,
			sealed: seal.at,
			stage,
			completed: ended,
			dmus: seal.dmus,
			proven: progress.all.proven,
			means: progress.all.means(),
			belts: belts.into_iter().filter_map(group).collect(),
			excluded: snapshot
				.excluded
				.into_iter()
				.map(|(row, reason)| (row.dmu, reason))
				.collect(),
		})
	}

	fn report_row(id: RoundId, evaluated: &Evaluated, place: u16) -> Option<ReportRow> {
		let row = evaluated.snapshot.rows.get(usize::from(place))?;
		let inputs = evaluated.specification.widths().0;
		let efficiency = rounds::efficiency::<T>(id, place)?.report(inputs);
		Some(ReportRow { place, dmu: row.dmu.clone(), belt: row.belt, efficiency })
	}

	pub(crate) fn view_report_rows(id: RoundId, from: u16, limit: u32) -> Vec<ReportRow> {
		let Some(evaluated) = Self::evaluated(id) else { return vec![] };
		(from..evaluated.seal.dmus)
			.filter_map(|place| Self::report_row(id, &evaluated, place))
			.take(page(limit))
			.collect()
	}

	pub(crate) fn view_report_of(id: RoundId, dmu: &Dmu) -> Option<ReportRow> {
		let evaluated = Self::evaluated(id)?;
		Self::report_row(id, &evaluated, evaluated.snapshot.place_of(dmu)?)
	}

	pub(crate) fn view_ranking(id: RoundId, by: Measure, from: u32, limit: u32) -> Vec<Ranked> {
		let Some(Evaluated { seal, snapshot, .. }) = Self::evaluated(id) else { return vec![] };
		let score = |efficiency: Efficiency| match by {
			Measure::Comprehensive => efficiency.crste,
			Measure::Technical => efficiency.vrste,
			Measure::Scale => efficiency.scale,
		};
		let mut scores: Vec<(u64, u16)> = (0..seal.dmus)
			.filter_map(|place| Some((score(rounds::efficiency::<T>(id, place)?), place)))
			.collect();
		scores.sort_by(|(a, p), (b, q)| b.cmp(a).then(p.cmp(q)));
		let ranked = |(score, place): (u64, u16)| {
			let row = snapshot.rows.get(usize::from(place))?;
			let higher = scores.partition_point(|(other, _)| *other > score);
			Some(Ranked {
				rank: u32::try_from(higher).ok()?.saturating_add(1),
				dmu: row.dmu.clone(),
				belt: row.belt,
				score: Score(score),
			})
		};
		let places = scores.iter().copied().skip(from as usize).take(page(limit));
		places.filter_map(ranked).collect()
	}

	pub(crate) fn view_targets(id: RoundId, dmu: &Dmu) -> Option<Vec<Target>> {
		let Evaluated { specification, snapshot, .. } = Self::evaluated(id)?;
		let place = snapshot.place_of(dmu)?;
		let row = snapshot.rows.get(usize::from(place))?;
		let efficiency = rounds::efficiency::<T>(id, place)?;
		let inputs = specification.columns(IndicatorRole::Input);
		let outputs = specification.columns(IndicatorRole::Output);
		let columns = inputs
			.map(|column| (column, IndicatorRole::Input))
			.chain(outputs.map(|column| (column, IndicatorRole::Output)));
		columns
			.zip(&efficiency.slacks)
			.map(|((column, role), slack)| {
				let observed = (*row.values.get(column)?)?;
				let radial =
					radial(specification.model.orientation, role, observed, efficiency.vrste)?;
				let figure = u128::from(observed).checked_mul(ONE.into())?;
				let target = match role {
					IndicatorRole::Input => figure.saturating_sub(radial).saturating_sub(slack.0),
					_ => figure.checked_add(radial)?.checked_add(slack.0)?,
				};
				Some(Target {
					indicator: u8::try_from(column).ok()?,
					role,
					observed,
					radial: Slack(radial),
					slack: Slack(slack.0),
					target: Slack(target),
				})
			})
			.collect()
	}

	pub(crate) fn view_history(dmu: &Dmu, from: RoundId, rounds: u32) -> Vec<(RoundId, ReportRow)> {
		Self::rounds_from(from, rounds)
			.filter_map(|id| Some((id, Self::view_report_of(id, dmu)?)))
			.collect()
	}

	pub(crate) fn view_density(
		id: RoundId,
		indicator: u8,
		group: Group,
		values: ValueScale,
		bandwidth: Bandwidth,
		grid: Grid,
	) -> Result<Curve, DensityError> {
		let opening = rounds::opening::<T>(id).map_err(|_| match rounds::archived::<T>(id) {
			Some(_) => DensityError::RoundArchived,
			None => DensityError::RoundNotFound,
		})?;
		let snapshot = rounds::snapshot::<T>(id).ok_or(DensityError::NotSealed)?;
		let column = usize::from(indicator);
		let indicators = &opening.specification.indicators;
		let found = indicators.get(column).ok_or(DensityError::IndicatorNotFound)?;
		let series = |group: Group| {
			let rows = snapshot.all_rows().filter(move |row| group.contains(row.belt));
			rows.filter_map(move |row| row.values.get(column).copied().flatten())
		};
		let scale = match values {
			ValueScale::Absolute => Scale::Decimals(found.decimals),
			ValueScale::RelativeToMean => Scale::MultipleOf(Mean::of(series(Group::All))?),
		};
		Ok(Estimator::new(series(group), scale, bandwidth)?.curve(grid)?)
	}
}

/// By how much a figure shrinks or grows with all others of its role, in 10⁻¹² of its last digit:
/// with θ = `score`, an input by (1 - θ) x; with φ = 1 / `score`, an output by (φ - 1) y. `None`
/// where the score is zero.
fn radial(
	orientation: Orientation,
	role: IndicatorRole,
	observed: u64,
	score: u64,
) -> Option<u128> {
	let rest = u128::from(ONE.saturating_sub(score));
	match (orientation, role) {
		(Orientation::Input, IndicatorRole::Input) => u128::from(observed).checked_mul(rest),
		(Orientation::Output, IndicatorRole::Output) => {
			let figure = u128::from(observed).checked_mul(ONE.into())?;
			let rounding = Rounding::NearestPrefUp;
			multiply_by_rational_with_rounding(figure, rest, score.into(), rounding)
		}
		_ => Some(0),
	}
}
