// Use that the chain has not seen. A day of use counts once it is over, and the development chain keeps the
// time of the wall clock: on its first day nobody has used anything, and a draft of a plan has nothing to go
// by.

import { allStored } from '@salus/client';

const DAY = 86_400_000;

/** The observed days that the registry keeps in a mean, and the parts of a unit in which it keeps it. */
const [MEMORY, PARTS] = [28n, 1n << 32n];

/**
 * What writes into the state that institutions have used so much of a class on each of the last days, each
 * `[institution, thousandths of a unit a day]`, a 28th of a unit at least. What they have available must not
 * change before it is carried out. Only root may do it.
 */
export const enteringUse = async (api, of, uses) => {
	const { levels } = api.query.registry;
	const type = api.registry.createLookupType(levels.creator.meta.type.asMap.value);
	const yesterday = Math.floor(Date.now() / DAY) - 1;
	const known = await allStored(api, 'registry', 'levels');
	const entries = uses.map(([institution, thousandths]) => {
		const [, level] = known.find(([[id, each]]) => id === institution && each === of) ?? [];
		// Whole units were used yesterday, and the days before make up for it.
		const used = BigInt(Math.max(1, Math.round(thousandths / 1_000)));
		const mean = ((BigInt(thousandths) * MEMORY * PARTS) / 1_000n - used * PARTS) / (MEMORY - 1n);
		if (mean < 0n) throw new Error(`${thousandths} thousandths a day are too few`);
		const entry = { available: level?.available ?? 0n, day: yesterday, used, mean, days: 27 };
		return [levels.key(institution, of), api.registry.createType(type, entry).toHex()];
	});
	return api.tx.system.setStorage(entries);
};
