// The client of a Salus chain.

export { analyse } from './analysis.mjs';
export { chainTime, connect, LOCAL } from './connection.mjs';
export { fixed, mantissa, quotient } from './decimal.mjs';
export {
	codeOf,
	densityOf,
	DIGITS,
	figuresOf,
	finalReport,
	fingerprint,
	region,
	reportOf,
	roundOf,
	rowOf,
	rowsOf,
	snapshotOf,
} from './efficiency.mjs';
export { conservationOf, holdingsOf } from './lots.mjs';
export { describe } from './metadata.mjs';
export { Nothing, recompute } from './recompute.mjs';
export {
	errorAt,
	eventOf,
	failuresAt,
	failuresWithin,
	nameOf,
	Refused,
	saidBy,
	send,
	submit,
	unsigned,
	verdict,
} from './transactions.mjs';
export {
	exportRecord,
	history,
	historyOfInstitution,
	isGenuine,
	pathLength,
	prunedEpoch,
	readLeaf,
} from './trail.mjs';
export { typescript } from './typescript.mjs';
export { allStored, stored, view, viewAt } from './views.mjs';
