// Beds, hours of staff and slots of a laboratory are for a window of time: they are offered, taken, sent
// and used by the same calls as goods, and end with their window.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	chainTime,
	connect,
	conservationOf,
	finalReport,
	history,
	saidBy,
	send,
	view,
} from '@salus/client';
import {
	beds,
	capacity,
	hand,
	hoursFromNow,
	licenseIntensiveCare,
	nurseHours,
	twoWeeks,
} from '../support/capacity.mjs';
import {
	arrived,
	classes,
	hospital,
	inDays,
	laboratory,
	masks,
	otherHospital,
	proposal,
	relief,
	rounds,
	stranger,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { hospitalsOf } from '../support/hospitals.mjs';
import { giveOrder, offer, publish, request, supply, take } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { must, writeRule } from '../support/rules.mjs';
import { accept, event, fund, receive, registerGoods } from '../support/steps.mjs';
import { until } from '../support/until.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Periods that are so long hardly ever end during a test. */
const YEAR = 366;

const { bed } = classes;

let database, node, api;
let east, west, north, south;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	const names = ['East Lake Hospital', 'West Hill Hospital', 'North Gate', 'South Bank'];
	[east, west, north, south] = await hospitalsOf(api, 'CN-HB', names);
	await licenseIntensiveCare(api, east, west, north, south);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const registering = (identity, quantity = 1) =>
	api.tx.registry.registerLot(identity, quantity, null, event());
const register = (who, quantity, identity) => registerGoods(api, who, quantity, identity);
const using = (lot, quantity, when = null) => api.tx.registry.consume(lot, quantity, when);
const lapsing = (lot, { id }) => api.tx.registry.lapseLot(lot, id, id);
const lotOf = (lot) => view(api, 'Registry', 'lot', lot);
const levelOf = ({ id }, of = bed) => view(api, 'Registry', 'level', id, of);
const holdingOf = ({ id }, lot) => view(api, 'Registry', 'holding', lot, id, id);
const transferOf = (id) => view(api, 'Circulation', 'transfer', id);
const close = (need, { agent }) => send(api, agent, api.tx.needs.closeNeed(need));

/** What of a need is open, promised and delivered. */
const progress = async (id) => {
	const { open, need } = await view(api, 'Needs', 'need', id);
	return [open, need.promised, need.delivered];
};

/** The offers that could be taken for a need. */
const offersFor = async (need) => {
	const { entries } = await view(api, 'Needs', 'offers_for', need, null, 100);
	return entries.map(([id]) => id);
};

const giving = (to, legs, more = {}) =>
	api.tx.circulation.propose(
		proposal(legs, { to: to.id, fromSite: null, toSite: null, ...more }),
	);

/** Proposes a gift, which the receiver accepts; answers with the transfer. */
const agree = async (from, to, legs, more) => {
	const { events } = await send(api, from.agent, giving(to, legs, more));
	const { transfer } = await saidBy(api, events, 'circulation', 'TransferProposed');
	await accept(api, transfer, to.agent);
	return transfer;
};

/** The same, and hands it over; answers with the transfer. */
const give = async (from, to, lot, quantity, more) => {
	const transfer = await agree(from, to, [[lot, quantity]], more);
	await hand(api, from, transfer);
	await receive(api, transfer, [arrived(quantity)], to.agent);
	return transfer;
};

/** The window of a lot, as the chain tells it. */
const windowOf = async (lot) => (await lotOf(lot)).lot.identity.window;
const told = ({ from, until }) => ({ from: BigInt(from), until: BigInt(until) });

test('the free beds of next week are offered, taken and sent like goods, and not used before', async () => {
	const { nextWeek } = twoWeeks();
	await refused(otherHospital.agent, registering(beds(nextWeek)), 'registry.CapabilityMissing');
	const lot = await register(hospital, 70, beds(nextWeek));
	const { lot: registered, expiresAt, expired } = await lotOf(lot);
	assert.deepEqual(registered.identity.window, told(nextWeek));
	assert.deepEqual([expiresAt, expired], [BigInt(nextWeek.until), false]);
	const noUse = { dailyUse: 0n, days: 0, daysOfCover: null };
	assert.deepEqual(await levelOf(hospital), { available: 70n, ...noUse });

	const offered = await offer(api, hospital, lot, 30, { least: 5 });
	const need = await publish(api, otherHospital, 10, { class: bed });
	// What the need's hospital has no licence for, it cannot take.
	assert.deepEqual(await offersFor(need), []);
	const fillable = await view(api, 'Needs', 'needs_for', hospital.id, lot, null, 100);
	assert.deepEqual(
		fillable.entries.map(({ id }) => id),
		[need],
	);
	const taking = (quantity) => api.tx.needs.take(offered, need, quantity);
	await refused(otherHospital.agent, taking(10), 'circulation.CapabilityMissing');
	await licenseIntensiveCare(api, otherHospital);
	assert.deepEqual(await offersFor(need), [offered]);
	await refused(otherHospital.agent, taking(4), 'needs.BelowLeast');
	await refused(otherHospital.agent, taking(11), 'circulation.MoreThanNeeded');
	const transfer = await take(api, otherHospital, offered, need, 10);
	const { status, serves, legs } = await transferOf(transfer);
	assert.deepEqual(
		[status, serves.need, legs[0].lot, legs[0].quantity],
		['Accepted', need, lot, 10n],
	);
	assert.deepEqual(await progress(need), [0n, 10n, 0n]);
	await hand(api, hospital, transfer);
	await receive(api, transfer, [arrived(10)], otherHospital.agent);
	const { ended, delivered } = (await view(api, 'Needs', 'need', need)).need;
	assert.deepEqual([ended[0], delivered], ['Filled', 10n]);

	// Where they are, and what each hospital counts on.
	const { lots, next } = await view(api, 'Registry', 'whereabouts', lot, null, 100);
	assert.deepEqual([lots.map((each) => [each.lot, each.class]), next], [[[lot, bed]], null]);
	const places = lots[0].holdings.map(([{ custodian, owner }, { available, offered }]) => {
		assert.equal(owner, custodian);
		return [custodian, available, offered];
	});
	assert.deepEqual(
		places.sort(([a], [b]) => a - b),
		[
			[hospital.id, 40n, 20n],
			[otherHospital.id, 10n, 0n],
		],
	);
	const stock = await view(api, 'Registry', 'region_stock', 'CN-HB', bed, null, 100);
	assert.deepEqual(stock.levels, [
		[hospital.id, { available: 40n, ...noUse }],
		[otherHospital.id, { available: 10n, ...noUse }],
	]);
	const wanted = request(1, { class: bed });
	const { evidence } = await view(api, 'Needs', 'explain_need', otherHospital.id, wanted);
	assert.deepEqual(evidence, { onHand: 10n, dailyUse: 0n, days: 0 });
	const { entries } = await history(api, { Lot: lot });
	assert.deepEqual(
		entries.map(({ record }) => record.action).reverse(),
		['LotRegistered', 'OfferMade', 'OfferTaken', 'TransferDispatched', 'TransferReceived'],
	);

	for (const when of [null, event()]) {
		await refused(otherHospital.agent, using(lot, 1, when), 'registry.WindowNotBegun');
	}
	const within = { at: nextWeek.from + HOUR, utcOffset: 480 };
	await refused(otherHospital.agent, using(lot, 1, within), 'supervision.EventTimeAhead');
	await refused(stranger, lapsing(lot, otherHospital), 'registry.NotLapsed');
	await send(api, hospital.agent, api.tx.needs.withdrawOffer(offered));
	assert.equal((await conservationOf(api, lot)).balanced, true);
});

test('whoever took beds uses them within their window, and says when that was', async () => {
	const { thisWeek } = twoWeeks();
	const lot = await register(hospital, 20, beds(thisWeek));
	const offered = await offer(api, hospital, lot, 12, { until: Date.now() + DAY });
	const need = await publish(api, south, 8, { class: bed });
	const transfer = await take(api, south, offered, need, 8);
	await hand(api, hospital, transfer);
	await receive(api, transfer, [arrived(8)], south.agent);

	await send(api, south.agent, using(lot, 4));
	await send(api, south.agent, using(lot, 3, event()));
	await refused(south.agent, using(lot, 2), 'registry.InsufficientStock');
	// The window began three hours ago.
	await refused(hospital.agent, using(lot, 1, event(4 * HOUR)), 'registry.WindowNotBegun');
	await send(api, hospital.agent, using(lot, 3, event(2 * HOUR)));
	// What is offered is not used.
	await refused(hospital.agent, using(lot, 6), 'registry.InsufficientStock');
	await send(api, hospital.agent, using(lot, 5));
	const { ledger, balanced } = await conservationOf(api, lot);
	assert.deepEqual([ledger.registered, ledger.consumed, balanced], [20n, 15n, true]);
	assert.equal((await holdingOf(south, lot)).available, 1n);
	// A day that is not over does not count; one may end while this is read.
	const { available, dailyUse, daysOfCover } = await levelOf(south);
	const cover = dailyUse === 0n ? null : (available * 1_000n) / dailyUse;
	assert.deepEqual([available, daysOfCover], [1n, cover]);
	await refused(stranger, lapsing(lot, south), 'registry.NotLapsed');
	await send(api, hospital.agent, api.tx.needs.withdrawOffer(offered));
});

test('a window goes with capacity, is bounded, and is not over', async () => {
	const { nextWeek } = twoWeeks();
	const { from, until: end } = nextWeek;
	const now = await chainTime(api);
	const expiry = inDays(30);
	const furthest = now + 366 * DAY;
	for (const [name, identity] of [
		['WindowRequired', beds(null)],
		['WindowRequired', { ...beds(null), expiry }],
		['UnexpectedWindow', { ...masks(), donor: null, earmark: null, window: nextWeek }],
		['UnexpectedExpiry', { ...beds(nextWeek), expiry }],
		['WindowReversed', beds({ from: end, until: from })],
		['WindowReversed', beds({ from, until: from })],
		['WindowTooLong', beds({ from, until: from + 31 * DAY + 1 })],
		['WindowTooFar', beds({ from: furthest + HOUR, until: furthest + DAY })],
		// Times in microseconds.
		['WindowTooLong', beds({ from: from * 1_000, until: end * 1_000 })],
		['WindowOver', beds({ from: now - 8 * DAY, until: now - DAY })],
		// Times in seconds.
		['WindowOver', beds({ from: Math.round(from / 1_000), until: Math.round(end / 1_000) })],
		['InvalidRange', { ...beds(nextWeek), made: inDays(30).Day }],
	]) {
		await refused(hospital.agent, registering(identity), `registry.${name}`);
	}
	// As long, and as far ahead, as may be; and from before now on.
	for (const window of [
		{ from, until: from + 31 * DAY },
		{ from: furthest, until: furthest + DAY },
		{ from: now - 30 * DAY, until: now + DAY },
	]) {
		const lot = await register(relief, 8, nurseHours(window));
		assert.deepEqual(await windowOf(lot), told(window));
	}
	const goods = await register(relief, 10, masks());
	await refused(stranger, lapsing(goods, relief), 'registry.NotCapacity');
	await refused(stranger, lapsing(999_999, relief), 'registry.LotNotFound');
});

test('slots of a laboratory are a class like others, and do not become goods', async () => {
	const slots = {
		...{ name: 'Nucleic acid test slot', kind: 'Capacity', gtin: null, unit: 'Piece' },
		...{ unitsPerPack: 1, requirements: [], temperature: null, capability: null },
		...{ carrierCapability: null, clinicalCode: null },
	};
	const classing = (of) => api.tx.registry.registerClass(of);
	await assert.rejects(decide(api, classing({ ...slots, requirements: ['Expiry'] })), {
		refusal: 'registry.UnexpectedExpiry',
	});
	const { events } = await decide(api, classing(slots));
	const { class: slot } = await saidBy(api, events, 'registry', 'ClassRegistered');

	const identity = capacity(slot, hoursFromNow(24, 48));
	const lot = await register(laboratory, 96, identity);
	const need = await publish(api, hospital, 20, { class: slot });
	const [dispatchBy, receiveBy] = [Date.now() + HOUR, Date.now() + 3 * HOUR];
	await give(laboratory, hospital, lot, 20, { serves: need, dispatchBy, receiveBy });
	assert.equal((await view(api, 'Needs', 'need', need)).need.ended[0], 'Filled');
	assert.equal((await levelOf(hospital, slot)).available, 20n);
	await refused(hospital.agent, using(lot, 1), 'registry.WindowNotBegun');

	const kits = { ...masks(), donor: null, earmark: null };
	const goods = await register(laboratory, 10, kits);
	const repacking = (inputs, output, classChange) =>
		api.tx.registry.repack(
			inputs.map((from) => ({ lot: from, quantity: 1 })),
			[{ identity: output, quantity: inputs.length, classChange }],
			event(),
		);
	for (const call of [
		repacking([lot], kits, 'PacksSplit'),
		repacking([goods], identity, 'PacksSplit'),
		repacking([lot, goods], identity, null),
		repacking([goods, lot], kits, null),
		api.tx.registry.correctLot(lot, kits, 'WronglyRegistered', event()),
		api.tx.registry.correctLot(goods, identity, 'WronglyRegistered', event()),
	]) {
		await refused(laboratory.agent, call, 'registry.CapacityMixed');
	}
});

test('some beds are repacked for a part of their window, and a wrong window is corrected', async () => {
	const { nextWeek } = twoWeeks();
	const { from, until: end } = nextWeek;
	const weekend = { from: end - 2 * DAY, until: end };
	const lot = await register(east, 70, beds(nextWeek));
	const repacking = (inputs, window, quantity) =>
		api.tx.registry.repack(
			inputs,
			[{ identity: beds(window), quantity, classChange: null }],
			event(),
		);
	const some = (of, quantity) => ({ lot: of, quantity });
	for (const window of [
		{ from: from - 1, until: end },
		{ from, until: end + 1 },
	]) {
		const call = repacking([some(lot, 20)], window, 20);
		await refused(east.agent, call, 'registry.WindowExtended');
	}
	const made = async (call) => {
		const { events } = await send(api, east.agent, call);
		const { outputs } = await saidBy(api, events, 'registry', 'LotRepacked');
		return outputs[0].lot;
	};
	const part = await made(repacking([some(lot, 20)], weekend, 20));
	assert.deepEqual(await windowOf(part), told(weekend));

	// What is made of two is for the time that is in both.
	const later = { from: from + 3 * DAY, until: end + 3 * DAY };
	const ofLater = await register(east, 30, beds(later));
	const inputs = [some(lot, 10), some(ofLater, 10)];
	for (const window of [
		{ from: later.from - 1, until: end },
		{ from: later.from, until: end + 1 },
	]) {
		await refused(east.agent, repacking(inputs, window, 20), 'registry.WindowExtended');
	}
	const both = await made(repacking(inputs, { from: later.from, until: end - DAY }, 20));

	await give(east, west, part, 20);
	const { lots } = await view(api, 'Registry', 'whereabouts', lot, null, 100);
	const places = lots.flatMap(({ lot: of, holdings }) =>
		holdings.map(([{ custodian }, { available }]) => [of, custodian, available]),
	);
	assert.deepEqual(places, [
		[lot, east.id, 40n],
		[part, west.id, 20n],
		[both, east.id, 20n],
	]);
	assert.equal(lots[0].ledger.repackedOut, 30n);
	// Those whose window ends first are used first.
	const shelf = await view(api, 'Registry', 'next_to_expire', east.id, bed, null, 100);
	assert.deepEqual(
		shelf.map(([place]) => [place.lot, place.expiresAt]),
		[
			[both, BigInt(end - DAY)],
			[lot, BigInt(end)],
			[ofLater, BigInt(end + 3 * DAY)],
		],
	);

	const correcting = (of, window) =>
		api.tx.registry.correctLot(of, beds(window), null, event());
	await refused(east.agent, correcting(lot, null), 'registry.WindowRequired');
	await refused(
		east.agent,
		correcting(both, { from: later.from, until: end + 1 }),
		'registry.WindowExtended',
	);
	await refused(west.agent, correcting(part, nextWeek), 'registry.NotRegistrant');
	const { events } = await send(api, east.agent, correcting(lot, later));
	const { corrected, quantity } = await saidBy(api, events, 'registry', 'LotCorrected');
	assert.deepEqual([await windowOf(corrected), quantity], [told(later), 40n]);
	for (const each of [lot, part, ofLater, both, corrected]) {
		assert.equal((await conservationOf(api, each)).balanced, true);
	}
});

test('after the window nothing is sent or made, and use within it is still recorded', async () => {
	const end = (await chainTime(api)) + 30_000;
	const shift = { from: end - 8 * HOUR, until: end };
	const lot = await register(supplier, 40, nurseHours(shift));
	const late = await agree(supplier, relief, [[lot, 5]]);
	const underWay = await agree(supplier, relief, [[lot, 10]]);
	await hand(api, supplier, underWay);
	await refused(
		supplier.agent,
		api.tx.needs.makeOffer(supply(lot, 10, { until: end })),
		'needs.ExpiresBeforeEnd',
	);
	assert.equal((await lotOf(lot)).expired, false);
	await until('the end of the shift', async () => (await chainTime(api)) >= end);

	assert.equal((await lotOf(lot)).expired, true);
	for (const when of [null, event()]) {
		await refused(supplier.agent, using(lot, 1, when), 'registry.WindowOver');
	}
	const leaving = api.tx.circulation.dispatch(late, null, null, null, null, event());
	const wholeShift = [{ identity: nurseHours(shift), quantity: 1, classChange: null }];
	const [{ from }, moved] = [shift, { ...shift, until: end + DAY }];
	for (const [name, call] of [
		['circulation.LotExpired', leaving],
		['circulation.LotExpired', giving(relief, [[lot, 1]])],
		['needs.ExpiresBeforeEnd', api.tx.needs.makeOffer(supply(lot, 1))],
		['registry.Expired', api.tx.registry.repack([{ lot, quantity: 1 }], wholeShift, event())],
		['registry.WindowOver', registering(nurseHours({ from, until: end }))],
		['registry.WindowOver', api.tx.registry.correctLot(lot, nurseHours(moved), null, event())],
	]) {
		await refused(supplier.agent, call, name);
	}
	await send(api, supplier.agent, api.tx.circulation.withdraw(late));

	// What was under way arrives, and whoever has it records when it was used.
	await receive(api, underWay, [arrived(10)], relief.agent);
	await send(api, relief.agent, using(lot, 6, { at: end - 1, utcOffset: 480 }));
	await send(api, supplier.agent, using(lot, 12, event(2 * HOUR)));
	await refused(supplier.agent, using(lot, 1, event(9 * HOUR)), 'registry.WindowNotBegun');
	const { ledger, balanced } = await conservationOf(api, lot);
	assert.deepEqual([ledger.consumed, ledger.destroyed, balanced], [18n, 0n, true]);

	// The rest stays in the books until it lapses, and on no shelf that others are served from.
	for (const who of [supplier, relief]) {
		await refused(stranger, lapsing(lot, who), 'registry.NotLapsed');
	}
	assert.equal((await levelOf(supplier, classes.nurseHours)).available, 18n);
	const { id } = supplier;
	const next = [id, classes.nurseHours, null, 100];
	assert.deepEqual(await view(api, 'Registry', 'next_to_expire', ...next), []);
	// Hours that never were are counted as none.
	const none = api.tx.registry.count(lot, id, 0, 'ClericalError', event());
	await send(api, supplier.agent, none);
	assert.equal(await holdingOf(supplier, lot), null);
	const { ledger: counted } = await conservationOf(api, lot);
	assert.deepEqual([counted.consumed, counted.lost], [18n, 18n]);
});

test('hours of tonight are proposed at once, and not taken at the pace of days', async () => {
	const tonight = hoursFromNow(8, 16);
	const shift = nurseHours(tonight);
	const lot = await register(otherHospital, 40, shift);
	const pace = { dispatch: 1, transit: 1 };
	const window = { from: null, until: Date.now() + 6 * HOUR };
	const offered = await offer(api, otherHospital, lot, 8, { until: window.until, pace });
	const need = await publish(api, hospital, 16, { class: classes.nurseHours, window });
	assert.deepEqual(await offersFor(need), []);
	const taking = api.tx.needs.take(offered, need, 8);
	await refused(hospital.agent, taking, 'circulation.ShelfLifeTooShort');
	const times = { dispatchBy: Date.now() + 2 * HOUR, receiveBy: Date.now() + 4 * HOUR };
	await give(otherHospital, hospital, lot, 16, { serves: need, ...times });
	assert.deepEqual(await progress(need), [0n, 0n, 16n]);
	await send(api, otherHospital.agent, api.tx.needs.withdrawOffer(offered));
});

test('a rule binds beds as it binds goods', async () => {
	const { thisWeek, nextWeek } = twoWeeks();
	const lot = await register(west, 30, beds(nextWeek));
	const soon = await register(west, 10, beds(thisWeek));
	const { available } = await levelOf(west);
	const keeps = must({ KeepsUnits: { units: available - 25n } });
	const lasts = must({ ShelfLife: { days: 1 } });
	const rule = await writeRule(api, west.agent, bed, [keeps, lasts]);
	// Goods of a proposal may arrive for a week, and this week is over sooner.
	for (const [legs, unmet] of [
		[[[lot, 26]], [0]],
		[[[soon, 5]], [1]],
		[
			[
				[lot, 16],
				[soon, 10],
			],
			[0, 1],
		],
		[[[lot, 25]], []],
	]) {
		const proposed = proposal(legs, { to: south.id, fromSite: null, toSite: null });
		const found = await view(api, 'Circulation', 'explain_transfer', west.id, proposed);
		assert.deepEqual(
			found.map(({ error, unmet: { rule: of, condition } }) => [error, of, condition]),
			unmet.map((condition) => ['RuleNotMet', rule, condition]),
		);
		if (unmet.length > 0) {
			await refused(west.agent, giving(south, legs), 'circulation.RuleNotMet');
		} else {
			await send(api, west.agent, giving(south, legs));
		}
	}
	await send(api, west.agent, api.tx.rules.withdrawRule(rule));
});

test('a standing order sends beds by itself, those that end first, and keeps its floor', async () => {
	const { thisWeek, nextWeek } = twoWeeks();
	const late = await register(north, 30, beds(nextWeek));
	const early = await register(north, 10, beds(thisWeek));
	// Over before they could arrive.
	await register(north, 5, beds(hoursFromNow(0, 24)));
	const need = await publish(api, south, 20, { class: bed });
	const order = await giveOrder(api, north, {
		class: bed,
		floor: { Units: 13 },
		// Half of the 32 above the floor are 16.
		duty: { Send: { share: 50, most: 100, days: YEAR } },
	});
	const unanswered = async () => (await view(api, 'Needs', 'need', need)).need.unanswered;
	await until('the order', async () => (await unanswered()) > 0n);
	assert.deepEqual([await progress(need), await unanswered()], [[20n, 0n, 0n], 16n]);
	const transfer = (await api.query.circulation.nextTransferId()).toNumber() - 1;
	const { status, sender, serves, legs } = await transferOf(transfer);
	assert.deepEqual([status, sender, serves.need], ['Proposed', north.id, need]);
	assert.deepEqual(
		legs.map((leg) => [leg.lot, leg.quantity]),
		[
			[early, 10n],
			[late, 6n],
		],
	);
	const ring = api.tx.needs.ring({ Send: { order, need } });
	await refused(stranger, ring, 'needs.PeriodUsedUp');
	await accept(api, transfer, south.agent);
	assert.deepEqual([await progress(need), await unanswered()], [[4n, 16n, 0n], 0n]);
	await hand(api, north, transfer);
	await receive(api, transfer, [arrived(10), arrived(6)], south.agent);
	assert.deepEqual(await progress(need), [4n, 0n, 16n]);
	await send(api, south.agent, using(early, 10));
	await send(api, north.agent, api.tx.needs.revokeOrder(order));
	await close(need, south);
});

test('a standing order offers the beds that end soon, by itself, while they last', async () => {
	const [giver] = await hospitalsOf(api, 'CN-HB', ['Reed River Hospital']);
	await licenseIntensiveCare(api, giver);
	const { thisWeek, nextWeek } = twoWeeks();
	await register(giver, 30, beds(nextWeek));
	const soon = await register(giver, 12, beds(thisWeek));
	const order = await giveOrder(api, giver, {
		class: bed,
		floor: { Units: 32 },
		duty: { Offer: { within: 7, open: 14, least: 2 } },
	});
	const [[id, { supply: made, left }]] = await until('the offer', async () => {
		const { offers } = await view(api, 'Needs', 'board', giver.id);
		return offers.length > 0 && offers;
	});
	assert.deepEqual([made.lot, left, made.least, made.keeps], [soon, 10n, 2n, 32n]);
	// Fourteen days would be beyond the week.
	assert.equal(made.until, BigInt(thisWeek.until - 1));
	await refused(stranger, api.tx.needs.ring({ Offer: { order } }), 'needs.BelowFloor');

	const need = await publish(api, south, 10, { class: bed });
	assert.deepEqual(await offersFor(need), [id]);
	const transfer = await take(api, south, id, need, 10);
	await hand(api, giver, transfer);
	await receive(api, transfer, [arrived(10)], south.agent);
	await send(api, south.agent, using(soon, 10));
	await send(api, giver.agent, api.tx.needs.revokeOrder(order));
	const { ledger, balanced } = await conservationOf(api, soon);
	assert.deepEqual([ledger.consumed, balanced], [10n, true]);
});
