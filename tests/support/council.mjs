// The council decides.

import { eventOf, saidBy, send } from '@salus/client';
import { council } from './cast.mjs';

/**
 * Carries a motion of the council with three of five seats; answers with the last step. Throws
 * `Refused` when what was decided on fails.
 */
export const decide = async (api, call) => {
	const [first, ...others] = council.slice(0, 3);
	const length = call.method.encodedLength;
	const { events } = await send(api, first, api.tx.council.propose(3, call, length));
	const { proposalIndex, proposalHash } = await saidBy(api, events, 'council', 'Proposed');
	for (const member of [first, ...others]) {
		await send(api, member, api.tx.council.vote(proposalHash, proposalIndex, true));
	}
	const { weight } = await call.paymentInfo(first);
	const closed = await send(
		api,
		first,
		api.tx.council.close(proposalHash, proposalIndex, weight, length),
	);
	eventOf(closed.events, 'council', 'Executed');
	return closed;
};
