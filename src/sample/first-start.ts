import type { INestApplicationContext } from '@nestjs/common';
import { Founding, type NewAccount } from '../organizations/index.js';
import type { Config } from '../shared/config/config.js';
import { SAMPLE_TOWN } from './sample-town.js';

/**
 * Sets up the sample town on the first start of an embedded database, so that there is something to
 * try; never in production, never on a database server, and not where a parent process moves the
 * clock and sets up bodies on a day of its own. Tells who can sign in.
 */
export async function foundSampleOnFirstStart(
  app: INestApplicationContext,
  { isNew }: { readonly isNew: boolean },
  { database, production, movableClock }: Pick<Config, 'database' | 'production' | 'movableClock'>,
): Promise<readonly NewAccount[]> {
  if (!isNew || production || movableClock || database.kind !== 'embedded') return [];
  return app.get(Founding).found(SAMPLE_TOWN);
}
