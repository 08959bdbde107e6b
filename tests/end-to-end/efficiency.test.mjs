// The report of the 31 regions: published by the node's own worker, proven to the chain, and equal to
// the last digit to what anybody computes from the same file.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
	analyse,
	connect,
	densityOf,
	DIGITS,
	errorAt,
	figuresOf,
	finalReport,
	fingerprint,
	fixed,
	history,
	mantissa,
	quotient,
	region,
	roundOf,
	rowOf,
	rowsOf,
	snapshotOf,
	submit,
	unsigned,
	verdict,
	view,
} from '@salus/client';
import { key, rounds } from '../support/cast.mjs';
import { recompute } from '../support/commands.mjs';
import { files, readCsv } from '../support/data.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused } from '../support/refusal.mjs';

const ROUND = rounds.hospitals;
const ONE = 10n ** BigInt(DIGITS);
const COLUMNS = ['beds_10k', 'technicians_10k', 'visits_10k', 'admissions_10k'];
const DECIMALS = 4;
const BELTS = ['Eastern', 'Central', 'Western'];
const RETURNS = { crs: 'Constant', irs: 'Increasing', drs: 'Decreasing' };

let database, node, api, report, rows, expected;

before(async () => {
	expected = await analyse(
		...['dea', files.hospitals, '--dmu', 'code', '--orientation', 'output'],
		...['--inputs', 'beds_10k,technicians_10k', '--outputs', 'visits_10k,admissions_10k'],
	);
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	report = await finalReport(api, ROUND);
	rows = await rowsOf(api, ROUND);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

/** The blocks up to the one in which the report became final. */
const blocksOfReport = async () => {
	const hashes = [];
	for (let number = 1; ; number++) {
		const hash = await api.rpc.chain.getBlockHash(number);
		hashes.push(hash);
		const found = await (await api.at(hash)).query.efficiency.rounds(ROUND);
		if (found.unwrap().stage.isComplete) return hashes;
	}
};

/** The transactions by which the worker proved the report. */
const batches = async () => {
	const found = [];
	for (const hash of await blocksOfReport()) {
		const { block } = await api.rpc.chain.getBlock(hash);
		found.push(...block.extrinsics.filter(({ method }) => method.method === 'postCertificates'));
	}
	return found;
};

test('the worker of a fresh chain publishes the report within its first blocks', async () => {
	assert.equal(report.stage, 'Complete');
	assert.deepEqual([report.dmus, report.proven, report.excluded.length], [31, 31, 0]);
	const { length } = await blocksOfReport();
	assert.ok(length <= 20, `final after ${length} blocks of half a second`);
});

test('it comes without a signature, and the trail says that it proved itself', async () => {
	const transactions = await batches();
	assert.ok(transactions.length > 0);
	for (const each of transactions) assert.ok(!each.isSigned);
	const { entries } = await history(api, { Round: ROUND });
	assert.equal(entries[0].record.action, 'RoundCompleted');
	for (const { record } of entries) assert.equal(record.actor, 'Proof');
});

test('the figures are those of the file', async () => {
	const figures = await figuresOf(api, ROUND);
	const lines = await readCsv(files.hospitals);
	assert.deepEqual(
		[...figures],
		lines.map((line) => [line.code, COLUMNS.map((name) => mantissa(line[name], DECIMALS))]),
	);
	const belts = rows.map(({ code, belt }) => [code, belt.toLowerCase()]);
	assert.deepEqual(belts, lines.map(({ code, belt }) => [code, belt]));
	// Guangxi's beds, with the slipped decimal point that the published scores have in them.
	assert.equal(figures.get('CN-GX')[0], 957_752n);
	assert.match((await roundOf(api, ROUND)).specification.note, /Guangxi.*95\.7752/);
});

test('every value is that of the command-line program', async () => {
	const slacks = (named) =>
		Object.values(named).map((text) => mantissa(text, DIGITS + DECIMALS));
	const scores = ({ crste, vrste, scale }) => ({
		crste: mantissa(crste, DIGITS),
		vrste: mantissa(vrste, DIGITS),
		scale: mantissa(scale, DIGITS),
	});
	assert.equal(rows.length, expected.units.length);
	for (const [place, unit] of expected.units.entries()) {
		assert.equal(unit.certified, true);
		const { belt, peers, ...found } = rows[place];
		assert.deepEqual(found, {
			place,
			code: unit.dmu,
			...scores(unit),
			nirs: mantissa(unit.nirs, DIGITS),
			returnsToScale: RETURNS[unit.rts],
			inputSlacks: slacks(unit.input_slacks),
			outputSlacks: slacks(unit.output_slacks),
		});
		assert.deepEqual(
			peers.map((peer) => ({ code: rows[peer.dmu].code, weight: peer.weight })),
			unit.peers.map(({ dmu, weight }) => ({ code: dmu, weight: mantissa(weight, DIGITS) })),
		);
	}
	assert.deepEqual(report.means, scores(expected.means));
});

test('the means by belt are those of its regions', () => {
	assert.deepEqual(report.belts.map(({ belt }) => belt).sort(), [...BELTS].sort());
	for (const { belt, dmus, means } of report.belts) {
		const members = rows.filter((row) => row.belt === belt);
		assert.equal(dmus, members.length);
		for (const [score, mean] of Object.entries(means)) {
			const sum = members.reduce((all, row) => all + row[score], 0n);
			assert.equal(mean, quotient(sum, BigInt(members.length)), `${belt} ${score}`);
		}
	}
});

test('anybody recomputes the fingerprint from what the chain holds', async () => {
	const { specification } = await roundOf(api, ROUND);
	const snapshot = await snapshotOf(api, ROUND);
	assert.equal(report.fingerprint, await fingerprint(api, ROUND, specification, snapshot));
});

test('an auditor recomputes the report with one command, which finds a single wrong digit', async () => {
	const folder = await newDatabase();
	try {
		const csv = join(folder.path, 'figures.csv');
		const good = await recompute(node.endpoint, ROUND, csv);
		assert.equal(good.status, 0, good.stderr);
		assert.ok(good.stdout.includes(`fingerprint   ${report.fingerprint}`));
		assert.match(good.stdout, /of the seal   the same/);
		const weights = rows.reduce((all, { peers }) => all + peers.length, 0);
		// Four scores, returns to scale and four slacks of each region; means of all and of three belts.
		const count = 31 * 9 + weights + 4 * 3;
		assert.ok(good.stdout.includes(`${count} compared, 0 different.`), good.stdout);
		assert.deepEqual(
			await readCsv(csv),
			(await readCsv(files.hospitals)).map((line) =>
				Object.fromEntries([
					['dmu', line.code],
					...COLUMNS.map((name, place) => [
						`c${place + 1}`,
						fixed(mantissa(line[name], DECIMALS), DECIMALS, DECIMALS),
					]),
				]),
			),
		);

		// A program that errs in the last digit of the last score, and so in no mean.
		const wrong = join(folder.path, 'wrong-analysis');
		const { scale } = rows[30];
		const digits = [scale, scale - 1n].map((number) => fixed(number, DIGITS, DIGITS));
		await writeFile(
			wrong,
			`#!/bin/sh\n"$PROGRAM" "$@" | sed '/"dmu":"${rows[30].code}","crste"/s/"scale":${digits[0]}/"scale":${digits[1]}/'\n`,
			{ mode: 0o755 },
		);
		const bad = await recompute(node.endpoint, ROUND, csv, {
			PROGRAM: process.env.SALUS_ANALYSIS,
			SALUS_ANALYSIS: wrong,
		});
		assert.equal(bad.status, 1, bad.stderr);
		const said = `${rows[30].code}, scale: the chain says ${digits[0]}, recomputed ${digits[1]}`;
		assert.ok(bad.stdout.includes(said), bad.stdout);
	} finally {
		await folder.discard();
	}
});

test('a round without a report is not recomputed, and it is said why', async () => {
	for (const [id, reason] of [
		[999, 'There is no round 999.'],
		[rounds.personnel[2010], 'Round 1 is a survey: it has figures, but no report.'],
	]) {
		const { status, stderr } = await recompute(node.endpoint, id, '/dev/null');
		assert.deepEqual([status, stderr.trim()], [2, reason]);
	}
});

test('a ranking puts the best first, and equals share a rank', async () => {
	for (const [by, score] of [
		['Comprehensive', 'crste'],
		['Technical', 'vrste'],
		['Scale', 'scale'],
	]) {
		const ranked = await view(api, 'Efficiency', 'ranking', ROUND, by, 0, 100);
		const sorted = [...rows].sort((a, b) =>
			a[score] === b[score] ? a.place - b.place : a[score] < b[score] ? 1 : -1,
		);
		assert.deepEqual(
			ranked.map(({ rank, dmu, score: found }) => [rank, dmu.Region, found]),
			sorted.map((row) => [
				1 + rows.filter((other) => other[score] > row[score]).length,
				row.code,
				row[score],
			]),
		);
	}
});

test('a region’s targets are what its peers give for what they take', async () => {
	const figures = await figuresOf(api, ROUND);
	for (const row of rows) {
		const targets = await view(api, 'Efficiency', 'targets', ROUND, region(row.code));
		assert.equal(targets.length, COLUMNS.length);
		for (const { indicator: column, observed, radial, slack, target } of targets) {
			assert.equal(observed, figures.get(row.code)[column]);
			const isInput = column < 2;
			const sum = isInput
				? observed * ONE - radial - slack
				: observed * ONE + radial + slack;
			assert.equal(target, sum);
			// A weight is off by half of its last digit at most, and so is the score.
			const together = row.peers.reduce(
				(all, { dmu, weight }) => all + weight * figures.get(rows[dmu].code)[column],
				0n,
			);
			const off = together > target ? together - target : target - together;
			assert.ok(off * 10n ** 10n <= target, `${row.code} ${column}: ${together} ${target}`);
		}
	}
});

test('a region’s row and its history are the report’s', async () => {
	for (const row of rows) {
		const dmu = region(row.code);
		const alone = await view(api, 'Efficiency', 'report_of', ROUND, dmu);
		assert.deepEqual(rowOf(alone), row);
		const rounds = await view(api, 'Efficiency', 'history', dmu, 0, 64);
		assert.deepEqual(
			rounds.map(([id, found]) => [id, rowOf(found)]),
			[[ROUND, row]],
		);
	}
	const nobody = await view(api, 'Efficiency', 'report_of', ROUND, region('CN-ZZ'));
	assert.equal(nobody, null);
});

test('the densities are those of the command-line program', async () => {
	for (const [year, id] of Object.entries(rounds.personnel)) {
		const { groups } = await analyse(
			...['density', files.personnel, '--value', `y${year}`, '--group', 'belt'],
			...['--relative-to-mean', '--points', '100'],
		);
		assert.equal(groups.length, BELTS.length);
		for (const belt of BELTS) {
			const group = groups.find((each) => each.group === belt.toLowerCase());
			const curve = await densityOf(api, id, { group: { Belt: belt }, points: 100 });
			assert.equal(curve.count, Number(group.n));
			assert.equal(curve.bandwidth, mantissa(group.bandwidth, curve.bandwidthDecimals));
			assert.deepEqual(
				curve.points.map(({ x, density }) => [x, density]),
				group.points.map(([x, density]) => [
					mantissa(x, curve.xDecimals),
					mantissa(density, curve.densityDecimals),
				]),
			);
		}
	}
});

test('a density that cannot be drawn says why', async () => {
	const all = [0, 'All', 'Absolute', 'Silverman', { points: 9, bounds: null }];
	const answer = async (id, [indicator, ...rest] = all) =>
		(await view(api, 'Efficiency', 'density', id, indicator, ...rest)).Err;
	assert.equal(await answer(999), 'RoundNotFound');
	assert.equal(await answer(rounds.personnel[2018], [1, ...all.slice(1)]), 'IndicatorNotFound');
	const single = [0, 'All', 'Absolute', 'Silverman', { points: 1, bounds: null }];
	assert.deepEqual(await answer(ROUND, single), { Estimate: 'TooFewPoints' });
});

test('a batch that was tampered with is refused for what is wrong with it', async () => {
	const [transaction] = await batches();
	const [batch, discriminator] = transaction.method.args.map((each) => each.toJSON());
	const genesis = api.genesisHash;
	// On the first state, on which nothing is proven yet, so that what is refused is the forgery.
	const said = async (change) => {
		const changed = structuredClone(batch);
		change(changed);
		const call = api.tx.efficiency.postCertificates(changed, discriminator);
		const answer = await verdict(api, await unsigned(api, call), genesis);
		return typeof answer === 'number' ? errorAt(api, 'efficiency', answer) : answer;
	};
	assert.equal(await said(() => {}), 'Valid');

	// Columns of the programs: the weights of 31 regions, 2 slacks of inputs, 2 of outputs, the score.
	const [slack, score] = [31, 35];
	const place = batch.certificates.findIndex(([dmu]) => rows[dmu].vrste < ONE);
	const [dmu] = batch.certificates[place];
	// As if the region were compared with none but itself: that would make its score a one.
	const alone = [dmu, slack + 1, slack + 3, score];
	const last = batch.certificates.length - 1;
	const at = ({ certificates }) => certificates[place][1];
	const { constant, variable } = at(batch);
	for (const [what, change, error] of [
		['no certificate', (it) => (it.certificates = []), 'EmptyBatch'],
		['one region twice', (it) => it.certificates.push(it.certificates[last]), 'DmusNotAscending'],
		['the wrong order', (it) => it.certificates.reverse(), 'DmusNotAscending'],
		['a round that nobody opened', (it) => (it.round = 999), 'RoundNotFound'],
		['a round that takes none', (it) => (it.round = rounds.personnel[2018]), 'RoundNotSealed'],
		['other figures', (it) => (it.fingerprint = `0x${'00'.repeat(32)}`), 'WrongFingerprint'],
		['a smaller sample', (it) => (it.size.dmus = 30), 'WrongSize'],
		['a region that there is not', (it) => (it.certificates[last][0] = 31), 'NoSuchDmu'],
		['a column less', (it) => (at(it).constant = constant.slice(1)), 'BasisOfWrongLength'],
		[
			'a column more',
			(it) => (at(it).variable = [...variable, score + 1]),
			'BasisOfWrongLength',
		],
		[
			'a column that there is not',
			(it) => (at(it).constant = [...alone.slice(0, 3), 99]),
			'NoSuchColumn',
		],
		[
			'columns in another order',
			(it) => (at(it).constant = [...constant].reverse()),
			'ColumnsNotAscending',
		],
		[
			'columns that depend on each other',
			(it) => (at(it).constant = [slack, slack + 2, slack + 3, score]),
			'BasisSingular',
		],
		[
			'a better score under constant returns',
			(it) => (at(it).constant = alone),
			'BasisNotOptimal',
		],
		[
			'a better score under variable returns',
			(it) => (at(it).variable = [dmu, slack, ...alone.slice(1)]),
			'BasisNotOptimal',
		],
	]) {
		assert.equal(await said(change), `efficiency.${error}`, what);
	}
});

test('a batch that is sent again is refused, and nothing changes', async () => {
	const frozen = async () =>
		(await api.query.efficiency.efficiencies.entries(ROUND)).map((entry) => entry.toString());
	const beforehand = await frozen();
	assert.equal(beforehand.length, 31);
	for (const transaction of await batches()) {
		const bytes = transaction.inner.toHex();
		const head = (await api.rpc.chain.getHeader()).hash;
		const answer = await verdict(api, bytes, head);
		// The round is complete.
		assert.equal(await errorAt(api, 'efficiency', answer), 'efficiency.RoundNotSealed');
		const refusal = `Custom error: ${answer}`;
		await assert.rejects(submit(node.endpoint, bytes), new RegExp(`${refusal}|banned|Already`));
		const [batch] = transaction.method.args;
		const call = api.tx.efficiency.postCertificates(batch.toJSON(), 1_000_000);
		const again = await unsigned(api, call);
		await assert.rejects(submit(node.endpoint, again), new RegExp(refusal));
	}
	assert.deepEqual(await frozen(), beforehand);
	assert.deepEqual(await rowsOf(api, ROUND), rows);
});

test('the demonstration prints the report, and draws a picture of each belt', async () => {
	const pictures = await newDatabase();
	try {
		const story = fileURLToPath(new URL('../demo/efficiency.mjs', import.meta.url));
		const { stdout } = await promisify(execFile)(process.execPath, [story], {
			env: { ...process.env, SALUS_ENDPOINT: node.endpoint, SALUS_PICTURES: pictures.path },
		});
		const [scores, slacks] = stdout.split('Table 2.')[1].split('Table 3.');
		const short = (number, decimals) => fixed(number, decimals, 3);
		const cells = (table, name) => {
			const line = table.split('\n').find((each) => each.trim().startsWith(`${name}  `));
			return line.trim().split(/\s{2,}/).slice(1);
		};
		const names = Object.fromEntries(
			(await readCsv(files.hospitals)).map((line) => [line.code, line.region]),
		);
		const signs = { Constant: '-', Increasing: 'irs', Decreasing: 'drs' };
		for (const row of rows) {
			const name = names[row.code];
			assert.deepEqual(cells(scores, name), [
				...[row.crste, row.vrste, row.scale].map((score) => short(score, DIGITS)),
				signs[row.returnsToScale],
			]);
			assert.deepEqual(
				cells(slacks, name),
				[...row.inputSlacks, ...row.outputSlacks].map((it) => short(it, DIGITS + DECIMALS)),
			);
		}
		const { crste, vrste, scale } = report.means;
		assert.deepEqual(
			cells(scores, 'All regions, average'),
			[crste, vrste, scale].map((mean) => short(mean, DIGITS)),
		);
		assert.ok(scores.indexOf('Eastern') < scores.indexOf('Central'));
		assert.ok(scores.indexOf('Central') < scores.indexOf('Western'));
		assert.match(stdout, /Guangxi's\s+beds,\s+95\.7752,\s+are\s+as\s+published/);

		for (const belt of BELTS) {
			const file = join(pictures.path, `density-${belt.toLowerCase()}.svg`);
			assert.ok(stdout.includes(file));
			const picture = await readFile(file, 'utf8');
			assert.equal(picture.match(/<polyline /g).length, 3);
			for (const text of [belt, '2010', '2014', '2018', 'density', 'multiple of the mean']) {
				assert.ok(picture.includes(text), `${file}: ${text}`);
			}
		}
	} finally {
		await pictures.discard();
	}
});

test('a signature does not open the way that needs none', async () => {
	const [transaction] = await batches();
	const call = api.tx.efficiency.postCertificates(transaction.method.args[0].toJSON(), 0);
	await refused(api, key('Alice'), call, 'BadOrigin');
});
