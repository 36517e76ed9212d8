import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { readFile, writeFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { TrailSigningKey } from '../audit-trail/index.js';
import { readConfig } from '../shared/config/config.js';
import { buildDocument } from '../shared/openapi/document.js';

const PATH = 'openapi/openapi.json';

/** `write` makes the contract from the code; `check` fails where the committed one differs. */
async function main(command: string | undefined): Promise<void> {
  const contract = `${JSON.stringify(await document(), null, 2)}\n`;
  if (command === 'write') {
    await writeFile(PATH, contract);
    process.stdout.write(`${PATH} written.\n`);
    return;
  }
  const committed = await readFile(PATH, 'utf8').catch(() => '');
  if (committed !== contract) throw new Error(`${PATH} is not what the code declares`);
  process.stdout.write(`${PATH} is what the code declares.\n`);
}

async function document(): Promise<object> {
  // Made by the compiler plugin during the build, so it exists in the build only.
  const metadata = (await import(new URL('../metadata.js', import.meta.url).href)) as {
    default: () => Promise<Record<string, unknown>>;
  };
  await SwaggerModule.loadPluginMetadata(metadata.default);
  const { files } = readConfig({});
  const given = { signingKey: TrailSigningKey.made(), files };
  const module = AppModule.on(new DataSource({ type: 'postgres' }), given);
  const app = await NestFactory.create(module, new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  return buildDocument(app);
}

await main(process.argv[2]);
