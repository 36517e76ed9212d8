import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import { stateOf, takeOver, trailOf, unmetOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { applied, CLASS_2, NDA, PERMIT, type Exception } from './given.js';

let service: TestService;
let town: Town;
let manager: Client;
let ciso: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  manager = await town.as('section-manager');
  ciso = await town.as('ciso');
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

describe('a permitted exception', () => {
  it('opens a gate for its period and no longer, by time alone', async () => {
    const engagement = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagement.id);
    const permitted = await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);

    expect(permitted.status).toBe(200);
    expect(permitted.body).toMatchObject({
      status: 'permitted',
      isInForce: false,
      decidedAs: 'ciso',
      decidedOn: '2026-11-20',
    });
    expect(await unmetOf(manager, engagement.id, 'provide')).toContain(NDA);
    for (const day of ['2026-11-21', '2026-12-20']) {
      service.itIs(day);
      expect(await stateOf(manager, engagement.id, NDA)).toBe('excepted');
      expect(await unmetOf(manager, engagement.id, 'provide')).not.toContain(NDA);
      expect((await ciso.get(`/v1/exceptions/${id}`)).body.isInForce).toBe(true);
    }
    service.itIs('2026-12-21');
    expect(await unmetOf(manager, engagement.id, 'provide')).toContain(NDA);
    expect((await ciso.get(`/v1/exceptions/${id}`)).body).toMatchObject({
      status: 'permitted',
      isInForce: false,
    });
    expect(await trailOf(service, id)).toEqual([
      'exception.applied',
      'obligation.excepted',
      'exception.permitted',
    ]);
  });

  it('meets the duty that asks for one, and leaves the other duties of the article', async () => {
    const engagement = await plan(
      manager,
      residentService(town, { segment: 'internet', dataItems: [CLASS_2] }),
    );
    expect(await unmetOf(manager, engagement.id, 'apply')).toContain('K3-1.3');

    const elsewhere = await applied(manager, engagement.id);
    await ciso.decide(`/v1/exceptions/${elsewhere.id}/decision`, PERMIT, elsewhere.version);
    expect(await unmetOf(manager, engagement.id, 'apply')).toContain('K3-1.3');

    const { id, version } = await applied(manager, engagement.id, { articles: ['K3-1'] });
    await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);
    service.itIs('2026-11-21');
    expect(await stateOf(manager, engagement.id, 'K3-1.3')).toBe('met');
    expect(
      await service.rows(`SELECT DISTINCT effect FROM proofs WHERE record_id = $1`, [id]),
    ).toEqual([{ effect: 'proves' }]);
  });

  it('can be ended early, which opens the duty again', async () => {
    const engagement = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagement.id, { from: '2026-11-20' });
    const permitted = await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);
    expect(await stateOf(manager, engagement.id, NDA)).toBe('excepted');

    const reason = { reason: '秘密保持契約を締結したため' };
    const stale = await manager.decide(`/v1/exceptions/${id}/end`, reason, version);
    expect(stale.status).toBe(412);
    const ended = await manager.decide(
      `/v1/exceptions/${id}/end`,
      reason,
      (permitted.body as Exception).version,
    );

    expect(ended.body).toMatchObject({ status: 'ended', isInForce: false, endedOn: '2026-11-20' });
    expect(await stateOf(manager, engagement.id, NDA)).toBe('open');
  });

  it('records a decision made in the document system, from the day of it', async () => {
    service.itIs('2026-11-18');
    const engagement = await plan(manager, residentService(town));
    service.itIs('2026-11-20');
    const { id, version } = await applied(manager, engagement.id, { from: '2026-11-01' });
    const madeElsewhere = {
      documentNumber: '総第123号',
      decidedOn: '2026-11-19',
      deciderName: '田上 正臣',
      deciderPost: '副町長',
      manner: 'in-person',
    };
    const future = await ciso.decide(
      `/v1/exceptions/${id}/decision`,
      { ...PERMIT, madeElsewhere: { ...madeElsewhere, decidedOn: '2026-11-21' } },
      version,
    );
    const tooEarly = await ciso.decide(
      `/v1/exceptions/${id}/decision`,
      { ...PERMIT, madeElsewhere: { ...madeElsewhere, decidedOn: '2026-11-17' } },
      version,
    );
    const reply = await ciso.decide(
      `/v1/exceptions/${id}/decision`,
      { ...PERMIT, madeElsewhere },
      version,
    );

    expect(tooEarly.body.errors[0].pointer).toBe('#/madeElsewhere/decidedOn');
    expect(future.status).toBe(400);
    expect(future.body.errors[0].pointer).toBe('#/madeElsewhere/decidedOn');
    expect(reply.body).toMatchObject({ decidedOn: '2026-11-19', madeElsewhere });
    expect(await service.rows('SELECT valid_from FROM proofs WHERE record_id = $1', [id])).toEqual([
      { valid_from: '2026-11-19' },
    ]);
  });
});

describe('an emergency', () => {
  it('is reported within business days of the act, and ratified back to it', async () => {
    const engagement = await takeOver(manager, town);
    const given = {
      kind: 'emergency',
      actedOn: '2026-11-19',
      from: '2026-11-19',
      articles: ['K9-1-3a-2'],
    };
    const { id, version } = await applied(manager, engagement.id, given);
    const read = await manager.get(`/v1/exceptions/${id}`);
    // 19 November is a Thursday; 23 November is a holiday.
    expect(read.body).toMatchObject({ reportDueOn: '2026-11-25', isReportedLate: false });

    service.itIs('2026-11-26');
    const late = await applied(manager, engagement.id, given);
    expect((await manager.get(`/v1/exceptions/${late.id}`)).body).toMatchObject({
      isReportedLate: true,
    });
    await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);
    expect(
      await service.rows('SELECT DISTINCT valid_from FROM proofs WHERE record_id = $1', [id]),
    ).toEqual([{ valid_from: '2026-11-19' }]);
  });
});
