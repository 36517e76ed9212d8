import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { FirmHasAccount } from './domain/firm.errors.js';
import { Firm } from './firm.entity.js';

/** A firm as its own account tells it. */
export interface FirmRow {
  readonly id: string;
  readonly name: string;
  readonly corporateNumber: string | null;
}

/** A firm, and who of it agrees to something. */
export interface FirmParty {
  readonly firm: FirmRow;
  readonly acceptedBy: { readonly id: string; readonly name: string; readonly email: string };
}

const COLUMNS = `f.organization_id AS id, o.name, f.corporate_number AS "corporateNumber"`;

const READ = `SELECT ${COLUMNS}
  FROM firms f JOIN organizations o USING (organization_id) WHERE f.organization_id = $1`;

const PARTY = `SELECT ${COLUMNS}, h.name AS "byName", h.email AS "byEmail"
  FROM firms f JOIN organizations o USING (organization_id) JOIN people h USING (organization_id)
  WHERE f.organization_id = $1 AND h.id = $2`;

@Injectable()
export class FirmsRepository {
  /** @throws FirmHasAccount */
  async insert(tx: Tx, { organizationId }: Scope, corporateNumber: string | null): Promise<void> {
    if (corporateNumber !== null) {
      const kept = await execute(tx, {
        name: 'firm-number-insert',
        text: `INSERT INTO firm_numbers (corporate_number, firm_id) VALUES ($1, $2)
               ON CONFLICT DO NOTHING RETURNING firm_id`,
        values: [corporateNumber, organizationId],
      });
      if (kept.length === 0) throw new FirmHasAccount();
    }
    await tx.insert(Firm, { organizationId, corporateNumber });
  }

  /** @throws NotFound */
  async read(tx: Tx, { organizationId }: Scope): Promise<FirmRow> {
    const values = [organizationId];
    const [row] = await execute<FirmRow & Record<string, unknown>>(tx, {
      name: 'firm-read',
      text: READ,
      values,
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The firm, and who of it acts, as the other side of an agreement is to know them. @throws NotFound */
  async party(tx: Tx, { organizationId }: Scope, personId: string): Promise<FirmParty> {
    const [row] = await execute<FirmRow & { byName: string; byEmail: string }>(tx, {
      name: 'firm-party',
      text: PARTY,
      values: [organizationId, personId],
    });
    if (row === undefined) throw new NotFound();
    const { byName, byEmail, ...firm } = row;
    return { firm, acceptedBy: { id: personId, name: byName, email: byEmail } };
  }

  /** Locks the account, so that what is asked of all its people stays true. @throws NotFound */
  async lock(tx: Tx, { organizationId }: Scope): Promise<FirmRow> {
    const [row] = await execute<FirmRow & Record<string, unknown>>(tx, {
      name: 'firm-lock',
      text: `${READ} FOR UPDATE OF o`,
      values: [organizationId],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }
}
