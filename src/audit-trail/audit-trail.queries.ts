import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { execute, together, type Tx } from '../shared/persistence/tx.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { ENTRY_COLUMNS } from './entry-columns.js';
import { TrailCutsRepository, type CutMarker } from './trail-cuts.repository.js';
import type { ListTrailQuery, TrailCutDto, TrailEntryDto, TrailPageDto } from './dto/trail.dto.js';

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
  constructor(
    private readonly transactor: Transactor,
    private readonly cuts: TrailCutsRepository,
  ) {}

  async list(caller: Caller, query: ListTrailQuery): Promise<TrailPageDto> {
    const after = positionAfter(query);
    const [rows, marker] = await this.transactor.read(caller, (tx) =>
      together([this.rows(tx, caller, query, after?.id), this.cuts.newest(tx, caller)]),
    );
    const page = pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
    return { ...page, cut: marker === undefined ? null : described(marker) };
  }

  private rows(
    tx: Tx,
    { organizationId }: Scope,
    { subjectKind, subjectId, limit }: ListTrailQuery,
    below: string | undefined,
  ): Promise<TrailEntryDto[]> {
    return execute<TrailEntryDto & Record<string, unknown>>(tx, {
      name: 'audit-trail-list',
      text: LIST,
      values: [organizationId, subjectKind ?? null, subjectId ?? null, below ?? null, limit + 1],
    });
  }
}

function described({ recordedAt, facts }: CutMarker): TrailCutDto {
  const { treeSize: before, rootHash, sealedAt, archiveSha256 } = facts;
  return { before, rootHash, sealedAt, cutAt: recordedAt, archiveSha256 };
}
