//! `salus contexts`.

use crate::{
	arguments::Options,
	chain::Chain,
	pseudonyms,
	texts::{self, amount, count, moment, name},
	Outcome,
};
use pallet_protection::{ContextView, Purpose};

/// Lists all contexts.
pub async fn list(options: &Options) -> Outcome<()> {
	let chain = Chain::connect(options).await?;
	let contexts = pseudonyms::contexts(&chain.newest().await?).await?;
	let texts: Vec<_> = contexts.iter().map(described).collect();
	match texts.is_empty() {
		true => println!("No context is declared."),
		false => println!("{}", texts.join("\n\n")),
	}
	Ok(())
}

fn described(view: &ContextView) -> String {
	let ContextView { id, context, turnout, .. } = view;
	let terms = &context.terms;
	let mut lines = vec![
		format!("Context {}: {}", id.0, texts::purpose(&terms.purpose)),
		format!("  {}", state(view)),
		format!(
			"  members     of the rings of the role {}: {}",
			name(&terms.role),
			texts::roll(terms.roll)
		),
		format!(
			"  pseudonyms  {}; there were {} when it was declared",
			context.pseudonyms,
			count(context.members, "member", "members")
		),
		format!("  each acts   {}", count(terms.uses, "time", "times")),
		format!("  purse       {}", amount(terms.purse)),
	];
	if let Purpose::Vote(_) = terms.purpose {
		let (ayes, nays) = (context.ballot.ayes, context.ballot.nays);
		lines.push(format!("  votes       {turnout}: {ayes} aye, {nays} nay"));
	}
	lines.join("\n")
}

/// Whether a context is open, and until when.
fn state(ContextView { context, is_over, .. }: &ContextView) -> String {
	match (context.closed, context.terms.until) {
		(Some(closed), _) => format!("over: closed at {}", moment(closed)),
		(None, None) if *is_over => "over: the referendum takes no votes any more".into(),
		(None, Some(until)) if *is_over => format!("over: since {}", moment(until)),
		(None, Some(until)) => format!("open until {}", moment(until)),
		(None, None) => "open, without an end".into(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_protection::{Ballot, Context, Roll, Terms};
	use salus_primitives::{ContextId, ReferendumId, Role};

	fn view(
		purpose: Purpose,
		until: Option<u64>,
		closed: Option<u64>,
		is_over: bool,
	) -> ContextView {
		let terms = Terms {
			role: Role::Receive,
			purpose,
			roll: Roll::Recent,
			uses: 1,
			purse: 1_500_000_000_000,
			until,
		};
		let context = Context {
			terms,
			declared_at: 0,
			closed,
			pseudonyms: 7,
			members: 20,
			ballot: Ballot { ayes: 3, nays: 2 },
			newest_record: None,
		};
		ContextView { id: ContextId(3), context, is_over, turnout: 5 }
	}

	#[test]
	fn a_context_is_told_with_all_that_a_member_needs() {
		assert_eq!(
			described(&view(Purpose::Appeal, None, None, false)),
			"Context 3: appeals\n  \
			 open, without an end\n  \
			 members     of the rings of the role receive: the newest revision of a ring, and those that it \
			 replaced not long ago\n  \
			 pseudonyms  7; there were 20 members when it was declared\n  \
			 each acts   1 time\n  \
			 purse       1.5 SAL"
		);
		let vote = described(&view(Purpose::Vote(ReferendumId(4)), None, None, false));
		assert!(vote.starts_with("Context 3: the secret vote on referendum 4\n"));
		assert!(vote.ends_with("\n  votes       5: 3 aye, 2 nay"));
	}

	#[test]
	fn whether_a_context_is_open_is_told_with_the_reason() {
		let vote = Purpose::Vote(ReferendumId(4));
		let (end, ended) = (Some(86_400_000), "1970-01-02 00:00 UTC");
		for (view, expected) in [
			(view(Purpose::Rate, None, None, false), "open, without an end".to_owned()),
			(view(Purpose::Rate, end, None, false), format!("open until {ended}")),
			(view(Purpose::Rate, end, None, true), format!("over: since {ended}")),
			(view(Purpose::Rate, None, end, true), format!("over: closed at {ended}")),
			(view(vote, None, None, true), "over: the referendum takes no votes any more".into()),
		] {
			assert_eq!(state(&view), expected);
		}
	}
}
