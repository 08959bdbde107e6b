//! With which origin a proposal runs, and who accepts it.

use crate::Origin;
use core::marker::PhantomData;
use frame_support::traits::EnsureOrigin;
use salus_primitives::{Actor, Authority, Track};

impl Origin {
	/// The origin of a track's proposals; `None` for root.
	pub fn of(track: Track) -> Option<Self> {
		match track {
			Track::Accreditation => Some(Self::Accreditation),
			Track::Regulation => Some(Self::Regulation),
			Track::Reallocation => Some(Self::Reallocation),
			Track::Emergency => Some(Self::Emergency),
			Track::Upgrade => None,
		}
	}

	/// The track whose proposals run with this origin.
	pub fn track(&self) -> Track {
		match self {
			Self::Accreditation => Track::Accreditation,
			Self::Regulation => Track::Regulation,
			Self::Reallocation => Track::Reallocation,
			Self::Emergency => Track::Emergency,
		}
	}
}

macro_rules! ensures {
	($($(#[$doc:meta])* $name:ident: $variant:ident;)*) => {$(
		$(#[$doc])*
		pub struct $name<AccountId>(PhantomData<AccountId>);

		impl<RuntimeOrigin, AccountId> EnsureOrigin<RuntimeOrigin> for $name<AccountId>
		where
			RuntimeOrigin: Into<Result<Origin, RuntimeOrigin>> + From<Origin>,
		{
			type Success = Actor<AccountId>;

			fn try_origin(origin: RuntimeOrigin) -> Result<Actor<AccountId>, RuntimeOrigin> {
				let origin: Result<Origin, RuntimeOrigin> = origin.into();
				match origin? {
					Origin::$variant => Ok(Actor::Authority(Authority::Assembly)),
					other => Err(other.into()),
				}
			}

			#[cfg(feature = "runtime-benchmarks")]
			fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
				Ok(Origin::$variant.into())
			}
		}
	)*};
}

ensures! {
	/// The assembly, by a referendum on the track of accreditation.
	EnsureAccreditation: Accreditation;
	/// The assembly, by a referendum on the track of regulation.
	EnsureRegulation: Regulation;
	/// The assembly, by a referendum on the track of reallocation.
	EnsureReallocation: Reallocation;
	/// The assembly, by a referendum on the track of emergencies.
	EnsureEmergency: Emergency;
}
