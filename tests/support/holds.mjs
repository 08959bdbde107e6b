// Holds: on what they are, and how they are placed and lifted.

import { saidBy, send, view } from '@salus/client';
import { event } from './steps.mjs';

/** All of a lot, wherever it is. */
export const onLot = (lot) => ({ Lot: lot });

/** What an institution has of a lot: its own, or another's that it borrowed. */
export const onHolding = (lot, custodian, owner = custodian) => ({
	Holding: { lot, custodian: custodian.id, owner: owner.id },
});

/** The call that places a hold: on all of it, unless units are named. */
export const placing = (
	api,
	place,
	kind,
	{ units = null, reason = 'To be inspected', document = null } = {},
) => {
	const extent = units === null ? 'Whole' : { Units: units };
	return api.tx.recalls.placeHold(place, extent, kind, reason, document, event());
};

/** The call that lifts a hold, or some units of it. */
export const lifting = (
	api,
	place,
	hold,
	{ units = null, reason = 'Inspected', document = null } = {},
) => api.tx.recalls.liftHold(place, hold, units, reason, document, event());

/** Places a hold for an account; answers with it. */
export const placeHold = async (api, who, place, kind, more) => {
	const { events } = await send(api, who, placing(api, place, kind, more));
	return (await saidBy(api, events, 'recalls', 'HoldPlaced')).hold;
};

/** Lifts a hold for an account; answers with what the chain says of it. */
export const liftHold = async (api, who, place, hold, more) => {
	const { events } = await send(api, who, lifting(api, place, hold, more));
	return saidBy(api, events, 'recalls', 'HoldLifted');
};

/** What holds a lot or a holding, the oldest first. */
export const holdsOn = (api, place) => view(api, 'Recalls', 'holds', place);
