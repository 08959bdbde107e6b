// The command-line program for analysts.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The program: what `SALUS_ANALYSIS` names, or else what the PATH has. */
const program = () => process.env.SALUS_ANALYSIS || 'salus-analysis';

/** More bytes than any answer has. */
const LONGEST = 64 * 1024 * 1024;

/**
 * What the program answers in JSON, each number as the text that it printed.
 *
 * @param {string[]} args
 */
export const analyse = async (...args) => {
	const { stdout } = await promisify(execFile)(program(), [...args, '--format', 'json'], {
		maxBuffer: LONGEST,
	}).catch((error) => {
		if (error.code !== 'ENOENT') throw error;
		throw new Error(
			`there is no program ${program()}: put salus-analysis on the PATH, or name it in SALUS_ANALYSIS`,
		);
	});
	const text = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
	return JSON.parse(stdout.replace(text, (word) => (word.startsWith('"') ? word : `"${word}"`)));
};
