// Allocations: who opens one; that what is lacking is shared by urgency and use, by a plan that the node's worker
// proves to be the best one; what becomes of it, and of what is still lacking; and how one ends while something else
// happens: an offer withdrawn, a giver suspended, the node cut off, the emergency over, the chain in the safe mode.
// What else somebody posts is in plans.test.mjs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	chainTime,
	connect,
	finalReport,
	history,
	nameOf,
	Refused,
	saidBy,
	send,
	stored,
	view,
} from '@salus/client';
import { commissionOf, commissions } from '../support/assembly.mjs';
import { blocksAfter } from '../support/blocks.mjs';
import {
	arrived,
	carrier,
	classes,
	council,
	donor,
	hospital,
	inDays,
	laboratory,
	masks,
	otherHospital,
	relief,
	rounds,
	stranger,
	suits,
	supplier,
} from '../support/cast.mjs';
import { decide, ready as readyMotion } from '../support/council.mjs';
import {
	advancing,
	allocationOf,
	byAssembly,
	declare,
	declareAnew as declareNext,
	letOpen,
	linesOf,
	LONGEST_ALLOCATION,
	open,
	opening,
	problemOf,
	qualityOf,
	sharesOf,
	whenEnded,
	whenIt,
} from '../support/emergencies.mjs';
import { offer, publish, supply } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { fingerprintOf, recomputed } from '../support/recomputed.mjs';
import { allRefused, refused as refusedBy } from '../support/refusal.mjs';
import { dispatch, event, fund, receive, registerGoods } from '../support/steps.mjs';
import { enteringUse } from '../support/use.mjs';

const { mask, suit, bed } = classes;
/** One more than allocations may run at a time. */
const five = [mask, suit, classes.testKit, classes.ventilator, classes.concentrator];

const YEAR = 365 * 86_400_000;

/** Needs without a history may ask for so much. */
const BOUND = 10_000;
/** As many offers of one giver as an allocation keeps. */
const OF_GIVER = 16;

const hubei = commissionOf('CN-HB');
const shanghai = commissionOf('CN-SH');
/** All other commissions, who give a little each. */
const crowd = commissions.filter((each) => each !== hubei && each !== shanghai);
/** How many units they and two others offer, a unit in each offer: an allocation takes several blocks for them. */
const MANY = (crowd.length + 2) * OF_GIVER;

let database, node, api, emergency;

/** What the tests share: lots, needs, offers, allocations, and what the first of these decided about. */
const [lots, needs, offers, allocations] = [{}, {}, {}, {}];
let problem;

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const taking = (from, need, quantity) => api.tx.needs.take(from, need, quantity);
const needOf = (id) => view(api, 'Needs', 'need', id);
const offerOf = (id) => view(api, 'Needs', 'offer', id);
const transferOf = (id) => view(api, 'Circulation', 'transfer', id);
const archiving = (id) => api.tx.emergencies.archiveAllocation(id, `0x${'00'.repeat(32)}`);
const forgetting = (id) => api.tx.emergencies.forgetAllocation(id);

/** What sending is refused with; null if it is not. */
const refusalOf = (sending) =>
	sending.then(
		() => null,
		(error) => {
			if (!(error instanceof Refused)) throw error;
			return error.refusal;
		},
	);

/** The next emergency of these classes, in which they can be allocated anew. */
const declareAnew = async (of) => {
	emergency = await declareNext(api, emergency, of);
};

const ready = (call, seats) => readyMotion(api, call, seats);

/** As many offers of a giver as an allocation keeps, of a unit each; answers with them. */
const offerMany = async ({ agent }, lot) => {
	const calls = Array.from({ length: OF_GIVER }, () => api.tx.needs.makeOffer(supply(lot, 1)));
	const { events } = await send(api, agent, api.tx.utility.batchAll(calls));
	const made = events.filter(({ section, method }) => section === 'needs' && method === 'OfferMade');
	const said = await Promise.all(made.map((each) => saidBy(api, [each], 'needs', 'OfferMade')));
	return said.map((each) => each.offer);
};

/** The same of each of the crowd, of its masks or its suits. */
const offerByCrowd = (of) => Promise.all(crowd.map((giver) => offerMany(giver, giver[of])));

/** Waits until an allocation has a plan, whose lines come next. */
const whenUnderWay = (allocation) =>
	whenIt(api, allocation, 'a plan', ({ Deciding, CarryingOut }) => {
		const hasPlan = Deciding && Deciding.asked !== null;
		return hasPlan || CarryingOut;
	});

/** Who needs something: the party with this identifier. */
const receiverOf = ({ receiver }) => [hospital, otherHospital, laboratory].find(({ id }) => id === receiver);

/** How much lines come to for each offer, or for each need. */
const sumsBy = (lines, side) => {
	const sums = new Map();
	for (const line of lines) sums.set(line[side], (sums.get(line[side]) ?? 0n) + line.quantity);
	return sums;
};

/** How many units the transfers of lines carry, of those that were made. */
const made = (lines) => lines.reduce((sum, { outcome }) => sum + (outcome?.Made?.quantity ?? 0n), 0n);

/** The errors with which lines were skipped, each once. */
const skippedWith = (lines) => {
	const errors = lines.flatMap(({ outcome }) => outcome?.Skipped?.error ?? []);
	return [...new Set(errors.map((error) => nameOf(api, error)))].sort();
};

/** What the trail says of an allocation, the oldest first: each action with who did it. */
const actionsOf = async (allocation) => {
	const { entries } = await history(api, { Allocation: allocation });
	return entries.map(({ record }) => [record.action, record.actor]).reverse();
};

/** Root does something: the council says that it is urgent, the assembly that it is done. */
const asRoot = async (call) => {
	await decide(api, api.tx.whitelist.whitelistCall(call.method.hash), council.slice(0, 4));
	return byAssembly(api, api.tx.whitelist.dispatchWhitelistedCallWithPreimage(call));
};

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	const own = (identity) => ({ ...identity, donor: null });
	lots.first = await registerGoods(api, donor, 250, masks(inDays(400)));
	lots.second = await registerGoods(api, relief, 150, own(masks(inDays(500))));
	lots.third = await registerGoods(api, supplier, 200, own(masks(inDays(600))));
	await registerGoods(api, hospital, 5, own(masks()));
	lots.donors = await registerGoods(api, donor, 2_000, masks());
	lots.suppliers = await registerGoods(api, supplier, 2_000, own(masks()));
	lots.reliefs = await registerGoods(api, relief, 2_000, own(masks()));
	lots.reliefSuits = await registerGoods(api, relief, 2_000, suits());
	lots.carrierSuits = await registerGoods(api, carrier, 2_000, suits());
	lots.laboratorySuits = await registerGoods(api, laboratory, 2_000, suits());
	await Promise.all(
		crowd.map(async (giver) => {
			const roles = ['Admin', 'Stock', 'Dispatch', 'Statistics', 'Vote'];
			await send(api, giver.agent, api.tx.registry.changeRoles(giver.agent.address, roles));
			giver.masks = await registerGoods(api, giver, 500, own(masks()));
			giver.suits = await registerGoods(api, giver, 500, suits());
		}),
	);
	const bounds = [mask, suit].map((each) => api.tx.needs.setNeedBound(each, BOUND));
	await decide(api, api.tx.utility.batchAll(bounds));
	// Ten a day, and thirty.
	await asRoot(
		await enteringUse(api, mask, [
			[hospital.id, 10_000],
			[otherHospital.id, 30_000],
		]),
	);
	await declareAnew(five);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('a health commission of one of its regions and the council by its majority open one, and nobody else', async () => {
	await refused(hubei.agent, opening(api, emergency), 'registry.NotAuthorized');
	for (const commission of [hubei, shanghai]) await letOpen(api, commission);
	const openingAll = five.map((each) => opening(api, emergency, each));
	await allRefused(api, [
		[stranger, opening(api, emergency), 'registry.NotAgent'],
		// It may dispatch, but is no commission.
		[donor.agent, opening(api, emergency), 'emergencies.NotAuthorized'],
		[hospital.agent, opening(api, emergency), 'emergencies.NotAuthorized'],
		[shanghai.agent, opening(api, emergency), 'emergencies.NotAuthorized'],
		[hubei.agent, opening(api, 99), 'emergencies.EmergencyNotFound'],
		[hubei.agent, opening(api, emergency, bed), 'emergencies.ClassNotCovered'],
		[hubei.agent, api.tx.utility.batchAll(openingAll), 'emergencies.TooManyRunning'],
		[stranger, advancing(api, 99), 'emergencies.AllocationNotFound'],
		[stranger, archiving(99), 'emergencies.AllocationNotFound'],
		[stranger, forgetting(99), 'emergencies.NotArchived'],
	]);
	const call = opening(api, emergency, suit);
	await assert.rejects(decide(api, call, council.slice(0, 2)), { refusal: 'BadOrigin' });
	assert.equal(await stored(api, 'emergencies', 'nextAllocationId'), 0);
});

test('where nobody offers anything, nothing is shared, nothing is kept, and it is not opened again at once', async () => {
	needs.suits = await publish(api, laboratory, 10, { class: suit });
	const { events } = await decide(api, opening(api, emergency, suit));
	const said = await saidBy(api, events, 'emergencies', 'AllocationOpened');
	assert.deepEqual([said.emergency, said.class], [emergency, suit]);
	const { how, needs: gathered, lines } = await whenEnded(api, said.allocation);
	assert.deepEqual([how, gathered, lines], ['NothingToShare', 0, 0]);
	assert.deepEqual(await view(api, 'Emergencies', 'running'), []);
	await allRefused(api, [
		[hubei.agent, opening(api, emergency, suit), 'emergencies.TooSoon'],
		[stranger, advancing(api, said.allocation), 'emergencies.AllocationEnded'],
		[stranger, archiving(said.allocation), 'emergencies.DigestMismatch'],
	]);
	const digest = await view(api, 'Emergencies', 'archive_digest', said.allocation);
	await send(api, stranger, api.tx.emergencies.archiveAllocation(said.allocation, digest));
	await send(api, laboratory.agent, api.tx.needs.closeNeed(needs.suits));
});

test('what is lacking is shared by urgency and use, and the worker proves which offer goes to whom', async () => {
	needs.urgent = await publish(api, laboratory, 100, { priority: 'Stat' });
	needs.smaller = await publish(api, hospital, 300);
	needs.larger = await publish(api, otherHospital, 600);
	offers.third = await offer(api, supplier, lots.third, 200);
	offers.first = await offer(api, donor, lots.first, 250);
	offers.second = await offer(api, relief, lots.second, 150);
	const allocation = (allocations.first = await open(api, hubei, emergency));
	const ended = await whenEnded(api, allocation);
	assert.deepEqual([ended.how, ended.method], ['Allocated', 'Proven']);
	assert.deepEqual([ended.needs, ended.offers, ended.lines, ended.leftOut], [3, 3, 5, 0]);

	// What cannot wait gets all. Of the 500 that are left, a fourth goes to who uses ten a day, and the rest to
	// who uses thirty.
	const shares = await sharesOf(api, allocation);
	assert.deepEqual(
		shares.map(({ need: { need, asked, share, promised }, ...rest }) => [
			...[need, asked, share, promised, rest.offers],
			...[rest.planned, rest.skipped.length, rest.unsent],
		]),
		[
			[needs.urgent, 100n, 100n, 100n, 3, 100n, 0, 0n],
			[needs.smaller, 300n, 125n, 125n, 3, 125n, 0, 0n],
			[needs.larger, 600n, 375n, 375n, 3, 375n, 0, 0n],
		],
	);

	// All who need something are in Hubei: each plan that gives all is as good as any other.
	const lines = await linesOf(api, allocation);
	assert.deepEqual(
		sumsBy(lines, 'offer'),
		new Map([
			[offers.third, 200n],
			[offers.first, 250n],
			[offers.second, 150n],
		]),
	);
	assert.deepEqual(skippedWith(lines), []);
	assert.equal(made(lines), 600n);
});

test('a program of its own comes to the same shares and the same figures, and finds no better plan', async () => {
	problem = await problemOf(api, allocations.first);
	const { shares, isPossible, isBest, gini, unitKm } = await recomputed(problem);
	const figures = { gini, unitKm };
	assert.deepEqual(
		shares,
		problem.needs.map(({ share }) => Number(share)),
	);
	assert.deepEqual([isPossible, isBest], [true, true]);
	const { fingerprint } = await allocationOf(api, allocations.first);
	assert.equal(problem.fingerprint, fingerprint);
	assert.equal(await fingerprintOf(allocations.first, problem), fingerprint);
	const quality = await qualityOf(api, allocations.first);
	assert.deepEqual(figures, { gini: quality.gini, unitKm: Number(quality.unitKm) });
});

test('its figures say how well it did, of all, of those who had nothing, by region and by kind', async () => {
	const quality = await qualityOf(api, allocations.first);
	const { all, ofThoseWithout, unitKm, leastKm, unitDaysHeld, groups } = quality;
	assert.deepEqual(all, { asked: 1_000n, shared: 600n, promised: 600n });
	// The hospital had five.
	assert.deepEqual(ofThoseWithout, { asked: 700n, shared: 475n, promised: 475n });
	// Every line was carried out, so that goods go no farther than has been proven to be the least.
	assert.ok(unitKm > 0n);
	assert.deepEqual([leastKm, unitDaysHeld], [unitKm, 0n]);
	const byGroup = new Map(groups.map(({ group, fill: filled }) => [Object.values(group)[0], filled]));
	assert.deepEqual(byGroup.get('CN-HB'), all);
	assert.deepEqual(byGroup.get('Hospital'), { asked: 900n, shared: 500n, promised: 500n });
	assert.deepEqual(byGroup.get('DiseaseControlCentre'), { asked: 100n, shared: 100n, promised: 100n });
});

test('its lines are accepted transfers, promised to the needs; what is still lacking is asked of the country', async () => {
	const lines = await linesOf(api, allocations.first);
	for (const { need, quantity, giver, outcome } of lines) {
		const transfer = await transferOf(outcome.Made.transfer);
		assert.deepEqual(
			[transfer.status, transfer.sender, transfer.serves.need],
			['Accepted', giver, need],
		);
		assert.equal(transfer.legs[0].quantity, quantity);
		const [{ record }] = (await history(api, { Transfer: outcome.Made.transfer })).entries;
		assert.deepEqual(
			[record.action, record.actor],
			['LinesAllocated', { Allocation: allocations.first }],
		);
	}
	for (const [need, open, region] of [
		[needs.urgent, 0n, 'CN-HB'],
		[needs.smaller, 175n, 'CN'],
		[needs.larger, 225n, 'CN'],
	]) {
		const found = await needOf(need);
		assert.deepEqual([found.open, found.need.region], [open, region]);
	}
	const actions = await actionsOf(allocations.first);
	assert.deepEqual(actions[0], ['AllocationOpened', { Account: hubei.agent.address }]);
	assert.deepEqual(
		actions.find(([each]) => each === 'PlanPosted'),
		['PlanPosted', 'Proof'],
	);
	const own = { Allocation: allocations.first };
	for (const action of ['LinesAllocated', 'NeedsEscalated', 'AllocationEnded']) {
		assert.deepEqual(
			actions.find(([each]) => each === action),
			[action, own],
		);
	}
});

test('a giver withdraws: its goods are offered again, the need is open again, and the line says so', async () => {
	const lines = await linesOf(api, allocations.first);
	const { line, need, quantity, outcome } = lines.find(({ giver }) => giver === supplier.id);
	const { transfer } = outcome.Made;
	const before = (await needOf(need)).open;
	const { events } = await send(api, supplier.agent, api.tx.circulation.withdraw(transfer));
	const said = await saidBy(api, events, 'emergencies', 'LineUnsent');
	assert.deepEqual([said.allocation, said.line, said.transfer], [allocations.first, line, transfer]);
	assert.equal((await needOf(need)).open, before + quantity);
	assert.equal((await offerOf(offers.third)).left, quantity);
	const unsent = (await linesOf(api, allocations.first))[line];
	assert.deepEqual([unsent.state, unsent.outcome], ['Unsent', { Unsent: { transfer, quantity } }]);
	// Whoever needs it takes it.
	await send(api, receiverOf(unsent).agent, taking(offers.third, need, quantity));
});

test('what leaves arrives as by any transfer', async () => {
	const before = await linesOf(api, allocations.first);
	const line = before.find(({ giver }) => giver === donor.id);
	const { transfer } = line.outcome.Made;
	await dispatch(api, transfer, event(), donor.agent);
	await receive(api, transfer, [arrived(line.quantity)], receiverOf(line).agent);
	const { need } = await needOf(line.need);
	assert.equal(need.delivered, line.quantity);
	const lines = await linesOf(api, allocations.first);
	assert.equal(lines[line.line].state, 'Arrived');
	const rest = lines.filter((each) => each.line !== line.line).map(({ state }) => state);
	assert.deepEqual([...new Set(rest)].sort(), ['Reserved', 'Unsent']);
	// What it decided does not change with that.
	assert.equal((await allocationOf(api, allocations.first)).stage.Ended.how, 'Allocated');
	await allRefused(api, [
		[hubei.agent, opening(api, emergency), 'emergencies.TooSoon'],
		[stranger, archiving(allocations.first), 'emergencies.RetentionNotOver'],
		[stranger, forgetting(allocations.first), 'emergencies.NotArchived'],
		[stranger, advancing(api, allocations.first), 'emergencies.AllocationEnded'],
	]);
});

test('while it runs nobody takes what it decides about, an offer is withdrawn, and a giver suspended', async () => {
	await send(api, hospital.agent, api.tx.needs.closeNeed(needs.smaller));
	await send(api, otherHospital.agent, api.tx.needs.closeNeed(needs.larger));
	await declareAnew([mask, suit]);
	needs.many = await publish(api, laboratory, MANY);
	await offerByCrowd('masks');
	const given = await offerMany(donor, lots.donors);
	const sold = await offerMany(supplier, lots.suppliers);
	const suspend = await ready(api.tx.registry.suspendInstitution(supplier.id));
	const allocation = (allocations.disturbed = await open(api, hubei, emergency));
	await whenUnderWay(allocation);
	const frozen = api.tx.needs.take(sold.at(-1), needs.many, 1);
	const [taken, again, archived, withdrawn, suspended, pushed] = await Promise.all([
		refusalOf(send(api, laboratory.agent, frozen)),
		refusalOf(send(api, hubei.agent, opening(api, emergency))),
		refusalOf(send(api, carrier.agent, archiving(allocation))),
		send(api, donor.agent, api.tx.needs.withdrawOffer(given.at(-1))),
		suspend(),
		send(api, stranger, advancing(api, allocation, 16)),
	]);
	assert.equal(taken, 'needs.Frozen');
	assert.equal(again, 'emergencies.AlreadyRunning');
	assert.equal(archived, 'emergencies.AllocationRunning');
	assert.ok(withdrawn.block && suspended.block);
	const { actualFee } = await saidBy(api, pushed.events, 'transactionPayment', 'TransactionFeePaid');
	assert.equal(actualFee, 0n);

	const { how, lines: count } = await whenEnded(api, allocation);
	assert.equal(how, 'Allocated');
	const lines = await linesOf(api, allocation);
	assert.deepEqual([count, lines.length], [MANY, MANY]);
	const ofOffer = (id) => lines.find((line) => line.offer === id);
	// It was among the last, and not carried out by then.
	assert.equal(nameOf(api, ofOffer(given.at(-1)).outcome.Skipped.error), 'needs.Ended');
	assert.ok('Made' in ofOffer(given[0]).outcome);
	// Of a suspended giver a worker has what is left released, as soon as it comes to that.
	const why = nameOf(api, ofOffer(sold.at(-1)).outcome.Skipped.error);
	assert.ok(['circulation.SenderSuspended', 'needs.Ended'].includes(why), why);
	const promised = made(lines);
	const all = BigInt(MANY);
	assert.ok(promised > 0n && promised < all);
	const [{ need: frozenNeed, planned, skipped }] = await sharesOf(api, allocation);
	const { asked, share } = frozenNeed;
	assert.deepEqual([asked, share, planned, frozenNeed.promised], [all, all, all, promised]);
	assert.equal(BigInt(skipped.length), all - promised);
	const { open: lacking, need } = await needOf(needs.many);
	assert.deepEqual([lacking, need.region], [all - promised, 'CN']);
	await decide(api, api.tx.registry.reinstateInstitution(supplier.id));
	// Nothing waits any more.
	const more = await offer(api, donor, lots.donors, 1);
	await send(api, laboratory.agent, taking(more, needs.many, 1));
	await send(api, laboratory.agent, api.tx.needs.closeNeed(needs.many));
});

test('a node that is cut off in the middle goes on where it was', async () => {
	needs.suits = await publish(api, laboratory, MANY, { class: suit });
	await offerByCrowd('suits');
	await offerMany(relief, lots.reliefSuits);
	await offerMany(carrier, lots.carrierSuits);
	const allocation = (allocations.cut = await open(api, hubei, emergency, suit));
	await whenUnderWay(allocation);
	await api.disconnect();
	await node.cut();
	node = await startNode(database);
	api = await connect(node.endpoint);
	const { how } = await whenEnded(api, allocation);
	assert.equal(how, 'Allocated');
	const lines = await linesOf(api, allocation);
	assert.equal(made(lines), BigInt(MANY));
	// Each was made once.
	assert.equal(new Set(lines.map(({ outcome }) => outcome.Made.transfer)).size, MANY);
	const { open: lacking, need } = await needOf(needs.suits);
	assert.deepEqual([lacking, need.promised], [0n, BigInt(MANY)]);
	const decided = await problemOf(api, allocation);
	const { flows, isBest } = await recomputed(decided);
	assert.ok(isBest);
	// To the one need that there is, the greedy plan gives the same.
	assert.deepEqual(
		flows,
		decided.lines.map(({ supply: from, demand, quantity }) => [from, demand, Number(quantity)]),
	);
});

test('when the emergency is over, what is not carried out stays where it is', async () => {
	await byAssembly(api, api.tx.emergencies.callOff(emergency));
	// The council’s own, which it calls off as well.
	emergency = (await declare(api, { classes: [mask, suit] })).emergency;
	const next = await publish(api, laboratory, MANY);
	await offerByCrowd('masks');
	await offerMany(donor, lots.donors);
	const last = (await offerMany(relief, lots.reliefs)).at(-1);
	const callOff = await ready(api.tx.emergencies.callOff(emergency));
	const allocation = (allocations.over = await open(api, hubei, emergency));
	await whenUnderWay(allocation);
	await callOff();
	const { how } = await whenEnded(api, allocation);
	assert.equal(how, 'EmergencyOver');
	const lines = await linesOf(api, allocation);
	const promised = made(lines);
	assert.ok(promised < BigInt(MANY), String(promised));
	assert.equal((await offerOf(last)).left, 1n);
	await allRefused(api, [
		[hubei.agent, opening(api, emergency, suit), 'emergencies.NotInForce'],
		[stranger, advancing(api, allocation), 'emergencies.AllocationEnded'],
	]);
	// Nothing waits for it any more.
	await send(api, laboratory.agent, taking(last, next, 1));
	emergency = undefined;
});

test('in the safe mode nothing is carried out, and what waits is free when its time is over', async () => {
	await declareAnew([suit]);
	const need = await publish(api, hospital, MANY, { class: suit });
	await offerByCrowd('suits');
	await offerMany(carrier, lots.carrierSuits);
	const last = (await offerMany(laboratory, lots.laboratorySuits)).at(-1);
	const enter = await ready(api.tx.safeMode.forceEnter(), 4);
	const allocation = (allocations.late = await open(api, hubei, emergency, suit));
	await whenUnderWay(allocation);
	const { block } = await enter();
	const { carriedOut, releaseAt } = await allocationOf(api, allocation);
	await blocksAfter(api, block, 4);
	const waiting = await allocationOf(api, allocation);
	assert.equal(waiting.carriedOut, carriedOut);
	assert.ok(carriedOut < MANY, String(carriedOut));
	await refused(stranger, advancing(api, allocation), 'system.CallFiltered');

	// No test waits for twenty minutes: it is entered that it was opened before them.
	const entry = (await api.query.emergencies.allocations(allocation)).unwrap();
	entry.set('releaseAt', api.registry.createType('u64', Number(releaseAt) - LONGEST_ALLOCATION));
	const key = api.query.emergencies.allocations.key(allocation);
	await asRoot(api.tx.system.setStorage([[key, entry.toHex()]]));
	assert.ok((await chainTime(api)) > Number((await allocationOf(api, allocation)).releaseAt));
	await decide(api, api.tx.safeMode.forceExit(), council.slice(0, 4));
	const { how } = await whenEnded(api, allocation);
	assert.equal(how, 'TimeOver');
	const lines = await linesOf(api, allocation);
	assert.equal(made(lines), BigInt(carriedOut));
	await send(api, hospital.agent, taking(last, need, 1));
});

test('a year behind its end anybody archives one with its lines, by the digest of what is removed', async () => {
	const allocation = allocations.first;
	// No test waits for a year: it is entered that it ended before that.
	const entry = (await api.query.emergencies.allocations(allocation)).unwrap();
	const { at } = (await allocationOf(api, allocation)).stage.Ended;
	entry.get('stage').asEnded.set('at', api.registry.createType('u64', Number(at) - YEAR));
	const key = api.query.emergencies.allocations.key(allocation);
	await asRoot(api.tx.system.setStorage([[key, entry.toHex()]]));
	const { stage } = await allocationOf(api, allocation);
	assert.deepEqual(stage, { Ended: { how: 'Allocated', at: at - BigInt(YEAR) } });

	const archivingAll = async () => {
		const digest = await view(api, 'Emergencies', 'archive_digest', allocation);
		return { digest, call: api.tx.emergencies.archiveAllocation(allocation, digest) };
	};
	const lines = await linesOf(api, allocation);
	const reserved = lines.filter(({ state }) => state === 'Reserved');
	assert.ok(reserved.length > 0);
	await refused(stranger, (await archivingAll()).call, 'emergencies.TransferPending');
	for (const { giver, outcome } of reserved) {
		const { agent } = [donor, relief, supplier].find(({ id }) => id === giver);
		await send(api, agent, api.tx.circulation.withdraw(outcome.Made.transfer));
	}
	const { digest, call } = await archivingAll();
	const { events } = await send(api, stranger, call);
	// Five lines, three needs, three offers.
	const said = await saidBy(api, events, 'emergencies', 'EntriesArchived');
	assert.deepEqual(said, { allocation, archived: 11, digest });
	assert.deepEqual(await saidBy(api, events, 'emergencies', 'AllocationArchived'), { allocation });
	assert.deepEqual((await actionsOf(allocation)).at(-1), [
		'AllocationArchived',
		{ Account: stranger.address },
	]);
	assert.equal(await allocationOf(api, allocation), null);
	assert.equal(await problemOf(api, allocation), null);
	assert.deepEqual(await linesOf(api, allocation), []);
	await allRefused(api, [
		[stranger, archiving(allocation), 'emergencies.AllocationNotFound'],
		[stranger, forgetting(allocation), 'emergencies.RecordNotPruned'],
	]);
});

test('an archived allocation is forgotten when its newest record is pruned', async () => {
	const { batchAll, dispatchAs } = api.tx.utility;
	const allocation = allocations.first;
	// Nor does one wait until its epoch is full and a year old: it is entered that it is pruned, while it is forgotten.
	const key = api.query.supervision.nextEpochToPrune.key();
	const entering = (epoch) =>
		api.tx.system.setStorage([[key, api.registry.createType('u64', epoch).toHex(true)]]);
	const byStranger = { system: { Signed: stranger.address } };
	const call = batchAll([
		entering(1_000),
		dispatchAs(byStranger, forgetting(allocation)),
		entering(0),
	]);
	const { events } = await asRoot(call);
	assert.deepEqual(await saidBy(api, events, 'emergencies', 'AllocationForgotten'), { allocation });
	assert.equal(await stored(api, 'emergencies', 'archived', allocation), null);
	await refused(stranger, forgetting(allocation), 'emergencies.NotArchived');
});
