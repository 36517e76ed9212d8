import { ORGANIZATION_TYPES } from '../../organizations/index.js';
import {
  type Condition,
  DUTIES,
  type Pack,
  rolesWithDuty,
  type Text,
} from '../../policies/index.js';
import { isLocalGovernmentCode } from '../../shared/domain/local-government-code.js';
import { canHold } from './reachability.js';

/** How many ids a warning names before it only counts them. */
const NAMED = 20;

/** What is allowed in a pack but seldom meant. A base that no body adopts has none. */
export function warningsOf(pack: Pack): readonly Text[] {
  if (pack.body === undefined) return [];
  return [...ofBody(pack.body), ...ofMissing(pack), ...ofNoArticle(pack), ...ofNeverHolding(pack)];
}

function ofBody({ type, localGovernmentCode: code }: NonNullable<Pack['body']>): readonly Text[] {
  const types: readonly string[] = ORGANIZATION_TYPES;
  const warnings: Text[] = [];
  if (!types.includes(type)) {
    const list = types.join(', ');
    warnings.push({
      ja: `団体の種類「${type}」は製品の知る種類（${list}）ではありません。`,
      en: `the type of body "${type}" is none the product knows: ${list}`,
    });
  }
  if (code !== undefined && !isLocalGovernmentCode(code)) {
    warnings.push({
      ja: `全国地方公共団体コード「${code}」の検査数字などが合いません。`,
      en: `"${code}" is no local government code`,
    });
  }
  return warnings;
}

function ofMissing(pack: Pack): readonly Text[] {
  const { confidentiality, integrity, availability } = pack.classification;
  const warnings: Text[] = [];
  if ([confidentiality, integrity, availability].some(({ length }) => length === 0)) {
    warnings.push({
      ja: '情報の分類（classification）に空の区分があり、取り扱う情報を登録できません。',
      en: 'a dimension of the classification is empty: no data item can be registered',
    });
  }
  if (pack.segments.length === 0) {
    warnings.push({
      ja: 'ネットワーク区分（segments）がなく、案件の区分を選べません。',
      en: 'there are no segments: no engagement can name its own',
    });
  }
  const idle = DUTIES.filter((duty) => rolesWithDuty(pack, duty).length === 0);
  return [
    ...warnings,
    ...listed(idle, '次の職務（duties）を担う役割がありません', 'no role has these duties'),
  ];
}

function ofNoArticle({ criteria, clauses, reports }: Pack): readonly Text[] {
  const ids = (items: readonly { id: string; articles: readonly string[] }[]): readonly string[] =>
    items.filter(({ articles }) => articles.length === 0).map(({ id }) => id);
  return [
    ...listed(ids(criteria), 'どの条項のためでもない設問', 'criteria that serve no article'),
    ...listed(ids(clauses), 'どの条項のためでもない契約条項', 'clauses that serve no article'),
    ...listed(ids(reports), 'どの条項のためでもない報告', 'reports that serve no article'),
  ];
}

function ofNeverHolding(pack: Pack): readonly Text[] {
  const known = new Map<string, boolean>();
  const ids = (items: readonly { id: string; when: Condition }[]): readonly string[] =>
    items
      .filter(({ when }) => {
        const key = JSON.stringify(when);
        const can = known.get(key) ?? canHold(pack, when);
        known.set(key, can);
        return !can;
      })
      .map(({ id }) => id);
  const obligations = pack.articles.flatMap((article) => article.obligations);
  return [
    ...listed(ids(pack.regimes), 'どの案件にも当てはまらない制度', 'regimes of no engagement'),
    ...listed(ids(obligations), 'どの案件にも生じない義務', 'obligations of no engagement'),
    ...listed(ids(pack.criteria), 'どの案件にも問わない設問', 'criteria asked of no engagement'),
    ...listed(ids(pack.clauses), 'どの案件にも使わない契約条項', 'clauses for no engagement'),
    ...listed(ids(pack.reports), 'どの案件にも求めない報告', 'reports of no engagement'),
  ];
}

function listed(ids: readonly string[], ja: string, en: string): readonly Text[] {
  if (ids.length === 0) return [];
  const names = ids.slice(0, NAMED);
  const left = ids.length - names.length;
  return [
    {
      ja: `${ja}（${String(ids.length)}件）：${names.join('、')}${left > 0 ? ` ほか${String(left)}件` : ''}`,
      en: `${en}: ${String(ids.length)}`,
    },
  ];
}
