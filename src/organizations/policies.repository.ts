import { Injectable } from '@nestjs/common';
import type { Text } from '../policies/index.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';

/** A loaded policy version as one body sees it. */
export interface PolicyRow {
  id: string;
  packId: string;
  version: string;
  title: Text;
  contentHash: string;
  adoptable: boolean;
  adoptedFrom: string | null;
}

const SELECT = `
  SELECT v.id, v.pack_id AS "packId", v.version, v.content->'title' AS title,
    v.content_hash AS "contentHash", v.content ? 'body' AS adoptable,
    (SELECT min(a.effective_from) FROM policy_adoptions a
      WHERE a.organization_id = $1 AND a.policy_version_id = v.id) AS "adoptedFrom"
  FROM policy_versions v`;

@Injectable()
export class PoliciesRepository {
  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<PolicyRow> {
    const [row] = await execute<PolicyRow>(tx, {
      name: 'policy-read',
      text: `${SELECT} WHERE v.id = $2`,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  list(tx: Tx, scope: Scope, limit: number, after: Position | undefined): Promise<PolicyRow[]> {
    return execute(tx, {
      name: 'policy-list',
      text: `${SELECT} WHERE $2::uuid IS NULL OR v.id > $2 ORDER BY v.id LIMIT $3`,
      values: [scope.organizationId, after?.id ?? null, limit],
    });
  }
}
