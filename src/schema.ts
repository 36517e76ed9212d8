import { MIGRATIONS } from '../migrations/index.js';
import { ENTITIES } from './entities.js';
import { loadPacks } from './policies/index.js';
import type { Schema } from './shared/persistence/database.js';

/** The tables of the product, how they came to be, and what they hold from the start. */
export const SCHEMA = schemaWith(undefined);

/** The same with the packs of a body's own folder beside the shipped ones. */
export function schemaWith(policyPacks: string | undefined): Schema {
  return {
    entities: ENTITIES,
    migrations: MIGRATIONS,
    loadReferenceData: (owner) => loadPacks(owner, policyPacks),
  };
}
