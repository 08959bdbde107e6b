// What is to be kept cold, and what sensors tell of it. Temperatures are in tenths of a degree Celsius.

import { view } from '@salus/client';
import { arrived } from './cast.mjs';
import { receive } from './steps.mjs';

/** A class that is kept at 2 to 8 °C, and needs no licence. */
export const vaccine = (name, requirements = ['Batch', 'Expiry']) => ({
	...{ name, kind: 'Drug', gtin: null, unit: 'Piece', unitsPerPack: 10, requirements },
	temperature: { min: 20, max: 80 },
	...{ capability: null, carrierCapability: null, clinicalCode: null },
});

/** Stands for the digest of a series of measurements. */
const series = `0x${'5e'.repeat(32)}`;

/** What a logger measured between two moments, of which the later is now unless it is named. */
export const measured = (min, max, from, to = Date.now()) => ({
	...{ min, max, mean: Math.round((min + max) / 2) },
	...{ device: 'TL-204', from, to, digest: series },
});

/** What it measured before the goods left: in an hour that ended a minute ago. */
export const measuredBefore = (min, max) => {
	const end = Date.now() - 60_000;
	return measured(min, max, end - 3_600_000, end);
};

/** What it measured on the way of a transfer, from its dispatch to now. */
export const measuredOnTheWay = async (api, transfer, min, max) => {
	const { shipment } = await view(api, 'Circulation', 'transfer', transfer);
	return measured(min, max, shipment.event.at);
};

/** Receives goods, of which a sensor measured this on the way. */
export const arriveAt = async (api, to, transfer, quantity, min, max) => {
	const sensor = await measuredOnTheWay(api, transfer, min, max);
	return receive(api, transfer, [arrived(quantity)], to.agent, sensor);
};
