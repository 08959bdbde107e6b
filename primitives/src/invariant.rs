//! How a pallet says which of its invariants does not hold.

#[doc(hidden)]
pub use log;
#[doc(hidden)]
pub use sp_runtime::TryRuntimeError;

/// Returns an error from a `try_state` unless a condition holds.
///
/// `check_invariant!("registry", 2, total > 0, "a holding is empty", key)` returns
/// `registry: invariant 2: a holding is empty`, and logs the same with the identifiers, `key`, behind
/// it, for an operator to search for. Pallet, number and text are literals, as the pallet's
/// documentation has them.
#[macro_export]
macro_rules! check_invariant {
	($pallet:literal, $number:literal, $holds:expr, $what:literal $(, $id:expr)* $(,)?) => {
		if !$holds {
			return Err($crate::broken_invariant!($pallet, $number, $what $(, $id)*));
		}
	};
}

/// The error of [`check_invariant`], logged as it does, for `ok_or_else`.
#[macro_export]
macro_rules! broken_invariant {
	($pallet:literal, $number:literal, $what:literal $(, $id:expr)* $(,)?) => {{
		const MESSAGE: &str = concat!($pallet, ": invariant ", $number, ": ", $what);
		$crate::invariant::log::error!(
			target: "runtime::try-state",
			"{MESSAGE}: {:?}",
			($(&$id,)*)
		);
		$crate::invariant::TryRuntimeError::Other(MESSAGE)
	}};
}
