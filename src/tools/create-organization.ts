import { isEmail } from 'class-validator';
import { parseArgs } from 'node:util';
import { createApp } from '../app.js';
import { trailSigningKey } from '../audit-trail/index.js';
import { Founding, ORGANIZATION_TYPES, type BodyPlan } from '../organizations/index.js';
import { accountSheet } from '../sample/index.js';
import { schemaWith } from '../schema.js';
import { readConfig } from '../shared/config/config.js';
import { calendarDate } from '../shared/domain/calendar-date.js';
import { DomainError, InvalidInput } from '../shared/domain/domain-error.js';
import { parseLocalGovernmentCode } from '../shared/domain/local-government-code.js';
import { openDatabase } from '../shared/persistence/database.js';

const USAGE = `使い方 Usage:
  npm run organization:create -- --name 見本町 --name-en "Sample Town" --type town \\
    --policy mytown@1 --admin-name "平野 智子" --admin-email hirano@mytown.example \\
    [--code 434043] [--published-on 2026-06-01]
  団体と、そのシステム管理担当者（一人目）をつくります。 Makes a body and its first administrator.
  --type: ${ORGANIZATION_TYPES.join(', ')}
  --policy: 読み込んだポリシーの id、又は id@version a loaded policy, or one of its versions
  --published-on: 公布の日から施行のポリシーでは要る needed where the policy is in force from its publication
`;

/** Creates a body that runs on a policy from today, with its first administrator. */
async function main(given: readonly string[]): Promise<void> {
  if (given.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  const plan = planOf(given);
  const config = readConfig(process.env);
  const database = await openDatabase(config.database, schemaWith(config.policyPacks));
  const app = await createApp(
    database,
    { signingKey: await trailSigningKey(config), files: config.files },
    false,
  );
  try {
    process.stdout.write(accountSheet(await app.get(Founding).found(plan)));
  } finally {
    await app.close();
    await database.close();
  }
}

function planOf(given: readonly string[]): BodyPlan {
  const { values } = parseArgs({
    args: [...given],
    options: {
      name: { type: 'string' },
      'name-en': { type: 'string' },
      type: { type: 'string' },
      code: { type: 'string' },
      policy: { type: 'string' },
      'published-on': { type: 'string' },
      'admin-name': { type: 'string' },
      'admin-email': { type: 'string' },
    },
  });
  const text = (option: Exclude<keyof typeof values, 'code' | 'published-on'>): string => {
    const value = values[option]?.trim() ?? '';
    if (value === '') throw misused(`--${option} がありません。`, `--${option} is missing`);
    return value;
  };
  const type = ORGANIZATION_TYPES.find((known) => known === values.type);
  if (type === undefined)
    throw misused('--type がないか、使えない値です。', '--type is missing or unknown');
  const email = text('admin-email');
  if (!isEmail(email))
    throw misused('--admin-email が正しくありません。', '--admin-email is no address');
  return {
    name: text('name'),
    nameEn: text('name-en'),
    type,
    localGovernmentCode: values.code === undefined ? null : parseLocalGovernmentCode(values.code),
    policy: text('policy'),
    ...(values['published-on'] !== undefined && {
      publishedOn: calendarDate(values['published-on']),
    }),
    settings: {},
    units: [],
    people: [{ name: text('admin-name'), email, posts: [{ roleId: 'administrator' }] }],
  };
}

function misused(ja: string, en: string): Error {
  return new Error(`${ja} (${en})\n${USAGE}`);
}

/** What a refusal says, in both languages, without a stack. */
function explanationOf(error: unknown): string {
  if (!(error instanceof DomainError)) return String(error);
  const texts =
    error instanceof InvalidInput ? error.faults.map(({ detail }) => detail) : [error.detail];
  return texts.map(({ ja, en }) => `${ja}\n${en}`).join('\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explanationOf(error)}\n`);
  process.exitCode = 1;
}
