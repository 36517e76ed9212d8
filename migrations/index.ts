import { CreateFirstTables1795245309862 } from './1795245309862-create-first-tables.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [CreateFirstTables1795245309862];
