import type { INestApplicationContext } from '@nestjs/common';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { TrailNotWhole, TrailRetention } from '../../audit-trail/index.js';
import { RetentionTerms, type RetentionDay } from '../../engagements/index.js';
import { isCalendarDate, type CalendarDate } from '../../shared/domain/calendar-date.js';
import type { Scope } from '../../shared/persistence/scope.js';
import { Transactor } from '../../shared/persistence/transactor.js';
import type { Tx } from '../../shared/persistence/tx.js';
import {
  argumentsOf,
  misused,
  Refused,
  sentence,
  type Answer,
  type Command,
} from '../policy/command.js';
import { ArchiveFile } from './archive-file.js';
import { explanationOf } from './explanations.js';

const USAGE = `  npm run trail:retain -- --organization <id> [--before YYYY-MM-DD] [--out <folder>] [--operator <name>] [--dry-run]
  保存期間（PATCH /v1/organization の trailRetentionYears）の満了した証跡を、チェックポイントまで切り離します。先に書庫（JSON Lines。
  npm run trail:verify で検証できます）へ書き出し、次に証跡から除き、そのことを証跡に記録して封印します。書庫は保存するか、廃棄の
  決裁に従って廃棄してください。終わっていない案件がある間は、その登録の日以後の証跡は残します。
  Cuts entries off a trail whose period of retention is over, up to a checkpoint: first they are written to an archive that
  trail:verify verifies, then they go, and a sealed entry tells of it.
  --before    この日（日本時間）より前の証跡に限る only entries made before this day in Japan
  --out       書庫を置くフォルダー（省くと今のフォルダー） folder of the archive, else the current one
  --operator  実施者の氏名（省くと OS の利用者名） who does it, else the user of the operating system
  --dry-run   何も変えずに、切り離せる範囲を示す only tells what would go`;

/** The service on the connection that owns the tables. */
export interface Keeper {
  readonly app: Pick<INestApplicationContext, 'get'>;
  close(): Promise<void>;
}

interface Request extends Scope {
  readonly before: CalendarDate | undefined;
  readonly operator: string;
  readonly folder: string;
  readonly isDryRun: boolean;
}

/** `npm run trail:retain -- --organization <id>` */
export function trailRetain(open: () => Promise<Keeper>): Command {
  return async (given, calledIn) => {
    if (given.includes('--help')) return { exitCode: 0, text: USAGE };
    const request = requestOf(given, calledIn);
    const keeper = await open();
    try {
      const transactor = keeper.app.get(Transactor);
      return await transactor.write({ organizationId: request.organizationId }, (tx) =>
        retained(keeper, tx, request),
      );
    } finally {
      await keeper.close();
    }
  };
}

async function retained({ app }: Keeper, tx: Tx, request: Request): Promise<Answer> {
  const terms = await app.get(RetentionTerms).of(tx, request);
  if (terms === undefined) throw new Refused([KEPT_FOR_EVER]);
  const before = dayOf(terms, request.before);
  const retention = app.get(TrailRetention);
  const range = await retention.cuttable(tx, request, before);
  if (range === undefined) return { exitCode: 0, text: sentence(nothing(before)) };
  const rows = [String(range.start), String(range.end - 1)] as const;
  if (request.isDryRun) return { exitCode: 0, text: sentence(wouldGo(rows, before)) };
  const name = `trail-${request.organizationId}-${rows[0]}-${rows[1]}.jsonl`;
  const archive = new ArchiveFile(resolve(request.folder, name));
  const order = { before, retentionYears: terms.years, operator: request.operator, archive };
  try {
    const { archiveSha256 } = await retention.cut(tx, request, range, order);
    return { exitCode: 0, text: sentence(gone(rows, archive.path, archiveSha256)) };
  } catch (error) {
    throw error instanceof TrailNotWhole ? notWhole(error) : error;
  } finally {
    await archive.drop();
  }
}

function requestOf(given: readonly string[], calledIn: string): Request {
  const text = { type: 'string' } as const;
  const options = { organization: text, before: text, out: text, operator: text } as const;
  const all = { ...options, 'dry-run': { type: 'boolean' } } as const;
  const { values, positionals } = argumentsOf(given, all, USAGE);
  const { organization = '', before, out = '.', operator = userInfo().username } = values;
  if (positionals.length > 0 || !UUID.test(organization)) {
    throw misused(USAGE, {
      ja: '--organization に団体の id を指定してください。',
      en: 'name a body',
    });
  }
  if (before !== undefined && !isCalendarDate(before)) {
    throw misused(USAGE, { ja: '--before は YYYY-MM-DD です。', en: '--before is YYYY-MM-DD' });
  }
  const folder = resolve(calledIn, out);
  const isDryRun = values['dry-run'] === true;
  return { organizationId: organization, before, operator, folder, isDryRun };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The day asked for, which must not be later than what must be kept. */
function dayOf({ day, isHeld }: RetentionDay, asked: CalendarDate | undefined): CalendarDate {
  if (asked === undefined || asked <= day) return asked ?? day;
  throw new Refused([
    isHeld
      ? {
          ja: `終わっていないか、終わって保存期間が満了していない案件があるため、${day} 以後の証跡は切り離せません。`,
          en: `entries from ${day} on are kept: an engagement is open, or was closed within the period`,
        }
      : {
          ja: `${day} 以後の証跡は保存期間が満了していません。`,
          en: `the period of retention is not over for entries from ${day} on`,
        },
  ]);
}

const KEPT_FOR_EVER = {
  ja: 'この団体の証跡には保存期間が定められていません（無期限）。PATCH /v1/organization の trailRetentionYears で定めてください。',
  en: 'this body keeps its trail for ever, or is unknown; it sets a period by trailRetentionYears (PATCH /v1/organization)',
};

type Rows = readonly [string, string];
type Told = Parameters<typeof sentence>[0];

function nothing(before: string): Told {
  return {
    ja: `${before} より前に、チェックポイントまで切り離せる証跡はありません。`,
    en: `there is nothing before ${before} to cut off up to a checkpoint`,
  };
}

function wouldGo([first, last]: Rows, before: string): Told {
  return {
    ja: `証跡 ${first} から ${last} まで（${before} より前）を切り離せます。何も変更していません。`,
    en: `rows ${first} to ${last} (before ${before}) would be cut off; nothing was changed`,
  };
}

function gone([first, last]: Rows, path: string, archiveSha256: string): Told {
  return {
    ja: `証跡 ${first} から ${last} までを切り離しました。書庫 ${path}、SHA-256 ${archiveSha256}`,
    en: `rows ${first} to ${last} were cut off into this archive`,
  };
}

function notWhole({ fault }: TrailNotWhole): Refused {
  const { ja, en } = explanationOf(fault);
  return new Refused([
    {
      ja: `証跡が封印された時のままではないため、切り離しません。何も変更していません。${ja}`,
      en: `the trail is not as it was sealed, so nothing was cut off: ${en}`,
    },
  ]);
}
