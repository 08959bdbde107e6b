// Where the goods of a donation are.

import { holdingsOf, stored, view } from '@salus/client';

/**
 * Where the goods of a lot are, and those of all lots that were made of it, across institutions: each holding
 * with its lot and its custodian, and what was used of each lot. Whoever makes a lot names what it is made
 * of, so every later lot is asked.
 */
export const whereaboutsOf = async (api, lot) => {
	const family = new Set([lot]);
	const end = await stored(api, 'registry', 'nextLotId');
	for (let id = lot + 1n; id < end; id++) {
		const inputs = await view(api, 'Registry', 'made_of', id);
		if (inputs.some((input) => family.has(input.lot))) family.add(id);
	}
	const [held, used] = [[], []];
	for (const id of family) {
		for (const [{ custodian }, holding] of await holdingsOf(api, id)) {
			held.push({ lot: id, custodian, holding });
		}
		const { consumed } = await view(api, 'Registry', 'ledger', id);
		if (consumed > 0n) used.push({ lot: id, consumed });
	}
	return { held, used };
};
