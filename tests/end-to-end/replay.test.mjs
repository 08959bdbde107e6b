// Streams as donors and recipients of protective equipment wrote them, replayed at full speed: some lines
// offer 10^14 pieces, some come twice, some ask for what nobody can use. No line breaks a sum, crowds out
// the others, or stops the chain.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	allStored,
	chainTime,
	connect,
	conservationOf,
	finalReport,
	Refused,
	saidBy,
	send,
	view,
	viewAt,
} from '@salus/client';
import {
	arrived,
	carrier,
	classes,
	donor,
	hospital,
	laboratory,
	masks,
	otherHospital,
	relief,
	rounds,
	supplier,
} from '../support/cast.mjs';
import { flight } from '../support/flight.mjs';
import { hospitalsOf } from '../support/hospitals.mjs';
import { DEFAULT_BOUND, instruction, publish, request, supply, take } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { event } from '../support/steps.mjs';
import { ABSURD, chance, LARGEST, stream } from '../support/streams.mjs';

/** What the streams are made from. */
const SEED = 20_200_123;
/** How many lines donors and recipients wrote. */
const [DONATED, ASKED] = [160, 260];
/** The most open needs of one institution for one class. */
const MOST_NEEDS = 4;
/** The most that a standing order sends during the replay. */
const ORDERED = 2_000n;
/** Longer than any pause between two blocks, on a busy machine. */
const LONGEST_PAUSE = 30_000n;

const items = ['mask', 'suit'];

let database, node, api, givers, recipients, quiet, flights;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await finalReport(api, rounds.hospitals);
	const names = Array.from({ length: 11 }, (_, place) => `Hospital ${place} (demonstration)`);
	const admitted = await hospitalsOf(api, 'CN-HB', names);
	quiet = admitted.pop();
	givers = [donor, relief, supplier, laboratory];
	recipients = [hospital, otherHospital, ...admitted];
	const all = await Promise.all(
		[...givers, ...recipients].map(async ({ agent }) => [agent, await flight(api, agent)]),
	);
	flights = new Map(all);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

/** Sends a call of an institution at once; answers with its events, or the name of its refusal. */
const fly = async ({ agent }, call) => {
	try {
		return await flights.get(agent)(call);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return { refusal: error.refusal };
	}
};

/** How many were refused with each name. */
const refusals = (outcomes) => {
	const counts = {};
	for (const { refusal } of outcomes) if (refusal) counts[refusal] = (counts[refusal] ?? 0) + 1;
	return counts;
};

const classOf = ({ item }) => classes[item];
const head = async () => (await api.rpc.chain.getBlockHash()).toHex();

/** Every lot, with its class. */
const lots = new Map();

/** What the institutions have by their holdings, and by their levels, at one block. */
const levelsAt = async (block) => {
	const [counted, told] = [new Map(), new Map()];
	const add = (sums, id, of, quantity) => {
		const place = `${id}/${of}`;
		sums.set(place, (sums.get(place) ?? 0n) + quantity);
	};
	for (const { id } of [...givers, ...recipients]) {
		let next = null;
		do {
			const page = await viewAt(api, block, 'Registry', 'holdings_of', id, next, 256);
			for (const [{ lot, owner }, { available }] of page) {
				if (!lots.has(lot)) {
					const found = await viewAt(api, block, 'Registry', 'lot', lot);
					lots.set(lot, found.lot.identity.class);
				}
				if (owner === id && available > 0n) add(counted, id, lots.get(lot), available);
			}
			const [last] = page.at(-1) ?? [];
			next = page.length === 256 ? [last.lot, last.owner] : null;
		} while (next);
		for (const [of, { available }] of await viewAt(api, block, 'Registry', 'levels', id, null, 256)) {
			if (available > 0n) add(told, id, of, available);
		}
	}
	return { counted, told };
};

const levelsMatch = async () => {
	const { counted, told } = await levelsAt(await head());
	const sorted = (sums) => [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
	assert.deepEqual(sorted(told), sorted(counted));
};

/** What offers have left lies in the bucket that is theirs. */
const offersMatch = async () => {
	const left = new Map();
	for (const [, offer] of await allStored(api, 'needs', 'offers')) {
		const place = `${offer.supply.lot}/${offer.institution}`;
		left.set(place, (left.get(place) ?? 0n) + offer.left);
		assert.equal(offer.left === 0n, offer.ended !== null);
	}
	for (const [place, quantity] of left) {
		const [lot, id] = place.split('/').map(Number);
		const holding = await view(api, 'Registry', 'holding', lot, id, id);
		assert.equal(holding?.offered ?? 0n, quantity, `lot ${lot} at ${id}`);
	}
};

/** What needs were promised and got is what transfers carry, and what nobody answered is only proposed. */
const needsMatch = async () => {
	const [unanswered, promised, delivered] = [new Map(), new Map(), new Map()];
	const add = (sums, id, quantity) => sums.set(id, (sums.get(id) ?? 0n) + quantity);
	const over = ['Rejected', 'Withdrawn', 'Expired'];
	for (const [, { serves, status, legs }] of await allStored(api, 'circulation', 'transfers')) {
		if (!serves || over.includes(status)) continue;
		if (!serves.promised) {
			// Nobody proposes by hand.
			assert.equal(status, 'Proposed');
			for (const { quantity } of legs) add(unanswered, serves.need, quantity);
			continue;
		}
		for (const { quantity, accepted, rejected, missing } of legs) {
			add(promised, serves.need, quantity - accepted - rejected - missing);
			add(delivered, serves.need, accepted);
		}
	}
	for (const [[id], need] of await allStored(api, 'needs', 'needs')) {
		assert.equal(need.unanswered, unanswered.get(id) ?? 0n, `need ${id}`);
		assert.equal(need.promised, promised.get(id) ?? 0n, `need ${id}`);
		assert.equal(need.delivered, delivered.get(id) ?? 0n, `need ${id}`);
		assert.ok(need.promised + need.delivered <= need.request.quantity, `need ${id}`);
		const { open } = await view(api, 'Needs', 'need', id);
		assert.equal(open, need.request.quantity - need.promised - need.delivered);
	}
};

const sumsAreConserved = async () => {
	const end = (await api.query.registry.nextLotId()).toNumber();
	for (let lot = 0; lot < end; lot++) {
		const { balanced } = await conservationOf(api, lot);
		assert.ok(balanced, `lot ${lot}`);
	}
};

const nothingIsBroken = async () => {
	await levelsMatch();
	await offersMatch();
	await needsMatch();
	await sumsAreConserved();
};

/** Looks again and again while something is under way; fails when what is seen at a block does not add up. */
const watched = async (under) => {
	let over = false;
	const watching = (async () => {
		let looks = 0;
		for (; !over; looks++) await levelsMatch();
		return looks;
	})();
	const outcomes = await under.finally(() => (over = true));
	const looks = await watching;
	assert.ok(looks > 0);
	return outcomes;
};

const donations = () => stream(SEED, 'D', givers, DONATED, 100_000);
const requests = () => stream(SEED + 1, 'R', recipients, ASKED, 400);

test('the streams are what they are said to be', () => {
	for (const lines of [donations(), requests()]) {
		assert.ok(lines.filter(({ quantity }) => quantity === ABSURD).length > 5);
		assert.ok(lines.some(({ quantity }) => quantity === 0n));
		assert.ok(new Set(lines.map(({ id }) => id)).size < lines.length, 'some lines come twice');
	}
	assert.deepEqual(donations(), donations());
});

let first, published, stock;

test('all lines are replayed at once: what is absurd is refused by name, and the rest gets in', async () => {
	first = (await api.rpc.chain.getHeader()).number.toNumber();
	const donating = donations().map(async (line) => {
		const { id, writer, quantity } = line;
		const identity = { ...masks(), class: classOf(line), batch: id, donor: null, earmark: null };
		const call = api.tx.registry.registerLot(identity, quantity, null, null);
		return { line, ...(await fly(writer, call)) };
	});
	// One of them writes the same line all the time.
	const crowd = Array.from({ length: 40 }, () => ({
		...{ id: 'R9999', date: '2020-01-31', writer: hospital, item: 'mask', quantity: 1n },
	}));
	const asking = [...requests(), ...crowd].map(async (line) => {
		const wanted = request(line.quantity, { class: classOf(line) });
		return { line, ...(await fly(line.writer, api.tx.needs.publishNeed(wanted))) };
	});
	// In the middle of it, somebody who wrote nothing else asks for something sensible.
	const sensible = publish(api, quiet, 200);
	const [given, asked] = await watched(Promise.all([Promise.all(donating), Promise.all(asking)]));
	const { need } = await view(api, 'Needs', 'need', await sensible);
	assert.equal(need.request.quantity, 200n);

	// What each line must come to. The lines of an account come one after the other.
	const expected = ({ quantity }) => {
		if (quantity === 0n) return 'registry.ZeroQuantity';
		return quantity > LARGEST ? 'registry.QuantityTooLarge' : undefined;
	};
	for (const { line, refusal } of given) assert.equal(refusal, expected(line), line.id);
	const open = new Map();
	for (const { line, refusal } of asked) {
		const place = `${line.writer.id}/${line.item}`;
		const before = open.get(place) ?? { count: 0, sum: 0n };
		const sum = before.sum + line.quantity;
		let name;
		if (line.quantity === 0n) name = 'needs.ZeroQuantity';
		else if (before.count === MOST_NEEDS) name = 'needs.TooManyNeeds';
		else if (sum > DEFAULT_BOUND) name = 'needs.AboveCap';
		else open.set(place, { count: before.count + 1, sum });
		assert.equal(refusal, name, `${line.id} of ${place}`);
	}
	const byName = refusals([...given, ...asked]);
	for (const name of ['registry.QuantityTooLarge', 'needs.AboveCap', 'needs.TooManyNeeds']) {
		assert.ok(byName[name] > 5, name);
	}
	// Everybody got in.
	for (const { id } of recipients) {
		assert.ok(items.some((item) => open.has(`${id}/${item}`)), String(id));
	}
	published = await Promise.all(
		asked
			.filter(({ refusal }) => !refusal)
			.map(async ({ line, events }) => ({
				line,
				need: (await saidBy(api, events, 'needs', 'NeedPublished')).need,
			})),
	);
	stock = await Promise.all(
		given
			.filter(({ refusal }) => !refusal)
			.map(async ({ line: { writer, quantity }, events }) => {
				const { lot } = await saidBy(api, events, 'registry', 'LotRegistered');
				return { lot, giver: writer, quantity };
			}),
	);
	await nothingIsBroken();
});

test('everything is offered, and taken by all at once', async () => {
	const offering = stock.map(({ lot, giver, quantity }) => {
		const offered = quantity > 1n ? quantity / 2n : quantity;
		return fly(giver, api.tx.needs.makeOffer(supply(lot, offered)));
	});
	assert.deepEqual(refusals(await Promise.all(offering)), {});
	// While the others take, the node rings for this one.
	const duty = { Send: { share: 100, most: ORDERED, days: 366 } };
	const giving = await fly(relief, api.tx.needs.giveOrder(instruction({ duty })));
	const { order } = await saidBy(api, giving.events, 'needs', 'OrderGiven');

	const looking = published.map(async ({ need }) => {
		const { entries } = await view(api, 'Needs', 'offers_for', need, null, 256);
		return entries;
	});
	const offersFor = await Promise.all(looking);
	const taking = published.flatMap(({ line, need }, place) => {
		const entries = offersFor[place];
		// The same ones for many, and more than is needed.
		const chosen = [0, place % 3, place % entries.length].map((each) => entries[each]);
		return chosen.map(([id, { left }]) => {
			const quantity = left < line.quantity ? left : line.quantity;
			return fly(line.writer, api.tx.needs.take(id, need, quantity));
		});
	});
	const outcomes = await watched(Promise.all(taking));
	const byName = refusals(outcomes);
	const expected = ['MoreThanNeeded', 'InsufficientOffer', 'BelowLeast', 'Ended'];
	for (const name of Object.keys(byName)) {
		assert.ok(expected.includes(name.split('.')[1]), name);
	}
	assert.ok(byName['circulation.MoreThanNeeded'] > 5);
	const taken = outcomes.filter(({ refusal }) => !refusal);
	assert.ok(taken.length >= published.length / 2, `${taken.length} of ${published.length}`);
	// The order has proposed what it would, and nothing changes any more.
	await fly(relief, api.tx.needs.revokeOrder(order));
	await nothingIsBroken();
	const { lately } = await view(api, 'Needs', 'order', order);
	assert.ok(lately.sent.quantity <= ORDERED, 'the cap of the order');
});

test('everything moves at once: what is damaged or missing opens needs again, and nothing arrives twice', async () => {
	const next = chance(SEED + 2);
	const transfers = await allStored(api, 'circulation', 'transfers');
	const agentOf = (id) => [...givers, ...recipients, quiet].find((each) => each.id === id);
	// What the order proposed is accepted by who still lacks as much, and rejected by the others.
	const left = new Map();
	for (const { need } of published) left.set(need, (await view(api, 'Needs', 'need', need)).open);
	const rejected = new Set();
	const answering = transfers
		.filter(([, { status, receiver }]) => status === 'Proposed' && receiver !== quiet.id)
		.map(([[id], { receiver, serves, legs }]) => {
			const { accept, reject } = api.tx.circulation;
			const proposed = legs.reduce((sum, { quantity }) => sum + quantity, 0n);
			const rest = left.get(serves.need) - proposed;
			if (rest >= 0n) left.set(serves.need, rest);
			else rejected.add(id);
			return fly(agentOf(receiver), rest >= 0n ? accept(id) : reject(id));
		});
	await Promise.all(answering);
	const moving = transfers
		.filter(([[id], { receiver }]) => receiver !== quiet.id && !rejected.has(id))
		.map(async ([[id], { sender, receiver, legs }]) => {
			// Numbers are drawn before anything is waited for, so that they are always the same.
			const lines = legs.map(({ quantity }) => {
				const [spoilt, lost] = [next(), next()].map((part) => {
					const most = Number(quantity) / 4;
					return part < 0.3 ? BigInt(Math.floor(part * most)) : 0n;
				});
				return arrived(quantity - spoilt - lost, {
					rejected: spoilt > 0n ? { quantity: spoilt, reason: 'Damaged' } : null,
					missing: lost > 0n ? { quantity: lost, reason: 'Lost' } : null,
				});
			});
			const { dispatch, receive } = api.tx.circulation;
			const left = await fly(agentOf(sender), dispatch(id, carrier.id, null, null, null, event()));
			// The receipt is written twice.
			const write = () =>
				fly(agentOf(receiver), receive(id, lines, null, null, event()));
			return [left, ...(await Promise.all([write(), write()]))];
		});
	const outcomes = await watched(Promise.all(moving));
	for (const [left, once, again] of outcomes) {
		assert.deepEqual([left.refusal, once.refusal], [undefined, undefined]);
		const names = ['circulation.AlreadyReceived', 'circulation.ExceedsShipped'];
		assert.ok(names.includes(again.refusal), again.refusal);
	}
	await nothingIsBroken();
	const found = await allStored(api, 'needs', 'needs');
	const filled = found.filter(([, { ended }]) => ended?.[0] === 'Filled');
	assert.ok(filled.length > 10, `${filled.length} are filled`);
});

test('somebody sensible still gets what it needs', async () => {
	// What the order proposed to it meanwhile is not what it wants.
	const transfers = await allStored(api, 'circulation', 'transfers');
	for (const [[id], { receiver, status }] of transfers) {
		if (receiver !== quiet.id || status !== 'Proposed') continue;
		await send(api, quiet.agent, api.tx.circulation.reject(id));
	}
	const [{ id, need, open }] = (await view(api, 'Needs', 'board', quiet.id)).needs;
	assert.equal(open, need.request.quantity);
	const { entries } = await view(api, 'Needs', 'offers_for', id, null, 256);
	const [from] = entries.find(([, { left }]) => left >= open);
	const transfer = await take(api, quiet, from, id, open);
	assert.equal((await view(api, 'Circulation', 'transfer', transfer)).status, 'Accepted');
});

test('the chain made blocks all the time', async () => {
	const last = (await api.rpc.chain.getHeader()).number.toNumber();
	let before = null;
	for (let number = first; number <= last; number++) {
		const hash = await api.rpc.chain.getBlockHash(number);
		const now = (await (await api.at(hash)).query.timestamp.now()).toBigInt();
		if (before !== null) assert.ok(now - before < LONGEST_PAUSE, `before block ${number}`);
		before = now;
	}
	assert.ok(Date.now() - (await chainTime(api)) < Number(LONGEST_PAUSE));
});
