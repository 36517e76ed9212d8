import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { JoinedDutiesQuery, JoinedDutyPageDto } from './dto/joined-duty.dto.js';
import { JoinedDutiesRepository } from './joined-duties.repository.js';

/** What one person did of two acts that fall to two people, by whatever admits it: the list for the CISO. */
@Injectable()
export class JoinedDuties {
  constructor(
    private readonly transactor: Transactor,
    private readonly acts: JoinedDutiesRepository,
  ) {}

  /** The last act first. */
  async page(caller: Caller, query: JoinedDutiesQuery): Promise<JoinedDutyPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.acts.list(tx, caller, { ...query, limit: query.limit + 1 }, after),
    );
    return pageOf(query, rows, {
      position: ({ place, recordId }) => ({ key: place, id: recordId }),
      item: ({ place: _, ...item }) => item,
    });
  }
}
