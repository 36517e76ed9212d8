import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { Clamd } from './clamd.js';
import { lyingIn, PDF } from './samples.js';

const EVIL = Buffer.concat([PDF, Buffer.from('% EVIL\n')]);
const SIGNATURE = 'Pdf.Test.Evil-1';

let clamd: Clamd;
let service: TestService;
let town: Town;
let client: Client;

beforeAll(async () => {
  clamd = await Clamd.start();
  service = await TestService.start({ files: { scanner: clamd.address } });
  service.itIs('2026-11-21');
  town = await service.town();
  client = await town.as('staff');
});
beforeEach(() => {
  clamd.verdict = (content) =>
    content.includes('EVIL') ? `stream: ${SIGNATURE} FOUND` : 'stream: OK';
});
afterAll(async () => {
  await service.stop();
  await clamd.stop();
});

describe('a file that is scanned', () => {
  it('is clean where nothing is found', async () => {
    let scanned: Buffer | undefined;
    clamd.verdict = (content) => {
      scanned = content;
      return 'stream: OK';
    };
    const content = Buffer.concat([PDF, Buffer.alloc(300_000, '% ')]);
    const { body } = await client.upload('a.pdf', content).expect(201);

    expect(body).toMatchObject({ state: 'clean', signature: null });
    expect(scanned).toEqual(content);
    await client.get(`/v1/files/${String(body.id)}/content`).expect(200);
  });

  it('is quarantined with the name of what was found', async () => {
    const { body } = await client.upload('a.pdf', EVIL).expect(201);

    expect(body).toMatchObject({ state: 'quarantined', signature: SIGNATURE });
    expect(await trailOf(service, String(body.id))).toEqual(['file.quarantined']);
  });
});

describe('a quarantined file', () => {
  it('is handed out to nobody', async () => {
    const { body } = await client.upload('a.pdf', EVIL);
    const reply = await client.get(`/v1/files/${String(body.id)}/content`).expect(409);

    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:file.quarantined',
      facts: { signature: SIGNATURE },
    });
  });

  it('is evidence of nothing', async () => {
    const officer = await town.as('department-officer');
    const engagement = await plan(await town.as('section-manager'), residentService(town));
    const { body } = await officer.upload('a.pdf', EVIL);
    const before = await everythingIn(service);
    const reply = await officer.post(`/v1/engagements/${engagement.id}/records`, {
      ...{ kind: 'impact-review', statedOn: '2026-11-20', statement: '影響なし。' },
      fileIds: [String(body.id)],
    });

    expect(reply.status).toBe(409);
    expect(reply.body.type).toBe('urn:mitodoke:problem:file.quarantined');
    expect(await everythingIn(service)).toEqual(before);
  });
});

describe('nothing is kept unscanned', () => {
  it.each(['INSTREAM size limit exceeded. ERROR', 'stream: Internal problem ERROR', ''])(
    'where clamd says %j',
    async (answer) => {
      clamd.verdict = () => answer;
      const before = [await everythingIn(service), await lyingIn(service)];
      const reply = await client.upload('a.pdf', PDF).expect(503);

      expect(reply.body.type).toBe('urn:mitodoke:problem:file.scanner-unavailable');
      expect(reply.headers['retry-after']).toBe('5');
      expect([await everythingIn(service), await lyingIn(service)]).toEqual(before);
    },
  );

  it('where clamd does not run', async () => {
    const gone = await Clamd.start();
    const { address } = gone;
    await gone.stop();
    const alone = await TestService.start({ files: { scanner: address } });
    const staff = await (await alone.town()).as('staff');

    await staff.upload('a.pdf', PDF).expect(503);

    expect(await alone.rows('SELECT id FROM files')).toEqual([]);
    expect(await lyingIn(alone)).toEqual([]);
    await alone.stop();
  });
});
