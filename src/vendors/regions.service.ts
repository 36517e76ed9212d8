import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { Changed } from './announced-changes.js';
import { CloudServiceBooks } from './cloud-service-books.js';
import { regionChanges, type Region } from './domain/cloud-service.js';
import type { RegionsDto, RegionsQuery, ReplaceRegionsDto } from './dto/region.dto.js';
import { RegionsRepository, type RegionRow } from './regions.repository.js';

@Injectable()
export class RegionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: CloudServiceBooks,
    private readonly regions: RegionsRepository,
  ) {}

  /**
   * Replaces the regions as a whole from today on; those left out end, and what rests on them follows.
   * @throws NotFound, Stale
   */
  replace(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ReplaceRegionsDto,
  ): Promise<RegionsDto> {
    const wanted = body.items.map((item) => ({ providerRegion: null, ...item }));
    return this.transactor.write(caller, (tx) =>
      this.books.changes.around(tx, caller, id, () =>
        this.put(tx, caller, { id, expected, wanted }),
      ),
    );
  }

  /** The regions on a day, today if none is named. @throws NotFound */
  read(caller: Caller, id: string, query: RegionsQuery): Promise<RegionsDto> {
    const day = query.on ?? this.books.clock.today();
    return this.transactor.read(caller, async (tx) => {
      const { version } = await this.books.services.read(tx, caller, id);
      const rows = await this.regions.onDay(tx, caller, id, day);
      return { version, items: rows.map(shown) };
    });
  }

  private async put(
    tx: Tx,
    caller: Caller,
    { id, expected, wanted }: Replacement,
  ): Promise<Changed<RegionsDto>> {
    const today = this.books.clock.today();
    const service = await this.books.services.lock(tx, caller, id, expected);
    const before = await this.regions.onDay(tx, caller, id, today);
    const { ended, added } = regionChanges(before, wanted);
    await this.regions.end(
      tx,
      caller,
      ended.map((region) => region.id),
      today,
    );
    const rows = added.map((region) => ({
      ...region,
      id: uuidv7(),
      startedOn: today,
      endedOn: null,
    }));
    await this.regions.insert(tx, caller, id, rows);
    const { version } = await this.books.services.update(tx, caller, service);
    const after = await this.regions.onDay(tx, caller, id, today);
    const facts = { ended: ended.map(placeOf), added };
    const subject = { kind: 'cloud-service', id };
    const action = 'cloud-service.regions-replaced';
    await this.books.trail.append(tx, caller, { action, subject, before, after, facts });
    const reply = { version, items: after.map(shown) };
    return { reply, isOther: ended.length + added.length > 0 };
  }
}

/** What the regions of a cloud service are to be. */
interface Replacement {
  readonly id: string;
  readonly expected: ExpectedVersion;
  readonly wanted: readonly Region[];
}

function shown({ startedOn, endedOn, ...region }: RegionRow): RegionsDto['items'][number] {
  return { ...placeOf(region), startedOn, endedOn };
}

function placeOf({ country, providerRegion, use }: Region): Region {
  return { country, providerRegion, use };
}
