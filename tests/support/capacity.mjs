// Capacity: beds, hours of staff and slots of a laboratory, each for a window of time.

import { send } from '@salus/client';
import { classes } from './cast.mjs';
import { decide } from './council.mjs';
import { event } from './steps.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The window that begins and ends so many hours from now; from before now, with less than none. */
export const hoursFromNow = (from, until) => {
	const now = Date.now();
	return { from: now + from * HOUR, until: now + until * HOUR };
};

/** A week that has begun, and the one after it. */
export const twoWeeks = () => {
	const thisWeek = hoursFromNow(-3, 7 * 24 - 3);
	return { thisWeek, nextWeek: { from: thisWeek.until, until: thisWeek.until + 7 * DAY } };
};

/** The identity of capacity of a class, which nobody gave. */
export const capacity = (of, window) => ({
	class: of,
	batch: null,
	serial: null,
	made: null,
	expiry: null,
	window,
	donor: null,
	earmark: null,
	commissioning: 'Observed',
	document: null,
});

/** The identity of intensive care beds; a unit is a bed for a day. */
export const beds = (window) => capacity(classes.bed, window);

/** The identity of hours of nurses. */
export const nurseHours = (window) => capacity(classes.nurseHours, window);

/** Licenses hospitals for intensive care, by one motion. */
export const licenseIntensiveCare = (api, ...hospitals) => {
	const inAYear = Date.now() + 365 * DAY;
	const grants = hospitals.map(({ id }) =>
		api.tx.registry.grantLicence(id, 'IntensiveCare', inAYear, null),
	);
	return decide(api, api.tx.utility.batchAll(grants));
};

/** Dispatches a transfer that nobody has to carry. */
export const hand = (api, { agent }, transfer) =>
	send(api, agent, api.tx.circulation.dispatch(transfer, null, null, null, null, event()));
