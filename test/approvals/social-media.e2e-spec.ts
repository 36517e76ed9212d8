import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { approval, castOf, moved, type Application, type Cast } from '../support/approval.js';
import { plan, statesOf, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import {
  approvedSocialMedia,
  givenSocialMedia,
  PUBLIC_EVENTS,
  socialMedia,
  submittedSocialMedia,
} from '../support/social-media.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

const SHELTERS = { ...PUBLIC_EVENTS, name: '避難所の開設情報', availability: 'A2' };

function decide(client: Client, { id, version }: Application, decision: object) {
  return client.decide(`/v1/use-applications/${id}/decision`, decision, version);
}

/** The rules a refused gate names. */
function unmetIn({ body }: { body: { facts: { unmet: { rule: string }[] } } }): string[] {
  return body.facts.unmet.map(({ rule }) => rule);
}

async function toGoLive(client: Client, engagementId: string) {
  const version = await versionOf(client, engagementId);
  return client.decide(`/v1/engagements/${engagementId}/transitions`, { to: 'active' }, version);
}

describe('a social-media service', () => {
  it('is planned by itself, under a regime of its own and its standard terms', async () => {
    const engagement = await plan(cast.manager, socialMedia(cast.town));

    expect(engagement).toMatchObject({ kinds: ['social-media'], course: 'light' });
    expect(engagement.facts).toEqual(
      expect.arrayContaining(['social-media', 'regime:social-media']),
    );
  });

  it.each([[['social-media', 'cloud']], [['outsourcing', 'social-media']]])(
    'is not planned as %j',
    async (kinds) => {
      const before = await everythingIn(service);
      const reply = await cast.manager.post('/v1/engagements', socialMedia(cast.town, { kinds }));

      expect(reply.status).toBe(400);
      expect(reply.body.errors).toMatchObject([
        { pointer: '#/kinds', detail: expect.stringContaining('他の種別と組み合わせずに') },
      ]);
      expect(await everythingIn(service)).toEqual(before);
    },
  );

  it('is kept apart from other kinds by the database too', async () => {
    const { id } = await plan(cast.manager, socialMedia(cast.town));
    await expect(
      service.rows(`UPDATE engagements SET kinds = '{social-media,cloud}' WHERE id = $1`, [id]),
    ).rejects.toThrow('ck_engagements_kinds');
  });

  it('goes from its procedure over the application and the decision of another to use', async () => {
    const prepared = await givenSocialMedia(cast, { dataItems: [PUBLIC_EVENTS, SHELTERS] });
    const { engagementId } = prepared;
    const rules = ['K3-1.5', 'K7-1-22a', 'K7-1-22c', 'K7-1-22e'];
    const before = await statesOf(cast.manager, engagementId);
    expect(rules.map((rule) => before.get(rule))).toEqual(['met', 'met', 'open', 'open']);

    const application = await submittedSocialMedia(cast.manager, prepared);
    expect(unmetIn(await toGoLive(cast.manager, engagementId))).toEqual(['K7-1-22c', 'K7-1-22e']);
    const decided = await decide(cast.department, application, approval(cast));
    expect(decided.status).toBe(200);
    expect(decided.body).toMatchObject({ status: 'approved', ...prepared.application });
    expect(unmetIn(await toGoLive(cast.manager, engagementId))).toEqual(['K7-1-22e']);
    await cast.manager
      .post(`/v1/engagements/${engagementId}/records`, {
        kind: 'own-website-publication',
        statedOn: '2026-11-21',
        statement: '町ウェブサイトの防災ページ https://town.example/bosai に同時に掲載する。',
      })
      .expect(201);
    await moved(cast.manager, engagementId, 'active');

    const after = await statesOf(cast.manager, engagementId);
    expect(rules.map((rule) => after.get(rule))).toEqual(rules.map(() => 'met'));
    expect(after.has('K7-1-22b')).toBe(false);
  });

  it('has its responsible person appointed as such, not as a cloud service manager', async () => {
    const { personId } = await cast.town.someoneAs('staff');
    await approvedSocialMedia(cast, {}, { cloudServiceManagerId: personId });

    expect(
      await service.rows(
        `SELECT role_id, unit_id FROM posts WHERE person_id = $1 AND role_id <> 'staff'`,
        [personId],
      ),
    ).toEqual([{ role_id: 'social-media-manager', unit_id: cast.town.unitId }]);
  });
});
