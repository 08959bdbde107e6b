#!/usr/bin/env node
// Recomputes the report of a round from what a running chain holds, and compares every digit.
//
//   salus-recompute ROUND [--url ws://127.0.0.1:9944] [--csv FILE]
//
// The figures that the round froze go to a CSV file; `salus-analysis`, which the PATH or SALUS_ANALYSIS
// names, evaluates them. Ends with status 0 if everything agrees, 1 if anything differs, and 2 if there
// is nothing to compare.

import { parseArgs } from 'node:util';
import { connect, LOCAL } from '../src/connection.mjs';
import { Nothing, recompute } from '../src/recompute.mjs';

const USAGE = 'usage: salus-recompute ROUND [--url ws://127.0.0.1:9944] [--csv FILE]';

/** How many differences are printed. */
const SHOWN = 20;

const parse = () => {
	try {
		return parseArgs({
			options: { url: { type: 'string' }, csv: { type: 'string' } },
			allowPositionals: true,
		});
	} catch (error) {
		throw new Nothing(`${error.message}\n${USAGE}`);
	}
};

const question = () => {
	const { values, positionals } = parse();
	if (positionals.length !== 1 || !/^\d{1,9}$/.test(positionals[0])) throw new Nothing(USAGE);
	const id = Number(positionals[0]);
	return {
		id,
		url: values.url ?? process.env.SALUS_ENDPOINT ?? LOCAL,
		csv: values.csv ?? `build/round-${id}.csv`,
	};
};

/** Prints what came of it; answers whether everything agrees. */
const tell = ({ id, url, csv }, found) => {
	const { round, columns, snapshot, command, genuine, compared, different } = found;
	console.log(`\nRound ${id} at ${url}: ${round.specification.title}\n`);
	console.log(`  fingerprint   ${found.fingerprint}`);
	console.log(`  of the seal   ${genuine ? 'the same' : `${round.seal.fingerprint}, ANOTHER`}\n`);

	console.log(`  ${snapshot.rows.length} DMUs, ${snapshot.excluded.length} left out, in ${csv}`);
	for (const { column, name, unit, role } of columns) {
		console.log(`    ${column}  ${role.toLowerCase()}: ${name}, in ${unit}`);
	}
	console.log(`\n  salus-analysis ${command.join(' ')}\n`);

	for (const { name, chain = 'nothing', recomputed = 'nothing' } of different.slice(0, SHOWN)) {
		console.log(`  ${name}: the chain says ${chain}, recomputed ${recomputed}`);
	}
	if (different.length > SHOWN) console.log(`  and ${different.length - SHOWN} more`);
	console.log(`  ${compared} compared, ${different.length} different.\n`);
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
		const found = await recompute(api, asked.id, asked.csv);
		process.exitCode = tell(asked, found) ? 0 : 1;
	} finally {
		await api.disconnect();
	}
} catch (error) {
	console.error(error instanceof Nothing ? error.message : error);
	process.exitCode = 2;
}
