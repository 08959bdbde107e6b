// Rings of member keys: how keys wait and enter, who builds revisions, who leaves, and which ring hides nobody.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { u8aToHex } from '@polkadot/util';
import {
	chainTime,
	connect,
	finalReport,
	history,
	historyOfInstitution,
	send,
	stored,
	view,
} from '@salus/client';
import { hospital, rounds, stranger } from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import {
	binding,
	bindingOf,
	contexts,
	crowd,
	declareContexts,
	head,
	keyOf,
	newAccount,
	newestRing,
	nextRing,
	possession,
	PROOF_LENGTH,
	registering,
	registerKeys,
	rootOf,
	secretOf,
	terms,
	verdictOn,
} from '../support/protection.mjs';
import { allRefused } from '../support/refusal.mjs';
import { fund } from '../support/steps.mjs';
import { until } from '../support/until.mjs';

/** The role that keys are registered for, its first ring, and an account that every binding here is of. */
const role = 'Receive';
const ring = { role, number: 0 };
const account = newAccount();

/** How many keys enter at once at least, and how many members a ring must have to be used. */
const [BATCH, LEAST] = [4, 16];

let database, node, api;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const idsOf = (members) => members.map(({ id }) => id).sort((one, other) => one - other);
const inOrder = (ids) => [...ids].sort((one, other) => one - other);
const keyIn = ({ id }) => view(api, 'Protection', 'member_key', role, id);
const queue = () => view(api, 'Protection', 'queue', role);
const withdraw = ({ agent }) => send(api, agent, api.tx.protection.withdrawKey(role));

/** A binding whose proof proves nothing: what is refused before it is looked at. */
const unproven = async (context, revision) => ({
	...{ context, ring: 0, revision, account: account.address },
	...{ alias: `0x${'a1'.repeat(32)}`, until: (await head(api)) + 20 },
	proof: u8aToHex(new Uint8Array(PROOF_LENGTH).fill(0x55)),
});

/** The step that begins a revision of a ring. */
const starting = (cause, number = 0) =>
	api.tx.protection.advanceRing({ Start: [{ role, number }, cause] }, 0);

/** What the pool says of a call now. */
const answerTo = async (call) => verdictOn(api, call, await api.rpc.chain.getBlockHash());

/** Those who register first, the one with whom they are enough, those who come later, too few, and one more. */
const [first, last] = [crowd.slice(0, LEAST - 1), crowd[LEAST - 1]];
const [later, one] = [crowd.slice(LEAST, LEAST + BATCH - 1), crowd[LEAST + BATCH - 1]];
/** The newest revision that can be used, and its members. */
let usable, members;

test('the constants are those of the documentation', () => {
	const { batch, minRing } = api.consts.protection;
	assert.deepEqual([batch.toNumber(), minRing.toNumber()], [BATCH, LEAST]);
});

test('keys wait until there are enough of them for a ring', async () => {
	await registerKeys(api, first);
	assert.deepEqual(inOrder(await queue()), idsOf(first));
	for (const member of first.slice(0, 2)) {
		const { key, place } = await keyIn(member);
		assert.deepEqual([key, place], [keyOf(secretOf(member, role)), 'Queued']);
	}
	assert.equal(await view(api, 'Protection', 'due_step', role), null);
	assert.deepEqual(await view(api, 'Protection', 'rings_of', role), []);
	assert.equal(await answerTo(starting('Queue')), 'protection.NotDue');
	assert.equal(await answerTo(starting('Queue', 1)), 'protection.RingNotFound');
	const { entries } = await historyOfInstitution(api, first[0].id);
	assert.equal(entries[0].record.action, 'KeyRegistered');
});

test('without a ring nobody is bound, and nothing is declared for those who are in it', async () => {
	const { appeals } = contexts;
	assert.equal(await answerTo(binding(api, await unproven(appeals, 1))), 'protection.RingNotFound');
	const fixed = terms('Appeal', { roll: 'AtDeclaration' });
	await assert.rejects(declareContexts(api, fixed), { refusal: 'protection.NoRing' });
});

test('an institution registers one key for a role, and shows that it has the secret', async () => {
	const [known] = first;
	const own = secretOf(last, role);
	const foreign = keyOf(secretOf(known, role));
	const { registerKey, withdrawKey } = api.tx.protection;
	const shown = (as, by = last) => possession(api, own, as, by);
	await allRefused(api, [
		[stranger, registering(api, last), 'registry.NotAgent'],
		[hospital.storekeeper, registering(api, hospital), 'registry.NotAuthorized'],
		[known.agent, registering(api, known), 'protection.KeyExists'],
		[last.agent, registerKey(role, `0x${'00'.repeat(32)}`, shown(role)), 'protection.InvalidKey'],
		[last.agent, registerKey(role, foreign, shown(role)), 'protection.KeyTaken'],
		// It signed for another institution, and for another role.
		[last.agent, registerKey(role, keyOf(own), shown(role, known)), 'protection.NotPossessed'],
		[last.agent, registerKey(role, keyOf(own), shown('Vote')), 'protection.NotPossessed'],
		[last.agent, withdrawKey(role), 'protection.KeyNotFound'],
	]);
});

test('once enough wait they enter together, and the worker builds the ring that anybody can compute', async () => {
	await registerKeys(api, [last]);
	const found = await nextRing(api, 'the first revision');
	assert.deepEqual([found.revision, found.members, found.usable], [1, LEAST, true]);
	assert.deepEqual(inOrder(found.institutions), idsOf([...first, last]));
	assert.equal(found.root, rootOf(found.keys));
	assert.deepEqual(await queue(), []);
	assert.deepEqual((await keyIn(last)).place, { Ring: 0 });
	const { entries } = await history(api, { Ring: ring });
	assert.deepEqual(
		entries.map(({ record }) => [record.action, record.actor, record.institution]),
		[['RingBuilt', 'Proof', null]],
	);
	// Whoever signs a step does nothing.
	const push = api.tx.protection.advanceRing({ Push: { ring, revision: 2, pushed: 0 } }, 0);
	assert.equal(await answerTo(push), 'protection.WrongStep');
	await allRefused(api, [[stranger, push, 'BadOrigin']]);
});

test('who comes later waits until a few can enter at once', async () => {
	const { revision } = await newestRing(api);
	await registerKeys(api, later);
	assert.deepEqual(inOrder(await queue()), idsOf(later));
	// A revision rests for three hours: on this chain, three seconds.
	const { builtAt } = await newestRing(api);
	await until('the end of its rest', async () => (await chainTime(api)) > Number(builtAt) + 3_000);
	assert.equal(await view(api, 'Protection', 'due_step', role), null);
	await registerKeys(api, [one]);
	usable = await nextRing(api, 'the next revision', { after: revision });
	assert.deepEqual([usable.revision, usable.members], [revision + 1, LEAST + BATCH]);
	assert.equal(usable.root, rootOf(usable.keys));
	members = crowd.filter(({ id }) => usable.institutions.includes(id));
	assert.equal(members.length, usable.members);
});

test('a suspended institution leaves with the next revision', async () => {
	await decide(api, api.tx.registry.suspendInstitution(hospital.id));
	const found = await nextRing(api, 'a ring without it', {
		after: usable.revision,
		fits: ({ institutions }) => !institutions.includes(hospital.id),
	});
	assert.ok(!found.keys.includes(keyOf(secretOf(hospital, role))));
	assert.equal(found.root, rootOf(found.keys));
	assert.equal(found.institutions.length, found.members);
	assert.equal(await keyIn(hospital), null);
	await until('the end of its rest', async () => (await chainTime(api)) > Number(found.builtAt) + 3_000);
	assert.equal(await answerTo(starting({ Leaver: hospital.id })), 'protection.NotDue');
	usable = found;
	members = members.filter(({ id }) => id !== hospital.id);
});

test('who withdraws its key leaves too, and a ring of fewer than sixteen is not used', async () => {
	const [recent, newest] = await declareContexts(
		api,
		terms('Appeal'),
		terms('Appeal', { roll: 'Newest' }),
	);
	usable = await newestRing(api);
	const staying = members.at(-1);
	const leaving = members.slice(0, Math.max(1, usable.members - LEAST + 1));
	await Promise.all(leaving.map(withdraw));
	const small = await nextRing(api, 'a ring of fewer than sixteen', {
		after: usable.revision,
		fits: ({ members: count }) => count < LEAST,
	});
	assert.equal(small.usable, false);
	for (const member of leaving) {
		assert.ok(!small.institutions.includes(member.id));
		assert.equal(await keyIn(member), null);
	}
	const now = binding(api, await unproven(newest, small.revision));
	assert.equal(await answerTo(now), 'protection.RingTooSmall');

	// What was replaced less than a day ago is accepted: on this chain, for 24 seconds.
	const endOf = (revision) => small.roots.find((root) => root.revision === revision)?.until;
	// It is not listed: nothing is proven against it.
	assert.equal(endOf(small.revision), undefined);
	assert.ok(endOf(usable.revision) > small.builtAt);
	const made = await bindingOf(api, staying, recent, account, { ring: usable });
	assert.equal(await answerTo(binding(api, made)), 'Valid');
	const strict = { ...made, context: newest };
	assert.equal(await answerTo(binding(api, strict)), 'protection.WrongRevision');
	const fixed = terms('Appeal', { roll: 'AtDeclaration' });
	await assert.rejects(declareContexts(api, fixed), { refusal: 'protection.NoRing' });
});

test('who has withdrawn its key registers another one not before thirty days are over', async () => {
	// Of this chain: twelve minutes.
	const leaver = members[0];
	await allRefused(api, [[leaver.agent, registering(api, leaver), 'protection.KeyTooSoon']]);
	assert.ok((await stored(api, 'protection', 'lastRegistered', role, leaver.id)) > 0n);
	const { entries } = await historyOfInstitution(api, leaver.id);
	assert.equal(entries[0].record.action, 'KeyWithdrawn');
});
