import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCompiledForm } from '../../shared/http/compiled-form.js';
import { GiveAnswersDto } from './answer.dto.js';

const TEXTS = ['G-11', '', 'あ', 'x'.repeat(200), 'x'.repeat(201), '𠮷'.repeat(200), ' ', 5, null];
const DAYS = ['2026-11-21', '2026-02-29', '2024-02-29', '21/11/2026', '', 20261121, null];
const ADDRESSES = [
  ...['https://vendor.example/a_1.pdf', 'http://vendor.example', 'https://vendor', 'https://-a.jp'],
  ...['https://a-.jp', 'https://a.b.c.jp/', 'https://vendor.example/?q=1', 'javascript:alert(1)'],
  ...[`https://${'a'.repeat(64)}.jp`, `https://vendor.example/${'a'.repeat(2000)}`, '', 7, null],
];

const IDS = [
  '01990000-0000-7000-8000-000000000000',
  '01990000-0000-0000-8000-000000000000',
  '01990000-0000-7000-8000-00000000000A',
  'x',
  null,
];

/** Members that are right, wrong, missing or unknown. */
function bodies(): fc.Arbitrary<unknown> {
  const text = fc.constantFrom(...TEXTS);
  const evidence = fc.record(
    {
      ...{ title: text, url: fc.constantFrom(...ADDRESSES), documentReference: text, more: text },
      fileId: fc.constantFrom(...IDS),
    },
    { requiredKeys: [] },
  );
  const answer = fc.record(
    {
      criterionId: text,
      answer: fc.constantFrom('yes', 'partial', 'na', 'maybe', null),
      reason: fc.oneof(text, fc.constantFrom('x'.repeat(10_000), 'x'.repeat(10_001))),
      evidence: fc.oneof(fc.array(evidence, { maxLength: 2 }), fc.constant('none')),
      validUntil: fc.constantFrom(...DAYS),
    },
    { requiredKeys: [] },
  );
  return fc.record(
    { answers: fc.array(answer, { maxLength: 2 }), more: text },
    { requiredKeys: [] },
  );
}

function isValid(body: unknown): boolean {
  const dto = plainToInstance(GiveAnswersDto, body);
  return validateSync(dto, { whitelist: true, forbidNonWhitelisted: true }).length === 0;
}

describe('the compiled form of answers', () => {
  it('never accepts what the rules refuse', () => {
    fc.assert(
      fc.property(bodies(), (body) => {
        if (hasCompiledForm(body, GiveAnswersDto)) expect(isValid(body)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(ADDRESSES)('never accepts an address that the rules refuse: %s', (url) => {
    const body = {
      answers: [{ criterionId: 'G', answer: 'yes', evidence: [{ title: 't', url }] }],
    };

    expect(hasCompiledForm(body, GiveAnswersDto) && !isValid(body)).toBe(false);
  });

  it('accepts an ordinary checklist', () => {
    const evidence = [
      { title: 'ISMS登録証（写し）', url: 'https://vendor.example/isms.pdf' },
      { title: '規程', documentReference: '総第123号' },
    ];
    const answer = { criterionId: 'G-11', answer: 'partial', reason: '一部', evidence };
    const answers = [answer, { criterionId: 'G-12', answer: 'yes', validUntil: '2027-03-31' }];

    expect(hasCompiledForm({ answers }, GiveAnswersDto)).toBe(true);
  });

  it.each([
    ['nothing', {}],
    ['no answer', { answers: [] }],
    ['201 answers', { answers: Array(201).fill({ criterionId: 'G', answer: 'yes' }) }],
    ['an unknown member', { answers: [{ criterionId: 'G', answer: 'yes', score: 1 }] }],
  ])('leaves %s to the rules', (_, body) => {
    expect(hasCompiledForm(body, GiveAnswersDto)).toBe(false);
  });

  it('is not asked of a body without one', () => {
    expect(hasCompiledForm({ answers: [] }, Object)).toBe(false);
  });
});
