//! A basis of one DMU: its solution, and whether that is the best.

use super::{
	facet::{Basic, BasicSlack, Facet, Open},
	limbs::Limbs,
	matrix::dot,
	program::{Column, Rows},
	Basis, Optimum, Ratio, Refusal, Verifier,
};
use alloc::vec::Vec;
use core::cmp::Ordering;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// A feasible basis and its solution: a facet, and the score of a DMU that is seen from there.
///
/// The score takes the place of the column that completes the facet's core, which is one step of the
/// simplex method. The determinant of the core is then what the hyperplane says of the score's
/// column.
pub(super) struct Tableau<'v, 'a> {
	verifier: &'v Verifier<'a>,
	facet: &'v Facet<'a>,
	rows: Rows<'a>,
	score: Option<ScoreColumn>,
	/// Of the core; positive.
	determinant: BigInt,
	/// The solution, times the determinant.
	values: Values,
}

/// The column of the score in terms of the facet's core, times that core's determinant.
struct ScoreColumn {
	/// As many as the core has rows.
	entries: Vec<BigInt>,
}

impl ScoreColumn {
	/// What the hyperplane says of it: the determinant of the core with the score in it, before a
	/// common factor of -1 is taken out.
	fn pivot(&self) -> &BigInt {
		&self.entries[self.entries.len() - 1]
	}
}

/// What each column of the basis has of something, times the determinant.
struct Values {
	/// The weights, and then the score.
	core: Vec<BigInt>,
	slacks: Vec<BigInt>,
}

impl<'v, 'a> Tableau<'v, 'a> {
	pub(super) fn new(
		verifier: &'v Verifier<'a>,
		facet: &'v Facet<'a>,
		rows: Rows<'a>,
	) -> Result<Self, Refusal> {
		let score = facet.hyperplane().map(|_| {
			let column: Vec<i128> =
				facet.rows.iter().map(|&row| rows.entry(Column::Score, row)).collect();
			ScoreColumn { entries: facet.inverse.times(&column) }
		});
		let determinant = match &score {
			Some(score) if score.pivot().is_zero() => return Err(Refusal::Singular),
			Some(score) => score.pivot().abs(),
			None => facet.inverse.determinant.clone(),
		};
		let values = Values { core: Vec::new(), slacks: Vec::new() };
		let mut tableau = Self { verifier, facet, rows, score, determinant, values };
		tableau.values = tableau.express(|row| rows.right(row));
		let negative = tableau.entries(&tableau.values).find(|(_, value)| value.is_negative());
		match negative.map(|(basic, _)| basic.index) {
			Some(index) => Err(Refusal::Infeasible(index)),
			None => Ok(tableau),
		}
	}

	/// What the core with the score has, for what the facet's core has: an entry of some row, and
	/// that of the hyperplane.
	fn exchanged(&self, place: usize, entry: BigInt, last: &BigInt) -> BigInt {
		let Some(score) = &self.score else { return entry };
		let exchanged = if place + 1 == score.entries.len() {
			entry
		} else {
			(entry * score.pivot() - &score.entries[place] * last) / &self.facet.inverse.determinant
		};
		if score.pivot().is_negative() {
			-exchanged
		} else {
			exchanged
		}
	}

	/// A column of the program in terms of the basis.
	fn express(&self, column: impl Fn(usize) -> i128) -> Values {
		let restricted: Vec<i128> = self.facet.rows.iter().map(|&row| column(row)).collect();
		let entries = self.facet.inverse.times(&restricted);
		let last = entries.last().cloned().unwrap_or_default();
		let core: Vec<BigInt> = entries
			.into_iter()
			.enumerate()
			.map(|(place, entry)| self.exchanged(place, entry, &last))
			.collect();
		let slacks = self
			.facet
			.slacks
			.iter()
			.map(|slack| {
				let used: Vec<i128> = self
					.facet
					.core
					.iter()
					.map(|basic| self.rows.entry(basic.column, slack.row))
					.collect();
				(&self.determinant * column(slack.row) - dot(&core, &used)) * slack.sign
			})
			.collect();
		Values { core, slacks }
	}

	/// The columns of the basis with their values.
	fn entries<'t>(&'t self, values: &'t Values) -> impl Iterator<Item = (Basic, &'t BigInt)> + 't {
		let core = self.facet.core.iter().copied();
		let slacks = self.facet.slacks.iter().map(BasicSlack::basic);
		core.zip(&values.core).chain(slacks.zip(&values.slacks))
	}

	/// By how much the right of each row would change what a place of the basis holds, times the
	/// determinant.
	fn sensitivity(&self, place: usize) -> Vec<BigInt> {
		let mut prices = alloc::vec![BigInt::zero(); self.facet.layout.len()];
		match place.checked_sub(self.facet.rows.len()) {
			None => self.add_sensitivity(&mut prices, place, 1),
			Some(place) => {
				let slack = &self.facet.slacks[place];
				prices[slack.row] = &self.determinant * slack.sign;
				for (core, basic) in self.facet.core.iter().enumerate() {
					let used = self.rows.entry(basic.column, slack.row) * slack.sign;
					self.add_sensitivity(&mut prices, core, -used);
				}
			}
		}
		prices
	}

	/// Adds a multiple of a row of the core's inverse.
	fn add_sensitivity(&self, prices: &mut [BigInt], place: usize, times: i128) {
		if times == 0 {
			return;
		}
		let last = self.facet.inverse.row(self.facet.rows.len() - 1);
		for ((&row, entry), last) in
			self.facet.rows.iter().zip(self.facet.inverse.row(place)).zip(last)
		{
			prices[row] += self.exchanged(place, entry.clone(), last) * times;
		}
	}

	/// How the convexity multiplier compares with zero.
	fn convexity(&self) -> Ordering {
		let sum_of_weights = self.facet.layout.sample.width();
		let place = self.facet.rows.iter().position(|&row| row == sum_of_weights);
		match (self.facet.hyperplane(), &self.score, place) {
			(Some(hyperplane), Some(score), Some(place)) => {
				let price = (hyperplane[place].sign() * score.pivot().sign()).cmp(&Sign::NoSign);
				if self.facet.layout.score_cost() < 0 {
					price.reverse()
				} else {
					price
				}
			}
			_ => Ordering::Equal,
		}
	}

	/// The first column that would improve the solution.
	pub(super) fn improving(&self) -> Option<usize> {
		let mirrored = self.score.as_ref().is_some_and(|score| score.pivot().is_negative());
		let open = self.facet.weigh_by_score(self.verifier, mirrored);
		if !self.rows.has_slack_stage() || open.tied.is_empty() {
			return open.improving;
		}
		let mut open = open.clone();
		self.weigh_by_slacks(&mut open);
		for (variable, place) in self.order() {
			if open.tied.is_empty() {
				break;
			}
			self.weigh_by_variable(variable, place, &mut open);
		}
		// None is tied still: as it grows, a column changes some variable of the basis, and as it ties
		// with the score, it is not the score alone. The sum's slack alone it cannot be either, for
		// DMUs have inputs. Were one left, the solution would not be the only one.
		open.tied.first().copied().or(open.improving)
	}

	/// Weighs the columns that are tied by the weighted sum of slacks.
	///
	/// Of the weights, what those of the slacks in the basis have in common is left out, which makes
	/// for shorter numbers.
	fn weigh_by_slacks(&self, open: &mut Open) {
		let weights = &self.verifier.slack_weights;
		let weight = |slack: &BasicSlack| weights.get(slack.row);
		let common = self.facet.slacks.iter().filter_map(weight);
		let common = common.cloned().reduce(|common, weight| common.gcd(&weight));
		let common = common.unwrap_or_else(BigInt::one);
		let mut prices = alloc::vec![BigInt::zero(); self.facet.layout.len()];
		for (place, slack) in self.facet.slacks.iter().enumerate() {
			let Some(weight) = weight(slack).map(|weight| weight / &common) else { continue };
			let sensitivity = self.sensitivity(self.facet.rows.len() + place);
			for (price, sensitivity) in prices.iter_mut().zip(sensitivity) {
				*price += &weight * sensitivity;
			}
		}
		let mut lost = Loss::new(&self.rows, &prices);
		open.weigh(&self.facet.layout, |column| match column {
			Column::Slack { row, .. } => {
				let gained = weights.get(row).map(|weight| weight * &self.determinant);
				let lost = lost.amount(column) * &common;
				lost.cmp(&gained.unwrap_or_default())
			}
			_ => lost.sign(column),
		});
	}

	/// Weighs the columns that are still tied by one variable of the basis, unless they come before
	/// it in the order of variables: those are the first that change, and they grow.
	fn weigh_by_variable(&self, variable: usize, place: usize, open: &mut Open) {
		let prices = self.sensitivity(place);
		let mut lost = Loss::new(&self.rows, &prices);
		open.weigh(&self.facet.layout, |column| match self.facet.layout.place(column) {
			Some(own) if own < variable => Ordering::Less,
			_ => lost.sign(column),
		});
	}

	/// The variables of the basis in the order in which they are maximised, with their places in
	/// the basis: weights, score, slacks.
	fn order(&self) -> Vec<(usize, usize)> {
		let mut order: Vec<(usize, usize)> = self
			.entries(&self.values)
			.enumerate()
			.filter_map(|(at, (basic, _))| Some((self.facet.layout.place(basic.column)?, at)))
			.collect();
		order.sort_unstable();
		order
	}

	/// The basis in which a column takes the place of the first one that it makes zero; `None` if
	/// it makes none zero.
	pub(super) fn exchange(&self, entering: usize) -> Option<Basis> {
		let column = self.facet.layout.column(entering)?;
		let shrinking = self.express(|row| self.rows.entry(column, row));
		let (leaving, ..) = self
			.entries(&self.values)
			.zip(self.entries(&shrinking))
			.filter(|(_, (_, shrinking))| shrinking.is_positive())
			.map(|((basic, value), (_, shrinking))| (basic.index, value, shrinking))
			.min_by(|(a, value_a, shrinking_a), (b, value_b, shrinking_b)| {
				(*value_a * *shrinking_b).cmp(&(*value_b * *shrinking_a)).then(a.cmp(b))
			})?;
		let mut columns: Vec<u16> =
			self.facet.basis.columns().iter().copied().filter(|&index| index != leaving).collect();
		columns.push(entering as u16);
		columns.sort_unstable();
		Basis::try_from(columns.as_slice()).ok()
	}

	/// The solution, if it is the best.
	pub(super) fn proven(&self) -> Result<Optimum, Refusal> {
		match self.improving() {
			None => Ok(self.optimum()),
			Some(column) => Err(Refusal::NotOptimal(column as u16)),
		}
	}

	/// The solution of an optimal basis.
	pub(super) fn optimum(&self) -> Optimum {
		let determinant = self.determinant.magnitude();
		let ratio = |value: &BigInt| Ratio::new(value.magnitude().clone(), determinant.clone());
		let mut score = Ratio::zero();
		let mut slacks = alloc::vec![Ratio::zero(); self.facet.layout.sample.width()];
		let mut weights = Vec::new();
		for (basic, value) in self.entries(&self.values) {
			match basic.column {
				Column::Score => score = ratio(value),
				Column::Slack { row, .. } => {
					if let Some(slack) = slacks.get_mut(row) {
						*slack = ratio(value);
					}
				}
				Column::Weight(_) if value.is_zero() => {}
				Column::Weight(_) => weights.push((basic.index, ratio(value))),
			}
		}
		if self.facet.layout.score_cost() < 0 {
			// φ is at least one, for the DMU itself reaches one.
			score = Ratio::one().checked_div(&score).unwrap_or_else(Ratio::zero);
		}
		Optimum { score, slacks, weights, convexity: self.convexity() }
	}
}

/// What an objective loses as a column grows by one, times the determinant.
struct Loss<'p, 'a> {
	rows: &'p Rows<'a>,
	/// What one of each row takes from the objective.
	prices: &'p [BigInt],
	limbs: Limbs,
}

impl<'p, 'a> Loss<'p, 'a> {
	fn new(rows: &'p Rows<'a>, prices: &'p [BigInt]) -> Self {
		Self { rows, prices, limbs: Limbs::new(prices) }
	}

	/// How it compares with zero.
	fn sign(&mut self, column: Column) -> Ordering {
		match column {
			Column::Weight(dmu) => {
				self.limbs.sign(self.rows.layout.sample.row(dmu).unwrap_or_default())
			}
			_ => self.amount(column).cmp(&BigInt::ZERO),
		}
	}

	/// How much it is.
	fn amount(&self, column: Column) -> BigInt {
		let entries: Vec<i128> =
			(0..self.prices.len()).map(|row| self.rows.entry(column, row)).collect();
		dot(self.prices, &entries)
	}
}
