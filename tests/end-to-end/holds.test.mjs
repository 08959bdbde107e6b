// Holds: who places one and who lifts it, what goods do while something holds them, and how units that are
// held go back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	connect,
	conservationOf,
	finalReport,
	history,
	nameOf,
	saidBy,
	send,
	view,
} from '@salus/client';
import { commissionOf } from '../support/assembly.mjs';
import {
	arrived,
	carrier,
	donor,
	hospital,
	laboratory,
	masks,
	otherHospital,
	proposal,
	relief,
	rounds,
	sscc,
	stranger,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { holdsOn, liftHold, lifting, onHolding, onLot, placeHold, placing } from '../support/holds.mjs';
import { offer, publish, supply } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { nationalCommission } from '../support/recalls.mjs';
import { allRefused } from '../support/refusal.mjs';
import {
	accept,
	dispatch,
	event,
	fund,
	propose,
	receive,
	registerMasks,
	ship,
} from '../support/steps.mjs';

const DAY = 86_400_000;

/** How many holds a custodian places on one holding, and how many it, supervisors and governance do. */
const [MAX_OWN, MAX_WITH_SUPERVISORS] = [4, 12];

/** What custodians place, and what supervisors do. */
const ownKinds = ['Quarantine', 'Damage', 'ColdChainBreach', 'Legal'];
const supervisorKinds = [...ownKinds, 'CountDemanded'];

const hubei = commissionOf('CN-HB');
const shanghai = commissionOf('CN-SH');

const digest = `0x${'d1'.repeat(32)}`;

let database, node, api, national, lot, given, place;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	national = await nationalCommission(api);

	lot = await registerMasks(api, 10_000);
	given = await ship(api, [[lot, 500]]);
	await receive(api, given, [arrived(500)]);
	place = onHolding(lot, hospital);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const holdingOf = ({ id }, of = lot) => view(api, 'Registry', 'holding', of, id, id);
const stateOf = async (who, of = lot) => {
	const { available, quarantined, held } = await holdingOf(who, of);
	return [available, quarantined, held];
};
/** What holds a place, by kind, extent and who placed it. */
const told = async (where = place) =>
	(await holdsOn(api, where)).map(({ kind, extent, by }) => [kind, extent, by]);
const using = (quantity, of = lot) => api.tx.registry.consume(of, quantity, event());
const counting = ({ id }, counted, of = lot) =>
	api.tx.registry.count(of, id, counted, 'StockTake', event());
const destroying = ({ id }, quantity, from, of = lot) => {
	const how = { from, reason: 'Other', document: null };
	return api.tx.registry.destroy(of, id, quantity, how, event());
};
/** Some of what the hospital has, to the other one. */
const onward = () =>
	proposal([[lot, 5]], { to: otherHospital.id, fromSite: null, toSite: null });
/** What the hospital was given and sends back, from what it has available or in quarantine. */
const back = (quantity, from) =>
	api.tx.circulation.propose(
		proposal([[lot, quantity]], {
			...{ to: donor.id, fromSite: null, toSite: null },
			terms: { Return: { of: given, from } },
		}),
	);
const sendBack = async (quantity, from) => {
	const { events } = await send(api, hospital.agent, back(quantity, from));
	return (await saidBy(api, events, 'circulation', 'TransferProposed')).transfer;
};
/** The whole way of goods that go back. */
const bring = async (transfer, quantity) => {
	await accept(api, transfer, donor.agent);
	await dispatch(api, transfer, event(), hospital.agent);
	await receive(api, transfer, [arrived(quantity)], donor.agent);
};

test('units that a stock agent holds are quarantined, and merge into one hold of their kind', async () => {
	const { events } = await send(
		...[api, hospital.storekeeper, placing(api, place, 'Quarantine', { units: 20 })],
	);
	const { hold, ...said } = await saidBy(api, events, 'recalls', 'HoldPlaced');
	const twenty = { Units: 20n };
	assert.deepEqual(said, { place, kind: 'Quarantine', extent: twenty, by: 'Custodian' });
	assert.deepEqual(await stateOf(hospital), [480n, 20n, false]);
	const more = { units: 5, reason: 'Of the same box', document: digest };
	assert.equal(await placeHold(api, hospital.agent, place, 'Quarantine', more), hold);
	assert.deepEqual(await stateOf(hospital), [475n, 25n, false]);
	const [merged] = await holdsOn(api, place);
	assert.deepEqual([merged.id, merged.extent], [hold, { Units: 25n }]);
	assert.deepEqual([merged.reason, merged.document], [more.reason, digest]);
	await placeHold(api, hospital.agent, place, 'Damage', { units: 3 });
	assert.deepEqual(await told(), [
		['Quarantine', { Units: 25n }, 'Custodian'],
		['Damage', { Units: 3n }, 'Custodian'],
	]);
	assert.deepEqual(await stateOf(hospital), [472n, 28n, false]);
});

test('units are lifted a part at a time, and no more of them than a hold holds', async () => {
	const [quarantine, damage] = await holdsOn(api, place);
	const lift = (hold, more) => lifting(api, place, hold, more);
	await allRefused(api, [
		[hospital.agent, lift(quarantine.id, { units: 26 }), 'recalls.ExceedsHeld'],
		[hospital.agent, lift(quarantine.id, { units: 0 }), 'recalls.ZeroQuantity'],
		[hospital.agent, lift(quarantine.id, { reason: '' }), 'recalls.InvalidCharacters'],
		[hospital.agent, lift(999_999), 'recalls.HoldNotFound'],
		[hospital.agent, lifting(api, onLot(lot), quarantine.id), 'recalls.HoldNotFound'],
		// What is quarantined is not used, and there is no more of what is not.
		[hospital.agent, using(473), 'registry.InsufficientStock'],
	]);
	const said = await liftHold(api, hospital.storekeeper, place, quarantine.id, { units: 10 });
	assert.deepEqual([said.units, said.isLast], [10n, false]);
	assert.deepEqual(await stateOf(hospital), [482n, 18n, false]);
	const rest = await liftHold(api, hospital.storekeeper, place, quarantine.id);
	assert.deepEqual([rest.units, rest.kind, rest.isLast], [15n, 'Quarantine', false]);
	const last = await liftHold(api, hospital.agent, place, damage.id);
	assert.deepEqual([last.units, last.isLast], [3n, true]);
	assert.deepEqual(await stateOf(hospital), [500n, 0n, false]);
	assert.deepEqual(await told(), []);
});

test('a whole holding is held as long as one hold is left of several', async () => {
	const holds = [];
	for (const kind of ownKinds) holds.push(await placeHold(api, hospital.storekeeper, place, kind));
	assert.equal(holds.length, MAX_OWN);
	// Nothing changes its bucket.
	assert.deepEqual(await stateOf(hospital), [500n, 0n, true]);
	await allRefused(api, [
		[hospital.agent, placing(api, place, 'Legal'), 'recalls.AlreadyHeld'],
		[hospital.agent, placing(api, place, 'Damage', { units: 1 }), 'recalls.TooManyHolds'],
		[hospital.agent, lifting(api, place, holds[0], { units: 1 }), 'recalls.WholeOnly'],
		[hospital.agent, api.tx.circulation.propose(onward()), 'circulation.Held'],
		[hospital.agent, api.tx.needs.makeOffer(supply(lot, 10)), 'registry.Held'],
	]);
	// The hospital is licensed for the cold chain, so it lifts that one too.
	for (const [position, hold] of holds.entries()) {
		await allRefused(api, [[hospital.agent, using(1), 'registry.Held']]);
		const { units, isLast } = await liftHold(api, hospital.storekeeper, place, hold);
		assert.deepEqual([units, isLast], [null, position === MAX_OWN - 1]);
	}
	assert.deepEqual(await stateOf(hospital), [500n, 0n, false]);
	await send(api, hospital.agent, using(1));
});

test('nobody places what is not its to place', async () => {
	const [all, none] = [onLot(lot), onLot(999_999)];
	const units = { units: 5 };
	await allRefused(api, [
		[stranger, placing(api, place, 'Quarantine'), 'registry.NotAgent'],
		[donor.dispatcher, placing(api, onHolding(lot, donor), 'Quarantine'), 'registry.NotAuthorized'],
		[carrier.agent, placing(api, place, 'Quarantine'), 'recalls.NotAuthorized'],
		// Whose lot it was does not hold what is another's, nor the lot.
		[donor.agent, placing(api, place, 'Quarantine'), 'recalls.NotAuthorized'],
		[donor.agent, placing(api, all, 'Quarantine'), 'recalls.NotAuthorized'],
		// A commission of another region: of the holding, and of who registered the lot.
		[shanghai.agent, placing(api, place, 'Quarantine'), 'recalls.NotAuthorized'],
		[hubei.agent, placing(api, all, 'Quarantine'), 'recalls.NotAuthorized'],
		[hospital.agent, placing(api, place, 'Recall'), 'recalls.KindNotYours'],
		[hospital.agent, placing(api, place, 'CountDemanded'), 'recalls.KindNotYours'],
		[hubei.agent, placing(api, place, 'Recall'), 'recalls.KindNotYours'],
		[shanghai.agent, placing(api, all, 'CountDemanded'), 'recalls.KindNotYours'],
		[hubei.agent, placing(api, place, 'Quarantine', units), 'recalls.UnitsOfLot'],
		[shanghai.agent, placing(api, all, 'Quarantine', units), 'recalls.UnitsOfLot'],
		[national.agent, placing(api, none, 'Quarantine'), 'recalls.LotNotFound'],
		[national.agent, placing(api, onHolding(lot, laboratory), 'Legal'), 'recalls.HoldingNotFound'],
		[hospital.agent, placing(api, place, 'Damage', { units: 0 }), 'recalls.ZeroQuantity'],
		[hospital.agent, placing(api, place, 'Damage', { units: 500 }), 'registry.InsufficientStock'],
		[hospital.agent, placing(api, place, 'Damage', { reason: '' }), 'recalls.InvalidCharacters'],
	]);
	const byCouncil = (call, refusal) => assert.rejects(decide(api, call), { refusal });
	await byCouncil(placing(api, place, 'Recall'), 'recalls.KindNotYours');
	await byCouncil(placing(api, place, 'Legal', units), 'recalls.UnitsOfLot');
	assert.deepEqual(await told(), []);
});

test('a custodian leaves room for whoever supervises it, and there is an end to that too', async () => {
	const each = (kinds) => api.tx.utility.batchAll(kinds.map((kind) => placing(api, place, kind)));
	await send(api, hospital.agent, each(ownKinds.slice(2)));
	await send(api, hubei.agent, each(supervisorKinds));
	await send(api, national.agent, each(supervisorKinds));
	const holds = await holdsOn(api, place);
	assert.equal(holds.length, MAX_WITH_SUPERVISORS);
	await allRefused(api, [
		[hospital.agent, placing(api, place, 'Damage'), 'recalls.TooManyHolds'],
		[national.agent, placing(api, place, 'Legal'), 'recalls.AlreadyHeld'],
	]);
	await assert.rejects(decide(api, placing(api, place, 'Legal')), { refusal: 'recalls.TooManyHolds' });
	// Over a wider region, it lifts the other's and the custodian's too.
	const lifts = holds.map(({ id }) => lifting(api, place, id));
	await send(api, national.agent, api.tx.utility.batchAll(lifts));
	assert.deepEqual(await told(), []);
});

// Everybody who might lift a hold on what the hospital has.
const lifters = {
	'the custodian': hospital.storekeeper,
	'the commission of its region': hubei.agent,
	// It is admitted before the first test.
	get 'the commission of the country'() {
		return national.agent;
	},
	'the council': null,
};
const strangers = [shanghai.agent, donor.agent, otherHospital.agent];

/** Of what each placed: how it does, what it is named, and who lifts it. */
const table = [
	{
		placer: 'the custodian',
		placed: () => placeHold(api, hospital.storekeeper, place, 'Quarantine'),
		named: ['Quarantine', 'Whole', 'Custodian'],
		lifted: Object.keys(lifters),
	},
	{
		placer: 'the commission of its region',
		placed: () => placeHold(api, hubei.agent, place, 'Legal'),
		named: ['Legal', 'Whole', { Supervisor: hubei.id }],
		lifted: Object.keys(lifters).slice(1),
	},
	{
		placer: 'the commission of the country',
		placed: () => placeHold(api, national.agent, place, 'Quarantine'),
		// Its identifier is given when it is admitted.
		named: () => ['Quarantine', 'Whole', { Supervisor: national.id }],
		lifted: Object.keys(lifters).slice(2),
	},
	{
		placer: 'the council',
		placed: async () => {
			const { events } = await decide(api, placing(api, place, 'CountDemanded'));
			return (await saidBy(api, events, 'recalls', 'HoldPlaced')).hold;
		},
		named: ['CountDemanded', 'Whole', 'Governance'],
		lifted: Object.keys(lifters).slice(3),
	},
	{
		placer: 'the chain',
		placed: async () => {
			const transfer = await ship(api, [[lot, 1]]);
			const { events } = await receive(api, transfer, [{ ...arrived(1), condition: 'Damaged' }]);
			return (await saidBy(api, events, 'recalls', 'HoldPlaced')).hold;
		},
		named: ['Damage', { Units: 1n }, 'Chain'],
		lifted: Object.keys(lifters),
	},
];

for (const { placer, placed, named, lifted } of table) {
	test(`what ${placer} holds is lifted by ${lifted.join(', ')}, and by nobody else`, async () => {
		const others = Object.keys(lifters).filter((each) => !lifted.includes(each));
		const refused = [...others.map((each) => lifters[each]), ...strangers];
		for (const [turn, lifter] of lifted.entries()) {
			const hold = await placed();
			assert.deepEqual(await told(), [typeof named === 'function' ? named() : named]);
			const call = () => lifting(api, place, hold);
			if (turn === 0) {
				await allRefused(api, [
					...refused.map((who) => [who, call(), 'recalls.NotAuthorized']),
					[stranger, call(), 'registry.NotAgent'],
				]);
			}
			const { events } = await (lifters[lifter]
				? send(api, lifters[lifter], call())
				: decide(api, call()));
			const said = await saidBy(api, events, 'recalls', 'HoldLifted');
			assert.deepEqual([said.place, said.hold, said.isLast], [place, hold, true]);
			assert.deepEqual(await told(), []);
			const [, quarantined, held] = await stateOf(hospital);
			assert.deepEqual([quarantined, held], [0n, false]);
		}
	});
}

/** What the tests of a held lot share. */
const shared = {};

test('of a held lot nothing is used or passed on: set aside before, in a batch or by proxy', async () => {
	const { circulation, needs, proxy, registry, utility } = api.tx;
	shared.reserved = await propose(api, [[lot, 30]]);
	await accept(api, shared.reserved);
	shared.offer = await offer(api, donor, lot, 40);
	const need = await publish(api, hospital, 50);
	for (const [kind, { agent }] of [
		['Any', carrier],
		['Stock', relief],
	]) {
		await send(api, hospital.agent, proxy.addProxy(agent.address, kind, 0));
	}
	const beforehand = await Promise.all([donor, hospital].map((who) => stateOf(who)));
	shared.hold = await placeHold(api, shanghai.agent, onLot(lot), 'Legal', { document: digest });

	const identity = { ...masks(), batch: 'M20200119' };
	const repacking = ({ agent }) => [
		agent,
		registry.repack(
			[{ lot, quantity: 10 }],
			[{ identity, quantity: 10, classChange: null }],
			event(),
		),
		'registry.Held',
	];
	const passing = ['Gift', 'Sale', { Loan: { due: Date.now() + 30 * DAY } }].map((terms) => [
		donor.agent,
		circulation.propose(proposal([[lot, 5]], { terms })),
		'circulation.Held',
	]);
	const asHospital = (call) => proxy.proxy(hospital.agent.address, null, call);
	const throughProxy = asHospital(using(1));
	const leaving = circulation.dispatch(
		...[shared.reserved, carrier.id, sscc, null, null, event()],
	);
	await allRefused(api, [
		...passing,
		[hospital.agent, circulation.propose(onward()), 'circulation.Held'],
		[donor.agent, leaving, 'circulation.Held'],
		[donor.agent, needs.makeOffer(supply(lot, 10)), 'registry.Held'],
		[hospital.agent, needs.take(shared.offer, need, 10), 'circulation.Held'],
		[hospital.agent, using(1), 'registry.Held'],
		repacking(donor),
		repacking(hospital),
		[donor.agent, registry.correctLot(lot, identity, null, event()), 'registry.Held'],
		[hospital.agent, utility.batchAll([using(1)]), 'registry.Held'],
		[hospital.agent, utility.batch([using(1)]), 'registry.Held'],
		[hospital.agent, utility.forceBatch([using(1)]), 'registry.Held'],
		[donor.agent, utility.batchAll([circulation.propose(proposal([[lot, 5]]))]), 'circulation.Held'],
		[carrier.agent, throughProxy, 'registry.Held'],
		[relief.agent, throughProxy, 'registry.Held'],
		// A proxy for stock sets units aside; it holds no whole, and releases nothing.
		[relief.agent, asHospital(placing(api, place, 'Quarantine')), 'system.CallFiltered'],
		[relief.agent, asHospital(lifting(api, onLot(lot), shared.hold)), 'system.CallFiltered'],
	]);
	// Each of its units stays in its bucket, and no holding of the lot is held by itself.
	assert.deepEqual(await Promise.all([donor, hospital].map((who) => stateOf(who))), beforehand);
	await send(api, hospital.agent, needs.closeNeed(need));
});

test('the views that explain say so beforehand, and a plan would be refused so', async () => {
	const held = [{ leg: 0, error: 'Held', unmet: null }];
	const wanted = proposal([[lot, 5]]);
	assert.deepEqual(await view(api, 'Circulation', 'explain_transfer', donor.id, wanted), held);
	assert.deepEqual(await view(api, 'Circulation', 'explain_dispatch', shared.reserved, null), held);
	const line = {
		...{ giver: donor.id, goods: { Lot: lot }, receiver: hospital.id },
		...{ serves: null, quantity: 5 },
	};
	const { dispatchBy, receiveBy } = wanted;
	const { findings, lines } = await view(
		...[api, 'Reallocation', 'explain_plan', [line], dispatchBy, receiveBy],
	);
	assert.deepEqual(findings, []);
	assert.equal(nameOf(api, lines[0].outcome.Refused.error), 'circulation.Held');
});

test('it can be counted, destroyed, set aside further, withdrawn, and sent back', async () => {
	const [available] = await stateOf(hospital);
	await send(api, hospital.storekeeper, counting(hospital, available - 10n));
	await send(api, hospital.storekeeper, destroying(hospital, 10, 'Available'));
	assert.equal((await holdingOf(hospital)).available, available - 20n);

	const units = await placeHold(api, hospital.storekeeper, place, 'Damage', { units: 8 });
	await send(api, hospital.storekeeper, destroying(hospital, 3, 'Quarantined'));
	// Of the units that are left, those that are released are held with the lot.
	await liftHold(api, hospital.storekeeper, place, units);
	assert.deepEqual(await stateOf(hospital), [available - 23n, 0n, false]);

	const [ofDonor] = await stateOf(donor);
	await send(api, donor.agent, api.tx.circulation.withdraw(shared.reserved));
	await send(api, donor.agent, api.tx.needs.withdrawOffer(shared.offer));
	assert.equal((await holdingOf(donor)).available, ofDonor + 70n);

	// What goes back of a held lot is looked at before it is used.
	await bring(await sendBack(20, 'Available'), 20);
	assert.deepEqual(await stateOf(hospital), [available - 43n, 0n, false]);
	assert.deepEqual(await stateOf(donor), [ofDonor + 70n, 20n, false]);
	assert.deepEqual(await told(onHolding(lot, donor)), [
		['Quarantine', { Units: 20n }, 'Chain'],
		['Legal', 'Whole', { Supervisor: shanghai.id }],
	]);
	assert.equal((await conservationOf(api, lot)).balanced, true);
});

test('the holds on a lot are told with those of each holding, and say on what they are', async () => {
	const [whole, ...others] = await holdsOn(api, onLot(lot));
	assert.deepEqual(others, []);
	assert.deepEqual(whole.on, onLot(lot));
	const { id, kind, extent, by, reason, document, placedAt } = whole;
	assert.deepEqual([id, kind, extent, by], [shared.hold, 'Legal', 'Whole', { Supervisor: shanghai.id }]);
	assert.deepEqual([reason, document], ['To be inspected', digest]);
	assert.ok(Math.abs(Date.now() - Number(placedAt)) < 300_000);

	const ofDonor = onHolding(lot, donor);
	const both = await holdsOn(api, ofDonor);
	assert.deepEqual(
		both.map(({ on }) => on),
		[ofDonor, onLot(lot)],
	);
	assert.deepEqual(
		both.map(({ liftedBy }) => liftedBy),
		[
			['Custodian', 'WiderCommission', 'Governance'],
			[{ Commission: shanghai.id }, 'WiderCommission', 'Governance'],
		],
	);
	assert.deepEqual(await holdsOn(api, onLot(999_999)), []);
});

test('what an institution has that is held is listed, page by page', async () => {
	const [whole, units, free] = [
		await registerMasks(api, 10),
		await registerMasks(api, 20),
		await registerMasks(api, 30),
	];
	await placeHold(api, donor.agent, onHolding(whole, donor), 'Legal');
	await placeHold(api, donor.agent, onHolding(units, donor), 'Damage', { units: 5 });
	const all = [];
	for (let after = null; ; ) {
		const page = await view(api, 'Recalls', 'held_of', donor.id, after, 1);
		assert.ok(page.holdings.length <= 1);
		all.push(...page.holdings);
		if (page.next === null) break;
		after = page.next;
	}
	const ofDonor = { custodian: donor.id, owner: donor.id };
	const found = new Map();
	for (const { key: { lot: of, ...custody }, holding, lotHeld } of all) {
		assert.deepEqual(custody, ofDonor);
		found.set(of, [holding.held, holding.quarantined, lotHeld]);
	}
	assert.equal(found.size, all.length);
	const expected = [
		[lot, [false, 20n, true]],
		[whole, [true, 0n, false]],
		[units, [false, 5n, false]],
	];
	assert.deepEqual(found, new Map(expected));
	assert.ok(!found.has(free));
	const page = await view(api, 'Recalls', 'held_of', donor.id, null, 256);
	assert.deepEqual([page.holdings, page.next], [all, null]);
	const none = await view(api, 'Recalls', 'held_of', laboratory.id, null, 256);
	assert.deepEqual(none.holdings, []);
});

test('once nothing holds the lot, it moves again, and its trail says who held and who lifted', async () => {
	const [cameBack] = await holdsOn(api, onHolding(lot, donor));
	await liftHold(api, donor.agent, onHolding(lot, donor), cameBack.id);
	const lift = lifting(api, onLot(lot), shared.hold);
	await allRefused(api, [
		[donor.agent, lift, 'recalls.NotAuthorized'],
		[hubei.agent, lift, 'recalls.NotAuthorized'],
		[stranger, lift, 'registry.NotAgent'],
	]);
	const { isLast, units } = await liftHold(api, shanghai.agent, onLot(lot), shared.hold);
	assert.deepEqual([isLast, units], [true, null]);
	await send(api, hospital.agent, using(1));
	const { entries } = await history(api, { Lot: lot });
	const acts = entries.map(({ record: { action, institution } }) => [action, institution]);
	assert.deepEqual(acts.slice(0, 3), [
		['LotConsumed', hospital.id],
		['HoldLifted', shanghai.id],
		['HoldLifted', donor.id],
	]);
	const placed = acts.filter(([action]) => action === 'HoldPlaced').map(([, by]) => by);
	assert.equal(placed[0], hospital.id);
	assert.equal(placed[1], shanghai.id);
	const byCouncil = entries.find(
		({ record }) => record.action === 'HoldPlaced' && record.institution === null,
	);
	assert.deepEqual(byCouncil.record.actor, { Authority: 'Council' });
});

test('goods under way arrive quarantined when their lot or their giver’s holding is held', async () => {
	const [available] = await stateOf(hospital);
	const ofDonor = onHolding(lot, donor);
	const [first, second, third] = [
		await ship(api, [[lot, 11]]),
		await ship(api, [[lot, 12]]),
		await ship(api, [[lot, 13]]),
	];
	const onAll = await placeHold(api, shanghai.agent, onLot(lot), 'Legal');
	await receive(api, first, [arrived(11)]);
	await liftHold(api, shanghai.agent, onLot(lot), onAll);
	const onGiver = await placeHold(api, donor.agent, ofDonor, 'Quarantine');
	await receive(api, second, [arrived(12)]);
	await liftHold(api, donor.agent, ofDonor, onGiver);
	assert.deepEqual(await stateOf(hospital), [available, 23n, false]);
	assert.deepEqual(await told(), [['Quarantine', { Units: 23n }, 'Chain']]);
	// What held it was lifted before it arrived.
	await receive(api, third, [arrived(13)]);
	assert.deepEqual(await stateOf(hospital), [available + 13n, 23n, false]);
	const [{ id }] = await holdsOn(api, place);
	await liftHold(api, hospital.storekeeper, place, id);
	assert.deepEqual(await stateOf(hospital), [available + 36n, 0n, false]);
});

test('units that are held go back as they are, and are held where they came from', async () => {
	const [available] = await stateOf(hospital);
	const [ofDonor] = await stateOf(donor);
	await placeHold(api, hospital.storekeeper, place, 'Quarantine', { units: 30 });
	await allRefused(api, [[hospital.agent, back(31, 'Quarantined'), 'circulation.InsufficientStock']]);
	const withdrawn = await sendBack(20, 'Quarantined');
	const reserved = await holdingOf(hospital);
	assert.deepEqual([reserved.reserved, reserved.quarantined], [20n, 10n]);
	assert.deepEqual(await told(), [['Quarantine', { Units: 10n }, 'Custodian']]);
	await send(api, hospital.agent, api.tx.circulation.withdraw(withdrawn));
	// They lost the hold that they were under, and the chain holds them.
	assert.deepEqual(await stateOf(hospital), [available - 30n, 30n, false]);
	assert.deepEqual(await told(), [
		['Quarantine', { Units: 10n }, 'Custodian'],
		['Quarantine', { Units: 20n }, 'Chain'],
	]);
	await bring(await sendBack(25, 'Quarantined'), 25);
	assert.deepEqual(await stateOf(donor), [ofDonor, 25n, false]);
	assert.deepEqual(await told(onHolding(lot, donor)), [['Quarantine', { Units: 25n }, 'Chain']]);
	// The oldest hold gave up its units first.
	assert.deepEqual(await told(), [['Quarantine', { Units: 5n }, 'Chain']]);
	for (const [{ agent }, where] of [
		[hospital, place],
		[donor, onHolding(lot, donor)],
	]) {
		const [{ id }] = await holdsOn(api, where);
		await liftHold(api, agent, where, id);
	}
	assert.deepEqual(await stateOf(hospital), [available - 25n, 0n, false]);
	assert.deepEqual(await stateOf(donor), [ofDonor + 25n, 0n, false]);
});

test('a count that was demanded ends the hold, also one that becomes a claim', async () => {
	const [available] = await stateOf(hospital);
	for (const [counted, method] of [
		[available, 'LotCounted'],
		[available + 5n, 'CountClaimed'],
	]) {
		const hold = await placeHold(api, hubei.agent, place, 'CountDemanded');
		await allRefused(api, [
			[hospital.agent, lifting(api, place, hold), 'recalls.NotAuthorized'],
			[hospital.agent, using(1), 'registry.Held'],
		]);
		const { events } = await send(api, hospital.storekeeper, counting(hospital, counted));
		await saidBy(api, events, 'registry', method);
		const said = await saidBy(api, events, 'recalls', 'HoldLifted');
		assert.deepEqual(
			[said.place, said.hold, said.kind, said.isLast],
			[place, hold, 'CountDemanded', true],
		);
		assert.deepEqual(await stateOf(hospital), [available, 0n, false]);
	}
	await send(api, donor.agent, api.tx.registry.dismissCount(lot, hospital.id));
	// It ends no other hold.
	const legal = await placeHold(api, hubei.agent, place, 'Legal');
	await send(api, hospital.storekeeper, counting(hospital, available));
	assert.deepEqual(await told(), [['Legal', 'Whole', { Supervisor: hubei.id }]]);
	await liftHold(api, hubei.agent, place, legal);
});

test('what is counted away and found again is held as before', async () => {
	const few = await registerMasks(api, 10);
	const where = onHolding(few, donor);
	const hold = await placeHold(api, donor.agent, where, 'Legal');
	await send(api, donor.agent, counting(donor, 0, few));
	assert.deepEqual(await stateOf(donor, few), [0n, 0n, true]);
	await send(api, donor.agent, counting(donor, 10, few));
	assert.deepEqual(await stateOf(donor, few), [10n, 0n, true]);
	await allRefused(api, [[donor.agent, using(1, few), 'registry.Held']]);
	await liftHold(api, donor.agent, where, hold);
	await send(api, donor.agent, using(1, few));
});

test('holds on what is gone are cleared by anybody, a year later', async () => {
	const few = await registerMasks(api, 10);
	const [all, where] = [onLot(few), onHolding(few, donor)];
	const clearing = (of) => api.tx.recalls.clearHolds(of);
	await placeHold(api, shanghai.agent, all, 'Legal');
	await placeHold(api, donor.agent, where, 'Damage');
	await allRefused(api, [
		[stranger, clearing(onHolding(lot, laboratory)), 'recalls.NotHeld'],
		[stranger, clearing(all), 'recalls.GoodsLeft'],
		[stranger, clearing(where), 'recalls.GoodsLeft'],
	]);
	await send(api, donor.agent, destroying(donor, 10, 'Available', few));
	await allRefused(api, [
		[stranger, clearing(all), 'recalls.RetentionNotOver'],
		[stranger, clearing(where), 'recalls.RetentionNotOver'],
		[donor.agent, placing(api, where, 'Quarantine'), 'recalls.HoldingNotFound'],
	]);
	// Its page stays as long as it is held, with nothing on it.
	assert.deepEqual(await stateOf(donor, few), [0n, 0n, true]);
});
