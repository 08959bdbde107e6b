// The blocks of the demonstration, as a validator of a relay chain would judge them.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test } from 'node:test';
import { newDatabase, startNode } from '../support/node.mjs';

const run = promisify(execFile);

/** The program that validates; `scripts/test` says where it was built. */
const validator = () => {
	const path = process.env.SALUS_VALIDATOR;
	if (!path) {
		throw new Error('SALUS_VALIDATOR must name the validate-blocks program; run scripts/test');
	}
	return path;
};

const story = (name) => fileURLToPath(new URL(`../demo/${name}.mjs`, import.meta.url));

test('every block of the demonstration passes the validation function', async () => {
	const database = await newDatabase();
	try {
		const node = await startNode(database);
		try {
			const environment = {
				...process.env,
				SALUS_ENDPOINT: node.endpoint,
				SALUS_PICTURES: database.path,
			};
			for (const name of ['hubei', 'surge', 'efficiency', 'emergencies', 'assembly']) {
				await run(process.execPath, [story(name)], { env: environment });
			}
		} finally {
			await node.stop();
		}
		const { stdout } = await run(validator(), [database.path]);
		const [, count] = stdout.match(/^(\d+) blocks are valid\./) ?? [];
		assert.ok(Number(count) > 10, stdout);
	} finally {
		await database.discard();
	}
});
