import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { ENTITIES } from '../entities.js';
import { readConfig } from '../shared/config/config.js';
import { catalogueOf } from '../shared/persistence/catalogue.js';
import {
  APPLICATION_ROLE,
  ownerDataSource,
  type Address,
} from '../shared/persistence/data-source.js';
import { migrate } from '../shared/persistence/migrate.js';
import { guardDifference } from '../shared/persistence/row-guards.js';
import { ownershipOf, ownershipStatements } from '../shared/persistence/owner.decorator.js';
import { withScratchDatabase } from './scratch-database.js';
import { SystemClock } from '../shared/time/clock.js';

/**
 * `generate <name>` writes the migration from the migrated schema to the entities; `check` fails
 * where migrations and entities, with their policies, grants and guards, do not make the same schema.
 */
async function main([command, name]: readonly string[]): Promise<void> {
  if (command === 'generate' && name !== undefined && /^[a-z][a-z-]+$/.test(name)) {
    await generate(name);
  } else if (command === 'check') {
    await check();
  } else {
    throw new Error('Usage: migration generate <name-in-kebab-case> | migration check');
  }
}

async function generate(name: string): Promise<void> {
  const { up, down } = await withScratchDatabase(url(), difference);
  if (up.length === 0) {
    process.stdout.write('The entities are what the migrations make; nothing to generate.\n');
    return;
  }
  const stamp = new SystemClock().now().getTime();
  const path = join('migrations', `${String(stamp)}-${name}.ts`);
  await writeFile(path, source(`${pascal(name)}${String(stamp)}`, up, down));
  await writeIndex();
  process.stdout.write(`${path}: read every statement before committing it.\n`);
}

/** The list of all migrations, oldest first. */
async function writeIndex(): Promise<void> {
  const files = (await readdir('migrations')).filter((file) => /^\d+-.*\.ts$/.test(file)).sort();
  const classes = files.map((file) => {
    const [, stamp = '', name = ''] = /^(\d+)-(.*)\.ts$/.exec(file) ?? [];
    return { name: `${pascal(name)}${stamp}`, path: `./${file.replace(/\.ts$/, '.js')}` };
  });
  const imports = classes.map(({ name, path }) => `import { ${name} } from '${path}';`);
  const list = classes.map(({ name }) => `  ${name},`);
  await writeFile(
    join('migrations', 'index.ts'),
    `${imports.join('\n')}\n\n/** Every migration, oldest first. */\nexport const MIGRATIONS = [\n${list.join('\n')}\n];\n`,
  );
}

async function check(): Promise<void> {
  const migrated = await withScratchDatabase(url(), migratedCatalogue);
  const declared = await withScratchDatabase(url(), declaredCatalogue);
  const missing = declared.filter((line) => !migrated.includes(line));
  const extra = migrated.filter((line) => !declared.includes(line));
  for (const line of missing) process.stdout.write(`declared, not migrated: ${line}\n`);
  for (const line of extra) process.stdout.write(`migrated, not declared: ${line}\n`);
  if (missing.length + extra.length > 0) throw new Error('The schema has drifted');
  process.stdout.write(`Migrations and entities agree in ${String(declared.length)} lines.\n`);
}

async function migratedCatalogue(address: Address): Promise<string[]> {
  const owner = ownerDataSource(address, ENTITIES, MIGRATIONS);
  return closing(owner, async () => {
    await migrate(owner, address);
    return catalogueOf(owner, APPLICATION_ROLE);
  });
}

async function declaredCatalogue(address: Address): Promise<string[]> {
  const owner = ownerDataSource(address, ENTITIES, []);
  return closing(owner, async () => {
    await migrate(owner, address);
    await owner.synchronize();
    const tables = owner.entityMetadatas.map((metadata) => metadata.tableName);
    const { up: guards } = await guardDifference(owner);
    for (const statement of [...closingStatements(owner, tables), ...guards]) {
      await owner.query(statement);
    }
    return catalogueOf(owner, APPLICATION_ROLE);
  });
}

async function difference(address: Address): Promise<{ up: string[]; down: string[] }> {
  const owner = ownerDataSource(address, ENTITIES, MIGRATIONS);
  return closing(owner, async () => {
    await migrate(owner, address);
    const { upQueries, downQueries } = await owner.driver.createSchemaBuilder().log();
    const up = upQueries.map(({ query }) => query);
    const created = up.flatMap((query) => /^CREATE TABLE "([^"]+)"/.exec(query)?.[1] ?? []);
    const guards = await guardDifference(owner);
    return {
      up: [...up, ...closingStatements(owner, created), ...guards.up],
      down: [...guards.down, ...downQueries.map(({ query }) => query).reverse()],
    };
  });
}

function closingStatements(owner: DataSource, tables: readonly string[]): string[] {
  return owner.entityMetadatas
    .filter(({ tableName }) => tables.includes(tableName))
    .flatMap(({ tableName, target }) =>
      ownershipStatements(tableName, ownershipOf(target as new () => object), APPLICATION_ROLE),
    );
}

async function closing<T>(owner: DataSource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await owner.destroy();
  }
}

function source(name: string, up: readonly string[], down: readonly string[]): string {
  const run = (queries: readonly string[]): string =>
    queries.map((query) => `    await runner.query(${literal(query)});`).join('\n');
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${run(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${run(down)}
  }
}
`;
}

function literal(query: string): string {
  return `\`${query.replace(/[`\\]|\$\{/g, (special) => `\\${special}`).trim()}\``;
}

function pascal(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}

function url(): string | undefined {
  const { database } = readConfig(process.env);
  return database.kind === 'server' ? database.ownerUrl : undefined;
}

await main(process.argv.slice(2));
