import { createApp } from './app.js';
import { TrailSealingRound } from './audit-trail/index.js';
import { equipmentOf } from './equipment.js';
import { OrphanSweep } from './files/index.js';
import { PurgeRound } from './identity/index.js';
import { followParent } from './parent-process.js';
import { accountSheet, foundSampleOnFirstStart } from './sample/index.js';
import { schemaWith } from './schema.js';
import { readConfig } from './shared/config/config.js';
import { PinoLogger } from './shared/log/pino-logger.js';
import { openDatabase } from './shared/persistence/database.js';
import { StartRefused } from './shared/start-refused.js';

/** How long an entry waits at most before it is sealed. */
const SEALING_INTERVAL_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

const config = await step(() => readConfig(process.env));
const logger = new PinoLogger(config.logLevel);
const database = await step(() => openDatabase(config.database, schemaWith(config.policyPacks)));
const equipment = await step(() => equipmentOf(config));
const app = await createApp(database, equipment, logger);
const accounts = await foundSampleOnFirstStart(app, database, config);
await app.listen(config.port, config.host);
const url = await app.getUrl();

/** Takes a step of the start; what its operator has to mend is told without a stack. */
async function step<Made>(make: () => Made | Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  await database.close();
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());

app.get(TrailSealingRound).every(SEALING_INTERVAL_MS);
app.get(OrphanSweep).nowAndEvery(DAY_MS);
app.get(PurgeRound).nowAndEvery(DAY_MS);
if (config.movableClock) followParent(app, url);

if (config.database.kind === 'embedded') {
  logger.warn(
    `Embedded database in ${config.database.folder}: single process, not power-loss safe. Set DATABASE_URL for production.`,
  );
}
if (accounts.length > 0) {
  process.stdout.write(
    `\n見本の町をつくりました。パスワードと鍵は今だけ表示します。鍵のある人は、それを認証アプリに登録し、ワンタイムパスワードを添えてサインインします。\nThe sample town is ready; its passwords and secrets are shown only now. Who has a secret adds it to an authenticator app and signs in with a one-time password.\n\n${accountSheet(accounts)}\n`,
  );
}
logger.log(`Mitodoke answers on ${url} (API documentation: ${url}/docs)`);
