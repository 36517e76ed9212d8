import type { Duty } from '../../policies/index.js';

/** Duties that are held for a unit; all others are of the whole body. */
const OF_A_UNIT: ReadonlySet<Duty> = new Set<Duty>([
  'procure',
  'manage-section',
  'manage-department',
  'manage-cloud-service',
]);

/** A post as its reach is judged by: where it is held, and the duties of its role. */
export interface PlacedPost {
  readonly unitId: string | null;
  readonly duties: readonly Duty[];
}

/**
 * The unit a post acts for, with every unit below it; null for the whole body: where the role has no
 * duty that is held for a unit, and where the post is held in none, as in a body without departments.
 */
export function reachOf({ unitId, duties }: PlacedPost): string | null {
  return duties.some((duty) => OF_A_UNIT.has(duty)) ? unitId : null;
}

/** Whether a post acts for a unit. @param line ids of the unit and of all units above it */
export function actsFor(post: PlacedPost, line: readonly string[]): boolean {
  const reach = reachOf(post);
  return reach === null || line.includes(reach);
}
