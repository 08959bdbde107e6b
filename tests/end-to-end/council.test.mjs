// The council's motions: which are refused, whose ayes count, and how many may be open. None schedules.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, finalReport, saidBy, send, view } from '@salus/client';
import { council, donor, hospital, key, relief, rounds, supplier } from '../support/cast.mjs';
import { aye, closing, decide, proposeMotion } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { fund } from '../support/steps.mjs';

const YEAR = 365 * 86_400_000;

/** The motions of one seat that are open at one time, and those of all seats that cost nothing. */
const [OF_ONE_SEAT, FREE] = [4, 8];

const [hubei, shanghai, beijing, guangdong, zhejiang] = council;

let database, node, api, commissions;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	const seats = await view(api, 'Seats', 'seats');
	const commissionOf = ({ address }) => seats.find(([, speaker]) => speaker === address)[0];
	commissions = { hubei: commissionOf(hubei), shanghai: commissionOf(shanghai) };
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const license = (institution, expires = Date.now() + YEAR) =>
	api.tx.registry.grantLicence(institution, 'BloodProducts', expires, null);
const propose = (call) => api.tx.council.propose(3, call, call.method.encodedLength);
const sitting = async () => (await view(api, 'Seats', 'seats')).filter(([, , sits]) => sits).length;

test('a motion that can never succeed is refused when it is proposed, by its name', async () => {
	const past = Date.now() - 1_000;
	const round = {
		...{ title: 'Too late', note: null, indicators: [] },
		model: { orientation: 'Output', weights: 'Mean' },
		...{ observeBy: past, reportBy: past + 3_600_000 },
	};
	for (const [call, name] of [
		[license(hospital.id, past), 'LicenceExpired'],
		[api.tx.utility.batchAll([license(hospital.id, past)]), 'LicenceExpired'],
		[api.tx.efficiency.openRound(round, { Regions: ['CN-HB'] }), 'DeadlinePassed'],
	]) {
		assert.equal(await view(api, 'Seats', 'explain_motion', call.method), name);
		await refused(hubei, propose(call), `seats.${name}`);
	}
	assert.equal(await view(api, 'Seats', 'explain_motion', license(hospital.id).method), null);
	assert.equal((await api.query.council.proposals()).length, 0);
});

test('the aye of a seat that a motion is about does not count', async () => {
	const own = license(commissions.hubei);
	const motion = await proposeMotion(api, hubei, own);
	for (const seat of [hubei, shanghai, beijing]) await send(api, seat, aye(api, motion));
	// Three ayes, two of them of others: the motion waits for a third.
	await refused(hubei, await closing(api, own, motion), 'system.CallFiltered');
	await send(api, guangdong, aye(api, motion));
	await send(api, hubei, await closing(api, own, motion));
});

test('what silences a seat takes three quarters of all, without its own aye', async () => {
	const suspend = api.tx.registry.suspendInstitution(commissions.shanghai);
	const few = [hubei, beijing, guangdong];
	await assert.rejects(decide(api, suspend, few), { refusal: 'seats.TooFewAyes' });
	const motion = await proposeMotion(api, hubei, suspend, 4);
	for (const seat of [...few, shanghai]) await send(api, seat, aye(api, motion));
	// Its own aye neither carries the motion nor closes it too soon.
	await refused(shanghai, await closing(api, suspend, motion), 'system.CallFiltered');
	assert.equal(await sitting(), 5);

	await send(api, zhejiang, aye(api, motion));
	const { events } = await send(api, hubei, await closing(api, suspend, motion));
	const { institution } = await saidBy(api, events, 'seats', 'SeatSilenced');
	assert.equal(institution, commissions.shanghai);
	assert.equal(await sitting(), 4);
	await refused(shanghai, propose(license(hospital.id)), 'council.NotMember');
	const reinstate = api.tx.registry.reinstateInstitution(commissions.shanghai);
	const resumed = (await decide(api, reinstate, few)).events;
	const { speaker } = await saidBy(api, resumed, 'seats', 'SeatResumed');
	assert.equal(speaker, shanghai.address);
	assert.equal(await sitting(), 5);
});

test('naming the agents of an institution takes three quarters, and is done to few at one time', async () => {
	const heir = key('Heir').address;
	const replacing = ({ id }) => api.tx.registry.replaceAgents(id, [heir]);
	const replace = replacing(hospital);
	const agents = () => view(api, 'Registry', 'agents_of', hospital.id, null, 256);
	const beforehand = await agents();
	const few = [hubei, beijing, guangdong];
	for (const call of [replace, api.tx.utility.batchAll([license(hospital.id), replace])]) {
		await assert.rejects(decide(api, call, few), { refusal: 'seats.TooFewAyes' });
	}
	assert.deepEqual(await agents(), beforehand);

	const { events } = await decide(api, replace, [...few, zhejiang]);
	const { institution } = await saidBy(api, events, 'assembly', 'MemberSilenced');
	assert.equal(institution, hospital.id);
	// A tenth of the members at most, three of 38, are silenced at one time.
	const more = api.tx.utility.batchAll([donor, relief, supplier].map(replacing));
	await assert.rejects(decide(api, more, council), { refusal: 'assembly.TooManySilenced' });
});

test('a commission names another speaker by itself', async () => {
	const deputy = key('Shanghai//deputy');
	await fund(api, deputy);
	const reassign = api.tx.seats.reassignSeat(deputy.address);
	await refused(shanghai, reassign, 'seats.AgentNotFound');
	await send(api, shanghai, api.tx.registry.inviteAgent(deputy.address, ['Statistics']));
	await send(api, deputy, api.tx.registry.acceptInvitation(commissions.shanghai));
	await send(api, shanghai, reassign);
	await refused(shanghai, propose(license(hospital.id)), 'council.NotMember');
	await refused(deputy, api.tx.seats.reassignSeat(shanghai.address), 'registry.NotAuthorized');
	await send(api, shanghai, api.tx.seats.reassignSeat(shanghai.address));
});

test('the council schedules nothing, with all its seats', async () => {
	const when = (await api.rpc.chain.getHeader()).number.toNumber() + 10_000;
	const schedule = api.tx.scheduler.schedule(when, null, 0, license(hospital.id));
	await assert.rejects(decide(api, schedule, council), { refusal: 'BadOrigin' });
	assert.equal((await api.query.scheduler.agenda(when)).length, 0);
	await refused(hubei, schedule, 'BadOrigin');
});

test('a seat has few motions open, and those of all seats cost more and more', async () => {
	const reserved = async ({ address }) =>
		(await api.query.system.account(address)).data.reserved.toBigInt();
	const left = () => view(api, 'Seats', 'motions_left', commissions.hubei);
	assert.equal(await left(), OF_ONE_SEAT);
	let motions = 0;
	const next = () => license(hospital.id, Date.now() + YEAR + motions++);
	for (const seat of [hubei, shanghai]) {
		for (let open = 0; open < OF_ONE_SEAT; open++) await proposeMotion(api, seat, next());
		assert.equal(await reserved(seat), 0n);
	}
	assert.equal(motions, FREE);
	assert.equal(await left(), 0);
	await refused(hubei, propose(next()), 'seats.TooManyMotions');

	// A tenth of the token, and a twentieth more for each further one.
	const first = 10n ** 11n;
	await proposeMotion(api, beijing, next());
	assert.equal(await reserved(beijing), first);
	await proposeMotion(api, beijing, next());
	assert.equal(await reserved(beijing), first + (first * 21n) / 20n);
});
