// Lots: who holds what of one, and whether every unit is accounted for. Answers come in pages, which are all
// asked at one block.

import { PAGE, viewAt } from './views.mjs';

const bestBlock = async (api) => (await api.rpc.chain.getBlockHash()).toHex();

/**
 * All holdings of a lot, each with its key: lot, custodian and owner.
 *
 * @type {typeof import('../types/index.d.ts').holdingsOf}
 */
export const holdingsOf = async (api, lot) => {
	const block = await bestBlock(api);
	const all = [];
	for (;;) {
		const [last] = all.at(-1) ?? [null];
		const after = last && { custodian: last.custodian, owner: last.owner };
		const page = await viewAt(api, block, 'Registry', 'holdings_of_lot', lot, after, PAGE);
		all.push(...page);
		if (page.length < PAGE) return all;
	}
};

/**
 * Whether every unit of a lot is accounted for: what entered and left the books, what must be held, and
 * what all holdings hold together; `null` if there is no such lot.
 *
 * @type {typeof import('../types/index.d.ts').conservationOf}
 */
export const conservationOf = async (api, lot) => {
	const block = await bestBlock(api);
	let [after, held] = [null, 0n];
	for (;;) {
		const page = await viewAt(api, block, 'Registry', 'conservation', lot, after, PAGE);
		if (!page) return null;
		held += page.held;
		after = page.next;
		const { ledger, due } = page;
		if (after === null) return { ledger, due, held, balanced: held === due };
	}
};
