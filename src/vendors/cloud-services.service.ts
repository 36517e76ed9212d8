import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import { searchKey } from '../shared/domain/japanese-text.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { CloudServicesRepository } from './cloud-services.repository.js';
import { faultsOf } from './domain/cloud-service.js';
import type {
  ChangeCloudServiceDto,
  CloudServiceDto,
  CloudServicePageDto,
  ListCloudServicesQuery,
  RegisterCloudServiceDto,
} from './dto/cloud-service.dto.js';
import { namedInBody } from './named-in-body.js';
import { VendorsRepository } from './vendors.repository.js';

const NOTHING = { edition: null, url: null, endedOn: null };

@Injectable()
export class CloudServicesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly services: CloudServicesRepository,
    private readonly vendors: VendorsRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws InvalidInput where the vendor is none of the body's, or the service contradicts itself */
  register(caller: Caller, body: RegisterCloudServiceDto): Promise<CloudServiceDto> {
    const insideLgwan = body.insideLgwan ?? body.serviceModel === 'lgwan-asp';
    return this.transactor.write(caller, async (tx) => {
      const given = { ...NOTHING, ...body, id: uuidv7(), insideLgwan };
      refuseFaults(given);
      const vendor = await namedInBody('#/vendorId', () =>
        this.vendors.read(tx, caller, body.vendorId),
      );
      const after = await this.services.insert(tx, caller, { ...given, vendorId: vendor.id });
      const subject = { kind: 'cloud-service', id: after.id };
      await this.trail.append(tx, caller, { action: 'cloud-service.registered', subject, after });
      return after;
    });
  }

  /** @throws NotFound, Stale, InvalidInput */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangeCloudServiceDto,
  ): Promise<CloudServiceDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.services.lock(tx, caller, id, expected);
      const insideLgwan = body.insideLgwan ?? before.insideLgwan;
      const given = { ...before, ...body, insideLgwan };
      refuseFaults(given);
      const after = await this.services.update(tx, caller, given);
      const subject = { kind: 'cloud-service', id };
      const action = 'cloud-service.changed';
      await this.trail.append(tx, caller, { action, subject, before, after });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<CloudServiceDto> {
    return this.transactor.read(caller, (tx) => this.services.read(tx, caller, id));
  }

  async list(caller: Caller, query: ListCloudServicesQuery): Promise<CloudServicePageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.services.list(tx, caller, { ...query, limit: query.limit + 1 }, after),
    );
    return pageOf(query, rows, {
      position: ({ name, id }) => ({ key: searchKey(name), id }),
      item: (row) => row,
    });
  }
}

function refuseFaults(service: Parameters<typeof faultsOf>[0]): void {
  const faults = faultsOf(service);
  refuse(faults);
}
