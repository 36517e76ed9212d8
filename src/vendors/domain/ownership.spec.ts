import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  controlChanges,
  countryOfControl,
  majorityHolder,
  ownershipFaults,
  type OwnershipStatement,
  type Party,
  type Personnel,
} from './ownership.js';

const HOME: Party = { name: '株式会社親会社', country: 'JP' };
const ABROAD: Party = { name: 'Parent Inc.', country: 'US' };
const NOTHING: OwnershipStatement = {
  holders: [],
  parent: null,
  ultimateParent: null,
  officers: [],
  personnel: null,
};
const STAFF: Personnel = {
  headcount: 3,
  affiliations: [],
  qualifications: [],
  trackRecord: null,
  nationalities: [],
  namedNationalities: [],
  nationalityReason: null,
};

function held(share: string, party: Party = HOME): OwnershipStatement {
  return { ...NOTHING, holders: [{ ...party, share }] };
}

const anyParty: fc.Arbitrary<Party> = fc.record({
  name: fc.constantFrom('甲', '乙', '丙'),
  country: fc.constantFrom('JP', 'US', 'CN'),
});
const anyShare = fc
  .integer({ min: 0, max: 100_00 })
  .map((hundredths) => (hundredths / 100).toFixed(2));
const anyCapital: fc.Arbitrary<OwnershipStatement> = fc.record({
  holders: fc.array(
    fc.tuple(anyParty, anyShare).map(([party, share]) => ({ ...party, share })),
    { maxLength: 3 },
  ),
  parent: fc.option(anyParty),
  ultimateParent: fc.option(anyParty),
  officers: fc.constant([]),
  personnel: fc.constant(null),
});

describe('who controls a vendor', () => {
  it.each([
    { share: '50', isMajority: false },
    { share: '50.0', isMajority: false },
    { share: '50.01', isMajority: true },
    { share: '50.1', isMajority: true },
    { share: '100', isMajority: true },
    { share: '9.99', isMajority: false },
  ])('is a holder of $share percent: $isMajority', ({ share, isMajority }) => {
    expect(majorityHolder(held(share)) !== null).toBe(isMajority);
  });

  it.each([
    { of: NOTHING, from: null },
    { of: held('33.4', ABROAD), from: null },
    { of: held('66.7', ABROAD), from: 'US' },
    { of: { ...held('66.7', ABROAD), parent: HOME }, from: 'JP' },
    { of: { ...NOTHING, parent: HOME, ultimateParent: ABROAD }, from: 'US' },
  ])('stands in $from', ({ of, from }) => {
    expect(countryOfControl(of)).toBe(from);
  });
});

describe('a change of control', () => {
  it.each([
    { before: held('60'), after: held('70'), says: [] },
    { before: held('60'), after: held('60', { ...HOME, name: '(株)親会社' }), says: [] },
    {
      before: held('60'),
      after: held('60', { name: '別会社', country: 'JP' }),
      says: ['majority-holder'],
    },
    {
      before: { ...NOTHING, parent: HOME },
      after: { ...NOTHING, parent: HOME, ultimateParent: { name: '持株', country: 'JP' } },
      says: ['ultimate-parent'],
    },
    {
      before: { ...NOTHING, parent: HOME },
      after: { ...NOTHING, parent: HOME, ultimateParent: HOME },
      says: [],
    },
    {
      before: { ...NOTHING, parent: HOME },
      after: { ...NOTHING, parent: ABROAD },
      says: ['ultimate-parent', 'country', 'foreign'],
    },
    {
      before: { ...NOTHING, parent: ABROAD },
      after: { ...NOTHING, parent: HOME },
      says: ['ultimate-parent', 'country'],
    },
    {
      before: { ...NOTHING, parent: HOME },
      after: { ...NOTHING, parent: { ...HOME, country: 'SG' } },
      says: ['country', 'foreign'],
    },
    { before: held('60'), after: NOTHING, says: ['majority-holder', 'country'] },
    { before: NOTHING, after: held('60', ABROAD), says: ['majority-holder', 'country', 'foreign'] },
  ])('is told as $says', ({ before, after, says }) => {
    expect(controlChanges(before, after)).toEqual(says);
  });

  it('is none between a disclosure and the same one', () => {
    fc.assert(fc.property(anyCapital, (one) => controlChanges(one, one).length === 0));
  });

  it('is one in both directions or in neither', () => {
    fc.assert(
      fc.property(anyCapital, anyCapital, (a, b) => {
        const [there, back] = [controlChanges(a, b), controlChanges(b, a)];
        return there.length > 0 === back.length > 0;
      }),
    );
  });

  it('that makes control foreign is one of country, and ends abroad', () => {
    fc.assert(
      fc.property(anyCapital, anyCapital, (before, after) => {
        const says = controlChanges(before, after);
        if (!says.includes('foreign')) return;
        expect(says).toContain('country');
        expect(countryOfControl(after)).not.toBe('JP');
        expect(countryOfControl(after)).not.toBeNull();
      }),
    );
  });

  it('is none of officers and personnel', () => {
    const after = { ...held('60'), officers: [{ name: '山田', position: '代表取締役' }] };

    expect(controlChanges(held('60'), after)).toEqual([]);
  });
});

describe('a disclosure', () => {
  it.each([
    { holders: ['60', '40'], at: [] },
    { holders: ['33.33', '33.33', '33.34'], at: [] },
    { holders: ['60', '40.01'], at: ['#/holders'] },
  ])('of shares $holders has its faults at $at', ({ holders, at }) => {
    const given = { ...NOTHING, holders: holders.map((share) => ({ ...HOME, share })) };

    expect(ownershipFaults(given).map(({ pointer }) => pointer)).toEqual(at);
  });

  it.each([
    { given: { nationalities: [{ country: 'JP', count: 3 }] }, at: [] },
    {
      given: { nationalities: [{ country: 'JP', count: 4 }] },
      at: ['#/personnel/nationalities'],
    },
    {
      given: {
        affiliations: [
          { affiliation: '当社', count: 2 },
          { affiliation: '派遣', count: 2 },
        ],
      },
      at: ['#/personnel/affiliations'],
    },
    { given: { namedNationalities: [ABROAD] }, at: ['#/personnel/nationalityReason'] },
    { given: { namedNationalities: [ABROAD], nationalityReason: '入室審査のため' }, at: [] },
  ])('of personnel $given has its faults at $at', ({ given, at }) => {
    const statement = { ...NOTHING, personnel: { ...STAFF, ...given } };

    expect(ownershipFaults(statement).map(({ pointer }) => pointer)).toEqual(at);
  });

  it('without a fault has one majority holder at most', () => {
    fc.assert(
      fc.property(anyCapital, (capital) => {
        fc.pre(ownershipFaults(capital).length === 0);
        const majorities = capital.holders.filter(({ share }) => Number(share) > 50);
        expect(majorities.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
