import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { pageOf, positionAfter, type Page } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type {
  CloudServiceLedgerLineDto,
  EntryLedgerQuery,
  SocialMediaLedgerLineDto,
} from './dto/entry-ledger.dto.js';
import { CLOUD_SERVICE_FORM, SOCIAL_MEDIA_FORM } from './entry-ledger-forms.js';
import {
  EntryLedgerRepository,
  type EntryFilter,
  type EntryRange,
} from './entry-ledger.repository.js';
import { batchesOf, ledgerFile, type LedgerFileFormat, type LedgerForm } from './ledger-file.js';

/** A ledger of approved services of the body, as pages and as a file. */
@Injectable()
abstract class EntryLedger<Line extends { readonly id: string }> {
  protected abstract readonly form: LedgerForm<Line>;

  constructor(
    private readonly transactor: Transactor,
    protected readonly ledger: EntryLedgerRepository,
    private readonly clock: BusinessClock,
  ) {}

  async page(caller: Caller, query: EntryLedgerQuery): Promise<Page<Line>> {
    const afterId = positionAfter(query)?.id;
    const lines = await this.lines(caller, query, { afterId, limit: query.limit + 1 });
    return pageOf(query, lines, {
      position: ({ id }) => ({ key: id, id }),
      item: (line) => line,
    });
  }

  /** The whole ledger. @throws LedgerTooLong */
  file(
    caller: Caller,
    query: EntryLedgerQuery,
    format: LedgerFileFormat,
    language: Language,
  ): Promise<StreamableFile> {
    const batches = batchesOf((afterId, limit) => this.lines(caller, query, { afterId, limit }));
    return ledgerFile(this.form, format, language, batches);
  }

  protected abstract read(
    tx: Tx,
    caller: Caller,
    filter: EntryFilter,
    range: EntryRange,
  ): Promise<Line[]>;

  private lines(
    caller: Caller,
    { status, engagementId }: EntryLedgerQuery,
    range: EntryRange,
  ): Promise<Line[]> {
    const filter = { today: this.clock.today(), status, engagementId };
    return this.transactor.read(caller, (tx) => this.read(tx, caller, filter, range));
  }
}

/** The ledger of approved cloud services (承認済みクラウドサービス台帳). */
@Injectable()
export class CloudServiceLedger extends EntryLedger<CloudServiceLedgerLineDto> {
  protected readonly form = CLOUD_SERVICE_FORM;

  protected read(
    ...where: Parameters<EntryLedgerRepository['cloudServices']>
  ): Promise<CloudServiceLedgerLineDto[]> {
    return this.ledger.cloudServices(...where);
  }
}

/** The register of social-media services (ソーシャルメディアサービス台帳). */
@Injectable()
export class SocialMediaLedger extends EntryLedger<SocialMediaLedgerLineDto> {
  protected readonly form = SOCIAL_MEDIA_FORM;

  protected read(
    ...where: Parameters<EntryLedgerRepository['socialMediaServices']>
  ): Promise<SocialMediaLedgerLineDto[]> {
    return this.ledger.socialMediaServices(...where);
  }
}
