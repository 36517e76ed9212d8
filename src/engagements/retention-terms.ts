import { Injectable } from '@nestjs/common';
import { firstDayWithin } from '../audit-trail/index.js';
import { calendarDate, type CalendarDate } from '../shared/domain/calendar-date.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';

/** From which day on the entries of a trail must be kept. */
export interface RetentionDay {
  /** For how many fiscal years the body keeps them (文書保存期間). */
  readonly years: number;
  /** Entries made before this day may go. */
  readonly day: CalendarDate;
  /** Whether an engagement keeps entries that would go by their own age. */
  readonly isHeld: boolean;
}

/** The body cannot set another period meanwhile. */
const YEARS = `SELECT trail_retention_years AS years FROM organizations WHERE organization_id = $1 FOR SHARE`;

const OLDEST = `
  SELECT min(registered_on) AS day FROM engagements
  WHERE organization_id = $1 AND (closed_on IS NULL OR closed_on >= $2)`;

/**
 * How long the trail of a body is kept. The documents of a matter are kept for the period from the end of the fiscal
 * year in which the matter is completed (完結), so entries also stay as long as an engagement that began before
 * them runs, or was closed within the period.
 */
@Injectable()
export class RetentionTerms {
  constructor(private readonly clock: BusinessClock) {}

  /** Undefined where the body keeps its trail for ever, or there is no such body. */
  async of(tx: Tx, { organizationId }: Scope): Promise<RetentionDay | undefined> {
    const [body] = await execute<{ years: number | null }>(tx, {
      name: 'trail-retention-years',
      text: YEARS,
      values: [organizationId],
    });
    const years = body?.years ?? null;
    if (years === null) return undefined;
    const byAge = firstDayWithin(years, calendarDate(this.clock.today()));
    const [oldest] = await execute<{ day: string | null }>(tx, {
      name: 'trail-retention-oldest-engagement',
      text: OLDEST,
      values: [organizationId, byAge],
    });
    const begun = oldest?.day ?? null;
    const isHeld = begun !== null && begun < byAge;
    return { years, day: isHeld ? calendarDate(begun) : byAge, isHeld };
  }
}
