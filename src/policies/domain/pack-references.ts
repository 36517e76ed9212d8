import { PROOF_KINDS, type ProofKind } from './pack.js';
import { tiersWithoutRest, unknownFacts } from './pack-conditions.js';
import { fault, type PackFault, unknownValue } from './pack-fault.js';
import { isRecord, type PackLayer } from './pack-merge.js';
import { ROLE_LISTS, wrongMappings } from './pack-roles.js';
import { type Found, stringsAt, valuesAt } from './pack-values.js';
import { unknownWords } from './pack-words.js';

/** Where each kind of thing is declared, and what it is called. */
const DECLARED = {
  documents: { at: 'documents.*.id', ja: '文書', en: 'document' },
  segments: { at: 'segments.*.id', ja: 'ネットワーク区分', en: 'segment' },
  classes: { at: 'classification.confidentiality.*.id', ja: '機密性の分類', en: 'class' },
  roles: { at: 'roles.*.id', ja: '役割', en: 'role' },
  articles: { at: 'articles.*.key', ja: '条項', en: 'article' },
  clauses: { at: 'clauses.*.id', ja: '契約条項', en: 'clause' },
  reports: { at: 'reports.*.id', ja: '報告の種類', en: 'report' },
  recordKinds: { at: 'recordKinds.*.id', ja: '記録の種類', en: 'record kind' },
  ruleDocumentKinds: { at: 'ruleDocumentKinds.*.id', ja: '規程等の種類', en: 'rule-document kind' },
  settings: { at: 'settings.*.id', ja: '設定', en: 'setting' },
} as const;
type Declared = keyof typeof DECLARED;

const REFERENCES: readonly (readonly [at: string, to: Declared])[] = [
  ['segments.*.admits.*', 'classes'],
  ['segmentSplit.between.*', 'segments'],
  ['roles.*.article', 'articles'],
  ['regimes.*.article', 'articles'],
  ['regimes.*.subcontracting.criteria.*', 'ruleDocumentKinds'],
  ['articles.*.document', 'documents'],
  ['articles.*.obligations.*.due.setting', 'settings'],
  ['criteria.*.articles.*', 'articles'],
  ['clauses.*.articles.*', 'articles'],
  ['reports.*.clause', 'clauses'],
  ['reports.*.dueSetting', 'settings'],
  ['reports.*.articles.*', 'articles'],
  ['ruleDocumentKinds.*.article', 'articles'],
  ['settings.*.article', 'articles'],
  ...ROLE_LISTS.map((at) => [`${at}.*`, 'roles'] as const),
];

/** Where a setting is named for the days it holds. */
const DAYS = ['articles.*.obligations.*.due.setting', 'reports.*.dueSetting'];

/** What the ids that narrow a proof are ids of. */
const NARROWED_TO: Readonly<Partial<Record<ProofKind, Declared>>> = {
  record: 'recordKinds',
  'rule-document': 'ruleDocumentKinds',
  'contract-clause': 'clauses',
  report: 'reports',
};

/**
 * Every id or word in a merged pack that names nothing, every fact in a condition that nobody
 * states, and tiers that do not take every engagement.
 * Looks only at what has the right form, so that a fault of form never hides one of meaning.
 */
export function brokenReferences(pack: PackLayer): readonly PackFault[] {
  return [
    ...REFERENCES.flatMap(([at, to]) => undeclared(pack, to, valuesAt(pack, at))),
    ...valuesAt(pack, 'settings.*').flatMap((setting) => wrongRoleDefault(pack, setting)),
    ...DAYS.flatMap((at) => valuesAt(pack, at)).flatMap((days) => noNumberOfDays(pack, days)),
    ...valuesAt(pack, 'articles.*.obligations.*.proof').flatMap((proof) => wrongProof(pack, proof)),
    ...wrongMappings(pack),
    ...unknownWords(pack),
    ...unknownFacts(pack),
    ...tiersWithoutRest(pack),
  ];
}

function undeclared(pack: PackLayer, to: Declared, found: readonly Found[]): readonly PackFault[] {
  const { at, ...called } = DECLARED[to];
  const ids = stringsAt(pack, at);
  return found.flatMap(({ path, value }) =>
    typeof value !== 'string' || ids.has(value) ? [] : [unknownValue(path, value, called, ids)],
  );
}

function wrongRoleDefault(pack: PackLayer, { path, value }: Found): readonly PackFault[] {
  if (!isRecord(value) || value.type !== 'role') return [];
  return undeclared(pack, 'roles', [{ path: [...path, 'default'], value: value.default }]);
}

function noNumberOfDays(pack: PackLayer, { path, value }: Found): readonly PackFault[] {
  const setting = valuesAt(pack, 'settings.*').find(
    (found) => isRecord(found.value) && found.value.id === value,
  );
  if (!isRecord(setting?.value) || setting.value.type === 'integer') return [];
  const id = String(value);
  const ja = `設定「${id}」は日数を持ちません（type は integer でなければなりません）。`;
  return [fault(path, ja, `setting "${id}" holds no number of days; its type must be integer`)];
}

function wrongProof(pack: PackLayer, { path, value }: Found): readonly PackFault[] {
  const kind = isRecord(value) ? PROOF_KINDS.find((known) => known === value.kind) : undefined;
  if (kind === undefined) return [];
  const ids = valuesAt(value, 'of.*').map((id) => ({ ...id, path: [...path, ...id.path] }));
  const to = NARROWED_TO[kind];
  if (to !== undefined) return undeclared(pack, to, ids);
  return ids.map((id) =>
    fault(
      id.path,
      `証跡の種類「${kind}」は of で絞り込めません。`,
      `a proof of kind "${kind}" cannot be narrowed`,
    ),
  );
}
