// What is counted or received beyond the books: a second party confirms it, and there is a bound.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, conservationOf, finalReport, saidBy, send, view } from '@salus/client';
import {
	arrived,
	donor,
	hospital,
	masks,
	otherHospital,
	proposal,
	rounds,
	stranger,
} from '../support/cast.mjs';
import { holdsOn, liftHold, onHolding } from '../support/holds.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { event, fund, receive, registerMasks, ship } from '../support/steps.mjs';

/** The most units of one lot. */
const LARGEST = 10n ** 12n;

let database, node, api, lot;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	lot = await registerMasks(api, 1_000);
	await receive(api, await ship(api, [[lot, 300]]), [arrived(300)]);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const count = ({ id }, counted, of = lot) =>
	api.tx.registry.count(of, id, counted, 'StockTake', event());
const confirm = (quantity) => api.tx.registry.confirmCount(lot, hospital.id, quantity);
const dismiss = () => api.tx.registry.dismissCount(lot, hospital.id);
const claim = () => view(api, 'Registry', 'count_claim', lot, hospital.id);
const held = async () => {
	const holding = await view(api, 'Registry', 'holding', lot, hospital.id, hospital.id);
	return [holding.available, holding.quarantined];
};

test('a count above the books waits for the lot’s registrant', async () => {
	const { events } = await send(api, hospital.storekeeper, count(hospital, 320));
	const { booked, counted } = await saidBy(api, events, 'registry', 'CountClaimed');
	assert.deepEqual([booked, counted], [300n, 320n]);
	assert.equal((await claim()).excess, 20n);
	assert.deepEqual(await held(), [300n, 0n]);
	await refused(hospital.agent, confirm(20), 'registry.NotRegistrant');
	await refused(otherHospital.agent, confirm(20), 'registry.NotRegistrant');
	await refused(otherHospital.agent, dismiss(), 'registry.ClaimOpen');
	await refused(stranger, dismiss(), 'registry.NotAgent');
	await refused(donor.dispatcher, confirm(20), 'registry.NotAuthorized');
});

test('what the registrant confirms is in quarantine until somebody lifts the hold on it', async () => {
	await refused(donor.agent, confirm(21), 'registry.ClaimExceeded');
	const { events } = await send(api, donor.agent, confirm(15));
	const { quantity } = await saidBy(api, events, 'registry', 'CountConfirmed');
	assert.equal(quantity, 15n);
	assert.deepEqual(await held(), [300n, 15n]);
	assert.equal(await claim(), null);
	await refused(donor.agent, confirm(5), 'registry.ClaimNotFound');
	const place = onHolding(lot, hospital);
	const [{ id, kind, extent, by }] = await holdsOn(api, place);
	assert.deepEqual([kind, extent, by], ['Quarantine', { Units: 15n }, 'Chain']);
	await liftHold(api, hospital.storekeeper, place, id);
	assert.deepEqual(await held(), [315n, 0n]);
	const { ledger, held: all, balanced } = await conservationOf(api, lot);
	assert.deepEqual([ledger.found, all, balanced], [15n, 1_015n, true]);
});

test('what the registrant dismisses does not enter the books', async () => {
	await send(api, hospital.storekeeper, count(hospital, 400));
	await send(api, donor.agent, dismiss());
	assert.equal(await claim(), null);
	assert.deepEqual(await held(), [315n, 0n]);
	await refused(donor.agent, dismiss(), 'registry.ClaimNotFound');
});

test('no more turns up of a lot than was registered of it', async () => {
	const few = await registerMasks(api, 10);
	await refused(donor.agent, count(donor, 21, few), 'registry.FoundExceedsEntered');
	await send(api, donor.agent, count(donor, 20, few));
	await refused(donor.agent, count(donor, 21, few), 'registry.FoundExceedsEntered');
});

test('an excess is claimed, and one beyond what was shipped is refused', async () => {
	const many = await registerMasks(api, 1_000);
	const transfer = await ship(api, [[many, 100]]);
	const found = (quantity) => {
		const excess = { quantity, reason: 'MismatchQuantity' };
		return api.tx.circulation.receive(
			transfer,
			[arrived(100, { excess })],
			null,
			null,
			event(),
		);
	};
	await refused(hospital.agent, found(101), 'circulation.ExcessTooLarge');
	const { events } = await send(api, hospital.agent, found(100));
	const claimed = await saidBy(api, events, 'registry', 'CountClaimed');
	assert.deepEqual([claimed.booked, claimed.counted, claimed.reason], [100n, 200n, 'Excess']);
	const holding = async () => {
		const { available, quarantined } = await view(
			...[api, 'Registry', 'holding', many, hospital.id, hospital.id],
		);
		return [available, quarantined];
	};
	assert.deepEqual(await holding(), [100n, 0n]);
	await send(api, donor.agent, api.tx.registry.confirmCount(many, hospital.id, 100));
	assert.deepEqual(await holding(), [100n, 100n]);
});

test('a quantity above the largest one is refused', async () => {
	const register = (quantity) =>
		api.tx.registry.registerLot(masks(), quantity, donor.warehouse, event());
	await refused(donor.agent, register(LARGEST + 1n), 'registry.QuantityTooLarge');
	const largest = await registerMasks(api, LARGEST);
	await refused(donor.agent, count(donor, LARGEST + 1n, largest), 'registry.QuantityTooLarge');
	await refused(
		donor.agent,
		api.tx.circulation.propose(proposal([[largest, LARGEST + 1n]])),
		'circulation.LegTooLarge',
	);
});
