import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** The flags of authenticator data: somebody was there (UP); a key was made (AT). */
const PRESENT = 0x01;
const KEY_MADE = 0x40;

type Cbor = Parameters<typeof isoCBOR.encode>[0];

/** How an answer differs from what an honest key and browser give. */
export interface Odd {
  readonly origin?: string;
  readonly host?: string;
  readonly counter?: number;
  /** The format of an attestation that nobody asked for, with a certificate. */
  readonly certified?: boolean;
}

/** A security key of P-256 in software, together with the browser it is plugged into. */
export class SoftwareKey {
  private readonly id = randomBytes(32);
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;

  constructor(
    private readonly origin = 'http://localhost:3000',
    private readonly host = 'localhost',
  ) {}

  /** Makes its key for a registration, as `navigator.credentials.create` does. */
  create({ challenge }: { readonly challenge: string }, odd: Odd = {}): Record<string, unknown> {
    const { length } = this.id;
    const made = Buffer.concat([
      ...[Buffer.alloc(16), Buffer.from([0, length]), this.id],
      isoCBOR.encode(coseOf(this.pair.publicKey)),
    ]);
    const data = Buffer.concat([this.data(PRESENT | KEY_MADE, odd), made]);
    const attestation: [string, Cbor][] = odd.certified
      ? [
          ['fmt', 'packed'],
          ['attStmt', certifiedStatement()],
          ['authData', data],
        ]
      : [
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', data],
        ];
    return this.answer({
      clientDataJSON: this.client('webauthn.create', challenge, odd).toString('base64url'),
      attestationObject: base64url(isoCBOR.encode(new Map(attestation))),
      transports: ['usb', 'carrier-pigeon'],
    });
  }

  /** Signs a challenge, as `navigator.credentials.get` does. */
  get({ challenge }: { readonly challenge: string }, odd: Odd = {}): Record<string, unknown> {
    this.counter = odd.counter ?? this.counter + 1;
    const data = this.data(PRESENT, odd);
    const client = this.client('webauthn.get', challenge, odd);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.pair.privateKey).toString('base64url'),
    });
  }

  private answer(response: Record<string, unknown>): Record<string, unknown> {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private data(flags: number, { host = this.host }: Odd): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      ...[createHash('sha256').update(host).digest(), Buffer.from([flags]), counter],
    ]);
  }

  private client(type: string, challenge: string, { origin = this.origin }: Odd): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}

/** A public key as COSE has it (RFC 9053): EC2, ES256, P-256. */
function coseOf(key: KeyObject): Map<number, Cbor> {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
}

function certifiedStatement(): Map<string, Cbor> {
  return new Map<string, Cbor>([
    ['alg', -7],
    ['sig', randomBytes(70)],
    ['x5c', [randomBytes(300)]],
  ]);
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
