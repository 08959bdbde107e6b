// Runs the commands of the client package, as its users do.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The exit status of a command and what it prints. */
const run = (name, args, env = {}) =>
	new Promise((resolve) => {
		const program = fileURLToPath(new URL(`../../clients/js/bin/${name}.mjs`, import.meta.url));
		execFile(
			process.execPath,
			[program, ...args.map(String)],
			{ env: { ...process.env, ...env } },
			(error, stdout, stderr) => resolve({ status: error ? error.code : 0, stdout, stderr }),
		);
	});

/** Recomputes a report. Figures go to the file `csv`. */
export const recompute = (endpoint, id, csv, env) =>
	run('recompute', [id, '--url', endpoint, '--csv', csv], env);

/** Exports or verifies a record of the trail. */
export const record = (...args) => run('record', args);

/** Compares the types of the client with the metadata of a chain. */
export const checkTypes = (endpoint) => run('types', ['--check', '--url', endpoint]);
