// How the stories are printed.

/** Prints a line when a step begins and its outcome when it ends, so that nobody stares at nothing. */
export const step = async (what, doing) => {
	process.stdout.write(`  ${what} ...`);
	const result = await doing();
	process.stdout.write(' done\n');
	return result;
};

/** A table with aligned columns; numbers to the right. */
export const table = (header, rows) => {
	const cells = [header, ...rows].map((row) =>
		header.map((_, column) => String(row[column] ?? '')),
	);
	const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
	const numeric = header.map((_, column) =>
		rows.every((row) => /^[\d,]*(\.\d+)?$/.test(String(row[column] ?? ''))),
	);
	const line = (row) =>
		row
			.map((cell, column) =>
				numeric[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
			)
			.join('  ')
			.trimEnd();
	const [head, ...body] = cells;
	return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)]
		.map((each) => `  ${each}`.trimEnd())
		.join('\n');
};

/** Text in lines that fit a terminal. */
export const wrapped = (text, width = 88) => {
	const lines = [''];
	for (const word of text.split(/\s+/)) {
		const last = lines[lines.length - 1];
		if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
	}
	return lines.map((line) => `  ${line}`).join('\n');
};

/** Says what is going on in a line that the next one replaces; on paper, a line each. */
export const progress = () => {
	let said = '';
	return {
		say: (text) => {
			if (text === said) return;
			process.stdout.write(
				process.stdout.isTTY ? `\r  ${text.padEnd(said.length)}` : `  ${text}\n`,
			);
			said = text;
		},
		end: () => process.stdout.write(process.stdout.isTTY && said ? '\n' : ''),
	};
};
