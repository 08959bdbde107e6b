// A round from its opening by the council to its report: figures from the commissions' agents, a seal
// by whoever cares, proofs from anybody, and the rest from the node's own worker.
//
// The four regions are an example that is worked by hand. A gives 1 for 1, B gives 1 for 2, C gives a
// half for 1, and D reports nothing.
//
// - Under constant returns B and C could give twice what they do: a half. Under variable returns the
//   most that anybody gives is 1, so B is at its best, though it could do with 1 less; C could still
//   give twice.
// - So B is too large, and everybody is compared with A.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
	chainTime,
	connect,
	DIGITS,
	figuresOf,
	finalReport,
	fingerprint,
	history,
	nameOf,
	region,
	reportOf,
	roundOf,
	rowsOf,
	saidBy,
	send,
	view,
} from '@salus/client';
import { donor, rounds, statistician, stranger } from '../support/cast.mjs';
import { recompute } from '../support/commands.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { fund } from '../support/steps.mjs';

const ONE = 10n ** BigInt(DIGITS);
const [A, B, C, D] = ['CN-AH', 'CN-BJ', 'CN-HB', 'CN-YN'];

/** How long the agents of this test take to report, on a slow machine. */
const OBSERVING = 60_000;
const HOUR = 3_600_000;

/** Nurses in, visits out, with one decimal; in between, something that is neither. */
const figures = { [A]: [10, 7, 10], [B]: [20, null, 10], [C]: [10, 9, 5] };

let database, node, api, id, observeBy, sealedIn;

const specification = () => ({
	title: 'Clinics of four regions',
	note: null,
	indicators: [
		{ name: 'nurses', unit: 'thousands', decimals: 1, role: 'Input' },
		{ name: 'rooms', unit: 'thousands', decimals: 0, role: 'Descriptive' },
		{ name: 'visits', unit: 'thousands', decimals: 1, role: 'Output' },
	],
	model: { orientation: 'Output', weights: 'Mean' },
	observeBy,
	reportBy: observeBy + HOUR,
});

const open = () => api.tx.efficiency.openRound(specification(), { Regions: [A, B, C, D] });
const observe = (code, values) => api.tx.efficiency.observe(id, region(code), values);
const refused = (signer, call, name) => refusedBy(api, signer, call, name);

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	observeBy = Date.now() + OBSERVING;
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('the council opens a round, and nobody else', async () => {
	await refused(statistician(C), open(), 'BadOrigin');
	const disordered = api.tx.efficiency.openRound(specification(), { Regions: [B, A] });
	await assert.rejects(decide(api, disordered), { refusal: 'efficiency.DmusNotAscending' });
	const { events } = await decide(api, open());
	id = (await saidBy(api, events, 'efficiency', 'RoundOpened')).round;
	const { stage, specification: asked } = await roundOf(api, id);
	const [from, to] = [observeBy, observeBy + HOUR].map(BigInt);
	assert.equal(stage, 'Open');
	assert.deepEqual(asked, { ...specification(), observeBy: from, reportBy: to });
	assert.equal(await reportOf(api, id), null);
	const { status, stderr } = await recompute(node.endpoint, id, '/dev/null');
	const reason = `Round ${id} is not complete: it is open, and still takes figures.`;
	assert.deepEqual([status, stderr.trim()], [2, reason]);
});

test('agents report for their own region, and may correct themselves', async () => {
	await send(api, statistician(B), observe(B, [2, null, 10]));
	await Promise.all(
		Object.entries(figures).map(([code, values]) =>
			send(api, statistician(code), observe(code, values)),
		),
	);
	assert.deepEqual(
		[...(await figuresOf(api, id))],
		[
			[A, [10n, 7n, 10n]],
			[B, [20n, null, 10n]],
			[C, [10n, 9n, 5n]],
			[D, []],
		],
	);
});

test('what an agent may not report is refused', async () => {
	await refused(stranger, observe(D, [1, 1, 1]), 'registry.NotAgent');
	await refused(donor.dispatcher, observe(D, [1, 1, 1]), 'registry.NotAuthorized');
	await refused(statistician(C), observe(D, [1, 1, 1]), 'efficiency.NotOwnDmu');
	await refused(statistician(C), observe(C, [10, 5]), 'efficiency.WrongLength');
	await refused(statistician(C), observe(C, figures[C]), 'efficiency.Unchanged');
});

test('nobody but the council ends the time for figures', async () => {
	await refused(stranger, api.tx.efficiency.seal(id), 'efficiency.DeadlineNotPassed');
	await refused(stranger, api.tx.efficiency.close(id), 'efficiency.DeadlineNotPassed');
});

test('after that time anybody seals and proves, and what is forged is not proven', async () => {
	while ((await chainTime(api)) <= observeBy) await sleep(500);
	await refused(statistician(D), observe(D, [1, 1, 1]), 'efficiency.DeadlinePassed');

	// What the seal is going to freeze, and its fingerprint, are known to everybody.
	const row = (code, belt) => ({ dmu: region(code), belt, values: figures[code] ?? [] });
	const snapshot = {
		rows: [row(A, 'Eastern'), row(B, 'Central'), row(C, 'Central')],
		excluded: [[row(D, 'Western'), 'NotReported']],
	};
	const print = await fingerprint(api, id, specification(), snapshot);

	// Columns of the programs: the weights of A, B and C, the slacks of nurses and visits, the score.
	const [a, b, c, nurses, , score] = [0, 1, 2, 3, 4, 5];
	const truth = { constant: [a, score], variable: [a, nurses, score] };
	const batch = (certificate, more = {}) =>
		api.tx.efficiency.submitCertificates({
			round: id,
			fingerprint: print,
			size: { listed: 4, dmus: 3, columns: 2 },
			certificates: [[1, certificate]],
			...more,
		});
	const other = (await reportOf(api, rounds.hospitals)).fingerprint;
	const attempts = [
		// As if B were compared with none but itself.
		[batch({ ...truth, constant: [b, score] }), 'efficiency.BasisNotOptimal'],
		// The same score, but not what B could do without.
		[batch({ ...truth, variable: [a, b, score] }), 'efficiency.BasisNotOptimal'],
		// Minus two of A and four of C.
		[batch({ ...truth, constant: [a, c] }), 'efficiency.BasisInfeasible'],
		[batch(truth, { fingerprint: other }), 'efficiency.WrongFingerprint'],
		[batch(truth), null],
		[batch(truth), 'efficiency.AlreadyProven'],
	];
	// All in one block with the seal, before any worker knows of it.
	const all = api.tx.utility.forceBatch([
		api.tx.efficiency.seal(id),
		...attempts.map(([call]) => call),
	]);
	// The client tells that calls of it failed, and in which block.
	const { block } = await send(api, stranger, all).then(
		() => assert.fail('forgeries were proven'),
		(refusal) => refusal,
	);
	const events = (await (await api.at(block)).query.system.events()).map(({ event }) => event);
	sealedIn = block;
	const sealed = await saidBy(api, events, 'efficiency', 'RoundSealed');
	assert.deepEqual(sealed, { round: id, fingerprint: print, dmus: 3, excluded: 1 });
	const outcomes = events
		.filter((event) => event.section === 'utility' && /^Item/.test(event.method))
		.map((event) => (event.data.error ? nameOf(api, event.data.error) : null));
	assert.deepEqual(outcomes, [null, ...attempts.map(([, refusal]) => refusal)]);

	// What the block left: the one certificate, and nothing of the others.
	const then = await api.at(sealedIn);
	const { stage, progress } = (await then.query.efficiency.rounds(id)).unwrap();
	assert.deepEqual([stage.type, progress.all.proven.toNumber()], ['Sealed', 1]);
	const proven = await then.query.efficiency.efficiencies.entries(id);
	assert.deepEqual(
		proven.map(([{ args }, found]) => [args[1].toNumber(), found.unwrap().crste.toBigInt()]),
		[[1, ONE / 2n]],
	);
});

test('the worker proves the rest, and the report is the one worked by hand', async () => {
	const report = await finalReport(api, id);
	const half = ONE / 2n;
	const peers = [{ dmu: 0, weight: ONE }];
	const row = (place, code, belt, more) => ({
		...{ place, code, belt, peers, inputSlacks: [0n], outputSlacks: [0n] },
		...more,
	});
	const efficient = { crste: ONE, vrste: ONE, nirs: ONE, scale: ONE, returnsToScale: 'Constant' };
	assert.deepEqual(await rowsOf(api, id), [
		row(0, A, 'Eastern', efficient),
		row(1, B, 'Central', {
			...{ crste: half, vrste: ONE, nirs: ONE, scale: half, returnsToScale: 'Decreasing' },
			inputSlacks: [10n * ONE],
		}),
		row(2, C, 'Central', {
			...{ crste: half, vrste: half, nirs: half, scale: ONE, returnsToScale: 'Constant' },
		}),
	]);
	assert.deepEqual(report.means, {
		crste: 666_666_666_667n,
		vrste: 833_333_333_333n,
		scale: 833_333_333_333n,
	});
	assert.equal(report.excluded.length, 1);
	assert.equal(report.excluded[0][1], 'NotReported');
	const targets = await view(api, 'Efficiency', 'targets', id, region(B));
	assert.deepEqual(
		targets.map(({ indicator, target }) => [indicator, target]),
		[
			[0, 10n * ONE],
			[2, 10n * ONE],
		],
	);
});

test('an auditor recomputes the report from inputs and outputs alone', async () => {
	const folder = await newDatabase();
	try {
		const csv = join(folder.path, 'figures.csv');
		const { status, stdout, stderr } = await recompute(node.endpoint, id, csv);
		assert.equal(status, 0, stdout + stderr);
		assert.match(stdout, /3 DMUs, 1 left out/);
		// Of each region four scores, returns, two slacks and a weight; means of all and of two belts.
		assert.match(stdout, /33 compared, 0 different/);
		assert.equal(await readFile(csv, 'utf8'), `dmu,c1,c2\n${A},1.0,1.0\n${B},2.0,1.0\n${C},1.0,0.5\n`);
	} finally {
		await folder.discard();
	}
});

test('the trail of the round tells each step, and who took it', async () => {
	const { entries } = await history(api, { Round: id });
	const steps = entries.map(({ record: { action, actor } }) => [action, actor]);
	const by = (signer) => ({ Account: signer.address });
	const observed = steps.splice(-5, 4);
	assert.deepEqual(
		observed.map(([action, { Account }]) => [action, Account]).sort(),
		[A, B, B, C].map((code) => ['DmuObserved', statistician(code).address]).sort(),
	);
	assert.deepEqual(steps.reverse(), [
		['RoundOpened', { Authority: 'Council' }],
		['RoundSealed', by(stranger)],
		['DmusProven', by(stranger)],
		['DmusProven', 'Proof'],
		['RoundCompleted', 'Proof'],
	]);
});

test('a final report stays as it is', async () => {
	const { efficiency } = api.tx;
	const { fingerprint: print } = await reportOf(api, id);
	const batch = {
		round: id,
		fingerprint: print,
		size: { listed: 4, dmus: 3, columns: 2 },
		certificates: [[1, { constant: [0, 5], variable: [0, 3, 5] }]],
	};
	await refused(stranger, efficiency.submitCertificates(batch), 'efficiency.RoundNotSealed');
	await refused(statistician(A), observe(A, [1, 1, 1]), 'efficiency.RoundNotOpen');
	await refused(stranger, efficiency.seal(id), 'efficiency.RoundNotOpen');
	await refused(stranger, efficiency.close(id), 'efficiency.RoundEnded');
	await refused(statistician(C), efficiency.cancel(id), 'BadOrigin');
});
