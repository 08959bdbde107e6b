// Starts and stops a real node: own database, a free port, nothing left behind.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// The runtime is compiled for the genesis, and by the first node for its blocks; a busy machine takes its time.
const START_LIMIT = 300_000;
// A node gives the work that it has begun a minute to end.
const STOP_LIMIT = 90_000;

/** The program under test; `scripts/test` says where it was built. */
const program = () => {
	const path = process.env.SALUS_NODE;
	if (!path) throw new Error('SALUS_NODE must name the salus-node program; run scripts/test');
	return path;
};

const freePort = () =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});

/** A folder for one database, removed by `discard`. */
export const newDatabase = async () => {
	const path = await mkdtemp(join(tmpdir(), 'salus-'));
	return { path, discard: () => rm(path, { recursive: true, force: true }) };
};

/**
 * Starts a development chain on `database` and waits until it answers.
 *
 * @param {{path: string}} database
 * @param {{blockTime?: number, workers?: boolean}} options block interval in milliseconds; whether off-chain workers
 * run
 */
export const startNode = async (database, { blockTime = 500, workers = true } = {}) => {
	const rpcPort = await freePort();
	const args = [
		'dev',
		...['--base-path', database.path],
		// Beside the program, for every node of it: each would compile the runtime twice.
		...['--compiled', join(dirname(program()), 'compiled')],
		...['--block-time', String(blockTime)],
		...['--offchain-worker', workers ? 'always' : 'never'],
		...['--rpc-port', String(rpcPort)],
	];
	const child = spawn(program(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const output = [];
	let exit;
	const exited = new Promise((resolve) => {
		child.once('error', (error) => resolve((exit = { code: null, signal: null, error })));
		child.once('exit', (code, signal) => resolve((exit = { code, signal })));
	});

	const ready = new Promise((resolve, reject) => {
		const limit = setTimeout(
			() => reject(new Error(`no RPC server in time:\n${output.join('')}`)),
			START_LIMIT,
		);
		const listen = (chunk) => {
			output.push(chunk.toString());
			if (output.length > 400) output.shift();
			if (/Running JSON-RPC server/.test(chunk)) {
				clearTimeout(limit);
				resolve();
			}
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		exited.then((how) => {
			clearTimeout(limit);
			reject(new Error(`the node ended: ${JSON.stringify(how)}\n${output.join('')}`));
		});
	});
	try {
		await ready;
	} catch (error) {
		child.kill('SIGKILL');
		throw error;
	}

	return {
		endpoint: `ws://127.0.0.1:${rpcPort}`,
		log: () => output.join(''),
		/** Asks the node to end as Ctrl-C does; resolves with its exit status. */
		stop: async () => {
			if (exit) return exit;
			child.kill('SIGINT');
			const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
			const how = await exited;
			clearTimeout(limit);
			return how;
		},
		/** Ends the node as a power cut does. */
		cut: async () => {
			child.kill('SIGKILL');
			return exited;
		},
	};
};
