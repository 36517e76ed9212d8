import { describe, expect, it } from 'vitest';
import { readQuestionForm, readWithdrawalForm } from './step-forms.js';
import type { VendorCriterion } from './vendor-checklist.js';

const criteria = ['G-01', 'G-02'].map((criterionId) => ({ criterionId }) as VendorCriterion);

describe('the form by which a vendor withdraws', () => {
  it.each([
    [{ reason: ' 辞退 ', confirmed: 'yes' }, []],
    [{ reason: '辞退' }, ['confirmed']],
    [{ reason: ' ', confirmed: 'yes' }, ['reason']],
    [{ reason: 'あ'.repeat(10_001), confirmed: 'yes' }, ['reason']],
    [{}, ['reason', 'confirmed']],
  ])('has a reason and is confirmed: %#', (form, fields) => {
    const { reason, faults } = readWithdrawalForm(form);

    expect(faults.map(({ field }) => field)).toEqual(fields);
    expect(reason).toBe(reason.trim());
  });
});

describe('the form by which a vendor asks', () => {
  it.each([
    [{ text: '質問' }, undefined, []],
    [{ text: '質問', about: '2' }, 'G-02', []],
    [{ text: '質問', about: '3' }, undefined, ['about']],
    [{ text: '質問', about: 'G-01' }, undefined, ['about']],
    [{ text: '', about: '1' }, 'G-01', ['text']],
    [{ text: 'あ'.repeat(10_001) }, undefined, ['text']],
  ])('says what it is about: %#', (form, about, fields) => {
    const { criterionId, faults } = readQuestionForm(form, criteria);

    expect(criterionId).toBe(about);
    expect(faults.map(({ field }) => field)).toEqual(fields);
  });
});
