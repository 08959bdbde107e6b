// Names that are offered without being declared; the compiler finds the reverse.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import * as offered from '../src/index.mjs';

test('index.d.ts declares what the package offers', async () => {
	const text = await readFile(new URL('../types/index.d.ts', import.meta.url), 'utf8');
	const declared = [...text.matchAll(/^export (?:const|function|class) (\w+)/gm)];
	assert.deepEqual(declared.map(([, name]) => name).sort(), Object.keys(offered).sort());
});
