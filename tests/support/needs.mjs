// Needs, offers and standing orders, each with believable particulars.

import { saidBy, send } from '@salus/client';
import { classes } from './cast.mjs';

const DAY = 86_400_000;

/** The most that may be needed of a class without a history, where governance has set nothing else. */
export const DEFAULT_BOUND = 1_000;

/** For everybody's needs. */
export const everybody = { regions: [], kinds: [], capabilities: [], priority: 'Routine' };

/** Two days to the dispatch, three more on the way. */
const pace = { dispatch: 2, transit: 3 };

/** A request for masks, within three days. */
export const request = (quantity, more = {}) => ({
	class: classes.mask,
	substitutes: [],
	quantity,
	priority: 'Urgent',
	window: { from: null, until: Date.now() + 3 * DAY },
	site: null,
	shelfLife: 0,
	note: null,
	claim: null,
	...more,
});

/** Goods of a lot that are set aside for whoever needs them, for a week. */
export const supply = (lot, quantity, more = {}) => ({
	lot,
	quantity,
	scope: everybody,
	terms: 'Gift',
	keeps: 0,
	least: 1,
	until: Date.now() + 7 * DAY,
	pace,
	...more,
});

/** An instruction to send masks, half of what there is, to whoever needs them. */
export const instruction = (more = {}) => ({
	class: classes.mask,
	scope: everybody,
	floor: { Units: 0 },
	pace,
	duty: { Send: { share: 50, most: 1_000, days: 366 } },
	...more,
});

/** Publishes a need; answers with it. */
export const publish = async (api, { agent }, quantity, more) => {
	const call = api.tx.needs.publishNeed(request(quantity, more));
	const { events } = await send(api, agent, call);
	return (await saidBy(api, events, 'needs', 'NeedPublished')).need;
};

/** Makes an offer; answers with it. */
export const offer = async (api, { agent }, lot, quantity, more) => {
	const call = api.tx.needs.makeOffer(supply(lot, quantity, more));
	const { events } = await send(api, agent, call);
	return (await saidBy(api, events, 'needs', 'OfferMade')).offer;
};

/** Takes goods from an offer; answers with the transfer that carries them. */
export const take = async (api, { agent }, from, need, quantity) => {
	const { events } = await send(api, agent, api.tx.needs.take(from, need, quantity));
	return (await saidBy(api, events, 'needs', 'OfferTaken')).transfer;
};

/** Gives a standing order; answers with it. */
export const giveOrder = async (api, { agent }, more) => {
	const { events } = await send(api, agent, api.tx.needs.giveOrder(instruction(more)));
	return (await saidBy(api, events, 'needs', 'OrderGiven')).order;
};
