import type { Response } from 'supertest';
import type { Client, TestService } from '../support/api.js';
import type { Town } from '../support/town.js';
import { byPassword, confirm, register } from './enrolling.js';
import { memberOf, PASSWORD, type Member } from './signing-in.js';
import { SoftwareKey, type Odd } from './software-key.js';

/** What a security key is to sign, among the options that are given to a browser. */
export interface Challenge {
  readonly challenge: string;
}

/** Someone with a security key, and the session they registered it in. */
export interface KeyHolder {
  readonly member: Member;
  readonly client: Client;
  readonly key: SoftwareKey;
  readonly id: string;
}

/** Begins a sign-in with a security key. */
export function ask(
  service: TestService,
  { email }: Pick<Member, 'email'>,
  password = PASSWORD,
): Promise<Response> {
  return service.anyone
    .post('/v1/sessions/webauthn-options', { email, password })
    .then((reply) => reply);
}

/** Ends it with what the key signed. */
export function answer(
  service: TestService,
  ticket: unknown,
  assertion: object,
): Promise<Response> {
  return service.anyone.post('/v1/sessions/webauthn', { ticket, assertion }).then((reply) => reply);
}

export async function registerKey(
  client: Client,
  key: SoftwareKey,
): Promise<{ reply: Response; id: string }> {
  const { body } = await register(client, { kind: 'webauthn', label: '青いキー' });
  const id = String(body.id);
  const attestation = key.create(body.options as Challenge);
  return { reply: await confirm(client, id, { attestation }), id };
}

export async function keyHolder(service: TestService, town: Town): Promise<KeyHolder> {
  const member = await memberOf(town, service, 'staff');
  const client = await byPassword(service, member);
  const key = new SoftwareKey();
  const { reply, id } = await registerKey(client, key);
  if (reply.status !== 201) throw new Error(reply.text);
  return { member, client, key, id };
}

/** Asks for a challenge and answers it. */
export async function signInWith(
  service: TestService,
  { member, key }: Pick<KeyHolder, 'member' | 'key'>,
  odd: Odd = {},
): Promise<Response> {
  const { body } = await ask(service, member);
  return answer(service, body.ticket, key.get(body.options as Challenge, odd));
}
