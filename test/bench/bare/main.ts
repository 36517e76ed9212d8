import fastify from 'fastify';
import pg from 'pg';
import { serveReads } from './reads.js';
import { serveWrites } from './writes.js';

/**
 * The bare peer: Fastify and node-postgres, one handler for each operation, on the connection of a
 * superuser. What it leaves out is what the service is measured for.
 */
const { DATE, INT8, TIMESTAMP, TIMESTAMPTZ } = pg.types.builtins;
for (const type of [DATE, INT8, TIMESTAMP, TIMESTAMPTZ]) pg.types.setTypeParser(type, String);

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE),
  options: '-c TimeZone=UTC',
});
const server = fastify();
server.get('/health', () => ({ status: 'ok' }));
await serveReads(server, pool);
await serveWrites(server, pool);
await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });

process.once('SIGTERM', () => void server.close().then(() => pool.end()));
