import { Injectable } from '@nestjs/common';
import { Duties } from '../duties/index.js';
import { namedSetting } from '../organizations/index.js';
import { documentOf, GATES, type Pack } from '../policies/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { DutyArises, DutyDoesNotArise, refuseEnded } from './domain/engagement.errors.js';
import { notApplicableContent } from './domain/not-applicable.js';
import { proofDemandOf } from './domain/proof-demand.js';
import { Dossiers } from './dossiers.js';
import type {
  DecideNotApplicableDto,
  GateListDto,
  ListObligationsQuery,
  ObligationDto,
  ObligationListDto,
  TakeBackNotApplicableDto,
} from './dto/obligation.dto.js';
import { EngagementBooks } from './engagement-books.js';
import { EngagementContent } from './engagement-content.js';
import type { Dossier, LedgerEntry } from './dossier.js';

/** What the policy puts on an engagement, and what of it is unproven. */
@Injectable()
export class ObligationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: EngagementBooks,
    private readonly dossiers: Dossiers,
    private readonly content: EngagementContent,
    private readonly duties: Duties,
  ) {}

  /** @throws NotFound */
  list(caller: Caller, id: string, query: ListObligationsQuery): Promise<ObligationListDto> {
    return this.transactor.read(caller, async (tx) => {
      const dossier = await this.dossiers.read(tx, caller, id);
      const entries = await this.books.ledger.entries(tx, caller, dossier);
      const shown = entries.filter(
        ({ state, rule }) =>
          (query.state === undefined || state === query.state) &&
          (query.gate === undefined || rule.gate === query.gate) &&
          (query.article === undefined || rule.article === query.article),
      );
      return { items: obligationsOf(dossier.pack, shown) };
    });
  }

  /** Every gate with what keeps it shut today. @throws NotFound */
  gates(caller: Caller, id: string): Promise<GateListDto> {
    return this.transactor.read(caller, async (tx) => {
      const dossier = await this.dossiers.read(tx, caller, id);
      const unmet = await this.books.ledger.unmet(tx, caller, dossier, GATES);
      const undecided = await this.duties.authority.policy.undecided(tx, caller, dossier.pack);
      const items = GATES.map((gate) => {
        const ofGate = unmet.filter((obligation) => obligation.gate === gate);
        const undecidedSettings = gate === 'go-live' ? undecided.map(namedSetting) : [];
        const open = ofGate.length === 0 && undecidedSettings.length === 0;
        return { gate, open, unmet: ofGate, undecidedSettings };
      });
      return { items };
    });
  }

  /**
   * Decides that a duty does not arise here. Whoever drafted the engagement cannot decide it
   * (2(8)①). @throws NotFound, Stale, WrongStage, DutyDoesNotArise, SeparationOfDuties
   */
  decideNotApplicable(
    caller: Caller,
    at: ObligationAt,
    expected: ExpectedVersion,
    body: DecideNotApplicableDto,
  ): Promise<ObligationDto> {
    return this.decide(caller, at, expected, async (tx, { dossier, entry, post }) => {
      refuseStanding(entry);
      const { id: engagementId, draftedBy } = dossier.engagement;
      const dutyWaiverId = await this.duties.apart(tx, caller, {
        ...{ rule: 'request-permit', acts: ACTS, engagementId, earlier: [draftedBy] },
      });
      const reason = reasonOf(body);
      const hash = await this.content.hashing(tx, caller, dossier);
      const contentHash = hash(notApplicableContent(entry.rule.id, reason));
      const decision = { reason, by: caller.personId, in: post, dutyWaiverId, contentHash };
      await this.books.ledger.notApplicable.set(tx, caller, [at.obligationId], decision);
    });
  }

  /**
   * Takes back that a duty does not arise; who decided it is told.
   * @throws NotFound, Stale, WrongStage, DutyArises, LeftOutByClause
   */
  takeBackNotApplicable(
    caller: Caller,
    at: ObligationAt,
    expected: ExpectedVersion,
    { reason }: TakeBackNotApplicableDto,
  ): Promise<ObligationDto> {
    return this.decide(caller, at, expected, async (tx, { dossier, entry, post }) => {
      if (entry.row.notApplicableOn === null) throw new DutyArises();
      const takenBack = { reason, by: caller.personId, in: post };
      await this.books.ledger.notApplicable.takeBack(tx, caller, at.obligationId, takenBack);
      await this.books.notices.tell(tx, caller, dossier, {
        code: 'not-applicable.taken-back',
        subject: { kind: 'obligation', id: at.obligationId },
        people: [entry.row.notApplicableBy],
      });
    });
  }

  /** Decides on a duty of a dossier that was read. @throws NotFound, Stale, WrongStage */
  private async decide(
    caller: Caller,
    at: ObligationAt,
    expected: ExpectedVersion,
    act: (tx: Tx, duty: DutyTaken) => Promise<void>,
  ): Promise<ObligationDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lock(tx, caller, at.engagementId, expected);
      refuseEnded(dossier.engagement.status);
      const post = await this.dossiers.postWith(tx, caller, 'engagement:decide', dossier);
      await act(tx, { dossier, entry: await this.duty(tx, caller, dossier, at), post });
      await this.dossiers.touch(tx, caller, dossier);
      const [decided] = obligationsOf(dossier.pack, [await this.duty(tx, caller, dossier, at)]);
      if (decided === undefined) throw new NotFound();
      return decided;
    });
  }

  /** @throws NotFound */
  private async duty(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { obligationId }: ObligationAt,
  ): Promise<LedgerEntry> {
    const entries = await this.books.ledger.entries(tx, caller, dossier);
    const entry = entries.find(({ row }) => row.id === obligationId);
    if (entry === undefined) throw new NotFound();
    return entry;
  }
}

/** @throws DutyDoesNotArise unless nothing is decided, or what is comes up for review */
function refuseStanding({ row, state }: LedgerEntry): void {
  if (state !== 'not-applicable' || row.notApplicableReReviewSince !== null) return;
  throw new DutyDoesNotArise(row.notApplicableReason ?? '');
}

/** Where a duty is. */
interface ObligationAt {
  readonly engagementId: string;
  readonly obligationId: string;
}

/** A duty about to be decided on, and the post in which that is done. */
interface DutyTaken {
  readonly dossier: Dossier;
  readonly entry: LedgerEntry;
  readonly post: HeldPost | null;
}

function reasonOf({ reason, documentNumber }: DecideNotApplicableDto): string {
  return documentNumber === undefined ? reason : `${reason}（${documentNumber}）`;
}

const ACTS = {
  ja: '案件の起案と適用除外の決定',
  en: 'drafting the engagement and deciding what does not apply to it',
};

function obligationsOf(pack: Pack, entries: readonly LedgerEntry[]): ObligationDto[] {
  const articles = new Map(pack.articles.map((article) => [article.key, article]));
  return entries.map(({ row, rule, state }) => {
    const article = articles.get(rule.article);
    if (article === undefined) throw new Error(`The pack has no article ${rule.article}`);
    return {
      id: row.id,
      rule: rule.id,
      article: rule.article,
      label: article.label,
      title: article.title,
      chosen: documentOf(pack, article).chosen === true,
      owedBy: rule.owedBy,
      roles: [...rule.roles],
      phase: rule.phase,
      gate: rule.gate ?? null,
      state,
      dueOn: row.dueOn,
      remedy: rule.remedy,
      proof: proofDemandOf(pack, rule),
      notApplicableReason: row.notApplicableReason,
      notApplicableBy: row.notApplicableBy,
      notApplicableIn: row.notApplicableIn,
      notApplicableHash: row.notApplicableHash,
      notApplicableReReviewSince: row.notApplicableReReviewSince,
      dutyWaiverId: row.dutyWaiverId,
      takenBack: row.takenBack,
      proofs: [...row.proofs],
    };
  });
}
