import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldOf,
  FORM_FIELDS,
  positionOfFile,
  readAnswerForm,
  removalOf,
  valuesOf,
} from './answer-form.js';
import { ANSWERS } from './judgement.js';
import type { KeptAnswer, VendorCriterion } from './vendor-checklist.js';

const TODAY = '2026-11-20';
const TEXT = { ja: '設問', en: 'Question' };

function question(criterionId: string, answer: KeptAnswer | null, isAsked = true): VendorCriterion {
  return {
    ...{
      criterionId,
      topic: TEXT,
      question: TEXT,
      evidence: TEXT,
      isAsked,
      answer,
      isAnsweredByOthers: false,
      draft: null,
    },
    ...{ evidenceRequired: false, knockOut: false, weight: 1 },
  };
}

const FILE = { title: '体制図', fileId: '0198f7d0-0000-7000-8000-000000000000' };
const ANSWERED: KeptAnswer = {
  ...{ answer: 'partial', reason: '一部の拠点', validUntil: '2027-03-31' },
  evidence: [FILE, { title: '規程', documentReference: '総第1号' }],
};

function filled(values: Readonly<Record<string, string>>, position = 1): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [`${field}-${String(position)}`, value]),
  );
}

const EMPTY = { answer: '', reason: '', title: '', document: '', until: '' };

describe('the form of a checklist', () => {
  it('says nothing where it comes back as it went out', () => {
    const criteria = [question('G-01', ANSWERED), question('G-02', null)];
    const form = Object.assign(
      {},
      ...criteria.map((criterion, at) => filled(valuesOf(criterion), at + 1)),
    ) as Record<string, string>;

    expect(readAnswerForm(form, criteria, TODAY)).toEqual({ changed: [], faults: [] });
  });

  it('leaves evidence as it is that it has no fields for', () => {
    const form = filled({ ...valuesOf(question('G-01', ANSWERED)), title: '新しい規程' });

    const { changed } = readAnswerForm(form, [question('G-01', ANSWERED)], TODAY);

    expect(changed[0]?.evidence).toEqual([
      { title: '新しい規程', documentReference: '総第1号' },
      FILE,
    ]);
  });

  it('answers nothing that is not asked', () => {
    const form = filled({ ...EMPTY, answer: 'yes' });

    expect(readAnswerForm(form, [question('G-01', null, false)], TODAY).changed).toEqual([]);
  });

  it.each([
    ['a reason without an answer', { reason: 'x' }, 'answer-1'],
    ['an answer that is none', { answer: 'maybe' }, 'answer-1'],
    ['part without a reason', { answer: 'partial' }, 'reason-1'],
    ['nothing that applies without a reason', { answer: 'na' }, 'reason-1'],
    ['evidence without a place', { answer: 'yes', title: '規程' }, 'document-1'],
    ['a place without its evidence', { answer: 'yes', document: '総第1号' }, 'title-1'],
    ['a day that is none', { answer: 'yes', until: '2026-02-30' }, 'until-1'],
    ['a day that is over', { answer: 'yes', until: '2026-11-19' }, 'until-1'],
    ['a vast reason', { answer: 'yes', reason: 'あ'.repeat(10_001) }, 'reason-1'],
    ['a vast name', { answer: 'yes', title: 'あ'.repeat(201), document: 'x' }, 'title-1'],
  ])('is not taken with %s', (_, values, field) => {
    const { faults } = readAnswerForm(
      filled({ ...EMPTY, ...values }),
      [question('G-01', null)],
      TODAY,
    );

    expect(faults.map((fault) => fault.field)).toEqual([field]);
  });

  it('is read whatever stands in it', () => {
    const fields = FORM_FIELDS.map((field) => fieldOf(field, 1));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields, 'x'), fc.string()), (form) => {
        const { changed, faults } = readAnswerForm(form, [question('G-01', null)], TODAY);

        if (faults.length > 0) return;
        for (const { answer } of changed) expect(ANSWERS).toContain(answer);
      }),
    );
  });

  it('takes away the evidence that is marked, and adds files beside what stands', () => {
    const form = { ...filled(valuesOf(question('G-01', ANSWERED))), [removalOf(1, 1)]: 'yes' };
    const upload = { field: 'file-1', title: '新しい体制図.pdf', fileId: 'f' };
    const elsewhere = { ...upload, field: 'file-2', fileId: 'g' };

    const { changed, faults } = readAnswerForm(form, [question('G-01', ANSWERED)], TODAY, [
      ...[upload, elsewhere],
    ]);

    expect(faults).toEqual([]);
    expect(changed).toMatchObject([
      {
        answer: 'partial',
        evidence: [
          { title: '規程', documentReference: '総第1号' },
          { title: upload.title, fileId: 'f' },
        ],
      },
    ]);
  });

  it('has a file answered to, and no more evidence than an answer may have', () => {
    const upload = { field: 'file-1', title: 'a.pdf', fileId: 'f' };
    const full = { ...ANSWERED, evidence: Array.from({ length: 20 }, () => FILE) };
    const reading = (answer: KeptAnswer | null): string[] => {
      const criterion = question('G-01', answer);
      const { faults } = readAnswerForm(filled(valuesOf(criterion)), [criterion], TODAY, [upload]);
      return faults.map(({ field }) => field);
    };

    expect(reading(null)).toEqual(['answer-1']);
    expect(reading(full)).toEqual(['file-1']);
    expect(reading(ANSWERED)).toEqual([]);
  });

  it.each([
    ['file-3', 3],
    ['file-0', 0],
    ['file-x', 0],
    ['file-12345', 0],
    ['x-file-1', 0],
  ])('has the field %s for a file of question %i', (field, position) => {
    expect(positionOfFile(field)).toBe(position);
  });
});
