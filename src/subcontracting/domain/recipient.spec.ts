import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecipientNotInChain } from './provision.errors.js';
import {
  inForce,
  isBoundByChain,
  itemsOutsideMatrix,
  recipientOf,
  worksOn,
  type HopOfFirm,
  type LastDecision,
} from './recipient.js';
import { SUBCONTRACT_STATUSES } from './subcontract-lifecycle.js';

const HOP: HopOfFirm = {
  ...{ id: 'h1', contractId: 'c1', vendorId: 'firm', status: 'effective', submissions: 1 },
  ...{ startedOn: '2026-12-10', endedOn: null, voidedReason: null, wasUnauthorized: false },
  ...{ dataItemIds: ['i1'], flowDown: '契約書', pledge: '誓約書' },
};
const ENDED: HopOfFirm = { ...HOP, status: 'ended', endedOn: '2026-12-20' };
const APPROVED: LastDecision = {
  ...{ subcontractId: 'h1', number: 1, outcome: 'approve', decidedOn: '2026-12-05' },
};
const CONTRACT = { id: 'c1', vendorId: 'prime', status: 'signed', until: '2027-03-31' } as const;
const ITEM = { id: 'i1', name: '予約者の氏名・連絡先', personalInformation: true };

describe('a firm of the chain is at work', () => {
  it.each<[string, HopOfFirm, LastDecision | undefined, string, boolean]>([
    ['on the day it started', HOP, APPROVED, '2026-12-10', true],
    ['not the day before', HOP, APPROVED, '2026-12-09', false],
    ['up to the day it ended', ENDED, APPROVED, '2026-12-20', true],
    ['not the day after', ENDED, APPROVED, '2026-12-21', false],
    ['not before it started, ended since', ENDED, APPROVED, '2026-12-09', false],
    ['not where it never started', { ...ENDED, startedOn: null }, APPROVED, '2026-12-12', false],
    [
      'not where its approval was taken back before',
      ENDED,
      { ...APPROVED, outcome: 'revoke' },
      '2026-12-12',
      false,
    ],
    [
      'not where its approval fell before',
      { ...ENDED, voidedReason: '変更' },
      APPROVED,
      '2026-12-12',
      false,
    ],
    [
      'not where it was applied for anew before',
      { ...ENDED, submissions: 2 },
      APPROVED,
      '2026-12-12',
      false,
    ],
    [
      'not where it was approved anew and not started again',
      ENDED,
      { ...APPROVED, decidedOn: '2026-12-15' },
      '2026-12-12',
      false,
    ],
    [
      'not where it was found at work without approval',
      { ...ENDED, wasUnauthorized: true },
      APPROVED,
      '2026-12-12',
      false,
    ],
    ['not where nobody decided on it', ENDED, undefined, '2026-12-12', false],
  ])('%s', (_, hop, last, day, works) => {
    expect(worksOn(hop, last, day)).toBe(works);
  });

  it('under no standing but at work or ended', () => {
    const other = SUBCONTRACT_STATUSES.filter((one) => one !== 'effective' && one !== 'ended');
    for (const status of other) {
      expect(worksOn({ ...HOP, status }, APPROVED, '2026-12-12')).toBe(false);
    }
  });
});

describe('who may receive information', () => {
  const day = { deliveredOn: '2026-12-12', items: [ITEM] };
  const firms = {
    ...{ selectedId: null, contracts: [CONTRACT], hops: [HOP] },
    decisions: [APPROVED],
  };

  it('is any firm while none is selected and nothing is signed', () => {
    const contracts = [{ ...CONTRACT, status: 'draft' as const }];
    const asked = { ...day, vendorId: 'anybody' };
    expect(recipientOf(asked, { ...firms, contracts })).toEqual({
      contractorId: 'anybody',
      hop: null,
    });
  });

  it('is the contractor, and the firm of a hop under it', () => {
    expect(recipientOf({ ...day, vendorId: 'prime' }, firms).hop).toBeNull();
    expect(recipientOf({ ...day, vendorId: 'firm' }, firms)).toEqual({
      contractorId: 'prime',
      hop: HOP,
    });
  });

  it('is the hop of the firm that covers what is handed over', () => {
    const bare = { ...HOP, id: 'h0', dataItemIds: [] };
    const hops = [bare, HOP];
    expect(recipientOf({ ...day, vendorId: 'firm' }, { ...firms, hops }).hop?.id).toBe('h1');
    const other = { ...ITEM, id: 'i2' };
    const asked = { ...day, vendorId: 'firm', items: [other] };
    expect(recipientOf(asked, { ...firms, hops }).hop?.id).toBe('h0');
  });

  it.each([
    ['a stranger', 'stranger', firms, []],
    [
      'a firm under a contractor that is not selected',
      'firm',
      { ...firms, selectedId: 'x' },
      ['h1'],
    ],
    ['the contractor that is not selected', 'prime', { ...firms, selectedId: 'x' }, []],
  ])('is not %s', (_, vendorId, chain, told) => {
    expect.assertions(2);
    try {
      recipientOf({ ...day, vendorId }, chain);
    } catch (error) {
      expect(error).toBeInstanceOf(RecipientNotInChain);
      const { subcontracts } = (error as RecipientNotInChain).facts;
      expect((subcontracts as { id: string }[]).map(({ id }) => id)).toEqual(told);
    }
  });
});

describe('contracts', () => {
  it('bind from the signature to their last day', () => {
    const draft = { ...CONTRACT, status: 'draft' as const };
    const endless = { ...CONTRACT, until: null };
    const all = [CONTRACT, draft, endless, { ...CONTRACT, vendorId: 'other' }];
    expect(inForce(all, 'prime', '2027-03-31')).toEqual([CONTRACT, endless]);
    expect(inForce(all, 'prime', '2027-04-01')).toEqual([endless]);
  });
});

describe('an access matrix', () => {
  const outside = (name: string, ...cells: string[]) =>
    itemsOutsideMatrix(
      [{ ...ITEM, name }],
      cells.map((dataItem) => ({ dataItem })),
    ).length > 0;

  it.each([
    ['names it', '予約者の氏名', ['予約者の氏名'], false],
    ['names it in another width', 'ＡＢＣ情報（ｶﾅ）', ['abc情報(カナ)'], false],
    ['names it among others in a cell', '予約日時', ['氏名、予約日時；用件'], false],
    ['names it with a comma of its own', '氏名、住所', ['氏名、住所'], false],
    ['names something else', '予約日時', ['予約者の氏名'], true],
    ['names only a part of it', '予約者の氏名及び住所', ['予約者の氏名'], true],
    ['is empty', '予約日時', [], false],
  ])('%s', (_, name, cells, isOutside) => {
    expect(outside(name, ...cells)).toBe(isOutside);
  });

  it('refuses no item once each stands in a row of its own', () => {
    const names = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(names, (all) => {
        const items = all.map((name, at) => ({ ...ITEM, id: String(at), name }));
        expect(
          itemsOutsideMatrix(
            items,
            all.map((dataItem) => ({ dataItem })),
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('a firm of the chain is bound to secrecy', () => {
  it.each([
    ['by flow-down and pledge', HOP, true, true],
    ['by flow-down alone, without personal information', { ...HOP, pledge: null }, false, true],
    ['not by flow-down alone, with it', { ...HOP, pledge: null }, true, false],
    ['not by a pledge alone', { ...HOP, flowDown: null }, false, false],
  ])('%s', (_, hop, personalInformation, isBound) => {
    expect(isBoundByChain(hop, [{ ...ITEM, personalInformation }])).toBe(isBound);
  });
});
