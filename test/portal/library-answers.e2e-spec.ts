import { Client as Connection } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestService } from '../support/api.js';
import { answered } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import {
  asked,
  drafted,
  firstOf,
  handedIn,
  handIn,
  linked,
  pathOf,
  read,
  told,
  type Sides,
} from './answering.js';
import { answeredTo, libraryOf, NAMES, prefillsOf, taken, twoBodies } from './library.js';

let service: TestService;
let here: Sides;
let there: Sides;
let client: Sides['firm']['client'];

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-10');
  ({ here, there } = await twoBodies(service));
  ({ client } = here.firm);
});
afterAll(() => service.stop());

const LIBRARY = '/v1/portal/library-answers';

describe('the library of a firm', () => {
  it('has the last answer to each question, in the order of the criteria', async () => {
    service.itIs('2026-11-10');
    const { criteria } = await answeredTo(here);
    service.itIs('2026-11-12');
    const { id } = await asked(there);
    const changed = await firstOf(there.panel.clerk, id);
    await handIn(client, await drafted(client, id, { [changed]: { answer: 'no' } })).expect(200);

    const library = await libraryOf(client);

    const ids = library.map(({ criterionId }) => criterionId);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toEqual(expect.arrayContaining(criteria.map(({ criterionId }) => criterionId)));
    expect(library.find(({ criterionId }) => criterionId === changed)).toMatchObject({
      ...{ version: 2, answer: 'no', answeredOn: '2026-11-12' },
      ...{
        topic: { ja: expect.any(String) as string },
        question: { ja: expect.any(String) as string },
      },
    });
  });

  it('says nowhere to whom an answer was given', async () => {
    const { id } = await answeredTo(here);
    const { id: next } = await asked(there);
    const texts = [
      (await client.get(`${LIBRARY}?limit=200`)).text,
      (await client.get(pathOf(next))).text,
      JSON.stringify(await taken(client, next)),
    ];
    await handedIn(client, next);
    texts.push((await there.panel.clerk.get(`/v1/assessments/${next}`)).text);

    const secrets = [...Object.values(NAMES), here.town.organizationId, here.vendorId, id];
    for (const text of texts) {
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });

  it('lists what has lapsed, or will have on a day', async () => {
    const own = await linked(service);
    const { id } = await asked(own);
    const criterionId = await firstOf(own.panel.clerk, id);
    const given = { [criterionId]: { validUntil: '2027-03-31' } };
    await handIn(own.firm.client, await drafted(own.firm.client, id, given)).expect(200);

    const on = (day: string) => libraryOf(own.firm.client, `lapsedOn=${day}`);

    expect(await on('2027-03-31')).toEqual([]);
    expect(await on('2027-04-01')).toMatchObject([{ criterionId }]);
  });

  it('does not keep what staff entered, nor what is only drafted', async () => {
    const own = await linked(service);
    const assessment = await asked(own);
    await answered(own.panel, assessment);
    const { version, criteria } = await read(own.firm.client, assessment.id);
    const [first] = criteria;
    const answers = [{ criterionId: first?.criterionId, answer: 'no' }];
    const path = `${pathOf(assessment.id)}/answers`;
    const checklist = await own.firm.client.put(path, { answers }, version).expect(200);
    expect(await libraryOf(own.firm.client)).toEqual([]);

    await handIn(own.firm.client, checklist.body as { id: string; version: number }).expect(200);

    expect(await libraryOf(own.firm.client)).toMatchObject([
      { criterionId: first?.criterionId, answer: 'no', version: 1 },
    ]);
  });

  it('stays with the firm when a body ends its link, and so do the files it names', async () => {
    const own = await linked(service);
    const { id } = await asked(own);
    const criterionId = await firstOf(own.panel.clerk, id);
    const file = await own.firm.client.upload('体制図.txt', '体制', '/v1/portal/files');
    const evidence = [{ title: '体制図', fileId: String(file.body.id) }];
    const given = { [criterionId]: { evidence } };
    await handIn(own.firm.client, await drafted(own.firm.client, id, given)).expect(200);
    const link = `/v1/vendors/${own.vendorId}/firm-link/end`;
    await own.panel.clerk.decide(link, { reason: '取引の終了' }, 1).expect(200);

    const library = await libraryOf(own.firm.client);
    const removed = await own.firm.client.delete(`/v1/portal/files/${String(file.body.id)}`, 2);

    expect(library.find((each) => each.criterionId === criterionId)).toMatchObject({ evidence });
    expect(removed.body.type).toBe('urn:mitodoke:problem:file.attached');
  });

  it('hands its files to the next body with the answer', async () => {
    const { id } = await asked(here);
    const criterionId = await firstOf(here.panel.clerk, id);
    const file = await client.upload('規程.txt', '規程', '/v1/portal/files');
    const evidence = [{ title: '規程', fileId: String(file.body.id) }];
    await handIn(client, await drafted(client, id, { [criterionId]: { evidence } })).expect(200);
    const { id: next } = await asked(there);
    const { version, unanswered } = await taken(client, next);
    const answers = unanswered.map((each) => ({ criterionId: each, answer: 'no' }));
    const rest =
      answers.length === 0
        ? { id: next, version }
        : (await client.put(`${pathOf(next)}/answers`, { answers }, version).expect(200)).body;
    const path = `/v1/files/${String(file.body.id)}/content`;
    expect((await there.panel.clerk.get(path)).status).toBe(404);

    await handIn(client, rest as { id: string; version: number }).expect(200);

    expect((await there.panel.clerk.get(path).buffer()).text).toBe('規程');
  });

  it('is read by one statement with a checklist, and one for all its files', async () => {
    const own = await linked(service);
    const { id } = await asked(own);
    await handedIn(own.firm.client, (await asked(own)).id);
    await service.rows(
      `UPDATE library_answers SET evidence = jsonb_build_array(jsonb_build_object('title', 'x', 'fileId', id))
       WHERE organization_id = $1`,
      [own.firm.firmId],
    );
    const sent = vi.spyOn(Connection.prototype, 'query');
    try {
      expect((await prefillsOf(own.firm.client, id)).size).toBeGreaterThan(20);

      const names = (sent.mock.calls as unknown[][]).map(
        ([statement]) => (statement as { name?: string }).name ?? '',
      );
      expect(names.filter((name) => /^(assessment|vendor|library|file)/.test(name))).toEqual([
        ...['assessment-shared', 'vendor-checklist', 'library-answers-of', 'files-handed'],
      ]);
    } finally {
      sent.mockRestore();
    }
  });
});

describe('an answer of the library', () => {
  it('is taken out for good, and what was handed in stays', async () => {
    const { id } = await answeredTo(here);
    const before = (await here.panel.clerk.get(`/v1/assessments/${id}`)).text;
    const [first] = await libraryOf(client);
    const path = `${LIBRARY}/${String(first?.id)}`;

    const blind = await client.delete(path);
    const stale = await client.delete(path, Number(first?.version) - 1);
    await client.delete(path, Number(first?.version)).expect(204);
    const again = await client.delete(path, Number(first?.version));

    expect([blind, stale, again].map(({ status }) => status)).toEqual([428, 412, 404]);
    expect(await libraryOf(client)).not.toContainEqual(first);
    const { id: next } = await asked(there);
    expect((await prefillsOf(client, next)).has(String(first?.criterionId))).toBe(false);
    expect((await here.panel.clerk.get(`/v1/assessments/${id}`)).text).toBe(before);
    expect(await told(service, here.firm.firmId, String(first?.id))).toMatchObject([
      { action: 'library-answer.removed', facts: { criterionId: first?.criterionId } },
    ]);
  });

  it('is nothing to another firm, nor to the people of a body', async () => {
    await answeredTo(here);
    const other = await linked(service);
    const [first] = await libraryOf(client);
    const { id } = await asked(other);
    const path = `${LIBRARY}/${String(first?.id)}`;
    const before = await everythingIn(service);

    const theirs = await other.firm.client.delete(path, Number(first?.version));
    const nobodys = await other.firm.client.delete(`${LIBRARY}/${uuidv7()}`, 1);

    expect(await libraryOf(other.firm.client)).toEqual([]);
    expect(await prefillsOf(other.firm.client, id)).toEqual(new Map());
    expect([theirs.status, theirs.body.detail]).toEqual([404, nobodys.body.detail]);
    expect((await here.panel.clerk.get(LIBRARY)).status).toBe(403);
    expect((await here.panel.clerk.delete(path, Number(first?.version))).status).toBe(403);
    expect(await everythingIn(service)).toEqual(before);
  });
});
