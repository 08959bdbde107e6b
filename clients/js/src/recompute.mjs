// Recomputes the report of a round from what a running chain holds, and compares every digit.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { analyse } from './analysis.mjs';
import { fixed, mantissa, quotient } from './decimal.mjs';
import {
	codeOf,
	DIGITS,
	fingerprint,
	reportOf,
	roundOf,
	rowsOf,
	snapshotOf,
} from './efficiency.mjs';

/** What the program calls returns to scale. */
const RETURNS = { crs: 'Constant', irs: 'Increasing', drs: 'Decreasing' };

const SCORES = ['crste', 'vrste', 'nirs', 'scale'];
const MEANS = ['crste', 'vrste', 'scale'];

/** Why there is nothing to compare. */
export class Nothing extends Error {}

/** A round whose report is final, and its snapshot, as the chain stores them. */
const frozenRound = async (api, id) => {
	const round = await roundOf(api, id);
	if (round === null) throw new Nothing(`There is no round ${id}.`);
	const { specification, stage, seal, progress } = round;
	if (!specification.indicators.some(({ role }) => role === 'Input')) {
		throw new Nothing(`Round ${id} is a survey: it has figures, but no report.`);
	}
	if (stage !== 'Complete') {
		const why = {
			Open: 'it is open, and still takes figures',
			Sealed: `it is sealed, and ${progress.all.proven} of ${seal?.dmus} DMUs are proven`,
			Expired: 'it expired without a report',
			Cancelled: 'it was called off',
		}[stage];
		throw new Nothing(`Round ${id} is not complete: ${why}.`);
	}
	return { round, snapshot: await snapshotOf(api, id) };
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

/** @returns {string} */
const csvOf = (columns, rows) =>
	[['dmu', ...columns.map(({ column }) => column)]]
		.concat(
			rows.map(({ dmu, values }) => {
				const shown = ({ place, decimals }) => fixed(values[place], decimals, decimals);
				return [codeOf(dmu), ...columns.map(shown)];
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
		said.set(`${code}, returns to scale`, row.returnsToScale);
		[...row.inputSlacks, ...row.outputSlacks].forEach((slack, index) => {
			const { column, decimals } = columns[index];
			say(`${code}, slack of ${column}`, slack, DIGITS + decimals);
		});
		for (const { dmu, weight } of row.peers) {
			say(`${code}, weight of ${rows[dmu]?.code ?? `place ${dmu}`}`, weight);
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
	for (const row of answer.units) {
		SCORES.forEach((score) => say(`${row.dmu}, ${score}`, row[score]));
		found.set(`${row.dmu}, returns to scale`, RETURNS[row.rts]);
		const slacks = { ...row.input_slacks, ...row.output_slacks };
		for (const { column, decimals } of columns) {
			say(`${row.dmu}, slack of ${column}`, slacks[column], DIGITS + decimals);
		}
		for (const { dmu, weight } of row.peers) say(`${row.dmu}, weight of ${dmu}`, weight);
	}
	MEANS.forEach((mean) => say(`mean of all, ${mean}`, answer.means[mean]));
	// The program knows of no belts: the means over those of the snapshot, from its scores.
	const belts = new Map();
	for (const [place, { belt }] of snapshot.rows.entries()) {
		belts.set(belt, [...(belts.get(belt) ?? []), answer.units[place]]);
	}
	for (const [belt, members] of belts) {
		for (const mean of MEANS) {
			const sum = members.reduce((all, row) => all + mantissa(row[mean], DIGITS), 0n);
			const average = quotient(sum, BigInt(members.length));
			found.set(`mean of belt ${belt}, ${mean}`, fixed(average, DIGITS, DIGITS));
		}
	}
	return found;
};

/**
 * Recomputes the report of the round `id`: compares its fingerprint, writes the frozen figures to the
 * file `csv`, has `salus-analysis` evaluate them, and compares every value. Throws {@link Nothing} when
 * there is no final report.
 *
 * @param {import('./connection.mjs').Api} api
 * @param {number} id
 * @param {string} csv
 */
export const recompute = async (api, id, csv) => {
	const { round, snapshot } = await frozenRound(api, id);
	const { specification, seal } = round;
	const print = await fingerprint(api, id, specification, snapshot, seal.method);

	const columns = columnsOf(specification);
	await mkdir(dirname(csv), { recursive: true });
	await writeFile(csv, csvOf(columns, snapshot.rows));

	const names = (role) =>
		columns
			.filter((each) => each.role === role)
			.map(({ column }) => column)
			.join(',');
	const { orientation, weights } = specification.model;
	const command = [
		...['dea', csv, '--dmu', 'dmu', '--inputs', names('Input'), '--outputs', names('Output')],
		...['--orientation', orientation.toLowerCase(), '--slacks', weights.toLowerCase()],
	];
	const here = recomputed(columns, snapshot, await analyse(...command));
	const there = published(columns, await reportOf(api, id), await rowsOf(api, id));
	const compared = [...new Set([...there.keys(), ...here.keys()])];
	const different = compared
		.filter((name) => there.get(name) !== here.get(name))
		.map((name) => ({ name, chain: there.get(name), recomputed: here.get(name) }));
	return {
		round,
		columns,
		snapshot,
		command,
		fingerprint: print,
		genuine: print === seal.fingerprint,
		compared: compared.length,
		different,
	};
};
