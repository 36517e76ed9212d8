import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import { refuseEnded } from './domain/engagement.errors.js';
import { dataItemFaults } from './domain/engagement-input.js';
import { Dossiers } from './dossiers.js';
import type {
  ClassifyDataItemDto,
  DataItemListDto,
  DataItemResponseDto,
} from './dto/engagement.dto.js';
import { EngagementBooks } from './engagement-books.js';
import { refuse } from '../shared/domain/domain-error.js';

/** The information handled in an engagement and its classification. */
@Injectable()
export class DataItemsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: EngagementBooks,
    private readonly dossiers: Dossiers,
    private readonly clock: BusinessClock,
  ) {}

  /** Adds an item; the ledger follows its classification. @throws NotFound, Stale, InvalidInput */
  add(
    caller: Caller,
    engagementId: string,
    expected: ExpectedVersion,
    body: ClassifyDataItemDto,
  ): Promise<DataItemResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lock(tx, caller, engagementId, expected);
      refuseEnded(dossier.engagement.status);
      refuse(dataItemFaults(dossier.pack, body, '#'));
      const after = { ...body, id: uuidv7(), engagementId };
      await this.books.engagements.insertDataItems(tx, caller, [after]);
      await this.dossiers.reassess(tx, caller, dossier);
      const subject = { kind: 'data-item', id: after.id };
      await this.books.trail.append(tx, caller, { action: 'data-item.classified', subject, after });
      return after;
    });
  }

  /** Takes an item out; what it proved is void from today. @throws NotFound, Stale */
  end(caller: Caller, engagementId: string, id: string, expected: ExpectedVersion): Promise<void> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lock(tx, caller, engagementId, expected);
      refuseEnded(dossier.engagement.status);
      const { engagements, ledger, trail } = this.books;
      await engagements.endDataItem(tx, caller, { engagementId, id }, this.clock.today());
      await ledger.void(tx, caller, { kind: 'data-items', id }, 'data item ended');
      await this.dossiers.reassess(tx, caller, dossier);
      const subject = { kind: 'data-item', id };
      await trail.append(tx, caller, { action: 'data-item.ended', subject });
    });
  }

  /** @throws NotFound */
  list(caller: Caller, engagementId: string): Promise<DataItemListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.books.engagements.read(tx, caller, engagementId);
      return { items: await this.books.engagements.dataItems(tx, caller, engagementId) };
    });
  }
}
