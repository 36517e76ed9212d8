import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../shared/config/config.js';
import { sha256Hex } from '../shared/hashing.js';
import { keyText } from '../shared/secrets/key-text.js';
import { StartRefused } from '../shared/start-refused.js';
import { signedNote } from './signed-note.js';

/** The Ed25519 key (RFC 8032) that checkpoints are signed with. */
export class TrailSigningKey {
  /** SHA-256 of the public key as SubjectPublicKeyInfo. */
  readonly id: string;
  /** SubjectPublicKeyInfo (RFC 8410) in base64. */
  readonly publicKey: string;

  private constructor(private readonly privateKey: KeyObject) {
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
    this.id = sha256Hex(spki);
    this.publicKey = spki.toString('base64');
  }

  /** A new one, for a service that starts with nothing. */
  static made(): TrailSigningKey {
    return new TrailSigningKey(generateKeyPairSync('ed25519').privateKey);
  }

  /** @throws TrailSigningKeyRefused where it is no Ed25519 key in PEM (PKCS #8) */
  static fromPem(pem: string): TrailSigningKey {
    const privateKey = privateKeyIn(pem);
    if (privateKey?.asymmetricKeyType !== 'ed25519') throw new TrailSigningKeyRefused();
    return new TrailSigningKey(privateKey);
  }

  toPem(): string {
    return String(this.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  }

  sign(text: string, name: string): string {
    return signedNote(text, name, this.privateKey);
  }
}

/** What is configured cannot sign. */
export class TrailSigningKeyRefused extends StartRefused {
  constructor() {
    super(
      'TRAIL_SIGNING_KEY must be an Ed25519 private key in PEM (PKCS #8) or the path of a file with one; make it by: openssl genpkey -algorithm ed25519',
    );
    this.name = 'TrailSigningKeyRefused';
  }
}

/** The key a service signs with: the configured one, or one of its own in the data folder. @throws TrailSigningKeyRefused */
export async function trailSigningKey({
  trailSigningKey: configured,
  dataFolder,
}: Pick<Config, 'trailSigningKey' | 'dataFolder'>): Promise<TrailSigningKey> {
  const pem = await keyText({
    configured,
    isText: (text) => text.startsWith('-----BEGIN'),
    ownFile: join(dataFolder, 'trail-signing-key.pem'),
    make: () => TrailSigningKey.made().toPem(),
  });
  // A variable of one line carries its line ends as \n.
  return TrailSigningKey.fromPem(pem.replaceAll('\\n', '\n'));
}

function privateKeyIn(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
