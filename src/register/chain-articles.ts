import { holdsOn, type LedgerEntry, type ObligationState } from '../engagements/index.js';
import { documentOf, holds, type Article, type Pack } from '../policies/index.js';
import type { Text } from '../shared/domain/text.js';
import type { ChainFindingRow, ChainRecordRow, ChainReportRow } from './chain.repository.js';
import { recordOf } from './chain-records.js';
import { gravestOf } from './domain/gravity.js';
import { inPolicyOrder, sectionOf } from './domain/policy-order.js';
import type {
  ChainArticleDto,
  ChainFindingDto,
  ChainNotApplicableDto,
  ChainObligationDto,
  ChainProofDto,
  ChainReportDto,
} from './dto/chain.dto.js';
import type { ObligationCountsDto } from './dto/obligation-counts.dto.js';

/** Everything the chain of an engagement is put together from. */
export interface ChainLinks {
  readonly engagementId: string;
  readonly kinds: readonly string[];
  readonly today: string;
  readonly pack: Pack;
  readonly facts: ReadonlySet<string>;
  readonly entries: readonly LedgerEntry[];
  /** By kind and id, see `recordKey`. */
  readonly records: ReadonlyMap<string, ChainRecordRow>;
  readonly findings: readonly ChainFindingRow[];
  /** By kind of report. */
  readonly reports: ReadonlyMap<string, ChainReportRow>;
  /** Since when confirmations of clauses left out are under re-review, by their reason. */
  readonly confirmations: ReadonlyMap<string, string>;
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>;
}

const DOES_NOT_ARISE: Text = {
  ja: 'この案件の種類、情報の分類及びネットワーク区分では、この条項による義務は生じません。',
  en: 'It puts no duty on an engagement of this kind, classification and segment.',
};

/** Every article of the policy with what hangs on it, in the order of the policy. */
export function chainArticles(links: ChainLinks): ChainArticleDto[] {
  const { pack, entries } = links;
  return inPolicyOrder(pack.articles, pack.documents).map((article) => {
    const { key, label, document, title, summary } = article;
    const { disclosure, chosen = false } = documentOf(pack, article);
    const own = entries.filter(({ rule }) => rule.article === key);
    return {
      ...{ key, label, document, section: sectionOf(label), title, summary },
      ...{ chosen, disclosure },
      state: gravestOf(own.map(({ state }) => state)) ?? null,
      reason: own.length > 0 ? null : (article.none ?? DOES_NOT_ARISE),
      obligations: own.map((entry) => obligationOf(entry, links)),
      ...policyLinks(article, links),
      reports: reportsOf(article, links),
      findings: links.findings.filter(({ articleKey }) => articleKey === key).map(findingOf),
    };
  });
}

/** How many duties stand how. */
export function countsOf(states: readonly ObligationState[]): ObligationCountsDto {
  const number = (...wanted: ObligationState[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  return {
    total: states.length,
    met: number('met'),
    pending: number('pending'),
    open: number('open'),
    overdue: number('overdue'),
    breached: number('breached'),
    excepted: number('excepted'),
    notApplicable: number('not-applicable'),
    unproven: number('open', 'overdue', 'breached'),
  };
}

function policyLinks(
  { key }: Article,
  { pack, facts }: ChainLinks,
): Pick<ChainArticleDto, 'criteria' | 'clauses'> {
  const criteria = pack.criteria.filter(
    ({ articles, when }) => articles.includes(key) && holds(when, facts),
  );
  const clauses = pack.clauses.filter(
    ({ articles, when }) => articles.includes(key) && holds(when, facts),
  );
  return {
    criteria: criteria.map(({ id, question, askedAt, knockOut }) => ({
      ...{ id, question, askedAt },
      knockOut: knockOut !== undefined && holds(knockOut, facts),
    })),
    clauses: clauses.map(({ id, title, requiredWhen }) => ({
      ...{ id, title },
      required: holds(requiredWhen, facts),
    })),
  };
}

function reportsOf(
  { key }: Article,
  { pack, facts, reports, engagementId }: ChainLinks,
): ChainReportDto[] {
  return pack.reports
    .filter(({ articles, when }) => articles.includes(key) && holds(when, facts))
    .map(({ id, title }) => {
      const { total = 0, accepted = 0, overdue = 0, nextDueOn = null } = reports.get(id) ?? {};
      const href = `/v1/reports?engagementId=${engagementId}`;
      return { kind: id, title, total, accepted, overdue, nextDueOn, href };
    });
}

function findingOf({ articleKey: _, ...finding }: ChainFindingRow): ChainFindingDto {
  return finding;
}

function obligationOf({ row, rule, state }: LedgerEntry, links: ChainLinks): ChainObligationDto {
  const labels = new Map(links.pack.roles.map(({ id, label }) => [id, label]));
  return {
    ...{ id: row.id, rule: rule.id, owedBy: rule.owedBy },
    roles: rule.roles.map((id) => ({ id, label: labels.get(id) ?? { ja: id, en: id } })),
    ...{ phase: rule.phase, gate: rule.gate ?? null, state, dueOn: row.dueOn },
    remedy: rule.remedy,
    notApplicable: notApplicableOf(row, links),
    proofs: row.proofs.map((proof) => proofOf(proof, links)),
  };
}

function notApplicableOf(
  { notApplicableOn: on, notApplicableReason: reason, ...row }: LedgerEntry['row'],
  { names, confirmations }: ChainLinks,
): ChainNotApplicableDto | null {
  if (on === null) return null;
  const { notApplicableBy: by, notApplicableHash, notApplicableReReviewSince } = row;
  const ofClause = notApplicableHash === null ? confirmations.get(reason ?? '') : undefined;
  return {
    ...{ on, reason, by: by === null ? null : (names.get(by) ?? null) },
    reReviewSince: notApplicableReReviewSince ?? ofClause ?? null,
  };
}

function proofOf(
  { recordKind, recordId, ...proof }: LedgerEntry['row']['proofs'][number],
  links: ChainLinks,
): ChainProofDto {
  const record = recordOf({ kind: recordKind, id: recordId, since: proof.validFrom }, links);
  return { ...proof, counts: holdsOn(links.today, proof), record };
}
