import {
  type Effective,
  mustBeDecided,
  type Pack,
  type PolicyDocument,
  type Setting,
  type Text,
} from '../../policies/index.js';
import { sentence } from './command.js';
import { warningsOf } from './warnings.js';

/** A pack without faults, told to the clerk who wrote it. */
export function summaryOf(pack: Pack): string {
  const name = `${pack.id}@${pack.version}`;
  return [
    `「${pack.title.ja}」（${name}）に誤りはありません。 ("${pack.title.en}" has no faults.)`,
    '',
    ...linesOf(pack),
    '',
    ...warningLines(pack),
  ].join('\n');
}

function linesOf(pack: Pack): readonly string[] {
  return [
    line('団体', 'Body', bodyOf(pack)),
    line('土台', 'Extends', pack.extends ?? 'なし none'),
    line('施行', 'In force', effectiveOf(pack.effective)),
    ...ofArticles(pack),
    line('設問', 'Criteria', count(pack.criteria)),
    line('契約条項', 'Clauses', count(pack.clauses)),
    line('報告', 'Reports', count(pack.reports)),
    line('制度', 'Regimes', named(pack.regimes)),
    line('審査の深さ', 'Tiers', named(pack.tiers)),
    line('情報の分類', 'Classes', classesOf(pack)),
    line('ネットワーク区分', 'Segments', named(pack.segments)),
    line('役割', 'Roles', named(pack.roles)),
    line('文書', 'Documents', named(pack.documents.map(labelled))),
    line('団体が選んだ文書', 'Chosen by the body', chosenOf(pack)),
    line(
      '団体が決める設定',
      'Settings to decide',
      named(pack.settings.filter(mustBeDecided).map(withProposal)),
    ),
  ];
}

function ofArticles({ articles }: Pack): readonly string[] {
  const without = articles.filter(({ obligations }) => obligations.length === 0);
  return [
    line('条項', 'Articles', count(articles)),
    line('うち義務のない条項', 'without duties', count(without)),
    line('義務', 'Obligations', count(articles.flatMap(({ obligations }) => obligations))),
  ];
}

function line(ja: string, en: string, value: string): string {
  return `${ja} ${en}: ${value}`;
}

function count(items: readonly unknown[]): string {
  return String(items.length);
}

interface Labelled {
  readonly id: string;
  readonly label: Text;
}

function named(items: readonly Labelled[]): string {
  const names = items.map(({ id, label }) => `\n  ${id}（${label.ja}）`);
  return items.length === 0 ? 'なし none' : `${count(items)}${names.join('')}`;
}

function labelled({ id, title }: PolicyDocument): Labelled {
  return { id, label: title };
}

function bodyOf({ body }: Pack): string {
  if (body === undefined) return 'なし（他のパックの土台） none: a base for other packs';
  const { name, type, localGovernmentCode: code } = body;
  return [name.ja, name.en, type, ...(code === undefined ? [] : [code])].join(', ');
}

function effectiveOf(effective: Effective | undefined): string {
  if (effective === undefined) return '記載なし not stated';
  const { printed, from, onPublication } = effective;
  const day = from ?? (onPublication === true ? '公布の日 on publication' : '日付なし no day');
  return `${printed.ja} (${day})`;
}

function classesOf({ classification }: Pack): string {
  const { confidentiality, integrity, availability } = classification;
  return [confidentiality, integrity, availability]
    .map((classes) => (classes.length === 0 ? 'なし' : classes.map(({ id }) => id).join(' ')))
    .join(' / ');
}

function chosenOf({ documents, articles }: Pack): string {
  const chosen = documents.filter((document) => document.chosen === true);
  const ids = new Set(chosen.map(({ id }) => id));
  const within = articles.filter(({ document }) => ids.has(document));
  return chosen.length === 0
    ? 'なし none'
    : `${named(chosen.map(labelled))}\n  うち条項 articles in them: ${count(within)}`;
}

/** A setting to decide, with the value that is only proposed. */
function withProposal({ id, label, default: proposed }: Setting): Labelled {
  if (proposed === undefined) return { id, label };
  const { ja, en } = label;
  return { id, label: { ja: `${ja}、案：${String(proposed)}`, en } };
}

function warningLines(pack: Pack): readonly string[] {
  const warnings = warningsOf(pack);
  return warnings.length === 0
    ? ['注意はありません。 (no warnings)']
    : [
        '注意（誤りではありません） Warnings, which are no faults:',
        ...warnings.map((warning) => `- ${sentence(warning)}`),
      ];
}
