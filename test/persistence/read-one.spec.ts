import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Organization } from '../../src/organizations/organization.entity.js';
import type { Database } from '../../src/shared/persistence/database.js';
import { OutsideTransaction, Transactor } from '../../src/shared/persistence/transactor.js';
import type { Statement } from '../../src/shared/persistence/tx.js';
import { testDatabase } from '../support/database.js';

const towns = [uuidv7(), uuidv7()] as const;
const EVERY_TOWN: Statement = {
  name: 'every-town',
  text: 'SELECT organization_id AS id FROM organizations',
  values: [],
};

let database: Database;
let transactor: Transactor;

beforeAll(async () => {
  database = await testDatabase();
  transactor = new Transactor(database.dataSource);
  for (const id of towns) {
    await transactor.write({ organizationId: id }, (tx) =>
      tx.insert(Organization, { id, version: 1, name: '町', nameEn: 'Town', type: 'town' }),
    );
  }
});
afterAll(() => database.close());

describe('a read in one round trip', () => {
  it('sees the rows of its owner only, however many run at once', async () => {
    const owners = Array.from({ length: 40 }, (_, at) => towns[at % 2] ?? '');

    const seen = await Promise.all(
      owners.map((organizationId) =>
        transactor.readOne<{ id: string }>({ organizationId }, EVERY_TOWN),
      ),
    );

    expect(seen).toEqual(owners.map((id) => [{ id }]));
  });

  it('leaves no owner behind on the connection', async () => {
    await transactor.readOne({ organizationId: towns[0] }, EVERY_TOWN);

    expect(await database.dataSource.query('SELECT organization_id FROM organizations')).toEqual(
      [],
    );
  });

  it('fails with the error of the statement and leaves the connection usable', async () => {
    const broken = { name: 'broken', text: 'SELECT 1 / $1::int', values: [0] };

    await expect(transactor.readOne({ organizationId: towns[0] }, broken)).rejects.toMatchObject({
      code: '22012',
    });
    expect(await transactor.readOne({ organizationId: towns[1] }, EVERY_TOWN)).toEqual([
      { id: towns[1] },
    ]);
  });

  it('cannot write', async () => {
    const write = {
      name: 'write',
      text: 'UPDATE organizations SET name = $1',
      values: ['改名'],
    };

    await expect(transactor.readOne({ organizationId: towns[0] }, write)).rejects.toMatchObject({
      code: '25006',
    });
  });

  it('is refused beside an open transaction', async () => {
    const scope = { organizationId: towns[0] };

    await expect(
      transactor.write(scope, () => transactor.readOne(scope, EVERY_TOWN)),
    ).rejects.toBeInstanceOf(OutsideTransaction);
  });

  it('takes no owner that is not an id', async () => {
    await expect(
      transactor.readOne({ organizationId: `'; SELECT 1; --` }, EVERY_TOWN),
    ).rejects.toThrow('An owner is named by a UUID');
  });
});
