// Plans of allocations: the worker's own, which comes without a signature and is better than the greedy one; what is
// no plan, and is refused by name, whichever way it comes; plans that the rules forbid, which hold nobody up; and the
// greedy plan, where nobody proves a better one in time.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	connect,
	errorAt,
	finalReport,
	history,
	nameOf,
	saidBy,
	send,
	submit,
	unsigned,
	verdict,
	view,
} from '@salus/client';
import { commissionOf } from '../support/assembly.mjs';
import { eventsAt } from '../support/blocks.mjs';
import {
	classes,
	donor,
	hospital,
	inDays,
	laboratory,
	masks,
	otherHospital,
	relief,
	rounds,
	stranger,
	supplier,
} from '../support/cast.mjs';
import { decide, ready } from '../support/council.mjs';
import {
	advancing,
	allocationOf,
	barring,
	declareAnew,
	explained,
	kilometresOf,
	letOpen,
	linesOf,
	mayGo,
	open,
	planFor,
	problemOf,
	PROVING,
	qualityOf,
	sharesOf,
	submitting,
	whenDeciding,
	whenEnded,
} from '../support/emergencies.mjs';
import { everybody, offer, publish } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { bestPlan, fingerprintOf, recomputed } from '../support/recomputed.mjs';
import { allRefused, refused as refusedBy } from '../support/refusal.mjs';
import { must, ofKind, writeRule } from '../support/rules.mjs';
import { fund, registerGoods } from '../support/steps.mjs';
import { until } from '../support/until.mjs';

const { mask } = classes;

/** What a unit is worth that goes no way, by which prices are counted, and what one rank of expiry takes off. */
const [UNIT, RANK] = [2 ** 43, 2 ** 25];
/** From Shanghai, and from Hangzhou, to Wuhan, in kilometres. */
let fromDonor, fromSupplier;

const hubei = commissionOf('CN-HB');
const parties = [donor, supplier, relief, hospital, otherHospital, laboratory];

let database, node, api, emergency, rule;

/** What the tests share: lots, allocations, and what the worker posted for the first one. */
const [lots, allocations] = [{}, {}];
let posted, problem;

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const hash = async (number) => api.rpc.chain.getBlockHash(number);
const numberOf = async (block) => (await api.rpc.chain.getHeader(block)).number.toNumber();
const head = async () => numberOf(await api.rpc.chain.getBlockHash());

/** Starts the node again on the same chain, with off-chain workers or without. */
const restart = async (workers) => {
	await api.disconnect();
	await node.stop();
	node = await startNode(database, { workers });
	api = await connect(node.endpoint);
};

/** Ends what an earlier allocation left, and makes the class ready for the next one. */
const startOver = async () => {
	await Promise.all(
		parties.map(async ({ id, agent }) => {
			const board = await view(api, 'Needs', 'board', id);
			const unmet = board.needs.filter(({ need }) => need.ended === null);
			const calls = [
				...board.offers.map(([each]) => api.tx.needs.withdrawOffer(each)),
				...unmet.map((each) => api.tx.needs.closeNeed(each.id)),
			];
			if (calls.length > 0) await send(api, agent, api.tx.utility.batchAll(calls));
		}),
	);
	emergency = await declareAnew(api, emergency, [mask]);
};

/** What the events of this name say, of blocks from this one on. */
const said = async (first, method) => {
	const found = [];
	for (let number = first; number <= (await head()); number++) {
		for (const event of await eventsAt(api, await hash(number))) {
			if (event.section !== 'emergencies' || event.method !== method) continue;
			found.push({ number, ...(await saidBy(api, [event], 'emergencies', method)) });
		}
	}
	return found;
};

/** The transaction without a signature by which a plan came, and the block that holds it. */
const postOf = async (number) => {
	const { block } = await api.rpc.chain.getBlock(await hash(number));
	const isPost = ({ method: { section, method } }) => section === 'emergencies' && method === 'postPlan';
	return block.extrinsics.find(isPost);
};

/** What the pool says of a call without a signature on the state of a block: `Valid`, or the name of an error. */
const verdictOf = async (call, at) => {
	const answer = await verdict(api, await unsigned(api, call), at);
	return typeof answer === 'number' ? errorAt(api, 'emergencies', answer) : answer;
};

/** The same of a plan. */
const verdictOn = (plan, at, discriminator = 0) =>
	verdictOf(api.tx.emergencies.postPlan(plan, discriminator), at);

/** A copy that was tampered with. */
const changed = (plan, change) => {
	const copy = structuredClone(plan);
	change(copy);
	return copy;
};

const pair = (from, demand) => ({ supply: from, demand });
const flow = (from, demand, quantity) => ({ ...pair(from, demand), quantity });

/** The errors with which lines were skipped, each once. */
const skippedWith = (lines) => {
	const errors = lines.flatMap(({ outcome }) => outcome?.Skipped?.error ?? []);
	return [...new Set(errors.map((error) => nameOf(api, error)))].sort();
};

/** How many units the transfers of lines carry, of those that were made. */
const made = (lines) => lines.reduce((sum, { outcome }) => sum + (outcome?.Made?.quantity ?? 0n), 0n);

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	const own = (identity) => ({ ...identity, donor: null });
	lots.first = await registerGoods(api, donor, 500, masks(inDays(400)));
	lots.second = await registerGoods(api, supplier, 500, own(masks(inDays(500))));
	lots.third = await registerGoods(api, relief, 500, own(masks(inDays(300))));
	lots.last = await registerGoods(api, donor, 500, masks(inDays(600)));
	await letOpen(api, hubei);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('the worker proves a plan that delivers twice as much as the greedy one, without a signature', async () => {
	await startOver();
	// The first one expires first, and is for both; the second one is for those alone that cannot wait.
	const urgent = await publish(api, hospital, 10, { priority: 'Stat' });
	const other = await publish(api, otherHospital, 10);
	const first = await offer(api, donor, lots.first, 10);
	const second = await offer(api, supplier, lots.second, 10, { scope: { ...everybody, priority: 'Stat' } });
	const opened = await head();
	const allocation = (allocations.proven = await open(api, hubei, emergency));
	const { how, method, lines: count } = await whenEnded(api, allocation);
	assert.deepEqual([how, method, count], ['Allocated', 'Proven', 2]);
	const lines = await linesOf(api, allocation);
	assert.deepEqual(
		lines.map(({ offer: from, need, quantity, state }) => [from, need, quantity, state]),
		[
			[first, other, 10n, 'Reserved'],
			[second, urgent, 10n, 'Reserved'],
		],
	);
	[fromDonor, fromSupplier] = lines.map(({ kilometres }) => kilometres);

	problem = await problemOf(api, allocation);
	const { shares, flows, isPossible, isBest } = await recomputed(problem);
	assert.deepEqual([shares, isPossible, isBest], [[10, 10], true, true]);
	// The greedy plan gives what expires first to the first need, and the other one gets nothing.
	assert.deepEqual(flows, [[0, 0, 10]]);

	const [{ number, unitKm, ...event }] = await said(opened, 'PlanPosted');
	assert.equal(event.allocation, allocation);
	assert.equal(unitKm, BigInt(10 * (fromDonor + fromSupplier)));
	const { unitKm: gone, leastKm } = await qualityOf(api, allocation);
	assert.deepEqual([gone, leastKm], [unitKm, unitKm]);
	const transaction = await postOf(number);
	assert.ok(!transaction.isSigned);
	const { entries } = await history(api, { Allocation: allocation });
	const record = entries.map((entry) => entry.record).find(({ action }) => action === 'PlanPosted');
	assert.equal(record.actor, 'Proof');

	const [plan, discriminator] = transaction.method.args.map((each) => each.toJSON());
	posted = { plan, discriminator, on: await hash(number - 1) };
	assert.deepEqual(plan.flows, [flow(0, 1, 10), flow(1, 0, 10)]);
	assert.equal(plan.fingerprint, problem.fingerprint);
	assert.equal(await fingerprintOf(allocation, problem), problem.fingerprint);
});

test('what was tampered with is taken neither by the pool nor by a block, for what is wrong with it', async () => {
	const { plan, discriminator, on } = posted;
	assert.equal(await verdictOn(plan, on, discriminator), 'Valid');
	const zeros = { supplyPrices: [0, 0], demandPrices: [0, 0] };
	for (const [what, change, error] of [
		['an answer to something else', (it) => (it.fingerprint = `0x${'00'.repeat(32)}`), 'WrongFingerprint'],
		['a price less', (it) => it.supplyPrices.pop(), 'PriceCountWrong'],
		['a price too high', (it) => (it.demandPrices[1] = UNIT + 1), 'PriceTooHigh'],
		['another order', (it) => it.flows.reverse(), 'FlowsNotAscending'],
		['a need that there is not', (it) => (it.flows[1].demand = 2), 'NoSuchPair'],
		['a flow of nothing', (it) => (it.flows[1].quantity = 0), 'EmptyFlow'],
		['more than there is', (it) => (it.flows[0].quantity = 11), 'SupplyExceeded'],
		['more than the share', (it) => (it.flows[0].demand = 0), 'DemandExceeded'],
		[
			'another price',
			(it) => {
				// One of both is above zero.
				if (it.supplyPrices[0] > 0) it.supplyPrices[0] -= 1;
				else it.demandPrices[1] -= 1;
			},
			'NotTight',
		],
		[
			'something left over, of which a unit is to be worth something',
			(it) => Object.assign(it, { flows: [], ...zeros, supplyPrices: [1, 0] }),
			'SupplyLeft',
		],
		[
			'something open, of which a unit is to be worth something',
			(it) => Object.assign(it, { flows: [], ...zeros, demandPrices: [0, 1] }),
			'DemandOpen',
		],
		['nothing', (it) => Object.assign(it, { flows: [], ...zeros }), 'NotOptimal'],
		[
			'the greedy plan',
			(it) =>
				Object.assign(it, {
					flows: [flow(0, 0, 10)],
					...{ supplyPrices: [0, 0], demandPrices: [UNIT - fromDonor, 0] },
				}),
			'NotOptimal',
		],
		[
			'an offer to whom it is not for',
			(it) =>
				Object.assign(it, {
					flows: [flow(0, 0, 10), flow(1, 1, 10)],
					...{ supplyPrices: [0, 0] },
					...{ demandPrices: [UNIT - fromDonor, UNIT - RANK - fromSupplier] },
				}),
			'PairForbidden',
		],
		['a bar that is none', (it) => (it.bars = [{ supply: 0, demand: 0 }]), 'NotBarred'],
	]) {
		assert.equal(await verdictOn(changed(plan, change), on), `emergencies.${error}`, what);
	}
});

test('the same plan once more is refused, and nothing changes', async () => {
	const { plan, discriminator } = posted;
	const again = api.tx.emergencies.postPlan(plan, discriminator + 1);
	const bytes = await unsigned(api, again);
	assert.equal(
		await verdictOn(plan, await api.rpc.chain.getBlockHash(), discriminator + 1),
		'emergencies.NotDeciding',
	);
	await assert.rejects(submit(node.endpoint, bytes), /Custom error/);
	await allRefused(api, [
		[stranger, submitting(api, plan), 'emergencies.NotDeciding'],
		[stranger, again, 'BadOrigin'],
		[stranger, api.tx.emergencies.postBars(allocations.proven, plan.fingerprint, [], 0), 'BadOrigin'],
		[stranger, barring(api, allocations.proven, plan.fingerprint, [pair(0, 0)]), 'emergencies.NotDeciding'],
	]);
});

test('where no worker runs, whoever signs a plan that is none is told what is wrong with it', async () => {
	rule = await writeRule(api, donor.agent, mask, [must(ofKind('Receiver', 'Hospital'))]);
	await startOver();
	await restart(false);
	const wanted = await publish(api, hospital, 10);
	await publish(api, laboratory, 10);
	await offer(api, donor, lots.first, 20);
	const allocation = (allocations.greedy = await open(api, hubei, emergency));
	problem = await whenDeciding(api, allocation);
	assert.equal(problem.needs[0].need, wanted);
	assert.deepEqual([mayGo(problem, 0, 0), mayGo(problem, 0, 1)], [true, true]);

	const price = UNIT - fromDonor;
	const plan = (flows, supplyPrices, demandPrices) =>
		planFor(allocation, problem, { flows, supplyPrices, demandPrices });
	const stale = { ...posted.plan, allocation };
	const of = (call, name) => [stranger, call, `emergencies.${name}`];
	const bars = (pairs, fingerprint = problem.fingerprint) =>
		barring(api, allocation, fingerprint, pairs.map(([from, demand]) => pair(from, demand)));
	const suboptimal = plan([flow(0, 0, 10)], [0], [price, 0]);
	await allRefused(api, [
		of(submitting(api, stale), 'WrongFingerprint'),
		of(submitting(api, posted.plan), 'NotDeciding'),
		of(submitting(api, plan([flow(0, 0, 10), flow(0, 1, 11)], [0], [price, price])), 'SupplyExceeded'),
		of(submitting(api, plan([flow(0, 0, 10), flow(0, 1, 10)], [0], [price, price - 1])), 'NotTight'),
		of(submitting(api, plan([flow(0, 0, 10)], [0], [price, price])), 'DemandOpen'),
		of(submitting(api, suboptimal), 'NotOptimal'),
		of(bars([]), 'NoBars'),
		of(bars([[0, 2]]), 'NoSuchPair'),
		of(bars([[0, 0]]), 'NotBarred'),
		of(bars([[0, 1]], posted.plan.fingerprint), 'WrongFingerprint'),
		// A plan is waited for, and nobody can hasten that.
		of(advancing(api, allocation), 'NothingToDo'),
	]);
	assert.deepEqual(await explained(api, suboptimal), ['NotOptimal']);
	assert.deepEqual(await explained(api, stale), ['WrongFingerprint']);
	// Without a signature, what is wrong with bars is told by the pool.
	const on = await api.rpc.chain.getBlockHash();
	for (const [pairs, said] of [
		[[pair(0, 1)], 'Valid'],
		[[pair(0, 0)], 'emergencies.NotBarred'],
		[Array(16).fill(pair(0, 1)), 'emergencies.TooManyBars'],
	]) {
		const post = api.tx.emergencies.postBars(allocation, problem.fingerprint, pairs, 0);
		assert.equal(await verdictOf(post, on), said);
	}
	const bytes = await unsigned(api, api.tx.emergencies.postPlan(suboptimal, 0));
	await assert.rejects(submit(node.endpoint, bytes), /Custom error/);
});

test('a plan that the rules forbid is dropped, and not taken again', async () => {
	const allocation = allocations.greedy;
	const first = await head();
	// It knows no rules, and gives ten to the hospital and ten to the laboratory.
	const naive = planFor(allocation, problem, await bestPlan(problem));
	assert.deepEqual(naive.flows, [flow(0, 0, 10), flow(0, 1, 10)]);
	assert.deepEqual(await explained(api, naive), []);
	await send(api, stranger, submitting(api, naive));
	const found = await until('what the rules say', async () => {
		const now = await problemOf(api, allocation);
		return !mayGo(now, 0, 1) && now;
	});
	assert.ok(mayGo(found, 0, 0));
	const [dropped] = await said(first, 'CandidateDropped');
	const [{ offer: from }, { need }] = [problem.offers[0], problem.needs[1]];
	assert.deepEqual([dropped.allocation, dropped.offer, dropped.need], [allocation, from, need]);
	const { stage } = await allocationOf(api, allocation);
	assert.equal(stage.Deciding.asked, null);
	assert.deepEqual(await explained(api, naive), ['PairForbidden']);
	await refused(stranger, submitting(api, naive), 'emergencies.PairForbidden');
});

test('when nobody proves a plan in time, the greedy one is carried out, and it is told that it is that', async () => {
	const allocation = allocations.greedy;
	const { how, method } = await whenEnded(api, allocation, 2 * PROVING);
	assert.deepEqual([how, method], ['Allocated', 'Greedy']);
	const lines = await linesOf(api, allocation);
	assert.deepEqual(
		lines.map(({ giver, receiver, quantity, state }) => [giver, receiver, quantity, state]),
		[[donor.id, hospital.id, 10n, 'Reserved']],
	);
	const { leastKm } = await qualityOf(api, allocation);
	assert.equal(leastKm, null);
	const decided = await problemOf(api, allocation);
	const { flows } = await recomputed(decided);
	assert.deepEqual(
		flows,
		decided.lines.map(({ supply: from, demand, quantity }) => [from, demand, Number(quantity)]),
	);
	// The laboratory has a share that no plan could deliver, and it is told so.
	const [, { need, offers, planned }] = await sharesOf(api, allocation);
	assert.deepEqual([need.share, offers, planned], [10n, 0, 0n]);
});

test('a worker that comes back in the middle finds the best plan of what is allowed, whatever was posted', async () => {
	await startOver();
	await publish(api, hospital, 30);
	await publish(api, otherHospital, 10);
	const barred = await publish(api, laboratory, 10);
	const toHospitals = { scope: { ...everybody, kinds: ['Hospital'] } };
	// The laboratory may have of the donor alone, whose rule forbids it, and whose goods expire last.
	await offer(api, donor, lots.last, 20);
	await offer(api, supplier, lots.second, 10, toHospitals);
	const withdrawn = await offer(api, relief, lots.third, 10, toHospitals);
	const suspend = await ready(api, api.tx.registry.suspendInstitution(supplier.id));
	const first = await head();
	const allocation = (allocations.restarted = await open(api, hubei, emergency));
	problem = await whenDeciding(api, allocation);
	const naive = planFor(allocation, problem, await bestPlan(problem));
	await send(api, stranger, submitting(api, naive));
	await send(api, relief.agent, api.tx.needs.withdrawOffer(withdrawn));
	await suspend();
	await restart(true);
	const { how, method } = await whenEnded(api, allocation);
	assert.deepEqual([how, method], ['Allocated', 'Proven']);

	const decided = await problemOf(api, allocation);
	const { isPossible, isBest } = await recomputed(decided);
	assert.deepEqual([isPossible, isBest], [true, true]);
	assert.ok(decided.needs.every(({ need, share }) => need !== barred || share === 10n));
	const lines = await linesOf(api, allocation);
	assert.ok(lines.every(({ need }) => need !== barred));
	// Thirty, of which ten were withdrawn, and ten are of an institution that is suspended.
	assert.equal(lines.reduce((sum, { quantity }) => sum + quantity, 0n), 30n);
	// Of a suspended giver a worker has what is left released, as soon as it comes to that.
	const reasons = ['circulation.SenderSuspended', 'needs.Ended'];
	assert.ok(skippedWith(lines).every((reason) => reasons.includes(reason)));
	assert.equal(made(lines), 10n);
	const posts = await said(first, 'PlanPosted');
	assert.ok(posts.length >= 2, 'a stranger posted one, and the worker another one');
	await decide(api, api.tx.registry.reinstateInstitution(supplier.id));
});

test('bars that are true are taken from anybody, and a plan that goes by them is carried out', async () => {
	await startOver();
	await restart(false);
	await publish(api, hospital, 10);
	await publish(api, laboratory, 10);
	await offer(api, donor, lots.first, 20);
	const first = await head();
	const allocation = await open(api, hubei, emergency);
	const { fingerprint } = await whenDeciding(api, allocation);
	await send(api, stranger, barring(api, allocation, fingerprint, [pair(0, 1)]));
	const [{ pairs }] = await said(first, 'PairsBarred');
	assert.equal(pairs, 1);
	const known = await problemOf(api, allocation);
	assert.equal(known.fingerprint, fingerprint);
	const plan = planFor(allocation, known, await bestPlan(known));
	assert.deepEqual(plan.flows, [flow(0, 0, 10)]);
	const { events } = await send(api, stranger, submitting(api, plan));
	const { unitKm } = await saidBy(api, events, 'emergencies', 'PlanPosted');
	assert.equal(unitKm, BigInt(10 * fromDonor));
	const { how, method } = await whenEnded(api, allocation);
	assert.deepEqual([how, method], ['Allocated', 'Proven']);
	const actors = (await history(api, { Allocation: allocation })).entries.map(({ record }) => [
		...[record.action, record.actor],
	]);
	const by = { Account: stranger.address };
	for (const action of ['PairsBarred', 'PlanPosted']) {
		assert.deepEqual(
			actors.find(([each]) => each === action),
			[action, by],
		);
	}
});

test('a bar of no use is refused although it is true, and a second plan while one stands', async () => {
	await startOver();
	await publish(api, otherHospital, 10);
	await publish(api, laboratory, 10, { priority: 'Stat' });
	// The laboratory, to which the donor must not give, has all of what expires first.
	await offer(api, donor, lots.first, 10);
	await offer(api, relief, lots.third, 10, { scope: { ...everybody, priority: 'Stat' } });
	const allocation = await open(api, hubei, emergency);
	const found = await whenDeciding(api, allocation);
	const mayGoTo = [0, 1].map((from) => [0, 1].map((need) => mayGo(found, from, need)));
	assert.deepEqual(mayGoTo, [
		[true, true],
		[false, true],
	]);
	const demandPrices = [UNIT - RANK - kilometresOf(found, 0, 0), UNIT - kilometresOf(found, 1, 1)];
	const proof = { flows: [flow(0, 0, 10), flow(1, 1, 10)], supplyPrices: [0, 0], demandPrices };
	const plan = planFor(allocation, found, proof);
	const idle = planFor(allocation, found, { ...proof, bars: [pair(0, 1)] });
	assert.deepEqual(await explained(api, plan), []);
	assert.deepEqual(await explained(api, idle), ['BarIdle']);
	await allRefused(api, [
		[stranger, submitting(api, idle), 'emergencies.BarIdle'],
		// A block asks the rules about it at its end: both are in one.
		[
			stranger,
			api.tx.utility.batchAll([submitting(api, plan), submitting(api, plan)]),
			'emergencies.CandidateStands',
		],
	]);
	await send(api, stranger, submitting(api, plan));
	const { how, method } = await whenEnded(api, allocation);
	assert.deepEqual([how, method], ['Allocated', 'Proven']);
	assert.equal(made(await linesOf(api, allocation)), 20n);
	await send(api, donor.agent, api.tx.rules.withdrawRule(rule));
});
