import { FINDING_STATUS_WORDS } from '../findings/index.js';
import { opensGate, type ObligationState } from '../engagements/index.js';
import { GATE_WORDS, OWED_BY_WORDS } from '../policies/index.js';
import type { Language, Text } from '../shared/domain/text.js';
import { GAP, PAGE_WORDS, SEVERITY_WORDS } from './chain-page-words.js';
import { dayText } from '../shared/documents/day-text.js';
import type {
  ChainArticleDto,
  ChainFindingDto,
  ChainObligationDto,
  ChainProofDto,
  ChainReportDto,
} from './dto/chain.dto.js';
import { html, type Html } from './html.js';
import { EFFECT_WORDS, STATE_WORDS } from './words.js';

type Word = keyof typeof PAGE_WORDS;

/** One article: what it demands, how it stands, what proves it and what is missing. */
export function articleHtml(article: ChainArticleDto, language: Language): Html {
  const { key, label, title, summary, state, reason, obligations } = article;
  const mark = state === null ? say('noDuty', language) : stateHtml(state, language);
  return html`<article id="${key}" class="${state === null ? 'none' : 'owed'}">
    <h4>${label} ${title[language]} ${mark} ${sourceHtml(article, language)}</h4>
    <p>${summary[language]}</p>
    ${reason === null ? null : html`<p class="small">${reason[language]}</p>`}
    ${obligations.map((obligation) => obligationHtml(obligation, language))}
    ${linksHtml(article, language)}
  </article> `;
}

/** Whether the article is no text of the published policy, and whether it may be shown outside. */
function sourceHtml({ chosen, disclosure }: ChainArticleDto, language: Language): readonly Html[] {
  return [
    ...(chosen ? [html`<span class="source">${say('chosen', language)}</span>`] : []),
    ...(disclosure === 'internal'
      ? [html`<span class="source">${say('internal', language)}</span>`]
      : []),
  ];
}

/** A state as its word and its colour. */
export function stateHtml(state: keyof typeof STATE_WORDS, language: Language): Html {
  return html`<span class="state ${state}">${STATE_WORDS[state][language]}</span>`;
}

function say(word: Word, language: Language): string {
  return PAGE_WORDS[word][language];
}

function obligationHtml(obligation: ChainObligationDto, language: Language): Html {
  const { state, notApplicable, remedy, proofs, owedBy, roles, dueOn, gate } = obligation;
  const owner = [OWED_BY_WORDS[owedBy], ...roles.map(({ label }) => label)];
  const facts = [
    fact('owedBy', owner.map((text) => text[language]).join('・'), language),
    ...(dueOn === null ? [] : [fact('due', dayText(dueOn, language), language)]),
    ...(gate === null ? [] : [fact('gate', GATE_WORDS[gate][language], language)]),
  ];
  return html`<div class="duty">
    <p class="small">${stateHtml(state, language)} ${facts.join(GAP)}</p>
    ${notApplicable === null ? null : notApplicableHtml(notApplicable, language)}
    ${notApplicable === null ? proofsHtml(proofs, language) : null}
    ${opensGate(state) ? null : missingHtml(state, remedy, language)}
  </div> `;
}

function fact(word: Word, value: string, language: Language): string {
  return `${say(word, language)}：${value}`;
}

function notApplicableHtml(
  { on, reason, by, reReviewSince }: NonNullable<ChainObligationDto['notApplicable']>,
  language: Language,
): Html {
  const decided = [dayText(on, language), by ?? '', reason ?? ''].filter((text) => text !== '');
  const held =
    reReviewSince === null
      ? null
      : html`<p class="missing">
          ${fact('underReReview', dayText(reReviewSince, language), language)}
        </p>`;
  return html`<p>${fact('decidedOn', decided.join(GAP), language)}</p>
    ${held}`;
}

function proofsHtml(proofs: readonly ChainProofDto[], language: Language): Html {
  if (proofs.length === 0) return html`<p class="small">${say('noProof', language)}</p>`;
  return html`<p class="small">${say('proofs', language)}</p>
    <ul>
      ${proofs.map((proof) => proofHtml(proof, language))}
    </ul>`;
}

function proofHtml({ effect, counts, record, ...proof }: ChainProofDto, language: Language): Html {
  const { title, name, on, by, as } = record;
  const words = [
    title[language],
    name ?? '',
    dayText(on, language),
    as?.[language] ?? '',
    by ?? '',
  ];
  const text = words.filter((word) => word !== '').join(GAP);
  const kind = effect === 'proves' ? null : html`${EFFECT_WORDS[effect][language]}：`;
  return html`<li>
    ${kind}<span class="${counts ? 'counts' : 'past'}">${text}</span>
    ${endOf(proof, counts, language)}
  </li> `;
}

/** Until when a proof counts, or since when not. */
function endOf(
  {
    validUntil,
    voidedOn,
    voidedReason,
  }: Pick<ChainProofDto, 'validUntil' | 'voidedOn' | 'voidedReason'>,
  counts: boolean,
  language: Language,
): string {
  if (voidedOn !== null) {
    const reason = voidedReason === null ? '' : `（${voidedReason}）`;
    return `${dayText(voidedOn, language)} ${say('since', language)}${reason}`;
  }
  const end =
    validUntil === null ? '' : `${dayText(validUntil, language)} ${say('until', language)}`;
  return counts ? end : `${end} ${say('past', language)}`;
}

/** What would meet it: now, or once its phase has come. */
function missingHtml(state: ObligationState, remedy: Text, language: Language): Html {
  if (state !== 'pending') {
    return html`<p class="missing">${fact('missing', remedy[language], language)}</p>`;
  }
  return html`<p class="small">${fact('later', remedy[language], language)}</p>`;
}

/** What the policy asks, agrees and hears about the article, and what was found. */
function linksHtml(article: ChainArticleDto, language: Language): readonly Html[] {
  const { criteria, clauses, reports, findings } = article;
  const marked = (text: Text, mark: Word | false): string =>
    mark === false ? text[language] : `${text[language]}（${say(mark, language)}）`;
  return [
    listHtml(
      'criteria',
      language,
      criteria.map(({ question, knockOut }) => marked(question, knockOut && 'knockOut')),
    ),
    listHtml(
      'clauses',
      language,
      clauses.map(({ title, required }) => marked(title, required && 'required')),
    ),
    listHtml(
      'reports',
      language,
      reports.map((report) => reportText(report, language)),
    ),
    listHtml(
      'findings',
      language,
      findings.map((finding) => findingText(finding, language)),
    ),
  ];
}

function listHtml(word: Word, language: Language, items: readonly string[]): Html {
  if (items.length === 0) return html``;
  return html`<p class="small">${say(word, language)}</p>
    <ul class="small">
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>`;
}

function reportText(
  { title, total, accepted, overdue, nextDueOn }: ChainReportDto,
  language: Language,
): string {
  const parts = [
    `${title[language]}：${say('accepted', language)} ${String(accepted)}/${String(total)}`,
    ...(overdue > 0 ? [`${say('overdue', language)} ${String(overdue)}`] : []),
    ...(nextDueOn === null ? [] : [`${say('next', language)} ${dayText(nextDueOn, language)}`]),
  ];
  return parts.join(GAP);
}

function findingText(
  { severity, status, statement, dueOn, isOverdue }: ChainFindingDto,
  language: Language,
): string {
  const due = `${say('due', language)} ${dayText(dueOn, language)}`;
  const late = isOverdue ? `（${say('overdue', language)}）` : '';
  const standing = `${SEVERITY_WORDS[severity][language]}・${FINDING_STATUS_WORDS[status][language]}`;
  return [standing, statement, `${due}${late}`].join(GAP);
}
