import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { PackFolders } from '../../test/policies/pack-folders.js';
import {
  clausesFor,
  criteriaFor,
  type EngagementProfile,
  factsOf,
  obligationsFor,
  regimesFor,
  tierFor,
} from './domain/applicability.js';
import type { Pack } from './domain/pack.js';
import { readPack } from './pack-files.js';

/** A section a body adds to what it extends, as one file and without a line of code. */
const SECTION = `
regimes:
  - id: system-outsourcing
    label: { ja: 情報システムの開発及び保守の委託, en: Outsourced system work }
    article: T9-4
    when: { all: [outsourcing], any: [development, operation] }
tiers:
  - { id: upper, reportEveryMonths: 2 }
settings:
  - id: source-code-days
    label: { ja: ソースコードの納品期限, en: Days for the source code }
    type: integer
    unit: { ja: 日, en: days }
    minimum: 1
    default: 10
    article: T9-4
recordKinds:
  - id: source-review
    title: { ja: ソースコードの確認, en: Review of the source code }
    guidance: { ja: 確かめた点を記載する。, en: State what was confirmed. }
articles:
  - key: T9-4
    label: ９(４)
    document: standards
    title: { ja: システムの委託, en: Outsourced system work }
    summary: { ja: 納品物を確かめる。, en: Deliverables are confirmed. }
    obligations:
      - owedBy: body
        roles: [manager]
        phase: end
        gate: accept
        when: { all: ['regime:system-outsourcing'] }
        proof: { kind: record, of: [source-review] }
        remedy: { ja: 納品物を確かめ、記録する。, en: Confirm the deliverables and record it. }
        due: { from: end, setting: source-code-days }
criteria:
  - id: S-01
    topic: { ja: 開発, en: Development }
    question: { ja: '{{vendor}}は、脆弱性を検査しますか。', en: 'Does the {{vendor}} test for weaknesses?' }
    when: { all: ['regime:system-outsourcing'] }
    answeredBy: vendor
    askedAt: selection
    evidence: { ja: 検査の手順, en: Test procedure }
    evidenceRequired: true
    weight: 2
    articles: [T9-4]
    pointers: []
    selectionCondition: true
clauses:
  - id: source-code
    title: { ja: ソースコード, en: Source code }
    articles: [T9-4]
    when: { all: ['regime:system-outsourcing'] }
    requiredWhen: { all: ['tier:upper'] }
    parameters: []
    paragraphs:
      ja: ['{{vendor}}は、ソースコードを納める。']
      en: ['The {{vendor}} delivers the source code.']
`;

const ITEM = {
  confidentiality: '2',
  integrity: '2',
  availability: '1',
  personalInformation: false,
  specificPersonalInformation: false,
};
const DEVELOPMENT: EngagementProfile = {
  kinds: ['outsourcing'],
  workTypes: ['development'],
  tierAnswers: ['stoppage-intolerable'],
  dataItems: [ITEM],
};

describe('a section of its own', () => {
  let packs: PackFolders;
  let pack: Pack;

  beforeAll(async () => {
    packs = await PackFolders.copy();
    await packs.write('town/system.yaml', SECTION);
    await packs.edit('town/pack.yaml', 'default: 30', 'default: 7');
    ({ pack } = await readPack(packs.path('town')));
  });
  afterAll(() => packs.remove());

  test('binds the engagements it is for, with articles, questions and clauses', () => {
    const facts = factsOf(pack, DEVELOPMENT);
    expect(regimesFor(pack, facts).map(({ id }) => id)).toEqual([
      'outsourcing',
      'system-outsourcing',
    ]);
    expect(obligationsFor(pack, facts)).toContainEqual(
      expect.objectContaining({ id: 'T9-4', article: 'T9-4', gate: 'accept' }),
    );
    expect(
      criteriaFor(pack, facts, 'selection').map(({ id, question }) => [id, question.ja]),
    ).toEqual([
      ['C-01', '責任者を置いていますか。'],
      ['S-01', '委託事業者は、脆弱性を検査しますか。'],
    ]);
    expect(clausesFor(pack, facts).map(({ id }) => id)).toEqual(['erasure', 'source-code']);
  });

  test('leaves the others alone', () => {
    const facts = factsOf(pack, { ...DEVELOPMENT, workTypes: ['disposal'] });
    expect(regimesFor(pack, facts).map(({ id }) => id)).toEqual(['outsourcing']);
    expect(obligationsFor(pack, facts).map(({ article }) => article)).not.toContain('T9-4');
    expect(criteriaFor(pack, facts, 'selection').map(({ id }) => id)).toEqual(['C-01']);
    expect(clausesFor(pack, facts).map(({ id }) => id)).toEqual(['erasure']);
  });

  test('brings thresholds of its own and changes those it inherits', () => {
    const defaults = pack.settings.map(({ id, default: value }) => [id, value]);
    expect(Object.fromEntries(defaults)).toMatchObject({
      'certificate-days': 7,
      'source-code-days': 10,
    });
    expect(tierFor(pack, factsOf(pack, DEVELOPMENT))).toMatchObject({
      id: 'upper',
      reportEveryMonths: 2,
      reviewers: 2,
    });
  });
});
