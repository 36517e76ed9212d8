import { parseArgs } from 'node:util';
import { benchDatabase, withClient } from './data/database.js';
import { organizationsOf } from './data/section.js';
import { CONNECTIONS, Load } from './run/load.js';
import { reads } from './run/reads.js';
import { measure, type Plan, type Result } from './run/rounds.js';
import { startServers } from './run/servers.js';
import { factsOf, tableOf } from './run/table.js';
import { writes } from './run/writes.js';

const HELP = `npm run bench -- [options]
  --scale <n>   how many organizations the database has (200)
  --refill      fill the database anew
  --quick       short rounds, for a look
  --only <text> only operations with this text in their name
The database mitodoke_bench is made on the server of DATABASE_URL (postgres://root@127.0.0.1:5432/postgres).`;

const POOL_SIZE = 10;
const FULL: Plan = { rounds: 7, roundMs: 2_500, warmUpMs: 2_000 };
const QUICK: Plan = { rounds: 5, roundMs: 800, warmUpMs: 800 };

/** Measures every operation of the service beside the bare peer and prints how they compare. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string' },
      refill: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(HELP);
    return;
  }
  const server = process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/postgres';
  const organizations = organizationsOf(values.scale);
  const url = await benchDatabase({ server, organizations, refill: values.refill, say });
  const facts = await withClient(url, factsOf);
  const results = await measureAll(url, organizations, values);
  say(`\n${tableOf(results)}\n\n${facts}`);
  say(`${String(CONNECTIONS)} requests at once, ${String(POOL_SIZE)} connections to the database`);
}

async function measureAll(
  url: string,
  organizations: number,
  { quick, only }: { readonly quick: boolean; readonly only: string },
): Promise<readonly Result[]> {
  const writing = await withClient(url, (client) => writes(organizations, client));
  const operations = [...reads(organizations), ...writing];
  const servers = await startServers(url, POOL_SIZE);
  const loads = {
    bare: new Load('bare', servers.urls.bare),
    mitodoke: new Load('mitodoke', servers.urls.mitodoke),
  };
  try {
    const results: Result[] = [];
    for (const operation of operations.filter(({ name }) => name.includes(only))) {
      say(operation.name);
      results.push(await measure(operation, loads, quick ? QUICK : FULL));
    }
    return results;
  } finally {
    await Promise.all(Object.values(loads).map((load) => load.close()));
    await servers.stop();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
