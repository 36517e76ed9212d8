import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { Town } from '../support/town.js';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
});
afterAll(() => service.stop());

const REVIEWERS = [
  { id: 'secretariat', label: '情報セキュリティ運営事務局' },
  { id: 'security-reviewer', label: '情報セキュリティ審査担当者' },
  { id: 'adviser', label: '最高情報セキュリティアドバイザー' },
];

/** Reviews something that need not exist: who may do so is asked first. */
function review(client: Client): ReturnType<Client['post']> {
  return client.post(`/v1/assessments/${uuidv7()}/reviews`, {});
}

/** The sample policy under another hand: its reviewers are called otherwise. */
async function policyWithOtherNames(): Promise<string> {
  const id = uuidv7();
  await service.rows(
    `INSERT INTO policy_versions (id, pack_id, version, content_hash, content)
     SELECT $1, 'other', '1', 'other', jsonb_set(content, '{roles}', (
       SELECT jsonb_agg(CASE WHEN role->>'id' = 'secretariat'
         THEN jsonb_set(role, '{label}', '{"ja":"隣町の事務局","en":"Office next door"}') ELSE role END)
       FROM jsonb_array_elements(content->'roles') AS role))
     FROM policy_versions WHERE pack_id = 'kikuyo'`,
    [id],
  );
  return id;
}

describe('who has no permission', () => {
  it('is told the roles whose holders have it', async () => {
    const staff = await (await service.town()).as('staff');

    const reply = await review(staff);

    expect(reply.status).toBe(403);
    expect(reply.body.facts).toEqual({ permission: 'assessment:review', roles: REVIEWERS });
    expect(reply.body.detail).toBe(
      '本日就いている役職ではこの操作はできません。この操作ができるのは、次のいずれかの役職に就いている者です：情報セキュリティ運営事務局、情報セキュリティ審査担当者、最高情報セキュリティアドバイザー。',
    );
  });

  it('is told so in English', async () => {
    const staff = await (await service.town()).as('staff');

    const reply = await review(staff).set('Accept-Language', 'en');

    expect(reply.body.detail).toBe(
      'The posts held today do not permit this operation. Who holds one of these roles may do it: Secretariat, Security reviewer, CISO adviser.',
    );
    expect(reply.body.facts.roles).toContainEqual({ id: 'secretariat', label: 'Secretariat' });
  });

  it('is told the roles of the own policy and of no other', async () => {
    const elsewhere = await Town.found(service, await policyWithOtherNames());

    const there = await review(await elsewhere.as('staff'));
    const here = await review(await (await service.town()).as('staff'));

    expect(there.body.facts.roles[0]).toEqual({ id: 'secretariat', label: '隣町の事務局' });
    expect(here.body.facts.roles).toEqual(REVIEWERS);
  });

  it('is told that nobody has it where no policy is in force', async () => {
    const town = await service.town();
    await service.rows('DELETE FROM policy_adoptions WHERE organization_id = $1', [
      town.organizationId,
    ]);

    const reply = await review(await town.as('secretariat'));

    expect(reply.status).toBe(403);
    expect(reply.body.facts.roles).toEqual([]);
    expect(reply.body.detail).toContain('この操作ができる役職がありません');
  });
});
