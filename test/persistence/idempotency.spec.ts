import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { OrgUnit } from '../../src/organizations/org-unit.entity.js';
import { Organization } from '../../src/organizations/organization.entity.js';
import type { Database } from '../../src/shared/persistence/database.js';
import {
  IdempotencyKeyReused,
  RequestInProgress,
  type IdempotencyClaim,
} from '../../src/shared/persistence/idempotency.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import type { Tx } from '../../src/shared/persistence/tx.js';
import { ownerRows, testDatabase } from '../support/database.js';

const organizationId = uuidv7();
const personId = uuidv7();
const isServer = 'url' in inject('template');

let database: Database;
let transactor: Transactor;

beforeAll(async () => {
  database = await testDatabase();
  transactor = new Transactor(database.dataSource);
  await transactor.write({ organizationId }, (tx) =>
    tx.insert(Organization, {
      id: organizationId,
      version: 1,
      name: '試験町',
      nameEn: 'Test Town',
      type: 'town',
    }),
  );
});
afterAll(() => database.close());
beforeEach(async () => {
  await ownerRows(database, 'DELETE FROM org_units');
  await ownerRows(database, 'DELETE FROM idempotency_keys');
});

function claim(part: Partial<IdempotencyClaim> = {}): IdempotencyClaim {
  const whole = { personId, operation: 'POST /v1/units', key: 'k', fingerprint: 'f' };
  return { ...whole, replayed: false, ...part };
}

function found(tx: Tx): Promise<unknown> {
  return tx.insert(OrgUnit, { organizationId, id: uuidv7(), name: '総務課' });
}

/** Founds a unit under a claim and answers with how many there are. */
function foundUnder(idempotency: IdempotencyClaim): Promise<{ units: number }> {
  return transactor.write({ organizationId, idempotency }, async (tx) => {
    await found(tx);
    return { units: await tx.count(OrgUnit) };
  });
}

function rowsOf(table: 'org_units' | 'idempotency_keys'): Promise<unknown[]> {
  return ownerRows(database, `SELECT FROM ${table}`);
}

describe('a claim', () => {
  it('is kept with its reply when the work is done', async () => {
    const again = claim();

    expect(await foundUnder(claim())).toEqual({ units: 1 });
    expect(await foundUnder(again)).toEqual({ units: 1 });
    expect(again.replayed).toBe(true);
    expect(await rowsOf('org_units')).toHaveLength(1);
  });

  it('keeps a reply that is nothing', async () => {
    const done = (): Promise<void> => Promise.resolve();
    await transactor.write({ organizationId, idempotency: claim() }, done);
    const again = claim();

    await transactor.write({ organizationId, idempotency: again }, done);

    expect(again.replayed).toBe(true);
  });

  it('leaves neither work nor reply when the work fails', async () => {
    const failing = transactor.write({ organizationId, idempotency: claim() }, async (tx) => {
      await found(tx);
      throw new Error('the process dies here');
    });

    await expect(failing).rejects.toThrow('the process dies here');
    expect(await rowsOf('org_units')).toEqual([]);
    expect(await rowsOf('idempotency_keys')).toEqual([]);
    expect(await foundUnder(claim())).toEqual({ units: 1 });
  });

  it('is refused for other content', async () => {
    await foundUnder(claim());

    await expect(foundUnder(claim({ fingerprint: 'other' }))).rejects.toThrow(IdempotencyKeyReused);
    expect(await rowsOf('org_units')).toHaveLength(1);
  });

  it.each([
    ['another person', { personId: uuidv7() }],
    ['another operation', { operation: 'POST /v1/vendors' }],
    ['another key', { key: 'K' }],
  ])('of %s is another', async (_, part) => {
    await foundUnder(claim());

    expect(await foundUnder(claim(part))).toEqual({ units: 2 });
  });

  it('is done once when the database asks for the work again', async () => {
    let attempts = 0;

    await transactor.write({ organizationId, idempotency: claim() }, async (tx) => {
      attempts += 1;
      await found(tx);
      if (attempts === 1) await tx.query(`DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40001'; END $$`);
    });

    expect(attempts).toBe(2);
    expect(await rowsOf('org_units')).toHaveLength(1);
    expect(await rowsOf('idempotency_keys')).toHaveLength(1);
  });

  it('is refused while the first is at work, or waits where there is one session', async () => {
    const second = claim();
    let begun: () => void = () => undefined;
    const atWork = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = transactor.write({ organizationId, idempotency: claim() }, async (tx) => {
      await found(tx);
      begun();
      await tx.query('SELECT pg_sleep(0.3)');
      return { units: 1 };
    });
    await atWork;

    if (isServer) {
      await expect(foundUnder(second)).rejects.toThrow(RequestInProgress);
    } else {
      expect(await foundUnder(second)).toEqual({ units: 1 });
      expect(second.replayed).toBe(true);
    }
    await first;
    expect(await rowsOf('org_units')).toHaveLength(1);
  });
});
