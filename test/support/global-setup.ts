import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { SCHEMA } from '../../src/schema.js';
import { openDatabase } from '../../src/shared/persistence/database.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of a migrated embedded database, or URL of a migrated template database. */
    template: { readonly folder: string } | { readonly url: string };
  }
}

/** Migrates one database; every test file starts from a copy of it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.DATABASE_URL;
  return url === undefined ? embedded(project) : server(project, url);
}

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mitodoke-template-'));
  const database = await openDatabase({ kind: 'embedded', folder }, SCHEMA);
  await database.close();
  project.provide('template', { folder });
  return () => rm(folder, { recursive: true, force: true });
}

async function server(project: TestProject, url: string): Promise<() => Promise<void>> {
  const name = `mitodoke_template_${String(process.pid)}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0`);
  const template = new URL(url);
  template.pathname = `/${name}`;
  const config = {
    kind: 'server',
    url: template.href,
    ownerUrl: template.href,
    poolSize: 2,
  } as const;
  const database = await openDatabase(config, SCHEMA);
  await database.close();
  project.provide('template', { url: template.href });
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  };
}
