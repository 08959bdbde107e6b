#!/usr/bin/env node
// Writes types/salus.d.ts from the metadata of a running chain, or finds it out of date.
//
//   npm run types -- [--check] [--url ws://127.0.0.1:9944]

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { connect, LOCAL } from '../src/connection.mjs';
import { describe } from '../src/metadata.mjs';
import { typescript } from '../src/typescript.mjs';

const file = fileURLToPath(new URL('../types/salus.d.ts', import.meta.url));

const { values } = parseArgs({
	options: { url: { type: 'string' }, check: { type: 'boolean', default: false } },
});
const api = await connect(values.url ?? process.env.SALUS_ENDPOINT ?? LOCAL);
const text = typescript(await describe(api));
await api.disconnect();
if (!values.check) {
	await writeFile(file, text);
} else if ((await readFile(file, 'utf8')) !== text) {
	console.error('types/salus.d.ts is out of date. With the chain running: npm run types');
	process.exitCode = 1;
}
