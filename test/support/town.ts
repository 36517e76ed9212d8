import { v7 as uuidv7 } from 'uuid';
import type { Client, TestService } from './api.js';
import { issueToken } from '../../src/identity/tokens.js';

const IN_AN_HOUR = `now() + interval '1 hour'`;

/** Roles that look at what the section of the town does, and so are held for the whole body. */
const BODY_WIDE: ReadonlySet<string> = new Set(['security-reviewer']);

/** A body under test: who works there is written straight into its tables, sign-in with a second factor included. */
export class Town {
  private constructor(
    private readonly service: TestService,
    readonly organizationId: string,
    readonly unitId: string,
  ) {}

  static async found(service: TestService, policyVersionId?: string): Promise<Town> {
    const organizationId = uuidv7();
    const unitId = uuidv7();
    await service.rows(
      `INSERT INTO organizations (organization_id, version, name, name_en, type) VALUES ($1, 1, '試験町', 'Test Town', 'town')`,
      [organizationId],
    );
    await service.rows(
      `INSERT INTO org_units (organization_id, id, name) VALUES ($1, $2, '総務課')`,
      [organizationId, unitId],
    );
    const version = policyVersionId ?? (await samplePolicy(service));
    await service.rows(
      `INSERT INTO policy_adoptions (organization_id, id, policy_version_id, effective_from, decided_at)
       VALUES ($1, $2, $3, '2020-04-01', now())`,
      [organizationId, uuidv7(), version],
    );
    return new Town(service, organizationId, unitId);
  }

  /** A client of someone new who holds these roles. */
  async as(...roleIds: readonly string[]): Promise<Client> {
    const { client } = await this.someoneAs(...roleIds);
    return client;
  }

  /** The same with the person's id, for tests of who may act, and the token for requests by hand. */
  async someoneAs(
    ...roleIds: readonly string[]
  ): Promise<{ client: Client; personId: string; token: string }> {
    const personId = uuidv7();
    await this.service.rows(
      `INSERT INTO people (organization_id, id, name) VALUES ($1, $2, '試験 職員')`,
      [this.organizationId, personId],
    );
    for (const roleId of roleIds) await this.appoint(personId, roleId);
    const token = await this.signIn(personId);
    return { client: this.service.clientWith(token), personId, token };
  }

  /** Appoints to a post in the section of the town, its own, or a body-wide one; @returns its id */
  async appoint(
    personId: string,
    roleId: string,
    {
      unitId = BODY_WIDE.has(roleId) ? null : this.unitId,
      acting = false,
    }: { readonly unitId?: string | null; readonly acting?: boolean } = {},
  ): Promise<string> {
    const id = uuidv7();
    await this.service.rows(
      `INSERT INTO posts (organization_id, id, person_id, role_id, unit_id, valid_from, acting)
       VALUES ($1, $2, $3, $4, $5, '2020-04-01', $6)`,
      [this.organizationId, id, personId, roleId, unitId, acting],
    );
    return id;
  }

  /** Someone new who holds these roles in a unit that is named; null for the whole body. */
  async someoneIn(
    unitId: string | null,
    ...roleIds: readonly string[]
  ): Promise<{ client: Client; personId: string }> {
    const { client, personId } = await this.someoneAs();
    for (const roleId of roleIds) await this.appoint(personId, roleId, { unitId });
    return { client, personId };
  }

  private async signIn(personId: string): Promise<string> {
    const access = issueToken(this.organizationId);
    const refresh = issueToken(this.organizationId);
    await this.service.rows(
      `INSERT INTO sessions (organization_id, id, person_id, access_token_hash, access_expires_at, refresh_token_hash, refresh_expires_at, second_factor)
       VALUES ($1, $2, $3, $4, ${IN_AN_HOUR}, $5, ${IN_AN_HOUR}, 'totp')`,
      [this.organizationId, uuidv7(), personId, access.hash, refresh.hash],
    );
    return access.token;
  }
}

async function samplePolicy(service: TestService): Promise<string> {
  const [row] = await service.rows<{ id: string }>(
    `SELECT id FROM policy_versions WHERE pack_id = 'kikuyo' ORDER BY loaded_at DESC LIMIT 1`,
  );
  if (row === undefined) throw new Error('The sample policy is not loaded');
  return row.id;
}
