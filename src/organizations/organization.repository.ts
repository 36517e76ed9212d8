import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { OrganizationType } from './domain/organization-type.js';
import { Organization } from './organization.entity.js';

/** A body's own record. */
export type OrganizationRow = Omit<Organization, 'type'> & { readonly type: OrganizationType };

const READ = `SELECT organization_id AS id, version, name, name_en AS "nameEn", type,
    local_government_code AS "localGovernmentCode", trail_retention_years AS "trailRetentionYears",
    small_contract_limits AS "smallContractLimits"
  FROM organizations WHERE organization_id = $1`;

@Injectable()
export class OrganizationRepository {
  async insert(tx: Tx, row: Organization): Promise<Organization> {
    await tx.insert(Organization, { ...row });
    return row;
  }

  /** @throws NotFound */
  read(tx: Tx, scope: Scope): Promise<OrganizationRow> {
    return this.only(tx, scope, { name: 'organization-read', text: READ });
  }

  /** @throws NotFound, Stale */
  async lock(tx: Tx, scope: Scope, expected: ExpectedVersion): Promise<OrganizationRow> {
    expected.require();
    const text = `${READ} FOR UPDATE`;
    const row = await this.only(tx, scope, { name: 'organization-lock', text });
    expected.compare(row.version);
    return row;
  }

  async update(tx: Tx, { version, ...row }: OrganizationRow): Promise<OrganizationRow> {
    const { id, ...patch } = row;
    await tx.update(Organization, { id }, patch);
    return { ...row, version: version + 1 };
  }

  private async only(
    tx: Tx,
    scope: Scope,
    statement: { readonly name: string; readonly text: string },
  ): Promise<OrganizationRow> {
    const values = [scope.organizationId];
    const [row] = await execute<OrganizationRow>(tx, { ...statement, values });
    if (row === undefined) throw new NotFound();
    return row;
  }
}
