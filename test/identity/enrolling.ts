import type { Response } from 'supertest';
import type { Client, TestService } from '../support/api.js';
import { AuthenticatorApp } from '../support/authenticator-app.js';
import { PASSWORD, signedIn, type Member } from './signing-in.js';

/** Begins the registration of an authenticator app. */
export function register(client: Client, given: object = {}): Promise<Response> {
  const body = { kind: 'totp', label: '職場の端末', currentPassword: PASSWORD, ...given };
  return client.post('/v1/me/second-factors', body).then((reply) => reply);
}

export function confirm(client: Client, id: string, shown: object): Promise<Response> {
  return client.post(`/v1/me/second-factors/${id}/confirmation`, shown).then((reply) => reply);
}

/** Registers an authenticator app and confirms it. */
export async function enrol(client: Client): Promise<{ app: AuthenticatorApp; id: string }> {
  const { body } = await register(client);
  const app = new AuthenticatorApp(String(body.secret));
  const reply = await confirm(client, String(body.id), { otp: app.code() });
  if (reply.status !== 201) throw new Error(reply.text);
  return { app, id: String(body.id) };
}

/** A session of a member that was begun by password alone. */
export async function byPassword(service: TestService, member: Member): Promise<Client> {
  return service.clientWith((await signedIn(service, member)).accessToken);
}
