import { describe, expect, it } from 'vitest';
import { limitFaults, smallContractCeilings } from './small-contracts.js';

describe('up to what amount a body may contract without competition', () => {
  it.each([
    ['a prefecture', 'prefecture', '430005', 2_000_000],
    ['a designated city', 'city', '431001', 2_000_000],
    ['another designated city of its prefecture', 'city', '401307', 2_000_000],
    ['a city', 'city', '432016', 1_000_000],
    ['a ward of Tokyo', 'city', '131105', 1_000_000],
    ['a town', 'town', '434043', 1_000_000],
    ['a union without a code', 'union', null, 1_000_000],
  ])('%s', (_, type, localGovernmentCode, other) => {
    expect(smallContractCeilings({ type, localGovernmentCode }).other).toBe(other);
  });

  it('is what the body says, no more than the law allows', () => {
    const ceilings = smallContractCeilings({ type: 'town', localGovernmentCode: null });

    expect(limitFaults({ manufacture: 2_000_000, lease: 800_000 }, ceilings)).toEqual([]);
    expect(
      limitFaults({ purchase: 1_500_001, other: 1_000_000 }, ceilings).map(
        ({ pointer }) => pointer,
      ),
    ).toEqual(['#/smallContractLimits/purchase']);
  });
});
