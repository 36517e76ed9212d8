import { describe, expect, it } from 'vitest';
import { handedOverBy } from './handed-over.js';

describe('what a post hands over', () => {
  it.each([
    ['staff', ['staff'], ['obligation']],
    ['an auditor', ['audit'], ['obligation', 'finding-to-verify']],
    [
      'a reviewer',
      ['review'],
      [
        'obligation',
        'assessment-to-review',
        'assessment-to-reconcile',
        'use-application-to-decide',
      ],
    ],
    [
      'who permits exceptions',
      ['permit-exceptions'],
      ['obligation', 'report-to-review', 'exception-to-decide', 'exception-ending'],
    ],
  ] as const)('of %s', (_, duties, kinds) => {
    expect(handedOverBy(duties)).toEqual(kinds);
  });
});
