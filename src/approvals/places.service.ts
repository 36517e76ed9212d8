import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ServicePlaces } from '../vendors/index.js';
import { ApprovalBooks } from './approval-books.js';
import { ApprovedCloudServicesRepository } from './approved-cloud-services.repository.js';
import type { EngagementPlacesDto } from './dto/place.dto.js';

/** Where the information of an engagement is handled (9(2)③オ, 9(2)③ク(イ)). */
@Injectable()
export class PlacesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ApprovalBooks,
    private readonly entries: ApprovedCloudServicesRepository,
    private readonly places: ServicePlaces,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotFound */
  read(caller: Caller, engagementId: string): Promise<EngagementPlacesDto> {
    return this.transactor.read(caller, async (tx) => {
      const dossier = await this.books.dossiers.read(tx, caller, engagementId);
      const items = await this.books.dossiers.dataItems(tx, caller, dossier);
      const classes = [...new Set(items.map(({ confidentiality }) => confidentiality))].sort();
      const read = { classes, day: this.clock.today() };
      const services: EngagementPlacesDto['services'] = [];
      for (const cloudServiceId of await this.entries.servicesOf(tx, caller, engagementId)) {
        const found = await this.places.of(tx, caller, cloudServiceId, read);
        services.push({ cloudServiceId, ...found });
      }
      return { classes, services };
    });
  }
}
