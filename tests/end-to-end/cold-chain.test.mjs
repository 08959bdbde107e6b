// The cold chain: what a sensor tells before goods leave and on their way, what that holds, and who says that
// they are good all the same. Temperatures are in tenths of a degree Celsius.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, conservationOf, finalReport, saidBy, send, view } from '@salus/client';
import { commissionOf } from '../support/assembly.mjs';
import {
	arrived,
	carrier,
	classes,
	hospital,
	inDays,
	laboratory,
	masks,
	otherHospital,
	proposal,
	rounds,
	sscc,
	supplier,
} from '../support/cast.mjs';
import { arriveAt, measured, measuredBefore, vaccine } from '../support/cold-chain.mjs';
import { decide } from '../support/council.mjs';
import { holdsOn, liftHold, lifting, onHolding, placeHold } from '../support/holds.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { allRefused } from '../support/refusal.mjs';
import {
	accept,
	dispatch,
	event,
	propose,
	receive,
	registerGoods,
	registerMasks,
	sendOff,
	ship,
} from '../support/steps.mjs';

const DAY = 86_400_000;

const hubei = commissionOf('CN-HB');
const zhejiang = commissionOf('CN-ZJ');

let database, node, api, chilled;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	const { registry, utility } = api.tx;
	const { events } = await decide(
		api,
		utility.batchAll([
			registry.registerClass(vaccine('Influenza vaccine')),
			// So that there is somebody to whom test kits can be sent.
			registry.grantLicence(hospital.id, 'BiosafetyLaboratory', Date.now() + 365 * DAY, null),
		]),
	);
	chilled = (await saidBy(api, events, 'registry', 'ClassRegistered')).class;
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

/** The identity of goods that nobody gave. */
const goods = (of) => ({ ...masks(inDays(300)), class: of, donor: null, earmark: null });
/** Vaccine of the supplier's, which is licensed for the cold chain. */
const vaccines = (quantity) => registerGoods(api, supplier, quantity, goods(chilled));
const stateOf = async ({ id }, lot) => {
	const { available, quarantined, held } = await view(api, 'Registry', 'holding', lot, id, id);
	return [available, quarantined, held];
};
/** What holds what an institution has of a lot, by kind, extent and who placed it. */
const told = async (who, lot) =>
	(await holdsOn(api, onHolding(lot, who))).map(({ kind, extent, by }) => [kind, extent, by]);
const breach = (quantity) => ['ColdChainBreach', { Units: BigInt(quantity) }, 'Chain'];
/** What the chain places on units that lost the hold that they were under. */
const quarantine = (quantity) => ['Quarantine', { Units: BigInt(quantity) }, 'Chain'];
const breachOfAll = ['ColdChainBreach', 'Whole', 'Chain'];
const onlyHold = async (who, lot) => {
	const [{ id }, ...others] = await holdsOn(api, onHolding(lot, who));
	assert.deepEqual(others, []);
	return id;
};

/** A proposal from one institution to another, whatever their sites. */
const between = (to, lot, quantity, more) =>
	proposal([[lot, quantity]], { to: to.id, fromSite: null, toSite: null, ...more });

test('what stays within its range, the bounds included, is used as it arrives', async () => {
	const lot = await vaccines(100);
	const sensor = measuredBefore(20, 80);
	const transfer = await sendOff(api, supplier, hospital, lot, 40, { sensor });
	await arriveAt(api, hospital, transfer, 40, 20, 80);
	assert.deepEqual(await stateOf(supplier, lot), [60n, 0n, false]);
	assert.deepEqual(await stateOf(hospital, lot), [40n, 0n, false]);
	const { shipment } = await view(api, 'Circulation', 'transfer', transfer);
	const { from, to, ...figures } = sensor;
	assert.deepEqual(shipment.sensor, { ...figures, from: BigInt(from), to: BigInt(to) });
	await send(api, hospital.agent, api.tx.registry.consume(lot, 1, event()));
});

for (const [side, min, max] of [
	['below', 19, 80],
	['above', 20, 81],
]) {
	test(`a tenth of a degree ${side} it before the goods left holds them and what stays`, async () => {
		const lot = await vaccines(100);
		const sites = { to: hospital.id, fromSite: null, toSite: null };
		const transfer = await propose(api, [[lot, 40]], sites, supplier.agent);
		await accept(api, transfer);
		const sensor = measuredBefore(min, max);
		const { events } = await dispatch(api, transfer, event(), supplier.agent, sensor);
		const { hold, ...said } = await saidBy(api, events, 'recalls', 'HoldPlaced');
		const behind = onHolding(lot, supplier);
		const [kind, extent, by] = breachOfAll;
		assert.deepEqual(said, { place: behind, kind, extent, by });
		assert.deepEqual(await stateOf(supplier, lot), [60n, 0n, true]);
		await arriveAt(api, hospital, transfer, 40, 30, 60);
		assert.deepEqual(await stateOf(hospital, lot), [0n, 40n, false]);
		assert.deepEqual(await told(hospital, lot), [breach(40)]);
		const { circulation, registry } = api.tx;
		await allRefused(api, [
			[supplier.agent, circulation.propose(between(hospital, lot, 1)), 'circulation.Held'],
			[supplier.agent, registry.consume(lot, 1, event()), 'registry.Held'],
			[hospital.agent, registry.consume(lot, 1, event()), 'registry.InsufficientStock'],
			[otherHospital.agent, lifting(api, behind, hold), 'recalls.NotAuthorized'],
		]);
		// Both are licensed, and judge for themselves.
		await liftHold(api, supplier.agent, behind, hold);
		const ofHospital = await onlyHold(hospital, lot);
		await liftHold(api, hospital.storekeeper, onHolding(lot, hospital), ofHospital);
		assert.deepEqual(await stateOf(supplier, lot), [60n, 0n, false]);
		assert.deepEqual(await stateOf(hospital, lot), [40n, 0n, false]);
	});

	test(`a tenth of a degree ${side} it on the way quarantines what that receipt is about`, async () => {
		const lot = await vaccines(100);
		const transfer = await sendOff(api, supplier, hospital, lot, 40);
		await arriveAt(api, hospital, transfer, 15, 20, 80);
		const { events } = await arriveAt(api, hospital, transfer, 15, min, max);
		const { place, kind } = await saidBy(api, events, 'recalls', 'HoldPlaced');
		assert.deepEqual([place, kind], [onHolding(lot, hospital), 'ColdChainBreach']);
		await arriveAt(api, hospital, transfer, 10, min, max);
		// Where they came from, nothing is known to be wrong.
		assert.deepEqual(await stateOf(supplier, lot), [60n, 0n, false]);
		assert.deepEqual(await stateOf(hospital, lot), [15n, 25n, false]);
		assert.deepEqual(await told(hospital, lot), [breach(25)]);
		assert.equal((await conservationOf(api, lot)).balanced, true);
	});
}

test('goods without a range are not held, whatever a sensor tells', async () => {
	const lot = await registerMasks(api, 10);
	const transfer = await ship(api, [[lot, 10]]);
	await arriveAt(api, hospital, transfer, 10, -400, 400);
	assert.deepEqual(await stateOf(hospital, lot), [10n, 0n, false]);
});

/** What the tests about lifting share: what the hospital without a licence has. */
const shared = {};

test('a breach is not lifted by whom nobody licensed for the cold chain, whoever placed it', async () => {
	const lot = (shared.lot = await vaccines(200));
	const transfer = (shared.transfer = await sendOff(api, supplier, otherHospital, lot, 100));
	await arriveAt(api, otherHospital, transfer, 100, 40, 113);
	const place = (shared.place = onHolding(lot, otherHospital));
	const chain = (shared.hold = await onlyHold(otherHospital, lot));
	const [{ liftedBy }] = await holdsOn(api, place);
	assert.deepEqual(liftedBy, ['LicensedCustodian', 'WiderCommission', 'Governance']);
	const own = await placeHold(api, otherHospital.agent, place, 'ColdChainBreach');
	const missing = 'recalls.CapabilityMissing';
	await allRefused(api, [
		[otherHospital.agent, lifting(api, place, chain), missing],
		[otherHospital.agent, lifting(api, place, chain, { units: 1 }), missing],
		[otherHospital.agent, lifting(api, place, own), missing],
		[otherHospital.agent, api.tx.utility.batchAll([lifting(api, place, own)]), missing],
		// A licence does not make anybody the judge of another's goods.
		[hospital.agent, lifting(api, place, chain), 'recalls.NotAuthorized'],
		[supplier.agent, lifting(api, place, chain), 'recalls.NotAuthorized'],
		[zhejiang.agent, lifting(api, place, chain), 'recalls.NotAuthorized'],
	]);
	// What is no breach, it lifts as everybody does.
	const legal = await placeHold(api, otherHospital.agent, place, 'Legal');
	await liftHold(api, otherHospital.agent, place, legal);
	await liftHold(api, hubei.agent, place, own);
});

test('a supervisor lifts it, or a part of it, without a licence; so does the council', async () => {
	const { lot, place, hold } = shared;
	const said = await liftHold(api, hubei.agent, place, hold, { units: 30 });
	assert.deepEqual([said.units, said.isLast], [30n, false]);
	await decide(api, lifting(api, place, hold, { units: 10 }));
	assert.deepEqual(await stateOf(otherHospital, lot), [40n, 60n, false]);
	assert.deepEqual(await told(otherHospital, lot), [breach(60)]);
});

test('nobody sheds a breach by a return, neither of the chain’s hold nor of one of its own', async () => {
	const { lot, place, transfer } = shared;
	const quarantined = { terms: { Return: { of: transfer, from: 'Quarantined' } } };
	// Of what was released, some is set aside again, as if it were something else.
	await placeHold(api, otherHospital.agent, place, 'Quarantine', { units: 5 });
	const returning = (quantity) =>
		propose(
			...[api, [[lot, quantity]]],
			{ to: supplier.id, fromSite: null, toSite: null, ...quarantined },
			otherHospital.agent,
		);
	const withdrawn = await returning(65);
	assert.deepEqual(await told(otherHospital, lot), []);
	await send(api, otherHospital.agent, api.tx.circulation.withdraw(withdrawn));
	// No sensor tells of them any more, but they take the licence that a breach takes.
	assert.deepEqual(await told(otherHospital, lot), [quarantine(65)]);
	assert.deepEqual(await stateOf(otherHospital, lot), [35n, 65n, false]);
	const back = lifting(api, place, await onlyHold(otherHospital, lot));
	await allRefused(api, [[otherHospital.agent, back, 'recalls.CapabilityMissing']]);

	const sent = await sendOff(api, otherHospital, supplier, lot, 25, quarantined);
	await receive(api, sent, [arrived(25)], supplier.agent);
	assert.deepEqual(await stateOf(supplier, lot), [100n, 25n, false]);
	assert.deepEqual(await told(supplier, lot), [quarantine(25)]);
	assert.deepEqual(await told(otherHospital, lot), [quarantine(40)]);
	await liftHold(api, supplier.agent, onHolding(lot, supplier), await onlyHold(supplier, lot));
});

test('without a licence, it can be destroyed; with one, its custodian lifts it', async () => {
	const { lot, place } = shared;
	const how = { from: 'Quarantined', reason: 'Damaged', document: null };
	const destroying = api.tx.registry.destroy(lot, otherHospital.id, 15, how, event());
	const { events } = await send(api, otherHospital.agent, destroying);
	const said = await saidBy(api, events, 'recalls', 'HoldLifted');
	assert.deepEqual([said.kind, said.units, said.isLast], ['Quarantine', 15n, false]);
	const hold = await onlyHold(otherHospital, lot);
	const { registry } = api.tx;
	const licence = [otherHospital.id, 'ColdChain'];
	await decide(api, registry.grantLicence(...licence, Date.now() + 365 * DAY, null));
	await liftHold(api, otherHospital.agent, place, hold, { units: 20 });
	await decide(api, registry.revokeLicence(...licence));
	const rest = lifting(api, place, hold);
	await allRefused(api, [[otherHospital.agent, rest, 'recalls.CapabilityMissing']]);
	assert.deepEqual(await stateOf(otherHospital, lot), [55n, 5n, false]);
	assert.deepEqual(await told(otherHospital, lot), [quarantine(5)]);
	const { ledger, balanced } = await conservationOf(api, lot);
	assert.deepEqual([ledger.destroyed, balanced], [15n, true]);
});

test('a class that demands a sensor summary is not accepted without one', async () => {
	const lot = await registerGoods(api, laboratory, 50, goods(classes.testKit));
	const transfer = await sendOff(api, laboratory, hospital, lot, 30);
	const receiving = (legs, sensor) =>
		api.tx.circulation.receive(transfer, legs, sensor, null, event());
	const refusedKits = { rejected: { quantity: 4, reason: 'ColdChainBreach' } };
	const excess = { excess: { quantity: 1, reason: 'MismatchQuantity' } };
	await allRefused(api, [
		[hospital.agent, receiving([arrived(30)], null), 'circulation.SensorRequired'],
		[hospital.agent, receiving([arrived(1, refusedKits)], null), 'circulation.SensorRequired'],
		[hospital.agent, receiving([arrived(0, excess)], null), 'circulation.SensorRequired'],
	]);
	await arriveAt(api, hospital, transfer, 26, 25, 75);
	assert.deepEqual(await stateOf(hospital, lot), [26n, 0n, false]);
	// What nobody measured, the hospital turns away; back where it came from, it is looked at.
	await receive(api, transfer, [arrived(0, refusedKits)]);
	const back = api.tx.circulation.resolve(
		...[transfer, 0, { Rejected: 'Returned' }, 4, null, event()],
	);
	await send(api, laboratory.agent, back);
	assert.deepEqual(await stateOf(laboratory, lot), [20n, 4n, false]);
	assert.deepEqual(await told(laboratory, lot), [quarantine(4)]);
});

test('a summary that cannot be, and a class that demands one of what has no range', async () => {
	const lot = await vaccines(10);
	const sites = { to: hospital.id, fromSite: null, toSite: null };
	const transfer = await propose(api, [[lot, 10]], sites, supplier.agent);
	await accept(api, transfer);
	const good = measuredBefore(30, 60);
	const leaving = (sensor) =>
		api.tx.circulation.dispatch(transfer, carrier.id, sscc, null, sensor, event());
	const ahead = Date.now() + 60_000;
	await allRefused(api, [
		[supplier.agent, leaving({ ...good, to: ahead }), 'circulation.SensorAfterDispatch'],
		[supplier.agent, leaving({ ...good, mean: 29 }), 'circulation.InvalidRange'],
		[supplier.agent, leaving({ ...good, mean: 61 }), 'circulation.InvalidRange'],
		[supplier.agent, leaving({ ...good, to: good.from - 1 }), 'circulation.InvalidRange'],
		[supplier.agent, leaving({ ...good, device: '' }), 'circulation.InvalidCharacters'],
	]);
	await send(api, supplier.agent, leaving(good));
	const early = measured(30, 60, good.from);
	const receiving = api.tx.circulation.receive(transfer, [arrived(10)], early, null, event());
	await allRefused(api, [[hospital.agent, receiving, 'circulation.SensorOutsideTransit']]);

	const boundless = { ...vaccine('Boundless', ['Batch', 'Sensor']), temperature: null };
	await assert.rejects(decide(api, api.tx.registry.registerClass(boundless)), {
		refusal: 'registry.TemperatureRequired',
	});
});
