import { describe, expect, it } from 'vitest';
import { OBLIGATION_STATES, opensGate } from '../../engagements/index.js';
import { BY_GRAVITY, gravestOf, isUnproven } from './gravity.js';

describe('where an article with several duties stands', () => {
  it.each([
    [['met', 'open'], 'open'],
    [['open', 'overdue'], 'overdue'],
    [['met', 'breached', 'overdue'], 'breached'],
    [['met', 'pending'], 'pending'],
    [['met', 'excepted'], 'excepted'],
    [['not-applicable', 'met'], 'met'],
    [['not-applicable'], 'not-applicable'],
    [[], undefined],
  ] as const)('%j is %s', (states, expected) => {
    expect(gravestOf(states)).toBe(expected);
  });

  it('knows every state of a duty', () => {
    expect([...BY_GRAVITY].sort()).toEqual([...OBLIGATION_STATES].sort());
  });

  it('calls unproven what shuts a gate and whose time has come', () => {
    const expected = OBLIGATION_STATES.filter((state) => !opensGate(state) && state !== 'pending');
    expect(OBLIGATION_STATES.filter(isUnproven)).toEqual(expected);
  });
});
