import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { TestService, type Client } from '../support/api.js';
import { criteriaOf, panelOf, sent, type Assessment, type Panel } from '../support/assessing.js';
import { residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { cloudCandidate, planned } from './given.js';

let service: TestService;
let town: Town;
let panel: Panel;
let clerk: Client;
let assessment: Assessment;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
  clerk = panel.clerk;
});
beforeEach(async () => {
  const id = await planned(clerk, residentService(town));
  assessment = await sent(panel, id, await cloudCandidate(clerk));
});
afterAll(() => service.stop());

const url = (): string => `/v1/assessments/${assessment.id}/caiq`;

/** A CAIQ as providers publish it, with the questions that a test answers. */
async function caiq(...lines: (string | null)[][]): Promise<string> {
  const header = [
    ...['Question ID', 'Question', 'CSP CAIQ Answer', 'SSRM Control Ownership'],
    ...['CSP Implementation Description (Optional/Recommended)'],
    ...['CSC Responsibilities (Optional/Recommended)'],
  ];
  const rows = [['CONSENSUS ASSESSMENTS INITIATIVE QUESTIONNAIRE v4.0.3'], header, ...lines];
  const file = await writeXlsxFile(rows as SheetData).toBuffer();
  const reply = await clerk.upload('CAIQ.xlsx', file);
  expect(reply.status, reply.text).toBe(201);
  return (reply.body as { id: string }).id;
}

const LINES = [
  ['IVS-06.1', '', 'Yes', 'CSP-owned', 'Tenants are separated by account.'],
  ['BCR-04.1', '', 'Yes', 'CSP-owned', 'Plans exist.'],
  ['HRS-11.1', '', 'NA', 'CSP-owned', null],
  ['IAM-12.1', '', 'No', null, null],
];

describe('a CAIQ', () => {
  it('is reported with what it covers and writes nothing', async () => {
    const fileId = await caiq(...LINES);
    const { body } = await clerk.post(`${url()}/preview`, { fileId }).expect(200);
    expect(body).toMatchObject({
      ...{ edition: '4.0.3', mappingVersion: 1, unmapped: ['IAM-12.1'], faults: [] },
      naWithoutReason: [{ id: 'HRS-11.1', cell: 'C5' }],
    });
    const of = (id: string): unknown =>
      (body.criteria as { criterionId: string }[]).find(({ criterionId }) => criterionId === id);
    expect(of('C-08')).toMatchObject({
      ...{ coverage: 'full', relation: 'equivalent', suggested: 'yes', needsConfirmation: true },
      questions: [{ id: 'IVS-06.1', question: 'I&S-06.1', answer: 'yes', cell: 'C3' }],
    });
    expect(of('G-19')).toMatchObject({ coverage: 'part', suggested: null, missing: ['BCR-06.1'] });
    expect(of('G-07')).toMatchObject({ coverage: 'none' });
    expect(of('G-17')).toMatchObject({ coverage: 'unmapped', relation: null });
    const criteria = await criteriaOf(clerk, assessment.id);
    expect(criteria.filter(({ answer }) => answer !== null)).toEqual([]);
  });

  it('never answers a knock-out unless it is confirmed, and is no evidence for it', async () => {
    const fileId = await caiq(...LINES);
    const silent = await clerk.decide(url(), { fileId }, assessment.version);
    expect(silent.body).toMatchObject({
      type: 'urn:mitodoke:problem:answer-sheet.nothing-to-enter',
    });

    const confirmed = [
      { criterionId: 'C-08', answer: 'yes' },
      { criterionId: 'G-19', answer: 'partial' },
    ];
    const reply = await clerk.decide(url(), { fileId, confirmed }, assessment.version);
    expect(reply.status, reply.text).toBe(200);
    const criteria = await criteriaOf(clerk, assessment.id);
    const answered = criteria.filter(({ answer }) => answer !== null);
    expect(
      Object.fromEntries(answered.map(({ criterionId, answer }) => [criterionId, answer])),
    ).toMatchObject({
      'G-19': { answer: 'partial', evidence: [{ title: 'CAIQ 4.0.3 (BCR-04.1)', fileId }] },
      'C-08': {
        answer: 'yes',
        evidence: [],
        reason: '[CAIQ IVS-06.1: YES] Tenants are separated by account.',
      },
    });
    const kept = await clerk.get(`/v1/files/${fileId}`);
    expect(kept.body.attachments).toMatchObject([{ subjectId: assessment.id }]);
  });

  it('confirms nothing it is silent about, and nothing with a fault in it', async () => {
    const fileId = await caiq(...LINES);
    const confirmed = [{ criterionId: 'G-17', answer: 'yes' }];
    const silent = await clerk.decide(url(), { fileId, confirmed }, assessment.version);
    expect(silent.body).toMatchObject({
      status: 400,
      errors: [{ pointer: '#/confirmed/0/criterionId' }],
    });

    const wrong = await caiq(...LINES, ['STA-99.1', '', 'Yes']);
    const refused = await clerk.decide(url(), { fileId: wrong, confirmed }, assessment.version);
    expect(refused.body).toMatchObject({ status: 422, facts: { faults: [{ cell: 'A7' }] } });
    const criteria = await criteriaOf(clerk, assessment.id);
    expect(criteria.filter(({ answer }) => answer !== null)).toEqual([]);
  });
});
