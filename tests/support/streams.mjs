// Streams as donors and recipients of protective equipment wrote them: some lines offer 10^14 pieces, some come twice,
// some are of nothing. They are made from a seed, so that every run replays the same ones.

/** What somebody offers who does not know how much that is. */
export const ABSURD = 10n ** 14n;

/** The most units of one lot. */
export const LARGEST = 10n ** 12n;

/** Numbers from 0 to 1 that look like chance: Mulberry32. */
export const chance = (seed) => {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
};

/** The lines of a stream: id, date, item, quantity; `most` is the most that anybody in its senses writes. */
export const stream = (seed, prefix, writers, length, most, items = ['mask', 'suit']) => {
	const next = chance(seed);
	const among = (all) => all[Math.floor(next() * all.length)];
	const lines = [];
	while (lines.length < length) {
		const drawn = next();
		if (drawn < 0.1 && lines.length > 0) {
			// Written twice.
			lines.push({ ...among(lines) });
			continue;
		}
		const day = 23 + Math.floor((lines.length / length) * 9);
		lines.push({
			id: `${prefix}${String(lines.length).padStart(4, '0')}`,
			date: `2020-01-${day}`,
			writer: among(writers),
			item: among(items),
			quantity: quantityOf(drawn, next(), most),
		});
	}
	return lines;
};

const quantityOf = (drawn, size, most) => {
	if (drawn < 0.16) return ABSURD;
	if (drawn < 0.2) return LARGEST + 1n;
	if (drawn < 0.23) return 0n;
	// Most lines are small, and some are large.
	return BigInt(Math.ceil(most ** size));
};
