//! What a basis stands for, whichever DMU it is a basis of.

use super::{
	dual_prices::DualPrices,
	matrix::Inverse,
	program::{Column, Layout},
	Basis, Refusal, Returns, Verifier,
};
use alloc::vec::Vec;
use core::{cell::OnceCell, cmp::Ordering};
use num_bigint::BigInt;
use num_traits::Zero;

/// A face of the frontier: all that a basis says but for the score, whose column is the DMU's own.
/// DMUs that are compared with the same others have the same basis, and share it.
///
/// A slack of the basis touches a single row, so that row only says how large the slack is. What
/// remains, the core, has as many rows as there are weights and scores in the basis: two to five
/// mostly, whatever the number of inputs and outputs.
pub(super) struct Facet<'a> {
	pub(super) layout: Layout<'a>,
	pub(super) basis: Basis,
	/// Weights, and then the score, if it is in the basis.
	pub(super) core: Vec<Basic>,
	pub(super) slacks: Vec<BasicSlack>,
	/// The rows of the core.
	pub(super) rows: Vec<usize>,
	/// The inverse of the core; in place of the score, there is a one in a single row. The last row
	/// is orthogonal to all weights then: it is the hyperplane in which they lie.
	pub(super) inverse: Inverse,
	/// What comes of the hyperplane as dual prices, and what of its negative.
	weighed: [OnceCell<Open>; 2],
}

/// A column in the basis.
#[derive(Clone, Copy)]
pub(super) struct Basic {
	pub(super) index: u16,
	pub(super) column: Column,
}

/// A slack in the basis.
pub(super) struct BasicSlack {
	pub(super) index: u16,
	/// The row that it fills.
	pub(super) row: usize,
	/// Whether it is added to the row or taken from it.
	pub(super) sign: i128,
}

/// What is not settled yet of the question which column improves a solution first.
#[derive(Clone)]
pub(super) struct Open {
	/// Columns that leave all objectives so far as they are, in ascending order.
	pub(super) tied: Vec<usize>,
	/// A column that improves one of these. It comes after all that are tied.
	pub(super) improving: Option<usize>,
}

impl<'a> Facet<'a> {
	/// The facet of a basis that is not empty.
	pub(super) fn new(
		verifier: &Verifier<'a>,
		returns: Returns,
		basis: &Basis,
	) -> Result<Self, Refusal> {
		let layout =
			Layout { sample: verifier.sample, orientation: verifier.model.orientation, returns };
		if basis.columns().len() != layout.len() {
			return Err(Refusal::WrongLength);
		}
		let (mut core, mut slacks) = (Vec::new(), Vec::new());
		let mut rows: Vec<usize> = (0..layout.len()).collect();
		let mut before = None;
		for &index in basis.columns() {
			let column = layout.column(index.into()).ok_or(Refusal::NoSuchColumn(index))?;
			if before.replace(index).is_some_and(|before| before >= index) {
				return Err(Refusal::NotAscending(index));
			}
			match column {
				Column::Slack { row: own, sign } => {
					rows.retain(|&row| row != own);
					slacks.push(BasicSlack { index, row: own, sign });
				}
				_ => core.push(Basic { index, column }),
			}
		}

		let mut is_scored = false;
		let mut entries = Vec::with_capacity(rows.len() * rows.len());
		for &row in &rows {
			for basic in &core {
				entries.push(match basic.column {
					Column::Weight(dmu) => layout.weighed(dmu, row).into(),
					_ => {
						is_scored = true;
						BigInt::ZERO
					}
				});
			}
		}
		let invert = if is_scored { Inverse::completed } else { Inverse::of };
		let inverse = invert(rows.len(), entries).ok_or(Refusal::Singular)?;
		let weighed = [const { OnceCell::new() }; 2];
		Ok(Self { layout, basis: *basis, core, slacks, rows, inverse, weighed })
	}

	/// The hyperplane, by the rows of the core, if the score is in the basis.
	pub(super) fn hyperplane(&self) -> Option<&[BigInt]> {
		let last = self.core.last().filter(|basic| basic.column == Column::Score);
		last.map(|_| self.inverse.row(self.core.len() - 1))
	}

	/// Weighs the columns outside of the basis by the score: what they cost is compared with what
	/// they are worth, priced by the hyperplane or, if it is `mirrored`, by its negative. Only by a
	/// positive factor do a DMU's own dual prices differ from these.
	pub(super) fn weigh_by_score(&self, verifier: &Verifier<'a>, mirrored: bool) -> &Open {
		self.weighed[usize::from(mirrored)].get_or_init(|| {
			let mut prices = alloc::vec![BigInt::zero(); self.layout.len()];
			let negative = mirrored != (self.layout.score_cost() < 0);
			for (&row, price) in self.rows.iter().zip(self.hyperplane().unwrap_or_default()) {
				prices[row] = if negative { -price } else { price.clone() };
			}
			self.weigh(verifier, &prices)
		})
	}

	fn weigh(&self, verifier: &Verifier<'a>, prices: &[BigInt]) -> Open {
		let mut worth = DualPrices::new(self.layout.sample, &verifier.filter, prices);
		let mut open = Open { tied: Vec::new(), improving: None };
		let mut basis = self.basis.columns().iter().map(|&column| usize::from(column)).peekable();
		for index in 0..self.layout.columns() {
			if basis.next_if_eq(&index).is_some() {
				continue;
			}
			let reduced = match self.layout.column(index) {
				Some(Column::Weight(dmu)) => worth.sign(dmu).reverse(),
				Some(Column::Slack { row, sign }) => BigInt::ZERO.cmp(&(&prices[row] * sign)),
				// Outside of the basis, the score sets no prices, and is itself worth nothing.
				_ => self.layout.score_cost().cmp(&0),
			};
			match reduced {
				Ordering::Greater => {}
				Ordering::Equal => open.tied.push(index),
				Ordering::Less => {
					open.improving = Some(index);
					break;
				}
			}
		}
		open
	}
}

impl BasicSlack {
	pub(super) fn basic(&self) -> Basic {
		let Self { index, row, sign } = *self;
		Basic { index, column: Column::Slack { row, sign } }
	}
}

impl Open {
	/// Weighs the columns that are tied by the next objective: greater, if they make it worse.
	pub(super) fn weigh(
		&mut self,
		layout: &Layout<'_>,
		mut reduced: impl FnMut(Column) -> Ordering,
	) {
		let improving = &mut self.improving;
		let mut found = false;
		self.tied.retain(|&index| {
			// Those that come after one that improves do not matter any more.
			let Some(column) = layout.column(index).filter(|_| !found) else { return false };
			match reduced(column) {
				Ordering::Greater => false,
				Ordering::Equal => true,
				Ordering::Less => {
					*improving = Some(index);
					found = true;
					false
				}
			}
		});
	}
}
