import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lifecycle, defineLifecycle } from './state-machine.js';

const STATUSES = ['draft', 'under-review', 'approved', 'rejected', 'withdrawn'] as const;
type Status = (typeof STATUSES)[number];

const NEXT = {
  draft: ['under-review', 'withdrawn'],
  'under-review': ['draft', 'approved', 'rejected'],
  approved: [],
  rejected: [],
  withdrawn: [],
} as const satisfies Record<Status, readonly Status[]>;

const lifecycle: Lifecycle<Status> = defineLifecycle({ initial: 'draft', next: NEXT });

describe('a life cycle', () => {
  test('allows exactly the moves of its table', () => {
    const allowed = STATUSES.flatMap((from) =>
      STATUSES.filter((to) => lifecycle.canMove(from, to)).map((to) => `${from} > ${to}`),
    );

    expect(allowed).toEqual([
      'draft > under-review',
      'draft > withdrawn',
      'under-review > draft',
      'under-review > approved',
      'under-review > rejected',
    ]);
  });

  test('tells what may follow', () => {
    expect(lifecycle.nextOf('draft')).toEqual(['under-review', 'withdrawn']);
  });

  test('comes to every status and ends in the terminal ones', () => {
    expect(lifecycle.initial).toBe('draft');
    expect([...lifecycle.reachable()].sort()).toEqual([...STATUSES].sort());
    expect(lifecycle.terminals()).toEqual(['approved', 'rejected', 'withdrawn']);
  });

  test('does not come to a status that nothing leads to', () => {
    const broken = defineLifecycle({
      initial: 'open',
      next: { open: ['closed'], closed: ['open'], forgotten: ['closed'] },
    });

    expect([...broken.reachable()]).toEqual(['open', 'closed']);
    expect(broken.terminals()).toEqual([]);
  });

  test('keeps every walk along its moves among the reachable statuses', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (choices) => {
        let status = lifecycle.initial;
        for (const choice of choices) {
          const next = lifecycle.nextOf(status);
          status = next[choice % next.length] ?? status;
          expect(lifecycle.reachable()).toContain(status);
        }
      }),
    );
  });
});
