// The command-line program for analysts, and the files that it reads.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The program: what `SALUS_ANALYSIS` names, as in `scripts/test`, or else what the PATH has. */
const program = () => process.env.SALUS_ANALYSIS || 'salus-analysis';

/** More bytes than any answer has. */
const LONGEST = 64 * 1024 * 1024;

const data = (path) => fileURLToPath(new URL(`../../analysis/tests/data/${path}`, import.meta.url));

/** Published figures; the READMEs beside them name their sources. */
export const files = {
	hospitals: data('published/hospitals-2011.csv'),
	personnel: data('density/personnel-per-10k.csv'),
};

/** What the program answers in JSON, each number as the text that it printed. */
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

/** The lines of a CSV file without quotation marks, by the names in its first line. */
export const readCsv = async (file) => {
	const [header, ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/);
	const names = header.split(',');
	return lines.map((line) => {
		const fields = line.split(',');
		return Object.fromEntries(names.map((name, column) => [name, fields[column]]));
	});
};
