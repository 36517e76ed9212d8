import { describe, expect, it } from 'vitest';
import {
  clarificationFaults,
  isOpenToClarification,
  type AskedClarification,
} from './clarification.js';
import type { SelectionMethod } from './selection.js';

const CRITERIA = new Set(['G-01']);
const QUESTION = { kind: 'question', assessmentId: 'a', visibleTo: 'all' } as const;

describe('a clarification', () => {
  it.each<[string, AskedClarification, SelectionMethod, string[]]>([
    ['a question, answered to all', QUESTION, 'tender', []],
    [
      'a question answered to one in a tender',
      { ...QUESTION, visibleTo: 'one' },
      'tender',
      ['#/visibleTo'],
    ],
    [
      'the same where the contract is negotiated',
      { ...QUESTION, visibleTo: 'one' },
      'negotiated',
      [],
    ],
    [
      'a question of nobody',
      { ...QUESTION, assessmentId: undefined },
      'proposal',
      ['#/assessmentId'],
    ],
    ['a notice to one', { kind: 'notice', visibleTo: 'one' }, 'negotiated', ['#/visibleTo']],
    ['a notice of somebody', { ...QUESTION, kind: 'notice' }, 'tender', ['#/assessmentId']],
    ['a request shown to all', { ...QUESTION, kind: 'request' }, 'tender', ['#/visibleTo']],
    [
      'a question on what is not asked',
      { ...QUESTION, criterionId: 'X' },
      'tender',
      ['#/criterionId'],
    ],
    ['a question on a criterion', { ...QUESTION, criterionId: 'G-01' }, 'tender', []],
  ])('%s', (_, asked, method, pointers) => {
    const faults = clarificationFaults(asked, { method, criteria: CRITERIA });

    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('is asked for until answers are closed where these are sealed; requests go on', () => {
    expect(isOpenToClarification('question', 'tender', 'closed')).toBe(false);
    expect(isOpenToClarification('request', 'tender', 'closed')).toBe(true);
    expect(isOpenToClarification('question', 'negotiated', 'closed')).toBe(true);
    for (const status of ['concluded', 'cancelled'] as const) {
      expect(isOpenToClarification('request', 'negotiated', status)).toBe(false);
    }
  });
});
