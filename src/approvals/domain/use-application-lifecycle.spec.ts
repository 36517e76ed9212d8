import { describe, expect, it } from 'vitest';
import {
  DECISION_OUTCOMES,
  statusAfter,
  UNDECIDED,
  USE_APPLICATION,
  USE_APPLICATION_STATUSES,
} from './use-application-lifecycle.js';

describe('the life of a use application', () => {
  it('reaches every status', () => {
    expect([...USE_APPLICATION.reachable()].sort()).toEqual([...USE_APPLICATION_STATUSES].sort());
  });

  it('ends only rejected, withdrawn, voided or revoked', () => {
    const ends = ['rejected', 'revoked', 'voided', 'withdrawn'];
    expect([...USE_APPLICATION.terminals()].sort()).toEqual(ends);
  });

  it.each(DECISION_OUTCOMES)('takes the decision to %s only once it is submitted', (outcome) => {
    const after = statusAfter(outcome);
    const from = USE_APPLICATION_STATUSES.filter((status) =>
      USE_APPLICATION.canMove(status, after),
    );
    expect(from).toEqual(['submitted']);
  });

  it('waits for something exactly where it can still be withdrawn', () => {
    const waiting = USE_APPLICATION_STATUSES.filter((status) =>
      USE_APPLICATION.canMove(status, 'withdrawn'),
    );
    expect(waiting).toEqual([...UNDECIDED]);
  });
});
