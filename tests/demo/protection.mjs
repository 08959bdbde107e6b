// Tells how a member acts without its name. Twenty institutions form a ring. One of them, nobody knows which,
// appeals for masks under a pseudonym; a relief organisation promises them, and reads in a sealed document where to
// deliver. Then members vote in secret, and one of them changes its mind. At last everybody reads what is on the
// trail: the acts, and no name. Speaks to a running chain; `scripts/demo` starts it.

import { connect, history, LOCAL, saidBy, send, view } from '@salus/client';
import { commissions, submitForRing } from '../support/assembly.mjs';
import { classes, relief } from '../support/cast.mjs';
import {
	bindingOf,
	contextOf,
	crowd,
	declareContexts,
	handIn,
	keyOf,
	newAccount,
	newestRing,
	nextRing,
	plea,
	pseudonymOf,
	registerKeys,
	secretOf,
	terms,
} from '../support/protection.mjs';
import {
	digestOf,
	institution,
	open,
	pseudonym,
	publishSealingKey,
	seal,
} from '../support/sealing.mjs';
import { step, table, wrapped } from './print.mjs';

const endpoint = process.env.SALUS_ENDPOINT ?? LOCAL;
const number = new Intl.NumberFormat('en-US');
const say = (text) => console.log(`\n${wrapped(text)}\n`);
const utc = (moment) => new Date(Number(moment)).toISOString().replace('T', ' ').slice(0, 19);
const short = (hex) => `${hex.slice(0, 10)}…`;

/** Who votes, and appeals: here the keys for the role vote do for both. */
const role = 'Vote';

/** How many institutions form the ring, and how many of them vote. */
const [MEMBERS, VOTERS] = [28, 3];
/** What is appealed for, and what the relief organisation is told. */
const WANTED = 500;
const PLACE = 'To the rear gate of No. 8, Jiefang Avenue, after ten in the evening. Ask for the porter.';

const api = await connect(endpoint).catch(() => {
	console.error(`No chain answers at ${endpoint}. Start it with scripts/run in another terminal.`);
	process.exit(1);
});
const { protection, system } = api.tx;

const nameOf = async ({ id }) =>
	(await view(api, 'Registry', 'institution', id)).institution.name.replace(' (demonstration)', '');
const giver = await nameOf(relief);

console.log('\nMembers form a ring\n');
const registered = ({ id }) => view(api, 'Protection', 'member_key', role, id);
const strangers = [];
for (const member of crowd.slice(0, MEMBERS)) {
	if ((await registered(member)) === null) strangers.push(member);
}
const before = await newestRing(api, role);
/** Whether this story has the secret of a member’s key, and the key is in the ring. */
const isOurs = ({ keys }, member) => keys.includes(keyOf(secretOf(member, role)));
if (before === null) {
	await step(`${strangers.length} institutions register a member key each, which is public`, () =>
		registerKeys(api, strangers, role),
	);
}
let ring = await step('Their keys enter the ring together, which off-chain workers build', () =>
	nextRing(api, 'a ring that hides somebody', { role, fits: ({ usable }) => usable }),
);
// The relief organisation gives, under its name.
const members = crowd.filter((member) => member.id !== relief.id && isOurs(ring, member));
console.log('');
console.log(
	table(
		['ring', 'revision', 'members', 'root'],
		[[`${role.toLowerCase()} 0`, ring.revision, ring.members, short(ring.root)]],
	),
);
say(
	`Who is in it is known: ${await nameOf(members[0])}, ${await nameOf(members[1])} and ${ring.members - 2} ` +
		'others. From now on each of them can prove that it is one of them, and not say which.',
);

console.log('One of them appeals for goods\n');
// So that one commission has not too many referenda open, however often the story is told.
const proposer = commissions[Math.floor(Date.now() / 60_000) % commissions.length];
const referendum = await step(`${await nameOf(proposer)} submits a referendum, which is to be secret`, () =>
	submitForRing(api, proposer, 'Accreditation', system.remark('Shall visits be allowed on Sundays?')),
);
const [appeals, poll] = await step('The council declares two contexts: for appeals, and for the vote', () =>
	declareContexts(
		api,
		terms('Appeal', { role, uses: 2, purse: 5n * 10n ** 11n }),
		terms({ Vote: referendum }, { role, roll: 'AtDeclaration', uses: 2, purse: 10n ** 12n }),
	),
);
// The vote is for those who are in the ring now.
ring = await newestRing(api, role);
// Which of them does it depends on the moment, and is told nowhere.
const first = Math.floor(Date.now() / 1_000) % members.length;
const member = (place) => members[(first + place) % members.length];

/** Binds a new account for a member, whose secret stays here. */
const bind = async (who, context) => {
	const account = newAccount();
	const made = await bindingOf(api, who, context, account, { ring });
	await handIn(api, endpoint, made);
	return account;
};
const account = await step('A member proves that a new account is one of theirs', () =>
	bind(member(0), appeals),
);
const { alias } = await pseudonymOf(api, account);
console.log('');
console.log(
	table(
		['context', 'account', 'alias', 'purse (SAL)'],
		[[appeals, account.address, short(alias), '0.5']],
	),
);
say(
	'The proof took the member a second or some on its own machine, and came without a signature. With it the purse ' +
		'was filled.',
);
const wanted = plea(WANTED, { class: classes.mask });
const appeal = await step(`The pseudonym appeals for ${WANTED} masks in Hubei`, async () => {
	const { events } = await send(api, account, protection.appeal(wanted));
	return (await saidBy(api, events, 'protection', 'AppealMade')).appeal;
});
const secret = await step(`${giver} promises them, and publishes a key to seal documents to`, async () => {
	await send(api, relief.agent, protection.promise(appeal, WANTED));
	return publishSealingKey(api, relief.agent);
});

/** Has a sealed document noted on the chain; answers with its number there. */
const sendDocument = async (who, to, { digest, number: key }) => {
	const { events } = await send(api, who, protection.sendDocument(to, digest, key));
	return (await saidBy(api, events, 'protection', 'DocumentSent')).document;
};
const sealed = await seal(api, institution(relief), PLACE);
const document = await step('The pseudonym seals a document to it, which travels off chain', () =>
	sendDocument(account, institution(relief), sealed),
);
const received = await step(`${giver} compares it with what the chain says, opens it, and acknowledges`, async () => {
	const { digest } = await view(api, 'Protection', 'document', document);
	if (digest !== digestOf(sealed.document)) throw new Error('another document than was sent');
	const text = await open(api, institution(relief), secret, sealed.document);
	await send(api, relief.agent, protection.acknowledgeDocument(document));
	return text;
});
say(`It reads: “${received}” The chain has the digest ${short(sealed.digest)}, and not a word of it.`);
await step('The pseudonym publishes a key of its own, and is answered', async () => {
	const own = await publishSealingKey(api, account);
	const answer = await seal(api, pseudonym(account), 'Tonight, with one lorry.');
	const sent = await sendDocument(relief.agent, pseudonym(account), answer);
	await open(api, pseudonym(account), own, answer.document);
	await send(api, account, protection.acknowledgeDocument(sent));
});
await step('The masks have come: it closes the appeal', () =>
	send(api, account, protection.closeAppeal(appeal, 'Served')),
);

console.log('\nMembers vote in secret\n');
const voters = [];
for (let place = 0; place < VOTERS; place++) {
	// The first is the one that appealed.
	const who = member(place);
	voters.push(
		await step(`A member proves that it is one of the ${ring.members}`, () => bind(who, poll)),
	);
}
for (const [place, voter] of voters.entries()) {
	const aye = place !== 1;
	await step(`${place === 0 ? 'One' : 'Another one'} votes ${aye ? 'aye' : 'nay'}`, () =>
		send(api, voter, protection.vote(aye)),
	);
}
await step('One of them changes its mind', () => send(api, voters[2], protection.vote(false)));
const { ballot, turnout, members: roll } = await contextOf(api, poll);
console.log('');
console.log(table(['aye', 'nay', 'turnout', 'of'], [[ballot.ayes, ballot.nays, turnout, roll]]));
say(
	'The member that appealed is among those who voted, under another alias. Nobody sees that the two are one: ' +
		'an alias is always the same in one context, so that nobody votes twice, and another one in the next.',
);

console.log('What everybody can read\n');
const subjects = [{ Context: appeals }, { Appeal: appeal }, { Document: document }, { Context: poll }];
const told = (await Promise.all(subjects.map((subject) => history(api, subject))))
	.flatMap(({ entries }) => entries)
	.sort((one, other) => Number(one.id - other.id));
const who = (record) => {
	if (record.institution === relief.id) return giver;
	if (record.institution !== null) return `institution ${record.institution}`;
	if (record.actor.Pseudonym) return `pseudonym ${record.actor.Pseudonym.slice(0, 8)}…`;
	return record.actor === 'Proof' ? 'a proof' : 'the council';
};
const words = (name) => name.replace(/(?<=.)[A-Z]/g, (sign) => ` ${sign}`).toLowerCase();
const about = (subject) => {
	const [[kind, id]] = Object.entries(subject);
	return `${kind.toLowerCase()} ${number.format(id)}`;
};
console.log(
	table(
		['time (UTC)', 'what', 'about', 'who'],
		told.map(({ record }) => [utc(record.time), words(record.action), about(record.subject), who(record)]),
	),
);
// The giver acted under its name, and nobody else did.
const named = new Set(told.map(({ record }) => record.institution).filter((id) => id !== null));
named.delete(relief.id);
const isHidden = named.size === 0;
say(
	isHidden
		? `The acts are there, each with its time, and no name but that of ${giver}, which gave under its own. ` +
				'What the chain does not hide is written down: from where one connects, and how small a ring is.'
		: 'AN INSTITUTION IS NAMED THAT ACTED UNDER A PSEUDONYM.',
);

await api.disconnect();
process.exitCode = isHidden ? 0 : 1;
