// Emergencies: who declares, prolongs and calls them off; that what the council declares is over with its term,
// without any call, unless the assembly ratifies it; and what rules and standing orders make of them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chainTime, connect, finalReport, history, saidBy, send, stored, view } from '@salus/client';
import { classes, council, donor, hospital, proposal, rounds, stranger, supplier } from '../support/cast.mjs';
import { decide, proposeMotion } from '../support/council.mjs';
import {
	bindOrder,
	byAssembly,
	declaration,
	declare,
	declaring,
	emergencyOf,
	LONGEST,
	matterOf,
	ratify,
	severityOf,
	TERM,
} from '../support/emergencies.mjs';
import { instruction, publish } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { allRefused, refused as refusedBy } from '../support/refusal.mjs';
import { must, writeRule } from '../support/rules.mjs';
import { accept, event, fund, registerGoods, registerMasks } from '../support/steps.mjs';
import { until } from '../support/until.mjs';

const DAY = 86_400_000;

const { mask, suit } = classes;

let database, node, api, suits, hasty, ratifyBy, minor, order, transfer;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	await registerMasks(api, 10_000);
	suits = await registerGoods(api, donor, 1_000);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const notDecided = (call, refusal, seats) =>
	assert.rejects(decide(api, call, seats), { refusal });
const callOff = (emergency) => api.tx.emergencies.callOff(emergency);
const prolong = (emergency, end) => api.tx.emergencies.prolong(emergency, end);
const close = (emergency) => api.tx.emergencies.close(emergency);
const forget = (emergency) => api.tx.emergencies.forgetEmergency(emergency);
const lapse = (emergency) => api.tx.ratification.lapse(matterOf(emergency));
const ring = (need) => api.tx.needs.ring({ Send: { order, need } });
const unanswered = async (need) => (await view(api, 'Needs', 'need', need)).need.unanswered;
const findings = async (need) => (await view(api, 'Needs', 'explain_order', order, need)).findings;
/** The call that sends so many suits to an institution. */
const sending = (to, quantity) =>
	api.tx.circulation.propose(proposal([[suits, quantity]], { to: to.id, toSite: null }));
const actionsOf = async (emergency) => {
	const { entries } = await history(api, { Emergency: emergency });
	return entries.map(({ record }) => [record.action, record.actor]).reverse();
};

test('the council by its majority and the assembly on its track declare, and nobody else', async () => {
	await allRefused(api, [
		[stranger, declaring(api), 'BadOrigin'],
		[donor.agent, declaring(api), 'BadOrigin'],
		[council[0], declaring(api), 'BadOrigin'],
	]);
	await notDecided(declaring(api), 'BadOrigin', council.slice(0, 2));
	for (const [wrong, name] of [
		[{ regions: [] }, 'NoRegions'],
		[{ classes: [] }, 'NoClasses'],
		[{ regions: ['CN-SH', 'CN-HB'] }, 'NotAscending'],
		[{ regions: ['CN-HB', 'CN-HB'] }, 'NotAscending'],
		[{ classes: [suit, mask] }, 'NotAscending'],
		[{ regions: ['CN-ZZ'] }, 'RegionNotFound'],
		[{ classes: [99] }, 'ClassNotFound'],
		[{ until: Date.now() + LONGEST + DAY }, 'TooLong'],
	]) {
		await notDecided(declaring(api, wrong), `emergencies.${name}`);
	}
	// Seen before anybody votes on it.
	const past = declaring(api, { until: Date.now() - DAY });
	await assert.rejects(proposeMotion(api, council[0], past), { refusal: 'seats.DeadlinePassed' });
	assert.equal(await stored(api, 'emergencies', 'nextEmergencyId'), 0);
});

test('what the council declares is in force at once, for its regions and classes alone', async () => {
	const said = await declare(api, { classes: [suit] });
	({ emergency: hasty, ratifyBy } = said);
	assert.equal(said.severity, 'Serious');
	assert.ok(Math.abs(Number(ratifyBy) - Date.now() - TERM) < 60_000);
	const { effect, lapsesAt } = await view(api, 'Ratification', 'act', matterOf(hasty));
	assert.deepEqual([effect, lapsesAt], ['InForce', ratifyBy]);
	const entry = await emergencyOf(api, hasty);
	assert.deepEqual([entry.inForce, entry.hasty], [true, { Pending: { ratifyBy } }]);
	assert.equal(await severityOf(api, 'CN-HB', suit), 'Serious');
	for (const [region, of] of [
		['CN-HB', mask],
		['CN-ZJ', suit],
		['CN', suit],
	]) {
		assert.equal(await severityOf(api, region, of), null, `${region}, ${of}`);
	}
	await allRefused(api, [
		[stranger, close(hasty), 'emergencies.StillInForce'],
		[stranger, forget(hasty), 'emergencies.NotClosed'],
		[stranger, lapse(hasty), 'ratification.TermNotOver'],
		[stranger, callOff(hasty), 'BadOrigin'],
		[donor.agent, prolong(hasty, Date.now() + 25 * DAY), 'BadOrigin'],
		[stranger, callOff(99), 'BadOrigin'],
	]);
	await notDecided(prolong(hasty, Date.now() + 25 * DAY), 'BadOrigin');
	await notDecided(callOff(99), 'emergencies.EmergencyNotFound');
	await notDecided(declaring(api, { classes: [suit] }), 'emergencies.AlreadyDeclared');
	const over = declaring(api, { regions: ['CN'], classes: [suit] });
	await notDecided(over, 'emergencies.NotRatifiedLately');
	// It spreads.
	await declare(api, { regions: ['CN-HN'], classes: [suit], severity: 'Major' });
	assert.equal(await severityOf(api, 'CN-HN', suit), 'Major');
});

test('a rule lets goods go to where the emergency is', async () => {
	await writeRule(api, donor.agent, suit, [must({ Emergency: { severity: 'Serious' } })]);
	await refused(donor.agent, sending(supplier, 10), 'circulation.RuleNotMet');
	const { events } = await send(api, donor.agent, sending(hospital, 10));
	transfer = (await saidBy(api, events, 'circulation', 'TransferProposed')).transfer;
	await accept(api, transfer);
});

test('a standing order that is bound to emergencies sends while there is one that is grave enough', async () => {
	const { needs, utility } = api.tx;
	order = await stored(api, 'needs', 'nextOrderId');
	// At once, so that nobody rings in between.
	const given = [needs.giveOrder(instruction()), needs.bindOrder(order, 'Serious')];
	await send(api, donor.agent, utility.batchAll(given));
	assert.equal(await stored(api, 'needs', 'orderBounds', order), 'Serious');
	await refused(hospital.agent, needs.bindOrder(order, null), 'needs.NotOwn');
	const need = await publish(api, hospital, 100);
	assert.deepEqual(await findings(need), ['NoEmergency']);
	await refused(stranger, ring(need), 'needs.NoEmergency');

	minor = (await declare(api, { severity: 'Major' })).emergency;
	assert.deepEqual(await findings(need), ['NoEmergency']);
	await refused(stranger, ring(need), 'needs.NoEmergency');

	// Over the whole country, which Hubei is a part of.
	const whole = declaring(api, { regions: ['CN'] });
	const { events } = await byAssembly(api, whole);
	const grave = await saidBy(api, events, 'emergencies', 'EmergencyDeclared');
	assert.equal(grave.ratifyBy, null);
	assert.equal(await severityOf(api, 'CN-HB'), 'Serious');
	await until('the alarm clock', async () => (await unanswered(need)) === 100n);

	await byAssembly(api, callOff(grave.emergency));
	assert.equal(await severityOf(api, 'CN-HB'), 'Major');
	assert.equal(await severityOf(api, 'CN'), null);
	assert.equal(await unanswered(need), 100n);
	const next = await publish(api, hospital, 50);
	await refused(stranger, ring(next), 'needs.NoEmergency');
	await bindOrder(api, donor, order, null);
	assert.equal(await stored(api, 'needs', 'orderBounds', order), null);
	await until('the alarm clock', async () => (await unanswered(next)) === 50n);
	await send(api, donor.agent, needs.revokeOrder(order));
	await refused(donor.agent, needs.bindOrder(order, 'General'), 'needs.Ended');

	await ratify(api, minor);
	assert.equal(await view(api, 'Ratification', 'act', matterOf(minor)), null);
});

test('an emergency that nobody ratifies is over with its term, without any call', async () => {
	const isOver = async () => (await severityOf(api, 'CN-HB', suit)) === null;
	await until('the end of the term', isOver, TERM + 60_000);
	assert.ok((await chainTime(api)) >= Number(ratifyBy));
	const { inForce, ended, covers } = await emergencyOf(api, hasty);
	assert.deepEqual([inForce, ended, covers], [false, null, 1]);
	assert.deepEqual(await actionsOf(hasty), [['EmergencyDeclared', { Authority: 'Council' }]]);
	const leaving = api.tx.circulation.dispatch(transfer, null, null, null, null, event());
	await allRefused(api, [
		[donor.agent, leaving, 'circulation.RuleNotMet'],
		[donor.agent, sending(hospital, 10), 'circulation.RuleNotMet'],
		[stranger, close(hasty), 'emergencies.StillInForce'],
	]);
	await notDecided(callOff(hasty), 'emergencies.NotInForce');
	for (const regions of [['CN-HB'], ['CN']]) {
		const anew = declaring(api, { regions, classes: [suit], until: Date.now() + DAY });
		await notDecided(anew, 'emergencies.NotRatifiedLately');
	}
});

test('what has lapsed is over for good, and binds the council until it has cooled', async () => {
	const { events } = await send(api, stranger, lapse(hasty));
	const { actualFee } = await saidBy(api, events, 'transactionPayment', 'TransactionFeePaid');
	assert.equal(actualFee, 0n);
	const { ended } = await emergencyOf(api, hasty);
	assert.equal(ended[0], 'NotRatified');
	await assert.rejects(ratify(api, hasty), { refusal: 'ratification.NotPending' });
	await allRefused(api, [
		[stranger, close(hasty), 'emergencies.StillCooling'],
		[stranger, forget(hasty), 'emergencies.NotClosed'],
	]);
	assert.deepEqual(await actionsOf(hasty), [
		['EmergencyDeclared', { Authority: 'Council' }],
		['ActLapsed', { Account: stranger.address }],
	]);
	await notDecided(declaring(api, { classes: [suit] }), 'emergencies.NotRatifiedLately');
});

test('what the assembly has ratified lasts, and is prolonged and called off by it alone', async () => {
	assert.equal(await severityOf(api, 'CN-HB'), 'Major');
	const { declaration: declared } = await emergencyOf(api, minor);
	const later = Date.now() + 28 * DAY;
	await notDecided(callOff(minor), 'emergencies.NotPending');
	await notDecided(prolong(minor, later), 'BadOrigin');
	for (const [end, name] of [
		[Number(declared.until), 'NotLater'],
		[Date.now() + LONGEST + DAY, 'TooLong'],
	]) {
		await assert.rejects(byAssembly(api, prolong(minor, end)), { refusal: `emergencies.${name}` });
	}
	await byAssembly(api, prolong(minor, later));
	assert.equal((await emergencyOf(api, minor)).declaration.until, BigInt(later));
	await byAssembly(api, callOff(minor));
	assert.equal(await severityOf(api, 'CN-HB'), null);
	// Nothing of it waits to cool.
	await send(api, stranger, close(minor));
	const { ended, covers } = await emergencyOf(api, minor);
	assert.deepEqual([ended[0], covers], ['CalledOff', 0]);
	const assembly = { Authority: 'Assembly' };
	assert.deepEqual(await actionsOf(minor), [
		['EmergencyDeclared', { Authority: 'Council' }],
		['ActRatified', assembly],
		['EmergencyProlonged', assembly],
		['EmergencyCalledOff', assembly],
		['EmergencyClosed', { Account: stranger.address }],
	]);
	// What was ratified does not bind the council.
	await declare(api);
	assert.equal(await severityOf(api, 'CN-HB'), declaration().severity);
});
