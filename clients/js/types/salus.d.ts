// Written by `npm run types` from the metadata of the runtime. Do not edit.
//
// How a type of the chain becomes one of TypeScript is told in src/shapes.mjs.

/** View functions, by pallet. */
export interface Views {
	Registry: {
		/** An institution, and how it stands: active, suspended since when, or wound up when. */
		institution(id: InstitutionId): InstitutionView | null;
		/** A site of an institution. */
		site(institution: InstitutionId, number: SiteNumber): SiteEntry | null;
		/** For whom an account acts, and in which roles. */
		agent_of(who: string): Agent | null;
		/**
		 * The agents of an institution and the accounts that it has invited, each with its roles,
		 * that follow the account `after`; at most `limit` of them, and at most 256. The order is
		 * that of storage.
		 */
		agents_of(institution: InstitutionId, after: string | null, limit: number): Array<[string, AgentState, Array<Role>]>;
		/**
		 * The institutions that have invited an account, each with the roles that it would have,
		 * that follow the institution `after`; at most `limit` of them, and at most 256. The order
		 * is that of storage.
		 */
		invitations_of(who: string, after: InstitutionId | null, limit: number): Array<[InstitutionId, Array<Role>]>;
		/** A lot, with its expiry as a moment. */
		lot(id: LotId): LotView | null;
		/** Everything that ever entered or left the books under a lot. */
		ledger(lot: LotId): Ledger | null;
		/**
		 * What a lot that a repacking made is made of; empty for any other. Outputs of one
		 * repacking share their inputs, with what was taken for all of them together.
		 */
		made_of(lot: LotId): Array<RepackInput>;
		/**
		 * Where the goods of a lot, and of everything that was made of it directly or through other
		 * lots, are now: for each of these lots, who has some of it, for whom and in which bucket, and
		 * what became of the rest. A lot that was made of several tells all that it has, from
		 * whichever of them. An archived lot, of which nothing is left, is not told. A page looks at
		 * `limit` holdings and lots at most, and at most 256, so that it may be empty. A client begins
		 * with no `after`, and goes on with `next` until there is none, all at one block.
		 */
		whereabouts(lot: LotId, after: WhereaboutsPlace | null, limit: number): Whereabouts;
		/**
		 * Whether a lot's books balance: its ledger, what all holdings must hold together, and what
		 * the holdings that follow that in custody `after` hold, at most `limit` of them, and at
		 * most 256. A client begins with no `after`, goes on with `next` until there is none, all
		 * at one block, and adds the `held` of all pages up: the sum must be `due`.
		 */
		conservation(lot: LotId, after: Custody | null, limit: number): Conservation | null;
		/** What a custodian counted of a lot beyond the books, while it waits for a second party. */
		count_claim(lot: LotId, custodian: InstitutionId): CountClaim | null;
		/**
		 * What archiving a lot would take out of the state, which whoever archives it keeps. The call
		 * is made with the BLAKE2b-256 digest of these bytes, as SCALE encodes them.
		 */
		lot_archive(lot: LotId): LotArchive | null;
		/** What a custodian has of a lot for an owner. */
		holding(lot: LotId, custodian: InstitutionId, owner: InstitutionId): Holding | null;
		/**
		 * The holdings of a lot that follow that in custody `after`; at most `limit` of them, and at
		 * most 256. The order is that of storage.
		 */
		holdings_of_lot(lot: LotId, after: Custody | null, limit: number): Array<[HoldingKey, Holding]>;
		/**
		 * The holdings of a custodian, each with whether its lot is expired, that follow the one
		 * of lot and owner `after`; at most `limit` of them, and at most 256. They are told class by
		 * class, and in each class those that expire first are the first. A lot that is not in the books
		 * is followed by nothing: a client asks for all pages at one block.
		 */
		holdings_of(custodian: InstitutionId, after: [LotId, InstitutionId] | null, limit: number): Array<[HoldingKey, Holding, boolean]>;
		/**
		 * The holdings of a class that an institution has in custody, those that expire first in
		 * front, from behind the place `after`; at most `limit` of them, and at most 256. Without
		 * `after`, those that are not expired. Where `owner` is another institution, the goods are
		 * borrowed. Holdings of which nothing is left but a hold are left out.
		 */
		next_to_expire(institution: InstitutionId, class_: ClassId, after: ShelfPlace | null, limit: number): Array<[ShelfPlace, Holding]>;
		/**
		 * What an institution has available of a class, what it uses of it in a day, and for how
		 * many days that lasts.
		 */
		level(institution: InstitutionId, class_: ClassId): LevelView;
		/**
		 * The same of all classes of which an institution has or used some, that follow the class
		 * `after`; at most `limit` of them, and at most 256. The order is that of storage.
		 */
		levels(institution: InstitutionId, after: ClassId | null, limit: number): Array<[ClassId, LevelView]>;
		/**
		 * What the institutions in a region and in its parts, up to seven levels below it, have
		 * and use of a class, from the institution `from`, in the order of their identifiers. A page
		 * lists at most `limit` of them, and at most 256 institutions are looked at for it, so that it
		 * may be empty. A client goes on with `next` until there is none.
		 */
		region_stock(region: RegionCode, class_: ClassId, from: InstitutionId | null, limit: number): RegionStock;
	};
	Circulation: {
		/** Every reason why `sender` could not propose this now, the roles of its agent aside. */
		explain_transfer(sender: InstitutionId, proposal: Proposal): Array<Finding>;
		/**
		 * Every reason why `transfer` could not be dispatched now by `carrier`, if one is named; the
		 * roles of its sender's agent, the label and the claimed time aside.
		 */
		explain_dispatch(transfer: TransferId, carrier: InstitutionId | null): Array<Finding>;
		/**
		 * What transfers wait for an institution to do, the newest first: those before the transfer
		 * `before`, or all. A transfer that waits for two things is listed twice.
		 */
		awaiting(institution: InstitutionId, before: TransferId | null, limit: number): AwaitedPage;
		/** A transfer; `None` when it is archived. */
		transfer(transfer: TransferId): Transfer | null;
		/** The receipts of a transfer, in the order in which they were written. */
		receipts(transfer: TransferId): Array<Receipt>;
		/** How a loan stands; `None` when the transfer is none. */
		loan(transfer: TransferId): LoanState | null;
		/** The digest that [`Pallet::archive`] asks for. */
		archive_digest(transfer: TransferId): string | null;
	};
	Supervision: {
		/** A live record. */
		record(id: RecordId): Record | null;
		/**
		 * The history of a subject, newest first: at most `limit` records (1 to 256), all of them
		 * older than the record `before`, if given.
		 */
		history(subject: Subject, before: RecordId | null, limit: number): Page;
		/**
		 * What an institution's agents did, newest first: at most `limit` records (1 to 256), all
		 * of them older than the record `before`, if given.
		 */
		of_institution(institution: InstitutionId, before: RecordId | null, limit: number): Page;
		/**
		 * The records whose time is `from` (ms since 1970) or later and earlier than `to`, oldest
		 * first: at most `limit` (1 to 256), all of them newer than the record `after`, if given.
		 */
		between(from: bigint, to: bigint, after: RecordId | null, limit: number): SupervisionWindow;
		/** Proof that a live record of a closed epoch belongs to the root its epoch will have. */
		prove(id: RecordId): { Ok: RecordProof } | { Err: ProofError };
		/**
		 * Whether `leaf`, exported by `prove`, is record number `leaf_index` (from zero) of an
		 * epoch: by the stored root if the epoch is pruned, by the root it will have if it is
		 * closed.
		 */
		verify(epoch: EpochId, leafIndex: number, leaf: string, proof: Array<string>): Verdict;
	};
	Efficiency: {
		/**
		 * A round: what it was opened with, and where it stands; `None` if it is archived, as in the
		 * views that follow.
		 */
		round(id: RoundId): RoundView | null;
		/**
		 * The rounds that follow `after`, if given, in ascending order; at most `limit` of them,
		 * and at most 64.
		 */
		rounds(after: RoundId | null, limit: number): Array<[RoundId, RoundView]>;
		/**
		 * What was reported in a round, in the order of its DMUs from the place `from` on; at
		 * most `limit` DMUs, and at most 256. After sealing, what is frozen.
		 */
		observations(id: RoundId, from: number, limit: number): Array<Observation>;
		/** The report of a round, as far as it is proven; `None` if there is none, as in a survey. */
		report(id: RoundId): Report | null;
		/**
		 * The proven DMUs of a round in the order of the snapshot, from the place `from` on; at
		 * most `limit`, and at most 256.
		 */
		report_rows(id: RoundId, from: number, limit: number): Array<ReportRow>;
		/** What is proven of one DMU. */
		report_of(id: RoundId, dmu: Dmu): ReportRow | null;
		/**
		 * The proven DMUs of a round, best first; equal ones share a rank and keep the order of
		 * the snapshot. At most `limit`, and at most 256, from the place `from` on.
		 */
		ranking(id: RoundId, by: Measure, from: number, limit: number): Array<Ranked>;
		/**
		 * What a DMU would have to release of each input and gain of each output, to be as
		 * efficient as what it is compared with; `None` if it is not proven, or if its score is
		 * zero.
		 */
		targets(id: RoundId, dmu: Dmu): Array<Target> | null;
		/** What is proven of a DMU in the `rounds` rounds from `from` on, of which there may be 64. */
		history(dmu: Dmu, from: RoundId, rounds: number): Array<[RoundId, ReportRow]>;
		/**
		 * How the figures of one indicator, counted from zero, are spread over a group of the DMUs
		 * of a sealed round, left out ones included; a DMU without a figure does not count.
		 *
		 * `values` tells whether they are taken as they are, or as multiples of the mean over all
		 * DMUs of the round.
		 */
		density(id: RoundId, indicator: number, group: Group, values: ValueScale, bandwidth: Bandwidth, grid: Grid): { Ok: Curve } | { Err: DensityError };
		/** What is left of a round that is archived. */
		archived_round(id: RoundId): ArchivedRound | null;
		/** The digest by which a round is archived; `None` if it has not ended, or is archived already. */
		archive_digest(id: RoundId): string | null;
		/** How many certificates one call can carry for a sample of this size. */
		batch_limit(size: SampleSize): number;
	};
	Seats: {
		/** The seats by their commission, each with its speaker, and whether it is sitting. */
		seats(): Array<[InstitutionId, string | null, boolean]>;
		/** How many more motions the seat of a commission may propose now; `None` when it has no seat. */
		motions_left(institution: InstitutionId): number | null;
		/**
		 * Why a motion can never succeed, however the council votes: what its proposal is refused with.
		 * `None` says nothing about whether it will succeed.
		 */
		explain_motion(motion: unknown): SeatsError | null;
	};
	Rules: {
		/** A rule; `None` when there is none, or when it was withdrawn. */
		rule(rule: RuleId): Rule | null;
		/**
		 * The rules that goods of a class fall under that `sender` sends under these terms, paused ones
		 * among them: those of governance first. Under the terms return, those that a loan which goes back
		 * falls under; of governance, one of them binds only if it names returns.
		 */
		rules_of(sender: InstitutionId, class_: ClassId, terms: TermsKind): Array<RuleId>;
		/** What is counted under a rule in the period of now, in base units. */
		counted_now(rule: RuleId, key: CountKey): bigint;
		/** The signatures that institutions of a kind have given, lapsed ones among them. */
		signatures(rule: RuleId, signed: Signed, kind: InstitutionKind): Array<Signature>;
	};
	Needs: {
		/**
		 * What the chain knows of a class at an institution, the most that it may ask for, and every
		 * reason why it could not publish this need now; the roles of its agent aside.
		 */
		explain_need(institution: InstitutionId, request: Request): NeedExplanation;
		/**
		 * Every reason why a standing order would send nothing to a need now, and what the transfer that it
		 * would make is refused with.
		 */
		explain_order(order: OrderId, need: NeedId): Explanation;
		/**
		 * Every reason why its publisher could not take so many base units of an offer for a need now, the
		 * roles of its agent aside, and what the transfer that this would make is refused with.
		 */
		explain_take(offer: OfferId, need: NeedId, quantity: bigint): Explanation;
		/** A need; `None` when there is none, or none any more. */
		need(need: NeedId): NeedView | null;
		/**
		 * The open needs that a class serves: those asked of one region, or of all of them. With a
		 * region, the place `after` is in it.
		 */
		open_needs(class_: ClassId, region: RegionCode | null, after: [RegionCode, NeedId] | null, limit: number): ListPage;
		/** The offers of which something could be taken for a need, rules aside. */
		offers_for(need: NeedId, after: [ClassId, OfferId] | null, limit: number): NeedsListPage;
		/** The open needs of others that goods of a lot could fill that arrive at once, rules aside. */
		needs_for(institution: InstitutionId, lot: LotId, after: [RegionCode, NeedId] | null, limit: number): ListPage;
		/**
		 * The needs of an institution that are open, or to which something is promised, its open offers and
		 * its standing orders; of needs and offers, 256 at most.
		 */
		board(institution: InstitutionId): Board;
		/** An offer; `None` when there is none, or none any more. */
		offer(offer: OfferId): Offer | null;
		/** A standing order; `None` when there is none, or none any more. */
		order(order: OrderId): Order | null;
	};
	Assembly: {
		/** The account as which an institution is a member. Nobody has its key. */
		account_of(institution: InstitutionId): string;
		/**
		 * How many times shorter every period of the tracks is on this chain than where anything is at
		 * stake.
		 */
		pace(): number;
		/** The rank of each kind of institution, by the table. */
		ranks(): Array<[InstitutionKind, number]>;
		/**
		 * With which rank an institution votes in a referendum, every reason why it may not, the roles of
		 * its agents aside, and what it has said.
		 */
		explain_vote(institution: InstitutionId, referendum: ReferendumId): VoteExplanation;
		/**
		 * What the votes on a referendum amount to, by rank and by kind: of at most 256 votes behind that
		 * of `after`. `None` when there is no such referendum. Secret votes are not among them: nobody knows
		 * whose they are.
		 */
		tally(referendum: ReferendumId, after: InstitutionId | null): TallyPage | null;
		/**
		 * The ongoing referenda behind `after` that take open votes, and in which an institution has said
		 * nothing.
		 */
		waiting_for(institution: InstitutionId, after: ReferendumId | null, limit: number): AssemblyListPage;
		/** The decided referenda behind `after` that are not forgotten. */
		decided(after: ReferendumId | null, limit: number): AssemblyListPage;
	};
	Ratification: {
		/**
		 * The pending acts behind the matter `after`, each with the moment at which it lapses; at most
		 * `limit` of them, and at most 256 matters are looked at, so that a page may be empty. The order is
		 * that of storage. A client goes on with `next` until there is none.
		 */
		pending(after: Matter | null, limit: number): ActPage;
		/** What the council did in a matter, while it is pending, or spent and not cleared. */
		act(matter: Matter): HastyAct | null;
		/** Every reason why `lapse` would be refused now. With none, anybody lets the act lapse. */
		explain_lapse(matter: Matter): LapseExplanation;
	};
	Reallocation: {
		/** A plan; `None` when it is archived. Its lines are told by [`Pallet::report`]. */
		plan(plan: PlanId): Plan | null;
		/**
		 * What became of the lines of a plan behind `after`, `limit` at most; those that are archived
		 * left out.
		 */
		report(plan: PlanId, after: number | null, limit: number): ReportPage;
		/**
		 * The lines behind `after`, a plan and a line of it, whose giver let the time to dispatch pass:
		 * whether the goods are still reserved or were released. A page ends when it lists `limit` lines,
		 * and when 256 lines or plans have been looked at.
		 */
		overdue(after: [PlanId, number] | null, limit: number): OverduePage;
		/**
		 * What is wrong with a plan, and what each line would come to if it were decided now, one after
		 * the other.
		 */
		explain_plan(lines: Array<LineOrder>, dispatchBy: bigint, receiveBy: bigint): PlanExplanation;
		/**
		 * Lines that would even out how long the stock of a class lasts, among the active institutions of
		 * a region and its parts, or all of them: 1,024 of them at most.
		 *
		 * Who has more days of cover than the level gives to who has fewer: the one that can spare the most
		 * units first, and to the one with the fewest days first. Nobody gives what it needs for
		 * `floor_days` days of its own use. There are `most_lines` lines at most, and no more than a plan
		 * has; the neediest come first. Rules, licences and deadlines are left to
		 * [`Pallet::explain_plan`]. What is available counts until it is taken off the books, expired or
		 * not.
		 */
		draft(class_: ClassId, region: RegionCode | null, floorDays: number, mostLines: number): Draft;
		/** The digest that [`Pallet::archive_plan`] asks for. */
		archive_digest(plan: PlanId): string | null;
	};
	Recalls: {
		/**
		 * The holds on a place, oldest first, and of a lot the recalls on it behind them; of a holding,
		 * behind its own those on its lot. Each with who may lift it.
		 */
		holds(place: HoldPlace): Array<HoldView>;
		/**
		 * The holdings of an institution that are held, of a held lot, or quarantined in part, behind the
		 * one of the lot and the owner in `after`. A page ends when it lists `limit` holdings, and when 256
		 * have been looked at.
		 */
		held_of(institution: InstitutionId, after: [LotId, InstitutionId] | null, limit: number): HeldPage;
		/** A recall, until it is forgotten. */
		recall(recall: RecallId): Recall | null;
		/** How far a recall is, and what was answered. */
		progress(recall: RecallId): RecallsProgress | null;
		/**
		 * What a recall asks of each institution, in the order of storage, behind the one in `after`;
		 * `limit` at most, of 256.
		 */
		duties(recall: RecallId, after: InstitutionId | null, limit: number): DutyPage;
		/**
		 * Those that have not answered a recall in time, in the order of storage, behind the one in `after`.
		 * A page ends when it lists `limit` of them, and when 256 duties have been looked at.
		 */
		overdue(recall: RecallId, after: InstitutionId | null, limit: number): DutyPage;
		/**
		 * The recalls in force that an institution is to answer, in the order of storage, behind the one in
		 * `after`. A page ends when it lists `limit` of them, and when 256 have been looked at.
		 */
		to_answer(institution: InstitutionId, after: RecallId | null, limit: number): ToAnswerPage;
		/**
		 * The lots that a recall holds, with when it reached them, and those that it waits for; those
		 * included that came out of the ones that it names. In the order of storage, behind the one in
		 * `after`; `limit` at most, of 256. Fewer are the last ones.
		 */
		lots_recalled(recall: RecallId, after: LotId | null, limit: number): Array<[LotId, RecallsReach]>;
		/** A case, until it is forgotten. */
		case(case_: CaseId): Case | null;
		/** The documents of a case with their numbers, in order. */
		case_documents(case_: CaseId): Array<[number, CaseDocument]>;
		/**
		 * The counts that a case demands with their numbers, in order; each with how many days it is
		 * overdue, the day that has begun included. None is told of one that is not due yet, was given, or
		 * is not demanded any more since its hold was lifted.
		 */
		case_demands(case_: CaseId): Array<[number, Demand, number | null]>;
		/**
		 * The open cases over institutions of a region and its parts, in the order of storage, behind the
		 * case in `after`. A page ends when it lists `limit` cases, and when 256 open ones have been looked
		 * at.
		 */
		open_cases(region: RegionCode, after: CaseId | null, limit: number): CasePage;
	};
	Emergencies: {
		/** An emergency as it is stored, and whether it is in force; until it is forgotten. */
		emergency(emergency: EmergencyId): EmergencyView | null;
		/**
		 * The emergencies behind the one in `after`, by number. A page ends when it lists `limit` of them,
		 * and when 256 numbers have been looked at, of which some may be forgotten. A client goes on with
		 * `next` until there is none.
		 */
		emergencies(after: EmergencyId | null, limit: number): EmergencyPage;
		/**
		 * The gravest emergency that is in force for a class in a region, by itself or as a part of another
		 * one; none when there is none.
		 */
		severity(region: RegionCode, class_: ClassId): Severity | null;
		/** An allocation; none when it is archived. */
		allocation(allocation: AllocationId): Allocation | null;
		/** The allocations that have not ended, the oldest first. */
		running(): Array<AllocationId>;
		/**
		 * Everything that the shares and the lines of an allocation follow from, for whoever works them out
		 * anew, as far as it is known: needs, offers, which of these may go to which of those, places, and the
		 * kilometres between them; and the plan that stands.
		 */
		problem(allocation: AllocationId): ProblemView | null;
		/**
		 * The needs of an allocation behind the place in `after`, with what they got and why not more;
		 * `limit` at most, of 256.
		 */
		needs_of(allocation: AllocationId, after: number | null, limit: number): NeedsPage;
		/**
		 * The lines of an allocation behind the one in `after`, those that are archived left out, with where
		 * each stands; `limit` at most, of 256.
		 */
		lines(allocation: AllocationId, after: number | null, limit: number): LinesPage;
		/**
		 * How well an allocation did, and how far the needs of each group were filled, with their Gini
		 * coefficient in millionths; none unless it ended well.
		 */
		quality(allocation: AllocationId): [Quality, Array<GroupFigures>] | null;
		/**
		 * Everything that is wrong with a plan, were it submitted now, each error once; nothing when it would be
		 * accepted.
		 */
		explain_plan(plan: PostedPlan): Array<EmergenciesError>;
		/** The digest that [`Pallet::archive_allocation`] asks for. */
		archive_digest(allocation: AllocationId): string | null;
	};
}

/** The arguments of calls, by pallet. */
export interface Calls {
	registry: {
		/**
		 * Registers a region.
		 *
		 * By the accreditation origin. `code` follows ISO 3166-2; a parent must be registered
		 * before its parts. Deposits [`Event::RegionRegistered`].
		 *
		 * Errors: [`Error::InvalidRegionCode`], [`Error::InvalidCharacters`],
		 * [`Error::RegionAlreadyExists`], [`Error::RegionNotFound`] (the parent).
		 */
		registerRegion: {
			code: RegionCode;
			region: Region;
		};
		/**
		 * Amends a region's population, in persons, and belt.
		 *
		 * By the accreditation origin. Deposits [`Event::RegionAmended`].
		 *
		 * Errors: [`Error::RegionNotFound`], [`Error::Unchanged`].
		 */
		amendRegion: {
			code: RegionCode;
			population: bigint;
			belt: Belt | null;
		};
		/**
		 * Admits an institution, and invites `admin` to be its first agent, in the role of admin
		 * alone. Nobody acts for the institution until the account accepts; if it does not,
		 * [`replace_agents`](Pallet::replace_agents) invites others.
		 *
		 * By the accreditation origin. Deposits [`Event::InstitutionAdmitted`].
		 *
		 * Errors: [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`],
		 * [`Error::UnexpectedExtension`], [`Error::RegionNotFound`],
		 * [`Error::InstitutionNotFound`] (the parent), [`Error::WoundUp`] (the parent),
		 * [`Error::InstitutionAlreadyExists`], [`Error::IdsExhausted`], those of [`Config::Haste`].
		 */
		admitInstitution: {
			admission: Admission;
			admin: string;
		};
		/**
		 * Grants a licence, in place of an earlier one for the same capability.
		 *
		 * By the accreditation origin. `expires` is the first moment at which it no longer holds,
		 * in milliseconds since 1970; `claim` the digest of the document that proves it. Deposits
		 * [`Event::LicenceGranted`].
		 *
		 * Errors: [`Error::InstitutionNotFound`], [`Error::WoundUp`], [`Error::LicenceExpired`],
		 * [`Error::TooManyLicences`], [`Error::Unchanged`].
		 */
		grantLicence: {
			institution: InstitutionId;
			capability: Capability;
			expires: bigint;
			claim: string | null;
		};
		/**
		 * Revokes a licence, expired or not.
		 *
		 * By the accreditation origin. Deposits [`Event::LicenceRevoked`].
		 *
		 * Errors: [`Error::InstitutionNotFound`], [`Error::LicenceNotFound`].
		 */
		revokeLicence: {
			institution: InstitutionId;
			capability: Capability;
		};
		/**
		 * Suspends an institution: from now on its agents are refused, but may leave, and nobody
		 * can join it.
		 *
		 * By the accreditation origin. Deposits [`Event::InstitutionSuspended`].
		 *
		 * Errors: [`Error::InstitutionNotFound`], [`Error::WoundUp`], [`Error::Unchanged`],
		 * [`Error::TooManySuspended`], those of [`Config::Haste`].
		 */
		suspendInstitution: {
			institution: InstitutionId;
		};
		/**
		 * Reinstates a suspended institution.
		 *
		 * By the accreditation origin. Deposits [`Event::InstitutionReinstated`].
		 *
		 * Errors: [`Error::InstitutionNotFound`], [`Error::WoundUp`], [`Error::Unchanged`], those of
		 * [`Config::Haste`].
		 */
		reinstateInstitution: {
			institution: InstitutionId;
		};
		/**
		 * Registers a class.
		 *
		 * By the accreditation origin. Deposits [`Event::ClassRegistered`].
		 *
		 * Errors: [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`],
		 * [`Error::InvalidRange`], [`Error::EmptyPack`], [`Error::ClassAlreadyExists`],
		 * [`Error::IdsExhausted`].
		 */
		registerClass: {
			class: Class;
		};
		/**
		 * Replaces the digest of the institution's profile.
		 *
		 * By its admins. Deposits [`Event::ProfileAmended`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::Unchanged`].
		 */
		amendProfile: {
			profile: string | null;
		};
		/**
		 * Invites an account to become an agent of the institution, in `roles`. The account acts for
		 * nobody by it until it [accepts](Pallet::accept_invitation).
		 *
		 * By its admins. Deposits [`Event::AgentInvited`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::NoRoles`], [`Error::AgentAlreadyExists`] (of this institution),
		 * [`Error::InvitationAlreadyExists`], [`Error::TooManyAgents`].
		 */
		inviteAgent: {
			who: string;
			roles: Array<Role>;
		};
		/**
		 * Changes the roles of an agent of the institution.
		 *
		 * By its admins. Deposits [`Event::AgentRolesChanged`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::NoRoles`], [`Error::AgentNotFound`], [`Error::LastAdmin`],
		 * [`Error::Unchanged`].
		 */
		changeRoles: {
			who: string;
			roles: Array<Role>;
		};
		/**
		 * Removes an agent of the institution.
		 *
		 * By its admins, and by the agent itself, which may leave in any role and even when the
		 * institution is suspended. Deposits [`Event::AgentRemoved`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::AgentNotFound`], [`Error::LastAdmin`] (unless the institution is suspended).
		 */
		removeAgent: {
			who: string;
		};
		/**
		 * Registers a site of the institution.
		 *
		 * By its admins. Deposits [`Event::SiteRegistered`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`], [`Error::InvalidRange`],
		 * [`Error::RegionNotFound`], [`Error::SiteAlreadyExists`], [`Error::TooManySites`].
		 */
		registerSite: {
			place: Place;
		};
		/**
		 * Registers a lot that the institution holds and owns, all of it available.
		 *
		 * By its stock agents. `quantity` counts base units of the class; `site` is where the
		 * institution keeps it; `event` when it came to be, or was found. Deposits [`Event::LotRegistered`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::ZeroQuantity`], [`Error::ClassNotFound`], [`Error::BatchRequired`],
		 * [`Error::ExpiryRequired`], [`Error::SerialRequired`], [`Error::SerialIsSingle`],
		 * [`Error::InvalidCharacters`], [`Error::InvalidDate`], [`Error::InvalidRange`] (made
		 * after its expiry or window), [`Error::InstitutionNotFound`] (the donor),
		 * [`Error::SiteNotFound`], [`Error::QuantityTooLarge`], [`Error::CapabilityMissing`],
		 * [`Error::IdsExhausted`]. Of a lot of capacity, or with a window: [`Error::WindowRequired`],
		 * [`Error::UnexpectedWindow`], [`Error::UnexpectedExpiry`], [`Error::WindowReversed`],
		 * [`Error::WindowTooLong`], [`Error::WindowTooFar`], [`Error::WindowOver`].
		 */
		registerLot: {
			identity: LotIdentity;
			quantity: bigint;
			site: SiteNumber | null;
			event: EventClaim | null;
		};
		/**
		 * Sets the available units that the institution holds and owns to what was counted.
		 *
		 * By its stock agents. `owner` must be the institution itself: what a loan costs its lender the
		 * lender says, on the return. `counted` counts base units. The difference goes to found or lost. Who
		 * did not register the lot and finds more makes a claim instead, in place of an earlier one, and
		 * must hold some of the lot; the units enter the books when a second party
		 * [confirms](Pallet::confirm_count) it. Any other count of its own ends its claim. More than may
		 * turn up is refused; of a holding that is held as a whole it is told, so that a demanded count can
		 * be given, and the books stay. Deposits [`Event::LotCounted`] or [`Event::CountClaimed`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::NotOwner`], [`Error::QuantityTooLarge`], [`Error::LotNotFound`],
		 * [`Error::HoldingNotFound`], [`Error::SerialIsSingle`], [`Error::FoundExceedsEntered`].
		 */
		count: {
			lot: LotId;
			owner: InstitutionId;
			counted: bigint;
			reason: CountReason;
			event: EventClaim | null;
		};
		/**
		 * Uses available units that the institution holds and owns, and that are not expired. Units of
		 * capacity are used within their window, at the time of `event` if it is given, so that what was
		 * used is recorded afterwards as well.
		 *
		 * By its stock agents. `quantity` counts base units. Deposits [`Event::LotConsumed`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::Expired`],
		 * [`Error::WindowNotBegun`], [`Error::WindowOver`], [`Error::HoldingNotFound`],
		 * [`Error::Held`], [`Error::InsufficientStock`].
		 */
		consume: {
			lot: LotId;
			quantity: bigint;
			event: EventClaim | null;
		};
		/**
		 * Destroys units that the institution holds and owns.
		 *
		 * By its stock agents. `owner` must be the institution itself: who borrows may not
		 * destroy. `quantity` counts base units. Deposits [`Event::LotDestroyed`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::NotOwner`], [`Error::ZeroQuantity`], [`Error::LotNotFound`],
		 * [`Error::HoldingNotFound`], [`Error::InsufficientStock`].
		 */
		destroy: {
			lot: LotId;
			owner: InstitutionId;
			quantity: bigint;
			how: Destruction;
			event: EventClaim | null;
		};
		/**
		 * Makes new lots out of available units that the institution holds and owns, and that are
		 * not expired.
		 *
		 * By its stock agents. All classes count in one base unit, and as many units come out as
		 * go in. No output expires later than the earliest of the inputs, and each demands every
		 * licence that an input demands. Capacity becomes capacity, for times that are in the windows
		 * of all inputs. Donor and earmark bind: inputs of different ones do not
		 * mix, and every output carries those of the inputs, and no other donor. An output is
		 * commissioned only if all inputs are. An output of another class than all inputs states
		 * why. The institution is licensed for each output. Outputs are kept where the first input
		 * was. Deposits [`Event::LotRepacked`].
		 *
		 * Errors: those of [`register_lot`](Pallet::register_lot) and
		 * [`consume`](Pallet::consume), [`Error::DuplicateLot`], [`Error::UnitsDiffer`],
		 * [`Error::UnitsNotConserved`], [`Error::ExpiryExtended`], [`Error::WindowExtended`],
		 * [`Error::CapacityMixed`],
		 * [`Error::CapabilityDropped`], [`Error::ColdChainDropped`], [`Error::DonorDropped`],
		 * [`Error::DonorAdded`],
		 * [`Error::EarmarkDropped`], [`Error::CommissioningAdded`],
		 * [`Error::ClassChangeUnexplained`], [`Error::ClassUnchanged`], [`Error::Overflow`].
		 */
		repack: {
			inputs: Array<RepackInput>;
			outputs: Array<RepackOutput>;
			event: EventClaim | null;
		};
		/**
		 * Moves all available units that the institution holds and owns of a lot to a new lot
		 * whose identity is right.
		 *
		 * By the stock agents of whoever registered the lot. Donor and earmark stay what they are, and
		 * a lot does not become commissioned. Capacity stays capacity, and is corrected until its window
		 * is over. `class_change` states why the class changes, exactly when it does. A lot that came
		 * out of another also keeps what [`repack`](Pallet::repack) makes outputs keep: its expiry or
		 * an earlier one, a time within its window, and its class's licence.
		 * Deposits [`Event::LotCorrected`].
		 *
		 * Errors: those of [`register_lot`](Pallet::register_lot), [`Error::LotNotFound`],
		 * [`Error::NotRegistrant`], [`Error::Unchanged`], [`Error::UnitsDiffer`],
		 * [`Error::HoldingNotFound`], [`Error::InsufficientStock`], [`Error::Held`],
		 * [`Error::DonorDropped`],
		 * [`Error::DonorAdded`], [`Error::EarmarkDropped`], [`Error::CommissioningAdded`],
		 * [`Error::ClassChangeUnexplained`], [`Error::ClassUnchanged`], [`Error::CapacityMixed`],
		 * [`Error::ExpiryExtended`], [`Error::WindowExtended`], [`Error::CapabilityDropped`],
		 * [`Error::ColdChainDropped`] (these four only for a lot that came out of another itself).
		 */
		correctLot: {
			lot: LotId;
			identity: LotIdentity;
			classChange: ClassChange | null;
			event: EventClaim | null;
		};
		/**
		 * Says at which site of the custodian a holding is kept.
		 *
		 * By the custodian's stock agents. Deposits [`Event::LotRelocated`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::LotNotFound`], [`Error::HoldingNotFound`], [`Error::SiteNotFound`],
		 * [`Error::Unchanged`].
		 */
		relocate: {
			lot: LotId;
			owner: InstitutionId;
			site: SiteNumber | null;
		};
		/**
		 * Replaces all agents and invitations of an institution, whose admins are silent, have lost
		 * their keys or had them stolen. Of the accounts in `admins`, one that is an agent of the
		 * institution already acts on at once, as an admin beside its other roles; any other is
		 * invited to be an admin. An account that is named twice counts once. It does not matter
		 * whether the institution is suspended, nor how many agents and invitations it has.
		 *
		 * By the accreditation origin. Deposits [`Event::AgentsReplaced`].
		 *
		 * Errors: [`Error::NoAdmins`], [`Error::InstitutionNotFound`], [`Error::WoundUp`], those of
		 * [`Config::OnInstitution`].
		 */
		replaceAgents: {
			institution: InstitutionId;
			admins: Array<string>;
		};
		/**
		 * Accepts the invitation of an institution: the signer becomes its agent, in the roles that
		 * the invitation says. The signer's other invitations stay open.
		 *
		 * By the invited account, which must act for no institution. Deposits
		 * [`Event::AgentAppointed`].
		 *
		 * Errors: [`Error::InstitutionNotFound`], [`Error::InvitationNotFound`],
		 * [`Error::InstitutionSuspended`], [`Error::AgentAlreadyExists`].
		 */
		acceptInvitation: {
			institution: InstitutionId;
		};
		/**
		 * Declines the invitation of an institution, suspended or not.
		 *
		 * By the invited account, whichever institution it acts for. Deposits
		 * [`Event::InvitationEnded`].
		 *
		 * Errors: [`Error::InstitutionNotFound`], [`Error::InvitationNotFound`].
		 */
		declineInvitation: {
			institution: InstitutionId;
		};
		/**
		 * Withdraws an invitation that has not been answered.
		 *
		 * By the institution's admins. Deposits [`Event::InvitationEnded`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::InvitationNotFound`].
		 */
		withdrawInvitation: {
			who: string;
		};
		/**
		 * Replaces what is known of a site. Goods that are kept at the site stay there.
		 *
		 * By the institution's admins. Deposits [`Event::SiteAmended`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::SiteNotFound`], [`Error::Unchanged`], [`Error::InvalidCharacters`],
		 * [`Error::InvalidCheckDigit`], [`Error::InvalidRange`], [`Error::RegionNotFound`],
		 * [`Error::SiteAlreadyExists`].
		 */
		amendSite: {
			site: SiteNumber;
			place: Place;
		};
		/**
		 * Replaces an institution's kind, region, name, external identifier and parent. An
		 * identifier that it had is free from then on.
		 *
		 * By the accreditation origin; into another kind, by [`Config::FinalOrigin`]. Deposits
		 * [`Event::InstitutionAmended`].
		 *
		 * Errors: [`Error::KindFixed`], [`Error::InstitutionNotFound`] (the institution, or the parent),
		 * [`Error::WoundUp`] (likewise), [`Error::Unchanged`], [`Error::InvalidCharacters`],
		 * [`Error::InvalidCheckDigit`], [`Error::UnexpectedExtension`],
		 * [`Error::RegionNotFound`], [`Error::ParentCycle`], [`Error::TooManyAncestors`],
		 * [`Error::InstitutionAlreadyExists`].
		 */
		amendInstitution: {
			institution: InstitutionId;
			amendment: Amendment;
		};
		/**
		 * Winds an institution up, suspended or not: its agents, invitations and licences end, its
		 * external identifier is free, and it never acts again. What it holds and owes stays on
		 * the books.
		 *
		 * By [`Config::FinalOrigin`]. Deposits [`Event::InstitutionWoundUp`].
		 *
		 * Errors: [`Error::InstitutionNotFound`], [`Error::WoundUp`].
		 */
		windUp: {
			institution: InstitutionId;
		};
		/**
		 * Confirms that a custodian has more of a lot than the books say: the units enter the
		 * custodian's own goods, quarantined until the hold on them is lifted, and the claim ends.
		 *
		 * By the stock agents of whoever registered the lot, or by the accreditation origin.
		 * `quantity` counts base units, and may be less than was claimed. The custodian must still
		 * hold some of the lot. Deposits [`Event::CountConfirmed`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::NotRegistrant`],
		 * [`Error::ClaimNotFound`], [`Error::ClaimOver`], [`Error::ClaimExceeded`],
		 * [`Error::HoldingNotFound`], [`Error::SerialIsSingle`],
		 * [`Error::FoundExceedsEntered`], [`Error::Overflow`].
		 */
		confirmCount: {
			lot: LotId;
			custodian: InstitutionId;
			quantity: bigint;
		};
		/**
		 * Ends a custodian's claim to have more of a lot than the books say. The books stay as they
		 * are.
		 *
		 * By the stock agents of whoever registered the lot and of the custodian, by the
		 * accreditation origin, and by anybody once the claim's time is over. Deposits
		 * [`Event::CountDismissed`].
		 *
		 * Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		 * [`Error::LotNotFound`], [`Error::ClaimNotFound`], [`Error::ClaimOpen`].
		 */
		dismissCount: {
			lot: LotId;
			custodian: InstitutionId;
		};
		/**
		 * Hands goods of an institution that is wound up, or suspended for long, to another, which
		 * has and owns them from then on, quarantined.
		 *
		 * By the estate origin. Goods available go first, then those
		 * quarantined; what is offered ends with its offer, and what is reserved, in transit or in
		 * dispute with its transfer. When one
		 * party of lent goods acts no more, `to` is the other one; otherwise `to` may act and is
		 * licensed for the class. What is held goes to that other party alone. `quantity` counts base units;
		 * `document` is the digest of what orders it. Deposits [`Event::LotHandedOver`].
		 *
		 * Errors: [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::PartiesActive`],
		 * [`Error::NotHeir`], [`Error::ReceiverInactive`], [`Error::CapabilityMissing`],
		 * [`Error::HoldingNotFound`], [`Error::Held`], [`Error::InsufficientStock`],
		 * [`Error::Overflow`].
		 */
		handOver: {
			lot: LotId;
			custody: Custody;
			to: InstitutionId;
			quantity: bigint;
			document: string | null;
		};
		/**
		 * Takes goods of an institution that is wound up, or suspended for long, out of the books.
		 *
		 * By the estate origin. Goods are taken in the order of [`hand_over`](Pallet::hand_over).
		 * `quantity` counts base units; `document` is the digest of what orders it. Deposits
		 * [`Event::LotWrittenOff`].
		 *
		 * Errors: [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::PartiesActive`],
		 * [`Error::HoldingNotFound`], [`Error::InsufficientStock`].
		 */
		writeOff: {
			lot: LotId;
			custody: Custody;
			quantity: bigint;
			how: WriteOff;
			document: string | null;
		};
		/**
		 * Archives a lot of which nothing is left: its page leaves the state, and the record of this
		 * step proves for ever what was on it.
		 *
		 * By anybody, once nothing happened to the lot for the time that the constant ArchiveAfter
		 * tells, and after all lots that came out of it. `digest` is that of the lot, its entry
		 * and what it is made of, as [`lot_archive`](Pallet::lot_archive) answers: BLAKE2b-256 of
		 * the SCALE encoding. Deposits [`Event::LotArchived`].
		 *
		 * Errors: [`Error::LotNotFound`], [`Error::GoodsLeft`], [`Error::StillHeld`],
		 * [`Error::OffspringLeft`], [`Error::ClaimOpen`], [`Error::RetentionNotOver`],
		 * [`Error::DigestMismatch`].
		 */
		archiveLot: {
			lot: LotId;
			digest: string;
		};
		/**
		 * Forgets an archived lot whose last record is pruned. Leaves no record itself.
		 *
		 * By anybody. Deposits [`Event::LotForgotten`].
		 *
		 * Errors: [`Error::NotArchived`], [`Error::RecordNotPruned`].
		 */
		forgetLot: {
			lot: LotId;
		};
		/**
		 * Forgets what an institution used of a class, once it has none of it available and its mean
		 * daily use is told as zero, below half a thousandth of a base unit. Leaves no record itself.
		 *
		 * By anybody. Deposits [`Event::LevelForgotten`].
		 *
		 * Errors: [`Error::LevelNotFound`], [`Error::LevelInUse`].
		 */
		forgetLevel: {
			institution: InstitutionId;
			class: ClassId;
		};
		/**
		 * Takes what is left of a lot of capacity out of the books: all units of a holding that are
		 * available or quarantined, as destroyed. What is offered, reserved, in transit or in dispute
		 * ends with its offer or transfer first.
		 *
		 * By anybody, once the window is over for the time that the constant LapseAfter tells.
		 * Deposits [`Event::LotLapsed`].
		 *
		 * Errors: [`Error::LotNotFound`], [`Error::NotCapacity`], [`Error::NotLapsed`],
		 * [`Error::HoldingNotFound`], [`Error::ZeroQuantity`] (nothing is available or quarantined).
		 */
		lapseLot: {
			lot: LotId;
			custodian: InstitutionId;
			owner: InstitutionId;
		};
		/**
		 * Says where the seat of a region is, or that it is not known: an allocation reckons the way of
		 * goods from seat to seat.
		 *
		 * By the accreditation origin. `seat` is in thousandths of a degree (WGS84); north and east are
		 * above zero. With none, that of the nearest region around it counts. Deposits
		 * [`Event::RegionSeatSet`].
		 *
		 * Errors: [`Error::RegionNotFound`], [`Error::SeatOutOfRange`], [`Error::Unchanged`].
		 */
		setSeat: {
			code: RegionCode;
			seat: Seat | null;
		};
	};
	circulation: {
		/**
		 * Proposes a transfer and reserves its goods.
		 *
		 * Signed by an agent of the sender in the role dispatch. If the receiver approved the
		 * sender in advance, the transfer is accepted at once.
		 *
		 * - `proposal`: quantities in base units, deadlines in milliseconds since 1970.
		 *
		 * Emits [`Event::TransferProposed`], and [`Event::TransferAccepted`] if accepted.
		 *
		 * Fails as [`Config::Access`] does, and with the first finding that
		 * [`Pallet::explain_transfer`] tells of a sender that may act.
		 */
		propose: {
			proposal: Proposal;
		};
		/**
		 * Accepts a proposed transfer. If it serves a need that is open, its goods are promised to that.
		 *
		 * Signed by an agent of the receiver in the role receive, up to the end of the time to
		 * dispatch.
		 *
		 * Emits [`Event::TransferAccepted`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		 * [`Error::NotParty`], [`Error::NotProposed`], [`Error::DeadlinePassed`].
		 */
		accept: {
			transfer: TransferId;
		};
		/**
		 * Declines a proposed transfer. Its goods become available again, or are in quarantine again.
		 *
		 * Signed by an agent of the receiver in the role receive.
		 *
		 * Emits [`Event::TransferRejected`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		 * [`Error::NotParty`], [`Error::NotProposed`].
		 */
		reject: {
			transfer: TransferId;
		};
		/**
		 * Withdraws from a transfer before its dispatch. Its goods become available again, or are in
		 * quarantine again. Goods that are held are withdrawn all the same.
		 *
		 * Signed by an agent of the sender in the role dispatch, or, once the transfer is
		 * accepted, by one of the receiver in the role receive. The sender cannot withdraw from what was
		 * decided as long as the receiver may act; the receiver can.
		 *
		 * Emits [`Event::TransferWithdrawn`].
		 *
		 * Fails with [`Error::TransferNotFound`], as [`Config::Access`] does, and with
		 * [`Error::NotParty`], [`Error::NotAccepted`] (for the receiver, who rejects what it has not
		 * accepted), [`Error::AlreadyDispatched`], [`Error::Ended`], [`Error::BoundByDecision`].
		 */
		withdraw: {
			transfer: TransferId;
		};
		/**
		 * Sends an accepted transfer on its way.
		 *
		 * Signed by an agent of the sender in the role dispatch, up to the end of the time to
		 * dispatch.
		 *
		 * - `carrier`: the institution that carries the goods. It acknowledges or declines; if it is
		 * the sender itself, or had approved the sender in advance, it has acknowledged at once.
		 * With none named the sender carries them, and needs the licence that carriers need.
		 * - `sscc`: the logistic unit as a whole.
		 * - `expected`: when the goods should arrive, in milliseconds since 1970; not before they left.
		 * - `sensor`: what a sensor measured before the goods left, in tenths of a degree Celsius. What
		 * the sender has of each lot that was outside the range of its class is held from now on, and
		 * what leaves of it is in quarantine where it arrives.
		 * - `event`: when the goods left, not before the sensor's last measurement.
		 *
		 * Emits [`Event::TransferDispatched`], [`Event::CarriageAcknowledged`] if the carrier has, and
		 * [`Event::RuleYielded`] for each rule of the sender that yields to a decision.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		 * [`Error::NotParty`], the first finding that [`Pallet::explain_dispatch`] tells of a sender
		 * that may act, [`Error::InvalidCheckDigit`], [`Error::InvalidCharacters`],
		 * [`Error::ExpectedBeforeDispatch`], [`Error::InvalidRange`], [`Error::SensorAfterDispatch`]; and
		 * when the claimed time is out of bounds.
		 */
		dispatch: {
			transfer: TransferId;
			carrier: InstitutionId | null;
			sscc: Sscc | null;
			expected: bigint | null;
			sensor: SensorSummary | null;
			event: EventClaim;
		};
		/**
		 * Writes a receipt: what was found of each leg.
		 *
		 * Signed by an agent of the receiver in the role receive, while anything is outstanding or
		 * missing. What is accepted becomes available to the receiver, or is in its quarantine if it
		 * is damaged, if a sensor found it outside the range of its class, here or at dispatch, if it was
		 * in quarantine where it comes from, or if the lot or what the sender has of it is held. What is
		 * rejected or missing is in dispute. Excess of a lot that the receiver registered is in its
		 * quarantine; of another lot that will be the receiver's own, it is a count that waits for
		 * confirmation; of what it borrows, it is a statement alone. What arrives is taken from what is
		 * outstanding first, and then from what is missing: late goods.
		 *
		 * - `legs`: one entry for each leg of the transfer, in its order, in base units. Goods
		 * accepted although they are damaged are told by their condition.
		 * - `sensor`: what a sensor measured on the way, in tenths of a degree Celsius, between
		 * dispatch and receipt. Needed to accept anything of a class that demands it.
		 * - `document`: digest of a document kept off chain.
		 * - `event`: when the goods were received, not before they left.
		 *
		 * Emits [`Event::TransferReceived`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		 * [`Error::NotParty`], [`Error::NotDispatched`], [`Error::AlreadyReceived`],
		 * [`Error::TooManyReceipts`], [`Error::LegsDiffer`], [`Error::NothingReported`],
		 * [`Error::ReceivedBeforeDispatch`], [`Error::InvalidRange`], [`Error::InvalidCharacters`],
		 * [`Error::SensorOutsideTransit`], [`Error::SensorRequired`], [`Error::ZeroQuantity`],
		 * [`Error::ExceedsShipped`], [`Error::ExcessTooLarge`]; as a count upward does, with excess of a
		 * lot that the receiver registered; and when the claimed time is out of bounds.
		 */
		receive: {
			transfer: TransferId;
			legs: Array<LegReceipt>;
			sensor: SensorSummary | null;
			document: string | null;
			event: EventClaim;
		};
		/**
		 * Ends a wait that has lasted too long.
		 *
		 * Signed by anybody. Past the time to dispatch, the goods become available again, or are in
		 * quarantine again. Past the time to receive, what is outstanding counts as missing, in dispute.
		 *
		 * Emits [`Event::TransferExpired`] or [`Event::TransferDisputed`].
		 *
		 * Fails with [`Error::TransferNotFound`], [`Error::DeadlineNotReached`],
		 * [`Error::AlreadyReceived`], [`Error::Ended`].
		 */
		release: {
			transfer: TransferId;
		};
		/**
		 * Resolves a part of a dispute.
		 *
		 * Signed by an agent of the party that the outcome costs: of the sender for what is back
		 * with it; of the owner for what is destroyed or written off, and for what was rejected and
		 * the receiver keeps, which is the sender unless a loan goes back to its lender; of the
		 * receiver for missing goods that it has after all; of the lender for whatever becomes of a
		 * loan that was called in. The sender assents to the receiver's keeping rejected goods only as
		 * far as the receiver asked for it ([`Pallet::request_keeping`]). The sender speaks in the
		 * role dispatch, the receiver in the role receive. Or by the arbiter, for anything.
		 *
		 * - `leg`: counted from zero.
		 * - `outcome`: what became of the goods.
		 * - `quantity`: in base units.
		 * - `document`: digest of a document kept off chain.
		 * - `event`: when it happened, if known; not before the goods left.
		 *
		 * Emits [`Event::DisputeResolved`].
		 *
		 * Fails with [`Error::TransferNotFound`], as [`Config::Access`] does, and with
		 * [`Error::NotParty`], [`Error::ZeroQuantity`], [`Error::ResolvedBeforeDispatch`],
		 * [`Error::LegNotFound`], [`Error::ExceedsDisputed`], [`Error::ExceedsRequested`]; and when
		 * the claimed time is out of bounds.
		 */
		resolve: {
			transfer: TransferId;
			leg: number;
			outcome: CirculationOutcome;
			quantity: bigint;
			document: string | null;
			event: EventClaim | null;
		};
		/**
		 * Accepts in advance whatever a sender proposes, or carries whatever it names this institution
		 * for.
		 *
		 * Signed by an agent of the receiver in the role receive, or of the carrier in the role
		 * dispatch.
		 *
		 * - `capacity`: as what the institution approves the sender.
		 *
		 * Emits [`Event::SenderApproved`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::SameInstitution`],
		 * [`Error::SenderNotFound`], [`Error::AlreadyApproved`], [`Error::TooManyApprovals`].
		 */
		approveSender: {
			sender: InstitutionId;
			capacity: Capacity;
		};
		/**
		 * Goes back to answering a sender's proposals, or the carriages it names this institution for,
		 * one by one.
		 *
		 * Signed by an agent of the receiver in the role receive, or of the carrier in the role
		 * dispatch. What is accepted or acknowledged stays so.
		 *
		 * - `capacity`: as what the institution had approved the sender.
		 *
		 * Emits [`Event::SenderApprovalRevoked`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::NotApproved`].
		 */
		revokeSender: {
			sender: InstitutionId;
			capacity: Capacity;
		};
		/**
		 * Puts what a borrower has of a loan into dispute, in the borrower's books.
		 *
		 * Signed by anybody, once the loan is due, or when the borrower is suspended, wound up, or has
		 * not acted for [`Config::SilentAfter`]. What is reserved or under way to go back stays so,
		 * with its own deadlines. What comes back to the borrower later can be called in again.
		 *
		 * Emits [`Event::LoanCalledIn`].
		 *
		 * Fails with [`Error::TransferNotFound`], [`Error::NotLoan`], [`Error::NothingToCallIn`],
		 * [`Error::LoanNotDue`].
		 */
		callInLoan: {
			transfer: TransferId;
		};
		/**
		 * Asks to keep goods that were rejected. The sender assents with [`Pallet::resolve`].
		 *
		 * Signed by an agent of the receiver in the role receive. A later request for the same leg
		 * takes the place of this one.
		 *
		 * - `leg`: counted from zero.
		 * - `quantity`: how much of what is rejected of the leg, in base units; zero to ask no more.
		 *
		 * Emits [`Event::KeepingRequested`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		 * [`Error::NotParty`], [`Error::LegNotFound`], [`Error::ExceedsDisputed`],
		 * [`Error::Unchanged`].
		 */
		requestKeeping: {
			transfer: TransferId;
			leg: number;
			quantity: bigint;
		};
		/**
		 * Says that this institution carries a transfer, as its sender has stated.
		 *
		 * Signed by an agent of the carrier in the role dispatch, at any time after dispatch.
		 *
		 * Emits [`Event::CarriageAcknowledged`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		 * [`Error::NotDispatched`], [`Error::NotCarrier`], [`Error::AlreadyAcknowledged`].
		 */
		acknowledgeCarriage: {
			transfer: TransferId;
		};
		/**
		 * Says that this institution does not carry a transfer, whatever its sender has stated. It is
		 * named as carrier no more.
		 *
		 * Signed by an agent of the carrier in the role dispatch, until it has acknowledged.
		 *
		 * Emits [`Event::CarriageDeclined`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		 * [`Error::NotDispatched`], [`Error::NotCarrier`], [`Error::AlreadyAcknowledged`].
		 */
		declineCarriage: {
			transfer: TransferId;
		};
		/**
		 * Removes a transfer that ended long ago, with its receipts. The record of this call covers
		 * their digest, so that a copy of them can be proven for ever.
		 *
		 * Signed by anybody, [`Config::ArchiveAfter`] after the transfer's end. A loan must be back, or
		 * called in and resolved. Returns are archived before the transfers whose goods they carried.
		 * Nothing of an archived transfer can go back.
		 *
		 * - `digest`: BLAKE2b-256 of the SCALE encoding of the transfer's identifier, the transfer, and
		 * the list of its receipts, as they are stored; [`Pallet::archive_digest`] tells it.
		 *
		 * Emits [`Event::TransferArchived`].
		 *
		 * Fails with [`Error::TransferNotFound`], [`Error::TransferArchived`], [`Error::NotEnded`],
		 * [`Error::RetentionNotOver`], [`Error::LoanOutstanding`], [`Error::ReturnsNotArchived`],
		 * [`Error::DigestMismatch`].
		 */
		archive: {
			transfer: TransferId;
			digest: string;
		};
		/**
		 * Removes what is left of an archived transfer: the name of its newest record, which is pruned.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::TransferForgotten`].
		 *
		 * Fails with [`Error::NotArchived`], [`Error::RecordNotPruned`].
		 */
		forget: {
			transfer: TransferId;
		};
	};
	supervision: {
		/**
		 * Prunes the oldest epoch that still has its records: keeps their Merkle root, removes them.
		 *
		 * May be called by anybody who signs.
		 *
		 * - `epoch`: the oldest epoch that is not pruned, which [`NextEpochToPrune`] names. It is
		 * named so that of two who prune at once the second prunes nothing.
		 *
		 * Emits [`Event::EpochPruned`].
		 *
		 * Errors: [`Error::AlreadyPruned`]; [`Error::EarlierEpochNotPruned`];
		 * [`Error::EpochOpen`] while the epoch still takes records; [`Error::RetentionNotOver`] until
		 * [`Config::Retention`] has passed since its last record; [`Error::RecordNotFound`] if the log
		 * has a gap, which it never should.
		 */
		prune: {
			epoch: EpochId;
		};
	};
	efficiency: {
		/**
		 * Opens a round over the DMUs of `roster`.
		 *
		 * By [`Config::RoundOrigin`]. Deadlines are in milliseconds since 1970: `report_by` at most
		 * [`Config::MaxRound`] ahead, and at least [`Config::MinProving`] behind `observe_by`. Deposits
		 * [`Event::RoundOpened`].
		 *
		 * Errors: [`Error::InvalidCharacters`], [`Error::NoIndicators`], [`Error::TooManyInputs`],
		 * [`Error::TooManyOutputs`], [`Error::NoInputs`], [`Error::NoOutputs`],
		 * [`Error::TooManyDecimals`], [`Error::InvalidDeadlines`], [`Error::RoundTooLong`],
		 * [`Error::ProvingTooShort`], [`Error::NoDmus`], [`Error::DmusNotAscending`],
		 * [`Error::DmuNotFound`], [`Error::DmuWoundUp`], [`Error::TooManyActiveRounds`],
		 * [`Error::IdsExhausted`].
		 */
		openRound: {
			specification: RoundSpecification;
			roster: Roster;
		};
		/**
		 * Reports the figures of a DMU, in place of what was reported before.
		 *
		 * By an agent of the DMU in the role of statistics: of the institution itself, or of the
		 * health commission of the region. `values` has one entry for each indicator, with its
		 * decimals; `None` where there is no figure. Deposits [`Event::DmuObserved`].
		 *
		 * Errors: those of [`Config::Access`], [`Error::NotOwnDmu`], [`Error::RoundNotFound`],
		 * [`Error::RoundArchived`], [`Error::RoundNotOpen`], [`Error::DeadlinePassed`], [`Error::DmuNotInRound`],
		 * [`Error::WrongLength`], [`Error::Unchanged`].
		 */
		observe: {
			round: RoundId;
			dmu: Dmu;
			values: Array<bigint | null>;
		};
		/**
		 * Freezes the figures of a round.
		 *
		 * By [`Config::RoundOrigin`] at any time; by anybody once `observe_by` has passed, however long
		 * ago. Certificates are taken for [`Config::MinProving`] at least, also if `report_by` is
		 * earlier. Deposits [`Event::RoundSealed`], and [`Event::RoundCompleted`] for a survey.
		 *
		 * Errors: [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::RoundNotOpen`],
		 * [`Error::DeadlineNotPassed`], [`Error::NoDmus`] if none is left that the report could be
		 * about.
		 */
		seal: {
			round: RoundId;
		};
		/**
		 * Calls a round off that has no report yet. Its figures and certificates are removed.
		 *
		 * By [`Config::RoundOrigin`]. Deposits [`Event::RoundCancelled`].
		 *
		 * Errors: [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::RoundEnded`].
		 */
		cancel: {
			round: RoundId;
		};
		/**
		 * Ends a round that has no report though its time is over. Its figures and certificates are
		 * removed.
		 *
		 * By anybody, once `report_by` has passed: a sealed round, [`Config::MinProving`] after it was
		 * sealed or later; an open one, if there is no DMU that its report could be about. Deposits
		 * [`Event::RoundExpired`].
		 *
		 * Errors: [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::RoundEnded`],
		 * [`Error::DeadlineNotPassed`], [`Error::FiguresNotSealed`].
		 */
		close: {
			round: RoundId;
		};
		/**
		 * Proves the efficiency of some DMUs, without a signature.
		 *
		 * By anybody, as a transaction that the pool takes if and only if every certificate holds:
		 * see [`CertificateBatch`] for its parts. `discriminator` means nothing; it tells one attempt
		 * from another, so that a pool that dropped one takes the next. Deposits
		 * [`Event::DmusProven`], and [`Event::RoundCompleted`] with the last DMU.
		 *
		 * Errors: as [`Pallet::submit_certificates`]. The pool refuses the transaction with the number
		 * of the error as `InvalidTransaction::Custom`, and with `InvalidTransaction::Stale` for
		 * [`Error::AlreadyProven`]. An author who puts a batch into a block past the pool gets what is
		 * wrong with a certificate as an error of the call.
		 */
		postCertificates: {
			batch: CertificateBatch;
			discriminator: number;
		};
		/**
		 * Proves the efficiency of some DMUs.
		 *
		 * By anybody who signs. Deposits [`Event::DmusProven`], and [`Event::RoundCompleted`] with
		 * the last DMU.
		 *
		 * Errors: [`Error::EmptyBatch`], [`Error::BatchTooHeavy`], [`Error::DmusNotAscending`],
		 * [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::RoundNotSealed`],
		 * [`Error::DeadlinePassed`], [`Error::WrongFingerprint`], [`Error::OtherMethod`], [`Error::WrongSize`],
		 * [`Error::NoSuchDmu`], [`Error::AlreadyProven`], and what is wrong with a certificate:
		 * [`Error::BasisOfWrongLength`], [`Error::NoSuchColumn`], [`Error::ColumnsNotAscending`],
		 * [`Error::BasisSingular`], [`Error::BasisInfeasible`], [`Error::BasisNotOptimal`].
		 */
		submitCertificates: {
			batch: CertificateBatch;
		};
		/**
		 * Removes a round that ended long ago. The record of this call covers the digest of what is
		 * removed, so that a copy of it can be proven for ever. Of a report, the seal and the sums
		 * stay.
		 *
		 * By anybody, [`Config::ArchiveAfter`] after the round's end. `digest` is that of all that is
		 * stored of the round, as the [pallet's documentation](crate#archiving) defines it;
		 * [`Pallet::archive_digest`] tells it. Deposits [`Event::RoundArchived`].
		 *
		 * Errors: [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::NotEnded`],
		 * [`Error::RetentionNotOver`], [`Error::DigestMismatch`].
		 */
		archiveRound: {
			round: RoundId;
			digest: string;
		};
		/**
		 * Removes what is left of an archived round that had no report: the name of its newest record,
		 * which is pruned.
		 *
		 * By anybody. Deposits [`Event::RoundForgotten`].
		 *
		 * Errors: [`Error::NotArchived`], [`Error::ReportKept`], [`Error::RecordNotPruned`].
		 */
		forgetRound: {
			round: RoundId;
		};
	};
	seats: {
		/**
		 * Gives a health commission a seat of the council.
		 *
		 * By [`Config::SeatOrigin`]. `speaker` is the agent of the commission that votes for it.
		 * Deposits [`Event::SeatGiven`].
		 *
		 * Errors: [`Error::SeatAlreadyExists`], [`Error::InstitutionNotFound`],
		 * [`Error::NotCommission`], [`Error::CommissionNotActive`], [`Error::AgentNotFound`],
		 * [`Error::TooManySeats`].
		 */
		giveSeat: {
			institution: InstitutionId;
			speaker: string;
		};
		/**
		 * Takes a seat of the council from a commission.
		 *
		 * By [`Config::SeatOrigin`]. What the seat voted on open motions is void; what it proposed stays
		 * open. Deposits [`Event::SeatVacated`].
		 *
		 * Errors: [`Error::SeatNotFound`], [`Error::LastSeat`].
		 */
		vacateSeat: {
			institution: InstitutionId;
		};
		/**
		 * Lets another agent of the commission speak for its seat.
		 *
		 * By the commission's admins. What the predecessor voted on open motions is void: the new
		 * speaker votes anew. Deposits [`Event::SeatReassigned`].
		 *
		 * Errors: those of access (`NotAgent`, `Suspended`, `NotAuthorized`),
		 * [`Error::SeatNotFound`], [`Error::AgentNotFound`], [`Error::Unchanged`].
		 */
		reassignSeat: {
			speaker: string;
		};
	};
	rules: {
		/**
		 * Writes a rule, which binds from now on.
		 *
		 * By [`Config::GovernanceOrigin`], for whatever anybody sends; or signed by an admin, for what
		 * its institution sends. Transfers that are proposed already are asked at their dispatch.
		 *
		 * - `class`: the class that the rule is for; with none, it is for all.
		 * - `wording`: the alternatives, each with its conditions. Quantities are in base units, times
		 * in days.
		 * - `digest`: of the text that the conditions put into force, kept off chain.
		 *
		 * Emits [`Event::RuleWritten`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::NoAlternatives`],
		 * [`Error::EmptyAlternative`], [`Error::TooManyLimits`], [`Error::TooManyCoSignatures`],
		 * [`Error::RegionNotFound`], [`Error::ClassNeeded`], [`Error::InvalidPeriod`],
		 * [`Error::RangeReversed`], [`Error::NoTerms`], [`Error::IdsExhausted`],
		 * [`Error::TooManyRules`], [`Error::TooManyClasses`].
		 */
		writeRule: {
			class: ClassId | null;
			wording: Array<Array<Clause>>;
			digest: string;
		};
		/**
		 * Gives a rule another wording.
		 *
		 * By its author: [`Config::GovernanceOrigin`], or an admin of the institution. What is counted
		 * stays counted; signatures for the wording before are void. A paused rule stays paused.
		 *
		 * - `wording`, `digest`: as in [`Pallet::write_rule`].
		 *
		 * Emits [`Event::RuleAmended`].
		 *
		 * Fails as [`Config::Access`] does, with [`Error::RuleNotFound`], [`Error::NotAuthor`],
		 * [`Error::Unchanged`], and as [`Pallet::write_rule`] does over the wording.
		 */
		amendRule: {
			rule: RuleId;
			wording: Array<Array<Clause>>;
			digest: string;
		};
		/**
		 * Pauses a rule: it binds nobody until it is resumed.
		 *
		 * By its author or [`Config::GovernanceOrigin`], which may also pause what its author has
		 * paused, so that it stays so.
		 *
		 * Emits [`Event::RulePaused`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::RuleNotFound`], [`Error::NotAuthor`],
		 * [`Error::AlreadyPaused`].
		 */
		pauseRule: {
			rule: RuleId;
		};
		/**
		 * Lets a paused rule bind again.
		 *
		 * By whoever paused it.
		 *
		 * Emits [`Event::RuleResumed`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::RuleNotFound`], [`Error::NotAuthor`],
		 * [`Error::NotPaused`], [`Error::PausedByAnother`].
		 */
		resumeRule: {
			rule: RuleId;
		};
		/**
		 * Withdraws a rule for good.
		 *
		 * By its author or [`Config::GovernanceOrigin`]; signed by anybody once the author is wound up.
		 *
		 * Emits [`Event::RuleWithdrawn`].
		 *
		 * Fails with [`Error::RuleNotFound`], as [`Config::Access`] does, and with [`Error::NotAuthor`],
		 * and, for an author whose rule governance paused, [`Error::PausedByAnother`].
		 */
		withdrawRule: {
			rule: RuleId;
		};
		/**
		 * Signs what a rule demands a signature for.
		 *
		 * Signed by an agent in the role dispatch, of an institution of a kind that the rule names. A
		 * later signature for the same takes the place of an earlier one.
		 *
		 * - `signed`: what one institution sends to another, or one transfer; as the rule demands it.
		 * - `until`: the last moment at which the signature is of use, in milliseconds since 1970, at
		 * most [`Config::MaxSignatureTerm`] ahead.
		 *
		 * Emits [`Event::CoSigned`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::RuleNotFound`], [`Error::NotAsked`],
		 * [`Error::NotThirdParty`], [`Error::EndPassed`], [`Error::TermTooLong`],
		 * [`Error::TooManySignaturesGiven`], [`Error::TooManySignatures`].
		 */
		coSign: {
			rule: RuleId;
			signed: Signed;
			until: bigint;
		};
		/**
		 * Takes a signature back. Goods that have not left need another one.
		 *
		 * Signed by an agent in the role dispatch of the institution that signed.
		 *
		 * - `kind`: the kind that the institution was of when it signed.
		 *
		 * Emits [`Event::SignatureRevoked`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::SignatureNotFound`].
		 */
		revokeSignature: {
			rule: RuleId;
			signed: Signed;
			kind: InstitutionKind;
		};
		/**
		 * Takes out a signature that is of no use any more: it has ended, or its rule has another
		 * wording or is withdrawn, or whoever gave it is wound up.
		 *
		 * Signed by anybody.
		 *
		 * - `kind`: the kind that the institution was of when it signed.
		 * - `by`: the institution that signed.
		 *
		 * Emits [`Event::SignatureExpired`].
		 *
		 * Fails with [`Error::SignatureNotFound`], [`Error::SignatureInForce`].
		 */
		expireSignature: {
			rule: RuleId;
			signed: Signed;
			kind: InstitutionKind;
			by: InstitutionId;
		};
		/**
		 * Removes a count that no rule asks for any more: its period is over, or its rule was
		 * withdrawn.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::CountCleared`].
		 *
		 * Fails with [`Error::CountNotFound`], [`Error::PeriodNotOver`].
		 */
		clearCount: {
			rule: RuleId;
			key: CountKey;
		};
		/**
		 * Removes what is left of a withdrawn rule: the name of its newest record, which is pruned.
		 *
		 * Signed by anybody, once nothing is counted and nothing signed under the rule.
		 *
		 * Emits [`Event::RuleForgotten`].
		 *
		 * Fails with [`Error::NotWithdrawn`], [`Error::CountsRemain`], [`Error::SignaturesRemain`],
		 * [`Error::RecordNotPruned`].
		 */
		forgetRule: {
			rule: RuleId;
		};
	};
	needs: {
		/**
		 * Sets the most that may be needed of a class by an institution without a history of use.
		 *
		 * By [`Config::GovernanceOrigin`].
		 *
		 * - `bound`: in base units; with none, [`Config::DefaultNeedBound`] applies again.
		 *
		 * Emits [`Event::NeedBoundSet`].
		 *
		 * Fails as [`Config::GovernanceOrigin`] does, and with [`Error::ClassNotFound`].
		 */
		setNeedBound: {
			class: ClassId;
			bound: bigint | null;
		};
		/**
		 * Publishes a need of the institution.
		 *
		 * Signed by an agent in the role receive.
		 *
		 * - `request`: quantities in base units, moments in milliseconds since 1970.
		 *
		 * Emits [`Event::NeedPublished`].
		 *
		 * Fails as [`Config::Access`] does, and with the first finding that [`Pallet::explain_need`]
		 * tells: [`Error::ClassNotFound`], [`Error::ClassNamedTwice`], [`Error::UnitsDiffer`],
		 * [`Error::ZeroQuantity`], [`Error::EndPassed`], [`Error::TooLong`], [`Error::WindowReversed`],
		 * [`Error::SiteNotFound`], [`Error::TooManyNeeds`], [`Error::AboveCap`]; and with
		 * [`Error::IdsExhausted`].
		 */
		publishNeed: {
			request: Request;
		};
		/**
		 * Closes a need of the institution. What transfers have promised to it is still delivered. An
		 * allocation that is deciding about the need sends it nothing.
		 *
		 * Signed by an agent in the role receive.
		 *
		 * Emits [`Event::NeedClosed`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::NeedNotFound`], [`Error::NotOwn`],
		 * [`Error::Ended`].
		 */
		closeNeed: {
			need: NeedId;
		};
		/**
		 * Sets goods of the institution's own aside for others to take.
		 *
		 * Signed by an agent in the role dispatch.
		 *
		 * - `supply`: quantities in base units, `until` in milliseconds since 1970, the pace in days.
		 *
		 * Emits [`Event::OfferMade`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::LotNotFound`], [`Error::ZeroQuantity`],
		 * [`Error::InvalidLeast`], [`Error::ReturnNotOffered`], [`Error::RegionNotFound`],
		 * [`Error::InvalidPace`], [`Error::EndPassed`], [`Error::TooLong`],
		 * [`Error::ExpiresBeforeEnd`], [`Error::InsufficientStock`], [`Error::BelowFloor`],
		 * [`Error::IdsExhausted`], [`Error::TooManyOffers`]; and as a hold on the goods does.
		 */
		makeOffer: {
			supply: Supply;
		};
		/**
		 * Takes goods from an offer for a need of the institution: makes an accepted transfer of them.
		 *
		 * Signed by an agent of who published the need, in the role receive. The giver dispatches within
		 * the days of the offer's pace, and before the need's time is over.
		 *
		 * - `quantity`: in base units.
		 *
		 * Emits [`Event::OfferTaken`], and what a proposal emits.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::OfferNotFound`], [`Error::NeedNotFound`],
		 * [`Error::NotOwn`], [`Error::Frozen`], [`Error::OwnOffer`], [`Error::Ended`], [`Error::EndPassed`],
		 * [`Error::BelowFloor`], [`Error::NotUrgentEnough`], [`Error::KindOutsideScope`],
		 * [`Error::RegionOutsideScope`], [`Error::CapabilityMissing`], [`Error::BelowLeast`],
		 * [`Error::InsufficientOffer`], [`Error::NeedEndsTooSoon`]; and as a proposal does, rules among the reasons.
		 */
		take: {
			offer: OfferId;
			need: NeedId;
			quantity: bigint;
		};
		/**
		 * Withdraws what is left of an offer: it is available again. An allocation that is deciding about the
		 * offer goes without it.
		 *
		 * Signed by an agent of the giver in the role dispatch.
		 *
		 * Emits [`Event::OfferWithdrawn`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::OfferNotFound`], [`Error::NotOwn`],
		 * [`Error::Ended`].
		 */
		withdrawOffer: {
			offer: OfferId;
		};
		/**
		 * Gives a standing order.
		 *
		 * Signed by an agent in the role dispatch.
		 *
		 * - `instruction`: quantities in base units, times in days.
		 *
		 * Emits [`Event::OrderGiven`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::ClassNotFound`],
		 * [`Error::RegionNotFound`], [`Error::InvalidPace`], [`Error::ZeroQuantity`],
		 * [`Error::InvalidPeriod`], [`Error::TooLong`], [`Error::IdsExhausted`],
		 * [`Error::TooManyOrders`].
		 */
		giveOrder: {
			instruction: Instruction;
		};
		/**
		 * Pauses a standing order: it does nothing until it is resumed.
		 *
		 * Signed by an agent of its institution in the role dispatch.
		 *
		 * Emits [`Event::OrderPaused`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::OrderNotFound`], [`Error::NotOwn`],
		 * [`Error::Ended`], [`Error::OrderPaused`].
		 */
		pauseOrder: {
			order: OrderId;
		};
		/**
		 * Lets a paused standing order act again.
		 *
		 * Signed by an agent of its institution in the role dispatch.
		 *
		 * Emits [`Event::OrderResumed`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::OrderNotFound`], [`Error::NotOwn`],
		 * [`Error::Ended`], [`Error::OrderNotPaused`].
		 */
		resumeOrder: {
			order: OrderId;
		};
		/**
		 * Revokes a standing order for good.
		 *
		 * By [`Config::GovernanceOrigin`]; or signed by an agent of its institution in the role dispatch;
		 * by anybody once that is wound up.
		 *
		 * Emits [`Event::OrderRevoked`].
		 *
		 * Fails with [`Error::OrderNotFound`], as [`Config::Access`] does, and with
		 * [`Error::NotOwn`], [`Error::Ended`].
		 */
		revokeOrder: {
			order: OrderId;
		};
		/**
		 * Has something done that is due by itself.
		 *
		 * Signed by anybody.
		 *
		 * - [`Alarm::Send`]: a standing order sends to a need. Emits [`Event::OrderSent`], and what a
		 * proposal emits. Fails with [`Error::OrderNotFound`], [`Error::Ended`],
		 * [`Error::OrderPaused`], [`Error::NeedNotFound`], and with the first finding that
		 * [`Pallet::explain_order`] tells; and as a proposal does, rules among the reasons.
		 * - [`Alarm::Offer`]: a standing order offers what expires soon. Emits [`Event::OfferMade`] for
		 * each offer, and [`Event::OrderOffered`]. Fails with [`Error::OrderNotFound`],
		 * [`Error::Ended`], [`Error::OrderPaused`], [`Error::GiverInactive`],
		 * [`Error::OtherDuty`], [`Error::NoEmergency`], [`Error::BelowFloor`],
		 * [`Error::TooManyOffers`], [`Error::NothingToOffer`], [`Error::IdsExhausted`].
		 * - [`Alarm::Lapse`]: a need whose time is over is asked of the region that the one before is a
		 * part of, for [`Config::EscalationTime`], or expires if there is none. Emits
		 * [`Event::NeedEscalated`] or [`Event::NeedExpired`]. Fails with [`Error::NeedNotFound`],
		 * [`Error::Ended`], [`Error::TimeNotOver`], [`Error::NeedCovered`], [`Error::Frozen`].
		 * - [`Alarm::Release`]: what is left of an offer is available again with its giver. Emits
		 * [`Event::OfferReleased`]. Fails with [`Error::OfferNotFound`], [`Error::Ended`],
		 * [`Error::TimeNotOver`].
		 */
		ring: {
			alarm: Alarm;
		};
		/**
		 * Has something done that is due by itself, without a signature.
		 *
		 * By anybody, as a transaction that the pool, and a block, takes if and only if the alarm does
		 * something then. It is done twice, and once undone, and takes as much time; what is read is read once.
		 * `discriminator` means nothing; it tells one attempt from another, so that a pool that dropped one
		 * takes the next. Emits what [`Pallet::ring`] emits.
		 *
		 * Errors: as [`Pallet::ring`]. The pool refuses the transaction with the number of the error, in
		 * the pallet that it is of, as `InvalidTransaction::Custom`.
		 */
		postRing: {
			alarm: Alarm;
			discriminator: number;
		};
		/**
		 * Removes a need, an offer or a standing order that ended, once its newest record is pruned.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::Forgotten`].
		 *
		 * Fails with [`Error::NeedNotFound`], [`Error::OfferNotFound`], [`Error::OrderNotFound`],
		 * [`Error::NotEnded`], [`Error::RecordNotPruned`], [`Error::StillPromised`].
		 */
		forget: {
			posting: Posting;
		};
		/**
		 * Binds a standing order to emergencies, or frees it of that.
		 *
		 * Signed by an agent of its institution in the role dispatch.
		 *
		 * - `during`: how grave an emergency must be at least for the order to act; with none, it acts at any
		 * time. An order that sends asks for an emergency where the need's institution is, one that offers
		 * where its own institution is; for the order's class, in the region or in one that it is a part of.
		 * What the order sent or offered stays so.
		 *
		 * Emits [`Event::OrderBound`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::OrderNotFound`], [`Error::NotOwn`],
		 * [`Error::Ended`].
		 */
		bindOrder: {
			order: OrderId;
			during: Severity | null;
		};
	};
	assembly: {
		/**
		 * Submits a referendum of the institution, ready to be decided.
		 *
		 * Signed by an agent in the role vote. It takes no deposit.
		 *
		 * - `track`: what it is about. The proposal runs with the origin of the track.
		 * - `proposal`: the call. It is kept with the referendum.
		 * - `enactment`: the block in which it is carried out, or how many blocks after the decision; not
		 * before the track allows it.
		 *
		 * Emits [`Event::ReferendumSubmitted`], and what the submission to the track emits.
		 *
		 * Fails as [`Config::Access`] does, with [`Error::NotMember`], [`Error::AgentsReplaced`],
		 * [`Error::ProposalTooLong`], [`Error::ProposalTooHeavy`], [`Error::EnactmentTooLate`],
		 * [`Error::TooManyOpen`], and as submitting to the track does.
		 */
		submit: {
			track: Track;
			proposal: unknown;
			enactment: DispatchTime;
		};
		/**
		 * Casts the institution's vote on a referendum, in place of an earlier one.
		 *
		 * Signed by an agent in the role vote. The first vote on a referendum is free of charge.
		 *
		 * - `aye`: whether it is for the proposal.
		 *
		 * Emits [`Event::VoteCast`], and what the collective emits.
		 *
		 * Fails as [`Config::Access`] does, and with the first obstacle that [`Pallet::explain_vote`]
		 * tells: [`Error::NotMember`], [`Error::AgentsReplaced`], [`Error::ReferendumNotFound`],
		 * [`Error::ReferendumNotOngoing`], [`Error::AwaitsRing`], [`Error::SecretBallot`].
		 */
		vote: {
			referendum: ReferendumId;
			aye: boolean;
		};
		/**
		 * Gives a kind of institution another rank.
		 *
		 * By [`Config::RankOrigin`]. The members of the kind have it as soon as anybody calls
		 * [`Pallet::update_rank`] for them; until then they vote as before.
		 *
		 * - `rank`: 2 at most.
		 *
		 * Emits [`Event::RankSet`].
		 *
		 * Fails as [`Config::RankOrigin`] does, and with [`Error::RankTooHigh`], [`Error::Unchanged`].
		 */
		setRank: {
			kind: InstitutionKind;
			rank: number;
		};
		/**
		 * Gives a member the rank that its kind has by the table. An active institution that is no member,
		 * as it was admitted before there was an assembly, becomes one, unless it was admitted or reinstated
		 * in haste and that is not ratified.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::MemberRanked`] or [`Event::MemberInducted`].
		 *
		 * Fails with [`Error::InstitutionNotFound`], [`Error::Unchanged`].
		 */
		updateRank: {
			institution: InstitutionId;
		};
		/**
		 * Leaves the record of how a referendum ended.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::OutcomeRecorded`].
		 *
		 * Fails with [`Error::ReferendumNotFound`], [`Error::AlreadyRecorded`], [`Error::NotDecided`].
		 */
		recordOutcome: {
			referendum: ReferendumId;
		};
		/**
		 * Removes what is left of a referendum that was decided long ago: everything but its outcome.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::ReferendumForgotten`].
		 *
		 * Fails with [`Error::ReferendumNotFound`], [`Error::NotDecided`], [`Error::RetentionNotOver`],
		 * [`Error::NotRecorded`], [`Error::RecordNotPruned`], [`Error::BallotsLeft`].
		 */
		forget: {
			referendum: ReferendumId;
		};
		/**
		 * Submits a referendum that is to take secret votes.
		 *
		 * As [`Pallet::submit`], save that it takes no votes for a part of its time: whoever may, puts it to a ring
		 * in that time. If nobody does, it takes open votes from then on.
		 *
		 * Emits [`Event::SecrecyWanted`], and what [`Pallet::submit`] emits.
		 *
		 * Fails as [`Pallet::submit`] does, and with [`Error::NeverSecret`].
		 */
		submitForRing: {
			track: Track;
			proposal: unknown;
			enactment: DispatchTime;
		};
	};
	ratification: {
		/**
		 * Ratifies what the council did in a matter: it lasts.
		 *
		 * By [`Config::RatifyOrigin`]. Deposits [`Event::ActRatified`].
		 *
		 * Errors: those of the origin, [`Error::ActNotFound`], [`Error::NotPending`].
		 */
		ratify: {
			matter: Matter;
		};
		/**
		 * Undoes what the council did in a matter and nobody has ratified in its term.
		 *
		 * Signed by anybody, whether the institution may act or not; free of charge when it succeeds.
		 * Deposits [`Event::ActLapsed`], and what undoing deposits.
		 *
		 * Errors: [`Error::ActNotFound`], [`Error::NotPending`], [`Error::TermNotOver`], those of
		 * [`Config::Reversal`]; of an institution, `TooManySuspended`.
		 */
		lapse: {
			matter: Matter;
		};
		/**
		 * Removes what is kept of an act that was undone and has cooled.
		 *
		 * Signed by anybody; free of charge when it succeeds. Deposits [`Event::ActCleared`].
		 *
		 * Errors: [`Error::ActNotFound`], [`Error::StillPending`], [`Error::CoolingNotOver`].
		 */
		clear: {
			matter: Matter;
		};
	};
	reallocation: {
		/**
		 * Decides a plan, and carries out its first lines.
		 *
		 * By [`Config::PlanOrigin`]. What else there is to carry out is carried out in the same block as
		 * far as there is room, and then in the next ones; anybody may hasten it
		 * ([`Pallet::carry_out`]). What cannot be carried out is reported with its line, and holds up
		 * nothing.
		 *
		 * - `lines`: who gives how much of what to whom, in base units; carried out in this order.
		 * - `dispatch_by`: the last moment at which the goods may leave, in milliseconds since 1970; as
		 * far ahead as a proposal may have it, when the plan is decided.
		 * - `receive_by`: the last moment before anyone may declare what has not arrived missing.
		 *
		 * Emits [`Event::PlanDecided`], and what [`Pallet::carry_out`] emits.
		 *
		 * Fails as [`Config::PlanOrigin`] does, and with [`Error::NoLines`], [`Error::DeadlinePassed`],
		 * [`Error::ReservationTooLong`], [`Error::DeadlinesReversed`], [`Error::TransitTooShort`],
		 * [`Error::TransitTooLong`], [`Error::ZeroQuantity`], [`Error::SameInstitution`],
		 * [`Error::IdsExhausted`].
		 */
		decidePlan: {
			lines: Array<LineOrder>;
			dispatchBy: bigint;
			receiveBy: bigint;
		};
		/**
		 * Carries out the next lines of a plan: makes an accepted transfer for each, or reports why not.
		 *
		 * Signed by anybody, free of charge where a line waits.
		 *
		 * - `most`: how many lines at most, from 1 to [`MAX_STEP`](crate::MAX_STEP); what is beyond counts as
		 * that.
		 *
		 * Emits [`Event::LineMade`], with [`Event::RuleYielded`] for each rule of the giver that the
		 * transfer does not meet, or [`Event::LineRefused`], for each line; and [`Event::PlanCarriedOut`]
		 * behind the last one.
		 *
		 * Fails with [`Error::PlanNotFound`], [`Error::PlanArchived`], [`Error::NothingToDo`].
		 */
		carryOut: {
			plan: PlanId;
			most: number;
		};
		/**
		 * Removes the next lines of a plan that was over long ago, 32 at most, and with the last ones the
		 * plan. The digest of what was removed stays on the trail.
		 *
		 * Signed by anybody, once every line is carried out, the time to dispatch has been over for
		 * [`Config::ArchiveAfter`], and no transfer of these lines still waits for its dispatch.
		 *
		 * - `digest`: as [`Pallet::archive_digest`] tells it, so that whoever archives has read what goes.
		 *
		 * Emits [`Event::LinesArchived`], and [`Event::PlanArchived`] with the last lines.
		 *
		 * Fails with [`Error::PlanNotFound`], [`Error::PlanArchived`], [`Error::LinesWaiting`],
		 * [`Error::RetentionNotOver`], [`Error::TransferPending`], [`Error::DigestMismatch`].
		 */
		archivePlan: {
			plan: PlanId;
			digest: string;
		};
		/**
		 * Removes what is left of an archived plan whose records are pruned.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::PlanForgotten`].
		 *
		 * Fails with [`Error::NotArchived`], [`Error::RecordNotPruned`].
		 */
		forget: {
			plan: PlanId;
		};
	};
	recalls: {
		/**
		 * Places a hold. Units of a holding are quarantined; a whole holding, or a lot wherever it is, is
		 * held with whatever comes into it later.
		 *
		 * Signed by a stock agent of who has the goods, for units or the whole of a holding; or by an admin
		 * of a health commission, for the whole of a holding whose custodian is in its region, or for a lot
		 * that was registered from there; or by [`Config::GovernanceOrigin`], for any holding or lot.
		 *
		 * - `place`: the lot, or the holding.
		 * - `extent`: the whole; or units of a holding, which must be available. Units under a hold of the
		 * same kind by the custodian are added to it.
		 * - `kind`: `Quarantine`, `Damage`, `ColdChainBreach` or `Legal`; and `CountDemanded` of what a
		 * custodian has of its own, but not by itself. What is counted ends that one.
		 * - `reason`: in words, 64 bytes at most.
		 * - `document`: digest of a document kept off chain.
		 * - `event`: when the goods were found to be so.
		 *
		 * Emits [`Event::HoldPlaced`]. The record is on the lot.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::NotAuthorized`],
		 * [`Error::InvalidCharacters`], [`Error::ZeroQuantity`], [`Error::UnitsOfLot`],
		 * [`Error::KindNotYours`], [`Error::LotNotFound`], [`Error::HoldingNotFound`],
		 * [`Error::AlreadyHeld`], [`Error::TooManyHolds`], [`Error::IdsExhausted`], and as
		 * [`Config::Stock`] does when less is available.
		 */
		placeHold: {
			place: HoldPlace;
			extent: Extent;
			kind: HoldKind;
			reason: Text;
			document: string | null;
			event: EventClaim | null;
		};
		/**
		 * Lifts a hold, or takes units off it, which become available again.
		 *
		 * What the custodian or the chain placed is lifted by the custodian's stock agents and by admins of
		 * the health commissions of its region and of those around it; what a commission placed, by its own
		 * admins and by those of commissions of the regions around its own; and everything, by
		 * [`Config::GovernanceOrigin`]. Of a breach of the cold chain, stock agents judge only if their
		 * institution is licensed for the cold chain.
		 *
		 * - `place`, `hold`: as the event tells them, and the view [`Pallet::holds`].
		 * - `units`: how many of a hold on units, in base units; all of them when not given. Not given of a
		 * hold on the whole.
		 * - `reason`: in words, 64 bytes at most.
		 * - `document`: digest of a document kept off chain.
		 * - `event`: when the goods were found to be in order.
		 *
		 * Emits [`Event::HoldLifted`]. The record is on the lot.
		 *
		 * Fails with [`Error::HoldNotFound`], as [`Config::Access`] does, and with
		 * [`Error::NotAuthorized`], [`Error::CapabilityMissing`], [`Error::InvalidCharacters`],
		 * [`Error::WholeOnly`], [`Error::ZeroQuantity`], [`Error::ExceedsHeld`].
		 */
		liftHold: {
			place: HoldPlace;
			hold: HoldId;
			units: bigint | null;
			reason: Text;
			document: string | null;
			event: EventClaim | null;
		};
		/**
		 * Ends all holds on a place of whose lot nothing is left anywhere, so that the lot can be archived.
		 *
		 * Signed by anybody, [`Config::ClearAfter`] after the newest of these holds was placed.
		 *
		 * Emits [`Event::HoldsCleared`]. The record is on the lot.
		 *
		 * Fails with [`Error::RecallStands`] while a recall is on the lot, and with [`Error::NotHeld`],
		 * [`Error::LotNotFound`], [`Error::GoodsLeft`], [`Error::RetentionNotOver`].
		 */
		clearHolds: {
			place: HoldPlace;
		};
		/**
		 * Recalls lots. They are held from this call on, wherever they are, and so is everything that came
		 * out of them by repacking or correction, as soon as the recall has reached it
		 * ([`advance_recall`](Self::advance_recall)). Everybody who has some, or gets some later, is asked
		 * to answer.
		 *
		 * Signed by a stock agent of the institution that made or imported all of the lots; or by an admin
		 * of a health commission of a region that everybody who registered them is in; or by
		 * [`Config::GovernanceOrigin`].
		 *
		 * - `lots`: those that the recall names, of one class; 16 at most.
		 * - `severity`: how grave it is when they are used.
		 * - `action`: what whoever has some is asked to do with it.
		 * - `notice`: digest of the notice that tells why, kept off chain.
		 * - `answer_within`: how long after it was asked an institution has time to answer, in milliseconds:
		 * at least [`Config::MinAnswer`], and at most [`Config::MaxAnswer`].
		 *
		 * Emits [`Event::RecallIssued`], and for each lot [`Event::LotRecalled`]; or [`Event::LotAwaited`],
		 * where as many recalls are on it as may be, which hold it. Where one of these was closed, it leaves,
		 * with [`Event::LotFreed`]. The record is on the recall and on each lot that it reaches.
		 *
		 * Fails with [`Error::DuplicateLot`], [`Error::LotNotFound`], [`Error::ClassesDiffer`],
		 * [`Error::NoLots`], as [`Config::Access`] does, and with [`Error::NotMaker`],
		 * [`Error::AnswerTooShort`], [`Error::AnswerTooLong`], [`Error::AlreadyRecalled`];
		 * [`Error::RecallUnfinished`], [`Error::RestNotOver`] (an institution); [`Error::IdsExhausted`].
		 */
		issueRecall: {
			lots: Array<LotId>;
			severity: RecallSeverity;
			action: RecallAction;
			notice: string;
			answerWithin: bigint;
		};
		/**
		 * Carries a recall on: has it reach further lots and holders; or, when it was closed, frees lots.
		 * Blocks with room do so by themselves.
		 *
		 * Signed by anybody, free of charge if it does as many units as may be, or the last ones, and is the
		 * first such step of the recall in the block; inside of a batch, which is paid as one, never.
		 *
		 * - `most`: how many units of work at most, from 1 to [`MAX_STEP`](crate::MAX_STEP); what is beyond
		 * counts as that. A unit is a lot, a holding, or the end of a list of these.
		 *
		 * Emits [`Event::LotRecalled`], [`Event::LotAwaited`], [`Event::HolderAsked`], and
		 * [`Event::RecallSpread`] with the last of them; or [`Event::LotFreed`], with [`Event::LotRecalled`]
		 * of a recall that waited for the lot, and [`Event::RecallFreed`] with the last. Another recall that
		 * was closed leaves a lot on which there is no room, with the same events. The record is on
		 * the recall, and on each lot that was reached or freed; its actor is the chain.
		 *
		 * Fails with [`Error::RecallNotFound`], [`Error::NothingToDo`].
		 */
		advanceRecall: {
			recall: RecallId;
			most: number;
		};
		/**
		 * Answers a recall. It may be answered again; the newest answer counts.
		 *
		 * Signed by a stock agent of an institution that was asked.
		 *
		 * - `found`: how many units it found, of all recalled lots together, in base units.
		 * - `done`: with how many of these it has done what was asked.
		 * - `document`: digest of a document kept off chain.
		 * - `event`: when it was found to be so.
		 *
		 * Emits [`Event::RecallAcknowledged`]. The record is on the recall.
		 *
		 * Fails with [`Error::RecallNotFound`], [`Error::RecallClosed`], as [`Config::Access`] does, and
		 * with [`Error::NotAsked`], [`Error::ExceedsFound`], [`Error::ExceedsReached`].
		 */
		acknowledgeRecall: {
			recall: RecallId;
			found: bigint;
			done: bigint;
			document: string | null;
			event: EventClaim | null;
		};
		/**
		 * Closes a recall, whether it has reached everybody or not. Nobody is asked any more, and its lots
		 * are freed in steps ([`advance_recall`](Self::advance_recall)); what else holds them stays, and so
		 * do the holds on what arrived quarantined because of it. Its issuer rests ([`Config::Rest`]).
		 *
		 * Signed by a stock agent of the maker that issued it, or by an admin of a health commission of the
		 * maker's region or of one around; of one by a commission, by its own admins, and by those of a
		 * commission of a region around its own; and of every one, by [`Config::GovernanceOrigin`].
		 *
		 * - `reason`: in words, 64 bytes at most.
		 *
		 * Emits [`Event::RecallClosed`]. The record is on the recall.
		 *
		 * Fails with [`Error::RecallNotFound`], [`Error::RecallClosed`], as [`Config::Access`] does, and
		 * with [`Error::NotAuthorized`], [`Error::InvalidCharacters`].
		 */
		closeRecall: {
			recall: RecallId;
			reason: Text;
		};
		/**
		 * Removes a recall that was closed, has freed every lot, and whose records are pruned: what it asked
		 * of up to 64 institutions, and with the last ones the recall.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::RecallForgotten`] with the last ones.
		 *
		 * Fails with [`Error::RecallNotFound`], [`Error::NotEnded`], [`Error::RecordNotPruned`].
		 */
		forgetRecall: {
			recall: RecallId;
		};
		/**
		 * Opens a case over an institution, about something that has a record.
		 *
		 * Signed by an admin of a health commission of a region that the party is in; or by
		 * [`Config::GovernanceOrigin`], over anybody. Whoever opened it supervises it, and so may a
		 * commission of a region around that one's, and governance.
		 *
		 * - `subject`: what the case is about: anything that has a record, or the party itself.
		 * - `party`: the institution that is to answer.
		 * - `reason`: in words, 64 bytes at most.
		 * - `document`: digest of a first document, kept off chain, which the party is to acknowledge.
		 *
		 * Emits [`Event::CaseOpened`]; with a document, [`Event::DocumentAttached`] after it. The record is
		 * on the case and on the party.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::PartyNotFound`], [`Error::NotSupervisor`],
		 * [`Error::InvalidCharacters`], [`Error::SubjectNotFound`], [`Error::IdsExhausted`].
		 */
		openCase: {
			subject: Subject;
			party: InstitutionId;
			reason: Text;
			document: string | null;
		};
		/**
		 * Demands that the party of a case counts what it has of a lot. The whole holding is held until it
		 * does, or until the hold is lifted.
		 *
		 * Signed by an admin of a commission that supervises the case and the party; or by
		 * [`Config::GovernanceOrigin`].
		 *
		 * - `lot`: of which the party counts what is its own.
		 * - `by`: until when, in milliseconds since 1970; [`Config::MaxDemand`] ahead at most.
		 *
		 * Emits [`Event::HoldPlaced`] and [`Event::CountDemanded`]. The record is on the case and on the
		 * lot.
		 *
		 * Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with
		 * [`Error::NotSupervisor`], [`Error::CaseEnded`], [`Error::DeadlinePassed`],
		 * [`Error::DeadlineTooFar`], [`Error::NotAuthorized`], [`Error::TooManyDemands`],
		 * [`Error::LotNotFound`], [`Error::HoldingNotFound`], [`Error::AlreadyHeld`],
		 * [`Error::TooManyHolds`], [`Error::IdsExhausted`].
		 */
		demandCount: {
			case: CaseId;
			lot: LotId;
			by: bigint;
		};
		/**
		 * Attaches a document to a case.
		 *
		 * Signed by an admin of the party, or of a commission that supervises the case; or by
		 * [`Config::GovernanceOrigin`], as a supervisor.
		 *
		 * - `digest`: of the document, which is kept off chain and sent to the other side.
		 *
		 * Emits [`Event::DocumentAttached`]. The record is on the case.
		 *
		 * Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with [`Error::NotSide`],
		 * [`Error::CaseEnded`], [`Error::TooManyDocuments`].
		 */
		attachDocument: {
			case: CaseId;
			digest: string;
		};
		/**
		 * Says that one's side of a case has a document that the other side attached.
		 *
		 * Signed as [`attach_document`](Self::attach_document) is.
		 *
		 * - `document`: its number in the case, as the event and the view [`Pallet::case_documents`] tell
		 * it.
		 *
		 * Emits [`Event::DocumentAcknowledged`]. The record is on the case.
		 *
		 * Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with [`Error::NotSide`],
		 * [`Error::CaseEnded`], [`Error::DocumentNotFound`], [`Error::OwnDocument`],
		 * [`Error::AlreadyAcknowledged`].
		 */
		acknowledgeDocument: {
			case: CaseId;
			document: number;
		};
		/**
		 * Places a hold in a case, on the whole of a holding of the party, or on a lot wherever it is. The
		 * hold names the case, and is lifted as any other.
		 *
		 * Signed by an admin of a commission that supervises the case, and whoever has the holding or
		 * registered the lot; or by [`Config::GovernanceOrigin`].
		 *
		 * - `place`: the lot; or the holding, whose custodian is the party.
		 * - `kind`: `Quarantine`, `Damage`, `ColdChainBreach` or `Legal`.
		 * - `reason`: in words, 64 bytes at most.
		 * - `document`: digest of a document kept off chain.
		 *
		 * Emits [`Event::HoldPlaced`] and [`Event::HoldOrdered`]. The record is on the case and on the lot.
		 *
		 * Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with
		 * [`Error::NotSupervisor`], [`Error::CaseEnded`], [`Error::NotOfParty`], [`Error::KindNotYours`],
		 * [`Error::LotNotFound`], [`Error::NotAuthorized`], [`Error::InvalidCharacters`],
		 * [`Error::HoldingNotFound`], [`Error::AlreadyHeld`], [`Error::TooManyHolds`],
		 * [`Error::IdsExhausted`].
		 */
		orderHold: {
			case: CaseId;
			place: HoldPlace;
			kind: HoldKind;
			reason: Text;
			document: string | null;
		};
		/**
		 * Closes a case, or voids it. Nothing is erased, and what is held in it stays held: it is lifted
		 * hold by hold, and a demanded count ends by the count.
		 *
		 * Signed by an admin of a commission that supervises the case; or by [`Config::GovernanceOrigin`].
		 *
		 * - `end`: `Closed` when it is settled, `Voided` when it should not have been opened.
		 * - `reason`: in words, 64 bytes at most.
		 *
		 * Emits [`Event::CaseEnded`]. The record is on the case.
		 *
		 * Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with
		 * [`Error::NotSupervisor`], [`Error::CaseEnded`], [`Error::InvalidCharacters`].
		 */
		endCase: {
			case: CaseId;
			end: CaseEnd;
			reason: Text;
		};
		/**
		 * Removes a case that is over and whose records are pruned, with its documents and its demands.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::CaseForgotten`].
		 *
		 * Fails with [`Error::CaseNotFound`], [`Error::NotEnded`], [`Error::RecordNotPruned`].
		 */
		forgetCase: {
			case: CaseId;
		};
	};
	emergencies: {
		/**
		 * Declares an emergency, which is in force from this block on. What the council declares is in force
		 * no longer than its term unless the assembly ratifies it.
		 *
		 * By [`Config::DeclarationOrigin`].
		 *
		 * - `declaration`: for which classes in which regions, 1 to 8 of each, in ascending order, each once;
		 * how grave it is; and until when, in milliseconds since 1970, [`Config::MaxDays`] ahead at most.
		 *
		 * Emits [`Event::EmergencyDeclared`]. The record is on the emergency.
		 *
		 * Fails with the errors of the origin, and with [`Error::NoRegions`], [`Error::NoClasses`],
		 * [`Error::NotAscending`], [`Error::RegionNotFound`], [`Error::ClassNotFound`],
		 * [`Error::EndPassed`], [`Error::TooLong`], [`Error::AlreadyDeclared`],
		 * [`Error::NotRatifiedLately`] and [`Error::TooManyUnratified`] (the council alone),
		 * [`Error::IdsExhausted`].
		 */
		declare: {
			declaration: Declaration;
		};
		/**
		 * Calls an emergency off, which is not in force from this block on. It is not brought back: another
		 * one is declared.
		 *
		 * By [`Config::DeclarationOrigin`]; by the council, only one that is pending.
		 *
		 * Emits [`Event::EmergencyCalledOff`]. The record is on the emergency.
		 *
		 * Fails with the errors of the origin, and with [`Error::EmergencyNotFound`],
		 * [`Error::NotInForce`], [`Error::NotPending`] (the council alone).
		 */
		callOff: {
			emergency: EmergencyId;
		};
		/**
		 * Gives an emergency that is in force a later end.
		 *
		 * By [`Config::ProlongOrigin`].
		 *
		 * - `until`: the new end, in milliseconds since 1970, [`Config::MaxDays`] ahead at most.
		 *
		 * Emits [`Event::EmergencyProlonged`]. The record is on the emergency.
		 *
		 * Fails with the errors of the origin, and with [`Error::EmergencyNotFound`],
		 * [`Error::NotInForce`], [`Error::NotRatified`] (it is pending), [`Error::NotLater`],
		 * [`Error::TooLong`].
		 */
		prolong: {
			emergency: EmergencyId;
			until: bigint;
		};
		/**
		 * Clears what is left of an emergency that is over: what it covers, and its place among what the
		 * council declared and nobody has ratified. It was out of force before.
		 *
		 * Signed by anybody; free of charge when it succeeds.
		 *
		 * Emits [`Event::EmergencyClosed`]. The record is on the emergency.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::EmergencyNotFound`],
		 * [`Error::StillInForce`], [`Error::NothingToDo`], [`Error::StillCooling`].
		 */
		close: {
			emergency: EmergencyId;
		};
		/**
		 * Removes an emergency that is closed and whose records are pruned.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::EmergencyForgotten`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::EmergencyNotFound`], [`Error::NotClosed`],
		 * [`Error::AllocationsStored`], [`Error::RecordNotPruned`].
		 */
		forgetEmergency: {
			emergency: EmergencyId;
		};
		/**
		 * Has what is offered of a class shared out among those who need it where an emergency is. Blocks take
		 * the steps as they have room; anybody may hasten it ([`advance`](Self::advance)).
		 *
		 * By [`Config::OpenOrigin`]; or signed by an agent, in the role dispatch, of a health commission of one
		 * of the regions of the emergency, or of a part of one.
		 *
		 * Emits [`Event::AllocationOpened`]. The record is on the allocation.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::EmergencyNotFound`],
		 * [`Error::NotAuthorized`], [`Error::NotInForce`], [`Error::ClassNotCovered`],
		 * [`Error::AlreadyRunning`], [`Error::TooSoon`], [`Error::IdsExhausted`],
		 * [`Error::TooManyRunning`].
		 */
		openAllocation: {
			emergency: EmergencyId;
			class: ClassId;
		};
		/**
		 * Takes the next step of an allocation, as blocks do that have room.
		 *
		 * Signed by anybody; free of charge when it takes a whole step: one of [`MAX_STEP`](crate::MAX_STEP) lines, or
		 * the last one of a stage, or one that takes no lines.
		 *
		 * - `lines`: where the rules are asked about pairs, or lines are carried out, how many of them at most, from 1
		 * to [`MAX_STEP`](crate::MAX_STEP); what is beyond counts as that.
		 *
		 * Emits, by the stage of the allocation, nothing; [`Event::NeedLeftOut`] or [`Event::OfferLeftOut`] for each
		 * need or offer that it passes over, [`Event::GatheringCut`], and [`Event::Gathered`]; [`Event::SharesDecided`];
		 * [`Event::CandidateDropped`]; [`Event::LineMade`] or [`Event::LineSkipped`] for each line;
		 * [`Event::ShortfallEscalated`] for each need; and [`Event::AllocationEnded`] with its last step. The
		 * record is on the allocation, whose act it is.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::AllocationNotFound`],
		 * [`Error::AllocationEnded`], [`Error::NothingToDo`] (a plan is waited for).
		 */
		advance: {
			allocation: AllocationId;
			lines: number;
		};
		/**
		 * Removes the next entries of an allocation that ended long ago, 64 at most: its lines, its needs, its
		 * offers; and with the last ones the allocation. The digest of what was removed stays on the trail.
		 *
		 * Signed by anybody, once it has been over for [`Config::ArchiveAfter`], or at once if it has no lines, and
		 * no transfer of these lines still waits for its dispatch.
		 *
		 * - `digest`: as [`Pallet::archive_digest`] tells it, so that whoever archives has read what goes.
		 *
		 * Emits [`Event::EntriesArchived`], and [`Event::AllocationArchived`] with the last entries. The record
		 * is on the allocation.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::AllocationNotFound`],
		 * [`Error::AllocationRunning`], [`Error::RetentionNotOver`], [`Error::TransferPending`],
		 * [`Error::DigestMismatch`].
		 */
		archiveAllocation: {
			allocation: AllocationId;
			digest: string;
		};
		/**
		 * Removes what is left of an archived allocation whose records are pruned.
		 *
		 * Signed by anybody.
		 *
		 * Emits [`Event::AllocationForgotten`].
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::NotArchived`], [`Error::RecordNotPruned`].
		 */
		forgetAllocation: {
			allocation: AllocationId;
		};
		/**
		 * Posts a plan of an allocation, without a signature.
		 *
		 * By anybody, as a transaction that the pool takes if and only if the plan holds; one of each allocation,
		 * the one with the most bars. `discriminator` means nothing; it tells one attempt from another, so that a
		 * pool that dropped one takes the next. Emits what [`Pallet::submit_plan`] emits.
		 *
		 * Fails as [`Pallet::submit_plan`] does, and with [`Error::TooManyBars`]. The pool refuses the transaction
		 * with the number of the error as `InvalidTransaction::Custom`. An author who puts a plan into a block past
		 * the pool gets what is wrong with its bars and its proof as an error of the call.
		 */
		postPlan: {
			plan: PostedPlan;
			discriminator: number;
		};
		/**
		 * Posts a plan of an allocation, with the prices that prove that there is no better one. It stands then,
		 * and is carried out unless the rules forbid one of its pairs.
		 *
		 * Signed by anybody.
		 *
		 * - `plan`: what goes from which offer to which need, by their places in [`Pallet::problem`]; one price for
		 * each offer and each need; and pairs that the rules forbid, without which it would not hold, or of
		 * which one is a pair of the plan that stands.
		 *
		 * Emits [`Event::PlanPosted`]; before that [`Event::CandidateDropped`] when another plan stood, and
		 * [`Event::PairsBarred`] for its bars. The record is on the allocation.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::AllocationNotFound`], [`Error::NotDeciding`],
		 * [`Error::WrongFingerprint`], [`Error::NotInForce`], [`Error::DeadlinePassed`],
		 * [`Error::PriceCountWrong`], [`Error::CandidateStands`]; by its bars with [`Error::NoSuchPair`],
		 * [`Error::NotBarred`], [`Error::BarIdle`]; and by its proof with [`Error::PriceTooHigh`],
		 * [`Error::FlowsNotAscending`], [`Error::NoSuchPair`], [`Error::EmptyFlow`],
		 * [`Error::SupplyExceeded`], [`Error::DemandExceeded`], [`Error::SupplyLeft`], [`Error::DemandOpen`],
		 * [`Error::NotTight`], [`Error::PairForbidden`], [`Error::NotOptimal`].
		 */
		submitPlan: {
			plan: PostedPlan;
		};
		/**
		 * Names pairs of an allocation that the rules forbid, without a signature.
		 *
		 * By anybody, as a transaction that the pool takes if and only if the rules forbid them, behind whatever
		 * pays. `discriminator` means nothing, as in [`Pallet::post_plan`]. Emits what [`Pallet::submit_bars`]
		 * emits.
		 *
		 * Fails as [`Pallet::submit_bars`] does, and with [`Error::TooManyBars`]. The pool refuses the transaction
		 * with the number of the error as `InvalidTransaction::Custom`.
		 */
		postBars: {
			allocation: AllocationId;
			fingerprint: string;
			bars: Array<Pair>;
			discriminator: number;
		};
		/**
		 * Names pairs of an allocation that the rules forbid, both for one unit and for as much as could go. No plan
		 * goes over them from then on, and one that stands and does is dropped.
		 *
		 * Signed by anybody.
		 *
		 * - `fingerprint`: of the figures of the allocation.
		 * - `bars`: the pairs, by the places of the offer and of the need in [`Pallet::problem`]; 1 to 16. Those
		 * that are known are passed over.
		 *
		 * Emits [`Event::PairsBarred`], and before that [`Event::CandidateDropped`] when a plan is dropped. The
		 * record is on the allocation.
		 *
		 * Fails as [`Config::Access`] does, and with [`Error::AllocationNotFound`], [`Error::NotDeciding`],
		 * [`Error::WrongFingerprint`], [`Error::NotInForce`], [`Error::NoBars`], [`Error::NoSuchPair`],
		 * [`Error::NotBarred`], [`Error::NothingToDo`].
		 */
		submitBars: {
			allocation: AllocationId;
			fingerprint: string;
			bars: Array<Pair>;
		};
	};
}

/** What events say, by pallet. */
export interface Events {
	registry: {
		/** A region was registered. */
		RegionRegistered: {
			code: RegionCode;
		};
		/** A region's figures were amended to these. */
		RegionAmended: {
			code: RegionCode;
			population: bigint;
			belt: Belt | null;
		};
		/**
		 * An institution was admitted. The account `admin` is invited to be its first admin, and
		 * must accept before anybody acts for the institution.
		 */
		InstitutionAdmitted: {
			institution: InstitutionId;
			admin: string;
		};
		/** A licence was granted, or an earlier one replaced. */
		LicenceGranted: {
			institution: InstitutionId;
			capability: Capability;
			/** The first moment at which it no longer holds. */
			expires: bigint;
		};
		/** A licence was revoked. */
		LicenceRevoked: {
			institution: InstitutionId;
			capability: Capability;
		};
		/** An institution was suspended. */
		InstitutionSuspended: {
			institution: InstitutionId;
		};
		/** A suspended institution was reinstated. */
		InstitutionReinstated: {
			institution: InstitutionId;
		};
		/**
		 * An institution is another kind of body, or in another region, under another name or
		 * identifier, or a part of another institution: it is now as told here.
		 */
		InstitutionAmended: {
			institution: InstitutionId;
			amendment: Amendment;
		};
		/**
		 * An institution was wound up: it has no agents and licences any more, and never acts
		 * again. Its identifier is free.
		 */
		InstitutionWoundUp: {
			institution: InstitutionId;
		};
		/**
		 * All agents and invitations of an institution were replaced. Those in `kept` were agents
		 * of it and act as admins from now on; those in `invited` are invited to be admins.
		 */
		AgentsReplaced: {
			institution: InstitutionId;
			kept: Array<string>;
			invited: Array<string>;
		};
		/** A class was registered. */
		ClassRegistered: {
			class: ClassId;
		};
		/** An institution's profile has another digest. */
		ProfileAmended: {
			institution: InstitutionId;
			profile: string | null;
		};
		/** An account was invited to act for the institution in these roles: it may accept or decline. */
		AgentInvited: {
			institution: InstitutionId;
			who: string;
			roles: Array<Role>;
		};
		/** An invitation was declined by the account or withdrawn by the institution. */
		InvitationEnded: {
			institution: InstitutionId;
			who: string;
		};
		/** An account accepted an invitation: it acts for the institution from now on. */
		AgentAppointed: {
			institution: InstitutionId;
			who: string;
			roles: Array<Role>;
		};
		/** An agent has other roles. */
		AgentRolesChanged: {
			institution: InstitutionId;
			who: string;
			roles: Array<Role>;
		};
		/** An agent no longer acts for the institution: it left, or was removed by an admin. */
		AgentRemoved: {
			institution: InstitutionId;
			who: string;
		};
		/** A site was registered. */
		SiteRegistered: {
			institution: InstitutionId;
			site: SiteNumber;
		};
		/** What a site is was amended. */
		SiteAmended: {
			institution: InstitutionId;
			site: SiteNumber;
		};
		/** A lot was registered. Quantities of events are in base units. */
		LotRegistered: {
			lot: LotId;
			institution: InstitutionId;
			quantity: bigint;
		};
		/**
		 * The available units of a holding were set to what was counted. Where more of what is held was
		 * counted than may turn up of its lot, they stay as booked.
		 */
		LotCounted: {
			holding: HoldingKey;
			/** What the books said. */
			booked: bigint;
			counted: bigint;
			/** Why the two differ. */
			reason: CountReason;
		};
		/** Units were used. */
		LotConsumed: {
			lot: LotId;
			institution: InstitutionId;
			quantity: bigint;
		};
		/** Units were destroyed. */
		LotDestroyed: {
			lot: LotId;
			institution: InstitutionId;
			quantity: bigint;
			how: Destruction;
		};
		/** Units of some lots became others. */
		LotRepacked: {
			institution: InstitutionId;
			inputs: Array<RepackInput>;
			outputs: Array<MadeLot>;
		};
		/** Units moved to a lot whose identity is right. */
		LotCorrected: {
			lot: LotId;
			/** The lot that takes its place. */
			corrected: LotId;
			quantity: bigint;
			/** Why the classes of the two differ. */
			classChange: ClassChange | null;
		};
		/** A holding is kept at another site of its custodian. */
		LotRelocated: {
			holding: HoldingKey;
			site: SiteNumber | null;
		};
		/**
		 * A custodian counted more than the books say of a lot of another. The books stay as they are
		 * until a second party confirms the count.
		 */
		CountClaimed: {
			holding: HoldingKey;
			/** What the books say. */
			booked: bigint;
			counted: bigint;
			/** Why the two differ. */
			reason: CountReason;
			/** The first moment at which nobody can confirm it. */
			until: bigint;
		};
		/**
		 * A second party confirmed that a custodian has more than the books said: it is in the books
		 * now, quarantined.
		 */
		CountConfirmed: {
			holding: HoldingKey;
			quantity: bigint;
		};
		/** What a custodian counted beyond the books does not enter them. */
		CountDismissed: {
			holding: HoldingKey;
		};
		/** Goods of a party that acts no more are the receiver's now, quarantined with it. */
		LotHandedOver: {
			/** The holding that they left. */
			holding: HoldingKey;
			/** Who has and owns them now. */
			to: InstitutionId;
			quantity: bigint;
			/** Digest of the document that orders it. */
			document: string | null;
		};
		/** Goods of a party that acts no more left the books. */
		LotWrittenOff: {
			/** The holding that they left. */
			holding: HoldingKey;
			quantity: bigint;
			how: WriteOff;
			/** Digest of the document that orders it. */
			document: string | null;
		};
		/** Units whose window is over, and which nobody has used, left the books. */
		LotLapsed: {
			holding: HoldingKey;
			quantity: bigint;
		};
		/** A lot of which nothing is left was archived. */
		LotArchived: {
			lot: LotId;
			/** Of what left the state. */
			digest: string;
		};
		/** The chain forgot an archived lot: the record that archived it is pruned. */
		LotForgotten: {
			lot: LotId;
		};
		/**
		 * The chain forgot what an institution used of a class: it has none available, and has used next
		 * to none for long.
		 */
		LevelForgotten: {
			institution: InstitutionId;
			class: ClassId;
		};
		/** The seat of a region is there from now on; with none, nobody has said where it is. */
		RegionSeatSet: {
			code: RegionCode;
			seat: Seat | null;
		};
	};
	circulation: {
		/** A transfer was proposed, and its goods are reserved. The receiver accepts or rejects it. */
		TransferProposed: {
			transfer: TransferId;
			sender: InstitutionId;
			receiver: InstitutionId;
		};
		/**
		 * A transfer was accepted, by the receiver or by its approval in advance. The sender
		 * dispatches it.
		 */
		TransferAccepted: {
			transfer: TransferId;
		};
		/** The receiver declined a transfer, and its goods are available again, or in quarantine again. */
		TransferRejected: {
			transfer: TransferId;
		};
		/** One side withdrew from a transfer, and its goods are available again, or in quarantine again. */
		TransferWithdrawn: {
			transfer: TransferId;
			/** The side that withdrew. */
			by: InstitutionId;
		};
		/** The goods of a transfer left. The receiver writes a receipt when they arrive. */
		TransferDispatched: {
			transfer: TransferId;
		};
		/** The receiver wrote a receipt. */
		TransferReceived: {
			transfer: TransferId;
			/** The receipt's number, counted from zero. */
			receipt: number;
			/** Where the transfer stands now. */
			status: Status;
		};
		/**
		 * A transfer was not dispatched in time, and its goods are available again, or in quarantine
		 * again.
		 */
		TransferExpired: {
			transfer: TransferId;
		};
		/** What was outstanding of a transfer did not arrive in time, and is in dispute. */
		TransferDisputed: {
			transfer: TransferId;
		};
		/** A part of a dispute was resolved. */
		DisputeResolved: {
			transfer: TransferId;
			/** The leg, counted from zero. */
			leg: number;
			outcome: CirculationOutcome;
			/** In base units. */
			quantity: bigint;
			/** Digest of a document kept off chain. */
			document: string | null;
			/** Where the transfer stands now. */
			status: Status;
		};
		/**
		 * An institution accepts from now on whatever a sender proposes to it, or carries whatever
		 * the sender names it for.
		 */
		SenderApproved: {
			/** Who approves. */
			by: InstitutionId;
			sender: InstitutionId;
			/** As what it approves. */
			capacity: Capacity;
		};
		/**
		 * An institution answers a sender's proposals, or the carriages it is named for, one by one
		 * again.
		 */
		SenderApprovalRevoked: {
			by: InstitutionId;
			sender: InstitutionId;
			capacity: Capacity;
		};
		/**
		 * What a borrower has of a loan was put into dispute. The lender says what becomes of it, or
		 * the arbiter does.
		 */
		LoanCalledIn: {
			transfer: TransferId;
			/** Where the transfer stands now. */
			status: Status;
		};
		/** The receiver asked to keep goods that it had rejected. The sender may assent. */
		KeepingRequested: {
			transfer: TransferId;
			/** The leg, counted from zero. */
			leg: number;
			/** How much of what is rejected it asks for, in base units; zero when it asks no more. */
			quantity: bigint;
		};
		/**
		 * The carrier of a transfer said that it carries it, by itself or by its approval in
		 * advance.
		 */
		CarriageAcknowledged: {
			transfer: TransferId;
			carrier: InstitutionId;
		};
		/**
		 * Whom the sender had named as carrier said that it does not carry the transfer, and is
		 * named no more.
		 */
		CarriageDeclined: {
			transfer: TransferId;
			/** Who was named. */
			carrier: InstitutionId;
		};
		/** A transfer that ended long ago was removed with its receipts. */
		TransferArchived: {
			transfer: TransferId;
			/** The digest of what was removed. */
			digest: string;
		};
		/** Nothing is left of an archived transfer: its records are pruned. */
		TransferForgotten: {
			transfer: TransferId;
		};
		/**
		 * The goods of a transfer that was decided left although a rule of its sender forbids it: an
		 * institution's own rules yield to a decision.
		 */
		RuleYielded: {
			transfer: TransferId;
			rule: RuleId;
		};
	};
	supervision: {
		/** The records of a closed epoch were replaced by their Merkle root. */
		EpochPruned: {
			epoch: EpochId;
			/** Its first record. */
			first: RecordId;
			/** Its last record. */
			last: RecordId;
			/** The root against which its records verify from now on. */
			root: string;
		};
		/** The chain runs other code from this block on. */
		RuntimeUpgraded: {
			/** The version of its rules. */
			specVersion: number;
			/** The version of their implementation. */
			implVersion: number;
		};
		/** Other collators make blocks, from the start of `session` on. */
		CollatorsChanged: {
			/** The number of the session. */
			session: number;
			/** BLAKE2b-256 of their accounts, in ascending order, as a list. */
			collators: string;
		};
	};
	efficiency: {
		/** A round was opened, and takes figures until its `observe_by`. */
		RoundOpened: {
			round: RoundId;
		};
		/** An institution reported the figures of a DMU, or replaced them. */
		DmuObserved: {
			round: RoundId;
			dmu: Dmu;
			institution: InstitutionId;
		};
		/** The figures of a round were frozen. */
		RoundSealed: {
			round: RoundId;
			/** The fingerprint, to which certificates are bound. */
			fingerprint: string;
			/** How many DMUs the report is about. */
			dmus: number;
			/** How many DMUs are left out of it. */
			excluded: number;
		};
		/** The efficiency of some DMUs was proven. */
		DmusProven: {
			round: RoundId;
			/** How many now. */
			dmus: number;
			/** How many in all. */
			proven: number;
		};
		/** A report became final. */
		RoundCompleted: {
			round: RoundId;
			/** The means over all DMUs; none for a survey. */
			means: Means | null;
		};
		/** A round was closed without a report, because its time was over. */
		RoundExpired: {
			round: RoundId;
		};
		/** The authority called a round off. */
		RoundCancelled: {
			round: RoundId;
		};
		/** A round that ended long ago was removed. Of a report, the seal and the sums stay. */
		RoundArchived: {
			round: RoundId;
			/** The digest of what was removed. */
			digest: string;
		};
		/** Nothing is left of an archived round: its records are pruned. */
		RoundForgotten: {
			round: RoundId;
		};
	};
	seats: {
		/** A commission was given a seat of the council. */
		SeatGiven: {
			institution: InstitutionId;
			/** Who votes for it. */
			speaker: string;
		};
		/** A commission has no seat any more. */
		SeatVacated: {
			institution: InstitutionId;
		};
		/** Another account votes for a seat. What its predecessor voted on open motions is void. */
		SeatReassigned: {
			institution: InstitutionId;
			speaker: string;
		};
		/**
		 * A seat fell silent, because its commission was suspended or its speaker left. It keeps its
		 * place; what it voted on open motions is void.
		 */
		SeatSilenced: {
			institution: InstitutionId;
		};
		/** A silent seat is sitting again, because its commission was reinstated. */
		SeatResumed: {
			institution: InstitutionId;
			speaker: string;
		};
	};
	rules: {
		/** A rule was written, and binds from now on. */
		RuleWritten: {
			rule: RuleId;
			author: Author;
			/** The class that it is for; `None` when it is for all. */
			class: ClassId | null;
		};
		/** A rule has another wording. Signatures for the one before are void. */
		RuleAmended: {
			rule: RuleId;
			version: number;
		};
		/** A rule binds nobody until whoever paused it resumes it. */
		RulePaused: {
			rule: RuleId;
			/** Who paused it. */
			by: Author;
		};
		/** A rule binds again. */
		RuleResumed: {
			rule: RuleId;
		};
		/** A rule was withdrawn: there is none of this identifier any more. */
		RuleWithdrawn: {
			rule: RuleId;
		};
		/** An institution signed what a rule demands a signature for. */
		CoSigned: {
			rule: RuleId;
			signed: Signed;
			/** Who signed. */
			by: InstitutionId;
			/** The last moment at which the signature is of use. */
			until: bigint;
		};
		/** An institution took its signature back. */
		SignatureRevoked: {
			rule: RuleId;
			signed: Signed;
			by: InstitutionId;
		};
		/** A signature that had lapsed was taken out. */
		SignatureExpired: {
			rule: RuleId;
			signed: Signed;
			by: InstitutionId;
		};
		/** A count was removed whose period is over, or whose rule was withdrawn. */
		CountCleared: {
			rule: RuleId;
			key: CountKey;
		};
		/** Nothing is left of a withdrawn rule: its records are pruned. */
		RuleForgotten: {
			rule: RuleId;
		};
	};
	needs: {
		/**
		 * The most that may be needed of a class without a history was set; with none, it is the
		 * general one again.
		 */
		NeedBoundSet: {
			class: ClassId;
			bound: bigint | null;
		};
		/** A need was published. */
		NeedPublished: {
			need: NeedId;
			institution: InstitutionId;
			class: ClassId;
			/** In base units. */
			quantity: bigint;
			/** The region that it is asked of. */
			region: RegionCode;
		};
		/** A transfer promises goods to a need. */
		NeedPromised: {
			need: NeedId;
			/** In base units. */
			quantity: bigint;
			/** What nobody has promised yet. */
			open: bigint;
		};
		/** Something became of goods that were promised to a need. */
		NeedChanged: {
			need: NeedId;
			/** What nobody has promised, in base units. */
			open: bigint;
			/** What has arrived in all, in base units. */
			delivered: bigint;
			/** Whether more is open than before. */
			reopened: boolean;
		};
		/** As much was delivered as was needed. */
		NeedFilled: {
			need: NeedId;
		};
		/** A need was closed by who published it. */
		NeedClosed: {
			need: NeedId;
		};
		/** The time of a need ran out, and it is asked of another region. */
		NeedEscalated: {
			need: NeedId;
			/** The region that it is asked of now. */
			region: RegionCode;
			/** What nobody has promised, in base units. */
			open: bigint;
			/** Until when it is asked of it. */
			until: bigint;
		};
		/** The time of a need ran out for good. */
		NeedExpired: {
			need: NeedId;
			/** What nobody has promised, in base units. */
			open: bigint;
		};
		/** Goods were set aside for others. */
		OfferMade: {
			offer: OfferId;
			institution: InstitutionId;
			class: ClassId;
			/** In base units. */
			quantity: bigint;
		};
		/** Goods were taken from an offer, or an allocation shared them out. */
		OfferTaken: {
			offer: OfferId;
			need: NeedId;
			/** The transfer that carries them, which is accepted. */
			transfer: TransferId;
			/** In base units. */
			quantity: bigint;
			/** What is left; with nothing, the offer has ended. */
			left: bigint;
		};
		/** What was taken from an offer and never left is offered again. */
		OfferReturned: {
			offer: OfferId;
			/** In base units. */
			quantity: bigint;
			/** What is left of the offer now. */
			left: bigint;
		};
		/** What was left of an offer is available again, as its giver wanted. */
		OfferWithdrawn: {
			offer: OfferId;
			/** In base units. */
			quantity: bigint;
		};
		/** What was left of an offer is available again: its time or its giver's standing had ended. */
		OfferReleased: {
			offer: OfferId;
			/** In base units. */
			quantity: bigint;
		};
		/** A standing order was given. */
		OrderGiven: {
			order: OrderId;
			institution: InstitutionId;
			class: ClassId;
		};
		/** A standing order does nothing until it is resumed. */
		OrderPaused: {
			order: OrderId;
		};
		/** A standing order acts again. */
		OrderResumed: {
			order: OrderId;
		};
		/** A standing order was revoked. */
		OrderRevoked: {
			order: OrderId;
		};
		/** A standing order proposed a transfer. */
		OrderSent: {
			order: OrderId;
			need: NeedId;
			transfer: TransferId;
			/** In base units. */
			quantity: bigint;
		};
		/** A standing order offered what expires soon. */
		OrderOffered: {
			order: OrderId;
			/** How many offers it made. */
			offers: number;
			/** In base units, over all of them. */
			quantity: bigint;
		};
		/** Nothing is left of what ended long ago. */
		Forgotten: {
			posting: Posting;
		};
		/** A standing order acts during emergencies alone; with no severity, it acts at any time again. */
		OrderBound: {
			order: OrderId;
			/** How grave an emergency must be at least. */
			during: Severity | null;
		};
	};
	assembly: {
		/**
		 * An institution is a member of the assembly: it was admitted or reinstated, by the assembly or with
		 * its ratification.
		 */
		MemberInducted: {
			institution: InstitutionId;
			rank: number;
		};
		/** A member has another rank. What it said before weighs as before. */
		MemberRanked: {
			institution: InstitutionId;
			rank: number;
		};
		/**
		 * An institution is no member any more: it was suspended, by the assembly or with its ratification,
		 * or wound up. What it said counts on.
		 */
		MemberRemoved: {
			institution: InstitutionId;
		};
		/**
		 * The council named who acts for an institution: it votes from `until` on, in milliseconds since
		 * 1970, or as soon as the assembly names its agents.
		 */
		MemberSilenced: {
			institution: InstitutionId;
			until: bigint;
		};
		/**
		 * A kind of institution has another rank. Its members have it as soon as anybody calls
		 * `update_rank` for them.
		 */
		RankSet: {
			kind: InstitutionKind;
			rank: number;
		};
		/** A referendum was submitted. */
		ReferendumSubmitted: {
			referendum: ReferendumId;
			/** Who submitted it. */
			institution: InstitutionId;
			track: Track;
		};
		/** An institution said something in a referendum, in place of what it had said before. */
		VoteCast: {
			referendum: ReferendumId;
			institution: InstitutionId;
			aye: boolean;
		};
		/** The outcome of a referendum is on the trail. */
		OutcomeRecorded: {
			referendum: ReferendumId;
			outcome: Outcome;
		};
		/** Nothing is left of a referendum that was decided long ago but its outcome. */
		ReferendumForgotten: {
			referendum: ReferendumId;
		};
		/** A referendum is to take secret votes: until this block it takes none, and may be put to a ring. */
		SecrecyWanted: {
			referendum: ReferendumId;
			until: number;
		};
		/** A referendum was put to a ring: from now on it takes secret votes, and no others. */
		ReferendumPutToRing: {
			referendum: ReferendumId;
		};
	};
	ratification: {
		/**
		 * The council acted in haste. Unless the assembly ratifies it, anybody has it undone from
		 * `lapses_at` on.
		 */
		ActPending: {
			matter: Matter;
			effect: Effect;
			lapsesAt: bigint;
		};
		/**
		 * What the council had done in haste was undone by itself, by the assembly or by root. The council
		 * acts on the matter again from `until` on.
		 */
		ActUndone: {
			matter: Matter;
			effect: Effect;
			until: bigint;
		};
		/** What the council had done in haste was ratified: it lasts. */
		ActRatified: {
			matter: Matter;
			effect: Effect;
		};
		/**
		 * What the council had done in haste was not ratified in time, and was undone. The council acts on
		 * the matter again from `until` on.
		 */
		ActLapsed: {
			matter: Matter;
			effect: Effect;
			until: bigint;
		};
		/** The council may act on a matter again: what it had done there has cooled. */
		ActCleared: {
			matter: Matter;
		};
		/**
		 * A matter has ended for good, and with it whatever was pending or spent: the institution was wound
		 * up, or the emergency forgotten.
		 */
		MatterClosed: {
			matter: Matter;
		};
	};
	reallocation: {
		/** A plan was decided. Its lines are carried out in their order. */
		PlanDecided: {
			plan: PlanId;
			/** How many lines it has. */
			lines: number;
		};
		/**
		 * A line was carried out: its transfer is accepted, and its goods are reserved. The giver
		 * dispatches it.
		 */
		LineMade: {
			plan: PlanId;
			/** Counted from zero. */
			line: number;
			transfer: TransferId;
			/** In base units. It may be less than the line asks for: the report says why. */
			quantity: bigint;
		};
		/** A rule that the giver wrote for itself forbids what a line moves, and yielded. */
		RuleYielded: {
			plan: PlanId;
			line: number;
			rule: RuleId;
		};
		/**
		 * A line could not be carried out. The others are carried out all the same; what it asks for can
		 * be decided anew.
		 */
		LineRefused: {
			plan: PlanId;
			line: number;
			/** What a proposal of the same would have failed with. */
			error: DispatchError;
			/** The condition of a rule of governance that is not met, where that is the reason. */
			unmet: Unmet | null;
		};
		/** Every line of a plan is carried out or refused. */
		PlanCarriedOut: {
			plan: PlanId;
		};
		/** The goods of a line never left, and are available to the giver again. */
		LineUnsent: {
			plan: PlanId;
			line: number;
			transfer: TransferId;
			/** Whose doing that is. */
			how: NotSent;
		};
		/** Lines of a plan that was over long ago were removed. */
		LinesArchived: {
			plan: PlanId;
			/** How many of its lines are removed by now, from the first one on. */
			archived: number;
			/** The digest of what was removed. */
			digest: string;
		};
		/** All lines of a plan were removed, and the plan with them. */
		PlanArchived: {
			plan: PlanId;
		};
		/** Nothing is left of an archived plan: its records are pruned. */
		PlanForgotten: {
			plan: PlanId;
		};
	};
	recalls: {
		/** Goods are held: they are not to be used or passed on until the hold is lifted. */
		HoldPlaced: {
			place: HoldPlace;
			/** A new one; or, of units, the one that they were added to. */
			hold: HoldId;
			kind: HoldKind;
			/** Of units: how many were added. */
			extent: Extent;
			by: HoldBy;
		};
		/**
		 * A hold was lifted, or units were taken off it: they are available again, were destroyed, or left
		 * on their way back; or the count was made that was demanded.
		 */
		HoldLifted: {
			place: HoldPlace;
			hold: HoldId;
			kind: HoldKind;
			/** Of a hold on units: how many, in base units. */
			units: bigint | null;
			/** Whether no hold is left on the place. What is on the lot of a holding is on another place. */
			isLast: boolean;
		};
		/** All holds on a place ended: nothing of its lot is left anywhere. */
		HoldsCleared: {
			place: HoldPlace;
		};
		/** Lots are recalled, with all that came out of them. Whoever has some is asked to answer. */
		RecallIssued: {
			recall: RecallId;
			issuer: Issuer;
		};
		/** A recall has reached a lot: it is held, wherever it is. */
		LotRecalled: {
			recall: RecallId;
			lot: LotId;
		};
		/**
		 * A recall names a lot, or came to one, that as many other recalls hold as may: it waits for the
		 * place of one of them.
		 */
		LotAwaited: {
			recall: RecallId;
			lot: LotId;
		};
		/**
		 * An institution has, or had, some of a recalled lot, and is to answer; or anew, since it has more
		 * than when it answered.
		 */
		HolderAsked: {
			recall: RecallId;
			institution: InstitutionId;
		};
		/**
		 * A recall has reached every lot that came out of those it names, waits for none, and has asked
		 * everybody who has some.
		 */
		RecallSpread: {
			recall: RecallId;
		};
		/** An institution answered a recall, in place of what it answered before. */
		RecallAcknowledged: {
			recall: RecallId;
			institution: InstitutionId;
			/** How many units it found, of all recalled lots together, in base units. */
			found: bigint;
			/** With how many of them it has done what was asked. */
			done: bigint;
		};
		/** A recall was closed: it asks nobody any more, and its lots are freed one by one. */
		RecallClosed: {
			recall: RecallId;
		};
		/** A recall holds a lot no more. It stays held as long as anything else holds it. */
		LotFreed: {
			recall: RecallId;
			lot: LotId;
		};
		/** A recall that was closed holds no lot any more. */
		RecallFreed: {
			recall: RecallId;
		};
		/**
		 * A block had room to carry a recall on, and could not: it goes on with the next one. The invariants
		 * tell what is wrong.
		 */
		StepFailed: {
			recall: RecallId;
			error: DispatchError;
		};
		/** What was left of a recall is removed: its records were pruned. */
		RecallForgotten: {
			recall: RecallId;
		};
		/**
		 * A supervisor opened a case over an institution: its documents are to be acknowledged, and what it
		 * demands is to be counted.
		 */
		CaseOpened: {
			case: CaseId;
			/** The institution that it is opened over. */
			party: InstitutionId;
		};
		/** The party of a case is to count what it has of its own of a lot, which is held until it does. */
		CountDemanded: {
			case: CaseId;
			/** Counted from zero within the case. */
			demand: number;
			lot: LotId;
			/** Until when. */
			by: bigint;
		};
		/** The party counted what a case demanded. */
		CountGiven: {
			case: CaseId;
			demand: number;
			/** What it found available, in base units. */
			quantity: bigint;
		};
		/** A document was attached to a case: the other side is to acknowledge it. */
		DocumentAttached: {
			case: CaseId;
			/** Counted from zero within the case, for both sides together. */
			document: number;
			by: Side;
		};
		/** The other side of a case says that it has a document. */
		DocumentAcknowledged: {
			case: CaseId;
			document: number;
		};
		/** A hold was placed in a case. It stays when the case is over, until it is lifted. */
		HoldOrdered: {
			case: CaseId;
			place: HoldPlace;
			hold: HoldId;
		};
		/** A case is over. What is held in it stays held, until it is lifted or counted. */
		CaseEnded: {
			case: CaseId;
			end: CaseEnd;
		};
		/** What was left of a case is removed: its records were pruned. */
		CaseForgotten: {
			case: CaseId;
		};
	};
	emergencies: {
		/** An emergency was declared: it is in force until `until`. */
		EmergencyDeclared: {
			emergency: EmergencyId;
			severity: Severity;
			/** The first moment at which it is not in force any more. */
			until: bigint;
			/**
			 * The first moment at which it is not in force any more unless it was ratified; none when it
			 * need not be.
			 */
			ratifyBy: bigint | null;
		};
		/** An emergency was called off: it is not in force any more. */
		EmergencyCalledOff: {
			emergency: EmergencyId;
		};
		/** An emergency has a later end. */
		EmergencyProlonged: {
			emergency: EmergencyId;
			until: bigint;
		};
		/**
		 * An emergency that was over covers no region any more, and does not keep the council from declaring
		 * another one.
		 */
		EmergencyClosed: {
			emergency: EmergencyId;
		};
		/** What was left of an emergency is removed: its records were pruned. */
		EmergencyForgotten: {
			emergency: EmergencyId;
		};
		/** What is offered of a class is shared out among those who need it where the emergency is. */
		AllocationOpened: {
			allocation: AllocationId;
			emergency: EmergencyId;
			class: ClassId;
		};
		/** An allocation looked at a need, and does not decide about it. */
		NeedLeftOut: {
			allocation: AllocationId;
			need: NeedId;
			why: LeftOut;
		};
		/** An allocation looked at an offer, and does not decide about it. */
		OfferLeftOut: {
			allocation: AllocationId;
			offer: OfferId;
			why: LeftOut;
		};
		/** An allocation looks at no more needs, or at no more offers, though there may be some. */
		GatheringCut: {
			allocation: AllocationId;
		};
		/** It is known what an allocation decides about: it is frozen. */
		Gathered: {
			allocation: AllocationId;
			/** How many needs. */
			needs: number;
			/** How many offers. */
			offers: number;
			/** How many of either were looked at and left out. */
			leftOut: number;
		};
		/** It is decided how much each need is to get. */
		SharesDecided: {
			allocation: AllocationId;
			/** The digest of shares, offers and distances. */
			fingerprint: string;
			/** All shares together, in base units. */
			units: bigint;
		};
		/**
		 * A plan was posted, and there is no better one over the pairs that may be as far as is known. It is
		 * carried out unless the rules forbid it.
		 */
		PlanPosted: {
			allocation: AllocationId;
			/** The digest of the plan. */
			digest: string;
			/** How far everything goes: units times kilometres. */
			unitKm: bigint;
		};
		/** The rules forbid goods of some offers to go to some needs: no plan sends any. */
		PairsBarred: {
			allocation: AllocationId;
			/** How many pairs were not known to be forbidden. */
			pairs: number;
		};
		/** The plan that stood is dropped: the rules forbid goods of this offer to go to this need. */
		CandidateDropped: {
			allocation: AllocationId;
			offer: OfferId;
			need: NeedId;
		};
		/**
		 * A line was carried out: its transfer is accepted, and its goods are reserved. The giver
		 * dispatches it.
		 */
		LineMade: {
			allocation: AllocationId;
			/** Counted from zero. */
			line: number;
			transfer: TransferId;
			/**
			 * In base units. It may be less than the line: no more was left of the offer, or open of the
			 * need.
			 */
			quantity: bigint;
		};
		/** A line could not be carried out. The others are all the same. */
		LineSkipped: {
			allocation: AllocationId;
			line: number;
			/** What taking as much from the offer would have failed with. */
			error: DispatchError;
			/** The condition of a rule that is not met, where that is the reason. */
			unmet: Unmet | null;
		};
		/** The goods of a line never left: the need is open again by as much. */
		LineUnsent: {
			allocation: AllocationId;
			line: number;
			transfer: TransferId;
		};
		/** What is open of a need behind the lines is asked of the region that its own is a part of. */
		ShortfallEscalated: {
			allocation: AllocationId;
			need: NeedId;
			/** Of which it is asked from now on. */
			region: RegionCode;
			/** How much is open, in base units. */
			open: bigint;
		};
		/** An allocation ended: nothing waits for it any more. */
		AllocationEnded: {
			allocation: AllocationId;
			how: AllocationEnding;
			/** How its lines were found; none when there are none. */
			method: Method | null;
		};
		/** Entries of an allocation that ended long ago were removed. */
		EntriesArchived: {
			allocation: AllocationId;
			/** How many of its lines, needs and offers are removed by now, from the first line on. */
			archived: number;
			/** The digest of what was removed. */
			digest: string;
		};
		/** All entries of an allocation were removed, and the allocation with them. */
		AllocationArchived: {
			allocation: AllocationId;
		};
		/** Nothing is left of an archived allocation: its records are pruned. */
		AllocationForgotten: {
			allocation: AllocationId;
		};
	};
}

/** Why a call was refused, by pallet. */
export interface Errors {
	registry: {
		/** There is no region of this code: register it first. */
		RegionNotFound: 'registry.RegionNotFound';
		/** There is no institution of this identifier. */
		InstitutionNotFound: 'registry.InstitutionNotFound';
		/** The institution has no licence for the capability. */
		LicenceNotFound: 'registry.LicenceNotFound';
		/** The account is no agent of the institution. */
		AgentNotFound: 'registry.AgentNotFound';
		/**
		 * The account has no invitation of the institution: it was answered or withdrawn, or never
		 * given.
		 */
		InvitationNotFound: 'registry.InvitationNotFound';
		/** The institution has no site of this number. */
		SiteNotFound: 'registry.SiteNotFound';
		/** There is no class of this identifier. */
		ClassNotFound: 'registry.ClassNotFound';
		/** There is no lot of this identifier. */
		LotNotFound: 'registry.LotNotFound';
		/** Nothing of the lot is held by this custodian for this owner. */
		HoldingNotFound: 'registry.HoldingNotFound';
		/** The code has a region already. */
		RegionAlreadyExists: 'registry.RegionAlreadyExists';
		/** The external identifier has an institution already. */
		InstitutionAlreadyExists: 'registry.InstitutionAlreadyExists';
		/**
		 * The account is an agent already. If it acts for another institution, it must leave that one
		 * first; if it acts for this one, change its roles instead.
		 */
		AgentAlreadyExists: 'registry.AgentAlreadyExists';
		/** The account is invited already: withdraw the invitation to give another. */
		InvitationAlreadyExists: 'registry.InvitationAlreadyExists';
		/** Another site of the institution has the external identifier: amend that one first. */
		SiteAlreadyExists: 'registry.SiteAlreadyExists';
		/** The GTIN has a class already. */
		ClassAlreadyExists: 'registry.ClassAlreadyExists';
		/** The signer acts for no institution: an admin must invite it, and it must accept. */
		NotAgent: 'registry.NotAgent';
		/** The agent lacks the role that the call asks for: an admin can give it. */
		NotAuthorized: 'registry.NotAuthorized';
		/**
		 * The institution that the signer acts for is suspended: until it is reinstated, its
		 * agents can leave it, and do what anybody may.
		 */
		Suspended: 'registry.Suspended';
		/**
		 * The institution that gave the invitation is suspended: nobody can join it until it is
		 * reinstated. The invitation can be declined.
		 */
		InstitutionSuspended: 'registry.InstitutionSuspended';
		/** The institution is wound up: it never acts again, and nothing of it can be changed. */
		WoundUp: 'registry.WoundUp';
		/** The institution would be left without an admin: invite another, who must accept first. */
		LastAdmin: 'registry.LastAdmin';
		/** No account is named: give the institution at least one admin. */
		NoAdmins: 'registry.NoAdmins';
		/** An agent must have at least one role. */
		NoRoles: 'registry.NoRoles';
		/** The institution has as many licences as it may: revoke one first. */
		TooManyLicences: 'registry.TooManyLicences';
		/**
		 * The institution has as many agents and open invitations as it may: remove or withdraw one
		 * first.
		 */
		TooManyAgents: 'registry.TooManyAgents';
		/** As many institutions are suspended as may be: reinstate one or wind one up first. */
		TooManySuspended: 'registry.TooManySuspended';
		/** The institution has as many sites as it may: amend one that is not used any more. */
		TooManySites: 'registry.TooManySites';
		/** The institution would be a part of itself: give a parent that is not below it. */
		ParentCycle: 'registry.ParentCycle';
		/** There are too many institutions above this parent: give one nearer to the top. */
		TooManyAncestors: 'registry.TooManyAncestors';
		/** The licence would have expired already: give a later moment. */
		LicenceExpired: 'registry.LicenceExpired';
		/** Nothing to change: what is stored is what was given. */
		Unchanged: 'registry.Unchanged';
		/** The last digit of a GS1 key is not its check digit. */
		InvalidCheckDigit: 'registry.InvalidCheckDigit';
		/** Text is empty, is not UTF-8, or has characters that its standard does not allow. */
		InvalidCharacters: 'registry.InvalidCharacters';
		/** No calendar has the date. */
		InvalidDate: 'registry.InvalidDate';
		/** A lower bound is above its upper bound, or a figure is off its scale. */
		InvalidRange: 'registry.InvalidRange';
		/**
		 * A location number with an extension names a place inside a party, not the party: leave
		 * the extension out.
		 */
		UnexpectedExtension: 'registry.UnexpectedExtension';
		/** The region's code does not follow ISO 3166-2. */
		InvalidRegionCode: 'registry.InvalidRegionCode';
		/** A pack must hold at least one unit. */
		EmptyPack: 'registry.EmptyPack';
		/** Lots of the class must state their batch. */
		BatchRequired: 'registry.BatchRequired';
		/** Lots of the class must state their expiry. */
		ExpiryRequired: 'registry.ExpiryRequired';
		/** Lots of the class must state their serial number. */
		SerialRequired: 'registry.SerialRequired';
		/** A lot with a serial number is a single unit. */
		SerialIsSingle: 'registry.SerialIsSingle';
		/** The quantity is zero: nothing would be moved. */
		ZeroQuantity: 'registry.ZeroQuantity';
		/** The bucket holds less than the quantity. */
		InsufficientStock: 'registry.InsufficientStock';
		/** The goods belong to another institution. */
		NotOwner: 'registry.NotOwner';
		/**
		 * Only the institution that registered the lot may correct it, or confirm a count of it;
		 * counts are confirmed by accreditation as well.
		 */
		NotRegistrant: 'registry.NotRegistrant';
		/** A lot is named twice: add the quantities up. */
		DuplicateLot: 'registry.DuplicateLot';
		/** The classes count in different units. */
		UnitsDiffer: 'registry.UnitsDiffer';
		/** As many units must come out as go in. */
		UnitsNotConserved: 'registry.UnitsNotConserved';
		/** A lot would expire later than what it is made of. */
		ExpiryExtended: 'registry.ExpiryExtended';
		/** A lot would not demand a licence that what it is made of demands. */
		CapabilityDropped: 'registry.CapabilityDropped';
		/** A lot would not carry the earmark of what it is made of. */
		EarmarkDropped: 'registry.EarmarkDropped';
		/** A lot would not name the donor of what it is made of: goods of two donors stay apart. */
		DonorDropped: 'registry.DonorDropped';
		/** A lot would name a donor that did not give what it is made of: leave the donor out. */
		DonorAdded: 'registry.DonorAdded';
		/**
		 * A lot would say that its registrant made or imported it, which what it is made of does not
		 * say: say observed.
		 */
		CommissioningAdded: 'registry.CommissioningAdded';
		/** The class is another than that of what the lot is made of: state why. */
		ClassChangeUnexplained: 'registry.ClassChangeUnexplained';
		/** A reason is stated why the class changes, and it does not: leave the reason out. */
		ClassUnchanged: 'registry.ClassUnchanged';
		/**
		 * The institution that is to hold the goods has no valid licence for what their class
		 * demands: accreditation can grant it.
		 */
		CapabilityMissing: 'registry.CapabilityMissing';
		/**
		 * The quantity is larger than one lot may be, which the constant MaxLotQuantity tells: check
		 * the figure, or register several lots.
		 */
		QuantityTooLarge: 'registry.QuantityTooLarge';
		/**
		 * More would have turned up of the lot than was registered of it and repacked into it:
		 * register the goods as a lot of their own.
		 */
		FoundExceedsEntered: 'registry.FoundExceedsEntered';
		/** The custodian has no claim on the lot: it was answered already, or counted anew. */
		ClaimNotFound: 'registry.ClaimNotFound';
		/** The claim waited longer than it may: the custodian must count again. */
		ClaimOver: 'registry.ClaimOver';
		/** The quantity is more than the custodian counted beyond the books. */
		ClaimExceeded: 'registry.ClaimExceeded';
		/**
		 * A count of the lot waits for a second party: the lot's registrant, the custodian and
		 * accreditation can dismiss it now, and anybody when its time is over.
		 */
		ClaimOpen: 'registry.ClaimOpen';
		/**
		 * Custodian and owner of the goods may act for themselves, or have not been suspended for
		 * long enough.
		 */
		PartiesActive: 'registry.PartiesActive';
		/** Lent goods of which one party acts no more go to the other party alone. */
		NotHeir: 'registry.NotHeir';
		/** The institution that is to receive the goods may not act itself: name another. */
		ReceiverInactive: 'registry.ReceiverInactive';
		/** Some of the lot is still held. */
		GoodsLeft: 'registry.GoodsLeft';
		/** A lot that came out of this one is not archived: archive that first. */
		OffspringLeft: 'registry.OffspringLeft';
		/** Something happened to the lot too short a time ago: archive it later. */
		RetentionNotOver: 'registry.RetentionNotOver';
		/** The digest is not that of what would leave the state: read the lot again. */
		DigestMismatch: 'registry.DigestMismatch';
		/** The lot is not archived, or forgotten already. */
		NotArchived: 'registry.NotArchived';
		/** The record that archived the lot is not pruned yet: until then the chain remembers the lot. */
		RecordNotPruned: 'registry.RecordNotPruned';
		/** The lot is expired: it can only be returned or destroyed. */
		Expired: 'registry.Expired';
		/** A sum exceeds the largest figure that a bucket holds. */
		Overflow: 'registry.Overflow';
		/** No identifier is left. */
		IdsExhausted: 'registry.IdsExhausted';
		/**
		 * The lot came out of others, and of what is beyond its books nobody knows whether it did:
		 * register that as a lot of its own.
		 */
		DerivedLot: 'registry.DerivedLot';
		/**
		 * The institution has none of the class available and never used any, or that is forgotten
		 * already.
		 */
		LevelNotFound: 'registry.LevelNotFound';
		/** Units of the class are capacity, which is for a window of time: state it. */
		WindowRequired: 'registry.WindowRequired';
		/** The class is no capacity: leave the window out. */
		UnexpectedWindow: 'registry.UnexpectedWindow';
		/** Capacity ends with its window: a lot of it states no expiry, and a class of it requires none. */
		UnexpectedExpiry: 'registry.UnexpectedExpiry';
		/** The window does not begin before it ends. */
		WindowReversed: 'registry.WindowReversed';
		/** The window is longer than the constant MaxWindow tells: register several lots. */
		WindowTooLong: 'registry.WindowTooLong';
		/**
		 * The window begins later than the constant MaxWindowAhead allows: check the time, which is in
		 * milliseconds, or register the lot nearer to it.
		 */
		WindowTooFar: 'registry.WindowTooFar';
		/**
		 * The window is over: a lot for it is neither made nor corrected. What was used of one within the
		 * window is recorded with the time of its use; a lot that was wrong is counted as none.
		 */
		WindowOver: 'registry.WindowOver';
		/** The window has not begun when the units are said to be used: use them within it. */
		WindowNotBegun: 'registry.WindowNotBegun';
		/** A lot would be usable outside of the window of what it is made of. */
		WindowExtended: 'registry.WindowExtended';
		/** Capacity does not become goods, nor do goods become capacity: register either by itself. */
		CapacityMixed: 'registry.CapacityMixed';
		/** The lot is for no window of time: nothing of it lapses. */
		NotCapacity: 'registry.NotCapacity';
		/**
		 * The window is not over for as long as the constant LapseAfter tells: until then, what was used
		 * is recorded.
		 */
		NotLapsed: 'registry.NotLapsed';
		/**
		 * The institution has some of the class available, or used some today, or uses half a thousandth of a
		 * unit a day or more on average: forget it when that is over.
		 */
		LevelInUse: 'registry.LevelInUse';
		/**
		 * The institution would be of another kind, which gives its vote another weight: the assembly
		 * decides on that.
		 */
		KindFixed: 'registry.KindFixed';
		/**
		 * The lot, or the whole of the holding, is held: until all holds on it are lifted, goods of it can
		 * be returned, set aside, counted and destroyed, and not be used, offered, sent, repacked or
		 * corrected.
		 */
		Held: 'registry.Held';
		/** Nothing is left of the lot, but it is held, or a holding of it: lift the holds, or clear them. */
		StillHeld: 'registry.StillHeld';
		/**
		 * Receipts of the class's lots would carry a sensor summary, and nothing says which temperatures
		 * it may tell of: state what the class must be kept at.
		 */
		TemperatureRequired: 'registry.TemperatureRequired';
		/**
		 * A lot might be kept warmer or colder than what it is made of, or arrive unmeasured where that may
		 * not: choose a class with a range within each of theirs, which demands a sensor if one of theirs
		 * does.
		 */
		ColdChainDropped: 'registry.ColdChainDropped';
		/**
		 * There is no such place: a latitude is within 90,000 thousandths of a degree of the equator, a
		 * longitude within 180,000 of Greenwich.
		 */
		SeatOutOfRange: 'registry.SeatOutOfRange';
	};
	circulation: {
		/** The step is that of another party of the transfer: have an agent of that party take it. */
		NotParty: 'circulation.NotParty';
		/** The sender is suspended: it can propose and dispatch when it is reinstated. */
		SenderSuspended: 'circulation.SenderSuspended';
		/** The receiver is suspended: choose another one, or wait until it is reinstated. */
		ReceiverSuspended: 'circulation.ReceiverSuspended';
		/** The carrier is suspended: choose another one, or name none. */
		CarrierSuspended: 'circulation.CarrierSuspended';
		/** The sender is wound up: it sends nothing any more. */
		SenderWoundUp: 'circulation.SenderWoundUp';
		/**
		 * The receiver is wound up: choose another one. Goods that are to go back to an institution
		 * that is wound up are a matter for the arbiter.
		 */
		ReceiverWoundUp: 'circulation.ReceiverWoundUp';
		/** The carrier is wound up: choose another one, or name none. */
		CarrierWoundUp: 'circulation.CarrierWoundUp';
		/**
		 * The carrier lacks the licence that the lot's class demands of carriers: choose another one.
		 * A sender that names no carrier carries the goods itself.
		 */
		CarrierLacksCapability: 'circulation.CarrierLacksCapability';
		/**
		 * The sender has not named this institution as the carrier of the transfer: only the
		 * carrier that is named acknowledges or declines.
		 */
		NotCarrier: 'circulation.NotCarrier';
		/** The carrier has acknowledged that it carries the transfer: there is nothing left to answer. */
		AlreadyAcknowledged: 'circulation.AlreadyAcknowledged';
		/** No institution has the sender's identifier: check it. */
		SenderNotFound: 'circulation.SenderNotFound';
		/** No institution has the receiver's identifier: check it. */
		ReceiverNotFound: 'circulation.ReceiverNotFound';
		/** No institution has the carrier's identifier: check it, or name none. */
		CarrierNotFound: 'circulation.CarrierNotFound';
		/** Sender and receiver are the same institution: choose another one. */
		SameInstitution: 'circulation.SameInstitution';
		/** There is no transfer with this identifier: check it. */
		TransferNotFound: 'circulation.TransferNotFound';
		/** There is no lot with this identifier: check it. */
		LotNotFound: 'circulation.LotNotFound';
		/**
		 * The institution has no site with this number: check it. `from_site` is a site of the
		 * sender, `to_site` one of the receiver.
		 */
		SiteNotFound: 'circulation.SiteNotFound';
		/** The transfer has no leg with this number: legs are counted from zero. */
		LegNotFound: 'circulation.LegNotFound';
		/** The proposal has no legs: add at least one. */
		NoLegs: 'circulation.NoLegs';
		/**
		 * The receipt has not one entry for each leg of the transfer: add an entry of zero for a leg
		 * of which nothing is to be said.
		 */
		LegsDiffer: 'circulation.LegsDiffer';
		/**
		 * A quantity is zero: leave the leg or the entry out, or state at least one unit. Goods can
		 * be accepted as damaged only if some are accepted.
		 */
		ZeroQuantity: 'circulation.ZeroQuantity';
		/** The legs of one lot add up to more than can be counted: split the transfer. */
		QuantityTooLarge: 'circulation.QuantityTooLarge';
		/** A leg is of more than one leg may be: split it. */
		LegTooLarge: 'circulation.LegTooLarge';
		/** The check digit of a logistic unit is wrong: check how it was read. */
		InvalidCheckDigit: 'circulation.InvalidCheckDigit';
		/**
		 * Characters that the standard does not allow: an SSCC has 18 digits; the device of a sensor
		 * has a name.
		 */
		InvalidCharacters: 'circulation.InvalidCharacters';
		/** The sensor's mean is outside its bounds, or its last measurement is before its first. */
		InvalidRange: 'circulation.InvalidRange';
		/** The lot is expired: it can only go back to where it came from. */
		LotExpired: 'circulation.LotExpired';
		/** The receiver lacks the licence that the lot's class demands. */
		CapabilityMissing: 'circulation.CapabilityMissing';
		/**
		 * The legs carry more of the lot than the sender has available, or offered, or in quarantine where
		 * they go back from there. Goods in quarantine are not available: have the holds on them lifted,
		 * or return them from quarantine.
		 */
		InsufficientStock: 'circulation.InsufficientStock';
		/**
		 * The legs carry more of the lot than the earlier transfer brought and has not gone back, or
		 * was called in.
		 */
		ExceedsAccepted: 'circulation.ExceedsAccepted';
		/**
		 * The receipt reports more of a leg than was shipped and is not accounted for: state what is
		 * beyond it as excess. What was reported missing before can arrive, but not go missing again.
		 */
		ExceedsShipped: 'circulation.ExceedsShipped';
		/**
		 * The excess of a leg, over all its receipts, is more than the leg shipped: have the sender,
		 * or whoever found it, register what is beyond that as a lot of its own.
		 */
		ExcessTooLarge: 'circulation.ExcessTooLarge';
		/**
		 * The quantity is more than what of this leg is in dispute as rejected, as missing, or as
		 * called in.
		 */
		ExceedsDisputed: 'circulation.ExceedsDisputed';
		/** The receiver has not asked to keep as much of the rejected goods: have it ask first. */
		ExceedsRequested: 'circulation.ExceedsRequested';
		/**
		 * The earlier transfer did not bring anything from this receiver to this sender, or is a
		 * return itself: nothing of it can go back. Propose a gift or a sale.
		 */
		NotReturnable: 'circulation.NotReturnable';
		/** The time to dispatch is over: propose the transfer anew. */
		DeadlinePassed: 'circulation.DeadlinePassed';
		/** The other party still has time: wait until its deadline is over. */
		DeadlineNotReached: 'circulation.DeadlineNotReached';
		/**
		 * The time to receive ends before the time to dispatch: put it later, by the constant
		 * MinTransit at least.
		 */
		DeadlinesReversed: 'circulation.DeadlinesReversed';
		/** The goods would be reserved for longer than allowed: let the time to dispatch end earlier. */
		ReservationTooLong: 'circulation.ReservationTooLong';
		/** The goods would be under way for longer than allowed: let the time to receive end earlier. */
		TransitTooLong: 'circulation.TransitTooLong';
		/** The time to receive ends too soon after the time to dispatch: let it end later. */
		TransitTooShort: 'circulation.TransitTooShort';
		/** The loan is due before the time to receive ends: let it be due later. */
		DueTooEarly: 'circulation.DueTooEarly';
		/** The loan is due later than allowed: let it be due earlier, and lend anew then. */
		LoanTooLong: 'circulation.LoanTooLong';
		/** The transfer is not a loan: nothing of it can be called in. */
		NotLoan: 'circulation.NotLoan';
		/**
		 * The loan is not due, and its borrower may act and has acted lately: wait until the loan is
		 * due.
		 */
		LoanNotDue: 'circulation.LoanNotDue';
		/**
		 * The borrower has nothing of the loan that could be called in: it is back, on its way, in
		 * dispute already, or was handed over. What is on its way and does not arrive can be called
		 * in later.
		 */
		NothingToCallIn: 'circulation.NothingToCallIn';
		/** The goods were received before they left: check the time of the receipt. */
		ReceivedBeforeDispatch: 'circulation.ReceivedBeforeDispatch';
		/** The dispute was resolved before the goods left: check the time, or give none. */
		ResolvedBeforeDispatch: 'circulation.ResolvedBeforeDispatch';
		/** The sensor measured before the goods left or after they were received: check its times. */
		SensorOutsideTransit: 'circulation.SensorOutsideTransit';
		/** The transfer does not wait for its receiver's answer: it was answered, or has ended. */
		NotProposed: 'circulation.NotProposed';
		/**
		 * The transfer is not accepted: its receiver has not accepted it yet, or it was dispatched
		 * or has ended. A receiver rejects what it has not accepted.
		 */
		NotAccepted: 'circulation.NotAccepted';
		/** The transfer is not under way: it was never dispatched. */
		NotDispatched: 'circulation.NotDispatched';
		/** The goods have left: nobody can withdraw any more. */
		AlreadyDispatched: 'circulation.AlreadyDispatched';
		/**
		 * Nothing is outstanding: every unit that was shipped has been reported. What is still in
		 * dispute ends by resolving it.
		 */
		AlreadyReceived: 'circulation.AlreadyReceived';
		/** The transfer has ended: it can be neither withdrawn nor released. */
		Ended: 'circulation.Ended';
		/** The receipt says nothing about any unit: state what was found of at least one leg. */
		NothingReported: 'circulation.NothingReported';
		/**
		 * The transfer has as many receipts as it may have. When the time to receive is over, what
		 * is outstanding can be released into dispute; what is missing and arrives is resolved as
		 * delivered.
		 */
		TooManyReceipts: 'circulation.TooManyReceipts';
		/** Nothing to change: the sender is already approved. */
		AlreadyApproved: 'circulation.AlreadyApproved';
		/** Nothing to change: the sender is not approved. */
		NotApproved: 'circulation.NotApproved';
		/** The institution gives as many approvals as it may: revoke one that it does not need. */
		TooManyApprovals: 'circulation.TooManyApprovals';
		/** Nothing to change: the receiver has asked for just as much. */
		Unchanged: 'circulation.Unchanged';
		/**
		 * The transfer is archived: it ended long ago, and is read from the trail and from copies that
		 * were kept. Nothing of it can go back any more: propose a gift or a sale.
		 */
		TransferArchived: 'circulation.TransferArchived';
		/** The transfer has not ended: it can be archived a while after it has. */
		NotEnded: 'circulation.NotEnded';
		/** The transfer ended not long enough ago: archive it later. */
		RetentionNotOver: 'circulation.RetentionNotOver';
		/**
		 * The borrower still has something of the loan: it can be archived when all of it is back, or
		 * called in and resolved.
		 */
		LoanOutstanding: 'circulation.LoanOutstanding';
		/** Goods of the transfer went back, or are going back: archive the returns first. */
		ReturnsNotArchived: 'circulation.ReturnsNotArchived';
		/**
		 * The digest is not that of the transfer as it is stored: read the transfer and its receipts
		 * anew.
		 */
		DigestMismatch: 'circulation.DigestMismatch';
		/** The transfer is not archived, or is forgotten already. */
		NotArchived: 'circulation.NotArchived';
		/** The newest record of the transfer is not pruned yet: wait until its epoch is. */
		RecordNotPruned: 'circulation.RecordNotPruned';
		/** No identifier is left for another transfer. */
		IdsExhausted: 'circulation.IdsExhausted';
		/** The goods are expected before they leave: put the expected time later, or name none. */
		ExpectedBeforeDispatch: 'circulation.ExpectedBeforeDispatch';
		/**
		 * A rule forbids it: it demands conditions of which at least one is not met. Ask
		 * `explain_transfer`, or `explain_dispatch`, which names every condition that is not, and read
		 * the rule itself.
		 */
		RuleNotMet: 'circulation.RuleNotMet';
		/**
		 * The goods fall under more rules than one transfer may: send the goods of each class by
		 * themselves.
		 */
		TooManyRules: 'circulation.TooManyRules';
		/** The transfer would have more lines than it may: send them in several. */
		TooManyLegs: 'circulation.TooManyLegs';
		/** Goods that go back serve no need: name none. */
		ReturnServesNoNeed: 'circulation.ReturnServesNoNeed';
		/** There is no need with this identifier: check it. */
		NeedNotFound: 'circulation.NeedNotFound';
		/** The need is closed, or its time is over: name an open one, or none. */
		NeedNotOpen: 'circulation.NeedNotOpen';
		/** The need is not the receiver's: send to who published it. */
		NeedOfAnother: 'circulation.NeedOfAnother';
		/**
		 * Goods are neither of the class that is needed nor of one that is accepted in its place: send
		 * those by themselves.
		 */
		ClassNotNeeded: 'circulation.ClassNotNeeded';
		/** Goods expire sooner after the end of receipt than the need accepts: send others. */
		ShelfLifeTooShort: 'circulation.ShelfLifeTooShort';
		/** The goods may leave after they are needed: dispatch them earlier. */
		TooLateForNeed: 'circulation.TooLateForNeed';
		/** The goods have to arrive before they are wanted: receive them later. */
		TooEarlyForNeed: 'circulation.TooEarlyForNeed';
		/** More than is open of the need: send what is open, or name no need. */
		MoreThanNeeded: 'circulation.MoreThanNeeded';
		/**
		 * The transfer was decided by a vote, and its sender cannot withdraw from it: dispatch it. The
		 * receiver may withdraw, and the sender too when the receiver may not act; when the time to dispatch
		 * is over, anybody may release the goods.
		 */
		BoundByDecision: 'circulation.BoundByDecision';
		/**
		 * The lot is held, or all that the sender has of it: it can only go back to where it came from.
		 * To send it, have whoever may lift the holds do so.
		 */
		Held: 'circulation.Held';
		/**
		 * The lot's class demands that whoever accepts goods of it states what a sensor measured on the
		 * way: add that, or reject the goods.
		 */
		SensorRequired: 'circulation.SensorRequired';
		/**
		 * The sensor measured after the goods left: check its times. What a sensor measures on the way is
		 * stated in the receipt.
		 */
		SensorAfterDispatch: 'circulation.SensorAfterDispatch';
		/**
		 * An allocation is deciding about the need: wait until it has ended, at most 20 minutes, or name no
		 * need.
		 */
		NeedFrozen: 'circulation.NeedFrozen';
	};
	supervision: {
		/**
		 * The claimed event time lies further ahead of the chain's time than `MaxDrift`. Correct
		 * the time, or leave it out.
		 */
		EventTimeAhead: 'supervision.EventTimeAhead';
		/**
		 * The claimed event time lies further behind the chain's time than `MaxBackdating`.
		 * Correct the time, or leave it out.
		 */
		EventTimeTooOld: 'supervision.EventTimeTooOld';
		/** The claimed offset from UTC is beyond fourteen hours. Give it in minutes, east positive. */
		InvalidUtcOffset: 'supervision.InvalidUtcOffset';
		/** The log has no identifiers left. */
		IdsExhausted: 'supervision.IdsExhausted';
		/** The epoch still takes records. Prune it once it is full and its retention is over. */
		EpochOpen: 'supervision.EpochOpen';
		/** The epoch has to be kept until `Retention` has passed since its last record. */
		RetentionNotOver: 'supervision.RetentionNotOver';
		/** A record that should be live is not there: the log is broken. */
		RecordNotFound: 'supervision.RecordNotFound';
		/** The epoch is pruned already, perhaps by somebody else just now: its root is in `Epochs`. */
		AlreadyPruned: 'supervision.AlreadyPruned';
		/**
		 * An epoch before this one still has its records. Prune the one that `NextEpochToPrune`
		 * names.
		 */
		EarlierEpochNotPruned: 'supervision.EarlierEpochNotPruned';
	};
	efficiency: {
		/** There is no round with this identifier. */
		RoundNotFound: 'efficiency.RoundNotFound';
		/** The round takes no figures any more: it is sealed, or it ended. */
		RoundNotOpen: 'efficiency.RoundNotOpen';
		/** The round takes no certificates: it is not sealed yet, or it ended. */
		RoundNotSealed: 'efficiency.RoundNotSealed';
		/** The round ended already: its report is final, or it expired or was called off. */
		RoundEnded: 'efficiency.RoundEnded';
		/**
		 * As many rounds are active as may be. Close one whose time is over, or seal it if it has
		 * figures; cancel one; or wait until one ends.
		 */
		TooManyActiveRounds: 'efficiency.TooManyActiveRounds';
		/** A DMU of the roster is no region or institution that is registered. Register it first. */
		DmuNotFound: 'efficiency.DmuNotFound';
		/** DMUs are not in ascending order, or one is named twice. Sort them, each once. */
		DmusNotAscending: 'efficiency.DmusNotAscending';
		/**
		 * There is no DMU that the report could be about: the roster is empty, or every DMU lacks a
		 * figure.
		 */
		NoDmus: 'efficiency.NoDmus';
		/** The specification has no indicator. Give at least one. */
		NoIndicators: 'efficiency.NoIndicators';
		/** There are more inputs than a sample may have, which is 8. */
		TooManyInputs: 'efficiency.TooManyInputs';
		/** There are more outputs than a sample may have, which is 8. */
		TooManyOutputs: 'efficiency.TooManyOutputs';
		/** There are inputs without outputs. Add an output, or make all indicators descriptive. */
		NoOutputs: 'efficiency.NoOutputs';
		/** There are outputs without inputs. Add an input, or make all indicators descriptive. */
		NoInputs: 'efficiency.NoInputs';
		/** An indicator has more than 19 decimals, the digits of a figure. */
		TooManyDecimals: 'efficiency.TooManyDecimals';
		/** A text is empty, or is not UTF-8. */
		InvalidCharacters: 'efficiency.InvalidCharacters';
		/** `observe_by` has passed already, or is not before `report_by`. */
		InvalidDeadlines: 'efficiency.InvalidDeadlines';
		/**
		 * The deadline has passed: `observe_by` for figures; for certificates `report_by`, or
		 * `MinProving` after the round was sealed, whichever is later.
		 */
		DeadlinePassed: 'efficiency.DeadlinePassed';
		/** The deadline has not passed: only after it anybody may do this. */
		DeadlineNotPassed: 'efficiency.DeadlineNotPassed';
		/** The DMU is not in the roster of the round. */
		DmuNotInRound: 'efficiency.DmuNotInRound';
		/**
		 * The DMU is another's to report for: an institution reports for itself, and the health
		 * commission of a region for the region.
		 */
		NotOwnDmu: 'efficiency.NotOwnDmu';
		/** There is not one figure or gap for each indicator of the round. */
		WrongLength: 'efficiency.WrongLength';
		/** Nothing to change: the figures given are the reported ones. */
		Unchanged: 'efficiency.Unchanged';
		/**
		 * The certificates were found for other figures than those of the round. Read the round's
		 * fingerprint again.
		 */
		WrongFingerprint: 'efficiency.WrongFingerprint';
		/** The sample of the round is not as large as the batch says. */
		WrongSize: 'efficiency.WrongSize';
		/** The batch has no certificate. */
		EmptyBatch: 'efficiency.EmptyBatch';
		/**
		 * The certificates together weigh more than a call may. Send them in smaller batches; see the
		 * view `batch_limit`.
		 */
		BatchTooHeavy: 'efficiency.BatchTooHeavy';
		/** A DMU of the batch is proven already. Leave it out. */
		AlreadyProven: 'efficiency.AlreadyProven';
		/** The snapshot has no DMU at this place. */
		NoSuchDmu: 'efficiency.NoSuchDmu';
		/** A basis has not as many columns as its program has rows. */
		BasisOfWrongLength: 'efficiency.BasisOfWrongLength';
		/** A basis names a column that the program does not have. */
		NoSuchColumn: 'efficiency.NoSuchColumn';
		/** The columns of a basis are not in ascending order. */
		ColumnsNotAscending: 'efficiency.ColumnsNotAscending';
		/** The columns of a basis are not independent. */
		BasisSingular: 'efficiency.BasisSingular';
		/** The solution of a basis has a negative value. */
		BasisInfeasible: 'efficiency.BasisInfeasible';
		/** There is a better solution than that of a basis. */
		BasisNotOptimal: 'efficiency.BasisNotOptimal';
		/** No identifier is left for another round. */
		IdsExhausted: 'efficiency.IdsExhausted';
		/** What should be stored is not there. Tell whoever operates the chain. */
		Corrupt: 'efficiency.Corrupt';
		/**
		 * The round was sealed for another version of the method than this runtime has. Cancel it, and
		 * open it again.
		 */
		OtherMethod: 'efficiency.OtherMethod';
		/**
		 * The round is archived: it ended long ago. Read it from a copy; what it left is told by the
		 * view `archived_round`.
		 */
		RoundArchived: 'efficiency.RoundArchived';
		/**
		 * The round would last too long: `report_by` is more than `MaxRound` ahead. Check that it is in
		 * milliseconds, or choose an earlier one.
		 */
		RoundTooLong: 'efficiency.RoundTooLong';
		/**
		 * There is too little time for certificates: `report_by` is less than `MinProving` behind
		 * `observe_by`. Choose a later one.
		 */
		ProvingTooShort: 'efficiency.ProvingTooShort';
		/** An institution of the roster is wound up, and will never report. Leave it out. */
		DmuWoundUp: 'efficiency.DmuWoundUp';
		/**
		 * The round has figures that nobody has frozen. Seal it, as anybody may; then it can still be
		 * answered.
		 */
		FiguresNotSealed: 'efficiency.FiguresNotSealed';
		/** The round has not ended: it can be archived a while after it has. */
		NotEnded: 'efficiency.NotEnded';
		/** The round ended not long enough ago: archive it later. */
		RetentionNotOver: 'efficiency.RetentionNotOver';
		/**
		 * The digest is not that of the round as it is stored. Read the round anew; see the view
		 * `archive_digest`.
		 */
		DigestMismatch: 'efficiency.DigestMismatch';
		/** The round is not archived, or is forgotten already. */
		NotArchived: 'efficiency.NotArchived';
		/**
		 * The archived round had a report, whose seal and sums stay so that copies of it can be
		 * checked.
		 */
		ReportKept: 'efficiency.ReportKept';
		/** The newest record of the round is not pruned yet: wait until its epoch is. */
		RecordNotPruned: 'efficiency.RecordNotPruned';
	};
	seats: {
		/** There is no institution of this identifier. */
		InstitutionNotFound: 'seats.InstitutionNotFound';
		/** Only a health commission may have a seat: the institution is of another kind. */
		NotCommission: 'seats.NotCommission';
		/** The commission is suspended or wound up: it must be reinstated before it is given a seat. */
		CommissionNotActive: 'seats.CommissionNotActive';
		/** The account is no agent of the commission: an admin invites it, and it accepts. */
		AgentNotFound: 'seats.AgentNotFound';
		/** The commission has a seat already. */
		SeatAlreadyExists: 'seats.SeatAlreadyExists';
		/** The council has as many seats as it may: vacate one first. */
		TooManySeats: 'seats.TooManySeats';
		/** The institution has no seat of the council. */
		SeatNotFound: 'seats.SeatNotFound';
		/** Nobody would be left to vote: give another commission a seat first. */
		LastSeat: 'seats.LastSeat';
		/** Nothing to change: the account speaks for the seat already. */
		Unchanged: 'seats.Unchanged';
		/** The seat has as many open motions as it may: wait until one of them is closed. */
		TooManyMotions: 'seats.TooManyMotions';
		/** The motion grants a licence that has expired already: propose a later moment. */
		LicenceExpired: 'seats.LicenceExpired';
		/**
		 * The motion opens a round whose figures are due in the past, or declares an emergency whose end is
		 * past: propose a later moment.
		 */
		DeadlinePassed: 'seats.DeadlinePassed';
		/**
		 * The motion wraps its call in more batches or other wrappers than are looked into: propose
		 * the call itself.
		 */
		TooDeep: 'seats.TooDeep';
		/**
		 * The motion concerns every seat that could vote on it: divide it, so that those who are not
		 * concerned decide on each part; or let the assembly decide, by a referendum.
		 */
		NobodyVotes: 'seats.NobodyVotes';
		/**
		 * What changes who votes on the council, or for an institution in the assembly, takes three
		 * quarters of all seats, and the aye of the seat in question does not count: gather more ayes.
		 */
		TooFewAyes: 'seats.TooFewAyes';
		/**
		 * The motion carries more calls than are looked into, or is about too many transfers: divide
		 * it.
		 */
		TooManyParts: 'seats.TooManyParts';
	};
	rules: {
		/**
		 * The rule is not this institution's: its author changes it, and governance may pause or
		 * withdraw it.
		 */
		NotAuthor: 'rules.NotAuthor';
		/** There is no rule with this identifier: check it. It may have been withdrawn. */
		RuleNotFound: 'rules.RuleNotFound';
		/** The rule has no alternative, so that nothing could move: add one. */
		NoAlternatives: 'rules.NoAlternatives';
		/**
		 * An alternative has no condition, so that everything could move: add one, or leave the
		 * alternative out.
		 */
		EmptyAlternative: 'rules.EmptyAlternative';
		/**
		 * A condition counts units, and a rule for all classes would add up units of different kinds:
		 * write a rule for each class.
		 */
		ClassNeeded: 'rules.ClassNeeded';
		/** The least quantity is above the most: exchange them. */
		RangeReversed: 'rules.RangeReversed';
		/** The period of a limit is of no day, or longer than the longest one: choose another. */
		InvalidPeriod: 'rules.InvalidPeriod';
		/** A condition about terms names none: name one, or leave the condition out. */
		NoTerms: 'rules.NoTerms';
		/** The rule has more limits than it may: divide it into two. */
		TooManyLimits: 'rules.TooManyLimits';
		/** The rule demands more signatures than it may: divide it into two. */
		TooManyCoSignatures: 'rules.TooManyCoSignatures';
		/** There is no region with this code: check it. */
		RegionNotFound: 'rules.RegionNotFound';
		/**
		 * There are as many rules for this class, or for all classes, as one author may have: amend or
		 * withdraw one of them.
		 */
		TooManyRules: 'rules.TooManyRules';
		/**
		 * There are rules for as many classes as one author may have them for: withdraw those of a
		 * class, or write one for all classes.
		 */
		TooManyClasses: 'rules.TooManyClasses';
		/** No identifier is left for another rule. */
		IdsExhausted: 'rules.IdsExhausted';
		/** Nothing to change: wording and digest are the stored ones. */
		Unchanged: 'rules.Unchanged';
		/** Nothing to change: the rule is paused. */
		AlreadyPaused: 'rules.AlreadyPaused';
		/** Nothing to change: the rule binds. */
		NotPaused: 'rules.NotPaused';
		/**
		 * Another party paused the rule: governance resumes what it paused, and the author what it
		 * paused. While governance has paused it, its author does not withdraw it either.
		 */
		PausedByAnother: 'rules.PausedByAnother';
		/**
		 * The rule demands no such signature of an institution of this kind: check the rule, and
		 * whether the signature is to be for a pair of institutions or for one transfer.
		 */
		NotAsked: 'rules.NotAsked';
		/** The institution is the sender or the receiver itself: another one signs. */
		NotThirdParty: 'rules.NotThirdParty';
		/** The signature would end in the past: choose a later end. */
		EndPassed: 'rules.EndPassed';
		/**
		 * The signature would be of use for longer than allowed: choose an earlier end, and sign anew
		 * then.
		 */
		TermTooLong: 'rules.TermTooLong';
		/**
		 * As many institutions of this kind have signed the same as may: their signatures are as good
		 * as another one.
		 */
		TooManySignatures: 'rules.TooManySignatures';
		/**
		 * The institution has given as many signatures as it may: revoke one, or have one taken out
		 * that has lapsed.
		 */
		TooManySignaturesGiven: 'rules.TooManySignaturesGiven';
		/**
		 * The institution has not signed this: check the rule, what is signed, and the kind that the
		 * institution was of when it signed.
		 */
		SignatureNotFound: 'rules.SignatureNotFound';
		/** The signature is in force: its giver revokes it, and when it has lapsed anybody takes it out. */
		SignatureInForce: 'rules.SignatureInForce';
		/** Nothing is counted under this rule and key: check them. */
		CountNotFound: 'rules.CountNotFound';
		/** The period of the count is not over, and its rule stands: clear it later. */
		PeriodNotOver: 'rules.PeriodNotOver';
		/** The rule is not withdrawn, or is forgotten already. */
		NotWithdrawn: 'rules.NotWithdrawn';
		/** The newest record of the rule is not pruned yet: wait until its epoch is. */
		RecordNotPruned: 'rules.RecordNotPruned';
		/** Something is counted under the rule: clear the counts first. */
		CountsRemain: 'rules.CountsRemain';
		/** Signatures are left under the rule: have them taken out first. */
		SignaturesRemain: 'rules.SignaturesRemain';
	};
	needs: {
		/** The institution that acts is not the one whose need, offer or order this is. */
		NotOwn: 'needs.NotOwn';
		/** There is no class with this identifier: check it. */
		ClassNotFound: 'needs.ClassNotFound';
		/** A class is named twice: name each once. */
		ClassNamedTwice: 'needs.ClassNamedTwice';
		/** The base unit of a substitute is not that of the class: publish a need of its own. */
		UnitsDiffer: 'needs.UnitsDiffer';
		/** The quantity is zero: choose another. */
		ZeroQuantity: 'needs.ZeroQuantity';
		/** The end is over, or now: choose a later one. */
		EndPassed: 'needs.EndPassed';
		/** The time is longer than allowed: choose an earlier end. */
		TooLong: 'needs.TooLong';
		/** The window ends before it begins: exchange the two. */
		WindowReversed: 'needs.WindowReversed';
		/** The institution has no site of this number: check it. */
		SiteNotFound: 'needs.SiteNotFound';
		/**
		 * The institution has as many needs that the class, or a substitute, serves as it may: close one, or
		 * wait until what is promised to a closed one has arrived.
		 */
		TooManyNeeds: 'needs.TooManyNeeds';
		/**
		 * More than the institution may ask for, with its other open needs for the class. Ask
		 * `explain_need`, which names the cap.
		 */
		AboveCap: 'needs.AboveCap';
		/** There is no need with this identifier: check it. */
		NeedNotFound: 'needs.NeedNotFound';
		/** The need is closed, or its time is over. */
		NeedNotOpen: 'needs.NeedNotOpen';
		/** It has ended: nothing changes it any more. */
		Ended: 'needs.Ended';
		/** The time is not over: ring later. */
		TimeNotOver: 'needs.TimeNotOver';
		/** Nothing is open of the need: all of it is promised. */
		NeedCovered: 'needs.NeedCovered';
		/** There is no offer with this identifier: check it. */
		OfferNotFound: 'needs.OfferNotFound';
		/** There is no lot with this identifier: check it. */
		LotNotFound: 'needs.LotNotFound';
		/** The least that is taken at once is zero, or more than is offered: choose another. */
		InvalidLeast: 'needs.InvalidLeast';
		/** Goods that go back are not offered: choose other terms. */
		ReturnNotOffered: 'needs.ReturnNotOffered';
		/** The goods expire before the offer ends: choose an earlier end. */
		ExpiresBeforeEnd: 'needs.ExpiresBeforeEnd';
		/** Less is available: choose a smaller quantity. */
		InsufficientStock: 'needs.InsufficientStock';
		/**
		 * Less would be left with the giver than it keeps, less is left already, or its share of what is
		 * above that is nothing.
		 */
		BelowFloor: 'needs.BelowFloor';
		/** The institution has as many open offers as it may: withdraw one. */
		TooManyOffers: 'needs.TooManyOffers';
		/** There is no region with this code: check it. */
		RegionNotFound: 'needs.RegionNotFound';
		/** At this pace no transfer may go: choose days that reservation and transit allow. */
		InvalidPace: 'needs.InvalidPace';
		/** The offer is the taker's own: use the goods. */
		OwnOffer: 'needs.OwnOffer';
		/** Less than the least that is taken at once: take more. */
		BelowLeast: 'needs.BelowLeast';
		/** Less is left of the offer: take less. */
		InsufficientOffer: 'needs.InsufficientOffer';
		/** It is for more urgent needs. */
		NotUrgentEnough: 'needs.NotUrgentEnough';
		/** It is for institutions of other kinds. */
		KindOutsideScope: 'needs.KindOutsideScope';
		/** It is for other regions. */
		RegionOutsideScope: 'needs.RegionOutsideScope';
		/** The institution lacks a licence that is asked for. */
		CapabilityMissing: 'needs.CapabilityMissing';
		/** There is no standing order with this identifier: check it. */
		OrderNotFound: 'needs.OrderNotFound';
		/** The institution has as many standing orders as it may: revoke one. */
		TooManyOrders: 'needs.TooManyOrders';
		/** A period is of no day, or longer than the longest one: choose another. */
		InvalidPeriod: 'needs.InvalidPeriod';
		/** The standing order is paused. */
		OrderPaused: 'needs.OrderPaused';
		/** Nothing to change: the standing order is not paused. */
		OrderNotPaused: 'needs.OrderNotPaused';
		/** The need ends before anybody could be asked to dispatch. */
		NeedEndsTooSoon: 'needs.NeedEndsTooSoon';
		/**
		 * The standing order does something else: it offers where it should send, or sends where it
		 * should offer.
		 */
		OtherDuty: 'needs.OtherDuty';
		/** The need is that of the order's own institution. */
		OwnNeed: 'needs.OwnNeed';
		/** The order is for a class that the need does not accept. */
		ClassNotNeeded: 'needs.ClassNotNeeded';
		/** The order has sent what it may in this period, or as often: ring in the next one. */
		PeriodUsedUp: 'needs.PeriodUsedUp';
		/** What the order sent to the need in this period never left: ring in the next one. */
		TurnedDown: 'needs.TurnedDown';
		/**
		 * Of the first [`PLACES_LOOKED_AT`] lots on the institution's shelf of the class, none has anything
		 * that lasts as long as the need asks: take expired and borrowed goods off it, or send by hand.
		 */
		NothingToSend: 'needs.NothingToSend';
		/**
		 * Of the first [`PLACES_LOOKED_AT`] lots on the institution's shelf of the class, none has anything
		 * that expires so soon and can be offered: take expired and borrowed goods off it, or offer by hand.
		 */
		NothingToOffer: 'needs.NothingToOffer';
		/** The order's institution is suspended or wound up. */
		GiverInactive: 'needs.GiverInactive';
		/** It has not ended. */
		NotEnded: 'needs.NotEnded';
		/** Its newest record is not pruned yet: wait until its epoch is. */
		RecordNotPruned: 'needs.RecordNotPruned';
		/** Something that was promised is under way: wait until it arrived or ended. */
		StillPromised: 'needs.StillPromised';
		/** No identifier is left. */
		IdsExhausted: 'needs.IdsExhausted';
		/**
		 * The standing order is bound to emergencies, and for its class none that is grave enough is in force
		 * where the need is; for an order that offers, where its own institution is.
		 */
		NoEmergency: 'needs.NoEmergency';
		/**
		 * An allocation is deciding about the need, or about the offer: wait until it has ended, at most 20
		 * minutes. Meanwhile a need can be closed, and an offer withdrawn.
		 */
		Frozen: 'needs.Frozen';
	};
	assembly: {
		/** There is no institution with this identifier: check it. */
		InstitutionNotFound: 'assembly.InstitutionNotFound';
		/**
		 * The institution is no member of the assembly: until the assembly ratifies its admission, or its
		 * rank is updated.
		 */
		NotMember: 'assembly.NotMember';
		/** There is no referendum with this identifier: check it. */
		ReferendumNotFound: 'assembly.ReferendumNotFound';
		/** The referendum is decided: it takes no votes any more. */
		ReferendumNotOngoing: 'assembly.ReferendumNotOngoing';
		/** The institution has as many open referenda on this track as it may: wait until one is decided. */
		TooManyOpen: 'assembly.TooManyOpen';
		/** There is no rank as high as this: choose 2 at most. */
		RankTooHigh: 'assembly.RankTooHigh';
		/** Nothing to change. */
		Unchanged: 'assembly.Unchanged';
		/** The referendum is not decided yet: wait until it is. */
		NotDecided: 'assembly.NotDecided';
		/** The outcome is on the trail already. */
		AlreadyRecorded: 'assembly.AlreadyRecorded';
		/** The referendum was decided too short a time ago: wait until the retention period is over. */
		RetentionNotOver: 'assembly.RetentionNotOver';
		/** Its newest record is not pruned yet: wait until its epoch is. */
		RecordNotPruned: 'assembly.RecordNotPruned';
		/** The proposal is too long: put it to the vote in parts. */
		ProposalTooLong: 'assembly.ProposalTooLong';
		/** The proposal is too heavy ever to be carried out: put it to the vote in parts. */
		ProposalTooHeavy: 'assembly.ProposalTooHeavy';
		/** The proposal would be carried out more than a year from now: choose an earlier block. */
		EnactmentTooLate: 'assembly.EnactmentTooLate';
		/**
		 * The council named the institution's agents: it votes from the moment on that the view
		 * `explain_vote` tells.
		 */
		AgentsReplaced: 'assembly.AgentsReplaced';
		/** Its outcome is not on the trail yet: have it recorded first. */
		NotRecorded: 'assembly.NotRecorded';
		/** Votes on the referendum are left: remove them first, by the collective's `cleanup_poll`. */
		BallotsLeft: 'assembly.BallotsLeft';
		/**
		 * As many institutions do not vote, since the council named their agents, as may be at one time:
		 * wait until one of them votes again, or let the assembly name these agents.
		 */
		TooManySilenced: 'assembly.TooManySilenced';
		/** The referendum was put to a ring: vote in secret, under a pseudonym. */
		SecretBallot: 'assembly.SecretBallot';
		/** The referendum waits to be put to a ring: ask the view `explain_vote` again later. */
		AwaitsRing: 'assembly.AwaitsRing';
		/** Whoever submitted the referendum did not want secret votes: submit another by `submit_for_ring`. */
		SecrecyNotWanted: 'assembly.SecrecyNotWanted';
		/** The time is over in which the referendum could be put to a ring: it takes open votes. */
		WaitOver: 'assembly.WaitOver';
		/** The referendum was not put to a ring: it takes no secret votes. */
		OpenBallot: 'assembly.OpenBallot';
		/** Referenda on the tracks of regulation, emergencies and upgrades are decided by open votes alone. */
		NeverSecret: 'assembly.NeverSecret';
		/** No more than half of the members have a key in a ring that votes: wait until more have. */
		TooFewVoters: 'assembly.TooFewVoters';
	};
	ratification: {
		/**
		 * What the council did in this matter was undone not long ago: until the moment that the view `act`
		 * tells, only the assembly may act on it.
		 */
		SpentLately: 'ratification.SpentLately';
		/** Nothing that the council did in this matter waits for anything: check the matter. */
		ActNotFound: 'ratification.ActNotFound';
		/** What the council did in this matter was undone already: there is nothing to ratify or to undo. */
		NotPending: 'ratification.NotPending';
		/** The act may still be ratified: it lapses at the moment that the view `act` tells. */
		TermNotOver: 'ratification.TermNotOver';
		/** The act is pending: it is ratified, or lapses; there is nothing to clear. */
		StillPending: 'ratification.StillPending';
		/** The act has not cooled: clear it after the moment that the view `act` tells. */
		CoolingNotOver: 'ratification.CoolingNotOver';
	};
	reallocation: {
		/** The plan has no lines: add at least one. */
		NoLines: 'reallocation.NoLines';
		/** A line moves nothing: leave it out, or state at least one unit. */
		ZeroQuantity: 'reallocation.ZeroQuantity';
		/** The giver of a line is its receiver: choose another one. */
		SameInstitution: 'reallocation.SameInstitution';
		/** The time to dispatch is over when the plan is decided: decide it anew, with a later one. */
		DeadlinePassed: 'reallocation.DeadlinePassed';
		/** The time to receive ends before the time to dispatch: put it later. */
		DeadlinesReversed: 'reallocation.DeadlinesReversed';
		/**
		 * The goods would be reserved for longer than a transfer may: let the time to dispatch end earlier,
		 * or decide the plan later.
		 */
		ReservationTooLong: 'reallocation.ReservationTooLong';
		/** The time to receive ends too soon after the time to dispatch: let it end later. */
		TransitTooShort: 'reallocation.TransitTooShort';
		/** The goods would be under way for longer than a transfer may: let the time to receive end earlier. */
		TransitTooLong: 'reallocation.TransitTooLong';
		/** There is no plan with this identifier: check it. */
		PlanNotFound: 'reallocation.PlanNotFound';
		/** The plan is archived: it is read from the trail and from copies that were kept. */
		PlanArchived: 'reallocation.PlanArchived';
		/** Every line of the plan is carried out already. */
		NothingToDo: 'reallocation.NothingToDo';
		/** There is no lot with this identifier: check it. Or it was archived while the plan was voted on. */
		LotNotFound: 'reallocation.LotNotFound';
		/**
		 * The giver has nothing of it available that is its own and, of a class, not expired at the end of
		 * receipt: it was used, promised or set aside meanwhile. Decide another line.
		 */
		NothingAvailable: 'reallocation.NothingAvailable';
		/**
		 * Nothing of it is available in the first places of the giver's shelf, which hold what was reserved,
		 * offered or borrowed. Decide a line that names one of the lots behind them.
		 */
		NothingWithinReach: 'reallocation.NothingWithinReach';
		/** No identifier is left for another plan. */
		IdsExhausted: 'reallocation.IdsExhausted';
		/** Not every line of the plan is carried out: carry them out first. */
		LinesWaiting: 'reallocation.LinesWaiting';
		/** The time to dispatch has not been over for long enough: archive the plan later. */
		RetentionNotOver: 'reallocation.RetentionNotOver';
		/** The goods of a line are still reserved: release its transfer first. */
		TransferPending: 'reallocation.TransferPending';
		/** The digest is not that of the next lines as they are stored: read them anew. */
		DigestMismatch: 'reallocation.DigestMismatch';
		/** The plan is not archived, or is forgotten already. */
		NotArchived: 'reallocation.NotArchived';
		/** The newest record of the plan is not pruned yet: wait until its epoch is. */
		RecordNotPruned: 'reallocation.RecordNotPruned';
	};
	recalls: {
		/**
		 * The institution neither has the goods nor supervises whoever has them or registered the lot, or
		 * may not lift this hold: the view `holds` tells who may. Or it neither issued the recall nor
		 * supervises whoever did.
		 */
		NotAuthorized: 'recalls.NotAuthorized';
		/** There is no lot with this identifier: check it. Or it was archived. */
		LotNotFound: 'recalls.LotNotFound';
		/** Nothing of the lot is held by this custodian for this owner: check all three. */
		HoldingNotFound: 'recalls.HoldingNotFound';
		/**
		 * There is no such hold on this place: it was lifted already, or is on the lot or on another
		 * holding.
		 */
		HoldNotFound: 'recalls.HoldNotFound';
		/** The quantity is zero: state at least one unit, or the whole. */
		ZeroQuantity: 'recalls.ZeroQuantity';
		/** The reason is empty or no UTF-8 text: state one. */
		InvalidCharacters: 'recalls.InvalidCharacters';
		/**
		 * Holds of this kind are not placed by this party on such a place: choose another kind. A count is
		 * demanded by a supervisor, of what a custodian has of its own; in a case, by a date. What is
		 * recalled is held by the recall.
		 */
		KindNotYours: 'recalls.KindNotYours';
		/** Units are held by their custodian alone: hold the whole of the holding or of the lot. */
		UnitsOfLot: 'recalls.UnitsOfLot';
		/**
		 * The same party holds the whole of it for the same reason already: lift that hold first, or leave
		 * it.
		 */
		AlreadyHeld: 'recalls.AlreadyHeld';
		/** As many holds are on the place as this party may place, or all together: lift one first. */
		TooManyHolds: 'recalls.TooManyHolds';
		/**
		 * Only an institution that is licensed for the cold chain judges that a breach did no harm: have a
		 * supervisor lift the hold.
		 */
		CapabilityMissing: 'recalls.CapabilityMissing';
		/** Fewer units are under the hold: state as many as there are, or none for all. */
		ExceedsHeld: 'recalls.ExceedsHeld';
		/** The hold is on the whole: it is lifted as a whole, without a number of units. */
		WholeOnly: 'recalls.WholeOnly';
		/** Nothing is held on this place by a hold of its own. */
		NotHeld: 'recalls.NotHeld';
		/** Some of the lot is left somewhere: lift the holds, or write off what is left. */
		GoodsLeft: 'recalls.GoodsLeft';
		/** The newest of the holds is not old enough: clear them later, or lift them. */
		RetentionNotOver: 'recalls.RetentionNotOver';
		/** A recall is on the lot: have it closed first. */
		RecallStands: 'recalls.RecallStands';
		/** The recall names no lot: name at least one. */
		NoLots: 'recalls.NoLots';
		/** A lot is named twice: name it once. */
		DuplicateLot: 'recalls.DuplicateLot';
		/** The lots are of several classes: recall those of each class by themselves. */
		ClassesDiffer: 'recalls.ClassesDiffer';
		/**
		 * The institution did not make or import every one of the lots, nor supervises everybody who
		 * registered them: name others, or have a supervisor recall them.
		 */
		NotMaker: 'recalls.NotMaker';
		/** A recall by the same party names the lot, and is in force: close that one first, or leave it. */
		AlreadyRecalled: 'recalls.AlreadyRecalled';
		/**
		 * A recall by the same institution spreads, or was closed and has not freed every lot: have it
		 * carried on, or wait until it is through; or have a supervisor, or governance, recall the lots.
		 */
		RecallUnfinished: 'recalls.RecallUnfinished';
		/**
		 * The institution rests since a recall of its own was closed, longer the more that one reached: issue
		 * another one later; or have a supervisor, or governance, recall the lots.
		 */
		RestNotOver: 'recalls.RestNotOver';
		/** Whoever is asked has less time to answer than it must have: let it answer later. */
		AnswerTooShort: 'recalls.AnswerTooShort';
		/** Whoever is asked has more time to answer than it may have: let it answer sooner. */
		AnswerTooLong: 'recalls.AnswerTooLong';
		/** There is no recall with this identifier: check it. Or it was forgotten. */
		RecallNotFound: 'recalls.RecallNotFound';
		/** The recall has reached everybody, or has freed everything: nothing is left to do. */
		NothingToDo: 'recalls.NothingToDo';
		/** The recall was closed: nothing is asked any more. */
		RecallClosed: 'recalls.RecallClosed';
		/**
		 * The recall does not ask this institution: it has none of the goods and had none, or the recall has
		 * not reached it yet.
		 */
		NotAsked: 'recalls.NotAsked';
		/** More was done than found: state at most as many units as were found. */
		ExceedsFound: 'recalls.ExceedsFound';
		/** More was found than there can be of the lots that the recall has reached: count in base units. */
		ExceedsReached: 'recalls.ExceedsReached';
		/** No identifier is left for another one. */
		IdsExhausted: 'recalls.IdsExhausted';
		/** The case is to be about something that has no record: check its identifier. */
		SubjectNotFound: 'recalls.SubjectNotFound';
		/** There is no institution with this identifier: check it. */
		PartyNotFound: 'recalls.PartyNotFound';
		/**
		 * The institution is no health commission of a region that the party is in; or the case was opened
		 * by another one, of the same region or one around, or by governance.
		 */
		NotSupervisor: 'recalls.NotSupervisor';
		/** There is no case with this identifier: check it. Or it was forgotten. */
		CaseNotFound: 'recalls.CaseNotFound';
		/** The case is over, and nothing is added to it: open another one. */
		CaseEnded: 'recalls.CaseEnded';
		/** The time until which is to be counted has passed: name a later one. */
		DeadlinePassed: 'recalls.DeadlinePassed';
		/** The time until which is to be counted is too far ahead: name an earlier one. */
		DeadlineTooFar: 'recalls.DeadlineTooFar';
		/** As many counts are demanded as one case demands: open another one. */
		TooManyDemands: 'recalls.TooManyDemands';
		/** The goods are had by another institution than the one that the case is over. */
		NotOfParty: 'recalls.NotOfParty';
		/** The institution is not a side of the case: neither the one that it is over, nor a supervisor. */
		NotSide: 'recalls.NotSide';
		/** This side has attached as many documents as it may: open another case. */
		TooManyDocuments: 'recalls.TooManyDocuments';
		/** The case has no document of this number: check it. */
		DocumentNotFound: 'recalls.DocumentNotFound';
		/** This side attached the document itself: the other side acknowledges it. */
		OwnDocument: 'recalls.OwnDocument';
		/** The document was acknowledged already. */
		AlreadyAcknowledged: 'recalls.AlreadyAcknowledged';
		/** It is not over: end the case, or close the recall, first. */
		NotEnded: 'recalls.NotEnded';
		/** Its newest record is still kept by the trail: forget it after that was pruned. */
		RecordNotPruned: 'recalls.RecordNotPruned';
	};
	emergencies: {
		/** The declaration names no region: name at least one. */
		NoRegions: 'emergencies.NoRegions';
		/** The declaration names no class: name at least one. */
		NoClasses: 'emergencies.NoClasses';
		/**
		 * The regions or the classes are not in ascending order, or one is named twice: sort the regions by
		 * their codes and the classes by their numbers, and name each once.
		 */
		NotAscending: 'emergencies.NotAscending';
		/** There is no region with one of these codes: check them. */
		RegionNotFound: 'emergencies.RegionNotFound';
		/** There is no class with one of these numbers: check them. */
		ClassNotFound: 'emergencies.ClassNotFound';
		/** The end has passed: name a later one. */
		EndPassed: 'emergencies.EndPassed';
		/** The end is too far ahead: name an earlier one. The emergency can be prolonged later. */
		TooLong: 'emergencies.TooLong';
		/**
		 * An emergency is in force for one of these regions and classes: leave that pair out, or declare the
		 * graver one over a region around.
		 */
		AlreadyDeclared: 'emergencies.AlreadyDeclared';
		/**
		 * The council declared an emergency of one of these classes for the same region, or for one in it or
		 * around it, and nobody has ratified it: the assembly declares this one, or the council does when
		 * that has cooled.
		 */
		NotRatifiedLately: 'emergencies.NotRatifiedLately';
		/**
		 * As many emergencies of the council wait to be ratified, or have not cooled, as may: the assembly
		 * ratifies one, or declares this one.
		 */
		TooManyUnratified: 'emergencies.TooManyUnratified';
		/** No identifier is left for another emergency. */
		IdsExhausted: 'emergencies.IdsExhausted';
		/** There is no emergency with this identifier: check it. Or it was forgotten. */
		EmergencyNotFound: 'emergencies.EmergencyNotFound';
		/** The emergency is not in force: declare another one. */
		NotInForce: 'emergencies.NotInForce';
		/** The emergency was ratified, or the council did not declare it: the assembly calls it off. */
		NotPending: 'emergencies.NotPending';
		/** Nobody has ratified the emergency: ratify it, then prolong it. */
		NotRatified: 'emergencies.NotRatified';
		/** The end is not later than the present one: name a later one, or call the emergency off. */
		NotLater: 'emergencies.NotLater';
		/**
		 * The emergency is in force, or a ratification would bring it back into force: close it when its end
		 * has come or it was ended.
		 */
		StillInForce: 'emergencies.StillInForce';
		/**
		 * The council is still bound by the emergency, which nobody has ratified: close it when it has
		 * cooled.
		 */
		StillCooling: 'emergencies.StillCooling';
		/**
		 * There is nothing to do: the emergency is closed already; the allocation waits for a plan; or every pair
		 * that is named is known to be forbidden.
		 */
		NothingToDo: 'emergencies.NothingToDo';
		/** The emergency is not closed: close it first. */
		NotClosed: 'emergencies.NotClosed';
		/** Its newest record is still kept by the trail: forget it after that was pruned. */
		RecordNotPruned: 'emergencies.RecordNotPruned';
		/** Allocations of the emergency are stored: archive them first. */
		AllocationsStored: 'emergencies.AllocationsStored';
		/**
		 * The emergency does not count for this class: it does not name it, or other emergencies took all of
		 * its regions while it was not in force. Open the allocation in one that does.
		 */
		ClassNotCovered: 'emergencies.ClassNotCovered';
		/**
		 * The institution is no health commission of a region of the emergency, or of a part of one: ask one
		 * to open the allocation, or the council.
		 */
		NotAuthorized: 'emergencies.NotAuthorized';
		/** An allocation of the class runs, in this emergency or in another one: wait until it has ended. */
		AlreadyRunning: 'emergencies.AlreadyRunning';
		/** As many allocations run as may: wait until one has ended, or have it take steps. */
		TooManyRunning: 'emergencies.TooManyRunning';
		/**
		 * The last allocation of the class in the emergency was opened a short time ago: open the next one
		 * later.
		 */
		TooSoon: 'emergencies.TooSoon';
		/** There is no allocation with this identifier: check it. Or it was archived. */
		AllocationNotFound: 'emergencies.AllocationNotFound';
		/** The allocation has ended: it takes no more steps. */
		AllocationEnded: 'emergencies.AllocationEnded';
		/** The allocation has not ended: archive it when it has, and its time is over. */
		AllocationRunning: 'emergencies.AllocationRunning';
		/** The allocation has not been over for long enough: archive it later. */
		RetentionNotOver: 'emergencies.RetentionNotOver';
		/** The goods of a line are still reserved: release its transfer first. */
		TransferPending: 'emergencies.TransferPending';
		/** The digest is not that of the next entries as they are stored: read them anew. */
		DigestMismatch: 'emergencies.DigestMismatch';
		/** The allocation is not archived, or is forgotten already. */
		NotArchived: 'emergencies.NotArchived';
		/** The allocation takes no plans: its shares are not decided yet, or its plan is. */
		NotDeciding: 'emergencies.NotDeciding';
		/** The time for plans is over: the greedy plan is worked out. */
		DeadlinePassed: 'emergencies.DeadlinePassed';
		/** The fingerprint is that of other figures: read those of the allocation anew. */
		WrongFingerprint: 'emergencies.WrongFingerprint';
		/**
		 * Another plan stands, which is as good. Wait for what the rules say about it; or bar a pair of it that
		 * they forbid.
		 */
		CandidateStands: 'emergencies.CandidateStands';
		/** No pair is named: name at least one. */
		NoBars: 'emergencies.NoBars';
		/** The bars together weigh more than a call may that costs no fee: name fewer, or sign. */
		TooManyBars: 'emergencies.TooManyBars';
		/**
		 * The rules do not forbid one of the bars, or not both for one unit and for as much as could go: leave it
		 * out.
		 */
		NotBarred: 'emergencies.NotBarred';
		/** One of the bars is of no use to the plan, which would be worse with the pair: leave it out. */
		BarIdle: 'emergencies.BarIdle';
		/** There is not one price for each offer and each need of the allocation. */
		PriceCountWrong: 'emergencies.PriceCountWrong';
		/** A price is above all worth: no price needs to be. */
		PriceTooHigh: 'emergencies.PriceTooHigh';
		/** The flows are not in ascending order of offers and needs, or a pair is there twice: sort them. */
		FlowsNotAscending: 'emergencies.FlowsNotAscending';
		/** A flow or a bar is between an offer and a need of which the allocation does not have both. */
		NoSuchPair: 'emergencies.NoSuchPair';
		/** A flow has no units: leave it out. */
		EmptyFlow: 'emergencies.EmptyFlow';
		/** More is taken of an offer than is left of it. */
		SupplyExceeded: 'emergencies.SupplyExceeded';
		/** A need gets more than its share. */
		DemandExceeded: 'emergencies.DemandExceeded';
		/** Something of an offer is left over that has a price. */
		SupplyLeft: 'emergencies.SupplyLeft';
		/** A share is not filled that has a price. */
		DemandOpen: 'emergencies.DemandOpen';
		/** The prices of an offer and a need do not add up to what a flow between them is worth. */
		NotTight: 'emergencies.NotTight';
		/** A flow is between an offer and a need to which it may not go. */
		PairForbidden: 'emergencies.PairForbidden';
		/**
		 * There is a better plan: the prices of an offer and a need to which it may go add up to less than a flow
		 * between them is worth.
		 */
		NotOptimal: 'emergencies.NotOptimal';
	};
}

/** What is stored, by pallet. */
export interface Storage {
	registry: {
		/** Regions by their code. */
		regions: { keys: [RegionCode]; value: RegionEntry };
		/** Where the seat of a region is, of those of which that was said. An entry goes when the seat is unset. */
		regionSeats: { keys: [RegionCode]; value: Seat };
		/** The identifier of the next institution. None is ever removed, so this tells which there are. */
		nextInstitutionId: { keys: []; value: InstitutionId };
		institutions: { keys: [InstitutionId]; value: Institution };
		/** Institutions that are suspended. */
		suspended: { keys: []; value: Array<InstitutionId> };
		/**
		 * Since when an institution may not act: it is suspended, or, when [`Suspended`] does not name it,
		 * wound up. An institution that may act has no entry.
		 */
		inactiveSince: { keys: [InstitutionId]; value: bigint };
		/** The institution that the world outside knows under an identifier. */
		institutionsByExternalId: { keys: [ExternalId]; value: InstitutionId };
		/** Agents by their account. An account acts for one institution at most. */
		agents: { keys: [string]; value: Agent };
		/** The agents of each institution, and the accounts that it has invited. */
		agentsByInstitution: { keys: [InstitutionId, string]; value: AgentState };
		/** The invitations of each account that it has not answered, and the roles that each is for. */
		invitations: { keys: [string, InstitutionId]; value: Array<Role> };
		/** The number of an institution's next site. None is ever removed, so this tells which there are. */
		nextSiteNumber: { keys: [InstitutionId]; value: SiteNumber };
		/** The sites of each institution. */
		sites: { keys: [InstitutionId, SiteNumber]; value: SiteEntry };
		/**
		 * Which of an institution's sites the institution says that the world outside knows under an
		 * identifier.
		 */
		sitesByExternalId: { keys: [InstitutionId, ExternalId]; value: SiteNumber };
		/** The identifier of the next class. */
		nextClassId: { keys: []; value: ClassId };
		classes: { keys: [ClassId]; value: ClassEntry };
		/** The class that a trade item number names. */
		classesByGtin: { keys: [Gtin]; value: ClassId };
		/** The identifier of the next lot. */
		nextLotId: { keys: []; value: LotId };
		/** The books of each lot: a page for the lot itself, with its ledger, and one for each holding. */
		books: { keys: [LotId, RegistryPage]; value: RegistryEntry };
		/**
		 * What each lot that a repacking made is made of: all its inputs, and what was taken of each
		 * for all its outputs together.
		 */
		repackings: { keys: [LotId]; value: Array<RepackInput> };
		/** Which lots in the books came out of each lot, by repacking or correction. */
		lotsByOrigin: { keys: [LotId, LotId]; value: [] };
		/**
		 * Which holdings a custodian has, by class, and in each class by expiry, lot and owner: the order
		 * of the keys is first-expired-first-out.
		 */
		holdingsByCustodian: { keys: [InstitutionId, ClassId, ShelfKey]; value: [] };
		/**
		 * What each institution has available of each class, and its mean daily use. An entry is there
		 * while something is available or was used.
		 */
		levels: { keys: [InstitutionId, ClassId]; value: LevelEntry };
		/**
		 * What custodians counted beyond the books, by lot and custodian, until a second party answers.
		 * Made only by who has some of the lot, or a holding of it that is held; each ends after
		 * [`Config::ClaimPeriod`].
		 */
		countClaims: { keys: [LotId, InstitutionId]; value: CountClaim };
		/** The record that archived each archived lot. Anybody removes it when that record is pruned. */
		archivedLots: { keys: [LotId]; value: RecordId };
	};
	circulation: {
		/** The identifier of the next transfer. */
		nextTransferId: { keys: []; value: TransferId };
		/** All transfers. */
		transfers: { keys: [TransferId]; value: Transfer };
		/** The receipts of a transfer, numbered from zero. */
		receipts: { keys: [TransferId, number]; value: Receipt };
		/** The newest record of each archived transfer, for as long as that record is live. */
		archived: { keys: [TransferId]; value: RecordId };
		/** Whom (second key) an institution (first key) approves in advance, and as what it does. */
		approvals: { keys: [InstitutionId, [Capacity, InstitutionId]]; value: [] };
		/** How many approvals an institution gives. */
		approvalCount: { keys: [InstitutionId]; value: number };
	};
	supervision: {
		/**
		 * The identifier that the next record will have.
		 *
		 * Nearly every call reads and writes it, and a block does so once: the block is charged for it,
		 * and not each call.
		 */
		nextRecordId: { keys: []; value: RecordId };
		/** The live records, in the order of the log. */
		records: { keys: [RecordKey]; value: Record };
		/** The newest record of each institution, which may be a pruned one. */
		newestOfInstitution: { keys: [InstitutionId]; value: RecordId };
		/** What is left of each pruned epoch. */
		epochs: { keys: [EpochId]; value: Epoch };
		/** The oldest epoch whose records are still there. */
		nextEpochToPrune: { keys: []; value: EpochId };
		/** The version of the code that ran last. */
		knownRuntime: { keys: []; value: RuntimeEntry };
		/** The collators that were planned last. */
		knownCollators: { keys: []; value: CollatorsEntry };
	};
	efficiency: {
		/** The identifier of the next round. */
		nextRoundId: { keys: []; value: RoundId };
		/** What each round was opened with, which never changes. */
		roundSpecifications: { keys: [RoundId]; value: Opening };
		/** Where each round stands. */
		rounds: { keys: [RoundId]; value: Round };
		/** The rounds that are open or sealed, in ascending order. */
		activeRounds: { keys: []; value: Array<RoundId> };
		/** The DMUs of each open round. */
		rosters: { keys: [RoundId]; value: Roster };
		/** What was reported in open rounds. */
		observations: { keys: [RoundId, Dmu]; value: Array<bigint | null> };
		/** The frozen figures of sealed rounds. */
		snapshots: { keys: [RoundId]; value: Snapshot };
		/** What is proven, by the DMU's place in the snapshot. */
		efficiencies: { keys: [RoundId, number]; value: Efficiency };
		/** What is left of rounds that are archived. */
		archived: { keys: [RoundId]; value: ArchivedRound };
	};
	seats: {
		/** The seats by their commission, each with its speaker. */
		seats: { keys: []; value: Array<[InstitutionId, string | null]> };
		/**
		 * The newest record of the council. Apart from the seats, which are read far more often than they
		 * are changed.
		 */
		newestRecord: { keys: []; value: RecordId };
		/**
		 * Motions by the seat that proposed them, in the order of their proposal. Some may have ended:
		 * they are left out when the next one is proposed.
		 */
		motions: { keys: []; value: Array<[InstitutionId, string]> };
	};
	rules: {
		/** The identifier of the next rule. */
		nextRuleId: { keys: []; value: RuleId };
		/** All rules. */
		rules: { keys: [RuleId]; value: Rule };
		/** The rules of governance by scope, and which institutions have rules. */
		index: { keys: []; value: RuleIndex };
		/** The rules of each institution that has any, by scope. */
		ownRules: { keys: [InstitutionId]; value: Array<[ClassId | null, Array<RuleId>]> };
		/** The newest record of each withdrawn rule, for as long as that record is live. */
		withdrawn: { keys: [RuleId]; value: RecordId };
		/** What moved under a rule in a period. */
		counts: { keys: [RuleId, CountKey]; value: RulesCount };
		/** How each transfer passed that was proposed under rules, until it leaves or ends. */
		passages: { keys: [TransferId]; value: Array<Passage> };
		/** The signatures under a rule, by what they are for and of which kind their givers were. */
		signatures: { keys: [RuleId, [Signed, InstitutionKind]]; value: Array<Signature> };
		/** How many signatures of each institution there are. */
		signaturesGiven: { keys: [InstitutionId]; value: number };
	};
	needs: {
		/** The identifier of the next need. */
		nextNeedId: { keys: []; value: NeedId };
		/** All needs. */
		needs: { keys: [NeedId]; value: Need };
		/** The open needs, by each class that serves them and the region that they are asked of. */
		openNeeds: { keys: [ClassId, RegionCode, NeedId]; value: [] };
		/**
		 * The needs of each institution that are open, or to which something is promised, by each class that
		 * serves them.
		 */
		needsOf: { keys: [InstitutionId, ClassId]; value: Array<NeedId> };
		/**
		 * The most that may be needed of a class without a history, in base units, where governance has
		 * set it.
		 */
		needBounds: { keys: [ClassId]; value: bigint };
		/** The identifier of the next offer. */
		nextOfferId: { keys: []; value: OfferId };
		/** All offers. */
		offers: { keys: [OfferId]; value: Offer };
		/** The open offers, by class. */
		openOffers: { keys: [ClassId, OfferId]; value: [] };
		/** The open offers, by giver. */
		offersOf: { keys: [InstitutionId, OfferId]; value: [] };
		/** How many open offers an institution has. */
		offerCount: { keys: [InstitutionId]; value: number };
		/** The identifier of the next standing order. */
		nextOrderId: { keys: []; value: OrderId };
		/** All standing orders. */
		orders: { keys: [OrderId]; value: Order };
		/** The standing orders that are not revoked, by institution. */
		ordersOf: { keys: [InstitutionId]; value: Array<OrderId> };
		/** How grave an emergency must be at least for a standing order to act, for those that are bound. */
		orderBounds: { keys: [OrderId]; value: Severity };
		/**
		 * What each transfer came from that was taken from an offer, or sent by a standing order, until
		 * something is known of its goods, or it ends without leaving.
		 */
		origins: { keys: [TransferId]; value: Origin };
		/** The standing orders that are not revoked, by class. The worker goes through them. */
		ordersByClass: { keys: [ClassId, OrderId]; value: [] };
	};
	assembly: {
		/**
		 * The ranks that the assembly gave to kinds of institution. A kind that is not here has its
		 * [initial rank](initial_rank).
		 */
		rankOf: { keys: [InstitutionKind]; value: number };
		/** All referenda. */
		referenda: { keys: [ReferendumId]; value: Referendum };
		/**
		 * The referenda of each institution on each track that are open. Some may be decided: they are left
		 * out when it submits the next one.
		 */
		openOf: { keys: [InstitutionId, Track]; value: Array<ReferendumId> };
		/** The referenda that were submitted to be put to a ring, and whether they were. */
		secrecyOf: { keys: [ReferendumId]; value: Secrecy };
		/** The institutions whose agents the council named, and from when on each of them votes. */
		silenced: { keys: []; value: Array<[InstitutionId, bigint]> };
		/** The newest record of the assembly. */
		newestRecord: { keys: []; value: RecordId };
		/**
		 * How many times shorter every period of the tracks is on this chain. Genesis sets it, and nothing
		 * changes it.
		 */
		pace: { keys: []; value: number };
	};
	ratification: {
		/** The hasty act of each matter that is pending, or spent and not cleared yet. */
		acts: { keys: [Matter]; value: HastyAct };
	};
	reallocation: {
		/** The identifier of the next plan. */
		nextPlanId: { keys: []; value: PlanId };
		/** No plan before this one has lines that wait to be carried out. */
		firstUnfinished: { keys: []; value: PlanId };
		/** All plans. */
		plans: { keys: [PlanId]; value: Plan };
		/** The lines of each plan, as they were decided. */
		orders: { keys: [PlanId]; value: Array<LineOrder> };
		/** What became of a line, counted from zero; nothing while it waits. */
		outcomes: { keys: [PlanId, number]; value: ReallocationOutcome };
		/** Which line a transfer carries out. */
		bound: { keys: [TransferId]; value: [PlanId, number] };
		/** The newest record of each archived plan, for as long as that record is live. */
		archived: { keys: [PlanId]; value: RecordId };
	};
	recalls: {
		/** The identifier of the next hold. */
		nextHoldId: { keys: []; value: HoldId };
		/** The holds on each lot and each holding. */
		holdsOn: { keys: [HoldPlace]; value: Array<Hold> };
		/** The identifier of the next recall. */
		nextRecallId: { keys: []; value: RecallId };
		/** Every recall, until it is forgotten. */
		recalls: { keys: [RecallId]; value: Recall };
		/** The newest recall by each issuer that names each lot, until it is forgotten. */
		namedBy: { keys: [LotId, Issuer]; value: RecallId };
		/** The recalls that hold each lot. */
		recallsOn: { keys: [LotId]; value: Array<RecallId> };
		/** The lots that each recall holds, with when it reached them; and those that it waits for. */
		recalledLots: { keys: [RecallId, LotId]; value: RecallsReach };
		/**
		 * The recalls that wait for each lot, on which there are as many as may be; each with whether its walk is
		 * through with what came out of the lot.
		 */
		waiting: { keys: [LotId, RecallId]; value: boolean };
		/**
		 * The lots that the walk of each recall is not through with, and how far it is with them: a stack, whose
		 * height the recall keeps. The walk goes on with the newest one.
		 */
		walk: { keys: [RecallId, number]; value: [LotId, RecallsStage] };
		/**
		 * The recalls of which there is something to do: they spread, or were closed and have not freed every
		 * lot. In the order in which they have their turns.
		 */
		unfinished: { keys: [Turn]; value: [] };
		/** How many of these are by each issuer. */
		unfinishedOf: { keys: [Issuer]; value: number };
		/** Until when each issuer rests of which a recall was closed, until it issues the next one. */
		rests: { keys: [Issuer]; value: bigint };
		/** What each recall asks of each institution, with its answer. */
		duties: { keys: [RecallId, InstitutionId]; value: RecallsDuty };
		/** The recalls that ask each institution. */
		dutiesOf: { keys: [InstitutionId, RecallId]; value: [] };
		/** The identifier of the next case. */
		nextCaseId: { keys: []; value: CaseId };
		/** Every case, until it is forgotten. */
		cases: { keys: [CaseId]; value: Case };
		/** The open cases, each with the region that its party was in when it was opened. */
		openCases: { keys: [CaseId]; value: RegionCode };
		/** The counts that each case demands, by their numbers. */
		demands: { keys: [CaseId, number]; value: Demand };
		/** The documents of each case, by their numbers. */
		documents: { keys: [CaseId, number]; value: CaseDocument };
	};
	emergencies: {
		/** The identifier of the next emergency. */
		nextEmergencyId: { keys: []; value: EmergencyId };
		/** Every emergency, until it is forgotten. */
		emergencies: { keys: [EmergencyId]; value: Emergency };
		/** The emergency that counts for each class in each region, whether it is in force or not. */
		covers: { keys: [RegionCode, ClassId]; value: EmergencyId };
		/** What the council declared and nobody has ratified, the oldest first, until it has cooled. */
		unratified: { keys: []; value: Array<EmergencyId> };
		/** The identifier of the next allocation. */
		nextAllocationId: { keys: []; value: AllocationId };
		/** The allocations that have not ended, the oldest first. */
		running: { keys: []; value: Array<AllocationId> };
		/** From when on the next allocation of each class may be opened in each emergency, until that is forgotten. */
		opensFrom: { keys: [EmergencyId, ClassId]; value: bigint };
		/** Every allocation, until it is archived. */
		allocations: { keys: [AllocationId]; value: Allocation };
		/** The needs of each allocation, by their identifiers. */
		askedBy: { keys: [AllocationId]; value: Array<FrozenNeed> };
		/** The offers of each allocation, by their identifiers. */
		givenBy: { keys: [AllocationId]; value: Array<FrozenOffer> };
		/**
		 * For each offer of an allocation the needs that the rules were found to keep it from. Nothing, where they were
		 * found to keep none from any.
		 */
		barredPairs: { keys: [AllocationId]; value: Array<Array<bigint>> };
		/** What pairing must know of the needs of an allocation, in their order, until it is over. */
		pairingFacts: { keys: [AllocationId]; value: Array<NeedFacts> };
		/** The places of each allocation. */
		places: { keys: [AllocationId]; value: Array<PlaceSeat> };
		/** The kilometres between the places of each allocation. */
		distances: { keys: [AllocationId]; value: Array<number> };
		/** The plan that stands of an allocation which is deciding, while the rules are asked about it. */
		candidates: { keys: [AllocationId]; value: Array<Flow> };
		/** The greedy plan of an allocation, while it is in the making. */
		greedyPlans: { keys: [AllocationId]; value: GreedyState };
		/** For which allocation a need was frozen last. It is frozen still while that runs and has time. */
		frozenNeeds: { keys: [NeedId]; value: AllocationId };
		/** For which allocation an offer was frozen last. It is frozen still while that runs and has time. */
		frozenOffers: { keys: [OfferId]; value: AllocationId };
		/** The lines of each allocation, by offer and need. */
		lines: { keys: [AllocationId]; value: Array<Flow> };
		/** What became of each line that is carried out, counted from zero. */
		outcomes: { keys: [AllocationId, number]; value: LineOutcome };
		/** Which line a transfer carries out, and between whom. */
		transferLines: { keys: [TransferId]; value: TransferLine };
		/**
		 * The offers of which goods that an allocation promised never left, because the giver withdrew or let the time for
		 * the dispatch pass; and that allocation, until it is archived. No other one gathers them.
		 */
		failedOffers: { keys: [OfferId]; value: AllocationId };
		/**
		 * The needs whose institutions withdrew from a transfer that an allocation made for them; and that allocation, until
		 * it is archived. No other one gathers them.
		 */
		declinedNeeds: { keys: [NeedId]; value: AllocationId };
		/** How far the needs of each group were filled, of allocations that ended well: by region, then by kind. */
		fillByGroup: { keys: [AllocationId]; value: Array<GroupFigures> };
		/** The newest record of each archived allocation, for as long as that record is live. */
		archived: { keys: [AllocationId]; value: RecordId };
	};
}

export type ActPage = {
	acts: Array<[Matter, HastyAct]>;
	next: Matter | null;
};

export type ActState = 'Pending' | { Spent: {
	until: bigint;
} };

export type Action = 'RegionRegistered' | 'RegionAmended' | 'InstitutionAdmitted' | 'ProfileAmended' | 'LicenceGranted' | 'LicenceRevoked' | 'InstitutionSuspended' | 'InstitutionReinstated' | 'AgentAppointed' | 'AgentRolesChanged' | 'AgentRemoved' | 'SiteRegistered' | 'ClassRegistered' | 'AgentInvited' | 'InvitationEnded' | 'AgentsReplaced' | 'InstitutionAmended' | 'InstitutionWoundUp' | 'SiteAmended' | 'LotRegistered' | 'LotCounted' | 'LotConsumed' | 'LotDestroyed' | 'LotRepacked' | 'LotCorrected' | 'LotRelocated' | 'CountClaimed' | 'CountConfirmed' | 'CountDismissed' | 'LotHandedOver' | 'LotWrittenOff' | 'LotArchived' | 'LotLapsed' | 'SenderApproved' | 'SenderApprovalRevoked' | 'TransferProposed' | 'TransferAccepted' | 'TransferDispatched' | 'TransferReceived' | 'TransferRejected' | 'TransferWithdrawn' | 'TransferExpired' | 'TransferDisputed' | 'DisputeResolved' | 'TransferAgreed' | 'LoanCalledIn' | 'CarriageAcknowledged' | 'CarriageDeclined' | 'KeepingRequested' | 'TransferArchived' | 'RoundOpened' | 'DmuObserved' | 'RoundSealed' | 'DmusProven' | 'RoundCompleted' | 'RoundExpired' | 'RoundCancelled' | 'RoundArchived' | 'EpochPruned' | 'RuntimeUpgraded' | 'CollatorsChanged' | 'RuleWritten' | 'RuleAmended' | 'RulePaused' | 'RuleResumed' | 'RuleWithdrawn' | 'CoSigned' | 'SignatureRevoked' | 'SignatureExpired' | 'NeedPublished' | 'NeedClosed' | 'NeedEscalated' | 'NeedExpired' | 'OfferMade' | 'OfferTaken' | 'OfferWithdrawn' | 'OfferReleased' | 'OrderGiven' | 'OrderPaused' | 'OrderResumed' | 'OrderRevoked' | 'OrderSent' | 'OrderOffered' | 'NeedBoundSet' | 'OrderBound' | 'ActRatified' | 'ActLapsed' | 'EmergencyDeclared' | 'EmergencyCalledOff' | 'EmergencyProlonged' | 'EmergencyClosed' | 'AllocationOpened' | 'AllocationAdvanced' | 'LinesAllocated' | 'NeedsEscalated' | 'AllocationEnded' | 'AllocationArchived' | 'PlanPosted' | 'PairsBarred' | 'HoldPlaced' | 'HoldLifted' | 'HoldsCleared' | 'RecallIssued' | 'RecallAdvanced' | 'RecallAcknowledged' | 'RecallClosed' | 'CaseOpened' | 'CountDemanded' | 'DocumentAttached' | 'DocumentAcknowledged' | 'HoldOrdered' | 'CaseClosed' | 'CaseVoided' | 'KeyRegistered' | 'KeyWithdrawn' | 'RingBuilt' | 'ContextDeclared' | 'ContextClosed' | 'PseudonymBound' | 'AppealMade' | 'AppealClosed' | 'PromiseMade' | 'PromiseWithdrawn' | 'ComplaintMade' | 'ComplaintAnswered' | 'RatingGiven' | 'SecretVoteCast' | 'SealingKeyPublished' | 'DocumentSent' | 'DocumentReceived' | 'ReferendumPutToRing' | 'SeatGiven' | 'SeatVacated' | 'SeatReassigned' | 'ReferendumSubmitted' | 'VoteCast' | 'ReferendumApproved' | 'ReferendumRejected' | 'ReferendumCalledOff' | 'ReferendumTimedOut' | 'MemberInducted' | 'MemberRanked' | 'MemberRemoved' | 'RankSet' | 'PlanDecided' | 'LinesCarriedOut' | 'LinesArchived';

export type Actor = { Account: string } | { Authority: Authority } | 'Proof' | { Pseudonym: string } | { Order: OrderId } | { Allocation: AllocationId } | { Plan: PlanId } | 'Chain';

export type Admission = {
	kind: InstitutionKind;
	region: RegionCode;
	name: Text;
	external: ExternalId | null;
	parent: InstitutionId | null;
	profile: string | null;
};

export type Agent = {
	institution: InstitutionId;
	roles: Array<Role>;
};

export type AgentState = 'Acting' | 'Invited';

export type Alarm = { Send: {
	order: OrderId;
	need: NeedId;
} } | { Offer: {
	order: OrderId;
} } | { Lapse: {
	need: NeedId;
} } | { Release: {
	offer: OfferId;
} };

export type Allocation = {
	emergency: EmergencyId;
	class: ClassId;
	openedAt: bigint;
	releaseAt: bigint;
	stage: EmergenciesStage;
	needs: number;
	offers: number;
	lines: number;
	carriedOut: number;
	unitKm: bigint;
	unitDaysHeld: bigint;
	leftOut: number;
	barred: number;
	method: Method | null;
	fingerprint: string | null;
	quality: Quality | null;
	archived: number;
	newestRecord: RecordId | null;
};

export type AllocationEnding = 'Allocated' | 'NothingToShare' | 'EmergencyOver' | 'TimeOver';

export type AllocationId = number;

export type Amendment = {
	kind: InstitutionKind;
	region: RegionCode;
	name: Text;
	external: ExternalId | null;
	parent: InstitutionId | null;
};

export type Among = { Receiver: InstitutionId } | { Region: RegionCode } | 'Everybody';

export type AnalysisError = 'NoValues' | 'TooManyValues' | 'ValueTooLarge' | 'TooManyDecimals' | 'MeanNotPositive' | 'NoSpread' | 'BandwidthNotPositive' | 'BandwidthOutOfRange' | 'BandwidthTooSmall' | 'TooFewPoints' | 'TooManyPoints' | 'BoundsNotAscending';

export type Answer = {
	found: bigint;
	done: bigint;
	document: string | null;
	at: bigint;
};

export type AppealId = bigint;

export type ArchivedReport = {
	seal: Seal;
	progress: Progress;
	completed: bigint;
};

export type ArchivedRound = {
	report: ArchivedReport | null;
	newestRecord: RecordId | null;
};

export type ArithmeticError = 'Underflow' | 'Overflow' | 'DivisionByZero';

export type AssemblyListPage = {
	entries: Array<ReferendumView>;
	next: ReferendumId | null;
};

export type Author = 'Governance' | { Institution: InstitutionId };

export type Authority = 'Root' | 'Council' | 'Assembly';

export type Awaited = 'Answer' | 'Dispatch' | 'Receipt' | 'Carriage' | 'Resolution';

export type AwaitedPage = {
	transfers: Array<[TransferId, Awaited]>;
	next: TransferId | null;
};

export type Ballot = {
	aye: boolean;
	weight: number;
};

export type Bandwidth = 'Silverman' | { Given: Decimal };

export type BaseUnit = 'Piece' | 'Kilogram' | 'Gram' | 'Milligram' | 'Litre' | 'Millilitre' | 'Metre' | 'Hour' | 'Day' | 'InternationalUnit';

export type Basis = Array<number>;

export type Batch = string;

export type Belt = 'Western' | 'Central' | 'Eastern';

export type Board = {
	needs: Array<NeedView>;
	offers: Array<[OfferId, Offer]>;
	orders: Array<[OrderId, Order]>;
};

export type CalendarDate = {
	year: number;
	month: number;
	day: number;
};

export type CalledInGoods = 'Returned' | 'Kept' | { Destroyed: {
	reason: Discrepancy;
} } | { Lost: {
	reason: Discrepancy;
} };

export type Capability = 'Ventilation' | 'ColdChain' | 'BloodProducts' | 'ControlledDrugs' | 'IntensiveCare' | 'BiosafetyLaboratory' | 'DangerousGoods';

export type Capacity = 'Receiver' | 'Carrier';

export type Carriage = {
	carrier: InstitutionId;
	acknowledgedAt: bigint | null;
};

export type Case = {
	supervisor: CaseSupervisor;
	subject: Subject;
	party: InstitutionId;
	region: RegionCode;
	reason: Text;
	openedAt: bigint;
	ended: Ended | null;
	demands: number;
	attachedBySupervisor: number;
	attachedByParty: number;
	newestRecord: RecordId | null;
};

export type CaseDocument = {
	digest: string;
	attachedBy: Side;
	attachedAt: bigint;
	acknowledgedAt: bigint | null;
};

export type CaseEnd = 'Closed' | 'Voided';

export type CaseId = bigint;

export type CasePage = {
	cases: Array<[CaseId, Case]>;
	next: CaseId | null;
};

export type CaseSupervisor = { Commission: InstitutionId } | 'Governance';

export type Certificate = {
	constant: Basis;
	variable: Basis;
};

export type CertificateBatch = {
	round: RoundId;
	fingerprint: string;
	size: SampleSize;
	certificates: Array<[number, Certificate]>;
};

export type CirculationError = 'NotParty' | 'SenderSuspended' | 'ReceiverSuspended' | 'CarrierSuspended' | 'SenderWoundUp' | 'ReceiverWoundUp' | 'CarrierWoundUp' | 'CarrierLacksCapability' | 'NotCarrier' | 'AlreadyAcknowledged' | 'SenderNotFound' | 'ReceiverNotFound' | 'CarrierNotFound' | 'SameInstitution' | 'TransferNotFound' | 'LotNotFound' | 'SiteNotFound' | 'LegNotFound' | 'NoLegs' | 'LegsDiffer' | 'ZeroQuantity' | 'QuantityTooLarge' | 'LegTooLarge' | 'InvalidCheckDigit' | 'InvalidCharacters' | 'InvalidRange' | 'LotExpired' | 'CapabilityMissing' | 'InsufficientStock' | 'ExceedsAccepted' | 'ExceedsShipped' | 'ExcessTooLarge' | 'ExceedsDisputed' | 'ExceedsRequested' | 'NotReturnable' | 'DeadlinePassed' | 'DeadlineNotReached' | 'DeadlinesReversed' | 'ReservationTooLong' | 'TransitTooLong' | 'TransitTooShort' | 'DueTooEarly' | 'LoanTooLong' | 'NotLoan' | 'LoanNotDue' | 'NothingToCallIn' | 'ReceivedBeforeDispatch' | 'ResolvedBeforeDispatch' | 'SensorOutsideTransit' | 'NotProposed' | 'NotAccepted' | 'NotDispatched' | 'AlreadyDispatched' | 'AlreadyReceived' | 'Ended' | 'NothingReported' | 'TooManyReceipts' | 'AlreadyApproved' | 'NotApproved' | 'TooManyApprovals' | 'Unchanged' | 'TransferArchived' | 'NotEnded' | 'RetentionNotOver' | 'LoanOutstanding' | 'ReturnsNotArchived' | 'DigestMismatch' | 'NotArchived' | 'RecordNotPruned' | 'IdsExhausted' | 'ExpectedBeforeDispatch' | 'RuleNotMet' | 'TooManyRules' | 'TooManyLegs' | 'ReturnServesNoNeed' | 'NeedNotFound' | 'NeedNotOpen' | 'NeedOfAnother' | 'ClassNotNeeded' | 'ShelfLifeTooShort' | 'TooLateForNeed' | 'TooEarlyForNeed' | 'MoreThanNeeded' | 'BoundByDecision' | 'Held' | 'SensorRequired' | 'SensorAfterDispatch' | 'NeedFrozen';

export type CirculationOutcome = { Rejected: RejectedGoods } | { Missing: MissingGoods } | { CalledIn: CalledInGoods };

export type Claim = {
	onHand: bigint;
	dailyUse: bigint;
};

export type ClaimedEvent = {
	claim: EventClaim;
	timeliness: Timeliness;
};

export type Class = {
	name: Text;
	kind: ClassKind;
	gtin: Gtin | null;
	unit: BaseUnit;
	unitsPerPack: number;
	requirements: Array<Requirement>;
	temperature: TemperatureRange | null;
	capability: Capability | null;
	carrierCapability: Capability | null;
	clinicalCode: ClinicalCode | null;
};

export type ClassChange = 'Relabelled' | 'PacksSplit' | 'PacksJoined' | 'WronglyRegistered';

export type ClassEntry = {
	class: Class;
	newestRecord: RecordId | null;
};

export type ClassId = number;

export type ClassKind = 'Consumable' | 'Device' | 'Drug' | 'BloodProduct' | 'Capacity';

export type Clause = {
	condition: RulesCondition;
	negated: boolean;
};

export type ClinicalCode = {
	system: Text;
	code: Text;
};

export type ColdChain = {
	range: TemperatureRange;
	sensor: boolean;
};

export type CollatorsEntry = {
	digest: string;
	newestRecord: RecordId | null;
};

export type Commissioning = 'Commissioned' | 'Observed';

export type ComplaintId = bigint;

export type Condition = 'Normal' | 'Damaged';

export type Conservation = {
	ledger: Ledger;
	due: bigint | null;
	held: bigint;
	next: Custody | null;
};

export type ContextId = number;

export type Count = {
	ayes: number;
	ayeWeight: number;
	nays: number;
	nayWeight: number;
};

export type CountClaim = {
	excess: bigint;
	reason: CountReason;
	event: EventClaim | null;
	until: bigint;
};

export type CountKey = {
	days: number;
	among: Among;
};

export type CountReason = 'StockTake' | 'Breakage' | 'Theft' | 'Spoilage' | 'ClericalError' | 'Excess';

export type Current = {
	expiry: number;
	supply: number;
	left: bigint;
	asked: [number, number] | null;
};

export type Curve = {
	count: number;
	bandwidth: bigint;
	bandwidthDecimals: number;
	xDecimals: number;
	densityDecimals: number;
	points: Array<Point>;
};

export type Custody = {
	custodian: InstitutionId;
	owner: InstitutionId;
};

export type Decimal = {
	mantissa: bigint;
	decimals: number;
};

export type Declaration = {
	regions: Array<RegionCode>;
	classes: Array<ClassId>;
	severity: Severity;
	until: bigint;
};

export type Demand = {
	lot: LotId;
	by: bigint;
	demandedAt: bigint;
	hold: HoldId;
	counted: [bigint, bigint] | null;
};

export type DensityError = 'RoundNotFound' | 'NotSealed' | 'IndicatorNotFound' | { Estimate: AnalysisError } | 'RoundArchived';

export type Derivation = 'Repacked' | 'Corrected';

export type DestroyFrom = 'Available' | 'Quarantined';

export type DestroyReason = 'Expired' | 'Damaged' | 'Contaminated' | 'Recalled' | 'Other';

export type Destruction = {
	from: DestroyFrom;
	reason: DestroyReason;
	document: string | null;
};

export type Discrepancy = 'Damaged' | 'MismatchQuantity' | 'MismatchClass' | 'Expired' | 'ColdChainBreach' | 'Stolen' | 'Lost' | 'Unknown';

export type DispatchError = 'Other' | 'CannotLookup' | 'BadOrigin' | { Module: ModuleError } | 'ConsumerRemaining' | 'NoProviders' | 'TooManyConsumers' | { Token: TokenError } | { Arithmetic: ArithmeticError } | { Transactional: TransactionalError } | 'Exhausted' | 'Corruption' | 'Unavailable' | 'RootNotAllowed' | { Trie: TrieError };

export type DispatchTime = { At: number } | { After: number };

export type Dmu = { Region: RegionCode } | { Institution: InstitutionId };

export type DmuReport = {
	crste: Score;
	vrste: Score;
	nirs: Score;
	scale: Score;
	returnsToScale: ReturnsToScale;
	inputSlacks: Array<Slack>;
	outputSlacks: Array<Slack>;
	peers: Array<Peer>;
};

export type DocumentId = bigint;

export type Draft = {
	lines: Array<LineOrder>;
	institutions: Array<DraftEntry>;
	level: bigint | null;
	complete: boolean;
};

export type DraftEntry = {
	institution: InstitutionId;
	available: bigint;
	dailyUse: bigint;
	cover: bigint | null;
	availableAfter: bigint;
	coverAfter: bigint | null;
};

export type Duty = { Send: {
	share: Percent;
	most: bigint;
	days: number;
} } | { Offer: {
	within: number;
	open: number;
	least: bigint;
} };

export type DutyPage = {
	duties: Array<DutyView>;
	next: InstitutionId | null;
};

export type DutyView = {
	institution: InstitutionId;
	duty: RecallsDuty;
	due: bigint;
	isOpen: boolean;
	daysOverdue: number | null;
};

export type Effect = 'InForce' | 'OutOfForce';

export type Efficiency = {
	crste: bigint;
	vrste: bigint;
	scale: bigint;
	returnsToScale: ReturnsToScale;
	slacks: Array<bigint>;
	peers: Array<[number, bigint]>;
};

export type EmergenciesError = 'NoRegions' | 'NoClasses' | 'NotAscending' | 'RegionNotFound' | 'ClassNotFound' | 'EndPassed' | 'TooLong' | 'AlreadyDeclared' | 'NotRatifiedLately' | 'TooManyUnratified' | 'IdsExhausted' | 'EmergencyNotFound' | 'NotInForce' | 'NotPending' | 'NotRatified' | 'NotLater' | 'StillInForce' | 'StillCooling' | 'NothingToDo' | 'NotClosed' | 'RecordNotPruned' | 'AllocationsStored' | 'ClassNotCovered' | 'NotAuthorized' | 'AlreadyRunning' | 'TooManyRunning' | 'TooSoon' | 'AllocationNotFound' | 'AllocationEnded' | 'AllocationRunning' | 'RetentionNotOver' | 'TransferPending' | 'DigestMismatch' | 'NotArchived' | 'NotDeciding' | 'DeadlinePassed' | 'WrongFingerprint' | 'CandidateStands' | 'NoBars' | 'TooManyBars' | 'NotBarred' | 'BarIdle' | 'PriceCountWrong' | 'PriceTooHigh' | 'FlowsNotAscending' | 'NoSuchPair' | 'EmptyFlow' | 'SupplyExceeded' | 'DemandExceeded' | 'SupplyLeft' | 'DemandOpen' | 'NotTight' | 'PairForbidden' | 'NotOptimal';

export type EmergenciesGroup = { Region: RegionCode } | { Kind: InstitutionKind };

export type EmergenciesLineReport = {
	line: number;
	offer: OfferId;
	giver: InstitutionId;
	from: RegionCode;
	need: NeedId;
	receiver: InstitutionId;
	to: RegionCode;
	kilometres: number;
	quantity: bigint;
	state: EmergenciesLineState;
	outcome: LineOutcome | null;
};

export type EmergenciesLineState = 'Waiting' | 'Dropped' | 'Skipped' | 'Reserved' | 'UnderWay' | 'Disputed' | 'Arrived' | 'NothingArrived' | 'Archived' | 'Unsent';

export type EmergenciesStage = { GatheringNeeds: {
	after: [RegionCode, NeedId] | null;
	looked: number;
} } | { GatheringOffers: {
	after: OfferId | null;
	looked: number;
} } | 'Apportioning' | { Deciding: {
	decideBy: bigint;
	asked: number | null;
} } | { Greedy: {
	taken: number;
} } | { CarryingOut: {
	next: number;
} } | { Escalating: {
	next: number;
} } | 'Summing' | { Ended: {
	how: AllocationEnding;
	at: bigint;
} } | { Clearing: {
	how: AllocationEnding;
	next: number;
} };

export type Emergency = {
	declaration: Declaration;
	declaredAt: bigint;
	hasty: Hasty;
	ended: [EmergencyEnding, bigint] | null;
	covers: number;
	allocations: number;
	newestRecord: RecordId | null;
};

export type EmergencyEnding = 'CalledOff' | 'NotRatified';

export type EmergencyId = number;

export type EmergencyPage = {
	emergencies: Array<[EmergencyId, EmergencyView]>;
	next: EmergencyId | null;
};

export type EmergencyView = {
	emergency: Emergency;
	inForce: boolean;
};

export type Ended = {
	how: CaseEnd;
	reason: Text;
	at: bigint;
};

export type Ending = 'Filled' | 'Closed' | 'Expired';

export type Entry = {
	id: RecordId;
	record: Record;
};

export type Epoch = {
	first: RecordId;
	last: RecordId;
	count: number;
	root: string;
	opened: bigint;
	closed: bigint;
	newestRecord: RecordId | null;
};

export type EpochId = bigint;

export type EpochSpan = {
	first: EpochId;
	last: EpochId;
};

export type EventClaim = {
	at: bigint;
	utcOffset: number;
};

export type Evidence = {
	onHand: bigint;
	dailyUse: bigint;
	days: number;
};

export type Exclusion = 'NotReported' | { Missing: number } | { ZeroInput: number };

export type Expiry = { Day: CalendarDate } | { Month: {
	year: number;
	month: number;
} };

export type Explanation = {
	findings: Array<NeedsError>;
	transfer: Array<Finding>;
};

export type Extent = 'Whole' | { Units: bigint };

export type ExternalId = { Gln: {
	gln: Gln;
	extension: Text | null;
} } | { Uri: Text };

export type Fill = {
	asked: bigint;
	shared: bigint;
	promised: bigint;
};

export type Finding = {
	leg: number | null;
	error: CirculationError;
	unmet: Unmet | null;
};

export type Floor = { Units: bigint } | { Days: number };

export type Flow = {
	supply: number;
	demand: number;
	quantity: bigint;
};

export type Force = 'Binding' | { Paused: {
	by: Author;
} };

export type FormFinding = {
	line: number | null;
	error: ReallocationError;
};

export type FrozenNeed = {
	need: NeedId;
	institution: InstitutionId;
	place: number;
	kind: InstitutionKind;
	tier: Priority;
	asked: bigint;
	dailyUse: bigint;
	share: bigint;
	promised: bigint;
	hadNothing: boolean;
};

export type FrozenOffer = {
	offer: OfferId;
	institution: InstitutionId;
	place: number;
	expiresAt: bigint | null;
	since: bigint;
	left: bigint;
	pairs: Array<bigint>;
};

export type Gln = string;

export type Goods = { Lot: LotId } | { Class: ClassId };

export type Greedy = {
	current: Current | null;
	open: Array<bigint>;
};

export type GreedyState = {
	plan: Greedy;
	refused: number;
};

export type Grid = {
	points: number;
	bounds: [Decimal, Decimal] | null;
};

export type GridSquare = {
	latitude: number;
	longitude: number;
};

export type Group = 'All' | { Belt: Belt } | 'Elsewhere';

export type GroupFigures = {
	group: EmergenciesGroup;
	fill: Fill;
	gini: number;
};

export type GroupMeans = {
	belt: Belt | null;
	dmus: number;
	means: Means;
};

export type Gtin = string;

export type Hasty = 'No' | { Pending: {
	ratifyBy: bigint;
} } | 'Ratified';

export type HastyAct = {
	effect: Effect;
	actedAt: bigint;
	lapsesAt: bigint;
	state: ActState;
};

export type HeldBy = 'Chain' | 'Custodian' | { Supervisor: InstitutionId } | 'Governance' | { Maker: InstitutionId };

export type HeldHolding = {
	key: HoldingKey;
	holding: Holding;
	lotHeld: boolean;
};

export type HeldPage = {
	holdings: Array<HeldHolding>;
	next: [LotId, InstitutionId] | null;
};

export type Hold = {
	id: HoldId;
	kind: HoldKind;
	extent: Extent;
	by: HoldBy;
	reason: Text | null;
	document: string | null;
	placedAt: bigint;
	case: InCase | null;
};

export type HoldBy = 'Chain' | 'Custodian' | { Supervisor: InstitutionId } | 'Governance';

export type HoldId = bigint;

export type HoldKind = 'Quarantine' | 'Damage' | 'ColdChainBreach' | 'Legal' | 'Recall' | 'CountDemanded';

export type HoldPlace = { Lot: LotId } | { Holding: HoldingKey };

export type HoldView = {
	on: HoldPlace;
	id: HoldId | null;
	kind: HoldKind;
	extent: Extent;
	by: HeldBy;
	reason: Text | null;
	document: string | null;
	placedAt: bigint;
	case: CaseId | null;
	liftedBy: Array<Lifter>;
};

export type Holding = {
	available: bigint;
	offered: bigint;
	reserved: bigint;
	quarantined: bigint;
	inTransit: bigint;
	disputed: bigint;
	site: SiteNumber | null;
	held: boolean;
};

export type HoldingKey = {
	lot: LotId;
	custodian: InstitutionId;
	owner: InstitutionId;
};

export type InCase = {
	case: CaseId;
	demand: number | null;
};

export type Indicator = {
	name: Text;
	unit: Text;
	decimals: number;
	role: IndicatorRole;
};

export type IndicatorRole = 'Input' | 'Output' | 'Descriptive';

export type Institution = {
	kind: InstitutionKind;
	region: RegionCode;
	name: Text;
	external: ExternalId | null;
	parent: InstitutionId | null;
	profile: string | null;
	licences: Array<Licence>;
	admins: number;
	agents: number;
	invitations: number;
	newestRecord: RecordId | null;
};

export type InstitutionId = number;

export type InstitutionKind = 'Hospital' | 'HealthCommission' | 'DiseaseControlCentre' | 'ReliefOrganisation' | 'Donor' | 'Supplier' | 'Laboratory' | 'Carrier';

export type InstitutionStanding = 'Active' | { Suspended: {
	since: bigint;
} } | { WoundUp: {
	at: bigint;
} };

export type InstitutionView = {
	institution: Institution;
	standing: InstitutionStanding;
};

export type Institutions = string;

export type Instruction = {
	class: ClassId;
	scope: Scope;
	floor: Floor;
	pace: Pace;
	duty: Duty;
};

export type Issuer = { Maker: InstitutionId } | { Supervisor: InstitutionId } | 'Governance';

export type LapseExplanation = {
	act: HastyAct | null;
	obstacles: Array<DispatchError>;
};

export type Lately = {
	sent: Sent;
	times: number;
	turnedDown: Array<NeedId>;
};

export type Ledger = {
	registered: bigint;
	repackedIn: bigint;
	found: bigint;
	consumed: bigint;
	destroyed: bigint;
	lost: bigint;
	repackedOut: bigint;
};

export type LeftOut = 'Frozen' | 'Failed' | 'Declined' | 'NotOpen' | 'Elsewhere' | 'NoPlace' | 'NoPair' | 'TooManyOfGiver' | 'NoRoom';

export type Leg = {
	lot: LotId;
	quantity: bigint;
	pack: Sscc | null;
};

export type LegReceipt = {
	accepted: bigint;
	condition: Condition;
	rejected: Shortfall | null;
	missing: Shortfall | null;
	excess: Shortfall | null;
};

export type Lent = {
	lot: LotId;
	outstanding: bigint;
	calledIn: bigint;
};

export type LevelEntry = {
	available: bigint;
	day: bigint;
	used: bigint;
	mean: bigint;
	days: number;
};

export type LevelView = {
	available: bigint;
	dailyUse: bigint;
	days: number;
	daysOfCover: bigint | null;
};

export type Licence = {
	capability: Capability;
	expires: bigint;
	claim: string | null;
};

export type Lifter = 'Custodian' | 'LicensedCustodian' | { Commission: InstitutionId } | 'WiderCommission' | 'Governance' | { Closing: RecallId } | 'Count';

export type LineExplanation = {
	outcome: ReallocationOutcome;
	findings: Array<Finding>;
};

export type LineOrder = {
	giver: InstitutionId;
	goods: Goods;
	receiver: InstitutionId;
	serves: NeedId | null;
	quantity: bigint;
};

export type LineOutcome = { Made: {
	transfer: TransferId;
	quantity: bigint;
} } | { Skipped: {
	error: DispatchError;
	unmet: Unmet | null;
} } | { Unsent: {
	transfer: TransferId;
	quantity: bigint;
} };

export type LineReport = {
	line: number;
	order: LineOrder;
	state: LineState;
	outcome: ReallocationOutcome | null;
};

export type LineState = 'Waiting' | 'Reserved' | 'Overdue' | 'UnderWay' | 'Disputed' | 'Arrived' | 'NothingArrived' | 'Archived' | 'Expired' | 'TurnedDown' | 'Barred' | 'Refused';

export type LinesPage = {
	lines: Array<EmergenciesLineReport>;
	next: number | null;
};

export type ListPage = {
	entries: Array<NeedView>;
	next: [RegionCode, NeedId] | null;
};

export type LoanState = {
	due: bigint;
	overdue: boolean;
	legs: Array<Lent>;
};

export type Lot = {
	identity: LotIdentity;
	origin: LotOrigin | null;
	registeredBy: InstitutionId;
};

export type LotArchive = {
	lot: LotId;
	entry: LotEntry;
	madeOf: Array<RepackInput>;
};

export type LotEntry = {
	lot: Lot;
	capability: Capability | null;
	carrierCapability: Capability | null;
	coldChain: ColdChain | null;
	ledger: Ledger;
	offspring: number;
	held: boolean;
	newestRecord: RecordId | null;
};

export type LotId = bigint;

export type LotIdentity = {
	class: ClassId;
	batch: Batch | null;
	serial: Serial | null;
	made: CalendarDate | null;
	expiry: Expiry | null;
	window: Window | null;
	donor: InstitutionId | null;
	earmark: Text | null;
	commissioning: Commissioning;
	document: string | null;
};

export type LotOrigin = {
	lot: LotId;
	by: Derivation;
};

export type LotView = {
	lot: Lot;
	expiresAt: bigint | null;
	expired: boolean;
	held: boolean;
};

export type LotWhereabouts = {
	lot: LotId;
	class: ClassId;
	ledger: Ledger;
	held: boolean;
	holdings: Array<[Custody, Holding]>;
};

export type MadeLot = {
	lot: LotId;
	quantity: bigint;
	classChange: ClassChange | null;
};

export type Matter = { Standing: InstitutionId } | { Emergency: EmergencyId };

export type Means = {
	crste: Score;
	vrste: Score;
	scale: Score;
};

export type Measure = 'Comprehensive' | 'Technical' | 'Scale';

export type Method = 'Greedy' | 'Proven';

export type MissingGoods = 'Found' | { WrittenOff: {
	reason: Discrepancy;
} } | 'Delivered';

export type Model = {
	orientation: Orientation;
	weights: SlackWeights;
};

export type ModuleError = {
	index: number;
	error: string;
};

export type Need = {
	institution: InstitutionId;
	request: Request;
	evidence: Evidence;
	region: RegionCode;
	escalations: number;
	until: bigint;
	promised: bigint;
	unanswered: bigint;
	delivered: bigint;
	ended: [Ending, bigint] | null;
	newestRecord: RecordId | null;
};

export type NeedExplanation = {
	evidence: Evidence;
	cap: bigint;
	asked: bigint;
	findings: Array<NeedsError>;
};

export type NeedFacts = {
	institution: InstitutionId;
	kind: InstitutionKind;
	lineage: Array<RegionCode>;
	capabilities: Array<Capability>;
	priority: Priority;
	from: bigint | null;
	until: bigint;
	shelfLife: number;
};

export type NeedId = bigint;

export type NeedReport = {
	place: number;
	need: FrozenNeed;
	offers: number;
	planned: bigint;
	skipped: Array<SkippedLine>;
	unsent: bigint;
};

export type NeedView = {
	id: NeedId;
	need: Need;
	open: bigint;
	overdue: boolean;
	claimsWithoutHistory: boolean;
};

export type NeedsError = 'NotOwn' | 'ClassNotFound' | 'ClassNamedTwice' | 'UnitsDiffer' | 'ZeroQuantity' | 'EndPassed' | 'TooLong' | 'WindowReversed' | 'SiteNotFound' | 'TooManyNeeds' | 'AboveCap' | 'NeedNotFound' | 'NeedNotOpen' | 'Ended' | 'TimeNotOver' | 'NeedCovered' | 'OfferNotFound' | 'LotNotFound' | 'InvalidLeast' | 'ReturnNotOffered' | 'ExpiresBeforeEnd' | 'InsufficientStock' | 'BelowFloor' | 'TooManyOffers' | 'RegionNotFound' | 'InvalidPace' | 'OwnOffer' | 'BelowLeast' | 'InsufficientOffer' | 'NotUrgentEnough' | 'KindOutsideScope' | 'RegionOutsideScope' | 'CapabilityMissing' | 'OrderNotFound' | 'TooManyOrders' | 'InvalidPeriod' | 'OrderPaused' | 'OrderNotPaused' | 'NeedEndsTooSoon' | 'OtherDuty' | 'OwnNeed' | 'ClassNotNeeded' | 'PeriodUsedUp' | 'TurnedDown' | 'NothingToSend' | 'NothingToOffer' | 'GiverInactive' | 'NotEnded' | 'RecordNotPruned' | 'StillPromised' | 'IdsExhausted' | 'NoEmergency' | 'Frozen';

export type NeedsListPage = {
	entries: Array<[OfferId, Offer]>;
	next: [ClassId, OfferId] | null;
};

export type NeedsPage = {
	needs: Array<NeedReport>;
	next: number | null;
};

export type NeedsWindow = {
	from: bigint | null;
	until: bigint;
};

export type NotSent = 'Overdue' | 'TurnedDown' | 'Barred';

export type Observation = {
	dmu: Dmu;
	belt: Belt | null;
	values: Array<bigint | null>;
	place: number | null;
	exclusion: Exclusion | null;
};

export type Obstacle = 'InstitutionNotFound' | 'Suspended' | 'WoundUp' | 'NotMember' | 'AgentsReplaced' | 'ReferendumNotFound' | 'ReferendumNotOngoing' | 'AwaitsRing' | 'SecretBallot';

export type Offer = {
	institution: InstitutionId;
	class: ClassId;
	supply: Supply;
	left: bigint;
	order: OrderId | null;
	ended: [OfferEnding, bigint] | null;
	newestRecord: RecordId | null;
};

export type OfferEnding = 'Taken' | 'Withdrawn' | 'Released';

export type OfferId = bigint;

export type Opening = {
	specification: RoundSpecification;
	opened: bigint;
	dmus: number;
};

export type Order = {
	institution: InstitutionId;
	instruction: Instruction;
	paused: boolean;
	lately: Lately;
	ended: bigint | null;
	newestRecord: RecordId | null;
};

export type OrderId = bigint;

export type Orientation = 'Input' | 'Output';

export type Origin = { Offer: OfferId } | { Order: [OrderId, NeedId, Sent] };

export type Outcome = 'Approved' | 'Rejected' | 'CalledOff' | 'TimedOut';

export type OverdueLine = {
	plan: PlanId;
	line: number;
	giver: InstitutionId;
	transfer: TransferId;
	state: LineState;
};

export type OverduePage = {
	lines: Array<OverdueLine>;
	next: [PlanId, number] | null;
};

export type Pace = {
	dispatch: number;
	transit: number;
};

export type Page = {
	entries: Array<Entry>;
	rest: Rest;
};

export type Pair = {
	supply: number;
	demand: number;
};

export type Party = 'Sender' | 'Receiver' | 'Carrier';

export type Passage = {
	rule: RuleId;
	version: number;
	met: number;
	shares: Array<Share>;
};

export type Peer = {
	dmu: number;
	weight: Score;
};

export type Percent = number;

export type Place = {
	name: Text;
	external: ExternalId | null;
	region: RegionCode;
	kind: SiteKind;
	temperature: TemperatureRange | null;
	grid: GridSquare | null;
};

export type PlaceSeat = {
	region: RegionCode;
	seat: Seat;
};

export type Plan = {
	dispatchBy: bigint;
	receiveBy: bigint;
	lines: number;
	carriedOut: number;
	archived: number;
	decidedAt: bigint;
	newestRecord: RecordId | null;
};

export type PlanExplanation = {
	findings: Array<FormFinding>;
	lines: Array<LineExplanation>;
};

export type PlanId = bigint;

export type Point = {
	x: bigint;
	density: bigint;
};

export type PostedPlan = {
	allocation: AllocationId;
	fingerprint: string;
	bars: Array<Pair>;
	flows: Array<Flow>;
	supplyPrices: Array<Price>;
	demandPrices: Array<Price>;
};

export type Posting = { Need: NeedId } | { Offer: OfferId } | { Order: OrderId };

export type Price = bigint;

export type PrimitivesProgress = 'Ongoing' | { Decided: {
	outcome: Outcome;
	at: number;
} };

export type Priority = 'Routine' | 'Urgent' | 'Asap' | 'Stat';

export type ProblemView = {
	needs: Array<FrozenNeed>;
	offers: Array<FrozenOffer>;
	barred: Array<Array<bigint>>;
	places: Array<PlaceSeat>;
	kilometres: Array<number>;
	lines: Array<Flow>;
	candidate: Array<Flow> | null;
	fingerprint: string | null;
};

export type Progress = {
	all: Sums;
	western: Sums;
	central: Sums;
	eastern: Sums;
	elsewhere: Sums;
};

export type ProofError = 'NotFound' | 'EpochOpen' | { Pruned: EpochId };

export type Proposal = {
	to: InstitutionId;
	fromSite: SiteNumber | null;
	toSite: SiteNumber | null;
	terms: Terms;
	legs: Array<Leg>;
	dispatchBy: bigint;
	receiveBy: bigint;
	serves: NeedId | null;
};

export type Quality = {
	all: Fill;
	ofThoseWithout: Fill;
	unitKm: bigint;
	leastKm: bigint | null;
	unitDaysHeld: bigint;
	gini: number;
};

export type Ranked = {
	rank: number;
	dmu: Dmu;
	belt: Belt | null;
	score: Score;
};

export type Reach = 'Receiver' | 'Region' | 'Everybody';

export type ReallocationError = 'NoLines' | 'ZeroQuantity' | 'SameInstitution' | 'DeadlinePassed' | 'DeadlinesReversed' | 'ReservationTooLong' | 'TransitTooShort' | 'TransitTooLong' | 'PlanNotFound' | 'PlanArchived' | 'NothingToDo' | 'LotNotFound' | 'NothingAvailable' | 'NothingWithinReach' | 'IdsExhausted' | 'LinesWaiting' | 'RetentionNotOver' | 'TransferPending' | 'DigestMismatch' | 'NotArchived' | 'RecordNotPruned';

export type ReallocationOutcome = { Made: {
	transfer: TransferId;
	quantity: bigint;
	short: Shortage | null;
	yielded: Array<RuleId>;
} } | { Refused: {
	error: DispatchError;
	unmet: Unmet | null;
} } | { Unsent: {
	transfer: TransferId;
	quantity: bigint;
	how: NotSent;
} };

export type Recall = {
	issuer: Issuer;
	lots: Array<LotId>;
	registrants: Array<InstitutionId>;
	class: ClassId;
	severity: RecallSeverity;
	action: RecallAction;
	notice: string;
	answerWithin: bigint;
	issuedAt: bigint;
	state: RecallState;
	closedAt: bigint | null;
	asked: number;
	answered: number;
	marked: number;
	held: number;
	awaited: number;
	walk: number;
	freed: LotId | null;
	goods: bigint;
	found: bigint;
	done: bigint;
	wholeStepIn: number | null;
	newestRecord: RecordId | null;
};

export type RecallAction = 'Hold' | 'Return' | 'Destroy';

export type RecallId = bigint;

export type RecallSeverity = 'I' | 'II' | 'III';

export type RecallState = 'Spreading' | 'Standing' | 'Closing' | 'Closed';

export type RecallsDuty = {
	askedAt: bigint;
	answer: Answer | null;
	isOpen: boolean;
};

export type RecallsProgress = {
	recall: Recall;
	waiting: number;
};

export type RecallsReach = { Since: bigint } | 'Waiting';

export type RecallsStage = { Offspring: LotId | null } | { Holders: Custody | null };

export type Receipt = {
	by: Actor;
	legs: Array<LegReceipt>;
	sensor: SensorSummary | null;
	document: string | null;
	event: EventClaim;
	recordedAt: bigint;
};

export type Record = {
	time: bigint;
	block: number;
	extrinsic: number | null;
	actor: Actor;
	institution: InstitutionId | null;
	action: Action;
	subject: Subject;
	digest: string;
	event: ClaimedEvent | null;
	previous: RecordId | null;
	previousOfInstitution: RecordId | null;
};

export type RecordId = bigint;

export type RecordKey = string;

export type RecordProof = {
	epoch: EpochId;
	root: string;
	proof: Array<string>;
	numberOfLeaves: number;
	leafIndex: number;
	leaf: string;
};

export type Referendum = {
	institution: InstitutionId;
	track: Track;
	preimage: string | null;
	recorded: Outcome | null;
	newestRecord: RecordId | null;
};

export type ReferendumId = number;

export type ReferendumView = {
	id: ReferendumId;
	institution: InstitutionId;
	track: Track;
	progress: PrimitivesProgress;
	enactment: number | null;
	recorded: Outcome | null;
	secrecy: Secrecy | null;
};

export type Region = {
	name: Text;
	parent: RegionCode | null;
	belt: Belt | null;
	population: bigint;
};

export type RegionCode = string;

export type RegionEntry = {
	region: Region;
	newestRecord: RecordId | null;
};

export type RegionStock = {
	levels: Array<[InstitutionId, LevelView]>;
	next: InstitutionId | null;
};

export type RegistryEntry = { Lot: LotEntry } | { Holding: Holding };

export type RegistryPage = 'Lot' | { Holding: Custody };

export type RejectedGoods = 'Returned' | 'Destroyed' | 'Delivered';

export type RepackInput = {
	lot: LotId;
	quantity: bigint;
};

export type RepackOutput = {
	identity: LotIdentity;
	quantity: bigint;
	classChange: ClassChange | null;
};

export type Report = {
	method: number;
	model: Model;
	fingerprint: string;
	sealed: bigint;
	stage: Stage;
	completed: bigint | null;
	dmus: number;
	proven: number;
	means: Means | null;
	belts: Array<GroupMeans>;
	excluded: Array<[Dmu, Exclusion]>;
};

export type ReportPage = {
	lines: Array<LineReport>;
	next: number | null;
};

export type ReportRow = {
	place: number;
	dmu: Dmu;
	belt: Belt | null;
	efficiency: DmuReport;
};

export type Request = {
	class: ClassId;
	substitutes: Array<ClassId>;
	quantity: bigint;
	priority: Priority;
	window: NeedsWindow;
	site: SiteNumber | null;
	shelfLife: number;
	note: string | null;
	claim: Claim | null;
};

export type Requirement = 'Batch' | 'Expiry' | 'Serial' | 'Sensor';

export type Rest = 'Nothing' | 'More' | { Pruned: {
	record: RecordId;
	epoch: EpochId;
} } | 'NotFound';

export type ReturnFrom = 'Available' | 'Quarantined';

export type ReturnsToScale = 'Constant' | 'Increasing' | 'Decreasing';

export type RingId = {
	role: Role;
	number: number;
};

export type Role = 'Admin' | 'Stock' | 'Dispatch' | 'Receive' | 'Statistics' | 'Vote';

export type Roster = { Regions: Array<RegionCode> } | { Institutions: Array<InstitutionId> };

export type Round = {
	stage: Stage;
	observed: number;
	seal: Seal | null;
	progress: Progress;
	ended: bigint | null;
	newestRecord: RecordId | null;
};

export type RoundId = number;

export type RoundSpecification = {
	title: Text;
	note: Text | null;
	indicators: Array<Indicator>;
	model: Model;
	observeBy: bigint;
	reportBy: bigint;
};

export type RoundView = {
	specification: RoundSpecification;
	opened: bigint;
	dmus: number;
	stage: Stage;
	observed: number;
	seal: Seal | null;
	progress: Progress;
	ended: bigint | null;
	newestRecord: RecordId | null;
};

export type Row = {
	dmu: Dmu;
	belt: Belt | null;
	values: Array<bigint | null>;
};

export type Rule = {
	author: Author;
	class: ClassId | null;
	wording: Array<Array<Clause>>;
	digest: string;
	version: number;
	force: Force;
	newestRecord: RecordId | null;
};

export type RuleId = number;

export type RuleIndex = {
	governed: Array<[ClassId | null, Array<RuleId>]>;
	authors: Institutions;
};

export type RulesCondition = { Licensed: {
	party: Party;
	capability: Capability;
} } | { OfKind: {
	party: Party;
	kind: InstitutionKind;
} } | { Within: {
	party: Party;
	region: RegionCode;
} } | { ShelfLife: {
	days: number;
} } | { KeepsUnits: {
	units: bigint;
} } | { KeepsDays: {
	days: number;
} } | { AtMost: {
	quantity: bigint;
	days: number;
	to: Reach;
} } | { Terms: {
	among: Array<TermsKind>;
} } | { Between: {
	least: bigint;
	most: bigint;
} } | { Serves: {
	priority: Priority;
} } | { Emergency: {
	severity: Severity;
} } | { CoSigned: {
	kind: InstitutionKind;
	signing: Signing;
} };

export type RulesCount = {
	period: bigint;
	quantity: bigint;
};

export type RuntimeEntry = {
	specVersion: number;
	implVersion: number;
	newestRecord: RecordId | null;
};

export type SampleSize = {
	listed: number;
	dmus: number;
	columns: number;
};

export type Scope = {
	regions: Array<RegionCode>;
	kinds: Array<InstitutionKind>;
	capabilities: Array<Capability>;
	priority: Priority;
};

export type Score = bigint;

export type Seal = {
	at: bigint;
	method: number;
	fingerprint: string;
	dmus: number;
	excluded: number;
};

export type Seat = {
	latitude: number;
	longitude: number;
};

export type SeatsError = 'InstitutionNotFound' | 'NotCommission' | 'CommissionNotActive' | 'AgentNotFound' | 'SeatAlreadyExists' | 'TooManySeats' | 'SeatNotFound' | 'LastSeat' | 'Unchanged' | 'TooManyMotions' | 'LicenceExpired' | 'DeadlinePassed' | 'TooDeep' | 'NobodyVotes' | 'TooFewAyes' | 'TooManyParts';

export type Secrecy = { Wanted: {
	until: number;
} } | 'Granted';

export type SensorSummary = {
	min: number;
	max: number;
	mean: number;
	device: Text;
	from: bigint;
	to: bigint;
	digest: string;
};

export type Sent = {
	period: bigint;
	quantity: bigint;
};

export type Serial = string;

export type Service = {
	need: NeedId;
	priority: Priority;
	promised: boolean;
};

export type Severity = 'General' | 'Major' | 'Serious' | 'Extreme';

export type Share = {
	key: CountKey;
	period: bigint;
	quantity: bigint;
};

export type ShelfKey = {
	expiresAt: string;
	lot: string;
	owner: string;
};

export type ShelfPlace = {
	expiresAt: bigint | null;
	lot: LotId;
	owner: InstitutionId;
};

export type Shipment = {
	carriage: Carriage | null;
	sscc: Sscc | null;
	expected: bigint | null;
	sensor: SensorSummary | null;
	event: EventClaim;
	dispatchedAt: bigint;
};

export type Shortage = 'Stock' | 'Transfer' | 'Shelf';

export type Shortfall = {
	quantity: bigint;
	reason: Discrepancy;
};

export type Side = 'Supervisor' | 'Party';

export type Signature = {
	by: InstitutionId;
	version: number;
	until: bigint;
};

export type Signed = { Pair: {
	sender: InstitutionId;
	receiver: InstitutionId;
} } | { Transfer: TransferId };

export type Signing = 'Pair' | 'Transfer';

export type SiteEntry = {
	place: Place;
	newestRecord: RecordId | null;
};

export type SiteId = {
	institution: InstitutionId;
	number: SiteNumber;
};

export type SiteKind = 'Warehouse' | 'Pharmacy' | 'Ward' | 'Laboratory' | 'Dock' | 'Office';

export type SiteNumber = number;

export type SkippedLine = {
	line: number;
	error: DispatchError;
	unmet: Unmet | null;
};

export type Slack = bigint;

export type SlackWeights = 'Mean' | 'Raw';

export type Snapshot = {
	rows: Array<Row>;
	excluded: Array<[Row, Exclusion]>;
};

export type Sscc = string;

export type Stage = 'Open' | 'Sealed' | 'Complete' | 'Expired' | 'Cancelled';

export type Status = 'Proposed' | 'Accepted' | 'Dispatched' | 'Settled' | 'Rejected' | 'Withdrawn' | 'Expired' | 'Disputed';

export type Subject = { Region: RegionCode } | { Institution: InstitutionId } | { Site: SiteId } | { Class: ClassId } | { Lot: LotId } | { Transfer: TransferId } | { Round: RoundId } | { Epoch: EpochId } | 'Runtime' | 'Collators' | { Recall: RecallId } | { Case: CaseId } | { Rule: RuleId } | { Need: NeedId } | { Offer: OfferId } | { Order: OrderId } | { Emergency: EmergencyId } | { Allocation: AllocationId } | { Ring: RingId } | { Context: ContextId } | { Appeal: AppealId } | { Complaint: ComplaintId } | { Document: DocumentId } | 'Council' | { Referendum: ReferendumId } | 'Assembly' | { Plan: PlanId };

export type Sums = {
	proven: number;
	crste: bigint;
	vrste: bigint;
	scale: bigint;
};

export type SupervisionWindow = {
	entries: Array<Entry>;
	moreAfter: RecordId | null;
	pruned: EpochSpan | null;
};

export type Supply = {
	lot: LotId;
	quantity: bigint;
	scope: Scope;
	terms: Terms;
	keeps: bigint;
	least: bigint;
	until: bigint;
	pace: Pace;
};

export type TallyPage = {
	byRank: Array<[number, Count]>;
	byKind: Array<[InstitutionKind, Count]>;
	next: InstitutionId | null;
};

export type Target = {
	indicator: number;
	role: IndicatorRole;
	observed: bigint;
	radial: Slack;
	slack: Slack;
	target: Slack;
};

export type TemperatureRange = {
	min: number;
	max: number;
};

export type Terms = 'Gift' | 'Sale' | { Loan: {
	due: bigint;
} } | { Return: {
	of: TransferId;
	from: ReturnFrom;
} };

export type TermsKind = 'Gift' | 'Sale' | 'Loan' | 'Return';

export type Text = string;

export type Timeliness = 'Timely' | 'BackDated';

export type ToAnswer = {
	recall: RecallId;
	action: RecallAction;
	severity: RecallSeverity;
	notice: string;
	due: bigint;
	daysOverdue: number | null;
};

export type ToAnswerPage = {
	recalls: Array<ToAnswer>;
	next: RecallId | null;
};

export type TokenError = 'FundsUnavailable' | 'OnlyProvider' | 'BelowMinimum' | 'CannotCreate' | 'UnknownAsset' | 'Frozen' | 'Unsupported' | 'CannotCreateHold' | 'NotExpendable' | 'Blocked';

export type Told = 'Nothing' | { Holding: Custody } | { Offspring: LotId | null };

export type Track = 'Accreditation' | 'Regulation' | 'Reallocation' | 'Emergency' | 'Upgrade';

export type TransactionalError = 'LimitReached' | 'NoLayer';

export type Transfer = {
	sender: InstitutionId;
	receiver: InstitutionId;
	owner: InstitutionId;
	fromSite: SiteNumber | null;
	toSite: SiteNumber | null;
	terms: Terms;
	status: Status;
	dispatchBy: bigint;
	receiveBy: bigint;
	shipment: Shipment | null;
	receipts: number;
	legs: Array<TransferLeg>;
	rules: number;
	serves: Service | null;
	endedAt: bigint | null;
	newestRecord: RecordId | null;
};

export type TransferId = bigint;

export type TransferLeg = {
	lot: LotId;
	quantity: bigint;
	pack: Sscc | null;
	accepted: bigint;
	rejected: bigint;
	keeping: bigint;
	missing: bigint;
	recovered: bigint;
	destroyed: bigint;
	lost: bigint;
	excess: bigint;
	returned: bigint;
	calledIn: bigint;
	concluded: bigint;
};

export type TransferLine = {
	allocation: AllocationId;
	line: number;
	offer: OfferId;
	need: NeedId;
	giver: InstitutionId;
};

export type TrieError = 'InvalidStateRoot' | 'IncompleteDatabase' | 'ValueAtIncompleteKey' | 'DecoderError' | 'InvalidHash' | 'DuplicateKey' | 'ExtraneousNode' | 'ExtraneousValue' | 'ExtraneousHashReference' | 'InvalidChildReference' | 'ValueMismatch' | 'IncompleteProof' | 'RootMismatch' | 'DecodeError';

export type Turn = {
	isClosing: boolean;
	severity: RecallSeverity;
	issuedAt: string;
	recall: RecallId;
};

export type Unmet = {
	rule: RuleId;
	alternative: number;
	condition: number;
};

export type ValueScale = 'Absolute' | 'RelativeToMean';

export type Verdict = 'Genuine' | 'Refuted' | 'EpochOpen' | 'NotFound';

export type VoteExplanation = {
	rank: number | null;
	weight: number | null;
	due: number | null;
	votesFrom: bigint | null;
	obstacles: Array<Obstacle>;
	said: Ballot | null;
};

export type Whereabouts = {
	lots: Array<LotWhereabouts>;
	next: WhereaboutsPlace | null;
};

export type WhereaboutsPlace = {
	lots: Array<LotId>;
	told: Told;
};

export type Window = {
	from: bigint;
	until: bigint;
};

export type WriteOff = 'Destroyed' | 'Lost';
