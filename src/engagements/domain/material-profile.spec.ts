import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { materialProfile } from './material-profile.js';

const ENGAGEMENT = { facts: ['cloud', 'C2'], kinds: ['cloud'], segment: 'lgwan' };
const item = fc.record({
  confidentiality: fc.constantFrom('C1', 'C2', 'C3'),
  integrity: fc.constantFrom('I1', 'I2'),
  availability: fc.constantFrom('A1', 'A2'),
  personalInformation: fc.boolean(),
  specificPersonalInformation: fc.boolean(),
});

describe('what makes the risk of an engagement', () => {
  it('is the same in whatever order it is told, and however often a class is handled', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        const again = [...items, ...items].reverse();
        const { facts, ...rest } = ENGAGEMENT;
        const turned = { ...rest, facts: [...facts].reverse() };

        expect(materialProfile(turned, again)).toEqual(materialProfile(ENGAGEMENT, items));
      }),
    );
  });

  it('is another with a class that was not handled before', () => {
    fc.assert(
      fc.property(fc.array(item), item, (items, added) => {
        const isNew = !items.some((each) => JSON.stringify(each) === JSON.stringify(added));
        const before = JSON.stringify(materialProfile(ENGAGEMENT, items));
        const after = JSON.stringify(materialProfile(ENGAGEMENT, [...items, added]));

        expect(after !== before).toBe(isNew);
      }),
    );
  });

  it.each([
    ['facts', { facts: ['cloud', 'C1'] }],
    ['kinds', { kinds: ['cloud', 'outsourcing'] }],
    ['segment', { segment: 'internet' }],
  ])('is another with other %s', (_, change) => {
    expect(materialProfile({ ...ENGAGEMENT, ...change }, [])).not.toEqual(
      materialProfile(ENGAGEMENT, []),
    );
  });
});
