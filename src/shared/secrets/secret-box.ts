import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { sha256 } from '../hashing.js';
import { StartRefused } from '../start-refused.js';
import { keyText } from './key-text.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** 96 bits, as NIST SP 800-38D recommends; drawn at random for every text. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The row a secret belongs to. Sealed for one, it does not open in another. */
export interface SecretPlace {
  readonly table: string;
  readonly organizationId: string;
  readonly id: string;
}

/** A sealed text was sealed by an unknown key or for another row, or it was altered. */
export class SecretUnopenable extends Error {
  constructor({ table, id }: SecretPlace) {
    super(`The secret of ${table} ${id} cannot be opened with the keys of SECRETS_KEY`);
    this.name = 'SecretUnopenable';
  }
}

/** What is configured cannot seal. */
export class SecretsKeyRefused extends StartRefused {
  constructor() {
    super(
      'SECRETS_KEY must be 32 bytes in base64 or the path of a file with one or more of them, the newest first; make one by: openssl rand -base64 32',
    );
    this.name = 'SecretsKeyRefused';
  }
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * Seals secrets that must be read again, such as those of one-time passwords (AES-256-GCM, NIST SP
 * 800-38D). The first key seals; every key opens what it sealed, so that keys can be changed.
 */
export class SecretBox {
  private readonly keys: ReadonlyMap<string, Key>;

  private constructor(
    private readonly newest: Key,
    older: readonly Key[],
  ) {
    this.keys = new Map([newest, ...older].map((key) => [key.id, key]));
  }

  /** With a new key, for a service that starts with nothing. */
  static made(): SecretBox {
    return SecretBox.fromText(newSecretsKey());
  }

  /** @param text keys of 32 bytes in base64, one a line, the newest first @throws SecretsKeyRefused */
  static fromText(text: string): SecretBox {
    const [newest, ...older] = text.split(/\s+/).filter(Boolean).map(keyOf);
    if (newest === undefined) throw new SecretsKeyRefused();
    return new SecretBox(newest, older);
  }

  /** The id of the key, the nonce and the sealed text with its tag, in base64url and apart by dots. */
  seal(secret: string, place: SecretPlace): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.newest.bytes, nonce).setAAD(boundTo(place));
    const sealed = Buffer.concat([
      cipher.update(secret, 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return [this.newest.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
  }

  /** @throws SecretUnopenable */
  open(text: string, place: SecretPlace): string {
    const [id = '', nonce = '', sealed = ''] = text.split('.');
    const key = this.keys.get(id);
    if (key === undefined) throw new SecretUnopenable(place);
    try {
      return opened(key, Buffer.from(nonce, 'base64url'), Buffer.from(sealed, 'base64url'), place);
    } catch {
      throw new SecretUnopenable(place);
    }
  }
}

/** The keys a service seals with: the configured ones, or one of its own in the data folder. @throws SecretsKeyRefused */
export async function secretBox({
  secretsKey,
  dataFolder,
}: Pick<Config, 'secretsKey' | 'dataFolder'>): Promise<SecretBox> {
  const text = await keyText({
    configured: secretsKey,
    isText: isKey,
    ownFile: join(dataFolder, 'secrets-key.txt'),
    make: newSecretsKey,
  });
  return SecretBox.fromText(text);
}

function newSecretsKey(): string {
  return `${randomBytes(KEY_BYTES).toString('base64')}\n`;
}

function opened(key: Key, nonce: Buffer, sealed: Buffer, place: SecretPlace): string {
  const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES })
    .setAAD(boundTo(place))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  return (
    decipher.update(sealed.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  );
}

function boundTo({ table, organizationId, id }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([table, organizationId, id]));
}

function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text);
}

function keyOf(text: string): Key {
  if (!isKey(text)) throw new SecretsKeyRefused();
  const bytes = Buffer.from(text, 'base64');
  // The id tells nothing of the key but which it is.
  const id = sha256(Buffer.from('mitodoke secrets key id'), bytes)
    .toString('base64url')
    .slice(0, 12);
  return { id, bytes };
}
