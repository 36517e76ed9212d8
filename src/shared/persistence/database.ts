import type { DataSource } from 'typeorm';
import type { DatabaseConfig } from '../config/config.js';
import {
  applicationDataSource,
  ownerDataSource,
  type Address,
  type EntityClasses,
  type MigrationClasses,
} from './data-source.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';

/** A migrated database, opened for the application. */
export interface Database {
  readonly dataSource: DataSource;
  /** Whether this start created the database, so that a sample may be put in. */
  readonly isNew: boolean;
  close(): Promise<void>;
}

/** What the product keeps in a database. */
export interface Schema {
  readonly entities: EntityClasses;
  readonly migrations: MigrationClasses;
  /** Loads what every database holds; run on the owner's connection and repeatable. */
  readonly loadReferenceData: (owner: DataSource) => Promise<void>;
}

/** Starts the embedded database where no server is named, migrates as owner, opens as application. */
export async function openDatabase(config: DatabaseConfig, schema: Schema): Promise<Database> {
  const embedded =
    config.kind === 'embedded' ? await startEmbeddedPostgres(config.folder) : undefined;
  try {
    const socketFolder = embedded?.socketFolder;
    const isNew = await migrated(addressOf(config, socketFolder, 'owner'), schema);
    const dataSource = await applicationOn(
      addressOf(config, socketFolder, 'application'),
      schema,
      config.kind === 'server' ? config.poolSize : 1,
    );
    return {
      dataSource,
      isNew,
      close: async () => {
        await dataSource.destroy();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Opens a migrated database on the connection that owns the tables, for what the application may not do. */
export async function openAsOwner(
  config: DatabaseConfig,
  schema: Schema,
): Promise<Pick<Database, 'dataSource' | 'close'>> {
  const embedded =
    config.kind === 'embedded' ? await startEmbeddedPostgres(config.folder) : undefined;
  const address = addressOf(config, embedded?.socketFolder, 'owner');
  const owner = ownerDataSource(address, schema.entities, schema.migrations);
  const close = async (): Promise<void> => {
    if (owner.isInitialized) await owner.destroy();
    await embedded?.stop();
  };
  try {
    await migrate(owner, address, schema.loadReferenceData);
    return { dataSource: owner, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Migrates on a connection of the owner and tells whether the database is new. */
async function migrated(address: Address, schema: Schema): Promise<boolean> {
  const owner = ownerDataSource(address, schema.entities, schema.migrations);
  try {
    await migrate(owner, address, schema.loadReferenceData);
    return await hasNoOrganization(owner);
  } finally {
    if (owner.isInitialized) await owner.destroy();
  }
}

async function applicationOn(
  address: Address,
  schema: Schema,
  poolSize: number,
): Promise<DataSource> {
  const dataSource = applicationDataSource(address, schema.entities, poolSize);
  await dataSource.initialize();
  try {
    await refuseAllPowerfulRole(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

function addressOf(
  config: DatabaseConfig,
  socketFolder: string | undefined,
  use: 'owner' | 'application',
): Address {
  if (config.kind === 'server') return { url: use === 'owner' ? config.ownerUrl : config.url };
  if (socketFolder === undefined) throw new Error('The embedded database is not running');
  return { socketFolder };
}

async function hasNoOrganization(owner: DataSource): Promise<boolean> {
  const rows = await owner.query<{ none: boolean }[]>(
    'SELECT NOT EXISTS (SELECT FROM sign_in_addresses) AS none',
  );
  return rows[0]?.none ?? false;
}

/** Row-level security does not hold a superuser, so serving as one would show every tenant. */
async function refuseAllPowerfulRole(dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ unsafe: boolean; name: string }[]>(
    `SELECT rolsuper OR rolbypassrls AS unsafe, rolname AS name FROM pg_roles WHERE rolname = current_user`,
  );
  const role = rows[0];
  if (role === undefined || role.unsafe) {
    throw new Error(`The application must not work as ${role?.name ?? 'an unknown role'}`);
  }
}
