import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPolicyOrder, placeLabel, specificationOutline } from './specification-outline.js';

interface Sample {
  readonly criterionId: string;
  readonly topic: { readonly ja: string; readonly en: string };
}

function condition(criterionId: string, topic: string): Sample {
  return { criterionId, topic: { ja: topic, en: topic } };
}

function placesOf(conditions: readonly Sample[], requirements: readonly string[] = []) {
  return specificationOutline({ conditions, requirements }).topics.flatMap((topic) =>
    topic.conditions.map((placed) => ({ id: placed.condition.criterionId, place: placed.place })),
  );
}

/** Criteria in the order of a policy, some of one topic, and the same in some other order. */
const CRITERIA = fc
  .uniqueArray(fc.tuple(fc.string(), fc.constantFrom('体制', '認証', '監査')), {
    selector: ([id]) => id,
    maxLength: 30,
  })
  .map((pairs) => pairs.map(([id, topic]) => condition(id, topic)))
  .chain((criteria) =>
    fc.record({
      criteria: fc.constant(criteria),
      shuffled: fc.shuffledSubarray(criteria, { minLength: criteria.length }),
    }),
  );

describe('the paragraphs of a specification', () => {
  it('state each condition exactly once, each at a place of its own', () => {
    fc.assert(
      fc.property(CRITERIA, fc.array(fc.string()), ({ criteria }, requirements) => {
        const places = placesOf(criteria, requirements);
        const labels = places.map(({ place }) => placeLabel(place, 'ja'));

        expect(places.map(({ id }) => id).sort()).toEqual(
          criteria.map(({ criterionId }) => criterionId).sort(),
        );
        expect(new Set(labels).size).toBe(criteria.length);
      }),
    );
  });

  it('are the same whatever order the conditions come in', () => {
    fc.assert(
      fc.property(CRITERIA, ({ criteria, shuffled }) => {
        const policy = criteria.map(({ criterionId: id }) => ({ id }));

        expect(placesOf(inPolicyOrder(shuffled, policy))).toEqual(placesOf(criteria));
      }),
    );
  });

  it('are numbered through all articles without a gap', () => {
    fc.assert(
      fc.property(CRITERIA, fc.array(fc.string()), ({ criteria: conditions }, requirements) => {
        const outline = specificationOutline({ conditions, requirements });
        const numbers = [
          ...[outline.purpose, outline.scope, outline.information],
          ...outline.topics.map(({ article }) => article),
          ...outline.requirements,
          ...[outline.contract, outline.laterDuties],
        ];

        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });

  it('are gathered by topic, in the place of its first condition', () => {
    const [isms, mark, audit] = ['ISMS', 'mark', 'audit'];
    const conditions = [condition(isms, '認証'), condition(audit, '監査'), condition(mark, '認証')];

    expect(placesOf(conditions).map(({ id, place }) => [id, placeLabel(place, 'ja')])).toEqual([
      [isms, '第４条第１項'],
      [mark, '第４条第２項'],
      [audit, '第５条'],
    ]);
    expect(placesOf(conditions).map(({ place }) => placeLabel(place, 'en'))).toEqual([
      'Article 4, paragraph 1',
      'Article 4, paragraph 2',
      'Article 5',
    ]);
  });
});
