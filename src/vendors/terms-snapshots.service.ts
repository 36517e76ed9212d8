import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import { isCalendarDate } from '../shared/domain/calendar-date.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import { sha256Hex } from '../shared/hashing.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { Changed } from './announced-changes.js';
import { CloudServiceBooks } from './cloud-service-books.js';
import type {
  TakeTermsSnapshotDto,
  TermsSnapshotDto,
  TermsSnapshotPageDto,
  TermsSnapshotTextDto,
} from './dto/terms-snapshot.dto.js';
import type { TermsSnapshot } from './terms-snapshot.entity.js';
import { TermsSnapshotsRepository, type SnapshotKey } from './terms-snapshots.repository.js';

@Injectable()
export class TermsSnapshotsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: CloudServiceBooks,
    private readonly snapshots: TermsSnapshotsRepository,
  ) {}

  /**
   * Keeps the terms as they read on a day. Where they read otherwise than before, what rests on them
   * follows. @throws NotFound, InvalidInput
   */
  take(caller: Caller, serviceId: string, body: TakeTermsSnapshotDto): Promise<TermsSnapshotDto> {
    refuseFuture(body.takenOn, this.books.clock.today());
    const content = { ...NOT_NOTED, ...body, contentHash: hashOf(body) };
    return this.transactor.write(caller, (tx) =>
      this.books.changes.around(tx, caller, serviceId, () =>
        this.keep(tx, caller, serviceId, content),
      ),
    );
  }

  /** @throws NotFound */
  read(caller: Caller, key: SnapshotKey): Promise<TermsSnapshotTextDto> {
    return this.transactor.read(caller, async (tx) => ({
      ...(await this.snapshots.read(tx, caller, key)),
      text: await this.snapshots.textOf(tx, caller, key),
    }));
  }

  /** @throws NotFound */
  async list(caller: Caller, serviceId: string, query: PageQuery): Promise<TermsSnapshotPageDto> {
    const page = { after: positionAfter(query, isCalendarDate), limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, async (tx) => {
      await this.books.services.read(tx, caller, serviceId);
      return this.snapshots.list(tx, caller, serviceId, page);
    });
    return pageOf(query, rows, {
      position: ({ takenOn, id }) => ({ key: takenOn, id }),
      item: (row) => row,
    });
  }

  private async keep(
    tx: Tx,
    caller: Caller,
    cloudServiceId: string,
    content: SnapshotContent,
  ): Promise<Changed<TermsSnapshotDto>> {
    await this.books.services.lockNow(tx, caller, cloudServiceId);
    const key = { cloudServiceId, id: uuidv7() };
    await this.snapshots.insert(tx, caller, { ...content, ...key });
    const after = await this.snapshots.read(tx, caller, key);
    const { contentHash, differsFromPrevious } = after;
    await this.books.trail.append(tx, caller, {
      action: 'terms-snapshot.taken',
      subject: { kind: 'terms-snapshot', id: after.id },
      after,
      facts: { cloudServiceId, contentHash, differsFromPrevious },
    });
    return { reply: after, isOther: differsFromPrevious === true };
  }
}

const NOT_NOTED = {
  text: null,
  governingLaw: null,
  jurisdiction: null,
  notifiesForeignDemands: null,
};

/** What a snapshot keeps of the terms. */
type SnapshotContent = Omit<TermsSnapshot, 'organizationId' | 'id' | 'cloudServiceId'>;

function refuseFuture(takenOn: string, today: string): void {
  if (takenOn <= today) return;
  throw new InvalidInput([
    {
      pointer: '#/takenOn',
      detail: { ja: '本日までの日付を指定してください。', en: 'It must not be in the future.' },
    },
  ]);
}

/** @throws InvalidInput where there is neither text nor hash, or the two do not go together */
function hashOf({ text = null, contentHash = null }: TakeTermsSnapshotDto): string {
  const hash = text === null ? contentHash : sha256Hex(text);
  if (hash !== null && (contentHash ?? hash) === hash) return hash;
  throw new InvalidInput([
    {
      pointer: '#/contentHash',
      detail: {
        ja: '本文か、本文（UTF-8）の SHA-256 を指定してください。両方のときは一致が必要です。',
        en: 'Give the text or its SHA-256 (UTF-8); where both are given they must agree.',
      },
    },
  ]);
}
