import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { readWorkbook } from '../../src/shared/documents/xlsx-reader.js';
import { sha256Hex } from '../../src/shared/hashing.js';
import { TestService } from '../support/api.js';
import {
  answered,
  assessed,
  concluded,
  handedIn,
  panelOf,
  selected,
  sent,
  type Panel,
} from '../support/assessing.js';
import { pdfPages, pdfText, zipPart } from '../support/document-text.js';
import { residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { fileOf } from '../register/files.js';
import { ISMS } from '../vendors/given.js';
import { cloudCandidate, othersProven, outsourcing, planned, vendorOf } from './given.js';
import { assessmentRead, opened } from './procedures.js';

let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  panel = await panelOf(town);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

const OFFER = {
  subcontractors: [
    { name: '株式会社下請', country: 'JP', rank: 2, work: '運用監視', handlesInformation: true },
  ],
  exitPlan: { formats: ['CSV'], noticeDays: 89, helpOffered: true, parallelDays: 30 },
};

const TOKYO = { country: 'JP', providerRegion: 'ap-northeast-1', use: 'storage' };

describe('a comparison', () => {
  it('shows what each candidate offers: certificates, places, subcontractors and the way out', async () => {
    const engagementId = await planned(panel.clerk, residentService(town));
    const candidate = await cloudCandidate(panel.clerk);
    await panel.clerk.post(`/v1/vendors/${candidate.vendorId}/certificates`, ISMS).expect(201);
    const places = `/v1/cloud-services/${String(candidate.cloudServiceId)}/regions`;
    await panel.clerk.put(places, { items: [TOKYO] }, 1).expect(200);
    const { id, version } = await sent(panel, engagementId, candidate);
    const reply = await panel.clerk.put(`/v1/assessments/${id}/offer`, OFFER, version);
    expect(reply.body).toMatchObject({ status: 'answering', version: version + 1 });

    const { body } = await panel.clerk.get(`/v1/engagements/${engagementId}/comparison`);
    expect(body).toMatchObject({ engagementId, comparedOn: '2026-11-20' });
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      ...{ assessmentId: id, result: null, subcontractors: OFFER.subcontractors },
      certificates: [
        { scheme: 'iso27001', standing: 'claimed', isMismatch: false, provesCriteria: [] },
      ],
      exit: { score: '0.6000' },
    });
    expect(body.items[0].regions).toEqual([TOKYO]);
    const unmet = (body.items[0].exit.parts as { part: string; isMet: boolean }[])
      .filter(({ isMet }) => !isMet)
      .map(({ part }) => part);
    expect(unmet).toEqual(['notice', 'interruption']);
  });

  it('a certificate bears out a criterion while it stands and covers what is offered', async () => {
    const engagementId = await planned(panel.clerk, residentService(town));
    const candidate = await cloudCandidate(panel.clerk);
    const places = `/v1/cloud-services/${String(candidate.cloudServiceId)}/regions`;
    await panel.clerk.put(places, { items: [TOKYO] }, 1).expect(200);
    const certificates = `/v1/vendors/${candidate.vendorId}/certificates`;
    for (const [number, providerRegions] of [
      ['IS 1', ['ap-northeast-1']],
      ['IS 2', ['ap-northeast-3']],
    ]) {
      const body = { ...ISMS, number, validUntil: '2028-03-31', coverage: { providerRegions } };
      const { id } = (await panel.clerk.post(certificates, body).expect(201)).body as {
        id: string;
      };
      const found = { registerUrl: 'https://register.example/1', result: 'scope-matches' };
      await panel.clerk.decide(`${certificates}/${id}/verification`, found, 1).expect(201);
    }
    await sent(panel, engagementId, candidate);

    const { body } = await panel.clerk.get(`/v1/engagements/${engagementId}/comparison`);
    expect(body.items[0].certificates).toMatchObject([
      { number: 'IS 1', standing: 'verified', isMismatch: false, provesCriteria: ['G-02'] },
      { number: 'IS 2', standing: 'verified', isMismatch: true, provesCriteria: [] },
    ]);
  });

  it('an offer stands still once it is handed in', async () => {
    const engagementId = await planned(panel.clerk, outsourcing(town));
    const asked = await sent(panel, engagementId, await vendorOf(panel.clerk));
    expect((await panel.clerk.get(`/v1/assessments/${asked.id}/offer`)).status).toBe(404);
    await panel.clerk.put(`/v1/assessments/${asked.id}/offer`, OFFER, asked.version).expect(200);
    const answers = await answered(panel, { ...asked, version: asked.version + 1 });
    const submitted = await handedIn(panel, answers);
    const url = `/v1/assessments/${asked.id}/offer`;
    const before = (await panel.clerk.get(url)).body as object;

    const reply = await panel.clerk.put(url, { subcontractors: [] }, submitted.version);

    expect(reply.body.type).toBe('urn:mitodoke:problem:assessment.wrong-status');
    expect((await panel.clerk.get(url)).body).toEqual(before);
    expect(before).toMatchObject({ round: 1, exitPlan: { noticeDays: 89, retentionDays: null } });
  });

  it('sets no scores beside each other in a tender', async () => {
    const { engagementId, assessments } = await opened({ town, panel }, 'tender', ['甲', '乙']);
    for (const assessment of assessments) await handedIn(panel, await answered(panel, assessment));
    service.itIs('2026-12-01');
    for (const { id } of assessments) await concluded(panel, await assessmentRead(panel, id));

    const { body } = await panel.clerk.get(`/v1/engagements/${engagementId}/comparison`);
    for (const item of body.items as object[]) {
      expect(item).toMatchObject({ method: 'tender', result: 'suitable', score: null, topics: [] });
    }
    expect(body.items).toHaveLength(2);
    const file = await fileOf(
      panel.clerk,
      `/v1/engagements/${engagementId}/comparison?format=xlsx`,
    );
    const [summary] = await readWorkbook(file, 200);
    expect(summary?.rows).toContainEqual(['満点でない項目（100点満点）', '—', '—']);
  });

  it('says of a candidate that is not assessed yet neither that it passes nor what it lacks', async () => {
    const engagementId = await planned(panel.clerk, residentService(town));
    await sent(panel, engagementId, await cloudCandidate(panel.clerk));

    const file = await fileOf(
      panel.clerk,
      `/v1/engagements/${engagementId}/comparison?format=xlsx`,
    );
    const [summary] = await readWorkbook(file, 200);
    expect(summary?.rows).toEqual(
      expect.arrayContaining([
        ['評価結果', '回答待ち'],
        ['満たさない必須項目', '—'],
        ['条件', '—'],
        ['情報を取り扱う場所', '未登録'],
        ['満点でない項目（100点満点）', '—'],
      ]),
    );
  });
});

describe('the comparison a selection cites', () => {
  it('can be shown years later exactly as it stood', async () => {
    const engagementId = await planned(panel.clerk, outsourcing(town));
    await othersProven(service, panel, engagementId);
    const loser = await vendorOf(panel.clerk, '株式会社次点');
    await assessed(panel, engagementId, loser, { 'G-01': { answer: 'no' } });
    const winner = await assessed(panel, engagementId, await vendorOf(panel.clerk, '株式会社最良'));
    await selected(panel, engagementId, winner);
    const selection = await panel.clerk.get(`/v1/engagements/${engagementId}/selection`);
    const url = `/v1/comparisons/${String(selection.body.comparisonId)}`;
    const { text, body } = await panel.clerk.get(url);
    const { id: _, contentHash, ...content } = body as { id: string; contentHash: string };

    expect(sha256Hex(canonicalJson(content))).toBe(contentHash);
    expect(content).toMatchObject({
      comparedOn: '2026-11-20',
      items: [
        { vendorName: '株式会社最良', isSelected: true },
        { vendorName: '株式会社次点', isSelected: false },
      ],
    });
    service.itIs('2029-04-01');
    await service.rows(`UPDATE vendors SET name = '改称後' WHERE id = $1`, [loser.vendorId]);
    expect((await panel.clerk.get(url)).text).toBe(text);
    await expect(
      service.rows('SET ROLE mitodoke_app; UPDATE comparisons SET content_hash = content_hash'),
    ).rejects.toThrow('permission denied');
    for (const statement of [
      `UPDATE comparisons SET content = '{}' WHERE content_hash = $1`,
      'DELETE FROM comparisons WHERE content_hash = $1',
    ]) {
      await expect(service.rows(statement, [contentHash])).rejects.toThrow('sd_comparisons');
    }
    await expect(
      service.rows(`UPDATE assessment_outcomes SET score = '0.9999' WHERE assessment_id = $1`, [
        winner.id,
      ]),
    ).rejects.toThrow('sd_assessment_outcomes');
  });

  it('is printed on one page, and as a workbook in full', async () => {
    const engagementId = await planned(panel.clerk, outsourcing(town));
    for (const name of ['株式会社甲', '株式会社乙', '株式会社丙']) {
      const given = {
        'G-01': { answer: 'no' },
        'G-05': { answer: name === '株式会社丙' ? 'no' : 'yes' },
      };
      await assessed(panel, engagementId, await vendorOf(panel.clerk, name), given);
    }
    const url = `/v1/engagements/${engagementId}/comparison`;
    const pdf = await fileOf(panel.clerk, `${url}?format=pdf`);
    expect(await pdfPages(pdf)).toHaveLength(1);
    expect(await pdfText(pdf)).toContain('満たさない必須項目');

    const xlsx = await fileOf(panel.clerk, `${url}?format=xlsx`);
    const [summary, topics] = await readWorkbook(xlsx, 200);
    expect(summary?.rows.flat().join('\n')).toContain('不適合');
    expect(topics?.rows.flat().join('\n')).toContain('管理体制');
    for (const sheet of ['sheet1', 'sheet2']) {
      const isNumber = /<c r="B\d+" s="\d+"><v>(?:100|\d\d\.\d+)<\/v>/;
      expect(zipPart(xlsx, `xl/worksheets/${sheet}.xml`)).toMatch(isNumber);
    }
  });
});
