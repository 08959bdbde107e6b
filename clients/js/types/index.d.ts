// What the package offers, with the types that the runtime's metadata gives.

import type { ApiPromise } from '@polkadot/api';
import type { SignerOptions } from '@polkadot/api/types';
import type {
	Belt,
	Calls,
	Curve,
	Dmu,
	DmuReport,
	Entry,
	Epoch,
	Errors,
	Events,
	Group,
	Holding,
	HoldingKey,
	Ledger,
	Record,
	RecordProof,
	Report,
	ReportRow,
	Rest,
	RoundSpecification,
	RoundView,
	Snapshot,
	Storage,
	Subject,
	ValueScale,
	Views,
} from './salus.d.ts';

export type * from './salus.d.ts';

/** What may be handed to the chain where it answers with `T`: a number does for a bigint. */
export type Given<T> = T extends bigint
	? bigint | number
	: T extends readonly unknown[] | object
		? { [Key in keyof T]: Given<T[Key]> }
		: T;

type Asked<F> = F extends (...args: infer Args) => unknown ? Given<Args> : never;
type Answer<F> = F extends (...args: never[]) => infer Said ? Said : never;
type Held<Item> = Item extends { value: infer Value } ? Value : never;
type Keys<Item> = Item extends { keys: infer Key extends unknown[] } ? Key : never;

/** The name of an error, as `Refused` and `nameOf` tell it. */
export type ErrorName = { [Pallet in keyof Errors]: Errors[Pallet][keyof Errors[Pallet]] }[keyof Errors];

/** The arguments of a call, such as `CallOf<'registry', 'registerLot'>`. */
export type CallOf<Pallet extends keyof Calls, Name extends keyof Calls[Pallet]> = Given<
	Calls[Pallet][Name]
>;

// The connection.

/** Where a node listens that runs on this machine with its usual settings. */
export const LOCAL: string;

/** Connects; fails when the node does not answer. */
export function connect(endpoint?: string): Promise<ApiPromise>;

/** The chain's own time at the best block, in milliseconds since 1970. */
export function chainTime(api: ApiPromise): Promise<number>;

// Reading.

/** Calls a view function at the best block. */
export function view<Pallet extends keyof Views, Name extends keyof Views[Pallet]>(
	api: ApiPromise,
	pallet: Pallet,
	name: Name,
	...args: Asked<Views[Pallet][Name]>
): Promise<Answer<Views[Pallet][Name]>>;

/** The same on the state of the block with this hash; `null` stands for the best one. */
export function viewAt<Pallet extends keyof Views, Name extends keyof Views[Pallet]>(
	api: ApiPromise,
	block: string | null,
	pallet: Pallet,
	name: Name,
	...args: Asked<Views[Pallet][Name]>
): Promise<Answer<Views[Pallet][Name]>>;

/** What a storage item holds under some keys; its default, or else `null`, for nothing. */
export function stored<Pallet extends keyof Storage, Item extends keyof Storage[Pallet]>(
	api: ApiPromise,
	pallet: Pallet,
	item: Item,
	...keys: Given<Keys<Storage[Pallet][Item]>>
): Promise<Held<Storage[Pallet][Item]> | null>;

/** Everything that a storage map holds, each with its keys, or what it holds under the first ones. */
export function allStored<Pallet extends keyof Storage, Item extends keyof Storage[Pallet]>(
	api: ApiPromise,
	pallet: Pallet,
	item: Item,
	...first: unknown[]
): Promise<Array<[Keys<Storage[Pallet][Item]>, Held<Storage[Pallet][Item]>]>>;

/** What the runtime says of itself, in metadata V16. */
export function describe(api: ApiPromise): Promise<any>;

/** TypeScript for the pallets of a runtime: `salus.d.ts`. */
export function typescript(description: any): string;

// Sending.

/** A refusal by the chain, by the name that the metadata gives it. */
export class Refused extends Error {
	constructor(name: string, detail?: string, block?: string);
	refusal: string;
	/** The hash of the block that holds what was refused, if one does. */
	block: string | null;
}

/**
 * Signs and sends `call`, waits until a block holds it, and returns the block's hash and the events.
 * Throws `Refused` when the call fails, and when a call inside it does: in a motion that it closes, a
 * batch, a proxy, a multisig.
 */
export function send(
	api: ApiPromise,
	signer: any,
	call: any,
	options?: Partial<SignerOptions>,
): Promise<{ block: string; events: any[] }>;

/** A call inside another that failed, while the transaction around it succeeded. */
export interface Failure {
	/** The event that tells of it, such as `council.Executed`. */
	within: string;
	/** The name of its error, such as `registry.InstitutionNotFound`. */
	refusal: string;
}

/** The calls that failed inside another, as `events` tell. */
export function failuresWithin(api: ApiPromise, events: any[]): Failure[];

/** The same in the block with this hash, with what was scheduled for it. */
export function failuresAt(api: ApiPromise, block: string): Promise<Failure[]>;

/** The name that the metadata gives to why a call failed. */
export function nameOf(api: ApiPromise, error: any): string;

/** The name of the error of a pallet with this index, which is all that the pool tells. */
export function errorAt(api: ApiPromise, pallet: string, index: number): Promise<string>;

/** The one event `section.method` among `events`. */
export function eventOf(events: any[], section: string, method: string): any;

/** What the one event `section.method` among `events` says. */
export function saidBy<Pallet extends keyof Events, Name extends keyof Events[Pallet]>(
	api: ApiPromise,
	events: any[],
	section: Pallet,
	method: Name,
): Promise<Events[Pallet][Name]>;

/** `call` as a general transaction without a signature. */
export function unsigned(api: ApiPromise, call: any): Promise<string>;

/** Hands a transaction to the node's pool, byte for byte; fails with the pool's reason. */
export function submit(endpoint: string, transaction: string): Promise<unknown>;

/**
 * What the chain says of a transaction on top of the block `at`: `Valid`, the name of what makes it
 * invalid, or the number that a pallet gives to it; see `errorAt`.
 */
export function verdict(api: ApiPromise, transaction: string, at: any): Promise<string | number>;

// Lots.

/** Whether every unit of a lot is accounted for. */
export interface Balance {
	/** What entered and left the books under the lot. */
	ledger: Ledger;
	/** What all holdings must hold together, by the ledger. */
	due: bigint | null;
	/** What they hold. */
	held: bigint;
	/** Whether the two are the same. */
	balanced: boolean;
}

/** All holdings of a lot, at one block. */
export function holdingsOf(
	api: ApiPromise,
	lot: number | bigint,
): Promise<Array<[HoldingKey, Holding]>>;

/** The balance of a lot, at one block; `null` if there is no such lot. */
export function conservationOf(api: ApiPromise, lot: number | bigint): Promise<Balance | null>;

// The trail.

/** A history, newest first, and what lies behind it. */
export interface History {
	entries: Entry[];
	rest: Exclude<Rest, 'More'>;
}

/** Everything that happened to a subject such as `{ Lot: 0 }`. */
export function history(api: ApiPromise, subject: Given<Subject>): Promise<History>;

/** Everything that an institution's agents did. */
export function historyOfInstitution(api: ApiPromise, institution: number): Promise<History>;

/** A record of a closed epoch with the proof that it belongs to the root of that epoch. */
export function exportRecord(api: ApiPromise, id: number | bigint): Promise<RecordProof>;

/** What the chain stores of a pruned epoch; `null` for any other. */
export function prunedEpoch(api: ApiPromise, epoch: number | bigint): Promise<Epoch | null>;

/** Whether an exported record is the one at its place of an epoch. Asks nobody. */
export function isGenuine(
	exported: Pick<RecordProof, 'leaf' | 'leafIndex' | 'proof'>,
	epoch: Pick<Epoch, 'root' | 'count'>,
): boolean;

/** How many hashes lead from a leaf to the root of a tree so wide. */
export function pathLength(place: number, width: number): number;

/** What an exported leaf says. */
export function readLeaf(api: ApiPromise, leaf: string): Promise<{ id: bigint; record: Record }>;

// Efficiency.

/** How many decimals scores and weights have, and slacks beyond those of their indicator. */
export const DIGITS: number;

/** A row of a report: scores, slacks and peers of a decision-making unit. */
export type FlatRow = { place: number; code: string; belt: Belt | null } & DmuReport;

/** A decision-making unit that is a region. */
export function region(code: string): { Region: string };

/** The code of a region, or the identifier of an institution as text. */
export function codeOf(dmu: Dmu): string;

/** What a round asks and where it stands; `null` if there is none. */
export function roundOf(api: ApiPromise, id: number): Promise<RoundView | null>;

/** The figures that a round froze, and who is left out; `null` before it is sealed. */
export function snapshotOf(api: ApiPromise, id: number): Promise<Snapshot | null>;

/** The report of a round as far as it is proven; `null` if there is none. */
export function reportOf(api: ApiPromise, id: number): Promise<Report | null>;

/** Waits until the report of a round is final; `heard` is told of each report on the way. */
export function finalReport(
	api: ApiPromise,
	id: number,
	options?: { limit?: number; heard?: (report: Report) => void },
): Promise<Report>;

/** One row of a report, with the code of its decision-making unit. */
export function rowOf(row: ReportRow): FlatRow;

/** All proven rows of a round, in the order of its snapshot. */
export function rowsOf(api: ApiPromise, id: number): Promise<FlatRow[]>;

/** The figures of a round by the code of the decision-making unit: integers, or null for a gap. */
export function figuresOf(api: ApiPromise, id: number): Promise<Map<string, Array<bigint | null>>>;

/** How a group of a round's decision-making units is spread over an indicator. */
export function densityOf(
	api: ApiPromise,
	id: number,
	curve: {
		group: Group;
		bounds?: any;
		points?: number;
		indicator?: number;
		values?: ValueScale;
	},
): Promise<Curve>;

/** The fingerprint as anybody recomputes it: of the method, the round, its specification and snapshot. */
export function fingerprint(
	api: ApiPromise,
	id: number,
	specification: Given<RoundSpecification>,
	snapshot: Given<Snapshot>,
	method?: number,
): Promise<string>;

/** Why there is nothing to compare. */
export class Nothing extends Error {}

/** What comes of a recomputation. */
export interface Recomputation {
	round: RoundView;
	snapshot: Snapshot;
	columns: Array<{ column: string; name: string; unit: string; role: string }>;
	/** The arguments for `salus-analysis`. */
	command: string[];
	fingerprint: string;
	/** Whether the fingerprint is that of the seal. */
	genuine: boolean;
	compared: number;
	different: Array<{ name: string; chain?: string; recomputed?: string }>;
}

/** Recomputes the report of a round; its figures go to the file `csv`. */
export function recompute(api: ApiPromise, id: number, csv: string): Promise<Recomputation>;

/** What `salus-analysis` answers in JSON, each number as the text that it printed. */
export function analyse(...args: string[]): Promise<any>;

// Decimal numbers as integers.

/** The integer that `text` stands for with so many decimals; fails when digits would be lost. */
export function mantissa(text: string, decimals: number): bigint;

/** The quotient of positive integers, rounded to the nearest, half up. */
export function quotient(numerator: bigint, denominator: bigint): bigint;

/** An integer that is not negative and has so many decimals, written with `shown` of them. */
export function fixed(number: bigint, decimals: number, shown: number): string;
