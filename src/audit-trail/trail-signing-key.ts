import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../shared/config/config.js';
import { sha256Hex } from '../shared/hashing.js';
import { signedNote } from './signed-note.js';
import { StartRefused } from '../shared/start-refused.js';

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

/**
 * The key a service signs with: the configured one, or one of its own that is made in the data folder
 * at the first start and readable by its user alone.
 */
export async function trailSigningKey({
  trailSigningKey: configured,
  dataFolder,
}: Pick<Config, 'trailSigningKey' | 'dataFolder'>): Promise<TrailSigningKey> {
  if (configured === undefined) return TrailSigningKey.fromPem(await ownKey(dataFolder));
  if (configured.startsWith('-----BEGIN')) {
    // A variable of one line carries its line ends as \n.
    return TrailSigningKey.fromPem(configured.replaceAll('\\n', '\n'));
  }
  const pem = await readFile(configured, 'utf8').catch(() => {
    throw new TrailSigningKeyRefused();
  });
  return TrailSigningKey.fromPem(pem);
}

/** Two first starts at once agree on the key of the one that wrote first. */
async function ownKey(folder: string): Promise<string> {
  const path = join(folder, 'trail-signing-key.pem');
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  await mkdir(folder, { recursive: true });
  const whole = `${path}.${randomUUID()}`;
  await writeFile(whole, TrailSigningKey.made().toPem(), { mode: 0o600, flag: 'wx' });
  // A link appears at once and with its content, or not at all.
  await link(whole, path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await unlink(whole);
  return readFile(path, 'utf8');
}

function privateKeyIn(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
