import { types, type CustomTypesConfig, type PoolClient } from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/** The role the application works as: not the owner of the tables, never a superuser. */
export const APPLICATION_ROLE = 'mitodoke_app';

/** The connection that owns the tables. */
export type OwnerConnection = DataSource;

/** The classes of the migrations, oldest first. */
export type MigrationClasses = readonly (new () => MigrationInterface)[];

/** The classes of the tables. */
export type EntityClasses = readonly (new () => object)[];

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Where a database is reached: a URL, or the socket folder of the embedded one. */
export type Address = { readonly url: string } | { readonly socketFolder: string };

const { DATE, INT8, TIMESTAMP, TIMESTAMPTZ } = types.builtins;

/** A date read as a Date shifts by a day in Japan, so dates and instants come as text. */
const TYPE_PARSERS: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    [DATE, INT8, TIMESTAMP, TIMESTAMPTZ].includes(oid)
      ? String
      : (types.getTypeParser(oid, format) as (value: string) => unknown),
};

/** The connection that owns the tables: migrations and nothing else. */
export function ownerDataSource(
  address: Address,
  entities: EntityClasses,
  migrations: MigrationClasses,
): DataSource {
  return new DataSource({
    ...base(address, 2),
    entities: [...entities],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    extra: extra(address, []),
  });
}

/** The connections of the application, each held to the application role from its first moment. */
export function applicationDataSource(
  address: Address,
  entities: EntityClasses,
  poolSize: number,
): DataSource {
  return new DataSource({
    ...base(address, 'url' in address ? poolSize : 1),
    entities: [...entities],
    extra: extra(address, [`SET ROLE ${APPLICATION_ROLE}`]),
  });
}

function base(address: Address, poolSize: number): PostgresOptions {
  return {
    type: 'postgres',
    ...('url' in address
      ? { url: address.url }
      : { host: address.socketFolder, username: 'postgres', database: 'postgres' }),
    poolSize,
    connectTimeoutMS: 10_000,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    logging: false,
  };
}

function extra(address: Address, onConnect: readonly string[]): Record<string, unknown> {
  return {
    types: TYPE_PARSERS,
    pipeline: true,
    // Named statements do not survive a reconnect on the embedded database, so it never idles out.
    ...('url' in address ? {} : { idleTimeoutMillis: 0 }),
    onConnect: async (client: PoolClient) => {
      // The embedded database has one session, which keeps what the connection before it set.
      for (const statement of ['DISCARD ALL', `SET TIME ZONE 'UTC'`, ...onConnect]) {
        await client.query(statement);
      }
    },
  };
}
