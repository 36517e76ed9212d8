import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { PublicUrl } from '../shared/config/public-url.js';
import type { SecondFactor } from './second-factor.entity.js';

const NAME = '見届け Mitodoke';
const TIMEOUT_MS = 5 * 60_000;
/** AuthenticatorTransport. */
const TRANSPORTS = ['ble', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

type RegistrationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;
type RequestOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;
type Attestation = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type Assertion = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/** What is kept of a security key. */
export type SecurityKey = Pick<
  SecondFactor,
  'credentialId' | 'publicKey' | 'counter' | 'transports'
>;

/** Security keys (Web Authentication, Level 3). They are bound to the host people's browsers reach. */
@Injectable()
export class WebAuthn {
  constructor(private readonly url: PublicUrl) {}

  /** What a browser needs to make a key for a person who has these. */
  creationOptions(
    person: { readonly id: string; readonly name: string; readonly email: string },
    known: readonly SecurityKey[],
  ): Promise<RegistrationOptions> {
    return generateRegistrationOptions({
      rpName: NAME,
      rpID: this.url.host,
      userID: new TextEncoder().encode(person.id),
      userName: person.email,
      userDisplayName: person.name,
      timeout: TIMEOUT_MS,
      excludeCredentials: known.map(described),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'discouraged' },
    });
  }

  /** What a browser needs to have one of these keys sign. */
  requestOptions(keys: readonly SecurityKey[]): Promise<RequestOptions> {
    return generateAuthenticationOptions({
      rpID: this.url.host,
      timeout: TIMEOUT_MS,
      allowCredentials: keys.map(described),
      userVerification: 'discouraged',
    });
  }

  /** The key that was made for a challenge; undefined where the answer is not right. */
  async keyMade(answer: object, challenge: string): Promise<SecurityKey | undefined> {
    const response = answer as Attestation;
    const result = await orUndefined(() => {
      refuseCertificates(response);
      return verifyRegistrationResponse({
        ...{ response, expectedChallenge: challenge, requireUserVerification: false },
        ...{ expectedOrigin: this.url.origin, expectedRPID: this.url.host },
      });
    });
    if (result?.registrationInfo === undefined) return undefined;
    const { id, publicKey, counter, transports } = result.registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: isoBase64URL.fromBuffer(publicKey),
      counter: String(counter),
      // It is said by the browser, and the library takes whatever is said.
      transports: TRANSPORTS.filter((way) => Array.isArray(transports) && transports.includes(way)),
    };
  }

  /**
   * The counter of a key that signed the challenge; undefined where it did not, or where it counts back,
   * as a copy of it would.
   */
  async counterAfter(
    answer: object,
    challenge: string,
    key: SecurityKey,
  ): Promise<string | undefined> {
    const result = await orUndefined(() =>
      verifyAuthenticationResponse({
        response: answer as Assertion,
        ...{ expectedChallenge: challenge, requireUserVerification: false },
        ...{ expectedOrigin: this.url.origin, expectedRPID: this.url.host },
        credential: {
          id: key.credentialId ?? '',
          publicKey: isoBase64URL.toBuffer(key.publicKey ?? ''),
          counter: Number(key.counter),
        },
      }),
    );
    return result?.verified === true ? String(result.authenticationInfo.newCounter) : undefined;
  }
}

function described({ credentialId, transports }: SecurityKey): {
  id: string;
  transports: string[];
} {
  return { id: credentialId ?? '', transports: transports ?? [] };
}

/**
 * None is asked for, so a browser leaves the maker's certificates out. With them the library would ask
 * for revocation lists at addresses that the answer itself names.
 */
function refuseCertificates({ response }: Attestation): void {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
  const format = attestation.get('fmt');
  const isBare = format === 'packed' && attestation.get('attStmt').get('x5c') === undefined;
  if (format !== 'none' && !isBare) throw new Error(`Attestation ${format} was not asked for`);
}

/** The library tells what is wrong with an answer by failing; all of it is one refusal. */
async function orUndefined<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
