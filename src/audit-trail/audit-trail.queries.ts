import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { execute } from '../shared/persistence/tx.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { ENTRY_COLUMNS } from './entry-columns.js';
import type { ListTrailQuery, TrailEntryDto, TrailPageDto } from './dto/trail.dto.js';

const LIST = `
  SELECT ${ENTRY_COLUMNS}
  FROM audit_trail
  WHERE organization_id = $1
    AND ($2::text IS NULL OR subject_kind = $2)
    AND ($3::uuid IS NULL OR subject_id = $3)
    AND ($4::uuid IS NULL OR id < $4)
  ORDER BY id DESC
  LIMIT $5`;

@Injectable()
export class AuditTrailQueries {
  constructor(private readonly transactor: Transactor) {}

  async list(caller: Caller, query: ListTrailQuery): Promise<TrailPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      execute<TrailEntryDto>(tx, {
        name: 'audit-trail-list',
        text: LIST,
        values: [
          caller.organizationId,
          query.subjectKind ?? null,
          query.subjectId ?? null,
          after?.id ?? null,
          query.limit + 1,
        ],
      }),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }
}
