//! What proves a report.

use super::{MAX_INPUTS, MAX_OUTPUTS};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen, Output};
use core::fmt;
use scale_info::{build::Fields, Path, Type, TypeInfo};

/// The most rows a program has: one per input and output, and one for the sum of the weights.
pub const MAX_ROWS: usize = MAX_INPUTS + MAX_OUTPUTS + 1;

/// The columns of a program that are in its optimum's basis, one per row of the program.
///
/// Of a sample with n DMUs, m inputs and s outputs the columns are, in this order: the weights of
/// the n DMUs, the slacks of the m inputs, the slacks of the s outputs, the score, and, where the
/// sum of the weights is bounded on one side only, the slack of that bound.
///
/// Empty for a DMU whose outputs are all zero, in output orientation: see [`dea`](super).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Basis {
	columns: [u16; MAX_ROWS],
	len: u8,
}

/// More columns than any program has rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooManyColumns;

impl fmt::Display for TooManyColumns {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "no program has more than {MAX_ROWS} rows")
	}
}

impl core::error::Error for TooManyColumns {}

impl Basis {
	/// The basis of a program that has none.
	pub const EMPTY: Self = Self { columns: [0; MAX_ROWS], len: 0 };

	/// The columns.
	pub fn columns(&self) -> &[u16] {
		&self.columns[..usize::from(self.len)]
	}
}

impl TryFrom<&[u16]> for Basis {
	type Error = TooManyColumns;

	fn try_from(columns: &[u16]) -> Result<Self, TooManyColumns> {
		let mut basis = Self::EMPTY;
		basis.columns.get_mut(..columns.len()).ok_or(TooManyColumns)?.copy_from_slice(columns);
		basis.len = u8::try_from(columns.len()).map_err(|_| TooManyColumns)?;
		Ok(basis)
	}
}

impl fmt::Debug for Basis {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_tuple("Basis").field(&self.columns()).finish()
	}
}

// Encoded as the sequence of its columns, which is what it is; the bound of its length is known to
// the type alone.

impl Encode for Basis {
	fn size_hint(&self) -> usize {
		self.columns().size_hint()
	}

	fn encode_to<T: Output + ?Sized>(&self, dest: &mut T) {
		self.columns().encode_to(dest);
	}
}

impl Decode for Basis {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let len = codec::Compact::<u32>::decode(input)?.0;
		let mut basis = Self::EMPTY;
		basis.len = u8::try_from(len).map_err(|_| Error::from("Basis is too long"))?;
		for column in basis
			.columns
			.get_mut(..usize::from(basis.len))
			.ok_or_else(|| Error::from("Basis is too long"))?
		{
			*column = u16::decode(input)?;
		}
		Ok(basis)
	}
}

impl DecodeWithMemTracking for Basis {}

impl MaxEncodedLen for Basis {
	fn max_encoded_len() -> usize {
		// The length of at most 63 takes one byte.
		1 + MAX_ROWS * u16::max_encoded_len()
	}
}

impl TypeInfo for Basis {
	type Identity = Self;

	fn type_info() -> Type {
		Type::builder()
			.path(Path::new("Basis", module_path!()))
			.composite(Fields::unnamed().field(|f| f.ty::<Vec<u16>>().type_name("Vec<u16>")))
	}
}

/// What proves the report of one DMU. Non-increasing returns need no basis of their own: see
/// [`Verifier::report`](super::Verifier::report).
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
pub struct Certificate {
	/// A basis that is optimal under constant returns, to the score.
	pub constant: Basis,
	/// A basis that is optimal under variable returns, to the slacks.
	pub variable: Basis,
}
