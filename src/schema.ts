import { MIGRATIONS } from '../migrations/index.js';
import { ENTITIES } from './entities.js';
import { loadPacks } from './policies/index.js';
import type { Schema } from './shared/persistence/database.js';

/** The tables of the product, how they came to be, and what they hold from the start. */
export const SCHEMA: Schema = {
  entities: ENTITIES,
  migrations: MIGRATIONS,
  loadReferenceData: loadPacks,
};
