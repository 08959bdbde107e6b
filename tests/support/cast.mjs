// Who is who on the development chain: the keys, identifiers and classes of its genesis preset.
// `runtime/src/presets/mod.rs` has the table.

import { Keyring } from '@polkadot/api';

const keyring = new Keyring({ type: 'sr25519' });

/** The well-known development key of `name`, such as Alice or Alice//stash. */
export const key = (name) => keyring.addFromUri(`//${name}`);

// Sites are numbered within their institution.

export const donor = { id: 0, agent: key('Alice'), dispatcher: key('Two'), warehouse: 0 };
export const hospital = { id: 1, agent: key('Bob'), storekeeper: key('One'), dock: 0 };
export const otherHospital = { id: 2, agent: key('Dave'), store: 0 };
export const laboratory = { id: 3, agent: key('Eve') };
export const relief = { id: 4, agent: key('Ferdie'), warehouse: 0 };
export const supplier = { id: 5, agent: key('Ferdie//stash') };
export const carrier = { id: 6, agent: key('Charlie') };

/** Council seats: Hubei, Shanghai, Beijing, Guangdong, Zhejiang. */
export const council = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve'].map((name) => key(`${name}//stash`));

/** The rounds that are sealed at genesis: an evaluation, and surveys by their year. */
export const rounds = { hospitals: 0, personnel: { 2010: 1, 2014: 2, 2018: 3 } };

const seats = ['CN-HB', 'CN-SH', 'CN-BJ', 'CN-GD', 'CN-ZJ'];

/** The agent who reports for a region: of its health commission. */
export const statistician = (code) => council[seats.indexOf(code)] ?? key(code);

/** An account with fees that acts for no institution. */
export const stranger = key('Alice//stash//nobody');

export const classes = {
	mask: 0,
	suit: 1,
	testKit: 2,
	ventilator: 3,
	concentrator: 4,
	bed: 5,
	nurseHours: 6,
};

/** GS1's own worked example of a serial shipping container code. */
export const sscc = '376104250021234569';

const DAY = 86_400_000;

/** An expiry so many days from now. */
export const inDays = (days) => {
	const date = new Date(Date.now() + days * DAY);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
	return { Day: { year, month, day: date.getUTCDate() } };
};

/** The identity of a box of masks: batch, and expiry with its precision. */
export const masks = (expiry = { Day: { year: 2030, month: 1, day: 31 } }) => ({
	class: classes.mask,
	batch: 'M20200118',
	serial: null,
	made: null,
	expiry,
	window: null,
	donor: donor.id,
	earmark: 'Hubei',
	commissioning: 'Observed',
	document: null,
});

/** The identity of a box of protective suits, which nobody gave. */
export const suits = (expiry) => ({
	...masks(expiry),
	class: classes.suit,
	donor: null,
	earmark: null,
});

/** A proposal from the donor to the hospital, with believable deadlines. */
export const proposal = (legs, more = {}) => ({
	to: hospital.id,
	fromSite: donor.warehouse,
	toSite: hospital.dock,
	terms: 'Gift',
	legs: legs.map(([lot, quantity]) => ({ lot, quantity, pack: null })),
	dispatchBy: Date.now() + 2 * DAY,
	receiveBy: Date.now() + 7 * DAY,
	serves: null,
	...more,
});

/** A receipt line. */
export const arrived = (accepted, { rejected = null, missing = null, excess = null } = {}) => ({
	accepted,
	condition: 'Normal',
	rejected,
	missing,
	excess,
});
