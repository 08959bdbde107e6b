// Two pseudonyms of one member: everything that the chain has of them, and that nothing in it tells that they are of
// one member, or of which. Two pseudonyms of another member are beside them, to see what is common to all.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hexToU8a, stringToHex, u8aToHex } from '@polkadot/util';
import { connect, finalReport, history, historyOfInstitution, send } from '@salus/client';
import { donor, rounds } from '../support/cast.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import {
	aliasOf,
	bindingOf,
	contexts,
	crowd,
	fillRing,
	handIn,
	keyOf,
	newAccount,
	plea,
	pseudonymOf,
	secretOf,
} from '../support/protection.mjs';
import { publishSealingKey } from '../support/sealing.mjs';

const role = 'Receive';

let database, node, api;
/** Two members, and the pseudonyms of each: one that appeals and one that complains. */
let members, appeals, complaints;
/** What the chain has of each pseudonym: the transactions and events, and the entries of its state. */
let traces;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	// So that blocks hold little else.
	await finalReport(api, rounds.hospitals);
	const filled = await fillRing(api, role, crowd.slice(0, 20));
	// The donor is complained about, so it is named for that.
	members = filled.members.filter(({ id }) => id !== donor.id).slice(2, 4);
	[appeals, complaints] = [[], []];
	for (const member of members) appeals.push(await pseudonymFor(member, contexts.appeals));
	for (const member of members) complaints.push(await pseudonymFor(member, contexts.complaints));
	await act();
	traces = new Map();
	const blocks = await allBlocks();
	const state = await allEntries();
	for (const each of [...appeals, ...complaints]) {
		traces.set(each, tracesOf(each, blocks, state));
	}
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

/** Binds a new account for a member; answers with what tells the pseudonym: its account and its alias. */
const pseudonymFor = async (member, context) => {
	const account = newAccount();
	const made = await bindingOf(api, member, context, account);
	await handIn(api, node.endpoint, made);
	return { account, context, alias: made.alias, proof: made.proof };
};

/** Each pseudonym does what it may, and the two of a context do the same. */
const act = async () => {
	const wanted = plea(500, { until: Date.now() + 86_400_000 });
	for (const { account } of appeals) {
		await send(api, account, api.tx.protection.appeal(wanted));
		await publishSealingKey(api, account);
	}
	for (const [place, { account }] of complaints.entries()) {
		const text = `0x${String(place).padStart(64, 'c')}`;
		await send(api, account, api.tx.protection.complain({ Institution: donor.id }, text));
		await publishSealingKey(api, account);
	}
};

/** How a key, an account or an alias stands in the encoding of anything. */
const marksOf = ({ account, alias }) => [u8aToHex(account.publicKey), alias].map((mark) => mark.slice(2));
const has = (hex, marks) => marks.some((mark) => hex.includes(mark));

/** All blocks, each with its transactions and with the events of each. */
const allBlocks = async () => {
	const end = (await api.rpc.chain.getHeader()).number.toNumber();
	const blocks = [];
	for (let number = 1; number <= end; number++) {
		const hash = await api.rpc.chain.getBlockHash(number);
		const { block } = await api.rpc.chain.getBlock(hash);
		const raw = (await api.rpc.chain.getBlock.raw(hash)).block.extrinsics;
		const records = await (await api.at(hash)).query.system.events();
		const transactions = block.extrinsics.map((extrinsic, place) => ({
			...{ extrinsic, bytes: raw[place] },
			events: records.filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eq(place)),
		}));
		const others = records.filter(({ phase }) => !phase.isApplyExtrinsic);
		blocks.push({ number, transactions, others });
	}
	return blocks;
};

/** Everything in the state, save the runtime’s code and the events of the last block: keys and values. */
const allEntries = async () => {
	const at = await api.rpc.chain.getBlockHash();
	const apart = [stringToHex(':code'), api.query.system.events.key()];
	const entries = [];
	for (let last; ; ) {
		const keys = await api.rpc.state.getKeysPaged('0x', 1_000, last, at);
		const hex = keys.map((each) => each.toHex()).filter((each) => !apart.includes(each));
		if (hex.length > 0) {
			const [{ changes }] = await api.rpc.state.queryStorageAt.raw(hex, at);
			entries.push(...changes.map(([key, value]) => ({ key, value: value ?? '0x' })));
		}
		if (keys.length < 1_000) return entries;
		last = keys.at(-1).toHex();
	}
};

/** What is on the chain of a pseudonym. */
const tracesOf = (pseudonym, blocks, state) => {
	const marks = marksOf(pseudonym);
	const transactions = blocks.flatMap((block) =>
		block.transactions.filter(
			({ bytes, events }) =>
				has(bytes, marks) || events.some((event) => has(event.toHex(), marks)),
		),
	);
	const others = blocks.flatMap((block) => block.others.filter((event) => has(event.toHex(), marks)));
	const entries = state.filter(({ key, value }) => has(key, marks) || has(value, marks));
	return { transactions, others, entries };
};

/** Every piece of a trace, in hexadecimal. */
const piecesOf = ({ transactions, others, entries }) => [
	...transactions.flatMap(({ bytes, events }) => [bytes, ...events.map((event) => event.toHex())]),
	...others.map((event) => event.toHex()),
	...entries.map(({ key, value }) => `${key} ${value}`),
];

/** The values in something decoded, each with the names that lead to it. */
const leavesIn = (value, path = '') => {
	if (value === null || typeof value !== 'object') return [[path, String(value)]];
	return Object.entries(value).flatMap(([name, inner]) => leavesIn(inner, `${path}.${name}`));
};

/** The values of all fields of a pseudonym’s transactions and events. */
const fieldsOf = ({ transactions }) =>
	transactions.flatMap(({ extrinsic, events }) => [
		...leavesIn(extrinsic.method.toHuman()),
		...(extrinsic.isSigned ? leavesIn({ signer: extrinsic.signer.toHuman() }) : []),
		...events.flatMap(({ event }) => leavesIn(event.toHuman())),
	]);

/**
 * The values that two pseudonyms share, of those that are long enough to tell one from another: counters, small
 * numbers and the numbers of blocks are everybody’s.
 */
const shared = (one, other) => {
	const telling = (trace) => fieldsOf(trace).map(([, value]) => value).filter((value) => value.length >= 8);
	const known = new Set(telling(traces.get(other)));
	return new Set(telling(traces.get(one)).filter((value) => known.has(value)));
};

/** All runs of eight bytes in a proof. */
const runsIn = (proof) => {
	const digits = proof.slice(2);
	const places = Array.from({ length: digits.length / 2 - 7 }, (_, place) => place * 2);
	return places.map((place) => digits.slice(place, place + 16));
};

test('each pseudonym has left traces, by which it is one', async () => {
	for (const each of [...appeals, ...complaints]) {
		const { transactions, entries } = traces.get(each);
		// It was bound, did something, and published a key.
		assert.equal(transactions.length, 3);
		assert.ok(entries.length >= 4, `${entries.length} entries`);
		const { context, alias } = await pseudonymOf(api, each.account);
		assert.deepEqual([context, alias], [each.context, each.alias]);
		// Nobody signed the binding; the account signed the rest.
		const [bound, ...signed] = transactions.map(({ extrinsic }) => extrinsic);
		assert.equal(bound.isSigned, false);
		assert.ok(signed.every(({ signer }) => signer.toString() === each.account.address));
	}
});

test('the aliases are those of their members, and differ from context to context', () => {
	for (const [place, member] of members.entries()) {
		const own = [appeals[place], complaints[place]];
		for (const { context, alias } of own) assert.equal(alias, aliasOf(api, member, context));
		assert.notEqual(own[0].alias, own[1].alias);
	}
	const all = [...appeals, ...complaints];
	assert.equal(new Set(all.map(({ alias }) => alias)).size, 4);
});

test('no transaction, event or entry of the state is of both pseudonyms of a member', () => {
	for (const place of members.keys()) {
		const [one, other] = [appeals[place], complaints[place]];
		for (const piece of piecesOf(traces.get(one))) {
			assert.ok(!has(piece, marksOf(other)), piece.slice(0, 200));
		}
		for (const piece of piecesOf(traces.get(other))) {
			assert.ok(!has(piece, marksOf(one)), piece.slice(0, 200));
		}
	}
});

test('they share no field but what they share with the pseudonyms of others', () => {
	const [[appeal, otherAppeal], [complaint, otherComplaint]] = [appeals, complaints];
	const own = shared(appeal, complaint);
	for (const common of [shared(appeal, otherComplaint), shared(otherAppeal, complaint)]) {
		assert.deepEqual([...own].filter((value) => !common.has(value)), []);
	}
	// There is something to be seen: two of one context share what they asked for, and the context.
	assert.ok(shared(appeal, otherAppeal).size > own.size);
	assert.ok(own.size > 0);
});

test('their proofs have no eight bytes in common', () => {
	for (const place of members.keys()) {
		const known = new Set(runsIn(appeals[place].proof));
		const common = runsIn(complaints[place].proof).filter((run) => known.has(run));
		assert.deepEqual(common, []);
		assert.equal(hexToU8a(appeals[place].proof).length, 785);
	}
});

test('neither the member key nor the institution is in any of it', async () => {
	for (const [place, member] of members.entries()) {
		const key = keyOf(secretOf(member, role)).slice(2);
		const agent = u8aToHex(member.agent.publicKey).slice(2);
		for (const pseudonym of [appeals[place], complaints[place]]) {
			const trace = traces.get(pseudonym);
			for (const piece of piecesOf(trace)) {
				assert.ok(!piece.includes(key) && !piece.includes(agent), piece.slice(0, 200));
			}
			const institutions = fieldsOf(trace).filter(([path]) => /institution/i.test(path));
			// Whom the complaints are about, and nobody otherwise.
			for (const [path, value] of institutions) {
				assert.ok([String(donor.id), 'null'].includes(value), `${path}: ${value}`);
			}
		}
	}
});

test('the trail names pseudonyms, and no institution of theirs', async () => {
	const subjects = [
		{ Context: contexts.appeals },
		{ Context: contexts.complaints },
		...[0, 1].flatMap((id) => [{ Appeal: id }, { Complaint: id }]),
	];
	const accounts = [...appeals, ...complaints].map(({ account }) => account.address);
	const seen = new Set();
	for (const subject of subjects) {
		const { entries } = await history(api, subject);
		for (const { record } of entries) {
			assert.equal(record.institution, null);
			if (record.actor === 'Proof') continue;
			assert.ok(accounts.includes(record.actor.Pseudonym), JSON.stringify(record.actor));
			seen.add(record.actor.Pseudonym);
		}
	}
	assert.equal(seen.size, 4);
	// What is on record of the institutions themselves: they registered a key, which is public.
	for (const { id } of members) {
		const { entries } = await historyOfInstitution(api, id);
		assert.equal(entries[0].record.action, 'KeyRegistered');
		assert.ok(entries.every(({ record }) => record.actor.Pseudonym === undefined));
	}
});
