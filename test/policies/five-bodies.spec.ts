import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import type { Article, ObligationRule, Pack } from '../../src/policies/domain/pack.js';
import { readPack } from '../../src/policies/pack-files.js';
import { BODIES, type BodyId } from './five-bodies.js';

const PACKS = fileURLToPath(new URL('../../src/policies/packs', import.meta.url));

/** The four that published their basic policy alone. */
const WITHOUT_STANDARDS = BODIES.filter(({ id }) => id !== 'kikuyo');

const packs = new Map<BodyId, Pack>();

beforeAll(async () => {
  for (const { id } of BODIES) packs.set(id, (await readPack(join(PACKS, id))).pack);
});

function packOf(id: BodyId): Pack {
  const pack = packs.get(id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}

function articleOf(id: BodyId, key: string): Article {
  const article = packOf(id).articles.find((one) => one.key === key);
  if (article === undefined) throw new Error(`${id} has no article ${key}`);
  return article;
}

function documentOf(id: BodyId, document: string) {
  return packOf(id).documents.find((one) => one.id === document);
}

/** Every name of a word, the body's own first. */
function wordsOf(id: BodyId, key: string): readonly (string | undefined)[] {
  const word = packOf(id).vocabulary[key];
  return [word?.ja, ...(word?.alsoCalled ?? [])];
}

/** The obligations of the body's own text that a rule document of a kind discharges. */
function callingFor(id: BodyId, kind: string): readonly ObligationRule[] {
  const chosen = packOf(id).documents.flatMap((one) => (one.chosen ? [one.id] : []));
  return packOf(id)
    .articles.filter(({ document }) => !chosen.includes(document))
    .flatMap(({ obligations }) => obligations)
    .filter(({ proof }) => proof.kind === 'rule-document' && proof.of?.includes(kind));
}

describe.each(BODIES)('$id', (body) => {
  const { id } = body;

  it('is a body of its type, with its code where one was given', () => {
    expect(packOf(id).body?.type).toBe(body.type);
    expect(packOf(id).body?.localGovernmentCode).toBe(body.code);
  });

  it('came into force when its text says', () => {
    const { effective } = packOf(id);
    expect(effective && { ...effective, printed: effective.printed.ja }).toEqual(body.effective);
  });

  it('applies to the parts of the body that are printed', () => {
    const parts = (applies: boolean): readonly string[] =>
      packOf(id).scope.flatMap((part) => (part.applies === applies ? [part.label.ja] : []));
    expect(parts(true)).toEqual(body.scope);
    expect(parts(false)).toEqual(body.outOfScope);
  });

  it('binds the categories of staff that are printed', () => {
    expect(packOf(id).staffCategories.map(({ label }) => label.ja)).toEqual(body.staff);
    expect(wordsOf(id, 'staff')).toEqual(['職員等']);
  });

  it('names its documents, and says which are not public and which are chosen', () => {
    const standards = documentOf(id, 'security-standards');
    expect(documentOf(id, 'basic-policy')?.title.ja).toBe(body.basicPolicy);
    expect(standards?.title.ja).toBe(body.standards.title);
    expect(standards?.number?.ja).toBe(body.standards.number);
    const { documents } = packOf(id);
    const idsOf = (holds: (document: Pack['documents'][number]) => boolean): readonly string[] =>
      documents
        .filter(holds)
        .map((document) => document.id)
        .sort();
    expect(idsOf(({ disclosure }) => disclosure === 'internal')).toEqual(body.notPublic);
    expect(idsOf(({ chosen }) => chosen === true)).toEqual(body.chosen);
  });

  it('has its network segments, split where its text splits them', () => {
    const { segments, segmentSplit, classification } = packOf(id);
    expect(Object.fromEntries(segments.map((segment) => [segment.id, segment.label.ja]))).toEqual(
      body.segments,
    );
    expect(segmentSplit).toEqual(body.split);
    expect(wordsOf(id, 'segment-split')).toEqual(body.splitWords);
    const classes = classification.confidentiality.map((one) => one.id);
    const [innermost] = segments;
    expect(innermost?.admits).toEqual(classes);
    expect(segments.at(-1)?.admits).toEqual(['C1']);
  });

  it('reaches the Internet the way its text says', () => {
    expect(wordsOf(id, 'security-cloud')).toEqual([body.securityCloud]);
    const internet = packOf(id).segments.find((segment) => segment.id === 'internet');
    expect(internet?.egress?.ja).toBe(body.egress);
  });

  it('calls its incident plan by its own word, in the title and in every request for it', () => {
    expect(wordsOf(id, 'incident-plan')).toEqual([body.incidentPlan]);
    const kind = packOf(id).ruleDocumentKinds.find((one) => one.id === 'incident-response-plan');
    expect(kind?.title.ja).toBe(body.incidentPlan);
    const requests = callingFor(id, 'incident-response-plan');
    expect(requests.map(({ gate }) => gate)).toEqual(['start', 'go-live']);
    for (const { remedy } of requests) expect(remedy.ja).toContain(`${body.incidentPlan}を規程類`);
  });

  it('knows the words its text mixes', () => {
    expect(wordsOf(id, 'outsourcing')).toEqual(body.outsourcingWords);
    expect(wordsOf(id, 'vendor')).toEqual(body.vendorWords);
    expect(wordsOf(id, 'cloud-service')).toEqual(body.cloudWords);
    expect(wordsOf(id, 'incident')).toEqual(body.incidentWords);
  });

  it('labels its articles as printed, in the document they stand in', () => {
    const labels = Object.keys(body.labels).map((key) => [key, articleOf(id, key).label]);
    expect(Object.fromEntries(labels)).toEqual(body.labels);
    const { document } = articleOf(id, body.keys.outsourcing);
    expect(document).toBe('basic-policy');
    expect(documentOf(id, document)?.disclosure).toBe('public');
  });

  it('shows the three duties of 6(8) apart', () => {
    const parts = packOf(id).articles.filter(({ key }) => key.startsWith(body.keys.item));
    expect(parts.map(({ key }) => key.slice(body.keys.item.length))).toEqual(['-1', '-2', '-3']);
  });

  it('has an article on evaluation and review of its own only where one is printed', () => {
    const found = packOf(id).articles.filter(({ key }) => /^[JGTM]6-9$|^KB-6-9$/.test(key));
    expect(found.map(({ key }) => key)).toEqual(body.evaluation ? [body.evaluation] : []);
  });

  it('asks for rules on outsourcing, and on specific personal information, only where printed', () => {
    expect(callingFor(id, 'outsourcing-rules').map(({ gate }) => gate)).toEqual(
      body.rulesForOutsourcing ? ['select'] : [],
    );
    const asked = callingFor(id, 'specific-personal-information-rules');
    expect(asked.map(({ article, gate }) => [article, gate])).toEqual(
      body.rulesOnSpecificPersonalInformation
        ? [
            ['M11', 'provide'],
            ['M11', 'go-live'],
          ]
        : [],
    );
    for (const { when } of asked) expect(when.all).toContain('specific-personal-information');
  });
});

describe.each(WITHOUT_STANDARDS)('$id, which published its basic policy alone,', (body) => {
  const { id } = body;

  it('keeps what it chose apart from what is printed', () => {
    const { articles } = packOf(id);
    const chosen = articles.filter(({ document }) => documentOf(id, document)?.chosen === true);
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.every(({ key }) => key.startsWith('CB-'))).toBe(true);
    const printed = articles.filter((article) => !chosen.includes(article));
    expect(new Set(printed.map(({ document }) => document))).toEqual(new Set(['basic-policy']));
  });

  it('asks of an outsourcing to select, contract and confirm', () => {
    const { obligations } = articleOf(id, body.keys.outsourcing);
    expect(obligations.map(({ gate, proof }) => [gate, proof.kind])).toEqual([
      ['sign', 'selection'],
      ['conclude', 'contract-signature'],
      ['accept', 'record'],
    ]);
    expect(articleOf(id, body.keys.audit).obligations.map(({ proof }) => proof.kind)).toEqual([
      'audit',
    ]);
  });

  it('asks of cloud services for rules, and of social media for procedure, content and a person', () => {
    const cloud = articleOf(id, `${body.keys.item}-2`).obligations.at(-1);
    expect(cloud).toMatchObject({
      gate: 'apply',
      when: { all: ['cloud'] },
      proof: { kind: 'rule-document', of: ['cloud-use-rules'] },
    });
    const media = articleOf(id, `${body.keys.item}-3`).obligations;
    expect(media.map(({ gate, when, proof }) => [gate, when.all, proof.kind])).toEqual([
      ['apply', ['social-media'], 'rule-document'],
      ['go-live', ['social-media'], 'use-decision'],
      ['go-live', ['social-media'], 'cloud-service-entry'],
    ]);
  });

  it('names its own article for every rule document it is asked for', () => {
    const kinds = packOf(id).ruleDocumentKinds;
    for (const kind of ['security-standards', 'operating-procedures', 'incident-response-plan']) {
      const articles = callingFor(id, kind).map(({ article }) => article);
      expect(articles).toHaveLength(2);
      expect(new Set(articles)).toEqual(new Set([kinds.find((one) => one.id === kind)?.article]));
    }
    expect(kinds.find((one) => one.id === 'security-standards')?.title.ja).toBe(
      body.standards.title,
    );
    expect(kinds.find((one) => one.id === 'cloud-use-rules')?.article).toBe(`${body.keys.item}-2`);
  });
});

describe('what only one text says', () => {
  it('菊陽町 carries out its basic policy in its standards', () => {
    const basic = packOf('kikuyo').articles.filter(({ document }) => document === 'basic-policy');
    expect(basic.every(({ obligations }) => obligations.length === 0)).toBe(true);
    expect(articleOf('kikuyo', 'KB-6-8-1').none?.ja).toContain('対策基準９（１）');
    expect(articleOf('kikuyo', 'KB-6-8-3').none?.ja).toContain('対策基準７（１）㉒');
    expect(articleOf('kikuyo', 'KB-6-3-3').summary.ja).toContain('Web会議');
  });

  it('菊陽町 keeps its own words for workers, further firms and erasure', () => {
    const { recordKinds } = packOf('kikuyo');
    const titleOf = (kind: string) => recordKinds.find(({ id }) => id === kind)?.title.ja;
    expect(titleOf('worker-roster')).toBe('責任者・作業者・作業場所の名簿');
    expect(titleOf('disposition')).toBe('返却・廃棄・抹消の記録');
    expect(wordsOf('kikuyo', 'subcontractor')).toEqual(['再委託先', '再委託事業者']);
  });

  it('常総 leaves servers out of 第6条（4）, fears theft, and rests 第9条 on 第6条 alone', () => {
    expect(articleOf('joso', 'J6-4').summary.ja).toContain('サーバや電算室は挙げられていない');
    expect(articleOf('joso', 'J6-3-1').summary.ja).toContain('多要素認証');
    expect(articleOf('joso', 'J3').summary.ja).toContain('盗難');
    expect(articleOf('joso', 'J9').summary.ja).toContain('第6条の対策だけ');
  });

  it('江津市 titles its policy as one on cybersecurity', () => {
    expect(packOf('gotsu').title.ja).toContain('サイバーセキュリティを確保するための方針');
  });

  it('the union of 栃木県 keeps its slips and plans for a セキュリティ障害', () => {
    expect(articleOf('tochigi-iryo', 'T4-1').summary.ja).toContain('「本対策基準」');
    expect(articleOf('tochigi-iryo', 'T5').summary.ja).toContain('「情報セキュリティ共通実施」');
    expect(wordsOf('tochigi-iryo', 'operating-procedures')).toEqual([
      '情報セキュリティ実施手順',
      '情報セキュリティ共通実施',
    ]);
    expect(articleOf('tochigi-iryo', 'T6-7').summary.ja).toContain('セキュリティ障害');
  });

  it('みやこ町 adds rules on specific personal information in 第１１条', () => {
    expect(articleOf('miyako', 'M11').label).toBe('第１１条');
    expect(documentOf('miyako', 'specific-personal-information-rules')?.title.ja).toBe(
      '特定個人情報の取扱いに関する管理規程',
    );
  });
});
