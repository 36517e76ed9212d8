import { createPublicKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Text } from '../../policies/index.js';
import { ExportCheck, NotAnExport, type Verdict } from '../../audit-trail/index.js';
import { argumentsOf, misused, Refused, sentence, type Answer } from '../policy/command.js';
import { explanationOf } from './explanations.js';
import { gapBetween, whole, type TrailPart } from './trail-parts.js';

const USAGE = `  npm run trail:verify -- [<archive.jsonl>]... <export.jsonl> [--key <public-key.pem>]...
  証跡の書き出し（GET /v1/audit-trail/export）を、ネットワークもデータベースも使わずに検証し、
  最初に改変・欠落・挿入・入れ替えのあった行を示します。
  Verifies an export of the trail offline and names the first row that was altered, is missing, was
  inserted or stands elsewhere.
  保存期間の満了により切り離した証跡（npm run trail:retain の書庫）も、単独で、又は書き出しと併せて検証できます。
  Archives that trail:retain wrote are verified alone, or together with what is left.
  --key  信頼する公開鍵（PEM）。省くとファイル自身の鍵を信じます。
         a public key to trust (PEM); without it, the key in the file itself is believed
  終了コード exit code: 0 完全 whole, 1 完全でない not whole, 2 読めない not readable`;

/** `npm run trail:verify -- [<archive.jsonl>]... <export.jsonl>` */
export async function trailVerify(given: readonly string[], calledIn: string): Promise<Answer> {
  const options = { help: { type: 'boolean' }, key: { type: 'string', multiple: true } } as const;
  const { values, positionals } = argumentsOf(given, options, USAGE);
  if (values.help === true) return { exitCode: 0, text: USAGE };
  if (positionals.length === 0) {
    throw misused(USAGE, { ja: '書き出しを指定してください。', en: 'name an export' });
  }
  const keys = values.key ?? [];
  const trusted = await Promise.all(keys.map((path) => publicKeyIn(resolve(calledIn, path))));
  const parts: TrailPart[] = [];
  for (const name of positionals) {
    const verdict = await verdictOn(resolve(calledIn, name), trusted);
    if (!verdict.whole) return notWhole(name, verdict, positionals.length > 1);
    parts.push({ name, ...verdict });
  }
  const gap = gapBetween(parts);
  if (gap !== undefined) return { exitCode: 1, text: sentence(gap) };
  return {
    exitCode: 0,
    text: [whole(parts), ...(trusted.length > 0 ? [] : [BELIEVED])].join('\n'),
  };
}

async function publicKeyIn(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch((error: unknown) => refuseUnreadable(path, error));
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
    if (!(error instanceof NotAnExport)) refuseUnreadable(path, error);
    throw new Refused([
      { ja: '証跡の書き出しではありません。', en: 'this is no export of a trail' },
    ]);
  } finally {
    file.destroy();
  }
}

/** Names the file that cannot be read, and why; other errors pass. @throws Refused */
function refuseUnreadable(path: string, error: unknown): never {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = UNREADABLE[code];
  if (reason === undefined) throw error;
  throw new Refused([{ ja: `${reason.ja}：${path}`, en: `${reason.en}: ${path}` }]);
}

const UNREADABLE: Readonly<Partial<Record<string, Text>>> = {
  ENOENT: { ja: 'ファイルがありません', en: 'there is no such file' },
  EISDIR: { ja: 'ファイルではなくフォルダーです', en: 'this is a folder and no file' },
  EACCES: { ja: 'ファイルを読む権限がありません', en: 'this file may not be read' },
};

async function takeAll(check: ExportCheck, file: NodeJS.ReadableStream): Promise<void> {
  for await (const line of createInterface({ input: file, crlfDelay: Infinity })) check.take(line);
}

type Faulty = Extract<Verdict, { whole: false }>;

function notWhole(name: string, { fault }: Faulty, isOneOfMany: boolean): Answer {
  const text = sentence(explanationOf(fault));
  return { exitCode: 1, text: isOneOfMany ? `${name}: ${text}` : text };
}

const BELIEVED = sentence({
  ja: '注意：ファイル自身の公開鍵で検証しました。--key で信頼する鍵を指定してください。',
  en: 'warning: verified by the key in the file itself; name a trusted one with --key',
});
