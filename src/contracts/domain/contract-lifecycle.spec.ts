import { describe, expect, it } from 'vitest';
import { CONTRACT_LIFECYCLE, CONTRACT_STATUSES } from './contract-lifecycle.js';
import { endFaults, signingFaults } from './contract-input.js';
import { SPECIFICATION_LIFECYCLE, SPECIFICATION_STATUSES } from './specification.js';

describe('the life of a contract', () => {
  it('reaches every status and ends ended', () => {
    expect([...CONTRACT_LIFECYCLE.reachable()].sort()).toEqual([...CONTRACT_STATUSES].sort());
    expect(CONTRACT_LIFECYCLE.terminals()).toEqual(['ended']);
    expect(CONTRACT_LIFECYCLE.canMove('draft', 'ended')).toBe(false);
    expect(CONTRACT_LIFECYCLE.canMove('signed', 'draft')).toBe(false);
  });
});

describe('the life of a specification', () => {
  it('reaches every status and ends superseded', () => {
    const reached = [...SPECIFICATION_LIFECYCLE.reachable()].sort();
    expect(reached).toEqual([...SPECIFICATION_STATUSES].sort());
    expect(SPECIFICATION_LIFECYCLE.terminals()).toEqual(['superseded']);
  });
});

describe('the days of a contract', () => {
  const TODAY = '2026-11-20';

  it.each([
    ['today', '2026-11-20', '2027-03-31', 0],
    ['its last day', '2026-11-10', '2026-11-10', 0],
    ['without a last day', '2026-11-10', null, 0],
    ['the future', '2026-11-21', null, 1],
    ['after its last day', '2026-11-10', '2026-11-09', 1],
  ])('a signature of %s', (_, signedOn, until, faults) => {
    expect(signingFaults({ signedOn, from: '2026-04-01', until }, TODAY)).toHaveLength(faults);
  });

  it.each([
    ['the day of signature', '2026-11-01', 0],
    ['its last day', '2026-11-19', 0],
    ['before the signature', '2026-10-31', 1],
    ['after its last day', '2026-11-20', 1],
    ['the future, after its last day', '2026-11-21', 2],
  ])('an end on %s', (_, endedOn, faults) => {
    const contract = { signedOn: '2026-11-01', until: '2026-11-19' };
    expect(endFaults(endedOn, contract, TODAY)).toHaveLength(faults);
  });
});
