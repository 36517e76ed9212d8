import { generateSync } from 'otplib';

/** What the authenticator app of someone with this secret shows now (RFC 6238). */
export function oneTimePassword(secret: string): string {
  return generateSync({ secret });
}
