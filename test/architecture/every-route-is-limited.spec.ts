import { describe, expect, it } from 'vitest';
import { OPERATIONS, type Operation } from '../support/operations.js';

function idsOf(isOne: (operation: Operation) => boolean): string[] {
  return OPERATIONS.filter(isOne).map(({ id }) => id);
}

describe('every operation', () => {
  it('may be refused for too many, but for the probes of the machinery', () => {
    const unlimited = idsOf(({ weight }) => weight === 'unlimited');

    expect(unlimited).toEqual(['checkLiveness', 'checkReadiness']);
    expect(idsOf(({ statuses }) => !statuses.includes('429'))).toEqual(unlimited);
  });

  it('that answers with a file counts as heavy', () => {
    expect(idsOf(({ answersFiles, weight }) => answersFiles && weight !== 'heavy')).toEqual([]);
    expect(idsOf(({ answersFiles }) => answersFiles).length).toBeGreaterThan(5);
  });

  it('that takes a password is held to a limit of its own', () => {
    const light = ({ members = [], weight }: Operation): boolean =>
      weight === 'standard' && members.some((member) => /password/i.test(member));

    expect(idsOf(light)).toEqual([]);
  });
});
