import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import { CloudServiceLedgerRepository } from './cloud-service-ledger.repository.js';
import { CLOUD_SERVICE_FORM } from './cloud-service-ledger-form.js';
import type {
  CloudServiceLedgerLineDto,
  CloudServiceLedgerPageDto,
  CloudServiceLedgerQuery,
} from './dto/cloud-service-ledger.dto.js';
import { batchesOf, ledgerFile, type LedgerFileFormat } from './ledger-file.js';

/** The ledger of approved cloud services (承認済みクラウドサービス台帳) of the body. */
@Injectable()
export class CloudServiceLedger {
  constructor(
    private readonly transactor: Transactor,
    private readonly ledger: CloudServiceLedgerRepository,
    private readonly clock: BusinessClock,
  ) {}

  async page(caller: Caller, query: CloudServiceLedgerQuery): Promise<CloudServiceLedgerPageDto> {
    const afterId = positionAfter(query)?.id;
    const lines = await this.lines(caller, query, afterId, query.limit + 1);
    return pageOf(query, lines, {
      position: ({ id }) => ({ key: id, id }),
      item: (line) => line,
    });
  }

  /** The whole ledger. @throws LedgerTooLong */
  file(
    caller: Caller,
    query: CloudServiceLedgerQuery,
    format: LedgerFileFormat,
    language: Language,
  ): Promise<StreamableFile> {
    const batches = batchesOf((afterId, limit) => this.lines(caller, query, afterId, limit));
    return ledgerFile(CLOUD_SERVICE_FORM, format, language, batches);
  }

  private lines(
    caller: Caller,
    { status, engagementId }: CloudServiceLedgerQuery,
    afterId: string | undefined,
    limit: number,
  ): Promise<CloudServiceLedgerLineDto[]> {
    const filter = { today: this.clock.today(), status, engagementId };
    return this.transactor.read(caller, (tx) =>
      this.ledger.lines(tx, caller, filter, { afterId, limit }),
    );
  }
}
