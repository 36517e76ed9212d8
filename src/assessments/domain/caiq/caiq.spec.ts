import { describe, expect, it } from 'vitest';
import { caiqOf } from '../../../policies/index.js';
import type { SheetAsRead, SheetBasis, StandingAnswer } from '../answer-sheet/sheet-basis.js';
import { answersFrom, coverageOf, type CaiqReport } from './coverage.js';
import { readCaiq, type CaiqReading } from './read-caiq.js';

const CAIQ = caiqOf(
  {
    editions: {
      '4.0.3': { STA: 'STA-01.1 STA-02.1', IVS: 'IVS-06.1', IAM: 'IAM-12.1', 'A&A': 'A&A-02.1' },
      '4.1.0': { STA: 'STA-01.1 STA-02.1 STA-03.1', IVS: 'I&S-06.1', 'A&A': 'A&A-02.1' },
    },
    renumbering: {
      controls: { 'STA-01': 'STA-02', 'STA-02': 'STA-03', 'IVS-06': 'I&S-06' },
      dropped: ['IAM-12.1'],
    },
  },
  {
    version: 7,
    criteria: [
      { id: 'G-01', topic: '監査', relation: 'equivalent', questions: ['A&A-02.1', 'STA-02.1'] },
      { id: 'G-02', topic: '連鎖', relation: 'related', questions: ['STA-03.1'] },
      { id: 'C-08', topic: '分離', relation: 'equivalent', questions: ['I&S-06.1'] },
      { id: 'G-09', topic: '別の話題', relation: 'equivalent', questions: ['STA-01.1'] },
    ],
  },
);

type Cell = string | null;

function caiqSheet(
  lines: Cell[][],
  title = 'CONSENSUS ASSESSMENTS',
  name = 'CAIQv4.0.3',
): SheetAsRead {
  const header = [
    ...['Question ID', 'Question', 'CSP CAIQ Answer', 'SSRM Control Ownership'],
    ...['CSP Implementation Description (Optional/Recommended)'],
    ...['CSC Responsibilities (Optional/Recommended)', 'CCM Control ID'],
  ];
  return {
    ...{ name, isHidden: false, formulas: [], merged: [], hiddenRows: [], hiddenColumns: [] },
    rows: [[title], header, ['Audit & Assurance'], ...lines],
  };
}

function line(id: Cell, answer: Cell = null, description: Cell = null): Cell[] {
  return [id, '?', answer, 'CSP-owned', description, null, 'X'];
}

function read(lines: Cell[][], given: Partial<SheetAsRead> = {}): CaiqReading {
  return readCaiq([{ ...caiqSheet(lines), ...given }], CAIQ);
}

const BASIS: SheetBasis = {
  identification: { assessmentId: 'a', round: 1, checklist: 'b' },
  criteria: [
    ['G-01', '監査', false],
    ['G-02', '連鎖', false],
    ['C-08', '分離', true],
    ['G-09', '役員', false],
  ].map(([criterionId, ja, knockOut]) => ({
    criterionId: String(criterionId),
    topic: { ja: String(ja), en: 'x' },
    question: { ja: '問', en: 'q' },
    evidence: { ja: '証', en: 'e' },
    ...{ evidenceRequired: knockOut === true, knockOut: knockOut === true, isAsked: true },
  })),
  answers: new Map(),
};

function report(lines: Cell[][], basis = BASIS): CaiqReport {
  return coverageOf(read(lines), basis, CAIQ);
}

const FULL = [
  line('A&A-02.1', 'Yes', 'Yearly by an auditor'),
  line('STA-01.1', 'YES'),
  line('IVS-06.1', 'yes', 'Separated'),
];
const ORIGIN = { fileId: 'f', edition: '4.0.3' };

describe('a CAIQ', () => {
  it('is read below its title, with the ids of 4.0 carried over to 4.1', () => {
    const { edition, answers, faults } = read([...FULL, line('STA-02.1'), line('IAM-12.1', 'No')]);
    expect(faults).toEqual([]);
    expect(edition).toBe('4.0.3');
    expect(answers.map(({ id, question, answer }) => [id, question, answer])).toEqual([
      ['A&A-02.1', 'A&A-02.1', 'yes'],
      ['STA-01.1', 'STA-02.1', 'yes'],
      ['IVS-06.1', 'I&S-06.1', 'yes'],
      ['IAM-12.1', null, 'no'],
    ]);
  });

  it('of 4.1 keeps its ids, and is told by its title or by its questions', () => {
    const lines = [line('I&S-06.1', 'Yes')];
    const told = readCaiq([caiqSheet(lines, 'CAIQ v4.1.0', 'Sheet1')], CAIQ);
    const untold = readCaiq([caiqSheet(lines, 'x', 'Sheet1')], CAIQ);
    for (const { edition, answers } of [told, untold]) {
      expect([edition, answers[0]?.question]).toEqual(['4.1.0', 'I&S-06.1']);
    }
  });

  it('leaves NA without a reason unanswered', () => {
    const lines = [line('STA-01.1', 'NA'), line('STA-02.1', 'N/A', 'Nothing is subcontracted')];
    const { answers, naWithoutReason } = read(lines);
    expect(naWithoutReason).toEqual([{ id: 'STA-01.1', cell: 'C4' }]);
    expect(answers.map(({ id }) => id)).toEqual(['STA-02.1']);
  });

  it.each<[string, Cell[][], Partial<SheetAsRead>, string]>([
    ['a word that is no answer', [line('STA-01.1', 'Partly')], {}, 'C4 It must be Yes'],
    ['a question of another edition', [line('I&S-06.1', 'Yes')], {}, 'A4 CAIQ 4.0.3 has no such'],
    ['a question twice', [line('STA-01.1'), line('STA-01.1')], {}, 'A5 There are two rows'],
    ['an answer without an id', [line('STA 01', 'Yes')], {}, 'A4 There is an answer'],
    ['a formula as answer', FULL, { formulas: ['C4'] }, 'C4 A formula'],
    ['merged answers', FULL, { merged: ['C4:C5'] }, 'C4 Cells must not'],
    ['a hidden row with an answer', FULL, { hiddenRows: [4] }, 'C4 A hidden row'],
    ['a hidden column', FULL, { hiddenColumns: [[3, 3]] }, 'C2 A column'],
    ['a hidden sheet', FULL, { isHidden: true }, 'A1 The sheet'],
    ['no header', [], { rows: [['x']] }, 'A1 No sheet is a CAIQ'],
    ['no edition', [line('STA-01.1', 'Yes')], { name: 'x' }, 'A1 The edition cannot'],
  ])('with %s is refused by its cell', (_, lines, given, expected) => {
    const [fault] = read(lines, given).faults;
    expect(`${fault?.cell ?? ''} ${fault?.detail.en ?? ''}`).toContain(expected);
  });

  it('may have merged cells and formulas about its controls, and headings across', () => {
    const layout = { merged: ['A3:G3', 'G4:G5'], formulas: ['G4'] };
    expect(read(FULL, layout).faults).toEqual([]);
  });
});

describe('what a CAIQ covers', () => {
  it('is told criterion by criterion; another criterion under a known id is none of it', () => {
    const { criteria, unmapped } = report([...FULL, line('IAM-12.1', 'Yes')]);
    expect(
      criteria.map(({ criterionId, coverage, suggested, needsConfirmation }) => [
        ...[criterionId, coverage, suggested, needsConfirmation],
      ]),
    ).toEqual([
      ['G-01', 'full', 'yes', false],
      ['G-02', 'none', null, true],
      ['C-08', 'full', 'yes', true],
      ['G-09', 'unmapped', null, true],
    ]);
    expect(unmapped).toEqual(['IAM-12.1']);
  });

  it('in part, or answered this way and that, gives no answer', () => {
    for (const lines of [FULL.slice(0, 1), [line('A&A-02.1', 'Yes'), line('STA-01.1', 'No')]]) {
      expect(report(lines).criteria[0]?.suggested).toBe(null);
    }
  });

  it('is entered without confirmation only where it is equivalent, no knock-out and nothing stands', () => {
    expect(answersFrom(report(FULL), BASIS, [], ORIGIN)).toEqual([
      {
        ...{ criterionId: 'G-01', answer: 'yes' },
        reason: '[CAIQ A&A-02.1: YES] Yearly by an auditor\n[CAIQ STA-01.1: YES]',
        evidence: [{ title: 'CAIQ 4.0.3 (A&A-02.1, STA-01.1)', fileId: 'f' }],
      },
    ]);
    const standing: StandingAnswer = { answer: 'no', reason: null, evidence: [], validUntil: null };
    const answered = { ...BASIS, answers: new Map([['G-01', standing]]) };
    expect(answersFrom(report(FULL, answered), answered, [], ORIGIN)).toEqual([]);
  });

  it('is no evidence for a knock-out that is confirmed', () => {
    const confirmed = [{ criterionId: 'C-08', answer: 'partial' as const, reason: '一部のみ' }];
    const [, knockOut] = answersFrom(report(FULL), BASIS, confirmed, ORIGIN);
    expect(knockOut).toEqual({ criterionId: 'C-08', answer: 'partial', reason: '一部のみ' });
  });
});
