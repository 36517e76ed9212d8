import { v7 as uuidv7 } from 'uuid';
import type { Client, TestService } from '../support/api.js';

export const PASSWORD = 'みかん電車の青い屋根と北風';

/** A vendor of a body with the link that invites somebody of it. */
export interface InvitedVendor {
  readonly vendorId: string;
  readonly email: string;
  readonly invitationId: string;
  readonly token: string;
}

/** Someone signed in for a firm. */
export interface FirmPerson {
  readonly client: Client;
  readonly token: string;
  readonly firmId: string;
  readonly personId: string;
  readonly email: string;
}

let serial = 0;

/** A corporate number nobody has yet, its check digit right (法人番号の検査用数字). */
export function corporateNumber(): string {
  serial += 1;
  const base = String(100_000_000_000 + serial);
  const sum = [...base].reverse().reduce((total, digit, index) => {
    return total + Number(digit) * (index % 2 === 0 ? 1 : 2);
  }, 0);
  return `${String(9 - (sum % 9))}${base}`;
}

/** Registers a vendor and invites somebody of it. */
export async function invited(
  staff: Client,
  vendor: { readonly corporateNumber?: string | null; readonly email?: string } = {},
): Promise<InvitedVendor> {
  const { corporateNumber: number = corporateNumber(), email = `${uuidv7()}@firm.example` } =
    vendor;
  const registered = await staff.post('/v1/vendors', {
    name: '株式会社髙橋システム',
    corporateNumber: number,
  });
  if (registered.status !== 201) throw new Error(registered.text);
  const vendorId = String(registered.body.id);
  const sent = await staff.post(`/v1/vendors/${vendorId}/invitations`, {
    name: '山田 花子',
    email,
  });
  if (sent.status !== 201) throw new Error(sent.text);
  return { vendorId, email, invitationId: String(sent.body.id), token: String(sent.body.token) };
}

/** Accepts as somebody new, and signs in. */
export async function accepted(service: TestService, token: string): Promise<FirmPerson> {
  const reply = await service.anyone.post(`/v1/invitations/${token}/acceptance`, {
    name: '山田 花子',
    newPassword: PASSWORD,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  const account = reply.body as Pick<FirmPerson, 'firmId' | 'personId' | 'email'>;
  const signedIn = await tokenOf(service, account.email);
  return { ...account, client: service.clientWith(signedIn), token: signedIn };
}

/** A client of somebody who has the password above. */
export async function signedInAs(service: TestService, email: string): Promise<Client> {
  return service.clientWith(await tokenOf(service, email));
}

async function tokenOf(service: TestService, email: string): Promise<string> {
  const session = await service.anyone.post('/v1/sessions', { email, password: PASSWORD });
  if (session.status !== 201) throw new Error(session.text);
  return String(session.body.accessToken);
}
