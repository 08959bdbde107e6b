// Published figures, as files.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const data = (path) => fileURLToPath(new URL(`../../analysis/tests/data/${path}`, import.meta.url));

/** The READMEs beside them name their sources. */
export const files = {
	hospitals: data('published/hospitals-2011.csv'),
	personnel: data('density/personnel-per-10k.csv'),
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
