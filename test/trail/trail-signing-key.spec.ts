import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TrailSigningKey, trailSigningKey } from '../../src/audit-trail/index.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitodoke-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

function keyOf(configured?: string): Promise<TrailSigningKey> {
  return trailSigningKey({ trailSigningKey: configured, dataFolder: join(folder, 'data') });
}

describe('the key of the trail', () => {
  it('is made at the first start, readable by its user alone, and stays', async () => {
    const [first, beside] = await Promise.all([keyOf(), keyOf()]);
    const { mode } = await stat(join(folder, 'data', 'trail-signing-key.pem'));

    expect(mode & 0o777).toBe(0o600);
    expect(beside.id).toBe(first.id);
    expect((await keyOf()).id).toBe(first.id);
  });

  it('is the configured one: a PEM, one in a line, or a file', async () => {
    const key = TrailSigningKey.made();
    const path = join(folder, 'trail.pem');
    await writeFile(path, key.toPem());

    for (const configured of [key.toPem(), key.toPem().replaceAll('\n', '\\n'), path]) {
      expect((await keyOf(configured)).id).toBe(key.id);
    }
  });

  it('signs a note in the form of C2SP signed-note', () => {
    const key = TrailSigningKey.made();
    const [text, name] = ['one line\n', 'example.com/log'];
    const note = key.sign(text, name);

    expect(note.startsWith(`${text}\n— ${name} `)).toBe(true);
    const stamp = Buffer.from(note.trimEnd().split(' ').at(-1) ?? '', 'base64');
    expect(stamp).toHaveLength(4 + 64);
  });

  it('is refused where it is of another kind or no key at all', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const other = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));

    await expect(keyOf(other)).rejects.toThrow('TRAIL_SIGNING_KEY');
    await expect(keyOf('-----BEGIN nothing')).rejects.toThrow('TRAIL_SIGNING_KEY');
    await expect(keyOf(join(folder, 'nowhere.pem'))).rejects.toThrow('TRAIL_SIGNING_KEY');
  });
});
