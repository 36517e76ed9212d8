import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { searchKey } from '../shared/domain/japanese-text.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { together, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { VendorLinked } from './domain/firm-link.errors.js';
import { isSuspendedOn } from './domain/vendor.js';
import type {
  ChangeVendorDto,
  ListVendorsQuery,
  RegisterVendorDto,
  VendorPageDto,
  VendorResponseDto,
} from './dto/vendor.dto.js';
import { FirmLinksRepository } from './firm-links.repository.js';
import { VendorsRepository, type VendorRow } from './vendors.repository.js';

const NOTHING = {
  corporateNumber: null,
  address: null,
  contactName: null,
  contactEmail: null,
  suspendedUntil: null,
};

@Injectable()
export class VendorsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly vendors: VendorsRepository,
    private readonly links: FirmLinksRepository,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws CorporateNumberTaken */
  register(caller: Caller, body: RegisterVendorDto): Promise<VendorResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const after = { id: uuidv7(), version: 1, ...NOTHING, ...body };
      const subject = { kind: 'vendor', id: after.id };
      await together([
        this.vendors.insert(tx, caller, after),
        this.trail.append(tx, caller, { action: 'vendor.registered', subject, after }),
      ]);
      return this.shown(after);
    });
  }

  /** @throws NotFound, Stale, CorporateNumberTaken, VendorLinked */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangeVendorDto,
  ): Promise<VendorResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.vendors.lock(tx, caller, id, expected);
      await this.refuseOtherFirm(tx, caller, before, body);
      const after = await this.vendors.update(tx, caller, { ...before, ...body });
      const subject = { kind: 'vendor', id };
      await this.trail.append(tx, caller, { action: 'vendor.changed', subject, before, after });
      return this.shown(after);
    });
  }

  /** @throws NotFound */
  async read(caller: Caller, id: string): Promise<VendorResponseDto> {
    const row = await this.transactor.read(caller, (tx) => this.vendors.read(tx, caller, id));
    return this.shown(row);
  }

  async list(caller: Caller, query: ListVendorsQuery): Promise<VendorPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.vendors.list(tx, caller, { ...query, limit: query.limit + 1 }, after),
    );
    return pageOf(query, rows, {
      position: ({ name, id }) => ({ key: searchKey(name), id }),
      item: (row) => this.shown(row),
    });
  }

  /** A linked vendor is the firm of its number. */
  private async refuseOtherFirm(
    tx: Tx,
    caller: Caller,
    { id, corporateNumber }: VendorRow,
    body: ChangeVendorDto,
  ): Promise<void> {
    const isOther = body.corporateNumber !== undefined && body.corporateNumber !== corporateNumber;
    if (isOther && (await this.links.isLive(tx, caller, id))) throw new VendorLinked();
  }

  private shown(row: VendorRow): VendorResponseDto {
    return { ...row, isSuspended: isSuspendedOn(row, this.clock.today()) };
  }
}
