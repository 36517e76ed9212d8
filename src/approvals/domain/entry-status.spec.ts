import { describe, expect, it } from 'vitest';
import { entryStatusOn } from './entry-status.js';

const APPROVED = { standing: 'approved', reviewOn: '2027-04-01' } as const;
const RE_REVIEW = { ...APPROVED, standing: 're-review' } as const;
const VOIDED = { ...APPROVED, standing: 'voided' } as const;

describe('an entry of the approved cloud services', () => {
  it.each([
    [
      'is approved until the engagement goes live',
      APPROVED,
      'contracted',
      '2026-12-01',
      'approved',
    ],
    ['is in use while the engagement is active', APPROVED, 'active', '2026-12-01', 'in-use'],
    ['is in use still while data is being erased', APPROVED, 'terminating', '2026-12-01', 'in-use'],
    ['is suspended with the engagement', RE_REVIEW, 'suspended', '2026-12-01', 'suspended'],
    ['is retired when the engagement is closed', RE_REVIEW, 'closed', '2026-12-01', 'retired'],
    ['is retired when the engagement is cancelled', APPROVED, 'cancelled', '2026-12-01', 'retired'],
    [
      'is up for re-review once its content changed',
      RE_REVIEW,
      'active',
      '2026-12-01',
      're-review',
    ],
    ['is good on its review day', APPROVED, 'active', '2027-04-01', 'in-use'],
    ['is up for re-review the day after', APPROVED, 'active', '2027-04-02', 're-review'],
    ['stays voided whatever happens', VOIDED, 'closed', '2028-01-01', 'voided'],
  ] as const)('%s', (_, entry, engagement, day, expected) => {
    expect(entryStatusOn(day, entry, engagement)).toBe(expected);
  });
});
