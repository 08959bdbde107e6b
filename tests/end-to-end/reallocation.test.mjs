// Plans that the assembly decides: what moves by them, what yields and what does not, who is bound, what
// becomes of lines that cannot be carried out or are never sent, and that nobody else decides one.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createKeyMulti } from '@polkadot/util-crypto';
import {
	chainTime,
	connect,
	eventOf,
	finalReport,
	history,
	nameOf,
	Refused,
	saidBy,
	send,
	stored,
	view,
} from '@salus/client';
import {
	carriedOut,
	castVotes,
	commissionOf,
	commissions,
	decideByAssembly,
	decided,
	enough,
	members,
	submit,
} from '../support/assembly.mjs';
import { blocksAfter, eventsAt } from '../support/blocks.mjs';
import {
	arrived,
	carrier,
	classes,
	council,
	donor,
	hospital,
	inDays,
	key,
	laboratory,
	masks,
	otherHospital,
	relief,
	rounds,
	stranger,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { allRefused, books, refused as refusedBy } from '../support/refusal.mjs';
import { must, mustNot, ofKind, ordain, writeRule } from '../support/rules.mjs';
import {
	dispatch,
	event,
	fund,
	receive,
	registerGoods,
	registerMasks,
} from '../support/steps.mjs';
import { until } from '../support/until.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long the givers of one plan have, for which the tests wait; its lines are decided within that time. */
const SOON = 60_000;

/** The lines that are carried out with the decision itself, and the most of one `carryOut`. */
const [AT_ONCE, MAX_STEP] = [3, 6];
/** The lines of the longest plan. */
const MAX_LINES = 200;

const { mask, suit } = classes;
const ofMasks = { Class: mask };
const hubei = commissionOf('CN-HB');

/** An agent of the donor with several keys, of which one is enough. */
const signatories = [donor.agent.address, key('Nobody').address];
const joint = { address: createKeyMulti(signatories, 1) };

let database, node, api, wide;

/** Lots, rules, and the plans that the tests share. */
const [lots, rules, plans] = [{}, {}, {}];
/** The referenda that the tests share. */
const referenda = {};

const refused = (signer, call, name) => refusedBy(api, signer, call, name);

/** A line of a plan. */
const line = (giver, goods, receiver, quantity) => ({
	giver: giver.id,
	goods: typeof goods === 'object' ? goods : { Lot: goods },
	receiver: receiver.id,
	quantity,
});
/** The deadlines of a plan: to dispatch and to receive, so much later than now. */
const within = (toDispatch = 2 * DAY, more = 5 * DAY) => {
	const dispatchBy = Date.now() + toDispatch;
	return [dispatchBy, dispatchBy + more];
};
const planOf = (lines, [dispatchBy, receiveBy] = within()) =>
	api.tx.reallocation.decidePlan(lines, dispatchBy, receiveBy);
const carryingOut = (plan, most = MAX_STEP) => api.tx.reallocation.carryOut(plan, most);
const withdrawing = (transfer) => api.tx.circulation.withdraw(transfer);
const releasing = (transfer) => api.tx.circulation.release(transfer);

const report = async (plan, after = null, limit = 256) =>
	(await view(api, 'Reallocation', 'report', plan, after, limit)).lines;
const stateOf = async (plan, number) => (await report(plan, number - 1, 1))[0].state;
const overdue = (after = null, limit = 256) => view(api, 'Reallocation', 'overdue', after, limit);
const explain = (lines, [dispatchBy, receiveBy] = within()) =>
	view(api, 'Reallocation', 'explain_plan', lines, dispatchBy, receiveBy);
const transferOf = (id) => view(api, 'Circulation', 'transfer', id);
const holdingOf = ({ id }, lot) => view(api, 'Registry', 'holding', lot, id, id);
const levelOf = ({ id }, of) => view(api, 'Registry', 'level', id, of);
const nextPlan = () => stored(api, 'reallocation', 'nextPlanId');
/** The name of an error that the chain stores. */
const nameOfError = (error) => nameOf(api, api.registry.createType('DispatchError', error));

/** What the events tell of a plan, each with its line where it has one. */
const toldOf = (events, plan) =>
	events
		.filter(({ section, data }) => section === 'reallocation' && data.plan?.toBigInt() === plan)
		.map(({ method, data }) => (data.line ? [method, data.line.toNumber()] : [method]));
/** The outcomes that a report tells, of which those of a transfer are whole. */
const whole = (transfer, quantity) => ({ Made: { transfer, quantity, short: null, yielded: [] } });

/** Puts calls to the vote on the track of reallocation, each by another member; answers with the referenda. */
const propose = (calls) =>
	Promise.all(calls.map((call, place) => submit(api, members[place], 'Reallocation', call)));

/** Casts as many ayes as carry referenda on that track, each member's for all of them in one transaction. */
const pass = async (...all) => {
	const ayes = api.tx.utility.batchAll(all.map((each) => api.tx.assembly.vote(each, true)));
	const voters = members.slice(0, await enough(api, 'Reallocation'));
	await Promise.all(voters.map(({ agent }) => send(api, agent, ayes)));
};

/** Has the assembly decide a plan; answers as `carriedOut` does, with the plan. */
const decidePlan = async (...args) => {
	const done = await decideByAssembly(api, 'Reallocation', planOf(...args));
	const { plan } = await saidBy(api, done.events, 'reallocation', 'PlanDecided');
	return { ...done, plan };
};

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	for (const account of [stranger, joint]) await fund(api, account);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);

	const own = { ...masks(), donor: null };
	lots.given = await registerMasks(api, 1_000);
	lots.early = await registerMasks(api, 70, masks(inDays(400)));
	lots.capped = await registerGoods(api, relief, 100, own);
	lots.gone = await registerGoods(api, relief, 50, own);
	lots.fewer = await registerGoods(api, relief, 80, own);
	lots.late = await registerGoods(api, laboratory, 300, own);
	lots.kept = await registerGoods(api, carrier, 40, own);
	rules.governance = await ordain(api, mask, [mustNot(ofKind('Receiver', 'Supplier'))]);
	const few = { Between: { least: 0, most: 55 } };
	rules.relief = await writeRule(api, relief.agent, mask, [must(few)]);

	wide = [
		line(donor, lots.given, hospital, 100),
		line(relief, lots.capped, otherHospital, 60),
		line(donor, lots.given, supplier, 10),
		line(relief, lots.gone, hospital, 50),
		line(relief, lots.fewer, hospital, 80),
		line(donor, ofMasks, otherHospital, 120),
		line(donor, 9_999, hospital, 1),
		line(donor, lots.given, otherHospital, 20),
	];
	// As many are for it as would carry it at once, and more of their rank are against it.
	const failing = planOf([line(carrier, lots.kept, hospital, 40)]);
	referenda.failing = await submit(api, commissions.at(-1), 'Reallocation', failing);
	await castVotes(api, commissions.slice(12, 24), referenda.failing, false);
	await castVotes(api, commissions.slice(0, 10), referenda.failing, true);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('what is decided is carried out line by line, in the block of the decision, and reported', async () => {
	const deadlines = within();
	const [referendum] = await propose([planOf(wide, deadlines)]);
	// Meanwhile all of one lot is used up, and some of another.
	for (const [lot, quantity] of [
		[lots.gone, 50],
		[lots.fewer, 30],
	]) {
		await send(api, relief.agent, api.tx.registry.consume(lot, quantity, event()));
	}
	const explained = await explain(wide, deadlines);
	assert.deepEqual(explained.findings, []);
	const plan = (plans.wide = await nextPlan());
	const first = await stored(api, 'circulation', 'nextTransferId');
	await pass(referendum);
	const { events } = await carriedOut(api, referendum);

	const told = toldOf(events, plan);
	assert.deepEqual(told, [
		['PlanDecided'],
		['LineMade', 0],
		['LineMade', 1],
		['RuleYielded', 1],
		['LineRefused', 2],
		['LineRefused', 3],
		['LineMade', 4],
		['LineMade', 5],
		['LineRefused', 6],
		['LineMade', 7],
		['PlanCarriedOut'],
	]);
	// The first ones with the decision itself, the others behind it.
	const place = events.findIndex(({ section, method }) => `${section}.${method}` === 'scheduler.Dispatched');
	const atOnce = toldOf(events.slice(0, place), plan).filter(([, number]) => number !== undefined);
	assert.equal(atOnce.at(-1)[1], AT_ONCE - 1);

	const lines = await report(plan);
	assert.deepEqual(
		lines.map(({ order }) => order),
		wide.map(({ quantity, goods, ...rest }) => {
			const lot = 'Lot' in goods && { Lot: BigInt(goods.Lot) };
			return { ...rest, goods: lot || goods, quantity: BigInt(quantity) };
		}),
	);
	assert.deepEqual(
		lines.map(({ state }) => state),
		[
			...['Reserved', 'Reserved', 'Refused', 'Refused', 'Reserved', 'Reserved', 'Refused'],
			'Reserved',
		],
	);
	const outcomes = lines.map(({ outcome }) => outcome);
	assert.deepEqual(outcomes[0], whole(first, 100n));
	// The relief society gives 55 at a time, by its own rule.
	const yielding = { ...whole(first + 1n, 60n).Made, yielded: [rules.relief] };
	assert.deepEqual(outcomes[1], { Made: yielding });
	assert.deepEqual(outcomes[4], { Made: { ...whole(first + 2n, 50n).Made, short: 'Stock' } });
	assert.deepEqual(outcomes[5], whole(first + 3n, 120n));
	assert.deepEqual(outcomes[7], whole(first + 4n, 20n));
	const reasons = [2, 3, 6].map((number) => {
		const { error, unmet } = outcomes[number].Refused;
		return [nameOfError(error), unmet];
	});
	const unmet = { rule: rules.governance, alternative: 0, condition: 0 };
	assert.deepEqual(reasons, [
		['circulation.RuleNotMet', unmet],
		['reallocation.NothingAvailable', null],
		['reallocation.LotNotFound', null],
	]);
	const refusals = events.filter(({ method }) => method === 'LineRefused');
	assert.deepEqual(
		refusals.map(({ data }) => [nameOf(api, data.error), data.unmet.isSome]),
		reasons.map(([name, found]) => [name, found !== null]),
	);

	// As it was explained, which names every reason.
	assert.deepEqual(
		explained.lines.map(({ outcome }) => outcome),
		outcomes,
	);
	assert.deepEqual(
		explained.lines.map(({ findings }) => findings.map(({ error, unmet: found }) => [error, found])),
		wide.map((_, number) => (number === 2 ? [['RuleNotMet', unmet]] : [])),
	);
});

test('its lines are accepted transfers, whose goods are reserved', async () => {
	const [dispatchBy, receiveBy] = await view(api, 'Reallocation', 'plan', plans.wide).then((plan) => {
		assert.deepEqual([plan.lines, plan.carriedOut, plan.archived], [wide.length, wide.length, 0]);
		return [plan.dispatchBy, plan.receiveBy];
	});
	const lines = await report(plans.wide);
	const made = lines.filter(({ outcome }) => 'Made' in outcome);
	for (const { order, outcome } of made) {
		const { transfer, quantity } = outcome.Made;
		const found = await transferOf(transfer);
		assert.deepEqual(
			[found.status, found.sender, found.receiver, found.terms],
			['Accepted', order.giver, order.receiver, 'Gift'],
		);
		assert.deepEqual([found.dispatchBy, found.receiveBy], [dispatchBy, receiveBy]);
		assert.equal(
			found.legs.reduce((sum, leg) => sum + leg.quantity, 0n),
			quantity,
		);
	}
	// Of a class, what expires first goes first.
	const { legs } = await transferOf(lines[5].outcome.Made.transfer);
	assert.deepEqual(
		legs.map(({ lot, quantity }) => [lot, quantity]),
		[
			[lots.early, 70n],
			[lots.given, 50n],
		],
	);
	const reserved = async (giver, lot) => {
		const { available, reserved: locked } = await holdingOf(giver, lot);
		return [available, locked];
	};
	assert.deepEqual(await reserved(donor, lots.given), [830n, 170n]);
	assert.deepEqual(await reserved(donor, lots.early), [0n, 70n]);
	assert.deepEqual(await reserved(relief, lots.capped), [40n, 60n]);
	assert.deepEqual(await reserved(relief, lots.fewer), [0n, 50n]);

	const page = await view(api, 'Reallocation', 'report', plans.wide, 1, 3);
	assert.deepEqual([page.lines, page.next], [lines.slice(2, 5), 4]);
	const last = await view(api, 'Reallocation', 'report', plans.wide, 4, 3);
	assert.deepEqual([last.lines, last.next], [lines.slice(5), null]);
});

test('the trail says who decided, and of every line that the plan moved it', async () => {
	const { entries, rest } = await history(api, { Plan: plans.wide });
	assert.equal(rest, 'Nothing');
	const acts = entries.map(({ record: { action, actor } }) => [action, actor]);
	const ofPlan = ['PlanCarriedOut', { Plan: plans.wide }];
	assert.deepEqual(acts, [ofPlan, ofPlan, ['PlanDecided', { Authority: 'Assembly' }]]);
	const [{ outcome }] = await report(plans.wide);
	const [{ record }] = (await history(api, { Transfer: outcome.Made.transfer })).entries;
	assert.deepEqual([record.action, record.actor], ofPlan);
});

test('the giver cannot withdraw: neither by another agent, nor in a batch, nor by a proxy or a multisig', async () => {
	const { multisig, proxy, registry, utility } = api.tx;
	const [{ outcome }] = await report(plans.wide);
	const withdraw = withdrawing(outcome.Made.transfer);
	const jointly = (call) => multisig.asMultiThreshold1([signatories[1]], call);
	await send(api, donor.agent, registry.inviteAgent(joint.address, ['Dispatch']));
	await send(api, donor.agent, jointly(registry.acceptInvitation(donor.id)));
	for (const [kind, { agent }] of [
		['Any', carrier],
		['Dispatch', supplier],
	]) {
		await send(api, donor.agent, proxy.addProxy(agent.address, kind, 0));
	}
	const throughProxy = proxy.proxy(donor.agent.address, null, withdraw);
	const bound = 'circulation.BoundByDecision';
	await allRefused(api, [
		[donor.agent, withdraw, bound],
		[donor.dispatcher, withdraw, bound],
		[donor.agent, utility.batchAll([withdraw]), bound],
		[donor.agent, utility.batch([withdraw]), bound],
		[donor.agent, utility.forceBatch([withdraw]), bound],
		[carrier.agent, throughProxy, bound],
		[supplier.agent, throughProxy, bound],
		[donor.agent, jointly(withdraw), bound],
		[stranger, withdraw, 'registry.NotAgent'],
		[relief.agent, withdraw, 'circulation.NotParty'],
		[donor.agent, api.tx.circulation.reject(outcome.Made.transfer), 'circulation.NotParty'],
		[stranger, releasing(outcome.Made.transfer), 'circulation.DeadlineNotReached'],
	]);
	// What it proposes by itself, it withdraws from as ever.
	const free = await propose2(lots.given, 5);
	await send(api, donor.agent, withdrawing(free));
});

test('the receiver withdraws: the goods are available again, and the line says so', async () => {
	const { transfer } = (await report(plans.wide, 6, 1))[0].outcome.Made;
	const { events } = await send(api, otherHospital.agent, withdrawing(transfer));
	const said = await saidBy(api, events, 'reallocation', 'LineUnsent');
	assert.deepEqual(said, { plan: plans.wide, line: 7, transfer, how: 'TurnedDown' });
	const [{ state, outcome }] = await report(plans.wide, 6, 1);
	assert.equal(state, 'TurnedDown');
	assert.deepEqual(outcome, { Unsent: { transfer, quantity: 20n, how: 'TurnedDown' } });
	assert.equal((await holdingOf(donor, lots.given)).available, 850n);
});

test('the giver dispatches, although its own rule forbids it, and the receiver writes a receipt', async () => {
	const [, { outcome }] = await report(plans.wide);
	const { transfer } = outcome.Made;
	const { events } = await dispatch(api, transfer, event(), relief.agent);
	const yielded = await saidBy(api, events, 'circulation', 'RuleYielded');
	assert.deepEqual(yielded, { transfer, rule: rules.relief });
	assert.equal(await stateOf(plans.wide, 1), 'Left');
	await receive(api, transfer, [arrived(60)], otherHospital.agent);
	assert.equal((await transferOf(transfer)).status, 'Settled');
	assert.equal((await holdingOf(otherHospital, lots.capped)).available, 60n);
	// By itself, it does not give as much.
	const alone = {
		...{ to: otherHospital.id, fromSite: null, toSite: null, terms: 'Gift', serves: null },
		legs: [{ lot: lots.fewer, quantity: 56, pack: null }],
		...{ dispatchBy: Date.now() + DAY, receiveBy: Date.now() + 3 * DAY },
	};
	await refused(relief.agent, api.tx.circulation.propose(alone), 'circulation.RuleNotMet');
});
