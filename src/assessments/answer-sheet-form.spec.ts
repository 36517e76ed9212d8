import { isURL } from 'class-validator';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleaned } from '../../test/support/cleaned-workbook.js';
import { carriedText, readWorkbook } from '../shared/documents/xlsx-reader.js';
import { LANGUAGES, type Language } from '../shared/domain/text.js';
import { answerSheetForm } from './answer-sheet-form.js';
import { planAnswers } from './domain/answer-sheet/plan-answers.js';
import type { SheetBasis, SheetPlan, StandingAnswer } from './domain/answer-sheet/sheet-basis.js';
import { ANSWERS } from './domain/judgement.js';
import { EVIDENCE_ADDRESS } from './dto/answer.dto.js';

const CRITERIA = Array.from({ length: 6 }, (_, at) => ({
  criterionId: `G-0${String(at + 1)}`,
  topic: { ja: `分野${String(at)}`, en: `Topic ${String(at)}` },
  question: { ja: `設問「${String(at)}」ですか。`, en: `Is it so, ${String(at)}?` },
  evidence: { ja: '規程の写し', en: 'A copy of the rules' },
  ...{ evidenceRequired: at % 2 === 0, knockOut: at % 3 === 0, isAsked: true },
}));
const IDENTIFICATION = {
  assessmentId: '01a2b3c4-0000-7000-8000-000000000001',
  ...{ round: 1, checklist: '0123456789abcdef' },
};
const TITLE = { vendorName: '株式会社検証', cloudServiceName: null, dueOn: '2026-12-31' };
const AIDS = {
  today: '2026-11-20',
  isAddress: (text: string) => isURL(text, EVIDENCE_ADDRESS),
  carried: carriedText,
};

function basisOf(answers: Readonly<Record<string, StandingAnswer>>): SheetBasis {
  const standing = new Map(Object.entries(answers));
  return { identification: IDENTIFICATION, criteria: CRITERIA, answers: standing };
}

async function planOf(file: Uint8Array, basis: SheetBasis): Promise<SheetPlan> {
  return planAnswers(await readWorkbook(file, 2_000), basis, AIDS);
}

/** Texts as people write them, in one line or several, with what spreadsheets are known to spoil. */
const PIECES = [
  'あ',
  '髙',
  '𠮷',
  'ｶﾞ',
  'a',
  '1',
  '=',
  '+',
  '-',
  '@',
  '"',
  "'",
  '<',
  '&',
  '_x0041_',
  ' ',
  '|',
  ':',
];
const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => `文${pieces.join('')}末`.replace(/ +/g, ' ').normalize('NFC'));
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((each) => each.join('\n'));
const evidence = fc.record({
  title: line,
  place: fc.oneof(
    line.map((documentReference) => ({ documentReference })),
    fc
      .constantFrom('https://x.example', '文書番号:1', 'ファイル:2', '123', '2026-04-01')
      .map((documentReference) => ({ documentReference })),
    fc.webPath().map((path) => ({ url: encodeURI(`https://vendor.example${path}`) })),
  ),
});
const standing: fc.Arbitrary<StandingAnswer> = fc.record({
  answer: fc.constantFrom(...ANSWERS),
  reason: lines,
  evidence: fc
    .array(evidence, { maxLength: 3 })
    .map((pieces) => pieces.map(({ title, place }) => ({ title, ...place }))),
  validUntil: fc.constantFrom(null, '2026-11-20', '2027-03-31', '2099-12-31'),
});
const checklist = fc.dictionary(
  fc.constantFrom(...CRITERIA.map(({ criterionId }) => criterionId)),
  standing,
);

function given(plan: SheetPlan): Record<string, StandingAnswer> {
  return Object.fromEntries(
    plan.changes.map(({ given: { criterionId, ...answer } }) => [
      criterionId,
      { reason: null, evidence: [], validUntil: null, ...answer },
    ]),
  );
}

describe('a sheet of answers', () => {
  it('brings every answer back as it was, in both languages, cleaned or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        checklist,
        fc.constantFrom(...LANGUAGES),
        fc.boolean(),
        async (answers, language: Language, isCleaned) => {
          const file = await answerSheetForm(basisOf(answers), TITLE, language);
          const plan = await planOf(isCleaned ? cleaned(file) : file, basisOf({}));
          expect(plan.faults).toEqual([]);
          expect(given(plan)).toEqual(answers);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes nothing where it is returned as it was, whatever stands in the answers', async () => {
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const odd = fc.dictionary(
      fc.constantFrom(...CRITERIA.map(({ criterionId }) => criterionId)),
      fc.record({
        answer: fc.constantFrom(...ANSWERS),
        reason: fc.option(any),
        evidence: fc.array(fc.record({ title: any, documentReference: any }), { maxLength: 2 }),
        validUntil: fc.constantFrom(null, '2026-01-01'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(odd, fc.boolean(), async (answers, isCleaned) => {
        const file = await answerSheetForm(basisOf(answers), TITLE, 'ja');
        const plan = await planOf(isCleaned ? cleaned(file) : file, basisOf(answers));
        expect(plan).toMatchObject({ changes: [], faults: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('leaves open to entries what is asked and nothing else, with a list of the answers', async () => {
    const file = await answerSheetForm(basisOf({}), TITLE, 'ja');
    const parts = unzipSync(file);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(sheet).toContain('"はい,一部,いいえ,該当なし,不明"');
    expect(sheet.indexOf('<sheetProtection')).toBeLessThan(sheet.indexOf('<dataValidations'));
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
    const xfs = styles.slice(styles.indexOf('<cellXfs')).match(/<xf .*?<\/xf>/gs) ?? [];
    const isOpen = (cell: string): boolean => {
      const style = new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)?.[1];
      return xfs[Number(style)]?.includes('locked="0"') === true;
    };
    expect(['F4', 'G4', 'H4', 'I4', 'J4', 'F9'].map(isOpen)).toEqual(Array(6).fill(true));
    expect(['A1', 'A3', 'A4', 'C4', 'E4'].map(isOpen)).toEqual(Array(5).fill(false));
  });
});
