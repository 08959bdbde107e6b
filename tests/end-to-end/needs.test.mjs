// Who lacks what, who can spare what, and what is sent by itself: needs, offers, standing orders, and the
// alarm clock of the node.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import {
	allStored,
	chainTime,
	connect,
	conservationOf,
	errorAt,
	finalReport,
	history,
	saidBy,
	send,
	stored,
	submit,
	unsigned,
	verdict,
	view,
} from '@salus/client';
import {
	arrived,
	classes,
	donor,
	hospital,
	inDays,
	laboratory,
	masks,
	otherHospital,
	proposal,
	relief,
	rounds,
	stranger,
	suits,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { hospitalsOf } from '../support/hospitals.mjs';
import {
	DEFAULT_BOUND,
	everybody,
	giveOrder,
	instruction,
	offer,
	publish,
	request,
	supply,
	take,
} from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { must, ofKind, writeRule } from '../support/rules.mjs';
import {
	accept,
	dispatch,
	event,
	fund,
	receive,
	registerGoods,
	registerMasks,
} from '../support/steps.mjs';
import { until } from '../support/until.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const { mask, suit } = classes;

let database, node, api, lot;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	lot = await registerMasks(api, 100_000);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

/** Ends what a test left behind: the next one finds nothing open, set aside or promised. */
afterEach(async () => {
	const { circulation, needs, utility } = api.tx;
	const everyone = [donor, hospital, otherHospital, laboratory, relief, supplier];
	const atOnce = async ({ agent }, calls) => {
		if (calls.length > 0) await send(api, agent, utility.batchAll(calls));
	};
	const clearing = everyone.map(async (each) => {
		const board = await boardOf(each);
		const open = board.needs.filter(({ need }) => need.ended === null);
		await atOnce(each, [
			...board.orders.map(([id]) => needs.revokeOrder(id)),
			...board.offers.map(([id]) => needs.withdrawOffer(id)),
			...open.map(({ id }) => needs.closeNeed(id)),
		]);
	});
	await Promise.all(clearing);
	const transfers = await allStored(api, 'circulation', 'transfers');
	const waiting = transfers.filter(([, { status }]) => ['Proposed', 'Accepted'].includes(status));
	const withdrawing = everyone.map((each) => {
		const own = waiting.filter(([, { sender }]) => sender === each.id);
		const calls = own.map(([[id]]) => circulation.withdraw(id));
		return atOnce(each, calls);
	});
	await Promise.all(withdrawing);
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const needOf = (id) => view(api, 'Needs', 'need', id);
const explainNeed = (who, wanted) => view(api, 'Needs', 'explain_need', who.id, wanted);
const boardOf = ({ id }) => view(api, 'Needs', 'board', id);
const levelOf = ({ id }, of) => view(api, 'Registry', 'level', id, of);
const holdingOf = ({ id }, of) => view(api, 'Registry', 'holding', of, id, id);
const offerOf = (id) => view(api, 'Needs', 'offer', id);
const transferOf = (id) => view(api, 'Circulation', 'transfer', id);
const publishing = (quantity, more) => api.tx.needs.publishNeed(request(quantity, more));
const close = (need, { agent }) => send(api, agent, api.tx.needs.closeNeed(need));

/** What of a need is open, promised and delivered. */
const progress = async (id) => {
	const { open, need } = await needOf(id);
	return [open, need.promised, need.delivered];
};

/** What standing orders have proposed for a need, and nobody has answered. */
const unanswered = async (id) => (await needOf(id)).need.unanswered;

/** A proposal of the donor's masks, or of other goods, for a need of the hospital. */
const serving = (need, quantity, { of = lot, ...more } = {}) =>
	proposal([[of, quantity]], { toSite: null, fromSite: null, serves: need, ...more });
const sending = (need, quantity, more) =>
	api.tx.circulation.propose(serving(need, quantity, more));

/** Sends it for the institution that `who` acts for; answers with the transfer. */
const serve = async (need, quantity, more, who = donor) => {
	const { events } = await send(api, who.agent, sending(need, quantity, more));
	return (await saidBy(api, events, 'circulation', 'TransferProposed')).transfer;
};

/** Sends it, and has the hospital accept; answers with the transfer. */
const promise = async (need, quantity, more, who) => {
	const transfer = await serve(need, quantity, more, who);
	await accept(api, transfer);
	return transfer;
};

/** The transfers that were made last, the latest one last. */
const newest = async (count) => {
	const next = await stored(api, 'circulation', 'nextTransferId');
	return Array.from({ length: count }, (_, place) => next - BigInt(count - place));
};

const explain = async (need, quantity, more) => {
	const proposed = serving(need, quantity, more);
	const findings = await view(api, 'Circulation', 'explain_transfer', donor.id, proposed);
	return findings.map(({ error }) => error);
};

/** Waits for as many blocks. */
const blocks = async (count) => {
	const height = async () => (await api.rpc.chain.getHeader()).number.toNumber();
	const end = (await height()) + count;
	await until('blocks', async () => (await height()) >= end);
};

test('without a history, the bound of the class is the cap, and it is told', async () => {
	await refused(hospital.agent, publishing(DEFAULT_BOUND + 1), 'needs.AboveCap');
	const explained = await explainNeed(hospital, request(10n ** 14n));
	assert.deepEqual(explained, {
		evidence: { onHand: 0n, dailyUse: 0n, days: 0 },
		cap: BigInt(DEFAULT_BOUND),
		asked: 0n,
		findings: ['AboveCap'],
	});
	const claim = { onHand: 10, dailyUse: 900_000 };
	const call = publishing(600, { claim, site: hospital.dock });
	const { events } = await send(api, hospital.agent, call);
	const { need, ...said } = await saidBy(api, events, 'needs', 'NeedPublished');
	assert.deepEqual(said, {
		institution: hospital.id,
		class: mask,
		quantity: 600n,
		region: 'CN-HB',
	});
	const found = await needOf(need);
	assert.equal(found.claimsWithoutHistory, true);
	assert.deepEqual([found.open, found.overdue, found.need.escalations], [600n, false, 0]);
	// The cap is for all open needs of the class together.
	await refused(hospital.agent, publishing(401), 'needs.AboveCap');
	const { asked, findings } = await explainNeed(hospital, request(400));
	assert.deepEqual([asked, findings], [600n, []]);
	// Also for those that accept the class in place of their own.
	const wide = await publish(api, hospital, 100, { class: suit, substitutes: [mask] });
	assert.equal((await explainNeed(hospital, request(1))).asked, 700n);
	await refused(hospital.agent, publishing(301), 'needs.AboveCap');
	await close(wide, hospital);

	const bound = api.tx.needs.setNeedBound(mask, 20_000);
	await refused(hospital.agent, bound, 'BadOrigin');
	const decided = await decide(api, bound);
	assert.deepEqual(await saidBy(api, decided.events, 'needs', 'NeedBoundSet'), {
		class: mask,
		bound: 20_000n,
	});
	await publish(api, hospital, 19_400);
	await refused(hospital.agent, publishing(1), 'needs.AboveCap');
	await decide(api, api.tx.needs.setNeedBound(mask, null));
	assert.equal((await explainNeed(hospital, request(1))).cap, BigInt(DEFAULT_BOUND));
});

test('who has goods sees them beside what it asks for', async () => {
	const goods = await registerGoods(api, supplier, 70);
	const need = await publish(api, supplier, 5, { class: suit });
	const { evidence } = (await needOf(need)).need;
	assert.deepEqual([evidence.onHand, evidence.days], [70n, 0]);
	await send(api, supplier.agent, api.tx.registry.consume(goods, 70, event()));
});

test('whoever may not receive publishes nothing, and every reason is told at once', async () => {
	await refused(stranger, publishing(1), 'registry.NotAgent');
	await refused(hospital.storekeeper, publishing(1), 'registry.NotAuthorized');
	const past = { from: Date.now() + DAY, until: Date.now() - DAY };
	const wrong = request(0, {
		class: mask,
		substitutes: [classes.nurseHours, mask, 999],
		window: past,
		site: 9,
	});
	assert.deepEqual((await explainNeed(hospital, wrong)).findings, [
		'UnitsDiffer',
		'ClassNamedTwice',
		'ClassNotFound',
		'ZeroQuantity',
		'EndPassed',
		'WindowReversed',
		'SiteNotFound',
	]);
	const long = { from: null, until: Date.now() + 91 * DAY };
	for (const [more, name] of [
		[{ class: 999 }, 'ClassNotFound'],
		[{ substitutes: [suit, suit] }, 'ClassNamedTwice'],
		[{ substitutes: [classes.nurseHours] }, 'UnitsDiffer'],
		[{ quantity: 0 }, 'ZeroQuantity'],
		[{ window: { from: null, until: past.until } }, 'EndPassed'],
		[{ window: long }, 'TooLong'],
		[{ window: { from: Date.now() + 2 * DAY, until: Date.now() + DAY } }, 'WindowReversed'],
		[{ site: 9 }, 'SiteNotFound'],
	]) {
		await refused(hospital.agent, publishing(1, more), `needs.${name}`);
	}
	// Four of a class at most, be it their own or a substitute.
	for (let count = 0; count < 3; count++) await publish(api, hospital, 1);
	await publish(api, hospital, 1, { class: suit, substitutes: [mask] });
	await refused(hospital.agent, publishing(1), 'needs.TooManyNeeds');
	const instead = publishing(1, { class: suit, substitutes: [mask] });
	await refused(hospital.agent, instead, 'needs.TooManyNeeds');
	// Others are not crowded out, nor other classes.
	await publish(api, hospital, 1, { class: suit });
	await publish(api, otherHospital, 1);
});

test('goods are promised to a need once its publisher wants them', async () => {
	const need = await publish(api, hospital, 100);
	const [first, second] = [await serve(need, 60), await serve(need, 60)];
	const third = await serve(need, 30);
	// Nobody covers a need with what nobody asked for.
	assert.deepEqual(await progress(need), [100n, 0n, 0n]);
	const service = { need, priority: 'Urgent', promised: false };
	assert.deepEqual((await transferOf(first)).serves, service);
	const { events } = await accept(api, first);
	const said = await saidBy(api, events, 'needs', 'NeedPromised');
	assert.deepEqual(said, { need, quantity: 60n, open: 40n });
	assert.deepEqual(await progress(need), [40n, 60n, 0n]);
	assert.deepEqual((await transferOf(first)).serves, { ...service, promised: true });
	await refused(donor.agent, sending(need, 41), 'circulation.MoreThanNeeded');
	// It may want more than it asked for, which counts; but not when nothing is open any more.
	await accept(api, second);
	await accept(api, third);
	assert.deepEqual(await progress(need), [0n, 120n, 0n]);
	assert.deepEqual((await transferOf(third)).serves, service);
	assert.equal((await explainNeed(hospital, request(1))).asked, 120n);
});

test('several transfers fill a need, and it ends when as much was delivered', async () => {
	const need = await publish(api, hospital, 100, { site: hospital.dock });
	const first = await promise(need, 60);
	const { toSite } = await transferOf(first);
	assert.equal(toSite, hospital.dock, 'the goods go to the site of the need');
	const others = await registerGoods(api, relief, 50, masks());
	const second = await promise(need, 40, { of: others }, relief);
	assert.deepEqual(await progress(need), [0n, 100n, 0n]);

	await dispatch(api, first);
	await dispatch(api, second, event(), relief.agent);
	await receive(api, first, [arrived(60)]);
	assert.deepEqual(await progress(need), [0n, 40n, 60n]);
	const { events } = await receive(api, second, [arrived(40)]);
	assert.equal((await saidBy(api, events, 'needs', 'NeedFilled')).need, need);
	const { ended } = (await needOf(need)).need;
	assert.equal(ended[0], 'Filled');
	await refused(hospital.agent, api.tx.needs.closeNeed(need), 'needs.Ended');
	assert.deepEqual((await boardOf(hospital)).needs, []);
});

test('what does not leave, and what is rejected or missing, opens a need again', async () => {
	const need = await publish(api, hospital, 100);
	// What was promised by either side.
	for (const { agent } of [donor, hospital]) {
		const withdrawn = await promise(need, 50);
		assert.deepEqual(await progress(need), [50n, 50n, 0n]);
		const withdraw = api.tx.circulation.withdraw(withdrawn);
		const { events } = await send(api, agent, withdraw);
		const changed = await saidBy(api, events, 'needs', 'NeedChanged');
		assert.deepEqual(changed, { need, open: 100n, delivered: 0n, reopened: true });
	}

	const now = await chainTime(api);
	const soon = { dispatchBy: now + 6_000, receiveBy: now + 2 * HOUR };
	const expired = await promise(need, 50, soon);
	assert.deepEqual(await progress(need), [50n, 50n, 0n]);
	// What nobody accepted was not promised.
	const rejected = await serve(need, 50);
	await send(api, hospital.agent, api.tx.circulation.reject(rejected));
	assert.deepEqual(await progress(need), [50n, 50n, 0n]);
	await until('the deadline', async () => (await chainTime(api)) > soon.dispatchBy);
	await send(api, stranger, api.tx.circulation.release(expired));
	assert.deepEqual(await progress(need), [100n, 0n, 0n]);

	const transfer = await promise(need, 100);
	await dispatch(api, transfer);
	const { events } = await receive(api, transfer, [
		arrived(80, {
			rejected: { quantity: 5, reason: 'Damaged' },
			missing: { quantity: 15, reason: 'Lost' },
		}),
	]);
	const changed = await saidBy(api, events, 'needs', 'NeedChanged');
	assert.deepEqual(changed, { need, open: 20n, delivered: 80n, reopened: true });
	// Some of it is found.
	await receive(api, transfer, [arrived(3)]);
	assert.deepEqual(await progress(need), [17n, 0n, 83n]);
	const gone = { Missing: { WrittenOff: { reason: 'Stolen' } } };
	await send(api, donor.agent, api.tx.circulation.resolve(transfer, 0, gone, 12, null, event()));
	assert.deepEqual(await progress(need), [17n, 0n, 83n]);
	// The hospital keeps what it rejected after all.
	await send(api, hospital.agent, api.tx.circulation.requestKeeping(transfer, 0, 5));
	const kept = { Rejected: 'Delivered' };
	await send(api, donor.agent, api.tx.circulation.resolve(transfer, 0, kept, 5, null, event()));
	assert.deepEqual(await progress(need), [12n, 0n, 88n]);
	assert.equal((await conservationOf(api, lot)).balanced, true);
});

test('what was promised to a need that was closed is still delivered, and counts until then', async () => {
	const need = await publish(api, hospital, 100);
	const transfer = await promise(need, 30);
	const late = await serve(need, 40);
	await refused(otherHospital.agent, api.tx.needs.closeNeed(need), 'needs.NotOwn');
	await refused(hospital.storekeeper, api.tx.needs.closeNeed(need), 'registry.NotAuthorized');
	await close(need, hospital);
	await refused(hospital.agent, api.tx.needs.closeNeed(need), 'needs.Ended');
	await refused(donor.agent, sending(need, 1), 'circulation.NeedNotOpen');
	// What is accepted from now on is promised to nothing.
	await accept(api, late);
	assert.equal((await transferOf(late)).serves.promised, false);
	assert.deepEqual(await progress(need), [70n, 30n, 0n]);

	const counting = async () => {
		const { needs: posted } = await boardOf(hospital);
		const { asked } = await explainNeed(hospital, request(1));
		return [posted.map(({ id }) => id), asked];
	};
	assert.deepEqual(await counting(), [[need], 30n]);
	const others = [];
	for (let count = 0; count < 3; count++) others.push(await publish(api, hospital, 1));
	await refused(hospital.agent, publishing(1), 'needs.TooManyNeeds');
	await dispatch(api, transfer);
	await receive(api, transfer, [arrived(30)]);
	const { ended, delivered } = (await needOf(need)).need;
	assert.deepEqual([ended[0], delivered], ['Closed', 30n]);
	assert.deepEqual(await counting(), [others, 3n]);
	await publish(api, hospital, 1);

	await refused(stranger, api.tx.needs.forget({ Need: need }), 'needs.RecordNotPruned');
	const { entries } = await history(api, { Need: need });
	assert.deepEqual(
		entries.map(({ record }) => record.action).reverse(),
		['NeedPublished', 'TransferAccepted', 'NeedClosed', 'TransferReceived'],
	);
});

test('what does not serve a need is refused by name', async () => {
	const [from, till] = [Date.now() + 20 * DAY, Date.now() + 22 * DAY];
	const need = await publish(api, hospital, 100, {
		substitutes: [suit],
		window: { from, until: till },
		shelfLife: 365,
	});
	const old = await registerMasks(api, 100, masks(inDays(300)));
	const device = { ...masks(null), class: classes.concentrator, batch: null, serial: 'C1' };
	const concentrator = await registerGoods(api, donor, 1, device);
	const times = { dispatchBy: till - HOUR, receiveBy: till + DAY };
	assert.deepEqual(await explain(need, 10, times), []);
	for (const [more, name] of [
		[{ ...times, of: old }, 'ShelfLifeTooShort'],
		[{ ...times, of: concentrator }, 'ClassNotNeeded'],
		[{ ...times, to: otherHospital.id }, 'NeedOfAnother'],
		[{ dispatchBy: till + 1, receiveBy: till + DAY }, 'TooLateForNeed'],
		[{ dispatchBy: from - 2 * DAY, receiveBy: from - DAY }, 'TooEarlyForNeed'],
		[{ ...times, serves: 9_999 }, 'NeedNotFound'],
	]) {
		assert.deepEqual(await explain(need, 1, more), [name]);
		await refused(donor.agent, sending(need, 1, more), `circulation.${name}`);
	}
	assert.deepEqual(await explain(need, 101, times), ['MoreThanNeeded']);
	// Another class is accepted in its place.
	const goods = await registerGoods(api, donor, 10, suits());
	await promise(need, 10, { ...times, of: goods });
	assert.deepEqual(await progress(need), [90n, 10n, 0n]);
});

test('open needs are listed by class and region, page by page, and for goods that could fill them', async () => {
	const ids = [
		await publish(api, hospital, 10, { substitutes: [suit] }),
		await publish(api, otherHospital, 10, { priority: 'Stat' }),
		await publish(api, supplier, 10),
		await publish(api, donor, 10),
	];
	const [ofHospital, ofOther, ofSupplier] = ids;
	const list = async (of, region, after, limit) => {
		const { entries, next } = await view(api, 'Needs', 'open_needs', of, region, after, limit);
		return [entries.map(({ id }) => id), next];
	};
	const sorted = (found) => [...found].sort((a, b) => (a < b ? -1 : 1));
	const [all, end] = await list(mask, null, null, 100);
	assert.deepEqual([sorted(all), end], [ids, null]);
	assert.deepEqual(sorted((await list(mask, 'CN-HB', null, 100))[0]), [ofHospital, ofOther]);
	assert.deepEqual(await list(mask, 'CN-ZJ', null, 100), [[ofSupplier], null]);
	assert.deepEqual(await list(suit, null, null, 100), [[ofHospital], null]);
	const paged = [];
	let next = null;
	do {
		const [page, behind] = await list(mask, null, next, 1);
		paged.push(...page);
		next = behind;
	} while (next);
	assert.deepEqual(paged, all);

	const { entries } = await view(api, 'Needs', 'needs_for', donor.id, lot, null, 100);
	const fillable = entries.map(({ id }) => id);
	assert.deepEqual(sorted(fillable), [ofHospital, ofOther, ofSupplier], 'not its own');
	const { needs: posted } = await boardOf(hospital);
	assert.deepEqual(
		posted.map(({ id }) => id),
		[ofHospital],
	);
	assert.equal(await needOf(999_999), null);
});

test('what is offered is set aside at once, and available again when it is withdrawn', async () => {
	const goods = await registerGoods(api, relief, 100, masks());
	const before = await levelOf(relief, mask);
	const id = await offer(api, relief, goods, 60, { least: 10 });
	const holding = await holdingOf(relief, goods);
	assert.deepEqual([holding.available, holding.offered], [40n, 60n]);
	assert.equal((await levelOf(relief, mask)).available, before.available - 60n);
	const found = await offerOf(id);
	assert.deepEqual([found.institution, found.class, found.left, found.order], [
		...[relief.id, mask, 60n, null],
	]);
	assert.deepEqual(
		(await boardOf(relief)).offers.map(([each]) => each),
		[id],
	);
	// What is offered is neither sent nor used.
	const rest = { of: goods, serves: null };
	await refused(relief.agent, sending(null, 41, rest), 'circulation.InsufficientStock');
	const use = api.tx.registry.consume(goods, 41, event());
	await refused(relief.agent, use, 'registry.InsufficientStock');

	const withdraw = api.tx.needs.withdrawOffer(id);
	await refused(donor.agent, withdraw, 'needs.NotOwn');
	await refused(stranger, api.tx.needs.ring({ Release: { offer: id } }), 'needs.TimeNotOver');
	await send(api, relief.agent, withdraw);
	await refused(relief.agent, withdraw, 'needs.Ended');
	assert.deepEqual((await holdingOf(relief, goods)).available, 100n);
	assert.equal((await levelOf(relief, mask)).available, before.available);
	await refused(stranger, api.tx.needs.forget({ Offer: id }), 'needs.RecordNotPruned');
	assert.equal((await conservationOf(api, goods)).balanced, true);
});

test('what cannot be offered is refused by name', async () => {
	const goods = await registerGoods(api, laboratory, 100, masks());
	const old = await registerGoods(api, laboratory, 10, masks(inDays(60)));
	for (const [name, quantity, more] of [
		['LotNotFound', 1, { lot: 999_999 }],
		['ZeroQuantity', 0, {}],
		['InvalidLeast', 10, { least: 0 }],
		['InvalidLeast', 10, { least: 11 }],
		['ReturnNotOffered', 10, { terms: { Return: { of: 0, from: 'Available' } } }],
		['RegionNotFound', 10, { scope: { ...everybody, regions: ['CN-XX'] } }],
		['InvalidPace', 10, { pace: { dispatch: 0, transit: 1 } }],
		['InvalidPace', 10, { pace: { dispatch: 31, transit: 1 } }],
		['InvalidPace', 10, { pace: { dispatch: 1, transit: 0 } }],
		['InvalidPace', 10, { pace: { dispatch: 1, transit: 91 } }],
		['EndPassed', 10, { until: Date.now() - 1_000 }],
		['TooLong', 10, { until: Date.now() + 91 * DAY }],
		['ExpiresBeforeEnd', 10, { lot: old, until: Date.now() + 80 * DAY }],
		['InsufficientStock', 101, {}],
		['BelowFloor', 100, { keeps: 11 }],
	]) {
		const call = api.tx.needs.makeOffer(supply(goods, quantity, more));
		await refused(laboratory.agent, call, `needs.${name}`);
	}
	await refused(stranger, api.tx.needs.makeOffer(supply(goods, 1)), 'registry.NotAgent');
});

test('an offer is taken for a need, in one call, by those whom it is for', async () => {
	const goods = await registerGoods(api, laboratory, 1_000, masks());
	const scope = {
		regions: ['CN-HB'],
		kinds: ['Hospital', 'Donor'],
		capabilities: ['IntensiveCare'],
		priority: 'Asap',
	};
	const id = await offer(api, laboratory, goods, 100, { scope, least: 10 });
	const urgent = { priority: 'Asap' };
	const need = await publish(api, hospital, 200, urgent);
	const routine = await publish(api, hospital, 200, { priority: 'Routine' });
	const ofOther = await publish(api, otherHospital, 200, urgent);
	const ofRelief = await publish(api, relief, 200, urgent);
	const ofDonor = await publish(api, donor, 200, urgent);
	const ofLaboratory = await publish(api, laboratory, 200, urgent);
	const taking = (who, of, quantity) => [who.agent, api.tx.needs.take(id, of, quantity)];
	for (const [name, who, of, quantity] of [
		['NotUrgentEnough', hospital, routine, 50],
		['CapabilityMissing', otherHospital, ofOther, 50],
		['KindOutsideScope', relief, ofRelief, 50],
		['RegionOutsideScope', donor, ofDonor, 50],
		['OwnOffer', laboratory, ofLaboratory, 50],
		['NotOwn', otherHospital, need, 50],
		['NeedNotFound', hospital, 999_999, 50],
		['BelowLeast', hospital, need, 9],
		['InsufficientOffer', hospital, need, 101],
	]) {
		await refused(...taking(who, of, quantity), `needs.${name}`);
	}
	await refused(hospital.agent, api.tx.needs.take(999_999, need, 50), 'needs.OfferNotFound');
	const listed = async (of) => {
		const { entries } = await view(api, 'Needs', 'offers_for', of, null, 100);
		return entries.map(([each]) => each);
	};
	assert.deepEqual([await listed(need), await listed(ofOther)], [[id], []]);
	const { findings } = await view(api, 'Needs', 'explain_take', id, ofDonor, 101);
	assert.deepEqual(findings, ['RegionOutsideScope', 'CapabilityMissing', 'InsufficientOffer']);
	const explained = await view(api, 'Needs', 'explain_take', id, need, 95);
	assert.deepEqual(explained, { findings: [], transfer: [] });

	const transfer = await take(api, hospital, id, need, 95);
	const { status, sender, receiver, serves, terms, legs } = await transferOf(transfer);
	assert.deepEqual(
		[status, sender, receiver, serves.need, terms, legs[0].quantity],
		['Accepted', laboratory.id, hospital.id, need, 'Gift', 95n],
	);
	assert.equal(serves.promised, true);
	assert.deepEqual(await progress(need), [105n, 95n, 0n]);
	const holding = await holdingOf(laboratory, goods);
	assert.deepEqual([holding.available, holding.offered, holding.reserved], [900n, 5n, 95n]);
	// What is left is less than the least, and is taken as a whole.
	await refused(...taking(hospital, need, 4), 'needs.BelowLeast');
	const rest = await take(api, hospital, id, need, 5);
	assert.equal((await offerOf(id)).ended[0], 'Taken');
	await refused(...taking(hospital, need, 5), 'needs.Ended');
	// What never leaves is offered again.
	const withdraw = api.tx.circulation.withdraw(rest);
	const { events } = await send(api, hospital.agent, withdraw);
	const returned = await saidBy(api, events, 'needs', 'OfferReturned');
	assert.deepEqual(returned, { offer: id, quantity: 5n, left: 5n });
	assert.deepEqual([(await offerOf(id)).ended, await listed(need)], [null, [id]]);
	assert.deepEqual(await progress(need), [105n, 95n, 0n]);
	const { available, offered, reserved } = await holdingOf(laboratory, goods);
	assert.deepEqual([available, offered, reserved], [900n, 5n, 95n]);
	await take(api, hospital, id, need, 5);

	await dispatch(api, transfer, event(), laboratory.agent);
	await receive(api, transfer, [arrived(95)]);
	assert.deepEqual(await progress(need), [100n, 5n, 95n]);
	assert.equal((await conservationOf(api, goods)).balanced, true);

	// More than the need lacks, and less than the giver keeps.
	const more = await offer(api, laboratory, goods, 400, { keeps: 500 });
	await refused(
		hospital.agent,
		api.tx.needs.take(more, need, 101),
		'circulation.MoreThanNeeded',
	);
	await send(api, laboratory.agent, api.tx.registry.consume(goods, 120, event()));
	assert.deepEqual(await listed(need), []);
	await refused(hospital.agent, api.tx.needs.take(more, need, 1), 'needs.BelowFloor');
});

test('a need that ends within four hours is served by nothing but proposals', async () => {
	const goods = await registerGoods(api, laboratory, 100, masks());
	const id = await offer(api, laboratory, goods, 50);
	const duty = { Send: { share: 100, most: 5, days: 366 } };
	const order = await giveOrder(api, laboratory, { duty });
	const now = await chainTime(api);
	const [early, late] = [now + 3 * HOUR, now + 5 * HOUR];
	const need = await publish(api, hospital, 20, { window: { from: null, until: early } });
	const taking = api.tx.needs.take(id, need, 10);
	await refused(hospital.agent, taking, 'needs.NeedEndsTooSoon');
	const ring = api.tx.needs.ring({ Send: { order, need } });
	await refused(stranger, ring, 'needs.NeedEndsTooSoon');
	const told = { findings: ['NeedEndsTooSoon'], transfer: [] };
	assert.deepEqual(await view(api, 'Needs', 'explain_order', order, need), told);
	assert.deepEqual(await view(api, 'Needs', 'explain_take', id, need, 10), told);
	const { entries } = await view(api, 'Needs', 'offers_for', need, null, 100);
	assert.deepEqual(entries, []);
	await blocks(4);
	assert.equal(await unanswered(need), 0n);
	// Whoever proposes chooses the deadline itself.
	await promise(need, 10, { dispatchBy: early, receiveBy: early + DAY });
	assert.deepEqual(await progress(need), [10n, 10n, 0n]);

	// Where there is more time, it is the deadline if it is over before the days of the pace.
	const other = await publish(api, hospital, 20, { window: { from: null, until: late } });
	await until('the order', async () => (await unanswered(other)) === 5n);
	await take(api, hospital, id, other, 10);
	assert.deepEqual(await progress(other), [10n, 10n, 0n]);
	for (const transfer of await newest(2)) {
		const { dispatchBy, receiveBy } = await transferOf(transfer);
		assert.deepEqual([dispatchBy, receiveBy], [BigInt(late), BigInt(late + 3 * DAY)]);
	}
});

test('rules bind what is taken, and what an order sends', async () => {
	const goods = await registerGoods(api, laboratory, 100);
	const id = await offer(api, laboratory, goods, 50);
	const need = await publish(api, hospital, 40, { class: suit });
	const receiver = must(ofKind('Receiver', 'Donor'));
	const rule = await writeRule(api, laboratory.agent, suit, [receiver]);
	const taking = api.tx.needs.take(id, need, 10);
	await refused(hospital.agent, taking, 'circulation.RuleNotMet');
	const duty = { Send: { share: 100, most: 20, days: 366 } };
	const order = await giveOrder(api, laboratory, { class: suit, duty });
	const ring = api.tx.needs.ring({ Send: { order, need } });
	await refused(stranger, ring, 'circulation.RuleNotMet');
	for (const [name, ...asked] of [
		['explain_take', id, need, 10],
		['explain_order', order, need],
	]) {
		const { findings, transfer } = await view(api, 'Needs', name, ...asked);
		const unmet = transfer.map((finding) => [finding.error, finding.unmet.rule]);
		assert.deepEqual([findings, unmet], [[], [['RuleNotMet', rule]]]);
	}
	await blocks(4);
	assert.equal(await unanswered(need), 0n, 'nor does the worker ring');

	await send(api, laboratory.agent, api.tx.rules.withdrawRule(rule));
	await until('the order', async () => (await unanswered(need)) === 20n);
	await send(api, hospital.agent, taking);
	assert.deepEqual(await progress(need), [30n, 10n, 0n]);
});

test('a standing order sends what expires first, by itself, and no more than its cap', async () => {
	const late = await registerGoods(api, relief, 100);
	const early = await registerGoods(api, relief, 20, suits(inDays(300)));
	const need = await publish(api, hospital, 100, { class: suit, priority: 'Asap' });
	const elsewhere = await publish(api, supplier, 100, { priority: 'Routine' });
	const scope = { ...everybody, regions: ['CN-HB'], priority: 'Asap' };
	const order = await giveOrder(api, relief, {
		class: suit,
		scope,
		floor: { Units: 30 },
		// Half of the 90 above the floor are 45.
		duty: { Send: { share: 50, most: 40, days: 366 } },
	});
	const sent = async () => (await view(api, 'Needs', 'order', order)).lately.sent.quantity;
	await until('the order', async () => (await unanswered(need)) > 0n);
	// It covers nothing until the hospital wants it.
	assert.deepEqual([await unanswered(need), await sent()], [40n, 40n]);
	assert.deepEqual(await progress(need), [100n, 0n, 0n]);
	const [first] = await newest(1);
	const { status, sender, serves, legs } = await transferOf(first);
	assert.deepEqual([status, sender], ['Proposed', relief.id]);
	assert.deepEqual(serves, { need, priority: 'Asap', promised: false });
	assert.deepEqual(
		legs.map((leg) => [leg.lot, leg.quantity]),
		[
			[early, 20n],
			[late, 20n],
		],
	);
	const [{ record }] = (await history(api, { Order: order })).entries;
	assert.deepEqual([record.action, record.actor], ['OrderSent', { Order: order }]);

	// However often it is rung.
	const ringing = (of) => api.tx.needs.ring({ Send: { order, need: of } });
	await refused(stranger, ringing(need), 'needs.PeriodUsedUp');
	await blocks(4);
	assert.equal(await unanswered(need), 40n);
	// What never left counts no more, and is not sent there again in the period.
	await send(api, hospital.agent, api.tx.circulation.reject(first));
	assert.deepEqual([await unanswered(need), await sent()], [0n, 0n]);
	await refused(stranger, ringing(need), 'needs.TurnedDown');
	await blocks(4);
	assert.equal(await unanswered(need), 0n);
	const other = await publish(api, hospital, 100, { class: suit, priority: 'Asap' });
	await until('the order', async () => (await unanswered(other)) > 0n);
	assert.deepEqual([await unanswered(other), await sent()], [40n, 40n]);
	// What left counts, whatever becomes of it.
	const [second] = await newest(1);
	await accept(api, second);
	assert.deepEqual([await progress(other), await unanswered(other)], [[60n, 40n, 0n], 0n]);
	await dispatch(api, second, event(), relief.agent);
	const damaged = { quantity: 10, reason: 'Damaged' };
	await receive(api, second, [arrived(20), arrived(10, { rejected: damaged })]);
	assert.deepEqual([await progress(other), await sent()], [[70n, 0n, 30n], 40n]);
	await refused(stranger, ringing(other), 'needs.PeriodUsedUp');
	const why = async (of) => (await view(api, 'Needs', 'explain_order', order, of)).findings;
	assert.deepEqual(await why(need), ['TurnedDown', 'PeriodUsedUp']);
	assert.deepEqual(await why(elsewhere), [
		'ClassNotNeeded',
		'NotUrgentEnough',
		'RegionOutsideScope',
		'PeriodUsedUp',
	]);
	assert.deepEqual(await why(999_999), ['NeedNotFound']);
	// Of the 80 that stayed, one fewer than the floor is left.
	await send(api, relief.agent, api.tx.registry.consume(late, 51, event()));
	assert.deepEqual(await why(other), ['BelowFloor']);

	const [pause, resume] = [api.tx.needs.pauseOrder(order), api.tx.needs.resumeOrder(order)];
	await refused(donor.agent, pause, 'needs.NotOwn');
	await refused(relief.agent, resume, 'needs.OrderNotPaused');
	await send(api, relief.agent, pause);
	await refused(stranger, ringing(other), 'needs.OrderPaused');
	await send(api, relief.agent, resume);
	const offering = api.tx.needs.ring({ Offer: { order } });
	await refused(stranger, offering, 'needs.OtherDuty');
	const revoke = api.tx.needs.revokeOrder(order);
	await refused(stranger, revoke, 'registry.NotAgent');
	await send(api, relief.agent, revoke);
	await refused(stranger, ringing(other), 'needs.Ended');
	await refused(stranger, api.tx.needs.forget({ Order: order }), 'needs.RecordNotPruned');
});

test('a ring sends four lots at most, and looks at sixteen places of the shelf', async () => {
	const { needs, registry, utility } = api.tx;
	const start = await stored(api, 'registry', 'nextLotId');
	const lots = Array.from({ length: 17 }, (_, place) => start + BigInt(place));
	const entering = lots.map((_, place) =>
		registry.registerLot(suits(inDays(200 + place)), 1, null, event()),
	);
	await send(api, otherHospital.agent, utility.batchAll(entering));
	const need = await publish(api, hospital, 6, { class: suit });
	const duty = { Send: { share: 100, most: 1_000, days: 366 } };
	const order = await giveOrder(api, otherHospital, { class: suit, duty });
	await until('the order', async () => (await unanswered(need)) === 6n);
	// Nor does it send what it, or another order, has proposed already.
	const again = needs.ring({ Send: { order, need } });
	await refused(stranger, again, 'needs.NeedCovered');
	const transfers = await Promise.all((await newest(2)).map(transferOf));
	assert.deepEqual(
		transfers.map(({ legs }) => legs.map((leg) => leg.lot)),
		[lots.slice(0, 4), lots.slice(4, 6)],
	);

	// Of the first sixteen nothing is available any more.
	const offering = lots.slice(6, 16).map((each) => needs.makeOffer(supply(each, 1)));
	await send(api, otherHospital.agent, utility.batchAll(offering));
	const other = await publish(api, hospital, 1, { class: suit });
	const ring = needs.ring({ Send: { order, need: other } });
	await refused(stranger, ring, 'needs.NothingToSend');
	// The sixteenth is.
	const [last] = (await boardOf(otherHospital)).offers.find(
		([, { supply: offered }]) => offered.lot === lots[15],
	);
	await send(api, otherHospital.agent, needs.withdrawOffer(last));
	await until('the order', async () => (await unanswered(other)) === 1n);
	const [sent] = await newest(1);
	assert.equal((await transferOf(sent)).legs[0].lot, lots[15]);
});

test('what an approved sender sends is accepted, and promised, at once', async () => {
	const goods = await registerGoods(api, laboratory, 100);
	await send(api, hospital.agent, api.tx.circulation.approveSender(laboratory.id, 'Receiver'));
	const need = await publish(api, hospital, 10, { class: suit });
	const order = await giveOrder(api, laboratory, { class: suit });
	await until('the order', async () => (await progress(need))[1] === 10n);
	const [transfer] = await newest(1);
	assert.equal((await transferOf(transfer)).status, 'Accepted');
	await refused(stranger, api.tx.needs.ring({ Send: { order, need } }), 'needs.NeedCovered');
	await dispatch(api, transfer, event(), laboratory.agent);
	await receive(api, transfer, [arrived(10)]);
	assert.equal((await needOf(need)).need.ended[0], 'Filled');
	await send(api, laboratory.agent, api.tx.needs.revokeOrder(order));
	// What a person proposes there is so as well.
	const other = await publish(api, hospital, 10, { class: suit });
	const { status, serves } = await transferOf(await serve(other, 4, { of: goods }, laboratory));
	assert.deepEqual([status, serves.promised], ['Accepted', true]);
	assert.deepEqual(await progress(other), [6n, 4n, 0n]);
	await send(api, hospital.agent, api.tx.circulation.revokeSender(laboratory.id, 'Receiver'));
	assert.equal((await conservationOf(api, goods)).balanced, true);
});

test('what an order may say is bounded', async () => {
	const giving = (more) => api.tx.needs.giveOrder(instruction(more));
	const sends = (more) => ({ duty: { Send: { share: 50, most: 1, days: 1, ...more } } });
	const offers = (more) => ({ duty: { Offer: { within: 1, open: 5, least: 1, ...more } } });
	for (const [name, more] of [
		['ClassNotFound', { class: 999 }],
		['RegionNotFound', { scope: { ...everybody, regions: ['CN-XX'] } }],
		['InvalidPace', { pace: { dispatch: 1, transit: 0 } }],
		['ZeroQuantity', sends({ share: 0 })],
		['ZeroQuantity', sends({ most: 0 })],
		['InvalidPeriod', sends({ days: 0 })],
		['InvalidPeriod', sends({ days: 367 })],
		['ZeroQuantity', offers({ least: 0 })],
		['InvalidPeriod', offers({ within: 0 })],
		['InvalidPeriod', offers({ open: 4 })],
		['TooLong', offers({ open: 91 })],
	]) {
		await refused(relief.agent, giving(more), `needs.${name}`);
	}
	await refused(hospital.storekeeper, giving(), 'registry.NotAuthorized');
});

test('a standing order offers what expires soon, by itself', async () => {
	const expiring = await registerGoods(api, supplier, 50, masks(inDays(20)));
	// What would be expired before it arrives is left out.
	await registerGoods(api, supplier, 10, masks(inDays(2)));
	await registerGoods(api, supplier, 500, masks());
	const duty = { Offer: { within: 30, open: 5, least: 10 } };
	const order = await giveOrder(api, supplier, { duty });
	const [[id, made]] = await until('the offer', async () => {
		const { offers } = await boardOf(supplier);
		return offers.length > 0 && offers;
	});
	assert.deepEqual(
		[made.order, made.supply.lot, made.left, made.supply.least],
		[order, expiring, 50n, 10n],
	);
	await refused(stranger, api.tx.needs.ring({ Offer: { order } }), 'needs.NothingToOffer');
	await send(api, supplier.agent, api.tx.needs.revokeOrder(order));
	await send(api, supplier.agent, api.tx.needs.withdrawOffer(id));
	const { entries } = await history(api, { Offer: id });
	assert.deepEqual(
		entries.map(({ record }) => record.action),
		['OfferWithdrawn', 'OrderOffered'],
	);
});

test('an offer whose time is over is released by itself', async () => {
	const goods = await registerGoods(api, supplier, 100);
	const need = await publish(api, hospital, 20, { class: suit });
	const end = (await chainTime(api)) + 8_000;
	const id = await offer(api, supplier, goods, 60, { until: end });
	const taken = await take(api, hospital, id, need, 10);
	assert.equal((await holdingOf(supplier, goods)).offered, 50n);
	const { left, ended } = await until('the release', async () => {
		const found = await offerOf(id);
		return found.ended !== null && found;
	});
	assert.deepEqual([left, ended[0]], [0n, 'Released']);
	assert.ok(ended[1] > BigInt(end));
	assert.equal((await holdingOf(supplier, goods)).available, 90n);
	await refused(hospital.agent, api.tx.needs.take(id, need, 1), 'needs.Ended');
	await refused(stranger, api.tx.needs.ring({ Release: { offer: id } }), 'needs.Ended');
	const [{ record }] = (await history(api, { Offer: id })).entries;
	assert.deepEqual([record.action, record.actor], ['OfferReleased', 'Proof']);
	// What was taken and never leaves is not offered again.
	await send(api, supplier.agent, api.tx.circulation.withdraw(taken));
	const { available, offered } = await holdingOf(supplier, goods);
	assert.deepEqual([available, offered], [100n, 0n]);
	assert.equal((await offerOf(id)).ended[0], 'Released');
});

test('a need whose time is over is asked of the whole country, once, and visibly', async () => {
	const end = (await chainTime(api)) + 20_000;
	const window = { from: null, until: end };
	const need = await publish(api, hospital, 100, { window });
	const covered = await publish(api, hospital, 10, { window });
	const waiting = await promise(covered, 10, { dispatchBy: end, receiveBy: end + DAY });
	const lapse = (of) => api.tx.needs.ring({ Lapse: { need: of } });
	await refused(stranger, lapse(need), 'needs.TimeNotOver');
	await refused(stranger, lapse(999_999), 'needs.NeedNotFound');
	// Nor without a signature.
	const early = await unsigned(api, api.tx.needs.postRing({ Lapse: { need } }, 0));
	const answer = await verdict(api, early, await api.rpc.chain.getBlockHash());
	assert.equal(await errorAt(api, 'needs', answer), 'needs.TimeNotOver');
	await assert.rejects(submit(node.endpoint, early), /Custom error/);

	const found = await until('the escalation', async () => {
		const asked = await needOf(need);
		return asked.need.escalations > 0 && asked;
	});
	const { region, escalations } = found.need;
	assert.deepEqual([region, escalations, found.overdue], ['CN', 1, false]);
	assert.ok(found.need.until > BigInt(end + DAY));
	const listed = async (of) => {
		const { entries } = await view(api, 'Needs', 'open_needs', mask, of, null, 100);
		return entries.map(({ id }) => id);
	};
	assert.ok((await listed('CN')).includes(need));
	assert.ok(!(await listed('CN-HB')).includes(need));
	await blocks(4);
	assert.equal((await needOf(need)).need.escalations, 1);
	const [{ record }] = (await history(api, { Need: need })).entries;
	assert.deepEqual([record.action, record.actor], ['NeedEscalated', 'Proof']);
	// There is a day more to serve it.
	const now = await chainTime(api);
	await promise(need, 100, { dispatchBy: now + 12 * HOUR, receiveBy: now + 2 * DAY });
	assert.deepEqual(await progress(need), [0n, 100n, 0n]);

	// One that is covered waits for what covers it.
	assert.deepEqual((await needOf(covered)).overdue, true);
	await refused(stranger, lapse(covered), 'needs.NeedCovered');
	await refused(donor.agent, sending(covered, 1), 'circulation.NeedNotOpen');
	await send(api, stranger, api.tx.circulation.release(waiting));
	await until('the escalation', async () => (await needOf(covered)).need.escalations > 0);
	assert.deepEqual(await progress(covered), [10n, 0n, 0n]);
});

test('a need that is asked of the whole country expires when its time is over', async () => {
	const [national] = await hospitalsOf(api, 'CN', ['Hospital of the country']);
	const end = (await chainTime(api)) + 6_000;
	const need = await publish(api, national, 10, { window: { from: null, until: end } });
	const ended = await until('the end', async () => (await needOf(need)).need.ended);
	assert.equal(ended[0], 'Expired');
	const lapse = api.tx.needs.ring({ Lapse: { need } });
	await refused(stranger, lapse, 'needs.Ended');
	await refused(national.agent, api.tx.needs.closeNeed(need), 'needs.Ended');
});
