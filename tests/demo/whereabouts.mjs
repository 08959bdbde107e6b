// Where the goods of a donation are.

import { viewAt } from '@salus/client';

/** The most holdings and lots that one page looks at. */
const PAGE = 256;

/**
 * Where the goods of a lot are, and those of all lots that came out of it, across institutions: each holding
 * with its lot and its custodian, and what was used of each lot.
 */
export const whereaboutsOf = async (api, lot) => {
	const block = (await api.rpc.chain.getBlockHash()).toHex();
	const [held, used] = [[], new Map()];
	let after = null;
	do {
		const { lots, next } = await viewAt(
			...[api, block, 'Registry', 'whereabouts', lot, after, PAGE],
		);
		for (const { lot: id, ledger, holdings } of lots) {
			for (const [{ custodian }, holding] of holdings) held.push({ lot: id, custodian, holding });
			// A lot with many holdings is told on several pages, each with its ledger.
			used.set(id, ledger.consumed);
		}
		after = next;
	} while (after);
	return { held, used };
};
