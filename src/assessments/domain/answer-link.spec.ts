import { describe, expect, it } from 'vitest';
import { answerLinkStanding } from './answer-link.js';

const OPEN = { supersededAt: null, dueOn: '2026-11-30', status: 'sent', firmId: null } as const;

describe('a link to answer by', () => {
  it.each([
    ['is good until the last day', {}, '2026-11-30', 'open'],
    ['expires with it', {}, '2026-12-01', 'expired'],
    ['shows what was handed in', { status: 'reviewing' }, '2026-11-20', 'open'],
    [
      'gives way to a later one',
      { supersededAt: '2026-11-20T00:00:00Z' },
      '2026-11-20',
      'superseded',
    ],
    ['ends with the candidate', { status: 'withdrawn' }, '2026-11-20', 'withdrawn'],
    ['gives way to an account', { firmId: 'f' }, '2026-11-20', 'linked'],
  ] as const)('%s', (_, facts, day, standing) => {
    expect(answerLinkStanding({ ...OPEN, ...facts }, day)).toBe(standing);
  });
});
