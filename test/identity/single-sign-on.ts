import type { Response } from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import type { Client, TestService } from '../support/api.js';
import {
  CLIENT,
  REDIRECT_URI,
  sentBack,
  type ProviderPerson,
} from '../support/identity-provider.js';
import type { Town } from '../support/town.js';
import type { Member } from './signing-in.js';

export const CONFIGURATION = {
  ...CLIENT,
  redirectUris: [REDIRECT_URI],
  secondFactorValues: ['mfa'],
};

/** A body that signs in with a provider. */
export async function configured(town: Town, issuer: string, given: object = {}): Promise<Client> {
  const administrator = await town.as('administrator');
  const { body } = await administrator.get('/v1/identity-provider');
  const reply = await administrator.put(
    '/v1/identity-provider',
    { ...CONFIGURATION, issuer, ...given },
    (body as { version: number }).version,
  );
  if (reply.status !== 200) throw new Error(reply.text);
  return administrator;
}

/** Somebody as the provider knows them, by the address they sign in with here. */
export function atProvider({ email }: Member, given: object = {}): ProviderPerson {
  const claims = { sub: uuidv7(), email, email_verified: true, ...given };
  return { login: email, claims, amr: ['pwd'] };
}

export interface Begun {
  readonly ticket: string;
  readonly authorizationUrl: string;
}

export async function begun(service: TestService, town: Town, email?: string): Promise<Begun> {
  const { organizationId } = town;
  const given = { organizationId, redirectUri: REDIRECT_URI, email };
  const reply = await service.anyone.post('/v1/sessions/oidc-requests', given);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Begun;
}

/** Answers with what the provider sent back. */
export async function answered(
  service: TestService,
  ticket: string,
  answer: object,
): Promise<Response> {
  return service.anyone.post('/v1/sessions/oidc', { ticket, ...answer });
}

/** Signs in from the beginning to the end, as somebody at the provider. */
export async function signedOn(service: TestService, town: Town, login: string): Promise<Response> {
  const { ticket, authorizationUrl } = await begun(service, town, login);
  return answered(service, ticket, await sentBack(authorizationUrl));
}

/** What the trail of a body tells of sign-in, in its order. */
export function trailOf(service: TestService, { organizationId }: Town): Promise<unknown[]> {
  return service.rows(
    `SELECT action, subject_kind AS subject, person_id IS NOT NULL AS "isSomebodys", facts
     FROM audit_trail WHERE organization_id = $1 AND action <> 'identity-provider.configured' ORDER BY id`,
    [organizationId],
  );
}

export async function sessionsIn(service: TestService, { organizationId }: Town): Promise<number> {
  const rows = await service.rows(
    `SELECT 1 FROM sessions WHERE organization_id = $1 AND id IN
       (SELECT subject_id FROM audit_trail WHERE action = 'session.started')`,
    [organizationId],
  );
  return rows.length;
}
