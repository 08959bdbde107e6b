// The flood: five hundred needs and five hundred offers from the streams, written at full speed, and allocated at once
// while others go on sending goods to each other. The worker proves the plan, a program of its own comes to the same
// shares, the proof is checked anew, every sum is conserved, and the chain makes blocks all the time.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	chainTime,
	connect,
	conservationOf,
	finalReport,
	Refused,
	saidBy,
	stored,
	view,
} from '@salus/client';
import { commissionOf } from '../support/assembly.mjs';
import { eventsAt } from '../support/blocks.mjs';
import {
	arrived,
	carrier,
	classes,
	donor,
	hospital,
	inDays,
	laboratory,
	masks,
	otherHospital,
	relief,
	rounds,
	suits,
	supplier,
} from '../support/cast.mjs';
import {
	byAssembly,
	declaring,
	isProven,
	letOpen,
	linesOf,
	open,
	problemOf,
	qualityOf,
	sharesOf,
	whenEnded,
} from '../support/emergencies.mjs';
import { flight } from '../support/flight.mjs';
import { hospitalsOf } from '../support/hospitals.mjs';
import { DEFAULT_BOUND, request, supply } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { figuresOf } from '../support/recomputed.mjs';
import { receive, registerGoods, sendOff } from '../support/steps.mjs';
import { LARGEST, stream } from '../support/streams.mjs';

/** What the streams are made from. */
const SEED = 20_200_123;
/** How many lines donors and recipients wrote, and how many needs and offers come of them at least. */
const [DONATED, ASKED, ENOUGH] = [640, 2_000, 500];
/** What an allocation decides about: so many needs, and so many offers. */
const MOST = 512;
/** The most open needs of one institution for one class. */
const MOST_NEEDS = 4;
/** On how many different days what is donated expires. */
const DAYS = 16;
/** In how many blocks an allocation makes its transfers at most, while the blocks are shared with others. */
const BLOCKS = 40;
/** Longer than any pause between two blocks, on a busy machine. */
const LONGEST_PAUSE = 30_000;

/** Where the hospitals are, who pays the fees of their agents, and how many are in each region. */
const REGIONS = [
	['CN-HB', donor],
	['CN-HA', hospital],
	['CN-HN', otherHospital],
	['CN-AH', laboratory],
	['CN-JX', relief],
	['CN-SN', supplier],
	['CN-CQ', carrier],
	['CN-ZJ', donor],
];
const EACH = 16;

let database, node, api, emergency, recipients, flights, first, allocation, posted;

const givers = [donor, relief, supplier, laboratory];
const hubei = commissionOf('CN-HB');

const head = async () => (await api.rpc.chain.getHeader()).number.toNumber();

/** Makes everybody ready to send without waiting for what it sent before. */
const takeOff = async () => {
	const all = [...givers, ...recipients].map(async ({ agent }) => [agent, await flight(api, agent)]);
	flights = new Map(await Promise.all(all));
};

/** Sends a call of an institution at once; answers with its events, or the name of its refusal. */
const fly = async ({ agent }, call) => {
	try {
		return await flights.get(agent)(call);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return { refusal: error.refusal };
	}
};

/**
 * What `act` answers of each: so many go on at once, and the next as these come back, in their order. A node follows
 * 1,024 transactions of one connection at most.
 */
const inTurn = async (all, act, most = 400) => {
	const answers = new Array(all.length);
	let next = 0;
	const worker = async () => {
		while (next < all.length) {
			const place = next++;
			answers[place] = await act(all[place], place);
		}
	};
	await Promise.all(Array.from({ length: most }, worker));
	return answers;
};

/** The plan that came in a block without a signature. */
const planIn = async (number) => {
	const { block } = await api.rpc.chain.getBlock(await api.rpc.chain.getBlockHash(number));
	const isPost = ({ method: { section, method } }) => section === 'emergencies' && method === 'postPlan';
	return block.extrinsics.find(isPost).method.args[0].toJSON();
};

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await finalReport(api, rounds.hospitals);
	// Before there are so many members that their votes take long.
	const call = declaring(api, { regions: ['CN'], severity: 'Extreme' });
	const { events } = await byAssembly(api, call);
	emergency = (await saidBy(api, events, 'emergencies', 'EmergencyDeclared')).emergency;
	await letOpen(api, hubei);
	recipients = [];
	for (const [region, payer] of REGIONS) {
		const names = Array.from({ length: EACH }, (_, place) => `Hospital ${place} (demonstration)`);
		recipients.push(...(await hospitalsOf(api, region, names, payer.agent)));
	}
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('the streams are written at full speed, and what is sensible of them gets in', async () => {
	first = await head();
	await takeOff();
	const items = ['mask'];
	// Everybody gives: of one giver an allocation keeps sixteen offers.
	const donations = stream(SEED, 'D', [...givers, ...recipients], DONATED, 150, items);
	const donating = inTurn(donations, async ({ id, writer, quantity }, place) => {
		const expiry = inDays(100 + 30 * (place % DAYS));
		const identity = { ...masks(expiry), batch: id, donor: null, earmark: null };
		const given = await fly(writer, api.tx.registry.registerLot(identity, quantity, null, null));
		if (given.refusal) return given;
		const { lot } = await saidBy(api, given.events, 'registry', 'LotRegistered');
		return fly(writer, api.tx.needs.makeOffer(supply(lot, quantity)));
	});
	const requests = stream(SEED + 1, 'R', recipients, ASKED, 200, items);
	const asking = inTurn(requests, async ({ writer, quantity }) =>
		fly(writer, api.tx.needs.publishNeed(request(quantity))),
	);
	const [given, asked] = await Promise.all([donating, asking]);

	const expected = ({ quantity }) => {
		if (quantity === 0n) return 'registry.ZeroQuantity';
		return quantity > LARGEST ? 'registry.QuantityTooLarge' : undefined;
	};
	given.forEach(({ refusal }, place) => assert.equal(refusal, expected(donations[place])));
	const offers = given.filter(({ refusal }) => !refusal);
	assert.ok(offers.length >= ENOUGH, `${offers.length} offers`);

	// The lines of an account come one after the other.
	const known = new Map();
	asked.forEach(({ refusal }, place) => {
		const { writer, quantity } = requests[place];
		const { count, sum } = known.get(writer.id) ?? { count: 0, sum: 0n };
		let name;
		if (quantity === 0n) name = 'needs.ZeroQuantity';
		else if (count === MOST_NEEDS) name = 'needs.TooManyNeeds';
		else if (sum + quantity > DEFAULT_BOUND) name = 'needs.AboveCap';
		else known.set(writer.id, { count: count + 1, sum: sum + quantity });
		assert.equal(refusal, name, `line ${place}`);
	});
	const needs = asked.filter(({ refusal }) => !refusal);
	assert.ok(needs.length >= ENOUGH, `${needs.length} needs`);
});

test('they are allocated by a proven plan, while others go on sending goods', async () => {
	const lots = new Map();
	for (const giver of [donor, supplier, relief]) {
		lots.set(giver, await registerGoods(api, giver, 10_000, suits()));
	}
	let isOver = false;
	/** Goods of another class go from one to the other, again and again. */
	const goOn = async (from, to) => {
		let count = 0;
		for (; !isOver; count++) {
			const transfer = await sendOff(api, from, to, lots.get(from), 5);
			await receive(api, transfer, [arrived(5)], to.agent);
		}
		return count;
	};
	const others = [
		goOn(donor, hospital),
		goOn(supplier, otherHospital),
		goOn(relief, laboratory),
	];
	const begun = await head();
	allocation = await open(api, hubei, emergency);
	const ended = await whenEnded(api, allocation, 300_000).finally(() => (isOver = true));
	const counts = await Promise.all(others);
	assert.ok(counts.every((count) => count > 0), String(counts));
	assert.deepEqual([ended.how, ended.method], ['Allocated', 'Proven']);
	assert.ok(ended.needs >= ENOUGH && ended.offers >= ENOUGH);
	const offers = await stored(api, 'needs', 'nextOfferId');
	const needs = await stored(api, 'needs', 'nextNeedId');
	const beyond = [needs, offers].map((all) => Math.max(0, Number(all) - MOST));
	assert.equal(ended.leftOut, beyond[0] + beyond[1]);

	let opened, last;
	for (let number = begun; number <= (await head()); number++) {
		const events = await eventsAt(api, await api.rpc.chain.getBlockHash(number));
		const said = events.filter(({ section }) => section === 'emergencies');
		if (said.some(({ method }) => method === 'AllocationOpened')) opened = number;
		if (said.some(({ method }) => method === 'LineMade')) last = number;
		if (said.some(({ method }) => method === 'PlanPosted')) posted = await planIn(number);
	}
	const blocks = last - opened + 1;
	console.log(
		`${ended.needs} needs, ${ended.offers} offers, ${ended.lines} lines: ${blocks} blocks from the opening to the ` +
			`last transfer, beside ${counts.reduce((sum, count) => sum + count)} transfers of others`,
	);
	assert.ok(blocks <= BLOCKS, `${blocks} blocks`);
});

test('nobody gets more than it asked for, nothing is taken twice, and no plan is better', async () => {
	const problem = await problemOf(api, allocation);
	const { shares, isPossible, gini, unitKm } = await figuresOf(problem);
	assert.deepEqual(
		shares,
		problem.needs.map(({ share }) => Number(share)),
	);
	assert.ok(isPossible);
	assert.ok(isProven(problem, posted));
	// With a price less, it proves nothing.
	const [{ demand }] = posted.flows;
	const cheaper = posted.demandPrices.with(demand, posted.demandPrices[demand] - 1);
	assert.ok(!isProven(problem, { ...posted, demandPrices: cheaper }));
	const quality = await qualityOf(api, allocation);
	assert.deepEqual([quality.gini, Number(quality.unitKm)], [gini, unitKm]);
	assert.equal(quality.leastKm, quality.unitKm);

	const lines = await linesOf(api, allocation);
	assert.ok(lines.every(({ state }) => state === 'Reserved'));
	const promised = lines.reduce((sum, { quantity }) => sum + quantity, 0n);
	const offered = problem.offers.reduce((sum, { left }) => sum + left, 0n);
	const asked = problem.needs.reduce((sum, each) => sum + each.asked, 0n);
	assert.equal(promised, offered < asked ? offered : asked);
	for (const { need } of await sharesOf(api, allocation)) {
		assert.equal(need.promised, need.share);
		const found = await view(api, 'Needs', 'need', need.need);
		assert.equal(found.open, need.asked - need.promised);
	}
	for (const { offer, left } of problem.offers) {
		const sent = lines.filter((line) => line.offer === offer);
		const rest = left - sent.reduce((sum, { quantity }) => sum + quantity, 0n);
		assert.equal((await view(api, 'Needs', 'offer', offer)).left, rest);
	}
});

test('what was allocated arrives, every sum is conserved, and the chain made blocks all the time', async () => {
	await takeOff();
	const lines = await linesOf(api, allocation);
	const some = lines.slice(0, 100);
	const agentOf = (id) => [...givers, ...recipients].find((each) => each.id === id);
	const dispatched = { at: Date.now(), utcOffset: 480 };
	const { dispatch, receive: receiving } = api.tx.circulation;
	await inTurn(some, async ({ giver, receiver, quantity, outcome }) => {
		const { transfer } = outcome.Made;
		const left = await fly(agentOf(giver), dispatch(transfer, carrier.id, null, null, null, dispatched));
		assert.equal(left.refusal, undefined);
		const event = { at: Date.now(), utcOffset: 480 };
		const legs = [arrived(quantity)];
		const there = await fly(agentOf(receiver), receiving(transfer, legs, null, null, event));
		assert.equal(there.refusal, undefined);
	});
	const states = (await linesOf(api, allocation)).map(({ state }) => state);
	assert.ok(states.slice(0, 100).every((state) => state === 'Arrived'));
	const end = Number(await stored(api, 'registry', 'nextLotId'));
	const all = Array.from({ length: end }, (_, lot) => lot);
	const balances = await inTurn(all, async (lot) => (await conservationOf(api, lot)).balanced, 20);
	assert.deepEqual([...new Set(balances)], [true]);

	let before = null;
	for (let number = first; number <= (await head()); number++) {
		const at = await api.at(await api.rpc.chain.getBlockHash(number));
		const now = (await at.query.timestamp.now()).toNumber();
		if (before !== null) assert.ok(now - before < LONGEST_PAUSE, `before block ${number}`);
		before = now;
	}
	assert.ok(Date.now() - (await chainTime(api)) < LONGEST_PAUSE);
});
