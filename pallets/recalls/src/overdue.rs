//! By how much an answer or a count is late.

use salus_primitives::{time::DAY, Moment};

/// How many days something is overdue, the one that has begun included; `None` when it is not.
pub(crate) fn days_overdue(due: Moment, now: Moment) -> Option<u32> {
	let late = now.checked_sub(due).filter(|late| *late > 0)?;
	Some((late / DAY).saturating_add(1).try_into().unwrap_or(u32::MAX))
}
