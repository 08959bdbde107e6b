#!/usr/bin/env node
// Exports a record of the trail with its proof, and verifies it years later.
//
//   salus-record export RECORD [--url ws://127.0.0.1:9944] > FILE
//   salus-record verify FILE --root 0x.. --count N
//   salus-record verify FILE [--url ws://127.0.0.1:9944]
//
// With the root and the number of records of its epoch no node is asked. Without, a node is asked for
// those that the chain stores, if the epoch is pruned, or will store. Ends with status 0 for a genuine
// record, 1 for any other, and 2 if there is nothing to verify.

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect, LOCAL } from '../src/connection.mjs';
import { exportRecord, isGenuine, prunedEpoch } from '../src/trail.mjs';
import { view } from '../src/views.mjs';

const USAGE = `usage: salus-record export RECORD [--url ws://127.0.0.1:9944]
       salus-record verify FILE [--root 0x.. --count N | --url ws://127.0.0.1:9944]`;

const { values, positionals } = parseArgs({
	options: { url: { type: 'string' }, root: { type: 'string' }, count: { type: 'string' } },
	allowPositionals: true,
});
const [command, subject] = positionals;

const withChain = async (ask) => {
	const api = await connect(values.url ?? process.env.SALUS_ENDPOINT ?? LOCAL);
	try {
		return await ask(api);
	} finally {
		await api.disconnect();
	}
};

/** What the chain says of an exported record. */
const verdictOf = async (api, { epoch, leafIndex, leaf, proof }) => {
	const pruned = await prunedEpoch(api, epoch);
	if (pruned) return isGenuine({ leafIndex, leaf, proof }, pruned) ? 'Genuine' : 'Refuted';
	return view(api, 'Supervision', 'verify', epoch, leafIndex, leaf, proof);
};

const commands = {
	export: async () => {
		const exported = await withChain((api) => exportRecord(api, BigInt(subject)));
		// JSON has no bigint, and an epoch's number is small.
		const number = (_, value) => (typeof value === 'bigint' ? Number(value) : value);
		console.log(JSON.stringify(exported, number, '\t'));
	},
	verify: async () => {
		const exported = JSON.parse(await readFile(subject, 'utf8'));
		const { root, count } = values;
		const verdict =
			root && count
				? isGenuine(exported, { root, count: Number(count) })
					? 'Genuine'
					: 'Refuted'
				: await withChain((api) => verdictOf(api, exported));
		console.log(verdict);
		process.exitCode = verdict === 'Genuine' ? 0 : 1;
	},
};

try {
	if (!subject || positionals.length !== 2 || !Object.hasOwn(commands, command)) throw USAGE;
	await commands[command]();
} catch (error) {
	console.error(error.message ?? error);
	process.exitCode = 2;
}
