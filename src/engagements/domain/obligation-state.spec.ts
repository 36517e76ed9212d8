import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  OBLIGATION_STATES,
  opensGate,
  stateOn,
  type ObligationFacts,
  type ProofInterval,
} from './obligation-state.js';

const OPEN: ObligationFacts = {
  openedOn: '2026-04-01',
  dueOn: null,
  notApplicableOn: null,
  proofs: [],
};
const proof = (given: Partial<ProofInterval> = {}): ProofInterval => ({
  effect: 'proves',
  validFrom: '2026-05-01',
  validUntil: '2026-05-31',
  voidedOn: null,
  ...given,
});

describe('the state of an obligation', () => {
  it.each([
    ['pending before its phase comes', { ...OPEN, openedOn: null }, '2026-06-01', 'pending'],
    ['pending the day before its phase', OPEN, '2026-03-31', 'pending'],
    ['open on the first day of its phase', OPEN, '2026-04-01', 'open'],
    ['open on its due date', { ...OPEN, dueOn: '2026-04-30' }, '2026-04-30', 'open'],
    ['overdue the day after', { ...OPEN, dueOn: '2026-04-30' }, '2026-05-01', 'overdue'],
    ['met on the first day of a proof', { ...OPEN, proofs: [proof()] }, '2026-05-01', 'met'],
    ['met on the last day of a proof', { ...OPEN, proofs: [proof()] }, '2026-05-31', 'met'],
    ['open again when the proof lapses', { ...OPEN, proofs: [proof()] }, '2026-06-01', 'open'],
    [
      'met for good by a proof without end',
      { ...OPEN, proofs: [proof({ validUntil: null })] },
      '2036-01-01',
      'met',
    ],
    [
      'open from the day its proof is voided',
      { ...OPEN, proofs: [proof({ voidedOn: '2026-05-10' })] },
      '2026-05-10',
      'open',
    ],
    [
      'met still on the day before the voiding, seen afterwards',
      { ...OPEN, proofs: [proof({ voidedOn: '2026-05-10' })] },
      '2026-05-09',
      'met',
    ],
    [
      'excepted while an exception holds',
      { ...OPEN, proofs: [proof({ effect: 'excepts' })] },
      '2026-05-15',
      'excepted',
    ],
    [
      'met rather than excepted where both hold',
      { ...OPEN, proofs: [proof({ effect: 'excepts' }), proof()] },
      '2026-05-15',
      'met',
    ],
    [
      'breached whatever else proves it',
      { ...OPEN, proofs: [proof({ effect: 'breaches', validUntil: null }), proof()] },
      '2026-05-15',
      'breached',
    ],
    [
      'not applicable from the day that was decided',
      { ...OPEN, notApplicableOn: '2026-05-02', dueOn: '2026-04-15' },
      '2026-05-02',
      'not-applicable',
    ],
    [
      'overdue until the day before',
      { ...OPEN, notApplicableOn: '2026-05-02', dueOn: '2026-04-15' },
      '2026-05-01',
      'overdue',
    ],
  ] as const)('is %s', (_, facts, day, state) => {
    expect(stateOn(day, facts)).toBe(state);
  });

  it('opens a gate only where it is met, excepted or not applicable', () => {
    expect(OBLIGATION_STATES.filter(opensGate)).toEqual(['not-applicable', 'met', 'excepted']);
  });

  it('never counts a proof outside its days', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (from, until, on) => {
        const facts = { ...OPEN, proofs: [proof({ validFrom: from, validUntil: until })] };
        expect(stateOn(on, facts) === 'met').toBe(from <= on && on <= until);
      }),
    );
  });
});
