import { describe, expect, it } from 'vitest';
import { decisionFaults } from './decision-rules.js';

const MANAGER = { cloudServiceManagerId: '01900000-0000-7000-8000-000000000000' };

describe('the form of a decision', () => {
  it.each([
    ['an approval without a manager', { outcome: 'approve' }, ['#/cloudServiceManagerId']],
    ['a return without a comment', { outcome: 'return' }, ['#/comment']],
    ['a rejection without a comment', { outcome: 'reject' }, ['#/comment']],
    [
      'a review that is already due',
      { outcome: 'approve', ...MANAGER, reviewOn: '2026-11-21' },
      ['#/reviewOn'],
    ],
  ] as const)('refuses %s', (_, decision, pointers) => {
    const faults = decisionFaults(decision, '2026-11-21');
    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it.each([
    ['an approval with its manager', { outcome: 'approve', ...MANAGER }],
    ['a rejection that says why', { outcome: 'reject', comment: '範囲が広すぎる。' }],
  ] as const)('takes %s', (_, decision) => {
    expect(decisionFaults(decision, '2026-11-21')).toEqual([]);
  });
});
