import { QueryFailedError } from 'typeorm';
import { GUARD_PREFIX } from './row-guards.js';

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const CHECK = '23514';

/** The name of the unique constraint or foreign key a write broke; undefined for any other failure. */
export function brokenConstraint(error: unknown): string | undefined {
  return constraintOf(error, [UNIQUE, FOREIGN_KEY]);
}

/** Whether a guard of the database refused a write that the service let through. */
export function isRefusedByGuard(error: unknown): boolean {
  return constraintOf(error, [CHECK])?.startsWith(GUARD_PREFIX) === true;
}

function constraintOf(error: unknown, codes: readonly string[]): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null) return undefined;
  const { code, constraint } = cause as { code?: unknown; constraint?: unknown };
  const isOne = typeof code === 'string' && codes.includes(code);
  return isOne && typeof constraint === 'string' ? constraint : undefined;
}

/**
 * Runs a write and turns a broken constraint into the refusal it stands for. The constraint is the
 * rule; asking before writing would leave a gap.
 */
export async function refusing<T>(
  refusals: Readonly<Record<string, () => Error>>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refusal = refusals[brokenConstraint(error) ?? ''];
    throw refusal?.() ?? error;
  }
}
