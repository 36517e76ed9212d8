import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealedRowHash, type SealedRow } from '../../src/audit-trail/domain/sealed-row.js';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { sha256 } from '../../src/shared/hashing.js';
import { trailVerify } from '../../src/tools/trail/verify.js';
import { fileOf } from '../register/files.js';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';
import { record, recordMany, seal, type Sealed } from '../trail/sealing.js';
import { WorkFolder } from './work-folder.js';

const EXPORT = '/v1/audit-trail/export';

let service: TestService;
let town: Town;
let auditor: Client;
let work: WorkFolder;
let last: Sealed;
/** Line 1 is the head; rows 0 to 4 stand on lines 2 to 6, a checkpoint on 7, rows 5 to 8 on 8 to 11, a checkpoint. */
let lines: string[];

beforeAll(async () => {
  service = await TestService.start();
  work = await WorkFolder.make();
  town = await service.town();
  auditor = await town.as('auditor');
  const clerk = await town.as('section-manager');
  await record(clerk, 5);
  await seal(auditor);
  await record(clerk, 4);
  last = await seal(auditor);
  lines = await exported(auditor);
});
afterAll(async () => {
  await service.stop();
  await work.remove();
});

async function exported(client: Client): Promise<string[]> {
  return (await fileOf(client, EXPORT)).toString('utf8').trimEnd().split('\n');
}

async function verify(
  content: readonly string[] | string,
  ...options: string[]
): Promise<{ exitCode: number; text: string }> {
  const text = typeof content === 'string' ? content : `${content.join('\n')}\n`;
  await writeFile(work.path('export.jsonl'), text);
  return work.run(trailVerify, 'export.jsonl', ...options);
}

/** Row of a number, as it was exported. */
function row(index: number): SealedRow & { leafHash: string } {
  const found = lines.map((line) => JSON.parse(line) as SealedRow & { leafHash: string });
  const wanted = found.find((line) => line.index === index);
  if (wanted === undefined) throw new Error(`No row ${String(index)}`);
  return wanted;
}

const lineOf = (index: number): number => lines.indexOf(canonicalJson(row(index)));

/** A row with a hash that fits what it says. */
function forged(index: number, change: Partial<SealedRow>): string {
  const { leafHash: _, ...said } = { ...row(index), ...change };
  const hash = Buffer.from(sealedRowHash(sha256, said)).toString('base64');
  return canonicalJson({ ...said, leafHash: hash });
}

/** The rows from a number on under a number further. */
function renumbered(from: number, by: number): string[] {
  return lines.map((text) => {
    const line = JSON.parse(text) as { index?: number };
    const isBehind = line.index !== undefined && line.index >= from;
    return isBehind ? canonicalJson({ ...line, index: Number(line.index) + by }) : text;
  });
}

async function keyFile(name: string, pem: string | Buffer): Promise<string> {
  await writeFile(work.path(name), pem);
  return name;
}

describe('an export as it was handed out', () => {
  it('is whole', async () => {
    const { exitCode, text } = await verify(lines);

    expect(text).toContain('証跡は完全です。9行');
    expect(text).toContain('the trail is whole: 9 rows');
    expect(text).toContain('--key');
    expect(exitCode).toBe(0);
  });

  it('holds every entry as the list tells it, in the order of sealing', async () => {
    const { items } = (await auditor.get('/v1/audit-trail?limit=200')).body;
    const rows = Array.from({ length: 9 }, (_, index) => row(index));

    expect(rows.map(({ organizationId: _, index: __, leafHash: ___, ...entry }) => entry)).toEqual(
      items.toReversed(),
    );
  });

  it('is whole by the key of the service, and not by another', async () => {
    const spki = Buffer.from(last.publicKey, 'base64');
    const own = createPublicKey({ key: spki, type: 'spki', format: 'der' });
    const other = generateKeyPairSync('ed25519').publicKey;
    const pem = { type: 'spki', format: 'pem' } as const;
    const trusted = await verify(lines, '--key', await keyFile('own.pem', own.export(pem)));
    const wrong = await verify(lines, '--key', await keyFile('other.pem', other.export(pem)));

    expect(trusted).toMatchObject({ exitCode: 0 });
    expect(trusted.text).not.toContain('--key');
    expect(wrong).toMatchObject({ exitCode: 1 });
    expect(wrong.text).toContain('信頼する鍵で署名されていません');
  });

  it('is whole over many windows, and after a person in it is deleted', async () => {
    const other = await service.town();
    const reader = await other.as('auditor');
    await recordMany(service, other, 1_234);
    await seal(reader);
    const before = await exported(reader);
    const { client, personId } = await other.someoneAs('section-manager');
    await record(client, 1);
    await seal(reader);
    for (const table of ['sessions', 'posts']) {
      await service.rows(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
    }
    await service.rows('DELETE FROM people WHERE id = $1', [personId]);
    const after = await exported(reader);

    expect(before).toHaveLength(1 + 1_234 + 1);
    expect(after.slice(1, -2)).toEqual(before.slice(1));
    expect(after.at(-2)).toContain(personId);
    expect(await verify(after)).toMatchObject({ exitCode: 0 });
  });

  it('is refused before anything is sealed', async () => {
    const reader = await (await service.town()).as('auditor');
    const { body } = await reader.get(EXPORT).expect(409);

    expect(body.type).toBe('urn:mitodoke:problem:trail.nothing-sealed');
  });
});

describe('an export that somebody changed', () => {
  const cases: readonly (readonly [string, () => readonly string[] | string, string, string])[] = [
    [
      'altered',
      () => lines.with(lineOf(3), canonicalJson({ ...row(3), action: 'x' })),
      '3 [',
      'altered',
    ],
    [
      'altered in a way that JSON hides',
      () => lines.with(lineOf(3), lines[lineOf(3)]?.replace('{', '{ ') ?? ''),
      '3',
      'altered',
    ],
    [
      'given another number',
      () => lines.with(lineOf(3), canonicalJson({ ...row(3), index: 30 })),
      '3 [',
      'altered',
    ],
    [
      'altered with its hash',
      () => lines.with(lineOf(6), forged(6, { action: 'x' })),
      '5 [',
      'to 8 was altered together',
    ],
    ['missing', () => lines.toSpliced(lineOf(3), 1), '3', 'is missing'],
    ['missing before a checkpoint', () => lines.toSpliced(lineOf(4), 1), '4', 'is missing'],
    [
      'missing, the others renumbered',
      () => renumbered(4, -1).toSpliced(lineOf(3), 1),
      '3',
      'is missing',
    ],
    ['missing at the end', () => lines.toSpliced(lineOf(8), 2), '8', 'is missing'],
    [
      'cut in the middle',
      () => lines.join('\n').slice(0, lines.slice(0, 6).join('\n').length - 40),
      '4',
      'is missing',
    ],
    [
      'inserted, hash and all',
      () => lines.toSpliced(lineOf(3), 0, forged(3, { action: 'x' })),
      '3 [',
      'was inserted',
    ],
    [
      'inserted with a hash that fits nothing',
      () => lines.toSpliced(lineOf(3), 0, canonicalJson({ ...row(3), action: 'x' })),
      '3 [',
      'was inserted',
    ],
    [
      'inserted, the others renumbered',
      () => renumbered(3, 1).toSpliced(lineOf(3), 0, forged(3, { action: 'x' })),
      '3 [',
      'was inserted',
    ],
    [
      'there twice',
      () => lines.toSpliced(lineOf(3), 0, lines[lineOf(3)] ?? ''),
      '4 [',
      'was inserted',
    ],
    ['inserted at the end', () => [...lines, forged(8, { index: 9 })], '9 [', 'was inserted'],
    [
      'a row of another body',
      () => lines.with(lineOf(2), forged(2, { organizationId: 'x' })),
      '2 [',
      'row',
    ],
    [
      'exchanged with the next',
      () => lines.with(lineOf(3), lines[lineOf(4)] ?? '').with(lineOf(4), lines[lineOf(3)] ?? ''),
      '3 [',
      'reordered',
    ],
    [
      'moved behind a checkpoint',
      () => lines.toSpliced(lineOf(4), 1).toSpliced(lineOf(6), 0, lines[lineOf(4)] ?? ''),
      '4',
      'reordered',
    ],
  ];

  it.each(cases)('is found: %s', async (_, tampered, named, word) => {
    const { exitCode, text } = await verify(tampered());

    expect(text).toContain(word);
    expect(text).toMatch(new RegExp(`証跡 ${named.replace('[', '\\[')}`));
    expect(exitCode).toBe(1);
  });

  it('names the row by its id and its line', async () => {
    const { text } = await verify(
      lines.with(lineOf(3), canonicalJson({ ...row(3), facts: {}, roles: ['x'] })),
    );

    expect(text).toBe(
      `5行目：証跡 3 [${row(3).id}] が改変されています。 (line 5: row 3 [${row(3).id}] was altered)`,
    );
  });

  it.each([
    ['its size', (text: string) => text.replace('"treeSize":9', '"treeSize":8')],
    ['its note', (text: string) => text.replace('\\n9\\n', '\\n8\\n')],
    ['its root', (text: string) => text.replace(/"rootHash":"./, '"rootHash":"_')],
    ['its key', (text: string) => text.replace(last.keyId, '0'.repeat(64))],
    [
      'its organization',
      (text: string) => text.replace('"organizationId":"', '"organizationId":"0'),
    ],
  ])('is found by its checkpoint: %s', async (_, change) => {
    const [head = '', ...others] = lines;
    const { exitCode, text } = await verify([change(head), ...others]);

    expect(text).toContain('the checkpoint was altered or its signature is wrong');
    expect(exitCode).toBe(1);
  });

  it('is found in the database itself', async () => {
    const other = await service.town();
    const reader = await other.as('auditor');
    const [, changed] = await record(await other.as('section-manager'), 3);
    await seal(reader);
    await service.rows(`UPDATE audit_trail SET facts = '{"x":1}' WHERE subject_id = $1`, [changed]);

    const { exitCode, text } = await verify(await exported(reader));

    expect(text).toContain('row 1 [');
    expect(exitCode).toBe(1);
  });
});
