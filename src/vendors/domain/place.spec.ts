import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOn, isForeign, isWithdrawn, verdictOn, type AllowedPlaces } from './place.js';

const C2: AllowedPlaces = { confidentiality: 'C2', countries: ['JP'], providerRegions: null };
const C3: AllowedPlaces = {
  confidentiality: 'C3A',
  countries: ['JP'],
  providerRegions: ['ap-northeast-1'],
};
const TOKYO = { country: 'JP', providerRegion: 'ap-northeast-1' };
const UNKNOWN = { country: 'JP', providerRegion: null };
const ABROAD = { country: 'US', providerRegion: 'us-west-2' };

const anyClass = fc.constantFrom('C1', 'C2', 'C3A');
const anyPlace = fc.record({
  country: fc.constantFrom('JP', 'US', 'SG'),
  providerRegion: fc.constantFrom(null, 'east', 'west'),
});
const anyRules = fc.uniqueArray(
  fc.record({
    confidentiality: anyClass,
    countries: fc.subarray(['JP', 'US', 'SG']),
    providerRegions: fc.option(fc.subarray(['east', 'west'])),
  }),
  { selector: ({ confidentiality }) => confidentiality },
);
const anyClasses = fc.array(anyClass, { maxLength: 4 });

describe('a place held against what the body allows', () => {
  it.each([
    { place: TOKYO, classes: ['C2', 'C3A'], not: [], undecided: [] },
    { place: ABROAD, classes: ['C2', 'C3A'], not: ['C2', 'C3A'], undecided: [] },
    { place: UNKNOWN, classes: ['C2', 'C3A'], not: ['C3A'], undecided: [] },
    { place: TOKYO, classes: ['C1', 'C2'], not: [], undecided: ['C1'] },
    { place: ABROAD, classes: [], not: [], undecided: [] },
    { place: ABROAD, classes: ['C2', 'C2'], not: ['C2'], undecided: [] },
  ])('is not allowed for $not of $classes at $place', ({ place, classes, not, undecided }) => {
    expect(verdictOn(place, classes, [C2, C3])).toEqual({
      notAllowedFor: not,
      undecidedFor: undecided,
      isAllowed: not.length + undecided.length === 0,
    });
  });

  it('is allowed for several classes where it is for each', () => {
    fc.assert(
      fc.property(anyPlace, anyClasses, anyRules, (place, classes, rules) => {
        const each = classes.every((one) => verdictOn(place, [one], rules).isAllowed);
        return verdictOn(place, classes, rules).isAllowed === each;
      }),
    );
  });

  it('is never refused for more because more countries are allowed', () => {
    fc.assert(
      fc.property(anyPlace, anyClasses, anyRules, (place, classes, rules) => {
        const wider = rules.map((rule) => ({ ...rule, countries: ['JP', 'US', 'SG'] }));
        const before = verdictOn(place, classes, rules).notAllowedFor;
        const after = verdictOn(place, classes, wider).notAllowedFor;
        return after.every((one) => before.includes(one));
      }),
    );
  });

  it('finds every class decided or not, never both', () => {
    fc.assert(
      fc.property(anyPlace, anyClasses, anyRules, (place, classes, rules) => {
        const { notAllowedFor, undecidedFor } = verdictOn(place, classes, rules);
        return notAllowedFor.every((one) => !undecidedFor.includes(one));
      }),
    );
  });
});

describe('a decision of places', () => {
  const ABROAD_TOO = { ...C2, countries: ['JP', 'US'] };

  it.each([
    { from: [ABROAD_TOO], to: [C2], withdrawn: true },
    { from: [ABROAD_TOO], to: [], withdrawn: true },
    { from: [], to: [C2], withdrawn: true },
    { from: [C2], to: [], withdrawn: false },
    { from: [], to: [ABROAD_TOO], withdrawn: false },
    { from: [C2], to: [ABROAD_TOO], withdrawn: false },
    { from: [ABROAD_TOO], to: [{ ...C2, countries: ['US'] }], withdrawn: false },
    { from: [C3, ABROAD_TOO], to: [ABROAD_TOO], withdrawn: false },
  ])('takes a place abroad away: $withdrawn', ({ from: before, to: after, withdrawn }) => {
    expect(isWithdrawn(ABROAD, 'C2', { before, after })).toBe(withdrawn);
  });

  it('takes nothing away that it still allows, and never both ways', () => {
    fc.assert(
      fc.property(anyPlace, anyClass, anyRules, anyRules, (place, one, before, after) => {
        const there = isWithdrawn(place, one, { before, after });
        const back = isWithdrawn(place, one, { before: after, after: before });
        const isAllowed = verdictOn(place, [one], after).isAllowed;
        return (
          !(there && (back || isAllowed)) && !isWithdrawn(place, one, { before, after: before })
        );
      }),
    );
  });
});

describe('the law of a country', () => {
  it('is assessed of every country but Japan', () => {
    expect([isForeign('JP'), isForeign('US')]).toEqual([false, true]);
  });

  it('stays assessed through the last day', () => {
    const assessment = { validUntil: '2027-03-31' };

    expect(countsOn(assessment, '2027-03-31')).toBe(true);
    expect(countsOn(assessment, '2027-04-01')).toBe(false);
  });
});
