import { generateSecret, generateURI, verifySync } from 'otplib';

/** Time-based one-time passwords (RFC 6238): SHA-1, six digits, 30 seconds, as every authenticator app has them. */
const STEP_SECONDS = 30;
const ISSUER = 'Mitodoke';

/** 160 random bits (RFC 4226, section 4), in base32. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** The secret as an authenticator app reads it from a QR code. */
export function totpUri(secret: string, account: string): string {
  return generateURI({ issuer: ISSUER, label: account, secret });
}

/**
 * The time step a code is of: the present one, or the one before or after it for clocks that are not
 * quite right. Undefined where it is of none of them, or not after the last one that was used.
 */
export function stepOfCode(
  otp: string,
  secret: string,
  { now, lastStep }: { readonly now: Date; readonly lastStep: number | null },
): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  const used = lastStep ?? 0;
  if (used > Math.floor(epoch / STEP_SECONDS)) return undefined;
  const found = verifySync({
    ...{ token: otp, secret, epoch, period: STEP_SECONDS },
    ...{ epochTolerance: STEP_SECONDS, afterTimeStep: used },
  });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}
