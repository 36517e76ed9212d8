import { describe, expect, it } from 'vitest';
import type { NamedArticle, SpecificationContent } from './specification-content.js';
import { specificationDocument } from './specification-document.js';

const TEXT = { ja: '文', en: 'text' };
const PUBLIC = { key: 'S-1', label: '第１条', title: TEXT };
const CHOSEN = { ...PUBLIC, key: 'C-1', label: '点検１', chosenIn: { ja: '点検', en: 'Checks' } };
const SECRET = {
  ...{ key: 'P-1', label: '秘１', title: { ja: '秘の題', en: 'secret' } },
  withheldIn: { ja: '実施手順', en: 'Procedures' },
};

/** What the document says of these articles, in a condition and after the contract. */
function told(...articles: readonly NamedArticle[]): string {
  const condition = {
    ...{ criterionId: 'G-1', topic: TEXT, question: TEXT, statement: null, evidence: TEXT },
    ...{ evidenceRequired: false, isKnockOut: false, articles },
  };
  const content: SpecificationContent = {
    ...{ number: 1, title: '仕様書', documentNumber: null, body: TEXT, engagementTitle: '業務' },
    ...{ from: '2026-12-01', until: null, dataItems: [], requirements: [] },
    conditions: [condition],
    laterDuties: articles.map((article) => ({ phase: 'during', article })),
  };
  const standing = { confirmedOn: '2026-11-20', superseded: null, isKept: true };
  return JSON.stringify(specificationDocument(content, standing, 'ja').blocks);
}

describe('what candidates are told of an article', () => {
  it('is its label, marked and explained where the body chose it', () => {
    const text = told(PUBLIC, CHOSEN);

    expect(text).toContain('ポリシーの条項：第１条、点検１※');
    expect(text).toContain('※ 「点検」に定める事項で、');
    expect(told(PUBLIC)).not.toContain('※');
  });

  it('is only the document where that is not public, and once', () => {
    const text = told(SECRET, { ...SECRET, key: 'P-2', label: '秘２' });

    expect(text).not.toMatch(/秘|P-/);
    expect(text).toContain('ポリシーの条項：実施手順（非公開の文書）"');
    expect(text.match(/"（非公開の文書）","実施手順"/g)).toHaveLength(1);
  });
});

describe('the period of the work', () => {
  it('has no last day where it runs until it is ended', () => {
    expect(told(PUBLIC)).toContain('本業務の予定期間は、令和8年12月1日からとする。');
  });
});
