// The council decides.

import { eventOf, saidBy, send } from '@salus/client';
import { council } from './cast.mjs';

/** Proposes a motion that `threshold` ayes carry; answers with its number and hash. */
export const proposeMotion = async (api, seat, call, threshold = 3) => {
	const length = call.method.encodedLength;
	const { events } = await send(api, seat, api.tx.council.propose(threshold, call, length));
	const { proposalIndex, proposalHash } = await saidBy(api, events, 'council', 'Proposed');
	return { index: proposalIndex, hash: proposalHash };
};

/** A vote for a motion that is open. */
export const aye = (api, { index, hash }) => api.tx.council.vote(hash, index, true);

/** What closes a motion that is open, and decides on `call`. */
export const closing = async (api, call, { index, hash }) => {
	const { weight } = await call.paymentInfo(council[0]);
	return api.tx.council.close(hash, index, weight, call.method.encodedLength);
};

/** A motion that has the ayes of so many seats: what closes it, at the moment that matters. */
export const ready = async (api, call, seats = 3) => {
	const ayes = council.slice(0, seats);
	const motion = await proposeMotion(api, ayes[0], call, seats);
	for (const seat of ayes) await send(api, seat, aye(api, motion));
	const close = await closing(api, call, motion);
	return () => send(api, ayes.at(-1), close);
};

/**
 * Carries a motion of the council with the ayes of these seats, three of five unless others are named;
 * answers with the last step. Throws `Refused` when what was decided on fails.
 */
export const decide = async (api, call, ayes = council.slice(0, 3)) => {
	const [first] = ayes;
	const motion = await proposeMotion(api, first, call, ayes.length);
	for (const seat of ayes) await send(api, seat, aye(api, motion));
	const closed = await send(api, first, await closing(api, call, motion));
	eventOf(closed.events, 'council', 'Executed');
	return closed;
};
