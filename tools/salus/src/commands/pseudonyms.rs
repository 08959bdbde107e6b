//! `salus pseudonyms`.

use super::unlock;
use crate::{
	arguments::{Options, Pseudonyms},
	chain::{Chain, State},
	hex,
	pseudonyms::{self, Bound, Own},
	texts::{self, amount, count, moment},
	Outcome,
};
use codec::Decode;
use frame_support::StoragePrefixedMap;
use pallet_protection::{Appeal, AppealEnd, Appeals, Document, Documents, Party};
use salus_primitives::{AppealId, DocumentId, Moment};
use salus_runtime::{AccountId, Runtime};

/// What the chain has of all pseudonyms: whoever asked for its own would tell the node which they are.
struct Doings {
	now: Moment,
	appeals: Vec<(AppealId, Appeal<AccountId>)>,
	documents: Vec<(DocumentId, Document<AccountId>)>,
}

impl Doings {
	async fn of(state: &State<'_>) -> Outcome<Self> {
		let now = state.now().await?;
		let appeals = state.entries(&Appeals::<Runtime>::final_prefix()).await?;
		let documents = state.entries(&Documents::<Runtime>::final_prefix()).await?;
		Ok(Self { now, appeals: numbered(appeals), documents: numbered(documents) })
	}
}

/// Entries of a map, in the order of their identifiers, which stand in the keys behind two hashes of 16 bytes.
fn numbered<Id: Decode + Ord, V>(entries: Vec<(Vec<u8>, V)>) -> Vec<(Id, V)> {
	let with_id = |(key, value): (Vec<u8>, V)| Some((Id::decode(&mut key.get(32..)?).ok()?, value));
	let mut entries: Vec<_> = entries.into_iter().filter_map(with_id).collect();
	entries.sort_by(|(one, _), (other, _)| one.cmp(other));
	entries
}

/// Lists what a member is in each context, and what it has done there.
pub async fn list(options: &Options, Pseudonyms { file }: Pseudonyms) -> Outcome<()> {
	let seed = unlock(options, &file)?;
	let chain = Chain::connect(options).await?;
	let state = chain.newest().await?;
	let own = pseudonyms::own(&state, chain.genesis, &seed).await?;
	let doings = Doings::of(&state).await?;
	let texts: Vec<_> = own.iter().map(|own| described(own, &doings)).collect();
	match texts.is_empty() {
		true => println!("No context is declared."),
		false => println!("{}", texts.join("\n\n")),
	}
	Ok(())
}

fn described(own: &Own, doings: &Doings) -> String {
	let context = &own.context;
	let state = if context.is_over { " (over)" } else { "" };
	let purpose = texts::purpose(&context.context.terms.purpose);
	let head = format!("Context {}: {purpose}{state}", context.id.0);
	let alias = hex::write(&own.alias.0);
	let Some(Bound { account, pseudonym, purse, key }) = &own.bound else {
		return format!("{head}\n  alias    {alias}\n  account  none is bound");
	};
	let foreign = if key.is_some() { "" } else { "  (not of this key file)" };
	let mut lines = vec![
		head,
		format!("  alias    {alias}"),
		format!("  account  {}{foreign}", texts::account(account)),
		format!("  bound    {}", moment(pseudonym.bound_at)),
		format!("  left     {}", count(own.uses_left(), "time", "times")),
		format!("  purse    {}", amount(*purse)),
	];
	if let Some(aye) = pseudonym.vote {
		lines.push(format!("  voted    {}", if aye { "aye" } else { "nay" }));
	}
	let appeals = doings.appeals.iter().filter(|(_, appeal)| appeal.by == *account);
	lines.extend(appeals.map(|(id, appeal)| appealed(*id, appeal, doings.now)));
	let party = Party::Pseudonym(account.clone());
	lines.extend(doings.documents.iter().filter_map(|(id, document)| {
		let (way, other) = match document {
			Document { from, to, .. } if *from == party => ("to", to),
			Document { from, to, .. } if *to == party => ("from", from),
			_ => return None,
		};
		Some(corresponded(*id, document, way, other))
	}));
	lines.join("\n")
}

fn appealed(id: AppealId, appeal: &Appeal<AccountId>, now: Moment) -> String {
	let plea = &appeal.plea;
	let state = match appeal.closed {
		Some((AppealEnd::Served, at)) => format!("served at {}", moment(at)),
		Some((AppealEnd::Withdrawn, at)) => format!("withdrawn at {}", moment(at)),
		None if now > plea.until => format!("over since {}", moment(plea.until)),
		None => format!("open until {}", moment(plea.until)),
	};
	let mut text =
		format!("  appeal {}: {} of class {}, {state}", id.0, plea.quantity, plea.class.0);
	for promise in &appeal.promises {
		let (quantity, institution) = (promise.quantity, promise.institution.0);
		text.push_str(&format!("\n    {quantity} promised by institution {institution}"));
	}
	text
}

fn corresponded(
	id: DocumentId,
	document: &Document<AccountId>,
	way: &str,
	other: &Party<AccountId>,
) -> String {
	let other = match other {
		Party::Institution(institution) => format!("institution {}", institution.0),
		Party::Pseudonym(account) => texts::account(account),
	};
	let state = match document.received_at {
		Some(at) => format!("acknowledged at {}", moment(at)),
		None => "not acknowledged".into(),
	};
	format!("  document {}: {way} {other}, at {}, {state}", id.0, moment(document.sent_at))
}

#[cfg(test)]
mod tests {
	use super::*;
	use frame_support::BoundedVec;
	use pallet_protection::{Plea, Promise};
	use salus_primitives::{ClassId, InstitutionId, Priority};
	use sp_core::H256;

	const NOON: Moment = 1_579_780_800_000;

	fn appeal(closed: Option<(AppealEnd, Moment)>) -> Appeal<AccountId> {
		let region = texts::read_region("CN-HB").expect("it is a code");
		let promises = [(4, 300), (9, 200)].map(|(institution, quantity)| Promise {
			institution: InstitutionId(institution),
			quantity,
		});
		Appeal {
			by: AccountId::new([7; 32]),
			plea: Plea {
				class: ClassId(3),
				region,
				quantity: 500,
				priority: Priority::Urgent,
				until: NOON,
			},
			promises: BoundedVec::truncate_from(promises.into()),
			closed,
			newest_record: None,
		}
	}

	#[test]
	fn an_appeal_is_told_with_what_was_promised_to_it() {
		let promised = "\n    300 promised by institution 4\n    200 promised by institution 9";
		for (closed, now, state) in [
			(None, NOON, "open until 2020-01-23 12:00 UTC"),
			(None, NOON + 1, "over since 2020-01-23 12:00 UTC"),
			(Some((AppealEnd::Served, NOON)), NOON + 1, "served at 2020-01-23 12:00 UTC"),
			(Some((AppealEnd::Withdrawn, NOON)), 0, "withdrawn at 2020-01-23 12:00 UTC"),
		] {
			let told = appealed(AppealId(7), &appeal(closed), now);
			assert_eq!(told, format!("  appeal 7: 500 of class 3, {state}{promised}"));
		}
	}

	#[test]
	fn a_document_is_told_with_the_other_party() {
		let document = Document {
			from: Party::Institution(InstitutionId(4)),
			to: Party::Pseudonym(AccountId::new([7; 32])),
			digest: H256::zero(),
			sealed_to: 1,
			sent_at: NOON,
			received_at: None,
			newest_record: None,
		};
		assert_eq!(
			corresponded(DocumentId(5), &document, "from", &document.from),
			"  document 5: from institution 4, at 2020-01-23 12:00 UTC, not acknowledged"
		);
	}

	#[test]
	fn entries_stand_in_the_order_of_their_numbers() {
		let entry = |id: u64| ([&[0xff; 32][..], &id.to_le_bytes()].concat(), id);
		let entries = vec![entry(256), entry(1), (vec![0; 3], 9), entry(2)];
		let numbered: Vec<(AppealId, u64)> = numbered(entries);
		assert_eq!(numbered, [1, 2, 256].map(|id| (AppealId(id), id)));
	}
}
