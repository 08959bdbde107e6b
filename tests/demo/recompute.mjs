// Recomputes the report of a round from what a running chain holds, and compares every digit.
//
//   node demo/recompute.mjs ROUND [--url ws://127.0.0.1:9944] [--csv FILE]
//
// The figures that the round froze go to a CSV file; `salus-analysis`, which the PATH or SALUS_ANALYSIS
// names, evaluates them. Ends with status 0 if everything agrees, 1 if anything differs, and 2 if there
// is nothing to compare.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { connect } from '../support/chain.mjs';
import { fixed, mantissa, quotient } from '../support/decimal.mjs';
import {
	beltOf,
	codeOf,
	DIGITS,
	fingerprint,
	plainRound,
	reportOf,
	rowsOf,
	valuesOf,
} from '../support/efficiency.mjs';
import { analyse } from '../support/program.mjs';

const USAGE = 'usage: node demo/recompute.mjs ROUND [--url ws://127.0.0.1:9944] [--csv FILE]';

/** How many differences are printed. */
const SHOWN = 20;

/** What the program calls returns to scale. */
const RETURNS = { crs: 'Constant', irs: 'Increasing', drs: 'Decreasing' };

const SCORES = ['crste', 'vrste', 'nirs', 'scale'];
const MEANS = ['crste', 'vrste', 'scale'];

/** Why there is nothing to compare. */
class Nothing extends Error {}

const question = () => {
	const options = { url: { type: 'string' }, csv: { type: 'string' } };
	const parse = () => parseArgs({ options, allowPositionals: true });
	let parsed;
	try {
		parsed = parse();
	} catch (error) {
		throw new Nothing(`${error.message}\n${USAGE}`);
	}
	const { values, positionals } = parsed;
	if (positionals.length !== 1 || !/^\d{1,9}$/.test(positionals[0])) throw new Nothing(USAGE);
	const id = Number(positionals[0]);
	const build = fileURLToPath(new URL('../../build', import.meta.url));
	return {
		id,
		url: values.url ?? process.env.SALUS_ENDPOINT ?? 'ws://127.0.0.1:9944',
		csv: values.csv ?? `${build}/round-${id}.csv`,
	};
};

/** A round whose report is final, and its snapshot, as the chain stores them. */
const frozenRound = async (api, id) => {
	const { rounds, snapshots } = api.query.efficiency;
	const found = await rounds(id);
	if (found.isNone) throw new Nothing(`There is no round ${id}.`);
	const round = plainRound(found.unwrap());
	if (!round.indicators.some(({ role }) => role === 'Input')) {
		throw new Nothing(`Round ${id} is a survey: it has figures, but no report.`);
	}
	if (round.stage !== 'Complete') {
		const why = {
			Open: 'it is open, and still takes figures',
			Sealed: `it is sealed, and ${round.proven} of ${round.seal?.units} units are proven`,
			Expired: 'it expired without a report',
			Cancelled: 'it was called off',
		}[round.stage];
		throw new Nothing(`Round ${id} is not complete: ${why}.`);
	}
	return { round, snapshot: (await snapshots(id)).unwrap() };
};

/** Inputs and then outputs, each with its place among the indicators and a name without commas. */
const columnsOf = ({ indicators }) =>
	['Input', 'Output']
		.flatMap((role) =>
			indicators
				.map((indicator, place) => ({ ...indicator, place }))
				.filter((indicator) => indicator.role === role),
		)
		.map((indicator, index) => ({ ...indicator, column: `c${index + 1}` }));

const csvOf = (columns, rows) =>
	[['unit', ...columns.map(({ column }) => column)]]
		.concat(
			rows.map((row) => {
				const values = valuesOf(row);
				const shown = ({ place, decimals }) => fixed(values[place], decimals, decimals);
				return [codeOf(row.unit), ...columns.map(shown)];
			}),
		)
		.map((fields) => `${fields.join(',')}\n`)
		.join('');

/**
 * Everything that a report says, by what it is called: from the chain's views, numbers as the decimals
 * that they stand for.
 */
const published = (columns, report, rows) => {
	const said = new Map();
	const say = (name, number, decimals = DIGITS) =>
		said.set(name, fixed(number, decimals, decimals));
	const means = (group, found) => MEANS.forEach((mean) => say(`${group}, ${mean}`, found[mean]));
	for (const row of rows) {
		const { code } = row;
		SCORES.forEach((score) => say(`${code}, ${score}`, row[score]));
		said.set(`${code}, returns to scale`, row.returns);
		[...row.inputSlacks, ...row.outputSlacks].forEach((slack, index) => {
			const { column, decimals } = columns[index];
			say(`${code}, slack of ${column}`, slack, DIGITS + decimals);
		});
		for (const { place, weight } of row.peers) {
			say(`${code}, weight of ${rows[place]?.code ?? `place ${place}`}`, weight);
		}
	}
	means('mean of all', report.means);
	for (const { belt, means: found } of report.belts) means(`mean of belt ${belt}`, found);
	return said;
};

/** The same, from the program's answer. */
const recomputed = (columns, snapshot, answer) => {
	const found = new Map();
	const say = (name, text, decimals = DIGITS) =>
		found.set(name, fixed(mantissa(text, decimals), decimals, decimals));
	for (const unit of answer.units) {
		SCORES.forEach((score) => say(`${unit.dmu}, ${score}`, unit[score]));
		found.set(`${unit.dmu}, returns to scale`, RETURNS[unit.rts]);
		const slacks = { ...unit.input_slacks, ...unit.output_slacks };
		for (const { column, decimals } of columns) {
			say(`${unit.dmu}, slack of ${column}`, slacks[column], DIGITS + decimals);
		}
		for (const { dmu, weight } of unit.peers) say(`${unit.dmu}, weight of ${dmu}`, weight);
	}
	MEANS.forEach((mean) => say(`mean of all, ${mean}`, answer.means[mean]));
	// The program knows of no belts: the means over those of the snapshot, from its scores.
	const belts = new Map();
	for (const [place, { belt }] of snapshot.rows.entries()) {
		const members = belts.get(beltOf(belt)) ?? [];
		belts.set(beltOf(belt), [...members, answer.units[place]]);
	}
	for (const [belt, members] of belts) {
		for (const mean of MEANS) {
			const sum = members.reduce((all, unit) => all + mantissa(unit[mean], DIGITS), 0n);
			const average = quotient(sum, BigInt(members.length));
			found.set(`mean of belt ${belt}, ${mean}`, fixed(average, DIGITS, DIGITS));
		}
	}
	return found;
};

/** Recomputes, prints what comes of it, and answers whether everything agrees. */
const recompute = async (api, { id, url, csv }) => {
	const { round, snapshot } = await frozenRound(api, id);
	const { model } = round.terms;
	const [orientation, weights] = [model.orientation, model.weights].map((each) =>
		each.type.toLowerCase(),
	);
	console.log(`\nRound ${id} at ${url}: ${round.title}\n`);

	const { seal } = round;
	const print = fingerprint(api, id, round.terms, snapshot, seal.method);
	const genuine = print === seal.fingerprint;
	console.log(`  fingerprint   ${print}`);
	console.log(`  of the seal   ${genuine ? 'the same' : `${seal.fingerprint}, ANOTHER`}\n`);

	const columns = columnsOf(round);
	await mkdir(dirname(csv), { recursive: true });
	await writeFile(csv, csvOf(columns, snapshot.rows));
	console.log(`  ${snapshot.rows.length} units, ${snapshot.excluded.length} left out, in ${csv}`);
	for (const { column, name, unit, role } of columns) {
		console.log(`    ${column}  ${role.toLowerCase()}: ${name}, in ${unit}`);
	}
	const names = (role) =>
		columns
			.filter((each) => each.role === role)
			.map(({ column }) => column)
			.join(',');
	const args = [
		...['dea', csv, '--dmu', 'unit', '--inputs', names('Input'), '--outputs', names('Output')],
		...['--orientation', orientation, '--slacks', weights],
	];
	console.log(`\n  salus-analysis ${args.join(' ')}\n`);

	const here = recomputed(columns, snapshot, await analyse(...args));
	const there = published(columns, await reportOf(api, id), await rowsOf(api, id));
	const all = [...new Set([...there.keys(), ...here.keys()])];
	const different = all.filter((name) => there.get(name) !== here.get(name));
	for (const name of different.slice(0, SHOWN)) {
		const [chain, own] = [there, here].map((values) => values.get(name) ?? 'nothing');
		console.log(`  ${name}: the chain says ${chain}, recomputed ${own}`);
	}
	if (different.length > SHOWN) console.log(`  and ${different.length - SHOWN} more`);
	console.log(`  ${all.length} compared, ${different.length} different.\n`);
	return genuine && different.length === 0;
};

try {
	const asked = question();
	const api = await connect(asked.url).catch(() => {
		throw new Nothing(
			`No chain answers at ${asked.url}. Start it with scripts/run in another terminal.`,
		);
	});
	try {
		process.exitCode = (await recompute(api, asked)) ? 0 : 1;
	} finally {
		await api.disconnect();
	}
} catch (error) {
	console.error(error instanceof Nothing ? error.message : error);
	process.exitCode = 2;
}
