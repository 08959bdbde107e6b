// What the council does in haste: it is in force at once, changes nothing of the assembly that judges it, and
// lasts when the assembly ratifies it. Otherwise it lapses.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chainTime, connect, finalReport, history, saidBy, send, stored, view } from '@salus/client';
import {
	castVote,
	castVotes,
	commissions,
	decideByAssembly,
	decided,
	submit,
	submitting,
} from '../support/assembly.mjs';
import {
	carrier,
	council,
	donor,
	key,
	masks,
	otherHospital,
	relief,
	rounds,
	stranger,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { hospitalsOf } from '../support/hospitals.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { allRefused, refused as refusedBy } from '../support/refusal.mjs';
import { fund } from '../support/steps.mjs';
import { until } from '../support/until.mjs';

/** How long a hasty act lasts where an hour of a track lasts a second, in milliseconds: fourteen days. */
const TERM = 14 * 24 * 1_000;

const heir = key('Dongting//heir');

let database, node, api, inHaste, ratification, referendum;

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const note = () => api.tx.system.remark('for the minutes');
const standingOf = ({ id }) => ({ Standing: id });
const suspend = ({ id }) => api.tx.registry.suspendInstitution(id);
const reinstate = ({ id }) => api.tx.registry.reinstateInstitution(id);
const replace = ({ id }, agent) => api.tx.registry.replaceAgents(id, [agent.address]);
const ratify = (institution) => api.tx.ratification.ratify(standingOf(institution));
const lapse = (institution) => api.tx.ratification.lapse(standingOf(institution));
const clear = (institution) => api.tx.ratification.clear(standingOf(institution));
const vote = (aye) => api.tx.assembly.vote(referendum, aye);
const explain = ({ id }) => view(api, 'Assembly', 'explain_vote', id, referendum);
const act = (institution) => view(api, 'Ratification', 'act', standingOf(institution));
const memberCount = () => stored(api, 'rankedCollective', 'memberCount', 0);
const tally = async () =>
	(await stored(api, 'rankedPolls', 'referendumInfoFor', referendum)).Ongoing.tally;
const byAssembly = (call) => decideByAssembly(api, 'Accreditation', call);

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	for (const account of [stranger, heir]) await fund(api, account);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	referendum = await submit(api, donor, 'Upgrade', note());
	await castVote(api, supplier, referendum, true);
	inHaste = (await decide(api, suspend(supplier))).events;
	// Three are for it, and four of 38 would be a tenth.
	ratification = await submit(api, commissions[0], 'Accreditation', ratify(supplier));
	await castVotes(api, commissions.slice(0, 3), ratification, true);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('whom the council suspends votes and submits until that is ratified, and does nothing else', async () => {
	const { matter, effect, lapsesAt } = await saidBy(api, inHaste, 'ratification', 'ActPending');
	assert.deepEqual([matter, effect], [standingOf(supplier), 'OutOfForce']);
	assert.ok(Math.abs(Number(lapsesAt) - Date.now() - TERM) < 120_000);
	const kept = await act(supplier);
	assert.deepEqual([kept.lapsesAt, kept.state], [lapsesAt, 'Pending']);
	assert.equal(Number(kept.lapsesAt - kept.actedAt), TERM);
	const { acts } = await view(api, 'Ratification', 'pending', null, 256);
	assert.deepEqual(acts, [[standingOf(supplier), kept]]);

	assert.equal(await memberCount(), 38);
	const { rank, obstacles, said } = await explain(supplier);
	assert.deepEqual([rank, obstacles, said], [0, [], { aye: true, weight: 1 }]);
	await castVote(api, supplier, referendum, false);
	assert.deepEqual(await tally(), { bareAyes: 0, ayes: 0, nays: 1 });
	await castVote(api, supplier, referendum, true);
	// It may put to the vote what undoes its suspension.
	await submit(api, supplier, 'Accreditation', reinstate(supplier));
	const register = api.tx.registry.registerLot({ ...masks(), donor: null }, 10, null, null);
	await allRefused(api, [
		[supplier.agent, register, 'registry.Suspended'],
		[stranger, lapse(supplier), 'ratification.TermNotOver'],
		[stranger, clear(supplier), 'ratification.StillPending'],
		[stranger, lapse(donor), 'ratification.ActNotFound'],
		[stranger, ratify(supplier), 'BadOrigin'],
		[donor.agent, ratify(supplier), 'BadOrigin'],
	]);
	await assert.rejects(decide(api, ratify(supplier), council), { refusal: 'BadOrigin' });
	assert.deepEqual(await tally(), { bareAyes: 1, ayes: 1, nays: 0 });
});

test('whom the council admits votes as soon as that is ratified', async () => {
	const [newcomer] = await hospitalsOf(api, 'CN-HB', ['Hanyang']);
	assert.equal((await act(newcomer)).effect, 'InForce');
	assert.deepEqual((await explain(newcomer)).obstacles, ['NotMember']);
	await refused(newcomer.agent, vote(true), 'assembly.NotMember');

	const { events } = await byAssembly(ratify(newcomer));
	const ratified = await saidBy(api, events, 'ratification', 'ActRatified');
	assert.deepEqual(ratified, { matter: standingOf(newcomer), effect: 'InForce' });
	const inducted = await saidBy(api, events, 'assembly', 'MemberInducted');
	assert.deepEqual(inducted, { institution: newcomer.id, rank: 1 });
	assert.equal(await act(newcomer), null);
	await castVote(api, newcomer, referendum, true);
	const { entries } = await history(api, { Institution: newcomer.id });
	const { action, actor } = entries[0].record;
	assert.deepEqual([action, actor], ['ActRatified', { Authority: 'Assembly' }]);
});

test('whom the council names does not vote for it, and whom the assembly names does', async () => {
	await assert.rejects(decide(api, replace(relief, heir)), { refusal: 'seats.TooFewAyes' });
	assert.deepEqual((await explain(relief)).obstacles, []);
	const { events } = await decide(api, replace(relief, heir), council.slice(0, 4));
	const silenced = await saidBy(api, events, 'assembly', 'MemberSilenced');
	assert.equal(silenced.institution, relief.id);
	await send(api, heir, api.tx.registry.acceptInvitation(relief.id));
	await send(api, heir, api.tx.registry.changeRoles(heir.address, ['Admin', 'Vote']));
	const { obstacles, votesFrom } = await explain(relief);
	assert.deepEqual([obstacles, votesFrom], [['AgentsReplaced'], silenced.until]);
	await allRefused(api, [
		[heir, vote(true), 'assembly.AgentsReplaced'],
		[heir, submitting(api, 'Regulation', note()), 'assembly.AgentsReplaced'],
		[relief.agent, vote(true), 'registry.NotAgent'],
	]);
	await byAssembly(replace(relief, heir));
	await send(api, heir, vote(true));
});

test('the council undoes what it did itself, and may not do it again', async () => {
	await decide(api, suspend(otherHospital));
	const { events } = await decide(api, reinstate(otherHospital));
	const { effect, until: from } = await saidBy(api, events, 'ratification', 'ActUndone');
	assert.equal(effect, 'OutOfForce');
	assert.deepEqual((await act(otherHospital)).state, { Spent: { until: from } });
	await assert.rejects(decide(api, suspend(otherHospital), council), {
		refusal: 'ratification.SpentLately',
	});
	await refused(stranger, clear(otherHospital), 'ratification.CoolingNotOver');
	await refused(stranger, lapse(otherHospital), 'ratification.NotPending');
	await castVote(api, otherHospital, referendum, false);

	const byVote = await byAssembly(suspend(otherHospital));
	const removed = await saidBy(api, byVote.events, 'assembly', 'MemberRemoved');
	assert.equal(removed.institution, otherHospital.id);
});

test('a suspension that is ratified takes the member out; what it said until then counts on', async () => {
	const count = await memberCount();
	await castVote(api, carrier, referendum, false);
	await decide(api, suspend(carrier));
	assert.equal(await memberCount(), count);
	await castVote(api, carrier, referendum, true);
	const before = await tally();
	const { events } = await byAssembly(ratify(carrier));
	const removed = await saidBy(api, events, 'assembly', 'MemberRemoved');
	assert.equal(removed.institution, carrier.id);
	assert.equal(await memberCount(), count - 1);
	assert.deepEqual(await tally(), before);
	const { rank, obstacles, said } = await explain(carrier);
	assert.deepEqual([rank, obstacles, said], [null, ['Suspended'], { aye: true, weight: 1 }]);
	await allRefused(api, [
		[carrier.agent, vote(false), 'registry.Suspended'],
		[carrier.agent, submitting(api, 'Regulation', note()), 'registry.Suspended'],
	]);
	await assert.rejects(byAssembly(ratify(carrier)), { refusal: 'ratification.ActNotFound' });
});

test('a ratification that fails leaves the act to lapse: anybody undoes it, free of charge', async () => {
	assert.equal((await decided(api, ratification)).outcome, 'Rejected');
	const { lapsesAt } = await act(supplier);
	const isOver = async () => (await chainTime(api)) >= Number(lapsesAt);
	await until('the end of the term', isOver, TERM + 60_000);
	const { obstacles } = await view(api, 'Ratification', 'explain_lapse', standingOf(supplier));
	assert.deepEqual(obstacles, []);

	const { events } = await send(api, stranger, lapse(supplier));
	const lapsed = await saidBy(api, events, 'ratification', 'ActLapsed');
	assert.deepEqual([lapsed.matter, lapsed.effect], [standingOf(supplier), 'OutOfForce']);
	const reinstated = await saidBy(api, events, 'registry', 'InstitutionReinstated');
	assert.equal(reinstated.institution, supplier.id);
	const { actualFee } = await saidBy(api, events, 'transactionPayment', 'TransactionFeePaid');
	assert.equal(actualFee, 0n);
	const { entries } = await history(api, { Institution: supplier.id });
	const [{ record }] = entries;
	assert.deepEqual([record.action, record.actor], ['ActLapsed', { Account: stranger.address }]);

	const { events: submitted } = await send(api, supplier.agent, submitting(api, 'Upgrade', note()));
	const { institution } = await saidBy(api, submitted, 'assembly', 'ReferendumSubmitted');
	assert.equal(institution, supplier.id);
	await refused(stranger, lapse(supplier), 'ratification.NotPending');
	await assert.rejects(decide(api, suspend(supplier)), { refusal: 'ratification.SpentLately' });
});
