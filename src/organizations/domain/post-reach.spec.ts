import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Duty } from '../../policies/index.js';
import { actsFor, reachOf } from './post-reach.js';

const DEPARTMENT = 'department';
const SECTION = 'section';
const OTHER = 'other-section';

/** The section of the engagement and the department above it. */
const LINE = [SECTION, DEPARTMENT];

describe('the reach of a post', () => {
  it.each<[readonly Duty[], string | null, string | null]>([
    [['manage-section'], SECTION, SECTION],
    [['staff', 'procure'], SECTION, SECTION],
    [['staff', 'procure', 'manage-department', 'authorize-use'], DEPARTMENT, DEPARTMENT],
    [['staff', 'manage-cloud-service'], SECTION, SECTION],
    [['manage-section'], null, null],
    [['manage-social-media'], SECTION, null],
    [['audit'], SECTION, null],
    [['review'], SECTION, null],
    [['permit-exceptions', 'administer'], SECTION, null],
    [['staff', 'judge-trust', 'authorize-use'], SECTION, null],
    [[], SECTION, null],
  ])('with the duties %j in the unit %s is %s', (duties, unitId, expected) => {
    expect(reachOf({ unitId, duties })).toBe(expected);
  });

  it.each<[string, readonly Duty[], string | null, boolean]>([
    ['the section itself', ['manage-section'], SECTION, true],
    ['the department above it', ['manage-department'], DEPARTMENT, true],
    ['another section', ['manage-section'], OTHER, false],
    ['no unit, for the whole body', ['manage-section'], null, true],
    ['another section, with a duty of the whole body', ['audit'], OTHER, true],
  ])('takes in an engagement from a post held in %s: %s', (_, duties, unitId, expected) => {
    expect(actsFor({ unitId, duties }, LINE)).toBe(expected);
  });

  it('does not go up: who manages a section does not act for its department', () => {
    expect(actsFor({ unitId: SECTION, duties: ['manage-section'] }, [DEPARTMENT])).toBe(false);
  });

  it('never shrinks as the line of units above grows', () => {
    const unit = fc.constantFrom(DEPARTMENT, SECTION, OTHER);
    const duties = fc.subarray<Duty>(['procure', 'manage-section', 'audit', 'staff']);
    const post = fc.record({ unitId: fc.option(unit), duties });
    fc.assert(
      fc.property(post, fc.array(unit), unit, (held, line, above) => {
        expect(!actsFor(held, line) || actsFor(held, [...line, above])).toBe(true);
      }),
    );
  });
});
