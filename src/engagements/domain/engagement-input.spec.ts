import { describe, expect, it } from 'vitest';
import type { EngagementKind } from '../../policies/index.js';
import { kindFaults } from './engagement-input.js';

describe('the kinds of an engagement', () => {
  it.each<EngagementKind[][]>([
    [['outsourcing']],
    [['cloud']],
    [['outsourcing', 'cloud']],
    [['social-media']],
  ])('may be %j', (kinds) => {
    expect(kindFaults(kinds)).toEqual([]);
  });

  it.each<EngagementKind[][]>([
    [['social-media', 'cloud']],
    [['outsourcing', 'social-media']],
    [['outsourcing', 'cloud', 'social-media']],
  ])('are not %j', (kinds) => {
    expect(kindFaults(kinds)).toMatchObject([{ pointer: '#/kinds' }]);
  });
});
