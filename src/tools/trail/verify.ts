import { createPublicKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import {
  ExportCheck,
  NotAnExport,
  type TrailFault,
  type Verdict,
} from '../../audit-trail/index.js';
import type { Text } from '../../policies/index.js';
import { argumentsOf, misused, Refused, sentence, type Answer } from '../policy/command.js';

const USAGE = `  npm run trail:verify -- <export.jsonl> [--key <public-key.pem>]...
  証跡の書き出し（GET /v1/audit-trail/export）を、ネットワークもデータベースも使わずに検証し、
  最初に改変・欠落・挿入・入れ替えのあった行を示します。
  Verifies an export of the trail offline and names the first row that was altered, is missing, was
  inserted or stands elsewhere.
  --key  信頼する公開鍵（PEM）。省くとファイル自身の鍵を信じます。
         a public key to trust (PEM); without it, the key in the file itself is believed
  終了コード exit code: 0 完全 whole, 1 完全でない not whole, 2 読めない not readable`;

/** `npm run trail:verify -- <export.jsonl>` */
export async function trailVerify(given: readonly string[], calledIn: string): Promise<Answer> {
  const options = { help: { type: 'boolean' }, key: { type: 'string', multiple: true } } as const;
  const { values, positionals } = argumentsOf(given, options, USAGE);
  if (values.help === true) return { exitCode: 0, text: USAGE };
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0) {
    throw misused(USAGE, { ja: '書き出しを一つ指定してください。', en: 'name one export' });
  }
  const keys = values.key ?? [];
  const trusted = await Promise.all(keys.map((path) => publicKeyIn(resolve(calledIn, path))));
  return answerTo(await verdictOn(resolve(calledIn, named), trusted), trusted.length > 0);
}

async function publicKeyIn(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8');
  return createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');
}

/** Reads the file once, a line at a time. */
async function verdictOn(path: string, trusted: readonly string[]): Promise<Verdict> {
  const check = new ExportCheck(trusted);
  const file = createReadStream(path, 'utf8');
  // The lines themselves end where the file cannot be read, without telling why.
  const failed = new Promise<never>((_, reject) => file.once('error', reject));
  try {
    await Promise.race([failed, takeAll(check, file)]);
    return check.verdict();
  } catch (error) {
    if (!(error instanceof NotAnExport)) throw error;
    throw new Refused([
      { ja: '証跡の書き出しではありません。', en: 'this is no export of a trail' },
    ]);
  } finally {
    file.destroy();
  }
}

async function takeAll(check: ExportCheck, file: NodeJS.ReadableStream): Promise<void> {
  for await (const line of createInterface({ input: file, crlfDelay: Infinity })) check.take(line);
}

function answerTo(verdict: Verdict, isTrusted: boolean): Answer {
  if (!verdict.whole) return { exitCode: 1, text: sentence(explanationOf(verdict.fault)) };
  const { treeSize, sealedAt, organizationId } = verdict.checkpoint;
  const rows = String(treeSize);
  const whole = sentence({
    ja: `証跡は完全です。${rows}行、${sealedAt} に封印、団体 ${organizationId}、鍵 ${verdict.keyId}`,
    en: `the trail is whole: ${rows} rows, sealed at ${sealedAt}`,
  });
  const believed = sentence({
    ja: '注意：ファイル自身の公開鍵で検証しました。--key で信頼する鍵を指定してください。',
    en: 'warning: verified by the key in the file itself; name a trusted one with --key',
  });
  return { exitCode: 0, text: [whole, ...(isTrusted ? [] : [believed])].join('\n') };
}

function explanationOf(fault: TrailFault): Text {
  const { ja, en } = EXPLANATIONS[fault.kind](fault);
  const line = String(fault.line);
  return { ja: `${line}行目：${ja}`, en: `line ${line}: ${en}` };
}

const EXPLANATIONS: Readonly<Record<TrailFault['kind'], (fault: TrailFault) => Text>> = {
  altered: (fault) => ({
    ja: `証跡 ${nameOf(fault)} が改変されています。`,
    en: `row ${nameOf(fault)} was altered`,
  }),
  missing: (fault) => ({
    ja: `証跡 ${nameOf(fault)} が欠落しています。`,
    en: `row ${nameOf(fault)} is missing`,
  }),
  inserted: (fault) => ({
    ja: `証跡 ${nameOf(fault)} は挿入されたものです。`,
    en: `row ${nameOf(fault)} was inserted`,
  }),
  reordered: (fault) => ({
    ja: `証跡 ${nameOf(fault)} の位置に、別の番号の行があります（順序の入れ替え）。`,
    en: `rows were reordered: ${nameOf(fault)} stands where another row belongs`,
  }),
  recomputed: (fault) => ({
    ja: `証跡 ${nameOf(fault)} から ${String(fault.last)} までのいずれかが、ハッシュ値とともに改変されています。`,
    en: `one of the rows from ${nameOf(fault)} to ${String(fault.last)} was altered together with its hash`,
  }),
  checkpoint: () => ({
    ja: 'チェックポイントが改変されているか、署名が正しくありません。',
    en: 'the checkpoint was altered or its signature is wrong',
  }),
  key: () => ({
    ja: '信頼する鍵で署名されていません。',
    en: 'the trail is not signed by a trusted key',
  }),
};

function nameOf({ index, id }: TrailFault): string {
  return id === undefined ? String(index) : `${String(index)} [${id}]`;
}
