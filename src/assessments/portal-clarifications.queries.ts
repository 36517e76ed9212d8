import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { ClarificationsRepository } from './clarifications.repository.js';
import type { CandidateClarificationPageDto } from './dto/clarification.dto.js';
import { VendorChecklistsRepository } from './vendor-checklists.repository.js';

/** Questions and answers as people of a firm read them: the shared checklist admits them to those of its procedure. */
@Injectable()
export class PortalClarificationsQueries {
  constructor(
    private readonly transactor: Transactor,
    private readonly checklists: VendorChecklistsRepository,
    private readonly clarifications: ClarificationsRepository,
  ) {}

  /** @throws NotFound */
  async list(
    caller: Caller,
    assessmentId: string,
    query: PageQuery,
  ): Promise<CandidateClarificationPageDto> {
    const page = { afterId: positionAfter(query)?.id, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, async (tx) => {
      const organizationId = await this.checklists.bodyOf(tx, caller, assessmentId);
      const body = { organizationId, firmId: caller.firmId };
      return this.transactor.inNameOf(tx, body, () =>
        this.clarifications.ofCandidate(tx, body, assessmentId, page),
      );
    });
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }
}
