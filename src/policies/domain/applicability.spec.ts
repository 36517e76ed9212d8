import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  clausesFor,
  criteriaFor,
  type ClassifiedItem,
  type EngagementProfile,
  factsOf,
  highestClass,
  obligationsFor,
  regimesFor,
  tierFor,
} from './applicability.js';
import type { InformationClass, Pack } from './pack.js';
import { EMPTY_LAYER } from './pack-merge.js';
import { UnknownClass, UnknownSegment } from './policy.errors.js';

const text = { ja: '文', en: 'Text' };

function aClass(id: string, rank: number, ...marks: string[]): InformationClass {
  return { id, label: text, rank, marks };
}

const PACK: Pack = {
  ...EMPTY_LAYER,
  id: 'town',
  version: '1',
  title: text,
  classification: {
    confidentiality: [
      aClass('3A', 3, 'classified', 'secret'),
      aClass('2', 2, 'classified'),
      aClass('1', 1),
    ],
    integrity: [aClass('2', 2, 'important'), aClass('1', 1)],
    availability: [aClass('2', 2, 'important', 'vital'), aClass('1', 1)],
  },
  segments: [
    { id: 'lgwan', label: text, admits: ['2', '1'] },
    { id: 'internet', label: text, admits: ['1'] },
  ],
  regimes: [
    { id: 'outsourcing', label: text, when: { all: ['outsourcing'] } },
    { id: 'cloud-classified', label: text, when: { all: ['cloud', 'classified'] } },
    { id: 'cloud-light', label: text, when: { all: ['cloud'], none: ['classified'] } },
  ],
  tiers: [
    {
      id: 'upper',
      label: text,
      when: { any: ['regime:cloud-classified', 'stoppage-intolerable'] },
      reportEveryMonths: 1,
      reviewers: 2,
    },
    { id: 'middle', label: text, when: { all: ['important'] }, reportEveryMonths: 3, reviewers: 1 },
    { id: 'lower', label: text, when: {}, reportEveryMonths: 6, reviewers: 1 },
  ],
};

const PLAIN: ClassifiedItem = {
  confidentiality: '1',
  integrity: '1',
  availability: '1',
  personalInformation: false,
  specificPersonalInformation: false,
};

function factsWith(given: Partial<EngagementProfile>): string[] {
  const nothing = { kinds: [], workTypes: [], tierAnswers: [], dataItems: [] };
  return [...factsOf(PACK, { ...nothing, ...given })].sort();
}

describe('the facts of an engagement', () => {
  test('are its kinds, work types and the tier questions answered yes', () => {
    expect(
      factsWith({
        kinds: ['outsourcing'],
        workTypes: ['operation', 'disposal'],
        tierAnswers: ['stoppage-intolerable'],
      }),
    ).toEqual([
      'disposal',
      'operation',
      'outsourcing',
      'regime:outsourcing',
      'stoppage-intolerable',
      'tier:upper',
    ]);
  });

  test.each<[Partial<ClassifiedItem>, string[]]>([
    [{}, ['tier:lower']],
    [{ confidentiality: '3A' }, ['classified', 'secret', 'tier:lower']],
    [{ integrity: '2' }, ['important', 'tier:middle']],
    [{ availability: '2' }, ['important', 'tier:middle', 'vital']],
    [{ personalInformation: true }, ['personal-information', 'tier:lower']],
    [{ specificPersonalInformation: true }, ['specific-personal-information', 'tier:lower']],
  ])('follow from a data item that is %j', (item, facts) => {
    expect(factsWith({ dataItems: [{ ...PLAIN, ...item }] })).toEqual(facts);
  });

  test('name the regime that rests on the marks, and the first tier that holds', () => {
    const dataItems = [{ ...PLAIN, confidentiality: '2', integrity: '2' }];
    const facts = factsWith({ kinds: ['cloud'], dataItems });
    expect(facts.filter((fact) => fact.includes(':'))).toEqual([
      'regime:cloud-classified',
      'tier:upper',
    ]);
    expect(factsWith({ kinds: ['cloud'] })).toEqual(['cloud', 'regime:cloud-light', 'tier:lower']);
  });

  test.each<[string | undefined, string[], boolean]>([
    ['lgwan', ['1', '2'], false],
    ['lgwan', ['1', '3A'], true],
    ['internet', ['1', '2'], true],
    ['internet', [], false],
    [undefined, ['3A'], false],
  ])(
    'in segment %s with classes %j say whether it is outside: %s',
    (segment, classes, isOutside) => {
      const dataItems = classes.map((confidentiality) => ({ ...PLAIN, confidentiality }));
      expect(factsWith({ segment, dataItems }).includes('outside-segment')).toBe(isOutside);
    },
  );

  test('of several data items are the union of the facts of each', () => {
    const item = fc.record<ClassifiedItem>({
      confidentiality: fc.constantFrom('3A', '2', '1'),
      integrity: fc.constantFrom('2', '1'),
      availability: fc.constantFrom('2', '1'),
      personalInformation: fc.boolean(),
      specificPersonalInformation: fc.boolean(),
    });
    const own = (dataItems: ClassifiedItem[]): Set<string> =>
      new Set(factsWith({ dataItems }).filter((fact) => !fact.startsWith('tier:')));
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const union = new Set(items.flatMap((each) => [...own([each])]));
        expect(own(items)).toEqual(union);
      }),
    );
  });

  test.each([{ confidentiality: '9' }, { integrity: '3A' }, { availability: '' }])(
    'cannot be found with the unknown class %j',
    (item) => {
      expect(() => factsWith({ dataItems: [{ ...PLAIN, ...item }] })).toThrow(UnknownClass);
    },
  );

  test('cannot be found with an unknown segment', () => {
    expect(() => factsWith({ segment: 'dmz' })).toThrow(UnknownSegment);
  });

  test('name no tier where the pack has none', () => {
    const profile = { kinds: [], workTypes: [], tierAnswers: [], dataItems: [] };
    expect([...factsOf({ ...PACK, tiers: [] }, profile)]).toEqual([]);
  });
});

describe('the highest class', () => {
  const classes = PACK.classification.confidentiality;

  test.each<[string[], string | undefined]>([
    [[], undefined],
    [['1'], '1'],
    [['1', '3A', '2'], '3A'],
    [['2', '1', '2'], '2'],
  ])('of %j is %s', (ids, highest) => {
    expect(highestClass(classes, ids)?.id).toBe(highest);
  });

  test('cannot be told with an unknown class', () => {
    expect(() => highestClass(classes, ['1', '9'])).toThrow(UnknownClass);
  });
});

describe('what applies to an engagement', () => {
  const cloud = new Set(['cloud']);
  const obligation = {
    article: 'K1',
    owedBy: 'body',
    roles: [],
    phase: 'before',
    proof: { kind: 'nda' },
    remedy: text,
  } as const;
  const article = { label: '1', document: 'd', title: text, summary: text };
  const criterion = {
    topic: text,
    question: text,
    answeredBy: 'vendor',
    evidence: text,
    evidenceRequired: false,
    weight: 1,
    articles: [],
    pointers: [],
    selectionCondition: false,
  } as const;
  const clause = {
    title: text,
    articles: [],
    requiredWhen: {},
    parameters: [],
    paragraphs: { ja: [], en: [] },
  };
  const pack: Pack = {
    ...PACK,
    articles: [
      {
        ...article,
        key: 'K2',
        obligations: [
          { ...obligation, id: 'K2.1', when: { all: ['cloud'] } },
          { ...obligation, id: 'K2.2', when: { none: ['cloud'] } },
        ],
      },
      { ...article, key: 'K1', obligations: [{ ...obligation, id: 'K1', when: {} }] },
    ],
    criteria: [
      { ...criterion, id: 'C1', askedAt: 'selection', when: { all: ['cloud'] } },
      { ...criterion, id: 'C2', askedAt: 'start', when: {} },
      { ...criterion, id: 'C3', askedAt: 'selection', when: { all: ['outsourcing'] } },
    ],
    clauses: [
      { ...clause, id: 'a', when: {} },
      { ...clause, id: 'b', when: { none: ['cloud'] } },
    ],
  };

  test('are the obligations whose condition holds, in the order of the articles', () => {
    expect(obligationsFor(pack, cloud).map(({ id }) => id)).toEqual(['K2.1', 'K1']);
  });

  test('are the criteria of the moment whose condition holds', () => {
    expect(criteriaFor(pack, cloud, 'selection').map(({ id }) => id)).toEqual(['C1']);
    expect(criteriaFor(pack, cloud, 'start').map(({ id }) => id)).toEqual(['C2']);
  });

  test('are the clauses whose condition holds', () => {
    expect(clausesFor(pack, cloud).map(({ id }) => id)).toEqual(['a']);
  });

  test('are the regimes whose condition holds, and the first tier that does', () => {
    expect(regimesFor(pack, cloud).map(({ id }) => id)).toEqual(['cloud-light']);
    expect(tierFor(pack, new Set(['important', 'stoppage-intolerable']))?.id).toBe('upper');
    expect(tierFor(pack, cloud)?.id).toBe('lower');
  });
});
