import { describe, expect, it } from 'vitest';
import type { Article, PolicyDocument } from '../../policies/index.js';
import { annexCoverage } from './annex-coverage.js';
import type { CoverageItem } from './coverage.js';

const STANDARDS_TITLE = { ja: '対策基準', en: 'Standards' };
const BASIC = { id: 'basic', title: { ja: '基本方針', en: 'Basic policy' }, disclosure: 'public' };
const CHECKLIST = {
  id: 'checklist',
  title: { ja: '点検', en: 'Checks' },
  disclosure: 'public',
  chosen: true,
};
const STANDARDS = { id: 'standards', title: STANDARDS_TITLE, disclosure: 'internal' };

function item(article: string, given: Partial<CoverageItem> = {}): CoverageItem {
  return {
    ...{ rule: article, article, label: `第${article}条`, clauses: ['CL-01'], reason: null },
    ...{ title: { ja: `${article}の題`, en: article }, status: 'included', answeredBy: ['CL-01'] },
    ...given,
  };
}

function told(
  items: readonly CoverageItem[],
  ...documents: object[]
): ReturnType<typeof annexCoverage> {
  const articles = [
    ...['6-8', '6-10', '6-9'].map((key) => ({ key, document: 'basic' })),
    { key: 'CB-1', document: 'checklist' },
    ...['S-1', 'S-2'].map((key) => ({ key, document: 'standards' })),
  ] as Article[];
  return annexCoverage({ articles, documents: documents as PolicyDocument[] }, items);
}

describe('the articles that the annex names', () => {
  it('come document by document, by number', () => {
    const items = [item('CB-1'), item('6-10'), item('6-8')];

    const keys = told(items, BASIC, CHECKLIST).map(({ article }) => article);

    expect(keys).toEqual(['6-8', '6-10', 'CB-1']);
  });

  it('say where the body chose them', () => {
    const [printed, chosen] = told([item('6-8'), item('CB-1')], BASIC, CHECKLIST);

    expect(printed).not.toHaveProperty('chosenIn');
    expect(chosen).toMatchObject({ label: '第CB-1条', chosenIn: CHECKLIST.title });
  });

  it('are not those of a document that is not public: only that it is answered, and where', () => {
    const items = [item('S-1'), item('S-2', { status: 'missing', answeredBy: [] })];

    const lines = told(items, BASIC, STANDARDS);

    expect(lines).toEqual([
      {
        article: 'standards',
        label: '',
        title: STANDARDS_TITLE,
        status: 'included',
        answeredBy: ['CL-01'],
        withheld: true,
      },
      {
        article: 'standards',
        label: '',
        title: STANDARDS_TITLE,
        status: 'missing',
        answeredBy: [],
        withheld: true,
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/S-1|第S|の題/);
  });
});
