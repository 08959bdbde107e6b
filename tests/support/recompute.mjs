// Runs the recomputation of a report, as an auditor does.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../demo/recompute.mjs', import.meta.url));

/** Its exit status and what it prints. Figures go to the file `csv`. */
export const recompute = (endpoint, id, csv, env = {}) =>
	new Promise((resolve) => {
		execFile(
			process.execPath,
			[program, String(id), '--url', endpoint, '--csv', csv],
			{ env: { ...process.env, ...env } },
			(error, stdout, stderr) => resolve({ status: error ? error.code : 0, stdout, stderr }),
		);
	});
