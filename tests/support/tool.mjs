// Runs the member's tool `salus`, as its users do.

import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Longer than any command takes: a proof is a matter of seconds, and a busy machine takes its time. */
const LIMIT = 180_000;

/** The program under test; `scripts/test` says where it was built. */
const program = () => {
	const path = process.env.SALUS_TOOL;
	if (!path) throw new Error('SALUS_TOOL must name the program salus; run scripts/test');
	return path;
};

/** The exit status of a command and what it prints. */
const run = (args) =>
	new Promise((resolve, reject) => {
		const options = { timeout: LIMIT };
		const child = execFile(program(), args.map(String), options, (error, stdout, stderr) => {
			if (error && typeof error.code !== 'number') reject(error);
			else resolve({ status: error ? error.code : 0, stdout, stderr });
		});
		// Nobody answers what it might ask.
		child.stdin.end();
	});

/**
 * The tool of somebody who keeps files in a folder, and asks a node. `run` runs a command and answers with what it
 * prints; it throws with what the command says is wrong. `failing` answers with that, and throws if nothing is.
 */
export const toolIn = async (folder, endpoint) => {
	const path = (name) => join(folder, name);
	const passphrase = path('passphrase.txt');
	await writeFile(passphrase, 'sieben Zwiebeln im Dunkeln\n');
	const always = ['--endpoint', endpoint, '--passphrase-file', passphrase];
	const told = ({ stdout, stderr }) => `${stdout}\n${stderr}`;
	return {
		path,
		write: (name, text) => writeFile(path(name), text),
		read: (name) => readFile(path(name)),
		run: async (...args) => {
			const done = await run([...args, ...always]);
			if (done.status === 0) return done.stdout;
			throw new Error(`salus ${args.join(' ')} ended with ${done.status}:\n${told(done)}`);
		},
		failing: async (...args) => {
			const done = await run([...args, ...always]);
			if (done.status !== 0) return told(done);
			throw new Error(`salus ${args.join(' ')} was to fail:\n${told(done)}`);
		},
	};
};
