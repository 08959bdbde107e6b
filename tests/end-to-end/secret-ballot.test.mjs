// A referendum that is put to a ring: it takes secret votes and no others, its result and turnout are public, and
// nothing is said any more once it is decided.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allStored, connect, finalReport, history, saidBy, send, stored, view } from '@salus/client';
import { castVote, commissionOf, decided, submit, submitForRing } from '../support/assembly.mjs';
import { hospital, laboratory, rounds, stranger } from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import {
	bind,
	binding,
	bindingOf,
	contextOf,
	crowd,
	declareContexts,
	fillRing,
	keyOf,
	newAccount,
	nextRing,
	pseudonymOf,
	registering,
	secretOf,
	terms,
	verdictOn,
} from '../support/protection.mjs';
import { allRefused } from '../support/refusal.mjs';
import { fund } from '../support/steps.mjs';
import { until } from '../support/until.mjs';

/** The role whose ring votes. */
const role = 'Vote';

const [hubei, shanghai] = ['CN-HB', 'CN-SH'].map(commissionOf);

let database, node, api, ring, members;
/** What is voted on in secret, and in which context; and what is open from the first. */
let referendum, context, open;
/** The accounts that vote. */
let voters;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	({ ring, members } = await fillRing(api, role, crowd.slice(0, 28)));
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const allOf = (...attempts) => allRefused(api, attempts);
const note = (text) => api.tx.system.remark(text);
const vote = (aye) => api.tx.protection.vote(aye);
const openly = (aye) => api.tx.assembly.vote(referendum, aye);
const poll = (id, more = {}) => terms({ Vote: id }, { role, roll: 'AtDeclaration', uses: 2, ...more });
const tallyOf = async (id) =>
	(await stored(api, 'rankedPolls', 'referendumInfoFor', id)).Ongoing.tally;
const ballotOf = async () => (await contextOf(api, context)).ballot;
const actionsOn = async (subject) =>
	(await history(api, subject)).entries.map(({ record }) => [record.action, record.actor]);

test('who submits a referendum says whether it is to be secret, and not on every track', async () => {
	open = await submit(api, hubei, 'Accreditation', note('for all to see'));
	await castVote(api, hospital, open, true);
	const hasty = (track) => api.tx.assembly.submitForRing(track, note('at once'), { After: 0 });
	await allOf(
		...['Regulation', 'Emergency', 'Upgrade'].map((track) => [
			hubei.agent,
			hasty(track),
			'assembly.NeverSecret',
		]),
	);
});

test('a referendum is put to the ring by a context for it, and nobody votes before', async () => {
	// It waits for 24 blocks, and takes votes for 144 more: two days and twelve on this chain.
	referendum = await submitForRing(api, shanghai, 'Accreditation', note('in secret'));
	const { obstacles } = await view(api, 'Assembly', 'explain_vote', hospital.id, referendum);
	assert.deepEqual(obstacles, ['AwaitsRing']);
	[context] = await declareContexts(api, poll(referendum));
	const { terms: kept, members: count, pseudonyms, isOver } = await contextOf(api, context);
	assert.deepEqual([kept.purpose, count], [{ Vote: referendum }, ring.members]);
	assert.deepEqual([pseudonyms, isOver], [0, false]);
	const { revision, root } = await stored(api, 'protection', 'rolls', context, 0);
	assert.deepEqual([revision, root], [ring.revision, ring.root]);
	const acts = await actionsOn({ Referendum: referendum });
	assert.equal(acts[0][0], 'ReferendumPutToRing');
});

test('what was submitted as open, or is put to a ring already, is not put to one', async () => {
	for (const [of, refusal] of [
		[poll(open), 'assembly.SecrecyNotWanted'],
		[poll(referendum), 'assembly.SecretBallot'],
		[poll(referendum, { roll: 'Recent' }), 'protection.RollNotFixed'],
	]) {
		await assert.rejects(declareContexts(api, of), { refusal });
	}
	await assert.rejects(decide(api, api.tx.protection.closeContext(999_999)), {
		refusal: 'protection.ContextNotFound',
	});
	await allOf([stranger, api.tx.protection.declareContext(poll(referendum)), 'BadOrigin']);
});

test('members that are known do not vote on it', async () => {
	const { utility } = api.tx;
	await allOf(
		[hospital.agent, openly(true), 'assembly.SecretBallot'],
		[hubei.agent, openly(false), 'assembly.SecretBallot'],
		[laboratory.agent, utility.batchAll([openly(true)]), 'assembly.SecretBallot'],
		[hospital.agent, vote(true), 'protection.NotPseudonym'],
	);
	const { obstacles, said } = await view(api, 'Assembly', 'explain_vote', hospital.id, referendum);
	assert.deepEqual([obstacles, said], [['SecretBallot'], null]);
});

test('those vote who were in the ring then, whatever became of their keys, and nobody who came later', async () => {
	const [leaver, other, third] = members;
	await send(api, leaver.agent, api.tx.protection.withdrawKey(role));
	const after = await nextRing(api, 'a ring without the member', {
		role,
		after: ring.revision,
		fits: ({ institutions }) => !institutions.includes(leaver.id),
	});
	// Against the revision of the declaration, with the keys of then.
	const earlier = await bindingOf(api, other, context, newAccount(), { ring: after });
	const at = await api.rpc.chain.getBlockHash();
	assert.equal(await verdictOn(api, binding(api, earlier), at), 'protection.WrongRevision');
	assert.ok(!after.keys.includes(keyOf(secretOf(leaver, role))));
	voters = [];
	for (const member of [leaver, other, third]) {
		voters.push(await bind(api, node.endpoint, member, context, { ring }));
	}
	await allOf([leaver.agent, registering(api, leaver, role), 'protection.KeyTooSoon']);
});

test('a secret vote weighs as one of the lowest rank, and can be changed', async () => {
	const [first, second, third] = voters;
	const events = [];
	for (const [voter, aye] of [
		[first, true],
		[second, true],
		[third, false],
	]) {
		events.push((await send(api, voter, vote(aye))).events);
	}
	const { alias } = await pseudonymOf(api, third);
	const cast = await saidBy(api, events[2], 'protection', 'SecretVoteCast');
	assert.deepEqual(cast, { context, alias, aye: false });
	assert.deepEqual(await ballotOf(), { ayes: 2, nays: 1 });
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 2, ayes: 2, nays: 1 });

	await allOf([third, vote(false), 'protection.SameVote'], [first, vote(true), 'protection.SameVote']);
	await send(api, first, vote(false));
	assert.deepEqual(await ballotOf(), { ayes: 1, nays: 2 });
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 1, ayes: 1, nays: 2 });
	await allOf([first, vote(true), 'protection.UsedUp']);
	const { pseudonyms, turnout, members: count } = await contextOf(api, context);
	assert.deepEqual([pseudonyms, turnout, count], [3, 3, ring.members]);
});

test('the trail has the votes, and not whose they are', async () => {
	const actors = voters.map(({ address }) => ({ Pseudonym: address }));
	const cast = (acts) => acts.filter(([action]) => action === 'SecretVoteCast').map(([, actor]) => actor);
	const [first, second, third] = actors;
	const newestFirst = [first, third, second, first];
	for (const subject of [{ Referendum: referendum }, { Context: context }]) {
		assert.deepEqual(cast(await actionsOn(subject)), newestFirst);
		const { entries } = await history(api, subject);
		const votes = entries.filter(({ record }) => record.action === 'SecretVoteCast');
		assert.ok(votes.every(({ record }) => record.institution === null));
	}
	// The collective beneath keeps no ballot, and nobody is told to have voted, or to be waited for.
	assert.deepEqual(await allStored(api, 'rankedCollective', 'voting', referendum), []);
	const waiting = await view(api, 'Assembly', 'waiting_for', hospital.id, null, 256);
	assert.ok(!waiting.entries.some(({ id }) => id === referendum));
});

test('once it is decided nobody votes, and result and turnout stay', async () => {
	const { outcome } = await decided(api, referendum);
	// One of 38 is for it, and a tenth would have been asked for.
	assert.equal(outcome, 'Rejected');
	assert.equal((await contextOf(api, context)).isOver, true);
	const [, second] = voters;
	await allOf(
		[second, vote(false), 'protection.ContextOver'],
		[second, api.tx.protection.publishSealingKey(`0x${'09'.repeat(32)}`), 'protection.ContextOver'],
		[hospital.agent, openly(true), 'assembly.ReferendumNotOngoing'],
	);
	const late = await bindingOf(api, members[3], context, newAccount(), { ring });
	const at = await api.rpc.chain.getBlockHash();
	assert.equal(await verdictOn(api, binding(api, late), at), 'protection.ContextOver');
	await send(api, stranger, api.tx.assembly.recordOutcome(referendum));
	assert.equal((await actionsOn({ Referendum: referendum }))[0][0], 'ReferendumRejected');
	const { ballot, turnout, pseudonyms } = await contextOf(api, context);
	assert.deepEqual([ballot, turnout, pseudonyms], [{ ayes: 1, nays: 2 }, 3, 3]);
	const before = referendum === 0 ? null : referendum - 1;
	const { entries } = await view(api, 'Assembly', 'decided', before, 1);
	assert.deepEqual([entries[0].id, entries[0].secrecy], [referendum, 'Granted']);
});

test('what waits for a ring takes no votes, and open ones if nobody puts it to one in time', async () => {
	const late = await submitForRing(api, hubei, 'Accreditation', note('if somebody hears'));
	const vote = api.tx.assembly.vote(late, true);
	// Neither an early vote of somebody else keeps it from being secret, nor one of its own institution.
	for (const { agent } of [hospital, hubei]) {
		await assert.rejects(send(api, agent, vote), { refusal: 'assembly.AwaitsRing' });
	}
	const obstacles = async () =>
		(await view(api, 'Assembly', 'explain_vote', hospital.id, late)).obstacles.join();
	await until('the end of the wait', async () => (await obstacles()) === '', 60_000);
	await assert.rejects(declareContexts(api, poll(late)), { refusal: 'assembly.WaitOver' });
	await castVote(api, hospital, late, true);
	assert.deepEqual(await tallyOf(late), { bareAyes: 1, ayes: 2, nays: 0 });
});
