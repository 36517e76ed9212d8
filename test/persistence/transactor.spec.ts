import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { OrgUnit } from '../../src/organizations/org-unit.entity.js';
import { Organization } from '../../src/organizations/organization.entity.js';
import { sha256Hex } from '../../src/shared/hashing.js';
import type { Database } from '../../src/shared/persistence/database.js';
import { OutsideTransaction, Transactor } from '../../src/shared/persistence/transactor.js';
import { execute, together, type Tx } from '../../src/shared/persistence/tx.js';
import { ownerRows, testDatabase } from '../support/database.js';

const organizationId = uuidv7();
const scope = { organizationId };
const isServer = 'url' in inject('template');

let database: Database;
let transactor: Transactor;

beforeAll(async () => {
  database = await testDatabase();
  transactor = new Transactor(database.dataSource);
  await transactor.write(scope, (tx) =>
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
beforeEach(() => ownerRows(database, 'DELETE FROM org_units'));

/** The two ways in which the product speaks to the database. */
const WAYS: readonly (readonly [string, (tx: Tx, text: string) => Promise<unknown>])[] = [
  [
    'a named statement',
    (tx, text) => execute(tx, { name: sha256Hex(text).slice(9), text, values: [] }),
  ],
  ['TypeORM', (tx, text) => tx.query(text)],
];

function found(tx: Tx, id: string): Promise<unknown> {
  return tx.insert(OrgUnit, { organizationId, id, name: '総務課' });
}

function units(): Promise<{ id: string; name: string }[]> {
  return ownerRows(database, 'SELECT id, name FROM org_units ORDER BY id');
}

describe('a unit of work', () => {
  it('returns what the work returns and keeps what it wrote', async () => {
    const id = uuidv7();

    const result = await transactor.write(scope, async (tx) => {
      await found(tx, id);
      return 'founded';
    });

    expect(result).toBe('founded');
    expect(await units()).toEqual([{ id, name: '総務課' }]);
  });

  it('leaves nothing when the work fails, and passes the failure on', async () => {
    const failure = new Error('in the middle');

    const attempt = transactor.write(scope, async (tx) => {
      await found(tx, uuidv7());
      throw failure;
    });

    await expect(attempt).rejects.toBe(failure);
    expect(await units()).toEqual([]);
  });

  it('gives its connection back when it fails', async () => {
    for (let round = 0; round < 12; round += 1) {
      await expect(transactor.write(scope, (tx) => tx.query('SELECT 1 / 0'))).rejects.toThrow();
    }

    expect(await transactor.read(scope, (tx) => tx.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  it('can repeat a named statement that failed when it was first run', async () => {
    const divide = (by: number): Promise<unknown> =>
      transactor.read(scope, (tx) =>
        execute(tx, { name: 'divide', text: 'SELECT 6 / $1::int AS result', values: [by] }),
      );

    for (let connection = 0; connection < 6; connection += 1) {
      await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
      expect(await divide(2)).toEqual([{ result: 3 }]);
    }
  });

  it('sees one snapshot when it only reads', async () => {
    const level = await transactor.read(scope, (tx) => tx.query('SHOW transaction_isolation'));

    expect(level).toEqual([{ transaction_isolation: 'repeatable read' }]);
  });

  it.each(WAYS)('is refused a write by %s when it only reads', async (_, run) => {
    const attempt = transactor.read(scope, (tx) => run(tx, `UPDATE org_units SET name = '別課'`));

    await expect(attempt).rejects.toMatchObject({ code: '25006' });
  });

  it('cannot turn a read into a write', async () => {
    const attempt = transactor.read(scope, (tx) => tx.query('SET TRANSACTION READ WRITE'));

    await expect(attempt).rejects.toMatchObject({ code: '25001' });
  });
});

describe('statements sent together', () => {
  const quotient = (tx: Tx, of: number, by: number): Promise<{ result: number }[]> =>
    execute(tx, {
      ...{ name: 'quotient', text: 'SELECT $1::int / $2::int AS result', values: [of, by] },
    });

  it('come back in their order', async () => {
    const results = await transactor.read(scope, (tx) =>
      together([quotient(tx, 6, 2), quotient(tx, 6, 3)]),
    );

    expect(results).toEqual([[{ result: 3 }], [{ result: 2 }]]);
  });

  it('fail with the first that failed, not with what that did to the others', async () => {
    const attempt = transactor.write(scope, async (tx) => {
      await found(tx, uuidv7());
      await together([quotient(tx, 6, 2), quotient(tx, 6, 0), quotient(tx, 6, 3)]);
    });

    await expect(attempt).rejects.toMatchObject({ code: '22012' });
    expect(await units()).toEqual([]);
  });
});

describe('a lost race', () => {
  describe.each(WAYS)('told by %s', (_, run) => {
    it.each(['40001', '40P01'])('is run again after %s until it succeeds', async (state) => {
      let attempts = 0;

      await transactor.write(scope, async (tx) => {
        attempts += 1;
        await found(tx, uuidv7());
        if (attempts < 3) await run(tx, raising(state));
      });

      expect(attempts).toBe(3);
      expect(await units()).toHaveLength(1);
    });

    it('is given up after the third attempt', async () => {
      let attempts = 0;

      const attempt = transactor.write(scope, async (tx) => {
        attempts += 1;
        await found(tx, uuidv7());
        await run(tx, raising('40001'));
      });

      await expect(attempt).rejects.toMatchObject({ code: '40001' });
      expect(attempts).toBe(3);
      expect(await units()).toEqual([]);
    });

    it('is not confused with any other failure', async () => {
      let attempts = 0;

      const attempt = transactor.write(scope, async (tx) => {
        attempts += 1;
        await run(tx, raising('23505'));
      });

      await expect(attempt).rejects.toMatchObject({ code: '23505' });
      expect(attempts).toBe(1);
    });

    it('of two units of work locking two rows in opposite order lets both finish', async () => {
      const [first, second] = [uuidv7(), uuidv7()];
      await transactor.write(scope, async (tx) => {
        await found(tx, first);
        await found(tx, second);
      });
      const events: string[] = [];
      const bothHoldOne = isServer ? meeting(2) : (): Promise<void> => Promise.resolve();
      const crossing = (name: string, order: readonly string[]): Promise<void> =>
        transactor.write(scope, async (tx) => {
          events.push(`${name} begins`);
          for (const id of order) {
            await run(tx, `UPDATE org_units SET name = name || '${name}' WHERE id = '${id}'`);
            await bothHoldOne();
          }
          events.push(`${name} ends`);
        });

      await Promise.all([crossing('甲', [first, second]), crossing('乙', [second, first])]);

      const [one, other] = await units();
      expect([one?.name, other?.name]).toEqual([
        expect.stringMatching(/^総務課(甲乙|乙甲)$/),
        expect.stringMatching(/^総務課(甲乙|乙甲)$/),
      ]);
      if (isServer) {
        const begun = events.filter((event) => event.endsWith('begins'));
        expect(begun.length).toBeGreaterThan(2);
      } else {
        expect(events).toEqual(['甲 begins', '甲 ends', '乙 begins', '乙 ends']);
      }
    });
  });
});

describe('a query beside the open transaction', () => {
  const BESIDE: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a query of the data source', () => database.dataSource.query('SELECT 1')],
    ['a find of its manager', () => database.dataSource.manager.find(OrgUnit)],
    ['another unit of work', () => transactor.write(scope, () => Promise.resolve())],
    ['another read', () => transactor.read(scope, () => Promise.resolve())],
  ];

  it.each(BESIDE)('is refused at once: %s', async (_, query) => {
    const started = performance.now();

    await expect(transactor.write(scope, query)).rejects.toBeInstanceOf(OutsideTransaction);
    await expect(transactor.read(scope, query)).rejects.toBeInstanceOf(OutsideTransaction);

    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each(BESIDE)('is allowed again when the transaction is over: %s', async (_, query) => {
    await transactor.write(scope, () => Promise.resolve());

    await expect(query()).resolves.not.toThrow();
  });
});

function raising(state: string): string {
  return `DO $$ BEGIN RAISE EXCEPTION 'as if' USING ERRCODE = '${state}'; END $$`;
}

/** Resolves when so many have come; who comes later does not wait. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => undefined;
  const everyone = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= size) open();
    return everyone;
  };
}

describe('a part in the name of another owner', () => {
  const named = async (tx: Tx): Promise<unknown> =>
    tx.query(`SELECT current_setting('app.org') AS org, current_setting('app.firm') AS firm`);
  const firm = { organizationId, firmId: organizationId };
  const asBefore = [{ org: organizationId, firm: organizationId }];

  it('leaves the owner of the unit of work as it was, however deep', async () => {
    const names = await transactor.write(firm, async (tx) => {
      const [outer, inner] = [{ organizationId: uuidv7() }, { organizationId: uuidv7() }];
      const within = await transactor.inNameOf(tx, outer, async () => {
        await transactor.inNameOf(tx, inner, () => named(tx));
        return named(tx);
      });
      expect(within).toEqual([{ org: outer.organizationId, firm: '' }]);
      return named(tx);
    });

    expect(names).toEqual(asBefore);
  });

  it('does so where it is refused and the work goes on', async () => {
    const names = await transactor.write(firm, async (tx) => {
      const refused = transactor.inNameOf(tx, { organizationId: uuidv7() }, () =>
        Promise.reject(new Error('refused')),
      );
      await expect(refused).rejects.toThrow('refused');
      return named(tx);
    });

    expect(names).toEqual(asBefore);
  });

  it('fails with what made the transaction fail', async () => {
    const failing = transactor.write(firm, (tx) =>
      transactor.inNameOf(tx, { organizationId: uuidv7() }, () => tx.query('SELECT 1 / 0')),
    );

    await expect(failing).rejects.toMatchObject({ driverError: { code: '22012' } });
  });
});
