import { v7 as uuidv7 } from 'uuid';
import { Credentials } from '../../src/identity/credentials.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import type { TestService } from '../support/api.js';
import type { Town } from '../support/town.js';

export const PASSWORD = '合言葉 correct horse';

/** Someone with an address and the password above. */
export interface Member {
  readonly email: string;
  readonly personId: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** A new member of staff who can sign in. */
export async function memberOf(
  town: Town,
  service: TestService,
  ...roleIds: readonly string[]
): Promise<Member> {
  const { personId } = await town.someoneAs(...roleIds);
  const { organizationId } = town;
  const email = `${uuidv7()}@town.example`;
  const credentials = service.app.get(Credentials);
  const secret = { password: PASSWORD, hash: await credentials.hash(PASSWORD) };
  await service.app
    .get(Transactor)
    .write({ organizationId }, (tx) =>
      credentials.open(tx, { organizationId, personId, email }, secret),
    );
  return { email, personId };
}

/** Signs in and gives the tokens. */
export async function signedIn(service: TestService, { email }: Member): Promise<Tokens> {
  const reply = await service.anyone.post('/v1/sessions', { email, password: PASSWORD });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Tokens;
}
