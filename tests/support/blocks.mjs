// Waits for blocks, and reads what each of them says.

import { setTimeout as sleep } from 'node:timers/promises';

/** The hashes of as many blocks after the one with hash `block`, once there are so many. */
export const blocksAfter = async (api, block, count) => {
	const first = (await api.rpc.chain.getHeader(block)).number.toNumber() + 1;
	while ((await api.rpc.chain.getHeader()).number.toNumber() < first + count - 1) await sleep(100);
	const numbers = Array.from({ length: count }, (_, place) => first + place);
	const hashes = await Promise.all(numbers.map((number) => api.rpc.chain.getBlockHash(number)));
	return hashes.map((hash) => hash.toHex());
};

/** The events of a block. */
export const eventsAt = async (api, block) => {
	const records = await (await api.at(block)).query.system.events();
	return records.map(({ event }) => event);
};
