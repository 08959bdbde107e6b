//! Bounded text, and the identifier that a place or party has outside the chain.

use crate::{Gln, Malformed};
use alloc::string::{String, ToString};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use frame_support::{pallet_prelude::Get, BoundedVec};
use scale_info::TypeInfo;
use serde::{de::Error, Deserialize, Deserializer, Serialize, Serializer};
use sp_core::ConstU32;

/// UTF-8 text of at most `N` bytes. JSON carries it as a string.
#[derive(
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Text<const N: u32>(pub BoundedVec<u8, ConstU32<N>>);

impl<const N: u32> Text<N> {
	/// Refuses text that is empty or is not UTF-8 ([`Malformed::Characters`]).
	pub fn check(&self) -> Result<(), Malformed> {
		match core::str::from_utf8(&self.0) {
			Ok(text) if !text.trim().is_empty() => Ok(()),
			_ => Err(Malformed::Characters),
		}
	}
}

impl<const N: u32> TryFrom<&str> for Text<N> {
	type Error = Malformed;

	fn try_from(text: &str) -> Result<Self, Malformed> {
		text.as_bytes().to_vec().try_into().map(Self).map_err(|_| Malformed::Characters)
	}
}

impl<const N: u32> fmt::Debug for Text<N> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{:?}", String::from_utf8_lossy(&self.0))
	}
}

impl<const N: u32> Serialize for Text<N> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&String::from_utf8_lossy(&self.0))
	}
}

impl<'de, const N: u32> Deserialize<'de> for Text<N> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		text.as_str().try_into().map_err(|_| {
			D::Error::custom(
				"text of ".to_string()
					+ &<ConstU32<N> as Get<u32>>::get().to_string()
					+ " bytes at most",
			)
		})
	}
}

/// How the world outside knows a party or a place.
#[derive(
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum ExternalId {
	/// A GS1 Global Location Number, with the extension that names a place inside it.
	Gln {
		/// The number itself; for an institution, its party GLN.
		gln: Gln,
		/// GS1 application identifier 254; absent for the location as a whole.
		extension: Option<Text<20>>,
	},
	/// An identifier of the institution's own, as an absolute URI.
	Uri(Text<128>),
}

impl ExternalId {
	/// Refuses a wrong check digit, an empty extension, and a URI without a scheme.
	pub fn check(&self) -> Result<(), Malformed> {
		match self {
			Self::Gln { gln, extension } => {
				gln.check()?;
				extension.as_ref().map_or(Ok(()), |text| crate::gs1::check_characters(&text.0))
			}
			Self::Uri(uri) => {
				let scheme = uri.0.iter().position(|byte| *byte == b':');
				let absolute = matches!(scheme, Some(end) if end > 0 && end + 1 < uri.0.len());
				let plain = uri.0.iter().all(|byte| byte.is_ascii_graphic());
				if absolute && plain {
					Ok(())
				} else {
					Err(Malformed::Characters)
				}
			}
		}
	}
}
