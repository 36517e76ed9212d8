import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/tools/policy/command.js';
import { trailVerify } from '../../src/tools/trail/verify.js';
import { fileOf } from '../register/files.js';
import { databaseCopy, type DatabaseCopy } from '../support/database.js';
import { WorkFolder } from '../tools/work-folder.js';
import { KeptService } from './cutting.js';
import { record, seal, type Sealed } from './sealing.js';

let copy: DatabaseCopy;
let work: WorkFolder;
let kept: KeptService;

beforeAll(async () => {
  copy = await databaseCopy();
  work = await WorkFolder.make();
  kept = await KeptService.start(copy, work);
});
afterAll(async () => {
  await kept.stop();
  await work.remove();
  await copy.remove();
});

/** What the head of the export of a cut trail tells. */
interface Head {
  readonly checkpoint: Sealed;
  readonly cut: { readonly sealed: Sealed };
}

/** Exports a trail that was cut under one key and went on under another; each start of the service makes one. */
async function exportedCut(): Promise<Head> {
  const { organizationId, ...body } = await kept.bodyWithTrail(1);
  const given = ['--organization', organizationId, '--before', '2021-04-01'];
  const cut = await kept.keep((retain) => retain(...given));
  if (cut.exitCode !== 0) throw new Error(cut.text);
  const reader = kept.service.clientWith(body.token);
  await record(reader, 1);
  await seal(reader);
  const file = await fileOf(reader, '/v1/audit-trail/export');
  await writeFile(work.path('export.jsonl'), file);
  return JSON.parse(file.toString('utf8').split('\n')[0] ?? '') as Head;
}

/** A file with a public key that a checkpoint tells, to be trusted. */
async function trust(name: string, publicKey: string): Promise<readonly string[]> {
  const der = Buffer.from(publicKey, 'base64');
  const key = createPublicKey({ key: der, type: 'spki', format: 'der' });
  await writeFile(work.path(name), key.export({ type: 'spki', format: 'pem' }));
  return ['--key', name];
}

function verify(...keys: readonly string[]): Promise<Answer> {
  return work.run(trailVerify, 'export.jsonl', ...keys);
}

describe('a cut trail, by trusted keys', () => {
  it('is whole only by both: the one that signed last and the one that sealed the cut', async () => {
    const { checkpoint, cut } = await exportedCut();
    const last = await trust('last.pem', checkpoint.publicKey);
    const sealing = await trust('sealing.pem', cut.sealed.publicKey);
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
    const neither = await trust('neither.pem', other.toString('base64'));

    expect(checkpoint.keyId).not.toBe(cut.sealed.keyId);
    expect((await verify()).text).toContain('--key');
    const both = await verify(...last, ...sealing);
    expect(both).toMatchObject({ exitCode: 0 });
    expect(both.text).toContain('証跡 0 から 4 までは、保存期間の満了により');
    expect(both.text).not.toContain('--key');
    for (const keys of [last, sealing, neither]) {
      const { exitCode, text } = await verify(...keys);
      expect(exitCode).toBe(1);
      expect(text).toContain('信頼する鍵で署名されていません');
    }
  });
});
