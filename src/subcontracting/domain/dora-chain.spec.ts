import { describe, expect, it } from 'vitest';
import { charted, contract } from '../../../test/subcontracting/charted.js';
import { supplyChain } from './dora-chain.js';

const [SERVICE, CONTRACT] = ['S19', '総第123号'];
const line = (over: object): object => ({
  ...{ contractReference: CONTRACT, serviceType: SERVICE, providerCodeType: 'JP_CRN' },
  ...{ recipientCodeType: 'JP_CRN', ...over },
});

describe('the supply chain of an engagement', () => {
  it('names the contractor without a recipient, and every firm with the one above it', () => {
    const content = charted([
      { id: 'a', corporateNumber: '2000000000001' },
      { id: 'b', corporateNumber: '3000000000001', passedOnById: 'a' },
    ]);

    expect(supplyChain(content, SERVICE)).toEqual([
      line({
        ...{ providerCode: contract.corporateNumber, rank: 1 },
        ...{ recipientCode: 'Not applicable', recipientCodeType: 'Not applicable' },
      }),
      line({ providerCode: '2000000000001', rank: 2, recipientCode: contract.corporateNumber }),
      line({ providerCode: '3000000000001', rank: 3, recipientCode: '2000000000001' }),
    ]);
  });

  it('tells a firm without a number by our own id', () => {
    const [, low] = supplyChain(
      charted([{ id: 'a', vendorId: 'v-1', corporateNumber: null }]),
      SERVICE,
    );
    expect(low).toMatchObject({ providerCode: 'v-1', providerCodeType: '' });
  });

  it.each([
    ['approved but not started', { status: 'approved' }, 1],
    ['at work', { status: 'effective' }, 2],
    ['at work without approval', { status: 'unauthorized' }, 2],
    ['at work although its approval fell', { status: 'voided', startedOn: '2026-12-10' }, 2],
    ['gone', { status: 'ended', startedOn: '2026-12-10', endedOn: '2026-12-20' }, 1],
  ] as const)('counts a firm that is %s', (_, hop, lines) => {
    expect(supplyChain(charted([{ id: 'a', ...hop }]), SERVICE)).toHaveLength(lines);
  });

  it('has no line twice where a firm takes two parts from the same', () => {
    const content = charted([
      { id: 'a', corporateNumber: '2000000000001', work: '監視' },
      { id: 'b', corporateNumber: '2000000000001', work: '保守' },
    ]);
    expect(supplyChain(content, SERVICE)).toHaveLength(2);
  });
});
