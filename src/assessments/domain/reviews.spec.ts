import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWERS, type Answer } from './judgement.js';
import { decidedMarks, decisionFaults, differingCriteria, scoreFaults } from './reviews.js';

function pointers(faults: readonly { readonly pointer: string }[]): string[] {
  return faults.map(({ pointer }) => pointer);
}

describe('reviews', () => {
  const answers = new Map([
    ['a', 'yes'],
    ['b', 'partial'],
  ] as const);

  it('score every answer once, and say why another value is accepted', () => {
    const good = [
      { criterionId: 'a', accepted: 'yes' },
      { criterionId: 'b', accepted: 'no', comment: '証跡がない' },
    ] as const;
    expect(scoreFaults(good, answers)).toEqual([]);
    expect(pointers(scoreFaults(good.slice(0, 1), answers))).toEqual(['#/scores']);
    expect(
      pointers(
        scoreFaults(
          [
            { criterionId: 'a', accepted: 'partial' },
            { criterionId: 'b', accepted: 'partial' },
            { criterionId: 'x', accepted: 'yes' },
          ],
          answers,
        ),
      ),
    ).toEqual(['#/scores/2/criterionId', '#/scores/0/comment']);
  });

  it('differ exactly where one of them does, whatever their order', () => {
    const anyReview = fc.array(fc.constantFrom(...ANSWERS), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(anyReview, { minLength: 1, maxLength: 4 }), (reviews) => {
        const scored = reviews.map((values) =>
          values.map((accepted, at) => ({ criterionId: String(at), accepted })),
        );
        const expected = [0, 1, 2, 3]
          .filter((at) => new Set(reviews.map((values) => values[at])).size > 1)
          .map(String);
        const rule = { tolerated: '0', knockOuts: new Set<string>() } as const;
        expect(differingCriteria(scored, rule)).toEqual(expected);
        expect(differingCriteria(scored.toReversed(), rule)).toEqual(expected);
      }),
    );
  });

  it.each<[Answer, Answer, boolean]>([
    ['yes', 'partial', false],
    ['partial', 'no', false],
    ['yes', 'no', true],
    ['partial', 'unknown', true],
    ['yes', 'na', true],
    ['no', 'unknown', true],
  ])(
    'half a point apart are averaged where the body says so: %s and %s',
    (one, other, isDecided) => {
      const reviews = [one, other].map((accepted) => [{ criterionId: 'a', accepted }]);
      const rule = { tolerated: '0.5', knockOuts: new Set<string>() } as const;

      expect(differingCriteria(reviews, rule)).toEqual(isDecided ? ['a'] : []);
      expect(decidedMarks(reviews, [])).toEqual(new Map([['a', [one, other]]]));
    },
  );

  it('on a knock-out are never averaged', () => {
    const reviews = [
      [{ criterionId: 'a', accepted: 'yes' }],
      [{ criterionId: 'a', accepted: 'partial' }],
    ] as const;

    expect(differingCriteria(reviews, { tolerated: '0.5', knockOuts: new Set(['a']) })).toEqual([
      'a',
    ]);
  });

  it('are reconciled on what they differ on, and on nothing else', () => {
    const first = [
      { criterionId: 'a', accepted: 'yes' },
      { criterionId: 'b', accepted: 'no' },
    ] as const;
    const second = [
      { criterionId: 'a', accepted: 'yes' },
      { criterionId: 'b', accepted: 'yes' },
    ] as const;
    const decision = [{ criterionId: 'b', accepted: 'partial' }] as const;
    expect(decisionFaults(decision, ['b'])).toEqual([]);
    expect(pointers(decisionFaults(first, ['b']))).toEqual(['#/decisions/0/criterionId']);
    expect(pointers(decisionFaults([], ['b']))).toEqual(['#/decisions']);
    expect([...decidedMarks([first, second], decision)]).toEqual([
      ['a', ['yes']],
      ['b', ['partial']],
    ]);
  });
});
