import { Injectable, type StreamableFile } from '@nestjs/common';
import { BodyPolicy } from '../organizations/index.js';
import { highestClass, regimesFor, type InformationClass, type Pack } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import type {
  EngagementLedgerLineDto,
  EngagementLedgerPageDto,
  EngagementLedgerQuery,
} from './dto/engagement-ledger.dto.js';
import type { LedgerTermDto } from './dto/ledger.dto.js';
import {
  EngagementLedgerRepository,
  type EngagementLedgerRow,
} from './engagement-ledger.repository.js';
import { ENGAGEMENT_FORM } from './engagement-ledger-form.js';
import { batchesOf, ledgerFile, type LedgerFileFormat } from './ledger-file.js';

/** The ledger of outsourcing and cloud use (外部委託・クラウド利用台帳) of the body. */
@Injectable()
export class EngagementLedger {
  constructor(
    private readonly transactor: Transactor,
    private readonly ledger: EngagementLedgerRepository,
    private readonly bodyPolicy: BodyPolicy,
    private readonly clock: BusinessClock,
  ) {}

  async page(
    caller: Caller,
    query: EngagementLedgerQuery,
    language: Language,
  ): Promise<EngagementLedgerPageDto> {
    const page = { afterId: positionAfter(query)?.id, limit: query.limit + 1 };
    return pageOf(query, await this.lines(caller, query, language, page), {
      position: ({ id }) => ({ key: id, id }),
      item: (line) => line,
    });
  }

  /** The whole ledger. @throws LedgerTooLong */
  file(
    caller: Caller,
    query: EngagementLedgerQuery,
    format: LedgerFileFormat,
    language: Language,
  ): Promise<StreamableFile> {
    const batches = batchesOf((afterId, limit) =>
      this.lines(caller, query, language, { afterId, limit }),
    );
    return ledgerFile(ENGAGEMENT_FORM, format, language, batches);
  }

  private lines(
    caller: Caller,
    { status, unitId, fiscalYear }: EngagementLedgerQuery,
    language: Language,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<EngagementLedgerLineDto[]> {
    const span = fiscalYear === undefined ? undefined : spanOf(fiscalYear);
    const filter = { today: this.clock.today(), status, unitId, span };
    return this.transactor.read(caller, async (tx) => {
      const rows = await this.ledger.lines(tx, caller, filter, page);
      const packs = new Map<string, Pack>();
      for (const id of new Set(rows.map(({ policyVersionId }) => policyVersionId))) {
        packs.set(id, await this.bodyPolicy.pack(tx, id));
      }
      return rows.flatMap((row) => {
        const pack = packs.get(row.policyVersionId);
        return pack === undefined ? [] : [lineOf(row, pack, language)];
      });
    });
  }
}

function lineOf(
  { policyVersionId: _, facts, ...row }: EngagementLedgerRow,
  pack: Pack,
  language: Language,
): EngagementLedgerLineDto {
  const { classification, segments } = pack;
  const named = ({ id, label }: Pick<InformationClass, 'id' | 'label'>): LedgerTermDto => ({
    id,
    label: label[language],
  });
  const highest = (dimension: keyof typeof classification): LedgerTermDto | null => {
    const found = highestClass(classification[dimension], row[dimension]);
    return found === undefined ? null : named(found);
  };
  const segment = segments.find(({ id }) => id === row.segment);
  return {
    ...row,
    confidentiality: highest('confidentiality'),
    integrity: highest('integrity'),
    availability: highest('availability'),
    segment: segment === undefined ? { id: row.segment, label: row.segment } : named(segment),
    regimes: regimesFor(pack, new Set(facts)).map(named),
  };
}

function spanOf(fiscalYear: number): { readonly from: string; readonly until: string } {
  return { from: `${String(fiscalYear)}-04-01`, until: `${String(fiscalYear + 1)}-03-31` };
}
