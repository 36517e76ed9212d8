import { Injectable } from '@nestjs/common';
import { BodyPolicy } from '../organizations/index.js';
import type { Pack } from '../policies/index.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter, type Position } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import { standingOn } from './domain/report.js';
import type {
  ReportLedgerLineDto,
  ReportLedgerPageDto,
  ReportLedgerQuery,
} from './dto/report-ledger.dto.js';
import { ReportLedgerRepository, type LedgerRow } from './report-ledger.repository.js';

type Language = 'ja' | 'en';

/** What Excel opens without complaint. */
const LONGEST_FILE = 50_000;

/** The ledger of reports (定期報告台帳) of the body. */
@Injectable()
export class ReportLedger {
  constructor(
    private readonly transactor: Transactor,
    private readonly rows: ReportLedgerRepository,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  async page(
    caller: Caller,
    query: ReportLedgerQuery,
    language: Language,
  ): Promise<ReportLedgerPageDto> {
    const span = { year: query.fiscalYear, limit: query.limit + 1 };
    const lines = await this.lines(caller, span, language, positionAfter(query, isCalendarDate));
    return pageOf(query, lines, {
      position: ({ dueOn, id }) => ({ key: dueOn, id }),
      item: (line) => line,
    });
  }

  /** Every line, for a file. */
  all(
    caller: Caller,
    { fiscalYear }: ReportLedgerQuery,
    language: Language,
  ): Promise<ReportLedgerLineDto[]> {
    return this.lines(caller, { year: fiscalYear, limit: LONGEST_FILE }, language);
  }

  private lines(
    caller: Caller,
    { year, limit }: { readonly year: number | undefined; readonly limit: number },
    language: Language,
    after?: Position,
  ): Promise<ReportLedgerLineDto[]> {
    return this.transactor.read(caller, async (tx) => {
      const rows = await this.rows.lines(tx, caller, { ...fiscalYear(year), limit }, after);
      const packs = new Map<string, Pack>();
      for (const versionId of new Set(rows.map((row) => row.policyVersionId))) {
        packs.set(versionId, await this.bodyPolicy.pack(tx, versionId));
      }
      const today = this.clock.today();
      return rows.map((row) => lineOf(row, packs.get(row.policyVersionId), today, language));
    });
  }
}

function lineOf(
  { policyVersionId: _, ...row }: LedgerRow,
  pack: Pack | undefined,
  today: string,
  language: Language,
): ReportLedgerLineDto {
  const kind = pack?.reports.find(({ id }) => id === row.kind);
  const kindTitle = kind?.title[language] ?? row.kind;
  return { ...row, kindTitle, ...standingOn(today, row) };
}

function fiscalYear(year: number | undefined): { from: string | null; until: string | null } {
  if (year === undefined) return { from: null, until: null };
  return { from: `${String(year)}-04-01`, until: `${String(year + 1)}-03-31` };
}
