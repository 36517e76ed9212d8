import type { INestApplicationContext } from '@nestjs/common';
import { Founding, type NewAccount } from '../organizations/index.js';
import type { Config } from '../shared/config/config.js';
import { SAMPLE_TOWN } from './sample-town.js';

/**
 * Sets up the sample town on the first start of an embedded database, so that there is something to
 * try; never in production, and never on a database server. Tells who can sign in.
 */
export async function foundSampleOnFirstStart(
  app: INestApplicationContext,
  { isNew }: { readonly isNew: boolean },
  { database, production }: Pick<Config, 'database' | 'production'>,
): Promise<readonly NewAccount[]> {
  if (!isNew || production || database.kind !== 'embedded') return [];
  return app.get(Founding).found(SAMPLE_TOWN);
}
