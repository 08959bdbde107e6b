//! The simplex method in floating point: fast, nearly always right, and never believed.

use alloc::vec::Vec;
use salus_analysis::dea::{
	Basis, Model, Orientation, Program, Returns, Sample, SlackWeights, Stage,
};

/// What is smaller than this, relative to the terms it is the difference of, is taken for zero.
const NEGLIGIBLE: f64 = 1e-10;
/// A smaller pivot would make the next solution inaccurate.
const SMALLEST_PIVOT: f64 = 1e-9;
/// After so many pivots the inverse is computed afresh.
const REFRESH: usize = 40;

/// A sample in floating point, and the DMUs that turned out to matter.
///
/// Of many DMUs, few are ever a model for others: a tenth, or less. The programs are solved over
/// these few, and all DMUs are priced only when no column of theirs improves the solution; the one
/// that improves it most then joins them, for this and all later programs.
pub struct Simplex {
	dmus: usize,
	inputs: usize,
	width: usize,
	orientation: Orientation,
	/// Column by column, divided by the largest value of the column.
	values: Vec<f64>,
	/// One over the largest of a DMU's `values`.
	reach: Vec<f64>,
	/// The weight of the slack of each column.
	slack_weights: Vec<f64>,
	/// The DMUs that have been models for others.
	models: Vec<usize>,
	is_model: Vec<bool>,
	/// The values of all DMUs at some prices, and the sums of their terms without signs.
	worth: Vec<f64>,
	terms: Vec<f64>,
}

impl Simplex {
	pub fn new(sample: &Sample, model: Model) -> Self {
		let (dmus, width) = (sample.dmus(), sample.width());
		let mut values = alloc::vec![0.0; dmus * width];
		let mut largest = alloc::vec![0.0; width];
		for (dmu, row) in sample.rows().enumerate() {
			for (column, &value) in row.iter().enumerate() {
				let value = value as f64;
				values[column * dmus + dmu] = value;
				largest[column] = value.max(largest[column]);
			}
		}
		for (values, &largest) in values.chunks_exact_mut(dmus).zip(&largest) {
			if largest > 0.0 {
				values.iter_mut().for_each(|value| *value /= largest);
			}
		}
		let reach = (0..dmus)
			.map(|dmu| {
				let own = (0..width).map(|column| values[column * dmus + dmu]);
				1.0 / own.fold(0.0, f64::max)
			})
			.collect();
		// Slacks are measured like values, by the largest of their column.
		let mut slack_weights: Vec<f64> = match model.weights {
			SlackWeights::Mean => {
				let totals = values.chunks_exact(dmus).map(|values| values.iter().sum::<f64>());
				totals.map(|total| if total > 0.0 { 1.0 / total } else { 1.0 }).collect()
			}
			SlackWeights::Raw => {
				let last_digit = |decimals: &u8| (0..*decimals).fold(1.0, |digit, _| digit / 10.0);
				let digits = sample.decimals().iter().map(last_digit);
				largest.iter().zip(digits).map(|(largest, digit)| largest * digit).collect()
			}
		};
		let heaviest = slack_weights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
		slack_weights.iter_mut().for_each(|weight| *weight /= heaviest);
		Self {
			dmus,
			inputs: sample.inputs(),
			width,
			orientation: model.orientation,
			values,
			reach,
			slack_weights,
			models: Vec::new(),
			is_model: alloc::vec![false; dmus],
			worth: alloc::vec![0.0; dmus],
			terms: alloc::vec![0.0; dmus],
		}
	}

	/// A basis that may be optimal, from a feasible one. `None` if this came to nothing.
	pub fn solve(&mut self, dmu: usize, program: Program, start: &Basis) -> Option<Basis> {
		let mut search = Search::new(self, dmu, program, start)?;
		// Far more than are needed; whoever needs more goes round in circles.
		let patience = 100 + 20 * search.rows;
		let mut without_gain = 0;
		for pivots in 1..=patience {
			let cautious = without_gain > 2 * search.rows;
			let Some(entering) = search.entering(self, cautious) else {
				return search.finish();
			};
			let gain = search.pivot(self, entering)?;
			without_gain = if gain > NEGLIGIBLE { 0 } else { without_gain + 1 };
			if pivots % REFRESH == 0 {
				search.refresh(self)?;
			}
		}
		search.finish()
	}

	fn value(&self, column: usize, dmu: usize) -> f64 {
		self.values[column * self.dmus + dmu]
	}
}

/// Dual prices: of the rows: what a column is worth at them.
struct DualPrices {
	of_rows: Vec<f64>,
}

/// A search for the optimum of one program.
struct Search {
	dmu: usize,
	program: Program,
	rows: usize,
	/// By what the values of the DMU are multiplied.
	scale: f64,
	basis: Vec<usize>,
	inverse: Vec<f64>,
	solution: Vec<f64>,
	/// The entering column in terms of the basis.
	direction: Vec<f64>,
}

impl Search {
	fn new(simplex: &Simplex, dmu: usize, program: Program, start: &Basis) -> Option<Self> {
		let basis: Vec<usize> = start.columns().iter().map(|&column| column.into()).collect();
		let rows = basis.len();
		let mut search = Self {
			dmu,
			program,
			rows,
			scale: 1.0,
			basis,
			inverse: alloc::vec![0.0; rows * rows],
			solution: alloc::vec![0.0; rows],
			direction: alloc::vec![0.0; rows],
		};
		search.scale = search.reach(simplex, dmu);
		search.refresh(simplex)?;
		Some(search)
	}

	/// By what a DMU's values are multiplied: only where the sum of weights is free may a DMU be
	/// enlarged without changing what the convexity constraint says.
	fn reach(&self, simplex: &Simplex, dmu: usize) -> f64 {
		match self.program.returns {
			Returns::Constant => simplex.reach[dmu],
			_ => 1.0,
		}
	}

	fn score(&self, simplex: &Simplex) -> usize {
		simplex.dmus + simplex.width
	}

	/// Whether the score multiplies what the DMU has in a row.
	fn is_scored(&self, simplex: &Simplex, row: usize) -> bool {
		row < simplex.width && (row < simplex.inputs) == (simplex.orientation == Orientation::Input)
	}

	/// What a column has in a row.
	fn entry(&self, simplex: &Simplex, column: usize, row: usize) -> f64 {
		match column.checked_sub(simplex.dmus) {
			None if row < simplex.width => simplex.value(row, column) * self.reach(simplex, column),
			None => self.reach(simplex, column),
			Some(place) if place == simplex.width => {
				if self.is_scored(simplex, row) {
					-simplex.value(row, self.dmu) * self.scale
				} else {
					0.0
				}
			}
			Some(place) => {
				// The slack of the sum of weights comes after the score.
				let own = place.min(simplex.width);
				match (own == row, row < simplex.inputs, self.program.returns) {
					(false, ..) => 0.0,
					(true, true, _) => 1.0,
					(true, false, Returns::NonIncreasing) if row == simplex.width => 1.0,
					(true, false, _) => -1.0,
				}
			}
		}
	}

	/// What stands on the right of a row.
	fn right(&self, simplex: &Simplex, row: usize) -> f64 {
		if row == simplex.width {
			1.0
		} else if self.is_scored(simplex, row) {
			0.0
		} else {
			simplex.value(row, self.dmu) * self.scale
		}
	}

	/// Computes inverse and solution from the basis.
	fn refresh(&mut self, simplex: &Simplex) -> Option<()> {
		let rows = self.rows;
		let mut matrix = alloc::vec![0.0; rows * rows];
		for row in 0..rows {
			for (place, &column) in self.basis.iter().enumerate() {
				matrix[row * rows + place] = self.entry(simplex, column, row);
			}
			for column in 0..rows {
				self.inverse[row * rows + column] = if row == column { 1.0 } else { 0.0 };
			}
		}
		for p in 0..rows {
			let size = |row: usize| matrix[row * rows + p].abs();
			let found = (p..rows).max_by(|&a, &b| size(a).total_cmp(&size(b)))?;
			if size(found) < f64::MIN_POSITIVE {
				return None;
			}
			for column in 0..rows {
				matrix.swap(p * rows + column, found * rows + column);
				self.inverse.swap(p * rows + column, found * rows + column);
			}
			let pivot = matrix[p * rows + p];
			for column in 0..rows {
				matrix[p * rows + column] /= pivot;
				self.inverse[p * rows + column] /= pivot;
			}
			for row in (0..rows).filter(|&row| row != p) {
				let factor = matrix[row * rows + p];
				if factor != 0.0 {
					for column in 0..rows {
						matrix[row * rows + column] -= factor * matrix[p * rows + column];
						self.inverse[row * rows + column] -=
							factor * self.inverse[p * rows + column];
					}
				}
			}
		}
		for place in 0..rows {
			let value: f64 = (0..rows)
				.map(|row| self.inverse[place * rows + row] * self.right(simplex, row))
				.sum();
			self.solution[place] = value.max(0.0);
		}
		Some(())
	}

	/// The prices that follow from what the columns of the basis cost.
	fn prices(&self, cost: impl Fn(usize) -> f64) -> DualPrices {
		let mut of_rows = alloc::vec![0.0; self.rows];
		for (&column, inverse) in self.basis.iter().zip(self.inverse.chunks_exact(self.rows)) {
			let cost = cost(column);
			if cost != 0.0 {
				for (price, entry) in of_rows.iter_mut().zip(inverse) {
					*price += cost * entry;
				}
			}
		}
		DualPrices { of_rows }
	}

	/// What a column costs beyond its worth, relative to the terms of that difference.
	fn reduced(&self, simplex: &Simplex, prices: &DualPrices, column: usize, cost: f64) -> f64 {
		let (mut sum, mut terms) = (cost, cost.abs());
		for (row, price) in prices.of_rows.iter().enumerate() {
			let term = price * self.entry(simplex, column, row);
			sum -= term;
			terms += term.abs();
		}
		if terms > 0.0 {
			sum / terms
		} else {
			0.0
		}
	}

	/// The column that improves the solution most; the first that does so, if cautious.
	fn entering(&self, simplex: &mut Simplex, cautious: bool) -> Option<usize> {
		let score = self.score(simplex);
		let score_cost = match simplex.orientation {
			Orientation::Input => 1.0,
			Orientation::Output => -1.0,
		};
		let first_cost = |column: usize| if column == score { score_cost } else { 0.0 };
		let first = self.prices(first_cost);
		let weights = &simplex.slack_weights;
		let second_cost = |column: usize| {
			let place = column.checked_sub(simplex.dmus);
			-place.and_then(|place| weights.get(place)).copied().unwrap_or(0.0)
		};
		let second = (self.program.stage == Stage::Slacks).then(|| self.prices(second_cost));

		// What improves the score comes before what improves the slacks.
		let mut best = Best { column: None, cautious };
		let slacks = simplex.dmus..simplex.dmus + simplex.width;
		let sum_slack =
			matches!(self.program.returns, Returns::NonIncreasing | Returns::NonDecreasing)
				.then_some(score + 1);
		let few = simplex.models.iter().copied().chain([self.dmu]).chain(slacks).chain(sum_slack);
		for column in few {
			if self.basis.contains(&column) {
				continue;
			}
			let gain = self.reduced(simplex, &first, column, 0.0);
			if gain < -NEGLIGIBLE {
				best.offer(1, gain, column);
			} else if let (true, Some(second)) = (gain <= NEGLIGIBLE, &second) {
				let gain = self.reduced(simplex, second, column, second_cost(column));
				if gain < -NEGLIGIBLE {
					best.offer(2, gain, column);
				}
			}
		}
		if best.column.is_some() {
			return best.column();
		}

		simplex.price_all(&first);
		for column in 0..simplex.dmus {
			let (worth, terms) = (simplex.worth[column], simplex.terms[column]);
			if worth < -NEGLIGIBLE * terms || self.basis.contains(&column) {
				continue;
			}
			if worth > NEGLIGIBLE * terms {
				best.offer(1, -worth / terms, column);
			} else if let Some(second) = &second {
				let gain = self.reduced(simplex, second, column, 0.0);
				if gain < -NEGLIGIBLE {
					best.offer(2, gain, column);
				}
			}
		}
		let column = best.column()?;
		if !core::mem::replace(&mut simplex.is_model[column], true) {
			simplex.models.push(column);
		}
		Some(column)
	}

	/// Brings a column into the basis, and says how far it went.
	fn pivot(&mut self, simplex: &Simplex, entering: usize) -> Option<f64> {
		let rows = self.rows;
		let mut column = [0.0; salus_analysis::dea::MAX_ROWS];
		for (row, entry) in column.iter_mut().enumerate().take(rows) {
			*entry = self.entry(simplex, entering, row);
		}
		for (direction, inverse) in self.direction.iter_mut().zip(self.inverse.chunks_exact(rows)) {
			*direction = inverse.iter().zip(&column).map(|(a, b)| a * b).sum();
		}
		let ratio = |place: usize| self.solution[place] / self.direction[place];
		let candidates = || (0..rows).filter(|&place| self.direction[place] > SMALLEST_PIVOT);
		let step = candidates().map(ratio).min_by(f64::total_cmp)?;
		// Of those that reach zero at about the same time, the largest pivot is the most accurate.
		let leaving = candidates()
			.filter(|&place| ratio(place) <= step + NEGLIGIBLE * (1.0 + step))
			.max_by(|&a, &b| self.direction[a].total_cmp(&self.direction[b]))?;

		let pivot = self.direction[leaving];
		let step = ratio(leaving);
		for column in 0..rows {
			self.inverse[leaving * rows + column] /= pivot;
		}
		for row in (0..rows).filter(|&row| row != leaving) {
			let factor = self.direction[row];
			if factor != 0.0 {
				for column in 0..rows {
					self.inverse[row * rows + column] -=
						factor * self.inverse[leaving * rows + column];
				}
				self.solution[row] = (self.solution[row] - factor * step).max(0.0);
			}
		}
		self.solution[leaving] = step;
		self.basis[leaving] = entering;
		Some(step)
	}

	fn finish(mut self) -> Option<Basis> {
		self.basis.sort_unstable();
		let columns: Vec<u16> = self
			.basis
			.iter()
			.map(|&column| u16::try_from(column))
			.collect::<Result<_, _>>()
			.ok()?;
		Basis::try_from(columns.as_slice()).ok()
	}
}

impl Simplex {
	/// What every DMU is worth at some prices, with the sum of its terms without signs.
	fn price_all(&mut self, prices: &DualPrices) {
		let (of_columns, of_sum) = prices.of_rows.split_at(self.width);
		let of_sum = of_sum.first().copied().unwrap_or(0.0);
		self.worth.fill(of_sum);
		self.terms.fill(of_sum.abs());
		for (&price, values) in of_columns.iter().zip(self.values.chunks_exact(self.dmus)) {
			if price == 0.0 {
				continue;
			}
			for ((worth, terms), value) in self.worth.iter_mut().zip(&mut self.terms).zip(values) {
				let term = price * value;
				*worth += term;
				*terms += term.abs();
			}
		}
	}
}

/// The best of several columns: first by what they improve, then by how much.
struct Best {
	column: Option<(u8, f64, usize)>,
	cautious: bool,
}

impl Best {
	fn offer(&mut self, level: u8, gain: f64, column: usize) {
		let better = match self.column {
			None => true,
			Some((best, _, _)) if level != best => level < best,
			Some((_, _, first)) if self.cautious => column < first,
			Some((_, most, _)) => gain < most,
		};
		if better {
			self.column = Some((level, gain, column));
		}
	}

	fn column(&self) -> Option<usize> {
		self.column.map(|(_, _, column)| column)
	}
}
