import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ORGANIZATION_TYPES } from '../../organizations/index.js';
import { faultsOfForm, findPack, readPack, type Text } from '../../policies/index.js';
import {
  isLocalGovernmentCode,
  localGovernmentCodeFault,
} from '../../shared/domain/local-government-code.js';
import { compactNumber } from '../../shared/domain/japanese-text.js';
import { checked } from './check.js';
import { type Answer, argumentsOf, misused, Refused } from './command.js';
import { DEFAULT_PARENT } from './default-parent.js';
import { newPackFiles, SCHEMA_FILE } from './new-pack-files.js';
import { kindAt } from './pack-folder.js';

const FIRST_VERSION = '1';
const SCHEMA = fileURLToPath(new URL(`../../policies/${SCHEMA_FILE}`, import.meta.url));

const OPTIONS = {
  id: { type: 'string' },
  name: { type: 'string' },
  'name-en': { type: 'string' },
  type: { type: 'string' },
  code: { type: 'string' },
  extends: { type: 'string', default: DEFAULT_PARENT },
  help: { type: 'boolean' },
} as const;

const USAGE = `  npm run policy:new -- <folder> --id mytown --name 見本町 --name-en "Sample Town" --type town [--code 434043] [--extends ${DEFAULT_PARENT}]
  新しいパックのフォルダーをつくります。 Makes the folder of a new pack.
  --type: ${ORGANIZATION_TYPES.join(', ')}
  終了コード exit code: 0 作成した made, 2 何も書いていない nothing written`;

/** `npm run policy:new -- <folder> --id … --name … --name-en … --type …` */
export async function policyNew(given: readonly string[], calledIn: string): Promise<Answer> {
  const { values, positionals } = argumentsOf(given, OPTIONS, USAGE);
  if (values.help === true) return { exitCode: 0, text: USAGE };
  const wanted = wantedOf(values);
  const reasons = [...ofFolders(positionals), ...faultsOf(wanted)];
  if (reasons.length > 0) throw misused(USAGE, ...reasons);
  const folder = resolve(calledIn, String(positionals[0]));
  await refuseTaken(folder, `${wanted.id}@${FIRST_VERSION}`);
  const parent = await parentOf(folder, wanted.parentName);
  const { pack } = await readPack(parent);
  return made(folder, newPackFiles({ ...wanted, parent: pack }));
}

interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly type: string;
  readonly localGovernmentCode: string | undefined;
  readonly parentName: string;
}

function wantedOf(
  values: Readonly<Partial<Record<keyof typeof OPTIONS, string | boolean>>>,
): Wanted {
  const text = (option: keyof typeof OPTIONS): string => String(values[option] ?? '').trim();
  return {
    id: text('id'),
    name: text('name'),
    nameEn: text('name-en'),
    type: text('type'),
    localGovernmentCode: values.code === undefined ? undefined : compactNumber(text('code')),
    parentName: text('extends'),
  };
}

function ofFolders({ length }: readonly string[]): readonly Text[] {
  return length === 1
    ? []
    : [{ ja: 'つくるフォルダーを一つ指定してください。', en: 'name one folder to make' }];
}

function faultsOf(wanted: Wanted): readonly Text[] {
  const { id, type, localGovernmentCode: code } = wanted;
  const types: readonly string[] = ORGANIZATION_TYPES;
  const reasons: Text[] = [];
  if (faultsOfForm({ id }).length > 0) {
    reasons.push({
      ja: '--id は、空白や括弧のない文字・数字・_ . - で指定してください（例：mytown）。',
      en: '--id must be letters, digits, _ . and - without blanks, e.g. mytown',
    });
  }
  reasons.push(...faultsOfName('--name', wanted.name), ...faultsOfName('--name-en', wanted.nameEn));
  if (!types.includes(type)) {
    const list = types.join(', ');
    reasons.push({
      ja: `--type は次のいずれかです：${list}`,
      en: `--type must be one of: ${list}`,
    });
  }
  if (code !== undefined && !isLocalGovernmentCode(code)) {
    const { ja, en } = localGovernmentCodeFault(code);
    reasons.push({ ja: `--code：${ja}`, en: `--code: ${en}` });
  }
  if (faultsOfForm({ extends: wanted.parentName }).length > 0) {
    reasons.push({
      ja: `--extends は「id@版」の形で指定してください（例：${DEFAULT_PARENT}）。`,
      en: `--extends must be of the form id@version, e.g. ${DEFAULT_PARENT}`,
    });
  }
  return reasons;
}

/** Braces would name a word of the vocabulary. */
function faultsOfName(option: string, name: string): readonly Text[] {
  return /^[^{}\p{Cc}]{1,100}$/u.test(name)
    ? []
    : [
        {
          ja: `${option} は、改行や波括弧のない100文字以内の名前で指定してください。`,
          en: `${option} must be a name of at most 100 characters without line breaks and braces`,
        },
      ];
}

async function refuseTaken(folder: string, name: string): Promise<void> {
  const kind = await kindAt(folder);
  if (kind === 'file' || (kind === 'folder' && (await readdir(folder)).length > 0)) {
    throw new Refused([
      {
        ja: `「${folder}」は空のフォルダーではありません。何も書き込みませんでした。`,
        en: `"${folder}" is no empty folder; nothing was written`,
      },
    ]);
  }
  const other = await findPack(dirname(folder), name);
  if (other === undefined) return;
  throw new Refused([
    {
      ja: `パック「${name}」は「${other}」にもうあります。--id を変えてください。`,
      en: `the pack "${name}" stands in "${other}" already; choose another --id`,
    },
  ]);
}

async function parentOf(folder: string, name: string): Promise<string> {
  const parent = await findPack(dirname(folder), name);
  if (parent !== undefined) return parent;
  throw new Refused([
    {
      ja: `土台のパック「${name}」が、隣のフォルダーにも製品のパックにもありません。`,
      en: `the pack "${name}" to extend is neither beside the folder nor shipped`,
    },
  ]);
}

async function made(folder: string, files: ReadonlyMap<string, string>): Promise<Answer> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text, { flag: 'wx' });
  await copyFile(SCHEMA, join(folder, SCHEMA_FILE));
  const names = [...files.keys(), SCHEMA_FILE].map((name) => `  ${basename(folder)}/${name}`);
  const { exitCode, text } = await checked(folder);
  return { exitCode, text: ['次のファイルをつくりました。 Made:', ...names, '', text].join('\n') };
}
